/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-handout-paper.h"

#include "lp-summary-parts.h"

#include <glib/gi18n-lib.h>

/* At most; fewer where they would not fit on the sheet. */
#define MAX_THEMES 8

/* All that was said counts here, whether or not it may be published: numbers alone expose nobody. */
static void
add_thanks (const LpSummaryFacts *self, LpPaper *paper)
{
  guint n_notes = self->said->total;
  guint n_tables = lp_counts_n_tables (self->said);
  g_autofree char *notes = g_strdup_printf (ngettext ("You said %u thing that we wrote down.", "You said %u things that we wrote down.",
                                                      n_notes), n_notes);
  g_autofree char *tables = g_strdup_printf (ngettext ("You sat at %u table.", "You sat at %u tables.", n_tables), n_tables);
  g_autofree char *line = g_strjoin (" ", _("Thank you for coming."), n_tables > 0 ? tables : notes, n_tables > 0 ? notes : NULL, NULL);

  lp_paper_add (paper, LP_PAPER_BODY, line);
}

static void
add_kinds (const LpSummaryFacts *self, LpPaper *paper)
{
  static const LpPaperColumn columns[LP_N_KINDS] = { { NULL, 0, LP_PAPER_START } };

  lp_paper_skip (paper, 8);
  lp_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  lp_paper_begin_row (paper);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    lp_summary_add_figure (paper, kind, self->said->kinds[kind], lp_kind_plural (kind));
  lp_paper_end_row (paper);
  lp_paper_end_table (paper);
}

static const LpMainTheme *
find_main (const LpSummaryFacts *self, const LpId *theme)
{
  for (guint i = 0; i < self->mains->len; i++)
    {
      const LpMainTheme *one = &g_array_index (self->mains, LpMainTheme, i);

      if (lp_id_equal (&one->count->theme, theme))
        return one;
    }
  return NULL;
}

static void
add_theme (const LpSummaryFacts *self, LpPaper *paper, const LpThemeCount *theme, guint words)
{
  const LpMainTheme *main = find_main (self, &theme->theme);
  g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", theme->total), theme->total);

  lp_paper_begin_row (paper);
  lp_paper_add_cell (paper, 0, LP_PAPER_STRONG, theme->name);
  lp_paper_add_cell (paper, 0, LP_PAPER_BODY, notes);
  if (main != NULL)
    {
      lp_summary_add_words (paper, 1, main->dreams, words);
      lp_summary_add_words (paper, 2, main->concerns, words);
    }
  lp_paper_end_row (paper);
}

static void
add_themes (const LpSummaryFacts *self, LpPaper *paper, guint n_themes, guint words)
{
  const LpPaperColumn columns[] = {
    { NULL, 150, LP_PAPER_START },
    { _("You dream of"), 0, LP_PAPER_START },
    { _("You worry about"), 0, LP_PAPER_START },
  };

  if (n_themes == 0)
    return;
  lp_paper_add (paper, LP_PAPER_HEADING, _("This is what you talked about most"));
  lp_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_themes; i++)
    add_theme (self, paper, g_ptr_array_index (self->heard, i), words);
  lp_paper_end_table (paper);
}

/* Why the summary may tell of fewer. What is internal has everything, and may name people. */
static void
add_end (const LpSummaryFacts *self, LpPaper *paper)
{
  if (self->internal)
    return;
  lp_paper_skip (paper, 10);
  if (self->counts->total > 0)
    lp_paper_add (paper, LP_PAPER_BODY, _("The words are your own. None of you is named."));
  if (self->counts->total < self->said->total)
    lp_paper_add (paper, LP_PAPER_BODY, _("All that you said is counted here. What is passed on to others is only what was looked through, "
                                          "and what you let us use."));
}

static LpPaper *
write_sheet (const LpSummaryFacts *self, guint n_themes, guint words)
{
  LpPaper *paper = lp_summary_begin (self, _("What you said today"), FALSE);

  lp_paper_add (paper, LP_PAPER_TITLE, _("What you said today"));
  lp_paper_add (paper, LP_PAPER_STRONG, self->title);
  lp_paper_add (paper, LP_PAPER_BODY, self->about);
  lp_paper_skip (paper, 8);
  add_thanks (self, paper);
  add_kinds (self, paper);
  add_themes (self, paper, n_themes, words);
  lp_summary_add_next_steps (paper, self);
  add_end (self, paper);
  return paper;
}

static guint
count_sheets (const LpSummaryFacts *self, guint n_themes, guint words)
{
  g_autoptr (LpPaper) paper = write_sheet (self, n_themes, words);

  return lp_paper_get_n_sheets (paper);
}

/**
 * lp_handout_paper_new: one sheet in plain words, for those who were there: how much they said, about what most, and what happens now.
 * Of the themes there stand so many as fit.
 *
 * Free with lp_paper_free().
 */
LpPaper *
lp_handout_paper_new (const LpSummaryFacts *self)
{
  guint n_themes = MIN (self->heard->len, MAX_THEMES);
  guint words = LP_WORDS_OF_THEME;
  guint needed = count_sheets (self, 0, 1); /* one, unless somebody wrote at length what happens now */

  while (words > 1 && count_sheets (self, n_themes, words) > needed)
    words--;
  while (n_themes > 0 && count_sheets (self, n_themes, words) > needed)
    n_themes--;
  return write_sheet (self, n_themes, words);
}
