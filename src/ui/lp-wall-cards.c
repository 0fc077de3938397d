/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-wall-cards.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "lp-note-review.h"

/* More do not fit, however short they are. */
#define MOST_CARDS 12

/* Longer notes end with "…": the wall is to be read at a glance, and by the one who said it. */
#define MOST_LINES 6

#define ARRIVAL_MS 500

struct _LpWallCards
{
  GtkWidget parent_instance;

  LpList *notes;
  LpSlideText *cards[MOST_CARDS];
  LpSlideText *empty;
  guint n_cards;
  LpSlideScale scale;
  AdwAnimation *arrival;
};

G_DEFINE_FINAL_TYPE (LpWallCards, lp_wall_cards, GTK_TYPE_WIDGET)

static char *
read_words (LpWallCards *self, guint position)
{
  g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->notes), position);

  /* the list holds no other; what stands in for one that has just gone is none either */
  if (note == NULL || !lp_note_may_be_shown (note))
    return NULL;

  return g_strstrip (g_strdup (lp_note_get_words (note)));
}

static void
show_cards (LpWallCards *self)
{
  self->n_cards = 0;
  for (guint i = 0; i < MOST_CARDS; i++)
    {
      g_autofree char *words = read_words (self, i);

      if (words != NULL && *words != '\0')
        lp_slide_text_set_text (self->cards[self->n_cards++], words);
    }
  for (guint i = self->n_cards; i < MOST_CARDS; i++)
    lp_slide_text_set_text (self->cards[i], NULL);
  lp_slide_text_set_text (self->empty, self->n_cards == 0 ? _("The first words come here") : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
items_changed_cb (LpWallCards *self, guint position, guint removed, guint added)
{
  show_cards (self);
  if (position == 0 && removed == 0 && added > 0 && self->n_cards > 0)
    adw_animation_play (self->arrival);
}

/* --- Layout --- */

/* One whole, or as much of the first as there is room for. */
static int
measure_card (LpWallCards *self, LpSlideText *card, int width, int room)
{
  int padding = lp_slide_scale_px (&self->scale, LP_SLIDE_GAP);
  int line = lp_slide_scale_line (&self->scale, LP_SLIDE_SMALLEST);

  lp_slide_text_set_size (card, lp_slide_scale_text (&self->scale, LP_SLIDE_SMALLEST));
  lp_slide_text_set_box (card, padding, CLAMP ((room - 2 * padding) / line, 1, MOST_LINES));

  return lp_slide_text_get_height (card, width);
}

static void
lp_wall_cards_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpWallCards *self = LP_WALL_CARDS (widget);
  int gap = lp_slide_scale_px (&self->scale, LP_SLIDE_GAP) * 3 / 4;
  int y = 0;

  lp_slide_text_set_size (self->empty, lp_slide_scale_text (&self->scale, LP_SLIDE_SMALLEST));
  lp_slide_put (self->empty, 0, 0, width, lp_slide_scale_line (&self->scale, LP_SLIDE_SMALLEST) * 2);
  for (guint i = 0; i < self->n_cards; i++)
    {
      int card = measure_card (self, self->cards[i], width, height);

      if (i == 0)
        y = -(int) ((card + gap) * (1 - adw_animation_get_value (self->arrival)));
      gtk_widget_set_child_visible (GTK_WIDGET (self->cards[i]), i == 0 || y + card <= height);
      lp_slide_put (self->cards[i], 0, y, width, card);
      y += card + gap;
    }
}

static void
lp_wall_cards_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
arrive_cb (double value, gpointer data)
{
  gtk_widget_queue_allocate (GTK_WIDGET (data));
}

static void
lp_wall_cards_dispose (GObject *object)
{
  LpWallCards *self = LP_WALL_CARDS (object);
  GtkWidget *child = NULL;

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->notes);
  if (self->arrival != NULL)
    adw_animation_skip (self->arrival);
  g_clear_object (&self->arrival);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lp_wall_cards_parent_class)->dispose (object);
}

static void
lp_wall_cards_class_init (LpWallCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_wall_cards_dispose;
  widget_class->measure = lp_wall_cards_measure;
  widget_class->size_allocate = lp_wall_cards_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lp_wall_cards_init (LpWallCards *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (arrive_cb, self, NULL);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < MOST_CARDS; i++)
    {
      self->cards[i] = LP_SLIDE_TEXT (lp_slide_text_new (LP_SLIDE_TEXT_PLAIN, "wall-card"));
      gtk_widget_set_parent (GTK_WIDGET (self->cards[i]), GTK_WIDGET (self));
    }
  self->empty = LP_SLIDE_TEXT (lp_slide_text_new (LP_SLIDE_TEXT_PLAIN, "quiet"));
  gtk_widget_set_parent (GTK_WIDGET (self->empty), GTK_WIDGET (self));
  self->arrival = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ARRIVAL_MS, target);
  adw_animation_skip (self->arrival);
}

/* notes: from lp_list_new_wall(). */
GtkWidget *
lp_wall_cards_new (LpList *notes)
{
  LpWallCards *self = g_object_new (LP_TYPE_WALL_CARDS, NULL);

  self->notes = g_object_ref (notes);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  show_cards (self);

  return GTK_WIDGET (self);
}

/** lp_wall_cards_set_scale: that of the slide; before it is given its room. */
void
lp_wall_cards_set_scale (LpWallCards *self, const LpSlideScale *scale)
{
  if (memcmp (&self->scale, scale, sizeof self->scale) == 0)
    return;

  self->scale = *scale;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
