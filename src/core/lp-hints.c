/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-hints.h"

#include <glib/gi18n-lib.h>

#include "lp-run-words.h"

/* How much worse it must get until what was seen is said again. */
#define SILENT_AGAIN 10
#define BEHIND_AGAIN 5

/* From when on a round says something about who is heard. */
#define ROUND_NOTES 5
#define ROUND_MINUTES 10

/* More tables than this are counted, not named. */
#define NAMED_TABLES 5

#define MOST_TABLES 64

/* The most of one item that is proposed to be cut: a third. */
#define LARGEST_SHARE 3

/* What there was to be told: of the tables a set of bits, of all a number of minutes. */
typedef struct {
  gboolean told;
  guint64  tables;
  int      minutes;
} Measure;

struct _LpHints {
  LpId    item;
  Measure seen[LP_N_HINTS];
  Measure now[LP_N_HINTS];
};

LpHints *
lp_hints_new (void)
{
  return g_new0 (LpHints, 1);
}

void
lp_hints_free (LpHints *self)
{
  g_free (self);
}

static void
hint_free (gpointer data)
{
  LpHint *hint = data;

  g_free (hint->text);
  g_free (hint->advice);
  g_free (hint);
}

static LpHint *
add_hint (GPtrArray *hints, LpHintKind kind, char *text, char *advice)
{
  LpHint *hint = g_new0 (LpHint, 1);

  hint->kind = kind;
  hint->text = text;
  hint->advice = advice;
  g_ptr_array_add (hints, hint);

  return hint;
}

/* Whether there is more to tell than was seen. */
static gboolean
is_worse (LpHints *self, LpHintKind kind, int again)
{
  const Measure *now = &self->now[kind];
  Measure *seen = &self->seen[kind];

  if (!seen->told)
    return TRUE;
  /* who was heard from meanwhile is news when silent again */
  seen->tables &= now->tables;

  return (now->tables & ~seen->tables) != 0 || now->minutes >= seen->minutes + again;
}

static void
measure (LpHints *self, LpHintKind kind, guint64 tables, int minutes)
{
  self->now[kind] = (Measure) { .told = TRUE, .tables = tables, .minutes = minutes };
}

/* What is over is forgotten: the next time it is news. */
static void
forget (LpHints *self, LpHintKind kind)
{
  self->now[kind] = (Measure) { 0 };
  self->seen[kind] = (Measure) { 0 };
}

/* --- Silent tables --- */

/* An item that takes notes is under way, its time runs, and the round is the one of it. */
static gboolean
is_listening (LpRunner *runner, const LpRound *round)
{
  const LpRunState *state = lp_runner_get_state (runner);
  LpRecord *item = lp_runner_get_item (runner, state->now);

  return item != NULL && !state->paused && round != NULL && lp_id_equal (lp_record_get_id (item), &round->item) &&
         lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) != 0;
}

static int
get_silence (LpRunner *runner, const LpRoundTable *table)
{
  return (int) lp_round_silence (table, lp_runner_get_state (runner)->since, lp_runner_get_time (runner));
}

/** lp_hints_is_silent: whether notes are awaited from the table, and none has come for long. */
gboolean
lp_hints_is_silent (LpRunner *runner, const LpRound *round, const LpRoundTable *table)
{
  return is_listening (runner, round) && round->loose < MAX (round->notes, 1) &&
         get_silence (runner, table) >= LP_HINT_SILENT_MINUTES;
}

static char *
describe_silence (const GArray *numbers, guint n_tables, int minutes)
{
  g_autofree char *names = lp_run_print_numbers ((const int *) (const void *) numbers->data, numbers->len);
  g_autofree char *tables = NULL;

  if (numbers->len == n_tables && n_tables > 1)
    return g_strdup_printf (ngettext ("No table has sent anything for %d minute",
                                      "No table has sent anything for %d minutes", minutes), minutes);
  if (numbers->len > NAMED_TABLES)
    /* Translators: “6 of 10 tables”; then what they did not do */
    tables = g_strdup_printf (_("%u of %u tables"), numbers->len, n_tables);
  else
    /* Translators: “Table 6” or “Tables 6, 7 and 8”; then what they did not do */
    tables = g_strdup_printf (ngettext ("Table %s", "Tables %s", numbers->len), names);

  /* Translators: “Tables 6, 7 and 8 have sent nothing for 10 minutes”; the number is of the tables */
  return g_strdup_printf (ngettext ("%s has sent nothing for %d minutes", "%s have sent nothing for %d minutes",
                                    numbers->len), tables, minutes);
}

static void
add_silent (LpHints *self, GPtrArray *hints, LpRunner *runner, const LpRound *round)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  guint64 set = 0;
  int minutes = G_MAXINT;

  for (guint i = 0; round != NULL && i < round->tables->len; i++)
    {
      const LpRoundTable *table = &g_array_index (round->tables, LpRoundTable, i);

      if (!lp_hints_is_silent (runner, round, table))
        continue;

      g_array_append_val (numbers, table->table);
      set |= G_GUINT64_CONSTANT (1) << (table->table % MOST_TABLES);
      minutes = MIN (minutes, get_silence (runner, table));
    }
  if (numbers->len == 0)
    {
      forget (self, LP_HINT_SILENT);
      return;
    }
  measure (self, LP_HINT_SILENT, set, minutes);
  if (is_worse (self, LP_HINT_SILENT, SILENT_AGAIN))
    add_hint (hints, LP_HINT_SILENT, describe_silence (numbers, round->tables->len, minutes),
              g_strdup (_("Walk by, or ask the table host to read aloud.")));
}

/* --- Behind --- */

/* The one item that can make up for all of it and is still itself, with the most to spare; -1 for none. */
static int
find_spare (const LpRunState *state, int minutes)
{
  int found = -1;
  gint64 most = 0;

  for (guint i = 0; i < state->items->len; i++)
    {
      const LpRunItem *item = &g_array_index (state->items, LpRunItem, i);
      gint64 given = item->given - item->spent;

      if (lp_run_room (item) >= minutes && given >= LARGEST_SHARE * minutes * LP_RUN_MINUTE && given > most)
        {
          found = (int) i;
          most = given;
        }
    }

  return found;
}

static char *
advise (LpRunner *runner, const LpRunState *state, int minutes, gboolean can_spread)
{
  g_autofree char *end = lp_run_print_time (state->end);
  int spare = find_spare (state, minutes);
  const LpRunItem *item = NULL;

  if (!can_spread)
    return g_strdup_printf (_("As it goes the day ends at %s."), end);
  if (spare < 0)
    return g_strdup_printf (_("Spread it over what is left, or end at %s. Breaks are left alone."), end);

  item = &g_array_index (state->items, LpRunItem, spare);
  /* Translators: the title of an agenda item, its new length, a time */
  return g_strdup_printf (_("Shorten “%s” to %d min, or end at %s. Breaks are left alone."),
                          lp_record_text (lp_runner_get_item (runner, spare), LP_AGENDA_ITEM_TITLE),
                          (int) ((item->given - item->spent) / LP_RUN_MINUTE) - minutes, end);
}

static void
add_behind (LpHints *self, GPtrArray *hints, LpRunner *runner)
{
  const LpRunState *state = lp_runner_get_state (runner);
  int minutes = lp_run_state_behind (state);
  g_autoptr (GArray) cuts = NULL;
  LpHint *hint = NULL;
  int rest = 0;

  if (!state->started || state->over || minutes < LP_HINT_BEHIND_MINUTES)
    {
      forget (self, LP_HINT_BEHIND);
      return;
    }
  measure (self, LP_HINT_BEHIND, 0, minutes);
  if (!is_worse (self, LP_HINT_BEHIND, BEHIND_AGAIN))
    return;

  cuts = lp_run_spread (state, minutes, &rest);
  hint = add_hint (hints, LP_HINT_BEHIND,
                   g_strdup_printf (ngettext ("You are %d minute behind", "You are %d minutes behind", minutes), minutes),
                   advise (runner, state, minutes, cuts->len > 0));
  hint->can_spread = cuts->len > 0;
}

/* --- Not heard --- */

static void
add_unheard (LpHints *self, GPtrArray *hints, LpRunner *runner, const LpRound *round)
{
  gint64 passed = lp_runner_get_time (runner) - lp_runner_get_state (runner)->since;

  if (!is_listening (runner, round) || round->notes < ROUND_NOTES || passed < ROUND_MINUTES * LP_RUN_MINUTE ||
      round->perspectives[LP_PERSPECTIVE_LIVED] > 0)
    {
      forget (self, LP_HINT_UNHEARD);
      return;
    }
  measure (self, LP_HINT_UNHEARD, 0, 0);
  if (is_worse (self, LP_HINT_UNHEARD, 1))
    add_hint (hints, LP_HINT_UNHEARD, g_strdup (_("Nobody with lived experience is heard in this round yet")),
              g_strdup (_("Ask those who have lived it to go first.")));
}

static void
follow_item (LpHints *self, LpRunner *runner)
{
  LpRecord *item = lp_runner_get_item (runner, lp_runner_get_state (runner)->now);
  LpId id = item != NULL ? *lp_record_get_id (item) : (LpId) { 0 };

  if (lp_id_equal (&self->item, &id))
    return;

  self->item = id;
  forget (self, LP_HINT_SILENT);
  forget (self, LP_HINT_UNHEARD);
}

/**
 * lp_hints_list:
 * @round: (nullable): what came in; that of another item says nothing
 *
 * Returns: (transfer full) (element-type LpHint): the hints there are now and that were not seen
 */
GPtrArray *
lp_hints_list (LpHints *self, LpRunner *runner, const LpRound *round)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func (hint_free);

  follow_item (self, runner);
  add_silent (self, hints, runner, round);
  add_unheard (self, hints, runner, round);
  add_behind (self, hints, runner);

  return hints;
}

/** lp_hints_see: the user has seen it as it is now. */
void
lp_hints_see (LpHints *self, LpHintKind kind)
{
  self->seen[kind] = self->now[kind];
}
