/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-store.h"

G_BEGIN_DECLS

/**
 * lp_recommendation_output: the recommendations on paper. from: where it was asked for; of: a meeting or a panel, see entity; how:
 * "print" or "pdf".
 */
void lp_recommendation_output (GtkWidget *from, LpStore *store, LpEntity entity, const LpId *of, const char *how);

G_END_DECLS
