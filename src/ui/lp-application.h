/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_APPLICATION (lp_application_get_type ())

/**
 * LpApplication: one instance, one store, one main window. Ends when what was typed is on the disk.
 */
G_DECLARE_FINAL_TYPE (LpApplication, lp_application, LP, APPLICATION, AdwApplication)

GApplication *lp_application_new (void);

G_END_DECLS
