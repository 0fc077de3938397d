/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-participants-page.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-menu-button.h"
#include "lp-participant-dialog.h"
#include "lp-participant-edits.h"
#include "lp-participants-view.h"
#include "lp-people.h"
#include "lp-print.h"
#include "lp-roster-dialog.h"
#include "lp-roster-paper.h"
#include "lp-swap-dialog.h"
#include "lp-tables-panel.h"
#include "lp-undo-button.h"

struct _LpParticipantsPage
{
  AdwNavigationPage parent_instance;

  LpUndoButton *undo_button;
  GtkStack *stack;
  AdwMultiLayoutView *layouts;
  AdwViewStack *tabs;
  LpParticipantsView *view;
  LpTablesPanel *panel;

  LpStore *store;
  LpId meeting;
  LpPeople *people;
};

G_DEFINE_FINAL_TYPE (LpParticipantsPage, lp_participants_page, ADW_TYPE_NAVIGATION_PAGE)

/* The only one chosen, or NULL. Transfer full. */
static LpPerson *
get_single (LpParticipantsPage *self)
{
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);

  return chosen->len == 1 ? g_object_ref (g_ptr_array_index (chosen, 0)) : NULL;
}

static GMenuModel *
tables_menu (guint n_tables)
{
  GMenu *menu = g_menu_new ();

  for (guint table = 1; table <= n_tables; table++)
    {
      g_autofree char *label = g_strdup_printf (_("Table %d"), (int) table);
      g_autofree char *action = g_strdup_printf ("participants.table(%u)", table);

      g_menu_append (menu, label, action);
    }
  g_menu_append (menu, _("No Table"), "participants.table(0)");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
perspectives_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      g_autofree char *action = g_strdup_printf ("participants.perspective('%s')", lp_perspective_id (i));

      g_menu_append (menu, lp_perspective_label (i), action);
    }
  g_menu_append (menu, _("Not Known"), "participants.perspective('')");
  return G_MENU_MODEL (menu);
}

/* person: NULL when nobody is chosen. What it offers is what he is not yet. */
static GMenuModel *
states_menu (LpPerson *person)
{
  GMenu *menu = g_menu_new ();
  gboolean present = person && lp_person_get_flag (person, LP_PARTICIPANT_PRESENT);
  gboolean consent = person && lp_person_get_flag (person, LP_PARTICIPANT_CONSENT);

  g_menu_append (menu, _("_Edit…"), "participants.edit");
  g_menu_append (menu, present ? _("Mark as Not _Present") : _("Mark as _Present"), "participants.present");
  g_menu_append (menu, consent ? _("Withdraw _Consent") : _("Gave _Consent"), "participants.consent");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
seats_menu (LpParticipantsPage *self, LpPerson *person)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) tables = tables_menu (lp_people_get_roster (self->people)->tables->len);
  g_autoptr (GMenuModel) perspectives = perspectives_menu ();
  gboolean fixed = person && lp_person_get_flag (person, LP_PARTICIPANT_FIXED);

  g_menu_append_submenu (menu, _("_Table"), tables);
  g_menu_append_submenu (menu, _("Pe_rspective"), perspectives);
  g_menu_append (menu, fixed ? _("Does Not _Keep This Seat") : _("_Keeps This Seat"), "participants.fixed");
  g_menu_append (menu, _("_Swap With…"), "participants.swap");
  return G_MENU_MODEL (menu);
}

static void
offer_menu (LpParticipantsPage *self)
{
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);
  LpPerson *first = chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GMenuModel) states = states_menu (first);
  g_autoptr (GMenuModel) seats = seats_menu (self, first);

  g_menu_append (last, _("_Delete"), "participants.delete");
  g_menu_append_section (menu, NULL, states);
  g_menu_append_section (menu, NULL, seats);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  lp_participants_view_set_menu (self->view, G_MENU_MODEL (menu));
}

static void
chosen_changed_cb (LpParticipantsPage *self)
{
  static const char *const of_some[] = { "present", "consent", "fixed", "delete", "table", "perspective" };
  g_autoptr (GPtrArray) chosen = self->people ? lp_participants_view_get_chosen (self->view) : NULL;
  guint n = chosen ? chosen->len : 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_some); i++)
    {
      g_autofree char *action = g_strconcat ("participants.", of_some[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, n > 0);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participants.edit", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participants.swap", n == 1 || n == 2);
  if (self->people)
    offer_menu (self);
}

static void
people_changed_cb (LpParticipantsPage *self)
{
  const LpRoster *roster = lp_people_get_roster (self->people);
  static const char *const of_all[] = { "seat", "seat-all", "seat-loose", "search", "erase",
                                        "print-badges", "save-badges", "print-lists", "save-lists" };
  gboolean any = roster->people->len > 0;

  lp_tables_panel_show_roster (self->panel, roster);
  offer_menu (self);
  for (guint i = 0; i < G_N_ELEMENTS (of_all); i++)
    {
      g_autofree char *action = g_strconcat ("participants.", of_all[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, any);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participants.seat-loose",
                                 roster->seated < roster->people->len);
  gtk_stack_set_visible_child_name (self->stack, any ? "people" : "empty");
}

/* --- What the list and the panel say --- */

static void
activated_cb (LpParticipantsView *view, LpPerson *person, LpParticipantsPage *self)
{
  adw_dialog_present (lp_participant_dialog_new (GTK_WIDGET (self), self->store, &self->meeting, person),
                      GTK_WIDGET (self));
}

static void
set_table (LpParticipantsPage *self, int table)
{
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);

  if (chosen->len > 0)
    lp_participant_edits_set_table (GTK_WIDGET (self), self->store, &self->meeting, chosen, table);
}

static void
table_typed_cb (LpParticipantsView *view, int table, LpParticipantsPage *self)
{
  set_table (self, table);
}

static void
flag_toggled_cb (LpParticipantsView *view,
                 LpPerson *person,
                 guint field,
                 gboolean flag,
                 LpParticipantsPage *self)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  g_ptr_array_add (people, person);
  lp_participant_edits_set_flag (GTK_WIDGET (self), self->store, &self->meeting, people, field, flag);
}

static void
table_chosen_cb (LpTablesPanel *panel, int table, LpParticipantsPage *self)
{
  lp_participants_view_show_table (self->view, table);
  adw_view_stack_set_visible_child_name (self->tabs, "list");
}

static void
tables_changed_cb (LpTablesPanel *panel, int n_tables, LpParticipantsPage *self)
{
  const LpRoster *roster = lp_people_get_roster (self->people);

  if ((guint) n_tables != roster->n_tables)
    lp_participant_edits_set_tables (GTK_WIDGET (self), self->store, &self->meeting, n_tables);
}

/* --- Actions --- */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);

  adw_dialog_present (lp_participant_dialog_new (widget, self->store, &self->meeting, NULL), widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  g_autoptr (LpPerson) person = get_single (self);

  if (person)
    activated_cb (self->view, person, self);
}

static guint
field_of_action (const char *name)
{
  if (g_str_equal (name, "participants.present"))
    return LP_PARTICIPANT_PRESENT;
  if (g_str_equal (name, "participants.consent"))
    return LP_PARTICIPANT_CONSENT;
  return LP_PARTICIPANT_FIXED;
}

/* Of several, all become what the first is not. */
static void
flag_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);
  guint field = field_of_action (name);

  if (chosen->len > 0)
    lp_participant_edits_set_flag (widget, self->store, &self->meeting, chosen, field,
                                   !lp_person_get_flag (g_ptr_array_index (chosen, 0), field));
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_table (LP_PARTICIPANTS_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
perspective_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);

  if (chosen->len > 0)
    lp_participant_edits_set_perspective (widget, self->store, &self->meeting, chosen,
                                          g_variant_get_string (parameter, NULL));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);

  if (chosen->len > 0)
    lp_participant_edits_delete (widget, self->store, &self->meeting, chosen);
}

static void
swap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = lp_participants_view_get_chosen (self->view);

  if (chosen->len == 2)
    lp_participant_edits_swap (widget, self->store, &self->meeting, g_ptr_array_index (chosen, 0),
                               g_ptr_array_index (chosen, 1));
  else if (chosen->len == 1)
    adw_dialog_present (lp_swap_dialog_new (widget, self->store, &self->meeting, self->people,
                                            g_ptr_array_index (chosen, 0)),
                        widget);
}

static void
seat_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  LpSeatWho who = LP_SEAT_SEATED;

  if (g_str_equal (name, "participants.seat-all"))
    who = LP_SEAT_ALL;
  else if (g_str_equal (name, "participants.seat-loose"))
    who = LP_SEAT_LOOSE;
  lp_participant_edits_seat (widget, self->store, &self->meeting, who);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->tabs, "list");
  lp_participants_view_search (self->view);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);

  lp_roster_dialog_import (widget, self->store, &self->meeting);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);

  lp_roster_dialog_paste (widget, self->store, &self->meeting);
}

/* participants.print-badges, -lists, participants.save-badges, -lists */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  LpReader *reader = lp_store_get_reader (self->store);
  g_autoptr (GError) error = NULL;
  gboolean badges = g_str_has_suffix (name, "badges");
  LpPaper *paper = badges ? lp_badges_paper_new (reader, &self->meeting, &error)
                          : lp_tables_paper_new (reader, &self->meeting, &error);

  if (!paper)
    lp_feedback_error (widget, _("The roster cannot be read"), error);
  else if (g_str_has_prefix (name, "participants.print"))
    lp_print_paper (widget, paper);
  else
    lp_print_to_pdf (widget, paper, lp_paper_get_title (paper));
}

static void
erase_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpParticipantsPage) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "erase") && self->store)
    lp_participant_edits_erase (GTK_WIDGET (self), self->store, &self->meeting);
}

/* The one question this app asks: there is no way back. */
static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);
  guint n = lp_people_get_roster (self->people)->people->len;
  g_autofree char *body = g_strdup_printf (
      ngettext ("The name and all that is kept of %u participant disappear for good, from this computer’s "
                "backups too. Notes stay. It cannot be undone.",
                "The names and all that is kept of %u participants disappear for good, from this computer’s "
                "backups too. Notes stay. It cannot be undone.",
                n),
      n);
  AdwDialog *dialog = adw_alert_dialog_new (_("Erase the Roster?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase",
                                  _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, erase_answered_cb, g_object_ref (self));
}

/* --- Class --- */

static gboolean
lp_participants_page_grab_focus (GtkWidget *widget)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (widget);

  return self->people && lp_people_get_roster (self->people)->people->len > 0 &&
         gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
lp_participants_page_dispose (GObject *object)
{
  LpParticipantsPage *self = LP_PARTICIPANTS_PAGE (object);

  g_clear_object (&self->people);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PARTICIPANTS_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_participants_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "participants.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "participants.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "participants.present", NULL, flag_action);
  gtk_widget_class_install_action (widget_class, "participants.consent", NULL, flag_action);
  gtk_widget_class_install_action (widget_class, "participants.fixed", NULL, flag_action);
  gtk_widget_class_install_action (widget_class, "participants.table", "i", table_action);
  gtk_widget_class_install_action (widget_class, "participants.perspective", "s", perspective_action);
  gtk_widget_class_install_action (widget_class, "participants.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "participants.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "participants.seat", NULL, seat_action);
  gtk_widget_class_install_action (widget_class, "participants.seat-all", NULL, seat_action);
  gtk_widget_class_install_action (widget_class, "participants.seat-loose", NULL, seat_action);
  gtk_widget_class_install_action (widget_class, "participants.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "participants.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "participants.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "participants.print-badges", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "participants.print-lists", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "participants.save-badges", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "participants.save-lists", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "participants.erase", NULL, erase_action);
}

static void
lp_participants_page_class_init (LpParticipantsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_participants_page_dispose;
  widget_class->grab_focus = lp_participants_page_grab_focus;

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PARTICIPANTS_VIEW);
  g_type_ensure (LP_TYPE_TABLES_PANEL);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-participants-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantsPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, chosen_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flag_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tables_changed_cb);
  install_actions (widget_class);
}

static void
lp_participants_page_init (LpParticipantsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* meeting: one that is there. */
GtkWidget *
lp_participants_page_new (LpStore *store, const LpId *meeting)
{
  LpParticipantsPage *self = g_object_new (LP_TYPE_PARTICIPANTS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->people = lp_people_new (store, meeting);
  lp_undo_button_set_store (self->undo_button, store);
  lp_participants_view_set_people (self->view, self->people);
  g_signal_connect_object (self->people, "changed", G_CALLBACK (people_changed_cb), self, G_CONNECT_SWAPPED);
  people_changed_cb (self);
  chosen_changed_cb (self);
  return GTK_WIDGET (self);
}
