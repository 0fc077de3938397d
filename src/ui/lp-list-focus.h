/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lp_list_focus_keep (GtkListView *view, GListModel *model);

G_END_DECLS
