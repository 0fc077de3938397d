/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-paper.h"

G_BEGIN_DECLS

/* Written under a passing name and renamed when whole: on error a former file is as it was. */
gboolean lp_pdf_write (LpPaper *paper, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
