/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-agenda.h"
#include "lp-clock.h"
#include "lp-note-actions.h"
#include "lp-store.h"
#include "lp-template.h"
#include "lp-terms.h"
#include "lp-theme-actions.h"

G_BEGIN_DECLS

/* The actions on a meeting only fill a change set: nothing happens until that is committed. */

typedef struct {
  const char *title;
  const char *date;   /* YYYY-MM-DD, or NULL for today */
  const char *place;  /* or NULL */
  const char *panel;  /* name, or NULL for the template's; made when it is not there */
  int         start;  /* minutes after midnight, or -1 for the template's */
} LpMeetingDraft;

LpChangeSet *lp_meeting_create     (LpReader *reader, LpTemplate *template_, const LpMeetingDraft *draft,
                                    LpId *meeting, GError **error);

/* Without attendance and consent. */
gboolean     lp_meeting_copy_roster (LpReader *reader, LpChangeSet *changes, const LpId *from, const LpId *to,
                                     GError **error);

/* NULL without an error when it has none. */
char        *lp_meeting_panel_name (LpReader *reader, LpRecord *meeting, GError **error);

/* Finds a meeting by its id or by the first characters of it, at least four. */
gboolean     lp_meeting_find       (LpReader *reader, const char *id, LpId *meeting, GError **error);

G_END_DECLS
