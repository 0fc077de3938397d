/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

#include "lp-part-file.h"

G_BEGIN_DECLS

/**
 * LpWorkbook: a spreadsheet file being written, row by row and sheet by sheet, without holding it in memory.
 * Knows nothing of meetings. Numbers are written with the decimal point of the thread's locale: see
 * lp_workbook_write() for how that is kept right.
 */
typedef struct _LpWorkbook LpWorkbook;

typedef enum {
  LP_STYLE_TEXT,     /* wrapped, at the top of its cell */
  LP_STYLE_CENTER,   /* short words and codes */
  LP_STYLE_NUMBER,
  LP_STYLE_COUNT,    /* a number beside its label */
  LP_STYLE_DATE,
  LP_STYLE_CLOCK,
  LP_STYLE_MOMENT,   /* date and clock */
  LP_STYLE_MARK,     /* whom the file is for, on every sheet */
  LP_STYLE_TITLE,
  LP_STYLE_SECTION,
  LP_STYLE_PART,     /* within a section */
  LP_STYLE_HEADING,  /* of a column */
  LP_STYLE_CENTER_HEADING,
  LP_N_STYLES,
} LpStyle;

/** LpCell: one cell of a row: a text, or a number, or (zeroed) nothing. */
typedef struct {
  const char *text;
  double      number;
  gboolean    is_number;
  gboolean    has_style;  /* else its column's */
  LpStyle     style;
} LpCell;

#define LP_CELL_TEXT(text_) ((LpCell) { .text = (text_) })
#define LP_CELL_NUMBER(number_) ((LpCell) { .number = (number_), .is_number = TRUE })
#define LP_CELL_STYLED(text_, style_) ((LpCell) { .text = (text_), .has_style = TRUE, .style = (style_) })
#define LP_CELL_STYLED_NUMBER(number_, style_) \
  ((LpCell) { .number = (number_), .is_number = TRUE, .has_style = TRUE, .style = (style_) })

#define LP_SHEET_MAX_COLUMNS 20
#define LP_SHEET_LABEL_WIDTH 30

typedef struct {
  const char *heading;   /* NULL in a sheet that is no table */
  double      width;     /* in characters */
  LpStyle     style;
} LpSheetColumn;

/**
 * LpSheetShape: what a sheet is like. With headings it is a table: they stay in sight, can be filtered by,
 * and stand on each page.
 */
typedef struct {
  const char    *name;
  gboolean       landscape;
  gboolean       filter;
  guint          n_columns;
  LpSheetColumn  columns[LP_SHEET_MAX_COLUMNS];
} LpSheetShape;

/** LpSheet: where the next row goes. A full sheet is continued on another. Several may be open at once. */
typedef struct {
  LpWorkbook    *book;
  LpSheetShape   shape;   /* its strings are the caller's */
  lxw_worksheet *sheet;
  lxw_row_t      row;
  guint          part;
  guint          index;   /* in the workbook */
  const char    *of;      /* heading of a column in front of the others, or NULL */
  const char    *label;   /* what stands there from now on; the caller's */
} LpSheet;

LpWorkbook    *lp_workbook_new          (LpPartFile *part, const char *title, const char *mark, guint max_rows, GError **error);
gboolean       lp_workbook_close        (LpWorkbook *self, GError **error);
void           lp_workbook_free         (LpWorkbook *self);
lxw_workbook  *lp_workbook_get_book     (LpWorkbook *self);
GArray        *lp_workbook_get_row_counts (LpWorkbook *self);

guint          lp_workbook_first_row    (LpWorkbook *self);

void           lp_sheet_begin           (LpSheet *self, LpWorkbook *book, const LpSheetShape *shape);
void           lp_sheet_begin_of        (LpSheet *self, LpWorkbook *book, const LpSheetShape *shape, const char *of);
gboolean       lp_sheet_add             (LpSheet *self, const LpCell *cells, guint n_cells);
void           lp_sheet_skip            (LpSheet *self);
void           lp_sheet_end             (LpSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpWorkbook, lp_workbook_free)

G_END_DECLS
