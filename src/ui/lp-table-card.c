/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-table-card.h"

#include <glib/gi18n.h>

#define CROWD 3 /* of one council: that many are said */

struct _LpTableCard
{
  GtkFlowBoxChild parent_instance;

  GtkLabel *name;
  GtkLabel *seats;
  GtkLabel *words;
  GtkWidget *message_box;
  GtkImage *sign;
  GtkLabel *message;

  int table;
};

G_DEFINE_FINAL_TYPE (LpTableCard, lp_table_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
lp_table_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_TABLE_CARD);

  G_OBJECT_CLASS (lp_table_card_parent_class)->dispose (object);
}

static void
lp_table_card_class_init (LpTableCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_table_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-table-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTableCard, name);
  gtk_widget_class_bind_template_child (widget_class, LpTableCard, seats);
  gtk_widget_class_bind_template_child (widget_class, LpTableCard, words);
  gtk_widget_class_bind_template_child (widget_class, LpTableCard, message_box);
  gtk_widget_class_bind_template_child (widget_class, LpTableCard, sign);
  gtk_widget_class_bind_template_child (widget_class, LpTableCard, message);
}

static void
lp_table_card_init (LpTableCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_table_card_new (void)
{
  return g_object_new (LP_TYPE_TABLE_CARD, NULL);
}

/* "4 lived  1 professional  +1": the two that a panel is made of, the others as a number. */
static char *
short_words (const LpTableSeats *seats)
{
  guint lived = seats->perspectives[LP_PERSPECTIVE_LIVED];
  guint professional = seats->perspectives[LP_PERSPECTIVE_PROFESSIONAL];
  guint others = seats->people - lived - professional;
  g_autoptr (GString) words = g_string_new (NULL);

  if (seats->people == 0)
    return g_strdup (_("Nobody yet"));
  if (seats->unknown == seats->people)
    return g_strdup (_("Perspective not known"));

  if (lived > 0)
    g_string_append_printf (words, "%u %s  ", lived, lp_perspective_short (LP_PERSPECTIVE_LIVED));
  if (professional > 0)
    g_string_append_printf (words, "%u %s  ", professional,
                            lp_perspective_short (LP_PERSPECTIVE_PROFESSIONAL));
  if (others > 0)
    g_string_append_printf (words, "+%u", others);
  return g_strdup (g_strchomp (words->str));
}

/* All of them by name. */
static char *
full_words (const LpTableSeats *seats)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if (seats->perspectives[i] > 0)
        g_strv_builder_take (parts,
                             g_strdup_printf ("%u %s", seats->perspectives[i], lp_perspective_short (i)));
    }
  if (seats->unknown > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u not known", "%u not known", seats->unknown),
                                                 seats->unknown));
  all = g_strv_builder_end (parts);
  return g_strjoinv (", ", all);
}

static void
show_message (LpTableCard *self, const char *message, gboolean warning)
{
  gtk_widget_set_visible (self->message_box, message != NULL);
  gtk_label_set_label (self->message, message ? message : "");
  gtk_image_set_from_icon_name (self->sign, warning ? "dialog-warning-symbolic" : "object-select-symbolic");
  if (warning)
    gtk_widget_add_css_class (GTK_WIDGET (self), "needs-look");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "needs-look");
}

/* What needs a look first, then what is good. Transfer full; NULL for nothing. */
static char *
find_message (const LpTableSeats *seats, gboolean *warning)
{
  *warning = TRUE;
  if (seats->one_perspective)
    return g_strdup (_("Only one perspective"));
  if (seats->largest_council >= CROWD)
    return g_strdup_printf (_("%u from one council"), seats->largest_council);

  *warning = FALSE;
  if (seats->councils < 2)
    return NULL;
  return g_strdup_printf (ngettext ("%u council mixed", "%u councils mixed", seats->councils),
                          seats->councils);
}

void
lp_table_card_set_seats (LpTableCard *self, const LpTableSeats *seats)
{
  gboolean warning = FALSE;
  g_autofree char *name = g_strdup_printf (_("Table %d"), seats->table);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", seats->people), seats->people);
  g_autofree char *words = short_words (seats);
  g_autofree char *full = full_words (seats);
  g_autofree char *message = find_message (seats, &warning);
  g_autofree char *spoken =
      g_strjoin (", ", name, people, *full != '\0' ? full : words, message, NULL);

  self->table = seats->table;
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->seats, people);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), full);
  show_message (self, message, warning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

int
lp_table_card_get_table (LpTableCard *self)
{
  return self->table;
}
