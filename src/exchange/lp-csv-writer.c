/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-csv-writer.h"

#include "lp-csv.h"
#include "lp-meeting-load.h"
#include "lp-moment.h"

#include <errno.h>
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
                 guint               n_columns)
{
  g_string_append (record, BYTE_ORDER_MARK);
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (record, ';');
      append_field (record, lp_note_column_heading (columns[i]));
    }
  g_string_append (record, "\r\n");
}

static void
append_note (GString            *record,
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

  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (record, ';');
      append_text (record, fields[columns[i]]);
    }
  g_string_append (record, "\r\n");
}

static gboolean
write_notes (FILE            *file,
             LpNoteStream    *stream,
             LpVariant        variant,
             GCancellable    *cancellable,
             LpExportResult  *result,
             GError         **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GString) record = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  LpNoteColumn columns[LP_N_NOTE_COLUMNS];
  guint n_columns = lp_note_columns (variant, FALSE, columns);
  const LpNoteLine *note = NULL;

  append_headings (record, columns, n_columns);
  while (fwrite (record->str, 1, record->len, file) == record->len
         && (note = lp_note_stream_next (stream, &failure)))
    {
      if (result->notes++ % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_string_truncate (record, 0);
      append_note (record, columns, n_columns, note, zone);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
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
  g_autoptr (LpPlaces) places = record ? lp_places_load (reader, meeting, publication, error) : NULL;
  LpNoteNeeds needs = { .publication = publication, .places = places };
  g_autoptr (LpNoteStream) stream = places ? lp_note_stream_new (reader, meeting, &needs, error) : NULL;
  FILE *file = stream ? g_fopen (lp_part_file_get_path (part), "wbe") : NULL;
  gboolean written = FALSE;

  if (!stream)
    return FALSE;
  if (!file)
    {
      lp_part_file_set_error (part, errno, error);
      return FALSE;
    }

  result->themes = lp_places_get_n_themes (places);
  written = write_notes (file, stream, lp_publication_get_variant (publication), cancellable, result, error);
  errno = 0;
  if (written && (ferror (file) || fflush (file) != 0))
    {
      lp_part_file_set_error (part, errno ? errno : ENOSPC, error);
      written = FALSE;
    }
  if (fclose (file) != 0 && written)
    {
      lp_part_file_set_error (part, errno, error);
      written = FALSE;
    }

  return written;
}
