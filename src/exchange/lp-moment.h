/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points in time as files write them: "10:18", "2026-11-24 10:18:05", "2026-11-24T09:18:05Z", 1795511880 and
 * 1795511880000. */
gboolean  lp_moment_parse (const char *text, const char *date, gint64 *milliseconds);
char     *lp_moment_print (gint64 milliseconds, GTimeZone *zone);

G_END_DECLS
