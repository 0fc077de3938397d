/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-terms.h"

static void
test_ids (void)
{
  static const char *const kinds[] = { "dream", "concern", "experience", "proposal", "story" };
  static const char *const perspectives[] = { "lived", "professional", "expert", "political", "relative" };

  g_assert_cmpuint (G_N_ELEMENTS (kinds), ==, LP_N_KINDS);
  for (guint i = 0; i < LP_N_KINDS; i++)
    g_assert_cmpstr (lp_kind_id (i), ==, kinds[i]);
  g_assert_cmpuint (G_N_ELEMENTS (perspectives), ==, LP_N_PERSPECTIVES);
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    g_assert_cmpstr (lp_perspective_id (i), ==, perspectives[i]);
}

/* Whatever the program itself calls a term, it understands. */
static void
test_own_words (void)
{
  for (guint i = 0; i < LP_N_KINDS; i++)
    {
      LpKind kind = LP_N_KINDS;

      g_assert_true (lp_kind_find (lp_kind_id (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_true (lp_kind_find (lp_kind_label (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_true (lp_kind_find (lp_kind_plural (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      LpPerspective perspective = LP_N_PERSPECTIVES;

      g_assert_true (lp_perspective_find (lp_perspective_id (i), &perspective));
      g_assert_cmpuint (perspective, ==, i);
      g_assert_true (lp_perspective_find (lp_perspective_label (i), &perspective));
      g_assert_cmpuint (perspective, ==, i);
      g_assert_true (lp_perspective_find (lp_perspective_short (i), &perspective));
      g_assert_cmpuint (perspective, ==, i);
    }
  for (guint i = 0; i < LP_N_METHODS; i++)
    {
      LpMethod method = LP_N_METHODS;

      g_assert_true (lp_method_find (lp_method_id (i), &method));
      g_assert_cmpuint (method, ==, i);
      g_assert_cmpuint (g_utf8_strlen (lp_method_label (i), -1), >, 0);
    }
}

static void
test_kind_words (void)
{
  static const struct {
    const char *word;
    LpKind      kind;
  } cases[] = {
    { "drøm", LP_KIND_DREAM },          { "DRØMME", LP_KIND_DREAM },     { "Droemme", LP_KIND_DREAM },
    { " dreams ", LP_KIND_DREAM },      { "Bekymring", LP_KIND_CONCERN }, { "bekymringer", LP_KIND_CONCERN },
    { "Erfaring", LP_KIND_EXPERIENCE }, { "erfaringer", LP_KIND_EXPERIENCE },
    { "Forslag", LP_KIND_PROPOSAL },    { "proposals", LP_KIND_PROPOSAL },
    { "historie", LP_KIND_STORY },      { "Historier", LP_KIND_STORY },  { "stories", LP_KIND_STORY },
  };
  static const char *const strangers[] = { "", " ", "drom", "dreamer", "note", "drøm drøm" };
  LpKind kind = LP_N_KINDS;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (lp_kind_find (cases[i].word, &kind));
      g_assert_cmpuint (kind, ==, cases[i].kind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_false (lp_kind_find (strangers[i], &kind));
}

static void
test_perspective_words (void)
{
  static const struct {
    const char    *word;
    LpPerspective  perspective;
  } cases[] = {
    { "levet", LP_PERSPECTIVE_LIVED },
    { "Levet erfaring", LP_PERSPECTIVE_LIVED },
    { "levede erfaringer", LP_PERSPECTIVE_LIVED },
    { "faglig", LP_PERSPECTIVE_PROFESSIONAL },
    { "FAGLIG VIDEN", LP_PERSPECTIVE_PROFESSIONAL },
    { "ekspert", LP_PERSPECTIVE_EXPERT },
    { "ekspertviden", LP_PERSPECTIVE_EXPERT },
    { "politisk", LP_PERSPECTIVE_POLITICAL },
    { "politician", LP_PERSPECTIVE_POLITICAL },
    { "pårørende", LP_PERSPECTIVE_RELATIVE },
    { "PÅRØRENDE", LP_PERSPECTIVE_RELATIVE },
    { "paaroerende", LP_PERSPECTIVE_RELATIVE },
  };
  LpPerspective perspective = LP_N_PERSPECTIVES;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (lp_perspective_find (cases[i].word, &perspective));
      g_assert_cmpuint (perspective, ==, cases[i].perspective);
    }
  g_assert_false (lp_perspective_find ("", &perspective));
  g_assert_false (lp_perspective_find ("parorende", &perspective));
}

static void
test_kinds (void)
{
  g_autofree char *none = lp_kinds_print (0);
  g_autofree char *two = lp_kinds_print (1 << LP_KIND_STORY | 1 << LP_KIND_EXPERIENCE);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "experience story");
  g_assert_cmpuint (lp_kinds_parse (""), ==, 0);
  g_assert_cmpuint (lp_kinds_parse ("dream nothing concern"), ==, 1 << LP_KIND_DREAM | 1 << LP_KIND_CONCERN);
  for (guint kinds = 0; kinds < 1 << LP_N_KINDS; kinds++)
    {
      g_autofree char *ids = lp_kinds_print (kinds);

      g_assert_cmpuint (lp_kinds_parse (ids), ==, kinds);
    }
}

static void
test_code (void)
{
  g_autofree char *usual = lp_note_code (7, 12);
  g_autofree char *without = lp_note_code (0, 1);
  g_autofree char *large = lp_note_code (123, 100000);

  g_assert_cmpstr (usual, ==, "07-012");
  g_assert_cmpstr (without, ==, "00-001");
  g_assert_cmpstr (large, ==, "123-100000");
}

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Århus", "aarhus" },     { "AARHUS", "aarhus" },   { "A\xcc\x8arhus", "aarhus" }, { "gas", "gas" },
    { "Ærø", "aeroe" },        { "Aeroe", "aeroe" },     { "Malmö", "malmoe" },         { "Bär", "baer" },
    { "idé", "ide" },          { "café", "cafe" },       { "Müller", "muller" },        { "É", "e" },
    { "Straße", "strasse" },   { "Ǻ", "aa" },            { "ﬁn", "fin" },               { "å å", "aa aa" },
    { "1,5 %\n„ja“", "1,5 %\n„ja“" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = lp_fold_text (cases[i].text);
      g_autofree char *again = lp_fold_text (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

/* However the letters are put together, composed or apart, a reader sees the same. */
static void
test_fold_any (void)
{
  static const char *const pieces[] = { "a", "A", "e", "Ø", "ø", "å", "Å", "æ", "Æ", "é", "\xcc\x8a", "\xcc\x81", "ß",
                                        "ü", "ﬁ", "ø\xcc\x81", "€", "🙂", " ", "z", "漢", "İ" };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *composed = NULL;
      g_autofree char *apart = NULL;
      g_autofree char *folded = NULL;
      g_autofree char *folded_apart = NULL;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      apart = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFD);
      folded = lp_fold_text (composed);
      folded_apart = lp_fold_text (apart);
      g_assert_cmpstr (folded, ==, folded_apart);
    }
}

static void
test_fold_damaged (void)
{
  static const char *const damaged[] = { "D\xf8m", "Dr\xc3", "\xc3", "\xc3\xc3\xa6", "\xe2\x80", "a\xcc" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *folded = lp_fold_text (damaged[i]);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terms/ids", test_ids);
  g_test_add_func ("/terms/own-words", test_own_words);
  g_test_add_func ("/terms/kind-words", test_kind_words);
  g_test_add_func ("/terms/perspective-words", test_perspective_words);
  g_test_add_func ("/terms/kinds", test_kinds);
  g_test_add_func ("/terms/code", test_code);
  g_test_add_func ("/terms/fold", test_fold);
  g_test_add_func ("/terms/fold-any", test_fold_any);
  g_test_add_func ("/terms/fold-damaged", test_fold_damaged);

  return g_test_run ();
}
