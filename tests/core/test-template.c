/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-template.h"

#include "lp-meeting.h"
#include "lp-prompt.h"
#include "test-util.h"

#include <string.h>

static const struct {
  const char *id;
  int         start;
  int         minutes;
  int         tables;
  guint       n_items;
} shipped[] = {
  { "landspanel-kickoff", 9 * 60 + 30, 360, 10, 15 },
  { "landspanel-theme", 9 * 60, 210, 7, 11 },
  { "local-council", 16 * 60, 120, 1, 8 },
  { "story-stand", 10 * 60, 60, 3, 8 },
  { "personal-budget", 16 * 60, 120, 6, 9 },
};

static const char *const languages[] = { "da", "en" };

static LpTemplate *
load_in (const char *id, const char *language)
{
  g_autoptr (GError) error = NULL;
  LpTemplate *template_ = lp_template_load_in (id, language, &error);

  g_assert_no_error (error);

  return template_;
}

/* The agenda of a meeting made from a template, in its order. */
static GPtrArray *
agenda_of (LpStore *store, LpTemplate *template_)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;
  LpId meeting = lp_id_new ();
  GPtrArray *items = NULL;

  lp_template_fill (template_, changes, &meeting);
  g_assert_true (lp_store_commit (store, changes, &error));
  g_assert_no_error (error);
  items = lp_reader_load_all (lp_store_get_reader (store), LP_AGENDA_ITEM,
                              "SELECT num FROM agenda_item WHERE space = ?1 ORDER BY rank", &meeting, &error);
  g_assert_no_error (error);

  return items;
}

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) all = lp_template_load_all ();

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (shipped));
  for (guint i = 0; i < all->len; i++)
    {
      LpTemplate *template_ = all->pdata[i];

      g_assert_cmpstr (lp_template_get_id (template_), ==, shipped[i].id);
      g_assert_cmpint (lp_template_get_start (template_), ==, shipped[i].start);
      g_assert_cmpint (lp_template_get_minutes (template_), ==, shipped[i].minutes);
      g_assert_cmpint (lp_template_get_tables (template_), ==, shipped[i].tables);
      g_assert_cmpuint (lp_template_get_n_items (template_), ==, shipped[i].n_items);
    }
}

static void
test_language (void)
{
  g_autoptr (LpTemplate) danish = load_in ("landspanel-kickoff", "da");
  g_autoptr (LpTemplate) english = load_in ("landspanel-kickoff", "en");

  g_assert_cmpstr (lp_template_get_title (danish), ==, "Landspanel: kick-off (hel dag)");
  g_assert_cmpstr (lp_template_get_title (english), ==, "National panel: kick-off (full day)");
  g_assert_cmpstr (lp_template_get_panel (danish), ==, "Landspanelet");
  g_assert_cmpstr (lp_template_get_panel (english), ==, "The national panel");
}

/* What the user's settings ask for, in a process of its own for each. */
static void
test_user_language (void)
{
  static const struct {
    const char *language;
    const char *panel;
  } cases[] = {
    { "da_DK", "Landspanelet" },
    { "fo:da:en", "Landspanelet" },
    { "en_GB:da", "The national panel" },
    { "de", "The national panel" },
  };

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpTemplate) template_ = lp_template_load ("local-council", &error);

      g_assert_no_error (error);
      g_print ("[%s]", lp_template_get_panel (template_));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("*[%s]*", cases[i].panel);

      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (expected);
    }
  g_unsetenv ("LANGUAGE");
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) template_ = lp_template_load ("kaffe", &error);

  g_assert_null (template_);
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
}

/* Of what stands in braces nobody sees any: neither who reads the agenda, nor who edits it, nor the room. */
static void
check_no_brace (LpStore *store, const LpId *meeting, LpRecord *item)
{
  static const guint fields[] = { LP_AGENDA_ITEM_TITLE, LP_AGENDA_ITEM_GUIDE, LP_AGENDA_ITEM_FACT,
                                  LP_AGENDA_ITEM_FACT_SOURCE };
  const char *prompt = lp_record_text (item, LP_AGENDA_ITEM_PROMPT);
  g_autofree char *shown = lp_agenda_prompt_in (lp_store_get_reader (store), meeting, prompt, 600);
  g_autofree char *early = lp_prompt_fill (prompt, 600, NULL);
  g_autofree char *edited = lp_prompt_to_words (prompt);
  g_autofree char *kept = lp_prompt_from_words (edited);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_null (strpbrk (lp_record_text (item, fields[i]), "{}"));
  g_assert_null (strpbrk (shown, "{}"));
  if (strstr (prompt, "…") == NULL)
    g_assert_null (strstr (shown, "…"));
  g_assert_null (strpbrk (early, "{}"));
  g_assert_null (strpbrk (edited, "{}"));
  g_assert_cmpstr (kept, ==, prompt);
}

static void
check_item (LpRecord *item)
{
  const char *prompt = lp_record_text (item, LP_AGENDA_ITEM_PROMPT);
  g_autofree char *kinds = lp_kinds_print (lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)));
  LpMethod method = LP_N_METHODS;

  g_assert_cmpstr (lp_record_text (item, LP_AGENDA_ITEM_TITLE), !=, "");
  g_assert_cmpstr (lp_record_text (item, LP_AGENDA_ITEM_GUIDE), !=, "");
  g_assert_cmpstr (prompt, !=, "");
  g_assert_null (strstr (prompt, "{dots}"));
  g_assert_null (strstr (prompt, "{budget}"));
  g_assert_cmpstr (lp_record_text (item, LP_AGENDA_ITEM_KINDS), ==, kinds);
  g_assert_true (lp_method_find (lp_record_text (item, LP_AGENDA_ITEM_METHOD), &method));
  g_assert_cmpint (lp_record_int (item, LP_AGENDA_ITEM_MINUTES), >, 0);
}

/* Every template in every language makes a whole agenda. */
static void
test_fill (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  LpStore *store = test_store_open (folder->database);

  for (guint i = 0; i < G_N_ELEMENTS (shipped) * G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LpTemplate) template_ = load_in (shipped[i / 2].id, languages[i % 2]);
      g_autoptr (GPtrArray) items = agenda_of (store, template_);
      int minutes = 0;

      g_assert_cmpuint (items->len, ==, lp_template_get_n_items (template_));
      for (guint j = 0; j < items->len; j++)
        {
          check_item (items->pdata[j]);
          check_no_brace (store, lp_record_get_space (items->pdata[j]), items->pdata[j]);
          minutes += lp_record_int (items->pdata[j], LP_AGENDA_ITEM_MINUTES);
        }
      g_assert_cmpint (minutes, ==, lp_template_get_minutes (template_));
    }
  test_store_close (store);
}

static void
assert_prompt (LpStore *store, const char *id, const char *language, guint item, const char *prompt)
{
  g_autoptr (LpTemplate) template_ = load_in (id, language);
  g_autoptr (GPtrArray) items = agenda_of (store, template_);

  g_assert_cmpstr (lp_record_text (items->pdata[item], LP_AGENDA_ITEM_PROMPT), ==, prompt);
}

static void
test_placeholders (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  LpStore *store = test_store_open (folder->database);

  assert_prompt (store, "landspanel-kickoff", "da", 12, "Du har 5 prikker. Hvor er de vigtigst?");
  assert_prompt (store, "local-council", "en", 5, "You have 3 dots.");
  assert_prompt (store, "personal-budget", "da", 6, "Hvad er vigtigst først? Du har 50.000 kr.");
  assert_prompt (store, "personal-budget", "en", 6, "What matters most first? You have DKK 50,000.");
  assert_prompt (store, "landspanel-kickoff", "da", 5, "Pause til kl. {end}");
  test_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/shipped", test_shipped);
  g_test_add_func ("/template/language", test_language);
  g_test_add_func ("/template/user-language", test_user_language);
  g_test_add_func ("/template/unknown", test_unknown);
  g_test_add_func ("/template/fill", test_fill);
  g_test_add_func ("/template/placeholders", test_placeholders);

  return g_test_run ();
}
