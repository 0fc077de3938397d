/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-undo-button.h"

struct _LpUndoButton
{
  AdwBin parent_instance;

  LpStore *store;
  char *offered; /* NULL: the store's last action */
};

G_DEFINE_FINAL_TYPE (LpUndoButton, lp_undo_button, ADW_TYPE_BIN)

enum
{
  PROP_STORE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char *
describe_undo (const char *title)
{
  if (!title)
    return g_strdup (_("Undo"));

  /* Translators: what is undone, such as “Delete Note” */
  return g_strdup_printf (_("Undo “%s”"), title);
}

/* Every page has such a button, and every commit may change what it undoes: mostly to the same words. */
static void
show_title (LpUndoButton *self)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));
  const char *last = self->store != NULL ? lp_store_get_undo_title (self->store) : NULL;
  g_autofree char *words = describe_undo (self->offered != NULL ? self->offered : last);

  if (g_strcmp0 (words, gtk_widget_get_tooltip_text (button)) != 0)
    gtk_widget_set_tooltip_text (button, words);
}

static void
lp_undo_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpUndoButton *self = LP_UNDO_BUTTON (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_undo_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpUndoButton *self = LP_UNDO_BUTTON (object);

  switch (prop_id)
    {
    case PROP_STORE:
      lp_undo_button_set_store (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_undo_button_dispose (GObject *object)
{
  LpUndoButton *self = LP_UNDO_BUTTON (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, show_title, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_UNDO_BUTTON);
  g_clear_object (&self->store);
  g_clear_pointer (&self->offered, g_free);

  G_OBJECT_CLASS (lp_undo_button_parent_class)->dispose (object);
}

static void
lp_undo_button_class_init (LpUndoButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_undo_button_get_property;
  object_class->set_property = lp_undo_button_set_property;
  object_class->dispose = lp_undo_button_dispose;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, LP_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_STORE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-undo-button.ui");
}

static void
lp_undo_button_init (LpUndoButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_title (self);
}

GtkWidget *
lp_undo_button_new (LpStore *store)
{
  return g_object_new (LP_TYPE_UNDO_BUTTON, "store", store, NULL);
}

void
lp_undo_button_set_store (LpUndoButton *self, LpStore *store)
{
  g_return_if_fail (LP_IS_UNDO_BUTTON (self));

  if (store == self->store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, show_title, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "notify::undo-title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  show_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STORE]);
}

void
lp_undo_button_offer (LpUndoButton *self, const char *title, const char *action)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));

  if (!g_set_str (&self->offered, title))
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action != NULL ? action : "win.undo");
  show_title (self);
}
