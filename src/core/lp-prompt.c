/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-prompt.h"

#include "lp-clock.h"

#include <glib/gi18n-lib.h>

/* Of the panel; of a meeting without one, its own. */
#define STORIES \
  "SELECT count (*), coalesce (sum (note.space = ?1), 0) FROM note JOIN meeting ON meeting.id = note.space " \
  "WHERE note.kind = 'story' AND note.deleted = 0 AND note.consent = 1 AND meeting.deleted = 0 " \
  "AND (meeting.id = ?1 OR meeting.panel = (SELECT panel FROM meeting WHERE id = ?1))"

typedef enum {
  END,
  COUNT,
  LEFT,
  TODAY,
  DOTS,
  BUDGET,
  N_PLACES
} Place;

/* Translators: each stands in a question to the participants for what is known on the day only. Keep the ‹ ›. */
static const struct {
  const char *name;
  const char *words;
} places[N_PLACES] = {
  [END] = { "{end}", N_("‹end time›") },
  [COUNT] = { "{count}", N_("‹stories so far›") },
  [LEFT] = { "{left}", N_("‹stories to go›") },
  [TODAY] = { "{today}", N_("‹stories today›") },
  [DOTS] = { "{dots}", N_("‹number of dots›") },
  [BUDGET] = { "{budget}", N_("‹amount›") },
};

static char *
print_value (Place place, const LpPromptValues *values)
{
  if (place == END)
    return lp_clock_print (values->end);
  if (place == COUNT && values->stories >= 0)
    return g_strdup_printf ("%d", values->stories);
  if (place == LEFT && values->stories >= 0)
    return g_strdup_printf ("%d", MAX (0, LP_STORY_GOAL - values->stories));
  if (place == TODAY && values->today >= 0)
    return g_strdup_printf ("%d", values->today);
  return g_strdup ("…");
}

/** lp_prompt_values_load: all but when the item ends. */
gboolean
lp_prompt_values_load (LpReader *reader, const LpId *meeting, LpPromptValues *values, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, STORIES);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  if (lp_query_next (query, &problem))
    {
      values->stories = (int) lp_query_int (query, 0);
      values->today = (int) lp_query_int (query, 1);
      return TRUE;
    }
  values->stories = -1;
  values->today = -1;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/** What participants are shown. Transfer full. */
char *
lp_prompt_fill (const char *prompt, const LpPromptValues *values)
{
  GString *filled = g_string_new (prompt);

  for (guint place = 0; place < N_PLACES; place++)
    {
      g_autofree char *value = print_value (place, values);

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
