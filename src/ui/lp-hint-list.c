/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-hint-list.h"

#include <glib/gi18n.h>

struct _LpHintList
{
  AdwBin parent_instance;

  GtkListBox *list_box;
  GtkWidget *rows[LP_N_HINTS]; /* AdwActionRow */
  GtkWidget *seen_buttons[LP_N_HINTS];
  GtkWidget *spread_button;
};

G_DEFINE_FINAL_TYPE (LpHintList, lp_hint_list, ADW_TYPE_BIN)

enum {
  SEEN,
  SPREAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const icons[LP_N_HINTS] = {
  [LP_HINT_SILENT] = "alarm-symbolic",
  [LP_HINT_BEHIND] = "lp-overrun-symbolic",
  [LP_HINT_UNHEARD] = "lp-perspective-symbolic",
};

static void
seen_cb (LpHintList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  for (LpHintKind kind = 0; kind < LP_N_HINTS; kind++)
    {
      if (self->rows[kind] == row)
        g_signal_emit (self, signals[SEEN], 0, kind);
    }
}

static void
spread_cb (LpHintList *self)
{
  g_signal_emit (self, signals[SPREAD], 0);
}

static GtkWidget *
add_button (LpHintList *self, GtkWidget *row, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_row (LpHintList *self, LpHintKind kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[kind]);
  GtkWidget *seen = NULL;

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (kind == LP_HINT_BEHIND)
    self->spread_button = add_button (self, row, _("Spread the Loss…"), G_CALLBACK (spread_cb));
  /* Translators: a button: the hint was seen, and stays away until it gets worse */
  seen = add_button (self, row, C_("hint", "Seen"), G_CALLBACK (seen_cb));
  self->seen_buttons[kind] = seen;
  gtk_widget_add_css_class (seen, "flat");
  gtk_widget_set_tooltip_text (seen, _("Stays away until it gets worse"));
  gtk_list_box_append (self->list_box, row);
  self->rows[kind] = row;
}

static void
lp_hint_list_class_init (LpHintListClass *klass)
{
  signals[SEEN] =
      g_signal_new ("seen", LP_TYPE_HINT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SPREAD] =
      g_signal_new ("spread", LP_TYPE_HINT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_hint_list_init (LpHintList *self)
{
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hints"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list_box));
  for (LpHintKind kind = 0; kind < LP_N_HINTS; kind++)
    add_row (self, kind);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* hints: of LpHint */
void
lp_hint_list_show_hints (LpHintList *self, GPtrArray *hints)
{
  gboolean shown[LP_N_HINTS] = { 0 };

  for (guint i = 0; i < hints->len; i++)
    {
      const LpHint *hint = g_ptr_array_index (hints, i);
      GtkWidget *row = self->rows[hint->kind];

      shown[hint->kind] = TRUE;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hint->text);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint->advice);
      if (hint->kind == LP_HINT_BEHIND)
        gtk_widget_set_visible (self->spread_button, hint->can_spread);
    }
  for (LpHintKind kind = 0; kind < LP_N_HINTS; kind++)
    gtk_widget_set_visible (self->rows[kind], shown[kind]);
  gtk_widget_set_visible (GTK_WIDGET (self), hints->len > 0);
}

/* Words need the width that buttons take. */
void
lp_hint_list_set_narrow (LpHintList *self, gboolean narrow)
{
  gtk_button_set_label (GTK_BUTTON (self->spread_button), narrow ? _("Spread…") : _("Spread the Loss…"));
  for (LpHintKind kind = 0; kind < LP_N_HINTS; kind++)
    {
      GtkWidget *button = self->seen_buttons[kind];

      if (!narrow)
        {
          gtk_button_set_label (GTK_BUTTON (button), C_("hint", "Seen"));
          continue;
        }
      gtk_button_set_icon_name (GTK_BUTTON (button), "object-select-symbolic");
      /* or its name would still be the label that it had */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("hint", "Seen"), -1);
    }
}
