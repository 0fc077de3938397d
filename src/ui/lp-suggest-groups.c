/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-suggest-groups.h"

#include "lp-flow-keys.h"
#include "lp-suggest-card.h"
#include "lp-theme-suggestion.h"

#include <glib/gi18n.h>

/* Nobody compares more than that; when one is kept or dropped, the next comes in. */
#define MAX_CARDS 12

/* A group of one is none. */
#define MIN_NOTES 2

typedef struct {
  LpFoundGroup *group;
  char         *name;     /* as it was changed last */
  guint         dropped;  /* the how manieth time; 0: it was not */
  gboolean      kept;     /* but not on the disk yet */
} Suggestion;

struct _LpSuggestGroups {
  AdwBin       parent_instance;

  GtkWidget   *lead;
  GtkFlowBox  *cards;
  GtkWidget   *previous_button;
  GtkWidget   *next_button;
  GtkLabel    *place;
  GtkButton   *keep_all_button;

  LpStore     *store;
  LpId         meeting;
  LpRosterNames *names;
  GPtrArray   *groups;
  GArray      *suggestions; /* of Suggestion */
  guint        n_cards;
  guint        n_left;
  guint        n_notes;     /* in these */
  guint        current;     /* the one that is shown, when narrow */
  guint        n_drops;     /* times that some were dropped */
  gboolean     narrow;
};

G_DEFINE_FINAL_TYPE (LpSuggestGroups, lp_suggest_groups, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_N_LEFT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_suggestion (gpointer data)
{
  g_free (((Suggestion *) data)->name);
}

static Suggestion *
suggestion_of (LpSuggestGroups *self,
               LpSuggestCard   *card)
{
  guint i = 0;

  g_ptr_array_find (self->groups, lp_suggest_card_get_group (card), &i);
  return &g_array_index (self->suggestions, Suggestion, i);
}

static LpSuggestCard *
card_at (LpSuggestGroups *self,
         guint            position)
{
  return LP_SUGGEST_CARD (gtk_flow_box_get_child_at_index (self->cards, position));
}

static LpSuggestCard *
find_card (LpSuggestGroups *self,
           LpFoundGroup    *group)
{
  LpSuggestCard *card = NULL;

  for (guint i = 0; (card = card_at (self, i)) != NULL; i++)
    {
      if (lp_suggest_card_get_group (card) == group)
        return card;
    }
  return NULL;
}

/* Where the focus is; n_cards: elsewhere. */
static guint
find_focused (LpSuggestGroups *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));

  return child != NULL ? (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child)) : self->n_cards;
}

static void
show_current (LpSuggestGroups *self)
{
  g_autofree char *place = NULL;

  self->current = self->n_cards > 0 ? MIN (self->current, self->n_cards - 1) : 0;
  for (guint i = 0; i < self->n_cards; i++)
    gtk_widget_set_visible (GTK_WIDGET (card_at (self, i)), !self->narrow || i == self->current);
  /* Translators: the place of a suggestion among all */
  place = g_strdup_printf (_("%u of %u"), self->current + 1, self->n_left);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_sensitive (self->previous_button, self->current > 0);
  gtk_widget_set_sensitive (self->next_button, self->current + 1 < self->n_cards);
  gtk_widget_set_visible (self->lead, !self->narrow || self->current == 0);
}

static void
go_to (LpSuggestGroups *self,
       guint            position)
{
  self->current = position;
  show_current (self);
  if (self->n_cards > 0)
    gtk_widget_grab_focus (GTK_WIDGET (card_at (self, self->current)));
}

static void
previous_cb (LpSuggestGroups *self)
{
  go_to (self, self->current - 1);
}

static void
next_cb (LpSuggestGroups *self)
{
  go_to (self, self->current + 1);
}

/* Whether there is a theme of its name; and the name is remembered, should the card go and come back. */
static void
show_name (LpSuggestGroups *self,
           GParamSpec      *pspec,
           LpSuggestCard   *card)
{
  const char *name = lp_suggest_card_get_name (card);
  LpId theme = { 0 };

  g_set_str (&suggestion_of (self, card)->name, name);
  lp_suggest_card_set_taken (card, lp_theme_suggestion_find (self->store, &self->meeting, name, &theme));
}

static void
name_cb (LpSuggestCard   *card,
         GParamSpec      *pspec,
         LpSuggestGroups *self)
{
  show_name (self, pspec, card);
}

/* Each card stays the same widget, so that the focus stays too. */
static void
show_card (LpSuggestGroups *self,
           Suggestion      *suggestion,
           guint            n_notes)
{
  LpSuggestCard *card = find_card (self, suggestion->group);

  if (card == NULL)
    {
      card = LP_SUGGEST_CARD (lp_suggest_card_new (suggestion->group, suggestion->name, self->names));
      g_signal_connect_object (card, "notify::name", G_CALLBACK (name_cb), self, G_CONNECT_DEFAULT);
      gtk_flow_box_insert (self->cards, GTK_WIDGET (card), self->n_cards);
    }
  lp_suggest_card_set_count (card, n_notes);
  show_name (self, NULL, card);
  self->n_cards++;
}

/* Cards before the place where the next one stands, that are no more. */
static void
drop_cards (LpSuggestGroups *self,
            LpFoundGroup    *group)
{
  LpSuggestCard *card = NULL;

  while ((card = card_at (self, self->n_cards)) != NULL && lp_suggest_card_get_group (card) != group)
    gtk_flow_box_remove (self->cards, GTK_WIDGET (card));
}

static void
show_suggestion (LpSuggestGroups *self,
                 Suggestion      *suggestion)
{
  g_autoptr (LpNoteIds) loose = NULL;

  if (suggestion->dropped > 0 || suggestion->kept)
    return;
  if (self->n_cards == MAX_CARDS)
    {
      self->n_left++;
      self->n_notes += suggestion->group->notes->len;
      return;
    }
  loose = lp_theme_suggestion_loose (self->store, suggestion->group->notes);
  if (loose->len < MIN_NOTES)
    return;
  self->n_left++;
  self->n_notes += loose->len;
  if (find_card (self, suggestion->group) != NULL)
    drop_cards (self, suggestion->group);
  show_card (self, suggestion, loose->len);
}

static void
show_keep_all (LpSuggestGroups *self)
{
  /* one at a time, "these" would be the one in sight */
  g_autofree char *some =
      g_strdup_printf (self->narrow ? ngettext ("_Keep the First %u", "_Keep the First %u", self->n_cards)
                                    : ngettext ("_Keep This %u", "_Keep These %u", self->n_cards), self->n_cards);

  gtk_button_set_label (self->keep_all_button, self->n_left > self->n_cards ? some : _("_Keep All"));
  gtk_button_set_use_underline (self->keep_all_button, TRUE);
}

static void
refresh (LpSuggestGroups *self)
{
  guint focused = find_focused (self);
  gboolean had_focus = focused < self->n_cards;
  guint before = self->n_left;

  self->n_cards = self->n_left = self->n_notes = 0;
  for (guint i = 0; i < self->suggestions->len; i++)
    show_suggestion (self, &g_array_index (self->suggestions, Suggestion, i));
  drop_cards (self, NULL);
  show_keep_all (self);
  show_current (self);
  if (had_focus && find_focused (self) == self->n_cards && self->n_cards > 0)
    go_to (self, MIN (focused, self->n_cards - 1));
  if (before != self->n_left)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_LEFT]);
}

static void
changed_cb (LpSuggestGroups *self,
            GArray          *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      LpEntity entity = g_array_index (changes, LpChange, i).entity;

      if (entity == LP_NOTE || entity == LP_PLACEMENT || entity == LP_THEME)
        {
          refresh (self);
          return;
        }
    }
}

/* What was kept is on the disk now and has its theme; or it could not be written, and is there again. */
static void
pending_cb (LpSuggestGroups *self)
{
  gboolean any = FALSE;

  if (lp_store_get_pending (self->store) > 0)
    return;
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      Suggestion *suggestion = &g_array_index (self->suggestions, Suggestion, i);

      any |= suggestion->kept;
      suggestion->kept = FALSE;
    }
  if (any)
    refresh (self);
}

/* The first n cards, from position on. */
static void
keep (LpSuggestGroups *self,
      guint            position,
      guint            n)
{
  g_autofree LpKept *kept = g_new0 (LpKept, n);

  for (guint i = 0; i < n; i++)
    {
      LpSuggestCard *card = card_at (self, position + i);

      kept[i].name = lp_suggest_card_get_name (card);
      kept[i].notes = lp_theme_suggestion_loose (self->store, lp_suggest_card_get_group (card)->notes);
    }
  if (lp_theme_suggestion_keep (GTK_WIDGET (self), self->store, &self->meeting, kept, n))
    {
      for (guint i = 0; i < n; i++)
        suggestion_of (self, card_at (self, position + i))->kept = TRUE;
    }
  for (guint i = 0; i < n; i++)
    lp_note_ids_unref (kept[i].notes);
  refresh (self);
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  keep (LP_SUGGEST_GROUPS (widget), g_variant_get_int32 (parameter), 1);
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpSuggestGroups *self = LP_SUGGEST_GROUPS (widget);

  suggestion_of (self, card_at (self, g_variant_get_int32 (parameter)))->dropped = ++self->n_drops;
  refresh (self);
  g_signal_emit (self, signals[DROPPED], 0, 1);
}

static void
keep_all_cb (LpSuggestGroups *self)
{
  if (self->n_cards > 0)
    keep (self, 0, self->n_cards);
}

static void
drop_all_cb (LpSuggestGroups *self)
{
  guint n = self->n_left;

  self->n_drops++;
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      Suggestion *suggestion = &g_array_index (self->suggestions, Suggestion, i);

      if (suggestion->dropped == 0)
        suggestion->dropped = self->n_drops;
    }
  refresh (self);
  g_signal_emit (self, signals[DROPPED], 0, n);
}

static gboolean
lp_suggest_groups_grab_focus (GtkWidget *widget)
{
  LpSuggestGroups *self = LP_SUGGEST_GROUPS (widget);

  return self->n_cards > 0 && gtk_widget_grab_focus (GTK_WIDGET (card_at (self, self->current)));
}

static void
set_narrow (LpSuggestGroups *self,
            gboolean         narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (find_focused (self) < self->n_cards)
    self->current = find_focused (self);
  gtk_widget_set_valign (GTK_WIDGET (self->cards), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_vexpand (GTK_WIDGET (self->cards), narrow);
  show_keep_all (self);
  show_current (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
lp_suggest_groups_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LpSuggestGroups *self = LP_SUGGEST_GROUPS (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_N_LEFT:
      g_value_set_uint (value, self->n_left);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_groups_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (LP_SUGGEST_GROUPS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_groups_dispose (GObject *object)
{
  LpSuggestGroups *self = LP_SUGGEST_GROUPS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SUGGEST_GROUPS);
  g_clear_pointer (&self->suggestions, g_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (lp_suggest_groups_parent_class)->dispose (object);
}

static void
lp_suggest_groups_class_init (LpSuggestGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_suggest_groups_get_property;
  object_class->set_property = lp_suggest_groups_set_property;
  object_class->dispose = lp_suggest_groups_dispose;
  widget_class->grab_focus = lp_suggest_groups_grab_focus;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_LEFT] = g_param_spec_uint ("n-left", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DROPPED] = g_signal_new ("dropped", LP_TYPE_SUGGEST_GROUPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-suggest-groups.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSuggestGroups, lead);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestGroups, cards);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestGroups, previous_button);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestGroups, next_button);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestGroups, place);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestGroups, keep_all_button);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_all_cb);
  gtk_widget_class_install_action (widget_class, "suggestions.keep", "i", keep_action);
  gtk_widget_class_install_action (widget_class, "suggestions.drop", "i", drop_action);
}

static void
lp_suggest_groups_init (LpSuggestGroups *self)
{
  self->suggestions = g_array_new (FALSE, TRUE, sizeof (Suggestion));
  g_array_set_clear_func (self->suggestions, clear_suggestion);
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_flow_keys_attach (self->cards);
}

void
lp_suggest_groups_show (LpSuggestGroups *self,
                        LpStore         *store,
                        const LpId      *meeting,
                        GPtrArray       *groups)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->names = lp_roster_names_new (store, meeting);
  self->groups = g_ptr_array_ref (groups);
  for (guint i = 0; i < groups->len; i++)
    {
      LpFoundGroup *group = g_ptr_array_index (groups, i);

      g_array_append_val (self->suggestions, ((Suggestion) { .group = group, .name = g_strdup (group->name) }));
    }
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

guint
lp_suggest_groups_get_n_left (LpSuggestGroups *self)
{
  return self->n_left;
}

/** lp_suggest_groups_get_n_notes: how many notes are in what is left. */
guint
lp_suggest_groups_get_n_notes (LpSuggestGroups *self)
{
  return self->n_notes;
}

void
lp_suggest_groups_restore (LpSuggestGroups *self)
{
  Suggestion *first = NULL;

  for (guint i = self->suggestions->len; i-- > 0;)
    {
      Suggestion *suggestion = &g_array_index (self->suggestions, Suggestion, i);

      if (suggestion->dropped == 0 || suggestion->dropped != self->n_drops)
        continue;
      suggestion->dropped = 0;
      first = suggestion;
    }
  self->n_drops -= self->n_drops > 0;
  refresh (self);
  for (guint i = 0; first != NULL && i < self->n_cards; i++)
    {
      if (lp_suggest_card_get_group (card_at (self, i)) == first->group)
        go_to (self, i);
    }
}
