/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-themes-slide.h"

#include <glib/gi18n.h>

#include "lp-kind-badge.h"
#include "lp-slide-fit.h"
#include "lp-slide-icon.h"

/* So many in one column; more stand in two. */
#define ONE_COLUMN 6

/* How much smaller names become rather than that one of them is broken. */
#define ONE_LINE 0.75

#define N_COUNTED 2

static const LpKind counted[N_COUNTED] = { LP_KIND_DREAM, LP_KIND_CONCERN };

typedef struct
{
  LpSlideText *name;
  GtkWidget *icons[N_COUNTED];
  LpSlideText *counts[N_COUNTED];
} Row;

/** How the rows lie at some size of the letters. */
typedef struct
{
  LpSlideScale scale;
  double size;
  int n_columns;
  int width;     /* of a column */
  int height;
  int between;   /* columns */
  int icon;
  int figures;   /* room for a count */
  int gap;       /* beside */
  int row_gap;   /* below */
  guint per_column;
} Plan;

struct _LpThemesSlide
{
  LpSlide parent_instance;

  LpSlideText *heading;
  LpSlideText *empty;
  LpSlideText *rest;
  GtkWidget *legend_icons[N_COUNTED];
  LpSlideText *legend[N_COUNTED];
  GPtrArray *rows; /* of Row */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (LpThemesSlide, lp_themes_slide, LP_TYPE_SLIDE)

static void
row_free (gpointer data)
{
  Row *row = data;

  gtk_widget_unparent (GTK_WIDGET (row->name));
  for (guint i = 0; i < N_COUNTED; i++)
    {
      gtk_widget_unparent (row->icons[i]);
      gtk_widget_unparent (GTK_WIDGET (row->counts[i]));
    }
  g_free (row);
}

static GtkWidget *
add_icon (LpThemesSlide *self, LpKind kind)
{
  GtkWidget *icon = lp_slide_icon_new ();

  lp_slide_icon_set_name (LP_SLIDE_ICON (icon), lp_kind_icon_name (kind));
  gtk_widget_add_css_class (icon, lp_kind_css_class (kind));
  gtk_widget_set_parent (icon, GTK_WIDGET (self));

  return icon;
}

static Row *
row_new (LpThemesSlide *self, const LpPile *pile)
{
  Row *row = g_new0 (Row, 1);

  row->name = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_BOLD, NULL);
  lp_slide_text_set_text (row->name, pile->name);
  for (guint i = 0; i < N_COUNTED; i++)
    {
      g_autofree char *count = g_strdup_printf ("%'u", pile->kinds[counted[i]]);
      g_autofree char *spoken =
          g_strdup_printf ("%u %s", pile->kinds[counted[i]], lp_kind_plural (counted[i]));

      row->icons[i] = add_icon (self, counted[i]);
      row->counts[i] = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_FIGURES, NULL);
      lp_slide_text_set_align (row->counts[i], 1, 0);
      lp_slide_text_set_text (row->counts[i], count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->counts[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }

  return row;
}

/* --- Layout --- */

static void
set_plan_size (LpThemesSlide *self, Plan *plan, double size)
{
  plan->size = size;
  plan->icon = (int) (size * 0.9);
  plan->figures = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      lp_slide_text_set_size (row->name, size);
      for (guint j = 0; j < N_COUNTED; j++)
        {
          lp_slide_text_set_size (row->counts[j], size);
          plan->figures = MAX (plan->figures, lp_slide_text_get_width (row->counts[j]));
        }
    }
}

static int
name_width (const Plan *plan)
{
  return plan->width - N_COUNTED * (plan->icon + plan->gap / 3 + plan->figures + plan->gap);
}

/* Where the next row begins: below the one before, or at the head of the next column. */
static void
flow (const Plan *plan, guint row, int height, int *column, int *y)
{
  if (*y == 0 || (*y + height <= plan->height && row % plan->per_column != 0))
    return;

  (*column)++;
  *y = 0;
}

/* How many rows can be seen, when they run down one column after the other. */
static guint
count_fitting (LpThemesSlide *self, const Plan *plan)
{
  int column = 0;
  int y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      int height = lp_slide_text_get_height (row->name, name_width (plan));

      flow (plan, i, height, &column, &y);
      if (column >= plan->n_columns || height > plan->height)
        return i;
      y += height + plan->row_gap;
    }

  return self->rows->len;
}

typedef struct
{
  LpThemesSlide *self;
  Plan *plan;
  gboolean one_line; /* each name */
} Fitting;

static gboolean
names_take_one_line (LpThemesSlide *self, const Plan *plan)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (lp_slide_text_get_width (((Row *) self->rows->pdata[i])->name) > name_width (plan))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fits_cb (double size, gpointer data)
{
  Fitting *fitting = data;

  set_plan_size (fitting->self, fitting->plan, size);
  if (fitting->one_line && !names_take_one_line (fitting->self, fitting->plan))
    return FALSE;

  return count_fitting (fitting->self, fitting->plan) == fitting->self->rows->len;
}

static void
place_row (Row *row, const Plan *plan, int x, int y, int height)
{
  int line = lp_slide_text_get_height (row->counts[0], plan->width);

  lp_slide_put (row->name, x, y, name_width (plan), height);
  x += plan->width;
  for (int i = N_COUNTED - 1; i >= 0; i--)
    {
      x -= plan->figures;
      lp_slide_put (row->counts[i], x, y, plan->figures, line);
      x -= plan->icon + plan->gap / 3;
      lp_slide_put (row->icons[i], x, y + (line - plan->icon) / 2, plan->icon, plan->icon);
      x -= plan->gap;
    }
}

static void
set_row_shown (Row *row, gboolean shown)
{
  gtk_widget_set_child_visible (GTK_WIDGET (row->name), shown);
  for (guint i = 0; i < N_COUNTED; i++)
    {
      gtk_widget_set_child_visible (row->icons[i], shown);
      gtk_widget_set_child_visible (GTK_WIDGET (row->counts[i]), shown);
    }
}

static void
place_rows (LpThemesSlide *self, const Plan *plan, int left, int top)
{
  int column = 0;
  int y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      int height = lp_slide_text_get_height (row->name, name_width (plan));

      flow (plan, i, height, &column, &y);
      set_row_shown (row, i < self->n_shown);
      place_row (row, plan, left + column * (plan->width + plan->between), top + y, height);
      y += height + plan->row_gap;
    }
}

/* Over the height there is, as far as that does not tear them apart. */
static void
spread (LpThemesSlide *self, Plan *plan)
{
  while (plan->row_gap < 3 * plan->gap && self->n_shown == self->rows->len)
    {
      plan->row_gap++;
      if (count_fitting (self, plan) < self->n_shown)
        {
          plan->row_gap--;
          return;
        }
    }
}

/* As large as all of them can be, and rather in one line each; where there are more than can be read, as many as there is room for. */
static void
choose_size (LpThemesSlide *self, Plan *plan)
{
  double most = lp_slide_scale_text (&plan->scale, LP_SLIDE_THEME);
  double least = lp_slide_scale_text (&plan->scale, LP_SLIDE_SMALLEST);
  Fitting fitting = { self, plan, FALSE };
  double size = lp_slide_fit (most, least, fits_cb, &fitting);
  double one_line = 0;

  fitting.one_line = TRUE;
  one_line = lp_slide_fit (most, least, fits_cb, &fitting);
  if (one_line >= size * ONE_LINE && fits_cb (one_line, &fitting))
    size = one_line;
  set_plan_size (self, plan, size);
  if (count_fitting (self, plan) < self->rows->len)
    plan->per_column = G_MAXUINT;
  self->n_shown = count_fitting (self, plan);
  spread (self, plan);
}

static void
place_head (LpThemesSlide *self, const LpSlideScale *scale, int x, int y, int width, int line)
{
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int icon = (int) lp_slide_scale_text (scale, LP_SLIDE_SMALLEST);
  int right = x + width;

  for (int i = N_COUNTED - 1; i >= 0; i--)
    {
      int text = 0;

      lp_slide_text_set_size (self->legend[i], lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
      text = MIN (lp_slide_text_get_width (self->legend[i]), width / 4);
      right -= text;
      lp_slide_put (self->legend[i], right, y, text, line);
      right -= icon + gap / 2;
      lp_slide_put (self->legend_icons[i], right, y + (line - icon) / 2, icon, icon);
      right -= gap;
    }
  lp_slide_text_set_size (self->heading, lp_slide_scale_text (scale, LP_SLIDE_HEADING));
  lp_slide_put (self->heading, x, y, right - x, line);
}

static void
place_rest (LpThemesSlide *self, const LpSlideScale *scale, int x, int y, int width, int height)
{
  guint n = self->rows->len - self->n_shown;
  g_autofree char *rest = g_strdup_printf (ngettext ("and %u more theme", "and %u more themes", n), n);

  lp_slide_text_set_size (self->rest, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_text (self->rest, n > 0 ? rest : NULL);
  lp_slide_put (self->rest, x, y, width, height);
}

static void
lp_themes_slide_place (LpSlide *slide, const LpSlideScale *scale)
{
  LpThemesSlide *self = LP_THEMES_SLIDE (slide);
  int x = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_X);
  int y = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_Y);
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int head = lp_slide_scale_line (scale, LP_SLIDE_HEADING);
  int foot = lp_slide_scale_line (scale, LP_SLIDE_SMALLEST);
  int width = scale->width - 2 * x;
  int top = y + head + gap;
  Plan plan = { .scale = *scale, .gap = gap, .row_gap = gap, .between = 4 * gap, .n_columns = self->rows->len > ONE_COLUMN ? 2 : 1 };

  plan.width = (width - (plan.n_columns - 1) * plan.between) / plan.n_columns;
  plan.height = scale->height - y / 2 - foot - top;
  plan.per_column = MAX ((self->rows->len + (guint) plan.n_columns - 1) / (guint) plan.n_columns, 1);
  choose_size (self, &plan);
  place_head (self, scale, x, y, width, head);
  place_rows (self, &plan, x, top);
  lp_slide_text_set_size (self->empty, lp_slide_scale_text (scale, LP_SLIDE_HEADING));
  lp_slide_put (self->empty, x, top, width, plan.height);
  place_rest (self, scale, x, top + plan.height, width, foot);
}

static void
lp_themes_slide_dispose (GObject *object)
{
  g_clear_pointer (&LP_THEMES_SLIDE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_themes_slide_parent_class)->dispose (object);
}

static void
lp_themes_slide_class_init (LpThemesSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_themes_slide_dispose;
  LP_SLIDE_CLASS (klass)->place = lp_themes_slide_place;
}

static void
lp_themes_slide_init (LpThemesSlide *self)
{
  LpSlide *slide = LP_SLIDE (self);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->heading = lp_slide_add_text (slide, LP_SLIDE_TEXT_BOLD, NULL);
  self->empty = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, "quiet");
  self->rest = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, "quiet");
  lp_slide_text_set_align (self->heading, 0, 0.5f);
  lp_slide_text_set_text (self->heading, _("Our themes"));
  for (guint i = 0; i < N_COUNTED; i++)
    {
      self->legend_icons[i] = add_icon (self, counted[i]);
      self->legend[i] = lp_slide_add_text (slide, LP_SLIDE_TEXT_PLAIN, lp_kind_css_class (counted[i]));
      lp_slide_text_set_align (self->legend[i], 1, 0.5f);
      lp_slide_text_set_text (self->legend[i], lp_kind_plural (counted[i]));
    }
}

GtkWidget *
lp_themes_slide_new (void)
{
  return g_object_new (LP_TYPE_THEMES_SLIDE, NULL);
}

void
lp_themes_slide_show (LpThemesSlide *self, const LpBoard *board)
{
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < board->piles->len; i++)
    g_ptr_array_add (self->rows, row_new (self, board->piles->pdata[i]));
  lp_slide_text_set_text (self->empty, board->piles->len == 0 ? _("The themes come here") : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
