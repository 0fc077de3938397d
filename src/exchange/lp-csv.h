/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LpCsv: a table of text as spreadsheets and other programs write it: a heading and rows, UTF-8 throughout
 * whatever the file was in. Rows in which every field is empty are not in it.
 */
typedef struct _LpCsv LpCsv;

LpCsv      *lp_csv_read          (const char *path, GError **error);
LpCsv      *lp_csv_parse         (GBytes *bytes, const char *name, GError **error);
void        lp_csv_free          (LpCsv *self);

void        lp_csv_set_has_heading (LpCsv *self, gboolean has_heading);
guint       lp_csv_get_n_columns (LpCsv *self);
const char *lp_csv_get_heading   (LpCsv *self, guint column);
guint       lp_csv_get_n_rows    (LpCsv *self);
guint       lp_csv_get_line      (LpCsv *self, guint row);
guint       lp_csv_get_n_fields  (LpCsv *self, guint row);
const char *lp_csv_get_field     (LpCsv *self, guint row, guint column);

/* Before a text that a spreadsheet would take for a formula. */
#define LP_CSV_GUARD "'"

gboolean    lp_csv_needs_guard   (const char *text);
void        lp_csv_set_guarded   (LpCsv *self, gboolean guarded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpCsv, lp_csv_free)

G_END_DECLS
