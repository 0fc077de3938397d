/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-pool.h"

/* Texts whose height is known: those that the list view lets go and takes back as it scrolls, and some. */
#define MAX_KNOWN 2000

struct _LpNotePool
{
  GObject parent_instance;

  GPtrArray *spare;      /* of LpNoteContent */
  PangoLayout *layout;   /* NULL until lp_note_pool_measure () */
  LpNoteColumns columns;
  GHashTable *heights;   /* text → pixels, at this width */
  int width;
};

G_DEFINE_FINAL_TYPE (LpNotePool, lp_note_pool, G_TYPE_OBJECT)

static void
lp_note_pool_finalize (GObject *object)
{
  LpNotePool *self = LP_NOTE_POOL (object);

  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->heights, g_hash_table_unref);
  g_clear_object (&self->layout);

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
  self->heights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

LpNotePool *
lp_note_pool_new (void)
{
  return g_object_new (LP_TYPE_NOTE_POOL, NULL);
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

  if (self->layout != NULL)
    return;

  content = lp_note_pool_take (self);
  gtk_widget_set_parent (GTK_WIDGET (content), host);
  lp_note_content_measure_columns (content, &self->columns);
  self->layout = lp_note_content_create_layout (content);
  gtk_widget_unparent (GTK_WIDGET (content));
  lp_note_pool_give (self, content);
}

/** lp_note_pool_reset: to be called when the font may be another. */
void
lp_note_pool_reset (LpNotePool *self)
{
  g_hash_table_remove_all (self->heights);
  g_clear_object (&self->layout);
}

/** lp_note_pool_get_columns: as they were measured. */
const LpNoteColumns *
lp_note_pool_get_columns (LpNotePool *self)
{
  return &self->columns;
}

static int
lay_out (LpNotePool *self, const char *text)
{
  int height = 0;

  pango_layout_set_width (self->layout, self->width * PANGO_SCALE);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);

  return PANGO_PIXELS_CEIL (height);
}

/** lp_note_pool_measure_text: the height of a note's text in pixels, broken at width. */
int
lp_note_pool_measure_text (LpNotePool *self, const char *text, int width)
{
  gpointer height = NULL;

  g_return_val_if_fail (self->layout != NULL, 0);

  if (width != self->width || g_hash_table_size (self->heights) > MAX_KNOWN)
    g_hash_table_remove_all (self->heights);
  self->width = width;
  if (!g_hash_table_lookup_extended (self->heights, text, NULL, &height))
    {
      height = GINT_TO_POINTER (lay_out (self, text));
      g_hash_table_insert (self->heights, g_strdup (text), height);
    }

  return GPOINTER_TO_INT (height);
}

/** lp_note_pool_get_text_width: that texts were broken at last; 0 before any was. */
int
lp_note_pool_get_text_width (LpNotePool *self)
{
  return self->width;
}
