/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-marks.h"

typedef struct {
  const char *text;
  const char *words;
  const char *marked; /* in square brackets */
} Case;

static const Case cases[] = {
  { "The rent is too high", "RENT", "The [rent] is too high" },
  { "The rent is too high", "high the", "[The] rent is too [high]" },
  { "Værested, VÆRESTED og vaerested", "vaerested", "[Værested], [VÆRESTED] og [vaerested]" },
  { "et vaerested", "VÆRE", "et [vaere]sted" },
  { "på Aarhus, Århus og A\u030arhus", "århus", "på [Aarhus], [Århus] og [A\u030arhus]" },
  { "Søren og soeren", "sø", "[Sø]ren og [soe]ren" },
  { "en idé om en allé", "ide alle", "en [idé] om en [allé]" },
  { "en gås, og gas", "gas", "en gås, og [gas]" },
  { "boligen i egnebolig", "bolig", "[bolig]en i egne[bolig]" },
  { "æ er et tegn", "a", "[æ] er et tegn" },
  { "ingenting", "  ", "ingenting" },
  { "", "noget", "" },
};

static char *
show (const char *text, GArray *marks)
{
  GString *shown = g_string_new (text);

  for (guint i = marks->len; i > 0; i--)
    {
      const LpMark *mark = &g_array_index (marks, LpMark, i - 1);

      g_string_insert_c (shown, mark->end, ']');
      g_string_insert_c (shown, mark->start, '[');
    }
  return g_string_free_and_steal (shown);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) marks = lp_marks_find (cases[i].text, cases[i].words);
      g_autofree char *shown = show (cases[i].text, marks);

      g_assert_cmpstr (shown, ==, cases[i].marked);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/cases", test_cases);

  return g_test_run ();
}
