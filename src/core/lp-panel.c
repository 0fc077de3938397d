/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEETINGS \
  "SELECT id, title, date, (SELECT count (*) FROM note n WHERE n.space=m.id AND n.deleted=0)" \
  " FROM meeting m WHERE panel=?1 AND deleted=0 ORDER BY date DESC, num DESC"

/* A note counts in its home alone. */
#define THEMES \
  "SELECT t.id, t.name, t.shared_name," \
  " (SELECT count (*) FROM placement p JOIN note n ON n.id=p.note AND n.deleted=0" \
  "  WHERE p.theme=t.id AND p.deleted=0 AND p.also=0)" \
  " FROM theme t WHERE t.space=?1 AND t.deleted=0 ORDER BY t.rank, t.id"

#define PERSPECTIVES \
  "SELECT perspective, count (*) FROM note WHERE space=?1 AND deleted=0 GROUP BY perspective"

#define MUNICIPALITIES \
  "SELECT municipality, count (*) FROM note WHERE space=?1 AND deleted=0 AND municipality<>'' GROUP BY municipality"

#define TABLES \
  "SELECT '', count (DISTINCT table_number) FROM note WHERE space=?1 AND deleted=0 AND table_number>0"

/** Reading: where it is, and the rows by their folded names. */
typedef struct {
  LpPanel    *panel;
  guint       meeting;
  GHashTable *themes;
  GHashTable *municipalities;
} Reading;

typedef void (*TakeRow) (Reading *self, LpQuery *query);

static void
meeting_free (gpointer data)
{
  LpPanelMeeting *self = data;

  g_free (self->title);
  g_free (self->date);
  g_free (self);
}

static void
row_free (gpointer data)
{
  LpPanelRow *self = data;

  g_free (self->name);
  g_free (self->counts);
  g_clear_pointer (&self->themes, g_array_unref);
  g_free (self);
}

static LpPanelRow *
add_row (Reading *self, GPtrArray *rows, const char *name)
{
  LpPanelRow *row = g_new0 (LpPanelRow, 1);

  row->name = g_strdup (name);
  row->counts = g_new0 (guint, self->panel->meetings->len);
  g_ptr_array_add (rows, row);
  return row;
}

/* What is the same to a reader is one row. */
static LpPanelRow *
ensure_row (Reading *self, GHashTable *by_name, GPtrArray *rows, const char *name)
{
  g_autofree char *folded = lp_fold_text (name);
  LpPanelRow *row = g_hash_table_lookup (by_name, g_strstrip (folded));

  if (row != NULL)
    return row;
  row = add_row (self, rows, name);
  g_hash_table_insert (by_name, g_steal_pointer (&folded), row);
  return row;
}

static void
count (Reading *self, LpPanelRow *row, guint n)
{
  row->counts[self->meeting] += n;
  row->total += n;
}

static void
take_theme (Reading *self, LpQuery *query)
{
  const char *own = lp_query_text (query, 1);
  const char *shared = lp_query_text (query, 2);
  LpPanelRow *row = ensure_row (self, self->themes, self->panel->themes, *shared != '\0' ? shared : own);
  LpId id = { 0 };

  if (row->themes == NULL)
    row->themes = g_array_new (FALSE, FALSE, sizeof (LpId));
  lp_query_id (query, 0, &id);
  g_array_append_val (row->themes, id);
  row->shared |= *shared != '\0';
  count (self, row, lp_query_int (query, 3));
}

static void
take_municipality (Reading *self, LpQuery *query)
{
  count (self, ensure_row (self, self->municipalities, self->panel->municipalities, lp_query_text (query, 0)),
         lp_query_int (query, 1));
}

static void
take_perspective (Reading *self, LpQuery *query)
{
  LpPerspective perspective;

  if (lp_perspective_find (lp_query_text (query, 0), &perspective))
    count (self, g_ptr_array_index (self->panel->perspectives, perspective), lp_query_int (query, 1));
}

static void
take_tables (Reading *self, LpQuery *query)
{
  LpPanelRow *row = g_ptr_array_index (self->panel->tables, 0);

  row->counts[self->meeting] = lp_query_int (query, 1);
  row->total = MAX (row->total, row->counts[self->meeting]);
}

static gboolean
take_all (Reading *self, LpReader *reader, const char *sql, const LpId *bound, TakeRow take, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, bound);
  while (lp_query_next (query, &problem))
    take (self, query);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
take_meeting (Reading *self, LpQuery *query)
{
  LpPanelMeeting *meeting = g_new0 (LpPanelMeeting, 1);

  lp_query_id (query, 0, &meeting->id);
  meeting->title = g_strdup (lp_query_text (query, 1));
  meeting->date = g_strdup (lp_query_text (query, 2));
  meeting->notes = lp_query_int (query, 3);
  g_ptr_array_add (self->panel->meetings, meeting);
}

static gboolean
read_meetings (Reading *self, LpReader *reader, GError **error)
{
  static const struct {
    const char *sql;
    TakeRow     take;
  } parts[] = {
    { THEMES, take_theme },
    { PERSPECTIVES, take_perspective },
    { MUNICIPALITIES, take_municipality },
    { TABLES, take_tables },
  };

  for (self->meeting = 0; self->meeting < self->panel->meetings->len; self->meeting++)
    {
      LpPanelMeeting *meeting = g_ptr_array_index (self->panel->meetings, self->meeting);

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          if (!take_all (self, reader, parts[i].sql, &meeting->id, parts[i].take, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Most notes first; then by name. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LpPanelRow *one = *(LpPanelRow **) a;
  const LpPanelRow *other = *(LpPanelRow **) b;

  if (one->total != other->total)
    return one->total < other->total ? 1 : -1;
  return g_utf8_collate (one->name, other->name);
}

static LpPanel *
panel_new (void)
{
  LpPanel *self = g_new0 (LpPanel, 1);

  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  self->themes = g_ptr_array_new_with_free_func (row_free);
  self->municipalities = g_ptr_array_new_with_free_func (row_free);
  self->perspectives = g_ptr_array_new_with_free_func (row_free);
  self->tables = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/**
 * lp_panel_load: counts what was said at all meetings of a panel. With many notes it takes its time: then call it on a thread,
 * between lp_reader_begin() and lp_reader_end(). Themes whose names read the same are one row; so are those that were given one
 * name, see lp_themes_share_name(). Transfer full.
 */
LpPanel *
lp_panel_load (LpReader *reader, const LpId *panel, GError **error)
{
  g_autoptr (LpPanel) self = panel_new ();
  g_autoptr (GHashTable) themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) municipalities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .panel = self, .themes = themes, .municipalities = municipalities };

  if (!take_all (&reading, reader, MEETINGS, panel, take_meeting, error))
    return NULL;
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    add_row (&reading, self->perspectives, lp_perspective_label (i));
  add_row (&reading, self->tables, _("Tables that gave notes"));
  if (!read_meetings (&reading, reader, error))
    return NULL;
  g_ptr_array_sort (self->themes, compare_rows);
  g_ptr_array_sort (self->municipalities, compare_rows);
  return g_steal_pointer (&self);
}

/** lp_panel_free: Frees the tables in it as well */
void
lp_panel_free (LpPanel *self)
{
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->municipalities);
  g_ptr_array_unref (self->perspectives);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * lp_themes_share_name: the themes keep the names that they have in their meetings. Those that are not there any more are passed
 * over. Nothing is added to the change set for one that goes by that name already.
 */
gboolean
lp_themes_share_name (LpChangeSet *changes, LpReader *reader, const LpId *themes, guint n_themes, const char *name,
                      GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < n_themes && problem == NULL; i++)
    {
      g_autoptr (LpRecord) theme = lp_reader_load (reader, LP_THEME, &themes[i], &problem);

      if (theme == NULL || g_str_equal (trimmed, lp_record_text (theme, LP_THEME_SHARED_NAME)))
        continue;
      lp_edit_text (lp_change_set_put (changes, LP_THEME, lp_record_get_space (theme), &themes[i]),
                    LP_THEME_SHARED_NAME, *trimmed != '\0' ? trimmed : NULL);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
