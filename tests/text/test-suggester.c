/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lp-suggester.h"

enum { HOME = 1, MONEY, PEOPLE, N_THEMES = 3 };

typedef struct {
  LpLexicon   *lexicon;
  LpSuggester *suggester;
} Fixture;

static const struct { gint64 theme; const char *text; } examples[] = {
  { HOME, "Jeg mangler en lejlighed med egen nøgle" },
  { HOME, "Huslejen er for høj, og ventelisten til en bolig er lang" },
  { HOME, "Herberget er ikke et hjem" },
  { MONEY, "Kontanthjælpen rækker ikke til medicin" },
  { MONEY, "Min gæld vokser, rykkerne kommer hver uge" },
  { MONEY, "Efter regningerne er der ingen penge tilbage" },
  { PEOPLE, "Jeg sidder alene hver aften" },
  { PEOPLE, "Et fællesskab hvor nogen savner mig" },
  { PEOPLE, "Ensomheden er værst i weekenden" },
};

static void
put (LpSuggester *suggester, guint i)
{
  lp_suggester_put_note (suggester, 100 + i, examples[i].text, &examples[i].theme, 1, LP_EXAMPLE_HERE);
}

static void
put_themes (LpSuggester *suggester)
{
  lp_suggester_put_theme (suggester, HOME, "Et sted at bo", NULL);
  lp_suggester_put_theme (suggester, MONEY, "Råd til livet", "Penge, gæld og ydelser");
  lp_suggester_put_theme (suggester, PEOPLE, "Nogen at være sammen med", "");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lexicon = lp_lexicon_new ();
  fixture->suggester = lp_suggester_new (fixture->lexicon);
  put_themes (fixture->suggester);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    put (fixture->suggester, i);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lp_suggester_free (fixture->suggester);
  lp_lexicon_unref (fixture->lexicon);
}

static gint64
likeliest (Fixture *fixture, const char *text)
{
  LpSuggestion first = { 0 };

  return lp_suggester_rank (fixture->suggester, text, &first, 1) > 0 ? first.theme : 0;
}

/* All scores for some texts, to the last bit. */
static GBytes *
take_picture (LpSuggester *suggester)
{
  static const char *const texts[] = { "Egen bolig", "Lån hos banken", "Venner", "Hund og cykel, en rigtig dårlig dag", "" };
  g_autoptr (GByteArray) picture = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LpSuggestion ranked[N_THEMES];
      guint n = lp_suggester_rank (suggester, texts[i], ranked, N_THEMES);

      for (guint j = 0; j < n; j++)
        {
          g_byte_array_append (picture, (const guint8 *) &ranked[j].theme, sizeof ranked[j].theme);
          g_byte_array_append (picture, (const guint8 *) &ranked[j].score, sizeof ranked[j].score);
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&picture));
}

static void
assert_same (GBytes *one, GBytes *other)
{
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one),
                   g_bytes_get_data (other, NULL), g_bytes_get_size (other));
}

/* None of these words is in the examples: what they are about is. */
static void
test_about (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (likeliest (fixture, "Depositum og indskud kan jeg ikke skaffe"), ==, HOME);
  g_assert_cmpint (likeliest (fixture, "Fogeden tager det hele"), ==, MONEY);
  g_assert_cmpint (likeliest (fixture, "Besøgsven og netværk"), ==, PEOPLE);
}

static void
test_spelling (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (likeliest (fixture, "LEJLIGHDEN ER VÆK"), ==, HOME);
  g_assert_cmpint (likeliest (fixture, "kontant hjælpen er væk"), ==, MONEY);
  g_assert_cmpint (likeliest (fixture, "gældsrådgivningen"), ==, MONEY);
}

static void
test_forgets_exactly (Fixture *fixture, gconstpointer data)
{
  static const gint64 both[] = { HOME, PEOPLE, HOME, 77 };
  g_autoptr (GBytes) before = take_picture (fixture->suggester);
  g_autoptr (GBytes) between = NULL;
  g_autoptr (GBytes) after = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("En hund, en nøgle og %u kroner på en cykel", i);

      lp_suggester_put_note (fixture->suggester, i, text, both, G_N_ELEMENTS (both), i % 2);
    }
  lp_suggester_put_theme (fixture->suggester, 9, "Hunde", "Dyr");
  lp_suggester_put_note (fixture->suggester, 60, "Hunden er min familie", (const gint64[]) { 9 }, 1, LP_EXAMPLE_HERE);
  lp_suggester_put_theme (fixture->suggester, HOME, "Noget andet", "Helt andet");
  between = take_picture (fixture->suggester);
  g_assert_false (g_bytes_equal (before, between));
  lp_suggester_put_theme (fixture->suggester, HOME, "Et sted at bo", NULL);
  lp_suggester_remove_theme (fixture->suggester, 9);
  for (guint i = 0; i < 61; i++)
    lp_suggester_remove_note (fixture->suggester, i);
  after = take_picture (fixture->suggester);
  assert_same (before, after);
}

static void
test_order_does_not_matter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpSuggester) other = lp_suggester_new (fixture->lexicon);
  g_autoptr (GBytes) one = take_picture (fixture->suggester);
  g_autoptr (GBytes) same = NULL;

  put_themes (other);
  for (guint i = G_N_ELEMENTS (examples); i-- > 0;)
    put (other, i);
  put (other, 0);
  same = take_picture (other);
  assert_same (one, same);
}

static void
test_silent_when_unsure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpSuggester) young = lp_suggester_new (fixture->lexicon);
  LpSuggestion suggested[LP_SUGGESTIONS];

  g_assert_cmpuint (lp_suggester_suggest (fixture->suggester, "Ny lejlighed, og husleje der kan betales", suggested, 3), >, 0);
  g_assert_cmpint (suggested[0].theme, ==, HOME);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const texts[] = { "", "Ja", "xyzzy qwrtp", "Jeg drømmer om at det hele bliver bedre" };

      g_assert_cmpuint (lp_suggester_suggest (fixture->suggester, texts[i], suggested, 3), ==, 0);
    }
  put_themes (young);
  put (young, 0);
  g_assert_cmpuint (lp_suggester_suggest (young, "Ny lejlighed, og husleje der kan betales", suggested, 3), ==, 0);
}

static void
test_earlier_counts_less (Fixture *fixture, gconstpointer data)
{
  gint64 home = HOME, money = MONEY;

  lp_suggester_put_note (fixture->suggester, 1, "Papegøjer", &home, 1, LP_EXAMPLE_EARLIER);
  g_assert_cmpint (likeliest (fixture, "Papegøje"), ==, HOME);
  lp_suggester_put_note (fixture->suggester, 2, "Papegøjer", &money, 1, LP_EXAMPLE_HERE);
  g_assert_cmpint (likeliest (fixture, "Papegøje"), ==, MONEY);
}

static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpReasons) reasons = lp_suggester_explain (fixture->suggester, "Min egen Nøgle til en lejlighed, ja tak", HOME);
  g_autoptr (LpReasons) none = lp_suggester_explain (fixture->suggester, "Nøgle", 999);

  g_assert_cmpuint (reasons->n_notes, >=, 1);
  g_assert_cmpint (reasons->notes[0], ==, 100);
  g_assert_true (g_strv_contains ((const char *const *) reasons->words, "Nøgle"));
  g_assert_true (g_strv_contains ((const char *const *) reasons->words, "lejlighed"));
  g_assert_false (g_strv_contains ((const char *const *) reasons->words, "til"));
  g_assert_cmpuint (none->n_notes, ==, 0);
  g_assert_cmpuint (g_strv_length (none->words), ==, 0);
}

/* A slur tells of stigma, and is never shown. */
static void
test_never_shown (Fixture *fixture, gconstpointer data)
{
  gint64 theme = 5;
  g_autoptr (LpReasons) reasons = NULL;

  lp_suggester_put_theme (fixture->suggester, theme, "Fordomme", NULL);
  lp_suggester_put_note (fixture->suggester, 5, "De kaldte mig narkovrag og bums", &theme, 1, LP_EXAMPLE_HERE);
  lp_suggester_put_note (fixture->suggester, 6, "Fordomme om os", &theme, 1, LP_EXAMPLE_HERE);
  g_assert_cmpint (likeliest (fixture, "Bums, siger de"), ==, theme);
  reasons = lp_suggester_explain (fixture->suggester, "Bums og narkovrag er fordomme", theme);
  g_assert_cmpuint (g_strv_length (reasons->words), ==, 1);
  g_assert_cmpstr (reasons->words[0], ==, "fordomme");
}

static void
test_other_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "Jag drömmer om en egen lägenhet och att inte vara ensam", "Eg drøymer om ein eigen leilegheit, og å ikkje vere åleine",
    "Jeg ønsker meg en leilighet med egen nøkkel", "I dream of a flat of my own, and friends", "👩‍👩‍👧 🏠🔑 💸💸💸", "مرحبا بالعالم",
    "a\u030A A\u030Ase e\u0301", "\n\n\t", "1234567890 12/12 §82", "…!?", "\xF0\x9F\x98\x80",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 theme = HOME;

      likeliest (fixture, texts[i]);
      lp_suggester_put_note (fixture->suggester, i, texts[i], &theme, 1, LP_EXAMPLE_HERE);
      lp_reasons_free (lp_suggester_explain (fixture->suggester, texts[i], HOME));
    }
  g_assert_cmpint (likeliest (fixture, "en lägenhet"), ==, HOME);
  g_assert_cmpint (likeliest (fixture, "two flats"), ==, HOME);
}

static void
test_huge_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_word = g_strnfill (100000, 'x');
  g_autoptr (GString) many = g_string_new (NULL);
  gint64 theme = HOME;
  g_autoptr (GBytes) before = take_picture (fixture->suggester);
  g_autoptr (GBytes) after = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (many, "bolig%ux ", i * 7919 % 100003);
  lp_suggester_put_note (fixture->suggester, 1, long_word, &theme, 1, LP_EXAMPLE_HERE);
  lp_suggester_put_note (fixture->suggester, 2, many->str, &theme, 1, LP_EXAMPLE_HERE);
  lp_reasons_free (lp_suggester_explain (fixture->suggester, many->str, HOME));
  lp_suggester_remove_note (fixture->suggester, 1);
  lp_suggester_remove_note (fixture->suggester, 2);
  after = take_picture (fixture->suggester);
  assert_same (before, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/suggester/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("about", test_about);
  ADD ("spelling", test_spelling);
  ADD ("forgets-exactly", test_forgets_exactly);
  ADD ("order-does-not-matter", test_order_does_not_matter);
  ADD ("silent-when-unsure", test_silent_when_unsure);
  ADD ("earlier-counts-less", test_earlier_counts_less);
  ADD ("reasons", test_reasons);
  ADD ("never-shown", test_never_shown);
  ADD ("other-languages", test_other_languages);
  ADD ("huge-text", test_huge_text);
  return g_test_run ();
}
