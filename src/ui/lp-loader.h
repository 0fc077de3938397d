/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-store.h"

G_BEGIN_DECLS

/** LpLoad: reads something about a meeting, on a thread of its own. */
typedef gpointer (*LpLoad) (LpReader *reader, const LpId *meeting, GError **error);

#define LP_TYPE_LOADER (lp_loader_get_type ())

/**
 * LpLoader: keeps what a view shows of a meeting up to date without making the view wait. Reads in a thread with a reader of
 * its own, one reading at a time, however many changes come meanwhile; while not active it only remembers that there were some.
 *
 * Signals: "loaded", "failed" (GError).
 */
G_DECLARE_FINAL_TYPE (LpLoader, lp_loader, LP, LOADER, GObject)

/* meeting: NULL for one that reads about all of them */
LpLoader *lp_loader_new        (LpStore *store, const LpId *meeting, LpLoad load, GDestroyNotify free_result);
/* of what it is given it reads more than one meeting: any change may be of it */
void      lp_loader_follow_all (LpLoader *self);
void      lp_loader_set_active (LpLoader *self, gboolean active);
void      lp_loader_follow     (LpLoader *self, GtkWidget *widget);
gpointer  lp_loader_get_result (LpLoader *self);
gboolean  lp_loader_is_stale   (LpLoader *self);

G_END_DECLS
