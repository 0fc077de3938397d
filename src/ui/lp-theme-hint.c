/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-hint.h"

#include <glib/gi18n.h>

/* Somebody who types fast is not looked over the shoulder at every key. */
#define PAUSE_MS 200

struct _LpThemeHint {
  AdwBin           parent_instance;

  GtkImage        *icon;
  GtkLabel        *line;
  GtkWidget       *take_button;
  GtkWidget       *drop_button;

  LpNoteInput     *input;
  LpStore         *store;
  LpThemeAdviser  *adviser;
  LpId             likely;    /* unset: none */
  LpId             chosen;
  gboolean         dismissed; /* for the note that is being typed */
  guint            pause_id;
};

G_DEFINE_FINAL_TYPE (LpThemeHint, lp_theme_hint, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Transfer full; NULL when it is not there any more. */
static char *
find_name (LpThemeHint *self, const LpId *theme)
{
  g_autoptr (LpRecord) record = NULL;

  if (lp_id_is_set (theme))
    record = lp_reader_load (lp_store_get_reader (self->store), LP_THEME, theme, NULL);
  if (record == NULL || lp_record_int (record, LP_THEME_DELETED) != 0)
    return NULL;
  return g_strdup (lp_record_text (record, LP_THEME_NAME));
}

static gboolean
is_chosen (LpThemeHint *self)
{
  return lp_id_is_set (&self->chosen);
}

static void
show_name (LpThemeHint *self, const char *name)
{
  /* Translators: %s is the name of a theme that a note goes to when it is saved */
  g_autofree char *chosen = g_strdup_printf (_("Goes to “%s”"), name);
  /* Translators: %s is the name of a theme that a note may belong to */
  g_autofree char *likely = g_strdup_printf (_("Likely theme: “%s”"), name);
  const char *drop = is_chosen (self) ? _("Put it in no theme (Escape)") : _("Not this theme (Escape)");

  gtk_label_set_label (self->line, is_chosen (self) ? chosen : likely);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->line), name);
  gtk_image_set_from_icon_name (self->icon, is_chosen (self) ? "object-select-symbolic" : "lp-suggest-symbolic");
  gtk_widget_set_visible (self->take_button, !is_chosen (self));
  gtk_widget_set_tooltip_text (self->drop_button, drop);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_button), GTK_ACCESSIBLE_PROPERTY_LABEL, drop, -1);
}

static void
show_line (LpThemeHint *self)
{
  g_autofree char *name = find_name (self, is_chosen (self) ? &self->chosen : &self->likely);

  gtk_widget_set_visible (GTK_WIDGET (self), name != NULL);
  if (name != NULL)
    show_name (self, name);
}

static void
announce (LpThemeHint *self)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->input), gtk_label_get_label (self->line),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
choose (LpThemeHint *self, LpId theme)
{
  self->chosen = theme;
  show_line (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
take_cb (LpThemeHint *self)
{
  choose (self, self->likely);
  announce (self);
}

/* It is not asked about again until the next note. */
static void
drop_cb (LpThemeHint *self)
{
  self->likely = (LpId) { 0 };
  self->dismissed = TRUE;
  choose (self, (LpId) { 0 });
}

static gboolean
key_pressed_cb (LpThemeHint *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean shown = gtk_widget_get_visible (GTK_WIDGET (self));

  if (!shown || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Tab && !is_chosen (self))
    take_cb (self);
  else if (key == GDK_KEY_Escape)
    drop_cb (self);
  else
    return FALSE;
  return TRUE;
}

static void
ask (LpThemeHint *self)
{
  g_autofree char *text = lp_note_input_get_text (self->input);
  g_autoptr (GPtrArray) advice = NULL;
  LpId before = self->likely;

  if (self->adviser == NULL || self->dismissed || is_chosen (self) || *g_strstrip (text) == '\0')
    return;
  advice = lp_theme_adviser_advise (self->adviser, text);
  /* while it reads it has nothing to say against what it said before */
  if (!lp_theme_adviser_is_ready (self->adviser))
    return;
  self->likely = advice->len > 0 ? ((LpAdvice *) g_ptr_array_index (advice, 0))->theme : (LpId) { 0 };
  show_line (self);
  if (lp_id_is_set (&self->likely) && !lp_id_equal (&before, &self->likely))
    announce (self);
}

static void
pause_cb (gpointer data)
{
  LpThemeHint *self = data;

  self->pause_id = 0;
  ask (self);
}

static void
typed_cb (LpThemeHint *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (lp_note_input_is_blank (self->input))
    {
      self->dismissed = FALSE;
      self->likely = self->chosen = (LpId) { 0 };
      show_line (self);
    }
  else
    self->pause_id = g_timeout_add_once (PAUSE_MS, pause_cb, self);
}

static void
lp_theme_hint_dispose (GObject *object)
{
  LpThemeHint *self = LP_THEME_HINT (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->input);
  g_clear_object (&self->adviser);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_THEME_HINT);

  G_OBJECT_CLASS (lp_theme_hint_parent_class)->dispose (object);
}

static void
lp_theme_hint_class_init (LpThemeHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_theme_hint_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", LP_TYPE_THEME_HINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemeHint, icon);
  gtk_widget_class_bind_template_child (widget_class, LpThemeHint, line);
  gtk_widget_class_bind_template_child (widget_class, LpThemeHint, take_button);
  gtk_widget_class_bind_template_child (widget_class, LpThemeHint, drop_button);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
lp_theme_hint_init (LpThemeHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_theme_hint_watch (LpThemeHint *self, LpNoteInput *input, LpStore *store)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->input = g_object_ref (input);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (input), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
lp_theme_hint_advise (LpThemeHint *self, LpThemeAdviser *adviser)
{
  g_return_if_fail (self->adviser == NULL);

  self->adviser = g_object_ref (adviser);
  g_signal_connect_object (adviser, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
}

LpId
lp_theme_hint_get_theme (LpThemeHint *self)
{
  return self->chosen;
}

void
lp_theme_hint_set_theme (LpThemeHint *self, const LpId *theme)
{
  choose (self, *theme);
}
