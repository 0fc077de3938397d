/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-list.h"

#include "lp-card-row.h"
#include "lp-list.h"

#include <glib/gi18n.h>

#define NOWHERE GTK_INVALID_LIST_POSITION

struct _LpNoteList {
  AdwBin              parent_instance;

  GtkListView        *view;
  GtkMultiSelection  *selection;
  GtkWidget          *popover;

  char               *label;
  GMenuModel         *menu;
  LpThemeAdviser     *adviser;
  LpRosterNames      *names;
  LpCardPool         *pool;        /* from the first row on */
  LpNoteTag           tag;
  gpointer            tag_data;
  gboolean            pairs;
  int                 lines;
  gboolean            detailed;
  guint               advance_to;  /* the card that gets the focus when the chosen ones have left, or NOWHERE */
  guint               idle;
};

G_DEFINE_FINAL_TYPE (LpNoteList, lp_note_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_MODEL,
  PROP_MENU,
  PROP_LINES,
  PROP_DETAILED,
  PROP_LABEL,
  PROP_N_SELECTED,
  PROP_PAIRS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_notes (LpNoteList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static guint
count_selected (LpNoteList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (selected);
}

/* The card in focus: the focus is on its row. */
static guint
find_focused (LpNoteList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  GtkWidget *card = row ? gtk_widget_get_first_child (row) : NULL;

  return LP_IS_CARD_ROW (card) ? lp_card_row_get_position (LP_CARD_ROW (card)) : NOWHERE;
}

static LpCardRow *
find_card_at (LpNoteList *self,
              double      x,
              double      y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && gtk_widget_get_ancestor (widget, LP_TYPE_CARD_ROW) != NULL)
    return LP_CARD_ROW (gtk_widget_get_ancestor (widget, LP_TYPE_CARD_ROW));
  return NULL;
}

static void
add_note (LpNoteList *self,
          LpNoteIds  *notes,
          guint       position)
{
  g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (note != NULL)
    lp_note_ids_add (notes, lp_record_get_id (note));
}

static LpNoteIds *
get_selected (LpNoteList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  LpNoteIds *notes = lp_note_ids_new ();
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    add_note (self, notes, position);
  return notes;
}

/* A card of the selection takes the others with it. */
static LpNoteIds *
drag_notes_cb (LpNoteCard *card,
               LpNoteList *self)
{
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), lp_note_card_get_position (card)))
    return NULL;
  return get_selected (self);
}

static void
made_cb (LpCardPool *pool,
         LpNoteCard *card,
         LpNoteList *self)
{
  g_signal_connect_object (card, "drag-notes", G_CALLBACK (drag_notes_cb), self, G_CONNECT_DEFAULT);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          LpNoteList               *self)
{
  GtkWidget *row = NULL;

  if (self->pool == NULL)
    {
      self->pool = lp_card_pool_new (self->view, self->adviser, self->names, self->lines, self->detailed);
      g_signal_connect_object (self->pool, "made", G_CALLBACK (made_cb), self, G_CONNECT_DEFAULT);
    }
  /* a second press, soon after the one that selects, begins a drag */
  gtk_list_item_set_activatable (item, FALSE);
  row = lp_card_row_new (self->pool);
  g_object_bind_property (item, "selected", row, "selected", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "position", row, "position", G_BINDING_SYNC_CREATE);
  g_object_bind_property (row, "description", item, "accessible-description", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static gboolean
belongs_above (LpNoteList *self,
               guint       position)
{
  GListModel *model = gtk_multi_selection_get_model (self->selection);

  return self->pairs && LP_IS_LIST (model) && lp_list_get_key (LP_LIST (model), position) != 0;
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         LpNoteList               *self)
{
  LpRecord *note = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *tag = self->tag != NULL ? self->tag (note, self->tag_data) : NULL;
  g_autofree char *words = lp_note_card_describe (note);
  gboolean belongs = belongs_above (self, gtk_list_item_get_position (item));
  g_autofree char *description = g_strjoin (", ", words, belongs ? _("belongs to the note above") : tag, belongs ? tag : NULL, NULL);

  lp_card_row_show (LP_CARD_ROW (row), note, tag);
  if (belongs)
    gtk_widget_add_css_class (row, "paired");
  else
    gtk_widget_remove_css_class (row, "paired");
  gtk_list_item_set_accessible_label (item, description);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           LpNoteList               *self)
{
  lp_card_row_clear (LP_CARD_ROW (gtk_list_item_get_child (item)));
}

static void
selection_changed_cb (GtkSelectionModel *selection,
                      guint              position,
                      guint              n_items,
                      LpNoteList        *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}

static void
advance_cb (gpointer data)
{
  LpNoteList *self = data;
  guint n_notes = count_notes (self);

  self->idle = 0;
  if (n_notes > 0)
    gtk_list_view_scroll_to (self->view, MIN (self->advance_to, n_notes - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  else
    g_signal_emit (self, signals[EMPTIED], 0);
  self->advance_to = NOWHERE;
}

/* Not before the view has taken the change in. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  LpNoteList *self)
{
  if (self->advance_to != NOWHERE && self->idle == 0)
    self->idle = g_idle_add_once (advance_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}

/* By so many cards as fit, and no further than the ends. */
static gboolean
move_focus (LpNoteList *self,
            int         by)
{
  guint focused = find_focused (self);
  guint n_notes = count_notes (self);
  gint64 wanted = (gint64) focused + by;

  if (focused == NOWHERE || n_notes == 0)
    return FALSE;
  gtk_list_view_scroll_to (self->view, CLAMP (wanted, 0, n_notes - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  return TRUE;
}

static int
count_page (LpNoteList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->view));

  return row ? MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) / MAX (1, gtk_widget_get_height (row)) - 1) : 1;
}

static gboolean
popup (LpNoteList         *self,
       guint               position,
       const GdkRectangle *at)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (self->menu == NULL || position == NOWHERE)
    return FALSE;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

static gboolean
popup_at_focus (LpNoteList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return FALSE;
  return popup (self, find_focused (self),
                &(GdkRectangle) { bounds.origin.x + 24, bounds.origin.y + bounds.size.height / 2, 1, 1 });
}

static void
context_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            LpNoteList      *self)
{
  LpCardRow *card = find_card_at (self, x, y);

  if (card != NULL && popup (self, lp_card_row_get_position (card), &(GdkRectangle) { x, y, 1, 1 }))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_press_cb (GtkGestureLongPress *gesture,
               double               x,
               double               y,
               LpNoteList          *self)
{
  LpCardRow *card = find_card_at (self, x, y);

  if (card != NULL && popup (self, lp_card_row_get_position (card), &(GdkRectangle) { x, y, 1, 1 }))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
deselect_some (LpNoteList *self)
{
  return count_selected (self) > 0 && gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/* The list view's own arrows would take the selection along. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                LpNoteList            *self)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    return popup_at_focus (self);
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_Left || key == GDK_KEY_KP_Left))
    return gtk_widget_activate_action (GTK_WIDGET (self), "themes.move-previous", NULL);
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_Right || key == GDK_KEY_KP_Right))
    return gtk_widget_activate_action (GTK_WIDGET (self), "themes.move-next", NULL);
  if (held != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_focus (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_focus (self, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move_focus (self, -count_page (self));
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move_focus (self, count_page (self));
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move_focus (self, G_MININT);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move_focus (self, G_MAXINT);
    case GDK_KEY_Escape:
      return deselect_some (self);
    default:
      return FALSE;
    }
}

static void
set_label (LpNoteList *self,
           const char *label)
{
  if (!g_set_str (&self->label, label))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

static gboolean
lp_note_list_grab_focus (GtkWidget *widget)
{
  LpNoteList *self = LP_NOTE_LIST (widget);

  return count_notes (self) > 0 && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
lp_note_list_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LpNoteList *self = LP_NOTE_LIST (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, gtk_multi_selection_get_model (self->selection));
      break;
    case PROP_MENU:
      g_value_set_object (value, self->menu);
      break;
    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;
    case PROP_DETAILED:
      g_value_set_boolean (value, self->detailed);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->selection ? count_selected (self) : 0);
      break;
    case PROP_PAIRS:
      g_value_set_boolean (value, self->pairs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_note_list_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LpNoteList *self = LP_NOTE_LIST (object);

  switch (id)
    {
    case PROP_MODEL:
      lp_note_list_set_model (self, g_value_get_object (value));
      break;
    case PROP_MENU:
      lp_note_list_set_menu (self, g_value_get_object (value));
      break;
    case PROP_LINES:
      self->lines = g_value_get_int (value);
      break;
    case PROP_DETAILED:
      self->detailed = g_value_get_boolean (value);
      break;
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_PAIRS:
      self->pairs = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_note_list_dispose (GObject *object)
{
  LpNoteList *self = LP_NOTE_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_LIST);
  g_clear_object (&self->menu);
  g_clear_object (&self->adviser);
  g_clear_object (&self->names);
  g_clear_object (&self->pool);

  G_OBJECT_CLASS (lp_note_list_parent_class)->dispose (object);
}

static void
lp_note_list_finalize (GObject *object)
{
  LpNoteList *self = LP_NOTE_LIST (object);

  g_free (self->label);

  G_OBJECT_CLASS (lp_note_list_parent_class)->finalize (object);
}

static void
lp_note_list_class_init (LpNoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_list_get_property;
  object_class->set_property = lp_note_list_set_property;
  object_class->dispose = lp_note_list_dispose;
  object_class->finalize = lp_note_list_finalize;
  widget_class->grab_focus = lp_note_list_grab_focus;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, -1, G_MAXINT, 3,
                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  props[PROP_DETAILED] = g_param_spec_boolean ("detailed", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PAIRS] = g_param_spec_boolean ("pairs", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[EMPTIED] = g_signal_new ("emptied", LP_TYPE_NOTE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteList, view);
  gtk_widget_class_bind_template_child (widget_class, LpNoteList, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_press_cb);
}

static void
lp_note_list_init (LpNoteList *self)
{
  self->advance_to = NOWHERE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_note_list_set_model (LpNoteList *self,
                        GListModel *model)
{
  gtk_multi_selection_set_model (self->selection, model);
}

void
lp_note_list_set_tagger (LpNoteList *self,
                         LpNoteTag   tag,
                         gpointer    data)
{
  self->tag = tag;
  self->tag_data = data;
}

void
lp_note_list_set_adviser (LpNoteList     *self,
                          LpThemeAdviser *adviser)
{
  g_set_object (&self->adviser, adviser);
}

void
lp_note_list_set_names (LpNoteList    *self,
                        LpRosterNames *names)
{
  g_set_object (&self->names, names);
}

void
lp_note_list_set_menu (LpNoteList *self,
                       GMenuModel *menu)
{
  if (!g_set_object (&self->menu, menu))
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/**
 * lp_note_list_get_chosen: the selected notes, or else the one in focus; may be empty. first: where the first of them stands, for
 * lp_note_list_advance(). Transfer full.
 */
LpNoteIds *
lp_note_list_get_chosen (LpNoteList *self,
                         guint      *first)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  LpNoteIds *notes = get_selected (self);

  *first = gtk_bitset_is_empty (selected) ? find_focused (self) : gtk_bitset_get_minimum (selected);
  if (notes->len == 0)
    add_note (self, notes, *first);
  return notes;
}

/**
 * lp_note_list_get_positions: where the chosen notes stand, which reads none of them: the selected ones, or else the one in focus.
 * Transfer full.
 */
GtkBitset *
lp_note_list_get_positions (LpNoteList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitset *positions = gtk_bitset_copy (selected);

  if (gtk_bitset_is_empty (positions) && find_focused (self) != NOWHERE)
    gtk_bitset_add (positions, find_focused (self));
  return positions;
}

void
lp_note_list_deselect (LpNoteList *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/** lp_note_list_advance: once the chosen notes have left, the focus goes to the card that then stands in their place. */
void
lp_note_list_advance (LpNoteList *self,
                      guint       first)
{
  self->advance_to = first;
}
