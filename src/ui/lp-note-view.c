/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-view.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-kind-toggle.h"
#include "lp-note-crowd.h"
#include "lp-note-deeds.h"
#include "lp-note-editor.h"
#include "lp-note-menus.h"
#include "lp-note-reveal.h"
#include "lp-note-row.h"
#include "lp-note-selection.h"
#include "lp-story-dialog.h"
#include "lp-story.h"
#include "lp-theme-names.h"

/* How long a note says that it was saved just now. */
#define FRESH_S 4

struct _LpNoteView
{
  AdwBin parent_instance;

  GtkListView *list_view;
  LpNoteSelection *selection;
  GtkWidget *selection_bar;
  GtkLabel *n_selected_label;
  GtkWidget *note_menu;
  GMenu *change_section;
  GMenu *change_menu;
  GMenu *theme_menu;

  LpStore *store;
  LpId meeting;
  LpList *notes;
  LpList *themes;
  GListModel *pending;     /* of LpPendingNote */
  GtkWidget *field;        /* not owned: where the next note is typed */
  LpThemeNames *theme_names;
  LpNotePool *pool;
  GHashTable *bound;       /* set of the LpNoteRow that show something */
  GtkWidget *editor;       /* LpNoteEditor, or NULL */
  gboolean edit_again;     /* the chosen note, when the editor has saved */
  gboolean editor_focused; /* when its row went away, to be drawn anew */
  LpId focused;            /* its row had the focus before the list changed; or unset */
  LpId fresh;
  guint fresh_id;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpNoteView, lp_note_view, ADW_TYPE_BIN)

enum {
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
count_pending (LpNoteView *self)
{
  return g_list_model_get_n_items (self->pending);
}

/* --- Themes --- */

/* note: NULL where it is not on the disk yet */
static void
each_row (LpNoteView *self, void (*do_it) (LpNoteView *self, LpNoteRow *row, LpRecord *note))
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    do_it (self, row, lp_note_row_get_note (row));
}

static void
show_theme (LpNoteView *self, LpNoteRow *row, LpRecord *note)
{
  if (note != NULL)
    lp_note_row_show_theme (row, lp_theme_names_of_note (self->theme_names, note));
}

static void
names_changed_cb (LpNoteView *self)
{
  lp_note_menus_fill_themes (self->theme_menu, self->themes);
  each_row (self, show_theme);
}


/* --- What was saved just now --- */

static gboolean
is_fresh (LpNoteView *self, LpRecord *note)
{
  return lp_id_is_set (&self->fresh) && lp_id_equal (&self->fresh, lp_record_get_id (note));
}

static void
show_fresh (LpNoteView *self, LpNoteRow *row, LpRecord *note)
{
  if (note != NULL)
    lp_note_row_show_fresh (row, is_fresh (self, note));
}

static void
fresh_over_cb (gpointer data)
{
  LpNoteView *self = data;

  self->fresh_id = 0;
  self->fresh = (LpId) { 0 };
  each_row (self, show_fresh);
}

/** lp_note_view_show_saved: marks a note as saved just now, for some seconds, and brings it into sight. */
void
lp_note_view_show_saved (LpNoteView *self, const LpId *note)
{
  g_clear_handle_id (&self->fresh_id, g_source_remove);
  self->fresh = *note;
  self->fresh_id = g_timeout_add_seconds_once (FRESH_S, fresh_over_cb, self);
  each_row (self, show_fresh);
  lp_note_reveal (self->list_view, self->notes, self->pending, note, GTK_LIST_SCROLL_NONE);
}

/** lp_note_view_go_to: brings a note into sight, chosen, with the focus on it. */
void
lp_note_view_go_to (LpNoteView *self, const LpId *note)
{
  lp_note_reveal (self->list_view, self->notes, self->pending, note, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS);
}

/* --- Rows --- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, LpNoteView *self)
{
  GtkWidget *row = lp_note_row_new (self->pool);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
say_row (GtkListItem *item, const char *kind, const char *text)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", kind, text);

  gtk_list_item_set_accessible_label (item, name);
}

static void
bind_note (LpNoteView *self, GtkListItem *item, LpNoteRow *row, LpRecord *note)
{
  LpKind kind = LP_KIND_DREAM;

  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  say_row (item, lp_kind_label (kind), lp_record_text (note, LP_NOTE_TEXT));
  lp_note_row_show_note (row, note, lp_theme_names_of_note (self->theme_names, note), is_fresh (self, note));
}

static gboolean
is_edited (LpNoteView *self, LpRecord *note)
{
  return self->editor != NULL && note != NULL &&
         lp_id_equal (lp_record_get_id (lp_note_editor_get_note (LP_NOTE_EDITOR (self->editor))),
                      lp_record_get_id (note));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, LpNoteView *self)
{
  LpNoteRow *row = LP_NOTE_ROW (gtk_list_item_get_child (item));
  gpointer shown = gtk_list_item_get_item (item);

  g_hash_table_add (self->bound, row);
  if (LP_IS_PENDING_NOTE (shown))
    {
      say_row (item, lp_kind_label (lp_pending_note_get_kind (shown)), lp_pending_note_get_text (shown));
      lp_note_row_show_pending (row, shown);
      return;
    }
  bind_note (self, item, row, shown);
  if (is_edited (self, shown) && gtk_widget_get_parent (self->editor) == NULL)
    {
      lp_note_row_set_editor (row, self->editor);
      if (self->editor_focused)
        lp_note_editor_focus (LP_NOTE_EDITOR (self->editor));
    }
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, LpNoteView *self)
{
  LpNoteRow *row = LP_NOTE_ROW (gtk_list_item_get_child (item));

  if (is_edited (self, lp_note_row_get_note (row)))
    self->editor_focused = gtk_widget_get_focus_child (self->editor) != NULL;
  lp_note_row_set_editor (row, NULL);
  lp_note_row_clear (row);
  g_hash_table_remove (self->bound, row);
}

static void
teardown_cb (GtkListItemFactory *factory, GtkListItem *item, LpNoteView *self)
{
  if (gtk_list_item_get_child (item) != NULL)
    g_hash_table_remove (self->bound, gtk_list_item_get_child (item));
}

static LpNoteRow *
find_row (LpNoteView *self, LpRecord *note)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      LpRecord *shown = lp_note_row_get_note (row);

      if (shown != NULL && lp_id_equal (lp_record_get_id (shown), lp_record_get_id (note)))
        return row;
    }
  return NULL;
}

/* NULL: the focus is on no row of a note. */
static LpRecord *
focused_note (LpNoteView *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *row = focused != NULL ? gtk_widget_get_first_child (focused) : NULL;

  return LP_IS_NOTE_ROW (row) ? lp_note_row_get_note (LP_NOTE_ROW (row)) : NULL;
}

/* The note in focus, else the one that is selected; NULL for none and for one not on the disk yet. Transfer full. */
static LpRecord *
chosen_note (LpNoteView *self)
{
  LpRecord *focused = focused_note (self);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (focused != NULL)
    return g_object_ref (focused);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL || gtk_bitset_get_size (selected) != 1)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
}

/* --- Many notes --- */

static gboolean
has_many (LpNoteView *self)
{
  return lp_note_selection_count (self->selection) > 1;
}

/* Those that an action is about: all that are selected, else the one that is chosen. Transfer full; NULL: none. */
static GArray *
chosen_nums (LpNoteView *self)
{
  g_autoptr (LpRecord) note = NULL;
  GArray *nums = NULL;
  gint64 num = 0;

  if (has_many (self))
    return lp_note_selection_get_nums (self->selection);

  note = chosen_note (self);
  if (note == NULL)
    return NULL;
  num = lp_record_get_num (note);
  nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (nums, num);
  return nums;
}

/* One that is chosen is seen; many are counted, and what can be done with them is offered. */
static void
show_selection_cb (LpNoteView *self)
{
  guint n = lp_note_selection_count (self->selection);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

  gtk_label_set_label (self->n_selected_label, count);
  if (gtk_widget_get_visible (self->selection_bar) == has_many (self))
    return;

  if (!has_many (self) && gtk_widget_get_focus_child (self->selection_bar) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  gtk_widget_set_visible (self->selection_bar, has_many (self));
}

static void
do_with_many (LpNoteView *self, const LpNoteBatch *batch)
{
  g_autoptr (GArray) nums = chosen_nums (self);

  if (nums != NULL)
    lp_note_crowd_do (GTK_WIDGET (self), self->store, &self->meeting, nums, batch);
}

/* What shows another state of the same note has another row; the focus stays with the note. */
static void
before_change_cb (LpNoteView *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  LpRecord *note = focused != NULL && gtk_widget_is_focus (focused) ? focused_note (self) : NULL;

  self->focused = note != NULL ? *lp_record_get_id (note) : (LpId) { 0 };
}

static void
after_change_cb (LpNoteView *self)
{
  LpRecord *note = focused_note (self);
  guint position = 0;

  if (lp_id_is_set (&self->focused) && (note == NULL || !lp_id_equal (lp_record_get_id (note), &self->focused)) &&
      lp_list_find (self->notes, &self->focused, &position))
    gtk_list_view_scroll_to (self->list_view, position + count_pending (self), GTK_LIST_SCROLL_FOCUS, NULL);
  self->focused = (LpId) { 0 };
}

/* --- Editing --- */

static void
close_editor (LpNoteView *self)
{
  LpNoteRow *row = NULL;

  if (self->editor == NULL)
    return;

  row = find_row (self, lp_note_editor_get_note (LP_NOTE_EDITOR (self->editor)));
  if (row != NULL)
    lp_note_row_set_editor (row, NULL);
  g_clear_object (&self->editor);
}

/* The note stays the chosen one, though its row may be another now. */
static void
editor_closed_cb (LpNoteView *self)
{
  LpId note = *lp_record_get_id (lp_note_editor_get_note (LP_NOTE_EDITOR (self->editor)));
  guint position = 0;

  close_editor (self);
  if (self->edit_again)
    gtk_widget_activate_action (GTK_WIDGET (self), "notes.edit", NULL);
  else if (lp_list_find (self->notes, &note, &position))
    gtk_list_view_scroll_to (self->list_view, position + count_pending (self),
                             GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "notes.focus", NULL);
}

static void
open_editor (LpNoteView *self, LpRecord *note)
{
  LpNoteRow *row = find_row (self, note);

  if (row == NULL)
    return;

  self->editor = g_object_ref_sink (lp_note_editor_new (self->store, note));
  g_object_set (self->editor, "detail", self->narrow ? LP_KIND_DETAIL_SYMBOL : LP_KIND_DETAIL_WORD, NULL);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (editor_closed_cb), self, G_CONNECT_SWAPPED);
  lp_note_row_set_editor (row, self->editor);
  lp_note_editor_focus (LP_NOTE_EDITOR (self->editor));
  lp_note_reveal (self->list_view, self->notes, self->pending, lp_record_get_id (note), GTK_LIST_SCROLL_NONE);
}

/* Whether keys belong to the editor. */
static gboolean
is_editing (LpNoteView *self)
{
  return self->editor != NULL && gtk_widget_get_focus_child (self->editor) != NULL;
}

/* Of what was erased no words stay, least of all in an editor. */
static void
forget_note (LpNoteView *self, const LpId *note)
{
  lp_note_pool_forget (self->pool);
  if (self->editor != NULL &&
      lp_id_equal (lp_record_get_id (lp_note_editor_get_note (LP_NOTE_EDITOR (self->editor))), note))
    close_editor (self);
}

static void
store_changed_cb (LpNoteView *self, GArray *changes)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      placed |= change->entity == LP_PLACEMENT;
      if (change->entity == LP_NOTE && change->num == 0)
        forget_note (self, &change->object);
    }
  if (placed)
    each_row (self, show_theme);
}

/* --- Stories --- */

static gboolean
is_story (LpRecord *note)
{
  return note != NULL && g_str_equal (lp_record_text (note, LP_NOTE_KIND), lp_kind_id (LP_KIND_STORY));
}

static void
story_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);

  if (note == NULL || is_editing (self))
    return;
  if (is_story (note))
    adw_dialog_present (lp_story_dialog_new (self->store, note), widget);
  else
    lp_feedback_say (widget, _("This note is no story"));
}

/* --- Actions --- */

/* One note at a time: the one before is saved first, and stays open when it cannot be. */
static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);

  self->edit_again = FALSE;
  if (note == NULL)
    return;

  if (is_story (note) && lp_story_is_told_in_parts (note))
    {
      story_action_cb (widget, name, NULL);
    }
  else if (is_edited (self, note))
    {
      lp_note_editor_focus (LP_NOTE_EDITOR (self->editor));
    }
  else if (self->editor != NULL)
    {
      self->edit_again = TRUE;
      lp_note_editor_save (LP_NOTE_EDITOR (self->editor));
    }
  else
    {
      open_editor (self, note);
    }
}

static void
delete_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);

  if (is_editing (self))
    return;
  if (has_many (self))
    do_with_many (self, &(LpNoteBatch) { .deed = LP_BATCH_DELETE });
  else if (note != NULL)
    lp_note_deeds_delete (widget, self->store, note);
}

/* Of many the first says which way: they are all to be the same then. */
static LpBatchDeed
find_deed (LpNoteView *self, const char *name)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (LpRecord) first =
      g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));

  if (g_str_equal (name, "notes.toggle-wall"))
    return first != NULL && lp_note_may_be_shown (first) ? LP_BATCH_KEEP_OFF : LP_BATCH_SHOW;

  return g_str_equal (name, "notes.show") ? LP_BATCH_SHOW : LP_BATCH_KEEP_OFF;
}

static void
wall_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);

  if (is_editing (self))
    return;
  if (has_many (self))
    do_with_many (self, &(LpNoteBatch) { .deed = find_deed (self, name) });
  else if (note != NULL)
    lp_note_deeds_review (widget, self->store, note, name);
}

static void
copy_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);
  g_autoptr (GArray) nums = has_many (self) ? chosen_nums (self) : NULL;

  if (nums != NULL)
    lp_note_crowd_copy (widget, self->store, nums);
  else if (note != NULL)
    lp_note_deeds_copy (widget, note);
}

/* Of many: all are, whatever some of them were. */
static void
read_back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);
  gboolean undo = !has_many (self) && note != NULL && lp_record_int (note, LP_NOTE_READ_BACK) != 0;

  if (note != NULL && !is_editing (self))
    do_with_many (self, &(LpNoteBatch) { .deed = undo ? LP_BATCH_UNCONFIRMED : LP_BATCH_READ_BACK });
}

static void
kind_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteBatch batch = { .deed = LP_BATCH_KIND };

  if (lp_kind_find (g_variant_get_string (parameter, NULL), &batch.kind))
    do_with_many (LP_NOTE_VIEW (widget), &batch);
}

static void
table_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_with_many (LP_NOTE_VIEW (widget),
                &(LpNoteBatch) { .deed = LP_BATCH_TABLE, .table = g_variant_get_int32 (parameter) });
}

static void
perspective_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *perspective = g_variant_get_string (parameter, NULL);

  do_with_many (LP_NOTE_VIEW (widget), &(LpNoteBatch) { .deed = LP_BATCH_PERSPECTIVE,
                                                        .perspective = *perspective != '\0' ? perspective : NULL });
}

static void
move_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteBatch batch = { .deed = LP_BATCH_MOVE };

  lp_id_parse (g_variant_get_string (parameter, NULL), &batch.theme);
  do_with_many (LP_NOTE_VIEW (widget), &batch);
}

static void
select_all_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (LP_NOTE_VIEW (widget)->selection));
}

static void
deselect_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (LP_NOTE_VIEW (widget)->selection));
}

/* Escape: one step back at a time. */
static void
leave_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, has_many (LP_NOTE_VIEW (widget)) ? "notes.deselect" : "notes.focus", NULL);
}

/* x, y: in the list. */
static void
open_menu (LpNoteView *self, double x, double y)
{
  g_autoptr (LpRecord) note = chosen_note (self);
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.open-story", is_story (note));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->note_menu),
                               &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->note_menu));
}

static void
menu_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNoteView *self = LP_NOTE_VIEW (widget);
  g_autoptr (LpRecord) note = chosen_note (self);
  LpNoteRow *row = note != NULL && !is_editing (self) ? find_row (self, note) : NULL;
  graphene_rect_t bounds = { 0 };

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_view), &bounds))
    open_menu (self, bounds.origin.x + 24, bounds.origin.y + bounds.size.height);
}

static void
activate_cb (LpNoteView *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "notes.edit", NULL);
}

static void
open_menu_at (GtkGesture *gesture, double x, double y, LpNoteView *self)
{
  LpNoteRow *row = lp_note_row_pick (GTK_WIDGET (self->list_view), x, y);
  LpRecord *note = row != NULL ? lp_note_row_get_note (row) : NULL;
  gboolean many = FALSE;
  guint position = 0;

  if (note == NULL || is_edited (self, note) ||
      !lp_list_find (self->notes, lp_record_get_id (note), &position))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  position += count_pending (self);
  /* the menu is about all that are selected, when this is one of them */
  many = has_many (self) && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
  gtk_list_view_scroll_to (self->list_view, position,
                           many ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  open_menu (self, x, y);
}

static void
context_cb (GtkGesture *gesture, int n_press, double x, double y, LpNoteView *self)
{
  open_menu_at (gesture, x, y, self);
}

/* Who types while the focus is in the list means the next note. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpNoteView *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (self->field == NULL || is_editing (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->field);
  return gtk_event_controller_key_forward (controller, self->field);
}

/* The font may be another than when it was here last. */
static void
lp_note_view_root (GtkWidget *widget)
{
  lp_note_pool_reset (LP_NOTE_VIEW (widget)->pool);

  GTK_WIDGET_CLASS (lp_note_view_parent_class)->root (widget);
}

/* The rows are told after this. */
static void
lp_note_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  lp_note_pool_reset (LP_NOTE_VIEW (widget)->pool);

  GTK_WIDGET_CLASS (lp_note_view_parent_class)->system_setting_changed (widget, setting);
}

static void
set_narrow (LpNoteView *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
lp_note_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, LP_NOTE_VIEW (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (LP_NOTE_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_view_dispose (GObject *object)
{
  LpNoteView *self = LP_NOTE_VIEW (object);

  g_clear_handle_id (&self->fresh_id, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_pointer (&self->note_menu, gtk_widget_unparent);
  g_clear_weak_pointer (&self->field);
  g_clear_object (&self->editor);
  g_clear_object (&self->pending);
  g_clear_object (&self->notes);
  g_clear_object (&self->theme_names);
  g_clear_object (&self->themes);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_VIEW);

  G_OBJECT_CLASS (lp_note_view_parent_class)->dispose (object);
}

/* Rows leave the set of those bound while the list is disposed of. */
static void
lp_note_view_finalize (GObject *object)
{
  LpNoteView *self = LP_NOTE_VIEW (object);

  g_clear_pointer (&self->bound, g_hash_table_unref);
  g_clear_object (&self->pool);

  G_OBJECT_CLASS (lp_note_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.story", NULL, story_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.open-story", NULL, story_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.show", NULL, wall_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.keep-off", NULL, wall_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.toggle-wall", NULL, wall_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.read-back", NULL, read_back_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.menu", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.set-kind", "s", kind_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.set-table", "i", table_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.set-perspective", "s", perspective_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.move-to", "s", move_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.select-all", NULL, select_all_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.deselect", NULL, deselect_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.leave", NULL, leave_action_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, list_view);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, selection);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, n_selected_label);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, note_menu);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, change_section);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, change_menu);
  gtk_widget_class_bind_template_child (widget_class, LpNoteView, theme_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_menu_at);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_selection_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
lp_note_view_class_init (LpNoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_view_get_property;
  object_class->set_property = lp_note_view_set_property;
  object_class->dispose = lp_note_view_dispose;
  object_class->finalize = lp_note_view_finalize;
  widget_class->root = lp_note_view_root;
  widget_class->system_setting_changed = lp_note_view_system_setting_changed;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_NOTE_SELECTION);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
lp_note_view_init (LpNoteView *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_menu_append_submenu (self->change_section, _("C_hange"), G_MENU_MODEL (self->change_menu));
  g_menu_append_submenu (self->change_section, _("T_heme"), G_MENU_MODEL (self->theme_menu));
  lp_note_view_set_tables (self, 0);
  self->pool = lp_note_pool_new (self->list_view);
  gtk_widget_set_parent (self->note_menu, GTK_WIDGET (self));
}

static void
mark (LpNoteView *self, LpNoteRow *row, LpRecord *note)
{
  lp_note_row_mark (row);
}

/** lp_note_view_set_words: those that are looked for, to be marked in the notes; NULL or "": none. */
void
lp_note_view_set_words (LpNoteView *self, const char *words)
{
  if (lp_note_pool_set_words (self->pool, words))
    each_row (self, mark);
}

/** lp_note_view_set_tables: how many there are to choose from. */
void
lp_note_view_set_tables (LpNoteView *self, guint n_tables)
{
  lp_note_menus_fill_change (self->change_menu, n_tables);
}

/**
 * lp_note_view_set_notes: to be called once.
 *
 * @notes: those on the disk, of this meeting
 * @pending: of LpPendingNote: those not on the disk yet, which stand above
 * @themes: of the same meeting
 * @field: where typing goes that is meant for no note of the list; not owned
 *
 * Returns: (transfer none): all that the list shows
 */
GListModel *
lp_note_view_set_notes (LpNoteView *self,
                        LpStore *store,
                        const LpId *meeting,
                        LpList *notes,
                        GListModel *pending,
                        LpList *themes,
                        GtkWidget *field)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFlattenListModel) all = NULL;

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->notes = g_object_ref (notes);
  self->pending = g_object_ref (pending);
  self->themes = g_object_ref (themes);
  g_set_weak_pointer (&self->field, field);
  self->theme_names = lp_theme_names_new (store, themes);
  g_signal_connect_object (self->theme_names, "changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  names_changed_cb (self);

  g_list_store_append (parts, pending);
  g_list_store_append (parts, notes);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (parts));
  g_signal_connect_object (all, "items-changed", G_CALLBACK (before_change_cb), self, G_CONNECT_SWAPPED);
  lp_note_selection_set_notes (self->selection, G_LIST_MODEL (all), pending, notes);
  g_signal_connect_object (all, "items-changed", G_CALLBACK (after_change_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return G_LIST_MODEL (self->selection);
}
