/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-columns.h"

#include "lp-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  int   column;   /* or LP_NO_COLUMN */
  char *constant; /* or NULL */
} Source;

struct _LpColumns {
  LpCsv  *csv;     /* not ours */
  Source *sources;
  guint   n_sources;
};

/* "Må citeres" and "maa_citeres" are one heading. */
static char *
fold_heading (const char *heading)
{
  g_autofree char *folded = lp_fold_text (heading);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        g_string_append_unichar (letters, g_utf8_get_char (p));
    }

  return g_string_free_and_steal (letters);
}

static char *
list_headings (LpCsv *csv)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < lp_csv_get_n_columns (csv); i++)
    g_string_append_printf (list, i > 0 ? ", “%s”" : "“%s”", lp_csv_get_heading (csv, i));

  return g_string_free_and_steal (list);
}

/* How many columns have that heading, once folded; the first of them is told. */
static guint
find_column (LpCsv      *csv,
             const char *folded,
             int        *column)
{
  guint found = 0;

  for (guint i = 0; i < lp_csv_get_n_columns (csv); i++)
    {
      g_autofree char *heading = fold_heading (lp_csv_get_heading (csv, i));

      if (!g_str_equal (heading, folded))
        continue;
      if (found++ == 0)
        *column = i;
    }

  return found;
}

static gboolean
find_by_word (LpCsv       *csv,
              const char  *name,
              const char  *word,
              int         *column,
              GError     **error)
{
  if (find_column (csv, word, column) <= 1)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("Two columns have the heading “%s”, and both could be “%s”. "
                 "Give one of them another heading."),
               lp_csv_get_heading (csv, *column), name);
  return FALSE;
}

/* A field's column by what its heading is usually called. */
static gboolean
find_by_words (LpCsv               *csv,
               const LpColumnSpec  *spec,
               int                 *column,
               GError             **error)
{
  const char *heading = lp_schema_heading (spec->entity, spec->field);
  g_autofree char *own = fold_heading (heading ? heading : spec->name);

  for (guint i = 0; i < LP_COLUMN_MAX_WORDS && spec->words[i] && *column == LP_NO_COLUMN; i++)
    {
      if (!find_by_word (csv, spec->name, spec->words[i], column, error))
        return FALSE;
    }

  return *column != LP_NO_COLUMN || find_by_word (csv, spec->name, own, column, error);
}

/* The column a user named: as it stands, or else folded. */
static gboolean
find_by_name (LpCsv       *csv,
              const char  *name,
              int         *column,
              GError     **error)
{
  g_autofree char *folded = fold_heading (name);
  g_autofree char *list = NULL;

  for (guint i = 0; i < lp_csv_get_n_columns (csv); i++)
    {
      if (!g_str_equal (lp_csv_get_heading (csv, i), name))
        continue;
      *column = i;
      return TRUE;
    }
  if (find_column (csv, folded, column) == 1)
    return TRUE;

  list = list_headings (csv);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("The file has no column “%s”. Its columns are: %s."), name, list);
  return FALSE;
}

static gboolean
is_called (const LpColumnSpec *spec,
           const char         *name)
{
  return g_str_equal (spec->name, name) || g_strcmp0 (spec->alias, name) == 0;
}

/** lp_columns_list_names: what --map and --set call the fields, in the user's language. Transfer full. */
char *
lp_columns_list_names (const LpColumnSpec *specs,
                       guint               n_specs)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_specs; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      if (specs[i].alias)
        /* Translators: two names of one field */
        g_string_append_printf (names, _("%s or %s"), specs[i].name, specs[i].alias);
      else
        g_string_append (names, specs[i].name);
    }

  return g_string_free_and_steal (names);
}

static gboolean
check_names (GHashTable          *given,
             const LpColumnSpec  *specs,
             guint                n_specs,
             GError             **error)
{
  GHashTableIter iter;
  gpointer name;

  if (!given)
    return TRUE;

  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *names = NULL;
      gboolean known = FALSE;

      for (guint i = 0; i < n_specs && !known; i++)
        known = is_called (&specs[i], name);
      if (known)
        continue;
      names = lp_columns_list_names (specs, n_specs);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("There is no field “%s”. The fields are: %s."), (const char *) name, names);
      return FALSE;
    }

  return TRUE;
}

/* By either of the field's names; FALSE when both were used. */
static gboolean
lookup (GHashTable          *given,
        const LpColumnSpec  *spec,
        const char         **said,
        GError             **error)
{
  const char *aliased = given && spec->alias ? g_hash_table_lookup (given, spec->alias) : NULL;

  *said = given ? g_hash_table_lookup (given, spec->name) : NULL;
  if (*said && aliased)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” and “%s” are the same field. Leave one of them out."), spec->name, spec->alias);
      return FALSE;
    }
  if (aliased)
    *said = aliased;

  return TRUE;
}

/* What the user said of a field. */
static gboolean
take_said (LpColumns           *self,
           const LpColumnSpec  *spec,
           Source              *source,
           GHashTable          *map,
           GHashTable          *set,
           GError             **error)
{
  const char *named = NULL;
  const char *constant = NULL;

  if (!lookup (map, spec, &named, error) || !lookup (set, spec, &constant, error))
    return FALSE;
  source->constant = g_strdup (constant);
  if (named && source->constant)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The field “%s” is given both a column and a value. Leave one of them out."),
                   spec->name);
      return FALSE;
    }

  return !named || find_by_name (self->csv, named, &source->column, error);
}

/* A column the user gave to one field is not guessed to be another. */
static gboolean
take_found (LpColumns           *self,
            const LpColumnSpec  *spec,
            Source              *source,
            const gboolean      *given,
            GError             **error)
{
  if (source->constant || source->column != LP_NO_COLUMN)
    return TRUE;
  if (!find_by_words (self->csv, spec, &source->column, error))
    return FALSE;
  if (source->column != LP_NO_COLUMN && given[source->column])
    source->column = LP_NO_COLUMN;

  return TRUE;
}

static gboolean
check_required (LpColumns           *self,
                const LpColumnSpec  *specs,
                GError             **error)
{
  for (guint i = 0; i < self->n_sources; i++)
    {
      g_autofree char *list = NULL;

      if (!specs[i].required || lp_columns_has (self, i))
        continue;
      list = list_headings (self->csv);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("No column has the heading “%s”. The columns are: %s. Say which it is with --map "
                     "%s=COLUMN, or give one value for all rows with --set %s=VALUE."),
                   specs[i].name, list, specs[i].name, specs[i].name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
match_all (LpColumns           *self,
           const LpColumnSpec  *specs,
           GHashTable          *map,
           GHashTable          *set,
           GError             **error)
{
  g_autofree gboolean *given = g_new0 (gboolean, lp_csv_get_n_columns (self->csv));

  for (guint i = 0; i < self->n_sources; i++)
    {
      if (!take_said (self, &specs[i], &self->sources[i], map, set, error))
        return FALSE;
      if (self->sources[i].column != LP_NO_COLUMN)
        given[self->sources[i].column] = TRUE;
    }
  for (guint i = 0; i < self->n_sources; i++)
    {
      if (!take_found (self, &specs[i], &self->sources[i], given, error))
        return FALSE;
    }

  return check_required (self, specs, error);
}

/**
 * lp_columns_match:
 * @csv: kept in use until the columns are freed
 * @map: (nullable): field name → heading of a column, as a user said
 * @set: (nullable): field name → value for all rows
 *
 * Columns that are no field are passed over.
 *
 * Returns: (transfer full): the columns, or %NULL and an error
 */
LpColumns *
lp_columns_match (LpCsv               *csv,
                  const LpColumnSpec  *specs,
                  guint                n_specs,
                  GHashTable          *map,
                  GHashTable          *set,
                  GError             **error)
{
  g_autoptr (LpColumns) self = g_new0 (LpColumns, 1);

  self->csv = csv;
  self->sources = g_new0 (Source, n_specs);
  self->n_sources = n_specs;
  for (guint i = 0; i < n_specs; i++)
    self->sources[i].column = LP_NO_COLUMN;

  if (!check_names (map, specs, n_specs, error) || !check_names (set, specs, n_specs, error)
      || !match_all (self, specs, map, set, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * lp_columns_given:
 * @csv: kept in use until the columns are freed
 * @columns: for each field its column, or %LP_NO_COLUMN
 *
 * Returns: (transfer full): the columns, as somebody chose them
 */
LpColumns *
lp_columns_given (LpCsv      *csv,
                  const int  *columns,
                  guint       n_columns)
{
  LpColumns *self = g_new0 (LpColumns, 1);

  self->csv = csv;
  self->sources = g_new0 (Source, n_columns);
  self->n_sources = n_columns;
  for (guint i = 0; i < n_columns; i++)
    self->sources[i].column = columns[i];

  return self;
}

/** The column that a field is in by its heading, the first of several; or %LP_NO_COLUMN. */
int
lp_columns_find (LpCsv               *csv,
                 const LpColumnSpec  *spec)
{
  const char *heading = lp_schema_heading (spec->entity, spec->field);
  g_autofree char *own = fold_heading (heading ? heading : spec->name);
  int column = LP_NO_COLUMN;

  for (guint i = 0; i < LP_COLUMN_MAX_WORDS && spec->words[i] && column == LP_NO_COLUMN; i++)
    find_column (csv, spec->words[i], &column);
  if (column == LP_NO_COLUMN)
    find_column (csv, own, &column);

  return column;
}

/** Whether a column or a constant was found for the field. */
gboolean
lp_columns_has (LpColumns *self,
                guint      field)
{
  return self->sources[field].constant || self->sources[field].column != LP_NO_COLUMN;
}

/** What a row says of a field; "" when it says nothing. */
const char *
lp_columns_get (LpColumns *self,
                guint      row,
                guint      field)
{
  const Source *source = &self->sources[field];

  if (source->constant)
    return source->constant;

  return source->column != LP_NO_COLUMN ? lp_csv_get_field (self->csv, row, source->column) : "";
}

/** The value that a field was given for all rows; NULL when it was not. */
const char *
lp_columns_constant (LpColumns *self,
                     guint      field)
{
  return self->sources[field].constant;
}

/** The table stays. */
void
lp_columns_free (LpColumns *self)
{
  for (guint i = 0; i < self->n_sources; i++)
    g_free (self->sources[i].constant);
  g_free (self->sources);
  g_free (self);
}
