/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-csv-writer.h"

#include "lp-csv.h"
#include "lp-meeting-load.h"
#include "lp-moment.h"
#include "lp-panel-export.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define CHECK_EVERY 256 /* notes */

/* Quoted where it must be; line breaks within are LF, those between records CRLF. */
static void
append_field (GString    *record,
              const char *text)
{
  gboolean quoted = strpbrk (text, ";\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (record, '"');
  for (const char *c = text; *c; c++)
    {
      if (c[0] == '\r' && c[1] == '\n')
        continue;
      if (*c == '"')
        g_string_append_c (record, '"');
      g_string_append_c (record, *c == '\r' ? '\n' : *c);
    }
  if (quoted)
    g_string_append_c (record, '"');
}

/* A spreadsheet takes a text that begins so for a formula, and runs it. An apostrophe in front tells it not to; who reads the
 * table back in takes it off again, see lp_csv_get_field (). */
static void
append_text (GString    *record,
             const char *text)
{
  g_autofree char *guarded = lp_csv_needs_guard (text) ? g_strconcat (LP_CSV_GUARD, text, NULL) : NULL;

  append_field (record, guarded ? guarded : text);
}

static void
append_headings (GString            *record,
                 const LpNoteColumn *columns,
                 guint               n_columns,
                 gboolean            of_panel)
{
  g_string_append (record, BYTE_ORDER_MARK);
  if (of_panel)
    {
      append_field (record, _("Meeting"));
      g_string_append_c (record, ';');
    }
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (record, ';');
      append_field (record, lp_note_column_heading (columns[i]));
    }
  g_string_append (record, "\r\n");
}

/* label: of a panel, which meeting it is; else NULL */
static void
append_note (GString            *record,
             const char         *label,
             const LpNoteColumn *columns,
             guint               n_columns,
             const LpNoteLine   *note,
             GTimeZone          *zone)
{
  g_autofree char *time = note->time != 0 ? lp_moment_print (note->time, zone) : g_strdup ("");
  g_autofree char *table = note->table != 0 ? g_strdup_printf ("%d", note->table) : g_strdup ("");
  g_autofree char *dots = note->dots != LP_NO_DOTS ? g_strdup_printf ("%" G_GINT64_FORMAT, note->dots) : g_strdup ("");
  const char *fields[LP_N_NOTE_COLUMNS] = {
    [LP_NOTE_COLUMN_CODE] = note->code,
    [LP_NOTE_COLUMN_THEME] = note->theme,
    [LP_NOTE_COLUMN_OTHER_THEMES] = note->other_themes,
    [LP_NOTE_COLUMN_KIND] = note->kind,
    [LP_NOTE_COLUMN_TEXT] = note->text,
    [LP_NOTE_COLUMN_PERSPECTIVE] = note->perspective,
    [LP_NOTE_COLUMN_TABLE] = table,
    [LP_NOTE_COLUMN_ITEM] = note->item,
    [LP_NOTE_COLUMN_TIME] = time,
    [LP_NOTE_COLUMN_VERBATIM] = note->verbatim,
    [LP_NOTE_COLUMN_CONSENT] = note->consent,
    [LP_NOTE_COLUMN_DOTS] = dots,
    [LP_NOTE_COLUMN_STATUS] = note->status,
    [LP_NOTE_COLUMN_PROFILE] = note->profile,
    [LP_NOTE_COLUMN_MUNICIPALITY] = note->municipality,
    [LP_NOTE_COLUMN_PUBLIC_TEXT] = note->public_text,
  };

  if (label)
    {
      append_text (record, label);
      g_string_append_c (record, ';');
    }
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (record, ';');
      append_text (record, fields[columns[i]]);
    }
  g_string_append (record, "\r\n");
}

/* What a table is written with. */
typedef struct {
  FILE           *file;
  LpReader       *reader;
  GTimeZone      *zone;
  LpNoteColumn    columns[LP_N_NOTE_COLUMNS];
  guint           n_columns;
  GCancellable   *cancellable;
  LpExportResult *result;
} Table;

static gboolean
write_record (Table   *self,
              GString *record)
{
  return fwrite (record->str, 1, record->len, self->file) == record->len;
}

static void
write_headings (Table     *self,
                LpVariant  variant,
                gboolean   of_panel)
{
  g_autoptr (GString) record = g_string_new (NULL);

  self->n_columns = lp_note_columns (variant, FALSE, self->columns);
  append_headings (record, self->columns, self->n_columns, of_panel);
  write_record (self, record);
}

static gboolean
write_notes (Table         *self,
             const LpId    *meeting,
             LpPublication *publication,
             const char    *label,
             GError       **error)
{
  g_autoptr (LpPlaces) places = lp_places_load (self->reader, meeting, publication, error);
  LpNoteNeeds needs = { .publication = publication, .places = places };
  g_autoptr (LpNoteStream) stream = places ? lp_note_stream_new (self->reader, meeting, &needs, error) : NULL;
  g_autoptr (GString) record = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  const LpNoteLine *note = NULL;

  if (!stream)
    return FALSE;
  self->result->themes += lp_places_get_n_themes (places);
  while (!ferror (self->file) && (note = lp_note_stream_next (stream, &failure)))
    {
      if (self->result->notes++ % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      g_string_truncate (record, 0);
      append_note (record, label, self->columns, self->n_columns, note, self->zone);
      write_record (self, record);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
open_table (Table       *self,
            LpPartFile  *part,
            GError     **error)
{
  self->file = g_fopen (lp_part_file_get_path (part), "wbe");
  self->zone = g_time_zone_new_local ();
  if (!self->file)
    lp_part_file_set_error (part, errno, error);
  return self->file != NULL;
}

/* Each record ends so, and nothing else does: see append_field (). */
static guint
count_records (GBytes *table)
{
  gsize length = 0;
  const char *at = g_bytes_get_data (table, &length);
  const char *end = at + length;
  guint n_records = 0;

  while (at && (at = memmem (at, end - at, "\r\n", 2)))
    {
      n_records++;
      at += 2;
    }
  return n_records;
}

/* The headings and every note. */
static gboolean
check_table (Table       *self,
             LpPartFile  *part,
             GError     **error)
{
  g_autoptr (GBytes) there = lp_part_file_read_back (part, error);

  if (!there)
    return FALSE;
  if (count_records (there) == 1 + self->result->notes)
    return TRUE;
  lp_part_file_set_short (part, error);
  return FALSE;
}

/* Returns: whether all that was written is there. */
static gboolean
close_table (Table       *self,
             LpPartFile  *part,
             gboolean     written,
             GError     **error)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  if (!self->file)
    return FALSE;
  errno = 0;
  if (written && (ferror (self->file) || fflush (self->file) != 0))
    {
      lp_part_file_set_error (part, errno ? errno : ENOSPC, error);
      written = FALSE;
    }
  if (fclose (self->file) != 0 && written)
    {
      lp_part_file_set_error (part, errno, error);
      written = FALSE;
    }

  return written && check_table (self, part, error);
}

/**
 * lp_csv_write:
 *
 * Writes the notes as spreadsheets in Denmark open them: semicolons, UTF-8 with a mark, CRLF. The texts stand
 * exactly as said, but for an apostrophe before what would be a formula.
 */
gboolean
lp_csv_write (LpReader        *reader,
              const LpId      *meeting,
              LpPublication   *publication,
              LpPartFile      *part,
              GCancellable    *cancellable,
              LpExportResult  *result,
              GError         **error)
{
  g_autoptr (LpRecord) record = lp_meeting_load (reader, meeting, error);
  Table self = { .reader = reader, .cancellable = cancellable, .result = result };
  gboolean written = FALSE;

  if (!record)
    return FALSE;
  if (open_table (&self, part, error))
    {
      write_headings (&self, lp_publication_get_variant (publication), FALSE);
      written = write_notes (&self, meeting, publication, NULL, error);
    }
  return close_table (&self, part, written, error);
}

static gboolean
write_meeting (const LpPanelRun *run, const LpId *meeting, LpPublication *publication, const char *label, double share, gpointer data,
               GError **error)
{
  return write_notes (data, meeting, publication, label, error);
}

/** lp_panel_csv_write: the notes of all meetings, with a column in front that says of which each is. */
gboolean
lp_panel_csv_write (const LpPanelRun *run, LpPartFile *part, GError **error)
{
  Table self = { .reader = run->reader, .cancellable = run->cancellable, .result = run->result };
  gboolean written = FALSE;

  if (open_table (&self, part, error))
    {
      write_headings (&self, run->options->variant, TRUE);
      written = lp_panel_run (run, write_meeting, &self, error);
    }
  return close_table (&self, part, written, error);
}
