/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-stories-slide.h"

#include <glib/gi18n.h>

#include "lp-terms.h"

struct _LpStoriesSlide
{
  LpSlide parent_instance;

  LpSlideText *heading;
  LpSlideText *count;
  LpSlideText *of;
  LpSlideText *left;
};

G_DEFINE_FINAL_TYPE (LpStoriesSlide, lp_stories_slide, LP_TYPE_SLIDE)

static void
lp_stories_slide_place (LpSlide *slide, const LpSlideScale *scale)
{
  LpStoriesSlide *self = LP_STORIES_SLIDE (slide);
  int x = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_X);
  int y = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_Y);
  int width = scale->width - 2 * x;
  int head = lp_slide_scale_line (scale, LP_SLIDE_SMALLEST);
  int line = lp_slide_scale_line (scale, LP_SLIDE_HEADING);
  int left = lp_slide_scale_line (scale, LP_SLIDE_QUESTION);
  int bottom = scale->height - y - left;

  lp_slide_text_set_size (self->heading, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_size (self->count, lp_slide_scale_text (scale, LP_SLIDE_COUNT));
  lp_slide_text_set_size (self->of, lp_slide_scale_text (scale, LP_SLIDE_HEADING));
  lp_slide_text_set_size (self->left, lp_slide_scale_text (scale, LP_SLIDE_QUESTION));
  lp_slide_put (self->heading, x, y, width, head);
  lp_slide_put (self->count, x, y + head, width, bottom - line - y - head);
  lp_slide_put (self->of, x, bottom - line, width, line);
  lp_slide_put (self->left, x, bottom, width, left);
}

static void
lp_stories_slide_class_init (LpStoriesSlideClass *klass)
{
  LP_SLIDE_CLASS (klass)->place = lp_stories_slide_place;
}

static void
lp_stories_slide_init (LpStoriesSlide *self)
{
  LpSlide *slide = LP_SLIDE (self);

  self->heading = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, NULL);
  self->count = lp_slide_add_text (slide, LP_SLIDE_TEXT_FIGURES, NULL);
  self->of = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, "quiet");
  self->left = lp_slide_add_text (slide, LP_SLIDE_TEXT_BOLD | LP_SLIDE_TEXT_WHOLE_LINES, NULL);
  lp_slide_text_set_align (self->count, 0, 1);
  lp_slide_text_set_align (self->left, 0, 0.5f);
}

GtkWidget *
lp_stories_slide_new (void)
{
  return g_object_new (LP_TYPE_STORIES_SLIDE, NULL);
}

void
lp_stories_slide_show (LpStoriesSlide *self, const LpStoryGoal *stories)
{
  g_autofree char *count = g_strdup_printf ("%'u", stories->stories);
  /* Translators: below a large number, which is how many stories there are */
  g_autofree char *of = g_strdup_printf (_("of %'u stories"), stories->wanted);
  g_autofree char *left = lp_story_goal_text (stories->stories, stories->wanted);

  lp_slide_text_set_text (self->heading, stories->panel != NULL ? stories->panel : lp_kind_plural (LP_KIND_STORY));
  lp_slide_text_set_text (self->count, count);
  lp_slide_text_set_text (self->of, of);
  lp_slide_text_set_text (self->left, left);
}
