/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-chips.h"

#include <glib/gi18n.h>

/* Digit keys end at 9. */
#define N_KEYS 9

/* So many share the line of a card. */
#define N_CHIPS 2

/* Of the name: at most, where there is room, and at least. */
#define MAX_CHARS 22
#define MIN_CHARS 4

/* A shorter beginning of a name does not tell which it is. */
#define FEWEST_CHARS 6

struct _LpThemeChips {
  AdwBin           parent_instance;

  GtkBox          *box;
  GPtrArray       *chips;    /* of GtkButton, in the box: so many as were needed once */
  LpThemeAdviser  *adviser;
  LpRecord        *note;
  GPtrArray       *advice;   /* of LpAdvice */
};

G_DEFINE_FINAL_TYPE (LpThemeChips, lp_theme_chips, ADW_TYPE_BIN)

char *
lp_theme_short_name (const char *name)
{
  const char *end = name;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);
      gboolean pause = c == ',' || c == ':' || c == ';' || c == '.' || c == '(' || c == '?' || c == 0x2013 || c == 0x2014 ||
                       g_str_has_prefix (end, " - ");

      if (pause && g_utf8_strlen (name, end - name) >= FEWEST_CHARS)
        break;
    }
  return g_strchomp (g_strndup (name, end - name));
}

static gboolean
query_tooltip_cb (GtkWidget *chip, int x, int y, gboolean keyboard, GtkTooltip *tooltip, LpThemeChips *self)
{
  guint i = 0;

  if (self->note == NULL || !g_ptr_array_find (self->chips, chip, &i) || i >= self->advice->len)
    return FALSE;

  const LpAdvice *advice = g_ptr_array_index (self->advice, i);
  /* Translators: %s is the name of a theme */
  g_autofree char *move = g_strdup_printf (_("Move to “%s”"), advice->name);
  g_autofree char *reason =
      lp_theme_adviser_explain (self->adviser, lp_record_text (self->note, LP_NOTE_TEXT), &advice->theme);
  g_autofree char *text = g_strjoin ("\n", move, reason, NULL);

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
add_chip (LpThemeChips *self)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *key = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (NULL);

  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_add_css_class (key, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MAX_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (name), MIN_CHARS);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "theme-chip");
  gtk_widget_set_focusable (chip, FALSE);
  gtk_widget_set_focus_on_click (chip, FALSE);
  gtk_widget_set_has_tooltip (chip, TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", "", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "themes.move-note");
  g_signal_connect (chip, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_box_append (self->box, chip);
  g_ptr_array_add (self->chips, chip);
}

static void
show_chip (LpThemeChips *self, guint i)
{
  const LpAdvice *advice = g_ptr_array_index (self->advice, i);
  GtkWidget *chip = g_ptr_array_index (self->chips, i);
  GtkWidget *key = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip)));
  GtkWidget *name = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (chip)));
  g_autofree char *digit = g_strdup_printf ("%u", advice->number);
  g_autofree char *short_name = lp_theme_short_name (advice->name);
  g_autofree char *note = lp_id_to_string (lp_record_get_id (self->note));
  g_autofree char *theme = lp_id_to_string (&advice->theme);
  g_autofree char *words = g_strdup_printf (_("Move to “%s”"), advice->name);

  gtk_label_set_label (GTK_LABEL (key), digit);
  gtk_widget_set_visible (key, advice->number <= N_KEYS);
  gtk_label_set_label (GTK_LABEL (name), short_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", note, theme);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (chip, TRUE);
}

static void
show_advice (LpThemeChips *self)
{
  guint n = MIN (self->advice->len, N_CHIPS);

  while (self->chips->len < n)
    add_chip (self);
  for (guint i = 0; i < n; i++)
    show_chip (self, i);
  for (guint i = n; i < self->chips->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->chips, i), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
lp_theme_chips_dispose (GObject *object)
{
  LpThemeChips *self = LP_THEME_CHIPS (object);

  g_clear_object (&self->note);
  g_clear_object (&self->adviser);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_theme_chips_parent_class)->dispose (object);
}

static void
lp_theme_chips_class_init (LpThemeChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_theme_chips_dispose;
}

static void
lp_theme_chips_init (LpThemeChips *self)
{
  self->advice = g_ptr_array_new ();
  self->chips = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lp_theme_chips_new (LpThemeAdviser *adviser)
{
  LpThemeChips *self = g_object_new (LP_TYPE_THEME_CHIPS, NULL);

  self->adviser = g_object_ref (adviser);
  return GTK_WIDGET (self);
}

/** lp_theme_chips_show: note: NULL for none; advice: of LpAdvice, likeliest first; NULL for none */
void
lp_theme_chips_show (LpThemeChips *self, LpRecord *note, GPtrArray *advice)
{
  if (self->note == note && self->advice == advice)
    return;
  g_set_object (&self->note, note);
  g_ptr_array_unref (self->advice);
  self->advice = advice != NULL && note != NULL ? g_ptr_array_ref (advice) : g_ptr_array_new ();
  show_advice (self);
}

/** lp_theme_chips_measure: how high they are, in pixels, with a digit, which makes them higher in large text. Shows no note after that. */
int
lp_theme_chips_measure (LpThemeChips *self)
{
  GtkWidget *chip = NULL;
  int height = 0;

  lp_theme_chips_show (self, NULL, NULL);
  if (self->chips->len == 0)
    add_chip (self);
  chip = g_ptr_array_index (self->chips, 0);
  gtk_widget_set_visible (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
  gtk_widget_set_visible (chip, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  show_advice (self);
  return height;
}

/**
 * lp_theme_chips_describe: the same in words: "Likely themes: 1 A home first, 2 Help when it is needed". Transfer full.
 *
 * @with_reason: says why for the first, which takes longer
 */
char *
lp_theme_chips_describe (LpThemeChips *self, gboolean with_reason)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;
  guint n = MIN (self->advice->len, N_CHIPS);

  for (guint i = 0; i < n; i++)
    {
      const LpAdvice *advice = g_ptr_array_index (self->advice, i);

      g_string_append_printf (names, "%s%u %s", i > 0 ? ", " : "", advice->number, advice->name);
    }
  if (n == 0)
    return g_strdup ("");
  /* Translators: for a screen reader; digits and names of themes */
  words = g_strdup_printf (_("Likely themes: %s"), names->str);
  if (with_reason)
    reason = lp_theme_adviser_explain (self->adviser, lp_record_text (self->note, LP_NOTE_TEXT),
                                       &((LpAdvice *) g_ptr_array_index (self->advice, 0))->theme);
  return reason != NULL ? g_strjoin (". ", words, reason, NULL) : g_steal_pointer (&words);
}
