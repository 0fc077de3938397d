/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-actions.h"

#include "lp-note-actions.h"
#include "lp-note-theme.h"
#include "lp-rank.h"

#include <glib/gi18n-lib.h>

#define LAST_THEME "SELECT max (rank) FROM theme WHERE space = ?1 AND deleted = 0"
#define ALL_THEMES "SELECT num FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"
#define NOTES_OF_THEME "SELECT note FROM placement WHERE theme = ?1 AND deleted = 0 ORDER BY rank, note"
/* Those that have their home in it and are in another theme besides. */
#define SHARED_OF_THEME \
  "SELECT note FROM placement WHERE theme = ?1 AND deleted = 0 AND also = 0 AND EXISTS (" \
  " SELECT 1 FROM placement p JOIN theme t ON t.id = p.theme AND t.deleted = 0" \
  " WHERE p.note = placement.note AND p.deleted = 0 AND p.also <> 0)"

/* Transfer full; NULL and an error when nothing is left of it. */
static char *
trim_name (const char *name, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  if (*trimmed != '\0')
    return g_steal_pointer (&trimmed);
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("A theme needs a name."));
  return NULL;
}

/* Transfer full; NULL and an error when it cannot be read or is not there. */
static LpRecord *
load_theme (LpReader *reader, const LpId *theme, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_THEME, theme, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (record != NULL && lp_record_int (record, LP_THEME_DELETED) == 0)
    return g_steal_pointer (&record);
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                       _("The theme is not there any more."));
  return NULL;
}

/**
 * lp_themes_create: new themes after the others, in the order of their names; their ids go into "themes". FALSE and an error when
 * one has no name or the themes cannot be read.
 */
gboolean
lp_themes_create (LpChangeSet *changes,
                  LpReader *reader,
                  const LpId *meeting,
                  const char *const *names,
                  guint n_names,
                  LpId *themes,
                  GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, LAST_THEME);
  g_autofree char *last = NULL;

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return FALSE;
  last = lp_query_is_none (query, 0) ? NULL : g_strdup (lp_query_text (query, 0));

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *name = trim_name (names[i], error);
      g_autofree char *rank = lp_rank_between (last, NULL);
      LpEdit *edit = NULL;

      if (name == NULL)
        return FALSE;
      themes[i] = lp_id_new ();
      edit = lp_change_set_put (changes, LP_THEME, meeting, &themes[i]);
      lp_edit_text (edit, LP_THEME_RANK, rank);
      lp_edit_text (edit, LP_THEME_NAME, name);
      g_set_str (&last, rank);
    }
  return TRUE;
}

/** lp_theme_create: see lp_themes_create(). */
gboolean
lp_theme_create (LpChangeSet *changes,
                 LpReader *reader,
                 const LpId *meeting,
                 const char *name,
                 LpId *theme,
                 GError **error)
{
  return lp_themes_create (changes, reader, meeting, &name, 1, theme, error);
}

/**
 * lp_theme_rename: nothing is added to the change set when that is its name already. FALSE and an error when
 * there is no name, or the theme cannot be read or is not there any more.
 */
gboolean
lp_theme_rename (LpChangeSet *changes,
                 LpReader *reader,
                 const LpId *meeting,
                 const LpId *theme,
                 const char *name,
                 GError **error)
{
  g_autofree char *trimmed = trim_name (name, error);
  g_autoptr (LpRecord) record = trimmed != NULL ? load_theme (reader, theme, error) : NULL;

  if (record == NULL)
    return FALSE;
  if (!g_str_equal (trimmed, lp_record_text (record, LP_THEME_NAME)))
    lp_edit_text (lp_change_set_put (changes, LP_THEME, meeting, theme), LP_THEME_NAME, trimmed);
  return TRUE;
}

/* The themes in their order; of LpId, transfer full. NULL on error. */
static GPtrArray *
load_all (LpReader *reader, const LpId *meeting, GError **error)
{
  return lp_reader_load_all (reader, LP_THEME, ALL_THEMES, meeting, error);
}

static gboolean
is_theme (LpRecord *record, const LpId *theme)
{
  return lp_id_equal (lp_record_get_id (record), theme);
}

static gboolean
is_part_of (LpRecord *record, const LpId *theme)
{
  const LpId *parent = lp_record_id (record, LP_THEME_PARENT);

  return parent != NULL && lp_id_equal (parent, theme);
}

static guint
find_theme (GPtrArray *themes, const LpId *theme)
{
  guint i = 0;

  while (i < themes->len && !is_theme (themes->pdata[i], theme))
    i++;

  return i;
}

/**
 * lp_theme_set: nothing is added to the change set when it says that already; an empty text is none. FALSE and an error when
 * the theme cannot be read or is not there any more.
 */
gboolean
lp_theme_set (LpChangeSet *changes,
              LpReader *reader,
              const LpId *meeting,
              const LpId *theme,
              guint field,
              const char *text,
              GError **error)
{
  g_autoptr (LpRecord) record = load_theme (reader, theme, error);
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (record == NULL)
    return FALSE;
  if (g_str_equal (trimmed, lp_record_text (record, field)))
    return TRUE;
  lp_edit_text (lp_change_set_put (changes, LP_THEME, meeting, theme), field, *trimmed != '\0' ? trimmed : NULL);
  return TRUE;
}

/* Puts themes, in their order, after the one at "after" (-1: before all); they are not among the others any more. */
static void
put_after (LpChangeSet *changes, const LpId *meeting, GPtrArray *others, int after, GPtrArray *moved)
{
  g_autofree char *rank = after < 0 ? NULL : g_strdup (lp_record_text (others->pdata[after], LP_THEME_RANK));
  const char *next = after + 1 < (int) others->len ? lp_record_text (others->pdata[after + 1], LP_THEME_RANK) : NULL;

  for (guint i = 0; i < moved->len; i++)
    {
      g_autofree char *mine = lp_rank_between (rank, next);

      lp_edit_text (lp_change_set_put (changes, LP_THEME, meeting, lp_record_get_id (moved->pdata[i])), LP_THEME_RANK,
                    mine);
      g_set_str (&rank, mine);
    }
}

/* A theme and its parts, in their order, and what is left without them. */
static void
part_block (GPtrArray *themes, const LpId *theme, GPtrArray *block, GPtrArray *others)
{
  for (guint i = 0; i < themes->len; i++)
    g_ptr_array_add (is_theme (themes->pdata[i], theme) || is_part_of (themes->pdata[i], theme) ? block : others,
                     themes->pdata[i]);
}

/* Where a block of its own may begin: not between a theme and its parts. */
static gboolean
may_begin_at (GPtrArray *others, guint at, gboolean is_part)
{
  return at >= others->len || is_part || lp_record_id (others->pdata[at], LP_THEME_PARENT) == NULL;
}

/**
 * lp_theme_shift: its parts come with it; a part stays among those of its theme. Nothing is added to the change set at the
 * ends. FALSE and an error when the themes cannot be read or it is not there any more.
 */
gboolean
lp_theme_shift (LpChangeSet *changes,
                LpReader *reader,
                const LpId *meeting,
                const LpId *theme,
                int by,
                GError **error)
{
  g_autoptr (LpRecord) record = load_theme (reader, theme, error);
  g_autoptr (GPtrArray) themes = record != NULL ? load_all (reader, meeting, error) : NULL;
  g_autoptr (GPtrArray) block = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const LpId *parent = NULL;
  int at = 0;

  if (themes == NULL)
    return FALSE;
  parent = lp_record_id (record, LP_THEME_PARENT);
  part_block (themes, theme, block, others);
  at = MIN (find_theme (themes, theme), others->len);
  for (int step = by > 0 ? 1 : -1; by != 0; by -= step)
    {
      int next = at + step;

      while (next > 0 && next < (int) others->len && !may_begin_at (others, next, parent != NULL))
        next += step;
      if (next < 0 || next > (int) others->len ||
          (parent != NULL && !is_part_of (others->pdata[step > 0 ? at : next], parent)))
        break;
      at = next;
    }
  if (at != (int) MIN (find_theme (themes, theme), others->len))
    put_after (changes, meeting, others, at - 1, block);
  return TRUE;
}

/* NULL: it may be. */
static const char *
why_not_part (GPtrArray *themes, const LpId *theme, const LpId *parent)
{
  if (lp_id_equal (theme, parent))
    return _("A theme cannot be a part of itself.");
  if (lp_record_id (themes->pdata[find_theme (themes, parent)], LP_THEME_PARENT) != NULL)
    return _("A part of a theme has no parts of its own.");
  for (guint i = 0; i < themes->len; i++)
    {
      if (is_part_of (themes->pdata[i], theme))
        return _("The theme has parts, so it cannot be a part itself.");
    }

  return NULL;
}

/* Behind the theme and the parts that it has. */
static int
find_end_of_block (GPtrArray *themes, const LpId *theme)
{
  int end = find_theme (themes, theme);

  while (end + 1 < (int) themes->len && is_part_of (themes->pdata[end + 1], theme))
    end++;

  return end;
}

/**
 * lp_theme_set_parent: the theme then stands behind the other and its parts. Themes have parts, and parts have none. FALSE and
 * an error when that would be, or the themes cannot be read or are not there any more.
 */
gboolean
lp_theme_set_parent (LpChangeSet *changes,
                     LpReader *reader,
                     const LpId *meeting,
                     const LpId *theme,
                     const LpId *parent,
                     GError **error)
{
  g_autoptr (LpRecord) record = load_theme (reader, theme, error);
  g_autoptr (GPtrArray) themes = record != NULL ? load_all (reader, meeting, error) : NULL;
  g_autoptr (GPtrArray) block = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const LpId *before = NULL;
  gboolean has_parent = parent != NULL && lp_id_is_set (parent);
  const char *problem = NULL;

  if (themes == NULL)
    return FALSE;
  before = lp_record_id (record, LP_THEME_PARENT);
  if (before != NULL ? has_parent && lp_id_equal (before, parent) : !has_parent)
    return TRUE;
  if (has_parent && find_theme (themes, parent) == themes->len)
    problem = _("The theme is not there any more.");
  else if (has_parent)
    problem = why_not_part (themes, theme, parent);
  if (problem != NULL)
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, problem);
      return FALSE;
    }
  part_block (themes, theme, block, others);
  put_after (changes, meeting, others, find_end_of_block (others, has_parent ? parent : before), block);
  if (has_parent)
    lp_edit_id (lp_change_set_put (changes, LP_THEME, meeting, theme), LP_THEME_PARENT, parent);
  else
    lp_edit_none (lp_change_set_put (changes, LP_THEME, meeting, theme), LP_THEME_PARENT);
  return TRUE;
}

/* Of LpId: its notes, in their order. */
static GArray *
load_notes (LpReader *reader, const LpId *theme, const char *sql, GError **error)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LpId));
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;
  LpId note = { 0 };

  lp_query_bind_id (query, 1, theme);
  while (lp_query_next (query, &problem))
    {
      if (lp_query_id (query, 0, &note))
        g_array_append_val (notes, note);
    }
  if (problem == NULL)
    return g_steal_pointer (&notes);
  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

/* Its parts become parts of the other, or, where that is a part itself or there is none, themes of their own. */
static void
free_parts (LpChangeSet *changes, const LpId *meeting, GPtrArray *themes, const LpId *theme, LpRecord *into)
{
  gboolean adopts = into != NULL && lp_record_id (into, LP_THEME_PARENT) == NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < themes->len; i++)
    g_ptr_array_add (is_part_of (themes->pdata[i], theme) ? parts : others, themes->pdata[i]);
  for (guint i = 0; i < parts->len; i++)
    {
      LpEdit *edit = lp_change_set_put (changes, LP_THEME, meeting, lp_record_get_id (parts->pdata[i]));

      if (adopts)
        lp_edit_id (edit, LP_THEME_PARENT, lp_record_get_id (into));
      else
        lp_edit_none (edit, LP_THEME_PARENT);
    }
  if (adopts && parts->len > 0)
    put_after (changes, meeting, others, find_end_of_block (others, lp_record_get_id (into)), parts);
}

/** lp_theme_merge: FALSE and an error when the themes cannot be read, are one, or are not there any more. */
gboolean
lp_theme_merge (LpChangeSet *changes,
                LpReader *reader,
                const LpId *meeting,
                const LpId *theme,
                const LpId *into,
                GError **error)
{
  g_autoptr (LpRecord) record = load_theme (reader, theme, error);
  g_autoptr (LpRecord) other = record != NULL ? load_theme (reader, into, error) : NULL;
  g_autoptr (GPtrArray) themes = other != NULL ? load_all (reader, meeting, error) : NULL;
  g_autoptr (GArray) notes = themes != NULL ? load_notes (reader, theme, NOTES_OF_THEME, error) : NULL;

  if (notes == NULL)
    return FALSE;
  if (lp_id_equal (theme, into))
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("That is the same theme."));
      return FALSE;
    }
  if (!lp_notes_pass (changes, reader, meeting, (const LpId *) notes->data, notes->len, theme, into, error))
    return FALSE;
  free_parts (changes, meeting, themes, theme, other);
  /* what was a part of it is no part of what is gone */
  if (is_part_of (other, theme))
    lp_edit_none (lp_change_set_put (changes, LP_THEME, meeting, into), LP_THEME_PARENT);
  lp_change_set_delete (changes, LP_THEME, meeting, theme);
  return TRUE;
}

/**
 * lp_theme_delete: deletes the theme. A note whose theme is deleted counts as loose, so that bringing the theme back
 * brings back what was in it; one that is in another theme as well has its home there then.
 */
gboolean
lp_theme_delete (LpChangeSet *changes,
                 LpReader *reader,
                 const LpId *meeting,
                 const LpId *theme,
                 GError **error)
{
  g_autoptr (LpRecord) record = load_theme (reader, theme, error);
  g_autoptr (GPtrArray) themes = record != NULL ? load_all (reader, meeting, error) : NULL;
  g_autoptr (GArray) shared = themes != NULL ? load_notes (reader, theme, SHARED_OF_THEME, error) : NULL;

  if (shared == NULL)
    return FALSE;
  if (!lp_notes_remove (changes, reader, meeting, (const LpId *) shared->data, shared->len, theme, error))
    return FALSE;
  free_parts (changes, meeting, themes, theme, NULL);
  lp_change_set_delete (changes, LP_THEME, meeting, theme);
  return TRUE;
}
