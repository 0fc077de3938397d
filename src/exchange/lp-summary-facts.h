/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-counts.h"
#include "lp-places.h"
#include "lp-publication.h"

G_BEGIN_DECLS

/** LpMainTheme: a theme with most notes, and what was said in it. */
typedef struct {
  const LpThemeCount *count;
  GPtrArray          *dreams;   /* of char *: a few, short enough to be read */
  GPtrArray          *concerns;
} LpMainTheme;

/** LpMainRecommendation: what is recommended, and on what it rests. */
typedef struct {
  char *name;
  char *ground;
} LpMainRecommendation;

/**
 * LpSummaryFacts: what is told of a meeting on few sheets of paper. Words in it may leave the house as the publication says. Once
 * loaded it needs neither reader nor publication, and another thread may have it.
 */
typedef struct {
  gboolean   internal;
  char      *title;
  char      *about;           /* "Landspanelet · Tuesday 24 November 2026 · Nyborg" */
  char      *purpose;         /* "" where there is none; so below */
  char      *next_steps;
  char      *contact;
  LpCounts  *counts;          /* of the notes that come along */
  LpCounts  *said;            /* of all notes: what is counted there has no words */
  gboolean   shows_lived;     /* how many notes are from lived experience */
  guint      n_notes;         /* of the meeting */
  guint      n_left;          /* of these, left out */
  GPtrArray *heard;           /* of LpThemeCount of said, as below */
  GPtrArray *ranked;          /* of LpThemeCount of counts: those with most notes first */
  GArray    *mains;           /* of LpMainTheme: the first of these */
  GPtrArray *quotes;          /* of char * */
  GArray    *recommendations; /* of LpMainRecommendation, in their order */
} LpSummaryFacts;

/* Of a theme there stand so many dreams and so many concerns. */
#define LP_WORDS_OF_THEME 2

LpSummaryFacts *lp_summary_facts_load      (LpReader *reader, const LpId *meeting, LpPublication *publication,
                                            GCancellable *cancellable, GError **error);
LpSummaryFacts *lp_summary_facts_load_with (LpReader *reader, const LpId *meeting, LpPublication *publication, LpPlaces *places,
                                            GCancellable *cancellable, GError **error);
void            lp_summary_facts_free      (LpSummaryFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSummaryFacts, lp_summary_facts_free)

G_END_DECLS
