/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-clock.h"
#include "lp-day.h"
#include "lp-meeting-card.h"
#include "lp-run-words.h"

struct _LpMeetingCard
{
  AdwBin parent_instance;

  LpRecord *meeting;
  char *heading;
  gboolean running;

  GtkLabel *day;
  GtkLabel *title;
  GtkLabel *place;
  GtkWidget *figures;
  GtkLabel *notes;
  GtkLabel *notes_word;
  GtkLabel *items;
  GtkLabel *items_word;
  GtkLabel *participants;
  GtkLabel *participants_word;
  GtkLabel *end;
  GtkButton *open_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (LpMeetingCard, lp_meeting_card, ADW_TYPE_BIN)

static gboolean
lp_meeting_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_MEETING_CARD (widget)->open_button));
}

static void
lp_meeting_card_dispose (GObject *object)
{
  LpMeetingCard *self = LP_MEETING_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_MEETING_CARD);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->heading, g_free);

  G_OBJECT_CLASS (lp_meeting_card_parent_class)->dispose (object);
}

static void
lp_meeting_card_class_init (LpMeetingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_meeting_card_dispose;
  widget_class->grab_focus = lp_meeting_card_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-meeting-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, day);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, title);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, place);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, figures);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, notes);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, notes_word);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, items);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, items_word);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, participants);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, participants_word);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, end);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingCard, menu_button);
}

static void
lp_meeting_card_init (LpMeetingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_number (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (label, text);
}

/* Once for a meeting: a new menu would close the one that is open. */
static void
set_actions (LpMeetingCard *self, const LpId *meeting)
{
  g_autofree char *id = lp_id_to_string (meeting);
  g_autofree char *delete = g_strdup_printf ("home.delete::%s", id);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Delete Meeting"), delete);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", id);
}

void
lp_meeting_card_set_meeting (LpMeetingCard *self, LpRecord *meeting, const char *when, const char *panel)
{
  g_autofree char *day = lp_day_long (lp_record_text (meeting, LP_MEETING_DATE));
  const char *place = lp_record_text (meeting, LP_MEETING_PLACE);
  g_autofree char *where =
      panel && *place ? g_strjoin (" · ", panel, place, NULL) : g_strdup (panel ? panel : place);

  g_return_if_fail (LP_IS_MEETING_CARD (self));

  if (!self->meeting || !lp_id_equal (lp_record_get_id (self->meeting), lp_record_get_id (meeting)))
    set_actions (self, lp_record_get_id (meeting));
  g_set_object (&self->meeting, meeting);
  g_free (self->heading);
  self->heading = *day ? g_strjoin (" · ", when, day, NULL) : g_strdup (when);
  gtk_label_set_label (self->title, lp_record_text (meeting, LP_MEETING_TITLE));
  gtk_label_set_label (self->place, where);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *where != '\0');
  gtk_widget_set_opacity (self->figures, 0);
}

/* What is under way and how long it has left. Transfer full. */
static char *
describe_day (LpRunner *runner, const LpRunState *state)
{
  LpRecord *item = lp_runner_get_item (runner, state->now);
  g_autofree char *left = lp_run_print_left (state->left);
  const char *title = item != NULL ? lp_record_text (item, LP_AGENDA_ITEM_TITLE) : NULL;

  switch (lp_run_state_phase (state))
    {
    case LP_PHASE_PAUSED:
      /* Translators: the title of the item that is under way, and the time left of it */
      return g_strdup_printf (_("Running now, paused · %s · %s left"), title, left);
    case LP_PHASE_OVER:
      /* Translators: the title of the item that is under way */
      return g_strdup_printf (_("Running now · %s · over time"), title);
    case LP_PHASE_RUNNING:
    case LP_PHASE_SOON:
      /* Translators: the title of the item that is under way, and the time left of it */
      return g_strdup_printf (_("Running now · %s · %s left"), title, left);
    case LP_PHASE_NONE:
    default:
      return g_strdup (_("Running now"));
    }
}

void
lp_meeting_card_set_day (LpMeetingCard *self, LpRunner *runner)
{
  const LpRunState *state = runner != NULL ? lp_runner_get_state (runner) : NULL;
  g_autofree char *day = state != NULL ? describe_day (runner, state) : NULL;
  g_autofree char *end = state != NULL ? lp_run_print_time (state->end) : NULL;

  g_return_if_fail (LP_IS_MEETING_CARD (self));

  self->running = runner != NULL;
  gtk_label_set_label (self->day, day != NULL ? day : self->heading);
  if (end != NULL)
    gtk_label_set_label (self->end, end);
  gtk_button_set_label (self->open_button, self->running ? _("_Go On with the Day") : _("_Open Meeting"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button),
                                  self->running ? "win.run-meeting" : "win.open-meeting");
}

void
lp_meeting_card_set_figures (LpMeetingCard *self, const LpFigures *figures)
{
  g_autofree char *end = NULL;

  g_return_if_fail (LP_IS_MEETING_CARD (self));

  end = lp_clock_print (lp_record_int (self->meeting, LP_MEETING_START) + figures->minutes);
  set_number (self->notes, figures->notes);
  gtk_label_set_label (self->notes_word, ngettext ("note", "notes", figures->notes));
  set_number (self->items, figures->items);
  gtk_label_set_label (self->items_word, ngettext ("item", "items", figures->items));
  set_number (self->participants, figures->participants);
  gtk_label_set_label (self->participants_word,
                       ngettext ("participant", "participants", figures->participants));
  /* a day that is under way knows better */
  if (!self->running)
    gtk_label_set_label (self->end, end);
  gtk_widget_set_opacity (self->figures, 1);
}
