/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-list.h"

G_BEGIN_DECLS

void lp_note_reveal (GtkListView *view, LpList *notes, GListModel *pending, const LpId *note,
                     GtkListScrollFlags flags);

G_END_DECLS
