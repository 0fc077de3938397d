/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-editor.h"

#include <glib/gi18n.h>

#include "lp-attribute-bar.h"
#include "lp-feedback.h"
#include "lp-kind-toggle.h"
#include "lp-note-input.h"
#include "lp-note-review.h"

struct _LpNoteEditor
{
  AdwBin parent_instance;

  LpKindToggle *kind_toggle;
  LpNoteInput *text;
  LpAttributeBar *attribute_bar;
  GtkWidget *save_button;
  GtkLabel *public_label;

  LpStore *store;
  LpRecord *note;
  LpNoteAttributes *attributes;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (LpNoteEditor, lp_note_editor, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_DETAIL,
  N_PROPS
};

enum {
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpNoteEditor) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    g_signal_emit (self, signals[CLOSED], 0);
  else
    lp_feedback_error (GTK_WIDGET (self), _("The note was not saved"), error);
}

static gboolean
is_changed (LpNoteEditor *self)
{
  g_autoptr (LpNoteAttributes) before = lp_note_attributes_new ();
  g_autofree char *text = lp_note_input_get_text (self->text);
  const char *kind = lp_kind_id (lp_kind_toggle_get_kind (self->kind_toggle));

  lp_note_attributes_read (before, self->note);
  return !g_str_equal (text, lp_record_text (self->note, LP_NOTE_TEXT)) ||
         !g_str_equal (kind, lp_record_text (self->note, LP_NOTE_KIND)) ||
         !lp_note_attributes_equal (self->attributes, before);
}

/* What differs from the note as it was. */
static LpChangeSet *
collect (LpNoteEditor *self)
{
  g_autofree char *code = lp_record_note_code (self->note);
  g_autofree char *title = g_strdup_printf (_("Edit note %s"), code);
  g_autofree char *text = lp_note_input_get_text (self->text);
  const char *kind = lp_kind_id (lp_kind_toggle_get_kind (self->kind_toggle));
  LpChangeSet *changes = lp_change_set_new (title);
  LpEdit *edit =
      lp_change_set_put (changes, LP_NOTE, lp_record_get_space (self->note), lp_record_get_id (self->note));

  if (!g_str_equal (text, lp_record_text (self->note, LP_NOTE_TEXT)))
    lp_note_reword (edit, text);
  if (!g_str_equal (kind, lp_record_text (self->note, LP_NOTE_KIND)))
    lp_edit_text (edit, LP_NOTE_KIND, kind);
  lp_note_attributes_put (self->attributes, edit, self->note);
  return changes;
}

static void
text_changed_cb (LpNoteEditor *self)
{
  gtk_widget_set_sensitive (self->save_button, !lp_note_input_is_blank (self->text));
}

static void
save_cb (LpNoteEditor *self)
{
  lp_note_editor_save (self);
}

static void
cancel_cb (LpNoteEditor *self)
{
  if (!self->saving)
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_note_editor_save (LP_NOTE_EDITOR (widget));
}

static void
cancel_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cancel_cb (LP_NOTE_EDITOR (widget));
}

/* They go when the note gets other words of its own. */
static void
show_public_words (LpNoteEditor *self)
{
  const char *words = lp_record_text (self->note, LP_NOTE_PUBLIC_TEXT);
  /* Translators: other words than the note's own, for the wall and for exports */
  g_autofree char *published = g_strdup_printf (_("Published as: “%s”"), words);

  gtk_label_set_label (self->public_label, published);
  gtk_widget_set_visible (GTK_WIDGET (self->public_label), *words != '\0');
}

static void
fill (LpNoteEditor *self)
{
  LpKind kind = LP_KIND_DREAM;

  lp_kind_find (lp_record_text (self->note, LP_NOTE_KIND), &kind);
  lp_kind_toggle_set_kind (self->kind_toggle, kind);
  lp_note_input_set_text (self->text, lp_record_text (self->note, LP_NOTE_TEXT));
  lp_note_attributes_read (self->attributes, self->note);
  show_public_words (self);
}

static void
lp_note_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNoteEditor *self = LP_NOTE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DETAIL:
      g_object_get_property (G_OBJECT (self->kind_toggle), "detail", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_editor_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpNoteEditor *self = LP_NOTE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DETAIL:
      g_object_set_property (G_OBJECT (self->kind_toggle), "detail", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_editor_dispose (GObject *object)
{
  LpNoteEditor *self = LP_NOTE_EDITOR (object);

  g_clear_object (&self->attributes);
  g_clear_object (&self->note);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_EDITOR);

  G_OBJECT_CLASS (lp_note_editor_parent_class)->dispose (object);
}

static void
lp_note_editor_class_init (LpNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_editor_get_property;
  object_class->set_property = lp_note_editor_set_property;
  object_class->dispose = lp_note_editor_dispose;

  g_object_class_install_property (object_class, PROP_DETAIL,
                                   g_param_spec_int ("detail", NULL, NULL, LP_KIND_DETAIL_SYMBOL,
                                                     LP_KIND_DETAIL_KEY, LP_KIND_DETAIL_KEY,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "note-editor.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "note-editor.cancel", NULL, cancel_action_cb);

  g_type_ensure (LP_TYPE_ATTRIBUTE_BAR);
  g_type_ensure (LP_TYPE_KIND_TOGGLE);
  g_type_ensure (LP_TYPE_NOTE_INPUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteEditor, kind_toggle);
  gtk_widget_class_bind_template_child (widget_class, LpNoteEditor, text);
  gtk_widget_class_bind_template_child (widget_class, LpNoteEditor, attribute_bar);
  gtk_widget_class_bind_template_child (widget_class, LpNoteEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, LpNoteEditor, public_label);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, lp_note_editor_focus);
}

static void
lp_note_editor_init (LpNoteEditor *self)
{
  self->attributes = lp_note_attributes_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_attribute_bar_set_attributes (self->attribute_bar, self->attributes);
  lp_attribute_bar_add_keys (self->attribute_bar, GTK_WIDGET (self));
  lp_kind_toggle_add_keys (self->kind_toggle, GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lp_note_editor_new (LpStore *store, LpRecord *note)
{
  LpNoteEditor *self = g_object_new (LP_TYPE_NOTE_EDITOR, NULL);

  self->store = g_object_ref (store);
  self->note = g_object_ref (note);
  lp_attribute_bar_set_meeting (self->attribute_bar, store, lp_record_get_space (note));
  fill (self);
  return GTK_WIDGET (self);
}

/* As it was when the editing began. */
LpRecord *
lp_note_editor_get_note (LpNoteEditor *self)
{
  return self->note;
}

/* A note is never made blank; nothing changed is as good as saved. */
void
lp_note_editor_save (LpNoteEditor *self)
{
  g_autoptr (LpChangeSet) changes = NULL;

  if (self->saving || lp_note_input_is_blank (self->text))
    return;

  if (!is_changed (self))
    {
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }
  changes = collect (self);
  self->saving = TRUE;
  lp_store_commit_async (self->store, changes, NULL, committed_cb, g_object_ref (self));
}

void
lp_note_editor_focus (LpNoteEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
