/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_MUNICIPALITY_LIST (lp_municipality_list_get_type ())

/**
 * LpMunicipalityList: what the municipality that is being typed may be: a few lines below the field, gone through with the arrow
 * keys while the focus stays in the field. One that nobody knows is kept as it is typed, with a word about it.
 *
 * Signals: "chosen": a line was clicked, and is in the field; "loaded": lp_municipality_list_knows () may say something else now.
 */
G_DECLARE_FINAL_TYPE (LpMunicipalityList, lp_municipality_list, LP, MUNICIPALITY_LIST, AdwBin)

void     lp_municipality_list_follow      (LpMunicipalityList *self, GtkEditable *field);
void     lp_municipality_list_set_meeting (LpMunicipalityList *self, LpStore *store, const LpId *meeting);
void     lp_municipality_list_open        (LpMunicipalityList *self);
void     lp_municipality_list_close       (LpMunicipalityList *self);
void     lp_municipality_list_accept      (LpMunicipalityList *self);
gboolean lp_municipality_list_knows       (LpMunicipalityList *self, const char *name);

G_END_DECLS
