/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-tally-view.h"

#include <glib/gi18n.h>

#include "lp-vote-edits.h"
#include "lp-vote-row.h"
#include "lp-voter-bar.h"

/* After the last digit: so that 12 is one step of undo, not two. */
#define PATIENCE_MS 700

struct _LpTallyView
{
  AdwBin parent_instance;

  GtkLabel *progress;
  LpVoterBar *bar;
  GtkLabel *name;
  GtkLabel *each;
  GtkLabel *given;
  GtkLabel *left;
  GtkWidget *left_box;
  GtkWidget *left_sign;
  GtkListBox *turnout_list;
  GtkWidget *turnout_row;
  GtkListBox *rows_list;
  GtkWidget *done_button;

  LpStore *store;
  LpId meeting;
  const LpVoteRound *round; /* the caller's */
  int voter;
  guint wait;

  /* What is typed is about these, whatever the round is by then. */
  LpId round_id;
  LpVoteMethod method;
  LpVoteBy by;
  GPtrArray *rows;          /* of AdwSpinRow, one for each subject */
  GArray *ids;              /* of LpId: of the subjects */
  GArray *saved;            /* of gint64: what the store has, as far as is known here */
  gint64 saved_turnout;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (LpTallyView, lp_tally_view, ADW_TYPE_BIN)

enum {
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LpVoter *
get_voter (LpTallyView *self)
{
  return self->round != NULL ? lp_vote_round_voter (self->round, self->voter) : NULL;
}

static gint64 *
get_saved (LpTallyView *self, guint row)
{
  return &g_array_index (self->saved, gint64, row);
}

static LpId *
get_id (LpTallyView *self, guint row)
{
  return &g_array_index (self->ids, LpId, row);
}

static gint64
sum_typed (LpTallyView *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    sum += lp_vote_row_get (self->rows->pdata[i]);

  return sum;
}

static int
get_turnout (LpTallyView *self)
{
  return self->round->by == LP_VOTE_BY_PEOPLE ? 1 : (int) lp_vote_row_get (self->turnout_row);
}

/* --- What is shown --- */

/* "7 people · 3 dots each" */
static void
show_each (LpTallyView *self)
{
  int turnout = get_turnout (self);
  g_autofree char *amount = lp_vote_print (self->round->method, self->round->amount);
  /* Translators: “3 dots each” */
  g_autofree char *each = g_strdup_printf (_("%s each"), amount);
  g_autofree char *people = g_strdup_printf (ngettext ("%d person", "%d people", turnout), turnout);
  g_autofree char *words = turnout >= 0 && self->round->by == LP_VOTE_BY_TABLES
                               ? g_strjoin (" · ", people, each, NULL)
                               : g_strdup (each);

  gtk_label_set_label (self->each, words);
}

static void
show_left (LpTallyView *self)
{
  LpVoter typed = { .turnout = get_turnout (self), .sum = sum_typed (self) };
  gint64 left = 0;
  gboolean known = lp_vote_round_left (self->round, &typed, &left);
  g_autofree char *sum = lp_vote_print (self->round->method, typed.sum);
  g_autofree char *short_sum = g_strdup_printf ("%'" G_GINT64_FORMAT, typed.sum);
  g_autofree char *all = lp_vote_print (self->round->method, typed.turnout * self->round->amount);
  /* Translators: “18 of 21 dots”, “45.000 of 50.000 kr.” */
  g_autofree char *of_all = g_strdup_printf (_("%s of %s"), short_sum, all);
  g_autofree char *words = known ? lp_vote_print_left (self->round->method, left)
                                 : g_strdup (_("Write how many vote, to see what is left"));

  gtk_label_set_label (self->given, known ? of_all : sum);
  gtk_label_set_label (self->left, words);
  gtk_widget_set_visible (self->left_sign, known && left < 0);
  if (known && left < 0)
    gtk_widget_add_css_class (self->left_box, "warning-line");
  else
    gtk_widget_remove_css_class (self->left_box, "warning-line");
}

static void
show_turnout (LpTallyView *self, const LpVoter *voter)
{
  gboolean untouched = lp_vote_row_get (self->turnout_row) == self->saved_turnout;

  self->saved_turnout = voter->turnout;
  if (untouched)
    lp_vote_row_set (self->turnout_row, voter->turnout);
  gtk_widget_set_visible (GTK_WIDGET (self->turnout_list), self->round->by == LP_VOTE_BY_TABLES);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->turnout_row),
                               voter->turnout >= 0 && !voter->said ? _("Those present, without guests") : "");
}

static void
show_done (LpTallyView *self, const LpVoter *voter)
{
  gtk_button_set_label (GTK_BUTTON (self->done_button), voter->done ? _("_Count Again") : _("_Mark as Counted"));
  gtk_button_set_use_underline (GTK_BUTTON (self->done_button), TRUE);
  if (voter->done)
    gtk_widget_remove_css_class (self->done_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->done_button, "suggested-action");
}

static void
keep_cb (gpointer data)
{
  LpTallyView *self = data;

  self->wait = 0;
  lp_tally_view_keep (self);
}

static void
typed_cb (LpTallyView *self)
{
  if (self->syncing || get_voter (self) == NULL)
    return;

  show_each (self);
  show_left (self);
  g_clear_handle_id (&self->wait, g_source_remove);
  self->wait = g_timeout_add_once (PATIENCE_MS, keep_cb, self);
}

/* Each field is a step of undo, and saved once one is done with it. */
static void
follow_row (LpTallyView *self, GtkWidget *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (lp_tally_view_keep), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (lp_vote_row_get_text (row), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
add_row (LpTallyView *self)
{
  GtkWidget *row = lp_vote_row_new ("", FALSE);
  gint64 nothing = 0;
  LpId none = { 0 };

  follow_row (self, row);
  gtk_list_box_append (self->rows_list, row);
  g_ptr_array_add (self->rows, row);
  g_array_append_val (self->saved, nothing);
  g_array_append_val (self->ids, none);

  return row;
}

static void
show_row (LpTallyView *self, guint position, const LpVoter *voter)
{
  const LpVoteSubject *subject = g_ptr_array_index (self->round->subjects, position);
  GtkWidget *row = position < self->rows->len ? self->rows->pdata[position] : add_row (self);
  gint64 given = g_array_index (voter->given, gint64, position);
  gboolean untouched = lp_vote_row_get (row) == *get_saved (self, position);

  lp_vote_row_set_title (row, subject->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subject->code != NULL ? subject->code : "");
  lp_vote_row_set_unit (row, self->round->method);
  *get_id (self, position) = subject->id;
  *get_saved (self, position) = given;
  if (untouched)
    lp_vote_row_set (row, given);
}

static void
drop_rows (LpTallyView *self, guint n_rows)
{
  while (self->rows->len > n_rows)
    {
      gtk_list_box_remove (self->rows_list, self->rows->pdata[self->rows->len - 1]);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
      g_array_set_size (self->saved, self->rows->len);
      g_array_set_size (self->ids, self->rows->len);
    }
}

/* Whether each row is about what the round has in its place. */
static gboolean
has_rows_of (LpTallyView *self, const LpVoteRound *round)
{
  if (!lp_id_equal (&round->id, &self->round_id) || self->rows->len != round->subjects->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!lp_id_equal (get_id (self, i), &((LpVoteSubject *) g_ptr_array_index (round->subjects, i))->id))
        return FALSE;
    }

  return TRUE;
}

/* The fields are another's from here on, so nothing in them is typed. */
static void
forget_typed (LpTallyView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    *get_saved (self, i) = lp_vote_row_get (self->rows->pdata[i]);
  self->saved_turnout = lp_vote_row_get (self->turnout_row);
}

/* What is typed and not saved yet stays as it is. */
static void
show_voter (LpTallyView *self)
{
  const LpVoter *voter = get_voter (self);
  g_autofree char *name = lp_voter_bar_name (self->round, self->voter);

  self->syncing = TRUE;
  gtk_label_set_label (self->name, name);
  show_turnout (self, voter);
  for (guint i = 0; i < self->round->subjects->len; i++)
    show_row (self, i, voter);
  drop_rows (self, self->round->subjects->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows_list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_done (self, voter);
  show_each (self);
  show_left (self);
  self->syncing = FALSE;
}

/* --- What is done --- */

static char *
describe_typed (LpTallyView *self, guint n_changed, guint row, gint64 amount)
{
  const char *name = gtk_label_get_label (self->name);
  const char *subject = adw_preferences_row_get_title (self->rows->pdata[row]);
  g_autofree char *given = lp_vote_print (self->method, amount);

  if (n_changed != 1)
    /* Translators: “Votes: Table 3”; names a step to undo */
    return g_strdup_printf (_("Votes: %s"), name);
  /* Translators: names a step to undo: “Table 3: 4 dots for “A home first”” */
  return g_strdup_printf (_("%s: %s for “%s”"), name, given, subject);
}

static guint
count_typed (LpTallyView *self, guint *last)
{
  guint n_changed = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (lp_vote_row_get (self->rows->pdata[i]) == *get_saved (self, i))
        continue;
      n_changed++;
      *last = i;
    }

  return n_changed;
}

static void
put_typed (LpTallyView *self, LpChangeSet *changes)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 amount = lp_vote_row_get (self->rows->pdata[i]);

      if (amount == *get_saved (self, i))
        continue;
      lp_vote_give (changes, &self->meeting, &self->round_id, self->voter, get_id (self, i), amount);
      *get_saved (self, i) = amount;
    }
}

static void
put_turnout (LpTallyView *self, LpChangeSet *changes)
{
  int turnout = (int) lp_vote_row_get (self->turnout_row);

  if (self->by != LP_VOTE_BY_TABLES || turnout == self->saved_turnout)
    return;

  lp_vote_set_turnout (changes, &self->meeting, &self->round_id, self->voter, turnout);
  self->saved_turnout = turnout;
}

void
lp_tally_view_keep (LpTallyView *self)
{
  g_autoptr (LpChangeSet) changes = NULL;
  g_autofree char *title = NULL;
  guint last = 0;
  guint n_changed = 0;

  g_clear_handle_id (&self->wait, g_source_remove);
  if (!lp_id_is_set (&self->round_id))
    return;

  n_changed = count_typed (self, &last);
  title = n_changed > 0 ? describe_typed (self, n_changed, last, lp_vote_row_get (self->rows->pdata[last]))
                        : g_strdup (_("Turnout"));
  changes = lp_change_set_new (title);
  put_typed (self, changes);
  put_turnout (self, changes);
  if (!lp_change_set_is_empty (changes))
    lp_vote_edits_typed (GTK_WIDGET (self), self->store, changes);
}

/* What was typed last may not be back from the store yet. */
static void
remember_typed (LpTallyView *self)
{
  LpVoter *voter = get_voter (self);

  if (voter == NULL || !has_rows_of (self, self->round))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (voter->given, gint64, i) = *get_saved (self, i);
  voter->sum = sum_typed (self);
  voter->turnout = get_turnout (self);
}

static void
choose (LpTallyView *self, int voter)
{
  lp_tally_view_keep (self);
  remember_typed (self);
  self->voter = CLAMP (voter, 1, (int) self->round->voters->len);
  forget_typed (self);
  lp_voter_bar_show (self->bar, self->round, self->voter);
  show_voter (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->name),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
chosen_cb (LpTallyView *self, int voter)
{
  if (self->round != NULL && voter != self->voter)
    choose (self, voter);
}

static void
done_cb (LpTallyView *self)
{
  LpVoter *voter = get_voter (self);
  gboolean done = FALSE;
  int next = 0;

  if (voter == NULL)
    return;

  lp_tally_view_keep (self);
  remember_typed (self);
  done = !voter->done;
  lp_vote_edits_count (GTK_WIDGET (self), self->store, &self->meeting, self->round, voter, done);
  voter->done = done;
  next = done ? lp_vote_round_next (self->round, self->voter) : self->voter;
  if (next > 0)
    lp_tally_view_go (self, next);
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

/* The number of the row that has the focus, -1 for how many vote; or none, and then FALSE. */
static gboolean
find_focused (LpTallyView *self, int *row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (*row = -1; *row < (int) self->rows->len; (*row)++)
    {
      if (focus != NULL && gtk_widget_is_ancestor (focus, *row < 0 ? self->turnout_row : self->rows->pdata[*row]))
        return TRUE;
    }

  return FALSE;
}

/* What is typed and not saved yet is the last step. */
static gboolean
take_back (LpTallyView *self)
{
  guint last = 0;

  if (count_typed (self, &last) == 0 && lp_vote_row_get (self->turnout_row) == self->saved_turnout)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);

  g_clear_handle_id (&self->wait, g_source_remove);
  self->syncing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    lp_vote_row_set (self->rows->pdata[i], *get_saved (self, i));
  lp_vote_row_set (self->turnout_row, self->saved_turnout);
  self->syncing = FALSE;
  show_each (self);
  show_left (self);

  return TRUE;
}

/* Ctrl+Z takes back what was given, not letters: the fields would keep it to themselves. */
static gboolean
is_undo (guint keyval, GdkModifierType state, gboolean *again)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  *again = (modifiers & GDK_SHIFT_MASK) != 0;

  return gdk_keyval_to_lower (keyval) == GDK_KEY_z && (modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK;
}

/* Return goes on, as Tab does; after the last field to the button, where it is pressed. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpTallyView *self)
{
  gboolean again = FALSE;
  int row = 0;

  if (self->round != NULL && is_undo (keyval, state, &again))
    return again ? gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL) : take_back (self);
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0 || !find_focused (self, &row))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (row + 1 < (int) self->rows->len ? lp_vote_row_get_text (self->rows->pdata[row + 1])
                                                                : self->done_button);
}

static void
lp_tally_view_unmap (GtkWidget *widget)
{
  lp_tally_view_keep (LP_TALLY_VIEW (widget));

  GTK_WIDGET_CLASS (lp_tally_view_parent_class)->unmap (widget);
}

static void
lp_tally_view_dispose (GObject *object)
{
  LpTallyView *self = LP_TALLY_VIEW (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  self->round = NULL;
  self->round_id = (LpId) { 0 };
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_TALLY_VIEW);

  G_OBJECT_CLASS (lp_tally_view_parent_class)->dispose (object);
}

static void
lp_tally_view_class_init (LpTallyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_tally_view_dispose;
  widget_class->unmap = lp_tally_view_unmap;

  signals[FINISHED] =
      g_signal_new ("finished", LP_TYPE_TALLY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LP_TYPE_VOTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-tally-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, progress);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, bar);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, name);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, each);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, given);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, left);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, left_box);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, left_sign);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, turnout_list);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, rows_list);
  gtk_widget_class_bind_template_child (widget_class, LpTallyView, done_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lp_tally_view_init (LpTallyView *self)
{
  self->rows = g_ptr_array_new ();
  self->saved = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->ids = g_array_new (FALSE, TRUE, sizeof (LpId));
  self->voter = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->turnout_row = lp_vote_row_new (_("How Many Vote"), TRUE);
  follow_row (self, self->turnout_row);
  gtk_list_box_append (self->turnout_list, self->turnout_row);
}

void
lp_tally_view_set_store (LpTallyView *self, LpStore *store, const LpId *meeting)
{
  g_set_object (&self->store, store);
  self->meeting = *meeting;
}

/* Another round, or other subjects: what is typed is saved for those it was meant for. */
static void
take_over (LpTallyView *self, const LpVoteRound *round)
{
  gboolean other = !lp_id_equal (&round->id, &self->round_id);

  lp_tally_view_keep (self);
  forget_typed (self);
  drop_rows (self, 0);
  if (other)
    self->voter = MAX (lp_vote_round_next (round, 0), 1);
  self->round_id = round->id;
}

/**
 * lp_tally_view_show:
 * @round: (nullable): until the next is shown
 * @stale: there is newer already, so the fields stay as they are
 */
void
lp_tally_view_show (LpTallyView *self, const LpVoteRound *round, gboolean stale)
{
  g_autofree char *progress = NULL;

  self->round = round;
  if (round == NULL)
    {
      lp_tally_view_keep (self);
      self->round_id = (LpId) { 0 };
      return;
    }
  if (!has_rows_of (self, round))
    take_over (self, round);
  else if (stale)
    return;

  self->method = round->method;
  self->by = round->by;
  self->voter = CLAMP (self->voter, 1, (int) round->voters->len);
  progress = lp_vote_round_progress (round);
  gtk_label_set_label (self->progress, progress);
  lp_voter_bar_show (self->bar, round, self->voter);
  show_voter (self);
}

/** lp_tally_view_go: to a voter, and to the first field of it. */
void
lp_tally_view_go (LpTallyView *self, int voter)
{
  if (self->round == NULL)
    return;

  choose (self, voter);
  lp_tally_view_focus (self);
}

/** lp_tally_view_step: to the one so many after, or, below 0, before. */
void
lp_tally_view_step (LpTallyView *self, int step)
{
  lp_tally_view_go (self, self->voter + step);
}

/** lp_tally_view_focus: to what has to be typed next. */
gboolean
lp_tally_view_focus (LpTallyView *self)
{
  if (self->round == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (get_turnout (self) == LP_VOTE_ROW_NONE)
    return gtk_widget_grab_focus (lp_vote_row_get_text (self->turnout_row));

  return self->rows->len > 0 && gtk_widget_grab_focus (lp_vote_row_get_text (self->rows->pdata[0]));
}
