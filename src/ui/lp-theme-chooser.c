/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-chooser.h"

#include "lp-terms.h"
#include "lp-theme-pile.h"

#include <glib/gi18n.h>

#define DATA_THEME "lp-theme" /* of a row: the id of its theme */

struct _LpThemeChooser {
  AdwDialog       parent_instance;

  GtkSearchEntry *entry;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (LpThemeChooser, lp_theme_chooser, ADW_TYPE_DIALOG)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       data)
{
  LpThemeChooser *self = data;
  g_autofree char *wanted = lp_fold_text (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *name = lp_fold_text (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return strstr (name, g_strstrip (wanted)) != NULL;
}

static void
filter_cb (LpThemeChooser *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
stop_cb (LpThemeChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
choose (LpThemeChooser *self,
        GtkListBoxRow  *row)
{
  g_autofree char *theme = g_strdup (g_object_get_data (G_OBJECT (row), DATA_THEME));

  g_signal_emit (self, signals[CHOSEN], 0, theme);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activated_cb (GtkListBox     *list,
              GtkListBoxRow  *row,
              LpThemeChooser *self)
{
  choose (self, row);
}

/* Return in the field takes what is at the top, of the words that stand there now. */
static void
first_cb (LpThemeChooser *self)
{
  GtkWidget *row = NULL;

  filter_cb (self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && !(GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row)))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    choose (self, GTK_LIST_BOX_ROW (row));
}

static void
lp_theme_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_THEME_CHOOSER);

  G_OBJECT_CLASS (lp_theme_chooser_parent_class)->dispose (object);
}

static void
lp_theme_chooser_class_init (LpThemeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_theme_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", LP_TYPE_THEME_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemeChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, LpThemeChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
lp_theme_chooser_init (LpThemeChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
}

static void
add_row (LpThemeChooser *self,
         const LpPile   *pile,
         guint           position)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  g_autofree char *spread = lp_theme_pile_describe (pile);
  GtkWidget *key = gtk_label_new (number);

  gtk_widget_add_css_class (key, "dimmed");
  gtk_widget_add_css_class (key, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pile->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), spread);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), key);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), DATA_THEME, lp_id_to_string (&pile->theme), g_free);
  gtk_list_box_append (self->list, row);
}

AdwDialog *
lp_theme_chooser_new (const char *title,
                      LpBoard    *board,
                      const LpId *except)
{
  LpThemeChooser *self = g_object_new (LP_TYPE_THEME_CHOOSER, "title", title, NULL);

  for (guint i = 0; i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);

      if (except == NULL || !lp_id_equal (&pile->theme, except))
        add_row (self, pile, i);
    }
  return ADW_DIALOG (self);
}
