/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-stream.h"

#include <glib/gi18n-lib.h>

/* For the house: everybody. */
enum { NAME, ORGANISATION, ROLE, MUNICIPALITY, PERSPECTIVE, TABLE, PRESENT, CONSENT, N_COLUMNS };

/* For the public: councils. */
enum { COUNCIL, COUNT, N_COUNCIL_COLUMNS };

#define PEOPLE "SELECT num FROM participant WHERE space = ?1 AND deleted = 0 ORDER BY num"

#define COUNCILS \
  "SELECT organisation, count (*) AS n FROM participant WHERE space = ?1 AND deleted = 0 AND organisation <> ''" \
  " GROUP BY organisation ORDER BY n DESC, organisation"

static const guint fields[N_COLUMNS] = {
  [NAME] = LP_PARTICIPANT_NAME,
  [ORGANISATION] = LP_PARTICIPANT_ORGANISATION,
  [ROLE] = LP_PARTICIPANT_ROLE,
  [MUNICIPALITY] = LP_PARTICIPANT_MUNICIPALITY,
  [PERSPECTIVE] = LP_PARTICIPANT_PERSPECTIVE,
  [TABLE] = LP_PARTICIPANT_TABLE,
  [PRESENT] = LP_PARTICIPANT_PRESENT,
  [CONSENT] = LP_PARTICIPANT_CONSENT,
};

/* --- Everybody --- */

static LpSheetShape
make_shape (void)
{
  static const struct {
    double  width;
    LpStyle style;
  } looks[N_COLUMNS] = {
    [NAME] = { 28, LP_STYLE_TEXT }, [ORGANISATION] = { 36, LP_STYLE_TEXT }, [ROLE] = { 22, LP_STYLE_TEXT },
    [MUNICIPALITY] = { 18, LP_STYLE_TEXT }, [PERSPECTIVE] = { 17, LP_STYLE_TEXT }, [TABLE] = { 8, LP_STYLE_NUMBER },
    [PRESENT] = { 10, LP_STYLE_CENTER }, [CONSENT] = { 10, LP_STYLE_CENTER },
  };
  LpSheetShape shape = { .name = _("Participants"), .landscape = TRUE, .filter = TRUE, .n_columns = N_COLUMNS };

  for (guint i = 0; i < N_COLUMNS; i++)
    shape.columns[i] = (LpSheetColumn) { lp_schema_heading (LP_PARTICIPANT, fields[i]), looks[i].width, looks[i].style };
  return shape;
}

static void
add_person (LpSheet  *sheet,
            LpRecord *person)
{
  gint64 table = lp_record_int (person, LP_PARTICIPANT_TABLE);
  LpCell cells[N_COLUMNS] = {
    [PERSPECTIVE] = LP_CELL_TEXT (lp_perspective_word (lp_record_text (person, LP_PARTICIPANT_PERSPECTIVE))),
    [TABLE] = table != 0 ? LP_CELL_NUMBER (table) : LP_CELL_TEXT (NULL),
    [PRESENT] = LP_CELL_TEXT (lp_record_int (person, LP_PARTICIPANT_PRESENT) ? _("Yes") : _("No")),
    [CONSENT] = LP_CELL_TEXT (lp_record_int (person, LP_PARTICIPANT_CONSENT) ? _("Yes") : _("No")),
  };

  for (guint i = NAME; i <= MUNICIPALITY; i++)
    cells[i] = LP_CELL_TEXT (lp_record_text (person, fields[i]));
  lp_sheet_add (sheet, cells, N_COLUMNS);
}

static gboolean
write_people (LpWorkbookJob  *job,
              GError        **error)
{
  g_autoptr (GPtrArray) people = lp_reader_load_all (job->reader, LP_PARTICIPANT, PEOPLE, &job->meeting, error);
  LpSheetShape shape = make_shape ();
  LpSheet *sheet = NULL;

  if (!people)
    return FALSE;

  sheet = lp_workbook_job_sheet (job, LP_SHEET_PARTICIPANTS, &shape);
  for (guint i = 0; i < people->len; i++)
    add_person (sheet, g_ptr_array_index (people, i));

  return TRUE;
}

/* --- Councils --- */

typedef struct {
  char  *name;
  guint  count;
} Council;

static void
council_clear (gpointer data)
{
  g_free (((Council *) data)->name);
}

static GArray *
load_councils (LpWorkbookJob  *job,
               GError        **error)
{
  g_autoptr (GArray) councils = g_array_new (FALSE, FALSE, sizeof (Council));
  g_autoptr (LpQuery) query = lp_reader_query (job->reader, COUNCILS);
  g_autoptr (GError) failure = NULL;

  g_array_set_clear_func (councils, council_clear);
  lp_query_bind_id (query, 1, &job->meeting);
  while (lp_query_next (query, &failure))
    {
      Council council = { g_strdup (lp_query_text (query, 0)), lp_query_int (query, 1) };

      g_array_append_val (councils, council);
    }
  if (!failure)
    return g_steal_pointer (&councils);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/*
 * How many of the councils, from the largest, are shown with their number. The number of all participants is known, so that of the
 * hidden together is, too: they must be two at least, and not have one each, else each can be told.
 */
static guint
count_shown (GArray *councils,
             guint   limit)
{
  guint shown = 0, sum = 0;

  while (shown < councils->len && g_array_index (councils, Council, shown).count >= limit)
    shown++;
  for (guint i = shown; i < councils->len; i++)
    sum += g_array_index (councils, Council, i).count;
  while (shown > 0 && shown < councils->len && (councils->len - shown < 2 || sum == councils->len - shown))
    sum += g_array_index (councils, Council, --shown).count;

  return shown;
}

static void
add_councils_named (LpSheet *sheet,
                    GArray  *councils,
                    guint    n_named,
                    guint    n_shown)
{
  for (guint i = 0; i < n_named; i++)
    {
      const Council *council = &g_array_index (councils, Council, i);

      lp_sheet_add (sheet, (LpCell[N_COUNCIL_COLUMNS]) {
        [COUNCIL] = LP_CELL_TEXT (council->name),
        [COUNT] = i < n_shown ? LP_CELL_NUMBER (council->count) : LP_CELL_TEXT (LP_HIDDEN_MARK),
      }, N_COUNCIL_COLUMNS);
    }
}

/* Whether each that is hidden has one participant, which the number of all tells. Then it is not told which they are. */
static gboolean
are_singles (GArray *councils,
             guint   n_shown)
{
  for (guint i = n_shown; i < councils->len; i++)
    {
      if (g_array_index (councils, Council, i).count != 1)
        return FALSE;
    }
  return n_shown < councils->len;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (((const Council *) a)->name, ((const Council *) b)->name);
}

/* Those that are hidden stand by their names: in the order of their numbers the first would be known to have most. */
static void
sort_hidden (GArray *councils,
             guint   n_shown)
{
  if (n_shown < councils->len)
    qsort (&g_array_index (councils, Council, n_shown), councils->len - n_shown, sizeof (Council), compare_names);
}

static void
add_councils (LpSheet *sheet,
              GArray  *councils,
              guint    n_shown)
{
  guint n_hidden = councils->len - n_shown;
  g_autofree char *singles = g_strdup_printf (ngettext ("%u council or organisation with one participant",
                                                        "%u councils and organisations with one participant each", n_hidden), n_hidden);

  if (are_singles (councils, n_shown))
    {
      add_councils_named (sheet, councils, n_shown, n_shown);
      lp_sheet_add (sheet, (LpCell[N_COUNCIL_COLUMNS]) { [COUNCIL] = LP_CELL_TEXT (singles), [COUNT] = LP_CELL_NUMBER (n_hidden) },
                    N_COUNCIL_COLUMNS);
    }
  else
    {
      sort_hidden (councils, n_shown);
      add_councils_named (sheet, councils, councils->len, n_shown);
    }
}

static gboolean
write_councils (LpWorkbookJob  *job,
                GError        **error)
{
  g_autoptr (GArray) councils = load_councils (job, error);
  LpSheetShape shape = {
    .name = _("Participants"),
    .filter = TRUE,
    .n_columns = N_COUNCIL_COLUMNS,
    .columns = {
      [COUNCIL] = { lp_schema_heading (LP_PARTICIPANT, LP_PARTICIPANT_ORGANISATION), 60, LP_STYLE_TEXT },
      [COUNT] = { _("Participants"), 14, LP_STYLE_NUMBER },
    },
  };
  LpSheet *sheet = NULL;

  if (!councils)
    return FALSE;

  sheet = lp_workbook_job_sheet (job, LP_SHEET_PARTICIPANTS, &shape);
  add_councils (sheet, councils, count_shown (councils, lp_publication_get_limit (job->publication)));

  return TRUE;
}

/** Who was there: for the house everybody, for the public how many from which council. */
gboolean
lp_workbook_write_participants (LpWorkbookJob  *job,
                                GError        **error)
{
  return lp_workbook_job_is_internal (job) ? write_people (job, error) : write_councils (job, error);
}
