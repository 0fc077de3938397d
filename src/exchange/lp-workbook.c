/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook.h"

#include "lp-cell.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio_ext.h>

#define A4 9
#define MARGIN 0.5         /* inches */
#define FOOTER_MARGIN 0.3
#define FOOTER_ROOM 180    /* characters of a title; Excel takes 255 of all */
#define HEADING_FILL 0xE8E8EC
#define RULE 0x9A9996
#define MARK_COLOR 0xA51D2D
#define BUFFER_SIZE (256 * 1024) /* of a sheet on its way to the disk */

struct _LpWorkbook {
  lxw_workbook *book;
  LpPartFile   *part;       /* not ours */
  char         *footer;
  char         *mark;       /* whom it is for: on every sheet and page; or NULL */
  lxw_format   *styles[LP_N_STYLES];
  guint         max_rows;
  GArray       *row_counts;  /* of guint: rows with something in them, sheet by sheet */
};

static lxw_format *
make_style (LpWorkbook *self,
            const char *number_format,
            gboolean    bold,
            double      size)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (number_format)
    format_set_num_format (format, number_format);
  if (bold)
    format_set_bold (format);
  if (size > 0)
    format_set_font_size (format, size);

  return format;
}

static lxw_format *
make_heading_style (LpWorkbook *self)
{
  lxw_format *format = make_style (self, NULL, TRUE, 0);

  format_set_text_wrap (format);
  format_set_bg_color (format, HEADING_FILL);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, RULE);

  return format;
}

/* No two may be alike: libxlsxwriter would compare them anew at every cell. */
static void
make_styles (LpWorkbook *self)
{
  static const LpStyle centered[] = { LP_STYLE_CENTER, LP_STYLE_NUMBER, LP_STYLE_CENTER_HEADING };
  static const LpStyle left[] = { LP_STYLE_COUNT, LP_STYLE_DATE, LP_STYLE_CLOCK, LP_STYLE_MOMENT };
  lxw_format **styles = self->styles;

  styles[LP_STYLE_TEXT] = make_style (self, NULL, FALSE, 0);
  styles[LP_STYLE_CENTER] = make_style (self, NULL, FALSE, 0);
  styles[LP_STYLE_NUMBER] = make_style (self, "0", FALSE, 0);
  styles[LP_STYLE_COUNT] = make_style (self, "0", FALSE, 0);
  styles[LP_STYLE_DATE] = make_style (self, "yyyy-mm-dd", FALSE, 0);
  styles[LP_STYLE_CLOCK] = make_style (self, "hh:mm", FALSE, 0);
  styles[LP_STYLE_MOMENT] = make_style (self, "yyyy-mm-dd hh:mm", FALSE, 0);
  styles[LP_STYLE_MARK] = make_style (self, NULL, TRUE, 0);
  styles[LP_STYLE_TITLE] = make_style (self, NULL, TRUE, 18);
  styles[LP_STYLE_SECTION] = make_style (self, NULL, TRUE, 13);
  styles[LP_STYLE_PART] = make_style (self, NULL, TRUE, 0);
  styles[LP_STYLE_HEADING] = make_heading_style (self);
  styles[LP_STYLE_CENTER_HEADING] = make_heading_style (self);

  format_set_text_wrap (styles[LP_STYLE_TEXT]);
  format_set_font_color (styles[LP_STYLE_MARK], MARK_COLOR);
  for (guint i = 0; i < G_N_ELEMENTS (centered); i++)
    format_set_align (styles[centered[i]], LXW_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    format_set_align (styles[left[i]], LXW_ALIGN_LEFT);
}

/* In a footer & begins a code. */
static char *
make_footer (const char *title)
{
  g_autofree char *shown = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), FOOTER_ROOM / 2));
  g_autoptr (GString) escaped = g_string_new (shown);
  g_autofree char *page = g_strdup_printf (_("Page %s of %s"), "&P", "&N");

  g_string_replace (escaped, "&", "&&", 0);
  g_string_replace (escaped, "\n", " ", 0);
  return g_strdup_printf ("&L%s&R%s", escaped->str, page);
}

/* Where sheets lie until they are packed: out of sight and of other people's reach. */
static char *
passing_folder (const char *path)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "landspanel", NULL);

  if (g_mkdir_with_parents (cache, 0700) == 0 && g_access (cache, W_OK | X_OK) == 0)
    return g_steal_pointer (&cache);

  return g_path_get_dirname (path);
}

/**
 * lp_workbook_new:
 * @part: the file to write; kept in use until the workbook is closed
 * @title: what it is about: stands below each page and in the file's properties
 * @mark: (nullable): whom it is for: stands in the first row of each sheet, above its headings, and on each page
 * @max_rows: how many rows a sheet takes before it is continued on another
 */
LpWorkbook *
lp_workbook_new (LpPartFile  *part,
                 const char  *title,
                 const char  *mark,
                 guint        max_rows,
                 GError     **error)
{
  g_autoptr (LpWorkbook) self = g_new0 (LpWorkbook, 1);
  const char *path = lp_part_file_get_path (part);
  g_autofree char *folder = passing_folder (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_doc_properties properties = { .title = title };

  self->part = part;
  self->footer = make_footer (title);
  self->mark = g_strdup (mark);
  self->max_rows = max_rows;
  self->row_counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->book = workbook_new_opt (path, &options);
  if (!self->book)
    {
      lp_part_file_set_error (part, ENOMEM, error);
      return NULL;
    }

  workbook_set_properties (self->book, &properties);
  make_styles (self);

  return g_steal_pointer (&self);
}

/* libxlsxwriter does not look whether its passing files took what it wrote. */
static gboolean
sheets_are_written (lxw_workbook *book)
{
  lxw_worksheet *sheet = NULL;

  STAILQ_FOREACH (sheet, book->worksheets, list_pointers)
    {
      if (fflush (sheet->optimize_tmpfile) != 0 || ferror (sheet->optimize_tmpfile))
        return FALSE;
    }

  return TRUE;
}

/* What workbook_close () would have closed. */
static void
abandon (lxw_workbook *book)
{
  lxw_worksheet *sheet = NULL;

  STAILQ_FOREACH (sheet, book->worksheets, list_pointers)
    fclose (sheet->optimize_tmpfile);
  lxw_workbook_free (book);
}

/** lp_workbook_close: packs the sheets into the file. */
gboolean
lp_workbook_close (LpWorkbook  *self,
                   GError     **error)
{
  lxw_error result = LXW_NO_ERROR;

  errno = 0;
  if (!sheets_are_written (self->book))
    {
      lp_part_file_set_error (self->part, errno ? errno : ENOSPC, error);
      return FALSE;
    }

  errno = 0;
  result = workbook_close (g_steal_pointer (&self->book));
  if (result != LXW_NO_ERROR)
    lp_part_file_set_error (self->part, errno ? errno : EIO, error);

  return result == LXW_NO_ERROR;
}

void
lp_workbook_free (LpWorkbook *self)
{
  g_clear_pointer (&self->book, abandon);
  g_clear_pointer (&self->row_counts, g_array_unref);
  g_free (self->footer);
  g_free (self->mark);
  g_free (self);
}

/** For charts. */
lxw_workbook *
lp_workbook_get_book (LpWorkbook *self)
{
  return self->book;
}

/** Where sheets begin below what stands on each: 0 is the first row. */
guint
lp_workbook_first_row (LpWorkbook *self)
{
  return self->mark ? 1 : 0;
}

/** How many rows of each sheet have something in them: of guint, transfer none. */
GArray *
lp_workbook_get_row_counts (LpWorkbook *self)
{
  return self->row_counts;
}

static void
put_text (LpSheet    *self,
          lxw_col_t   column,
          const char *text,
          lxw_format *format)
{
  g_autofree char *escaped = lp_cell_escape (text);

  worksheet_write_string (self->sheet, self->row, column, escaped ? escaped : text, format);
}

static gboolean
is_empty (const LpCell *cell)
{
  return !cell->is_number && (!cell->text || *cell->text == '\0');
}

/* Returns whether a cell took all of it. */
static gboolean
put_cell (LpSheet      *self,
          lxw_col_t     column,
          const LpCell *cell)
{
  lxw_format *format = cell->has_style ? self->book->styles[cell->style] : NULL;
  gsize fit = 0;

  if (is_empty (cell))
    return TRUE;
  if (cell->is_number)
    {
      worksheet_write_number (self->sheet, self->row, column, cell->number, format);
      return TRUE;
    }

  fit = lp_cell_fit (cell->text);
  if (cell->text[fit] == '\0')
    {
      put_text (self, column, cell->text, format);
      return TRUE;
    }

  g_autofree char *piece = g_strndup (cell->text, fit);

  put_text (self, column, piece, format);
  return FALSE;
}

static void
count_row (LpSheet *self)
{
  g_array_index (self->book->row_counts, guint, self->index)++;
  self->row++;
}

/* How many columns stand in front of those of the shape. */
static guint
offset_of (const LpSheet *self)
{
  return self->of ? 1 : 0;
}

static void
put_headings (LpSheet *self)
{
  if (self->of)
    put_cell (self, 0, &LP_CELL_STYLED (self->of, LP_STYLE_HEADING));
  for (guint i = 0; i < self->shape.n_columns; i++)
    {
      const LpSheetColumn *column = &self->shape.columns[i];
      gboolean centered = column->style == LP_STYLE_CENTER || column->style == LP_STYLE_NUMBER;
      LpStyle style = centered ? LP_STYLE_CENTER_HEADING : LP_STYLE_HEADING;

      put_cell (self, offset_of (self) + i, &LP_CELL_STYLED (column->heading, style));
    }
  count_row (self);
  worksheet_freeze_panes (self->sheet, self->row, 0);
  worksheet_repeat_rows (self->sheet, 0, self->row - 1);
}

static void
put_mark (LpSheet *self)
{
  g_autofree char *header = g_strconcat ("&C&B", self->book->mark, NULL);

  put_cell (self, 0, &LP_CELL_STYLED (self->book->mark, LP_STYLE_MARK));
  count_row (self);
  worksheet_set_header (self->sheet, header);
  worksheet_set_tab_color (self->sheet, MARK_COLOR);
}

static void
set_up_page (LpSheet *self)
{
  lxw_header_footer_options options = { .margin = FOOTER_MARGIN };

  worksheet_set_paper (self->sheet, A4);
  if (self->shape.landscape)
    worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_margins (self->sheet, MARGIN, MARGIN, self->book->mark ? MARGIN + FOOTER_MARGIN : MARGIN, MARGIN + FOOTER_MARGIN);
  worksheet_set_footer_opt (self->sheet, self->book->footer, &options);
}

static void
begin_part (LpSheet *self)
{
  g_autofree char *name = self->part == 1 ? g_strdup (self->shape.name)
                                          : g_strdup_printf ("%s (%u)", self->shape.name, self->part);
  guint none = 0;

  self->row = 0;
  self->sheet = workbook_add_worksheet (self->book->book, name);
  setvbuf (self->sheet->optimize_tmpfile, NULL, _IOFBF, BUFFER_SIZE);
  __fsetlocking (self->sheet->optimize_tmpfile, FSETLOCKING_BYCALLER); /* nobody else's; locks cost at each cell */
  self->index = self->book->row_counts->len;
  g_array_append_val (self->book->row_counts, none);

  set_up_page (self);
  if (self->of)
    worksheet_set_column (self->sheet, 0, 0, LP_SHEET_LABEL_WIDTH, self->book->styles[LP_STYLE_TEXT]);
  for (guint i = 0; i < self->shape.n_columns; i++)
    worksheet_set_column (self->sheet, offset_of (self) + i, offset_of (self) + i, self->shape.columns[i].width,
                          self->book->styles[self->shape.columns[i].style]);
  if (self->book->mark)
    put_mark (self);
  if (self->shape.columns[0].heading)
    put_headings (self);
}

/**
 * lp_sheet_begin: a new sheet behind the others. @shape is copied; its strings must last until lp_sheet_end
 * ().
 */
void
lp_sheet_begin (LpSheet            *self,
                LpWorkbook         *book,
                const LpSheetShape *shape)
{
  lp_sheet_begin_of (self, book, shape, NULL);
}

/** lp_sheet_begin_of: as lp_sheet_begin(), with a column in front, of that heading, in which each row says what it is of: its label. */
void
lp_sheet_begin_of (LpSheet            *self,
                   LpWorkbook         *book,
                   const LpSheetShape *shape,
                   const char         *of)
{
  *self = (LpSheet) { .book = book, .shape = *shape, .part = 1, .of = of };
  begin_part (self);
}

/** lp_sheet_skip: leaves a row empty. */
void
lp_sheet_skip (LpSheet *self)
{
  if (self->row < self->book->max_rows)
    self->row++;
}

/** lp_sheet_end: after the last row. */
void
lp_sheet_end (LpSheet *self)
{
  guint last_column = offset_of (self) + self->shape.n_columns - 1;
  guint first = lp_workbook_first_row (self->book);

  if (self->shape.filter)
    worksheet_autofilter (self->sheet, first, 0, MAX (self->row, first + 2) - 1, last_column);
  /* of a table; beside what stands freely there are charts */
  if (self->shape.columns[0].heading != NULL)
    worksheet_print_area (self->sheet, 0, 0, MAX (self->row, 1) - 1, last_column);
}

/* Returns whether one row took all of it. */
static gboolean
add_one (LpSheet      *self,
         const LpCell *cells,
         guint         n_cells)
{
  gboolean filled = FALSE;
  gboolean whole = TRUE;

  if (self->row == self->book->max_rows)
    {
      lp_sheet_end (self);
      self->part++;
      begin_part (self);
    }

  for (guint i = 0; i < n_cells; i++)
    {
      whole &= put_cell (self, offset_of (self) + i, &cells[i]);
      filled |= !is_empty (&cells[i]);
    }
  if (filled && self->of)
    put_cell (self, 0, &LP_CELL_TEXT (self->label));
  if (filled)
    count_row (self);
  else
    lp_sheet_skip (self);

  return whole;
}

/* What is left of the cells after what one row holds of them; FALSE when nothing is. */
static gboolean
take_rest (LpCell *cells,
           guint   n_cells)
{
  gboolean left = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *rest = cells[i].text ? cells[i].text + lp_cell_fit (cells[i].text) : "";

      cells[i].is_number = FALSE;
      cells[i].text = *rest ? rest : NULL;
      left |= *rest != '\0';
    }

  return left;
}

/**
 * lp_sheet_add:
 * @cells: the row, from the first column
 *
 * Texts longer than a cell takes are continued in further rows, whose first cell says so.
 *
 * Returns: whether any was
 */
gboolean
lp_sheet_add (LpSheet      *self,
              const LpCell *cells,
              guint         n_cells)
{
  LpCell rest[LP_SHEET_MAX_COLUMNS] = { 0 };
  g_autofree char *mark = NULL;

  if (add_one (self, cells, n_cells))
    return FALSE;

  mark = g_strdup_printf (_("%s (continued)"), cells[0].text ? cells[0].text : "");
  memcpy (rest, cells, n_cells * sizeof *cells);
  while (take_rest (rest, n_cells))
    {
      if (!rest[0].text)
        rest[0].text = mark;
      add_one (self, rest, n_cells);
      if (rest[0].text == mark)
        rest[0].text = NULL;
    }

  return TRUE;
}

