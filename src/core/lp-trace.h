/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/* What kind of file was exported: its variant. */
#define LP_TRACE_WORKBOOK    "workbook"
#define LP_TRACE_NOTES       "notes"
#define LP_TRACE_SUMMARY     "summary"
#define LP_TRACE_HANDOUT     "handout"
#define LP_TRACE_THEMES      "themes"
#define LP_TRACE_MEETING     "meeting" /* everything, names too */
#define LP_TRACE_RECOMMENDATIONS "recommendations"
#define LP_TRACE_STORY_COUNT "story-count" /* has no word of a note */

/*
 * LP_EXPORT: a trace is left of each file that was exported, so that somebody who withdraws what they said can be told where it
 * went. The name without its folder: where on a disk it was says nothing later, and may tell the user's name.
 */

LpChangeSet *lp_trace_new         (const LpId *meeting, const char *path, const char *variant);
GPtrArray   *lp_trace_load_since  (LpReader *reader, const LpId *meeting, gint64 time, GError **error);
char        *lp_trace_describe    (LpRecord *trace);

G_END_DECLS
