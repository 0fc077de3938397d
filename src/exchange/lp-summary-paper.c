/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-summary-paper.h"

#include "lp-summary-parts.h"

#include <glib/gi18n-lib.h>

/* At most; fewer where they would not fit on the two sheets. */
#define MAX_BARS 10
#define MAX_THEMES 6
#define MAX_RECOMMENDATIONS 6

/* How much of it is shown. */
typedef struct {
  guint bars;
  guint themes;
  guint quotes;
  guint recommendations;
} Amount;

/* --- The first sheet --- */

static void
add_figures (const LpSummaryFacts *self, LpPaper *paper)
{
  static const LpPaperColumn columns[5] = { { NULL, 0, LP_PAPER_START } };
  const LpCounts *counts = self->counts;
  guint column = 0;

  lp_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  lp_paper_begin_row (paper);
  lp_summary_add_figure (paper, column++, counts->total, ngettext ("note", "notes", counts->total));
  lp_summary_add_figure (paper, column++, self->ranked->len, ngettext ("theme", "themes", self->ranked->len));
  if (counts->participants > 0)
    {
      lp_summary_add_figure (paper, column++, counts->participants, ngettext ("participant", "participants", counts->participants));
      lp_summary_add_figure (paper, column++, counts->organisations,
                             ngettext ("council or organisation", "councils and organisations", counts->organisations));
    }
  if (self->shows_lived)
    lp_summary_add_figure (paper, column++, counts->perspectives[LP_PERSPECTIVE_LIVED], _("notes from lived experience"));
  lp_paper_end_row (paper);
  lp_paper_end_table (paper);
}

static void
fill_segments (const guint *kinds, LpPaperSegment *segments)
{
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    segments[kind] = (LpPaperSegment) { lp_kind_plural (kind), kinds[kind], lp_kind_colour (kind) };
}

static void
add_chart (const LpSummaryFacts *self, LpPaper *paper, guint n_bars)
{
  const LpThemeCount *first = self->ranked->len > 0 ? g_ptr_array_index (self->ranked, 0) : NULL;
  guint left = self->ranked->len > n_bars ? self->ranked->len - n_bars : 0;
  LpPaperSegment segments[LP_N_KINDS];
  g_autofree char *more = g_strdup_printf (ngettext ("%u theme more", "%u themes more", left), left);
  guint n_loose = self->counts->without_theme;
  g_autofree char *loose = g_strdup_printf (ngettext ("%u note is in no theme", "%u notes are in no theme", n_loose), n_loose);

  if (first == NULL)
    return;
  lp_paper_add (paper, LP_PAPER_HEADING, _("Notes by theme and kind"));
  lp_paper_skip (paper, 4);
  fill_segments (self->counts->kinds, segments);
  lp_paper_add_legend (paper, segments, LP_N_KINDS);
  for (guint i = 0; i < MIN (n_bars, self->ranked->len); i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (self->ranked, i);

      fill_segments (theme->kinds, segments);
      lp_paper_add_bar (paper, theme->name, segments, LP_N_KINDS, first->total);
    }
  if (left > 0)
    lp_paper_add (paper, LP_PAPER_BODY, more);
  if (n_loose > 0)
    lp_paper_add (paper, LP_PAPER_BODY, loose);
}

/* The dreams, and beside them the concerns: as the council publishes. */
static void
add_mains (const LpSummaryFacts *self, LpPaper *paper, guint n_themes)
{
  const LpPaperColumn columns[] = {
    { lp_schema_heading (LP_THEME, LP_THEME_NAME), 120, LP_PAPER_START },
    { lp_kind_plural (LP_KIND_DREAM), 0, LP_PAPER_START },
    { lp_kind_plural (LP_KIND_CONCERN), 0, LP_PAPER_START },
  };

  if (MIN (n_themes, self->mains->len) == 0)
    return;
  lp_paper_add (paper, LP_PAPER_HEADING, _("What was dreamt of, and what gives concern"));
  lp_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (n_themes, self->mains->len); i++)
    {
      const LpMainTheme *one = &g_array_index (self->mains, LpMainTheme, i);

      lp_paper_begin_row (paper);
      lp_paper_add_cell (paper, 0, LP_PAPER_STRONG, one->count->name);
      lp_summary_add_words (paper, 1, one->dreams, G_MAXUINT);
      lp_summary_add_words (paper, 2, one->concerns, G_MAXUINT);
      lp_paper_end_row (paper);
    }
  lp_paper_end_table (paper);
}

static void
write_first (const LpSummaryFacts *self, LpPaper *paper, const Amount *amount)
{
  lp_paper_add (paper, LP_PAPER_TITLE, self->title);
  lp_paper_add (paper, LP_PAPER_BODY, self->about);
  lp_paper_add (paper, LP_PAPER_BODY, self->purpose);
  lp_paper_skip (paper, 8);
  add_figures (self, paper);
  if (self->counts->total == 0 && self->n_left > 0)
    lp_paper_add (paper, LP_PAPER_STRONG, _("There are no words here yet: a note comes along once it is reviewed and may be quoted."));
  add_chart (self, paper, amount->bars);
  add_mains (self, paper, amount->themes);
}

/* --- The second --- */

static void
add_quotes (const LpSummaryFacts *self, LpPaper *paper, guint n_quotes)
{
  if (MIN (n_quotes, self->quotes->len) == 0)
    return;
  lp_paper_add (paper, LP_PAPER_HEADING, _("In the participants’ own words"));
  for (guint i = 0; i < MIN (n_quotes, self->quotes->len); i++)
    {
      lp_paper_skip (paper, 4);
      lp_paper_add (paper, LP_PAPER_BODY, g_ptr_array_index (self->quotes, i));
    }
}

static void
add_recommendation (LpPaper *paper, const LpMainRecommendation *one, guint number)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, one->name);

  lp_paper_add (paper, LP_PAPER_STRONG, heading);
  lp_paper_add (paper, LP_PAPER_BODY, one->ground);
}

static void
add_recommendations (const LpSummaryFacts *self, LpPaper *paper, guint n)
{
  guint total = self->recommendations->len;
  guint left = total > n ? total - n : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("%u recommendation more", "%u recommendations more", left), left);

  if (MIN (n, total) == 0)
    return;
  lp_paper_add (paper, LP_PAPER_HEADING, _("Recommendations"));
  for (guint i = 0; i < MIN (n, total); i++)
    add_recommendation (paper, &g_array_index (self->recommendations, LpMainRecommendation, i), i + 1);
  if (left > 0)
    lp_paper_add (paper, LP_PAPER_BODY, more);
}

static void
write_second (const LpSummaryFacts *self, LpPaper *paper, const Amount *amount)
{
  lp_paper_break (paper);
  add_quotes (self, paper, amount->quotes);
  add_recommendations (self, paper, amount->recommendations);
  lp_summary_add_next_steps (paper, self);
  lp_paper_add (paper, LP_PAPER_HEADING, _("About this summary"));
  lp_summary_add_about (paper, self);
}

/* --- As much as fits --- */

static LpPaper *
write_sheets (const LpSummaryFacts *self, const Amount *amount, gboolean second)
{
  LpPaper *paper = lp_summary_begin (self, self->title, TRUE);

  write_first (self, paper, amount);
  if (second)
    write_second (self, paper, amount);
  return paper;
}

static guint
count_sheets (const LpSummaryFacts *self, const Amount *amount, gboolean second)
{
  g_autoptr (LpPaper) paper = write_sheets (self, amount, second);

  return lp_paper_get_n_sheets (paper);
}

/* What somebody wrote, the purpose or what happens now, is never cut: where it needs more sheets, there are more. */
static guint
count_needed (const LpSummaryFacts *self, const Amount *amount)
{
  Amount least = { amount->bars, amount->themes, 0, 0 };

  return MAX (count_sheets (self, amount, FALSE) + 1, count_sheets (self, &least, TRUE));
}

/**
 * lp_summary_paper_new: a meeting on two sheets: title, figures, the themes with dreams and concerns; then quotes, recommendations and
 * what happens now. Of the longer lists there stand so many as fit.
 *
 * Free with lp_paper_free().
 */
LpPaper *
lp_summary_paper_new (const LpSummaryFacts *self)
{
  Amount amount = { MAX_BARS, MIN (self->mains->len, MAX_THEMES), self->quotes->len, MAX_RECOMMENDATIONS };
  guint needed = 0;

  while (amount.themes > 2 && count_sheets (self, &amount, FALSE) > 1)
    amount.themes--;
  while (amount.bars > 3 && count_sheets (self, &amount, FALSE) > 1)
    amount.bars--;
  while (amount.themes > 0 && count_sheets (self, &amount, FALSE) > 1)
    amount.themes--;
  needed = count_needed (self, &amount);
  while (amount.quotes + amount.recommendations > 0 && count_sheets (self, &amount, TRUE) > needed)
    {
      if (amount.quotes > amount.recommendations)
        amount.quotes--;
      else
        amount.recommendations--;
    }
  return write_sheets (self, &amount, TRUE);
}
