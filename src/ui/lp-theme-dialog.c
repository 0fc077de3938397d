/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-dialog.h"

#include "lp-terms.h"
#include "lp-theme-edits.h"

#include <glib/gi18n.h>

struct _LpThemeDialog {
  AdwDialog    parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *description_row;
  AdwComboRow *colour_row;
  AdwComboRow *parent_row;
  AdwEntryRow *shared_row;

  GtkWidget   *from;
  LpStore     *store;
  LpId         meeting;
  LpId         theme;
  GArray      *parents;  /* of LpId: the rows of parent_row; the first is unset: none */
};

G_DEFINE_FINAL_TYPE (LpThemeDialog, lp_theme_dialog, ADW_TYPE_DIALOG)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
changed_cb (LpThemeDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "theme.save", *name != '\0');
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpThemeDialog *self = LP_THEME_DIALOG (widget);
  guint colour = adw_combo_row_get_selected (self->colour_row);
  g_autofree char *theme_name = g_strstrip (g_strdup (text_of (self->name_row)));
  LpThemeDraft draft = {
    .name = theme_name,
    .description = text_of (self->description_row),
    .colour = colour > 0 ? lp_colour_id (colour - 1) : "",
    .shared_name = text_of (self->shared_row),
    .parent = g_array_index (self->parents, LpId, adw_combo_row_get_selected (self->parent_row)),
  };

  lp_theme_edits_save (self->from, self->store, &self->meeting, &self->theme, &draft);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lp_theme_dialog_dispose (GObject *object)
{
  LpThemeDialog *self = LP_THEME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_THEME_DIALOG);
  g_clear_object (&self->from);
  g_clear_object (&self->store);
  g_clear_pointer (&self->parents, g_array_unref);

  G_OBJECT_CLASS (lp_theme_dialog_parent_class)->dispose (object);
}

static void
lp_theme_dialog_class_init (LpThemeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_theme_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemeDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LpThemeDialog, description_row);
  gtk_widget_class_bind_template_child (widget_class, LpThemeDialog, colour_row);
  gtk_widget_class_bind_template_child (widget_class, LpThemeDialog, parent_row);
  gtk_widget_class_bind_template_child (widget_class, LpThemeDialog, shared_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "theme.save", NULL, save_action);
}

static void
lp_theme_dialog_init (LpThemeDialog *self)
{
  g_autoptr (GtkStringList) colours = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->parents = g_array_new (FALSE, TRUE, sizeof (LpId));
  gtk_string_list_append (colours, C_("colour", "None"));
  for (guint i = 0; i < LP_N_COLOURS; i++)
    gtk_string_list_append (colours, lp_colour_label (i));
  adw_combo_row_set_model (self->colour_row, G_LIST_MODEL (colours));
}

static void
show_theme (LpThemeDialog *self,
            LpRecord      *theme)
{
  LpColour colour = LP_COLOUR_BLUE;

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), lp_record_text (theme, LP_THEME_NAME));
  gtk_editable_set_text (GTK_EDITABLE (self->description_row), lp_record_text (theme, LP_THEME_DESCRIPTION));
  gtk_editable_set_text (GTK_EDITABLE (self->shared_row), lp_record_text (theme, LP_THEME_SHARED_NAME));
  if (lp_colour_find (lp_record_text (theme, LP_THEME_COLOUR), &colour))
    adw_combo_row_set_selected (self->colour_row, colour + 1);
}

/* All that may have parts: themes that are no parts themselves. */
static void
show_parents (LpThemeDialog *self,
              LpBoard       *board,
              const LpId    *parent)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LpId none = { 0 };

  gtk_string_list_append (names, C_("theme", "None"));
  g_array_append_val (self->parents, none);
  for (guint i = 0; i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);

      if (lp_id_is_set (&pile->parent) || lp_id_equal (&pile->theme, &self->theme))
        continue;
      gtk_string_list_append (names, pile->name);
      g_array_append_val (self->parents, pile->theme);
    }
  adw_combo_row_set_model (self->parent_row, G_LIST_MODEL (names));
  for (guint i = 1; parent != NULL && i < self->parents->len; i++)
    {
      if (lp_id_equal (&g_array_index (self->parents, LpId, i), parent))
        adw_combo_row_set_selected (self->parent_row, i);
    }
}

AdwDialog *
lp_theme_dialog_new (GtkWidget  *from,
                     LpStore    *store,
                     const LpId *meeting,
                     LpBoard    *board,
                     const LpId *theme)
{
  g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (store), LP_THEME, theme, NULL);
  LpThemeDialog *self = NULL;

  if (record == NULL)
    return NULL;
  self = g_object_new (LP_TYPE_THEME_DIALOG, NULL);
  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->theme = *theme;
  show_parents (self, board, lp_record_id (record, LP_THEME_PARENT));
  show_theme (self, record);
  return ADW_DIALOG (self);
}
