/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-table.h"

#include "lp-csv.h"
#include "lp-terms.h"
#include "lp-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Headings stand in the first row, or below a line that says for whom the file is. */
#define MAX_HEADING_ROWS 10
#define MAX_WORDS 6

/* In both languages: who edits a workbook may use another than who takes it in. Folded, letters and digits only. */
static const char *const headings[LP_N_NOTE_TABLE_COLUMNS][MAX_WORDS] = {
  [LP_NOTE_CHANGE_TEXT] = { "note", "text", "tekst" },
  [LP_NOTE_CHANGE_KIND] = { "kind", "slags" },
  [LP_NOTE_CHANGE_TABLE] = { "table", "bord" },
  [LP_NOTE_CHANGE_PERSPECTIVE] = { "perspective", "perspektiv" },
  [LP_NOTE_CHANGE_PROFILE] = { "profile", "profil" },
  [LP_NOTE_CHANGE_MUNICIPALITY] = { "municipality", "kommune" },
  [LP_NOTE_CHANGE_VERBATIM] = { "verbatimquote", "ordretcitat", "verbatim" },
  [LP_NOTE_CHANGE_CONSENT] = { "maybequoted", "maaciteres", "consent" },
  [LP_NOTE_CHANGE_THEME] = { "theme", "tema" },
  [LP_NOTE_TABLE_CODE] = { "no", "nr", "code", "kode" },
  [LP_NOTE_TABLE_TIME] = { "time", "tid" },
};

static const char *const sheet_names[] = { "notes", "noter", NULL };

static char *
fold (const char *text)
{
  g_autofree char *folded = lp_fold_text (text);
  GString *plain = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (plain, *c);
    }
  return g_string_free_and_steal (plain);
}

static gboolean
is_heading (const char *word, guint column)
{
  for (guint i = 0; i < MAX_WORDS && headings[column][i] != NULL; i++)
    {
      if (g_str_equal (headings[column][i], word))
        return TRUE;
    }
  return FALSE;
}

/* Only a file of all meetings of a panel says of which a note is. */
static gboolean
is_of_panel (const char *word)
{
  return g_str_equal (word, "meeting") || g_str_equal (word, "moede");
}

/* The first of two that are alike counts. */
static void
match_row (LpNoteTable *self, const LpXlsxRow *row)
{
  for (guint i = 0; i < LP_N_NOTE_TABLE_COLUMNS; i++)
    self->columns[i] = -1;
  self->of_panel = FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *word = fold (g_ptr_array_index (row->cells, i));

      self->of_panel |= is_of_panel (word);
      for (guint j = 0; j < LP_N_NOTE_TABLE_COLUMNS; j++)
        {
          if (self->columns[j] < 0 && is_heading (word, j))
            self->columns[j] = (int) i;
        }
    }
}

static gboolean
has_headings (LpNoteTable *self)
{
  return self->columns[LP_NOTE_TABLE_CODE] >= 0 && self->columns[LP_NOTE_CHANGE_TEXT] >= 0;
}

/* Takes the headings, and what is above them, out of the rows. */
static gboolean
find_headings (LpNoteTable *self)
{
  for (guint i = 0; i < MIN (self->rows->len, MAX_HEADING_ROWS); i++)
    {
      match_row (self, g_ptr_array_index (self->rows, i));
      if (!has_headings (self))
        continue;
      g_ptr_array_remove_range (self->rows, 0, i + 1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_named (LpXlsx *book, guint sheet)
{
  g_autofree char *name = fold (lp_xlsx_get_name (book, sheet));

  return g_strv_contains (sheet_names, name);
}

/* By its name; else the first one with the headings. */
static gboolean
find_sheet (LpNoteTable *self, LpXlsx *book, gboolean by_name, gboolean *found, GError **error)
{
  for (guint i = 0; i < lp_xlsx_get_n_sheets (book) && !*found; i++)
    {
      if (by_name && !is_named (book, i))
        continue;
      g_clear_pointer (&self->rows, g_ptr_array_unref);
      self->rows = lp_xlsx_read_sheet (book, i, error);
      if (self->rows == NULL)
        return FALSE;
      *found = find_headings (self);
    }
  return TRUE;
}

static gboolean
read_workbook (LpNoteTable *self, const char *path, gboolean *found, GError **error)
{
  g_autoptr (LpXlsx) book = lp_xlsx_open (path, error);

  return book != NULL && find_sheet (self, book, TRUE, found, error) && find_sheet (self, book, FALSE, found, error);
}

static gboolean
read_csv (LpNoteTable *self, const char *path, gboolean *found, GError **error)
{
  g_autoptr (LpCsv) csv = lp_csv_read (path, error);
  LpXlsxRow *heading = NULL;

  if (csv == NULL)
    return FALSE;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_xlsx_row_free);
  /* what is compared was exported here */
  lp_csv_set_guarded (csv, TRUE);
  heading = lp_xlsx_row_new (1);
  for (guint i = 0; i < lp_csv_get_n_columns (csv); i++)
    g_ptr_array_add (heading->cells, g_strdup (lp_csv_get_heading (csv, i)));
  g_ptr_array_add (self->rows, heading);
  for (guint i = 0; i < lp_csv_get_n_rows (csv); i++)
    {
      LpXlsxRow *row = lp_xlsx_row_new (lp_csv_get_line (csv, i));

      for (guint j = 0; j < lp_csv_get_n_columns (csv); j++)
        g_ptr_array_add (row->cells, g_strdup (lp_csv_get_field (csv, i, j)));
      g_ptr_array_add (self->rows, row);
    }
  *found = find_headings (self);
  return TRUE;
}

/* In a public file other words may stand in the place of those of the note. */
static gboolean
check_variant (LpNoteTable *self, GError **error)
{
  if (self->columns[LP_NOTE_CHANGE_MUNICIPALITY] >= 0 || self->columns[LP_NOTE_TABLE_TIME] >= 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is a public file: its words may be others than those of the notes. Export the internal one, and "
                         "change that."));
  return FALSE;
}

/* There each code stands once for each meeting, and would be taken for one of this. */
static gboolean
check_meeting (LpNoteTable *self, GError **error)
{
  if (!self->of_panel)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is a file of all meetings of a panel, whose codes are alike. Export this meeting alone, and change that."));
  return FALSE;
}

/** lp_note_table_read: @path: a workbook when it ends in .xlsx, else CSV. Returns: (transfer full) */
LpNoteTable *
lp_note_table_read (const char *path, GError **error)
{
  g_autoptr (LpNoteTable) self = g_new0 (LpNoteTable, 1);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean found = FALSE;
  gboolean read = g_str_has_suffix (lower, ".xlsx") ? read_workbook (self, path, &found, error)
                                                     : read_csv (self, path, &found, error);

  if (!read)
    return NULL;
  if (found)
    return check_variant (self, error) && check_meeting (self, error) ? g_steal_pointer (&self) : NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("There is no table of notes in the file. It needs the headings “No.” and “Note”, as in the sheet that was "
                         "exported."));
  return NULL;
}

void
lp_note_table_free (LpNoteTable *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}
