/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-card-pool.h"

/* As many as a tall window shows. A list view that is opened maps every row it holds, ten times as many. */
#define MAX_SPARE 24

#define CHIPS "chips" /* of a card, in its data */

struct _LpCardPool
{
  GObject            parent_instance;

  LpThemeAdviser    *adviser;   /* or NULL: cards bear no likely themes */
  LpRosterNames     *names;     /* or NULL: cards bear no marks */
  int                lines;
  gboolean           detailed;
  GPtrArray         *spare;     /* of LpNoteCard */
  LpTextHeights     *heights;
  LpNoteCardMeasure  measure;   /* from lp_card_pool_measure() on */
  int                chips;     /* height, in pixels */
  PangoFontDescription *font;   /* that all of it is in */
};

G_DEFINE_FINAL_TYPE (LpCardPool, lp_card_pool, G_TYPE_OBJECT)

enum {
  MADE,
  ADVISED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lp_card_pool_finalize (GObject *object)
{
  LpCardPool *self = LP_CARD_POOL (object);

  lp_note_card_measure_clear (&self->measure);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_object (&self->heights);
  g_clear_object (&self->adviser);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (lp_card_pool_parent_class)->finalize (object);
}

static void
lp_card_pool_class_init (LpCardPoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_card_pool_finalize;

  signals[MADE] = g_signal_new ("made", LP_TYPE_CARD_POOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                LP_TYPE_NOTE_CARD);
  signals[ADVISED] = g_signal_new ("advised", LP_TYPE_CARD_POOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_card_pool_init (LpCardPool *self)
{
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
advised_cb (LpCardPool *self)
{
  g_signal_emit (self, signals[ADVISED], 0);
}

/** lp_card_pool_new: list: has a GtkSignalListItemFactory; adviser, names: or NULL; lines, detailed: as of LpNoteCard. */
LpCardPool *
lp_card_pool_new (GtkListView    *list,
                  LpThemeAdviser *adviser,
                  LpRosterNames  *names,
                  int             lines,
                  gboolean        detailed)
{
  LpCardPool *self = g_object_new (LP_TYPE_CARD_POOL, NULL);

  self->heights = lp_text_heights_new (list);
  g_set_object (&self->adviser, adviser);
  g_set_object (&self->names, names);
  self->lines = lines;
  self->detailed = detailed;
  if (adviser != NULL)
    g_signal_connect_object (adviser, "changed", G_CALLBACK (advised_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static LpNoteCard *
make_card (LpCardPool *self)
{
  GtkWidget *card = g_object_ref_sink (lp_note_card_new ());

  g_object_set (card, "lines", self->lines, "detailed", self->detailed, NULL);
  if (self->names != NULL)
    lp_note_card_set_names (LP_NOTE_CARD (card), self->names);
  if (self->adviser != NULL)
    {
      GtkWidget *chips = lp_theme_chips_new (self->adviser);

      g_object_set_data (G_OBJECT (card), CHIPS, chips);
      gtk_box_append (GTK_BOX (card), chips);
    }
  g_signal_emit (self, signals[MADE], 0, card);
  return LP_NOTE_CARD (card);
}

/** lp_card_pool_get_chips: of a card, which this made; NULL where cards bear none. Transfer none. */
LpThemeChips *
lp_card_pool_get_chips (LpNoteCard *card)
{
  return g_object_get_data (G_OBJECT (card), CHIPS);
}

/** lp_card_pool_take: transfer full. It shows what it showed before. */
LpNoteCard *
lp_card_pool_take (LpCardPool *self)
{
  return self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1) : make_card (self);
}

/** lp_card_pool_give: card: one that has no parent any more. No words stay in it. */
void
lp_card_pool_give (LpCardPool *self,
                   LpNoteCard *card)
{
  if (self->spare->len >= MAX_SPARE)
    return;
  lp_note_card_set_note (card, NULL);
  lp_note_card_set_tag (card, NULL);
  if (lp_card_pool_get_chips (card) != NULL)
    lp_theme_chips_show (lp_card_pool_get_chips (card), NULL, NULL);
  g_ptr_array_add (self->spare, g_object_ref (card));
}

/** lp_card_pool_advise: the themes that a note is likely to belong to. Transfer full; NULL where cards bear none. */
GPtrArray *
lp_card_pool_advise (LpCardPool *self,
                     LpRecord   *note)
{
  return self->adviser != NULL ? lp_theme_adviser_advise (self->adviser, lp_record_text (note, LP_NOTE_TEXT)) : NULL;
}

/** lp_card_pool_measure: finds out how large things are, unless that is known. host: a row of the list. */
void
lp_card_pool_measure (LpCardPool *self,
                      GtkWidget  *host)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (host));
  g_autoptr (LpNoteCard) card = NULL;

  if (lp_text_heights_is_ready (self->heights) && pango_font_description_equal (self->font, font))
    return;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  /* one that was in use knows its sizes in the former font until the next frame */
  card = make_card (self);
  gtk_widget_set_parent (GTK_WIDGET (card), host);
  if (self->adviser != NULL)
    self->chips = lp_theme_chips_measure (lp_card_pool_get_chips (card));
  lp_note_card_measure (card, &self->measure);
  lp_text_heights_set_layout (self->heights, self->measure.text);
  gtk_widget_unparent (GTK_WIDGET (card));
  lp_card_pool_give (self, card);
}

/** lp_card_pool_reset: to be called when the font may be another. */
void
lp_card_pool_reset (LpCardPool *self)
{
  lp_text_heights_set_layout (self->heights, NULL);
}

void
lp_card_pool_measure_width (LpCardPool *self,
                            int        *minimum,
                            int        *natural)
{
  *minimum = self->measure.minimum;
  *natural = self->measure.natural;
}

/**
 * lp_card_pool_measure_height: how high a card of that width is, in pixels.
 *
 * @tag: (nullable): as of lp_note_card_set_tag()
 * @advised: whether it has likely themes
 * @width: or -1: that of the other rows, so that nothing is laid out for two
 */
int
lp_card_pool_measure_height (LpCardPool *self,
                             LpRecord   *note,
                             const char *tag,
                             gboolean    advised,
                             int         width)
{
  const char *text = note != NULL ? lp_record_text (note, LP_NOTE_TEXT) : "";
  int height = self->measure.rest;

  if (width < 0)
    width = MAX (lp_text_heights_get_width (self->heights) + self->measure.frame, self->measure.minimum);
  height += lp_text_heights_measure (self->heights, text, width - self->measure.frame);
  height += lp_note_card_measure_captions (&self->measure, note, self->detailed, tag, width);
  return advised ? height + self->measure.gap + self->chips : height;
}
