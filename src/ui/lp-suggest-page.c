/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-suggest-page.h"

#include "lp-feedback.h"
#include "lp-menu-button.h"
#include "lp-page-title.h"
#include "lp-panel-lexicon.h"
#include "lp-suggest-groups.h"
#include "lp-suggest-pairs.h"
#include "lp-theme-finder.h"
#include "lp-undo-button.h"
#include "lp-words-dialog.h"

#include <glib/gi18n.h>

struct _LpSuggestPage {
  AdwNavigationPage  parent_instance;

  LpPageTitle       *title;
  LpUndoButton      *undo_button;
  GtkWidget         *switcher;
  GtkStack          *stack;
  AdwStatusPage     *nothing;
  GtkWidget         *cancel_button;
  GtkWidget         *back_button;
  AdwViewStack      *views;

  LpStore           *store;
  LpId               meeting;
  GCancellable      *cancellable; /* while it looks */
  LpFoundGroups     *found;       /* NULL: not yet */
  GPtrArray         *found_pairs; /* of LpFoundPair; NULL: not yet */
  GHashTable        *notes;       /* LpId: that what is shown is about */
  GHashTable        *changed;     /* LpId: of notes, while it looks */
  LpSuggestGroups   *groups;      /* in the views, or NULL */
  LpSuggestPairs    *pairs;
  GtkWidget         *dropped_in;  /* groups or pairs, where the last thing done was to drop some; or NULL */
  AdwToast          *toast;       /* weak: that offers to bring them back */
  gboolean           narrow;
};

G_DEFINE_FINAL_TYPE (LpSuggestPage, lp_suggest_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
count_groups (LpSuggestPage *self)
{
  return self->groups != NULL ? lp_suggest_groups_get_n_left (self->groups) : 0;
}

static guint
count_pairs (LpSuggestPage *self)
{
  return self->pairs != NULL ? lp_suggest_pairs_get_n_left (self->pairs) : 0;
}

static void
focus_content (LpSuggestPage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (shown, "busy"))
    gtk_widget_grab_focus (self->cancel_button);
  else if (g_str_equal (shown, "none"))
    gtk_widget_grab_focus (self->back_button);
  else
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
}

/* "6 suggestions for 63 ungrouped notes", or "3 pairs". */
static char *
describe (LpSuggestPage *self)
{
  guint n = count_groups (self);
  guint n_notes = self->groups != NULL ? lp_suggest_groups_get_n_notes (self->groups) : 0;
  guint n_pairs = count_pairs (self);
  g_autofree char *groups = g_strdup_printf (ngettext ("%'u suggestion", "%'u suggestions", n), n);
  g_autofree char *loose = g_strdup_printf (ngettext ("%'u ungrouped note", "%'u ungrouped notes", n_notes), n_notes);

  if (self->pairs != NULL && adw_view_stack_get_visible_child (self->views) == GTK_WIDGET (self->pairs))
    return g_strdup_printf (ngettext ("%'u pair", "%'u pairs", n_pairs), n_pairs);
  /* Translators: “6 suggestions” and “63 ungrouped notes” */
  return n > 0 ? g_strdup_printf (_("%s for %s"), groups, loose) : g_strdup ("");
}

static void
show_title (LpSuggestPage *self)
{
  g_autofree char *subtitle = describe (self);

  lp_page_title_set_subtitle (self->title, subtitle);
}

static gboolean
has_found (LpSuggestPage *self)
{
  return (self->found != NULL && self->found->groups->len > 0) || (self->found_pairs != NULL && self->found_pairs->len > 0);
}

static const char *
explain_none (LpSuggestPage *self)
{
  if (has_found (self))
    return _("All suggestions were kept or dropped. What was dropped comes back when you ask again.");
  if (self->found->n_loose == 0)
    return _("Every note has a theme.");
  if (self->found->n_loose < 4)
    return _("There are too few ungrouped notes to compare.");
  return _("The ungrouped notes have too few words in common. Better none than wrong ones: it takes people to see what they are about.");
}

/* Where there is something in one view only, that is shown; where there is in none, why: once all has been looked for. */
static void
show_found (LpSuggestPage *self)
{
  guint n_groups = count_groups (self);
  guint n_pairs = count_pairs (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *shown = adw_view_stack_get_visible_child (self->views);
  GtkWidget *groups = GTK_WIDGET (self->groups);
  GtkWidget *pairs = GTK_WIDGET (self->pairs);

  show_title (self);
  gtk_widget_set_visible (self->switcher, n_groups > 0 && n_pairs > 0);
  if (n_groups == 0 && n_pairs > 0 && shown == groups)
    adw_view_stack_set_visible_child (self->views, pairs);
  else if (n_pairs == 0 && n_groups > 0 && shown == pairs)
    adw_view_stack_set_visible_child (self->views, groups);
  if (n_groups + n_pairs == 0 && self->found_pairs != NULL)
    {
      adw_status_page_set_title (self->nothing, has_found (self) ? _("No More Suggestions") : _("No Groups Found"));
      adw_status_page_set_description (self->nothing, explain_none (self));
    }
  gtk_stack_set_visible_child_name (self->stack, n_groups + n_pairs > 0 ? "found" : self->found_pairs != NULL ? "none" : "busy");
  if (had_focus && (n_groups + n_pairs == 0 || shown != adw_view_stack_get_visible_child (self->views)))
    focus_content (self);
}

/* --- What was dropped: no note changed by that, so no store knows of it --- */

static void
forget_dropped (LpSuggestPage *self)
{
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  self->dropped_in = NULL;
  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "suggest.restore", FALSE);
  lp_undo_button_offer (self->undo_button, NULL, NULL);
}

static void
restore (LpSuggestPage *self)
{
  GtkWidget *dropped_in = self->dropped_in;

  if (dropped_in == NULL)
    return;
  forget_dropped (self);
  if (dropped_in == GTK_WIDGET (self->groups))
    lp_suggest_groups_restore (self->groups);
  else
    lp_suggest_pairs_restore (self->pairs);
  if (adw_view_stack_get_visible_child (self->views) != dropped_in)
    adw_view_stack_set_visible_child (self->views, dropped_in);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  restore (LP_SUGGEST_PAGE (widget));
}

/* Ctrl+Z, which is the window's where nothing was dropped. */
static gboolean
restore_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   unused)
{
  LpSuggestPage *self = LP_SUGGEST_PAGE (widget);
  gboolean any = self->dropped_in != NULL;

  restore (self);
  return any;
}

static void
offer_restore (LpSuggestPage *self,
               GtkWidget     *dropped_in,
               const char    *title,
               const char    *said)
{
  AdwToast *toast = adw_toast_new (said);

  forget_dropped (self);
  self->dropped_in = dropped_in;
  g_set_weak_pointer (&self->toast, toast);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "suggest.restore", TRUE);
  lp_undo_button_offer (self->undo_button, title, "suggest.restore");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore), self, G_CONNECT_SWAPPED);
  lp_feedback_toast (GTK_WIDGET (self), toast);
}

static void
dropped_cb (LpSuggestPage *self,
            guint          n)
{
  g_autofree char *said = g_strdup_printf (ngettext ("Suggestion dropped", "%'u suggestions dropped", n), n);

  /* Translators: a name of an action to undo */
  offer_restore (self, GTK_WIDGET (self->groups), _("Drop suggestions"), said);
}

static void
kept_cb (LpSuggestPage *self)
{
  /* Translators: a name of an action to undo */
  offer_restore (self, GTK_WIDGET (self->pairs), _("Keep both notes"), _("Both notes kept as they are"));
}

static void
remember_groups (LpSuggestPage *self)
{
  for (guint i = 0; i < self->found->groups->len; i++)
    {
      LpFoundGroup *group = g_ptr_array_index (self->found->groups, i);

      for (guint j = 0; j < group->notes->len; j++)
        g_hash_table_add (self->notes, &g_array_index (group->notes, LpId, j));
    }
}

static void
remember_pairs (LpSuggestPage *self)
{
  for (guint i = 0; i < self->found_pairs->len; i++)
    {
      LpFoundPair *pair = g_ptr_array_index (self->found_pairs, i);

      g_hash_table_add (self->notes, (gpointer) lp_record_get_id (pair->first));
      g_hash_table_add (self->notes, (gpointer) lp_record_get_id (pair->other));
    }
}

static void
forget_found (LpSuggestPage *self)
{
  forget_dropped (self);
  g_hash_table_remove_all (self->notes);
  if (self->groups != NULL)
    adw_view_stack_remove (self->views, GTK_WIDGET (self->groups));
  if (self->pairs != NULL)
    adw_view_stack_remove (self->views, GTK_WIDGET (self->pairs));
  self->groups = NULL;
  self->pairs = NULL;
  g_clear_pointer (&self->found, lp_found_groups_free);
  g_clear_pointer (&self->found_pairs, g_ptr_array_unref);
}

/* What was waited for goes on where it stood. */
static void
show_more (LpSuggestPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gboolean waited = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "busy");

  show_found (self);
  if (had_focus && waited)
    focus_content (self);
}

static void
take_groups (LpSuggestPage *self,
             LpFoundGroups *found)
{
  self->found = found;
  remember_groups (self);
  self->groups = g_object_new (LP_TYPE_SUGGEST_GROUPS, "narrow", self->narrow, NULL);
  g_object_bind_property (self, "narrow", self->groups, "narrow", G_BINDING_DEFAULT);
  adw_view_stack_add_titled (self->views, GTK_WIDGET (self->groups), "groups", _("Groups"));
  lp_suggest_groups_show (self->groups, self->store, &self->meeting, found->groups);
  g_signal_connect_object (self->groups, "notify::n-left", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->groups, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  show_more (self);
}

static void
take_pairs (LpSuggestPage *self,
            GPtrArray     *found)
{
  self->found_pairs = found;
  remember_pairs (self);
  self->pairs = g_object_new (LP_TYPE_SUGGEST_PAIRS, "narrow", self->narrow, NULL);
  g_object_bind_property (self, "narrow", self->pairs, "narrow", G_BINDING_DEFAULT);
  adw_view_stack_add_titled (self->views, GTK_WIDGET (self->pairs), "pairs", _("Said Twice"));
  lp_suggest_pairs_show (self->pairs, self->store, &self->meeting, found);
  g_signal_connect_object (self->pairs, "notify::n-left", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pairs, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  show_more (self);
}

static void
look (LpSuggestPage       *self,
      GAsyncReadyCallback  callback)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_found (self);
  show_title (self);
  gtk_widget_set_visible (self->switcher, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->changed);
  lp_found_groups_async (self->store, &self->meeting, self->cancellable, callback, g_object_ref (self));
}

/* Whether something that is shown says something else by now. */
static gboolean
has_changed (LpSuggestPage *self)
{
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &note, NULL))
    {
      if (g_hash_table_contains (self->notes, note))
        return TRUE;
    }
  return FALSE;
}

static void
show_failure (LpSuggestPage *self,
              const GError  *error)
{
  g_clear_object (&self->cancellable);
  adw_status_page_set_description (self->nothing, error->message);
  gtk_stack_set_visible_child_name (self->stack, "none");
  lp_feedback_error (GTK_WIDGET (self), _("The notes could not be read"), error);
}

static gboolean
is_awaited (LpSuggestPage *self,
            GAsyncResult  *result)
{
  return g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void found_groups_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
found_pairs_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (LpSuggestPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = lp_found_pairs_finish (result, &error);

  if (!is_awaited (self, result))
    return;
  if (found == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_object (&self->cancellable);
  take_pairs (self, g_steal_pointer (&found));
  if (has_changed (self))
    look (self, found_groups_cb);
}

static void
found_groups_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (LpSuggestPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpFoundGroups) found = lp_found_groups_finish (result, &error);

  if (!is_awaited (self, result))
    return;
  if (found == NULL)
    {
      show_failure (self, error);
      return;
    }
  take_groups (self, g_steal_pointer (&found));
  if (has_changed (self))
    look (self, found_groups_cb);
  else
    lp_found_pairs_async (self->store, &self->meeting, self->cancellable, found_pairs_cb, g_object_ref (self));
}

/* What its notes said is not shown any more once they say something else. */
static void
changed_cb (LpSuggestPage *self,
            GArray        *changes)
{
  forget_dropped (self);
  if (self->cancellable == NULL)
    g_hash_table_remove_all (self->changed);
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity == LP_NOTE)
        g_hash_table_add (self->changed, lp_id_copy (&change->object));
    }
  if (has_changed (self) || lp_panel_lexicon_is_changed (changes))
    look (self, found_groups_cb);
}

static void
words_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LpSuggestPage *self = LP_SUGGEST_PAGE (widget);
  g_autoptr (LpRecord) meeting = lp_reader_load (lp_store_get_reader (self->store), LP_MEETING, &self->meeting, NULL);
  const LpId *panel = meeting != NULL ? lp_record_id (meeting, LP_MEETING_PANEL) : NULL;

  if (panel != NULL)
    adw_dialog_present (lp_words_dialog_new (self->store, panel), widget);
  else
    lp_feedback_say (widget, _("The meeting belongs to no panel. Choose one in the details of the meeting."));
}

static void
shown_cb (LpSuggestPage *self)
{
  if (self->found == NULL && self->cancellable == NULL)
    look (self, found_groups_cb);
  focus_content (self);
}

/* On the board these keys move notes, which are out of sight here. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                LpSuggestPage         *self)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (held == GDK_CONTROL_MASK)
    return key == GDK_KEY_Left || key == GDK_KEY_Right;
  return held == 0 && (key == GDK_KEY_BackSpace || g_unichar_isalnum (gdk_keyval_to_unicode (key)));
}

static void
hidden_cb (LpSuggestPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
lp_suggest_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, LP_SUGGEST_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      LP_SUGGEST_PAGE (object)->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_page_dispose (GObject *object)
{
  LpSuggestPage *self = LP_SUGGEST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->toast);
  /* The child is bound too: unparented by the template alone, the page would do it once more. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SUGGEST_PAGE);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->found, lp_found_groups_free);
  g_clear_pointer (&self->found_pairs, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_suggest_page_parent_class)->dispose (object);
}

static void
lp_suggest_page_class_init (LpSuggestPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_suggest_page_get_property;
  object_class->set_property = lp_suggest_page_set_property;
  object_class->dispose = lp_suggest_page_dispose;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-suggest-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, title);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestPage, views);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "suggest.words", NULL, words_action);
  gtk_widget_class_install_action (widget_class, "suggest.restore", NULL, restore_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, restore_key, NULL);
}

static void
lp_suggest_page_init (LpSuggestPage *self)
{
  self->notes = g_hash_table_new (lp_id_hash, lp_id_equal_func);
  self->changed = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "shown", G_CALLBACK (shown_cb), NULL);
  g_signal_connect (self, "hidden", G_CALLBACK (hidden_cb), NULL);
}

AdwNavigationPage *
lp_suggest_page_new (LpStore    *store,
                     const LpId *meeting)
{
  LpSuggestPage *self = g_object_new (LP_TYPE_SUGGEST_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  look (self, found_groups_cb);
  return ADW_NAVIGATION_PAGE (self);
}
