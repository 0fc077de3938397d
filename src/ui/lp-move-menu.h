/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-board.h"

G_BEGIN_DECLS

void lp_move_menu_fill (GMenu *menu, LpBoard *board);

G_END_DECLS
