/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_SLIDE_TEXT (lp_slide_text_get_type ())

/**
 * LpSlideText: words on the big screen. It asks for no room: the slide gives it some, and a size in pixels. Where the words do not fit
 * they become smaller; with a limit of lines they are shortened with "…" instead.
 */
G_DECLARE_FINAL_TYPE (LpSlideText, lp_slide_text, LP, SLIDE_TEXT, GtkWidget)

typedef enum {
  LP_SLIDE_TEXT_PLAIN = 0,
  LP_SLIDE_TEXT_BOLD = 1 << 0,
  LP_SLIDE_TEXT_FIGURES = 1 << 1, /* all as wide, so that a clock stands still */
  LP_SLIDE_TEXT_WHOLE_LINES = 1 << 2, /* lines of its own are rather made smaller than broken */
} LpSlideTextStyle;

GtkWidget  *lp_slide_text_new        (LpSlideTextStyle style, const char *css_class);
const char *lp_slide_text_get_text   (LpSlideText *self);
void        lp_slide_text_set_text   (LpSlideText *self, const char *text);
void        lp_slide_text_set_size   (LpSlideText *self, double size);
void        lp_slide_text_set_align  (LpSlideText *self, float x, float y);
void        lp_slide_text_set_box    (LpSlideText *self, int padding, int lines);
int         lp_slide_text_get_height (LpSlideText *self, int width);
int         lp_slide_text_get_width  (LpSlideText *self);
double      lp_slide_text_get_shown  (LpSlideText *self);
gboolean    lp_slide_text_is_whole   (LpSlideText *self);

G_END_DECLS
