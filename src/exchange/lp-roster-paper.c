/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-roster-paper.h"

#include "lp-meeting-load.h"
#include "lp-roster.h"

#include <glib/gi18n-lib.h>

#define MM (72 / 25.4)

/* The usual size of badges that go into a holder. */
#define BADGE_WIDTH (90 * MM)
#define BADGE_HEIGHT (54 * MM)
#define BADGE_COLUMNS 2
#define BADGE_ROWS 5
#define BADGE_PADDING (5 * MM)

#define SHEET_MARGIN (18 * MM)
#define HEAD_HEIGHT (20 * MM)
#define ROW_HEIGHT (16 * MM)
#define NAME_HEIGHT (8.5 * MM)
#define ABOUT_HEIGHT (5 * MM)

static int
table_of (LpRecord *person)
{
  return (int) lp_record_int (person, LP_PARTICIPANT_TABLE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return lp_roster_compare (*(LpRecord **) a, *(LpRecord **) b, LP_ROSTER_BY_NAME);
}

static LpRoster *
load_sorted (LpReader *reader, const LpId *meeting, GError **error)
{
  LpRoster *roster = lp_roster_load (reader, meeting, error);

  if (roster)
    g_ptr_array_sort (roster->people, compare_names);
  return roster;
}

/* Of none it is known: the municipality, the role. */
static const char *
origin_of (LpRecord *person)
{
  static const guint fields[] = { LP_PARTICIPANT_ORGANISATION, LP_PARTICIPANT_MUNICIPALITY,
                                  LP_PARTICIPANT_ROLE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (*lp_record_text (person, fields[i]) != '\0')
        return lp_record_text (person, fields[i]);
    }
  return "";
}

/* --- Badges --- */

static void
place (LpPaper *paper, LpPaperStyle style, LpPaperAlign align, const char *text, const LpPaperBox *box)
{
  if (*text != '\0')
    lp_paper_place (paper, style, align, text, box);
}

/* Name, organisation, and the table at the foot. */
static void
place_badge (LpPaper *paper, LpRecord *person, double x, double y)
{
  int table = table_of (person);
  g_autofree char *where = table > 0 ? g_strdup_printf (_("Table %d"), table) : g_strdup ("");
  double width = BADGE_WIDTH - 2 * BADGE_PADDING;
  LpPaperBox frame = { x, y, BADGE_WIDTH, BADGE_HEIGHT };
  LpPaperBox name = { x + BADGE_PADDING, y + 5 * MM, width, 23 * MM };
  LpPaperBox origin = { x + BADGE_PADDING, y + 29 * MM, width, 11 * MM };
  LpPaperBox foot = { x + BADGE_PADDING, y + 41 * MM, width, 8 * MM };

  lp_paper_place_frame (paper, &frame);
  place (paper, LP_PAPER_NAME, LP_PAPER_CENTER, lp_record_text (person, LP_PARTICIPANT_NAME), &name);
  place (paper, LP_PAPER_BODY, LP_PAPER_CENTER, origin_of (person), &origin);
  place (paper, LP_PAPER_HEADING, LP_PAPER_CENTER, where, &foot);
}

LpPaper *
lp_badges_paper_new (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpRoster) roster = load_sorted (reader, meeting, error);
  LpPaper *paper;
  double left = (LP_PAPER_WIDTH - BADGE_COLUMNS * BADGE_WIDTH) / 2;
  double top = (LP_PAPER_HEIGHT - BADGE_ROWS * BADGE_HEIGHT) / 2;

  if (!roster)
    return NULL;
  /* Translators: the code of the language that you translate to, as in "da" */
  paper = lp_paper_new (_("Name Badges"), C_("language", "en"));
  for (guint i = 0; i < roster->people->len; i++)
    {
      guint on_sheet = i % (BADGE_COLUMNS * BADGE_ROWS);

      if (i > 0 && on_sheet == 0)
        lp_paper_break (paper);
      place_badge (paper, g_ptr_array_index (roster->people, i),
                   left + on_sheet % BADGE_COLUMNS * BADGE_WIDTH,
                   top + on_sheet / BADGE_COLUMNS * BADGE_HEIGHT);
    }
  return paper;
}

/* --- Tables --- */

static void
place_head (LpPaper *paper, int table, const char *meeting)
{
  g_autofree char *name =
      table > 0 ? g_strdup_printf (_("Table %d"), table) : g_strdup (_("Without a Table"));
  double half = LP_PAPER_WIDTH / 2 - SHEET_MARGIN;
  LpPaperBox left = { SHEET_MARGIN, SHEET_MARGIN, half, HEAD_HEIGHT };
  LpPaperBox right = { SHEET_MARGIN + half, SHEET_MARGIN, half, HEAD_HEIGHT };

  place (paper, LP_PAPER_NAME, LP_PAPER_START, name, &left);
  place (paper, LP_PAPER_BODY, LP_PAPER_END, meeting, &right);
}

static void
place_person (LpPaper *paper, LpRecord *person, double y)
{
  double width = LP_PAPER_WIDTH - 2 * SHEET_MARGIN;
  LpPaperBox name = { SHEET_MARGIN, y, width, NAME_HEIGHT };
  LpPaperBox about = { SHEET_MARGIN, y + NAME_HEIGHT, width, ABOUT_HEIGHT };

  place (paper, LP_PAPER_NAME, LP_PAPER_START, lp_record_text (person, LP_PARTICIPANT_NAME), &name);
  place (paper, LP_PAPER_BODY, LP_PAPER_START, origin_of (person), &about);
}

/* begun: whether there is a sheet already. */
static void
place_table (LpPaper *paper, LpRoster *roster, int table, const char *meeting, gboolean *begun)
{
  double top = SHEET_MARGIN + HEAD_HEIGHT + 4 * MM;
  double y = LP_PAPER_HEIGHT;

  for (guint i = 0; i < roster->people->len; i++)
    {
      LpRecord *person = g_ptr_array_index (roster->people, i);

      if (table_of (person) != table)
        continue;
      if (y + ROW_HEIGHT > LP_PAPER_HEIGHT - SHEET_MARGIN)
        {
          if (*begun)
            lp_paper_break (paper);
          *begun = TRUE;
          place_head (paper, table, meeting);
          y = top;
        }
      place_person (paper, person, y);
      y += ROW_HEIGHT;
    }
}

LpPaper *
lp_tables_paper_new (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpRecord) record = lp_meeting_load (reader, meeting, error);
  g_autoptr (LpRoster) roster = record ? load_sorted (reader, meeting, error) : NULL;
  const char *title = record ? lp_record_text (record, LP_MEETING_TITLE) : "";
  gboolean begun = FALSE;
  LpPaper *paper;

  if (!roster)
    return NULL;
  paper = lp_paper_new (_("Table Lists"), C_("language", "en"));
  for (guint table = 1; table <= roster->tables->len; table++)
    place_table (paper, roster, (int) table, title, &begun);
  place_table (paper, roster, 0, title, &begun);
  return paper;
}
