/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

typedef struct {
  LpId   theme;                 /* unset in the row of those without one */
  char  *name;
  guint  kinds[LP_N_KINDS];
  guint  perspectives[LP_N_PERSPECTIVES];
  guint  total;
} LpThemeCount;

typedef struct {
  int    table;                 /* 0: none given */
  guint  total;
} LpTableCount;

/** LpCounts: what came out of a meeting, counted; never typed. */
typedef struct {
  guint       total;
  guint       kinds[LP_N_KINDS];
  guint       perspectives[LP_N_PERSPECTIVES];
  guint       no_perspective;
  GPtrArray  *themes;           /* of LpThemeCount, in the themes' order */
  GArray     *tables;           /* of LpTableCount, by number */
  guint       without_theme;
  guint       participants;
  guint       organisations;    /* in the roster */
  guint       municipalities;   /* named on at least one note */
  guint       items;            /* of the agenda */
  gint64      first_time;       /* of the notes, milliseconds since 1970; 0 when there are none */
  gint64      last_time;
  /* while notes are added */
  GHashTable *by_theme;         /* LpId → LpThemeCount */
  GHashTable *named;            /* municipalities */
  gint64      last_num;
} LpCounts;

/** LpCountedNote: what is counted of a note: as it is in the database, "" or 0 for what is unset. */
typedef struct {
  const char *kind;
  const char *perspective;
  const char *municipality;
  int         table;
  gint64      time;
} LpCountedNote;

LpCounts *lp_counts_load       (LpReader *reader, const LpId *meeting, GError **error);
LpCounts *lp_counts_new        (LpReader *reader, const LpId *meeting, GError **error);
void      lp_counts_add_note   (LpCounts *counts, const LpCountedNote *note);
void      lp_counts_add_placed (LpCounts *counts, const LpCountedNote *note, const LpId *theme);
guint     lp_counts_n_tables   (const LpCounts *counts); /* that gave notes */
void      lp_counts_free       (LpCounts *counts);

/* A GCompareFunc of a GPtrArray of LpThemeCount: those with most notes first. */
int       lp_theme_count_compare (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpCounts, lp_counts_free)

G_END_DECLS
