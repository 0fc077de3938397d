/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-summary-parts.h"

#include <glib/gi18n-lib.h>

/** lp_summary_add_figure: in a row of such: the number, and below it what it is of. */
void
lp_summary_add_figure (LpPaper *paper, guint column, guint figure, const char *label)
{
  g_autofree char *number = g_strdup_printf ("%u", figure);

  lp_paper_add_cell (paper, column, LP_PAPER_TITLE, number);
  lp_paper_add_cell (paper, column, LP_PAPER_BODY, label);
}

/** lp_summary_add_words: what was said, one below the other. @words: of char *; @most: so many of them */
void
lp_summary_add_words (LpPaper *paper, guint column, GPtrArray *words, guint most)
{
  for (guint i = 0; i < MIN (words->len, most); i++)
    {
      g_autofree char *line = g_strconcat ("• ", g_ptr_array_index (words, i), NULL);

      lp_paper_add_cell (paper, column, LP_PAPER_BODY, line);
    }
}

/** lp_summary_add_next_steps: and whom to ask. */
void
lp_summary_add_next_steps (LpPaper *paper, const LpSummaryFacts *facts)
{
  if (*facts->next_steps != '\0')
    {
      lp_paper_add (paper, LP_PAPER_HEADING, lp_schema_heading (LP_MEETING, LP_MEETING_NEXT_STEPS));
      lp_paper_add (paper, LP_PAPER_BODY, facts->next_steps);
    }
  if (*facts->contact != '\0')
    {
      lp_paper_add (paper, LP_PAPER_HEADING, lp_schema_heading (LP_MEETING, LP_MEETING_CONTACT));
      lp_paper_add (paper, LP_PAPER_BODY, facts->contact);
    }
}

/** lp_summary_add_about: how far these words can be trusted, and what is not in them. */
void
lp_summary_add_about (LpPaper *paper, const LpSummaryFacts *facts)
{
  g_autofree char *left_out =
      g_strdup_printf (ngettext ("%u of %u notes is left out, to protect whoever said it.", "%u of %u notes are left out, to protect those"
                                 " who said them.", facts->n_left), facts->n_left, facts->n_notes);

  lp_paper_add (paper, LP_PAPER_BODY,
                _("The notes are the participants’ own words. They are not the position of the Council."));
  if (facts->n_left > 0)
    lp_paper_add (paper, LP_PAPER_BODY, left_out);
}

/** lp_summary_begin: Returns: (transfer full): a paper that says at the foot of each sheet of which meeting it is, and at its head whether it is internal */
LpPaper *
lp_summary_begin (const LpSummaryFacts *facts, const char *title, gboolean tight)
{
  /* Translators: the code of the language that you translate to, as in "da" */
  LpPaper *paper = lp_paper_new (title, C_("language", "en"));
  g_autofree char *footer = g_strjoin (" · ", facts->title, *facts->about != '\0' ? facts->about : NULL, NULL);

  if (tight)
    lp_paper_set_tight (paper);
  if (facts->internal)
    lp_paper_set_mark (paper, _("CONFIDENTIAL – for internal use only"));
  lp_paper_set_footer (paper, footer);
  return paper;
}
