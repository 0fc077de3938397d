/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-pile-grid.h"

#include "lp-flow-keys.h"
#include "lp-theme-pile.h"

#include <glib/gi18n.h>

struct _LpPileGrid {
  AdwBin            parent_instance;

  GtkFlowBox       *piles;
  GtkFlowBoxChild  *new_pile;
  GtkLabel         *new_label;
  GtkWidget        *new_keys;

  LpRosterNames    *names;
  gboolean          narrow;
  gboolean          collapsed;
  guint             n_piles;  /* shown so far */
};

G_DEFINE_FINAL_TYPE (LpPileGrid, lp_pile_grid, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LpThemePile *
find_pile (LpPileGrid *self,
           const LpId *theme)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->piles));

  while (LP_IS_THEME_PILE (child) && !lp_id_equal (lp_theme_pile_get_theme (LP_THEME_PILE (child)), theme))
    child = gtk_widget_get_next_sibling (child);
  return LP_IS_THEME_PILE (child) ? LP_THEME_PILE (child) : NULL;
}

static void
activated_cb (GtkFlowBox      *piles,
              GtkFlowBoxChild *child,
              LpPileGrid      *self)
{
  g_autofree char *theme = NULL;

  if (child == self->new_pile)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "themes.new", NULL);
      return;
    }
  theme = lp_id_to_string (lp_theme_pile_get_theme (LP_THEME_PILE (child)));
  gtk_widget_activate_action (GTK_WIDGET (self), "themes.open", "s", theme);
}

/* Return opens a pile. Space does not: who types a sentence without looking would be on another page after its first word. */
static gboolean
pile_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             LpPileGrid            *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return LP_IS_THEME_PILE (focus) && (key == GDK_KEY_space || key == GDK_KEY_KP_Space) &&
         (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0;
}

static void
dropped_on_pile_cb (LpThemePile *pile,
                    LpNoteIds   *notes,
                    LpPileGrid  *self)
{
  g_autofree char *theme = lp_id_to_string (lp_theme_pile_get_theme (pile));

  g_signal_emit (self, signals[DROPPED], 0, notes, theme);
}

static gboolean
dropped_new_cb (GtkDropTarget *target,
                const GValue  *value,
                double         x,
                double         y,
                LpPileGrid    *self)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_boxed (value), NULL);
  return TRUE;
}

static LpThemePile *
make_pile (LpPileGrid *self,
           const LpId *theme)
{
  GtkWidget *child = lp_theme_pile_new (theme, self->names);

  g_object_bind_property (self, "collapsed", child, "collapsed", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (child, "notes-dropped", G_CALLBACK (dropped_on_pile_cb), self, G_CONNECT_DEFAULT);
  return LP_THEME_PILE (child);
}

/* Each pile stays the same widget, so that the focus and what is dragged over it stay too. */
static void
show_pile (LpPileGrid *self,
           LpBoard    *board,
           guint       position)
{
  const LpPile *pile = g_ptr_array_index (board->piles, position);
  GtkFlowBoxChild *here = gtk_flow_box_get_child_at_index (self->piles, position);
  LpThemePile *child = find_pile (self, &pile->theme);

  if (child == NULL)
    {
      child = make_pile (self, &pile->theme);
      gtk_flow_box_insert (self->piles, GTK_WIDGET (child), position);
    }
  else if (here != GTK_FLOW_BOX_CHILD (child))
    {
      g_object_ref (child);
      gtk_flow_box_remove (self->piles, GTK_WIDGET (child));
      gtk_flow_box_insert (self->piles, GTK_WIDGET (child), position);
      g_object_unref (child);
    }
  lp_theme_pile_show (child, pile, position, lp_board_find (board, &pile->parent, NULL));
}

/* What follows the piles shown, up to the cell for a new one, is gone. */
static void
drop_piles_from (LpPileGrid *self,
                 guint       position)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->piles, position);

  while (child != NULL && child != self->new_pile)
    {
      gtk_flow_box_remove (self->piles, GTK_WIDGET (child));
      child = gtk_flow_box_get_child_at_index (self->piles, position);
    }
}

static void
reveal (LpPileGrid *self,
        GtkWidget  *pile)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->piles), GTK_TYPE_VIEWPORT);

  if (pile != NULL && viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), pile, NULL);
}

static gboolean
reveal_last_cb (gpointer data)
{
  LpPileGrid *self = data;

  reveal (self, gtk_widget_get_prev_sibling (GTK_WIDGET (self->new_pile)));
  return G_SOURCE_REMOVE;
}

static gboolean
reveal_focus_cb (gpointer data)
{
  LpPileGrid *self = data;
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->piles));

  reveal (self, child);
  return G_SOURCE_REMOVE;
}

static void
show_new_keys (LpPileGrid *self)
{
  gtk_widget_set_visible (self->new_keys, !self->narrow && !self->collapsed);
}

static void
set_collapsed (LpPileGrid *self,
               gboolean    collapsed)
{
  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  if (collapsed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "collapsed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "collapsed");
  show_new_keys (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLLAPSED]);
}

static void
set_narrow (LpPileGrid *self,
            gboolean    narrow)
{
  self->narrow = narrow;
  show_new_keys (self);
}

/* Where the focus is among the piles; -1: elsewhere. */
static int
find_focused (LpPileGrid *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->piles));

  return LP_IS_THEME_PILE (child) ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child)) : -1;
}

static gboolean
lp_pile_grid_grab_focus (GtkWidget *widget)
{
  LpPileGrid *self = LP_PILE_GRID (widget);
  GtkWidget *first = GTK_WIDGET (gtk_flow_box_get_child_at_index (self->piles, 0));

  /* in a narrow window the piles are behind the loose notes */
  return gtk_widget_get_mapped (first) &&
         (gtk_widget_has_focus (first) || gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD));
}

static void
lp_pile_grid_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LpPileGrid *self = LP_PILE_GRID (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_pile_grid_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LpPileGrid *self = LP_PILE_GRID (object);

  switch (id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_pile_grid_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_PILE_GRID);
  g_clear_object (&LP_PILE_GRID (object)->names);

  G_OBJECT_CLASS (lp_pile_grid_parent_class)->dispose (object);
}

static void
lp_pile_grid_class_init (LpPileGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_pile_grid_dispose;
  object_class->get_property = lp_pile_grid_get_property;
  object_class->set_property = lp_pile_grid_set_property;
  widget_class->grab_focus = lp_pile_grid_grab_focus;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[DROPPED] = g_signal_new ("dropped", LP_TYPE_PILE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   LP_TYPE_NOTE_IDS, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-pile-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPileGrid, piles);
  gtk_widget_class_bind_template_child (widget_class, LpPileGrid, new_pile);
  gtk_widget_class_bind_template_child (widget_class, LpPileGrid, new_label);
  gtk_widget_class_bind_template_child (widget_class, LpPileGrid, new_keys);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pile_key_cb);
}

static void
lp_pile_grid_init (LpPileGrid *self)
{
  GtkDropTarget *target = gtk_drop_target_new (LP_TYPE_NOTE_IDS, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  lp_flow_keys_attach (self->piles);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_new_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->new_pile), GTK_EVENT_CONTROLLER (target));
}

/** lp_pile_grid_set_names: before it shows any: what tells who somebody is is then marked. */
void
lp_pile_grid_set_names (LpPileGrid    *self,
                        LpRosterNames *names)
{
  g_set_object (&self->names, names);
}

/**
 * lp_pile_grid_show: a theme just made stands at the end: it comes into sight once it has its place. Of one that is gone the focus goes
 * to the one that stands there then.
 */
void
lp_pile_grid_show (LpPileGrid *self,
                   LpBoard    *board)
{
  GPtrArray *piles = board->piles;
  const LpPile *last = piles->len > 0 ? g_ptr_array_index (piles, piles->len - 1) : NULL;
  int focused = find_focused (self);
  gboolean is_new = last != NULL && self->n_piles > 0 && piles->len > self->n_piles && find_pile (self, &last->theme) == NULL;

  for (guint i = 0; i < piles->len; i++)
    show_pile (self, board, i);
  drop_piles_from (self, piles->len);
  self->n_piles = piles->len;
  if (focused >= 0 && find_focused (self) < 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_flow_box_get_child_at_index (self->piles, MIN (focused, MAX ((int) piles->len - 1, 0)))));
  if (is_new)
    g_idle_add_full (G_PRIORITY_LOW, reveal_last_cb, g_object_ref (self), g_object_unref);
}

GtkWidget *
lp_pile_grid_find (LpPileGrid *self,
                   const LpId *theme)
{
  return GTK_WIDGET (find_pile (self, theme));
}

GtkWidget *
lp_pile_grid_get_new (LpPileGrid *self)
{
  return GTK_WIDGET (self->new_pile);
}

/** lp_pile_grid_set_n_selected: what a new theme would be made of. */
void
lp_pile_grid_set_n_selected (LpPileGrid *self,
                             guint       n_selected)
{
  gtk_label_set_label (self->new_label, n_selected > 0 ? _("New theme from the selection") : _("New theme"));
}

/** lp_pile_grid_keep_focus: a pile that was moved stays in focus and in sight. */
void
lp_pile_grid_keep_focus (LpPileGrid *self,
                         const LpId *theme)
{
  LpThemePile *pile = find_pile (self, theme);

  if (pile == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (pile));
  g_idle_add_full (G_PRIORITY_LOW, reveal_focus_cb, g_object_ref (self), g_object_unref);
}
