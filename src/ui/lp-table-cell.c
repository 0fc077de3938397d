/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-table-cell.h"

#include <glib/gi18n.h>

struct _LpTableCell
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *icon;
  GtkLabel *notes;
  GtkLabel *notes_word;
  GtkLabel *silence;

  char *name;
};

G_DEFINE_FINAL_TYPE (LpTableCell, lp_table_cell, GTK_TYPE_WIDGET)

static void
lp_table_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_TABLE_CELL);

  G_OBJECT_CLASS (lp_table_cell_parent_class)->dispose (object);
}

static void
lp_table_cell_finalize (GObject *object)
{
  g_free (LP_TABLE_CELL (object)->name);

  G_OBJECT_CLASS (lp_table_cell_parent_class)->finalize (object);
}

static void
lp_table_cell_class_init (LpTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_table_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_table_cell_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-table-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTableCell, title);
  gtk_widget_class_bind_template_child (widget_class, LpTableCell, icon);
  gtk_widget_class_bind_template_child (widget_class, LpTableCell, notes);
  gtk_widget_class_bind_template_child (widget_class, LpTableCell, notes_word);
  gtk_widget_class_bind_template_child (widget_class, LpTableCell, silence);
}

static void
lp_table_cell_init (LpTableCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_table_cell_new (void)
{
  return g_object_new (LP_TYPE_TABLE_CELL, NULL);
}

/* minutes: since the last note, or since the round began; silent: for too long */
void
lp_table_cell_show_table (LpTableCell *self, const LpRoundTable *table, int minutes, gboolean silent)
{
  g_autofree char *title = g_strdup_printf (_("Table %d"), table->table);
  g_autofree char *notes = g_strdup_printf ("%u", table->notes);
  const char *word = ngettext ("note", "notes", table->notes);
  g_autofree char *silence = minutes < 1 ? g_strdup (_("just now")) : g_strdup_printf (_("%d min"), minutes);
  g_autofree char *name = NULL;

  if (table->notes == 0 && minutes < 1)
    g_set_str (&silence, "–");
  /* Translators: said by a screen reader: “Table 6: 4 notes, 14 min since the last” */
  name = g_strdup_printf (_("%s: %s %s, %s since the last"), title, notes, word, silence);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->notes, notes);
  gtk_label_set_label (self->notes_word, word);
  gtk_label_set_label (self->silence, silence);
  gtk_widget_set_visible (self->icon, silent);
  if (silent)
    gtk_widget_add_css_class (GTK_WIDGET (self), "silent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "silent");
  if (g_set_str (&self->name, name))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
