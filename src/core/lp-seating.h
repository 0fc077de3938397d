/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LP_SEATING_UNKNOWN (-1)

/** LpSeat: one person to be seated, without a name. */
typedef struct {
  int      council;      /* the same number for all of one council; LP_SEATING_UNKNOWN: of none */
  int      perspective;  /* LpPerspective, or LP_SEATING_UNKNOWN */
  int      table;        /* 1, 2, 3 …; 0: none yet */
  gboolean fixed;        /* stays at the table; without one it means nothing */
} LpSeat;

/**
 * LpSeatingQuality: how good it is that people sit as they do, as numbers to be shown. Those without a table
 * do not count.
 */
typedef struct {
  guint seated;
  guint same_council;        /* pairs of one council who sit at one table */
  guint fewest_same_council; /* no seating at so many tables has fewer */
  guint crowded;             /* tables at which three or more of one council sit */
  guint one_perspective;     /* tables of two or more people who all have the same, known, perspective */
  guint size_difference;     /* between the table with most people and the one with fewest */
  guint lived_difference;    /* the same, of those with lived experience */
} LpSeatingQuality;

LpSeatingQuality lp_seating_measure (const LpSeat *seats, guint n_seats, guint n_tables);
gint64           lp_seating_cost    (const LpSeat *seats, guint n_seats, guint n_tables);
void             lp_seating_arrange (LpSeat *seats, guint n_seats, guint n_tables, guint32 seed);

G_END_DECLS
