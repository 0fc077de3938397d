/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-table-strip.h"

#include <glib/gi18n.h>

#include "lp-hints.h"
#include "lp-table-cell.h"

struct _LpTableStrip
{
  AdwBin parent_instance;

  GtkLabel *count;
  GtkFlowBox *cells;

  guint n_cells;
};

G_DEFINE_FINAL_TYPE (LpTableStrip, lp_table_strip, ADW_TYPE_BIN)

static void
lp_table_strip_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_TABLE_STRIP);

  G_OBJECT_CLASS (lp_table_strip_parent_class)->dispose (object);
}

static void
lp_table_strip_class_init (LpTableStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_table_strip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-table-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTableStrip, count);
  gtk_widget_class_bind_template_child (widget_class, LpTableStrip, cells);
}

static void
lp_table_strip_init (LpTableStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_cell (LpTableStrip *self)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), lp_table_cell_new ());
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->cells, child);
}

static void
set_cells (LpTableStrip *self, guint n_cells)
{
  for (; self->n_cells < n_cells; self->n_cells++)
    add_cell (self);
  for (; self->n_cells > n_cells; self->n_cells--)
    gtk_flow_box_remove (self->cells,
                         GTK_WIDGET (gtk_flow_box_get_child_at_index (self->cells, (int) self->n_cells - 1)));
}

void
lp_table_strip_show_round (LpTableStrip *self, LpRunner *runner, const LpRound *round)
{
  gint64 since = lp_runner_get_state (runner)->since;
  gint64 time = lp_runner_get_time (runner);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u note in this round", "%u notes in this round", round->notes), round->notes);

  gtk_label_set_label (self->count, count);
  set_cells (self, round->tables->len);
  for (guint i = 0; i < round->tables->len; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->cells, (int) i);
      const LpRoundTable *table = &g_array_index (round->tables, LpRoundTable, i);

      lp_table_cell_show_table (LP_TABLE_CELL (gtk_flow_box_child_get_child (child)), table,
                                (int) lp_round_silence (table, since, time),
                                lp_hints_is_silent (runner, round, table));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cells), self->n_cells > 0);
}
