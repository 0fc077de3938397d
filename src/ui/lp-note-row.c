/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-row.h"

#include <glib/gi18n.h>

#include "lp-kind-badge.h"
#include "lp-terms.h"

struct _LpNoteRow
{
  AdwBin parent_instance;

  AdwMultiLayoutView *layout_view;
  GtkLabel *code_label;
  LpKindBadge *badge;
  GtkLabel *text_label;
  GtkWidget *voice_box;
  GtkLabel *voice_label;
  GtkWidget *verbatim_image;
  GtkWidget *verbatim_label;
  GtkWidget *theme_image;
  GtkLabel *theme_label;
  GtkWidget *status_box;
  GtkWidget *spinner;
  GtkImage *status_image;
  GtkLabel *status_label;
  GtkWidget *retry_button;
  AdwBin *editor_bin;

  LpRecord *note;
  LpPendingNote *pending;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpNoteRow, lp_note_row, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The clock of the day it was said; another day's with the date. Transfer full. */
static char *
print_time (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (milliseconds / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (time == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (time) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now))
    return g_date_time_format (time, "%H:%M");

  /* Translators: day, month and time of a note, see strftime (3) */
  return g_date_time_format (time, _("%-d %b %H:%M"));
}

/* No line is spent on nothing. */
static void
update_voice_box (LpNoteRow *self)
{
  gtk_widget_set_visible (self->voice_box, *gtk_label_get_label (self->voice_label) != '\0' ||
                                             gtk_widget_get_visible (self->verbatim_label) ||
                                             gtk_widget_get_visible (self->theme_image));
}

/* "Table 2 · Lived experience · Woman, 49 · Silkeborg" */
static void
show_voice (LpNoteRow *self, LpNoteAttributes *attributes)
{
  g_autofree char *voice = lp_note_attributes_describe (attributes);
  gboolean verbatim = FALSE;

  g_object_get (attributes, "verbatim", &verbatim, NULL);
  gtk_label_set_label (self->voice_label, voice);
  gtk_widget_set_visible (self->verbatim_image, verbatim);
  gtk_widget_set_visible (self->verbatim_label, verbatim);
  update_voice_box (self);
}

static void
show_kind_and_text (LpNoteRow *self, LpKind kind, const char *text)
{
  lp_kind_badge_set_kind (self->badge, kind);
  gtk_label_set_label (self->text_label, text);
}

static void
show_status (LpNoteRow *self, const char *icon, const char *text)
{
  gtk_widget_set_visible (self->spinner, icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->status_image), icon != NULL);
  gtk_image_set_from_icon_name (self->status_image, icon);
  gtk_label_set_label (self->status_label, text);
}

static void
show_progress (LpNoteRow *self)
{
  const char *reason = lp_pending_note_get_reason (self->pending);

  show_status (self, reason != NULL ? "dialog-warning-symbolic" : NULL,
               reason != NULL ? _("Not saved") : _("Saving"));
  gtk_widget_set_visible (self->retry_button, reason != NULL);
  gtk_widget_set_tooltip_text (self->status_box, reason);
  if (reason != NULL)
    gtk_widget_add_css_class (self->status_box, "warning");
  else
    gtk_widget_remove_css_class (self->status_box, "warning");
}

static void
set_narrow (LpNoteRow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  adw_multi_layout_view_set_layout_name (self->layout_view, narrow ? "narrow" : "wide");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
lp_note_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNoteRow *self = LP_NOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpNoteRow *self = LP_NOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_row_dispose (GObject *object)
{
  LpNoteRow *self = LP_NOTE_ROW (object);

  if (self->pending != NULL)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
  g_clear_object (&self->note);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (lp_note_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, layout_view);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, code_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, badge);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, voice_box);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, voice_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, verbatim_image);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, verbatim_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, theme_image);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, theme_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, status_image);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, editor_bin);
}

static void
lp_note_row_class_init (LpNoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_note_row_get_property;
  object_class->set_property = lp_note_row_set_property;
  object_class->dispose = lp_note_row_dispose;

  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_KIND_BADGE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
lp_note_row_init (LpNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_note_row_new (void)
{
  return g_object_new (LP_TYPE_NOTE_ROW, NULL);
}

void
lp_note_row_show_note (LpNoteRow *self, LpRecord *note)
{
  g_autofree char *code = lp_record_note_code (note);
  g_autofree char *time = print_time (lp_record_int (note, LP_NOTE_TIME));
  g_autoptr (LpNoteAttributes) attributes = lp_note_attributes_new ();
  LpKind kind = LP_KIND_DREAM;

  lp_note_row_clear (self);
  self->note = g_object_ref (note);
  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  lp_note_attributes_read (attributes, note);
  gtk_label_set_label (self->code_label, code);
  show_kind_and_text (self, kind, lp_record_text (note, LP_NOTE_TEXT));
  show_voice (self, attributes);
  show_status (self, "object-select-symbolic", time);
}

void
lp_note_row_show_pending (LpNoteRow *self, LpPendingNote *note)
{
  lp_note_row_clear (self);
  self->pending = g_object_ref (note);
  gtk_label_set_label (self->code_label, "");
  show_kind_and_text (self, lp_pending_note_get_kind (note), lp_pending_note_get_text (note));
  show_voice (self, lp_pending_note_get_attributes (note));
  lp_note_row_show_theme (self, NULL);
  show_progress (self);
  g_signal_connect_swapped (note, "notify::reason", G_CALLBACK (show_progress), self);
}

/* theme: its name, or NULL. */
void
lp_note_row_show_theme (LpNoteRow *self, const char *theme)
{
  gtk_widget_set_visible (self->theme_image, theme != NULL);
  gtk_label_set_label (self->theme_label, theme != NULL ? theme : "");
  update_voice_box (self);
}

/* fresh: whether it was saved just now. */
void
lp_note_row_show_fresh (LpNoteRow *self, gboolean fresh)
{
  if (fresh)
    {
      gtk_label_set_label (self->status_label, _("Saved"));
      gtk_widget_add_css_class (self->status_box, "success");
    }
  else if (gtk_widget_has_css_class (self->status_box, "success"))
    {
      g_autofree char *time = print_time (lp_record_int (self->note, LP_NOTE_TIME));

      gtk_label_set_label (self->status_label, time);
      gtk_widget_remove_css_class (self->status_box, "success");
    }
}

/* editor: takes the place of the note; or NULL. */
void
lp_note_row_set_editor (LpNoteRow *self, GtkWidget *editor)
{
  adw_bin_set_child (self->editor_bin, editor);
  gtk_widget_set_visible (GTK_WIDGET (self->editor_bin), editor != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->layout_view), editor == NULL);
}

/* NULL while it shows one that is not on the disk yet, or nothing. */
LpRecord *
lp_note_row_get_note (LpNoteRow *self)
{
  return self->note;
}

void
lp_note_row_clear (LpNoteRow *self)
{
  if (self->pending != NULL)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
  g_clear_object (&self->note);
  gtk_widget_set_visible (self->retry_button, FALSE);
  gtk_widget_set_tooltip_text (self->status_box, NULL);
  gtk_widget_remove_css_class (self->status_box, "warning");
  gtk_widget_remove_css_class (self->status_box, "success");
}
