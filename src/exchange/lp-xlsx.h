/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LpXlsxRow: a row of a sheet; cells hold what they show, "" for nothing, with texts as they were before they were escaped. */
typedef struct {
  guint      number;  /* 1 is the first */
  GPtrArray *cells;   /* of char * */
} LpXlsxRow;

/** LpXlsx: a workbook as Excel and LibreOffice save it, to be read sheet by sheet. */
typedef struct _LpXlsx LpXlsx;

LpXlsx     *lp_xlsx_open         (const char *path, GError **error);
guint       lp_xlsx_get_n_sheets (LpXlsx *self);
const char *lp_xlsx_get_name     (LpXlsx *self, guint sheet);
GPtrArray  *lp_xlsx_read_sheet   (LpXlsx *self, guint sheet, GError **error);
void        lp_xlsx_free         (LpXlsx *self);
LpXlsxRow  *lp_xlsx_row_new      (guint number);
void        lp_xlsx_row_free     (LpXlsxRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpXlsx, lp_xlsx_free)

G_END_DECLS
