/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-roster-key.h"

/** lp_roster_key_load: Returns: (transfer full) (nullable): the meeting's; %NULL without an error when it has none */
char *
lp_roster_key_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, error);

  if (record == NULL || !lp_record_has (record, LP_MEETING_ROSTER_KEY))
    return NULL;

  return g_strdup (lp_record_text (record, LP_MEETING_ROSTER_KEY));
}

/** lp_roster_key_new: Returns: (transfer full): one that nobody can guess */
char *
lp_roster_key_new (void)
{
  /* 74 bits of each are random */
  const LpId one = lp_id_new ();
  const LpId other = lp_id_new ();
  g_autofree char *begin = lp_id_to_string (&one);
  g_autofree char *end = lp_id_to_string (&other);

  return g_strconcat (begin, end, NULL);
}

/** lp_roster_key_put: to be called with the first participants that have ids derived with it. It stays when they are undone. */
void
lp_roster_key_put (LpChangeSet *changes, const LpId *meeting, const char *key)
{
  lp_edit_text (lp_change_set_put (changes, LP_MEETING, meeting, meeting), LP_MEETING_ROSTER_KEY, key);
}

/** lp_roster_key_forget: to be called when nobody is left: it goes out of the log and of the backups. */
void
lp_roster_key_forget (LpChangeSet *changes, const LpId *meeting)
{
  lp_change_set_scrub (changes, LP_MEETING, meeting, meeting, LP_MEETING_ROSTER_KEY);
}
