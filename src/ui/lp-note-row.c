/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-row.h"

#include <glib/gi18n.h>

#include "lp-kind-badge.h"
#include "lp-terms.h"

#define GAP 12
#define LINE_GAP 3

struct _LpNoteRow
{
  GtkWidget parent_instance;

  GtkWidget *code_label;
  GtkWidget *kind_box;
  LpKindBadge *badge;
  GtkWidget *text_label;
  GtkWidget *voice_label;
  GtkWidget *status_box;
  GtkLabel *status_label;
  GtkWidget *spinner;      /* while saving */
  GtkWidget *retry_button; /* when that failed */
  GtkWidget *editor;       /* in the place of it all; or NULL */

  LpRecord *note;
  LpPendingNote *pending;
  char *voice;
  char *theme;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpNoteRow, lp_note_row, GTK_TYPE_WIDGET)

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

/* "Table 2 · Lived experience · Woman, 49 · Silkeborg · Verbatim · A home first". No line is spent on
 * nothing. */
static void
update_voice (LpNoteRow *self)
{
  const char *voice = self->voice != NULL ? self->voice : "";
  const char *between = *voice != '\0' && self->theme != NULL ? "  ·  " : "";
  /* Translators: the theme a note is in */
  g_autofree char *theme = self->theme != NULL ? g_strdup_printf (_("in “%s”"), self->theme) : g_strdup ("");
  g_autofree char *both = g_strconcat (voice, between, theme, NULL);

  gtk_label_set_label (GTK_LABEL (self->voice_label), both);
  gtk_widget_set_visible (self->voice_label, *both != '\0');
}

static void
show_voice (LpNoteRow *self, LpNoteAttributes *attributes)
{
  g_autofree char *voice = lp_note_attributes_describe (attributes);
  gboolean verbatim = FALSE;

  g_object_get (attributes, "verbatim", &verbatim, NULL);
  g_free (self->voice);
  if (verbatim)
    self->voice = g_strconcat (voice, *voice != '\0' ? " · " : "", _("Verbatim"), NULL);
  else
    self->voice = g_steal_pointer (&voice);
}

static void
show_kind_and_text (LpNoteRow *self, LpKind kind, const char *text)
{
  lp_kind_badge_set_kind (self->badge, kind);
  gtk_label_set_label (GTK_LABEL (self->text_label), text);
}

static void
show_status (LpNoteRow *self, const char *sign, const char *text)
{
  g_autofree char *status = g_strconcat (sign, text, NULL);

  gtk_label_set_label (self->status_label, status);
}

static void
drop_progress (LpNoteRow *self)
{
  if (self->spinner != NULL)
    gtk_box_remove (GTK_BOX (self->status_box), self->spinner);
  if (self->retry_button != NULL)
    gtk_box_remove (GTK_BOX (self->status_box), self->retry_button);
  self->spinner = NULL;
  self->retry_button = NULL;
  gtk_widget_set_tooltip_text (self->status_box, NULL);
  gtk_widget_remove_css_class (self->status_box, "warning");
}

static void
show_progress (LpNoteRow *self)
{
  const char *reason = lp_pending_note_get_reason (self->pending);

  drop_progress (self);
  if (reason == NULL)
    {
      self->spinner = adw_spinner_new ();
      gtk_box_prepend (GTK_BOX (self->status_box), self->spinner);
      show_status (self, "", _("Saving"));
      return;
    }
  self->retry_button = gtk_button_new_with_label (_("Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->retry_button), "notes.retry");
  gtk_box_append (GTK_BOX (self->status_box), self->retry_button);
  show_status (self, "", _("Not saved"));
  gtk_widget_set_tooltip_text (self->status_box, reason);
  gtk_widget_add_css_class (self->status_box, "warning");
}

/* --- Layout: wide, "code kind text status" in columns; narrow, "kind code status" above the text --- */

static int
natural_width (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_at (GtkWidget *child, int width)
{
  int natural = 0;

  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* What stands beside the text, or on the line above it. */
static int
width_of_rest (LpNoteRow *self)
{
  int gaps = self->narrow ? 2 * GAP : 3 * GAP;

  return natural_width (self->code_label) + natural_width (self->kind_box) +
         natural_width (self->status_box) + gaps;
}

static int
height_of_text (LpNoteRow *self, int width)
{
  int voice = height_at (self->voice_label, width);

  return height_at (self->text_label, width) + (voice > 0 ? LINE_GAP + voice : 0);
}

static int
height_of_line (LpNoteRow *self)
{
  return MAX (MAX (height_at (self->code_label, -1), height_at (self->kind_box, -1)),
              height_at (self->status_box, -1));
}

static void
measure_width (LpNoteRow *self, int *minimum, int *natural)
{
  int rest = width_of_rest (self);
  int text = 0;

  gtk_widget_measure (self->text_label, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &text, NULL, NULL);
  text = MAX (text, natural_width (self->voice_label));
  *minimum = self->narrow ? MAX (rest, *minimum) : rest + *minimum;
  *natural = self->narrow ? MAX (rest, text) : rest + text;
}

static int
height_for_width (LpNoteRow *self, int width)
{
  if (self->narrow)
    return height_of_line (self) + LINE_GAP + height_of_text (self, width);

  return MAX (height_of_line (self), height_of_text (self, width - width_of_rest (self)));
}

static void
lp_note_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  LpNoteRow *self = LP_NOTE_ROW (widget);

  if (self->editor != NULL)
    {
      gtk_widget_measure (self->editor, orientation, for_size, minimum, natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *minimum = *natural; /* all that a list gives a row */
      return;
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
    }
  else
    {
      if (for_size < 0)
        measure_width (self, minimum, &for_size);
      *minimum = *natural = height_for_width (self, for_size);
    }
}

/* x: from where reading begins. */
static void
place (LpNoteRow *self, GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  if (gtk_widget_get_visible (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
place_text (LpNoteRow *self, int x, int y, int width)
{
  int height = height_at (self->text_label, width);

  place (self, self->text_label, x, y, width, height);
  place (self, self->voice_label, x, y + height + LINE_GAP, width, height_at (self->voice_label, width));
}

static void
lp_note_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpNoteRow *self = LP_NOTE_ROW (widget);
  int code = natural_width (self->code_label);
  int kind = natural_width (self->kind_box);
  int status = natural_width (self->status_box);
  int line = height_of_line (self);

  if (self->editor != NULL)
    {
      gtk_widget_allocate (self->editor, width, height, baseline, NULL);
      return;
    }

  place (self, self->status_box, width - status, 0, status, line);
  if (self->narrow)
    {
      place (self, self->kind_box, 0, 0, kind, line);
      place (self, self->code_label, kind + GAP, 0, code, line);
      place_text (self, 0, line + LINE_GAP, width);
      return;
    }
  place (self, self->code_label, 0, 0, code, line);
  place (self, self->kind_box, code + GAP, 0, kind, line);
  place_text (self, code + kind + 2 * GAP, 0, width - width_of_rest (self));
}

static GtkSizeRequestMode
lp_note_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_narrow (LpNoteRow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->voice, g_free);
  g_clear_pointer (&self->theme, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (lp_note_row_parent_class)->dispose (object);
}

static void
lp_note_row_class_init (LpNoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_row_get_property;
  object_class->set_property = lp_note_row_set_property;
  object_class->dispose = lp_note_row_dispose;
  widget_class->get_request_mode = lp_note_row_get_request_mode;
  widget_class->measure = lp_note_row_measure;
  widget_class->size_allocate = lp_note_row_size_allocate;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_KIND_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, code_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, kind_box);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, badge);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, voice_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, LpNoteRow, status_label);
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
  gtk_label_set_label (GTK_LABEL (self->code_label), code);
  show_kind_and_text (self, kind, lp_record_text (note, LP_NOTE_TEXT));
  show_voice (self, attributes);
  show_status (self, "✓ ", time);
  update_voice (self);
}

void
lp_note_row_show_pending (LpNoteRow *self, LpPendingNote *note)
{
  lp_note_row_clear (self);
  self->pending = g_object_ref (note);
  gtk_label_set_label (GTK_LABEL (self->code_label), "");
  show_kind_and_text (self, lp_pending_note_get_kind (note), lp_pending_note_get_text (note));
  show_voice (self, lp_pending_note_get_attributes (note));
  lp_note_row_show_theme (self, NULL);
  update_voice (self);
  show_progress (self);
  g_signal_connect_swapped (note, "notify::reason", G_CALLBACK (show_progress), self);
}

/* theme: its name, or NULL. */
void
lp_note_row_show_theme (LpNoteRow *self, const char *theme)
{
  if (g_set_str (&self->theme, theme))
    update_voice (self);
}

/* fresh: whether it was saved just now. */
void
lp_note_row_show_fresh (LpNoteRow *self, gboolean fresh)
{
  if (fresh)
    {
      show_status (self, "✓ ", _("Saved"));
      gtk_widget_add_css_class (self->status_box, "success");
    }
  else if (gtk_widget_has_css_class (self->status_box, "success"))
    {
      g_autofree char *time = print_time (lp_record_int (self->note, LP_NOTE_TIME));

      show_status (self, "✓ ", time);
      gtk_widget_remove_css_class (self->status_box, "success");
    }
}

/* editor: takes the place of the note; or NULL. */
void
lp_note_row_set_editor (LpNoteRow *self, GtkWidget *editor)
{
  GtkWidget *const parts[] = { self->code_label, self->kind_box, self->text_label, self->voice_label,
                               self->status_box };

  if (self->editor == editor)
    return;

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  if (editor != NULL)
    gtk_widget_set_parent (editor, GTK_WIDGET (self));
  self->editor = editor;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_child_visible (parts[i], editor == NULL);
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
  drop_progress (self);
  gtk_widget_remove_css_class (self->status_box, "success");
}
