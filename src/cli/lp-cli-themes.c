/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-groups.h"
#include "lp-note-privacy.h"
#include "lp-suggester.h"
#include "lp-theme-examples.h"
#include "lp-withdrawal.h"
#include "lp-word-groups.h"

#include <glib/gi18n.h>

/* themes classify, suggest, accept: where loose notes seem to belong. Nothing moves but by "accept". */

enum { NUM, ID, STATION, NUMBER, TEXT };

/* In the order in which they were made: so that the same notes give the same piles, whatever is edited. */
#define LOOSE \
  "SELECT n.num, n.id, n.station, n.number, n.text FROM note n WHERE n.space = ?1 AND n.deleted = 0" \
  " AND NOT EXISTS (SELECT 1 FROM placement p JOIN theme t ON t.id = p.theme AND t.deleted = 0" \
  "  WHERE p.note = n.id AND p.deleted = 0) ORDER BY n.num"

typedef struct {
  gint64  num;
  LpId    id;
  char   *code;
  char   *text;
} LooseNote;

/* What is known of the meeting. */
typedef struct {
  LpCli       *cli;
  LpReader    *reader;
  LpId         meeting;
  LpLexicon   *lexicon;
  LpSuggester *suggester;
  LpNames     *people;
  GHashTable  *names; /* theme → its name */
  GArray      *loose; /* of LooseNote */
} Themes;

static char *pile_code;
static char *pile_name;
static char **note_codes;
static gboolean sure;

static const GOptionEntry accept_options[] = {
  { "pile", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &pile_code,
    N_("Make a theme of the pile that this note is in"), N_("CODE") },
  { "name", 'N', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &pile_name,
    N_("Call that theme so; if not said, as proposed"), N_("TEXT") },
  { "note", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &note_codes,
    N_("Put this note in its likeliest theme; can be repeated"), N_("CODE") },
  { "sure", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &sure,
    N_("Put each note in its likeliest theme, where that is no guess"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
clear_loose (gpointer data)
{
  LooseNote *note = data;

  g_free (note->code);
  g_free (note->text);
}

static void
take_theme (gint64 theme, const char *name, const char *description, gpointer data)
{
  Themes *self = data;

  g_hash_table_insert (self->names, g_memdup2 (&theme, sizeof theme), g_strdup (name));
  lp_suggester_put_theme (self->suggester, theme, name, description);
}

static void
take_example (const LpThemeExample *example, gpointer data)
{
  Themes *self = data;

  lp_suggester_put_note (self->suggester, example->note, example->text, example->themes, example->n_themes,
                         example->earlier ? LP_EXAMPLE_EARLIER : LP_EXAMPLE_HERE);
}

static gboolean
load_loose (Themes *self, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, LOOSE);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, &self->meeting);
  while (lp_query_next (query, &problem))
    {
      LooseNote note = {
        .num = lp_query_int (query, NUM),
        .code = lp_note_code (lp_query_int (query, STATION), lp_query_int (query, NUMBER)),
        .text = g_strdup (lp_query_text (query, TEXT)),
      };

      lp_query_id (query, ID, &note.id);
      g_array_append_val (self->loose, note);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
begin_themes (Themes *self, LpCli *cli, LpStore *store, const LpId *meeting, GError **error)
{
  g_auto (GStrv) words = lp_word_groups_load_of_meeting (lp_store_get_reader (store), meeting, error);

  *self = (Themes) { .cli = cli, .reader = lp_store_get_reader (store), .meeting = *meeting };
  if (words == NULL)
    return FALSE;
  self->lexicon = lp_lexicon_new ();
  for (guint i = 0; words[i] != NULL; i++)
    lp_lexicon_add_group (self->lexicon, words[i]);
  self->suggester = lp_suggester_new (self->lexicon);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->loose = g_array_new (FALSE, FALSE, sizeof (LooseNote));
  g_array_set_clear_func (self->loose, clear_loose);
  self->people = lp_note_privacy_load_names (self->reader, meeting, error);
  return self->people != NULL && lp_theme_examples_load (self->reader, meeting, take_theme, take_example, self, error)
         && load_loose (self, error);
}

static void
end_themes (Themes *self)
{
  g_clear_pointer (&self->suggester, lp_suggester_free);
  g_clear_pointer (&self->lexicon, lp_lexicon_unref);
  g_clear_pointer (&self->people, lp_names_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->loose, g_array_unref);
}

static LooseNote *
loose_at (Themes *self, guint i)
{
  return &g_array_index (self->loose, LooseNote, i);
}

static LooseNote *
find_loose (Themes *self, gint64 num)
{
  for (guint i = 0; i < self->loose->len; i++)
    {
      if (loose_at (self, i)->num == num)
        return loose_at (self, i);
    }
  return NULL;
}

static const char *
name_of (Themes *self, gint64 theme)
{
  return g_hash_table_lookup (self->names, &theme);
}

typedef gboolean (*Deed) (Themes *self, LpStore *store, GError **error);

static LpCliExit
run_with (LpCli *cli, LpStoreMode mode, const char *id, Deed deed, GError **error)
{
  LpId meeting = { 0 };
  LpStore *store = lp_cli_open_meeting (cli, mode, id, &meeting, error);
  Themes self = { 0 };
  gboolean done = FALSE;

  if (store == NULL)
    return LP_CLI_REFUSED;
  done = begin_themes (&self, cli, store, &meeting, error) && deed (&self, store, error);
  end_themes (&self);
  lp_cli_close (store);
  return done ? LP_CLI_DONE : LP_CLI_REFUSED;
}

/* --- classify --- */

static char *
code_of (Themes *self, gint64 num, GError **error)
{
  g_autoptr (LpRecord) note = lp_reader_load_num (self->reader, LP_NOTE, num, error);

  return note != NULL ? lp_record_note_code (note) : NULL;
}

/* Only notes of this meeting have a code that tells which they are. */
static void
build_reasons (Themes *self, JsonBuilder *builder, const char *text, gint64 theme)
{
  g_autoptr (LpReasons) reasons = lp_suggester_explain (self->suggester, text, theme);

  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; reasons->words[i] != NULL; i++)
    json_builder_add_string_value (builder, reasons->words[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "resembles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->n_notes; i++)
    {
      g_autofree char *code = code_of (self, reasons->notes[i], NULL);

      if (code != NULL)
        json_builder_add_string_value (builder, code);
    }
  json_builder_end_array (builder);
}

static void
build_ranking (Themes *self, JsonBuilder *builder, const LooseNote *note)
{
  guint n = g_hash_table_size (self->names);
  g_autofree LpSuggestion *ranked = g_new (LpSuggestion, n + 1);
  LpSuggestion suggested[LP_SUGGESTIONS];
  guint n_suggested = lp_suggester_suggest (self->suggester, note->text, suggested, LP_SUGGESTIONS);

  n = lp_suggester_rank (self->suggester, note->text, ranked, n);
  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "code", note->code);
  json_builder_set_member_name (builder, "sure");
  json_builder_add_boolean_value (builder, n_suggested > 0);
  json_builder_set_member_name (builder, "themes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      lp_cli_member_text (builder, "theme", name_of (self, ranked[i].theme));
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, ranked[i].score);
      if (i < LP_SUGGESTIONS)
        build_reasons (self, builder, note->text, ranked[i].theme);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_ranking (Themes *self, const LooseNote *note)
{
  LpSuggestion suggested[LP_SUGGESTIONS];
  guint n = lp_suggester_suggest (self->suggester, note->text, suggested, LP_SUGGESTIONS);

  lp_cli_say ("%-7s  ", note->code);
  for (guint i = 0; i < n; i++)
    lp_cli_say ("%s%s %.2f", i > 0 ? ", " : "", name_of (self, suggested[i].theme), suggested[i].score);
  lp_cli_say ("%s\n", n == 0 ? C_("no theme is likely enough", "unsure") : "");
}

static gboolean
classify (Themes *self, LpStore *store, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->loose->len; i++)
    {
      if (self->cli->json)
        build_ranking (self, builder, loose_at (self, i));
      else
        print_ranking (self, loose_at (self, i));
    }
  json_builder_end_array (builder);
  if (self->cli->json)
    lp_cli_print_json (builder);
  return TRUE;
}

static LpCliExit
run_classify (LpCli *cli, char **arguments, GError **error)
{
  return run_with (cli, LP_STORE_READ_ONLY, arguments[0], classify, error);
}

/* --- suggest --- */

static LpLooseNote *
list_loose (Themes *self)
{
  LpLooseNote *notes = g_new (LpLooseNote, self->loose->len + 1);

  for (guint i = 0; i < self->loose->len; i++)
    notes[i] = (LpLooseNote) { i, loose_at (self, i)->text };
  return notes;
}

static GPtrArray *
find_groups (Themes *self)
{
  g_autofree LpLooseNote *notes = list_loose (self);

  return lp_groups_find (self->lexicon, self->people, notes, self->loose->len, NULL, NULL);
}

static void
build_group (Themes *self, JsonBuilder *builder, const LpGroup *group)
{
  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "name", group->name);
  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; group->words[i] != NULL; i++)
    json_builder_add_string_value (builder, group->words[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->n_notes; i++)
    json_builder_add_string_value (builder, loose_at (self, group->notes[i])->code);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "likeness");
  json_builder_add_double_value (builder, group->likeness);
  json_builder_end_object (builder);
}

static void
print_suggested_json (Themes *self, GPtrArray *groups, GArray *pairs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "piles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    build_group (self, builder, g_ptr_array_index (groups, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LpPair *pair = &g_array_index (pairs, LpPair, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "notes");
      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, loose_at (self, pair->one)->code);
      json_builder_add_string_value (builder, loose_at (self, pair->other)->code);
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "likeness");
      json_builder_add_double_value (builder, pair->likeness);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static void
print_suggested (Themes *self, GPtrArray *groups, GArray *pairs)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const LpGroup *group = g_ptr_array_index (groups, i);

      lp_cli_say ("%s%s\n", i > 0 ? "\n" : "", group->name);
      for (guint j = 0; j < group->n_notes; j++)
        {
          const LooseNote *note = loose_at (self, group->notes[j]);
          g_autofree char *text = g_strdelimit (g_strdup (note->text), "\r\n\t", ' ');

          lp_cli_say ("  %-7s  %s\n", note->code, text);
        }
    }
  if (pairs->len > 0)
    lp_cli_say ("%s%s\n", groups->len > 0 ? "\n" : "", _("These say nearly the same:"));
  for (guint i = 0; i < pairs->len; i++)
    {
      const LpPair *pair = &g_array_index (pairs, LpPair, i);

      lp_cli_say ("  %-7s  %s\n", loose_at (self, pair->one)->code, loose_at (self, pair->other)->code);
    }
}

static gboolean
suggest (Themes *self, LpStore *store, GError **error)
{
  g_autofree LpLooseNote *notes = list_loose (self);
  g_autoptr (GPtrArray) groups = find_groups (self);
  g_autoptr (GArray) pairs = lp_groups_find_pairs (self->lexicon, notes, self->loose->len, NULL, NULL);

  if (self->cli->json)
    print_suggested_json (self, groups, pairs);
  else
    print_suggested (self, groups, pairs);
  return TRUE;
}

static LpCliExit
run_suggest (LpCli *cli, char **arguments, GError **error)
{
  return run_with (cli, LP_STORE_READ_ONLY, arguments[0], suggest, error);
}

/* --- accept --- */

/* One note and where it goes. */
typedef struct {
  guint  loose; /* its place */
  gint64 theme; /* 0: the new one */
} Move;

typedef struct {
  Themes      *themes;
  LpChangeSet *changes;
  GArray      *moves; /* of Move */
  LpId         made;
  char        *name;  /* of the new theme, or NULL */
} Accepting;

static gboolean
is_moved (Accepting *self, guint loose)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      if (g_array_index (self->moves, Move, i).loose == loose)
        return TRUE;
    }
  return FALSE;
}

static void
add_move (Accepting *self, guint loose, gint64 theme)
{
  Move move = { loose, theme };

  if (!is_moved (self, loose))
    g_array_append_val (self->moves, move);
}

/* Whoever gives a code that is not there, or of a note that has a theme, is told so. */
static gboolean
find_code (Themes *self, const char *code, guint *place, GError **error)
{
  g_autoptr (LpRecord) record = lp_note_find_code (self->reader, &self->meeting, code, error);
  LooseNote *note = record != NULL ? find_loose (self, lp_record_get_num (record)) : NULL;

  if (record == NULL)
    return FALSE;
  if (note != NULL)
    {
      *place = note - (LooseNote *) self->loose->data;
      return TRUE;
    }
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("The note %s is not without a theme."), code);
  return FALSE;
}

static const LpGroup *
find_group (GPtrArray *groups, guint loose)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const LpGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->n_notes; j++)
        {
          if (group->notes[j] == loose)
            return group;
        }
    }
  return NULL;
}

static gboolean
accept_pile (Accepting *self, GError **error)
{
  Themes *themes = self->themes;
  g_autoptr (GPtrArray) groups = NULL;
  const LpGroup *group = NULL;
  guint place = 0;

  if (!find_code (themes, pile_code, &place, error))
    return FALSE;
  groups = find_groups (themes);
  group = find_group (groups, place);
  if (group == NULL)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("The note %s is in no suggested pile."), pile_code);
      return FALSE;
    }
  self->name = g_strstrip (g_strdup (pile_name != NULL ? pile_name : group->name));
  for (guint i = 0; i < group->n_notes; i++)
    add_move (self, group->notes[i], 0);
  return lp_theme_create (self->changes, themes->reader, &themes->meeting, self->name, &self->made, error);
}

static gboolean
accept_note (Accepting *self, const char *code, GError **error)
{
  LpSuggestion likeliest;
  guint place = 0;

  if (!find_code (self->themes, code, &place, error))
    return FALSE;
  if (lp_suggester_rank (self->themes->suggester, loose_at (self->themes, place)->text, &likeliest, 1) > 0)
    {
      add_move (self, place, likeliest.theme);
      return TRUE;
    }
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("No theme has anything in common with the note %s."),
               code);
  return FALSE;
}

static void
accept_sure (Accepting *self)
{
  for (guint i = 0; i < self->themes->loose->len; i++)
    {
      LpSuggestion suggested[LP_SUGGESTIONS];

      if (lp_suggester_suggest (self->themes->suggester, loose_at (self->themes, i)->text, suggested, LP_SUGGESTIONS) > 0)
        add_move (self, i, suggested[0].theme);
    }
}

static gboolean
find_theme (Themes *self, gint64 num, LpId *theme, GError **error)
{
  g_autoptr (LpRecord) record = lp_reader_load_num (self->reader, LP_THEME, num, error);

  if (record == NULL)
    return FALSE;
  *theme = *lp_record_get_id (record);
  return TRUE;
}

/* All notes that go to one theme together: each is put after the one before. */
static gboolean
move_to (Accepting *self, gint64 theme, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LpId));
  LpId to = self->made;

  for (guint i = 0; i < self->moves->len; i++)
    {
      const Move *move = &g_array_index (self->moves, Move, i);

      if (move->theme == theme)
        g_array_append_val (ids, loose_at (self->themes, move->loose)->id);
    }
  if (ids->len == 0)
    return TRUE;
  if (theme != 0 && !find_theme (self->themes, theme, &to, error))
    return FALSE;
  return lp_notes_move (self->changes, self->themes->reader, &self->themes->meeting, (const LpId *) ids->data, ids->len, &to,
                        error);
}

static gboolean
move_all (Accepting *self, GError **error)
{
  GHashTableIter iter;
  gpointer theme;

  if (!move_to (self, 0, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->themes->names);
  while (g_hash_table_iter_next (&iter, &theme, NULL))
    {
      if (!move_to (self, *(const gint64 *) theme, error))
        return FALSE;
    }
  return TRUE;
}

static void
print_moves (Accepting *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->moves->len; i++)
    {
      const Move *move = &g_array_index (self->moves, Move, i);
      const char *code = loose_at (self->themes, move->loose)->code;
      const char *name = move->theme != 0 ? name_of (self->themes, move->theme) : self->name;

      if (!self->themes->cli->json)
        {
          lp_cli_say ("%-7s  %s\n", code, name);
          continue;
        }
      json_builder_begin_object (builder);
      lp_cli_member_text (builder, "code", code);
      lp_cli_member_text (builder, "theme", name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (self->themes->cli->json)
    lp_cli_print_json (builder);
}

static gboolean
gather_moves (Accepting *self, GError **error)
{
  if (pile_code != NULL && !accept_pile (self, error))
    return FALSE;
  for (guint i = 0; note_codes != NULL && note_codes[i] != NULL; i++)
    {
      if (!accept_note (self, note_codes[i], error))
        return FALSE;
    }
  if (sure)
    accept_sure (self);
  return move_all (self, error);
}

static gboolean
accept_suggestions (Themes *themes, LpStore *store, GError **error)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Accept Suggested Themes"));
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  Accepting self = { .themes = themes, .changes = changes, .moves = moves };
  gboolean done = gather_moves (&self, error)
                  && (lp_change_set_is_empty (changes) || lp_store_commit (store, changes, error));

  if (done)
    print_moves (&self);
  g_free (self.name);
  return done;
}

static LpCliExit
run_accept (LpCli *cli, char **arguments, GError **error)
{
  if (pile_code == NULL && note_codes == NULL && !sure)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--pile, --note or --sure is missing"));
      return LP_CLI_WRONG_USE;
    }
  if (pile_name != NULL && pile_code == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--name needs --pile"));
      return LP_CLI_WRONG_USE;
    }
  if (pile_name != NULL && !g_utf8_validate (pile_name, -1, NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("An option’s value is not UTF-8"));
      return LP_CLI_WRONG_USE;
    }
  return run_with (cli, LP_STORE_READ_WRITE, arguments[0], accept_suggestions, error);
}

const LpCliCommand lp_cli_themes_classify = {
  .name = "themes classify",
  .arguments = "MEETING",
  .n_arguments = 1,
  .summary = N_("In which themes the notes without one seem to belong"),
  .run = run_classify,
};

const LpCliCommand lp_cli_themes_suggest = {
  .name = "themes suggest",
  .arguments = "MEETING",
  .n_arguments = 1,
  .summary = N_("Piles of notes without a theme that are about the same"),
  .run = run_suggest,
};

const LpCliCommand lp_cli_themes_accept = {
  .name = "themes accept",
  .arguments = "MEETING",
  .n_arguments = 1,
  .summary = N_("Make a theme of a suggested pile, or move notes as suggested"),
  .options = accept_options,
  .run = run_accept,
};
