/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-card-row.h"

#include <glib/gi18n.h>

struct _LpCardRow
{
  GtkWidget   parent_instance;

  LpCardPool *pool;
  LpNoteCard *card;        /* NULL while out of sight */
  GtkWidget  *item;        /* weak: the list's widget around it, which has the focus */

  LpRecord   *note;
  char       *tag;
  GPtrArray  *advice;      /* of LpAdvice; or NULL */
  char       *description;
  gboolean    selected;
  guint       position;
  gboolean    stale;       /* the likely themes may be others by now */
  guint       idle;
};

G_DEFINE_FINAL_TYPE (LpCardRow, lp_card_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SELECTED,
  PROP_POSITION,
  PROP_DESCRIPTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
is_advised (LpCardRow *self)
{
  return self->advice != NULL && self->advice->len > 0;
}

/* --- What can be seen --- */

static void
fill_card (LpCardRow *self)
{
  LpThemeChips *chips = self->card != NULL ? lp_card_pool_get_chips (self->card) : NULL;

  if (self->card == NULL)
    return;
  g_object_set (self->card, "selected", self->selected, "position", self->position, NULL);
  lp_note_card_set_note (self->card, self->note);
  lp_note_card_set_tag (self->card, self->tag);
  if (chips != NULL)
    lp_theme_chips_show (chips, self->note, self->advice);
}

static void
give_card (LpCardRow *self)
{
  g_autoptr (LpNoteCard) card = g_steal_pointer (&self->card);

  if (card == NULL)
    return;
  gtk_widget_unparent (GTK_WIDGET (card));
  lp_card_pool_give (self->pool, card);
}

static void
describe (LpCardRow *self)
{
  g_autofree char *advice = NULL;
  g_autofree char *description = NULL;
  LpThemeChips *chips = self->card != NULL ? lp_card_pool_get_chips (self->card) : NULL;
  gboolean marked = self->card != NULL && lp_note_card_is_marked (self->card);

  if (chips != NULL)
    advice = lp_theme_chips_describe (chips, self->item != NULL && gtk_widget_has_focus (self->item));
  description = g_strconcat (marked ? _("May tell who somebody is") : "", marked && advice != NULL ? ". " : "", advice, NULL);
  if (g_set_str (&self->description, description))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCRIPTION]);
}

/* --- Likely themes --- */

static void
ask (LpCardRow *self)
{
  gboolean was_advised = is_advised (self);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  self->stale = FALSE;
  /* one that has a theme, which its tag tells, needs none suggested */
  if (self->note != NULL && self->tag == NULL)
    self->advice = lp_card_pool_advise (self->pool, self->note);
  if (is_advised (self) != was_advised)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  fill_card (self);
  describe (self);
}

static void
ask_cb (gpointer data)
{
  LpCardRow *self = data;

  self->idle = 0;
  ask (self);
}

/* Those out of sight can wait until they are not. */
static void
advised_cb (LpCardRow *self)
{
  if (self->card != NULL)
    ask (self);
  else
    self->stale = TRUE;
}

static void
take_card (LpCardRow *self)
{
  if (self->card != NULL)
    return;
  self->card = lp_card_pool_take (self->pool);
  fill_card (self);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  describe (self);
  /* not in the middle of a layout, since the answer may change the size */
  if (self->stale && self->idle == 0)
    self->idle = g_idle_add_once (ask_cb, self);
}

/* --- Size: known without laying out more than the text --- */

static void
lp_card_row_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  LpCardRow *self = LP_CARD_ROW (widget);

  lp_card_pool_measure (self->pool, widget);
  lp_card_pool_measure_width (self->pool, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lp_card_pool_measure_height (self->pool, self->note, self->tag, is_advised (self), for_size);
}

static void
lp_card_row_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  LpCardRow *self = LP_CARD_ROW (widget);

  if (gtk_widget_get_mapped (widget))
    take_card (self);
  if (self->card == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->card), width, height, baseline, NULL);
}

static GtkSizeRequestMode
lp_card_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The list view maps those in sight alone, but at first all that it holds: until it has given each its place. */
static void
lp_card_row_map (GtkWidget *widget)
{
  LpCardRow *self = LP_CARD_ROW (widget);

  if (self->item == NULL)
    {
      g_set_weak_pointer (&self->item, gtk_widget_get_parent (widget));
      g_signal_connect_object (self->item, "notify::has-focus", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
    }
  if (gtk_widget_get_height (widget) > 0)
    take_card (self);
  GTK_WIDGET_CLASS (lp_card_row_parent_class)->map (widget);
}

static void
lp_card_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lp_card_row_parent_class)->unmap (widget);

  give_card (LP_CARD_ROW (widget));
}

static void
lp_card_row_system_setting_changed (GtkWidget        *widget,
                                    GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (lp_card_row_parent_class)->system_setting_changed (widget, setting);

  lp_card_pool_reset (LP_CARD_ROW (widget)->pool);
  gtk_widget_queue_resize (widget);
}

static void
lp_card_row_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  LpCardRow *self = LP_CARD_ROW (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_selected (LpCardRow *self,
              gboolean   selected)
{
  self->selected = selected;
  fill_card (self);
}

static void
lp_card_row_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  LpCardRow *self = LP_CARD_ROW (object);

  switch (id)
    {
    case PROP_SELECTED:
      set_selected (self, g_value_get_boolean (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      fill_card (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_card_row_dispose (GObject *object)
{
  LpCardRow *self = LP_CARD_ROW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  give_card (self);
  g_clear_weak_pointer (&self->item);
  g_clear_object (&self->note);
  g_clear_object (&self->pool);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (lp_card_row_parent_class)->dispose (object);
}

static void
lp_card_row_class_init (LpCardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_card_row_get_property;
  object_class->set_property = lp_card_row_set_property;
  object_class->dispose = lp_card_row_dispose;
  widget_class->get_request_mode = lp_card_row_get_request_mode;
  widget_class->measure = lp_card_row_measure;
  widget_class->size_allocate = lp_card_row_size_allocate;
  widget_class->map = lp_card_row_map;
  widget_class->unmap = lp_card_row_unmap;
  widget_class->system_setting_changed = lp_card_row_system_setting_changed;

  props[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_card_row_init (LpCardRow *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  self->description = g_strdup ("");
}

GtkWidget *
lp_card_row_new (LpCardPool *pool)
{
  LpCardRow *self = g_object_new (LP_TYPE_CARD_ROW, NULL);

  self->pool = g_object_ref (pool);
  g_signal_connect_object (pool, "advised", G_CALLBACK (advised_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** lp_card_row_show: tag: as of lp_note_card_set_tag(); or NULL */
void
lp_card_row_show (LpCardRow  *self,
                  LpRecord   *note,
                  const char *tag)
{
  g_set_object (&self->note, note);
  g_set_str (&self->tag, tag);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  ask (self);
}

/** lp_card_row_clear: It has no words any more. */
void
lp_card_row_clear (LpCardRow *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->note);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  fill_card (self);
}

guint
lp_card_row_get_position (LpCardRow *self)
{
  return self->position;
}
