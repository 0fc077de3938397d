/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-search-dialog.h"

#include <glib/gi18n.h>

#include "lp-meeting.h"
#include "lp-panel-notes.h"

struct _LpPanelSearchDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  LpPanelNotes *notes;
};

G_DEFINE_FINAL_TYPE (LpPanelSearchDialog, lp_panel_search_dialog, ADW_TYPE_DIALOG)

/* It gives the focus back before the note takes it. */
static void
opening_cb (LpPanelSearchDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
stopped_cb (LpPanelSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lp_panel_search_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_PANEL_SEARCH_DIALOG);

  G_OBJECT_CLASS (lp_panel_search_dialog_parent_class)->dispose (object);
}

static void
lp_panel_search_dialog_class_init (LpPanelSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_panel_search_dialog_dispose;

  g_type_ensure (LP_TYPE_PANEL_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-panel-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
lp_panel_search_dialog_init (LpPanelSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_panel_search_dialog_new: @meeting: one of the panel's; where that has none, those without are searched */
AdwDialog *
lp_panel_search_dialog_new (LpStore *store, const LpId *meeting)
{
  LpPanelSearchDialog *self = g_object_new (LP_TYPE_PANEL_SEARCH_DIALOG, NULL);
  LpReader *reader = lp_store_get_reader (store);
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, NULL);
  g_autofree char *name = record != NULL ? lp_meeting_panel_name (reader, record, NULL) : NULL;
  const LpId *panel = record != NULL ? lp_record_id (record, LP_MEETING_PANEL) : NULL;

  adw_window_title_set_subtitle (self->window_title, name != NULL ? name : _("Meetings Without a Panel"));
  lp_panel_notes_watch (self->notes, store, panel != NULL ? panel : &(LpId) { 0 });

  return ADW_DIALOG (self);
}
