/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/** LpAgendaTimes: what the agenda adds up to, item by item. In minutes. */
typedef struct {
  int start;    /* after midnight */
  int end;      /* of the last item added, after midnight */
  int breaks;
  int captures; /* how long notes are taken */
} LpAgendaTimes;

LpAgendaTimes  lp_agenda_times_begin     (int start);
/* Both return when the item begins. */
int            lp_agenda_times_add       (LpAgendaTimes *times, int minutes, gboolean is_break,
                                          gboolean captures);
int            lp_agenda_times_add_item  (LpAgendaTimes *times, LpRecord *item);

/* The prompt with its {end} and the like filled in: what participants are shown. See lp-prompt.h. */
char          *lp_agenda_prompt_in       (LpReader *reader, const LpId *meeting, const char *prompt,
                                          int end_minutes);

/* It has a figure for the big screen, and does not say where that comes from. */
gboolean       lp_agenda_lacks_source    (LpRecord *item);

/* A new item below "after" (NULL: at the end). */
LpEdit        *lp_agenda_add             (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                          const LpId *after, LpId *item, GError **error);
/* The same again, below it. */
gboolean       lp_agenda_duplicate       (LpChangeSet *changes, LpReader *reader, LpRecord *item, LpId *copy,
                                          GError **error);
/* Moves an item to stand at "position" among the others, 0 first. */
gboolean       lp_agenda_move            (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                          const LpId *item, guint position, GError **error);

G_END_DECLS
