/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-record.h"
#include "lp-roster-names.h"

G_BEGIN_DECLS

/* How it looks in a label where a text tells who somebody is: a double amber line, unlike the one under what is misspelt. */

PangoAttrList *lp_person_marks_new      (GArray *findings, guint offset);
void           lp_person_marks_show     (GtkLabel *label, LpRecord *note, LpRosterNames *names);
char          *lp_person_marks_describe (LpRecord *note, LpRosterNames *names);

G_END_DECLS
