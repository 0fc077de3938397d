/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-paper.h"
#include "lp-reader.h"

G_BEGIN_DECLS

/* What is printed of a roster; NULL and an error when it cannot be read. */

/* Name badges to be cut out, ten on a sheet, in the order of names. */
LpPaper *lp_badges_paper_new (LpReader *reader, const LpId *meeting, GError **error);
/* For each table a sheet in large print, to lie on it; those without a table are on the last. */
LpPaper *lp_tables_paper_new (LpReader *reader, const LpId *meeting, GError **error);

G_END_DECLS
