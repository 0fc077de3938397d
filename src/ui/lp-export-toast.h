/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lp_export_toast (GtkWidget *from, const char *const *paths, guint n_notes);

G_END_DECLS
