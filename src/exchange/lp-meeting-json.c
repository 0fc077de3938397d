/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-meeting-json.h"

#include "lp-json-text.h"
#include "lp-meeting-file.h"
#include "lp-meeting-format.h"
#include "lp-meeting-load.h"
#include "lp-part-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define CHECK_EVERY 256 /* objects */
#define SHARE_OF_WRITING 0.6 /* the rest is reading back */

/* No file of everything is for others on the same computer. */
#define MODE 0600

/* Also those of notes that are gone: a code must not be given out twice, wherever the meeting is. */
#define LAST_NUMBERS \
  "SELECT station, max (number) FROM (" \
  "SELECT ifnull (station, 0) AS station, number FROM note WHERE space=?1 UNION ALL " \
  "SELECT ifnull (body ->> 'station', 0), body ->> 'number' FROM op INDEXED BY op_final" \
  " WHERE kind=1 AND kind<>0 AND space=?1 AND entity='note') WHERE number IS NOT NULL GROUP BY station ORDER BY station"

typedef struct {
  LpReader         *reader;
  const LpId       *meeting;
  LpPartFile       *part;
  FILE             *file;
  GString          *line;
  GHashTable       *ids;      /* of LpId: all that is to be written */
  guint             counts[LP_N_ENTITIES];
  guint             done;
  GCancellable     *cancellable;
  LpExportProgress  progress;
  gpointer          user_data;
} Writing;

/* The panel is what the meeting says; all else lies in its space. */
static const char *
list_sql (LpEntity entity, const char *column)
{
  g_autofree char *sql = NULL;

  if (entity == LP_PANEL)
    sql = g_strdup_printf ("SELECT %s FROM panel WHERE id=(SELECT panel FROM meeting WHERE id=?1) AND deleted=0", column);
  else
    sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE space=?1 AND deleted=0 ORDER BY num", column,
                           lp_schema_entity (entity)->name);
  /* statements are known by where their text is */
  return g_intern_string (sql);
}

static gboolean
load_ids_of (Writing *self, LpEntity entity, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, list_sql (entity, "id"));
  g_autoptr (GError) problem = NULL;
  LpId id = { 0 };

  lp_query_bind_id (query, 1, self->meeting);
  while (lp_query_next (query, &problem))
    {
      if (lp_query_id (query, 0, &id))
        g_hash_table_add (self->ids, lp_id_copy (&id));
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
load_ids (Writing *self, GError **error)
{
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (lp_meeting_format_why_no_entity (i) == NULL && !load_ids_of (self, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
flush (Writing *self, GError **error)
{
  gboolean written = FALSE;

  errno = 0;
  written = fwrite (self->line->str, 1, self->line->len, self->file) == self->line->len;
  g_string_truncate (self->line, 0);
  if (!written)
    lp_part_file_set_error (self->part, errno != 0 ? errno : ENOSPC, error);
  return written;
}

static gboolean
write_line (Writing *self, GError **error)
{
  g_string_append_c (self->line, '\n');
  return flush (self, error);
}

static void
append_name (GString *line, const char *name)
{
  lp_json_append_text (line, name);
  g_string_append_c (line, ':');
}

/* After what may be the first member, or not. */
static void
append_comma (GString *line)
{
  if (line->len > 0 && line->str[line->len - 1] != '{' && line->str[line->len - 1] != '[')
    g_string_append_c (line, ',');
}

static void
append_reason (GString *line, const char *name, const char *reason)
{
  append_comma (line);
  append_name (line, name);
  lp_json_append_text (line, reason);
}

static void
append_left_out (GString *line)
{
  g_string_append (line, "\"left_out\":{");
  append_reason (line, "*.deleted", lp_meeting_format_why_no_field (LP_MEETING, LP_DELETED));
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      const LpEntityInfo *info = lp_schema_entity (i);

      if (lp_meeting_format_why_no_entity (i) != NULL)
        {
          append_reason (line, info->name, lp_meeting_format_why_no_entity (i));
          continue;
        }
      for (guint j = LP_DELETED + 1; j < info->n_fields; j++)
        {
          const char *reason = lp_meeting_format_why_no_field (i, j);
          g_autofree char *name = g_strjoin (".", info->name, info->fields[j].name, NULL);

          if (reason != NULL)
            append_reason (line, name, reason);
        }
    }
  g_string_append (line, "},");
}

static void
append_fields (GString *line)
{
  g_string_append (line, "\"fields\":{");
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      const LpEntityInfo *info = lp_schema_entity (i);

      if (lp_meeting_format_why_no_entity (i) != NULL)
        continue;
      append_comma (line);
      append_name (line, info->name);
      g_string_append (line, "[\"id\"");
      for (guint j = 0; j < info->n_fields; j++)
        {
          if (lp_meeting_format_why_no_field (i, j) != NULL)
            continue;
          g_string_append_c (line, ',');
          lp_json_append_text (line, info->fields[j].name);
        }
      g_string_append_c (line, ']');
    }
  g_string_append (line, "},");
}

static gboolean
append_last_numbers (Writing *self, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, LAST_NUMBERS);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, self->meeting);
  g_string_append (self->line, "\"last_numbers\":{");
  while (lp_query_next (query, &problem))
    {
      append_comma (self->line);
      g_string_append_printf (self->line, "\"%" G_GINT64_FORMAT "\":%" G_GINT64_FORMAT, lp_query_int (query, 0),
                              lp_query_int (query, 1));
    }
  g_string_append (self->line, "},");
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_head (Writing *self, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *when = g_date_time_format_iso8601 (now);

  g_string_append (self->line, "{\n\"format\":\"" LP_MEETING_FORMAT "\",\n");
  g_string_append_printf (self->line, "\"version\":%d,\n\"confidential\":true,\n", LP_MEETING_FORMAT_VERSION);
  g_string_append_printf (self->line, "\"exported\":\"%s\",\n\"program\":\"Landspanel " PACKAGE_VERSION "\",", when);
  if (!write_line (self, error))
    return FALSE;
  append_left_out (self->line);
  if (!write_line (self, error))
    return FALSE;
  append_fields (self->line);
  return write_line (self, error) && append_last_numbers (self, error) && write_line (self, error);
}

static void
append_value (GString *line, const LpValue *value, LpType type)
{
  char id[LP_ID_STRING_SIZE];

  if (value->kind == LP_VALUE_TEXT)
    lp_json_append_text (line, value->text);
  else if (value->kind == LP_VALUE_INT && type == LP_TYPE_BOOL)
    g_string_append (line, value->number != 0 ? "true" : "false");
  else if (value->kind == LP_VALUE_INT)
    g_string_append_printf (line, "%" G_GINT64_FORMAT, value->number);
  else
    {
      lp_id_print (&value->id, id);
      lp_json_append_text (line, id);
    }
}

/* What is a part of something deleted is in the database, for when that is restored. */
static gboolean
is_complete (Writing *self, LpRecord *record)
{
  LpEntity entity = lp_record_get_entity (record);

  for (guint i = 0; i < lp_schema_entity (entity)->n_fields; i++)
    {
      if (lp_meeting_format_is_part (entity, i) && lp_record_has (record, i) &&
          !g_hash_table_contains (self->ids, lp_record_id (record, i)))
        return FALSE;
    }
  return TRUE;
}

static void
append_object (GString *line, LpRecord *record)
{
  LpEntity entity = lp_record_get_entity (record);
  const LpEntityInfo *info = lp_schema_entity (entity);
  char id[LP_ID_STRING_SIZE];

  lp_id_print (lp_record_get_id (record), id);
  g_string_append_printf (line, "{\"id\":\"%s\"", id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (lp_meeting_format_why_no_field (entity, i) != NULL || !lp_record_has (record, i))
        continue;
      g_string_append_c (line, ',');
      append_name (line, info->fields[i].name);
      append_value (line, lp_record_value (record, i), info->fields[i].type);
    }
  g_string_append_c (line, '}');
}

static gboolean
write_object (Writing *self, LpEntity entity, gint64 num, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = lp_reader_load_num (self->reader, entity, num, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (++self->done % CHECK_EVERY == 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (SHARE_OF_WRITING * self->done / (g_hash_table_size (self->ids) + 1), self->user_data);
    }
  if (record == NULL || !is_complete (self, record))
    return TRUE;
  if (self->counts[entity]++ > 0)
    g_string_append (self->line, ",\n");
  append_object (self->line, record);
  return TRUE;
}

static gboolean
write_entity (Writing *self, LpEntity entity, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, list_sql (entity, "num"));
  g_autoptr (GError) problem = NULL;

  append_name (self->line, lp_schema_entity (entity)->name);
  g_string_append_c (self->line, '[');
  if (!write_line (self, error))
    return FALSE;
  lp_query_bind_id (query, 1, self->meeting);
  while (lp_query_next (query, &problem))
    {
      if (!write_object (self, entity, lp_query_int (query, 0), error) || !flush (self, error))
        return FALSE;
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_string_append (self->line, self->counts[entity] > 0 ? "\n]," : "],");
  return write_line (self, error);
}

static gboolean
write_all (Writing *self, GError **error)
{
  if (!load_ids (self, error) || !write_head (self, error))
    return FALSE;
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (lp_meeting_format_why_no_entity (i) == NULL && !write_entity (self, i, error))
        return FALSE;
    }
  g_string_append (self->line, "\"counts\":{");
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (lp_meeting_format_why_no_entity (i) != NULL)
        continue;
      append_comma (self->line);
      append_name (self->line, lp_schema_entity (i)->name);
      g_string_append_printf (self->line, "%u", self->counts[i]);
    }
  g_string_append (self->line, "}\n}");
  return write_line (self, error);
}

static gboolean
write_part (Writing *self, GError **error)
{
  gboolean written = FALSE;

  self->file = g_fopen (lp_part_file_get_path (self->part), "wbe");
  if (self->file == NULL)
    {
      lp_part_file_set_error (self->part, errno, error);
      return FALSE;
    }
  written = write_all (self, error);
  errno = 0;
  if (fclose (self->file) != 0 && written)
    {
      lp_part_file_set_error (self->part, errno != 0 ? errno : ENOSPC, error);
      written = FALSE;
    }
  return written;
}

static gboolean
count_back (Writing *self, LpMeetingFile *file, guint counts[LP_N_ENTITIES], GError **error)
{
  g_autoptr (GError) problem = NULL;
  LpEntity entity = 0;
  JsonObject *object = NULL;

  for (guint n = 1; lp_meeting_file_next (file, &entity, &object, &problem); n++)
    {
      counts[entity]++;
      if (n % CHECK_EVERY != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (SHARE_OF_WRITING + (1 - SHARE_OF_WRITING) * lp_meeting_file_get_share (file), self->user_data);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Nothing is said to be in a file that is not in it. */
static gboolean
read_back (Writing *self, GError **error)
{
  g_autoptr (LpMeetingFile) file = lp_meeting_file_open (lp_part_file_get_path (self->part), error);
  guint counts[LP_N_ENTITIES] = { 0 };

  if (file == NULL || !count_back (self, file, counts, error))
    return FALSE;
  if (memcmp (counts, self->counts, sizeof counts) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _("The file did not arrive whole on the disk. See whether there is room left on it, and try again."));
  return FALSE;
}

static gboolean
write_file (Writing *self, const char *path, GError **error)
{
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);

  self->part = lp_part_file_new (path, error);
  if (self->part == NULL)
    return FALSE;
  if (is_new && g_chmod (lp_part_file_get_path (self->part), MODE) != 0)
    {
      lp_part_file_set_error (self->part, errno, error);
      return FALSE;
    }
  return write_part (self, error) && read_back (self, error) &&
         lp_part_file_finish (self->part, self->cancellable, error);
}

/**
 * lp_meeting_json_write:
 * @reader: one that nobody else uses meanwhile: it is held in one consistent view
 * @progress: (nullable): told how far it is
 * @result: (out) (nullable): what was written
 *
 * Everything of the meeting, names too, but what the file itself says is left out. It is read back before it takes the place of a
 * former one, which on error or cancellation is as it was.
 */
gboolean
lp_meeting_json_write (LpReader *reader, const LpId *meeting, const char *path, GCancellable *cancellable,
                       LpExportProgress progress, gpointer user_data, LpExportResult *result, GError **error)
{
  g_autoptr (LpRecord) record = NULL;
  Writing self = { reader, meeting, .cancellable = cancellable, .progress = progress, .user_data = user_data };
  gboolean written = FALSE;

  if (!lp_reader_begin (reader, error))
    return FALSE;
  self.line = g_string_new (NULL);
  self.ids = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  record = lp_meeting_load (reader, meeting, error);
  written = record != NULL && write_file (&self, path, error);
  lp_reader_end (reader);

  g_clear_pointer (&self.part, lp_part_file_free);
  g_hash_table_unref (self.ids);
  g_string_free (self.line, TRUE);
  if (written && result != NULL)
    *result = (LpExportResult) { .notes = self.counts[LP_NOTE], .themes = self.counts[LP_THEME] };
  return written;
}
