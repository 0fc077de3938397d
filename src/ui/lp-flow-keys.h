/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A flow box has a cursor of its own beside the focus, and keeps it when the child on which it stands is removed: the next arrow crashes
 * (GTK 4.18). With this its keys go by the focus alone. For boxes in which nothing is selected.
 */
void lp_flow_keys_attach (GtkFlowBox *box);

G_END_DECLS
