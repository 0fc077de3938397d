/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-voter-bar.h"

#include <glib/gi18n.h>

/* Of so many the bar shows some rows; the others are scrolled to. */
#define MANY 40
#define HEIGHT_OF_MANY 160

struct _LpVoterBar
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  AdwWrapBox *box;
  GPtrArray *buttons; /* of GtkToggleButton: 1, 2, 3 … */
  int chosen;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (LpVoterBar, lp_voter_bar, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/** lp_voter_bar_name: "Table 3", or "Person 12" in a round of people. Transfer full. */
char *
lp_voter_bar_name (const LpVoteRound *round, int number)
{
  return g_strdup_printf (round->by == LP_VOTE_BY_PEOPLE ? _("Person %d") : _("Table %d"), number);
}

static void
toggled_cb (LpVoterBar *self, GtkToggleButton *button)
{
  guint position = 0;

  if (self->syncing || !gtk_toggle_button_get_active (button) ||
      !g_ptr_array_find (self->buttons, button, &position))
    return;

  g_signal_emit (self, signals[CHOSEN], 0, (int) position + 1);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpVoterBar *self)
{
  gboolean forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? keyval == GDK_KEY_Left
                                                                                       : keyval == GDK_KEY_Right;
  int to = self->chosen + (forward ? 1 : -1);

  if ((keyval != GDK_KEY_Left && keyval != GDK_KEY_Right) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0 || to < 1 || to > (int) self->buttons->len)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_set_focusable (g_ptr_array_index (self->buttons, to - 1), TRUE);
  gtk_widget_grab_focus (g_ptr_array_index (self->buttons, to - 1));
  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, to - 1), TRUE);

  return GDK_EVENT_STOP;
}

static GtkWidget *
add_button (LpVoterBar *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *label = g_strdup_printf ("%u", self->buttons->len + 1);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_image_set_pixel_size (GTK_IMAGE (tick), 12);
  gtk_widget_add_css_class (tick, "dimmed");
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), tick);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "voter");
  gtk_widget_add_css_class (button, "numeric");
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, button);
  g_ptr_array_add (self->buttons, button);

  return button;
}

static void
show_voter (LpVoterBar *self, const LpVoteRound *round, const LpVoter *voter)
{
  GtkWidget *button =
      voter->number <= (int) self->buttons->len ? self->buttons->pdata[voter->number - 1] : add_button (self);
  GtkWidget *tick = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *name = lp_voter_bar_name (round, voter->number);
  /* Translators: “Table 3, counted” */
  g_autofree char *counted = g_strdup_printf (_("%s, counted"), name);

  gtk_widget_set_visible (tick, voter->done);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), voter->number == self->chosen);
  gtk_widget_set_focusable (button, voter->number == self->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, voter->done ? counted : name, -1);
}

static void
lp_voter_bar_dispose (GObject *object)
{
  g_clear_pointer (&LP_VOTER_BAR (object)->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_voter_bar_parent_class)->dispose (object);
}

static void
lp_voter_bar_class_init (LpVoterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_voter_bar_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", LP_TYPE_VOTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lp_voter_bar_init (LpVoterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 4);
  adw_wrap_box_set_line_spacing (self->box, 4);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
lp_voter_bar_show (LpVoterBar *self, const LpVoteRound *round, int chosen)
{
  g_return_if_fail (LP_IS_VOTER_BAR (self));

  self->syncing = TRUE;
  self->chosen = chosen;
  for (guint i = 0; i < round->voters->len; i++)
    show_voter (self, round, g_ptr_array_index (round->voters, i));
  while (self->buttons->len > round->voters->len)
    {
      adw_wrap_box_remove (self->box, g_ptr_array_index (self->buttons, self->buttons->len - 1));
      g_ptr_array_set_size (self->buttons, (int) self->buttons->len - 1);
    }
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER,
                                  self->buttons->len >= MANY ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (self->scrolled, self->buttons->len >= MANY ? HEIGHT_OF_MANY : -1);
  self->syncing = FALSE;
}
