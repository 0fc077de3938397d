/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-lexicon.h"

#include "lp-word-groups.h"

static GMutex mutex;
static char **groups; /* those of the last lexicon; under the mutex, as that is */
static LpLexicon *last;

static LpLexicon *
make_lexicon (const char *const *words)
{
  LpLexicon *lexicon = lp_lexicon_new ();

  for (guint i = 0; words[i] != NULL; i++)
    lp_lexicon_add_group (lexicon, words[i]);
  return lexicon;
}

LpLexicon *
lp_panel_lexicon_get (LpReader *reader, const LpId *meeting, GError **error)
{
  g_auto (GStrv) words = lp_word_groups_load_of_meeting (reader, meeting, error);
  g_autoptr (GMutexLocker) locker = NULL;

  if (words == NULL)
    return NULL;
  locker = g_mutex_locker_new (&mutex);
  if (last == NULL || !g_strv_equal ((const char *const *) words, (const char *const *) groups))
    {
      g_clear_pointer (&last, lp_lexicon_unref);
      g_strfreev (groups);
      last = make_lexicon ((const char *const *) words);
      groups = g_steal_pointer (&words);
    }
  return lp_lexicon_ref (last);
}

gboolean
lp_panel_lexicon_is_changed (GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      if (g_array_index (changes, LpChange, i).entity == LP_WORD_GROUP)
        return TRUE;
    }
  return FALSE;
}
