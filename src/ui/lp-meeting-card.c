/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-clock.h"
#include "lp-day.h"
#include "lp-meeting-card.h"

struct _LpMeetingCard
{
  AdwBin parent_instance;

  LpRecord *meeting;

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
  GtkWidget *open_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (LpMeetingCard, lp_meeting_card, ADW_TYPE_BIN)

static gboolean
lp_meeting_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LP_MEETING_CARD (widget)->open_button);
}

static void
lp_meeting_card_dispose (GObject *object)
{
  LpMeetingCard *self = LP_MEETING_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_MEETING_CARD);
  g_clear_object (&self->meeting);

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
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-meeting");
}

void
lp_meeting_card_set_meeting (LpMeetingCard *self, LpRecord *meeting, const char *when, const char *panel)
{
  g_autofree char *day = lp_day_long (lp_record_text (meeting, LP_MEETING_DATE));
  g_autofree char *heading = *day ? g_strjoin (" · ", when, day, NULL) : g_strdup (when);
  const char *place = lp_record_text (meeting, LP_MEETING_PLACE);
  g_autofree char *where =
      panel && *place ? g_strjoin (" · ", panel, place, NULL) : g_strdup (panel ? panel : place);

  g_return_if_fail (LP_IS_MEETING_CARD (self));

  if (!self->meeting || !lp_id_equal (lp_record_get_id (self->meeting), lp_record_get_id (meeting)))
    set_actions (self, lp_record_get_id (meeting));
  g_set_object (&self->meeting, meeting);
  gtk_label_set_label (self->day, heading);
  gtk_label_set_label (self->title, lp_record_text (meeting, LP_MEETING_TITLE));
  gtk_label_set_label (self->place, where);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *where != '\0');
  gtk_widget_set_opacity (self->figures, 0);
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
  gtk_label_set_label (self->end, end);
  gtk_widget_set_opacity (self->figures, 1);
}
