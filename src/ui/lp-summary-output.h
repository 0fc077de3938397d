/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-document.h"
#include "lp-store.h"

G_BEGIN_DECLS

/* Asks for a printer for LP_DOCUMENT_SUMMARY or LP_DOCUMENT_HANDOUT: what may leave the house. "from" is the widget where it was
 * asked for. */
void lp_summary_output (GtkWidget *from, LpStore *store, const LpId *meeting, LpDocument document);

G_END_DECLS
