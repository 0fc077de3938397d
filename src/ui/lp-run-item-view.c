/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-item-view.h"

#include <glib/gi18n.h>

#include "lp-prompt.h"
#include "lp-kind-badge.h"
#include "lp-run-words.h"
#include "lp-terms.h"

#define CLOCK_WIDTH 358

/* More characters than in "−12:40" need smaller ones. */
#define CLOCK_CHARACTERS 6

struct _LpRunItemView
{
  AdwBin parent_instance;

  GtkBox *head;
  AdwWrapBox *badges;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *method;
  GtkWidget *go_button;
  GtkWidget *clock_box;
  GtkLabel *clock;
  GtkProgressBar *progress;
  GtkWidget *pill;
  GtkImage *pill_icon;
  GtkLabel *pill_label;
  GtkLabel *end;
  GtkWidget *question_box;
  GtkLabel *question;
  GtkWidget *guide_box;
  GtkLabel *guide;

  guint kinds;
};

G_DEFINE_FINAL_TYPE (LpRunItemView, lp_run_item_view, ADW_TYPE_BIN)

typedef struct {
  const char *icon;
  const char *word;
  gboolean warns;
} Pill;

/* Frees the text. */
static void
set_text (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text);
  g_free (text);
}

static void
show_kinds (LpRunItemView *self, guint kinds)
{
  GtkWidget *badge = NULL;

  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  while ((badge = gtk_widget_get_last_child (GTK_WIDGET (self->badges))) != GTK_WIDGET (self->number))
    adw_wrap_box_remove (self->badges, badge);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    {
      if ((kinds & (1u << kind)) != 0)
        adw_wrap_box_append (self->badges, lp_kind_badge_new (kind));
    }
}

static void
show_words (LpRunItemView *self, LpRecord *record, int item, guint n_items)
{
  const char *guide = lp_record_text (record, LP_AGENDA_ITEM_GUIDE);
  LpMethod method;

  /* Translators: which item of the agenda, of how many */
  set_text (self->number, g_strdup_printf (_("Item %d of %u"), item + 1, n_items));
  show_kinds (self, lp_kinds_parse (lp_record_text (record, LP_AGENDA_ITEM_KINDS)));
  gtk_label_set_label (self->title, lp_record_text (record, LP_AGENDA_ITEM_TITLE));
  gtk_label_set_label (self->method, lp_method_find (lp_record_text (record, LP_AGENDA_ITEM_METHOD), &method)
                                         ? lp_method_label (method)
                                         : "");
  gtk_label_set_label (self->guide, guide);
  gtk_widget_set_visible (self->guide_box, *guide != '\0');
}

/* That of the item now is on the card of the big screen. */
static void
show_question (LpRunItemView *self, LpRecord *record, const LpRunItem *item, const LpStoryGoal *stories)
{
  g_autofree char *question = lp_prompt_fill (lp_record_text (record, LP_AGENDA_ITEM_PROMPT),
                                              lp_run_minute_of_day (item->begin + item->given), stories);

  gtk_label_set_label (self->question, question);
  gtk_widget_set_visible (self->question_box, *question != '\0');
}

static void
show_pill (LpRunItemView *self, const Pill *pill)
{
  gtk_widget_set_visible (self->pill, pill->word != NULL);
  if (pill->word == NULL)
    return;

  gtk_image_set_from_icon_name (self->pill_icon, pill->icon);
  gtk_label_set_label (self->pill_label, pill->word);
  if (pill->warns)
    gtk_widget_add_css_class (self->pill, "warns");
  else
    gtk_widget_remove_css_class (self->pill, "warns");
}

static void
show_clock (LpRunItemView *self, char *text, const char *class)
{
  const char *const classes[] = { "run-clock", "numeric", class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->clock), (const char **) classes);
  set_text (self->clock, text);
}

/* --- The item now --- */

static Pill
choose_pill (LpRunPhase phase)
{
  switch (phase)
    {
    case LP_PHASE_PAUSED:
      return (Pill) { "media-playback-pause-symbolic", C_("clock", "Paused"), FALSE };
    case LP_PHASE_SOON:
      return (Pill) { "alarm-symbolic", C_("clock", "Soon over"), FALSE };
    case LP_PHASE_OVER:
      return (Pill) { "alarm-symbolic", C_("clock", "Over time"), TRUE };
    case LP_PHASE_NONE:
    case LP_PHASE_RUNNING:
    default:
      return (Pill) { 0 };
    }
}

static void
show_now (LpRunItemView *self, LpRunner *runner, const LpRunState *state, const LpRunItem *item)
{
  LpRunPhase phase = lp_run_state_phase (state);
  gint64 due = lp_runner_get_time (runner) + state->left;
  g_autofree char *time = lp_run_print_time (due);
  char *left = lp_run_print_left (state->left);
  gboolean is_long = g_utf8_strlen (left, -1) > CLOCK_CHARACTERS;
  Pill pill = choose_pill (phase);

  show_clock (self, left, is_long ? "long" : NULL);
  show_pill (self, &pill);
  if (phase == LP_PHASE_OVER)
    set_text (self->end, g_strdup_printf (_("should have ended %s"), time));
  else
    set_text (self->end, g_strdup_printf (_("ends %s"), time));
  gtk_progress_bar_set_fraction (self->progress, item->given > 0 ? MIN ((double) item->spent / (double) item->given, 1.0)
                                                                 : 1.0);
}

/* --- Any other --- */

static Pill
choose_other_pill (const LpRunState *state, const LpRunItem *item)
{
  if (!state->started)
    return (Pill) { "document-open-recent-symbolic", C_("agenda item", "Not begun"), FALSE };
  switch (item->status)
    {
    case LP_RUN_DONE:
      return (Pill) { "object-select-symbolic", C_("agenda item", "Done"), FALSE };
    case LP_RUN_SKIPPED:
      return (Pill) { "media-skip-forward-symbolic", C_("agenda item", "Skipped"), FALSE };
    case LP_RUN_COMING:
    case LP_RUN_NOW:
    default:
      return (Pill) { "document-open-recent-symbolic", C_("agenda item", "Coming"), FALSE };
    }
}

static void
show_other (LpRunItemView *self, const LpRunState *state, const LpRunItem *item)
{
  gint64 length = item->status == LP_RUN_DONE ? item->spent : item->given;
  g_autofree char *begin = lp_run_print_time (item->begin);
  Pill pill = choose_other_pill (state, item);

  /* Translators: a length in minutes */
  show_clock (self, g_strdup_printf (_("%d min"), (int) ((length + LP_RUN_MINUTE / 2) / LP_RUN_MINUTE)), "other");
  show_pill (self, &pill);
  if (item->status == LP_RUN_SKIPPED)
    gtk_label_set_label (self->end, "");
  else if (item->status == LP_RUN_DONE)
    set_text (self->end, g_strdup_printf (_("began %s"), begin));
  else
    set_text (self->end, g_strdup_printf (_("begins %s"), begin));
}

static void
lp_run_item_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_RUN_ITEM_VIEW);

  G_OBJECT_CLASS (lp_run_item_view_parent_class)->dispose (object);
}

static void
lp_run_item_view_class_init (LpRunItemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_run_item_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-run-item-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, head);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, badges);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, number);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, title);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, method);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, go_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, clock_box);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, clock);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, progress);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, pill);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, pill_icon);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, pill_label);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, end);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, question_box);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, question);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, guide_box);
  gtk_widget_class_bind_template_child (widget_class, LpRunItemView, guide);
}

static void
lp_run_item_view_init (LpRunItemView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_run_item_view_set_narrow (self, FALSE);
}

/* item: of the runner's state; where that is none, nothing is under way. stories: of the panel, or NULL. */
void
lp_run_item_view_show_item (LpRunItemView *self, LpRunner *runner, int item, const LpStoryGoal *stories)
{
  const LpRunState *state = lp_runner_get_state (runner);
  LpRecord *record = lp_runner_get_item (runner, item);
  const LpRunItem *shown = NULL;

  if (record == NULL)
    return;

  shown = &g_array_index (state->items, LpRunItem, item);
  show_words (self, record, item, state->items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), item == state->now);
  gtk_widget_set_visible (self->go_button, item != state->now && state->started);
  gtk_widget_set_visible (self->question_box, FALSE);
  if (item == state->now)
    {
      show_now (self, runner, state, shown);
      return;
    }
  show_other (self, state, shown);
  if (state->started)
    show_question (self, record, shown, stories);
}

void
lp_run_item_view_set_narrow (LpRunItemView *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->clock_box, narrow ? -1 : CLOCK_WIDTH, -1);
  gtk_label_set_xalign (self->clock, narrow ? 0.5f : 1.0f);
  gtk_widget_set_visible (GTK_WIDGET (self->method), !narrow);
  if (narrow)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->title), "title-1");
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-2");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->title), "title-2");
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-1");
    }
}
