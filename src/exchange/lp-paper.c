/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-paper.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MARGIN 54.0
#define TIGHT_MARGIN 40.0
#define HEAD 28.0       /* from the edge of the sheet to the mark's baseline */
#define FOOT 26.0       /* from the edge of the sheet to the footer's baseline */
#define ROW_PADDING 4.5 /* above and below */
#define TIGHT_ROW_PADDING 2.0
#define COLUMN_GAP 10.0
#define RULE 0.5
#define GREY 0.33
#define PALE 0.7

#define BAR_HEIGHT 15.0
#define BAR_GAP 3.0
#define BAR_LABEL 0.42   /* of the width */
#define BAR_TOTAL 30.0
#define BAR_NUMBER 17.0  /* a part of a bar that has room for its number */
#define LEGEND_SQUARE 14.0

/* A heading goes to the next sheet when less than this would follow it: three lines. */
#define KEEP 44.0

/* What does not fit its box gets smaller down to this, then it is cut. */
#define SMALLEST 9.0
#define STEP 0.5

typedef struct {
  const char *font;
  double      grey;
  double      above; /* when something stands above it */
  const char *tag;   /* what it is in the structure of a PDF file */
} Style;

#define FAMILY "Adwaita Sans,Cantarell,Sans "

static const Style styles[LP_PAPER_N_STYLES] = {
  [LP_PAPER_TITLE] = { FAMILY "Bold 21", 0, 0, "H1" },
  [LP_PAPER_HEADING] = { FAMILY "Bold 14", 0, 14, "H2" },
  [LP_PAPER_BODY] = { FAMILY "11", 0, 4, "P" },
  [LP_PAPER_STRONG] = { FAMILY "Bold 11", 0, 4, "P" },
  [LP_PAPER_CAPTION] = { FAMILY "9.5", GREY, 2, "P" },
  [LP_PAPER_NAME] = { FAMILY "Bold 30", 0, 0, "P" },
};

typedef enum {
  OP_LINE,
  OP_RULE,
  OP_FRAME,
  OP_FILL,
  OP_BEGIN,
  OP_END
} OpKind;

/* One step of drawing a sheet. */
typedef struct {
  OpKind           kind;
  double           x, y, width, height;
  double           grey;
  guint32          colour; /* 0xRRGGBB */
  PangoLayoutLine *line; /* belongs to a layout of the paper */
  const char      *tag;
} Op;

/* Where a heading stands. */
typedef struct {
  char  *text;
  guint  sheet;
} Mark;

/* A line of text that has not got its place yet. */
typedef struct {
  PangoLayoutLine *line;
  double           x;
  double           ascent;
  double           height;
  double           above; /* white between it and the one before */
  LpPaperStyle     style;
  gboolean         begins; /* a paragraph */
} Line;

typedef struct {
  double        x;
  double        width;
  LpPaperAlign  align;
  const char   *tag;
  GArray       *lines; /* of Line */
  guint         done;  /* how many have got their place */
} Cell;

struct _LpPaper {
  char         *title;
  char         *language;
  char         *mark;
  char         *footer;
  PangoContext *context;
  GPtrArray    *layouts;
  GPtrArray    *sheets; /* of GArray of Op */
  double        margin;
  double        padding; /* of rows */
  double        y;       /* how far down the sheet is filled */
  gboolean      empty;   /* nothing stands on it yet */

  GArray       *columns; /* of Cell: of the table, empty between rows */
  GPtrArray    *headings;
  gboolean      has_headings;
  GArray       *marks;   /* of Mark */
};

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->text);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_array_unref (cell->lines);
}

static Cell
cell_new (double x, double width, LpPaperAlign align, const char *tag)
{
  return (Cell) {
    .x = x,
    .width = width,
    .align = align,
    .tag = tag,
    .lines = g_array_new (FALSE, FALSE, sizeof (Line)),
  };
}

/* As on paper, whatever the screen's: 72 dots an inch, letters not bent to any grid. */
static PangoContext *
make_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);
  return context;
}

static GArray *
sheet (LpPaper *self)
{
  return g_ptr_array_index (self->sheets, self->sheets->len - 1);
}

static void
add_op (LpPaper *self, Op op)
{
  g_array_append_val (sheet (self), op);
}

static void
begin_tag (LpPaper *self, const char *tag)
{
  add_op (self, (Op) { .kind = OP_BEGIN, .tag = tag });
}

static void
end_tag (LpPaper *self, const char *tag)
{
  add_op (self, (Op) { .kind = OP_END, .tag = tag });
}

static double
bottom (LpPaper *self)
{
  return LP_PAPER_HEIGHT - self->margin;
}

static void
add_sheet (LpPaper *self)
{
  g_ptr_array_add (self->sheets, g_array_new (FALSE, FALSE, sizeof (Op)));
  self->y = self->margin;
  self->empty = TRUE;
}

/* No ligatures: what is copied out of a PDF file, or searched in it, has its letters one by one. */
static PangoLayout *
make_layout (LpPaper *self, LpPaperStyle style, LpPaperAlign align, const char *text, double width)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (styles[style].font);
  g_autoptr (PangoAttrList) plain = pango_attr_list_new ();

  pango_attr_list_insert (plain, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (layout, plain);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignments[align]);
  pango_layout_set_text (layout, text, -1);
  g_ptr_array_add (self->layouts, layout);
  return layout;
}

static double
points (int pango_units)
{
  return (double) pango_units / PANGO_SCALE;
}

static void
add_lines (Cell *cell, PangoLayout *layout, LpPaperStyle style)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean begins = TRUE;

  do
    {
      PangoRectangle extents = { 0 };
      Line line = { .line = pango_layout_iter_get_line_readonly (iter), .style = style, .begins = begins };

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      line.x = points (extents.x);
      line.ascent = points (pango_layout_iter_get_baseline (iter) - extents.y);
      line.height = points (extents.height);
      line.above = begins && cell->lines->len > 0 ? 1 : 0;
      begins = FALSE;
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static double
height_left (const Cell *cell)
{
  double height = 0;

  for (guint i = cell->done; i < cell->lines->len; i++)
    {
      const Line *line = &g_array_index (cell->lines, Line, i);

      height += line->height + (i > cell->done ? line->above : 0);
    }
  return height;
}

static double
block_height (GArray *cells)
{
  double height = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      double left = height_left (&g_array_index (cells, Cell, i));

      height = MAX (height, left);
    }
  return height;
}

/* A cell of a table holds paragraphs; other cells are one. */
static gboolean
has_paragraphs (const Cell *cell)
{
  return cell->tag != NULL && g_str_equal (cell->tag, "TD");
}

static void
begin_line (LpPaper *self, const Cell *cell, const Line *line, gboolean first)
{
  if (!has_paragraphs (cell) || !(first || line->begins))
    return;
  if (!first)
    end_tag (self, "P");
  begin_tag (self, "P");
}

/* As many lines as there is room for, at least one on an empty sheet. Returns how high they are. */
static double
put_lines (LpPaper *self, Cell *cell, double room)
{
  guint from = cell->done;
  double y = 0;

  if (from == cell->lines->len)
    return 0;
  if (cell->tag != NULL)
    begin_tag (self, cell->tag);
  for (; cell->done < cell->lines->len; cell->done++)
    {
      Line *line = &g_array_index (cell->lines, Line, cell->done);
      double above = cell->done > from ? line->above : 0;

      if (y + above + line->height > room && (cell->done > from || !self->empty))
        break;
      begin_line (self, cell, line, cell->done == from);
      add_op (self, (Op) { .kind = OP_LINE, .x = cell->x + line->x, .y = self->y + y + above + line->ascent,
                           .grey = styles[line->style].grey, .line = line->line });
      y += above + line->height;
    }
  if (has_paragraphs (cell) && cell->done > from)
    end_tag (self, "P");
  if (cell->tag != NULL)
    end_tag (self, cell->tag);
  return y;
}

static gboolean
all_done (GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      if (cell->done < cell->lines->len)
        return FALSE;
    }
  return TRUE;
}

/* Side by side. tag: around them, or NULL. */
static void
put_cells (LpPaper *self, GArray *cells, const char *tag)
{
  double room = bottom (self) - self->y;
  double height = 0;

  if (tag != NULL)
    begin_tag (self, tag);
  for (guint i = 0; i < cells->len; i++)
    {
      double put = put_lines (self, &g_array_index (cells, Cell, i), room);

      height = MAX (height, put);
    }
  if (tag != NULL)
    end_tag (self, tag);
  self->y += height;
  self->empty = FALSE;
}

static void
clear_cells (GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);

      g_array_set_size (cell->lines, 0);
      cell->done = 0;
    }
}

/* The headings of the table's columns: once part of the table, on further sheets for the eye alone. */
static void
put_headings (LpPaper *self, gboolean first)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  if (!self->has_headings)
    return;

  g_array_set_clear_func (cells, cell_clear);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Cell *column = &g_array_index (self->columns, Cell, i);
      const char *heading = g_ptr_array_index (self->headings, i);
      Cell cell = cell_new (column->x, column->width, column->align, first ? "TH" : NULL);

      add_lines (&cell, make_layout (self, LP_PAPER_CAPTION, cell.align, heading, cell.width),
                 LP_PAPER_CAPTION);
      g_array_append_val (cells, cell);
    }
  put_cells (self, cells, first ? "TR" : NULL);
  self->y += self->padding;
}

static void
put_rule (LpPaper *self)
{
  add_op (self, (Op) { .kind = OP_RULE, .x = self->margin, .y = self->y,
                       .width = LP_PAPER_WIDTH - 2 * self->margin, .grey = PALE });
}

static void
continue_table (LpPaper *self)
{
  end_tag (self, "Table");
  add_sheet (self);
  put_headings (self, FALSE);
  begin_tag (self, "Table");
}

static gboolean
fits (PangoLayout *layout, const LpPaperBox *box)
{
  PangoRectangle extents = { 0 };

  pango_layout_get_extents (layout, NULL, &extents);
  return points (extents.height) <= box->height && points (extents.width) <= box->width;
}

/* Words are broken only when nothing else helps. */
static void
fit (PangoLayout *layout, const LpPaperBox *box)
{
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_layout_get_font_description (layout));
  double size = points (pango_font_description_get_size (font));

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  while (!fits (layout, box) && size > SMALLEST)
    {
      size -= STEP;
      pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
      pango_layout_set_font_description (layout, font);
    }
  if (fits (layout, box))
    return;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, (int) (box->height * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static void
draw_line (cairo_t *cr, const Op *op)
{
  cairo_set_source_rgb (cr, op->grey, op->grey, op->grey);
  cairo_move_to (cr, op->x, op->y);
  pango_cairo_show_layout_line (cr, op->line);
}

static void
draw_rule (cairo_t *cr, const Op *op)
{
  cairo_set_source_rgb (cr, op->grey, op->grey, op->grey);
  cairo_set_line_width (cr, RULE);
  cairo_move_to (cr, op->x, op->y);
  cairo_rel_line_to (cr, op->width, 0);
  cairo_stroke (cr);
}

static void
draw_frame (cairo_t *cr, const Op *op)
{
  cairo_set_source_rgb (cr, op->grey, op->grey, op->grey);
  cairo_set_line_width (cr, RULE);
  cairo_rectangle (cr, op->x, op->y, op->width, op->height);
  cairo_stroke (cr);
}

static void
draw_fill (cairo_t *cr, const Op *op)
{
  cairo_set_source_rgb (cr, (op->colour >> 16 & 0xff) / 255.0, (op->colour >> 8 & 0xff) / 255.0, (op->colour & 0xff) / 255.0);
  cairo_rectangle (cr, op->x, op->y, op->width, op->height);
  cairo_fill (cr);
}

static void
draw_op (cairo_t *cr, const Op *op)
{
  switch (op->kind)
    {
    case OP_LINE:
      draw_line (cr, op);
      break;
    case OP_RULE:
      draw_rule (cr, op);
      break;
    case OP_FRAME:
      draw_frame (cr, op);
      break;
    case OP_FILL:
      draw_fill (cr, op);
      break;
    case OP_BEGIN:
      cairo_tag_begin (cr, op->tag, NULL);
      break;
    case OP_END:
      cairo_tag_end (cr, op->tag);
      break;
    }
}

/* One line in the margin. baseline: from the top of the sheet. */
static void
draw_edge (LpPaper *self, cairo_t *cr, LpPaperStyle style, LpPaperAlign align, const char *text, double baseline)
{
  PangoLayout *layout = make_layout (self, style, align, text, LP_PAPER_WIDTH - 2 * self->margin);

  pango_layout_set_height (layout, 0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, self->margin, baseline - points (pango_layout_get_baseline (layout)));
  pango_cairo_show_layout (cr, layout);
}

/* The mark above all; the last line, beside the number of the sheet when there are several. */
static void
draw_edges (LpPaper *self, guint number, cairo_t *cr)
{
  guint n_sheets = lp_paper_get_n_sheets (self);
  /* Translators: at the foot of a printed sheet */
  g_autofree char *page = g_strdup_printf (_("Page %u of %u"), number + 1, n_sheets);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->mark != NULL)
    draw_edge (self, cr, LP_PAPER_STRONG, LP_PAPER_CENTER, self->mark, HEAD);
  if (self->footer == NULL)
    return;
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  draw_edge (self, cr, LP_PAPER_CAPTION, LP_PAPER_START, self->footer, LP_PAPER_HEIGHT - FOOT);
  if (n_sheets > 1)
    draw_edge (self, cr, LP_PAPER_CAPTION, LP_PAPER_END, page, LP_PAPER_HEIGHT - FOOT);
}

/**
 * lp_paper_new:
 * @title: of the document, for a reader's title bar
 * @language: of its words, as in "da"
 *
 * One sheet, with nothing on it. Free with lp_paper_free().
 */
LpPaper *
lp_paper_new (const char *title, const char *language)
{
  LpPaper *self = g_new0 (LpPaper, 1);

  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->context = make_context (language);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->margin = MARGIN;
  self->padding = ROW_PADDING;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->headings = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (self->columns, cell_clear);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);
  add_sheet (self);
  return self;
}

void
lp_paper_free (LpPaper *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self->footer);
  g_free (self->mark);
  g_free (self->language);
  g_free (self->title);
  g_free (self);
}

/** Smaller margins and less white between rows; letters stay as large. Before anything is added. */
void
lp_paper_set_tight (LpPaper *self)
{
  self->margin = TIGHT_MARGIN;
  self->padding = TIGHT_ROW_PADDING;
  self->y = self->margin;
}

/** One line in bold at the head of each sheet: for whom it is, where it is not for all. */
void
lp_paper_set_mark (LpPaper *self, const char *mark)
{
  g_set_str (&self->mark, mark);
}

/** One line at the foot of each sheet, with the sheet's number when there are several. NULL: neither. */
void
lp_paper_set_footer (LpPaper *self, const char *footer)
{
  g_set_str (&self->footer, footer);
}

/** A paragraph, or several with line breaks between them, over the whole width. Nothing for an empty text. */
void
lp_paper_add (LpPaper *self, LpPaperStyle style, const char *text)
{
  double width = LP_PAPER_WIDTH - 2 * self->margin;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  Cell cell = cell_new (self->margin, width, LP_PAPER_START, styles[style].tag);
  double keep = style == LP_PAPER_HEADING ? KEEP : 0;

  g_array_set_clear_func (cells, cell_clear);
  g_array_append_val (cells, cell);
  if (*text == '\0')
    return;
  add_lines (&g_array_index (cells, Cell, 0), make_layout (self, style, LP_PAPER_START, text, width), style);
  if (!self->empty)
    self->y += styles[style].above;
  if (!self->empty && keep > 0 && self->y + block_height (cells) + keep > bottom (self))
    add_sheet (self);
  if (style == LP_PAPER_HEADING)
    g_array_append_val (self->marks, ((Mark) { g_strdup (text), self->sheets->len - 1 }));
  while (TRUE)
    {
      put_cells (self, cells, NULL);
      if (all_done (cells))
        return;
      add_sheet (self);
    }
}

/** White; none at the top of a sheet. */
void
lp_paper_skip (LpPaper *self, double points_down)
{
  if (!self->empty)
    self->y += points_down;
}

/** What follows is on a new sheet; nothing happens on one that is empty. */
void
lp_paper_break (LpPaper *self)
{
  if (!self->empty)
    add_sheet (self);
}

/** lp_paper_begin_table: a rule stands above each row; a row that fits on one sheet is not torn apart. */
void
lp_paper_begin_table (LpPaper *self, const LpPaperColumn *columns, guint n_columns)
{
  double left = LP_PAPER_WIDTH - 2 * self->margin - COLUMN_GAP * (n_columns - 1);
  double x = self->margin;
  guint sharing = 0;

  g_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->headings, 0);
  self->has_headings = FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      left -= columns[i].width;
      sharing += columns[i].width <= 0;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      double width = columns[i].width > 0 ? columns[i].width : MAX (left, 0) / sharing;
      Cell cell = cell_new (x, width, columns[i].align, "TD");

      g_array_append_val (self->columns, cell);
      g_ptr_array_add (self->headings, g_strdup (columns[i].heading != NULL ? columns[i].heading : ""));
      self->has_headings = self->has_headings || columns[i].heading != NULL;
      x += width + COLUMN_GAP;
    }
  lp_paper_skip (self, self->padding);
  if (!self->empty && self->y + KEEP > bottom (self))
    add_sheet (self);
  begin_tag (self, "Table");
  put_headings (self, TRUE);
}

void
lp_paper_begin_row (LpPaper *self)
{
  clear_cells (self->columns);
}

/** Called again for the same column it comes below, in the same cell. An empty text is nothing. */
void
lp_paper_add_cell (LpPaper *self, guint column, LpPaperStyle style, const char *text)
{
  Cell *cell = &g_array_index (self->columns, Cell, column);

  if (*text != '\0')
    add_lines (cell, make_layout (self, style, cell->align, text, cell->width), style);
}

void
lp_paper_end_row (LpPaper *self)
{
  double height = 2 * self->padding + block_height (self->columns);

  if (!self->empty && self->y + height > bottom (self))
    continue_table (self);
  while (TRUE)
    {
      put_rule (self);
      self->y += self->padding;
      put_cells (self, self->columns, "TR");
      self->y += self->padding;
      if (all_done (self->columns))
        return;
      continue_table (self);
    }
}

void
lp_paper_end_table (LpPaper *self)
{
  put_rule (self);
  end_tag (self, "Table");
  clear_cells (self->columns);
}

/* A line of body text at that place, which moves nothing. */
static void
put_words (LpPaper *self, LpPaperAlign align, const char *text, double x, double y, double width)
{
  Cell cell = cell_new (x, width, align, NULL);
  double before = self->y;

  add_lines (&cell, make_layout (self, LP_PAPER_BODY, align, text, width), LP_PAPER_BODY);
  self->y = y;
  put_lines (self, &cell, LP_PAPER_HEIGHT);
  self->y = before;
  cell_clear (&cell);
}

static void
put_segment (LpPaper *self, const LpPaperSegment *segment, double x, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", segment->value);

  add_op (self, (Op) { .kind = OP_FILL, .x = x, .y = self->y, .width = width, .height = BAR_HEIGHT, .colour = segment->colour });
  if (width >= BAR_NUMBER)
    put_words (self, LP_PAPER_CENTER, number, x, self->y, width);
}

/**
 * lp_paper_add_bar: a row of a chart: a label, a bar made of segments, and their sum. The numbers are words, so that the row can be read
 * aloud.
 *
 * @most: the value of a bar that takes all of the width
 */
void
lp_paper_add_bar (LpPaper *self, const char *label, const LpPaperSegment *segments, guint n_segments, guint most)
{
  double width = LP_PAPER_WIDTH - 2 * self->margin;
  double label_width = width * BAR_LABEL;
  double bar_width = width - label_width - BAR_TOTAL - 2 * COLUMN_GAP;
  double x = self->margin + label_width + COLUMN_GAP;
  Cell cell = cell_new (self->margin, label_width, LP_PAPER_START, NULL);
  g_autofree char *total = NULL;
  guint sum = 0;
  double height = 0;

  add_lines (&cell, make_layout (self, LP_PAPER_BODY, LP_PAPER_START, label, label_width), LP_PAPER_BODY);
  height = MAX (height_left (&cell), BAR_HEIGHT) + BAR_GAP;
  if (!self->empty && self->y + height > bottom (self))
    add_sheet (self);

  begin_tag (self, "P");
  put_lines (self, &cell, LP_PAPER_HEIGHT);
  cell_clear (&cell);
  for (guint i = 0; i < n_segments; i++)
    {
      double part = most > 0 ? bar_width * segments[i].value / most : 0;

      if (segments[i].value > 0)
        put_segment (self, &segments[i], x, part);
      x += part;
      sum += segments[i].value;
    }
  total = g_strdup_printf ("%u", sum);
  put_words (self, LP_PAPER_END, total, self->margin + width - BAR_TOTAL, self->y, BAR_TOTAL);
  end_tag (self, "P");
  self->y += height;
  self->empty = FALSE;
}

/** lp_paper_add_legend: what the colours of bars mean: "63 dreams", each beside its colour. */
void
lp_paper_add_legend (LpPaper *self, const LpPaperSegment *segments, guint n_segments)
{
  double right = LP_PAPER_WIDTH - self->margin;
  double x = self->margin;

  begin_tag (self, "P");
  for (guint i = 0; i < n_segments; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u %s", segments[i].value, segments[i].label);
      PangoLayout *layout = make_layout (self, LP_PAPER_BODY, LP_PAPER_START, words, LP_PAPER_WIDTH);
      PangoRectangle extents = { 0 };
      double width = 0;

      pango_layout_get_extents (layout, NULL, &extents);
      width = points (extents.width) + 1;
      if (x > self->margin && x + LEGEND_SQUARE + width > right)
        {
          x = self->margin;
          self->y += BAR_HEIGHT + BAR_GAP;
        }
      add_op (self, (Op) { .kind = OP_FILL, .x = x, .y = self->y + 3, .width = LEGEND_SQUARE - 4, .height = LEGEND_SQUARE - 4,
                           .colour = segments[i].colour });
      put_words (self, LP_PAPER_START, words, x + LEGEND_SQUARE, self->y, width);
      x += LEGEND_SQUARE + width + COLUMN_GAP;
    }
  end_tag (self, "P");
  self->y += BAR_HEIGHT + BAR_GAP;
  self->empty = FALSE;
}

/**
 * lp_paper_place: in the middle of the box's height. What is too much for the box is set in smaller letters,
 * and in the smallest it is cut and ends in an ellipsis. What flows is not moved by it.
 */
void
lp_paper_place (LpPaper *self, LpPaperStyle style, LpPaperAlign align, const char *text, const LpPaperBox *box)
{
  Cell cell = cell_new (box->x, box->width, align, styles[style].tag);
  PangoLayout *layout = make_layout (self, style, align, text, box->width);
  double y = self->y;
  int height = 0;

  fit (layout, box);
  pango_layout_get_size (layout, NULL, &height);
  add_lines (&cell, layout, style);
  self->y = box->y + MAX (0, (box->height - points (height)) / 2);
  put_lines (self, &cell, LP_PAPER_HEIGHT);
  self->y = y;
  self->empty = FALSE;
  cell_clear (&cell);
}

/** A thin grey frame, to cut along. */
void
lp_paper_place_frame (LpPaper *self, const LpPaperBox *box)
{
  add_op (self, (Op) { .kind = OP_FRAME, .x = box->x, .y = box->y, .width = box->width,
                       .height = box->height, .grey = PALE });
  self->empty = FALSE;
}

guint
lp_paper_get_n_sheets (LpPaper *self)
{
  return self->sheets->len;
}

const char *
lp_paper_get_heading (LpPaper *self, guint heading, guint *sheet)
{
  const Mark *mark = heading < self->marks->len ? &g_array_index (self->marks, Mark, heading) : NULL;

  if (mark == NULL)
    return NULL;
  *sheet = mark->sheet;
  return mark->text;
}

/** lp_paper_draw: with the sheet's upper left corner at the origin, in points. */
void
lp_paper_draw (LpPaper *self, guint number, cairo_t *cr)
{
  GArray *ops = g_ptr_array_index (self->sheets, number);

  for (guint i = 0; i < ops->len; i++)
    draw_op (cr, &g_array_index (ops, Op, i));
  draw_edges (self, number, cr);
}

const char *
lp_paper_get_title (LpPaper *self)
{
  return self->title;
}

const char *
lp_paper_get_language (LpPaper *self)
{
  return self->language;
}
