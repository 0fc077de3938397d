/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-vote-round.h"

G_BEGIN_DECLS

/* A row in which a number is typed. What stands there as typed counts at once, before the row itself takes it over. */

#define LP_VOTE_ROW_NONE -1

GtkWidget *lp_vote_row_new       (const char *title, gboolean may_be_none);
void       lp_vote_row_set_title (GtkWidget *row, const char *title);
void       lp_vote_row_set_unit  (GtkWidget *row, LpVoteMethod method);
gint64     lp_vote_row_get       (GtkWidget *row);
void       lp_vote_row_set       (GtkWidget *row, gint64 number);
GtkWidget *lp_vote_row_get_text  (GtkWidget *row);

G_END_DECLS
