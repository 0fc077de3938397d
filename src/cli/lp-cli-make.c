/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-sample.h"
#include "lp-templates.h"

#include <glib/gi18n.h>
#include <string.h>

/* new, sample: what makes a meeting. */

static char *template_id;
static char *title;
static char *date;
static char *place;
static char *panel;

static const GOptionEntry new_options[] = {
  { "template", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &template_id,
    N_("What to start from: a template, or a file with one"), N_("ID|FILE") },
  { "title", 'T', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &title,
    N_("What the meeting is called"), N_("TEXT") },
  { "date", 'D', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &date,
    N_("When it is; today if not said"), N_("YYYY-MM-DD") },
  { "place", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &place,
    N_("Where it is"), N_("TEXT") },
  { "panel", 'P', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &panel,
    N_("Who meets; a panel that is not there is made"), N_("NAME") },
  G_OPTION_ENTRY_NULL
};

static gboolean
refuse (GError **error, const char *problem)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem);
  return FALSE;
}

static gboolean
check_options (GError **error)
{
  const char *const values[] = { template_id, title, date, place, panel };

  if (template_id == NULL)
    return refuse (error, _("--template is missing"));
  if (title == NULL || title[strspn (title, " \t\n")] == '\0')
    return refuse (error, _("--title is missing"));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (values[i] != NULL && !g_utf8_validate (values[i], -1, NULL))
        return refuse (error, _("An option’s value is not UTF-8"));
    }
  if (date != NULL && !lp_date_is_valid (date))
    return refuse (error, _("--date is not a date such as 2026-11-24"));
  return TRUE;
}

static char *
list_templates (const char *folder)
{
  g_autoptr (GPtrArray) templates = lp_template_load_all ();
  g_autoptr (GPtrArray) own = lp_templates_load (folder, NULL);
  GString *ids = g_string_new (NULL);

  g_ptr_array_extend_and_steal (templates, g_steal_pointer (&own));
  for (guint i = 0; i < templates->len; i++)
    {
      LpTemplate *template_ = g_ptr_array_index (templates, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", lp_template_get_id (template_));
    }
  return g_string_free (ids, FALSE);
}

/* A file that cannot be used is refused; a template that is not there was asked for by a wrong name. */
static LpTemplate *
load_template (LpCli *cli, GError **error)
{
  g_autofree char *folder = lp_templates_folder (cli->database);
  g_autoptr (GError) problem = NULL;
  LpTemplate *template_ = lp_templates_find (folder, template_id, &problem);
  g_autofree char *ids = NULL;

  if (template_ != NULL)
    return template_;
  if (!g_error_matches (problem, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND) || strpbrk (template_id, "/.") != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  ids = list_templates (folder);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("There is no template “%s”. The templates are: %s."), template_id, ids);
  return NULL;
}

static LpCliExit
run_new (LpCli *cli, char **arguments, GError **error)
{
  LpMeetingDraft draft = { .title = title, .date = date, .place = place, .panel = panel, .start = -1 };
  g_autoptr (LpTemplate) template_ = NULL;
  g_autoptr (LpChangeSet) changes = NULL;
  LpStore *store = NULL;
  LpId meeting = { 0 };
  gboolean made = FALSE;

  if (!check_options (error))
    return LP_CLI_WRONG_USE;
  template_ = load_template (cli, error);
  if (template_ == NULL)
    return LP_CLI_REFUSED;
  store = lp_cli_open (cli, LP_STORE_READ_WRITE, error);
  if (store == NULL)
    return LP_CLI_REFUSED;

  changes = lp_meeting_create (lp_store_get_reader (store), template_, &draft, &meeting, error);
  made = changes != NULL && lp_store_commit (store, changes, error);
  if (made)
    lp_cli_print_id (cli, &meeting);
  lp_cli_close (store);
  return made ? LP_CLI_DONE : LP_CLI_REFUSED;
}

static LpCliExit
run_sample (LpCli *cli, char **arguments, GError **error)
{
  LpStore *store = lp_cli_open (cli, LP_STORE_READ_WRITE, error);
  LpId meeting = { 0 };
  gboolean made = FALSE;

  if (store == NULL)
    return LP_CLI_REFUSED;
  made = lp_sample_create (store, &meeting, error);
  if (made)
    lp_cli_print_id (cli, &meeting);
  lp_cli_close (store);
  return made ? LP_CLI_DONE : LP_CLI_REFUSED;
}

const LpCliCommand lp_cli_new = {
  .name = "new",
  .arguments = N_("--template ID|FILE --title TEXT"),
  .summary = N_("Make a meeting from a template; prints its id"),
  .options = new_options,
  .run = run_new,
};

const LpCliCommand lp_cli_sample = {
  .name = "sample",
  .arguments = "",
  .summary = N_("Make the sample meeting; prints its id"),
  .run = run_sample,
};
