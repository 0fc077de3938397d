/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-name-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LpThemeNamePopover {
  GtkPopover  parent_instance;

  GtkLabel   *heading;
  GtkEntry   *entry;
  GtkWidget  *taken;
  GtkButton  *button;
  GtkButton  *anyway_button;

  GHashTable *themes;    /* folded name → LpId of those that are there already */
  LpId        here;      /* what is named already lies here: unset when nowhere */
  char       *command;   /* on the button */
  char       *anyway;    /* on it, when there is a theme of that name */
  gboolean    can_move;
};

G_DEFINE_FINAL_TYPE (LpThemeNamePopover, lp_theme_name_popover, GTK_TYPE_POPOVER)

enum {
  NAMED,
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_name (LpThemeNamePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* Names that look alike are alike. */
static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal ? normal : name, -1);
}

/* The theme that bears the name already, or NULL. */
static const LpId *
find_taken (LpThemeNamePopover *self)
{
  g_autofree char *name = get_name (self);
  g_autofree char *folded = fold (name);

  return g_hash_table_lookup (self->themes, folded);
}

static gboolean
can_move_to (LpThemeNamePopover *self,
             const LpId         *theme)
{
  return theme != NULL && self->can_move && !lp_id_equal (theme, &self->here);
}

/* That the name is taken is announced by the line that says so, which is an alert. */
static void
show_name (LpThemeNamePopover *self)
{
  g_autofree char *name = get_name (self);
  const LpId *taken = find_taken (self);
  gboolean can_move = can_move_to (self, taken);

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *name != '\0');
  gtk_button_set_label (self->button, can_move ? _("Move There") : taken ? self->anyway : self->command);
  gtk_button_set_label (self->anyway_button, self->anyway);
  gtk_widget_set_visible (GTK_WIDGET (self->anyway_button), can_move);
  gtk_widget_set_visible (self->taken, taken != NULL);
}

static void
changed_cb (GtkEditable        *editable,
            LpThemeNamePopover *self)
{
  show_name (self);
}

static void
anyway_cb (GtkButton          *button,
           LpThemeNamePopover *self)
{
  g_autofree char *name = get_name (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, name);
}

static void
clicked_cb (GtkButton          *button,
            LpThemeNamePopover *self)
{
  const LpId *taken = find_taken (self);
  g_autofree char *theme = can_move_to (self, taken) ? lp_id_to_string (taken) : NULL;

  if (theme == NULL)
    {
      anyway_cb (button, self);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MOVE], 0, theme);
}

static void
lp_theme_name_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_THEME_NAME_POPOVER);

  G_OBJECT_CLASS (lp_theme_name_popover_parent_class)->dispose (object);
}

static void
lp_theme_name_popover_finalize (GObject *object)
{
  LpThemeNamePopover *self = LP_THEME_NAME_POPOVER (object);

  g_hash_table_unref (self->themes);
  g_free (self->command);
  g_free (self->anyway);

  G_OBJECT_CLASS (lp_theme_name_popover_parent_class)->finalize (object);
}

static void
lp_theme_name_popover_class_init (LpThemeNamePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_theme_name_popover_dispose;
  object_class->finalize = lp_theme_name_popover_finalize;

  signals[NAMED] = g_signal_new ("named", LP_TYPE_THEME_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVE] = g_signal_new ("move", LP_TYPE_THEME_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, taken);
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, button);
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, anyway_button);
  gtk_widget_class_bind_template_callback (widget_class, anyway_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
lp_theme_name_popover_init (LpThemeNamePopover *self)
{
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lp_theme_name_popover_new: name: to begin with, or NULL. command: on the button; anyway: on it while there is a theme of that
 * name already.
 */
LpThemeNamePopover *
lp_theme_name_popover_new (const char *heading,
                           const char *name,
                           const char *command,
                           const char *anyway)
{
  LpThemeNamePopover *self = g_object_new (LP_TYPE_THEME_NAME_POPOVER, NULL);

  self->command = g_strdup (command);
  self->anyway = g_strdup (anyway);
  gtk_label_set_label (self->heading, heading);
  gtk_button_set_label (self->button, command);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name ? name : "");
  return self;
}

/** lp_theme_name_popover_add_theme: one that is there already, whose name is better not given twice. */
void
lp_theme_name_popover_add_theme (LpThemeNamePopover *self,
                                 const char         *name,
                                 const LpId         *theme)
{
  g_hash_table_replace (self->themes, fold (name), lp_id_copy (theme));
  show_name (self);
}

/** lp_theme_name_popover_offer_move: offers to move there instead. here: the theme they are in now, or NULL. */
void
lp_theme_name_popover_offer_move (LpThemeNamePopover *self,
                                  const LpId         *here)
{
  self->can_move = TRUE;
  self->here = here ? *here : (LpId) { 0 };
  show_name (self);
}
