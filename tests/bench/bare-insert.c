/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bare-insert FROM DATABASE COUNT: the floor for bench-commit: inserts the rows of the table "note" of one database into the same
 * table of a new one, each in a transaction of its own, WAL and synchronous=FULL. Prints the microseconds of each.
 */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));

  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

static void
execute (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* The very table, without its indexes. */
static void
copy_table (sqlite3 *from, sqlite3 *to)
{
  sqlite3_stmt *statement = prepare (from, "SELECT sql FROM sqlite_schema WHERE name='note'");

  sqlite3_step (statement);
  execute (to, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  execute (to, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

static char *
insert_sql (sqlite3_stmt *rows)
{
  GString *names = g_string_new (NULL);
  GString *marks = g_string_new (NULL);

  for (int i = 0; i < sqlite3_column_count (rows); i++)
    {
      g_string_append_printf (names, "%s\"%s\"", i ? "," : "", sqlite3_column_name (rows, i));
      g_string_append (marks, i ? ",?" : "?");
    }
  g_string_append_printf (names, ") VALUES (%s)", marks->str);
  g_string_prepend (names, "INSERT INTO note (");
  g_string_free (marks, TRUE);

  return g_string_free_and_steal (names);
}

int
main (int argc, char *argv[])
{
  sqlite3 *from = NULL;
  sqlite3 *to = NULL;
  sqlite3_stmt *rows = NULL;
  sqlite3_stmt *insert = NULL;
  g_autofree char *sql = NULL;

  if (argc != 4)
    {
      fprintf (stderr, "usage: bare-insert FROM DATABASE COUNT\n");
      return 2;
    }
  from = open_database (argv[1]);
  to = open_database (argv[2]);
  copy_table (from, to);
  rows = prepare (from, "SELECT * FROM note");
  sql = insert_sql (rows);
  insert = prepare (to, sql);

  for (int n = atoi (argv[3]); n > 0 && sqlite3_step (rows) == SQLITE_ROW; n--)
    {
      gint64 begin = g_get_monotonic_time ();

      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (insert, i + 1, sqlite3_column_value (rows, i));
      if (sqlite3_step (insert) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (to));
      sqlite3_reset (insert);
      printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
    }
  sqlite3_finalize (rows);
  sqlite3_finalize (insert);
  sqlite3_close (from);
  sqlite3_close (to);

  return 0;
}
