/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-prompt.h"

#include "lp-clock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  END,
  COUNT,
  LEFT,
  TODAY,
  DOTS,
  BUDGET,
  N_PLACES
} Place;

static const struct {
  const char *name;
  const char *words;
} places[N_PLACES] = {
  /* Translators: each of these words stands in a question to the participants for what is known on the day
   * only, so that a facilitator can edit around it. Keep the ‹ ›; no two may be the same. */
  [END] = { "{end}", N_("‹end time›") },
  [COUNT] = { "{count}", N_("‹stories so far›") },
  [LEFT] = { "{left}", N_("‹stories to go›") },
  [TODAY] = { "{today}", N_("‹stories today›") },
  [DOTS] = { "{dots}", N_("‹number of dots›") },
  [BUDGET] = { "{budget}", N_("‹amount›") },
};

static char *
print_value (Place place, int end, const LpStoryGoal *stories)
{
  if (place == END)
    return lp_clock_print (end);
  if (place == COUNT && stories != NULL)
    return g_strdup_printf ("%u", stories->stories);
  if (place == LEFT && stories != NULL)
    return g_strdup_printf ("%u", stories->wanted - MIN (stories->stories, stories->wanted));
  if (place == TODAY && stories != NULL)
    return g_strdup_printf ("%u", stories->today);
  return g_strdup ("…");
}

/** lp_prompt_tells_stories: whether it says anything of how many stories there are. */
gboolean
lp_prompt_tells_stories (const char *prompt)
{
  return strstr (prompt, places[COUNT].name) != NULL || strstr (prompt, places[LEFT].name) != NULL
         || strstr (prompt, places[TODAY].name) != NULL;
}

/**
 * lp_prompt_fill: what participants are shown.
 * @end: when the item ends, minutes after midnight
 * @stories: (nullable): not known, an ellipsis stands for it
 *
 * Returns: (transfer full)
 */
char *
lp_prompt_fill (const char *prompt, int end, const LpStoryGoal *stories)
{
  GString *filled = g_string_new (prompt);

  for (guint place = 0; place < N_PLACES; place++)
    {
      g_autofree char *value = print_value (place, end, stories);

      g_string_replace (filled, places[place].name, value, 0);
    }
  return g_string_free_and_steal (filled);
}

/** Transfer full. */
char *
lp_prompt_to_words (const char *prompt)
{
  GString *words = g_string_new (prompt);

  for (guint place = 0; place < N_PLACES; place++)
    g_string_replace (words, places[place].name, _(places[place].words), 0);
  return g_string_free_and_steal (words);
}

/** Transfer full. */
char *
lp_prompt_from_words (const char *words)
{
  GString *prompt = g_string_new (words);

  for (guint place = 0; place < N_PLACES; place++)
    g_string_replace (prompt, _(places[place].words), places[place].name, 0);
  return g_string_free_and_steal (prompt);
}
