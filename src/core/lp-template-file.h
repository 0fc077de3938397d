/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-template.h"

G_BEGIN_DECLS

/* Templates as text: JSON, see data/templates.json and landspanelctl(1). */

/* name: of the file, for messages; language: which words when there are several, NULL for the user's. Transfer
 * full, of LpTemplate, at least one. LP_STORE_ERROR_INVALID says what is wrong, and where. */
GPtrArray *lp_template_parse     (GBytes *bytes, const char *name, const char *language, GError **error);
GPtrArray *lp_template_read_file (const char *path, GError **error);

/* Whole or not at all. */
gboolean   lp_template_write_file (LpTemplate *self, const char *path, GError **error);

G_END_DECLS
