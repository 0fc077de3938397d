/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-actions.h"

#include "lp-rank.h"

#include <glib/gi18n-lib.h>

#define RANKS "SELECT id, rank FROM recommendation WHERE space=?1 AND deleted=0 ORDER BY rank, id"

#define NOTE "SELECT id FROM note WHERE num=?1 AND deleted=0"

/* How a note is linked already: 0 for it, 1 against it. */
#define LINKED "SELECT against FROM evidence WHERE id=?1 AND deleted=0"

#define NOTES_OF_THEME \
  "SELECT n.id FROM placement p JOIN note n ON n.id=p.note AND n.deleted=0" \
  " WHERE p.theme=?1 AND p.deleted=0 ORDER BY p.rank, p.id"

/* Those of the others, in their order, without that of "but"; now: where that stands. Transfer full, of char *. */
static GPtrArray *
load_ranks (LpReader *reader, const LpId *meeting, const LpId *but, guint *now, GError **error)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LpQuery) query = lp_reader_query (reader, RANKS);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      LpId id = { 0 };

      lp_query_id (query, 0, &id);
      if (but != NULL && lp_id_equal (&id, but))
        *now = ranks->len;
      else
        g_ptr_array_add (ranks, g_strdup (lp_query_text (query, 1)));
    }
  if (problem == NULL)
    return g_steal_pointer (&ranks);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* For what is to stand at "position". Two machines may have given one rank twice: then it is after both. */
static char *
rank_at (GPtrArray *ranks, guint position)
{
  const char *before = position > 0 ? g_ptr_array_index (ranks, position - 1) : NULL;
  const char *after = NULL;

  for (guint i = position; i < ranks->len && after == NULL; i++)
    {
      const char *rank = g_ptr_array_index (ranks, i);

      if (before == NULL || g_strcmp0 (rank, before) > 0)
        after = rank;
    }
  return lp_rank_between (before, after);
}

/**
 * lp_recommendation_create: Returns: (transfer none) (nullable): the edit to say the rest in, which belongs to the change set;
 * %NULL with @error when the others cannot be read
 */
LpEdit *
lp_recommendation_create (LpChangeSet *changes, LpReader *reader, const LpId *meeting, LpId *id, GError **error)
{
  g_autoptr (GPtrArray) ranks = load_ranks (reader, meeting, NULL, NULL, error);
  g_autofree char *rank = ranks != NULL ? rank_at (ranks, ranks->len) : NULL;
  LpEdit *edit = NULL;

  if (rank == NULL)
    return NULL;
  *id = lp_id_new ();
  edit = lp_change_set_put (changes, LP_RECOMMENDATION, meeting, id);
  lp_edit_text (edit, LP_RECOMMENDATION_RANK, rank);
  lp_edit_text (edit, LP_RECOMMENDATION_STATUS, lp_status_id (LP_STATUS_DRAFT));
  return edit;
}

/** lp_recommendation_move: nothing is added to the change set when it stands there already. */
gboolean
lp_recommendation_move (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *id, guint position,
                        GError **error)
{
  guint now = G_MAXUINT;
  g_autoptr (GPtrArray) ranks = load_ranks (reader, meeting, id, &now, error);
  g_autofree char *rank = NULL;

  if (ranks == NULL)
    return FALSE;
  if (now == G_MAXUINT)
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                           _("The recommendation is not there any more."));
      return FALSE;
    }
  position = MIN (position, ranks->len);
  if (now == position)
    return TRUE;
  rank = rank_at (ranks, position);
  lp_edit_text (lp_change_set_put (changes, LP_RECOMMENDATION, meeting, id), LP_RECOMMENDATION_RANK, rank);
  return TRUE;
}

static LpEdit *
edit_of (LpChangeSet *changes, LpRecord *recommendation)
{
  return lp_change_set_put (changes, LP_RECOMMENDATION, lp_record_get_space (recommendation),
                            lp_record_get_id (recommendation));
}

/** lp_recommendation_set_text: nothing is added when the field says so already; an empty text is none. */
void
lp_recommendation_set_text (LpChangeSet *changes, LpRecord *recommendation, guint field, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  const char *kept = composed != NULL ? g_strstrip (composed) : text;

  if (!g_str_equal (kept, lp_record_text (recommendation, field)))
    lp_edit_text (edit_of (changes, recommendation), field, *kept != '\0' ? kept : NULL);
}

/** lp_recommendation_set_status: @date: (nullable): since when, YYYY-MM-DD */
void
lp_recommendation_set_status (LpChangeSet *changes, LpRecord *recommendation, LpStatus status, const char *date)
{
  LpEdit *edit = edit_of (changes, recommendation);

  lp_edit_text (edit, LP_RECOMMENDATION_STATUS, lp_status_id (status));
  lp_edit_text (edit, LP_RECOMMENDATION_STATUS_DATE, date != NULL && *date != '\0' ? date : NULL);
}

/**
 * lp_evidence_id: the id of the link between a recommendation and a note or a theme: the same on each machine, so that who
 * adds it twice has it once.
 */
LpId
lp_evidence_id (const LpId *recommendation, const LpId *of)
{
  char printed[LP_ID_STRING_SIZE];

  lp_id_print (of, printed);
  return lp_id_derive (recommendation, printed);
}

static LpEdit *
put_evidence (LpChangeSet *changes, LpRecord *recommendation, const LpId *of)
{
  const LpId *id = lp_record_get_id (recommendation);
  LpId evidence = lp_evidence_id (id, of);
  LpEdit *edit = lp_change_set_put (changes, LP_EVIDENCE, lp_record_get_space (recommendation), &evidence);

  /* taken out before, it is there but deleted */
  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_id (edit, LP_EVIDENCE_RECOMMENDATION, id);
  return edit;
}

/** lp_evidence_add_note: links a note, or makes the one that is linked speak for it or against it. */
void
lp_evidence_add_note (LpChangeSet *changes, LpRecord *recommendation, const LpId *note, gboolean against)
{
  LpEdit *edit = put_evidence (changes, recommendation, note);

  lp_edit_id (edit, LP_EVIDENCE_NOTE, note);
  lp_edit_int (edit, LP_EVIDENCE_AGAINST, against);
}

/** lp_evidence_remove: @of: the note or the theme. The notes of a theme stay. */
void
lp_evidence_remove (LpChangeSet *changes, LpRecord *recommendation, const LpId *of)
{
  LpId evidence = lp_evidence_id (lp_record_get_id (recommendation), of);

  lp_change_set_delete (changes, LP_EVIDENCE, lp_record_get_space (recommendation), &evidence);
}

/* Whether it is linked, in whichever way. */
static gboolean
is_linked (LpReader *reader, LpRecord *recommendation, const LpId *of, gboolean *against, GError **error)
{
  LpId evidence = lp_evidence_id (lp_record_get_id (recommendation), of);
  g_autoptr (LpQuery) query = lp_reader_query (reader, LINKED);

  lp_query_bind_id (query, 1, &evidence);
  if (!lp_query_next (query, error))
    return FALSE;
  *against = lp_query_int (query, 0) != 0;
  return TRUE;
}

/**
 * lp_evidence_add_nums: links many notes at once. Notes that are not there any more, or that are linked so already, are
 * passed over. With many notes it takes its time: then call it on a thread, with a reader of its own.
 * @nums: of the notes, see lp_record_get_num ()
 * @n_added: (out): how many were linked
 */
gboolean
lp_evidence_add_nums (LpChangeSet *changes, LpReader *reader, LpRecord *recommendation, const gint64 *nums,
                      guint n_nums, gboolean against, guint *n_added, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *n_added = 0;
  for (guint i = 0; i < n_nums && problem == NULL; i++)
    {
      g_autoptr (LpQuery) query = lp_reader_query (reader, NOTE);
      LpId note = { 0 };
      gboolean is_against = FALSE;

      lp_query_bind_int (query, 1, nums[i]);
      if (!lp_query_next (query, &problem) || !lp_query_id (query, 0, &note))
        continue;
      if (is_linked (reader, recommendation, &note, &is_against, &problem) && is_against == against)
        continue;
      lp_evidence_add_note (changes, recommendation, &note, against);
      (*n_added)++;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * lp_evidence_add_theme: links a theme and the notes that are in it now. What speaks against the recommendation goes on
 * doing so. A note that comes into the theme later is not added by itself: what a recommendation rests on was chosen.
 */
gboolean
lp_evidence_add_theme (LpChangeSet *changes, LpReader *reader, LpRecord *recommendation, const LpId *theme,
                       guint *n_added, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTES_OF_THEME);
  g_autoptr (GError) problem = NULL;
  gboolean against = FALSE;

  *n_added = 0;
  if (!is_linked (reader, recommendation, theme, &against, &problem))
    lp_edit_id (put_evidence (changes, recommendation, theme), LP_EVIDENCE_THEME, theme);
  lp_query_bind_id (query, 1, theme);
  while (problem == NULL && lp_query_next (query, &problem))
    {
      LpId note = { 0 };

      lp_query_id (query, 0, &note);
      if (is_linked (reader, recommendation, &note, &against, &problem))
        continue;
      lp_evidence_add_note (changes, recommendation, &note, FALSE);
      (*n_added)++;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
