/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char  *lp_charset_decode       (GBytes *bytes, const char *name, gsize *length, GError **error);
guint  lp_charset_count_breaks (const char *text, gsize length);

G_END_DECLS
