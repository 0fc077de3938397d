/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-story-draft.h"

#include <glib/gi18n.h>

/**
 * lp_story_draft_new: the words as they are now.
 * @note: (nullable): as it is on the disk
 * @pending: (nullable): what it will be made of when there is no @note
 *
 * Returns: (transfer full)
 */
LpDraft *
lp_story_draft_new (const LpStory *story, LpRecord *note, LpPendingNote *pending)
{
  LpDraft *self = note == NULL ? lp_pending_note_dup_draft (pending)
                               : lp_draft_copy (&(LpDraft) { .note = *lp_record_get_id (note),
                                                             .kind = LP_KIND_STORY,
                                                             .text = (char *) "",
                                                             .accepted = (char *) "" });

  self->told = TRUE;
  g_set_str (&self->accepted, story->accepted);
  self->base = note != NULL ? g_strdup (lp_record_text (note, LP_NOTE_TEXT)) : NULL;
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    self->parts[i] = g_strdup (story->parts[i]);

  return self;
}

/* What was heard and approved were the words as they stood. */
static void
take_parts (LpStory *story, const LpDraft *draft)
{
  g_autoptr (LpStory) before = lp_story_copy (story);

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    lp_story_set_part (story, i, draft->parts[i]);
  g_set_str (&story->accepted, draft->accepted);
  if (!lp_story_same_words (before, story))
    story->approved = 0;
}

/* NULL: the note was told on since, or never begun. */
static LpChangeSet *
make_changes (LpStore *store, const LpId *meeting, const LpDraft *draft)
{
  LpReader *reader = lp_store_get_reader (store);
  g_autoptr (LpRecord) note = lp_reader_load (reader, LP_NOTE, &draft->note, NULL);
  g_autoptr (LpPendingNote) pending = note == NULL ? lp_pending_note_new_sent (draft) : NULL;
  g_autoptr (LpStory) story = note != NULL ? lp_story_read (note) : lp_story_new ();
  LpChangeSet *changes = NULL;

  take_parts (story, draft);
  if (note == NULL ? lp_story_is_blank (story) : g_strcmp0 (draft->base, lp_record_text (note, LP_NOTE_TEXT)) != 0)
    return NULL;

  changes = note == NULL ? lp_pending_note_create (pending, reader, meeting) : lp_change_set_new (_("Tell story"));
  lp_story_put (story, lp_change_set_put (changes, LP_NOTE, meeting, &draft->note), note);

  return changes;
}

/**
 * lp_story_draft_restore: what was being told when the program was cut off becomes part of its note. To be called before anybody
 * can open a story of the meeting. Waits until it is on the disk, if there is anything.
 *
 * Returns: %FALSE and an error when it could not be saved; then it stays where it is
 */
gboolean
lp_story_draft_restore (LpStore *store, const LpId *meeting, GError **error)
{
  g_autofree char *path = lp_draft_story_path (lp_store_get_path (store), meeting);
  g_autoptr (GPtrArray) drafts = lp_drafts_load (path, NULL);
  g_autoptr (GPtrArray) none = lp_drafts_new ();

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const LpDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (LpChangeSet) changes = draft->told ? make_changes (store, meeting, draft) : NULL;

      if (changes != NULL && !lp_store_commit (store, changes, error))
        return FALSE;
    }

  return drafts == NULL || lp_drafts_save (none, path, error);
}
