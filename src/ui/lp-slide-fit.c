/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-slide-fit.h"

#include <string.h>

/* A difference that nobody sees, in pixels. */
#define CLOSE_ENOUGH 0.5

/* Characters: shorter questions stand in one line. */
#define LONG_QUESTION 30

#define NO_BREAK_SPACE "\u00a0"

/** lp_slide_fit: the largest size between both at which it fits, to half a pixel; the least where it fits at none. */
double
lp_slide_fit (double most, double least, LpSlideFits fits, gpointer data)
{
  double low = MIN (least, most);
  double high = most;

  if (fits (most, data))
    return most;

  while (high - low > CLOSE_ENOUGH)
    {
      double middle = (low + high) / 2;

      if (fits (middle, data))
        low = middle;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2013 || c == 0x2014;
}

/* The blank before the dash between blanks that is nearest to the middle; NULL where there is none. */
static const char *
find_dash (const char *text)
{
  const char *middle = text + strlen (text) / 2;
  const char *best = NULL;

  for (const char *at = strchr (text, ' '); at != NULL; at = strchr (at + 1, ' '))
    {
      const char *after = is_dash (g_utf8_get_char (at + 1)) ? g_utf8_next_char (at + 1) : NULL;

      if (after != NULL && *after == ' ' && (best == NULL || ABS (at - middle) < ABS (best - middle)))
        best = at;
    }

  return best;
}

/**
 * lp_slide_break_question: breaks a long question at its dash: "When were you heard –\nand what made the difference?" The dash then
 * clings to the word before it. A question that has lines of its own, or no dash, is left alone.
 *
 * Returns: (transfer full)
 */
char *
lp_slide_break_question (const char *question)
{
  const char *blank = NULL;
  const char *after = NULL;

  if (g_utf8_strlen (question, -1) <= LONG_QUESTION || strchr (question, '\n') != NULL)
    return g_strdup (question);

  blank = find_dash (question);
  if (blank == NULL)
    return g_strdup (question);

  after = g_utf8_next_char (blank + 1);

  return g_strdup_printf ("%.*s" NO_BREAK_SPACE "%.*s\n%s", (int) (blank - question), question, (int) (after - blank - 1),
                          blank + 1, after + 1);
}
