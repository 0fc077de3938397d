/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-day.h"
#include "lp-feedback.h"
#include "lp-figures.h"
#include "lp-list.h"
#include "lp-meeting-dialog.h"
#include "lp-meeting.h"
#include "lp-template-list.h"
#include "lp-templates.h"
#include "lp-text-row.h"

struct _LpMeetingDialog
{
  AdwDialog parent_instance;

  LpStore *store;
  LpTemplate *chosen; /* of a new meeting */
  LpRecord *meeting;  /* NULL: a new one */
  LpId earlier;       /* the meeting it is to be like, or unset */
  LpId created;
  GListModel *panels;

  AdwNavigationView *navigation;
  AdwNavigationPage *form;
  GtkWidget *again_row;
  LpTemplateList *template_list;
  AdwPreferencesGroup *earlier_group;
  GtkWidget *cancel_button;
  GtkWidget *save_button;
  GtkEditable *title_row;
  GtkWidget *title_problem;
  GtkEditable *date_row;
  GtkLabel *weekday;
  GtkWidget *date_problem;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  GtkEditable *start_row;
  GtkWidget *start_problem;
  GtkEditable *limit_row;
  GtkWidget *limit_problem;
  GtkEditable *place_row;
  AdwComboRow *panel_row;
  GtkStringList *panel_names;
  GtkEditable *new_panel_row;
  GtkWidget *new_panel_problem;
  AdwSwitchRow *roster_row;
  GtkWidget *paper_group;
  LpTextRow *purpose_row;
  LpTextRow *next_steps_row;
  LpTextRow *contact_row;
};

G_DEFINE_FINAL_TYPE (LpMeetingDialog, lp_meeting_dialog, ADW_TYPE_DIALOG)

enum
{
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the fields say, once they are found to be right. */
typedef struct
{
  char *title;
  char *date;
  char *place;
  char *panel;
  int start;
  int limit; /* -1: none */
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->title);
  g_free (answer->date);
  g_free (answer->place);
  g_free (answer->panel);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static char *
read_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* problem: NULL when there is none. The first field with one gets the focus. */
static gboolean
judge (GtkEditable *row, GtkWidget *label, const char *problem, gboolean good_so_far)
{
  gtk_label_set_label (GTK_LABEL (label), problem ? problem : "");
  gtk_widget_set_visible (label, problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (!problem)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      return good_so_far;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (row), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (good_so_far)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

static gboolean
is_new_panel (LpMeetingDialog *self)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->panel_names)) - 1;

  return adw_combo_row_get_selected (self->panel_row) == last;
}

static gboolean
read_times (LpMeetingDialog *self, Answer *answer, gboolean good)
{
  g_autofree char *start = read_text (self->start_row);
  g_autofree char *limit = read_text (self->limit_row);
  const char *problem = _("This is not a time of day. Write it as 09:30.");

  good = judge (self->start_row, self->start_problem, lp_clock_parse (start, &answer->start) ? NULL : problem,
                good);
  answer->limit = -1;
  return judge (self->limit_row, self->limit_problem,
                *limit == '\0' || lp_clock_parse (limit, &answer->limit) ? NULL : problem, good);
}

static gboolean
read_answer (LpMeetingDialog *self, Answer *answer)
{
  g_autofree char *date_problem = lp_day_explain (gtk_editable_get_text (self->date_row));
  gboolean new_panel = is_new_panel (self);
  gboolean good = TRUE;

  answer->title = read_text (self->title_row);
  good = judge (self->title_row, self->title_problem, *answer->title ? NULL : _("A meeting needs a title"),
                good);
  answer->date = lp_day_parse (gtk_editable_get_text (self->date_row));
  gtk_widget_set_visible (GTK_WIDGET (self->weekday), answer->date != NULL);
  good = judge (self->date_row, self->date_problem, date_problem, good);
  good = read_times (self, answer, good);
  answer->place = read_text (self->place_row);
  answer->panel = new_panel ? read_text (self->new_panel_row)
                            : g_strdup (gtk_string_list_get_string (
                                  self->panel_names, adw_combo_row_get_selected (self->panel_row)));
  return judge (self->new_panel_row, self->new_panel_problem,
                new_panel && !*answer->panel ? _("A panel needs a name") : NULL, good);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (object), result, &error))
    {
      gtk_widget_set_sensitive (self->save_button, TRUE);
      lp_feedback_error (GTK_WIDGET (self), _("The meeting was not saved"), error);
      return;
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  if (!self->meeting)
    {
      g_autofree char *id = lp_id_to_string (&self->created);

      g_signal_emit (self, signals[CREATED], 0, id);
    }
}

static LpChangeSet *
create_meeting (LpMeetingDialog *self, const Answer *answer, GError **error)
{
  LpMeetingDraft draft = {
    .title = answer->title,
    .date = answer->date,
    .place = answer->place,
    .panel = answer->panel,
    .start = answer->start,
  };

  LpReader *reader = lp_store_get_reader (self->store);
  g_autoptr (LpChangeSet) changes =
      lp_meeting_create (reader, self->chosen, &draft, &self->created, error);

  if (changes && gtk_widget_get_visible (GTK_WIDGET (self->roster_row)) &&
      adw_switch_row_get_active (self->roster_row) &&
      !lp_meeting_copy_roster (reader, changes, &self->earlier, &self->created, error))
    return NULL;
  return g_steal_pointer (&changes);
}

static LpId
find_panel (LpMeetingDialog *self, const char *name, LpChangeSet *changes)
{
  LpId id;

  for (guint i = 0; i < g_list_model_get_n_items (self->panels); i++)
    {
      g_autoptr (LpRecord) panel = g_list_model_get_item (self->panels, i);

      if (g_str_equal (lp_record_text (panel, LP_PANEL_NAME), name))
        return *lp_record_get_id (panel);
    }
  id = lp_id_new ();
  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &id, &id), LP_PANEL_NAME, name);
  return id;
}

/* Lines stay; white around them does not. */
static void
put_text_row (LpEdit *edit, guint field, LpTextRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (lp_text_row_get_text (row)));

  lp_edit_text (edit, field, text);
}

static LpChangeSet *
change_meeting (LpMeetingDialog *self, const Answer *answer)
{
  const LpId *id = lp_record_get_id (self->meeting);
  LpChangeSet *changes = lp_change_set_new (_("Change meeting details"));
  LpId panel = find_panel (self, answer->panel, changes);
  LpEdit *edit = lp_change_set_put (changes, LP_MEETING, id, id);

  lp_edit_text (edit, LP_MEETING_TITLE, answer->title);
  lp_edit_text (edit, LP_MEETING_DATE, answer->date);
  lp_edit_text (edit, LP_MEETING_PLACE, answer->place);
  lp_edit_id (edit, LP_MEETING_PANEL, &panel);
  lp_edit_int (edit, LP_MEETING_START, answer->start);
  if (answer->limit >= 0)
    lp_edit_int (edit, LP_MEETING_LIMIT, answer->limit);
  else
    lp_edit_none (edit, LP_MEETING_LIMIT);
  put_text_row (edit, LP_MEETING_PURPOSE, self->purpose_row);
  put_text_row (edit, LP_MEETING_NEXT_STEPS, self->next_steps_row);
  put_text_row (edit, LP_MEETING_CONTACT, self->contact_row);
  return changes;
}

static void
save_cb (LpMeetingDialog *self)
{
  g_auto (Answer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = NULL;

  if (!read_answer (self, &answer))
    return;

  changes = self->meeting ? change_meeting (self, &answer) : create_meeting (self, &answer, &error);
  if (!changes)
    {
      lp_feedback_error (GTK_WIDGET (self), _("The meeting was not saved"), error);
      return;
    }
  gtk_widget_set_sensitive (self->save_button, FALSE);
  lp_store_commit_async (self->store, changes, NULL, saved_cb, g_object_ref (self));
}

static void
date_changed_cb (LpMeetingDialog *self)
{
  g_autofree char *day = lp_day_parse (gtk_editable_get_text (self->date_row));
  g_autofree char *weekday = day ? lp_day_weekday (day) : NULL;

  gtk_label_set_label (self->weekday, weekday ? weekday : "");
}

static void
day_selected_cb (LpMeetingDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *written = lp_day_written (day);

  gtk_editable_set_text (self->date_row, written);
  gtk_menu_button_popdown (self->calendar_button);
}

/* The calendar opens at the day that is written. */
static void
calendar_opened_cb (LpMeetingDialog *self)
{
  g_autofree char *day = lp_day_parse (gtk_editable_get_text (self->date_row));

  if (!day || !gtk_menu_button_get_active (self->calendar_button))
    return;

  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  g_object_set (self->calendar, "year", atoi (day), "month", atoi (day + 5) - 1, "day", atoi (day + 8), NULL);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
panel_selected_cb (LpMeetingDialog *self)
{
  gboolean is_new = is_new_panel (self);

  gtk_widget_set_visible (GTK_WIDGET (self->new_panel_row), is_new);
  if (is_new && gtk_widget_get_mapped (GTK_WIDGET (self->panel_row)))
    gtk_widget_grab_focus (GTK_WIDGET (self->new_panel_row));
}

/* name: the panel to be chosen, added when it is not there yet */
static void
fill_panels (LpMeetingDialog *self, const char *name)
{
  guint n = g_list_model_get_n_items (self->panels);
  guint chosen = n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LpRecord) panel = g_list_model_get_item (self->panels, i);

      gtk_string_list_append (self->panel_names, lp_record_text (panel, LP_PANEL_NAME));
      if (g_strcmp0 (lp_record_text (panel, LP_PANEL_NAME), name) == 0)
        chosen = i;
    }
  if (chosen == n && name)
    gtk_string_list_append (self->panel_names, name);
  gtk_string_list_append (self->panel_names, _("New Panel…"));
  adw_combo_row_set_selected (self->panel_row, chosen);
  panel_selected_cb (self);
}

static void
set_day (LpMeetingDialog *self, const char *day)
{
  g_autofree char *written = lp_day_written (day);

  gtk_editable_set_text (self->date_row, written);
}

static void
set_clock (GtkEditable *row, int minutes)
{
  g_autofree char *clock = lp_clock_print (minutes);

  gtk_editable_set_text (row, clock);
}

/* A shipped template names the panel in the language of the day: who has one already means that. Transfer full. */
static char *
panel_for (LpMeetingDialog *self, LpTemplate *template_)
{
  g_autoptr (LpRecord) first = g_list_model_get_item (self->panels, 0);

  return g_strdup (first != NULL && lp_template_get_path (template_) == NULL ? lp_record_text (first, LP_PANEL_NAME)
                                                                             : lp_template_get_panel (template_));
}

static void
choose_template (LpMeetingDialog *self, LpTemplate *template_)
{
  g_autofree char *today = lp_date_today ();
  g_autofree char *panel = panel_for (self, template_);

  g_clear_pointer (&self->chosen, lp_template_unref);
  self->chosen = lp_template_ref (template_);
  gtk_editable_set_text (self->title_row, lp_template_get_title (template_));
  set_day (self, today);
  set_clock (self->start_row, lp_template_get_start (template_));
  gtk_string_list_splice (self->panel_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->panel_names)),
                          NULL);
  fill_panels (self, *panel != '\0' ? panel : NULL);
  adw_navigation_view_push_by_tag (self->navigation, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
template_chosen_cb (LpTemplateList *list, LpTemplate *template_, LpMeetingDialog *self)
{
  self->earlier = (LpId) { 0 };
  gtk_widget_set_visible (GTK_WIDGET (self->roster_row), FALSE);
  choose_template (self, template_);
}

static guint
count_participants (LpMeetingDialog *self, const LpId *meeting)
{
  g_autofree LpFigures *figures = lp_figures_load (lp_store_get_reader (self->store), meeting, NULL);

  return figures != NULL ? figures->participants : 0;
}

/* Nobody is brought along unless it is asked for. */
static void
offer_roster (LpMeetingDialog *self)
{
  guint n = count_participants (self, &self->earlier);
  g_autofree char *subtitle = g_strdup_printf (
      ngettext ("%u person. Who is present and what they agreed to is asked anew.",
                "%u people. Who is present and what they agreed to is asked anew.", n), n);

  adw_switch_row_set_active (self->roster_row, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->roster_row), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->roster_row), n > 0);
}

static void
earlier_activated_cb (GtkWidget *row, LpMeetingDialog *self)
{
  LpRecord *meeting = g_object_get_data (G_OBJECT (row), "meeting");
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) again =
      lp_template_from_meeting (lp_store_get_reader (self->store), lp_record_get_id (meeting), &error);

  if (again == NULL)
    {
      lp_feedback_error (GTK_WIDGET (self), _("The meeting cannot be read"), error);
      return;
    }
  self->earlier = *lp_record_get_id (meeting);
  offer_roster (self);
  choose_template (self, again);
}

static void
add_earlier (LpMeetingDialog *self, LpRecord *meeting)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = lp_day_long (lp_record_text (meeting, LP_MEETING_DATE));
  g_autofree char *panel = lp_meeting_panel_name (lp_store_get_reader (self->store), meeting, NULL);
  g_autofree char *subtitle = panel != NULL ? g_strjoin (" · ", panel, day, NULL) : g_strdup (day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lp_record_text (meeting, LP_MEETING_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "meeting", g_object_ref (meeting), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (earlier_activated_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (self->earlier_group, row);
}

/* The newest first. */
static void
show_earlier (LpMeetingDialog *self)
{
  g_autoptr (LpList) meetings = lp_list_new_meetings (self->store);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (meetings));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LpRecord) meeting = g_list_model_get_item (G_LIST_MODEL (meetings), i);

      add_earlier (self, meeting);
    }
  gtk_widget_set_visible (self->again_row, n > 0);
}

static void
again_cb (LpMeetingDialog *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "earlier");
}

static void
lp_meeting_dialog_dispose (GObject *object)
{
  LpMeetingDialog *self = LP_MEETING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_MEETING_DIALOG);
  g_clear_pointer (&self->chosen, lp_template_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->panels);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_meeting_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, navigation);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, form);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, again_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, template_list);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, earlier_group);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, cancel_button);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, save_button);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, title_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, title_problem);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, date_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, weekday);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, date_problem);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, calendar_button);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, calendar);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, start_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, start_problem);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, limit_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, limit_problem);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, place_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, panel_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, panel_names);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, new_panel_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, new_panel_problem);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, roster_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, paper_group);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, purpose_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, next_steps_row);
  gtk_widget_class_bind_template_child (klass, LpMeetingDialog, contact_row);
  gtk_widget_class_bind_template_callback (klass, save_cb);
  gtk_widget_class_bind_template_callback (klass, date_changed_cb);
  gtk_widget_class_bind_template_callback (klass, day_selected_cb);
  gtk_widget_class_bind_template_callback (klass, panel_selected_cb);
  gtk_widget_class_bind_template_callback (klass, again_cb);
  gtk_widget_class_bind_template_callback (klass, template_chosen_cb);
}

static void
lp_meeting_dialog_class_init (LpMeetingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_meeting_dialog_dispose;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LP_TYPE_TEMPLATE_LIST);
  g_type_ensure (LP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-meeting-dialog.ui");
  bind_children (widget_class);
}

static void
lp_meeting_dialog_init (LpMeetingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->calendar_button, "notify::active", G_CALLBACK (calendar_opened_cb), self,
                           G_CONNECT_SWAPPED);
}

static LpMeetingDialog *
dialog_new (LpStore *store)
{
  LpMeetingDialog *self = g_object_new (LP_TYPE_MEETING_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->panels = G_LIST_MODEL (lp_list_new_panels (store));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
  return self;
}

AdwDialog *
lp_meeting_dialog_new (LpStore *store)
{
  LpMeetingDialog *self = dialog_new (store);
  g_autofree char *folder = lp_templates_folder (lp_store_get_path (store));

  lp_template_list_set_folder (self->template_list, folder);
  show_earlier (self);
  adw_dialog_set_focus (ADW_DIALOG (self), lp_template_list_get_first (self->template_list));
  return ADW_DIALOG (self);
}

AdwDialog *
lp_meeting_dialog_new_details (LpStore *store, LpRecord *meeting)
{
  LpMeetingDialog *self = dialog_new (store);
  g_autofree char *panel = lp_meeting_panel_name (lp_store_get_reader (store), meeting, NULL);
  g_autoptr (LpRosterNames) names = lp_roster_names_new (store, lp_record_get_id (meeting));

  self->meeting = g_object_ref (meeting);
  adw_dialog_set_title (ADW_DIALOG (self), _("Meeting Details"));
  adw_navigation_page_set_title (self->form, _("Meeting Details"));
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "form" }, 1);
  gtk_button_set_label (GTK_BUTTON (self->save_button), _("_Save"));
  gtk_widget_set_visible (self->cancel_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), TRUE);
  gtk_widget_set_visible (self->paper_group, TRUE);

  gtk_editable_set_text (self->title_row, lp_record_text (meeting, LP_MEETING_TITLE));
  set_day (self, lp_record_text (meeting, LP_MEETING_DATE));
  set_clock (self->start_row, lp_record_int (meeting, LP_MEETING_START));
  if (lp_record_has (meeting, LP_MEETING_LIMIT))
    set_clock (self->limit_row, lp_record_int (meeting, LP_MEETING_LIMIT));
  gtk_editable_set_text (self->place_row, lp_record_text (meeting, LP_MEETING_PLACE));
  lp_text_row_watch (self->purpose_row, names);
  lp_text_row_watch (self->next_steps_row, names);
  lp_text_row_set_text (self->purpose_row, lp_record_text (meeting, LP_MEETING_PURPOSE));
  lp_text_row_set_text (self->next_steps_row, lp_record_text (meeting, LP_MEETING_NEXT_STEPS));
  lp_text_row_set_text (self->contact_row, lp_record_text (meeting, LP_MEETING_CONTACT));
  fill_panels (self, panel);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->title_row));
  return ADW_DIALOG (self);
}
