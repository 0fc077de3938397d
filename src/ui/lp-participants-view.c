/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-participants-view.h"

#include <glib/gi18n.h>

#include "lp-participants-cell.h"

#define PATIENCE 700 /* milliseconds to wait for the second digit of a table */
#define COLUMN "lp-column"
#define FIELD "lp-field"

#define CHOICE_ALL 0
#define CHOICE_NONE 1 /* the second: those without */
#define CHOICE_FIRST 2

struct _LpParticipantsView
{
  AdwBin parent_instance;

  GtkBox *filters;
  GtkSearchEntry *search_entry;
  GtkDropDown *table_choice;
  GtkDropDown *perspective_choice;
  GtkLabel *figures_label;
  GtkStack *stack;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *origin_column;
  GtkColumnViewColumn *view_column;
  GtkColumnViewColumn *table_column;
  GtkColumnViewColumn *present_column;
  GtkColumnViewColumn *consent_column;

  LpPeople *people;
  GtkFilter *filter;
  GtkMultiSelection *selection;
  GtkWidget *popover;
  GMenuModel *menu;
  gboolean compact;
  gboolean syncing;
  int typed;        /* first digit of a table, or -1 */
  gint64 typed_at;  /* when a digit came last, monotonic */
  guint wait;
  guint idle;
  guint advance_to; /* the row that gets the focus when the one in focus leaves */
};

G_DEFINE_FINAL_TYPE (LpParticipantsView, lp_participants_view, ADW_TYPE_BIN)

enum
{
  PROP_COMPACT = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  CHOSEN_CHANGED,
  ACTIVATED,
  TABLE_TYPED,
  FLAG_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Rows --- */

static void
toggled_cb (GtkCheckButton *check, LpParticipantsView *self)
{
  LpPerson *person = lp_participants_cell_get_person (GTK_WIDGET (check));
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), FIELD));
  gboolean active = gtk_check_button_get_active (check);

  if (person && active != lp_person_get_flag (person, field))
    g_signal_emit (self, signals[FLAG_TOGGLED], 0, person, field, active);
}

static void
setup_cb (GtkListItemFactory *factory, GtkColumnViewCell *item, LpParticipantsView *self)
{
  LpParticipantsColumn column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), COLUMN));
  GtkWidget *cell = lp_participants_cell_new (GTK_WIDGET (self), column);
  guint field = column == LP_PARTICIPANTS_COLUMN_PRESENT ? LP_PARTICIPANT_PRESENT : LP_PARTICIPANT_CONSENT;

  if (GTK_IS_CHECK_BUTTON (cell))
    {
      g_object_set_data (G_OBJECT (cell), FIELD, GUINT_TO_POINTER (field));
      g_signal_connect_object (cell, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
    }
  gtk_column_view_cell_set_child (item, cell);
  gtk_column_view_cell_set_focusable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *item)
{
  lp_participants_cell_bind (gtk_column_view_cell_get_child (item), gtk_column_view_cell_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkColumnViewCell *item)
{
  lp_participants_cell_bind (gtk_column_view_cell_get_child (item), NULL);
}

static void
row_changed_cb (LpPerson *person, GParamSpec *pspec, GtkColumnViewRow *row)
{
  g_autofree char *description = lp_person_describe (person);

  gtk_column_view_row_set_accessible_label (row, description);
}

static void
row_bind_cb (GtkListItemFactory *factory, GtkColumnViewRow *row)
{
  LpPerson *person = gtk_column_view_row_get_item (row);

  row_changed_cb (person, NULL, row);
  g_signal_connect (person, "notify::record", G_CALLBACK (row_changed_cb), row);
}

static void
row_unbind_cb (GtkListItemFactory *factory, GtkColumnViewRow *row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), row_changed_cb, row);
}

/* --- What is shown --- */

static gboolean
is_shown (gpointer item, gpointer data)
{
  LpParticipantsView *self = data;
  guint table = gtk_drop_down_get_selected (self->table_choice);
  guint perspective = gtk_drop_down_get_selected (self->perspective_choice);
  LpRosterFilter filter = LP_ROSTER_FILTER_ALL;

  filter.text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  if (table != GTK_INVALID_LIST_POSITION && table != CHOICE_ALL)
    filter.table = (int) table - CHOICE_NONE;
  if (perspective != GTK_INVALID_LIST_POSITION && perspective >= CHOICE_FIRST)
    filter.perspective = lp_perspective_id (perspective - CHOICE_FIRST);
  else if (perspective == CHOICE_NONE)
    filter.perspective = "";
  return lp_roster_matches (lp_person_get_record (LP_PERSON (item)), &filter);
}

static guint
count_shown (LpParticipantsView *self)
{
  return self->selection ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}

static void
show_stack (LpParticipantsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, count_shown (self) > 0 ? "list" : "none");
}

static void
filter_changed_cb (LpParticipantsView *self)
{
  if (self->syncing || !self->filter)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
show_all_cb (LpParticipantsView *self)
{
  self->syncing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->table_choice, CHOICE_ALL);
  gtk_drop_down_set_selected (self->perspective_choice, CHOICE_ALL);
  self->syncing = FALSE;
  filter_changed_cb (self);
}

static void
show_figures (LpParticipantsView *self, const LpRoster *roster)
{
  guint n = roster->people->len;
  g_autofree char *people = g_strdup_printf (ngettext ("%'u participant", "%'u participants", n), n);
  g_autofree char *seated = g_strdup_printf (
      ngettext ("%u has a table", "%u have a table", roster->seated), roster->seated);
  g_autofree char *present = g_strdup_printf (ngettext ("%u is here", "%u are here", roster->present),
                                              roster->present);
  g_autofree char *consents = g_strdup_printf (
      ngettext ("%u gave consent", "%u gave consent", roster->consents), roster->consents);
  g_autofree char *all = g_strjoin (" · ", people, seated, present, consents, NULL);

  gtk_label_set_label (self->figures_label, all);
}

/* Keeps the choice. */
static void
offer_tables (LpParticipantsView *self, guint n_tables)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = gtk_drop_down_get_selected (self->table_choice);
  GListModel *former = gtk_drop_down_get_model (self->table_choice);

  if (former && g_list_model_get_n_items (former) == n_tables + CHOICE_FIRST)
    return;
  gtk_string_list_append (labels, _("All Tables"));
  gtk_string_list_append (labels, _("Without a Table"));
  for (guint table = 1; table <= n_tables; table++)
    gtk_string_list_take (labels, g_strdup_printf (_("Table %d"), (int) table));
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->table_choice, G_LIST_MODEL (labels));
  if (chosen != GTK_INVALID_LIST_POSITION && chosen < n_tables + CHOICE_FIRST)
    gtk_drop_down_set_selected (self->table_choice, chosen);
  self->syncing = FALSE;
}

static void
offer_perspectives (LpParticipantsView *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All Perspectives"));
  gtk_string_list_append (labels, _("Not Known"));
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    gtk_string_list_append (labels, lp_perspective_label (i));
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->perspective_choice, G_LIST_MODEL (labels));
  self->syncing = FALSE;
}

static void
advance_cb (gpointer data)
{
  LpParticipantsView *self = data;
  guint n = count_shown (self);

  self->idle = 0;
  if (n > 0 && self->advance_to != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->view, MIN (self->advance_to, n - 1), NULL,
                               GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  self->advance_to = GTK_INVALID_LIST_POSITION;
}

/* The row takes the focus now if it is there; a list that comes into sight has its rows later. Somebody is
 * chosen in any case, so that the keys have whom to act on. */
static gboolean
focus_row (LpParticipantsView *self, guint position)
{
  if (position >= count_shown (self))
    return FALSE;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->advance_to = position;
  if (self->idle == 0)
    self->idle = g_idle_add_once (advance_cb, self);
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_list (LpParticipantsView *self)
{
  g_autoptr (GtkBitset) chosen =
      self->selection ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)) : NULL;

  return focus_row (self, !chosen || gtk_bitset_is_empty (chosen) ? 0 : gtk_bitset_get_minimum (chosen));
}

/* Whoever was typing may be faster than the search. */
static void
leave_search_cb (LpParticipantsView *self)
{
  filter_changed_cb (self);
  focus_row (self, 0);
}

static void
stop_search_cb (LpParticipantsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  focus_list (self);
}

/* Down leads from a filter that is closed to somebody: on the list as a whole no key would do anything. */
static gboolean
filter_key_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, LpParticipantsView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0 &&
         focus != NULL && GTK_IS_DROP_DOWN (gtk_widget_get_parent (focus)) && focus_list (self);
}

/* Rows are not sorted anew under the hands of who works in them. */
static void
people_changed_cb (LpParticipantsView *self)
{
  const LpRoster *roster = lp_people_get_roster (self->people);
  gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL;

  offer_tables (self, roster->tables->len);
  show_figures (self, roster);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (!in_list)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
selection_changed_cb (LpParticipantsView *self)
{
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* The row in the place of the one that left gets the focus, when it had it. */
static void
items_changed_cb (LpParticipantsView *self, guint position, guint removed, guint added)
{
  if (removed == 1 && added == 0 && gtk_widget_get_focus_child (GTK_WIDGET (self->view)) && self->idle == 0)
    {
      self->advance_to = position;
      self->idle = g_idle_add_once (advance_cb, self);
    }
  show_stack (self);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* --- Keys --- */

static void
stop_waiting (LpParticipantsView *self)
{
  g_clear_handle_id (&self->wait, g_source_remove);
  self->typed = -1;
}

static void
type_table (LpParticipantsView *self, int table)
{
  stop_waiting (self);
  g_signal_emit (self, signals[TABLE_TYPED], 0, table);
}

static void
waited_cb (gpointer data)
{
  LpParticipantsView *self = data;

  self->wait = 0;
  type_table (self, self->typed);
}

/* A digit that can begin the number of a table waits for the second. */
static gboolean
take_digit (LpParticipantsView *self, int digit)
{
  const LpRoster *roster = lp_people_get_roster (self->people);
  int n_tables = (int) roster->tables->len;
  int both = self->typed * 10 + digit;
  gint64 now = g_get_monotonic_time ();
  gboolean at_once = now - self->typed_at < PATIENCE * G_TIME_SPAN_MILLISECOND;

  self->typed_at = now;
  if (self->typed > 0 && both <= n_tables)
    type_table (self, both);
  else if (digit > 0 && digit * 10 <= n_tables)
    {
      stop_waiting (self);
      self->typed = digit;
      self->wait = g_timeout_add_once (PATIENCE, waited_cb, self);
    }
  else if (digit <= n_tables && (digit > 0 || !at_once))
    type_table (self, digit);
  else
    gtk_widget_error_bell (GTK_WIDGET (self)); /* the 0 of 10 does not mean none where there is no table 10 */
  return TRUE;
}

static int
digit_of (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);
  return -1;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                LpParticipantsView *self)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (!rows || !gtk_widget_get_focus_child (rows))
    return FALSE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    return lp_participants_view_popup (self);
  if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    {
      if (held == 0)
        return gtk_widget_activate_action (GTK_WIDGET (self), "participants.present", NULL);
      if (held == GDK_SHIFT_MASK)
        return gtk_widget_activate_action (GTK_WIDGET (self), "participants.consent", NULL);
      return FALSE;
    }
  if (held != 0)
    return FALSE;
  if (digit_of (key) >= 0)
    return take_digit (self, digit_of (key));
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    return gtk_widget_activate_action (GTK_WIDGET (self), "participants.delete", NULL);
  return FALSE;
}

static void
activate_cb (GtkColumnView *view, guint position, LpParticipantsView *self)
{
  g_autoptr (LpPerson) person = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (person)
    g_signal_emit (self, signals[ACTIVATED], 0, person);
}

/* --- Menu --- */

static gboolean
popup_at (LpParticipantsView *self, const GdkRectangle *at)
{
  if (!self->menu)
    return FALSE;
  if (!self->popover)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), self->menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

/* Whose cell it is, that a widget is in or that is in the widget. */
static LpPerson *
find_person (LpParticipantsView *self, GtkWidget *picked)
{
  for (; picked && picked != GTK_WIDGET (self->view); picked = gtk_widget_get_parent (picked))
    {
      GtkWidget *first = gtk_widget_get_first_child (picked);
      GtkWidget *inner = first ? gtk_widget_get_first_child (first) : NULL;

      if (lp_participants_cell_get_person (picked))
        return lp_participants_cell_get_person (picked);
      if (first && lp_participants_cell_get_person (first))
        return lp_participants_cell_get_person (first);
      if (inner && lp_participants_cell_get_person (inner))
        return lp_participants_cell_get_person (inner);
    }
  return NULL;
}

/* Unless he is among several chosen ones. */
static void
choose (LpParticipantsView *self, LpPerson *person)
{
  for (guint i = 0; i < count_shown (self); i++)
    {
      g_autoptr (LpPerson) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other != person)
        continue;
      if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        gtk_column_view_scroll_to (self->view, i, NULL, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                                   NULL);
      return;
    }
}

static gboolean
popup_at_pointer (LpParticipantsView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  LpPerson *person = find_person (self, picked);
  graphene_point_t at;

  if (!person || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                            &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return FALSE;

  choose (self, person);
  return popup_at (self, &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
}

static void
context_cb (GtkGesture *gesture, int n_press, double x, double y, LpParticipantsView *self)
{
  if (popup_at_pointer (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_press_cb (GtkGesture *gesture, double x, double y, LpParticipantsView *self)
{
  if (popup_at_pointer (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* --- Class --- */

static void
set_compact (LpParticipantsView *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  gtk_column_view_column_set_visible (self->origin_column, !compact);
  gtk_column_view_column_set_visible (self->view_column, !compact);
  gtk_column_view_column_set_visible (self->consent_column, !compact);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
}

static void
lp_participants_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, LP_PARTICIPANTS_VIEW (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_participants_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      set_compact (LP_PARTICIPANTS_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
lp_participants_view_grab_focus (GtkWidget *widget)
{
  return focus_list (LP_PARTICIPANTS_VIEW (widget));
}

static void
lp_participants_view_dispose (GObject *object)
{
  LpParticipantsView *self = LP_PARTICIPANTS_VIEW (object);

  self->syncing = TRUE;
  stop_waiting (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->menu);
  g_clear_object (&self->people);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PARTICIPANTS_VIEW);

  G_OBJECT_CLASS (lp_participants_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-participants-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, filters);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, table_choice);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, perspective_choice);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, figures_label);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, stack);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, view);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, name_column);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, origin_column);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, view_column);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, table_column);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, present_column);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsView, consent_column);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lp_participants_view_class_init (LpParticipantsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_participants_view_get_property;
  object_class->set_property = lp_participants_view_set_property;
  object_class->dispose = lp_participants_view_dispose;
  widget_class->grab_focus = lp_participants_view_grab_focus;

  props[PROP_COMPACT] = g_param_spec_boolean (
      "compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", LP_TYPE_PARTICIPANTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", LP_TYPE_PARTICIPANTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, LP_TYPE_PERSON);
  signals[TABLE_TYPED] = g_signal_new ("table-typed", LP_TYPE_PARTICIPANTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FLAG_TOGGLED] = g_signal_new ("flag-toggled", LP_TYPE_PARTICIPANTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 3, LP_TYPE_PERSON, G_TYPE_UINT,
                                        G_TYPE_BOOLEAN);
  bind_template (widget_class);
}

static int
compare_people (gconstpointer a, gconstpointer b, gpointer data)
{
  return lp_roster_compare (lp_person_get_record (LP_PERSON ((gpointer) a)),
                            lp_person_get_record (LP_PERSON ((gpointer) b)), GPOINTER_TO_INT (data));
}

static void
set_up_column (LpParticipantsView *self, GtkColumnViewColumn *column, LpParticipantsColumn what,
               LpRosterKey key)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_people, GINT_TO_POINTER (key), NULL));

  g_object_set_data (G_OBJECT (factory), COLUMN, GINT_TO_POINTER (what));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
}

static void
lp_participants_view_init (LpParticipantsView *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  self->typed = -1;
  self->advance_to = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_column (self, self->name_column, LP_PARTICIPANTS_COLUMN_NAME, LP_ROSTER_BY_NAME);
  set_up_column (self, self->origin_column, LP_PARTICIPANTS_COLUMN_ORIGIN, LP_ROSTER_BY_MUNICIPALITY);
  set_up_column (self, self->view_column, LP_PARTICIPANTS_COLUMN_VIEW, LP_ROSTER_BY_PERSPECTIVE);
  set_up_column (self, self->table_column, LP_PARTICIPANTS_COLUMN_TABLE, LP_ROSTER_BY_TABLE);
  set_up_column (self, self->present_column, LP_PARTICIPANTS_COLUMN_PRESENT, LP_ROSTER_BY_PRESENT);
  set_up_column (self, self->consent_column, LP_PARTICIPANTS_COLUMN_CONSENT, LP_ROSTER_BY_CONSENT);
  g_signal_connect (rows, "bind", G_CALLBACK (row_bind_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (row_unbind_cb), NULL);
  gtk_column_view_set_row_factory (self->view, rows);
  gtk_column_view_sort_by_column (self->view, self->name_column, GTK_SORT_ASCENDING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Participants"), -1);
  offer_perspectives (self);
}

void
lp_participants_view_set_people (LpParticipantsView *self, LpPeople *people)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  g_return_if_fail (!self->people);

  self->people = g_object_ref (people);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (people)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (people, "changed", G_CALLBACK (people_changed_cb), self, G_CONNECT_SWAPPED);
  people_changed_cb (self);
}

void
lp_participants_view_set_menu (LpParticipantsView *self, GMenuModel *menu)
{
  g_set_object (&self->menu, menu);
}

/** lp_participants_view_get_chosen: those selected. Transfer full. */
GPtrArray *
lp_participants_view_get_chosen (LpParticipantsView *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position = 0;

  if (!self->selection)
    return chosen;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (chosen, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return chosen;
}

/** lp_participants_view_show_table: only those at a table; 0: only those without one. */
void
lp_participants_view_show_table (LpParticipantsView *self, int table)
{
  self->syncing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->perspective_choice, CHOICE_ALL);
  gtk_drop_down_set_selected (self->table_choice, (guint) table + CHOICE_NONE);
  self->syncing = FALSE;
  filter_changed_cb (self);
}

void
lp_participants_view_search (LpParticipantsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/** lp_participants_view_popup: the menu, beside the row in focus. */
gboolean
lp_participants_view_popup (LpParticipantsView *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *row = rows ? gtk_widget_get_focus_child (rows) : NULL;
  graphene_rect_t bounds;

  if (!row || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return FALSE;
  return popup_at (self, &(GdkRectangle) { (int) bounds.origin.x + 24,
                                           (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
}
