/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-slide-text.h"

G_BEGIN_DECLS

/*
 * All sizes on the big screen are per cent of its height (of three quarters of its width, where that is less, so that an upright window
 * is not overrun). Letters are multiplied by the text size that is set for the room.
 *                                               at 1080 px
 */
#define LP_SLIDE_MARGIN_X    10.0             /* 108 */
#define LP_SLIDE_MARGIN_Y     6.5             /*  70 */
#define LP_SLIDE_GAP          2.2             /*  24, between cards */
#define LP_SLIDE_SMALLEST     3.75            /*  40, no letters are smaller */
#define LP_SLIDE_HEADING      4.8             /*  52 */
#define LP_SLIDE_THEME        5.6             /*  60 */
#define LP_SLIDE_QUESTION    10.93            /* 118 */
#define LP_SLIDE_CLOCK       13.9             /* 150 */
#define LP_SLIDE_COUNT       30.0             /* 324 */

/** LpSlideScale: what a per cent is here. */
typedef struct {
  int    width;
  int    height;
  double unit;  /* pixels in a per cent */
  double text;  /* size of the text, 1.0 as a rule */
} LpSlideScale;

int     lp_slide_scale_px    (const LpSlideScale *self, double percent);
double  lp_slide_scale_text  (const LpSlideScale *self, double percent);
int     lp_slide_scale_line  (const LpSlideScale *self, double percent);

#define LP_TYPE_SLIDE (lp_slide_get_type ())

/**
 * LpSlide: what fills the big screen. A slide puts its parts where they belong in place (). It asks for no room.
 *
 * Properties: "text-scale" (double).
 */
G_DECLARE_DERIVABLE_TYPE (LpSlide, lp_slide, LP, SLIDE, GtkWidget)

struct _LpSlideClass {
  GtkWidgetClass parent_class;

  void (*place) (LpSlide *self, const LpSlideScale *scale);
};

LpSlideText *lp_slide_add_text (LpSlide *self, LpSlideTextStyle style, const char *css_class);
void         lp_slide_put      (gpointer child, int x, int y, int width, int height);

G_END_DECLS
