/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-pool.h"

/* As many as a tall window shows. A list view that is opened maps every row it holds, ten times as many. */
#define MAX_SPARE 32

struct _LpNotePool
{
  GObject parent_instance;

  GPtrArray *spare;      /* of LpNoteContent */
  LpNoteColumns columns;
  char *words;           /* that are looked for, or NULL */
  LpTextHeights *heights;
};

G_DEFINE_FINAL_TYPE (LpNotePool, lp_note_pool, G_TYPE_OBJECT)

static void
lp_note_pool_finalize (GObject *object)
{
  LpNotePool *self = LP_NOTE_POOL (object);

  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_object (&self->heights);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (lp_note_pool_parent_class)->finalize (object);
}

static void
lp_note_pool_class_init (LpNotePoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_note_pool_finalize;
}

static void
lp_note_pool_init (LpNotePool *self)
{
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
}

/** lp_note_pool_take: transfer full. It shows what it showed before. */
LpNoteContent *
lp_note_pool_take (LpNotePool *self)
{
  if (self->spare->len > 0)
    return g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);

  return g_object_ref_sink (lp_note_content_new (&self->columns));
}

/** lp_note_pool_give: content: one that has no parent any more. */
void
lp_note_pool_give (LpNotePool *self, LpNoteContent *content)
{
  if (self->spare->len < MAX_SPARE)
    g_ptr_array_add (self->spare, g_object_ref (content));
}

/**
 * lp_note_pool_measure: finds out how wide things are, unless that is known.
 *
 * @host: whose font it is; a widget in a window
 */
void
lp_note_pool_measure (LpNotePool *self, GtkWidget *host)
{
  g_autoptr (LpNoteContent) content = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (lp_text_heights_is_ready (self->heights))
    return;

  content = lp_note_pool_take (self);
  gtk_widget_set_parent (GTK_WIDGET (content), host);
  lp_note_content_measure_columns (content, &self->columns);
  layout = lp_note_content_create_layout (content);
  lp_text_heights_set_layout (self->heights, layout);
  gtk_widget_unparent (GTK_WIDGET (content));
  lp_note_pool_give (self, content);
}

/** lp_note_pool_reset: to be called when the font may be another. */
void
lp_note_pool_reset (LpNotePool *self)
{
  lp_text_heights_set_layout (self->heights, NULL);
}

/** lp_note_pool_forget: to be called when a note was erased: no words are kept. */
void
lp_note_pool_forget (LpNotePool *self)
{
  lp_text_heights_forget (self->heights);
  g_ptr_array_set_size (self->spare, 0);
}

/** lp_note_pool_get_columns: as they were measured. */
const LpNoteColumns *
lp_note_pool_get_columns (LpNotePool *self)
{
  return &self->columns;
}

/** lp_note_pool_set_words: to be marked in the notes; NULL or "": none. Returns: whether they are others */
gboolean
lp_note_pool_set_words (LpNotePool *self, const char *words)
{
  return g_set_str (&self->words, words != NULL && *words != '\0' ? words : NULL);
}

/** lp_note_pool_get_words: NULL for none. */
const char *
lp_note_pool_get_words (LpNotePool *self)
{
  return self->words;
}

/** lp_note_pool_get_heights: of the texts of its notes. */
LpTextHeights *
lp_note_pool_get_heights (LpNotePool *self)
{
  return self->heights;
}

/**
 * lp_note_pool_new:
 * @list: (nullable): a list of notes, with a GtkSignalListItemFactory, whose texts are laid out before it comes to them
 */
LpNotePool *
lp_note_pool_new (GtkListView *list)
{
  LpNotePool *self = g_object_new (LP_TYPE_NOTE_POOL, NULL);

  self->heights = lp_text_heights_new (list);
  return self;
}
