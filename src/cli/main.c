/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const LpCliCommand *const commands[] = {
  &lp_cli_new,
  &lp_cli_sample,
  &lp_cli_list,
  &lp_cli_show,
  &lp_cli_import_meeting,
  &lp_cli_import_notes,
  &lp_cli_import_roster,
  &lp_cli_import_changes,
  &lp_cli_notes,
  &lp_cli_export_panel,
  &lp_cli_export,
  &lp_cli_search,
  &lp_cli_scan,
  &lp_cli_themes_classify,
  &lp_cli_themes_suggest,
  &lp_cli_themes_accept,
  &lp_cli_recommendations,
  &lp_cli_priorities,
  &lp_cli_stories,
  &lp_cli_withdraw,
  &lp_cli_check,
};

/* Options of all commands, before or after the command's name. */
static LpCli cli;
static gboolean show_version;
static char **arguments;

/* Bytes, not G_OPTION_ARG_STRING, which would ask the locale: a script may run in any. */
static const GOptionEntry common_options[] = {
  { "database", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &cli.database,
    N_("Use this database, not the user’s own"), N_("FILE") },
  { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &cli.json, N_("Print JSON"), NULL },
  G_OPTION_ENTRY_NULL
};

/* Told apart by GLib, so that what comes after "--" may begin with a dash. */
static const GOptionEntry rest[] = {
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry main_options[] = {
  { "version", 'V', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &show_version, N_("Print the version"), NULL },
  G_OPTION_ENTRY_NULL
};

/* gettext ("") would be the head of the catalogue. */
static const char *
arguments_of (const LpCliCommand *command)
{
  return *command->arguments != '\0' ? _(command->arguments) : "";
}

/* The name and what follows it. */
static char *
print_usage (const LpCliCommand *command)
{
  const char *follows = arguments_of (command);

  return g_strconcat (command->name, *follows != '\0' ? " " : "", follows, NULL);
}

static char *
list_commands (void)
{
  GString *list = g_string_new (_("Commands:"));
  g_autofree char *usages[G_N_ELEMENTS (commands)] = { NULL };
  glong width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      usages[i] = print_usage (commands[i]);
      width = MAX (width, g_utf8_strlen (usages[i], -1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int padding = width - g_utf8_strlen (usages[i], -1);

      g_string_append_printf (list, "\n  %s%*s  %s", usages[i], padding, "", _(commands[i]->summary));
      g_free (g_steal_pointer (&usages[i]));
    }
  return g_string_free (list, FALSE);
}

static GOptionContext *
make_main_context (void)
{
  GOptionContext *context = g_option_context_new (_("COMMAND …"));
  g_autofree char *list = list_commands ();
  const char *hint = _("“landspanelctl COMMAND --help” tells more of one.");
  g_autofree char *more = g_strjoin ("\n\n", list, hint, NULL);

  g_option_context_set_summary (context, _("Keeps the meetings of a national panel, without a screen."));
  g_option_context_set_description (context, more);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, main_options, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  return context;
}

static GOptionContext *
make_command_context (const LpCliCommand *command)
{
  g_autofree char *usage = print_usage (command);
  GOptionContext *context = g_option_context_new (usage);
  g_autofree char *description = command->describe != NULL ? command->describe () : NULL;

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_description (context, description);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);
  return context;
}

static LpCliExit
wrong_use (const char *problem)
{
  g_autofree char *list = list_commands ();

  lp_cli_complain ("%s", problem);
  fprintf (stderr, "%s landspanelctl [--database %s] %s\n\n%s\n",
           _("Usage:"), _("FILE"), _("COMMAND …"), list);
  return LP_CLI_WRONG_USE;
}

static LpCliExit
wrong_use_of (const LpCliCommand *command, const char *problem)
{
  lp_cli_complain ("%s", problem);
  fprintf (stderr, "%s landspanelctl %s%s%s%s\n", _("Usage:"), command->name,
           command->options != NULL ? _(" [OPTION…]") : "",
           *command->arguments != '\0' ? " " : "", arguments_of (command));
  return LP_CLI_WRONG_USE;
}

/* How many of the words are the command's name; 0: it is another. */
static guint
count_name (const LpCliCommand *command, char **words)
{
  g_auto (GStrv) name = g_strsplit (command->name, " ", -1);
  guint n = 0;

  for (; name[n] != NULL; n++)
    {
      if (words[n] == NULL || strcmp (words[n], name[n]) != 0)
        return 0;
    }
  return n;
}

static const LpCliCommand *
find_command (char **words, guint *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      *n_words = count_name (commands[i], words);
      if (*n_words > 0)
        return commands[i];
    }
  return NULL;
}

/* A word that begins some commands' names says half of what is wanted. */
static char *
explain_unknown (const char *word)
{
  g_autofree char *begin = g_strconcat (word, " ", NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *name = commands[i]->name;

      if (g_str_has_prefix (name, begin))
        g_string_append_printf (second, "%s%s", second->len > 0 ? ", " : "", name + strlen (begin));
    }
  if (second->len > 0)
    return g_strdup_printf (_("After “%s” comes one of: %s"), word, second->str);
  return g_strdup_printf (_("There is no command “%s”"), word);
}

/* Whether help is asked for, of commands whose name has begun and goes on no further. */
static gboolean
wants_help (char **words)
{
  for (guint i = 0; words[i] != NULL && words[i][0] == '-'; i++)
    {
      if (strcmp (words[i], "--help") == 0 || strcmp (words[i], "-h") == 0 || strcmp (words[i], "-?") == 0)
        return TRUE;
    }
  return FALSE;
}

/* Of all commands with that first word; FALSE when there is none. */
static gboolean
print_help_of (const char *word)
{
  g_autofree char *begin = g_strconcat (word, " ", NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GOptionContext) context = NULL;
      g_autofree char *help = NULL;

      if (!g_str_has_prefix (commands[i]->name, begin))
        continue;
      context = make_command_context (commands[i]);
      help = g_option_context_get_help (context, TRUE, NULL);
      lp_cli_say ("%s%s", any ? "\n" : "", help);
      any = TRUE;
    }
  return any;
}

static LpCliExit
refuse_unknown (char **words)
{
  g_autofree char *problem = NULL;

  if (wants_help (words + 1) && print_help_of (words[0]))
    return LP_CLI_DONE;
  problem = explain_unknown (words[0]);
  return wrong_use (problem);
}

static void
set_missing_error (const LpCliCommand *command, guint argument, GError **error)
{
  g_auto (GStrv) names = g_strsplit (arguments_of (command), " ", -1);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("%s is missing"), names[argument]);
}

static gboolean
check_arguments (const LpCliCommand *command, GError **error)
{
  guint n = arguments != NULL ? g_strv_length (arguments) : 0;

  for (guint i = 0; i < n; i++)
    {
      if (g_utf8_validate (arguments[i], -1, NULL))
        continue;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Argument %u is not UTF-8"), i + 1);
      return FALSE;
    }
  if (n == command->n_arguments)
    return TRUE;
  if (n < command->n_arguments)
    set_missing_error (command, n, error);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” is too much"),
                 arguments[command->n_arguments]);
  return FALSE;
}

static LpCliExit
tell_error (const LpCliCommand *command, const GError *error)
{
  if (error->domain == G_OPTION_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    return wrong_use_of (command, error->message);
  lp_cli_complain ("%s", error->message);
  return LP_CLI_REFUSED;
}

static LpCliExit
run_command (const LpCliCommand *command, GStrv *words)
{
  g_autoptr (GOptionContext) context = make_command_context (command);
  g_autoptr (GError) error = NULL;
  LpCliExit result = LP_CLI_DONE;

  if (!g_option_context_parse_strv (context, words, &error) || !check_arguments (command, &error))
    return wrong_use_of (command, error->message);
  cli.named = cli.database != NULL;
  if (!cli.named)
    cli.database = lp_store_default_path ();

  result = command->run (&cli, arguments, &error);
  return error != NULL ? tell_error (command, error) : result;
}

/* The command's own words, headed by the program's name as g_option_context_parse_strv() wants it. */
static GStrv
take_words (char **words, guint n_name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, words[0]);
  for (guint i = 1 + n_name; words[i] != NULL; i++)
    g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static LpCliExit
run (GStrv *words)
{
  g_autoptr (GOptionContext) context = make_main_context ();
  g_autoptr (GError) error = NULL;
  const LpCliCommand *command = NULL;
  guint n_name = 0;

  if (!g_option_context_parse_strv (context, words, &error))
    return wrong_use (error->message);
  if (show_version)
    {
      lp_cli_say ("landspanelctl %s\n", PACKAGE_VERSION);
      return LP_CLI_DONE;
    }
  if ((*words)[1] == NULL)
    return wrong_use (_("A command is missing"));
  command = find_command (*words + 1, &n_name);
  if (command == NULL)
    return refuse_unknown (*words + 1);

  g_auto (GStrv) own = take_words (*words, n_name);

  return run_command (command, &own);
}

/* A full disk under stdout is told like any other. */
static LpCliExit
flush (LpCliExit result)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return result;
  lp_cli_complain ("%s", _("The output could not be written"));
  return MAX (result, LP_CLI_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) words = g_strdupv (argv);
  LpCliExit result = LP_CLI_DONE;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("landspanelctl");

  result = flush (run (&words));
  g_free (cli.database);
  g_strfreev (arguments);
  return result;
}
