/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A program to be killed, starved and locked out by test-faults.py. It says on its standard output what became of things, a line each:
 *
 *   opened                    the store is open
 *   note CODE ID TEXT         the note is committed
 *   error CODE MESSAGE        what the store said, CODE as in LpStoreError
 *   find TEXT                 a check found something
 *   closed
 */
#include "test-util.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lp-check.h"
#include "lp-meeting.h"

typedef struct {
  LpStore   *store;
  GMainLoop *loop;
  LpId       meeting;
  int        n_started;
  int        n_done;
  int        n_notes;
  gsize      size;   /* of a note's text */
  gboolean   failed;
} Writer;

typedef struct {
  Writer *writer;
  LpId    id;
} Written;

/* One write each, so that what is killed has said all or nothing of a line. */
static void G_GNUC_PRINTF (1, 2)
say (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strconcat (text, "\n", NULL);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (3);
}

static void
say_error (const GError *error)
{
  say ("error %d %s", error->domain == LP_STORE_ERROR ? error->code : -1, error->message);
}

static void
say_note (LpReader *reader, const LpId *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) note = lp_reader_load (reader, LP_NOTE, id, &error);
  g_autofree char *string = lp_id_to_string (id);
  g_autofree char *code = NULL;
  g_autofree char *sum = NULL;

  if (error != NULL)
    {
      say_error (error);
      return;
    }
  if (note == NULL)
    {
      say ("missing %s", string);
      return;
    }
  code = lp_record_note_code (note);
  sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, lp_record_text (note, LP_NOTE_TEXT), -1);
  say ("note %s %s %s", code, string, sum);
}

static LpChangeSet *
make_note (Writer *writer, LpId *id)
{
  LpChangeSet *changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = LP_KIND_PROPOSAL, .table = 1 + writer->n_started % 3 };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "Note %d ", writer->n_started);
  while (text->len < writer->size)
    g_string_append_c (text, 'a' + g_random_int_range (0, 26));
  draft.text = text->str;
  lp_note_create (changes, lp_store_get_reader (writer->store), &writer->meeting, &draft, id);
  writer->n_started++;

  return changes;
}

static gboolean
make_meeting (Writer *writer, GError **error)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("New meeting");

  memset (writer->meeting.bytes, 7, LP_ID_SIZE);
  lp_edit_text (lp_change_set_put (changes, LP_MEETING, &writer->meeting, &writer->meeting), LP_MEETING_TITLE, "Faults");

  return lp_store_commit (writer->store, changes, error);
}

/* One note after the other, each waited for. */
static gboolean
write_in_turn (Writer *writer, GError **error)
{
  while (writer->n_started < writer->n_notes)
    {
      LpId id = { 0 };
      g_autoptr (LpChangeSet) changes = make_note (writer, &id);

      if (!lp_store_commit (writer->store, changes, error))
        return FALSE;
      say_note (lp_store_get_reader (writer->store), &id);
    }

  return TRUE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Written *written = data;
  Writer *writer = written->writer;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (writer->store, result, &error))
    say_note (lp_store_get_reader (writer->store), &written->id);
  else
    say_error (error);
  writer->failed |= error != NULL;
  if (++writer->n_done == writer->n_started)
    g_main_loop_quit (writer->loop);
}

/* All at once, as fast as the writer's thread takes them. */
static gboolean
write_at_once (Writer *writer)
{
  writer->loop = g_main_loop_new (NULL, FALSE);
  while (writer->n_started < writer->n_notes)
    {
      Written *written = g_new0 (Written, 1);
      g_autoptr (LpChangeSet) changes = NULL;

      written->writer = writer;
      changes = make_note (writer, &written->id);
      lp_store_commit_async (writer->store, changes, NULL, written_cb, written);
    }
  g_main_loop_run (writer->loop);
  g_main_loop_unref (writer->loop);

  return !writer->failed;
}

/* What could not be written is tried again when a line comes in, until the input ends. */
static int
write_notes (Writer *writer, const char *path, gboolean at_once)
{
  g_autoptr (GError) error = NULL;
  char line[16] = "";

  writer->store = lp_store_open (path, LP_STORE_READ_WRITE, &error);
  if (writer->store == NULL || !make_meeting (writer, &error))
    {
      say_error (error);
      return 1;
    }
  say ("opened");
  while (at_once ? !write_at_once (writer) : !write_in_turn (writer, &error))
    {
      if (error != NULL)
        say_error (error);
      g_clear_error (&error);
      if (fgets (line, sizeof line, stdin) == NULL)
        return 1;
      writer->n_started--;
    }
  if (!lp_store_close (writer->store, &error))
    say_error (error);
  g_object_unref (writer->store);
  say ("closed");

  return 0;
}

static int
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = lp_check (path, &error);

  if (findings == NULL)
    {
      say_error (error);
      return 1;
    }
  for (guint i = 0; i < findings->len; i++)
    say ("find %s", (const char *) findings->pdata[i]);

  return findings->len > 0;
}

static int
list_notes (LpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpQuery) query = NULL;
  LpReader *reader = lp_store_get_reader (store);

  query = lp_reader_query (reader, "SELECT id FROM note ORDER BY station, number");
  while (lp_query_next (query, &error))
    {
      LpId id = { 0 };

      lp_query_id (query, 0, &id);
      say_note (reader, &id);
    }
  if (error == NULL)
    return 0;
  say_error (error);

  return 1;
}

/* Opens the store, says which notes there are, and closes it; with wait, not before the input ends. */
static int
open_and_list (const char *path, LpStoreMode mode, gboolean wait)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStore) store = lp_store_open (path, mode, &error);
  int status = 0;

  if (store == NULL)
    {
      say_error (error);
      return 1;
    }
  say ("opened");
  status = list_notes (store);
  while (wait && getchar () != EOF)
    ;
  lp_store_close (store, NULL);
  say ("closed");

  return status;
}

int
main (int argc, char *argv[])
{
  const char *what = argc > 2 ? argv[1] : "";
  Writer writer = { .n_notes = argc > 3 ? atoi (argv[3]) : 0, .size = argc > 4 ? atoi (argv[4]) : 0 };

  g_set_prgname ("writer");
  if (g_str_equal (what, "in-turn") || g_str_equal (what, "at-once"))
    return write_notes (&writer, argv[2], g_str_equal (what, "at-once"));
  if (g_str_equal (what, "check"))
    return check (argv[2]);
  if (g_str_equal (what, "read"))
    return open_and_list (argv[2], LP_STORE_READ_ONLY, FALSE);
  if (g_str_equal (what, "open"))
    return open_and_list (argv[2], LP_STORE_READ_WRITE, FALSE);
  if (g_str_equal (what, "hold"))
    return open_and_list (argv[2], LP_STORE_READ_WRITE, TRUE);
  fprintf (stderr, "usage: writer in-turn|at-once DATABASE COUNT [SIZE] | check|read|open|hold DATABASE\n");

  return 2;
}
