/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda.h"

#include "lp-prompt.h"
#include "lp-rank.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ITEMS "SELECT id, rank FROM agenda_item WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

typedef struct {
  LpId  id;
  char *rank;
} Item;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->rank);
}

/* In their order. Transfer full, of Item. */
static GArray *
load_items (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (LpQuery) query = lp_reader_query (reader, ITEMS);
  g_autoptr (GError) problem = NULL;

  g_array_set_clear_func (items, item_clear);
  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      Item item = { .rank = g_strdup (lp_query_text (query, 1)) };

      lp_query_id (query, 0, &item.id);
      g_array_append_val (items, item);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return g_steal_pointer (&items);
}

static gboolean
find_item (GArray *items, const LpId *id, guint *position, GError **error)
{
  for (*position = 0; *position < items->len; (*position)++)
    {
      if (lp_id_equal (&g_array_index (items, Item, *position).id, id))
        return TRUE;
    }
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                       _("The agenda item is not there any more."));
  return FALSE;
}

/* For what is to stand at "position". Two machines may have given one rank twice: then it is after both. */
static char *
rank_at (GArray *items, guint position)
{
  const char *before = position > 0 ? g_array_index (items, Item, position - 1).rank : NULL;
  const char *after = NULL;

  for (guint i = position; i < items->len && after == NULL; i++)
    {
      const char *rank = g_array_index (items, Item, i).rank;

      if (before == NULL || strcmp (rank, before) > 0)
        after = rank;
    }
  return lp_rank_between (before, after);
}

/** Nothing added yet. Start in minutes after midnight. */
LpAgendaTimes
lp_agenda_times_begin (int start)
{
  return (LpAgendaTimes) { .start = start, .end = start };
}

/** Adds one item and returns when it begins, in minutes after midnight. */
int
lp_agenda_times_add (LpAgendaTimes *times, int minutes, gboolean is_break, gboolean captures)
{
  int begins = times->end;

  minutes = MAX (minutes, 0);
  times->end += minutes;
  if (is_break)
    times->breaks += minutes;
  if (captures)
    times->captures += minutes;
  return begins;
}

/** As lp_agenda_times_add(), with what the item itself says. */
int
lp_agenda_times_add_item (LpAgendaTimes *times, LpRecord *item)
{
  LpMethod method;
  gboolean is_break = lp_method_find (lp_record_text (item, LP_AGENDA_ITEM_METHOD), &method)
                      && method == LP_METHOD_BREAK;

  return lp_agenda_times_add (times,
                              lp_record_int (item, LP_AGENDA_ITEM_MINUTES),
                              is_break,
                              lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) != 0);
}

/**
 * lp_agenda_prompt_in: as lp_prompt_fill(), with how many stories there are, which is asked only where it is
 * told. Transfer full.
 */
char *
lp_agenda_prompt_in (LpReader *reader, const LpId *meeting, const char *prompt, int end_minutes)
{
  g_autoptr (LpStoryGoal) stories =
      lp_prompt_tells_stories (prompt) ? lp_story_goal_load (reader, meeting, NULL) : NULL;

  return lp_prompt_fill (prompt, end_minutes, stories);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \n")] == '\0';
}

gboolean
lp_agenda_lacks_source (LpRecord *item)
{
  return !is_blank (lp_record_text (item, LP_AGENDA_ITEM_FACT))
         && is_blank (lp_record_text (item, LP_AGENDA_ITEM_FACT_SOURCE));
}

/**
 * lp_agenda_add: puts a new item below "after", NULL for the end. Returns the edit to say the rest in,
 * which belongs to the change set, and the item's id; NULL and an error when "after" is not there or the
 * agenda cannot be read.
 */
LpEdit *
lp_agenda_add (LpChangeSet *changes,
               LpReader *reader,
               const LpId *meeting,
               const LpId *after,
               LpId *item,
               GError **error)
{
  g_autoptr (GArray) items = load_items (reader, meeting, error);

  if (items == NULL)
    return NULL;

  guint position = items->len;

  if (after != NULL)
    {
      if (!find_item (items, after, &position, error))
        return NULL;
      position++;
    }

  g_autofree char *rank = rank_at (items, position);

  *item = lp_id_new ();

  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, meeting, item);

  lp_edit_text (edit, LP_AGENDA_ITEM_RANK, rank);
  return edit;
}

/** lp_agenda_duplicate: copies all that the item says. Its id comes back in "copy". */
gboolean
lp_agenda_duplicate (LpChangeSet *changes, LpReader *reader, LpRecord *item, LpId *copy, GError **error)
{
  LpEdit *edit = lp_agenda_add (changes, reader, lp_record_get_space (item), lp_record_get_id (item), copy, error);

  for (guint field = LP_AGENDA_ITEM_TITLE; edit != NULL && field < LP_AGENDA_ITEM_N_FIELDS; field++)
    {
      if (lp_record_has (item, field))
        lp_edit_value (edit, field, lp_record_value (item, field));
    }
  return edit != NULL;
}

/** Moves an item; nothing is added to the change set when it stands there already. */
gboolean
lp_agenda_move (LpChangeSet *changes,
                LpReader *reader,
                const LpId *meeting,
                const LpId *item,
                guint position,
                GError **error)
{
  g_autoptr (GArray) items = load_items (reader, meeting, error);
  guint now = 0;

  if (items == NULL || !find_item (items, item, &now, error))
    return FALSE;
  if (now == position)
    return TRUE;
  g_array_remove_index (items, now);

  g_autofree char *rank = rank_at (items, MIN (position, items->len));

  lp_edit_text (lp_change_set_put (changes, LP_AGENDA_ITEM, meeting, item), LP_AGENDA_ITEM_RANK, rank);
  return TRUE;
}
