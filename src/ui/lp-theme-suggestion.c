/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-suggestion.h"

#include "lp-feedback.h"
#include "lp-meeting.h"
#include "lp-note-join.h"
#include "lp-note-privacy.h"
#include "lp-note-theme.h"
#include "lp-theme-actions.h"
#include "lp-theme-edits.h"

#include <glib/gi18n.h>

#define THEMES "SELECT id, name FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

/* The name of a theme that is made of two notes: as much of the first as a name may be long. */
#define NAME_CHARS 60

LpNoteIds *
lp_theme_suggestion_loose (LpStore *store, LpNoteIds *notes)
{
  LpReader *reader = lp_store_get_reader (store);
  LpNoteIds *loose = lp_note_ids_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      const LpId *id = &g_array_index (notes, LpId, i);
      g_autoptr (LpRecord) note = lp_reader_load (reader, LP_NOTE, id, NULL);
      LpId theme = { 0 };

      if (note != NULL && lp_record_int (note, LP_NOTE_DELETED) == 0 && !lp_note_get_theme (reader, id, &theme))
        lp_note_ids_add (loose, id);
    }
  return loose;
}

gboolean
lp_theme_suggestion_find (LpStore *store, const LpId *meeting, const char *name, LpId *theme)
{
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (store), THEMES);
  g_autofree char *folded = lp_fold_text (name);

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, NULL))
    {
      g_autofree char *other = lp_fold_text (lp_query_text (query, 1));

      if (g_str_equal (folded, other))
        return lp_query_id (query, 0, theme);
    }
  return FALSE;
}

/* One of those before it that bears the same name. */
static const LpKept *
find_before (const LpKept *kept, guint i)
{
  g_autofree char *folded = lp_fold_text (kept[i].name);

  for (guint j = 0; j < i; j++)
    {
      g_autofree char *other = lp_fold_text (kept[j].name);

      if (g_str_equal (folded, other))
        return &kept[j];
    }
  return NULL;
}

/* Those whose theme is there already are given it. Returns how many themes are to be made. */
static guint
find_themes (LpStore *store, const LpId *meeting, LpKept *kept, guint n)
{
  guint n_new = 0;

  for (guint i = 0; i < n; i++)
    {
      kept[i].theme = (LpId) { 0 };
      n_new += !lp_theme_suggestion_find (store, meeting, kept[i].name, &kept[i].theme) && find_before (kept, i) == NULL;
    }
  return n_new;
}

static gboolean
make_themes (LpChangeSet *changes, LpStore *store, const LpId *meeting, LpKept *kept, guint n, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree LpId *ids = g_new0 (LpId, n);
  g_autofree guint *places = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      if (lp_id_is_set (&kept[i].theme) || find_before (kept, i) != NULL)
        continue;
      places[names->len] = i;
      g_ptr_array_add (names, (gpointer) kept[i].name);
    }
  if (!lp_themes_create (changes, lp_store_get_reader (store), meeting, (const char *const *) names->pdata, names->len, ids,
                         error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    kept[places[i]].theme = ids[i];
  return TRUE;
}

/* All that goes into one theme goes there at once, so that each note gets a place of its own. */
static gboolean
move_notes (LpChangeSet *changes, LpStore *store, const LpId *meeting, LpKept *kept, guint n, guint *n_notes, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LpNoteIds) notes = lp_note_ids_new ();
      const LpKept *before = find_before (kept, i);

      if (before != NULL)
        {
          kept[i].theme = before->theme;
          continue;
        }
      for (guint j = i; j < n; j++)
        {
          if (j == i || find_before (kept, j) == &kept[i])
            g_array_append_vals (notes, kept[j].notes->data, kept[j].notes->len);
        }
      *n_notes += notes->len;
      if (!lp_notes_move (changes, lp_store_get_reader (store), meeting, (const LpId *) notes->data, notes->len,
                          &kept[i].theme, error))
        return FALSE;
    }
  return TRUE;
}

static char *
title_of (const LpKept *kept, guint n, guint n_made)
{
  if (n > 1)
    /* Translators: a name of an action to undo */
    return g_strdup_printf (ngettext ("%u suggested theme", "%u suggested themes", n), n);
  if (n_made == 0)
    return g_strdup_printf (ngettext ("Move %'u note", "Move %'u notes", kept->notes->len), kept->notes->len);
  return g_strdup_printf (_("New theme “%s”"), kept->name);
}

static char *
describe (const LpKept *kept, guint n, guint n_made, guint n_notes)
{
  if (n > 1)
    /* Translators: %1$u themes were made of %2$u notes */
    return g_strdup_printf (ngettext ("%u theme from %u notes", "%u themes from %u notes", n), n, n_notes);
  if (n_made == 0)
    return g_strdup_printf (ngettext ("%'u note moved to “%s”", "%'u notes moved to “%s”", n_notes), n_notes, kept->name);
  return g_strdup_printf (ngettext ("New theme “%s” from %u note", "New theme “%s” from %u notes", n_notes), kept->name,
                          n_notes);
}

/** lp_theme_suggestion_keep: FALSE where it could not be done, which has been said. */
gboolean
lp_theme_suggestion_keep (GtkWidget *from, LpStore *store, const LpId *meeting, LpKept *kept, guint n)
{
  guint n_made = find_themes (store, meeting, kept, n);
  g_autofree char *title = title_of (kept, n, n_made);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notes = 0;

  if (!make_themes (changes, store, meeting, kept, n, &error) ||
      !move_notes (changes, store, meeting, kept, n, &n_notes, &error))
    {
      lp_feedback_error (from, _("The theme was not made"), error);
      return FALSE;
    }
  done = describe (kept, n, n_made, n_notes);
  lp_theme_edits_commit (from, store, changes, _("The theme was not made"), done);
  return TRUE;
}

/* A theme's name is shown to all: nothing in it tells who somebody is. Transfer full. */
static char *
mask (LpRecord *note, const LpNames *names)
{
  char *text = g_strdup (lp_record_text (note, LP_NOTE_TEXT));
  g_autoptr (GArray) findings = lp_privacy_scan (text, -1, names);

  for (guint i = findings->len; i > 0; i--)
    {
      g_autofree char *before = text;

      text = lp_privacy_mask (before, &g_array_index (findings, LpFinding, i - 1));
    }
  return text;
}

/* The first words of a note, to the end of one. Transfer full. */
static char *
make_name (LpRecord *note, const LpNames *names)
{
  g_autofree char *text = g_strstrip (g_strdelimit (mask (note, names), "\r\n\t", ' '));
  char *end = NULL;

  if (g_utf8_strlen (text, -1) <= NAME_CHARS)
    return g_steal_pointer (&text);
  *g_utf8_offset_to_pointer (text, NAME_CHARS) = '\0';
  end = strrchr (text, ' ');
  if (end != NULL)
    *end = '\0';
  return g_steal_pointer (&text);
}

/** lp_theme_suggestion_join: FALSE where it could not be done, which has been said. */
gboolean
lp_theme_suggestion_join (GtkWidget *from, LpStore *store, const LpId *meeting, const LpFoundPair *pair)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Join notes"));
  g_autofree char *first = lp_record_note_code (pair->first);
  g_autofree char *other = lp_record_note_code (pair->other);
  /* Translators: codes of notes: the first belongs to the second now */
  g_autofree char *done = g_strdup_printf (_("%s joined to %s"), other, first);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpNames) names = lp_note_privacy_load_names (lp_store_get_reader (store), meeting, &error);
  g_autofree char *name = names != NULL ? make_name (pair->first, names) : NULL;

  if (names == NULL || !lp_note_join (changes, lp_store_get_reader (store), meeting, lp_record_get_id (pair->first),
                     lp_record_get_id (pair->other), name, &error))
    {
      lp_feedback_error (from, _("The notes were not joined"), error);
      return FALSE;
    }
  if (!lp_change_set_is_empty (changes))
    lp_theme_edits_commit (from, store, changes, _("The notes were not joined"), done);
  return TRUE;
}
