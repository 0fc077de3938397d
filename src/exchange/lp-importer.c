/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-importer.h"

#include "lp-roster-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TABLE 999
#define NO_ROW G_MAXUINT /* what is read is the same in all rows */
#define IS_IN_LOG "SELECT 1 FROM op WHERE object = ?1 LIMIT 1"

static void
refusal_free (gpointer data)
{
  LpRefusal *refusal = data;

  g_free (refusal->reason);
  g_free (refusal);
}

/** lp_importer_new: @date: YYYY-MM-DD, on which a bare clock time falls. The reader is kept in use. */
LpImporter *
lp_importer_new (const LpImportRecipe *recipe,
                 LpReader             *reader,
                 const LpId           *meeting,
                 const char           *date)
{
  LpImporter *self = g_new0 (LpImporter, 1);

  self->recipe = recipe;
  self->reader = g_object_ref (reader);
  self->meeting = *meeting;
  self->date = g_strdup (date);
  self->result = g_new0 (LpImportResult, 1);
  self->result->refused = g_ptr_array_new_with_free_func (refusal_free);
  self->strings = g_string_chunk_new (64 * 1024);
  self->seen = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);

  return self;
}

/* A value that no row can take is told once, and not for each of them. */
static gboolean
check_constants (LpImporter  *self,
                 GError     **error)
{
  g_autofree gpointer out = g_malloc0 (self->recipe->row_size);

  for (guint i = 0; i < self->recipe->n_specs; i++)
    {
      const char *value = lp_columns_constant (self->columns, i);
      const LpRefusal *refusal = NULL;

      if (!value || self->recipe->read_field (self, NO_ROW, i, out))
        continue;
      refusal = g_ptr_array_index (self->result->refused, 0);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "--set %s=%s: %s",
                   self->recipe->specs[i].name, value, refusal->reason);
      return FALSE;
    }

  return TRUE;
}

/* Whether it is a table that lp_csv_write () wrote, in whatever language: it begins with the code and the theme. */
static gboolean
is_ours (LpCsv *csv)
{
  static const char *const headings[][2] = { { "No.", "Theme" }, { "Nr.", "Tema" } };

  for (guint i = 0; i < G_N_ELEMENTS (headings) && lp_csv_get_n_columns (csv) > 1; i++)
    {
      if (g_str_equal (lp_csv_get_heading (csv, 0), headings[i][0]) && g_str_equal (lp_csv_get_heading (csv, 1), headings[i][1]))
        return TRUE;
    }

  return FALSE;
}

/** lp_importer_open: @csv: (transfer full) */
gboolean
lp_importer_open (LpImporter  *self,
                  LpCsv       *csv,
                  GHashTable  *map,
                  GHashTable  *set,
                  GError     **error)
{
  self->csv = csv;
  lp_csv_set_guarded (csv, is_ours (csv));
  self->columns = lp_columns_match (csv, self->recipe->specs, self->recipe->n_specs, map, set, error);

  return self->columns && check_constants (self, error);
}

/** lp_importer_open_given: @csv: (transfer full); @columns: one for each field of the recipe */
void
lp_importer_open_given (LpImporter *self,
                        LpCsv      *csv,
                        const int  *columns)
{
  self->csv = csv;
  self->columns = lp_columns_given (csv, columns, self->recipe->n_specs);
}

/* Makes the id that these words always have in this meeting, the second time they come another than the
 * first. */
static void
name_row (LpImporter *self,
          GString    *content,
          LpId       *id)
{
  LpId words = lp_id_derive (&self->base, content->str);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, &words));

  g_hash_table_insert (self->seen, lp_id_copy (&words), GUINT_TO_POINTER (before + 1));
  g_string_append_printf (content, "\x1f%u", before);
  *id = lp_id_derive (&self->base, content->str);
}

/* The log remembers also what was deleted or erased since. */
static gboolean
is_in_log (LpImporter  *self,
           const LpId  *id,
           GError     **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, IS_IN_LOG);

  lp_query_bind_id (query, 1, id);
  return lp_query_next (query, error);
}

/* What was deleted, by an undo too, may come again. What was erased has no record: it stays away, or comes as the next of
 * those that these words make one after the other; nothing is put on an id that was erased. */
static gboolean
is_taken (LpImporter  *self,
          const LpId  *base,
          GString     *content,
          LpId        *id,
          GError     **error)
{
  while (is_in_log (self, id, error))
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (LpRecord) record = lp_reader_load (self->reader, self->recipe->entity, id, &failure);

      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (record || !self->recipe->comes_again)
        return !record || !lp_record_int (record, LP_DELETED);
      g_string_append_c (content, '\x1f');
      *id = lp_id_derive (base, content->str);
    }

  return FALSE;
}

/* A roster that was imported before there were secrets has ids of words alone. */
static gboolean
is_taken_of_old (LpImporter  *self,
                 GString     *content,
                 GError     **error)
{
  g_autoptr (GString) words = g_string_new (content->str);
  LpId id = lp_id_derive (&self->meeting, content->str);

  return self->recipe->keyed && is_taken (self, &self->meeting, words, &id, error);
}

static gboolean
check_length (LpImporter *self,
              guint       row)
{
  guint n_fields = lp_csv_get_n_fields (self->csv, row);
  guint n_columns = lp_csv_get_n_columns (self->csv);

  if (n_fields <= n_columns)
    return TRUE;

  lp_importer_refuse (self, row,
                      _("The row has %u fields, but there are only %u headings. Put quotation marks around "
                        "a text that contains the separator."),
                      n_fields, n_columns);
  return FALSE;
}

static gboolean
read_row (LpImporter *self,
          guint       row,
          gpointer    out,
          GString    *content)
{
  if (!check_length (self, row))
    return FALSE;
  for (guint i = 0; i < self->recipe->n_specs; i++)
    {
      if (!self->recipe->read_field (self, row, i, out))
        return FALSE;
    }
  self->recipe->end_row (self, row, out, content);

  return TRUE;
}

/* The meeting's own secret, or a new one. */
static gboolean
load_base (LpImporter  *self,
           GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *key = NULL;

  self->base = self->meeting;
  if (!self->recipe->keyed)
    return TRUE;

  key = lp_roster_key_load (self->reader, &self->meeting, &failure);
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!key)
    self->new_key = lp_roster_key_new ();
  self->base = lp_id_derive (&self->meeting, key ? key : self->new_key);

  return TRUE;
}

static GArray *
read_rows (LpImporter  *self,
           GError     **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, self->recipe->row_size);
  g_autofree gpointer out = g_malloc (self->recipe->row_size);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;

  for (guint row = 0; row < lp_csv_get_n_rows (self->csv); row++)
    {
      memset (out, 0, self->recipe->row_size);
      g_string_truncate (content, 0);
      if (!read_row (self, row, out, content))
        continue;

      name_row (self, content, out);
      if (!is_taken_of_old (self, content, &failure) && !failure
          && !is_taken (self, &self->base, content, out, &failure))
        g_array_append_vals (rows, out, 1);
      else
        self->result->already_there++;

      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return g_steal_pointer (&rows);
}

/**
 * lp_importer_read:
 *
 * Reads all rows; those refused, and how many are there already, is in the result.
 *
 * Returns: (transfer full): the rows to be taken, or %NULL and an error when the database cannot be read
 */
GArray *
lp_importer_read (LpImporter  *self,
                  GError     **error)
{
  GArray *rows = NULL;

  /* else the database is locked and looked over anew for each row */
  if (!lp_reader_begin (self->reader, error))
    return NULL;
  rows = load_base (self, error) ? read_rows (self, error) : NULL;
  lp_reader_end (self->reader);

  return rows;
}

/** lp_importer_close: lets go of the file; the rows read from it are not valid any more, the result is. */
void
lp_importer_close (LpImporter *self)
{
  g_clear_pointer (&self->columns, lp_columns_free);
  g_clear_pointer (&self->csv, lp_csv_free);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

void
lp_importer_free (LpImporter *self)
{
  lp_importer_close (self);
  g_clear_pointer (&self->result, lp_import_result_free);
  g_object_unref (self->reader);
  g_free (self->date);
  g_free (self->new_key);
  g_free (self);
}

/** Notes that a row cannot be taken, and why, in the user’s language. */
void
lp_importer_refuse (LpImporter *self,
                    guint       row,
                    const char *format,
                    ...)
{
  LpRefusal *refusal = g_new0 (LpRefusal, 1);
  va_list args;

  va_start (args, format);
  refusal->line = row != NO_ROW ? lp_csv_get_line (self->csv, row) : 0;
  refusal->reason = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (self->result->refused, refusal);
}

/* Line breaks of any kind become LF, in place. */
static void
unify_breaks (char *text)
{
  char *to = text;

  if (!strchr (text, '\r'))
    return;

  for (const char *from = text; *from; from++)
    {
      if (from[0] == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
}

/* Below U+0300, the first of the combining characters, everything is composed; in UTF-8 that is bytes below
 * CC. */
static char *
compose (const char *text)
{
  for (const char *c = text; *c; c++)
    {
      if ((guchar) *c >= 0xcc)
        return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
    }

  return g_strdup (text);
}

/**
 * What stands in a field: composed characters, LF as line break, and nothing else changed. Lives as long as
 * the importer.
 */
const char *
lp_importer_text (LpImporter *self,
                  guint       row,
                  guint       field)
{
  g_autofree char *text = compose (lp_columns_get (self->columns, row, field));

  unify_breaks (text);
  return g_string_chunk_insert_const (self->strings, text);
}

/** As lp_importer_text(), without the spaces around it. */
const char *
lp_importer_word (LpImporter *self,
                  guint       row,
                  guint       field)
{
  g_autofree char *text = compose (lp_columns_get (self->columns, row, field));

  unify_breaks (text);
  return g_string_chunk_insert_const (self->strings, g_strstrip (text));
}

/* Folded, as lp_fold_text() does. */
static gboolean
is_among (const char        *word,
          const char *const *words)
{
  g_autofree char *folded = lp_fold_text (word);

  return g_strv_contains (words, folded);
}

/** lp_flag_find: yes or no, Danish or English; nothing is no. FALSE when it is neither. */
gboolean
lp_flag_find (const char *word,
              gboolean   *flag)
{
  static const char *const yes[] = { "1", "x", "true", "yes", "y", "ja", "j", "sand", NULL };
  static const char *const no[] = { "0", "", "false", "no", "n", "nej", "falsk", NULL };

  *flag = is_among (word, yes);

  return *flag || is_among (word, no);
}

/** Reads yes or no. FALSE when it refused the row. */
gboolean
lp_importer_flag (LpImporter *self,
                  guint       row,
                  guint       field,
                  gboolean   *flag)
{
  const char *word = lp_importer_word (self, row, field);

  if (lp_flag_find (word, flag))
    return TRUE;

  lp_importer_refuse (self, row,
                      _("“%s” for “%s” is neither yes nor no. Write 1 for yes, and 0 or nothing for no."),
                      word, self->recipe->specs[field].name);
  return FALSE;
}

/** Reads the number of a table, 0 for none. FALSE when it refused the row. */
gboolean
lp_importer_table (LpImporter *self,
                   guint       row,
                   guint       field,
                   int        *table)
{
  const char *word = lp_importer_word (self, row, field);
  guint64 number = 0;

  if (*word != '\0' && !g_ascii_string_to_unsigned (word, 10, 0, MAX_TABLE, &number, NULL))
    {
      lp_importer_refuse (self, row,
                          _("“%s” is not the number of a table. Write a number from 0 to %d, or nothing."),
                          word, MAX_TABLE);
      return FALSE;
    }

  *table = number;
  return TRUE;
}

/** Reads a perspective, as its id; "" for none. FALSE when it refused the row. */
gboolean
lp_importer_perspective (LpImporter  *self,
                         guint        row,
                         guint        field,
                         const char **perspective)
{
  const char *word = lp_importer_word (self, row, field);
  LpPerspective found;

  *perspective = "";
  if (*word == '\0')
    return TRUE;
  if (!lp_perspective_find (word, &found))
    {
      lp_importer_refuse (self, row,
                          _("“%s” is not a perspective. Write lived, professional, expert, political or "
                            "relative, or nothing."), word);
      return FALSE;
    }

  *perspective = lp_perspective_id (found);
  return TRUE;
}

/** Adds a value to what makes a row that row; its length goes before it so that no two rows run together. */
void
lp_importer_identify (GString    *content,
                      const char *value)
{
  char length[24];

  g_snprintf (length, sizeof length, "%" G_GSIZE_FORMAT ":", strlen (value));
  g_string_append (content, length);
  g_string_append (content, value);
  g_string_append_c (content, '\x1f');
}
