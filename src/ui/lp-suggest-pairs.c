/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-suggest-pairs.h"

#include "lp-note-join.h"
#include "lp-pair-row.h"
#include "lp-theme-suggestion.h"

/* When one is joined or kept, the next comes in. */
#define MAX_ROWS 20

struct _LpSuggestPairs {
  AdwBin       parent_instance;

  GtkListBox  *rows;

  LpStore     *store;
  LpId         meeting;
  LpRosterNames *names;
  GPtrArray   *pairs;
  guint       *kept;    /* of each pair: the how manieth that was kept as it is; 0: it was not */
  gboolean    *joining;
  guint        n_kept;
  guint        n_rows;
  guint        n_left;
  gboolean     narrow;
};

G_DEFINE_FINAL_TYPE (LpSuggestPairs, lp_suggest_pairs, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_N_LEFT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LpPairRow *
row_at (LpSuggestPairs *self,
        guint           position)
{
  return LP_PAIR_ROW (gtk_list_box_get_row_at_index (self->rows, position));
}

static LpPairRow *
find_row (LpSuggestPairs *self,
          LpFoundPair    *pair)
{
  LpPairRow *row = NULL;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      if (lp_pair_row_get_pair (row) == pair)
        return row;
    }
  return NULL;
}

static guint
find_focused (LpSuggestPairs *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return child != NULL ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : self->n_rows;
}

static void
drop_rows (LpSuggestPairs *self,
           LpFoundPair    *pair)
{
  LpPairRow *row = NULL;

  while ((row = row_at (self, self->n_rows)) != NULL && lp_pair_row_get_pair (row) != pair)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static gboolean
is_there (LpSuggestPairs *self,
          LpRecord       *note)
{
  g_autoptr (LpRecord) now = lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, lp_record_get_id (note), NULL);

  return now != NULL && lp_record_int (now, LP_NOTE_DELETED) == 0;
}

static void
show_row (LpSuggestPairs *self,
          LpFoundPair    *pair,
          const LpId     *theme)
{
  g_autoptr (LpRecord) record = theme ? lp_reader_load (lp_store_get_reader (self->store), LP_THEME, theme, NULL) : NULL;
  LpPairRow *row = find_row (self, pair);

  if (row != NULL)
    drop_rows (self, pair);
  else
    {
      row = LP_PAIR_ROW (lp_pair_row_new (pair, self->names));
      g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), self->n_rows);
    }
  lp_pair_row_set_goal (row, record != NULL ? lp_record_text (record, LP_THEME_NAME) : NULL);
  self->n_rows++;
}

static void
show_pair (LpSuggestPairs *self,
           guint           i)
{
  LpFoundPair *pair = g_ptr_array_index (self->pairs, i);
  LpJoin join = LP_JOIN_DONE;
  LpId theme = { 0 };

  if (self->kept[i] > 0 || self->joining[i] || !is_there (self, pair->first) || !is_there (self, pair->other))
    return;
  join = lp_note_join_find (lp_store_get_reader (self->store), lp_record_get_id (pair->first), lp_record_get_id (pair->other),
                            &theme);
  if (join == LP_JOIN_DONE)
    return;
  self->n_left++;
  if (self->n_rows < MAX_ROWS)
    show_row (self, pair, join == LP_JOIN_THEME ? &theme : NULL);
}

static void
refresh (LpSuggestPairs *self)
{
  guint focused = find_focused (self);
  gboolean had_focus = focused < self->n_rows;
  guint before = self->n_left;

  self->n_rows = self->n_left = 0;
  for (guint i = 0; i < self->pairs->len; i++)
    show_pair (self, i);
  drop_rows (self, NULL);
  if (had_focus && find_focused (self) == self->n_rows && self->n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, MIN (focused, self->n_rows - 1))));
  if (before != self->n_left)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_LEFT]);
}

static void
changed_cb (LpSuggestPairs *self,
            GArray         *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      LpEntity entity = g_array_index (changes, LpChange, i).entity;

      if (entity == LP_NOTE || entity == LP_PLACEMENT || entity == LP_THEME)
        {
          refresh (self);
          return;
        }
    }
}

/* What was joined is on the disk now; or it could not be written, and is there again. */
static void
pending_cb (LpSuggestPairs *self)
{
  gboolean any = FALSE;

  if (lp_store_get_pending (self->store) > 0)
    return;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      any |= self->joining[i];
      self->joining[i] = FALSE;
    }
  if (any)
    refresh (self);
}

static guint
find_pair (LpSuggestPairs *self,
           GVariant       *position)
{
  guint i = 0;

  g_ptr_array_find (self->pairs, lp_pair_row_get_pair (row_at (self, g_variant_get_int32 (position))), &i);
  return i;
}

static void
join_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpSuggestPairs *self = LP_SUGGEST_PAIRS (widget);
  guint i = find_pair (self, parameter);

  self->joining[i] = lp_theme_suggestion_join (widget, self->store, &self->meeting, g_ptr_array_index (self->pairs, i));
  refresh (self);
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpSuggestPairs *self = LP_SUGGEST_PAIRS (widget);

  self->kept[find_pair (self, parameter)] = ++self->n_kept;
  refresh (self);
  g_signal_emit (self, signals[KEPT], 0);
}

static gboolean
lp_suggest_pairs_grab_focus (GtkWidget *widget)
{
  LpSuggestPairs *self = LP_SUGGEST_PAIRS (widget);

  return self->n_rows > 0 && gtk_widget_grab_focus (GTK_WIDGET (row_at (self, 0)));
}

static void
lp_suggest_pairs_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LpSuggestPairs *self = LP_SUGGEST_PAIRS (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_N_LEFT:
      g_value_set_uint (value, self->n_left);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_pairs_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      LP_SUGGEST_PAIRS (object)->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_pairs_dispose (GObject *object)
{
  LpSuggestPairs *self = LP_SUGGEST_PAIRS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SUGGEST_PAIRS);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->joining, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (lp_suggest_pairs_parent_class)->dispose (object);
}

static void
lp_suggest_pairs_class_init (LpSuggestPairsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_suggest_pairs_get_property;
  object_class->set_property = lp_suggest_pairs_set_property;
  object_class->dispose = lp_suggest_pairs_dispose;
  widget_class->grab_focus = lp_suggest_pairs_grab_focus;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_N_LEFT] = g_param_spec_uint ("n-left", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[KEPT] = g_signal_new ("kept", LP_TYPE_SUGGEST_PAIRS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-suggest-pairs.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPairs, rows);
  gtk_widget_class_install_action (widget_class, "pairs.join", "i", join_action);
  gtk_widget_class_install_action (widget_class, "pairs.keep", "i", keep_action);
}

static void
lp_suggest_pairs_init (LpSuggestPairs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_suggest_pairs_show (LpSuggestPairs *self,
                       LpStore        *store,
                       const LpId     *meeting,
                       GPtrArray      *pairs)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->names = lp_roster_names_new (store, meeting);
  self->pairs = g_ptr_array_ref (pairs);
  self->kept = g_new0 (guint, pairs->len);
  self->joining = g_new0 (gboolean, pairs->len);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

guint
lp_suggest_pairs_get_n_left (LpSuggestPairs *self)
{
  return self->n_left;
}

void
lp_suggest_pairs_restore (LpSuggestPairs *self)
{
  LpPairRow *row = NULL;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      if (self->kept[i] == 0 || self->kept[i] != self->n_kept)
        continue;
      self->kept[i] = 0;
      refresh (self);
      row = find_row (self, g_ptr_array_index (self->pairs, i));
    }
  self->n_kept -= self->n_kept > 0;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
