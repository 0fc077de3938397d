/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

#define LP_PILE_FIRSTS 2

/** LpPile: a theme as the board shows it: how its notes are spread, and its first ones. */
typedef struct {
  LpId      theme;
  char     *name;
  char     *description;             /* "" for none */
  char     *colour;                  /* id of an LpColour, "" for none */
  LpId      parent;                  /* the theme that it is a part of, or unset */
  guint     total;
  guint     kinds[LP_N_KINDS];
  guint     perspectives[LP_N_PERSPECTIVES];
  guint     tables;                  /* tables that have a note in it */
  LpRecord *firsts[LP_PILE_FIRSTS];  /* notes of different kinds where it has them, dreams before concerns; NULL: no more */
} LpPile;

/** LpBoard: all piles of a meeting. */
typedef struct {
  GPtrArray *piles;  /* of LpPile, in the themes' order */
  guint      notes;  /* of the meeting, with a theme or without */
} LpBoard;

LpBoard *lp_board_load (LpReader *reader, const LpId *meeting, GError **error);
void     lp_board_free (LpBoard *board);
LpPile  *lp_board_find (LpBoard *board, const LpId *theme, guint *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpBoard, lp_board_free)

G_END_DECLS
