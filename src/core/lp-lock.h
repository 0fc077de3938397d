/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LpLock: the right to write to a database: a lock on a file beside it, gone with the process however it ends. */
typedef struct _LpLock LpLock;

LpLock *lp_lock_take (const char *path, GError **error);
void    lp_lock_free (LpLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpLock, lp_lock_free)

G_END_DECLS
