/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-privacy.h"

#include <string.h>

#include "lp-accepted.h"
#include "lp-roster.h"

/* What of a note was said, or made of it. */
static const guint said[] = {
  LP_NOTE_TEXT,          LP_NOTE_PUBLIC_TEXT, LP_NOTE_PROFILE, LP_NOTE_BEFORE,
  LP_NOTE_TURNING_POINT, LP_NOTE_TODAY,       LP_NOTE_HELPED,
};

/** lp_note_privacy_load_names: of the rosters of its panel. Transfer full; NULL with an error when it cannot be read. */
LpNames *
lp_note_privacy_load_names (LpReader *reader, const LpId *meeting, GError **error)
{
  g_auto (GStrv) names = lp_roster_load_names (reader, meeting, error);

  return names != NULL ? lp_names_new ((const char *const *) names) : NULL;
}

/** lp_note_privacy_find: all that was found and that nobody let stand. Transfer full, of LpFinding. */
GArray *
lp_note_privacy_find (const char *text, const char *accepted, const LpNames *names)
{
  GArray *findings = lp_privacy_scan (text, -1, names);

  lp_accepted_take (accepted, text, findings);
  return findings;
}

/** lp_note_privacy_is_flagged: whether a text holds what hardly anything but a person's data can be, and nobody let it stand. */
gboolean
lp_note_privacy_is_flagged (const char *text, const char *accepted, const LpNames *names)
{
  g_autoptr (GArray) findings = lp_note_privacy_find (text, accepted, names);

  for (guint i = 0; i < findings->len; i++)
    if (g_array_index (findings, LpFinding, i).level == LP_FINDING_FLAG)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

/* Not in the middle of a longer word: "Anna" in "Annasminde". */
static gboolean
stands_alone (const char *text, const char *hit, gsize size)
{
  const char *before = g_utf8_find_prev_char (text, hit);

  return !(before != NULL && is_of_word (g_utf8_get_char (before)) && is_of_word (g_utf8_get_char (hit))) &&
         !(is_of_word (g_utf8_get_char (hit + size)) && is_of_word (g_utf8_get_char (g_utf8_find_prev_char (text, hit + size))));
}

/* Wherever it stands. All composed. Transfer full. */
static char *
mask_all (const char *text, const char *match, const char *mask)
{
  GString *masked = g_string_new (NULL);
  gsize size = strlen (match);
  const char *rest = text;

  for (const char *hit = strstr (text, match); hit != NULL; hit = strstr (hit + size, match))
    {
      if (!stands_alone (text, hit, size))
        continue;
      g_string_append_len (masked, rest, hit - rest);
      g_string_append (masked, mask);
      rest = hit + size;
    }
  g_string_append (masked, rest);
  return g_string_free_and_steal (masked);
}

/* The lines of what was let stand that do not tell it. */
static char *
strip_accepted (const char *accepted, const char *match)
{
  g_auto (GStrv) lines = g_strsplit (accepted, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && strstr (lines[i], match) == NULL)
        g_strv_builder_add (kept, lines[i]);
    }
  left = g_strv_builder_end (kept);
  return g_strjoinv ("\n", left);
}

/* A database of old may have it decomposed in one field, and not in another. */
static char *
compose (LpRecord *note, guint field)
{
  return g_utf8_normalize (lp_record_text (note, field), -1, G_NORMALIZE_NFC);
}

static void
replace (LpChangeSet *changes, LpRecord *note, guint field, const char *text)
{
  const LpId *space = lp_record_get_space (note);
  const LpId *id = lp_record_get_id (note);

  lp_change_set_scrub (changes, LP_NOTE, space, id, field);
  if (*text != '\0')
    lp_edit_text (lp_change_set_put (changes, LP_NOTE, space, id), field, text);
}

/**
 * lp_note_privacy_mask: blanks something out of a note, wherever the note has it, and out of all that it said before: it is not in
 * the log or in backups any more, and cannot be undone.
 *
 * @match: what was found
 *
 * Returns: (transfer full): the change
 */
LpChangeSet *
lp_note_privacy_mask (LpRecord *note, const char *match, const LpFinding *finding)
{
  LpChangeSet *changes = lp_change_set_new (NULL);
  g_autofree char *composed = g_utf8_normalize (match, -1, G_NORMALIZE_NFC);
  g_autofree char *let_stand = compose (note, LP_NOTE_ACCEPTED);
  g_autofree char *accepted = strip_accepted (let_stand, composed);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *text = compose (note, said[i]);
      g_autofree char *masked = mask_all (text, composed, lp_finding_mask (finding->type));

      replace (changes, note, said[i], masked);
    }
  replace (changes, note, LP_NOTE_ACCEPTED, accepted);
  return changes;
}
