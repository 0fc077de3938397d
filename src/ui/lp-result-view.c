/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-result-view.h"

#include <glib/gi18n.h>

#include "lp-voter-bar.h"

/* So many of those that are missing are named. */
#define MOST_NAMED 12

struct _LpResultView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *waiting;
  GtkWidget *go_button;
  GtkWidget *close_button;
  GtkLabel *sum;
  GtkWidget *project_button;
  GtkListBox *list;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (LpResultView, lp_result_view, ADW_TYPE_BIN)

/* --- Words --- */

/* "3, 5, 9". Transfer full; NULL when nobody is. */
static char *
list_missing (const LpVoteRound *round)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_missing = 0;

  for (guint i = 0; i < round->voters->len; i++)
    {
      const LpVoter *voter = g_ptr_array_index (round->voters, i);

      if (voter->done || voter->number > (int) round->expected)
        continue;
      n_missing++;
      if (n_missing <= MOST_NAMED)
        g_string_append_printf (names, n_missing > 1 ? ", %d" : "%d", voter->number);
    }
  if (n_missing > MOST_NAMED)
    g_string_append (names, " …");

  return n_missing > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}

static char *
print_rank (const LpVoteRound *round, const LpVoteSubject *subject)
{
  g_autofree char *title = lp_vote_round_title (round);

  if (subject->total == 0)
    /* Translators: how it came out in another round: “Round 1: dots – nothing” */
    return g_strdup_printf (_("%s – nothing"), title);

  /* Translators: how it came out in another round: “Round 1: dots – no. 3” */
  return g_strdup_printf (_("%s – no. %u"), title, subject->rank);
}

/* "Round 1: dots – no. 3 · Round 2: 50.000 kr. – no. 1". Transfer full; NULL when there is no other round about it. */
static char *
compare (const LpPriorities *priorities, const LpVoteRound *round, const LpVoteSubject *subject)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < priorities->rounds->len; i++)
    {
      const LpVoteRound *other = g_ptr_array_index (priorities->rounds, i);
      const LpVoteSubject *there = other->complete && other != round ? lp_vote_round_subject (other, &subject->id) : NULL;
      g_autofree char *rank = there != NULL ? print_rank (other, there) : NULL;

      if (rank != NULL)
        g_string_append_printf (words, words->len > 0 ? " · %s" : "%s", rank);
    }

  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

static char *
print_total (const LpVoteRound *round, const LpVoteSubject *subject)
{
  if (subject->total > 0 && round->method == LP_VOTE_DOTS)
    return g_strdup_printf ("%'" G_GINT64_FORMAT, subject->total);
  if (subject->total > 0)
    return lp_vote_print (round->method, subject->total);

  return g_strdup (round->method == LP_VOTE_DOTS ? _("no dots") : _("nothing given"));
}

/* --- Rows --- */

static GtkWidget *
new_label (const char *text, float xalign, const char *const *classes)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "css-classes", classes, NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return label;
}

static GtkWidget *
new_bar (const LpVoteSubject *subject, gint64 most)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, (double) MAX (most, 1));

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) subject->total);
  gtk_widget_set_hexpand (bar, TRUE);

  return bar;
}

static GtkWidget *
new_name (const LpVoteSubject *subject)
{
  const char *const leads[] = { "heading", NULL };
  const char *const other[] = { NULL };
  GtkWidget *name = new_label (subject->name, 0, subject->rank <= 2 && subject->total > 0 ? leads : other);

  g_object_set (name, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "lines", 4, "ellipsize",
                PANGO_ELLIPSIZE_END, NULL);

  return name;
}

/* A word on a tie, and the figure: below each other where there is no room beside. */
static GtkWidget *
new_figure (const LpVoteSubject *subject, const char *total)
{
  GtkWidget *box = adw_wrap_box_new ();
  const char *const figure[] = { "heading", "numeric", NULL };
  const char *const none[] = { "caption", "numeric", NULL };
  const char *const pill[] = { "run-pill", "caption", NULL };

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 8);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 2);
  adw_wrap_box_set_align (ADW_WRAP_BOX (box), 1);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  if (subject->tied)
    adw_wrap_box_append (ADW_WRAP_BOX (box), new_label (_("tie"), 0.5f, pill));
  adw_wrap_box_append (ADW_WRAP_BOX (box), new_label (total, 1, subject->total > 0 ? figure : none));

  return box;
}

/* Name and figure; below them the bar, and how it came out in other rounds. */
static GtkWidget *
new_body (const LpVoteRound *round, const LpVoteSubject *subject, const char *total, const char *compared)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const LpVoteSubject *first = g_ptr_array_index (round->ranked, 0);
  const char *const caption[] = { "caption", "numeric", NULL };

  gtk_box_append (GTK_BOX (line), new_name (subject));
  gtk_box_append (GTK_BOX (line), new_figure (subject, total));
  gtk_box_append (GTK_BOX (body), line);
  gtk_box_append (GTK_BOX (body), new_bar (subject, first->total));
  if (subject->code != NULL)
    gtk_box_append (GTK_BOX (body), new_label (subject->code, 0, caption));
  if (compared != NULL)
    {
      GtkWidget *label = new_label (compared, 0, caption);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (body), label);
    }
  gtk_widget_set_hexpand (body, TRUE);

  return body;
}

static GtkWidget *
new_row (const LpPriorities *priorities, const LpVoteRound *round, const LpVoteSubject *subject)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const char *const classes[] = { "heading", "numeric", NULL };
  /* Translators: a rank: first, second … */
  g_autofree char *rank = g_strdup_printf (_("%u."), subject->rank);
  g_autofree char *total = print_total (round, subject);
  g_autofree char *given = lp_vote_print (round->method, subject->total);
  g_autofree char *compared = compare (priorities, round, subject);
  g_autofree char *spoken = g_strjoin (", ", rank, subject->name, subject->total > 0 ? given : total,
                                       subject->tied ? _("tie") : compared, subject->tied ? compared : NULL, NULL);
  GtkWidget *number = new_label (rank, 1, classes);

  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), new_body (round, subject, total, compared));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

/* --- Pages --- */

static char *
describe_note (const LpVoteRound *round)
{
  for (guint i = 0; i < round->ranked->len; i++)
    {
      if (((LpVoteSubject *) g_ptr_array_index (round->ranked, i))->tied)
        return g_strdup (_("A tie stays a tie. A new round can tell them apart, if the panel wants it."));
    }

  return g_strdup ("");
}

static void
show_sum (LpResultView *self, const LpVoteRound *round)
{
  g_autofree char *sum = lp_vote_round_sum (round);
  g_autofree char *missing = round->expected > round->n_done ? lp_vote_round_progress (round) : NULL;
  g_autofree char *words =
      g_strjoin (" · ", sum, missing != NULL ? missing : round->method == LP_VOTE_DOTS ? _("guests have no dots")
                                                                                       : _("guests do not vote"), NULL);

  gtk_label_set_label (self->sum, words);
}

static void
show_result (LpResultView *self, const LpPriorities *priorities, const LpVoteRound *round)
{
  g_autofree char *note = describe_note (round);

  show_sum (self, round);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < round->ranked->len; i++)
    gtk_list_box_append (self->list, new_row (priorities, round, g_ptr_array_index (round->ranked, i)));
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static char *
describe_wait (const LpVoteRound *round)
{
  g_autofree char *missing = list_missing (round);

  if (round->expected == 0)
    return g_strdup (_("Nobody knows how many there are: show the result when all are counted"));
  if (missing == NULL)
    return g_strdup (_("The result is shown when all are counted"));

  /* Translators: %s is a list of numbers of tables, or of people */
  return g_strdup_printf (_("The result is shown when all are counted. Missing: %s"), missing);
}

static void
show_waiting (LpResultView *self, const LpVoteRound *round)
{
  int next = lp_vote_round_next (round, 0);
  g_autofree char *title = lp_vote_round_progress (round);
  g_autofree char *description = describe_wait (round);
  g_autofree char *name = lp_voter_bar_name (round, next);
  /* Translators: “Go to Table 3” */
  g_autofree char *go = g_strdup_printf (_("Go to %s"), name);

  adw_status_page_set_title (self->waiting, title);
  adw_status_page_set_description (self->waiting, description);
  gtk_button_set_label (GTK_BUTTON (self->go_button), go);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_button), "i", next);
  gtk_widget_set_visible (self->go_button, next > 0);
  gtk_button_set_label (GTK_BUTTON (self->close_button),
                        round->expected > 0 ? _("Show _Without Them") : _("Show the _Result"));
  gtk_widget_set_visible (self->close_button, round->n_done > 0);
}

static void
lp_result_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_RESULT_VIEW);

  G_OBJECT_CLASS (lp_result_view_parent_class)->dispose (object);
}

static void
lp_result_view_class_init (LpResultViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_result_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-result-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpResultView, stack);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, waiting);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, go_button);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, close_button);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, sum);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, project_button);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, list);
  gtk_widget_class_bind_template_child (widget_class, LpResultView, note);
}

static void
lp_result_view_init (LpResultView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_result_view_show (LpResultView *self, const LpPriorities *priorities, const LpVoteRound *round)
{
  g_return_if_fail (LP_IS_RESULT_VIEW (self));

  if (round->complete)
    show_result (self, priorities, round);
  else
    show_waiting (self, round);
  gtk_stack_set_visible_child_name (self->stack, round->complete ? "result" : "waiting");
}

/** lp_result_view_focus: to what can be done there. */
gboolean
lp_result_view_focus (LpResultView *self)
{
  return gtk_widget_get_mapped (self->project_button) ? gtk_widget_grab_focus (self->project_button)
                                                      : gtk_widget_get_mapped (self->go_button) &&
                                                            gtk_widget_grab_focus (self->go_button);
}
