/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/* Calls when all that was committed is on the disk, so that what is read then is what was typed: at once when
 * nothing is on its way. Not at all when the object is gone by then. */
void lp_when_saved (LpStore *store, GObject *object, GCallback call, gpointer data);

G_END_DECLS
