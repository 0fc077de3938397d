/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-grouping-history.h"

#include "lp-feedback.h"
#include "lp-loader.h"
#include "lp-theme-history.h"

#include <glib/gi18n.h>

/* So many rows are made. Who wants to go back further than that begins anew. */
#define MAX_ROWS 300

struct _LpGroupingHistory {
  AdwDialog   parent_instance;

  GtkStack   *stack;
  GtkListBox *list;
  GtkLabel   *more;

  LpStore    *store;
  LpId        meeting;
  LpLoader   *loader;
};

G_DEFINE_FINAL_TYPE (LpGroupingHistory, lp_grouping_history, ADW_TYPE_DIALOG)

static char *
describe_notes (const LpGroupingStep *step)
{
  if (step->code != NULL)
    return g_strdup (step->code);
  return g_strdup_printf (ngettext ("%'u note", "%'u notes", step->n_notes), step->n_notes);
}

static char *
describe_move (const LpGroupingStep *step)
{
  g_autofree char *notes = describe_notes (step);

  if (step->from != NULL && step->to != NULL)
    /* Translators: notes, or the code of one, and the themes that they were moved from and to */
    return g_strdup_printf (_("%s: “%s” → “%s”"), notes, step->from, step->to);
  if (step->to != NULL)
    /* Translators: notes, or the code of one, and the theme that they were moved to */
    return g_strdup_printf (_("%s → “%s”"), notes, step->to);
  if (step->from != NULL)
    /* Translators: notes, or the code of one, and the theme that they were taken out of */
    return g_strdup_printf (_("%s: “%s” → ungrouped"), notes, step->from);
  /* Translators: notes, or the code of one, that were moved to several themes */
  return g_strdup_printf (_("%s moved"), notes);
}

/* words: taken. */
static char *
add_notes (char  *words,
           guint  n_notes)
{
  g_autofree char *alone = words;
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", n_notes), n_notes);

  return n_notes > 0 ? g_strjoin (" · ", alone, notes, NULL) : g_steal_pointer (&alone);
}

static char *
describe_pair (const LpGroupingStep *step)
{
  g_autofree char *notes = describe_notes (step);

  /* Translators: notes, or the code of one, and the theme inside which they were paired with others or parted */
  return g_strdup_printf (_("%s paired in “%s”"), notes, step->to != NULL ? step->to : "");
}

static char *
describe_merge (const LpGroupingStep *step)
{
  return g_strdup_printf (_("“%s” merged into “%s”"), step->from != NULL ? step->from : "",
                          step->to != NULL ? step->to : "");
}

static char *
describe (const LpGroupingStep *step)
{
  const char *to = step->to != NULL ? step->to : "";

  switch (step->deed)
    {
    case LP_GROUPING_MADE:
      if (step->n_themes > 1)
        return add_notes (g_strdup_printf (ngettext ("%u new theme", "%u new themes", step->n_themes), step->n_themes),
                          step->n_notes);
      return add_notes (g_strdup_printf (_("New theme “%s”"), to), step->n_notes);
    case LP_GROUPING_MERGED:
      return describe_merge (step);
    case LP_GROUPING_RENAMED:
      return g_strdup_printf (_("Theme renamed to “%s”"), to);
    case LP_GROUPING_DELETED:
      if (step->n_themes > 1)
        return g_strdup_printf (ngettext ("%u theme deleted", "%u themes deleted", step->n_themes), step->n_themes);
      return g_strdup_printf (_("Theme “%s” deleted"), step->from != NULL ? step->from : "");
    case LP_GROUPING_RESTORED:
      if (step->n_themes > 1)
        return add_notes (g_strdup_printf (ngettext ("%u theme brought back", "%u themes brought back", step->n_themes), step->n_themes),
                          step->n_notes);
      return add_notes (g_strdup_printf (_("Theme “%s” brought back"), to), step->n_notes);
    case LP_GROUPING_CHANGED:
      return g_strdup_printf (_("Theme “%s” changed"), to);
    case LP_GROUPING_PAIRED:
      return describe_pair (step);
    case LP_GROUPING_MOVED:
    default:
      return describe_move (step);
    }
}

static char *
describe_time (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (g_date_time_get_year (then) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_date_time_format (then, "%H:%M");
  return g_date_time_format (then, "%-d %B %Y %H:%M");
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_error (from, _("The step was not undone"), error);
}

static void
undo_cb (GtkButton         *button,
         LpGroupingHistory *self)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));
  GPtrArray *steps = lp_loader_get_result (self->loader);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Take back an earlier step of grouping"));
  g_autoptr (GError) error = NULL;
  guint n_left = 0;

  if (steps == NULL || at >= steps->len)
    return;
  if (!lp_theme_history_undo (changes, lp_store_get_reader (self->store), &self->meeting, g_ptr_array_index (steps, at),
                              &n_left, &error))
    {
      lp_feedback_error (GTK_WIDGET (button), _("The step was not undone"), error);
      return;
    }
  if (lp_change_set_is_empty (changes))
    lp_feedback_say (GTK_WIDGET (self->stack), _("All of it was changed again since, and is left as it is"));
  else if (n_left > 0)
    lp_feedback_say (GTK_WIDGET (self->stack), _("What was changed again since is left as it is"));
  if (!lp_change_set_is_empty (changes))
    lp_store_commit_async (self->store, changes, NULL, undone_cb, g_object_ref (GTK_WIDGET (self->stack)));
}

static GtkWidget *
make_row (LpGroupingHistory    *self,
          const LpGroupingStep *step,
          guint                 at)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *title = describe (step);
  g_autofree char *time = describe_time (step->time);
  /* Translators: %s is what was done */
  g_autofree char *label = g_strdup_printf (_("Undo: %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Undo This Step"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
loaded_cb (LpLoader          *loader,
           LpGroupingHistory *self)
{
  GPtrArray *steps = lp_loader_get_result (loader);
  guint n_rows = MIN (steps->len, MAX_ROWS);
  g_autofree char *more = NULL;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (steps, i), i));
  more = g_strdup_printf (_("Only the last %u steps are shown."), MAX_ROWS);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), steps->len > n_rows);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "steps" : "none");
  /* the row that was pressed is another now; without a focus no key would do anything, Escape neither */
  if (n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
failed_cb (LpLoader          *loader,
           GError            *error,
           LpGroupingHistory *self)
{
  lp_feedback_error (GTK_WIDGET (self->stack), _("The history could not be read"), error);
}

static void
lp_grouping_history_dispose (GObject *object)
{
  LpGroupingHistory *self = LP_GROUPING_HISTORY (object);

  g_clear_object (&self->loader);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_GROUPING_HISTORY);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_grouping_history_parent_class)->dispose (object);
}

static void
lp_grouping_history_class_init (LpGroupingHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_grouping_history_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-grouping-history.ui");
  gtk_widget_class_bind_template_child (widget_class, LpGroupingHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, LpGroupingHistory, list);
  gtk_widget_class_bind_template_child (widget_class, LpGroupingHistory, more);
}

static void
lp_grouping_history_init (LpGroupingHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lp_grouping_history_new (LpStore    *store,
                         const LpId *meeting)
{
  LpGroupingHistory *self = g_object_new (LP_TYPE_GROUPING_HISTORY, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->loader = lp_loader_new (store, meeting, (LpLoad) lp_theme_history_load, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  return ADW_DIALOG (self);
}
