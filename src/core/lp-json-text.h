/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON that is written as it goes along: a tree of nodes takes as long as all else together. */

void lp_json_append_text (GString *json, const char *text);

G_END_DECLS
