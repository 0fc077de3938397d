/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-actions.h"

#include "lp-note-review.h"
#include "lp-note-theme.h"
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

/* Undone before, it is there but deleted. */
static void
put_place (LpEdit *edit, const LpId *note, const LpId *theme, const char *rank)
{
  g_autofree char *id = lp_id_to_string (theme);
  g_autofree char *place = g_strdup_printf ("%s %s", id, rank);

  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_id (edit, LP_PLACEMENT_NOTE, note);
  lp_edit_text (edit, LP_PLACEMENT_PLACE, place);
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
  LpId placement = lp_note_home_id (note);
  LpEdit *edit = lp_change_set_put (changes, LP_PLACEMENT, meeting, &placement);

  if (theme != NULL && lp_id_is_set (theme))
    {
      put_place (edit, note, theme, rank);
      return;
    }
  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_id (edit, LP_PLACEMENT_NOTE, note);
  lp_edit_none (edit, LP_PLACEMENT_PLACE);
}

/* FALSE with an error when that cannot be read. */
static gboolean
has_home (LpReader *reader, const LpId *note, GError **error)
{
  LpId placement = lp_note_home_id (note);
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PLACEMENT, &placement, error);

  return record != NULL && lp_record_int (record, LP_DELETED) == 0
         && lp_record_has (record, LP_PLACEMENT_PLACE);
}

/* Only where it is: else the step of undo would take nothing back. */
static void
take_out_of (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *note, const LpId *theme)
{
  LpId placement = lp_note_also_id (note, theme);
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PLACEMENT, &placement, NULL);

  if (record != NULL && lp_record_int (record, LP_DELETED) == 0)
    lp_change_set_delete (changes, LP_PLACEMENT, meeting, &placement);
}

static gboolean
take_out_of_all (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *note, GError **error)
{
  g_autoptr (GArray) also = lp_note_get_also (reader, note, error);

  if (also == NULL)
    return FALSE;
  for (guint i = 0; i < also->len; i++)
    take_out_of (changes, reader, meeting, note, &g_array_index (also, LpId, i));

  return TRUE;
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
      if (has_home (reader, &notes[i], &problem))
        lp_note_place (changes, meeting, &notes[i], NULL, NULL);
      if (problem == NULL)
        take_out_of_all (changes, reader, meeting, &notes[i], &problem);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/** Ranks: gives out places at the end of a theme, one after the other. */
typedef struct {
  char *last;
} Ranks;

static gboolean
ranks_begin (Ranks *ranks, LpReader *reader, const LpId *theme, GError **error)
{
  g_autoptr (GError) problem = NULL;

  ranks->last = last_rank (reader, theme, &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

static const char *
ranks_next (Ranks *ranks)
{
  g_autofree char *next = lp_rank_between (ranks->last, NULL);

  g_set_str (&ranks->last, next);

  return ranks->last;
}

/**
 * lp_notes_move: puts the home of notes at the end of a theme, in the order given; theme NULL or unset: they are in none
 * at all then. Nothing is added to the change set for a note that is in none as it is.
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
  Ranks ranks = { 0 };

  if (theme == NULL || !lp_id_is_set (theme))
    return take_out (changes, reader, meeting, notes, n_notes, error);
  if (!ranks_begin (&ranks, reader, theme, error))
    return FALSE;
  for (guint i = 0; i < n_notes; i++)
    {
      lp_note_place (changes, meeting, &notes[i], theme, ranks_next (&ranks));
      take_out_of (changes, reader, meeting, &notes[i], theme);
    }
  g_free (ranks.last);
  return TRUE;
}

static void
add_to (LpChangeSet *changes, const LpId *meeting, const LpId *note, const LpId *theme, const char *rank)
{
  LpId placement = lp_note_also_id (note, theme);
  LpEdit *edit = lp_change_set_put (changes, LP_PLACEMENT, meeting, &placement);

  put_place (edit, note, theme, rank);
  lp_edit_int (edit, LP_PLACEMENT_ALSO, TRUE);
}

/** lp_notes_add: nothing is added to the change set for a note that is in the theme already. */
gboolean
lp_notes_add (LpChangeSet *changes,
              LpReader *reader,
              const LpId *meeting,
              const LpId *notes,
              guint n_notes,
              const LpId *theme,
              GError **error)
{
  Ranks ranks = { 0 };

  if (!ranks_begin (&ranks, reader, theme, error))
    return FALSE;
  for (guint i = 0; i < n_notes; i++)
    {
      LpId placement = { 0 };
      LpId home = { 0 };

      if (lp_note_find_place (reader, &notes[i], theme, &placement))
        continue;
      if (lp_note_get_theme (reader, &notes[i], &home))
        add_to (changes, meeting, &notes[i], theme, ranks_next (&ranks));
      else
        lp_note_place (changes, meeting, &notes[i], theme, ranks_next (&ranks));
    }
  g_free (ranks.last);
  return TRUE;
}

/* Of a note that has its home in a theme no more: the first of the others that it is in, or none. */
static gboolean
leave_home (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *note, GError **error)
{
  g_autoptr (GArray) also = lp_note_get_also (reader, note, error);
  const LpId *next = NULL;
  LpId placement = { 0 };
  g_autoptr (LpRecord) record = NULL;

  if (also == NULL)
    return FALSE;
  if (also->len == 0)
    {
      lp_note_place (changes, meeting, note, NULL, NULL);
      return TRUE;
    }
  next = &g_array_index (also, LpId, 0);
  placement = lp_note_also_id (note, next);
  record = lp_reader_load (reader, LP_PLACEMENT, &placement, error);
  if (record == NULL)
    return FALSE;
  lp_note_place (changes, meeting, note, next, lp_record_text (record, LP_PLACEMENT_PLACE) + LP_ID_STRING_SIZE);
  lp_change_set_delete (changes, LP_PLACEMENT, meeting, &placement);

  return TRUE;
}

/** lp_notes_remove: nothing is added to the change set for a note that is not in the theme. */
gboolean
lp_notes_remove (LpChangeSet *changes,
                 LpReader *reader,
                 const LpId *meeting,
                 const LpId *notes,
                 guint n_notes,
                 const LpId *theme,
                 GError **error)
{
  for (guint i = 0; i < n_notes; i++)
    {
      LpId home = { 0 };

      take_out_of (changes, reader, meeting, &notes[i], theme);
      if (lp_note_get_theme (reader, &notes[i], &home) && lp_id_equal (&home, theme) &&
          !leave_home (changes, reader, meeting, &notes[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lp_notes_pass: whose home the first theme is, has it in the other then; what is in the first besides its home, is in the
 * other besides.
 */
gboolean
lp_notes_pass (LpChangeSet *changes,
               LpReader *reader,
               const LpId *meeting,
               const LpId *notes,
               guint n_notes,
               const LpId *from,
               const LpId *to,
               GError **error)
{
  Ranks ranks = { 0 };

  if (!ranks_begin (&ranks, reader, to, error))
    return FALSE;
  for (guint i = 0; i < n_notes; i++)
    {
      LpId home = { 0 };
      LpId there = { 0 };
      gboolean is_home = lp_note_get_theme (reader, &notes[i], &home) && lp_id_equal (&home, from);

      if (is_home)
        {
          lp_note_place (changes, meeting, &notes[i], to, ranks_next (&ranks));
          take_out_of (changes, reader, meeting, &notes[i], to);
          continue;
        }
      take_out_of (changes, reader, meeting, &notes[i], from);
      if (!lp_note_find_place (reader, &notes[i], to, &there))
        add_to (changes, meeting, &notes[i], to, ranks_next (&ranks));
    }
  g_free (ranks.last);
  return TRUE;
}

/** lp_notes_pair: notes that are not in the theme, and the partner itself, are passed over. */
gboolean
lp_notes_pair (LpChangeSet *changes,
               LpReader *reader,
               const LpId *meeting,
               const LpId *notes,
               guint n_notes,
               const LpId *theme,
               const LpId *partner,
               GError **error)
{
  for (guint i = 0; i < n_notes; i++)
    {
      LpId placement = { 0 };
      LpEdit *edit = NULL;

      if (partner != NULL && lp_id_equal (&notes[i], partner))
        continue;
      if (!lp_note_find_place (reader, &notes[i], theme, &placement))
        continue;
      edit = lp_change_set_put (changes, LP_PLACEMENT, meeting, &placement);
      if (partner != NULL)
        lp_edit_id (edit, LP_PLACEMENT_PARTNER, partner);
      else
        lp_edit_none (edit, LP_PLACEMENT_PARTNER);
    }

  return TRUE;
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
