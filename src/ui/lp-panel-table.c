/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-table.h"

#include "lp-day.h"

#define NAME "lp-name"

struct _LpPanelTable
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GPtrArray *checks; /* GtkCheckButton, not owned */
  gboolean tickable;
};

G_DEFINE_FINAL_TYPE (LpPanelTable, lp_panel_table, ADW_TYPE_BIN)

enum {
  PROP_TICKABLE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
label_new (const char *text, float xalign, int min_chars, int max_chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), min_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  return label;
}

/* None is a dash, so that what there is stands out; read out it is a number. */
static GtkWidget *
count_new (guint n, const char *name, const char *meeting)
{
  g_autofree char *number = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("–");
  g_autofree char *said = g_strdup_printf ("%s, %s: %u", name, meeting, n);
  GtkWidget *label = label_new (number, 1, -1, 8);

  gtk_widget_add_css_class (label, "numeric");
  if (n == 0)
    gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return label;
}

static void
ticked_cb (LpPanelTable *self)
{
  g_signal_emit (self, signals[TICKED], 0);
}

static GtkWidget *
name_new (LpPanelTable *self, const char *name)
{
  GtkWidget *label = label_new (name, 0, 14, 30);
  GtkWidget *check = NULL;

  if (!self->tickable)
    return label;

  check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), NAME, g_strdup (name), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

static void
add_headings (LpPanelTable *self, const LpPanel *panel)
{
  for (guint i = 0; i < panel->meetings->len; i++)
    {
      const LpPanelMeeting *meeting = g_ptr_array_index (panel->meetings, i);
      g_autofree char *day = lp_day_written (meeting->date);
      g_autofree char *text = g_strjoin ("\n", meeting->title, day, NULL);
      GtkWidget *label = label_new (text, 1, 10, 14);

      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_grid_attach (self->grid, label, (int) i + 1, 0, 1, 1);
    }
}

static void
add_row (LpPanelTable *self, const LpPanel *panel, const LpPanelRow *row, int at)
{
  gtk_grid_attach (self->grid, name_new (self, row->name), 0, at, 1, 1);
  for (guint i = 0; i < panel->meetings->len; i++)
    {
      const LpPanelMeeting *meeting = g_ptr_array_index (panel->meetings, i);

      gtk_grid_attach (self->grid, count_new (row->counts[i], row->name, meeting->title), (int) i + 1, at, 1, 1);
    }
}

static void
add_line (LpPanelTable *self, const LpPanel *panel, int at)
{
  gtk_grid_attach (self->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, at, (int) panel->meetings->len + 1, 1);
}

static void
clear (LpPanelTable *self)
{
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->checks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
lp_panel_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpPanelTable *self = LP_PANEL_TABLE (object);

  switch (prop_id)
    {
    case PROP_TICKABLE:
      g_value_set_boolean (value, self->tickable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_panel_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpPanelTable *self = LP_PANEL_TABLE (object);

  switch (prop_id)
    {
    case PROP_TICKABLE:
      self->tickable = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_panel_table_finalize (GObject *object)
{
  LpPanelTable *self = LP_PANEL_TABLE (object);

  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (lp_panel_table_parent_class)->finalize (object);
}

static void
lp_panel_table_class_init (LpPanelTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_panel_table_get_property;
  object_class->set_property = lp_panel_table_set_property;
  object_class->finalize = lp_panel_table_finalize;

  props[PROP_TICKABLE] =
      g_param_spec_boolean ("tickable", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[TICKED] = g_signal_new ("ticked", LP_TYPE_PANEL_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_panel_table_init (LpPanelTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->checks = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "lp-panel-table");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_halign (scrolled, GTK_ALIGN_START);
  gtk_widget_add_css_class (scrolled, "card");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
lp_panel_table_show (LpPanelTable *self, const LpPanel *panel, GPtrArray *const *parts)
{
  int at = 1;

  clear (self);
  add_headings (self, panel);
  for (; *parts != NULL; parts++)
    {
      add_line (self, panel, at++);
      for (guint i = 0; i < (*parts)->len; i++)
        add_row (self, panel, g_ptr_array_index (*parts, i), at++);
    }
}

/** lp_panel_table_get_ticked: the names of the rows that are ticked. Transfer full, of char *. */
GPtrArray *
lp_panel_table_get_ticked (LpPanelTable *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (names, g_strdup (g_object_get_data (G_OBJECT (check), NAME)));
    }
  return names;
}
