/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Positions as strings that sort bytewise; between any two there is always room for another. */
char     *lp_rank_between  (const char *before, const char *after);
gboolean  lp_rank_is_valid (const char *rank);

G_END_DECLS
