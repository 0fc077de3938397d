/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-selection.h"

struct _LpNoteSelection
{
  GObject parent_instance;

  GListModel *all;     /* pending, then notes */
  GListModel *pending; /* NULL: none */
  LpList *notes;
  GtkBitset *selected; /* positions */
  GtkBitset *nums;     /* of the same notes, see lp_record_get_num () */
};

static void lp_note_selection_list_init (GListModelInterface *iface);
static void lp_note_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LpNoteSelection,
                               lp_note_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lp_note_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, lp_note_selection_selection_init))

enum {
  PROP_N_SELECTED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
count_pending (LpNoteSelection *self)
{
  return self->pending != NULL ? g_list_model_get_n_items (self->pending) : 0;
}

/* 0: what is not on the disk yet cannot be chosen. */
static gint64
get_num (LpNoteSelection *self, guint position)
{
  guint n_pending = count_pending (self);

  return position < n_pending ? 0 : lp_list_get_num (self->notes, position - n_pending);
}

/* --- As a list --- */

static GType
lp_note_selection_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
lp_note_selection_get_n_items (GListModel *model)
{
  GListModel *all = LP_NOTE_SELECTION (model)->all;

  return all != NULL ? g_list_model_get_n_items (all) : 0;
}

static gpointer
lp_note_selection_get_item (GListModel *model, guint position)
{
  GListModel *all = LP_NOTE_SELECTION (model)->all;

  return all != NULL ? g_list_model_get_item (all, position) : NULL;
}

static void
lp_note_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = lp_note_selection_get_item_type;
  iface->get_n_items = lp_note_selection_get_n_items;
  iface->get_item = lp_note_selection_get_item;
}

/* --- As a selection --- */

static gboolean
lp_note_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (LP_NOTE_SELECTION (model)->selected, position);
}

static GtkBitset *
lp_note_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (LP_NOTE_SELECTION (model)->selected);
}

static void
toggle_nums (LpNoteSelection *self, GtkBitset *positions)
{
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      guint num = (guint) get_num (self, position);

      if (!gtk_bitset_remove (self->nums, num))
        gtk_bitset_add (self->nums, num);
    }
}

/* selected: as it is to be; mask: where. */
static gboolean
lp_note_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  LpNoteSelection *self = LP_NOTE_SELECTION (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) can = gtk_bitset_new_empty ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint n_pending = count_pending (self);
  guint first = 0;

  gtk_bitset_add_range (can, n_pending, n_items - n_pending);
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  gtk_bitset_intersect (changes, can);
  if (gtk_bitset_is_empty (changes))
    return TRUE;

  gtk_bitset_difference (self->selected, changes);
  toggle_nums (self, changes);
  first = gtk_bitset_get_minimum (changes);
  gtk_selection_model_selection_changed (model, first, gtk_bitset_get_maximum (changes) - first + 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
  return TRUE;
}

static void
lp_note_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = lp_note_selection_is_selected;
  iface->get_selection_in_range = lp_note_selection_get_selection_in_range;
  iface->set_selection = lp_note_selection_set_selection;
}

/* --- Following the list --- */

/* Those that left the list are chosen no longer. */
static void
forget_others (LpNoteSelection *self)
{
  GtkBitsetIter iter;
  guint position = 0;

  gtk_bitset_remove_all (self->nums);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    gtk_bitset_add (self->nums, (guint) get_num (self, position));
}

static void
items_changed_cb (LpNoteSelection *self, guint position, guint removed, guint added)
{
  guint64 n_before = gtk_bitset_get_size (self->selected);

  gtk_bitset_splice (self->selected, position, removed, added);
  for (guint i = position; i < position + added; i++)
    {
      gint64 num = get_num (self, i);

      if (num != 0 && gtk_bitset_contains (self->nums, (guint) num))
        gtk_bitset_add (self->selected, i);
    }
  if (gtk_bitset_get_size (self->selected) != gtk_bitset_get_size (self->nums))
    forget_others (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (gtk_bitset_get_size (self->selected) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}

static void
lp_note_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, lp_note_selection_count (LP_NOTE_SELECTION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_selection_dispose (GObject *object)
{
  LpNoteSelection *self = LP_NOTE_SELECTION (object);

  if (self->all != NULL)
    g_signal_handlers_disconnect_by_data (self->all, self);
  g_clear_object (&self->all);
  g_clear_object (&self->pending);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (lp_note_selection_parent_class)->dispose (object);
}

static void
lp_note_selection_finalize (GObject *object)
{
  LpNoteSelection *self = LP_NOTE_SELECTION (object);

  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_clear_pointer (&self->nums, gtk_bitset_unref);

  G_OBJECT_CLASS (lp_note_selection_parent_class)->finalize (object);
}

static void
lp_note_selection_class_init (LpNoteSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_note_selection_get_property;
  object_class->dispose = lp_note_selection_dispose;
  object_class->finalize = lp_note_selection_finalize;

  props[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_note_selection_init (LpNoteSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->nums = gtk_bitset_new_empty ();
}

/**
 * lp_note_selection_set_notes: to be called once.
 *
 * @all: what is listed: those that are pending, then the notes
 * @pending: (nullable): not on the disk yet; cannot be chosen
 */
void
lp_note_selection_set_notes (LpNoteSelection *self, GListModel *all, GListModel *pending, LpList *notes)
{
  self->all = g_object_ref (all);
  g_set_object (&self->pending, pending);
  self->notes = g_object_ref (notes);
  g_signal_connect_swapped (all, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, g_list_model_get_n_items (all));
}

guint
lp_note_selection_count (LpNoteSelection *self)
{
  return (guint) gtk_bitset_get_size (self->selected);
}

/** lp_note_selection_get_nums: of the notes that are chosen, as they stand in the list. Transfer full, of gint64. */
GArray *
lp_note_selection_get_nums (LpNoteSelection *self)
{
  GArray *nums = g_array_sized_new (FALSE, FALSE, sizeof (gint64), lp_note_selection_count (self));
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 num = get_num (self, position);

      g_array_append_val (nums, num);
    }
  return nums;
}
