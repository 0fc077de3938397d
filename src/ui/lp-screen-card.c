/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-screen-card.h"

#include <glib/gi18n.h>

struct _LpScreenCard
{
  AdwBin parent_instance;

  GtkBox *head;
  AdwToggleGroup *toggles;
  GtkLabel *text;
  GtkLabel *fact;
  GtkWidget *caption;
  GtkWidget *open_button;
  GtkWidget *labels[LP_N_SHOWS];

  LpProjection *projection;
  char *question;
  char *wall; /* NULL while nothing is let onto it */
  gboolean words;
  gboolean narrow;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (LpScreenCard, lp_screen_card, ADW_TYPE_BIN)

enum {
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum {
  PROP_0,
  PROP_WORDS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const struct {
  const char *icon;
  const char *label;
  const char *says; /* or NULL: the question */
} looks[LP_N_SHOWS] = {
  [LP_SHOWS_QUESTION] = { "video-display-symbolic", NC_ ("big screen", "Question"), NULL },
  [LP_SHOWS_WALL] = { "view-app-grid-symbolic", NC_ ("big screen", "Wall"), N_("The notes as they come in, those that may be shown") },
  [LP_SHOWS_THEMES] = { "lp-themes-symbolic", NC_ ("big screen", "Themes"), N_("The themes, each with its notes counted") },
  [LP_SHOWS_STORIES] = { "lp-story-symbolic", NC_ ("big screen", "Stories"), N_("How many stories have been told") },
  [LP_SHOWS_PRIORITIES] = { "lp-priorities-symbolic", NC_ ("big screen", "Priorities"), N_("The result of the vote, once all are counted") },
  [LP_SHOWS_BLANK] = { "view-conceal-symbolic", NC_ ("big screen", "Blank"), N_("Nothing: the big screen is blank") },
};

static const char *
get_label (LpShows shows)
{
  return g_dpgettext2 (NULL, "big screen", looks[shows].label);
}

static void
show_text (LpScreenCard *self)
{
  LpShows shows = self->projection != NULL ? lp_projection_get_shows (self->projection) : LP_SHOWS_QUESTION;
  const char *says = shows == LP_SHOWS_WALL && self->wall != NULL ? self->wall : looks[shows].says;

  gtk_label_set_label (self->text, says == NULL ? self->question : says == self->wall ? says : gettext (says));
  if (says != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "other");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "other");
  gtk_widget_set_visible (GTK_WIDGET (self->fact), says == NULL && *gtk_label_get_label (self->fact) != '\0');
}

static void
shows_cb (LpScreenCard *self)
{
  self->syncing = TRUE;
  adw_toggle_group_set_active (self->toggles, lp_projection_get_shows (self->projection));
  self->syncing = FALSE;
  show_text (self);
}

static void
open_cb (LpScreenCard *self)
{
  gboolean open = lp_projection_get_open (self->projection);
  gboolean was_focus = gtk_widget_is_focus (self->open_button);

  gtk_widget_set_visible (self->caption, open);
  gtk_widget_set_visible (self->open_button, !open);
  /* or the keys of Run would go with it */
  if (open && was_focus)
    g_signal_emit (self, signals[CLICKED], 0);
}

static void
active_cb (LpScreenCard *self)
{
  guint active = adw_toggle_group_get_active (self->toggles);

  if (self->syncing || self->projection == NULL || active >= LP_N_SHOWS)
    return;

  lp_projection_set_shows (self->projection, (LpShows) active);
}

static void
released_cb (LpScreenCard *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

/* The words are a child of their own: a label alone would be the name, and go with it. */
static void
add_toggle (LpScreenCard *self, LpShows shows)
{
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: what the big screen shows, and the key for it */
  g_autofree char *tooltip = g_strdup_printf (_("%s (%d)"), get_label (shows), shows + 1);

  self->labels[shows] = gtk_label_new (get_label (shows));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (looks[shows].icon));
  gtk_box_append (GTK_BOX (box), self->labels[shows]);
  adw_toggle_set_label (toggle, get_label (shows));
  adw_toggle_set_child (toggle, box);
  adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (self->toggles, toggle);
}

/* Without them the tooltips say what the symbols mean, and the text below says what is on now. */
static void
show_words (LpScreenCard *self)
{
  gboolean shown = self->words && !self->narrow;

  for (LpShows shows = 0; shows < LP_N_SHOWS; shows++)
    {
      GtkWidget *inside = gtk_widget_get_parent (self->labels[shows]);

      gtk_widget_set_visible (self->labels[shows], shown);
      gtk_widget_set_margin_start (inside, self->narrow ? 0 : 9);
      gtk_widget_set_margin_end (inside, self->narrow ? 0 : 9);
    }
}

static void
lp_screen_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORDS:
      g_value_set_boolean (value, LP_SCREEN_CARD (object)->words);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_screen_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORDS:
      LP_SCREEN_CARD (object)->words = g_value_get_boolean (value);
      show_words (LP_SCREEN_CARD (object));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_screen_card_dispose (GObject *object)
{
  LpScreenCard *self = LP_SCREEN_CARD (object);

  g_clear_object (&self->projection);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SCREEN_CARD);

  G_OBJECT_CLASS (lp_screen_card_parent_class)->dispose (object);
}

static void
lp_screen_card_finalize (GObject *object)
{
  g_free (LP_SCREEN_CARD (object)->question);
  g_free (LP_SCREEN_CARD (object)->wall);

  G_OBJECT_CLASS (lp_screen_card_parent_class)->finalize (object);
}

static void
lp_screen_card_class_init (LpScreenCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = lp_screen_card_get_property;
  G_OBJECT_CLASS (klass)->set_property = lp_screen_card_set_property;
  G_OBJECT_CLASS (klass)->dispose = lp_screen_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_screen_card_finalize;

  signals[CLICKED] = g_signal_new ("clicked", LP_TYPE_SCREEN_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  props[PROP_WORDS] = g_param_spec_boolean ("words", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-screen-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LpScreenCard, head);
  gtk_widget_class_bind_template_child (widget_class, LpScreenCard, toggles);
  gtk_widget_class_bind_template_child (widget_class, LpScreenCard, text);
  gtk_widget_class_bind_template_child (widget_class, LpScreenCard, fact);
  gtk_widget_class_bind_template_child (widget_class, LpScreenCard, caption);
  gtk_widget_class_bind_template_child (widget_class, LpScreenCard, open_button);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
lp_screen_card_init (LpScreenCard *self)
{
  self->question = g_strdup ("");
  self->words = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->syncing = TRUE;
  for (LpShows shows = 0; shows < LP_N_SHOWS; shows++)
    add_toggle (self, shows);
  self->syncing = FALSE;
  lp_screen_card_set_narrow (self, FALSE);
}

void
lp_screen_card_set_projection (LpScreenCard *self, LpProjection *projection)
{
  g_return_if_fail (self->projection == NULL);

  self->projection = g_object_ref (projection);
  g_signal_connect_object (projection, "notify::shows", G_CALLBACK (shows_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (projection, "notify::open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  shows_cb (self);
  open_cb (self);
}

void
lp_screen_card_set_question (LpScreenCard *self, const char *question)
{
  if (g_set_str (&self->question, question))
    show_text (self);
}

/* What stands below the question; empty for nothing. */
void
lp_screen_card_set_fact (LpScreenCard *self, const char *fact)
{
  if (g_strcmp0 (gtk_label_get_label (self->fact), fact) == 0)
    return;

  gtk_label_set_label (self->fact, fact);
  show_text (self);
}

/* How many notes are let onto the wall, and how many of these are of kinds that it shows now. */
void
lp_screen_card_set_wall (LpScreenCard *self, guint all, guint here)
{
  g_autofree char *wall = NULL;

  if (all == here)
    /* Translators: notes */
    wall = g_strdup_printf (ngettext ("%'u let onto the wall", "%'u let onto the wall", all), all);
  else
    /* Translators: notes; the others are of kinds that are not asked for in this item */
    wall = g_strdup_printf (_("%'u let onto the wall, %'u of them in this item"), all, here);
  if (g_set_str (&self->wall, all > 0 ? wall : NULL))
    show_text (self);
}

/* The toggles lose their words, and stand below what is shown. */
void
lp_screen_card_set_narrow (LpScreenCard *self, gboolean narrow)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->text));

  self->narrow = narrow;
  show_words (self);
  adw_toggle_group_set_homogeneous (self->toggles, narrow);
  g_object_ref (self->toggles);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->toggles))), GTK_WIDGET (self->toggles));
  gtk_box_append (narrow ? GTK_BOX (box) : self->head, GTK_WIDGET (self->toggles));
  g_object_unref (self->toggles);
}
