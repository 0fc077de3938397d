/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-marks.h"

#include <string.h>

#include "lp-terms.h"

/** Folded: a text as it is compared, and where each byte of that comes from. */
typedef struct {
  GString *text;
  GArray  *from; /* of guint: byte of the text, one for each byte that was folded, and one beyond */
} Folded;

/* A letter with the marks that belong to it is folded as one: "å" may be an a and a ring. */
static const char *
end_of_letter (const char *letter)
{
  const char *end = g_utf8_next_char (letter);

  while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end;
}

static void
fold (const char *text, Folded *folded)
{
  guint beyond = strlen (text);

  for (const char *letter = text; *letter != '\0'; letter = end_of_letter (letter))
    {
      g_autofree char *alone = g_strndup (letter, end_of_letter (letter) - letter);
      g_autofree char *same = lp_fold_text (alone);
      guint from = letter - text;

      g_string_append (folded->text, same);
      for (const char *p = same; *p != '\0'; p++)
        g_array_append_val (folded->from, from);
    }
  g_array_append_val (folded->from, beyond);
}

static void
mark_word (const Folded *folded, const char *text, const char *word, GArray *marks)
{
  gsize size = strlen (word);

  for (const char *hit = strstr (folded->text->str, word); hit != NULL; hit = strstr (hit + size, word))
    {
      guint at = hit - folded->text->str;
      guint last = g_array_index (folded->from, guint, at + size - 1);
      LpMark mark = { g_array_index (folded->from, guint, at), end_of_letter (text + last) - text };

      g_array_append_val (marks, mark);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const LpMark *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

/**
 * lp_marks_find: where words that were looked for stand in a text. Words are parted by blanks, and found inside longer ones; what
 * lp_fold_text() makes the same is the same.
 * @text: valid UTF-8
 *
 * Returns: (transfer full): LpMark, by where they start; they may overlap
 */
GArray *
lp_marks_find (const char *text, const char *words)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (LpMark));
  g_autofree char *folded_words = lp_fold_text (words);
  g_auto (GStrv) each = g_strsplit_set (folded_words, " \t\r\n", -1);
  g_autoptr (GString) folded_text = g_string_new (NULL);
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  Folded folded = { folded_text, from };

  fold (text, &folded);
  for (guint i = 0; each[i] != NULL; i++)
    {
      if (*each[i] != '\0')
        mark_word (&folded, text, each[i], marks);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}
