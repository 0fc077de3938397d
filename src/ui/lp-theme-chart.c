/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-chart.h"

#include "lp-kind-badge.h"
#include "lp-theme-bar.h"

#include <glib/gi18n.h>
#include <string.h>

/* In a table; below that the name is broken within a word. */
#define MIN_NAME_CHARS 6

struct _LpThemeChart {
  GtkWidget   parent_instance;

  GArray     *rows;      /* of Row */
  GtkWidget  *content;
  gboolean    as_table;
  gboolean    narrow;
};

typedef struct {
  char     *name;
  guint     kinds[LP_N_KINDS];
  guint     total;
  gboolean  loose;  /* the notes without a theme */
} Row;

G_DEFINE_FINAL_TYPE (LpThemeChart, lp_theme_chart, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_AS_TABLE,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->name);
}

static GtkWidget *
new_label (const char        *text,
           float              xalign,
           GtkAccessibleRole  role,
           const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "accessible-role", role, "css-classes", classes, NULL);
}

static GtkWidget *
new_name (const char *name)
{
  GtkWidget *label = new_label (name, 0, GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  return label;
}

static GtkWidget *
new_number (guint             number,
            GtkAccessibleRole role,
            gboolean          bold)
{
  g_autofree char *text = g_strdup_printf ("%'u", number);

  return new_label (text, 1, role, bold ? (const char *const[]) { "numeric", "heading", NULL }
                                        : (const char *const[]) { "numeric", NULL });
}

/* Among themes the loose notes have no bar: while much is ungrouped it would dwarf the others. */
static gboolean
has_bar (LpThemeChart *self,
         const Row    *row)
{
  return !row->loose || self->rows->len == 1;
}

static guint
find_longest (LpThemeChart *self)
{
  guint longest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (has_bar (self, row))
        longest = MAX (longest, row->total);
    }
  return longest;
}

static void
attach_bar (LpThemeChart *self,
            GtkGrid      *grid,
            const Row    *row,
            guint         i,
            guint         longest)
{
  GtkWidget *name = new_name (row->name);
  GtkWidget *bar = lp_theme_bar_new (row->kinds, longest);
  GtkWidget *total = new_number (row->total, GTK_ACCESSIBLE_ROLE_LABEL, TRUE);
  int line = self->narrow ? 2 * i + 1 : i;

  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  if (self->narrow && i > 0)
    gtk_widget_set_margin_top (name, 6);
  gtk_grid_attach (grid, name, 0, self->narrow ? line - 1 : line, self->narrow ? 3 : 1, 1);
  gtk_grid_attach (grid, bar, self->narrow ? 0 : 1, line, self->narrow ? 2 : 1, 1);
  gtk_grid_attach (grid, total, 2, line, 1, 1);
}

static GtkWidget *
make_bars (LpThemeChart *self)
{
  GtkWidget *grid = gtk_grid_new ();
  guint longest = find_longest (self);

  gtk_grid_set_row_spacing (GTK_GRID (grid), self->narrow ? 3 : 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (has_bar (self, row))
        attach_bar (self, GTK_GRID (grid), row, i, longest);
    }
  return grid;
}

/* Where the words have no room, the symbol stands for them. */
static GtkWidget *
new_kind_heading (LpThemeChart *self,
                  LpKind        kind)
{
  GtkWidget *cell = NULL;

  if (!self->narrow)
    return new_label (lp_kind_plural (kind), 1, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                      (const char *const[]) { "caption-heading", NULL });
  cell = g_object_new (GTK_TYPE_IMAGE, "icon-name", lp_kind_icon_name (kind), "halign", GTK_ALIGN_END,
                       "tooltip-text", lp_kind_plural (kind), "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, lp_kind_plural (kind), -1);
  return cell;
}

static void
append_cell (GtkWidget     *line,
             GtkWidget     *cell,
             GtkSizeGroup  *column)
{
  gtk_size_group_add_widget (column, cell);
  gtk_box_append (GTK_BOX (line), cell);
}

static GtkWidget *
append_line (LpThemeChart *self,
             GtkWidget    *table)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", self->narrow ? 6 : 12,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_box_append (GTK_BOX (table), line);
  return line;
}

static void
append_headings (LpThemeChart  *self,
                 GtkWidget     *table,
                 GtkSizeGroup  *columns[LP_N_KINDS + 1])
{
  static const char *const classes[] = { "caption-heading", NULL };
  GtkWidget *line = append_line (self, table);
  GtkWidget *name = new_label (_("Theme"), 0, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, classes);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    append_cell (line, new_kind_heading (self, kind), columns[kind]);
  append_cell (line, new_label (_("Total"), 1, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, classes), columns[LP_N_KINDS]);
}

static void
append_row (LpThemeChart  *self,
            GtkWidget     *table,
            const Row     *row,
            GtkSizeGroup  *columns[LP_N_KINDS + 1])
{
  GtkWidget *line = append_line (self, table);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", row->name, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", MIN_NAME_CHARS,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER, NULL);

  gtk_box_append (GTK_BOX (line), name);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    append_cell (line, new_number (row->kinds[kind], GTK_ACCESSIBLE_ROLE_CELL, FALSE), columns[kind]);
  append_cell (line, new_number (row->total, GTK_ACCESSIBLE_ROLE_CELL, TRUE), columns[LP_N_KINDS]);
}

static GtkWidget *
make_table (LpThemeChart *self)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  GtkSizeGroup *columns[LP_N_KINDS + 1];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  append_headings (self, table, columns);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, table, &g_array_index (self->rows, Row, i), columns);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_object_unref (columns[i]);
  return table;
}

static void
rebuild (LpThemeChart *self)
{
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = self->as_table ? make_table (self) : make_bars (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Notes by theme and kind"), -1);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

static void
lp_theme_chart_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LpThemeChart *self = LP_THEME_CHART (object);

  switch (id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, self->as_table);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_theme_chart_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LpThemeChart *self = LP_THEME_CHART (object);
  gboolean *member = id == PROP_AS_TABLE ? &self->as_table : &self->narrow;

  switch (id)
    {
    case PROP_AS_TABLE:
    case PROP_NARROW:
      if (*member == g_value_get_boolean (value))
        return;
      *member = !*member;
      rebuild (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_theme_chart_dispose (GObject *object)
{
  LpThemeChart *self = LP_THEME_CHART (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (lp_theme_chart_parent_class)->dispose (object);
}

static void
lp_theme_chart_finalize (GObject *object)
{
  LpThemeChart *self = LP_THEME_CHART (object);

  g_array_unref (self->rows);

  G_OBJECT_CLASS (lp_theme_chart_parent_class)->finalize (object);
}

static void
lp_theme_chart_class_init (LpThemeChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_theme_chart_get_property;
  object_class->set_property = lp_theme_chart_set_property;
  object_class->dispose = lp_theme_chart_dispose;
  object_class->finalize = lp_theme_chart_finalize;

  props[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lp_theme_chart_init (LpThemeChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
}

/* The fullest first, those that are equal in the themes' order. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;

  if (left->loose != right->loose)
    return left->loose - right->loose;
  return (left->total < right->total) - (left->total > right->total);
}

/** lp_theme_chart_show: copies what it needs. The notes without a theme stand last. */
void
lp_theme_chart_show (LpThemeChart   *self,
                     const LpCounts *counts)
{
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < counts->themes->len; i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (counts->themes, i);
      Row row = { .total = theme->total, .loose = !lp_id_is_set (&theme->theme) };

      row.name = g_strdup (row.loose ? _("Ungrouped") : theme->name);
      memcpy (row.kinds, theme->kinds, sizeof row.kinds);
      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_rows);
  rebuild (self);
}
