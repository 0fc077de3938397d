/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-text-heights.h"

#include "lp-pending-note.h"

/* Texts whose height is known: those that the list view lets go and takes back as it scrolls, and some. */
#define MAX_KNOWN 2000

#define AHEAD 64
#define AHEAD_AT_ONCE 4

struct _LpTextHeights
{
  GObject parent_instance;

  PangoLayout *layout;   /* or NULL */
  GHashTable *heights;   /* digest of a text → pixels, at this width: words that are erased are not kept here */
  GHashTable *older;     /* the same; those among them that are asked for again go over to heights */
  int width;

  GtkListView *list;     /* not owned; NULL when nothing is laid out ahead */
  guint bound;           /* the row that the list view took in last */
  int direction;         /* that it goes: 1 or -1 */
  int ahead;             /* how far from there the texts are laid out */
  guint idle;
};

G_DEFINE_FINAL_TYPE (LpTextHeights, lp_text_heights, G_TYPE_OBJECT)

static void
lp_text_heights_finalize (GObject *object)
{
  LpTextHeights *self = LP_TEXT_HEIGHTS (object);

  g_clear_pointer (&self->heights, g_hash_table_unref);
  g_clear_pointer (&self->older, g_hash_table_unref);
  g_clear_object (&self->layout);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->list);

  G_OBJECT_CLASS (lp_text_heights_parent_class)->finalize (object);
}

static void
lp_text_heights_class_init (LpTextHeightsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_text_heights_finalize;
}

static void
lp_text_heights_init (LpTextHeights *self)
{
  self->heights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->older = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/** lp_text_heights_forget: not even digests are kept; to be called when a note was erased. */
void
lp_text_heights_forget (LpTextHeights *self)
{
  g_hash_table_remove_all (self->heights);
  g_hash_table_remove_all (self->older);
}

/** lp_text_heights_set_layout: layout: one in which texts break as they do in the list; or NULL: the font may be another by now */
void
lp_text_heights_set_layout (LpTextHeights *self, PangoLayout *layout)
{
  lp_text_heights_forget (self);
  g_set_object (&self->layout, layout);
}

/** lp_text_heights_is_ready: whether it has a layout. */
gboolean
lp_text_heights_is_ready (LpTextHeights *self)
{
  return self->layout != NULL;
}

/* A text that is cut off is one paragraph: Pango would count its lines anew in each. */
static int
lay_out (LpTextHeights *self, const char *text)
{
  gboolean cut = pango_layout_get_ellipsize (self->layout) != PANGO_ELLIPSIZE_NONE;
  g_autofree char *paragraph = cut ? g_strdelimit (g_strdup (text), "\r\n", ' ') : NULL;
  int height = 0;

  pango_layout_set_width (self->layout, self->width * PANGO_SCALE);
  pango_layout_set_text (self->layout, cut ? paragraph : text, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  pango_layout_set_text (self->layout, "", 0);

  return PANGO_PIXELS_CEIL (height);
}

/* digest: taken */
static void
remember (LpTextHeights *self, char *digest, int height)
{
  if (g_hash_table_size (self->heights) >= MAX_KNOWN)
    {
      GHashTable *older = self->older;

      g_hash_table_remove_all (older);
      self->older = self->heights;
      self->heights = older;
    }
  g_hash_table_insert (self->heights, digest, GINT_TO_POINTER (height));
}

/** lp_text_heights_measure: the height of a note's text in pixels, broken at width. To be called when it is ready. */
int
lp_text_heights_measure (LpTextHeights *self, const char *text, int width)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);
  gpointer height = NULL;
  gpointer key = NULL;

  g_return_val_if_fail (self->layout != NULL, 0);

  if (width != self->width)
    lp_text_heights_forget (self);
  self->width = width;
  if (g_hash_table_lookup_extended (self->heights, digest, NULL, &height))
    return GPOINTER_TO_INT (height);

  if (!g_hash_table_steal_extended (self->older, digest, &key, &height))
    {
      key = g_steal_pointer (&digest);
      height = GINT_TO_POINTER (lay_out (self, text));
    }
  remember (self, key, GPOINTER_TO_INT (height));

  return GPOINTER_TO_INT (height);
}

/** lp_text_heights_get_width: that texts were broken at last; 0 before any was. */
int
lp_text_heights_get_width (LpTextHeights *self)
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
lay_out_next (LpTextHeights *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  gint64 position = (gint64) self->bound + self->direction * (self->ahead + 1);
  g_autoptr (GObject) item = NULL;

  if (model == NULL || self->layout == NULL || self->width == 0 || self->ahead >= AHEAD || position < 0)
    return FALSE;
  item = g_list_model_get_item (model, position);
  if (item == NULL)
    return FALSE;

  lp_text_heights_measure (self, text_of (item), self->width);
  self->ahead++;
  return TRUE;
}

static gboolean
idle_cb (gpointer data)
{
  LpTextHeights *self = data;

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
bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LpTextHeights *self)
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
 * lp_text_heights_new:
 * @list: (nullable): a list of notes, with a GtkSignalListItemFactory, whose texts are laid out before it comes to them
 */
LpTextHeights *
lp_text_heights_new (GtkListView *list)
{
  LpTextHeights *self = g_object_new (LP_TYPE_TEXT_HEIGHTS, NULL);

  if (list == NULL)
    return self;
  g_set_weak_pointer (&self->list, list);
  g_signal_connect_object (gtk_list_view_get_factory (list), "bind", G_CALLBACK (bound_cb), self, G_CONNECT_DEFAULT);

  return self;
}
