/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-pile.h"

#include "lp-note-card.h"

#include <glib/gi18n.h>

/* Digit keys end at 9. */
#define N_KEYS 9

struct _LpThemePile {
  GtkFlowBoxChild  parent_instance;

  GtkLabel        *key;
  GtkLabel        *name;
  GtkLabel        *parent;
  GtkLabel        *description;
  GtkMenuButton   *menu_button;
  GtkLabel        *dreams;
  GtkLabel        *concerns;
  GtkLabel        *others;
  GtkLabel        *voices;
  GtkWidget       *warning;
  LpNoteCard      *first;
  LpNoteCard      *second;
  GtkLabel        *rest;

  LpId             theme;
  gboolean         collapsed;
  gboolean         has_notes[LP_PILE_FIRSTS];
};

G_DEFINE_FINAL_TYPE (LpThemePile, lp_theme_pile, GTK_TYPE_FLOW_BOX_CHILD)

enum {
  PROP_0,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  NOTES_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         LpThemePile   *self)
{
  g_signal_emit (self, signals[NOTES_DROPPED], 0, g_value_get_boxed (value));
  return TRUE;
}

static guint
count_others (const LpPile *pile)
{
  return pile->total - pile->kinds[LP_KIND_DREAM] - pile->kinds[LP_KIND_CONCERN];
}

static gboolean
lacks_lived (const LpPile *pile)
{
  return pile->total > 0 && pile->perspectives[LP_PERSPECTIVE_LIVED] == 0;
}

static void
add_voice (GString    *words,
           const char *voice,
           guint       n)
{
  if (n > 0)
    g_string_append_printf (words, " · %s\u00a0%'u", voice, n);
}

/* "5 tables · lived 14 · professional 10 · other 2" */
static char *
describe_voices (const LpPile *pile)
{
  GString *words = NULL;
  guint lived = pile->perspectives[LP_PERSPECTIVE_LIVED];
  guint professional = pile->perspectives[LP_PERSPECTIVE_PROFESSIONAL];

  if (pile->total == 0)
    return g_strdup (_("No notes yet"));
  words = g_string_new (NULL);
  g_string_printf (words, ngettext ("%u table", "%u tables", pile->tables), pile->tables);
  add_voice (words, lp_perspective_short (LP_PERSPECTIVE_LIVED), lived);
  add_voice (words, lp_perspective_short (LP_PERSPECTIVE_PROFESSIONAL), professional);
  /* Translators: voices of other perspectives, as in “other 2” */
  add_voice (words, C_("perspective", "other"), pile->total - lived - professional);
  return g_string_free_and_steal (words);
}

static char *
count_dreams (const LpPile *pile)
{
  guint n = pile->kinds[LP_KIND_DREAM];

  return g_strdup_printf (ngettext ("%'u dream", "%'u dreams", n), n);
}

static char *
count_concerns (const LpPile *pile)
{
  guint n = pile->kinds[LP_KIND_CONCERN];

  return g_strdup_printf (ngettext ("%'u concern", "%'u concerns", n), n);
}

static char *
count_rest (const LpPile *pile)
{
  guint n = pile->total - MIN (pile->total, LP_PILE_FIRSTS);

  return n > 0 ? g_strdup_printf (ngettext ("%'u more note", "%'u more notes", n), n) : NULL;
}

static void
show_words (GtkLabel *label,
            char     *words)
{
  gtk_label_set_label (label, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
  g_free (words);
}

static void
show_cards (LpThemePile *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->first), self->has_notes[0] && !self->collapsed);
  gtk_widget_set_visible (GTK_WIDGET (self->second), self->has_notes[1] && !self->collapsed);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), *gtk_label_get_label (self->rest) != '\0' && !self->collapsed);
}

static void
set_collapsed (LpThemePile *self,
               gboolean     collapsed)
{
  self->collapsed = collapsed;
  show_cards (self);
}

/* A help for the eye alone: the digit and the name tell themes apart. */
static void
show_colour (LpThemePile  *self,
             const LpPile *pile)
{
  LpColour colour = LP_COLOUR_BLUE;

  for (guint i = 0; i < LP_N_COLOURS; i++)
    {
      g_autofree char *css_class = g_strconcat ("colour-", lp_colour_id (i), NULL);

      gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
    }
  if (lp_colour_find (pile->colour, &colour))
    {
      g_autofree char *css_class = g_strconcat ("colour-", lp_colour_id (colour), NULL);

      gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
    }
}

static void
show_name (LpThemePile  *self,
           const LpPile *pile,
           guint         position)
{
  static const char *digit[] = { "key-cap", "numeric", NULL };
  static const char *number[] = { "number", "caption", "dimmed", "numeric", NULL };
  g_autofree char *key = g_strdup_printf ("%u", position + 1);
  /* Translators: of a theme; followed by its name in the place of %s */
  g_autofree char *menu_label = g_strdup_printf (_("Menu of “%s”"), pile->name);
  g_autofree char *description = lp_theme_pile_describe (pile);

  gtk_label_set_label (self->key, key);
  /* those after the ninth have a number to be talked of, and no key */
  gtk_widget_set_css_classes (GTK_WIDGET (self->key), position < N_KEYS ? digit : number);
  gtk_label_set_label (self->name, pile->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, pile->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, position < N_KEYS ? key : "",
                                  -1);
}

static void
append_command (GMenu       *menu,
                const char  *label,
                const char  *action,
                const char  *accel,
                const char  *theme)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", theme);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static gboolean
command_cb (GtkWidget *widget,
            GVariant  *action,
            gpointer   unused)
{
  LpThemePile *self = LP_THEME_PILE (widget);
  g_autofree char *theme = lp_id_to_string (&self->theme);

  return gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), "s", theme);
}

static void
lp_theme_pile_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_COLLAPSED)
    g_value_set_boolean (value, LP_THEME_PILE (object)->collapsed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lp_theme_pile_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (id == PROP_COLLAPSED)
    set_collapsed (LP_THEME_PILE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
add_command (GtkWidgetClass  *widget_class,
             guint            key,
             GdkModifierType  modifiers,
             const char      *action)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, command_cb, "s", action);
}

static void
lp_theme_pile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_THEME_PILE);

  G_OBJECT_CLASS (lp_theme_pile_parent_class)->dispose (object);
}

static void
lp_theme_pile_class_init (LpThemePileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_theme_pile_dispose;
  object_class->get_property = lp_theme_pile_get_property;
  object_class->set_property = lp_theme_pile_set_property;

  props[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[NOTES_DROPPED] = g_signal_new ("notes-dropped", LP_TYPE_THEME_PILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LP_TYPE_NOTE_IDS);

  g_type_ensure (LP_TYPE_NOTE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-pile.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, key);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, name);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, parent);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, description);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, dreams);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, concerns);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, others);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, voices);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, warning);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, first);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, second);
  gtk_widget_class_bind_template_child (widget_class, LpThemePile, rest);

  add_command (widget_class, GDK_KEY_F2, 0, "themes.rename");
  add_command (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "themes.edit");
  add_command (widget_class, GDK_KEY_KP_Enter, GDK_ALT_MASK, "themes.edit");
  add_command (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "themes.merge");
  add_command (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "themes.earlier");
  add_command (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "themes.earlier");
  add_command (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "themes.later");
  add_command (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "themes.later");
  add_command (widget_class, GDK_KEY_Delete, 0, "themes.delete");
  add_command (widget_class, GDK_KEY_KP_Delete, 0, "themes.delete");
}

static void
lp_theme_pile_init (LpThemePile *self)
{
  GtkDropTarget *target = gtk_drop_target_new (LP_TYPE_NOTE_IDS, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
lp_theme_pile_new (const LpId    *theme,
                   LpRosterNames *names)
{
  LpThemePile *self = g_object_new (LP_TYPE_THEME_PILE, NULL);
  g_autoptr (GMenuModel) menu = lp_theme_pile_make_menu (theme, TRUE);

  self->theme = *theme;
  if (names != NULL)
    {
      lp_note_card_set_names (self->first, names);
      lp_note_card_set_names (self->second, names);
    }
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  return GTK_WIDGET (self);
}

const LpId *
lp_theme_pile_get_theme (LpThemePile *self)
{
  return &self->theme;
}

static char *
describe_parent (const LpPile *parent)
{
  /* Translators: of a theme; %s is the name of the theme that it is a part of */
  return parent != NULL ? g_strdup_printf (_("Part of “%s”"), parent->name) : NULL;
}

/** lp_theme_pile_show: position: among the themes, 0 first; parent: the theme that it is a part of, or NULL. */
void
lp_theme_pile_show (LpThemePile  *self,
                    const LpPile *pile,
                    guint         position,
                    const LpPile *parent)
{
  guint others = count_others (pile);

  show_name (self, pile, position);
  show_colour (self, pile);
  show_words (self->parent, describe_parent (parent));
  show_words (self->description, g_strdup (pile->description));
  show_words (self->dreams, count_dreams (pile));
  show_words (self->concerns, count_concerns (pile));
  show_words (self->others, others > 0 ? g_strdup_printf ("+ %'u", others) : NULL);
  show_words (self->voices, lacks_lived (pile) ? NULL : describe_voices (pile));
  gtk_widget_set_visible (self->warning, lacks_lived (pile));
  show_words (self->rest, count_rest (pile));
  for (guint i = 0; i < LP_PILE_FIRSTS; i++)
    self->has_notes[i] = pile->firsts[i] != NULL;
  lp_note_card_set_note (self->first, pile->firsts[0]);
  lp_note_card_set_note (self->second, pile->firsts[1]);
  show_cards (self);
}

/** lp_theme_pile_describe: how the notes of a theme are spread, in words: "8 dreams, 9 concerns, 26 notes, 5 tables · …". */
char *
lp_theme_pile_describe (const LpPile *pile)
{
  g_autofree char *dreams = count_dreams (pile);
  g_autofree char *concerns = count_concerns (pile);
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note in all", "%'u notes in all", pile->total), pile->total);
  g_autofree char *voices = describe_voices (pile);

  if (pile->total == 0)
    return g_steal_pointer (&voices);
  return g_strjoin (" · ", dreams, concerns, notes, voices, lacks_lived (pile) ? _("No lived experience yet") : NULL, NULL);
}

/** lp_theme_pile_make_menu: what can be done with a theme; with_open: where it is not open already. Transfer full. */
GMenuModel *
lp_theme_pile_make_menu (const LpId *theme,
                         gboolean    with_open)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *id = lp_id_to_string (theme);

  if (with_open)
    append_command (menu, _("_Open"), "themes.open", "Return", id);
  else
    g_menu_append (menu, _("_Pair the Chosen Notes"), "themes.pair");
  append_command (menu, _("_Rename…"), "themes.rename", "F2", id);
  append_command (menu, _("_Edit Theme…"), "themes.edit", with_open ? "<Alt>Return" : NULL, id);
  append_command (menu, _("_Merge Into…"), "themes.merge", with_open ? "<Control>m" : NULL, id);
  if (with_open)
    {
      append_command (menu, _("Move Ea_rlier"), "themes.earlier", "<Alt>Left", id);
      append_command (menu, _("Move _Later"), "themes.later", "<Alt>Right", id);
    }
  append_command (menu, _("_Delete Theme"), "themes.delete", with_open ? "Delete" : NULL, id);
  return G_MENU_MODEL (menu);
}
