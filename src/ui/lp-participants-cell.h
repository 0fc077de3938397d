/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-person.h"

G_BEGIN_DECLS

/* What stands in the columns of the list of participants. */

typedef enum {
  LP_PARTICIPANTS_COLUMN_NAME,
  LP_PARTICIPANTS_COLUMN_ORIGIN,
  LP_PARTICIPANTS_COLUMN_VIEW,
  LP_PARTICIPANTS_COLUMN_TABLE,
  LP_PARTICIPANTS_COLUMN_PRESENT,
  LP_PARTICIPANTS_COLUMN_CONSENT,
  LP_PARTICIPANTS_N_COLUMNS,
} LpParticipantsColumn;

GtkWidget *lp_participants_cell_new        (GtkWidget *view, LpParticipantsColumn column);
void       lp_participants_cell_bind       (GtkWidget *cell, LpPerson *person);
LpPerson  *lp_participants_cell_get_person (GtkWidget *cell);

G_END_DECLS
