/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-municipality-list.h"

#include "lp-loader.h"
#include "lp-municipalities.h"

#define MAX_LINES 5

struct _LpMunicipalityList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *unknown;

  GtkEditable *field;         /* not owned */
  LpMunicipalities *denmark;
  LpLoader *loader;           /* of LpMunicipalities; NULL without a meeting */
  gboolean open;              /* lines are wanted */
  gboolean typed;             /* since it was opened */
};

G_DEFINE_FINAL_TYPE (LpMunicipalityList, lp_municipality_list, ADW_TYPE_BIN)

enum {
  CHOSEN,
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Until those of the meeting are read, Denmark's. */
static LpMunicipalities *
get_all (LpMunicipalityList *self)
{
  LpMunicipalities *loaded = self->loader != NULL ? lp_loader_get_result (self->loader) : NULL;

  return loaded != NULL ? loaded : self->denmark;
}

static const char *
get_line (GtkListBoxRow *row)
{
  return gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static void
add_line (LpMunicipalityList *self, const char *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

/* The focus is not here: who cannot see the line must be told. */
static void
select_line (LpMunicipalityList *self, GtkListBoxRow *row)
{
  if (row == gtk_list_box_get_selected_row (self->list))
    return;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), get_line (row), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What is in the field as a whole already needs no suggestion. */
static GPtrArray *
find_lines (LpMunicipalityList *self, const char *typed)
{
  GPtrArray *lines = lp_municipalities_suggest (get_all (self), typed, MAX_LINES);

  if (lines->len > 0 && g_str_equal (g_ptr_array_index (lines, 0), typed))
    g_ptr_array_set_size (lines, 0);

  return lines;
}

/* The likeliest of those that begin as typed is chosen; of those that nobody asked for, none. */
static void
show (LpMunicipalityList *self)
{
  const char *text = gtk_editable_get_text (self->field);
  gboolean asked = self->typed && *text != '\0';
  g_autoptr (GPtrArray) lines = find_lines (self, asked ? text : "");
  gboolean unknown = asked && lines->len == 0 && !lp_municipality_list_knows (self, text);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), lines->len > 0);
  gtk_widget_set_visible (self->unknown, unknown);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0 || unknown);
  select_line (self, asked ? gtk_list_box_get_row_at_index (self->list, 0) : NULL);
}

static void
changed_cb (LpMunicipalityList *self)
{
  self->typed = TRUE;
  if (self->open)
    show (self);
}


static void
loaded_cb (LpMunicipalityList *self)
{
  lp_loader_set_active (self->loader, FALSE);
  if (self->open)
    show (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/* Above the first line stands the field itself. */
static gboolean
move (LpMunicipalityList *self, int step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int at = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, at + step);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->list)) || (at < 0 && step < 0) || (next == NULL && step > 0))
    return GDK_EVENT_PROPAGATE;

  select_line (self, at + step >= 0 ? next : NULL);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (LpMunicipalityList *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return move (self, 1);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return move (self, -1);

  return GDK_EVENT_PROPAGATE;
}

static void
row_cb (LpMunicipalityList *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  lp_municipality_list_accept (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
lp_municipality_list_dispose (GObject *object)
{
  LpMunicipalityList *self = LP_MUNICIPALITY_LIST (object);

  g_clear_weak_pointer (&self->field);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->denmark, lp_municipalities_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_MUNICIPALITY_LIST);

  G_OBJECT_CLASS (lp_municipality_list_parent_class)->dispose (object);
}

static void
lp_municipality_list_class_init (LpMunicipalityListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_municipality_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-municipality-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LpMunicipalityList, list);
  gtk_widget_class_bind_template_child (widget_class, LpMunicipalityList, unknown);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
}

static void
lp_municipality_list_init (LpMunicipalityList *self)
{
  self->denmark = lp_municipalities_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_municipality_list_follow: once; @field: where a municipality is typed, a widget that outlives the list or goes with it */
void
lp_municipality_list_follow (LpMunicipalityList *self, GtkEditable *field)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (self->field == NULL);

  g_set_weak_pointer (&self->field, field);
  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (field), keys);
}

/** lp_municipality_list_set_meeting: once: whose municipalities are suggested before all others. */
void
lp_municipality_list_set_meeting (LpMunicipalityList *self, LpStore *store, const LpId *meeting)
{
  g_return_if_fail (self->loader == NULL);

  self->loader = lp_loader_new (store, meeting, (LpLoad) lp_municipalities_load,
                                (GDestroyNotify) lp_municipalities_free);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}

/** lp_municipality_list_open: to be called when somebody comes to the field: the notes may be others than the last time. */
void
lp_municipality_list_open (LpMunicipalityList *self)
{
  self->open = TRUE;
  self->typed = FALSE;
  show (self);
  if (self->loader != NULL)
    lp_loader_set_active (self->loader, TRUE);
}

/** lp_municipality_list_close: takes the lines away; a word about one that nobody knows stays. */
void
lp_municipality_list_close (LpMunicipalityList *self)
{
  self->open = FALSE;
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->unknown, !lp_municipality_list_knows (self, gtk_editable_get_text (self->field)));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->unknown));
}

/** lp_municipality_list_accept: puts the line that is chosen into the field, if one is. */
void
lp_municipality_list_accept (LpMunicipalityList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *name = row != NULL ? g_strdup (get_line (row)) : NULL;

  if (name == NULL)
    return;
  gtk_editable_set_text (self->field, name);
  gtk_editable_set_position (self->field, -1);
}

/** lp_municipality_list_knows: blank is known. */
gboolean
lp_municipality_list_knows (LpMunicipalityList *self, const char *name)
{
  g_autofree char *text = g_strstrip (g_strdup (name));

  return *text == '\0' || lp_municipalities_know (get_all (self), text);
}
