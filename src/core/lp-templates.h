/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-template.h"

G_BEGIN_DECLS

/* The user's own templates: one file each in the folder "templates" beside the database. */

char       *lp_templates_folder (const char *database);

/* Transfer full, of LpTemplate, by title. problems: (nullable): transfer full, of char *: why files were passed
 * over. */
GPtrArray  *lp_templates_load   (const char *folder, GPtrArray **problems);

/* Shipped or own, by its id, or a file with one template in it, by its path. */
LpTemplate *lp_templates_find   (const char *folder, const char *id_or_path, GError **error);

/* Under a new id that follows from the title; what is returned has it. Transfer full. */
LpTemplate *lp_templates_add    (const char *folder, LpTemplate *template_, const char *title, GError **error);
/* All that is in the file, or nothing. Transfer full, of LpTemplate. */
GPtrArray  *lp_templates_import (const char *folder, const char *path, GError **error);
/* It keeps its id. */
gboolean    lp_templates_rename (LpTemplate *template_, const char *title, GError **error);
gboolean    lp_templates_remove (LpTemplate *template_, GError **error);
/* Writes it again where it was. */
gboolean    lp_templates_restore (LpTemplate *template_, GError **error);

G_END_DECLS
