/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/** LpJoin: where two notes that say the same come together. */
typedef enum {
  LP_JOIN_DONE,  /* one belongs to the other already */
  LP_JOIN_THEME, /* in the theme of one of them */
  LP_JOIN_NEW,   /* in a theme that is made for them: neither has one */
} LpJoin;

/* theme: for LP_JOIN_THEME, which. */
LpJoin    lp_note_join_find (LpReader *reader, const LpId *first, const LpId *other, LpId *theme);
/* name: of a theme that is made. */
gboolean  lp_note_join      (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *first,
                             const LpId *other, const char *name, GError **error);

G_END_DECLS
