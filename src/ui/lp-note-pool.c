/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-pool.h"

#include "lp-pending-note.h"

/* Texts whose height is known: those that the list view lets go and takes back as it scrolls, and some. */
#define MAX_KNOWN 2000

/* As many as a tall window shows. A list view that is opened maps every row it holds, ten times as many. */
#define MAX_SPARE 32

/* A list view takes in this many rows in a frame; laying out their texts then would take longer than the frame has. */
#define AHEAD 64
#define AHEAD_AT_ONCE 4

struct _LpNotePool
{
  GObject parent_instance;

  GPtrArray *spare;      /* of LpNoteContent */
  PangoLayout *layout;   /* NULL until lp_note_pool_measure () */
  LpNoteColumns columns;
  char *words;           /* that are looked for, or NULL */
  GHashTable *heights;   /* text → pixels, at this width */
  GHashTable *older;     /* the same; those among them that are asked for again go over to heights */
  int width;

  GtkListView *list;     /* not owned; NULL when nothing is laid out ahead */
  guint bound;           /* the row that the list view took in last */
  int direction;         /* that it goes: 1 or -1 */
  int ahead;             /* how far from there the texts are laid out */
  guint idle;
};

G_DEFINE_FINAL_TYPE (LpNotePool, lp_note_pool, G_TYPE_OBJECT)

static void
lp_note_pool_finalize (GObject *object)
{
  LpNotePool *self = LP_NOTE_POOL (object);

  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->heights, g_hash_table_unref);
  g_clear_pointer (&self->older, g_hash_table_unref);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->words, g_free);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->list);

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
  self->older = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

  if (self->layout != NULL)
    return;

  content = lp_note_pool_take (self);
  gtk_widget_set_parent (GTK_WIDGET (content), host);
  lp_note_content_measure_columns (content, &self->columns);
  self->layout = lp_note_content_create_layout (content);
  gtk_widget_unparent (GTK_WIDGET (content));
  lp_note_pool_give (self, content);
}

static void
forget_heights (LpNotePool *self)
{
  g_hash_table_remove_all (self->heights);
  g_hash_table_remove_all (self->older);
}

/** lp_note_pool_reset: to be called when the font may be another. */
void
lp_note_pool_reset (LpNotePool *self)
{
  forget_heights (self);
  g_clear_object (&self->layout);
}

/** lp_note_pool_forget: to be called when a note was erased: no words are kept. */
void
lp_note_pool_forget (LpNotePool *self)
{
  forget_heights (self);
  g_ptr_array_set_size (self->spare, 0);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, "", 0);
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

static int
lay_out (LpNotePool *self, const char *text)
{
  int height = 0;

  pango_layout_set_width (self->layout, self->width * PANGO_SCALE);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);

  return PANGO_PIXELS_CEIL (height);
}

static void
remember (LpNotePool *self, char *text, int height)
{
  if (g_hash_table_size (self->heights) >= MAX_KNOWN)
    {
      GHashTable *older = self->older;

      g_hash_table_remove_all (older);
      self->older = self->heights;
      self->heights = older;
    }
  g_hash_table_insert (self->heights, text, GINT_TO_POINTER (height));
}

/** lp_note_pool_measure_text: the height of a note's text in pixels, broken at width. */
int
lp_note_pool_measure_text (LpNotePool *self, const char *text, int width)
{
  gpointer height = NULL;
  gpointer key = NULL;

  g_return_val_if_fail (self->layout != NULL, 0);

  if (width != self->width)
    forget_heights (self);
  self->width = width;
  if (g_hash_table_lookup_extended (self->heights, text, NULL, &height))
    return GPOINTER_TO_INT (height);

  if (!g_hash_table_steal_extended (self->older, text, &key, &height))
    {
      key = g_strdup (text);
      height = GINT_TO_POINTER (lay_out (self, text));
    }
  remember (self, key, GPOINTER_TO_INT (height));

  return GPOINTER_TO_INT (height);
}

/** lp_note_pool_get_text_width: that texts were broken at last; 0 before any was. */
int
lp_note_pool_get_text_width (LpNotePool *self)
{
  return self->width;
}

/* --- Ahead of the list view --- */

static const char *
text_of (gpointer item)
{
  return LP_IS_PENDING_NOTE (item) ? lp_pending_note_get_text (item) : lp_record_text (item, LP_NOTE_TEXT);
}

static gboolean
lay_out_next (LpNotePool *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  gint64 position = (gint64) self->bound + self->direction * (self->ahead + 1);
  g_autoptr (GObject) item = NULL;

  if (model == NULL || self->layout == NULL || self->width == 0 || self->ahead >= AHEAD || position < 0)
    return FALSE;
  item = g_list_model_get_item (model, position);
  if (item == NULL)
    return FALSE;

  lp_note_pool_measure_text (self, text_of (item), self->width);
  self->ahead++;
  return TRUE;
}

static gboolean
idle_cb (gpointer data)
{
  LpNotePool *self = data;

  for (guint i = 0; i < AHEAD_AT_ONCE; i++)
    if (self->list == NULL || !lay_out_next (self))
      {
        self->idle = 0;
        return G_SOURCE_REMOVE;
      }

  return G_SOURCE_CONTINUE;
}

/* What was laid out ahead of the row before this one stays so, seen from this one. */
static void
bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LpNotePool *self)
{
  guint position = gtk_list_item_get_position (item);
  int direction = position < self->bound ? -1 : 1;
  int step = direction * ((int) position - (int) self->bound);

  self->ahead = direction == self->direction ? MAX (0, self->ahead - step) : 0;
  self->direction = direction;
  self->bound = position;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/**
 * lp_note_pool_new:
 * @list: (nullable): a list of notes, with a GtkSignalListItemFactory, whose texts are laid out before it comes to them
 */
LpNotePool *
lp_note_pool_new (GtkListView *list)
{
  LpNotePool *self = g_object_new (LP_TYPE_NOTE_POOL, NULL);

  if (list == NULL)
    return self;
  g_set_weak_pointer (&self->list, list);
  g_signal_connect_object (gtk_list_view_get_factory (list), "bind", G_CALLBACK (bound_cb), self, G_CONNECT_DEFAULT);

  return self;
}
