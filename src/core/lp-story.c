/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-story.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lp-note-review.h"
#include "lp-terms.h"

#define BREAK "\n\n"

static const struct {
  guint field;
  const char *label;
} parts[LP_N_STORY_PARTS] = {
  [LP_STORY_BEFORE] = { LP_NOTE_BEFORE, N_("Before") },
  [LP_STORY_TURNING_POINT] = { LP_NOTE_TURNING_POINT, N_("The turning point") },
  [LP_STORY_TODAY] = { LP_NOTE_TODAY, NC_("part of a story", "Today") },
  [LP_STORY_HELPED] = { LP_NOTE_HELPED, N_("What helped") },
};

/* The words that a teller is asked with. Who agreed agreed to these very words: other ones get a version of their own, are
 * added at the end, and none is ever changed; LP_STORY_WORDING is the last. */
static const struct {
  guint time;
  guint wording;
  const char *label;
  const char *wordings[LP_STORY_WORDING];
} consents[LP_N_CONSENTS] = {
  [LP_CONSENT_KEEP] = { LP_NOTE_KEEP_TIME, LP_NOTE_KEEP_WORDING, N_("Keep the story"), {
    N_("“May we keep your story? It stays with the council, under a number, without your name.”"),
  } },
  [LP_CONSENT_QUOTE] = { LP_NOTE_QUOTE_TIME, LP_NOTE_QUOTE_WORDING, N_("Quote it anonymously"), {
    N_("“May we quote from your story, without saying who you are?”"),
  } },
  [LP_CONSENT_PUBLISH] = { LP_NOTE_PUBLISH_TIME, LP_NOTE_PUBLISH_WORDING, N_("Publish it"), {
    N_("“May we publish the whole story, in print or online, without your name? What is published cannot always be"
       " called back.”"),
  } },
};

/** lp_story_new: nothing told, nothing agreed to. */
LpStory *
lp_story_new (void)
{
  LpStory *self = g_new0 (LpStory, 1);

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    self->parts[i] = g_strdup ("");
  self->accepted = g_strdup ("");

  return self;
}

/* Transfer full: of LP_N_STORY_PARTS paragraphs each is a part; any other text is the first part. */
static void
split_text (LpStory *self, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, BREAK, -1);
  gboolean four = g_strv_length (paragraphs) == LP_N_STORY_PARTS;

  for (guint i = 0; four && i < LP_N_STORY_PARTS; i++)
    four = *g_strstrip (paragraphs[i]) != '\0';
  if (!four)
    lp_story_set_part (self, LP_STORY_BEFORE, text);
  for (guint i = 0; four && i < LP_N_STORY_PARTS; i++)
    lp_story_set_part (self, i, paragraphs[i]);
}

/** lp_story_is_told_in_parts: whether the note knows its parts apart, so that its text must not be edited as a whole. */
gboolean
lp_story_is_told_in_parts (LpRecord *note)
{
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      if (*lp_record_text (note, parts[i].field) != '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * lp_story_read: Returns: (transfer full): the story of a note. One that was written as a plain note, imported, or reworded as a
 * whole, has no parts: its text is taken as the first, or, if it has just four paragraphs, as all four.
 */
LpStory *
lp_story_read (LpRecord *note)
{
  LpStory *self = lp_story_new ();
  const LpId *duplicate_of = lp_record_id (note, LP_NOTE_DUPLICATE_OF);

  if (lp_story_is_told_in_parts (note))
    {
      for (guint i = 0; i < LP_N_STORY_PARTS; i++)
        lp_story_set_part (self, i, lp_record_text (note, parts[i].field));
    }
  else
    {
      split_text (self, lp_record_text (note, LP_NOTE_TEXT));
    }
  for (guint i = 0; i < LP_N_CONSENTS; i++)
    {
      self->agreed[i] = lp_record_int (note, consents[i].time);
      self->wordings[i] = (guint) lp_record_int (note, consents[i].wording);
    }
  self->approved = lp_record_int (note, LP_NOTE_APPROVED_TIME);
  g_set_str (&self->accepted, lp_record_text (note, LP_NOTE_ACCEPTED));
  if (duplicate_of != NULL)
    self->duplicate_of = *duplicate_of;

  return self;
}

LpStory *
lp_story_copy (const LpStory *self)
{
  LpStory *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    copy->parts[i] = g_strdup (self->parts[i]);
  copy->accepted = g_strdup (self->accepted);

  return copy;
}

void
lp_story_free (LpStory *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    g_free (self->parts[i]);
  g_free (self->accepted);
  g_free (self);
}

/** lp_story_set_part: without the space around it, and composed (NFC), as the words of a note are. */
void
lp_story_set_part (LpStory *self, LpStoryPart part, const char *text)
{
  char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  g_free (self->parts[part]);
  self->parts[part] = g_strstrip (composed != NULL ? composed : g_strdup (text));
}

/** lp_story_agree: the teller agreed to the words of today, at that time; 0: did not, or took it back. */
void
lp_story_agree (LpStory *self, LpConsent consent, gint64 time)
{
  self->agreed[consent] = time;
  self->wordings[consent] = time != 0 ? LP_STORY_WORDING : 0;
}

gboolean
lp_story_same_words (const LpStory *self, const LpStory *other)
{
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      if (!g_str_equal (self->parts[i], other->parts[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
lp_story_equal (const LpStory *self, const LpStory *other)
{
  for (guint i = 0; i < LP_N_CONSENTS; i++)
    {
      if (self->agreed[i] != other->agreed[i] || self->wordings[i] != other->wordings[i])
        return FALSE;
    }

  return lp_story_same_words (self, other) && self->approved == other->approved &&
         lp_id_equal (&self->duplicate_of, &other->duplicate_of) && g_str_equal (self->accepted, other->accepted);
}

/** lp_story_is_blank: nothing is told. */
gboolean
lp_story_is_blank (const LpStory *self)
{
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      if (*self->parts[i] != '\0')
        return FALSE;
    }

  return TRUE;
}

/**
 * lp_story_join: Returns: (transfer full): what stands in lists, on the wall and in exports: the parts that are told, each a
 * paragraph, without headings: these are words that the teller did not say.
 */
char *
lp_story_join (const LpStory *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      if (*self->parts[i] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, BREAK);
      g_string_append (text, self->parts[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
put_time (LpEdit *edit, guint field, gint64 time)
{
  if (time != 0)
    lp_edit_int (edit, field, time);
  else
    lp_edit_none (edit, field);
}

/* "May be quoted" is said of every note: of a story it follows from what its teller agreed to. */
static void
put_consents (const LpStory *self, LpEdit *edit)
{
  for (guint i = 0; i < LP_N_CONSENTS; i++)
    {
      put_time (edit, consents[i].time, self->agreed[i]);
      put_time (edit, consents[i].wording, self->wordings[i]);
    }
  lp_edit_int (edit, LP_NOTE_CONSENT, self->agreed[LP_CONSENT_QUOTE] != 0);
}

/**
 * lp_story_put: makes a note hold the story.
 * @edit: of this note
 * @note: (nullable): the note as it is; %NULL for a new one
 *
 * Other words than the note has must be read for the room anew.
 */
void
lp_story_put (const LpStory *self, LpEdit *edit, LpRecord *note)
{
  g_autofree char *text = lp_story_join (self);

  if (note == NULL || !g_str_equal (text, lp_record_text (note, LP_NOTE_TEXT)))
    lp_note_reword (edit, text);
  lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (LP_KIND_STORY));
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    lp_edit_text (edit, parts[i].field, *self->parts[i] != '\0' ? self->parts[i] : NULL);
  put_consents (self, edit);
  put_time (edit, LP_NOTE_APPROVED_TIME, self->approved);
  lp_edit_id (edit, LP_NOTE_DUPLICATE_OF, &self->duplicate_of);
  lp_edit_text (edit, LP_NOTE_ACCEPTED, *self->accepted != '\0' ? self->accepted : NULL);
}

/**
 * lp_story_counts: whether a note counts as a story towards the goal: its teller has approved it, and agreed that it is kept and
 * quoted; and no other note has the same story. LP_STORY_COUNTS says the same in SQL.
 */
gboolean
lp_story_counts (LpRecord *note)
{
  return lp_record_int (note, LP_NOTE_DELETED) == 0 &&
         g_str_equal (lp_record_text (note, LP_NOTE_KIND), lp_kind_id (LP_KIND_STORY)) &&
         lp_record_has (note, LP_NOTE_APPROVED_TIME) && lp_record_has (note, LP_NOTE_KEEP_TIME) &&
         lp_record_has (note, LP_NOTE_QUOTE_TIME) && !lp_record_has (note, LP_NOTE_DUPLICATE_OF);
}

const char *
lp_story_part_label (LpStoryPart part)
{
  g_return_val_if_fail (part < LP_N_STORY_PARTS, NULL);

  return part == LP_STORY_TODAY ? C_("part of a story", "Today") : _(parts[part].label);
}

const char *
lp_consent_label (LpConsent consent)
{
  g_return_val_if_fail (consent < LP_N_CONSENTS, NULL);

  return _(consents[consent].label);
}

/**
 * lp_consent_wording: the very words that a teller is asked with, in the user's language.
 * @version: from 1 to LP_STORY_WORDING
 *
 * Returns: (transfer none) (nullable): %NULL for a version that this program does not know
 */
const char *
lp_consent_wording (LpConsent consent, guint version)
{
  g_return_val_if_fail (consent < LP_N_CONSENTS, NULL);

  if (version == 0 || version > LP_STORY_WORDING)
    return NULL;

  return _(consents[consent].wordings[version - 1]);
}
