/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-wall-slide.h"

#include <glib/gi18n.h>

#include "lp-kind-badge.h"
#include "lp-slide-icon.h"
#include "lp-terms.h"
#include "lp-wall-cards.h"

typedef struct
{
  LpList *notes;
  GtkWidget *icon;
  LpSlideText *name;
  LpSlideText *count;
  GtkWidget *cards;
} Column;

struct _LpWallSlide
{
  LpSlide parent_instance;

  GPtrArray *columns; /* of Column */
  guint kinds;
  LpSlideText *foot;
  LpSlideText *end;
};

G_DEFINE_FINAL_TYPE (LpWallSlide, lp_wall_slide, LP_TYPE_SLIDE)

/* --- Columns --- */

static void
show_count (Column *column)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (column->notes));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u so far", "%'u so far", n), n);

  lp_slide_text_set_text (column->count, n > 0 ? text : NULL);
}

static void
column_free (gpointer data)
{
  Column *column = data;

  g_signal_handlers_disconnect_by_data (column->notes, column);
  g_object_unref (column->notes);
  gtk_widget_unparent (column->icon);
  gtk_widget_unparent (GTK_WIDGET (column->name));
  gtk_widget_unparent (GTK_WIDGET (column->count));
  gtk_widget_unparent (column->cards);
  g_free (column);
}

static Column *
column_new (LpWallSlide *self, LpStore *store, const LpId *meeting, LpKind kind)
{
  Column *column = g_new0 (Column, 1);

  column->notes = lp_list_new_wall (store, meeting, kind);
  column->icon = lp_slide_icon_new ();
  lp_slide_icon_set_name (LP_SLIDE_ICON (column->icon), lp_kind_icon_name (kind));
  gtk_widget_add_css_class (column->icon, lp_kind_css_class (kind));
  gtk_widget_set_parent (column->icon, GTK_WIDGET (self));
  column->name = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_BOLD, lp_kind_css_class (kind));
  lp_slide_text_set_text (column->name, lp_kind_plural (kind));
  lp_slide_text_set_align (column->name, 0, 0.5f);
  column->count = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_FIGURES, "quiet");
  lp_slide_text_set_align (column->count, 1, 0.5f);
  column->cards = lp_wall_cards_new (column->notes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, lp_kind_plural (kind), -1);
  gtk_widget_set_parent (column->cards, GTK_WIDGET (self));
  g_signal_connect_swapped (column->notes, "items-changed", G_CALLBACK (show_count), column);
  show_count (column);

  return column;
}

static void
place_column (Column *column, const LpSlideScale *scale, int x, int y, int width, int height)
{
  int head = lp_slide_scale_line (scale, LP_SLIDE_HEADING);
  int icon = (int) lp_slide_scale_text (scale, LP_SLIDE_HEADING);
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int left = icon + gap;
  int name = 0;

  lp_slide_text_set_size (column->name, lp_slide_scale_text (scale, LP_SLIDE_HEADING));
  lp_slide_text_set_size (column->count, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  name = MIN (lp_slide_text_get_width (column->name), (width - left) * 2 / 3);
  lp_slide_put (column->icon, x, y + (head - icon) / 2, icon, icon);
  lp_slide_put (column->name, x + left, y, name, head);
  left += name + gap;
  lp_slide_put (column->count, x + left, y, width - left, head);
  lp_wall_cards_set_scale (LP_WALL_CARDS (column->cards), scale);
  lp_slide_put (column->cards, x, y + head + gap, width, height - head - gap);
}

/* --- Slide --- */

/* Returns how high it is: the foot may take two lines of large letters. */
static int
place_foot (LpWallSlide *self, const LpSlideScale *scale, int x, int bottom, int width)
{
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int height = lp_slide_scale_line (scale, LP_SLIDE_SMALLEST);
  int end = 0;

  lp_slide_text_set_size (self->foot, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_size (self->end, lp_slide_scale_text (scale, LP_SLIDE_SMALLEST));
  if (gtk_widget_get_visible (GTK_WIDGET (self->end)))
    end = MIN (lp_slide_text_get_width (self->end), width / 3);
  height = CLAMP (lp_slide_text_get_height (self->foot, width - end - gap), height, 2 * height);
  lp_slide_put (self->foot, x, bottom - height, width - end - gap, height);
  lp_slide_put (self->end, x + width - end, bottom - height, end, height);

  return height;
}

static void
lp_wall_slide_place (LpSlide *slide, const LpSlideScale *scale)
{
  LpWallSlide *self = LP_WALL_SLIDE (slide);
  int x = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_X);
  int y = lp_slide_scale_px (scale, LP_SLIDE_MARGIN_Y) * 3 / 4;
  int gap = lp_slide_scale_px (scale, LP_SLIDE_GAP);
  int width = scale->width - 2 * x;
  int foot = place_foot (self, scale, x, scale->height - y, width);
  int between = gap * 5 / 2;
  int n = (int) self->columns->len;
  int column = n > 0 ? (width - (n - 1) * between) / n : 0;

  for (int i = 0; i < n; i++)
    place_column (self->columns->pdata[i], scale, x + i * (column + between), y, column,
                  scale->height - 2 * y - foot - gap);
}

static void
lp_wall_slide_dispose (GObject *object)
{
  g_clear_pointer (&LP_WALL_SLIDE (object)->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_wall_slide_parent_class)->dispose (object);
}

static void
lp_wall_slide_class_init (LpWallSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_wall_slide_dispose;
  LP_SLIDE_CLASS (klass)->place = lp_wall_slide_place;
}

static void
lp_wall_slide_init (LpWallSlide *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->foot = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_PLAIN, "quiet");
  self->end = lp_slide_add_text (LP_SLIDE (self), LP_SLIDE_TEXT_PLAIN, "quiet");
  lp_slide_text_set_align (self->foot, 0, 0.5f);
  lp_slide_text_set_align (self->end, 1, 0.5f);
  lp_slide_text_set_text (self->foot, _("Your words, without names. Say so if something should be removed."));
}

GtkWidget *
lp_wall_slide_new (void)
{
  return g_object_new (LP_TYPE_WALL_SLIDE, NULL);
}

/** lp_wall_slide_set_kinds: kinds: those that have a column, as bits of 1 << LpKind. */
void
lp_wall_slide_set_kinds (LpWallSlide *self, LpStore *store, const LpId *meeting, guint kinds)
{
  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  g_ptr_array_set_size (self->columns, 0);
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      if (kinds & 1u << kind)
        g_ptr_array_add (self->columns, column_new (self, store, meeting, kind));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** lp_wall_slide_set_end: end: "We finish at 11:58", or NULL. */
void
lp_wall_slide_set_end (LpWallSlide *self, const char *end)
{
  lp_slide_text_set_text (self->end, end);
}
