/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lp-features.h"

static gboolean
have_in_common (LpFeaturizer *featurizer, LpFeatureKind kind, const char *one, const char *other)
{
  g_autoptr (GArray) a = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  g_autoptr (GArray) b = g_array_new (FALSE, FALSE, sizeof (LpFeature));

  lp_featurizer_read (featurizer, one, a);
  lp_featurizer_read (featurizer, other, b);
  for (guint i = 0; i < a->len; i++)
    {
      guint32 id = g_array_index (a, LpFeature, i).id;

      for (guint j = 0; lp_feature_kind (id) == kind && j < b->len; j++)
        {
          if (g_array_index (b, LpFeature, j).id == id)
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_concepts (void)
{
  static const struct { const char *one, *other; gboolean same; } pairs[] = {
    { "nøgle", "husleje", FALSE }, { "nøglen", "lejlighed", TRUE }, { "sagsbehandlere", "socialrådgiver", TRUE },
    { "kontant hjælp", "bistand", TRUE }, { "hus-forbi", "Hus Forbi", TRUE }, { "§ 82", "bistandshjælp", TRUE },
    { "tandlægeskræk", "gebis", TRUE }, { "kontanhtjælp", "kontanthjælp", TRUE }, { "nøgle", "hund", FALSE },
    { "hund", "hunt", FALSE }, { "og", "eller", FALSE },
  };
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = lp_featurizer_new (lexicon);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i].one, pairs[i].other);
      g_assert_true (have_in_common (featurizer, LP_FEATURE_CONCEPT, pairs[i].one, pairs[i].other) == pairs[i].same);
    }
  g_assert_true (have_in_common (featurizer, LP_FEATURE_FAMILY, "nøgle", "husleje"));
}

static void
test_own_words (void)
{
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = NULL;

  lp_lexicon_add (lexicon, "hope_future", "Fuglekongen");
  lp_lexicon_add (lexicon, "our allotment", "Parcel 7");
  lp_lexicon_add (lexicon, "our allotment", "kålrabi");
  lp_lexicon_add (lexicon, "our allotment", "…");
  featurizer = lp_featurizer_new (lexicon);
  g_assert_true (have_in_common (featurizer, LP_FEATURE_CONCEPT, "fuglekonger", "håbefuld"));
  g_assert_true (have_in_common (featurizer, LP_FEATURE_CONCEPT, "kålrabien", "kålrabi"));
}

/* Words that belong together to somebody: with a known one among them, and without. */
static void
test_groups (void)
{
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = NULL;

  lp_lexicon_add_group (lexicon, "Fuglekongen, huslejen,, …");
  lp_lexicon_add_group (lexicon, "Parcel 7; kålrabi\nblåmejse");
  lp_lexicon_add_group (lexicon, "");
  featurizer = lp_featurizer_new (lexicon);
  g_assert_true (have_in_common (featurizer, LP_FEATURE_CONCEPT, "fuglekonger", "husleje"));
  g_assert_true (have_in_common (featurizer, LP_FEATURE_FAMILY, "fuglekongen", "nøgle"));
  g_assert_true (have_in_common (featurizer, LP_FEATURE_CONCEPT, "kålrabien", "blåmejser"));
  g_assert_false (have_in_common (featurizer, LP_FEATURE_CONCEPT, "kålrabien", "husleje"));
  g_assert_false (have_in_common (featurizer, LP_FEATURE_CONCEPT, "kålrabien", "fuglekongen"));
}

static void
test_languages (void)
{
  static const struct { const char *text; LpLanguage language; } texts[] = {
    { "Jeg vil gerne have noget at stå op til", LP_LANGUAGE_DANISH },
    { "", LP_LANGUAGE_DANISH },
    { "Jag vill inte vara ensam och att någon frågar", LP_LANGUAGE_SWEDISH },
    { "Jeg vil ikkje vere åleine, og noko må skje", LP_LANGUAGE_NORWEGIAN },
    { "I would like to have a place of my own", LP_LANGUAGE_ENGLISH },
  };
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = lp_featurizer_new (lexicon);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (LpFeature));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (lp_featurizer_read (featurizer, texts[i].text, features), ==, texts[i].language);
}

/* Where everybody begins with the same, that is nothing in common. */
static void
test_boilerplate (void)
{
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = lp_featurizer_new (lexicon);

  for (LpFeatureKind kind = 0; kind < LP_N_FEATURE_KINDS; kind++)
    {
      g_assert_false (have_in_common (featurizer, kind, "Jeg drømmer om en hund", "Jeg drømmer om ro"));
      g_assert_false (have_in_common (featurizer, kind, "Jeg er bekymret for vinteren", "Jeg er bekymret for mit syn"));
    }
}

static void
test_words (void)
{
  static const char text[] = "På Ærø: en SÆRLIG hund, og bums";
  static const char *const expected[] = { "Ærø", "SÆRLIG", "hund", "bums" };
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = lp_featurizer_new (lexicon);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (LpTextWord));
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (LpFeature));

  lp_featurizer_words (featurizer, text, words, features);
  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < words->len; i++)
    {
      const LpTextWord *word = &g_array_index (words, LpTextWord, i);

      g_assert_cmpmem (text + word->byte_start, word->byte_end - word->byte_start, expected[i], strlen (expected[i]));
      g_assert_cmpint (word->hidden, ==, i == 3);
      g_assert_cmpuint (word->first + word->n, <=, features->len);
    }
}

static guint32
count_concept (LpFeaturizer *featurizer, const char *text)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  guint32 count = 0;

  lp_featurizer_read (featurizer, text, features);
  for (guint i = 0; i < features->len; i++)
    {
      const LpFeature *feature = &g_array_index (features, LpFeature, i);

      if (lp_feature_kind (feature->id) == LP_FEATURE_CONCEPT)
        count = MAX (count, feature->count);
    }
  return count;
}

/* What goes with any subject tells little of one, in any of its forms, but a compound tells as much as its parts. */
static void
test_everyday (void)
{
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpFeaturizer) featurizer = lp_featurizer_new (lexicon);

  g_assert_cmpuint (count_concept (featurizer, "hunden"), ==, LP_FEATURE_ONE);
  g_assert_cmpuint (count_concept (featurizer, "åbne"), >, 0);
  g_assert_cmpuint (count_concept (featurizer, "åbne"), <, LP_FEATURE_ONE / 2);
  g_assert_cmpuint (count_concept (featurizer, "åbent"), <, LP_FEATURE_ONE / 2);
  g_assert_cmpuint (count_concept (featurizer, "åbningstider"), ==, LP_FEATURE_ONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/concepts", test_concepts);
  g_test_add_func ("/lexicon/own-words", test_own_words);
  g_test_add_func ("/lexicon/groups", test_groups);
  g_test_add_func ("/lexicon/languages", test_languages);
  g_test_add_func ("/lexicon/boilerplate", test_boilerplate);
  g_test_add_func ("/lexicon/everyday", test_everyday);
  g_test_add_func ("/lexicon/words", test_words);
  return g_test_run ();
}
