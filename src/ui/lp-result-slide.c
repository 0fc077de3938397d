/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-result-slide.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lp-slide-fit.h"

/* How high a bar is, in letters. */
#define BAR 0.3

/* A long proposal is told from others by its first words. */
#define MOST_LINES 2

typedef struct
{
  LpSlideText *rank;
  LpSlideText *name;
  LpSlideText *total;
  GtkWidget *track;
  GtkWidget *bar;
  double share; /* of the longest */
} Row;

/** How the rows lie at some size of the letters. */
typedef struct
{
  int width;
  int height;
  int gap;
  int row_gap;
  int ranks;   /* room for them */
  int totals;
  int bar;
  double size;
} Plan;

struct _LpResultSlide
{
  LpSlide parent_instance;

  LpSlideText *heading;
  LpSlideText *sum;
  LpSlideText *waiting;
  LpSlideText *rest;
  GPtrArray *rows; /* of Row */
};

G_DEFINE_FINAL_TYPE (LpResultSlide, lp_result_slide, LP_TYPE_SLIDE)

static void
row_free (gpointer data)
{
  Row *row = data;

  gtk_widget_unparent (GTK_WIDGET (row->rank));
  gtk_widget_unparent (GTK_WIDGET (row->name));
  gtk_widget_unparent (GTK_WIDGET (row->total));
  gtk_widget_unparent (row->track);
  gtk_widget_unparent (row->bar);
  g_free (row);
}

static GtkWidget *
add_bar (LpResultSlide *self, const char *css_class)
{
  GtkWidget *bar = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (bar, css_class);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));

  return bar;
}

/* "29, tie": the figure, and that another has as much. Transfer full. */
static char *
print_total (const LpVoteRound *round, const LpVoteSubject *subject)
{
  g_autofree char *total = round->method == LP_VOTE_BUDGET ? lp_vote_print (round->method, subject->total)
                                                           : g_strdup_printf ("%'" G_GINT64_FORMAT, subject->total);

  return subject->tied ? g_strdup_printf ("%s · %s", _("tie"), total) : g_steal_pointer (&total);
}

/* What nobody has let onto the wall is told by its code alone. Transfer full. */
static char *
print_name (const LpVoteSubject *subject)
{
  if (subject->may_show || subject->code == NULL)
    return g_strdup (subject->name);

  /* Translators: %s is the code of a note, 03-002 */
  return g_strdup_printf (_("Proposal %s"), subject->code);
}

static Row *
row_new (LpResultSlide *self, const LpVoteRound *round, const LpVoteSubject *subject)
{
  const LpVoteSubject *first = g_ptr_array_index (round->ranked, 0);
  g_autofree char *rank = g_strdup_printf (_("%u."), subject->rank);
  g_autofree char *name = print_name (subject);
  g_autofree char *total = print_total (round, subject);
  Row *row = g_new0 (Row, 1);

  row->rank = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_BOLD | LP_SLIDE_TEXT_FIGURES, NULL);
  row->name = lp_slide_add_text (LP_SLIDE (self), subject->rank <= 2 ? LP_SLIDE_TEXT_BOLD : LP_SLIDE_TEXT_PLAIN, NULL);
  row->total = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_BOLD | LP_SLIDE_TEXT_FIGURES, NULL);
  lp_slide_text_set_text (row->rank, rank);
  lp_slide_text_set_text (row->name, name);
  lp_slide_text_set_box (row->name, 0, MOST_LINES);
  lp_slide_text_set_text (row->total, total);
  lp_slide_text_set_align (row->total, 1, 0);
  row->track = add_bar (self, "result-track");
  row->bar = add_bar (self, "result-bar");
  row->share = first->total > 0 ? (double) subject->total / (double) first->total : 0;

  return row;
}

/* --- Layout --- */

static int
name_width (const Plan *plan)
{
  return plan->width - plan->ranks - plan->totals - 2 * plan->gap;
}

static int
row_height (const Row *row, const Plan *plan)
{
  return lp_slide_text_get_height (row->name, name_width (plan)) + plan->bar + plan->gap / 3;
}

static void
set_plan_size (LpResultSlide *self, Plan *plan, double size)
{
  plan->size = size;
  plan->bar = MAX ((int) (size * BAR), 2);
  plan->ranks = plan->totals = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      lp_slide_text_set_size (row->rank, size);
      lp_slide_text_set_size (row->name, size);
      lp_slide_text_set_size (row->total, size);
      plan->ranks = MAX (plan->ranks, lp_slide_text_get_width (row->rank));
      plan->totals = MAX (plan->totals, lp_slide_text_get_width (row->total));
    }
}

static guint
count_fitting (LpResultSlide *self, const Plan *plan)
{
  int y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      y += row_height (self->rows->pdata[i], plan);
      if (y > plan->height)
        return i;
      y += plan->row_gap;
    }

  return self->rows->len;
}

typedef struct
{
  LpResultSlide *self;
  Plan *plan;
} Fitting;

static gboolean
fits_cb (double size, gpointer data)
{
  Fitting *fitting = data;

  set_plan_size (fitting->self, fitting->plan, size);

  return count_fitting (fitting->self, fitting->plan) == fitting->self->rows->len;
}

static void
place_row (Row *row, const Plan *plan, int x, int y)
{
  int height = lp_slide_text_get_height (row->name, name_width (plan));
  int line = lp_slide_text_get_height (row->total, plan->width);
  int left = x + plan->ranks + plan->gap;
  int width = plan->width - plan->ranks - plan->gap;

  lp_slide_put (row->rank, x, y, plan->ranks, line);
  lp_slide_put (row->name, left, y, name_width (plan), height);
  lp_slide_put (row->total, x + plan->width - plan->totals, y, plan->totals, line);
  lp_slide_put (row->track, left, y + height + plan->gap / 6, width, plan->bar);
  lp_slide_put (row->bar, left, y + height + plan->gap / 6, (int) (width * row->share), plan->bar);
}

static void
show_row (Row *row, gboolean shown)
{
  GtkWidget *parts[] = { GTK_WIDGET (row->rank), GTK_WIDGET (row->name), GTK_WIDGET (row->total), row->track, row->bar };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_child_visible (parts[i], shown && (parts[i] != row->bar || row->share > 0));
}

/* Returns how many there is no room for. */
static guint
place_rows (LpResultSlide *self, const LpSlideScale *scale, int x, int top, int width, int height)
{
  Plan plan = { .width = width, .height = height, .gap = lp_slide_scale_px (scale, LP_SLIDE_GAP) };
  Fitting fitting = { self, &plan };
  guint n_shown = 0;
  int y = top;

  plan.row_gap = plan.gap / 2;
  set_plan_size (self, &plan,
                 lp_slide_fit (lp_slide_scale_text (scale, LP_SLIDE_THEME), lp_slide_scale_text (scale, LP_SLIDE_SMALLEST),
                               fits_cb, &fitting));
  n_shown = count_fitting (self, &plan);
  for (guint i = 0; i < self->rows->len; i++)
    {
      show_row (self->rows->pdata[i], i < n_shown);
      place_row (self->rows->pdata[i], &plan, x, y);
      y += row_height (self->rows->pdata[i], &plan) + plan.row_gap;
    }

  return self->rows->len - n_shown;
}

static void
lp_result_slide_place (LpSlide *slide, const LpSlideScale *scale)
{
  LpResultSlide *self = LP_RESULT_SLIDE (slide);
  int x = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_X);
  int y = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_Y);
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int foot = lp_slide_scale_line (scale, LP_SLIDE_SMALLEST);
  int width = scale->width - 2 * x;
  int head = 0;
  int bottom = scale->height - y / 2 - foot;
  guint n_rest = 0;
  g_autofree char *rest = NULL;

  lp_slide_text_set_size (self->heading, lp_slide_scale_text (scale, LP_SLIDE_HEADING));
  lp_slide_text_set_size (self->sum, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_size (self->rest, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_size (self->waiting, lp_slide_scale_text (scale, LP_SLIDE_QUESTION));
  head = MIN (lp_slide_text_get_height (self->heading, width), 2 * lp_slide_scale_line (scale, LP_SLIDE_HEADING));
  lp_slide_put (self->heading, x, y, width, head);
  lp_slide_put (self->waiting, x, y + head + gap, width, bottom - y - head - gap);
  n_rest = place_rows (self, scale, x, y + head + gap, width, bottom - y - head - 2 * gap);
  rest = g_strdup_printf (ngettext ("and %u more", "and %u more", n_rest), n_rest);
  lp_slide_text_set_text (self->rest, n_rest > 0 ? rest : NULL);
  lp_slide_put (self->rest, x, bottom, width / 2, foot);
  lp_slide_put (self->sum, n_rest > 0 ? x + width / 2 : x, bottom, n_rest > 0 ? width / 2 : width, foot);
}

static void
lp_result_slide_dispose (GObject *object)
{
  g_clear_pointer (&LP_RESULT_SLIDE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_result_slide_parent_class)->dispose (object);
}

static void
lp_result_slide_class_init (LpResultSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_result_slide_dispose;
  LP_SLIDE_CLASS (klass)->place = lp_result_slide_place;
}

static void
lp_result_slide_init (LpResultSlide *self)
{
  LpSlide *slide = LP_SLIDE (self);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->heading = lp_slide_add_text (slide, LP_SLIDE_TEXT_BOLD, NULL);
  self->sum = lp_slide_add_text (slide, LP_SLIDE_TEXT_FIGURES, "quiet");
  self->waiting = lp_slide_add_text (slide, LP_SLIDE_TEXT_FIGURES, NULL);
  self->rest = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, "quiet");
  lp_slide_text_set_align (self->rest, 0, 0.5f);
  lp_slide_text_set_align (self->sum, 1, 0.5f);
  lp_slide_text_set_align (self->waiting, 0, 0.5f);
}

GtkWidget *
lp_result_slide_new (void)
{
  return g_object_new (LP_TYPE_RESULT_SLIDE, NULL);
}

/* A result without some is told as such: the room would take it for that of all. Transfer full. */
static char *
print_sum (const LpVoteRound *round)
{
  g_autofree char *sum = lp_vote_round_sum (round);
  g_autofree char *counted = round->expected > round->n_done ? lp_vote_round_progress (round) : NULL;

  return g_strjoin (" · ", sum, counted, NULL);
}

void
lp_result_slide_show (LpResultSlide *self, const LpVoteRound *round)
{
  gboolean complete = round != NULL && round->complete;
  g_autofree char *sum = complete ? print_sum (round) : NULL;
  g_autofree char *progress = round != NULL && !complete ? lp_vote_round_progress (round) : NULL;

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; complete && i < round->ranked->len; i++)
    g_ptr_array_add (self->rows, row_new (self, round, g_ptr_array_index (round->ranked, i)));
  lp_slide_text_set_text (self->heading, round != NULL ? round->question : NULL);
  lp_slide_text_set_text (self->sum, sum);
  lp_slide_text_set_text (self->waiting, round == NULL ? _("The result comes here") : progress);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
