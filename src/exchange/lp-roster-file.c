/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-roster-file.h"

#include "lp-importer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LpRosterFile {
  LpCsv    *csv;
  gboolean  has_heading;
  int       columns[LP_ROSTER_N_FIELDS]; /* or LP_NO_COLUMN */
};

static gboolean
is_taken (LpRosterFile *self,
          int           column)
{
  for (guint i = 0; i < LP_ROSTER_N_FIELDS; i++)
    {
      if (self->columns[i] == column)
        return TRUE;
    }

  return FALSE;
}

/* Of the columns that are nothing yet, or none. */
static int
first_left (LpRosterFile *self)
{
  for (guint i = 0; i < lp_csv_get_n_columns (self->csv); i++)
    {
      if (!is_taken (self, (int) i))
        return (int) i;
    }

  return LP_NO_COLUMN;
}

/* By the headings; how many were understood. A name there must be: it is taken to be in the first of the
 * others. */
static guint
match_columns (LpRosterFile *self)
{
  guint found = 0;

  for (guint i = 0; i < LP_ROSTER_N_FIELDS; i++)
    self->columns[i] = LP_NO_COLUMN;
  for (guint i = 0; i < LP_ROSTER_N_FIELDS; i++)
    {
      int column = lp_columns_find (self->csv, &lp_import_roster_recipe.specs[i]);

      if (column == LP_NO_COLUMN || is_taken (self, column))
        continue;
      self->columns[i] = column;
      found++;
    }

  if (found > 0 && self->columns[LP_ROSTER_FIELD_NAME] == LP_NO_COLUMN)
    self->columns[LP_ROSTER_FIELD_NAME] = first_left (self);

  return found;
}

/* Without headings the first column is taken to be the name, as everybody writes it. */
static void
guess_columns (LpRosterFile *self)
{
  for (guint i = 0; i < LP_ROSTER_N_FIELDS; i++)
    self->columns[i] = LP_NO_COLUMN;
  self->columns[LP_ROSTER_FIELD_NAME] = 0;
}

/* csv: (transfer full) */
static LpRosterFile *
roster_file_new (LpCsv *csv)
{
  LpRosterFile *self = g_new0 (LpRosterFile, 1);

  self->csv = csv;
  self->has_heading = TRUE;
  if (match_columns (self) == 0)
    lp_roster_file_set_has_heading (self, FALSE);

  return self;
}

/**
 * lp_roster_file_open: a CSV file; see lp_csv_parse() for what is understood. When its first row has no
 * heading that is known, it is taken to have none. Transfer full.
 */
LpRosterFile *
lp_roster_file_open (const char  *path,
                     GError     **error)
{
  LpCsv *csv = lp_csv_read (path, error);

  return csv ? roster_file_new (csv) : NULL;
}

/** lp_roster_file_parse: what was copied from a spreadsheet: UTF-8, cells divided by tabs. Transfer full. */
LpRosterFile *
lp_roster_file_parse (const char  *text,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LpCsv *csv = lp_csv_parse (bytes, _("Clipboard"), error);

  return csv ? roster_file_new (csv) : NULL;
}

void
lp_roster_file_free (LpRosterFile *self)
{
  lp_csv_free (self->csv);
  g_free (self);
}

gboolean
lp_roster_file_get_has_heading (LpRosterFile *self)
{
  return self->has_heading;
}

/** What is what is guessed anew then. */
void
lp_roster_file_set_has_heading (LpRosterFile *self,
                                gboolean      has_heading)
{
  self->has_heading = has_heading;
  lp_csv_set_has_heading (self->csv, has_heading);
  if (!has_heading || match_columns (self) == 0)
    guess_columns (self);
}

guint
lp_roster_file_get_n_columns (LpRosterFile *self)
{
  return lp_csv_get_n_columns (self->csv);
}

const char *
lp_roster_file_get_heading (LpRosterFile *self,
                            guint         column)
{
  return lp_csv_get_heading (self->csv, column);
}

guint
lp_roster_file_get_n_rows (LpRosterFile *self)
{
  return lp_csv_get_n_rows (self->csv);
}

const char *
lp_roster_file_get_cell (LpRosterFile *self,
                         guint         row,
                         guint         column)
{
  return lp_csv_get_field (self->csv, row, column);
}

int
lp_roster_file_get_column (LpRosterFile  *self,
                           LpRosterField  field)
{
  return self->columns[field];
}

/** Whatever the column was before, it is no more; -1: the field is in no column. */
void
lp_roster_file_set_column (LpRosterFile  *self,
                           LpRosterField  field,
                           int            column)
{
  for (guint i = 0; i < LP_ROSTER_N_FIELDS; i++)
    {
      if (self->columns[i] == column)
        self->columns[i] = LP_NO_COLUMN;
    }
  self->columns[field] = column;
}

static LpImportResult *
read_rows (LpRosterFile  *self,
           LpImporter    *importer,
           gboolean       keep_going,
           LpChangeSet  **changes,
           GError       **error)
{
  g_autoptr (GArray) rows = lp_importer_read (importer, error);
  g_autofree char *title = rows ? importer->recipe->title (rows->len) : NULL;
  g_autoptr (LpChangeSet) filled = lp_change_set_new (title);

  if (!rows || !importer->recipe->put_rows (importer, rows, filled, error))
    return NULL;

  importer->result->taken = rows->len;
  if (rows->len > 0 && (keep_going || importer->result->refused->len == 0))
    *changes = g_steal_pointer (&filled);

  return g_steal_pointer (&importer->result);
}

/**
 * lp_roster_file_take:
 * @keep_going: take the good rows even when some are refused
 * @changes: (out): (transfer full): to be committed; %NULL when nothing is to be taken
 *
 * Reads all rows as the columns are set now. The result says how many there are to be taken, also when none
 * is because some are refused. The rules are those of lp_import_roster().
 *
 * Returns: (transfer full): what would be taken, or %NULL and an error
 */
LpImportResult *
lp_roster_file_take (LpRosterFile  *self,
                     LpReader      *reader,
                     const LpId    *meeting,
                     gboolean       keep_going,
                     LpChangeSet  **changes,
                     GError       **error)
{
  g_autoptr (LpImporter) importer = lp_importer_new (&lp_import_roster_recipe, reader, meeting, NULL);
  LpImportResult *result;

  *changes = NULL;
  lp_importer_open_given (importer, self->csv, self->columns);
  result = read_rows (self, importer, keep_going, changes, error);
  importer->csv = NULL; /* it is ours, for the next look */

  return result;
}
