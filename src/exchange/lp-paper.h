/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A4 upright, in points of 1/72 inch, as everything here. */
#define LP_PAPER_WIDTH 595.276
#define LP_PAPER_HEIGHT 841.89

/**
 * LpPaper: sheets of A4 with text, laid out once and then drawn on any cairo_t: a printer's, or that of a
 * PDF file. What is added flows down the sheet and onto further ones; lp_paper_place() puts it where one says
 * instead. Belongs to the thread that made it.
 */
typedef struct _LpPaper LpPaper;

typedef enum {
  LP_PAPER_TITLE,   /* bold, of the whole */
  LP_PAPER_HEADING, /* bold, never alone at the foot of a sheet */
  LP_PAPER_BODY,
  LP_PAPER_STRONG,  /* body in bold */
  LP_PAPER_CAPTION, /* small and grey */
  LP_PAPER_NAME,    /* bold and large: on a badge */
  LP_PAPER_N_STYLES
} LpPaperStyle;

typedef enum {
  LP_PAPER_START,
  LP_PAPER_CENTER,
  LP_PAPER_END
} LpPaperAlign;

/** LpPaperColumn: of a table. */
typedef struct {
  const char   *heading; /* above it, on each sheet anew; or NULL */
  double        width;   /* 0: a share of what the others leave */
  LpPaperAlign  align;
} LpPaperColumn;

typedef struct {
  double x, y, width, height;
} LpPaperBox;

LpPaper *lp_paper_new          (const char *title, const char *language);
void     lp_paper_free         (LpPaper *self);
/* To be said before anything is added. */
void     lp_paper_set_tight    (LpPaper *self);                    /* less white: more on a sheet */
void     lp_paper_set_mark     (LpPaper *self, const char *mark);
void     lp_paper_set_footer   (LpPaper *self, const char *footer);

/* What flows */
void     lp_paper_add          (LpPaper *self, LpPaperStyle style, const char *text);
void     lp_paper_skip         (LpPaper *self, double points);
void     lp_paper_break        (LpPaper *self);                    /* what follows is on a new sheet */
void     lp_paper_begin_table  (LpPaper *self, const LpPaperColumn *columns, guint n_columns);
void     lp_paper_begin_row    (LpPaper *self);
void     lp_paper_add_cell     (LpPaper *self, guint column, LpPaperStyle style, const char *text);
void     lp_paper_end_row      (LpPaper *self);
void     lp_paper_end_table    (LpPaper *self);

/** LpPaperSegment: a part of a bar, or of what explains its colours. */
typedef struct {
  const char *label;  /* what it is; of a bar not drawn */
  guint       value;
  guint32     colour; /* 0xRRGGBB, light: words stand on it */
} LpPaperSegment;

void     lp_paper_add_bar     (LpPaper *self, const char *label, const LpPaperSegment *segments, guint n_segments, guint most);
void     lp_paper_add_legend  (LpPaper *self, const LpPaperSegment *segments, guint n_segments);

/* What stands where one says, on the sheet that is being filled */
void     lp_paper_place        (LpPaper *self, LpPaperStyle style, LpPaperAlign align, const char *text,
                                const LpPaperBox *box);
void     lp_paper_place_frame  (LpPaper *self, const LpPaperBox *box);

guint    lp_paper_get_n_sheets (LpPaper *self);
void     lp_paper_draw         (LpPaper *self, guint sheet, cairo_t *cr); /* 0 is the first */

/* Its headings, in order, to find one's way in a long one. NULL: there are no more. */
const char *lp_paper_get_heading  (LpPaper *self, guint heading, guint *sheet);
const char *lp_paper_get_title    (LpPaper *self);
const char *lp_paper_get_language (LpPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPaper, lp_paper_free)

G_END_DECLS
