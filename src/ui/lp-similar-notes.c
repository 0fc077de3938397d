/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-similar-notes.h"

#include <glib/gi18n.h>

#include "lp-similar-finder.h"

#define N_LINES 2

struct _LpSimilarNotes
{
  AdwBin parent_instance;

  GtkWidget *first_button;
  GtkWidget *second_button;
  GtkLabel *first_label;
  GtkLabel *second_label;

  LpSimilarFinder *finder;
  GtkTextBuffer *buffer;
  GHashTable *seen; /* LpId: those that were taken away */
  GPtrArray *shown; /* of LpId */
  guint next;       /* of those, that is opened next by key */
};

G_DEFINE_FINAL_TYPE (LpSimilarNotes, lp_similar_notes, ADW_TYPE_BIN)

enum {
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_note (GtkWidget *button, GtkLabel *label, const LpSimilarNote *note)
{
  g_autofree char *text = note != NULL ? g_strdelimit (g_strdup (note->text), "\r\n\t", ' ') : NULL;
  /* Translators: the code of a note, and what it says */
  g_autofree char *line = note != NULL ? g_strdup_printf (_("Said before: %s  %s"), note->code, text) : NULL;

  gtk_widget_set_visible (button, note != NULL);
  gtk_label_set_label (label, line != NULL ? line : "");
  gtk_widget_set_tooltip_text (button, note != NULL ? note->text : NULL);
}

/* It is said once, and in a pause. */
static void
announce (LpSimilarNotes *self, const LpId *first)
{
  gboolean said = self->shown->len > 0 && lp_id_equal (g_ptr_array_index (self->shown, 0), first);

  if (!said)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->first_label),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show_notes (LpSimilarNotes *self, GPtrArray *found)
{
  const LpSimilarNote *lines[N_LINES] = { NULL };
  guint n = 0;

  for (guint i = 0; found != NULL && i < found->len && n < N_LINES; i++)
    {
      const LpSimilarNote *note = g_ptr_array_index (found, i);

      if (!g_hash_table_contains (self->seen, &note->id))
        lines[n++] = note;
    }
  show_note (self->first_button, self->first_label, lines[0]);
  show_note (self->second_button, self->second_label, lines[1]);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "similar.seen", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "similar.open", n > 0);
  if (n > 0)
    announce (self, &lines[0]->id);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->shown, lp_id_copy (&lines[i]->id));
  self->next = 0;
}

static void
found_cb (LpSimilarNotes *self, GPtrArray *found)
{
  /* what was typed may have been saved meanwhile */
  if (gtk_text_buffer_get_char_count (self->buffer) > 0)
    show_notes (self, found);
}

static void
typed_cb (LpSimilarNotes *self)
{
  g_autofree char *text = NULL;
  GtkTextIter begin;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  text = gtk_text_buffer_get_text (self->buffer, &begin, &end, FALSE);
  if (*text == '\0')
    {
      g_hash_table_remove_all (self->seen);
      show_notes (self, NULL);
    }
  else
    lp_similar_finder_find (self->finder, text);
}

static void
seen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpSimilarNotes *self = LP_SIMILAR_NOTES (widget);

  for (guint i = 0; i < self->shown->len; i++)
    g_hash_table_add (self->seen, lp_id_copy (g_ptr_array_index (self->shown, i)));
  show_notes (self, NULL);
}

static void
open_line (LpSimilarNotes *self, guint line)
{
  LpId note = *(LpId *) g_ptr_array_index (self->shown, line);

  self->next = (line + 1) % self->shown->len;
  g_signal_emit (self, signals[OPENED], 0, &note);
}

static void
line_cb (LpSimilarNotes *self, GtkWidget *button)
{
  open_line (self, button == self->second_button);
}

/* One after the other. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpSimilarNotes *self = LP_SIMILAR_NOTES (widget);

  if (self->shown->len > 0)
    open_line (self, self->next);
}

static gboolean
is_shown (LpSimilarNotes *self, const LpId *note)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (lp_id_equal (g_ptr_array_index (self->shown, i), note))
      return TRUE;

  return FALSE;
}

/* Words that are others now, or gone, go at once; what is like them now is looked for again. */
static void
store_changed_cb (LpSimilarNotes *self, GArray *changes)
{
  for (guint i = 0; i < changes->len && self->shown->len > 0; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity != LP_NOTE || !is_shown (self, &change->object))
        continue;
      show_notes (self, NULL);
      typed_cb (self);
    }
}

static void
lp_similar_notes_dispose (GObject *object)
{
  LpSimilarNotes *self = LP_SIMILAR_NOTES (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SIMILAR_NOTES);

  G_OBJECT_CLASS (lp_similar_notes_parent_class)->dispose (object);
}

static void
lp_similar_notes_class_init (LpSimilarNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_similar_notes_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-similar-notes.ui");
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_bind_template_child (widget_class, LpSimilarNotes, first_button);
  gtk_widget_class_bind_template_child (widget_class, LpSimilarNotes, second_button);
  gtk_widget_class_bind_template_child (widget_class, LpSimilarNotes, first_label);
  gtk_widget_class_bind_template_child (widget_class, LpSimilarNotes, second_label);
  gtk_widget_class_install_action (widget_class, "similar.seen", NULL, seen_action);
  gtk_widget_class_install_action (widget_class, "similar.open", NULL, open_action);
  gtk_widget_class_bind_template_callback (widget_class, line_cb);
}

static void
lp_similar_notes_init (LpSimilarNotes *self)
{
  self->seen = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  self->shown = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "similar.seen", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "similar.open", FALSE);
}

/** lp_similar_notes_follow: once; @buffer: where a note of the meeting is typed */
void
lp_similar_notes_follow (LpSimilarNotes *self, LpStore *store, const LpId *meeting, GtkTextBuffer *buffer)
{
  g_return_if_fail (self->finder == NULL);

  self->finder = lp_similar_finder_new (store, meeting);
  self->buffer = g_object_ref (buffer);
  g_signal_connect_object (self->finder, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}
