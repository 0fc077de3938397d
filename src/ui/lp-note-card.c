/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-card.h"

#include "lp-kind-badge.h"
#include "lp-person-marks.h"
#include "lp-terms.h"

#include <glib/gi18n.h>

/* How wide a card would like to be; it fills what it gets. */
#define CARD_CHARS 21

struct _LpNoteCard {
  GtkBox        parent_instance;

  LpKindBadge  *badge;
  GtkLabel     *code;
  GtkLabel     *text;
  GtkLabel     *source;
  GtkLabel     *tag;

  LpRecord     *note;
  LpRosterNames *names;       /* NULL: nothing is marked */
  int           lines;
  gboolean      selected;
  gboolean      detailed;
  guint         position;
  guint         n_dragged;
};

G_DEFINE_FINAL_TYPE (LpNoteCard, lp_note_card, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_NOTE,
  PROP_LINES,
  PROP_SELECTED,
  PROP_DETAILED,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  DRAG_NOTES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "Lived experience · Woman, 27 · Odense", of what is known. */
static char *
describe_source (LpRecord *note)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  LpPerspective perspective;

  if (lp_perspective_find (lp_record_text (note, LP_NOTE_PERSPECTIVE), &perspective))
    g_strv_builder_add (parts, lp_perspective_label (perspective));
  if (*lp_record_text (note, LP_NOTE_PROFILE) != '\0')
    g_strv_builder_add (parts, lp_record_text (note, LP_NOTE_PROFILE));
  if (*lp_record_text (note, LP_NOTE_MUNICIPALITY) != '\0')
    g_strv_builder_add (parts, lp_record_text (note, LP_NOTE_MUNICIPALITY));
  strv = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strv);
}

/* A text that is cut off counts its lines from the first to the last: Pango would count them anew in each paragraph. */
static char *
prepare_text (LpNoteCard *self)
{
  const char *text = self->note ? lp_record_text (self->note, LP_NOTE_TEXT) : "";

  return self->lines > 0 ? g_strdelimit (g_strdup (text), "\r\n", ' ') : g_strdup (text);
}

static void
show_note (LpNoteCard *self)
{
  g_autofree char *text = prepare_text (self);
  g_autofree char *code = self->note ? lp_record_note_code (self->note) : NULL;
  g_autofree char *source = self->note ? describe_source (self->note) : NULL;
  LpKind kind = LP_KIND_DREAM;

  gtk_label_set_label (self->code, code ? code : "");
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->source, source ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->source), self->detailed && source != NULL && *source != '\0');
  if (self->names != NULL)
    lp_person_marks_show (self->text, self->note, self->names);
  if (self->note != NULL && lp_kind_find (lp_record_text (self->note, LP_NOTE_KIND), &kind))
    lp_kind_badge_set_kind (self->badge, kind);
}

static void
set_lines (LpNoteCard *self,
           int         lines)
{
  self->lines = lines;
  gtk_label_set_lines (self->text, lines);
  gtk_label_set_ellipsize (self->text, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  show_note (self);
}

static void
set_detailed (LpNoteCard *self,
              gboolean    detailed)
{
  self->detailed = detailed;
  gtk_label_set_max_width_chars (self->text, detailed ? -1 : CARD_CHARS);
  show_note (self);
}

static void
set_selected (LpNoteCard *self,
              gboolean    selected)
{
  self->selected = selected;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
}

/* Why something is marked. */
static gboolean
query_tooltip_cb (GtkWidget  *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  LpNoteCard *self)
{
  g_autofree char *reasons = NULL;

  if (self->note != NULL && lp_note_card_is_marked (self))
    reasons = lp_person_marks_describe (self->note, self->names);
  gtk_tooltip_set_text (tooltip, reasons);
  return reasons != NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            LpNoteCard    *self)
{
  g_autoptr (LpNoteIds) notes = NULL;

  if (self->note == NULL)
    return NULL;
  g_signal_emit (self, signals[DRAG_NOTES], 0, &notes);
  if (notes == NULL)
    {
      notes = lp_note_ids_new ();
      lp_note_ids_add (notes, lp_record_get_id (self->note));
    }
  self->n_dragged = notes->len;
  return gdk_content_provider_new_typed (LP_TYPE_NOTE_IDS, notes);
}

/* One card is dragged as it looks, several as their number. */
static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               LpNoteCard    *self)
{
  g_autofree char *words = NULL;
  GtkWidget *label = NULL;

  if (self->n_dragged == 1)
    {
      g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

      gtk_drag_source_set_icon (source, picture, 16, 16);
      return;
    }
  words = g_strdup_printf (ngettext ("%'u note", "%'u notes", self->n_dragged), self->n_dragged);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "note-card");
  gtk_widget_add_css_class (label, "heading");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
lp_note_card_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LpNoteCard *self = LP_NOTE_CARD (object);

  switch (id)
    {
    case PROP_NOTE:
      g_value_set_object (value, self->note);
      break;
    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    case PROP_DETAILED:
      g_value_set_boolean (value, self->detailed);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_note_card_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LpNoteCard *self = LP_NOTE_CARD (object);

  switch (id)
    {
    case PROP_NOTE:
      lp_note_card_set_note (self, g_value_get_object (value));
      break;
    case PROP_LINES:
      set_lines (self, g_value_get_int (value));
      break;
    case PROP_SELECTED:
      set_selected (self, g_value_get_boolean (value));
      break;
    case PROP_DETAILED:
      set_detailed (self, g_value_get_boolean (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_note_card_dispose (GObject *object)
{
  LpNoteCard *self = LP_NOTE_CARD (object);

  g_clear_object (&self->note);
  g_clear_object (&self->names);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_CARD);

  G_OBJECT_CLASS (lp_note_card_parent_class)->dispose (object);
}

static void
lp_note_card_class_init (LpNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_card_get_property;
  object_class->set_property = lp_note_card_set_property;
  object_class->dispose = lp_note_card_dispose;

  props[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, LP_TYPE_RECORD,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, -1, G_MAXINT, -1,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DETAILED] = g_param_spec_boolean ("detailed", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DRAG_NOTES] = g_signal_new ("drag-notes", LP_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0,
                                      g_signal_accumulator_first_wins, NULL, NULL, LP_TYPE_NOTE_IDS, 0);

  g_type_ensure (LP_TYPE_KIND_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteCard, badge);
  gtk_widget_class_bind_template_child (widget_class, LpNoteCard, code);
  gtk_widget_class_bind_template_child (widget_class, LpNoteCard, text);
  gtk_widget_class_bind_template_child (widget_class, LpNoteCard, source);
  gtk_widget_class_bind_template_child (widget_class, LpNoteCard, tag);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
lp_note_card_init (LpNoteCard *self)
{
  self->lines = -1;
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_note_card_new (void)
{
  return g_object_new (LP_TYPE_NOTE_CARD, NULL);
}

LpRecord *
lp_note_card_get_note (LpNoteCard *self)
{
  return self->note;
}

void
lp_note_card_set_note (LpNoteCard *self,
                       LpRecord   *note)
{
  if (!g_set_object (&self->note, note))
    return;
  show_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTE]);
}

void
lp_note_card_set_names (LpNoteCard    *self,
                        LpRosterNames *names)
{
  if (!g_set_object (&self->names, names))
    return;
  g_signal_connect_object (names, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->text), TRUE);
  show_note (self);
}

gboolean
lp_note_card_is_marked (LpNoteCard *self)
{
  return gtk_label_get_attributes (self->text) != NULL;
}

/** lp_note_card_set_tag: what else is to be said of the note where it stands; NULL: nothing. */
void
lp_note_card_set_tag (LpNoteCard *self,
                      const char *tag)
{
  gtk_label_set_label (self->tag, tag != NULL ? tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tag != NULL);
}

guint
lp_note_card_get_position (LpNoteCard *self)
{
  return self->position;
}

/** lp_note_card_describe: what a screen reader says of a card: "Dream, a home of my own, 03-001". */
char *
lp_note_card_describe (LpRecord *note)
{
  g_autofree char *code = lp_record_note_code (note);
  LpKind kind = LP_KIND_DREAM;

  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  return g_strjoin (", ", lp_kind_label (kind), lp_record_text (note, LP_NOTE_TEXT), code, NULL);
}

static int
measure_one (GtkWidget      *widget,
             GtkOrientation  orientation,
             int            *minimum)
{
  int natural = 0;

  gtk_widget_measure (widget, orientation, -1, minimum, &natural, NULL, NULL);
  return natural;
}

/* What is around its parts. */
static int
measure_frame (LpNoteCard *self,
               int         width)
{
  int widest = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self)); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      int minimum = 0;

      measure_one (part, GTK_ORIENTATION_HORIZONTAL, &minimum);
      widest = MAX (widest, minimum);
    }
  return width - widest;
}

static PangoLayout *
copy_layout (GtkLabel *label,
             int       lines)
{
  PangoLayout *layout = pango_layout_copy (gtk_label_get_layout (label));

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, lines > 0 ? -lines : -1);
  pango_layout_set_ellipsize (layout, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  return layout;
}

/** lp_note_card_measure: by a card in a window. It shows no note after that. measure: to be cleared by lp_note_card_measure_clear() */
void
lp_note_card_measure (LpNoteCard        *self,
                      LpNoteCardMeasure *measure)
{
  int minimum = 0;
  int natural = 0;

  lp_note_card_measure_clear (measure);
  lp_note_card_set_note (self, NULL);
  lp_note_card_set_tag (self, NULL);
  natural = measure_one (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, &minimum);
  *measure = (LpNoteCardMeasure) {
    .minimum = minimum,
    .natural = natural,
    .frame = measure_frame (self, minimum),
    .rest = measure_one (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, NULL) -
            measure_one (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, NULL),
    .gap = gtk_box_get_spacing (GTK_BOX (self)),
    .text = copy_layout (self->text, self->lines),
    .caption = copy_layout (self->source, 0),
  };
}

void
lp_note_card_measure_clear (LpNoteCardMeasure *measure)
{
  g_clear_object (&measure->text);
  g_clear_object (&measure->caption);
}

static int
measure_caption (const LpNoteCardMeasure *measure,
                 const char              *text,
                 int                      width)
{
  int height = 0;

  pango_layout_set_width (measure->caption, (width - measure->frame) * PANGO_SCALE);
  pango_layout_set_text (measure->caption, text, -1);
  pango_layout_get_pixel_size (measure->caption, NULL, &height);
  /* no words stay behind */
  pango_layout_set_text (measure->caption, "", 0);
  return measure->gap + height;
}

/** lp_note_card_measure_captions: what stands below the text of a card that is that wide. detailed: as its property; tag: or NULL. */
int
lp_note_card_measure_captions (const LpNoteCardMeasure *measure,
                               LpRecord                *note,
                               gboolean                 detailed,
                               const char              *tag,
                               int                      width)
{
  g_autofree char *source = detailed && note != NULL ? describe_source (note) : NULL;
  int height = 0;

  if (source != NULL && *source != '\0')
    height += measure_caption (measure, source, width);
  if (tag != NULL)
    height += measure_caption (measure, tag, width);
  return height;
}
