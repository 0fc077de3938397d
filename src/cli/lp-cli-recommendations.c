/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-recommendation-words.h"

#include <glib/gi18n.h>

/* recommendations: what is recommended, and which notes it rests on. */

/* In JSON. */
static const char *const warnings[LP_N_GROUND_WARNINGS] = {
  [LP_GROUND_NO_NOTES] = "no-notes",
  [LP_GROUND_FEW_NOTES] = "few-notes",
  [LP_GROUND_ONE_TABLE] = "one-table",
  [LP_GROUND_ONLY_PROFESSIONAL] = "only-professional",
  [LP_GROUND_NO_LIVED] = "no-lived",
  [LP_GROUND_MISSING] = "perspectives-missing",
};

static void
say_line (const char *what, const char *words)
{
  if (words != NULL && *words != '\0')
    lp_cli_say ("   %s: %s\n", what, words);
}

static void
say_codes (const char *what, GPtrArray *codes)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (codes, i));
  say_line (what, line->str);
}

static void
say_one (const LpRecommendation *one, guint number)
{
  const char *name = lp_recommendation_name (one->record);
  const char *text = lp_record_text (one->record, LP_RECOMMENDATION_TEXT);
  g_autofree char *status = lp_recommendation_print_status (one->record);
  g_autofree char *ground = lp_ground_print (&one->ground);
  g_autofree char *perspectives = lp_ground_print_perspectives (&one->ground);
  g_autofree char *quotes = lp_ground_print_quotes (&one->ground);
  g_autofree char *warning = lp_ground_print_warnings (&one->ground);

  lp_cli_say ("%u. %s\n", number, *name != '\0' ? name : _("New recommendation"));
  if (*text != '\0' && !g_str_equal (text, name))
    lp_cli_say ("   %s\n", text);
  say_line (_("Reason"), lp_record_text (one->record, LP_RECOMMENDATION_REASON));
  say_line (C_("recommendation", "To"), lp_recommendation_addressee (one->record));
  say_line (C_("recommendation", "When"), lp_record_text (one->record, LP_RECOMMENDATION_DUE));
  say_line (C_("recommendation", "Status"), status);
  say_line (C_("recommendation", "Answer"), lp_record_text (one->record, LP_RECOMMENDATION_ANSWER));
  say_line (_("Rests on"), ground);
  say_line (_("Perspectives"), perspectives);
  say_line (_("Quotes"), quotes);
  say_codes (_("Notes"), one->codes);
  say_codes (_("Speaks against it"), one->opposed);
  say_line (_("To be minded"), warning);
}

static void
say_all (const LpRecommendations *all)
{
  for (guint i = 0; i < all->items->len; i++)
    say_one (g_ptr_array_index (all->items, i), i + 1);
  lp_cli_say (ngettext ("%u note is not used by any recommendation\n", "%u notes are not used by any recommendation\n",
                        all->unused),
              all->unused);
}

/* Null for what nobody has said. */
static void
build_text (JsonBuilder *builder, const LpRecommendation *one, const char *key, guint field)
{
  lp_cli_member_text (builder, key,
                      lp_record_has (one->record, field) ? lp_record_text (one->record, field) : NULL);
}

static void
build_codes (JsonBuilder *builder, const char *key, GPtrArray *codes)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < codes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (codes, i));
  json_builder_end_array (builder);
}

static void
build_perspectives (JsonBuilder *builder, const LpGround *ground)
{
  json_builder_set_member_name (builder, "by_perspective");
  json_builder_begin_object (builder);
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    lp_cli_member_int (builder, lp_perspective_id (i), ground->perspectives[i]);
  json_builder_end_object (builder);
}

static void
build_warnings (JsonBuilder *builder, const LpGround *ground)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < LP_N_GROUND_WARNINGS; i++)
    {
      if ((ground->warnings & 1u << i) != 0)
        json_builder_add_string_value (builder, warnings[i]);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if ((ground->missing & 1u << i) != 0)
        json_builder_add_string_value (builder, lp_perspective_id (i));
    }
  json_builder_end_array (builder);
}

static void
build_themes (JsonBuilder *builder, GPtrArray *themes)
{
  json_builder_set_member_name (builder, "themes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < themes->len; i++)
    json_builder_add_string_value (builder, lp_record_text (g_ptr_array_index (themes, i), LP_THEME_NAME));
  json_builder_end_array (builder);
}

static void
build_one (JsonBuilder *builder, const LpRecommendation *one)
{
  g_autofree char *id = lp_id_to_string (lp_record_get_id (one->record));

  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "id", id);
  build_text (builder, one, "title", LP_RECOMMENDATION_TITLE);
  build_text (builder, one, "text", LP_RECOMMENDATION_TEXT);
  build_text (builder, one, "reason", LP_RECOMMENDATION_REASON);
  build_text (builder, one, "addressee", LP_RECOMMENDATION_ADDRESSEE);
  build_text (builder, one, "due", LP_RECOMMENDATION_DUE);
  build_text (builder, one, "status", LP_RECOMMENDATION_STATUS);
  build_text (builder, one, "status_date", LP_RECOMMENDATION_STATUS_DATE);
  build_text (builder, one, "answer", LP_RECOMMENDATION_ANSWER);
  lp_cli_member_int (builder, "notes", one->ground.notes);
  lp_cli_member_int (builder, "tables", one->ground.tables);
  lp_cli_member_int (builder, "municipalities", one->ground.municipalities);
  lp_cli_member_int (builder, "quotes", one->ground.quotes);
  lp_cli_member_int (builder, "unread_quotes", one->ground.unread_quotes);
  build_perspectives (builder, &one->ground);
  build_codes (builder, "codes", one->codes);
  build_codes (builder, "against", one->opposed);
  build_themes (builder, one->themes);
  build_warnings (builder, &one->ground);
  json_builder_end_object (builder);
}

static void
print_json (const LpRecommendations *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "recommendations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->items->len; i++)
    build_one (builder, g_ptr_array_index (all->items, i));
  json_builder_end_array (builder);
  lp_cli_member_int (builder, "notes", all->notes);
  lp_cli_member_int (builder, "unused", all->unused);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static LpCliExit
run_recommendations (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (LpRecommendations) all = NULL;
  LpId meeting = { 0 };
  LpStore *store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);

  if (store == NULL)
    return LP_CLI_REFUSED;

  all = lp_recommendations_load (lp_store_get_reader (store), &meeting, error);
  lp_cli_close (store);
  if (all == NULL)
    return LP_CLI_REFUSED;

  if (cli->json)
    print_json (all);
  else
    say_all (all);
  return LP_CLI_DONE;
}

const LpCliCommand lp_cli_recommendations = {
  .name = "recommendations",
  .arguments = N_("MEETING"),
  .n_arguments = 1,
  .summary = N_("What is recommended, and which notes it rests on"),
  .run = run_recommendations,
};
