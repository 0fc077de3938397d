/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-hints.h"

G_BEGIN_DECLS

#define LP_TYPE_HINT_LIST (lp_hint_list_get_type ())

/**
 * LpHintList: what may need the facilitator's eye, each with what can be done about it.
 *
 * Signals: "seen" (int, LpHintKind), "spread".
 */
G_DECLARE_FINAL_TYPE (LpHintList, lp_hint_list, LP, HINT_LIST, AdwBin)

void lp_hint_list_show_hints (LpHintList *self, GPtrArray *hints);
void lp_hint_list_set_narrow (LpHintList *self, gboolean narrow);

G_END_DECLS
