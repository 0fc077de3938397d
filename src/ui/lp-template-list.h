/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-template.h"

G_BEGIN_DECLS

#define LP_TYPE_TEMPLATE_LIST (lp_template_list_get_type ())

/**
 * LpTemplateList: what a new meeting can start from: the templates that are shipped, and one's own, which can be
 * renamed, exported, deleted and imported here.
 *
 * Signal: "chosen" (LpTemplate, as a pointer).
 */
G_DECLARE_FINAL_TYPE (LpTemplateList, lp_template_list, LP, TEMPLATE_LIST, AdwBin)

/* folder: of one's own templates, see lp_templates_folder () */
void       lp_template_list_set_folder (LpTemplateList *self, const char *folder);
/* The first of them: for the focus. */
GtkWidget *lp_template_list_get_first  (LpTemplateList *self);

G_END_DECLS
