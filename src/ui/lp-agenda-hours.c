/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda-hours.h"

#include <glib/gi18n.h>

#include "lp-clock.h"
#include "lp-feedback.h"

struct _LpAgendaHours
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkLabel *start_label;
  GtkPopover *popover;
  GtkEditable *start_row;
  GtkEditable *limit_row;

  LpStore *store;
  LpRecord *meeting;
};

G_DEFINE_FINAL_TYPE (LpAgendaHours, lp_agenda_hours, ADW_TYPE_BIN)

static void
shown_cb (LpAgendaHours *self)
{
  g_autofree char *start = lp_clock_print ((int) lp_record_int (self->meeting, LP_MEETING_START));
  g_autofree char *limit = NULL;

  if (lp_record_has (self->meeting, LP_MEETING_LIMIT))
    limit = lp_clock_print ((int) lp_record_int (self->meeting, LP_MEETING_LIMIT));
  gtk_editable_set_text (self->start_row, start);
  gtk_editable_set_text (self->limit_row, limit != NULL ? limit : "");
}

static void
typed_cb (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);
  int minutes = 0;

  if (*text == '\0' || lp_clock_parse (text, &minutes))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
done_cb (LpAgendaHours *self)
{
  gtk_popover_popdown (self->popover);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpAgendaHours) self = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_error (GTK_WIDGET (self), _("The times were not saved"), error);
}

static int
known_limit (LpAgendaHours *self)
{
  return lp_record_has (self->meeting, LP_MEETING_LIMIT)
             ? (int) lp_record_int (self->meeting, LP_MEETING_LIMIT)
             : -1;
}

/* What is no time is left as it was. No limit is the empty text. */
static void
closed_cb (LpAgendaHours *self)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Change the hours of the day"));
  const char *limit_text = gtk_editable_get_text (self->limit_row);
  int start = (int) lp_record_int (self->meeting, LP_MEETING_START);
  int limit = *limit_text != '\0' ? known_limit (self) : -1;
  LpEdit *edit = NULL;

  lp_clock_parse (gtk_editable_get_text (self->start_row), &start);
  lp_clock_parse (limit_text, &limit);
  if (start == (int) lp_record_int (self->meeting, LP_MEETING_START) && limit == known_limit (self))
    return;

  edit = lp_change_set_put (changes, LP_MEETING, lp_record_get_space (self->meeting),
                            lp_record_get_id (self->meeting));
  lp_edit_int (edit, LP_MEETING_START, start);
  if (limit >= 0)
    lp_edit_int (edit, LP_MEETING_LIMIT, limit);
  else
    lp_edit_none (edit, LP_MEETING_LIMIT);
  lp_store_commit_async (self->store, changes, NULL, committed_cb, g_object_ref (self));
}

static void
lp_agenda_hours_dispose (GObject *object)
{
  LpAgendaHours *self = LP_AGENDA_HOURS (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  /* The child is bound too: unparented by the template alone, the bin would do it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_AGENDA_HOURS);

  G_OBJECT_CLASS (lp_agenda_hours_parent_class)->dispose (object);
}

static void
lp_agenda_hours_class_init (LpAgendaHoursClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_agenda_hours_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-agenda-hours.ui");
  gtk_widget_class_bind_template_child (widget_class, LpAgendaHours, button);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaHours, start_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaHours, popover);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaHours, start_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaHours, limit_row);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
lp_agenda_hours_init (LpAgendaHours *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_agenda_hours_set_store (LpAgendaHours *self, LpStore *store)
{
  g_return_if_fail (LP_IS_AGENDA_HOURS (self));

  g_set_object (&self->store, store);
}

void
lp_agenda_hours_show_meeting (LpAgendaHours *self, LpRecord *meeting)
{
  g_autofree char *start = lp_clock_print ((int) lp_record_int (meeting, LP_MEETING_START));
  /* Translators: a screen reader says it of the button that changes it */
  g_autofree char *name = g_strdup_printf (_("Begins %s"), start);

  g_return_if_fail (LP_IS_AGENDA_HOURS (self));

  g_set_object (&self->meeting, meeting);
  gtk_label_set_label (self->start_label, start);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
