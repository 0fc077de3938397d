/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export-losses.h"

#include "lp-export.h"
#include "lp-loader.h"
#include "lp-review-dialog.h"

#include <glib/gi18n.h>

#define LIMIT_KEY "smallest-figure"
#define MAX_LIMIT 20

struct _LpExportLosses {
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *spinner;

  LpStore             *store;
  LpId                 meeting;    /* or the panel */
  gboolean             of_panel;
  GSettings           *settings;
  LpLoader            *loader;     /* of GPtrArray of LpPublication */
  GPtrArray           *rows;       /* of GtkWidget: lines in the group */
  AdwSpinRow          *limit_row;
};

G_DEFINE_FINAL_TYPE (LpExportLosses, lp_export_losses, ADW_TYPE_BIN)

enum {
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
add_publication (GPtrArray   *publications,
                 LpReader    *reader,
                 const LpId  *meeting,
                 GError     **error)
{
  LpPublication *publication = lp_publication_load (reader, meeting, LP_VARIANT_PUBLIC, LP_PUBLICATION_LIMIT, NULL, error);

  if (publication != NULL)
    g_ptr_array_add (publications, publication);
  return publication != NULL;
}

static gpointer
load (LpReader    *reader,
      const LpId  *meeting,
      GError     **error)
{
  g_autoptr (GPtrArray) publications = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_publication_free);

  return add_publication (publications, reader, meeting, error) ? g_steal_pointer (&publications) : NULL;
}

static gpointer
load_panel (LpReader    *reader,
            const LpId  *panel,
            GError     **error)
{
  g_autoptr (GPtrArray) publications = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_publication_free);
  g_autoptr (GArray) meetings = lp_export_panel_meetings (reader, panel, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      if (!add_publication (publications, reader, &g_array_index (meetings, LpId, i), error))
        return NULL;
    }
  return meetings != NULL ? g_steal_pointer (&publications) : NULL;
}

typedef guint (*Count) (LpPublication *publication);

/* Over all the meetings. */
static guint
sum (LpExportLosses *self,
     Count           count)
{
  GPtrArray *publications = self->loader != NULL ? lp_loader_get_result (self->loader) : NULL;
  guint total = 0;

  for (guint i = 0; publications != NULL && i < publications->len; i++)
    total += count (g_ptr_array_index (publications, i));
  return total;
}

/* The notes of the line are in its data. */
static void
activated_cb (AdwActionRow   *row,
              LpExportLosses *self)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  filter.among = g_object_get_data (G_OBJECT (row), "notes");
  adw_dialog_present (lp_review_dialog_new (self->store, &self->meeting, &filter), GTK_WIDGET (self));
}

static GtkWidget *
make_number (guint number)
{
  g_autofree char *text = g_strdup_printf ("%'u", number);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* @notes: (transfer full) (nullable): what the line opens */
static void
add_row (LpExportLosses *self,
         guint           number,
         const char     *what,
         const char     *why,
         GBytes         *notes)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_number (number));
  if (notes != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      g_object_set_data_full (G_OBJECT (row), "notes", notes, (GDestroyNotify) g_bytes_unref);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Opens these notes"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
    }
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
describe (LpExportLosses *self)
{
  guint n_notes = sum (self, lp_publication_get_n_notes);
  guint total = sum (self, lp_publication_get_total);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%'u of %'u note comes along. Nothing in the meeting is changed.",
                                 "%'u of %'u notes come along. Nothing in the meeting is changed.", total), n_notes, total);

  adw_preferences_group_set_description (self->group, words);
}

/* Where there are several meetings, the lines open nothing: each is reviewed in its own. */
static void
add_left (LpExportLosses *self)
{
  GPtrArray *publications = lp_loader_get_result (self->loader);

  for (guint leave = 0; leave < LP_N_LEAVES; leave++)
    {
      guint n = 0;

      for (guint i = 0; i < publications->len; i++)
        n += lp_publication_get_left (g_ptr_array_index (publications, i), leave);
      if (n > 0)
        add_row (self, n, ngettext ("note is left out", "notes are left out", n), lp_leave_reason (leave),
                 self->of_panel ? NULL : lp_publication_list_left (g_ptr_array_index (publications, 0), leave));
    }
}

static void
add_unattributed (LpExportLosses *self)
{
  GPtrArray *publications = lp_loader_get_result (self->loader);
  guint n = sum (self, lp_publication_get_n_unattributed);

  if (n > 0)
    add_row (self, n, ngettext ("is not among the quotes", "are not among the quotes", n), _("Without a profile nobody can tell from whom they are"),
             self->of_panel ? NULL : lp_publication_list_unattributed (g_ptr_array_index (publications, 0)));
}

static void
show_hidden (LpExportLosses *self)
{
  GPtrArray *publications = self->loader != NULL ? lp_loader_get_result (self->loader) : NULL;
  guint n = 0;
  g_autofree char *words = NULL;

  if (publications == NULL)
    return;
  for (guint i = 0; i < publications->len; i++)
    lp_publication_set_limit (g_ptr_array_index (publications, i), lp_export_losses_get_limit (self));
  n = sum (self, lp_publication_get_n_hidden);
  words = g_strdup_printf (ngettext ("%'u figure is hidden now", "%'u figures are hidden now", n), n);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->limit_row), words);
}

static void
loaded_cb (LpLoader       *loader,
           LpExportLosses *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_remove (self->group, GTK_WIDGET (self->limit_row));

  describe (self);
  add_left (self);
  add_unattributed (self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->limit_row));
  show_hidden (self);
  gtk_widget_set_visible (self->spinner, FALSE);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
failed_cb (LpLoader       *loader,
           GError         *error,
           LpExportLosses *self)
{
  gtk_widget_set_visible (self->spinner, FALSE);
  adw_preferences_group_set_description (self->group, error->message);
}

static GtkWidget *
make_limit_row (LpExportLosses *self)
{
  GtkWidget *row = adw_spin_row_new_with_range (1, MAX_LIMIT, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Hide figures below"));
  g_settings_bind (self->settings, LIMIT_KEY, row, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (show_hidden), self, G_CONNECT_SWAPPED);
  return row;
}

static void
lp_export_losses_dispose (GObject *object)
{
  LpExportLosses *self = LP_EXPORT_LOSSES (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->limit_row);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_EXPORT_LOSSES);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_export_losses_parent_class)->dispose (object);
}

static void
lp_export_losses_class_init (LpExportLossesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_export_losses_dispose;

  signals[COUNTED] = g_signal_new ("counted", LP_TYPE_EXPORT_LOSSES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-export-losses.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExportLosses, group);
  gtk_widget_class_bind_template_child (widget_class, LpExportLosses, spinner);
}

static void
lp_export_losses_init (LpExportLosses *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  self->rows = g_ptr_array_new ();
  self->limit_row = ADW_SPIN_ROW (g_object_ref_sink (make_limit_row (self)));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->limit_row));
}

/** lp_export_losses_watch: entity: a meeting, or a panel for all of its meetings; to be called once. */
void
lp_export_losses_watch (LpExportLosses *self,
                        LpStore        *store,
                        LpEntity        entity,
                        const LpId     *id)
{
  self->store = g_object_ref (store);
  self->meeting = *id;
  self->of_panel = entity == LP_PANEL;
  self->loader = lp_loader_new (store, id, self->of_panel ? load_panel : load, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  if (self->of_panel)
    lp_loader_follow_all (self->loader);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
}

/** lp_export_losses_read_limit: the same, where there is no such row. */
guint
lp_export_losses_read_limit (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  return (guint) g_settings_get_int (settings, LIMIT_KEY);
}

/** lp_export_losses_get_limit: fewer than this are hidden. */
guint
lp_export_losses_get_limit (LpExportLosses *self)
{
  return (guint) adw_spin_row_get_value (self->limit_row);
}

gboolean
lp_export_losses_is_all (LpExportLosses *self)
{
  return sum (self, lp_publication_get_total) > 0 && sum (self, lp_publication_get_n_notes) == 0;
}
