/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lp_neighbours_share (float *likeness, guint n, float share);

G_END_DECLS
