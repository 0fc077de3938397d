/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_SHORTCUT_ROW (lp_shortcut_row_get_type ())

/**
 * LpShortcutRow: what a key does, and the key.
 *
 * Property: "keys" (string): accelerators with a space between; what is none, such as “…”, is shown as it is.
 */
G_DECLARE_FINAL_TYPE (LpShortcutRow, lp_shortcut_row, LP, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
