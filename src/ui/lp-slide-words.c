/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-slide-words.h"

#include <glib/gi18n.h>

#include "lp-agenda.h"
#include "lp-prompt.h"
#include "lp-terms.h"

#define SECOND 1000
#define HOUR 3600 /* seconds */
#define COLUMNS 3
#define DREAMS_AND_CONCERNS (1u << LP_KIND_DREAM | 1u << LP_KIND_CONCERN)

/* As the clocks in the room say it. Transfer full. */
static char *
print_time (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (milliseconds / SECOND);

  return time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
}

static int
minutes_of (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (milliseconds / SECOND);

  return time != NULL ? g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time) : 0;
}

/**
 * lp_slide_words_clock: minutes and seconds, without a sign: "4:12"; of hours, "1:04:12". A second that has begun counts while time is
 * left, so that a round begins with its full length and is over at 0:00.
 */
char *
lp_slide_words_clock (gint64 left)
{
  gint64 seconds = left >= 0 ? (left + SECOND - 1) / SECOND : -left / SECOND;
  int hours = (int) (seconds / HOUR);
  int minutes = (int) (seconds % HOUR / 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));

  return g_strdup_printf ("%d:%02d", minutes, (int) (seconds % 60));
}

static const char *
say_left (const LpRunState *state)
{
  if (state->left < 0)
    return _("over time");

  /* Translators: stands beside a clock on the big screen: “4:12 minutes left”, “1:04:12 hours left” */
  return state->left > (HOUR - 1) * SECOND ? _("hours left") : _("minutes left");
}

/* When the item was, or is, to end: what is over time does not move it. */
static gint64
get_end (const LpRunState *state)
{
  return g_array_index (state->items, LpRunItem, state->now).end + MIN (state->left, 0);
}

static char *
say_end (const LpRunState *state, gboolean is_break)
{
  g_autofree char *time = print_time (get_end (state));

  if (state->paused)
    return g_strdup (_("The clock is paused"));
  if (state->left < 0)
    return NULL;

  return g_strdup_printf (is_break ? _("We go on at %s") : _("We finish at %s"), time);
}

static char *
say_break (const LpRunState *state)
{
  g_autofree char *time = print_time (get_end (state));

  if (state->paused || state->left < 0)
    return g_strdup (_("Break – we go on in a moment"));

  return g_strdup_printf (_("Break – we go on at %s"), time);
}

/**
 * lp_slide_words_source: where the item's fact comes from, or that nobody has said it.
 *
 * Returns: (transfer full) (nullable): of an item without a fact
 */
char *
lp_slide_words_source (LpRecord *item)
{
  if (*lp_record_text (item, LP_AGENDA_ITEM_FACT) == '\0')
    return NULL;
  if (lp_agenda_lacks_source (item))
    return g_strdup (_("Source missing"));

  return g_strdup_printf (_("Source: %s"), lp_record_text (item, LP_AGENDA_ITEM_FACT_SOURCE));
}

static void
say_item (LpSlideWords *self, const LpRunState *state, LpRecord *item, const LpStoryGoal *stories)
{
  const LpRunItem *now = &g_array_index (state->items, LpRunItem, state->now);
  const char *prompt = lp_record_text (item, LP_AGENDA_ITEM_PROMPT);
  const char *title = lp_record_text (item, LP_AGENDA_ITEM_TITLE);

  if (*prompt != '\0')
    {
      self->heading = g_strdup (title);
      self->question = lp_prompt_fill (prompt, minutes_of (get_end (state)), stories);
    }
  else
    {
      self->question = now->plan.is_break ? say_break (state) : g_strdup (title);
    }
  if (lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) != 0)
    self->invitation = g_strdup (_("Write, draw or say it out loud"));
  if (*lp_record_text (item, LP_AGENDA_ITEM_FACT) != '\0')
    self->fact = g_strdup (lp_record_text (item, LP_AGENDA_ITEM_FACT));
  self->source = lp_slide_words_source (item);
  self->clock = lp_slide_words_clock (state->left);
  self->left = g_strdup (say_left (state));
  self->end = say_end (state, now->plan.is_break);
}

static void
say_beginning (LpSlideWords *self, const LpRunState *state, LpRecord *meeting, gint64 time)
{
  gint64 begin = state->items->len > 0 ? g_array_index (state->items, LpRunItem, 0).begin : 0;
  g_autofree char *clock = print_time (begin);

  self->question = g_strdup (meeting != NULL ? lp_record_text (meeting, LP_MEETING_TITLE) : "");
  self->end = begin > time ? g_strdup_printf (_("We begin at %s"), clock) : g_strdup (_("We begin in a moment"));
}

/**
 * lp_slide_words_new:
 * @meeting: (nullable)
 * @item: (nullable): the one of the state
 * @stories: (nullable): those of the panel, not known as yet
 * @time: now, by the clock of the run
 *
 * Returns: (transfer full)
 */
LpSlideWords *
lp_slide_words_new (const LpRunState *state,
                    LpRecord *meeting,
                    LpRecord *item,
                    const LpStoryGoal *stories,
                    gint64 time)
{
  LpSlideWords *self = g_new0 (LpSlideWords, 1);

  if (state->now >= 0 && item != NULL)
    say_item (self, state, item, stories);
  else if (state->over)
    self->question = g_strdup (_("Thank you for today"));
  else if (state->started)
    self->question = g_strdup (_("We go on in a moment"));
  else
    say_beginning (self, state, meeting, time);

  return self;
}

void
lp_slide_words_free (LpSlideWords *self)
{
  g_free (self->heading);
  g_free (self->invitation);
  g_free (self->question);
  g_free (self->fact);
  g_free (self->source);
  g_free (self->clock);
  g_free (self->left);
  g_free (self->end);
  g_free (self);
}

static guint
count_kinds (guint kinds)
{
  guint n = 0;

  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    n += (kinds >> kind) & 1;

  return n;
}

/**
 * lp_slide_words_kinds: which kinds of note the wall shows, as bits of 1 << LpKind. Dreams and concerns stand side by side, when one of
 * them is asked for, or nothing; of so many kinds that columns would be narrow, the wall shows these two as well.
 */
guint
lp_slide_words_kinds (LpRecord *item)
{
  guint kinds = item != NULL ? lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) : 0;

  if ((kinds & ~DREAMS_AND_CONCERNS) == 0 || count_kinds (kinds) > COLUMNS)
    return DREAMS_AND_CONCERNS;

  return kinds;
}
