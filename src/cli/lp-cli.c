/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-trace.h"

#include <glib/gi18n.h>
#include <stdio.h>

/** The database, which a command that writes makes when it is not there. Close it with lp_cli_close(). */
LpStore *
lp_cli_open (LpCli *cli, LpStoreMode mode, GError **error)
{
  return lp_store_open (cli->database, mode, error);
}

/**
 * Lets go of the database. What was committed is safe. A backup that failed, or words that were erased and can
 * still be found, are worth a word; who opens the database next tries again.
 */
void
lp_cli_close (LpStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!lp_store_close (store, &error))
    lp_cli_complain ("%s", error->message);
  g_object_unref (store);
}

/** The database and a meeting in it. NULL and an error when there is either not. */
LpStore *
lp_cli_open_meeting (LpCli *cli, LpStoreMode mode, const char *id, LpId *meeting, GError **error)
{
  g_autoptr (LpStore) store = lp_cli_open (cli, mode, error);

  if (store == NULL || !lp_meeting_find (lp_store_get_reader (store), id, meeting, error))
    return NULL;
  return g_steal_pointer (&store);
}

/**
 * Notes in the database that a file was exported. Where another program holds it that cannot be, which is told: the file is
 * there all the same, and is the caller's success.
 */
void
lp_cli_trace (LpCli *cli, const LpId *meeting, const char *path, const char *variant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = lp_trace_new (meeting, path, variant);
  LpStore *store = lp_cli_open (cli, LP_STORE_READ_WRITE, &error);

  if (store != NULL)
    {
      lp_store_commit (store, changes, &error);
      lp_cli_close (store);
    }
  if (error != NULL)
    lp_cli_complain (_("The file was written, but that it was could not be noted: %s"), error->message);
}

/** Prints to stdout. Always UTF-8, as files are: g_print() would ask the locale. */
void
lp_cli_say (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
}

/** Prints a line to stderr, after the program's name. */
void
lp_cli_complain (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), line);
}

/** Prints a cell and what it takes to fill "width" characters. */
void
lp_cli_print_padded (const char *text, guint width)
{
  guint length = g_utf8_strlen (text, -1);

  lp_cli_say ("%s%*s", text, (int) (MAX (width, length) - length), "");
}

/** Prints what was built, in one line. */
void
lp_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  lp_cli_say ("%s\n", line);
}

/** Prints the id of what was made. */
void
lp_cli_print_id (LpCli *cli, const LpId *id)
{
  g_autofree char *printed = lp_id_to_string (id);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      lp_cli_say ("%s\n", printed);
      return;
    }
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "id", printed);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

/** NULL becomes null. */
void
lp_cli_member_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
lp_cli_member_int (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}
