/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-lexicon.h"

G_BEGIN_DECLS

/**
 * LpSuggester: to which themes a note is likely to belong, by what was put in them before. It learns and forgets one note at a
 * time, at a cost that grows with the note alone, and what is taken out leaves no trace. In memory: some 300 bytes a note and
 * what its words need. Belongs to one thread at a time.
 */
typedef struct _LpSuggester LpSuggester;

/** How much a note counts as an example of its themes. */
typedef enum {
  LP_EXAMPLE_HERE,    /* of this meeting */
  LP_EXAMPLE_EARLIER, /* of another of the panel: less */
} LpExample;

typedef struct {
  gint64 theme;
  double score; /* from 0, nothing in common, to 1 */
} LpSuggestion;

/** LpReasons: why a theme was suggested. */
typedef struct {
  gint64 *notes;   /* of the theme, nearest first; a text may be like none */
  guint   n_notes;
  char  **words;   /* of the text itself, as they stand there, the most telling first; NULL-terminated, maybe empty */
} LpReasons;

#define LP_SUGGESTIONS 3
#define LP_REASON_NOTES 2
#define LP_REASON_WORDS 3

LpSuggester *lp_suggester_new          (LpLexicon *lexicon);
void         lp_suggester_free         (LpSuggester *self);

void         lp_suggester_put_theme    (LpSuggester *self, gint64 theme, const char *name, const char *description);
void         lp_suggester_remove_theme (LpSuggester *self, gint64 theme);
void         lp_suggester_put_note     (LpSuggester *self, gint64 note, const char *text, const gint64 *themes,
                                        guint n_themes, LpExample example);
void         lp_suggester_remove_note  (LpSuggester *self, gint64 note);

guint        lp_suggester_rank         (LpSuggester *self, const char *text, LpSuggestion *ranked, guint n);
guint        lp_suggester_suggest      (LpSuggester *self, const char *text, LpSuggestion *suggestions, guint n);
LpReasons   *lp_suggester_explain      (LpSuggester *self, const char *text, gint64 theme);
void         lp_reasons_free           (LpReasons *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSuggester, lp_suggester_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpReasons, lp_reasons_free)

G_END_DECLS
