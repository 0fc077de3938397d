/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-evidence-list.h"

#include <glib/gi18n.h>

/* So many have a row, and so many more each time one asks for them: one costs about a millisecond. */
#define ROWS 20
#define MORE 50

struct _LpEvidenceList
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkWidget *empty_button;
  GtkWidget *chosen_box;
  GtkLabel *chosen_label;
  GtkListBox *list_box;
  GtkButton *more_button;

  GtkSizeGroup *badges;
  GtkSliceListModel *shown;
  LpList *notes;
  LpEvidenceKind kind;
  gboolean narrow;
  int focus_next; /* the row that gets the focus when the one in focus has left, or -1 */
  guint idle;
};

G_DEFINE_FINAL_TYPE (LpEvidenceList, lp_evidence_list, ADW_TYPE_BIN)

enum {
  PROP_KIND = 1,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
count_notes (LpEvidenceList *self)
{
  return self->notes != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->notes)) : 0;
}

/* Transfer full, of gint64. */
static GArray *
get_chosen (LpEvidenceList *self)
{
  GArray *nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    {
      gint64 num = lp_record_get_num (lp_evidence_row_get_note (LP_EVIDENCE_ROW (row)));
      gboolean chosen = FALSE;

      g_object_get (row, "chosen", &chosen, NULL);
      if (chosen)
        g_array_append_val (nums, num);
    }
  return nums;
}

static void
show_chosen (LpEvidenceList *self)
{
  g_autoptr (GArray) chosen = get_chosen (self);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u note chosen", "%u notes chosen", chosen->len), chosen->len);

  gtk_label_set_label (self->chosen_label, text);
  gtk_widget_set_visible (self->chosen_box, chosen->len > 0);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  LpEvidenceList *self = data;
  GtkWidget *row = lp_evidence_row_new (item, self->kind, self->badges);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  return row;
}

static void
focus_next (gpointer data)
{
  LpEvidenceList *self = data;
  int last = (int) g_list_model_get_n_items (G_LIST_MODEL (self->shown)) - 1;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, MIN (self->focus_next, last));

  self->idle = 0;
  self->focus_next = -1;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (gtk_widget_get_visible (self->empty_button))
    gtk_widget_grab_focus (self->empty_button);
}

static void
notes_changed_cb (LpEvidenceList *self)
{
  guint n_notes = count_notes (self);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_more = n_notes - MIN (n_shown, n_notes);
  g_autofree char *more = g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", MIN (n_more, MORE)), MIN (n_more, MORE));

  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_more > 0);
  gtk_stack_set_visible_child_name (self->stack, n_notes > 0 ? "list" : "empty");
  show_chosen (self);
  if (self->focus_next >= 0 && self->idle == 0)
    self->idle = g_idle_add_once (focus_next, self);
}

static void
more_cb (LpEvidenceList *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  GtkListBoxRow *row = NULL;

  gtk_slice_list_model_set_size (self->shown, n_shown + MORE);
  notes_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->list_box, (int) n_shown);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The one that was in focus leaves: then the focus is on the one after it. */
static int
find_focused (LpEvidenceList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
row_activated_cb (LpEvidenceList *self, LpEvidenceRow *row)
{
  gboolean chosen = FALSE;

  g_object_get (row, "chosen", &chosen, NULL);
  g_object_set (row, "chosen", !chosen, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
                LpEvidenceList *self)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, find_focused (self));
  g_autofree char *id = NULL;

  if (row == NULL)
    return FALSE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    {
      lp_evidence_row_open_menu (LP_EVIDENCE_ROW (row));
      return TRUE;
    }
  if ((key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete) || held != 0 || self->kind == LP_EVIDENCE_UNUSED)
    return FALSE;

  id = lp_id_to_string (lp_record_get_id (lp_evidence_row_get_note (LP_EVIDENCE_ROW (row))));
  return gtk_widget_activate_action (GTK_WIDGET (self), "evidence.remove", "s", id);
}

/* Before the rows are taken out. */
static void
items_changing_cb (LpEvidenceList *self, guint position, guint n_removed)
{
  int focused = find_focused (self);

  if (n_removed > 0 && focused >= (int) position && focused < (int) (position + n_removed))
    self->focus_next = focused;
}

static void
show_empty (LpEvidenceList *self)
{
  static const struct {
    const char *icon, *title, *description;
  } pages[] = {
    [LP_EVIDENCE_FOR] = { "lp-notes-symbolic", N_("No Notes Yet"),
                          N_("Add the notes that carry the recommendation: what was said is its ground.") },
    [LP_EVIDENCE_CONTRARY] = { "lp-notes-symbolic", N_("No Contrary Voices"),
                               N_("Notes that speak against the recommendation belong here. That they are told makes it stronger.") },
    [LP_EVIDENCE_UNUSED] = { "object-select-symbolic", N_("All Notes Are Used"),
                             N_("Each note is used by a recommendation, or speaks against one.") },
  };

  adw_status_page_set_icon_name (self->empty_page, pages[self->kind].icon);
  adw_status_page_set_title (self->empty_page, _(pages[self->kind].title));
  adw_status_page_set_description (self->empty_page, _(pages[self->kind].description));
  gtk_widget_set_visible (self->empty_button, self->kind != LP_EVIDENCE_UNUSED);
}

static void
lp_evidence_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpEvidenceList *self = LP_EVIDENCE_LIST (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_evidence_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpEvidenceList *self = LP_EVIDENCE_LIST (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_int (value);
      show_empty (self);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_evidence_list_dispose (GObject *object)
{
  LpEvidenceList *self = LP_EVIDENCE_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  /* bound too: unparented by the template alone, the bin would do it once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_EVIDENCE_LIST);
  g_clear_object (&self->shown);
  g_clear_object (&self->notes);
  g_clear_object (&self->badges);

  G_OBJECT_CLASS (lp_evidence_list_parent_class)->dispose (object);
}

static void
lp_evidence_list_class_init (LpEvidenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_evidence_list_get_property;
  object_class->set_property = lp_evidence_list_set_property;
  object_class->dispose = lp_evidence_list_dispose;

  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, LP_EVIDENCE_FOR, LP_EVIDENCE_UNUSED, LP_EVIDENCE_FOR,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, stack);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, empty_button);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, chosen_box);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, list_box);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceList, more_button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
lp_evidence_list_init (LpEvidenceList *self)
{
  self->badges = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->shown = gtk_slice_list_model_new (NULL, 0, ROWS);
  self->focus_next = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_empty (self);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (items_changing_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->shown), create_row_cb, self, NULL);
}

/** lp_evidence_list_set_notes: notes: (nullable): of LpRecord */
void
lp_evidence_list_set_notes (LpEvidenceList *self, LpList *notes)
{
  if (self->notes == notes)
    return;

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_func (self->notes, notes_changed_cb, self);
  g_set_object (&self->notes, notes);
  gtk_slice_list_model_set_size (self->shown, ROWS);
  gtk_slice_list_model_set_model (self->shown, G_LIST_MODEL (notes));
  self->focus_next = -1;
  if (notes != NULL)
    g_signal_connect_object (notes, "items-changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  notes_changed_cb (self);
}

/** lp_evidence_list_get_chosen: those that are ticked. Transfer full, of gint64: see lp_record_get_num(). */
GArray *
lp_evidence_list_get_chosen (LpEvidenceList *self)
{
  return get_chosen (self);
}
