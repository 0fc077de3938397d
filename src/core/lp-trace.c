/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-trace.h"

#include <glib/gi18n-lib.h>

#define WITH_WORDS \
  "SELECT e.num FROM export e WHERE e.space=?1 AND e.deleted=0 AND e.variant<>'" LP_TRACE_STORY_COUNT "'" \
  " ORDER BY e.time, e.num"

/**
 * lp_trace_new: notes a file that was exported just now.
 * @path: of the file
 * @variant: one of the above
 *
 * Returns: (transfer full): no step of undo: the file is there
 */
LpChangeSet *
lp_trace_new (const LpId *meeting, const char *path, const char *variant)
{
  LpChangeSet *changes = lp_change_set_new (NULL);
  g_autofree char *name = g_filename_display_basename (path);
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_EXPORT, meeting, &id);

  lp_edit_int (edit, LP_EXPORT_TIME, g_get_real_time () / 1000);
  lp_edit_text (edit, LP_EXPORT_NAME, name);
  lp_edit_text (edit, LP_EXPORT_VARIANT, variant);

  return changes;
}

/**
 * lp_trace_load_since: the files with words of notes in them that were exported then or later.
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full) (element-type LpRecord): oldest first; %NULL on error
 */
GPtrArray *
lp_trace_load_since (LpReader *reader, const LpId *meeting, gint64 time, GError **error)
{
  GPtrArray *traces = lp_reader_load_all (reader, LP_EXPORT, WITH_WORDS, meeting, error);

  for (guint i = traces != NULL ? traces->len : 0; i-- > 0;)
    {
      if (lp_record_int (g_ptr_array_index (traces, i), LP_EXPORT_TIME) < time)
        g_ptr_array_remove_index (traces, i);
    }

  return traces;
}

/** lp_trace_describe: Returns: (transfer full): "Kick-off.xlsx · 2026-11-24 16:02" */
char *
lp_trace_describe (LpRecord *trace)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (lp_record_int (trace, LP_EXPORT_TIME) / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (local, "%Y-%m-%d %H:%M");

  return g_strdup_printf ("%s · %s", lp_record_text (trace, LP_EXPORT_NAME), when);
}
