/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-attribute-bar.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-municipality-list.h"
#include "lp-profile-builder.h"
#include "lp-terms.h"

#define MAX_TABLE 999

struct _LpAttributeBar
{
  AdwBin parent_instance;

  GtkMenuButton *table_button;
  GtkLabel *table_label;
  GtkLabel *table_key;
  GtkPopover *table_popover;
  GtkEditable *table_entry;
  GtkLabel *table_problem;
  GtkMenuButton *perspective_button;
  GtkLabel *perspective_label;
  GtkLabel *perspective_key;
  GtkPopoverMenu *perspective_popover;
  GtkMenuButton *profile_button;
  GtkLabel *profile_label;
  GtkLabel *profile_key;
  GtkPopover *profile_popover;
  LpProfileBuilder *profile_builder;
  GtkMenuButton *municipality_button;
  GtkWidget *municipality_icon;
  GtkLabel *municipality_label;
  GtkLabel *municipality_key;
  GtkPopover *municipality_popover;
  GtkEditable *municipality_entry;
  LpMunicipalityList *municipality_list;
  GtkWidget *verbatim_check;
  GtkLabel *verbatim_key;
  GtkWidget *consent_check;
  GtkLabel *consent_key;

  LpNoteAttributes *attributes;
  guint done_id;
};

G_DEFINE_FINAL_TYPE (LpAttributeBar, lp_attribute_bar, ADW_TYPE_BIN)

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The pill says the value, or what it is for while there is none. */
static void
show_pill (GtkMenuButton *button, GtkLabel *label, const char *what, const char *value)
{
  gboolean unset = value == NULL || *value == '\0';
  /* Translators: an attribute of a note and its value, as a screen reader says it */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), what, unset ? _("none") : value);

  gtk_label_set_label (label, unset ? what : value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* One that nobody knows is kept; it may be misspelt. */
static void
show_municipality (LpAttributeBar *self)
{
  const char *name = lp_note_attributes_get_municipality (self->attributes);
  gboolean known = lp_municipality_list_knows (self->municipality_list, name);
  g_autofree char *words = g_strdup_printf (_("None of Denmark’s municipalities is called “%s”"), name);

  show_pill (self->municipality_button, self->municipality_label, _("Municipality"), name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->municipality_icon),
                                known ? "lp-place-symbolic" : "dialog-warning-symbolic");
  if (known)
    gtk_widget_remove_css_class (self->municipality_icon, "warning");
  else
    gtk_widget_add_css_class (self->municipality_icon, "warning");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->municipality_button), known ? NULL : words);
}

static void
show_all (LpAttributeBar *self)
{
  int table = lp_note_attributes_get_table (self->attributes);
  g_autofree char *table_text = table > 0 ? g_strdup_printf (_("Table %d"), table) : NULL;
  LpPerspective perspective = LP_PERSPECTIVE_LIVED;
  gboolean has_perspective =
      lp_perspective_find (lp_note_attributes_get_perspective (self->attributes), &perspective);

  show_pill (self->table_button, self->table_label, _("Table"), table_text);
  show_pill (self->perspective_button, self->perspective_label, _("Perspective"),
             has_perspective ? lp_perspective_label (perspective) : NULL);
  show_pill (self->profile_button, self->profile_label, _("Profile"),
             lp_note_attributes_get_profile (self->attributes));
  show_municipality (self);
}

/* Before the popover is shown: that selects all of it, so that typing replaces it. No table is an empty field. */
static void
fill_cb (GtkMenuButton *button, gpointer data)
{
  LpAttributeBar *self = data;
  int table = lp_note_attributes_get_table (self->attributes);
  g_autofree char *number = table > 0 ? g_strdup_printf ("%d", table) : g_strdup ("");

  if (button == self->table_button)
    gtk_editable_set_text (self->table_entry, number);
  else if (button == self->profile_button)
    lp_profile_builder_set_text (self->profile_builder, lp_note_attributes_get_profile (self->attributes));
  else
    {
      gtk_editable_set_text (self->municipality_entry, lp_note_attributes_get_municipality (self->attributes));
      lp_municipality_list_open (self->municipality_list);
    }
}

static void
take_text (LpAttributeBar *self, const char *property, GtkEditable *entry)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));

  g_object_set (self->attributes, property, g_strstrip (text), NULL);
}

static void
take_profile (LpAttributeBar *self)
{
  g_autofree char *profile = lp_profile_builder_dup_text (self->profile_builder);

  g_object_set (self->attributes, "profile", profile, NULL);
}

/* No table is a blank field, or 0. */
static gboolean
read_table (LpAttributeBar *self, guint64 *table)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->table_entry)));

  *table = 0;
  return *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, MAX_TABLE, table, NULL);
}

/* What is no number changes nothing, and that is said. */
static void
take_table (LpAttributeBar *self)
{
  const char *text = gtk_editable_get_text (self->table_entry);
  int before = lp_note_attributes_get_table (self->attributes);
  g_autofree char *kept = g_strdup_printf (_("“%s” is no table: it is still table %d"), text, before);
  g_autofree char *none = g_strdup_printf (_("“%s” is no table: there is still none"), text);
  guint64 table = 0;

  if (read_table (self, &table))
    g_object_set (self->attributes, "table", (int) table, NULL);
  else
    lp_feedback_say (GTK_WIDGET (self), before > 0 ? kept : none);
}

static void
table_changed_cb (LpAttributeBar *self)
{
  g_autofree char *words = g_strdup_printf (_("A table is a number from 1 to %d."), MAX_TABLE);
  guint64 table = 0;
  gboolean problem = !read_table (self, &table);

  gtk_label_set_label (self->table_problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->table_problem), problem);
  if (problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->table_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->table_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->table_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
done_cb (gpointer data)
{
  LpAttributeBar *self = data;

  self->done_id = 0;
  g_signal_emit (self, signals[DONE], 0);
  return G_SOURCE_REMOVE;
}

/* However it was closed, what was typed counts. GTK is about to give the focus to the button; the word that
 * it can go elsewhere comes after that, but before the next key. */
static void
closed_cb (LpAttributeBar *self, GtkPopover *popover)
{
  if (popover == self->table_popover)
    take_table (self);
  else if (popover == self->profile_popover)
    take_profile (self);
  else if (popover == self->municipality_popover)
    take_text (self, "municipality", self->municipality_entry);

  g_clear_handle_id (&self->done_id, g_source_remove);
  self->done_id = g_idle_add_full (G_PRIORITY_HIGH, done_cb, self, NULL);
}

static void
activated_cb (GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

/* What is no table is not taken: whoever pressed Return sees why. */
static void
table_activated_cb (LpAttributeBar *self)
{
  guint64 table = 0;

  if (read_table (self, &table))
    gtk_popover_popdown (self->table_popover);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self->table_entry), gtk_label_get_label (self->table_problem),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
municipality_activated_cb (LpAttributeBar *self)
{
  lp_municipality_list_accept (self->municipality_list);
  gtk_popover_popdown (self->municipality_popover);
}

static void
released_cb (LpAttributeBar *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
add_perspectives (LpAttributeBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint perspective = 0; perspective < LP_N_PERSPECTIVES; perspective++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (lp_perspective_label (perspective), NULL);

      g_menu_item_set_action_and_target (item, "attributes.perspective", "s",
                                         lp_perspective_id (perspective));
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, C_("perspective", "None"), "attributes.perspective::");
  gtk_popover_menu_set_menu_model (self->perspective_popover, G_MENU_MODEL (menu));
}

static void
lp_attribute_bar_dispose (GObject *object)
{
  LpAttributeBar *self = LP_ATTRIBUTE_BAR (object);

  g_clear_handle_id (&self->done_id, g_source_remove);
  g_clear_object (&self->attributes);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_ATTRIBUTE_BAR);

  G_OBJECT_CLASS (lp_attribute_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-attribute-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, table_button);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, table_label);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, table_key);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, table_popover);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, table_entry);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, table_problem);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, perspective_button);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, perspective_label);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, perspective_key);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, perspective_popover);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, profile_button);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, profile_label);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, profile_key);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, profile_popover);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, profile_builder);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_button);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_icon);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_label);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_key);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_popover);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_entry);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, municipality_list);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, verbatim_check);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, verbatim_key);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, consent_check);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeBar, consent_key);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, municipality_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_changed_cb);
}

static void
lp_attribute_bar_class_init (LpAttributeBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_attribute_bar_dispose;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  g_type_ensure (LP_TYPE_MUNICIPALITY_LIST);
  g_type_ensure (LP_TYPE_PROFILE_BUILDER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
lp_attribute_bar_init (LpAttributeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->table_button, fill_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->profile_button, fill_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->municipality_button, fill_cb, self, NULL);
  add_perspectives (self);
  lp_municipality_list_follow (self->municipality_list, self->municipality_entry);
}

/* Once. */
void
lp_attribute_bar_set_attributes (LpAttributeBar *self, LpNoteAttributes *attributes)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) perspective = g_property_action_new ("perspective", attributes, "perspective");

  g_return_if_fail (self->attributes == NULL);

  self->attributes = g_object_ref (attributes);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (perspective));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "attributes", G_ACTION_GROUP (actions));
  g_object_bind_property (attributes, "verbatim", self->verbatim_check, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (attributes, "consent", self->consent_check, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (attributes, "notify", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
}

/* Once. */
void
lp_attribute_bar_set_meeting (LpAttributeBar *self, LpStore *store, const LpId *meeting)
{
  lp_profile_builder_set_meeting (self->profile_builder, store, meeting);
  lp_municipality_list_set_meeting (self->municipality_list, store, meeting);
  show_municipality (self);
}

static gboolean
key_cb (GtkWidget *within, GVariant *arguments, gpointer pill)
{
  if (!gtk_widget_get_mapped (pill))
    return GDK_EVENT_PROPAGATE;

  if (GTK_IS_MENU_BUTTON (pill))
    gtk_menu_button_popup (pill);
  else
    gtk_check_button_set_active (pill, !gtk_check_button_get_active (pill));
  return GDK_EVENT_STOP;
}

/* Alt with the letters the pills show, while the focus is within. */
void
lp_attribute_bar_add_keys (LpAttributeBar *self, GtkWidget *within)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const struct
  {
    GtkLabel *key;
    gpointer pill;
  } pills[] = {
    { self->table_key, self->table_button },      { self->perspective_key, self->perspective_button },
    { self->profile_key, self->profile_button },  { self->municipality_key, self->municipality_button },
    { self->verbatim_key, self->verbatim_check }, { self->consent_key, self->consent_check },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (gtk_label_get_label (pills[i].key)));
      GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (gdk_unicode_to_keyval (letter), GDK_ALT_MASK);
      GtkShortcutAction *action = gtk_callback_action_new (key_cb, pills[i].pill, NULL);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (trigger, action));
    }
  gtk_widget_add_controller (within, controller);
}
