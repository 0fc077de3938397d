/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-template.h"

G_BEGIN_DECLS

/* What is asked when something is done with a template. "from" is the widget where it was asked for. */

typedef void (*LpTemplateNamed) (GtkWidget *from, LpTemplate *template_, const char *name);

/* Asks for a name, and tells it to "named"; not called when the user thinks better of it. */
void lp_template_dialogs_ask_name (GtkWidget *from, LpTemplate *template_, const char *heading,
                                   const char *accept, LpTemplateNamed named);
/* Asks for a file and writes the template to it. */
void lp_template_dialogs_export   (GtkWidget *from, LpTemplate *template_);

G_END_DECLS
