/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-content.h"

#include <glib/gi18n.h>

#include "lp-kind-badge.h"
#include "lp-marks.h"
#include "lp-note-review.h"
#include "lp-terms.h"

struct _LpNoteContent
{
  GtkWidget parent_instance;

  GtkLabel *code_label;
  LpKindBadge *badge;
  GtkLabel *text_label;
  GtkLabel *voice_label;
  GtkBox *status_box;
  GtkLabel *status_label;
  GtkWidget *spinner;      /* while saving */
  GtkWidget *retry_button; /* when that failed */

  const LpNoteColumns *columns; /* not ours */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpNoteContent, lp_note_content, GTK_TYPE_WIDGET)

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

static void
show_kind_and_text (LpNoteContent *self, LpKind kind, const char *text)
{
  lp_kind_badge_set_kind (self->badge, kind);
  gtk_label_set_label (self->text_label, text);
}

static void
show_voice (LpNoteContent *self, const char *voice)
{
  gtk_label_set_label (self->voice_label, voice);
  gtk_widget_set_visible (GTK_WIDGET (self->voice_label), *voice != '\0');
}

static void
show_status (LpNoteContent *self, const char *sign, const char *text)
{
  g_autofree char *status = g_strconcat (sign, text, NULL);

  gtk_label_set_label (self->status_label, status);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_progress (LpNoteContent *self, gboolean saving, const char *reason)
{
  if (self->spinner != NULL)
    gtk_box_remove (self->status_box, self->spinner);
  if (self->retry_button != NULL)
    gtk_box_remove (self->status_box, self->retry_button);
  self->spinner = NULL;
  self->retry_button = NULL;
  set_class (GTK_WIDGET (self->status_box), "warning", reason != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status_box), reason);
  if (reason != NULL)
    {
      self->retry_button = gtk_button_new_with_label (_("Try Again"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->retry_button), "notes.retry");
      gtk_box_append (self->status_box, self->retry_button);
    }
  else if (saving)
    {
      self->spinner = adw_spinner_new ();
      gtk_box_prepend (self->status_box, self->spinner);
    }
}

/* --- Layout: wide, "code kind text status" in columns; narrow, "kind code status" above the text --- */

static int
natural_width (gpointer child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
minimum_width (gpointer child)
{
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
natural_height (gpointer child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* x: from where reading begins. */
static void
place (LpNoteContent *self, gpointer child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  if (!gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
place_text (LpNoteContent *self, int x, int y, int width, int height)
{
  int voice = gtk_widget_get_visible (GTK_WIDGET (self->voice_label)) ? self->columns->voice : 0;
  int text = height - (voice > 0 ? voice + LP_NOTE_LINE_GAP : 0);

  place (self, self->text_label, x, y, width, text);
  place (self, self->voice_label, x, y + text + LP_NOTE_LINE_GAP, width, voice);
}

static void
lp_note_content_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpNoteContent *self = LP_NOTE_CONTENT (widget);
  const LpNoteColumns *columns = self->columns;
  int status = self->retry_button != NULL ? columns->failed : columns->status;
  int code = MAX (columns->code, natural_width (self->code_label)); /* the hundred-thousandth note is longer */
  int kind = natural_width (self->badge);
  int line = columns->line;

  if (self->narrow)
    {
      int room = MAX (width - kind - code - 2 * LP_NOTE_GAP, minimum_width (self->status_box));

      status = MIN (status, room);
      place (self, self->badge, 0, 0, kind, line);
      place (self, self->code_label, kind + LP_NOTE_GAP, 0, code, line);
      place (self, self->status_box, width - status, 0, status, line);
      place_text (self, 0, line + LP_NOTE_LINE_GAP, width, height - line - LP_NOTE_LINE_GAP);
      return;
    }
  place (self, self->code_label, 0, 0, code, line);
  place (self, self->badge, columns->code + LP_NOTE_GAP, 0, kind, line);
  place (self, self->status_box, width - status, 0, status, line);
  place_text (self, columns->code + columns->kind + 2 * LP_NOTE_GAP, 0,
              width - columns->code - columns->kind - status - 3 * LP_NOTE_GAP, height);
}

/* Its row knows what it takes. */
static void
lp_note_content_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lp_note_content_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_NOTE_CONTENT);

  G_OBJECT_CLASS (lp_note_content_parent_class)->dispose (object);
}

static void
lp_note_content_class_init (LpNoteContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_note_content_dispose;
  widget_class->measure = lp_note_content_measure;
  widget_class->size_allocate = lp_note_content_size_allocate;

  g_type_ensure (LP_TYPE_KIND_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-content.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteContent, code_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteContent, badge);
  gtk_widget_class_bind_template_child (widget_class, LpNoteContent, text_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteContent, voice_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteContent, status_box);
  gtk_widget_class_bind_template_child (widget_class, LpNoteContent, status_label);
}

static void
lp_note_content_init (LpNoteContent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_note_content_new: columns: kept in use, and may still be measured. */
LpNoteContent *
lp_note_content_new (const LpNoteColumns *columns)
{
  LpNoteContent *self = g_object_new (LP_TYPE_NOTE_CONTENT, NULL);

  self->columns = columns;
  return self;
}

/* The widest month decides. */
static int
measure_times (LpNoteContent *self)
{
  int width = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_local (2000, month, 28, 20, 58, 0);
      g_autofree char *status = print_time (g_date_time_to_unix (time) * 1000);

      show_status (self, "✓ ", status);
      width = MAX (width, natural_width (self->status_box));
    }

  return width;
}

/** lp_note_content_measure_columns: by what stands in them at the most, in the font as it is now. */
void
lp_note_content_measure_columns (LpNoteContent *self, LpNoteColumns *columns)
{
  /* it may have shown another note, or one of nobody */
  gtk_label_set_label (self->code_label, "");
  show_voice (self, "X");
  *columns = (LpNoteColumns) {
    .code = natural_width (self->code_label),
    .text = minimum_width (self->text_label),
  };
  for (int kind = 0; kind < LP_N_KINDS; kind++)
    {
      lp_kind_badge_set_kind (self->badge, kind);
      columns->kind = MAX (columns->kind, natural_width (self->badge));
    }
  show_status (self, "", _("Not saved"));
  show_progress (self, FALSE, "");
  columns->failed = natural_width (self->status_box);
  show_progress (self, FALSE, NULL);
  columns->status = measure_times (self);
  columns->line = MAX (MAX (natural_height (self->code_label, -1), natural_height (self->badge, -1)),
                       natural_height (self->status_box, -1));
  columns->voice = natural_height (self->voice_label, -1);
}

/** lp_note_content_create_layout: one in which texts break as they do here. Transfer full. */
PangoLayout *
lp_note_content_create_layout (LpNoteContent *self)
{
  PangoLayout *layout = pango_layout_copy (gtk_label_get_layout (self->text_label));

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (layout, NULL); /* what is marked is no larger */
  return layout;
}

/**
 * lp_note_content_show_note:
 * @voice: who said it, as lp_note_content_describe_note () says
 * @fresh: whether it was saved just now
 */
void
lp_note_content_show_note (LpNoteContent *self, LpRecord *note, const char *voice, gboolean fresh)
{
  g_autofree char *code = lp_record_note_code (note);
  g_autofree char *time = print_time (lp_record_int (note, LP_NOTE_TIME));
  LpKind kind = LP_KIND_DREAM;

  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  gtk_label_set_label (self->code_label, code);
  show_kind_and_text (self, kind, lp_record_text (note, LP_NOTE_TEXT));
  show_voice (self, voice);
  show_progress (self, FALSE, NULL);
  show_status (self, "✓ ", fresh ? _("Saved") : time);
  set_class (GTK_WIDGET (self->status_box), "success", fresh);
}

/** lp_note_content_show_pending: with how far it is. */
void
lp_note_content_show_pending (LpNoteContent *self, LpPendingNote *pending, const char *voice)
{
  const char *reason = lp_pending_note_get_reason (pending);

  gtk_label_set_label (self->code_label, "");
  show_kind_and_text (self, lp_pending_note_get_kind (pending), lp_pending_note_get_text (pending));
  show_voice (self, voice);
  show_progress (self, TRUE, reason);
  show_status (self, "", reason != NULL ? _("Not saved") : _("Saving"));
  set_class (GTK_WIDGET (self->status_box), "success", FALSE);
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const LpMark *mark)
{
  attribute->start_index = mark->start;
  attribute->end_index = mark->end;
  pango_attr_list_insert (attributes, attribute);
}

/** lp_note_content_mark: words: that are looked for, to be seen in the text; NULL: none. */
void
lp_note_content_mark (LpNoteContent *self, const char *words)
{
  lp_note_content_mark_label (self->text_label, words);
}

/** lp_note_content_mark_label: the same in any label. */
void
lp_note_content_mark_label (GtkLabel *label, const char *words)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) marks = NULL;

  if (words == NULL)
    {
      gtk_label_set_attributes (label, NULL);
      return;
    }

  attributes = pango_attr_list_new ();
  marks = lp_marks_find (gtk_label_get_label (label), words);
  for (guint i = 0; i < marks->len; i++)
    {
      const LpMark *mark = &g_array_index (marks, LpMark, i);

      /* yellow that light and dark text can be read on; and a line, for who sees no colours */
      add_attribute (attributes, pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d), mark);
      add_attribute (attributes, pango_attr_background_alpha_new (0x6666), mark);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), mark);
    }
  gtk_label_set_attributes (label, attributes);
}

void
lp_note_content_set_narrow (LpNoteContent *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static const char *
describe_review (LpReview review)
{
  switch (review)
    {
    case LP_REVIEW_SHOW:
      return _("On the wall");
    case LP_REVIEW_KEEP_OFF:
      return _("Kept off the wall");
    default:
      return NULL;
    }
}

/* separator: only between what is there. */
static void
add_part (GString *line, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

/* What may have to be looked for stands first, where it is not cut off. */
static char *
describe_voice (LpNoteAttributes *attributes, LpReview review, gboolean read_back, const char *theme)
{
  g_autofree char *known = lp_note_attributes_describe (attributes);
  g_autofree char *place = NULL;
  g_autoptr (GString) voice = g_string_new (NULL);
  GString *line = g_string_new (NULL);
  gboolean verbatim = FALSE;

  g_object_get (attributes, "verbatim", &verbatim, NULL);
  /* Translators: the theme a note is in */
  place = theme != NULL ? g_strdup_printf (_("in “%s”"), theme) : NULL;
  add_part (voice, " · ", known);
  add_part (voice, " · ", verbatim ? _("Verbatim") : NULL);
  add_part (line, "  ·  ", describe_review (review));
  add_part (line, "  ·  ", read_back ? C_("of a note", "Read back") : NULL);
  add_part (line, "  ·  ", voice->str);
  add_part (line, "  ·  ", place);

  return g_string_free_and_steal (line);
}

/**
 * lp_note_content_describe_note: "On the wall  ·  Table 2 · Lived experience · Woman, 49 · Verbatim  ·  in “A home
 * first”", of what is known; "" where nothing is. Transfer full.
 */
char *
lp_note_content_describe_note (LpRecord *note, const char *theme)
{
  g_autoptr (LpNoteAttributes) attributes = lp_note_attributes_new ();

  lp_note_attributes_read (attributes, note);
  return describe_voice (attributes, lp_note_get_review (note), lp_record_int (note, LP_NOTE_READ_BACK) != 0, theme);
}

/** lp_note_content_describe_pending: the same, of one that is not on the disk yet. Transfer full. */
char *
lp_note_content_describe_pending (LpPendingNote *pending)
{
  return describe_voice (lp_pending_note_get_attributes (pending), LP_REVIEW_NONE, FALSE, NULL);
}
