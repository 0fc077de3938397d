/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-actions.h"

#include "lp-rank.h"

#include <glib/gi18n-lib.h>

#define LAST_THEME "SELECT max (rank) FROM theme WHERE space = ?1 AND deleted = 0"

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
 * lp_theme_create: a new theme after the others. Returns its id; FALSE and an error when it has no name or
 * the themes cannot be read.
 */
gboolean
lp_theme_create (LpChangeSet *changes,
                 LpReader *reader,
                 const LpId *meeting,
                 const char *name,
                 LpId *theme,
                 GError **error)
{
  g_autofree char *trimmed = trim_name (name, error);
  g_autofree char *rank = NULL;
  g_autoptr (LpQuery) query = lp_reader_query (reader, LAST_THEME);

  if (trimmed == NULL)
    return FALSE;
  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return FALSE;
  rank = lp_rank_between (lp_query_is_none (query, 0) ? NULL : lp_query_text (query, 0), NULL);

  *theme = lp_id_new ();

  LpEdit *edit = lp_change_set_put (changes, LP_THEME, meeting, theme);

  lp_edit_text (edit, LP_THEME_RANK, rank);
  lp_edit_text (edit, LP_THEME_NAME, trimmed);
  return TRUE;
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

/**
 * lp_theme_delete: deletes the theme alone. A note whose theme is deleted counts as loose, so that bringing
 * the theme back brings back what was in it.
 */
gboolean
lp_theme_delete (LpChangeSet *changes,
                 LpReader *reader,
                 const LpId *meeting,
                 const LpId *theme,
                 GError **error)
{
  g_autoptr (LpRecord) record = load_theme (reader, theme, error);

  if (record == NULL)
    return FALSE;
  lp_change_set_delete (changes, LP_THEME, meeting, theme);
  return TRUE;
}
