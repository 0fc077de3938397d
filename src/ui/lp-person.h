/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-record.h"

G_BEGIN_DECLS

#define LP_TYPE_PERSON (lp_person_get_type ())

/**
 * LpPerson: a participant in a list. Stays the same object while what is known of him changes, so that a view
 * keeps its place, the focus and the selection.
 *
 * Property: "record" (LpRecord).
 */
G_DECLARE_FINAL_TYPE (LpPerson, lp_person, LP, PERSON, GObject)

LpPerson   *lp_person_new        (LpRecord *record);
void        lp_person_set_record (LpPerson *self, LpRecord *record);
LpRecord   *lp_person_get_record (LpPerson *self);
const LpId *lp_person_get_id     (LpPerson *self);
const char *lp_person_get_name   (LpPerson *self);
int         lp_person_get_table  (LpPerson *self); /* 0: none */
gboolean    lp_person_get_flag   (LpPerson *self, guint field);
const char *lp_person_get_origin (LpPerson *self); /* the municipality; of none, the organisation */
const char *lp_person_get_view   (LpPerson *self); /* the perspective in the user's language, or "" */
char       *lp_person_describe   (LpPerson *self); /* all that is known, for a screen reader */

G_END_DECLS
