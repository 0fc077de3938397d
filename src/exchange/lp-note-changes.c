/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-changes.h"

#include "lp-importer.h"
#include "lp-meeting-load.h"
#include "lp-note-actions.h"
#include "lp-note-review.h"
#include "lp-note-table.h"
#include "lp-note-theme.h"
#include "lp-theme-actions.h"
#include "lp-withdrawal.h"
#include "lp-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TABLE 999
#define THEMES "SELECT id, name FROM theme WHERE space=?1 AND deleted=0 ORDER BY rank, num"

/* A note as the file has it: its row, and the rows in which texts too long for a cell go on. */
typedef struct {
  char     *code;
  guint     row;
  gboolean  has_row;
  gboolean  twice;
  char     *cells[LP_N_NOTE_CHANGES];
  GString  *more[LP_N_NOTE_CHANGES];
} Entry;

typedef struct {
  LpReader      *reader;
  LpId           meeting;
  LpNoteTable   *table;
  GPtrArray     *entries;  /* of Entry, in the order of the file */
  GHashTable    *by_code;  /* code → Entry */
  LpNoteChanges *result;
} Loading;

static const guint fields[LP_N_NOTE_CHANGES] = {
  [LP_NOTE_CHANGE_TEXT] = LP_NOTE_TEXT,
  [LP_NOTE_CHANGE_KIND] = LP_NOTE_KIND,
  [LP_NOTE_CHANGE_TABLE] = LP_NOTE_TABLE,
  [LP_NOTE_CHANGE_PERSPECTIVE] = LP_NOTE_PERSPECTIVE,
  [LP_NOTE_CHANGE_PROFILE] = LP_NOTE_PROFILE,
  [LP_NOTE_CHANGE_MUNICIPALITY] = LP_NOTE_MUNICIPALITY,
  [LP_NOTE_CHANGE_VERBATIM] = LP_NOTE_VERBATIM,
  [LP_NOTE_CHANGE_CONSENT] = LP_NOTE_CONSENT,
};

/** lp_note_change_label: Returns: (transfer none): the heading of the column, in the user's language */
const char *
lp_note_change_label (LpNoteChangeField field)
{
  return field == LP_NOTE_CHANGE_THEME ? lp_schema_heading (LP_THEME, LP_THEME_NAME) : lp_schema_heading (LP_NOTE, fields[field]);
}

/** lp_note_change_id: Returns: (transfer none): the field as JSON output has it */
const char *
lp_note_change_id (LpNoteChangeField field)
{
  return field == LP_NOTE_CHANGE_THEME ? "theme" : field == LP_NOTE_CHANGE_TABLE ? "table"
                                                 : lp_schema_entity (LP_NOTE)->fields[fields[field]].name;
}

static void
change_free (gpointer data)
{
  LpNoteChange *change = data;

  g_free (change->code);
  g_free (change->before);
  g_free (change->after);
  lp_value_clear (&change->was);
  lp_value_clear (&change->becomes);
  g_free (change);
}

static void
problem_free (gpointer data)
{
  LpNoteProblem *problem = data;

  g_free (problem->column);
  g_free (problem->reason);
  g_free (problem);
}

void
lp_note_changes_free (LpNoteChanges *self)
{
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  for (guint i = 0; i < LP_N_NOTE_CHANGES; i++)
    {
      g_free (entry->cells[i]);
      if (entry->more[i] != NULL)
        g_string_free (entry->more[i], TRUE);
    }
  g_free (entry);
}

/* "D", as spreadsheets name the fourth. */
static char *
name_column (int column)
{
  GString *name = g_string_new (NULL);

  for (int n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (n - 1) % 26));
  return g_string_free_and_steal (name);
}

/* reason: transfer full */
static void
add_problem (Loading *self, guint row, int column, char *reason)
{
  LpNoteProblem *problem = g_new0 (LpNoteProblem, 1);

  problem->row = row;
  problem->column = column >= 0 ? name_column (column) : NULL;
  problem->reason = reason;
  g_ptr_array_add (self->result->problems, problem);
}

static const char *
get_cell (const LpXlsxRow *row, int column)
{
  return column >= 0 && (guint) column < row->cells->len ? g_ptr_array_index (row->cells, column) : "";
}

static gboolean
is_blank (const LpXlsxRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *text = g_ptr_array_index (row->cells, i);

      if (text[strspn (text, " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static Entry *
find_entry (Loading *self, const char *code, guint row)
{
  Entry *entry = g_hash_table_lookup (self->by_code, code);

  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  entry->code = g_strdup (code);
  entry->row = row;
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_code, entry->code, entry);
  return entry;
}

static void
add_more (Entry *entry, guint field, const char *text)
{
  if (*text == '\0')
    return;
  if (entry->more[field] == NULL)
    entry->more[field] = g_string_new (NULL);
  g_string_append (entry->more[field], text);
}

static void
add_row (Loading *self, Entry *entry, const LpXlsxRow *row, gboolean goes_on)
{
  if (!goes_on && entry->has_row)
    {
      entry->twice = TRUE;
      add_problem (self, row->number, self->table->columns[LP_NOTE_TABLE_CODE],
                   g_strdup_printf (_("%s is in the file twice. Take one of its rows out."), entry->code));
      return;
    }
  for (guint i = 0; i < LP_N_NOTE_CHANGES; i++)
    {
      if (goes_on)
        add_more (entry, i, get_cell (row, self->table->columns[i]));
      else
        entry->cells[i] = g_strdup (get_cell (row, self->table->columns[i]));
    }
  entry->has_row |= !goes_on;
  entry->row = goes_on ? entry->row : row->number;
}

/* "07-012 (continued)", in whatever language: its texts go on here. */
static void
read_row (Loading *self, const LpXlsxRow *row)
{
  const char *cell = get_cell (row, self->table->columns[LP_NOTE_TABLE_CODE]);
  const char *mark = strchr (cell, '(');
  g_autofree char *word = mark != NULL ? g_strndup (cell, (gsize) (mark - cell)) : g_strdup (cell);
  gint64 station = 0;
  gint64 number = 0;

  if (is_blank (row))
    return;
  if (lp_note_code_parse (word, &station, &number))
    {
      g_autofree char *code = lp_note_code (station, number);

      add_row (self, find_entry (self, code, row->number), row, mark != NULL);
    }
  else if (*g_strstrip (word) == '\0')
    add_problem (self, row->number, self->table->columns[LP_NOTE_TABLE_CODE],
                 g_strdup (_("The row has no code. New notes are taken in by “Import Notes…”.")));
  else
    add_problem (self, row->number, self->table->columns[LP_NOTE_TABLE_CODE],
                 g_strdup_printf (_("“%s” is no code of a note. A code is two numbers, such as 07-012."), word));
}

/* Composed characters, LF as line break. */
static char *
plain_text (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *plain = g_string_new (NULL);

  for (const char *c = composed != NULL ? composed : text; *c != '\0'; c++)
    {
      if (c[0] == '\r' && c[1] == '\n')
        continue;
      g_string_append_c (plain, *c == '\r' ? '\n' : *c);
    }
  return g_string_free_and_steal (plain);
}

static char *
plain_word (const char *text)
{
  char *plain = plain_text (text);

  return g_strstrip (plain);
}

static LpValue
text_value (const char *text)
{
  return *text != '\0' ? (LpValue) { .kind = LP_VALUE_TEXT, .text = g_strdup (text) } : (LpValue) { 0 };
}

static LpValue
number_value (gint64 number)
{
  return (LpValue) { .kind = LP_VALUE_INT, .number = number };
}

/* A spreadsheet may have made "3.0" of a 3. */
static gboolean
read_table (const char *word, gint64 *table)
{
  char *end = NULL;
  double number = *word != '\0' ? g_ascii_strtod (word, &end) : 0;

  *table = (gint64) number;
  return (*word == '\0' || *end == '\0') && number >= 0 && number <= MAX_TABLE && (double) *table == number;
}

/* Reads a cell; FALSE, with what is wrong, when it cannot be. */
static gboolean
read_cell (LpNoteChangeField field, const char *word, LpValue *value, char **reason)
{
  LpKind kind = 0;
  LpPerspective perspective = 0;
  gboolean flag = FALSE;
  gint64 table = 0;

  switch (field)
    {
    case LP_NOTE_CHANGE_KIND:
      if (lp_kind_find (word, &kind))
        *value = text_value (lp_kind_id (kind));
      else
        *reason = g_strdup_printf (_("“%s” is not a kind of note. Write dream, concern, experience, proposal or story."), word);
      break;
    case LP_NOTE_CHANGE_PERSPECTIVE:
      if (*word != '\0' && lp_perspective_find (word, &perspective))
        *value = text_value (lp_perspective_id (perspective));
      else if (*word != '\0')
        *reason = g_strdup_printf (_("“%s” is not a perspective. Write lived, professional, expert, political or "
                                     "relative, or nothing."), word);
      break;
    case LP_NOTE_CHANGE_TABLE:
      if (read_table (word, &table))
        *value = table != 0 ? number_value (table) : (LpValue) { 0 };
      else
        *reason = g_strdup_printf (_("“%s” is not the number of a table. Write a number from 0 to %d, or nothing."), word, MAX_TABLE);
      break;
    case LP_NOTE_CHANGE_VERBATIM:
    case LP_NOTE_CHANGE_CONSENT:
      if (lp_flag_find (word, &flag))
        *value = number_value (flag);
      else
        *reason = g_strdup_printf (_("“%s” is neither yes nor no. Write 1 for yes, and 0 or nothing for no."), word);
      break;
    default:
      *value = text_value (word);
      break;
    }
  return *reason == NULL;
}

/* As a reader would say it. */
static char *
show_value (LpNoteChangeField field, const LpValue *value)
{
  LpKind kind = 0;
  LpPerspective perspective = 0;

  if (field == LP_NOTE_CHANGE_VERBATIM || field == LP_NOTE_CHANGE_CONSENT)
    return g_strdup (value->kind == LP_VALUE_INT && value->number != FALSE ? _("Yes") : _("No"));
  if (value->kind == LP_VALUE_INT)
    return value->number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value->number) : g_strdup ("");
  if (value->kind != LP_VALUE_TEXT)
    return g_strdup ("");
  if (field == LP_NOTE_CHANGE_KIND && lp_kind_find (value->text, &kind))
    return g_strdup (lp_kind_label (kind));
  if (field == LP_NOTE_CHANGE_PERSPECTIVE && lp_perspective_find (value->text, &perspective))
    return g_strdup (lp_perspective_label (perspective));
  return g_strdup (value->text);
}

/* Whether the cell says what the note holds, however it is written. */
static gboolean
is_same (LpNoteChangeField field, const LpValue *was, const char *cell)
{
  g_autofree char *held = NULL;

  if (was->kind != LP_VALUE_TEXT)
    return was->kind == LP_VALUE_NONE && *cell == '\0';
  held = field == LP_NOTE_CHANGE_TEXT ? plain_text (was->text) : plain_word (was->text);
  return g_str_equal (held, cell);
}

static gboolean
is_equal (const LpValue *was, const LpValue *becomes)
{
  gint64 before = was->kind == LP_VALUE_INT ? was->number : 0;
  gint64 after = becomes->kind == LP_VALUE_INT ? becomes->number : 0;

  if (was->kind == LP_VALUE_INT || becomes->kind == LP_VALUE_INT)
    return before == after && was->kind != LP_VALUE_TEXT && becomes->kind != LP_VALUE_TEXT;
  return lp_value_equal (was, becomes);
}

/* becomes: taken */
static void
add_change (Loading *self, const Entry *entry, LpRecord *note, LpNoteChangeField field, const LpValue *was, LpValue *becomes)
{
  LpNoteChange *change = g_new0 (LpNoteChange, 1);

  change->note = *lp_record_get_id (note);
  change->code = g_strdup (entry->code);
  change->field = field;
  change->accepted = TRUE;
  lp_value_copy (&change->was, was);
  change->becomes = *becomes;
  *becomes = (LpValue) { 0 };
  change->before = show_value (field, &change->was);
  change->after = show_value (field, &change->becomes);
  g_ptr_array_add (self->result->changes, change);
}

static void
compare_field (Loading *self, const Entry *entry, LpRecord *note, LpNoteChangeField field, const char *cell)
{
  const LpValue *was = lp_record_value (note, fields[field]);
  LpValue becomes = { 0 };
  char *reason = NULL;

  if (is_same (field, was, cell))
    return;
  if (field == LP_NOTE_CHANGE_TEXT && cell[strspn (cell, " \t\n")] == '\0')
    reason = g_strdup (_("The text is missing. To delete a note, delete it in the app."));
  if (reason == NULL && read_cell (field, cell, &becomes, &reason) && !is_equal (was, &becomes))
    add_change (self, entry, note, field, was, &becomes);
  if (reason != NULL)
    add_problem (self, entry->row, self->table->columns[field], reason);
  lp_value_clear (&becomes);
}

static gboolean
compare_theme (Loading *self, const Entry *entry, LpRecord *note, const char *cell, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) theme = NULL;
  g_autofree char *name = NULL;
  LpId id = { 0 };
  LpValue was = { 0 };
  LpValue becomes = { 0 };

  if (lp_note_get_theme (self->reader, lp_record_get_id (note), &id))
    theme = lp_reader_load (self->reader, LP_THEME, &id, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  name = plain_word (theme != NULL ? lp_record_text (theme, LP_THEME_NAME) : "");
  if (g_str_equal (name, cell))
    return TRUE;
  was = text_value (name);
  becomes = text_value (cell);
  add_change (self, entry, note, LP_NOTE_CHANGE_THEME, &was, &becomes);
  lp_value_clear (&was);
  return TRUE;
}

static gboolean
compare_fields (Loading *self, const Entry *entry, LpRecord *note, GError **error)
{
  self->result->n_notes++;
  for (guint i = 0; i < LP_N_NOTE_CHANGES; i++)
    {
      g_autofree char *whole = g_strconcat (entry->cells[i], entry->more[i] != NULL ? entry->more[i]->str : NULL, NULL);
      g_autofree char *cell = i == LP_NOTE_CHANGE_TEXT ? plain_text (whole) : plain_word (whole);

      if (self->table->columns[i] < 0)
        continue;
      if (i != LP_NOTE_CHANGE_THEME)
        compare_field (self, entry, note, i, cell);
      else if (!compare_theme (self, entry, note, cell, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compare_entry (Loading *self, const Entry *entry, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) note = NULL;
  int column = self->table->columns[LP_NOTE_TABLE_CODE];

  if (entry->twice)
    return TRUE;
  note = lp_note_find_code (self->reader, &self->meeting, entry->code, &problem);
  if (note == NULL && !g_error_matches (problem, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (note == NULL)
    add_problem (self, entry->row, column, g_strdup_printf (_("There is no note %s in this meeting."), entry->code));
  else if (lp_record_int (note, LP_DELETED) != 0)
    add_problem (self, entry->row, column, g_strdup_printf (_("%s was deleted. Bring it back first, or leave it so."), entry->code));
  else if (!entry->has_row)
    add_problem (self, entry->row, column,
                 g_strdup_printf (_("The row in which %s begins is missing. Put it back in, or take this one out."), entry->code));
  else
    return compare_fields (self, entry, note, error);
  return TRUE;
}

static gboolean
compare (Loading *self, GError **error)
{
  g_autoptr (LpRecord) meeting = lp_meeting_load (self->reader, &self->meeting, error);

  if (meeting == NULL)
    return FALSE;
  for (guint i = 0; i < self->table->rows->len; i++)
    read_row (self, g_ptr_array_index (self->table->rows, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (!compare_entry (self, g_ptr_array_index (self->entries, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_missing (LpNoteChanges *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0");

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return FALSE;
  self->n_missing = (guint) lp_query_int (query, 0) - MIN (self->n_notes, (guint) lp_query_int (query, 0));
  return TRUE;
}

char *
lp_note_changes_describe (LpNoteChanges *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < LP_N_NOTE_CHANGES; i++)
    g_strv_builder_add (labels, lp_note_change_label (i));
  list = g_strv_builder_end (labels);
  joined = g_strjoinv (", ", list);
  /* Translators: the headings of columns */
  g_string_printf (words, _("Only these columns are taken in: %s."), joined);
  if (self->n_missing > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%'u note of the meeting is not in the file, and stays as it is.",
                                               "%'u notes of the meeting are not in the file, and stay as they are.", self->n_missing),
                              self->n_missing);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * lp_note_changes_load:
 * @path: the internal workbook, or the internal table of notes, after somebody edited it
 *
 * Notes are told by their codes; columns, by their headings in either language, may have been moved, and rows sorted. What is
 * missing in the file is not touched. May be called on any thread, with a reader of its own.
 *
 * Returns: (transfer full): what is another in the file, and what cannot be taken; %NULL with an error when it is no such file
 */
LpNoteChanges *
lp_note_changes_load (LpReader *reader, const LpId *meeting, const char *path, GError **error)
{
  g_autoptr (LpNoteTable) table = lp_note_table_read (path, error);
  g_autoptr (LpNoteChanges) result = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean compared = FALSE;

  if (table == NULL || !lp_reader_begin (reader, error))
    return NULL;
  result = g_new0 (LpNoteChanges, 1);
  result->changes = g_ptr_array_new_with_free_func (change_free);
  result->problems = g_ptr_array_new_with_free_func (problem_free);
  compared = compare (&(Loading) { reader, *meeting, table, entries, by_code, result }, error) && count_missing (result, reader, meeting, error);
  lp_reader_end (reader);
  return compared ? g_steal_pointer (&result) : NULL;
}

/** lp_note_changes_count_accepted: how many changes would be taken */
guint
lp_note_changes_count_accepted (LpNoteChanges *self)
{
  guint n = 0;

  for (guint i = 0; i < self->changes->len; i++)
    n += ((LpNoteChange *) g_ptr_array_index (self->changes, i))->accepted;
  return n;
}

/* What somebody else changed since it was compared stays. */
static void
put_change (LpChangeSet *changes, const LpId *meeting, const LpNoteChange *change)
{
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, &change->note);

  if (change->field == LP_NOTE_CHANGE_TEXT)
    lp_note_reword (edit, change->becomes.text);
  else
    lp_edit_value (edit, fields[change->field], &change->becomes);
  lp_edit_want (edit, fields[change->field], &change->was);
}

/* Folded name → LpId; also of those that are made. */
static GHashTable *
load_themes (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (GHashTable) themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (LpQuery) query = lp_reader_query (reader, THEMES);
  g_autoptr (GError) problem = NULL;
  LpId id = { 0 };

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      g_autofree char *word = plain_word (lp_query_text (query, 1));
      char *name = lp_fold_text (word);

      if (!lp_query_id (query, 0, &id) || g_hash_table_contains (themes, name))
        g_free (name);
      else
        g_hash_table_insert (themes, name, lp_id_copy (&id));
    }
  if (problem == NULL)
    return g_steal_pointer (&themes);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
make_themes (LpChangeSet *changes, LpReader *reader, const LpId *meeting, GHashTable *themes, GPtrArray *names, GError **error)
{
  g_autofree LpId *ids = g_new0 (LpId, names->len);

  if (names->len == 0)
    return TRUE;
  if (!lp_themes_create (changes, reader, meeting, (const char *const *) names->pdata, names->len, ids, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (themes, lp_fold_text (g_ptr_array_index (names, i)), lp_id_copy (&ids[i]));
  return TRUE;
}

/* The notes of each theme, "" for none, and the names that no theme has yet. */
static GHashTable *
group_by_theme (LpNoteChanges *self, GHashTable *themes, GPtrArray *missing)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->changes->len; i++)
    {
      LpNoteChange *change = g_ptr_array_index (self->changes, i);
      g_autofree char *name = lp_fold_text (change->after);
      GArray *notes = g_hash_table_lookup (groups, name);

      if (!change->accepted || change->field != LP_NOTE_CHANGE_THEME)
        continue;
      if (notes == NULL)
        {
          notes = g_array_new (FALSE, FALSE, sizeof (LpId));
          g_hash_table_insert (groups, g_strdup (name), notes);
          if (*name != '\0' && !g_hash_table_contains (themes, name))
            g_ptr_array_add (missing, change->after);
        }
      g_array_append_val (notes, change->note);
    }
  return groups;
}

static gboolean
put_themes (LpNoteChanges *self, LpChangeSet *changes, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (GHashTable) themes = load_themes (reader, meeting, error);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = themes != NULL ? group_by_theme (self, themes, missing) : NULL;
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer value = NULL;

  if (groups == NULL || !make_themes (changes, reader, meeting, themes, missing, error))
    return FALSE;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      GArray *notes = value;

      if (!lp_notes_move (changes, reader, meeting, (const LpId *) notes->data, notes->len, g_hash_table_lookup (themes, name),
                          error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lp_note_changes_put: fills a change set with what is accepted. A note that gets other words is to be read through again before it is
 * shown, as when it is edited in the app; a field that was changed since it was compared is left alone.
 */
gboolean
lp_note_changes_put (LpNoteChanges *self, LpReader *reader, const LpId *meeting, LpChangeSet *changes, GError **error)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      LpNoteChange *change = g_ptr_array_index (self->changes, i);

      if (change->accepted && change->field != LP_NOTE_CHANGE_THEME)
        put_change (changes, meeting, change);
    }
  return put_themes (self, changes, reader, meeting, error);
}
