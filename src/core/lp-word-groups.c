/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-word-groups.h"

#define GROUPS "SELECT num FROM word_group WHERE space=?1 AND deleted=0 ORDER BY id"
#define WORDS \
  "SELECT words FROM word_group WHERE space=(SELECT panel FROM meeting WHERE id=?1) AND deleted=0 AND words<>'' ORDER BY id"

/** lp_word_groups_load: Returns: (transfer full) (element-type LpRecord): the first made first; %NULL on error */
GPtrArray *
lp_word_groups_load (LpReader *reader, const LpId *panel, GError **error)
{
  return lp_reader_load_all (reader, LP_WORD_GROUP, GROUPS, panel, error);
}

/** lp_word_groups_load_of_meeting: Returns: (transfer full): the words of each group of the meeting's panel; %NULL on error */
char **
lp_word_groups_load_of_meeting (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, WORDS);
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &failure))
    g_strv_builder_add (groups, lp_query_text (query, 0));
  if (failure == NULL)
    return g_strv_builder_end (groups);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
