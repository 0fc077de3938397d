/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A program for test-faults.py that erases, and is killed at the Nth thing it does to a file:
 *
 *   prepare DATABASE      writes notes and closes the database
 *   erase DATABASE [N]    erases a third of them and scrubs another third
 *   open DATABASE [N]     opens the database and closes it
 *
 * Without N it says what it does to files, a line each: step CALL FILE. What it does is what SQLite does; what
 * else the store does, like renaming a backup, lies between two of these.
 */
#include "test-util.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lp-meeting.h"

#define SECRET "Zebraskoven hedder hun"
#define N_NOTES 150
#define N_EDITS 300

static int n_steps = 0;    /* atomic */
static int last_step = -1; /* -1: not watching; 0: say what is done */

/* Some threads of the store may be at it: a line each, in one write. */
static void
step (const char *call, const char *file)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *line = g_strdup_printf ("step %s %s\n", call, name);

  if (last_step < 0)
    return;
  if (last_step == 0 && write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (3);
  if (g_atomic_int_add (&n_steps, 1) + 1 == last_step)
    kill (getpid (), SIGKILL);
}

static void
step_in (const char *call, int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *file = g_file_read_link (link, NULL);

  step (call, file != NULL ? file : link);
}

static int
watched_open (const char *file, int flags, int mode)
{
  if ((flags & O_ACCMODE) != O_RDONLY)
    step ("open", file);

  return open (file, flags, mode);
}

static ssize_t
watched_write (int fd, const void *bytes, size_t size)
{
  step_in ("write", fd);

  return write (fd, bytes, size);
}

static ssize_t
watched_pwrite (int fd, const void *bytes, size_t size, off_t at)
{
  step_in ("write", fd);

  return pwrite (fd, bytes, size, at);
}

static int
watched_ftruncate (int fd, off_t size)
{
  step_in ("truncate", fd);

  return ftruncate (fd, size);
}

static int
watched_unlink (const char *file)
{
  step ("unlink", file);

  return unlink (file);
}

static void
watch (void)
{
  static const struct {
    const char        *name;
    sqlite3_syscall_ptr call;
  } calls[] = {
    { "open", (sqlite3_syscall_ptr) watched_open },
    { "write", (sqlite3_syscall_ptr) watched_write },
    { "pwrite", (sqlite3_syscall_ptr) watched_pwrite },
    { "pwrite64", (sqlite3_syscall_ptr) watched_pwrite },
    { "ftruncate", (sqlite3_syscall_ptr) watched_ftruncate },
    { "unlink", (sqlite3_syscall_ptr) watched_unlink },
  };
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      /* not every build of SQLite writes in the same way */
      if (vfs->xGetSystemCall (vfs, calls[i].name) != NULL)
        g_assert_cmpint (vfs->xSetSystemCall (vfs, calls[i].name, calls[i].call), ==, SQLITE_OK);
    }
}

/* Of any length, so that rows move about and leave copies where SQLite holds nothing to be. Every third note is
 * kept. */
static char *
make_text (guint note)
{
  g_autofree char *filler = g_strnfill (g_random_int_range (1, 900), 'x');

  return g_strdup_printf ("%s %s", note % 3 == 2 ? "Kept" : SECRET, filler);
}

static void
prepare (LpStore *store)
{
  LpChangeSet *changes = lp_change_set_new ("Add");
  LpId meeting = test_meeting (store, "Faults");
  LpId notes[N_NOTES] = { 0 };

  g_random_set_seed (7);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *text = make_text (i);
      LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = text };

      lp_note_create (changes, lp_store_get_reader (store), &meeting, &draft, &notes[i]);
    }
  test_commit (store, changes);
  for (guint i = 0; i < N_EDITS; i++)
    {
      guint note = g_random_int_range (0, N_NOTES);
      g_autofree char *text = make_text (note);

      changes = lp_change_set_new ("Edit");
      lp_edit_text (lp_change_set_put (changes, LP_NOTE, &meeting, &notes[note]), LP_NOTE_TEXT, text);
      test_commit (store, changes);
    }
}

static void
erase (LpStore *store)
{
  LpChangeSet *changes = lp_change_set_new ("Erase");
  LpReader *reader = lp_store_get_reader (store);
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT id, space, number FROM note");
  LpId note = { 0 };
  LpId meeting = { 0 };

  while (lp_query_next (query, NULL))
    {
      guint kind = (lp_query_int (query, 2) - 1) % 3;

      lp_query_id (query, 0, &note);
      lp_query_id (query, 1, &meeting);
      if (kind == 0)
        lp_change_set_erase (changes, LP_NOTE, &meeting, &note);
      if (kind != 1)
        continue;
      lp_change_set_scrub (changes, LP_NOTE, &meeting, &note, LP_NOTE_TEXT);
      lp_edit_text (lp_change_set_put (changes, LP_NOTE, &meeting, &note), LP_NOTE_TEXT, "Fjernet");
    }
  g_clear_pointer (&query, lp_query_free);
  test_commit (store, changes);
}

int
main (int argc, char *argv[])
{
  const char *what = argc > 2 ? argv[1] : "";
  const int wanted = argc > 3 ? atoi (argv[3]) : 0;
  LpStore *store = NULL;

  if (!g_str_equal (what, "prepare") && !g_str_equal (what, "erase") && !g_str_equal (what, "open"))
    {
      fprintf (stderr, "usage: eraser prepare|erase|open DATABASE [N]\n");
      return 2;
    }
  watch ();
  if (g_str_equal (what, "open"))
    last_step = wanted;
  store = test_store_open (argv[2]);
  if (g_str_equal (what, "prepare"))
    prepare (store);
  if (g_str_equal (what, "erase"))
    {
      last_step = wanted;
      erase (store);
    }
  test_store_close (store);

  return 0;
}
