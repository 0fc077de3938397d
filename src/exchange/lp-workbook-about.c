/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>

enum { WHAT, VALUE, REMARK, N_COLUMNS };

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("About"),
    .n_columns = N_COLUMNS,
    .columns = {
      [WHAT] = { NULL, 44, LP_STYLE_TEXT },
      [VALUE] = { NULL, 40, LP_STYLE_TEXT },
      [REMARK] = { NULL, 60, LP_STYLE_TEXT },
    },
  };
}

static void
add_count (LpSheet    *sheet,
           const char *what,
           guint       count,
           const char *remark)
{
  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) { LP_CELL_TEXT (what), LP_CELL_STYLED_NUMBER (count, LP_STYLE_COUNT),
                                             LP_CELL_TEXT (remark) }, N_COLUMNS);
}

static void
add_file (LpWorkbookJob *job,
          LpSheet       *sheet)
{
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (_("Made with")), LP_CELL_TEXT ("Landspanel " PACKAGE_VERSION) }, 2);
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (_("Exported")),
                                    lp_workbook_job_moment (job, g_get_real_time () / 1000) }, 2);
}

static void
add_notes (LpWorkbookJob *job,
           LpSheet       *sheet)
{
  char id[LP_ID_STRING_SIZE];

  lp_id_print (&job->meeting, id);
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (_("Meeting")), LP_CELL_TEXT (id) }, 2);
  add_count (sheet, _("Notes"), job->counts->total, NULL);
  add_count (sheet, _("Continued notes"), job->continued,
             _("Notes longer than the 32,767 characters of a cell are continued in further rows."));
}

static void
add_internal (LpSheet *sheet)
{
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("Internal: all notes as they were said, and all participants. Nothing is left out or "
                                          "masked. Do not pass on."), LP_STYLE_PART), 1);
}

static void
add_public (LpWorkbookJob *job,
            LpSheet       *sheet)
{
  guint n_hidden = lp_publication_get_n_hidden (job->publication);
  g_autofree char *rule =
      g_strdup_printf (_("Fewer than %u notes in a cell, or so few from one perspective at one table, are hidden (–), and others "
                         "with them, so that none can be computed."), lp_publication_get_limit (job->publication));

  lp_sheet_add (sheet, &LP_CELL_STYLED (_("Public: nobody’s name, and only notes that were reviewed and may be quoted."),
                                        LP_STYLE_PART), 1);
  lp_sheet_skip (sheet);
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("Left out"), LP_STYLE_SECTION), 1);
  for (guint i = 0; i < LP_N_LEAVES; i++)
    add_count (sheet, lp_leave_reason (i), lp_publication_get_left (job->publication, i), NULL);
  add_count (sheet, _("Quotes without a profile"), lp_publication_get_n_unattributed (job->publication),
             _("They stand among the notes, and not among the quotes."));
  add_count (sheet, _("Hidden figures"), n_hidden, rule);
}

/** What the file is, for whom, and what was left out; of a panel, of one meeting after the other. */
gboolean
lp_workbook_write_about (LpWorkbookJob  *job,
                         GError        **error)
{
  LpSheetShape shape = make_shape ();
  gboolean first = job->sheets[LP_SHEET_ABOUT].book == NULL;
  LpSheet *sheet = lp_workbook_job_sheet (job, LP_SHEET_ABOUT, &shape);

  if (first)
    {
      lp_sheet_add (sheet, &LP_CELL_STYLED (_("About this workbook"), LP_STYLE_TITLE), 1);
      lp_sheet_skip (sheet);
      add_file (job, sheet);
    }
  if (job->label)
    {
      lp_sheet_skip (sheet);
      lp_sheet_add (sheet, &LP_CELL_STYLED (job->label, LP_STYLE_SECTION), 1);
    }
  add_notes (job, sheet);
  lp_sheet_skip (sheet);
  if (lp_workbook_job_is_internal (job))
    add_internal (sheet);
  else
    add_public (job, sheet);

  return TRUE;
}
