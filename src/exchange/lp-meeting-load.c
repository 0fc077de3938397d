/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-meeting-load.h"

#include "lp-store.h"

#include <glib/gi18n-lib.h>

/**
 * lp_meeting_load: the meeting (transfer full), or %NULL and an error, also when it is not there or was
 * deleted.
 */
LpRecord *
lp_meeting_load (LpReader    *reader,
                 const LpId  *meeting,
                 GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, &failure);

  if (!failure && (!record || lp_record_int (record, LP_DELETED)))
    g_set_error_literal (&failure, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                         _("The meeting is not there any more."));
  if (!failure)
    return g_steal_pointer (&record);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}
