/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-tables-panel.h"

#include <glib/gi18n.h>

#include "lp-table-card.h"

#define N_ROLES 3    /* of those without a table, that are named */
#define PATIENCE 600 /* milliseconds without a further step of the number of tables */

struct _LpTablesPanel
{
  AdwBin parent_instance;

  GtkLabel *quality_label;
  GtkLabel *figures_label;
  AdwSplitButton *seat_button;
  GtkFlowBox *cards;
  AdwActionRow *loose_row;
  AdwSpinRow *tables_row;

  gboolean syncing;
  guint wait;
};

G_DEFINE_FINAL_TYPE (LpTablesPanel, lp_tables_panel, ADW_TYPE_BIN)

enum
{
  TABLE_CHOSEN,
  TABLES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
card_activated_cb (LpTablesPanel *self, GtkFlowBoxChild *card)
{
  g_signal_emit (self, signals[TABLE_CHOSEN], 0, lp_table_card_get_table (LP_TABLE_CARD (card)));
}

static void
loose_activated_cb (LpTablesPanel *self)
{
  g_signal_emit (self, signals[TABLE_CHOSEN], 0, 0);
}

static void
tables_settled_cb (gpointer data)
{
  LpTablesPanel *self = data;

  self->wait = 0;
  g_signal_emit (self, signals[TABLES_CHANGED], 0, (int) adw_spin_row_get_value (self->tables_row));
}

/* Stepping from 10 to 14 is one change, not four. */
static void
tables_changed_cb (LpTablesPanel *self)
{
  if (self->syncing)
    return;
  g_clear_handle_id (&self->wait, g_source_remove);
  self->wait = g_timeout_add_once (PATIENCE, tables_settled_cb, self);
}

static void
lp_tables_panel_dispose (GObject *object)
{
  LpTablesPanel *self = LP_TABLES_PANEL (object);

  self->syncing = TRUE;
  g_clear_handle_id (&self->wait, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_TABLES_PANEL);

  G_OBJECT_CLASS (lp_tables_panel_parent_class)->dispose (object);
}

static void
lp_tables_panel_class_init (LpTablesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_tables_panel_dispose;

  signals[TABLE_CHOSEN] = g_signal_new ("table-chosen", LP_TYPE_TABLES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TABLES_CHANGED] = g_signal_new ("tables-changed", LP_TYPE_TABLES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-tables-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTablesPanel, quality_label);
  gtk_widget_class_bind_template_child (widget_class, LpTablesPanel, figures_label);
  gtk_widget_class_bind_template_child (widget_class, LpTablesPanel, seat_button);
  gtk_widget_class_bind_template_child (widget_class, LpTablesPanel, cards);
  gtk_widget_class_bind_template_child (widget_class, LpTablesPanel, loose_row);
  gtk_widget_class_bind_template_child (widget_class, LpTablesPanel, tables_row);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, loose_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tables_changed_cb);
}

static void
lp_tables_panel_init (LpTablesPanel *self)
{
  self->syncing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->syncing = FALSE;
}

static char *
perspectives_text (const LpRoster *roster)
{
  guint unknown = 0;

  for (guint i = 0; i < roster->tables->len; i++)
    unknown += g_array_index (roster->tables, LpTableSeats, i).unknown;
  if (unknown == roster->seated)
    return g_strdup (_("Nobody’s perspective is known yet."));
  if (roster->quality.one_perspective == 0)
    return g_strdup (_("No table has only one perspective."));
  return g_strdup_printf (ngettext ("%u table has only one perspective.",
                                    "%u tables have only one perspective.", roster->quality.one_perspective),
                          roster->quality.one_perspective);
}

static char *
councils_text (const LpRoster *roster)
{
  guint crowded = roster->quality.crowded;

  if (crowded == 0)
    return g_strdup (_("No table has three from one council."));
  return g_strdup_printf (ngettext ("At %u table three or more from one council sit together.",
                                    "At %u tables three or more from one council sit together.", crowded),
                          crowded);
}

static gboolean
is_lived_known (const LpRoster *roster)
{
  for (guint i = 0; i < roster->tables->len; i++)
    {
      if (g_array_index (roster->tables, LpTableSeats, i).perspectives[LP_PERSPECTIVE_LIVED] > 0)
        return TRUE;
    }
  return FALSE;
}

/* "4 pairs of one council (fewest possible: 0) · tables differ by 6 seats, by 2 in lived experience" */
static char *
figures_text (const LpRoster *roster)
{
  const LpSeatingQuality *quality = &roster->quality;
  g_autofree char *council_pairs =
      g_strdup_printf (ngettext ("%u pair of one council", "%u pairs of one council", quality->same_council),
                       quality->same_council);
  g_autofree char *fewest = g_strdup_printf (_("fewest possible: %u"), quality->fewest_same_council);
  g_autofree char *sizes = g_strdup_printf (
      ngettext ("tables differ by %u seat", "tables differ by %u seats", quality->size_difference),
      quality->size_difference);
  g_autofree char *lived =
      g_strdup_printf (_("by %u in lived experience"), quality->lived_difference);

  if (!is_lived_known (roster))
    return g_strdup_printf ("%s (%s) · %s", council_pairs, fewest, sizes);
  return g_strdup_printf ("%s (%s) · %s, %s", council_pairs, fewest, sizes, lived);
}

static void
show_quality (LpTablesPanel *self, const LpRoster *roster)
{
  g_autofree char *perspectives = perspectives_text (roster);
  g_autofree char *councils = councils_text (roster);
  g_autofree char *both = g_strjoin (" ", perspectives, councils, NULL);
  g_autofree char *figures = figures_text (roster);

  gtk_label_set_label (self->quality_label, roster->seated > 0 ? both : _("Nobody has a table yet."));
  gtk_label_set_label (self->figures_label, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->figures_label), roster->seated > 0);
  adw_split_button_set_label (self->seat_button, roster->seated > 0 ? _("Seat Again") : _("Seat Everyone"));
  if (roster->seated > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->seat_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->seat_button), "suggested-action");
}

/* Cards stay the same widgets, so that the focus stays. */
static void
show_cards (LpTablesPanel *self, const LpRoster *roster)
{
  GtkFlowBoxChild *card = NULL;

  for (guint i = 0; i < roster->tables->len; i++)
    {
      card = gtk_flow_box_get_child_at_index (self->cards, (int) i);
      if (!card)
        {
          card = GTK_FLOW_BOX_CHILD (lp_table_card_new ());
          gtk_flow_box_append (self->cards, GTK_WIDGET (card));
        }
      lp_table_card_set_seats (LP_TABLE_CARD (card), &g_array_index (roster->tables, LpTableSeats, i));
    }
  while ((card = gtk_flow_box_get_child_at_index (self->cards, (int) roster->tables->len)))
    gtk_flow_box_remove (self->cards, GTK_WIDGET (card));
}

/* What those without a table are: "Guest, host, note-taker". Transfer full. */
static char *
loose_roles (const LpRoster *roster)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < roster->people->len && roles->len < N_ROLES; i++)
    {
      LpRecord *person = g_ptr_array_index (roster->people, i);
      const char *role = lp_record_text (person, LP_PARTICIPANT_ROLE);

      if (lp_record_int (person, LP_PARTICIPANT_TABLE) > 0 || *role == '\0' ||
          g_ptr_array_find_with_equal_func (roles, role, g_str_equal, NULL))
        continue;
      g_ptr_array_add (roles, (gpointer) role);
      g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", role);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_loose (LpTablesPanel *self, const LpRoster *roster)
{
  guint loose = roster->people->len - roster->seated;
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u without a table", "%u without a table", loose), loose);
  g_autofree char *roles = loose_roles (roster);

  gtk_widget_set_visible (GTK_WIDGET (self->loose_row), loose > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->loose_row), title);
  adw_action_row_set_subtitle (self->loose_row, roles);
}

void
lp_tables_panel_show_roster (LpTablesPanel *self, const LpRoster *roster)
{
  g_return_if_fail (LP_IS_TABLES_PANEL (self));

  self->syncing = TRUE;
  if (self->wait == 0)
    adw_spin_row_set_value (self->tables_row, roster->n_tables);
  self->syncing = FALSE;
  show_quality (self, roster);
  show_cards (self, roster);
  show_loose (self, roster);
}
