/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-priorities-page.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-page-title.h"
#include "lp-result-view.h"
#include "lp-tally-view.h"
#include "lp-undo-button.h"
#include "lp-vote-dialog.h"
#include "lp-vote-edits.h"

/* More rounds stand in a menu. */
#define MOST_TOGGLES 3

struct _LpPrioritiesPage
{
  AdwNavigationPage parent_instance;

  LpPageTitle *title;
  AdwToggleGroup *round_toggles;
  GtkWidget *new_button;
  LpUndoButton *undo_button;
  GtkStack *stack;
  GtkWidget *themes_button;
  GtkWidget *first_button;
  AdwViewStack *pages; /* in a narrow window */
  GtkMenuButton *round_button;
  GMenu *rounds_menu;
  GtkLabel *question;
  LpTallyView *tally;
  LpResultView *result;

  LpStore *store;
  LpId meeting;
  LpLoader *loader;
  LpProjection *projection;
  char *round;         /* id of the one that is shown, or NULL */
  guint n_rounds;      /* so far: one more is shown when it comes */
  char *toggles;       /* what the toggles say, so that they are not made anew, and the focus stays */
  guint refocus_id;
  gboolean narrow;
  gboolean syncing;
  gboolean finished;   /* the result is about to come */
};

G_DEFINE_FINAL_TYPE (LpPrioritiesPage, lp_priorities_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_ROUND,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static LpPriorities *
get_priorities (LpPrioritiesPage *self)
{
  return lp_loader_get_result (self->loader);
}

/* NULL when there is none. */
static LpVoteRound *
get_round (LpPrioritiesPage *self)
{
  LpId id;

  if (get_priorities (self) == NULL || self->round == NULL || !lp_id_parse (self->round, &id))
    return NULL;

  return lp_priorities_find (get_priorities (self), &id);
}

/* --- What is shown --- */

static void
fill_toggles (LpPrioritiesPage *self, const LpPriorities *priorities)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < priorities->rounds->len; i++)
    {
      const LpVoteRound *round = g_ptr_array_index (priorities->rounds, i);
      g_autofree char *id = lp_id_to_string (&round->id);
      g_autofree char *title = lp_vote_round_title (round);

      g_string_append_printf (all, "%s %s\n", id, title);
    }
  if (!g_set_str (&self->toggles, all->str))
    return;

  adw_toggle_group_remove_all (self->round_toggles);
  for (guint i = 0; i < priorities->rounds->len && priorities->rounds->len <= MOST_TOGGLES; i++)
    {
      const LpVoteRound *round = g_ptr_array_index (priorities->rounds, i);
      g_autofree char *id = lp_id_to_string (&round->id);
      g_autofree char *title = lp_vote_round_title (round);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, id);
      adw_toggle_set_label (toggle, title);
      adw_toggle_group_add (self->round_toggles, toggle);
    }
}

static void
show_toggles (LpPrioritiesPage *self, const LpPriorities *priorities)
{
  gboolean several = priorities->rounds->len >= 2;
  gboolean toggles = several && priorities->rounds->len <= MOST_TOGGLES && !self->narrow;

  self->syncing = TRUE;
  fill_toggles (self, priorities);
  if (toggles)
    adw_toggle_group_set_active_name (self->round_toggles, self->round);
  gtk_widget_set_visible (GTK_WIDGET (self->round_toggles), toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->round_button), !toggles && several);
  self->syncing = FALSE;
}

static void
fill_rounds_menu (LpPrioritiesPage *self, const LpPriorities *priorities)
{
  g_menu_remove_all (self->rounds_menu);
  for (guint i = 0; i < priorities->rounds->len; i++)
    {
      const LpVoteRound *round = g_ptr_array_index (priorities->rounds, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_autofree char *id = lp_id_to_string (&round->id);
      g_autofree char *title = lp_vote_round_title (round);

      g_menu_item_set_label (item, title);
      g_menu_item_set_action_and_target (item, "priorities.round", "s", id);
      g_menu_append_item (self->rounds_menu, item);
    }
}

static void
show_actions (LpPrioritiesPage *self, const LpPriorities *priorities, const LpVoteRound *round)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "priorities.new", priorities->n_themes > 0 || priorities->has_proposals);
  gtk_widget_action_set_enabled (widget, "priorities.edit", round != NULL);
  gtk_widget_action_set_enabled (widget, "priorities.delete", round != NULL);
  gtk_widget_action_set_enabled (widget, "priorities.voter", round != NULL);
  gtk_widget_action_set_enabled (widget, "priorities.close", round != NULL && !round->complete && round->n_done > 0);
  gtk_widget_action_set_enabled (widget, "priorities.reopen", round != NULL && round->closed);
  gtk_widget_action_set_enabled (widget, "priorities.project", round != NULL && round->complete);
}

static void
show_round (LpPrioritiesPage *self)
{
  const LpPriorities *priorities = get_priorities (self);
  const LpVoteRound *round = get_round (self);
  g_autofree char *title = round != NULL ? lp_vote_round_title (round) : NULL;

  show_toggles (self, priorities);
  show_actions (self, priorities, round);
  lp_page_title_set_subtitle (self->title, title != NULL ? title : "");
  lp_tally_view_show (self->tally, round, lp_loader_is_stale (self->loader));
  if (round == NULL)
    return;

  gtk_menu_button_set_label (self->round_button, title);
  gtk_label_set_label (self->question, round->question);
  lp_result_view_show (self->result, priorities, round);
}

static gboolean
focus_content (LpPrioritiesPage *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (page, "nothing"))
    return gtk_widget_grab_focus (self->themes_button);
  if (g_str_equal (page, "empty"))
    return gtk_widget_grab_focus (self->first_button);

  return lp_tally_view_focus (self->tally) || lp_result_view_focus (self->result);
}

static gboolean
lp_priorities_page_grab_focus (GtkWidget *widget)
{
  return focus_content (LP_PRIORITIES_PAGE (widget));
}

/* The one that was shown; a new one when it comes; else the last. */
static void
choose_round (LpPrioritiesPage *self, const LpPriorities *priorities)
{
  const LpVoteRound *last = lp_priorities_last (priorities, FALSE);
  g_autofree char *id = last != NULL ? lp_id_to_string (&last->id) : NULL;

  if ((get_round (self) == NULL || priorities->rounds->len > self->n_rounds) && g_set_str (&self->round, id))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROUND]);
  self->n_rounds = priorities->rounds->len;
}

static void
loaded_cb (LpLoader *loader, LpPrioritiesPage *self)
{
  const LpPriorities *priorities = get_priorities (self);
  const char *before = gtk_stack_get_visible_child_name (self->stack);
  const char *page = priorities->rounds->len > 0 ? "round"
                     : priorities->n_themes > 0 || priorities->has_proposals ? "empty"
                                                                              : "nothing";
  gboolean other = !g_str_equal (before, page);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  choose_round (self, priorities);
  fill_rounds_menu (self, priorities);
  show_round (self);
  gtk_stack_set_visible_child_name (self->stack, page);
  if (other && focused)
    focus_content (self);
  if (self->finished && get_round (self) != NULL && get_round (self)->complete)
    {
      self->finished = FALSE;
      lp_result_view_focus (self->result);
    }
}

static void
failed_cb (LpLoader *loader, GError *error, LpPrioritiesPage *self)
{
  lp_feedback_error (GTK_WIDGET (self), _("The priorities could not be read"), error);
}

/* --- What is done --- */

static void
set_round (LpPrioritiesPage *self, const char *id)
{
  if (!g_set_str (&self->round, id))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROUND]);
  if (get_priorities (self) != NULL)
    show_round (self);
}

static void
toggled_cb (AdwToggleGroup *toggles, GParamSpec *pspec, LpPrioritiesPage *self)
{
  if (!self->syncing && adw_toggle_group_get_active_name (toggles) != NULL)
    set_round (self, adw_toggle_group_get_active_name (toggles));
}

static void
save_new_cb (LpVoteDialog *dialog, LpVoteDraft *draft, LpPrioritiesPage *self)
{
  LpId none = { 0 };

  lp_vote_edits_put (GTK_WIDGET (self), self->store, &self->meeting, draft, &none);
}

static void
save_edited_cb (LpVoteDialog *dialog, LpVoteDraft *draft, LpPrioritiesPage *self)
{
  const LpVoteRound *round = get_round (self);

  if (round != NULL)
    lp_vote_edits_put (GTK_WIDGET (self), self->store, &self->meeting, draft, &round->id);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpVoteDraft) draft = lp_vote_draft_new (lp_store_get_reader (self->store), &self->meeting, &error);
  AdwDialog *dialog = NULL;

  if (draft == NULL)
    {
      lp_feedback_error (widget, _("The agenda could not be read"), error);
      return;
    }
  dialog = lp_vote_dialog_new (get_priorities (self), NULL, draft);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_new_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);
  const LpVoteRound *round = get_round (self);
  LpVoteDraft draft = { round->question, round->method, round->amount, round->on, round->by };
  AdwDialog *dialog = lp_vote_dialog_new (get_priorities (self), round, &draft);

  g_signal_connect_object (dialog, "save", G_CALLBACK (save_edited_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);

  lp_tally_view_keep (self->tally);
  lp_vote_edits_delete (widget, self->store, &self->meeting, get_round (self));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);

  lp_tally_view_keep (self->tally);
  lp_vote_edits_close (widget, self->store, &self->meeting, get_round (self), TRUE);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);

  lp_vote_edits_close (widget, self->store, &self->meeting, get_round (self), FALSE);
}

static void
voter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->pages, "tally");
  lp_tally_view_go (self->tally, g_variant_get_int32 (parameter));
}

static void
project_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);
  const LpVoteRound *round = get_round (self);

  if (self->projection == NULL)
    return;

  lp_projection_set_round (self->projection, &round->id);
  lp_projection_set_shows (self->projection, LP_SHOWS_PRIORITIES);
  lp_projection_set_open (self->projection, TRUE);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_tally_view_keep (LP_PRIORITIES_PAGE (widget)->tally);
}

/* All are counted: in a narrow window the result is on the other page. */
static void
finished_cb (LpPrioritiesPage *self)
{
  adw_view_stack_set_visible_child_name (self->pages, "result");
  self->finished = TRUE;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (widget);

  if (get_round (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  adw_view_stack_set_visible_child_name (self->pages, "tally");
  lp_tally_view_step (self->tally, g_variant_get_int32 (step));

  return GDK_EVENT_STOP;
}

static void
refocus_cb (gpointer data)
{
  LpPrioritiesPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->refocus_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && (focus == NULL || !gtk_widget_get_mapped (focus)))
    focus_content (self);
}

/* What had the focus may be out of sight now, where no key reaches anything. Known once all have their new place. */
static void
layout_changed_cb (AdwMultiLayoutView *layout, GParamSpec *pspec, LpPrioritiesPage *self)
{
  if (self->refocus_id == 0)
    self->refocus_id = g_idle_add_once (refocus_cb, self);
}

static void
lp_priorities_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (object);

  switch (prop_id)
    {
    case PROP_ROUND:
      g_value_set_string (value, self->round != NULL ? self->round : "");
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_priorities_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (object);

  switch (prop_id)
    {
    case PROP_ROUND:
      set_round (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      if (self->loader != NULL && get_priorities (self) != NULL)
        show_toggles (self, get_priorities (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_priorities_page_dispose (GObject *object)
{
  LpPrioritiesPage *self = LP_PRIORITIES_PAGE (object);

  g_clear_handle_id (&self->refocus_id, g_source_remove);
  if (self->tally != NULL)
    lp_tally_view_show (self->tally, NULL, FALSE);
  g_clear_object (&self->loader);
  g_clear_object (&self->projection);
  /* The child is bound too: unparented by the template alone, the page would do it once more. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PRIORITIES_PAGE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->round, g_free);
  g_clear_pointer (&self->toggles, g_free);

  G_OBJECT_CLASS (lp_priorities_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-priorities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, title);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, round_toggles);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, themes_button);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, round_button);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, rounds_menu);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, question);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, tally);
  gtk_widget_class_bind_template_child (widget_class, LpPrioritiesPage, result);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "priorities.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "priorities.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "priorities.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "priorities.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "priorities.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "priorities.voter", "i", voter_action);
  gtk_widget_class_install_action (widget_class, "priorities.project", NULL, project_action);
  gtk_widget_class_install_action (widget_class, "stage.keep", NULL, keep_action);
  gtk_widget_class_install_property_action (widget_class, "priorities.round", "round");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "priorities.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "priorities.edit", NULL);
}

static void
lp_priorities_page_class_init (LpPrioritiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_priorities_page_get_property;
  object_class->set_property = lp_priorities_page_set_property;
  object_class->dispose = lp_priorities_page_dispose;
  widget_class->grab_focus = lp_priorities_page_grab_focus;

  props[PROP_ROUND] =
      g_param_spec_string ("round", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_RESULT_VIEW);
  g_type_ensure (LP_TYPE_TALLY_VIEW);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  install_actions (widget_class);
  bind_template (widget_class);
}

/* Before the number fields, which want these keys for themselves. */
static void
add_step_keys (LpPrioritiesPage *self)
{
  static const struct { guint key; int step; } steps[] = {
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_KP_Page_Down, 1 }, { GDK_KEY_Page_Up, -1 }, { GDK_KEY_KP_Page_Up, -1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (steps[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (step_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (steps[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
lp_priorities_page_init (LpPrioritiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_step_keys (self);
}

GtkWidget *
lp_priorities_page_new (LpStore *store, const LpId *meeting)
{
  LpPrioritiesPage *self = g_object_new (LP_TYPE_PRIORITIES_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);
  lp_tally_view_set_store (self->tally, store, meeting);
  self->loader = lp_loader_new (store, meeting, (LpLoad) lp_priorities_load, (GDestroyNotify) lp_priorities_free);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  lp_loader_follow (self->loader, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/** lp_priorities_page_follow: projection: what the big screen is asked to show; once. */
void
lp_priorities_page_follow (LpPrioritiesPage *self, LpProjection *projection)
{
  g_return_if_fail (self->projection == NULL);

  self->projection = g_object_ref (projection);
}
