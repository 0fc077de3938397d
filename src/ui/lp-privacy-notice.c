/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-privacy-notice.h"

#include <glib/gi18n.h>

#include "lp-accepted.h"
#include "lp-note-privacy.h"

struct _LpPrivacyNotice
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *reason;

  GtkTextView *input;    /* not owned */
  LpRosterNames *names;
  GtkTextTag *tag;       /* of the buffer's */
  GArray *findings;      /* of LpFinding, in the text as it was scanned last */
  char *text;            /* as it was scanned last */
  char *accepted;
  char *announced;       /* so that the same is not said at every key */
  guint idle;
};

G_DEFINE_FINAL_TYPE (LpPrivacyNotice, lp_privacy_notice, ADW_TYPE_BIN)

enum {
  PROP_ACCEPTED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  MASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (LpPrivacyNotice *self)
{
  return gtk_text_view_get_buffer (self->input);
}

/* Transfer full. */
static char *
get_text (LpPrivacyNotice *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

static void
get_range (LpPrivacyNotice *self, const LpFinding *finding, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), start, (int) finding->start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), end, (int) (finding->start + finding->length));
}

static void
underline (LpPrivacyNotice *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->tag, &start, &end);
  for (guint i = 0; i < self->findings->len; i++)
    {
      get_range (self, &g_array_index (self->findings, LpFinding, i), &start, &end);
      gtk_text_buffer_apply_tag (get_buffer (self), self->tag, &start, &end);
    }
}

/* The one the cursor is in or behind, else the first. */
static const LpFinding *
get_current (LpPrivacyNotice *self)
{
  GtkTextIter cursor = { 0 };
  guint at = 0;

  if (self->findings->len == 0)
    return NULL;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));
  for (guint i = 1; i < self->findings->len; i++)
    {
      if (g_array_index (self->findings, LpFinding, i).start <= (guint) gtk_text_iter_get_offset (&cursor))
        at = i;
    }

  return &g_array_index (self->findings, LpFinding, at);
}

static void
announce (LpPrivacyNotice *self, const char *words)
{
  if (g_set_str (&self->announced, words) && words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->input), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
say (LpPrivacyNotice *self)
{
  const LpFinding *finding = get_current (self);
  g_autofree char *match = NULL;
  g_autofree char *words = NULL;

  gtk_revealer_set_reveal_child (self->revealer, finding != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "privacy.mask", finding != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "privacy.accept", finding != NULL);
  if (finding != NULL)
    {
      match = g_strndup (self->text + finding->byte_start, finding->byte_length);
      /* Translators: words of a note, and why they tell who somebody is */
      words = g_strdup_printf (_("“%s”: %s"), match, lp_finding_reason (finding));
      gtk_label_set_label (self->reason, words);
    }
  announce (self, words);
}

static void
scan (LpPrivacyNotice *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->findings, g_array_unref);
  g_free (self->text);

  self->text = get_text (self);
  self->findings = lp_note_privacy_find (self->text, self->accepted, lp_roster_names_get (self->names));
  underline (self);
  say (self);
}

static void
idle_cb (gpointer data)
{
  LpPrivacyNotice *self = data;

  self->idle = 0;
  scan (self);
}

/* Once for all that was typed in the meantime. */
static void
changed_cb (LpPrivacyNotice *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_once (idle_cb, self);
}

static void
mask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrivacyNotice *self = LP_PRIVACY_NOTICE (widget);
  const LpFinding *finding = NULL;
  g_autofree char *match = NULL;
  LpFinding masked = { 0 };
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  if (self->input == NULL)
    return;
  scan (self);
  finding = get_current (self);
  if (finding == NULL)
    return;

  masked = *finding;
  match = g_strndup (self->text + finding->byte_start, finding->byte_length);
  gtk_text_buffer_begin_user_action (get_buffer (self));
  get_range (self, finding, &start, &end);
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
  gtk_text_buffer_insert (get_buffer (self), &start, lp_finding_mask (masked.type), -1);
  gtk_text_buffer_end_user_action (get_buffer (self));
  scan (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
  g_signal_emit (self, signals[MASKED], 0, match, &masked);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrivacyNotice *self = LP_PRIVACY_NOTICE (widget);
  g_autofree char *accepted = NULL;

  if (self->input == NULL)
    return;
  scan (self);
  if (get_current (self) == NULL)
    return;

  accepted = lp_accepted_add (self->accepted, self->text, get_current (self));
  lp_privacy_notice_set_accepted (self, accepted);
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
}

static gboolean
shortcut_cb (GtkWidget *input, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action_variant (data, g_variant_get_string (arguments, NULL), NULL);
}

static void
add_key (LpPrivacyNotice *self, GtkEventController *keys, const char *trigger, const char *action)
{
  GtkShortcutAction *callback = gtk_callback_action_new (shortcut_cb, self, NULL);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (trigger), callback, "s", action));
}

static void
lp_privacy_notice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCEPTED:
      g_value_set_string (value, LP_PRIVACY_NOTICE (object)->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_privacy_notice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCEPTED:
      lp_privacy_notice_set_accepted (LP_PRIVACY_NOTICE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_privacy_notice_dispose (GObject *object)
{
  LpPrivacyNotice *self = LP_PRIVACY_NOTICE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->input);
  g_clear_object (&self->names);
  /* bound too: unparented by the template alone, the bin would do it once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PRIVACY_NOTICE);

  G_OBJECT_CLASS (lp_privacy_notice_parent_class)->dispose (object);
}

static void
lp_privacy_notice_finalize (GObject *object)
{
  LpPrivacyNotice *self = LP_PRIVACY_NOTICE (object);

  g_clear_pointer (&self->findings, g_array_unref);
  g_free (self->text);
  g_free (self->accepted);
  g_free (self->announced);

  G_OBJECT_CLASS (lp_privacy_notice_parent_class)->finalize (object);
}

static void
lp_privacy_notice_class_init (LpPrivacyNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_privacy_notice_get_property;
  object_class->set_property = lp_privacy_notice_set_property;
  object_class->dispose = lp_privacy_notice_dispose;
  object_class->finalize = lp_privacy_notice_finalize;

  props[PROP_ACCEPTED] = g_param_spec_string (
      "accepted", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[MASKED] = g_signal_new ("masked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-privacy-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPrivacyNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, LpPrivacyNotice, reason);
  gtk_widget_class_install_action (widget_class, "privacy.mask", NULL, mask_action);
  gtk_widget_class_install_action (widget_class, "privacy.accept", NULL, accept_action);
}

static void
lp_privacy_notice_init (LpPrivacyNotice *self)
{
  self->accepted = g_strdup ("");
  self->findings = g_array_new (FALSE, FALSE, sizeof (LpFinding));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Once. */
void
lp_privacy_notice_watch (LpPrivacyNotice *self, GtkTextView *input, LpRosterNames *names)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (self->input == NULL);

  g_set_weak_pointer (&self->input, input);
  self->names = g_object_ref (names);
  self->tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  g_object_set (self->tag, "underline-rgba", &(GdkRGBA) { .9f, .5f, 0, 1 }, "background-rgba",
                &(GdkRGBA) { .9f, .6f, 0, .2f }, NULL);
  add_key (self, keys, "<Control>m", "privacy.mask");
  add_key (self, keys, "<Control><Shift>m", "privacy.accept");
  gtk_widget_add_controller (GTK_WIDGET (input), keys);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (names, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  scan (self);
}

const char *
lp_privacy_notice_get_accepted (LpPrivacyNotice *self)
{
  return self->accepted;
}

void
lp_privacy_notice_set_accepted (LpPrivacyNotice *self, const char *accepted)
{
  if (!g_set_str (&self->accepted, accepted != NULL ? accepted : ""))
    return;

  if (self->input != NULL)
    scan (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCEPTED]);
}
