/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-facts.h"

#include "lp-clock.h"
#include "lp-day.h"
#include "lp-recommendation-edits.h"
#include "lp-recommendation-words.h"

#include <glib/gi18n.h>

struct _LpRecommendationFacts
{
  AdwBin parent_instance;

  AdwWrapBox *wrap_box;
  GtkMenuButton *addressee_button;
  GtkMenuButton *due_button;
  GtkMenuButton *status_button;
  GtkMenuButton *answer_button;
  GtkLabel *addressee_label;
  GtkLabel *due_label;
  GtkLabel *status_label;
  GtkLabel *answer_label;
  GtkEditable *due_entry;
  GtkBox *status_box;
  GtkEditable *date_entry;
  GtkLabel *date_problem;
  GtkTextBuffer *answer_buffer;
  GtkCheckButton *status_checks[LP_N_STATUSES];

  LpStore *store;
  LpRecord *record;
  gboolean filling; /* what stands in the widgets changes, but not by the user's hand */
};

G_DEFINE_FINAL_TYPE (LpRecommendationFacts, lp_recommendation_facts, ADW_TYPE_BIN)

enum {
  PROP_ADDRESSEE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
save (LpRecommendationFacts *self, guint field, const char *text)
{
  if (self->record != NULL && !self->filling)
    lp_recommendation_edits_field (GTK_WIDGET (self), self->store, self->record, field, text);
}

static LpStatus
get_status (LpRecommendationFacts *self)
{
  LpStatus status = LP_STATUS_DRAFT;

  if (self->record != NULL)
    lp_status_find (lp_record_text (self->record, LP_RECOMMENDATION_STATUS), &status);
  return status;
}

static const char *
get_date (LpRecommendationFacts *self)
{
  return self->record != NULL ? lp_record_text (self->record, LP_RECOMMENDATION_STATUS_DATE) : "";
}

/* As it is written; NULL for what is no day, "" for none. Transfer full. */
static char *
read_date (LpRecommendationFacts *self)
{
  g_autofree char *written = g_strstrip (g_strdup (gtk_editable_get_text (self->date_entry)));

  return *written != '\0' ? lp_day_parse (written) : g_strdup ("");
}

static void
save_date (LpRecommendationFacts *self)
{
  g_autofree char *date = read_date (self);

  if (self->record != NULL && date != NULL && !g_str_equal (date, get_date (self)))
    lp_recommendation_edits_status (GTK_WIDGET (self), self->store, self->record, get_status (self), date);
}

/* Another status is so from today, until somebody says otherwise. */
static void
status_toggled_cb (GtkCheckButton *check, LpRecommendationFacts *self)
{
  g_autofree char *today = lp_date_today ();
  guint status = 0;

  if (self->filling || !gtk_check_button_get_active (check))
    return;

  while (self->status_checks[status] != check)
    status++;
  if (self->record != NULL && status != get_status (self))
    lp_recommendation_edits_status (GTK_WIDGET (self), self->store, self->record, status,
                                    status == LP_STATUS_DRAFT ? NULL : today);
  gtk_menu_button_popdown (self->status_button);
}

static void
date_changed_cb (LpRecommendationFacts *self)
{
  g_autofree char *date = read_date (self);
  g_autofree char *problem = date == NULL ? lp_day_explain (gtk_editable_get_text (self->date_entry)) : NULL;

  gtk_label_set_label (self->date_problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_problem), problem != NULL);
}

/* The popover closes, and with that it is saved. */
static void
entered_cb (LpRecommendationFacts *self)
{
  g_autofree char *date = read_date (self);

  gtk_menu_button_popdown (self->due_button);
  if (date != NULL)
    gtk_menu_button_popdown (self->status_button);
}

static char *
read_answer (LpRecommendationFacts *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (self->answer_buffer, &start, &end);
  return gtk_text_buffer_get_text (self->answer_buffer, &start, &end, FALSE);
}

static void
closed_cb (LpRecommendationFacts *self)
{
  lp_recommendation_facts_flush (self);
}

/* --- What is shown --- */

static void
name_button (GtkMenuButton *button, const char *caption, const char *value)
{
  g_autofree char *said = g_strdup_printf (_("%s: %s"), caption, value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), said);
}

/* In one line. Transfer full. */
static char *
in_brief (const char *text, const char *otherwise)
{
  return g_strdelimit (g_strdup (*text != '\0' ? text : otherwise), "\r\n", ' ');
}

static void
fill_labels (LpRecommendationFacts *self)
{
  const char *addressee = lp_recommendation_addressee (self->record);
  gboolean waits = get_status (self) >= LP_STATUS_SENT;
  g_autofree char *to = in_brief (addressee, _("Nobody yet"));
  g_autofree char *due = in_brief (lp_record_text (self->record, LP_RECOMMENDATION_DUE), _("Not said"));
  g_autofree char *status = lp_recommendation_print_status (self->record);
  g_autofree char *answer =
      in_brief (lp_record_text (self->record, LP_RECOMMENDATION_ANSWER), waits ? _("Awaited") : _("None yet"));

  gtk_label_set_label (self->addressee_label, to);
  gtk_label_set_label (self->due_label, due);
  gtk_label_set_label (self->status_label, status);
  gtk_label_set_label (self->answer_label, answer);
  name_button (self->addressee_button, C_("recommendation", "To"), to);
  name_button (self->due_button, C_("recommendation", "When"), due);
  name_button (self->status_button, C_("recommendation", "Status"), status);
  name_button (self->answer_button, C_("recommendation", "Answer"), answer);
}

/* What is being typed in an open popover stays. */
static void
fill_entries (LpRecommendationFacts *self, gboolean other)
{
  g_autofree char *date = *get_date (self) != '\0' ? lp_day_written (get_date (self)) : g_strdup ("");
  GtkCheckButton *check = self->status_checks[get_status (self)];

  self->filling = TRUE;
  if (other || !gtk_menu_button_get_active (self->due_button))
    gtk_editable_set_text (self->due_entry, lp_record_text (self->record, LP_RECOMMENDATION_DUE));
  if (other || !gtk_menu_button_get_active (self->status_button))
    gtk_editable_set_text (self->date_entry, date);
  if (other || !gtk_menu_button_get_active (self->answer_button))
    gtk_text_buffer_set_text (self->answer_buffer, lp_record_text (self->record, LP_RECOMMENDATION_ANSWER), -1);
  gtk_check_button_set_active (check, TRUE);
  self->filling = FALSE;
}

static GMenuModel *
make_addressee_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < LP_N_ADDRESSEES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (lp_addressee_label (i), NULL);

      g_menu_item_set_action_and_target (item, "recommendation.addressee", "s", lp_addressee_id (i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
add_statuses (LpRecommendationFacts *self)
{
  for (guint i = 0; i < LP_N_STATUSES; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (lp_status_label (i));

      self->status_checks[i] = GTK_CHECK_BUTTON (check);
      if (i > 0)
        gtk_check_button_set_group (self->status_checks[i], self->status_checks[0]);
      g_signal_connect (check, "toggled", G_CALLBACK (status_toggled_cb), self);
      gtk_box_append (self->status_box, check);
    }
}

static void
lp_recommendation_facts_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpRecommendationFacts *self = LP_RECOMMENDATION_FACTS (object);

  switch (prop_id)
    {
    case PROP_ADDRESSEE:
      g_value_set_string (value,
                          self->record != NULL ? lp_record_text (self->record, LP_RECOMMENDATION_ADDRESSEE) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_recommendation_facts_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpRecommendationFacts *self = LP_RECOMMENDATION_FACTS (object);

  switch (prop_id)
    {
    case PROP_ADDRESSEE:
      save (self, LP_RECOMMENDATION_ADDRESSEE, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_recommendation_facts_dispose (GObject *object)
{
  LpRecommendationFacts *self = LP_RECOMMENDATION_FACTS (object);

  g_clear_object (&self->record);
  /* bound too: unparented by the template alone, the bin would do it once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_RECOMMENDATION_FACTS);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_recommendation_facts_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-recommendation-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, wrap_box);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, addressee_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, due_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, status_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, answer_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, addressee_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, due_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, status_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, answer_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, due_entry);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, status_box);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, date_entry);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, date_problem);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationFacts, answer_buffer);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
lp_recommendation_facts_class_init (LpRecommendationFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_recommendation_facts_get_property;
  object_class->set_property = lp_recommendation_facts_set_property;
  object_class->dispose = lp_recommendation_facts_dispose;

  props[PROP_ADDRESSEE] = g_param_spec_string ("addressee", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "recommendation.addressee", "addressee");
}

static void
lp_recommendation_facts_init (LpRecommendationFacts *self)
{
  g_autoptr (GMenuModel) addressees = make_addressee_menu ();
  g_autofree char *example = lp_day_example ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->addressee_button, addressees);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->date_entry), example);
  add_statuses (self);
}

void
lp_recommendation_facts_set_store (LpRecommendationFacts *self, LpStore *store)
{
  self->store = g_object_ref (store);
}

void
lp_recommendation_facts_show (LpRecommendationFacts *self, LpRecord *recommendation)
{
  gboolean other = self->record == NULL || !lp_id_equal (lp_record_get_id (self->record),
                                                         lp_record_get_id (recommendation));

  if (other)
    lp_recommendation_facts_flush (self);
  g_set_object (&self->record, recommendation);
  fill_labels (self);
  fill_entries (self, other);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ADDRESSEE]);
}

/** lp_recommendation_facts_flush: saves what was typed and not entered. */
void
lp_recommendation_facts_flush (LpRecommendationFacts *self)
{
  g_autofree char *answer = read_answer (self);

  save (self, LP_RECOMMENDATION_DUE, gtk_editable_get_text (self->due_entry));
  save (self, LP_RECOMMENDATION_ANSWER, answer);
  save_date (self);
}
