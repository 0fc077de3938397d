/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-question-slide.h"

#include "lp-slide-fit.h"

/* Of the room between head and foot: the question is what is asked. What is longer gets smaller letters. */
#define FACT_SHARE 0.4

struct _LpQuestionSlide
{
  LpSlide parent_instance;

  LpSlideText *heading;
  LpSlideText *invitation;
  LpSlideText *question;
  LpSlideText *fact; /* and its source */
  LpSlideText *clock;
  LpSlideText *left;
  LpSlideText *end;
};

G_DEFINE_FINAL_TYPE (LpQuestionSlide, lp_question_slide, LP_TYPE_SLIDE)

/* Both in one line, and the one that says where we are gets what it needs. */
static void
place_head (LpQuestionSlide *self, const LpSlideScale *scale, int x, int y, int width, int line)
{
  double size = lp_slide_scale_text (scale, LP_SLIDE_SMALLEST);
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int heading = 0;

  lp_slide_text_set_size (self->heading, size);
  lp_slide_text_set_size (self->invitation, size);
  heading = MIN (lp_slide_text_get_width (self->heading), width * 2 / 3);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->heading)))
    heading = 0;
  lp_slide_put (self->heading, x, y, heading, line);
  lp_slide_put (self->invitation, x + heading + gap, y, width - heading - gap, line);
}

/* The clock, and beside it what it counts, in two lines. */
static void
place_foot (LpQuestionSlide *self, const LpSlideScale *scale, int x, int y, int width, int height)
{
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP) * 3 / 2;
  int line = lp_slide_scale_line (scale, LP_SLIDE_SMALLEST);
  int clock = 0;

  lp_slide_text_set_size (self->clock, lp_slide_scale_text (scale, LP_SLIDE_CLOCK));
  lp_slide_text_set_size (self->left, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_size (self->end, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  if (gtk_widget_get_visible (GTK_WIDGET (self->clock)))
    clock = MIN (lp_slide_text_get_width (self->clock), width / 2) + gap;
  lp_slide_put (self->clock, x, y, clock - gap, height);
  if (gtk_widget_get_visible (GTK_WIDGET (self->end)))
    lp_slide_put (self->left, x + clock, y + height / 2 - line, width - clock, line);
  else
    lp_slide_put (self->left, x + clock, y, width - clock, height);
  lp_slide_put (self->end, x + clock, y + height / 2, width - clock, line);
}

/* The fact stands on the foot, and leaves the most to the question. Returns the height it takes. */
static int
place_fact (LpQuestionSlide *self, const LpSlideScale *scale, int x, int bottom, int width, int room)
{
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int height = 0;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->fact)))
    return 0;
  lp_slide_text_set_size (self->fact, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  height = MIN (lp_slide_text_get_height (self->fact, width), (int) (room * FACT_SHARE));
  lp_slide_put (self->fact, x, bottom - gap - height, width, height);

  return height + 2 * gap;
}

static void
lp_question_slide_place (LpSlide *slide, const LpSlideScale *scale)
{
  LpQuestionSlide *self = LP_QUESTION_SLIDE (slide);
  int x = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_X);
  int y = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_Y);
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int width = scale->width - 2 * x;
  int head = lp_slide_scale_line (scale, LP_SLIDE_SMALLEST);
  int foot = lp_slide_scale_line (scale, LP_SLIDE_CLOCK);
  int top = y + head + gap;
  int bottom = scale->height - y / 2 - foot;
  int fact = place_fact (self, scale, x, bottom, width, bottom - top);

  place_head (self, scale, x, y, width, head);
  lp_slide_text_set_size (self->question, lp_slide_scale_text (scale, LP_SLIDE_QUESTION));
  lp_slide_put (self->question, x, top, width, bottom - top - fact);
  place_foot (self, scale, x, bottom, width, foot);
}

static void
lp_question_slide_class_init (LpQuestionSlideClass *klass)
{
  LP_SLIDE_CLASS (klass)->place = lp_question_slide_place;
}

static void
lp_question_slide_init (LpQuestionSlide *self)
{
  LpSlide *slide = LP_SLIDE (self);

  self->heading = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, NULL);
  self->invitation = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, "quiet");
  self->question = lp_slide_add_text (slide, LP_SLIDE_TEXT_BOLD | LP_SLIDE_TEXT_WHOLE_LINES, NULL);
  self->fact = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, NULL);
  self->clock = lp_slide_add_text (slide, LP_SLIDE_TEXT_FIGURES, NULL);
  self->left = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, NULL);
  self->end = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, "quiet");
  lp_slide_text_set_align (self->heading, 0, 0.5f);
  lp_slide_text_set_align (self->invitation, 1, 0.5f);
  lp_slide_text_set_align (self->question, 0, 0.5f);
  lp_slide_text_set_align (self->fact, 0, 0);
  lp_slide_text_set_align (self->clock, 0, 0.5f);
  lp_slide_text_set_align (self->left, 0, 0.5f);
  lp_slide_text_set_align (self->end, 0, 0.5f);
}

GtkWidget *
lp_question_slide_new (void)
{
  return g_object_new (LP_TYPE_QUESTION_SLIDE, NULL);
}

void
lp_question_slide_show (LpQuestionSlide *self, const LpSlideWords *words)
{
  g_autofree char *question = lp_slide_break_question (words->question);
  g_autofree char *fact = words->fact != NULL ? g_strdup_printf ("%s\n%s", words->fact, words->source) : NULL;

  lp_slide_text_set_text (self->heading, words->heading);
  lp_slide_text_set_text (self->invitation, words->invitation);
  lp_slide_text_set_text (self->question, question);
  lp_slide_text_set_text (self->fact, fact);
  lp_slide_text_set_text (self->clock, words->clock);
  lp_slide_text_set_text (self->left, words->left);
  lp_slide_text_set_text (self->end, words->end);
}
