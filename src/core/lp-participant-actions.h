/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *organisation; /* or NULL; so the other texts */
  const char *role;
  const char *municipality;
  const char *perspective;  /* id */
  int         table;        /* 0: none */
  gboolean    fixed;        /* keeps the seat; needs a table */
  gboolean    present;
  gboolean    consent;
} LpParticipantDraft;

/* id: unset for a new one; on return the participant's. */
gboolean  lp_participant_put             (LpChangeSet *changes, const LpId *meeting,
                                          const LpParticipantDraft *draft, LpId *id, GError **error);

void      lp_participants_set_table      (LpChangeSet *changes, const LpId *meeting, const LpId *people,
                                          guint n_people, int table);
void      lp_participants_set_flag       (LpChangeSet *changes, const LpId *meeting, const LpId *people,
                                          guint n_people, guint field, gboolean flag);
void      lp_participants_set_perspective (LpChangeSet *changes, const LpId *meeting, const LpId *people,
                                          guint n_people, const char *perspective);
void      lp_participants_delete         (LpChangeSet *changes, const LpId *meeting, const LpId *people,
                                          guint n_people);
gboolean  lp_participants_swap           (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                          const LpId *first, const LpId *second, GError **error);
gboolean  lp_participants_erase_all      (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                          GError **error);

G_END_DECLS
