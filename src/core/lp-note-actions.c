/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-actions.h"

#include "lp-note-review.h"
#include "lp-rank.h"

#define LAST_IN_THEME "SELECT max (rank) FROM placement WHERE theme = ?1 AND deleted = 0"

/* That of the theme's last note; NULL for an empty theme and, with an error, for one that cannot be read. */
static char *
last_rank (LpReader *reader, const LpId *theme, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, LAST_IN_THEME);

  lp_query_bind_id (query, 1, theme);
  if (!lp_query_next (query, error) || lp_query_is_none (query, 0))
    return NULL;
  return g_strdup (lp_query_text (query, 0));
}

/* None for an empty text: a note that comes back after a delete loses what it held besides. */
static void
put_text (LpEdit *edit, guint field, const char *text)
{
  lp_edit_text (edit, field, text != NULL && *text != '\0' ? text : NULL);
}

/* A note that comes back has the words of the draft alone: what was told in parts, agreed to and approved were others. */
static void
put_no_story (LpEdit *edit)
{
  for (guint field = LP_NOTE_BEFORE; field <= LP_NOTE_DUPLICATE_OF; field++)
    lp_edit_none (edit, field);
}

/**
 * lp_note_create: adds a note. Its code begins with the table it came from. With the id of one that is
 * deleted, that one comes back as the draft has it and with its code. With a theme in the draft it is placed
 * at the end of it; where that end cannot be read just now, it stands among the theme's others all the same,
 * since words said must not get lost over their order.
 */
void
lp_note_create (LpChangeSet *changes,
                LpReader *reader,
                const LpId *meeting,
                const LpNoteDraft *draft,
                LpId *id)
{
  gboolean is_new = !lp_id_is_set (id);

  if (is_new)
    *id = lp_id_new ();

  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, id);

  if (!is_new)
    put_no_story (edit);

  lp_edit_int (edit, LP_NOTE_DELETED, FALSE);
  /* words that come back were not read for the room, whatever was approved before */
  lp_edit_int (edit, LP_NOTE_REVIEWED, FALSE);
  lp_edit_int (edit, LP_NOTE_STATION, draft->table);
  lp_edit_int (edit, LP_NOTE_TIME, draft->time != 0 ? draft->time : g_get_real_time () / 1000);
  lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (draft->kind));
  lp_note_put_text (edit, draft->text);
  if (draft->table != 0)
    lp_edit_int (edit, LP_NOTE_TABLE, draft->table);
  else
    lp_edit_none (edit, LP_NOTE_TABLE);
  put_text (edit, LP_NOTE_PERSPECTIVE, draft->perspective);
  put_text (edit, LP_NOTE_PROFILE, draft->profile);
  put_text (edit, LP_NOTE_MUNICIPALITY, draft->municipality);
  lp_edit_int (edit, LP_NOTE_VERBATIM, draft->verbatim);
  lp_edit_int (edit, LP_NOTE_CONSENT, draft->consent);
  put_text (edit, LP_NOTE_ACCEPTED, draft->accepted);
  if (lp_id_is_set (&draft->item))
    lp_edit_id (edit, LP_NOTE_ITEM, &draft->item);

  if (lp_id_is_set (&draft->theme))
    {
      g_autofree char *last = last_rank (reader, &draft->theme, NULL);
      g_autofree char *rank = lp_rank_between (last, NULL);

      lp_note_place (changes, meeting, id, &draft->theme, rank);
    }
}

/* FALSE with an error when that cannot be read. */
static gboolean
has_place (LpReader *reader, const LpId *note, GError **error)
{
  LpId placement = lp_id_derive (note, "home");
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PLACEMENT, &placement, error);

  return record != NULL && lp_record_int (record, LP_DELETED) == 0
         && lp_record_has (record, LP_PLACEMENT_PLACE);
}

/* Of those that are in none already, nothing is said: the step of undo would take nothing back. */
static gboolean
take_out (LpChangeSet *changes,
          LpReader *reader,
          const LpId *meeting,
          const LpId *notes,
          guint n_notes,
          GError **error)
{
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < n_notes && problem == NULL; i++)
    {
      if (has_place (reader, &notes[i], &problem))
        lp_note_place (changes, meeting, &notes[i], NULL, NULL);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * Puts notes at the end of a theme, in the order given; theme NULL or unset: in none. Nothing is added to the
 * change set for a note that is in none as it is.
 */
gboolean
lp_notes_move (LpChangeSet *changes,
               LpReader *reader,
               const LpId *meeting,
               const LpId *notes,
               guint n_notes,
               const LpId *theme,
               GError **error)
{
  g_autofree char *rank = NULL;
  g_autoptr (GError) problem = NULL;

  if (theme == NULL || !lp_id_is_set (theme))
    return take_out (changes, reader, meeting, notes, n_notes, error);

  rank = last_rank (reader, theme, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *next = lp_rank_between (rank, NULL);

      lp_note_place (changes, meeting, &notes[i], theme, next);
      g_set_str (&rank, next);
    }
  return TRUE;
}

/**
 * Puts a note in a theme, at "rank" among the others. Theme NULL or unset: in none; rank is then not used.
 */
void
lp_note_place (LpChangeSet *changes,
               const LpId *meeting,
               const LpId *note,
               const LpId *theme,
               const char *rank)
{
  LpId placement = lp_id_derive (note, "home");
  LpEdit *edit = lp_change_set_put (changes, LP_PLACEMENT, meeting, &placement);

  /* undone before, it is there but deleted */
  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_id (edit, LP_PLACEMENT_NOTE, note);
  if (theme == NULL || !lp_id_is_set (theme))
    {
      lp_edit_none (edit, LP_PLACEMENT_PLACE);
      return;
    }

  g_autofree char *id = lp_id_to_string (theme);
  g_autofree char *place = g_strdup_printf ("%s %s", id, rank);

  lp_edit_text (edit, LP_PLACEMENT_PLACE, place);
}

/* All that refers to a note goes with it: who knows the note's id must not learn from the rest what it was. */
static const struct {
  LpEntity    entity;
  const char *sql;
} parts_of_note[] = {
  { LP_PLACEMENT, "SELECT id, space FROM placement WHERE note=?1" },
  { LP_VOTE, "SELECT id, space FROM vote WHERE subject=?1" },
  { LP_EVIDENCE, "SELECT id, space FROM evidence WHERE note=?1" },
};

static gboolean
erase_parts (LpChangeSet *changes, LpReader *reader, guint part, const LpId *note, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, parts_of_note[part].sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, note);
  while (lp_query_next (query, &problem))
    {
      LpId id = { 0 };
      LpId space = { 0 };

      if (lp_query_id (query, 0, &id) && lp_query_id (query, 1, &space))
        lp_change_set_erase (changes, parts_of_note[part].entity, &space, &id);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

gboolean
lp_note_erase (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *note, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts_of_note); i++)
    {
      if (!erase_parts (changes, reader, i, note, error))
        return FALSE;
    }
  lp_change_set_erase (changes, LP_NOTE, meeting, note);

  return TRUE;
}
