/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/* LP_WORD_GROUP: words that belong together to a panel, written with commas between them. */

GPtrArray *lp_word_groups_load            (LpReader *reader, const LpId *panel, GError **error);
char     **lp_word_groups_load_of_meeting (LpReader *reader, const LpId *meeting, GError **error);

G_END_DECLS
