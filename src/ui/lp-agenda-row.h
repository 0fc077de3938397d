/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-record.h"

G_BEGIN_DECLS

#define LP_TYPE_AGENDA_ROW (lp_agenda_row_get_type ())

/** LpAgendaRow: an item of the agenda in the list: when it begins, what it is, how long it takes. */
G_DECLARE_FINAL_TYPE (LpAgendaRow, lp_agenda_row, LP, AGENDA_ROW, GtkListBoxRow)

GtkWidget  *lp_agenda_row_new        (void);
void        lp_agenda_row_set_item   (LpAgendaRow *self, LpRecord *item, int begins);
LpRecord   *lp_agenda_row_get_item   (LpAgendaRow *self);
int         lp_agenda_row_get_begins (LpAgendaRow *self);

G_END_DECLS
