/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-places.h"

#define THEMES "SELECT id, name FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

#define IN_THEME "SELECT note, also FROM placement WHERE theme = ?1 AND deleted = 0 ORDER BY rank, note"

#define BETWEEN_NAMES "; " /* a name is a sentence, with commas in it */

typedef struct {
  LpId    id;
  char   *name;
  GArray *places; /* of LpPlace */
} Theme;

struct _LpPlaces {
  GHashTable *themes;   /* LpId → Theme */
  GPtrArray  *in_order; /* of Theme */
  GHashTable *by_note;  /* LpPlace, which begins with its note's id → Theme */
  GHashTable *others;   /* LpId of a note → GString: names of the themes it is in besides */
  GArray     *loose;    /* of LpPlace, in the order in which they were seen */
};

static void
string_free (gpointer string)
{
  g_string_free (string, TRUE);
}

static void
theme_free (gpointer data)
{
  Theme *theme = data;

  g_free (theme->name);
  g_array_unref (theme->places);
  g_free (theme);
}

static gboolean
load_themes (LpPlaces       *self,
             LpReader       *reader,
             const LpId     *meeting,
             LpPublication  *publication,
             GError        **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, THEMES);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &failure))
    {
      Theme *theme = g_new0 (Theme, 1);

      lp_query_id (query, 0, &theme->id);
      theme->name = lp_publication_clean (publication, lp_query_text (query, 1));
      theme->places = g_array_new (FALSE, FALSE, sizeof (LpPlace));
      g_hash_table_insert (self->themes, &theme->id, theme);
      g_ptr_array_add (self->in_order, theme);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static void
add_other (LpPlaces   *self,
           const LpId *note,
           const char *name)
{
  GString *names = g_hash_table_lookup (self->others, note);

  if (names)
    g_string_append_printf (names, BETWEEN_NAMES "%s", name);
  else
    g_hash_table_insert (self->others, lp_id_copy (note), g_string_new (name));
}

static gboolean
load_notes (LpPlaces  *self,
            Theme     *theme,
            LpReader  *reader,
            GError   **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, IN_THEME);
  g_autoptr (GError) failure = NULL;
  LpPlace place = { .kind = -1 };

  lp_query_bind_id (query, 1, &theme->id);
  while (lp_query_next (query, &failure))
    {
      if (!lp_query_id (query, 0, &place.note))
        continue;
      if (lp_query_int (query, 1))
        add_other (self, &place.note, theme->name);
      else
        g_array_append_val (theme->places, place);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Now that the arrays grow no more, the places in them stay where they are. */
static void
index_notes (LpPlaces *self,
             Theme    *theme)
{
  for (guint i = 0; i < theme->places->len; i++)
    g_hash_table_insert (self->by_note, &g_array_index (theme->places, LpPlace, i), theme);
}

/** lp_places_load: reads what lies in the themes that are not deleted; their names are as they may be published. */
LpPlaces *
lp_places_load (LpReader       *reader,
                const LpId     *meeting,
                LpPublication  *publication,
                GError        **error)
{
  g_autoptr (LpPlaces) self = g_new0 (LpPlaces, 1);

  self->themes = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, NULL, theme_free);
  self->in_order = g_ptr_array_new ();
  self->others = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, string_free);
  self->by_note = g_hash_table_new (lp_id_hash, lp_id_equal_func);
  self->loose = g_array_new (FALSE, FALSE, sizeof (LpPlace));
  if (!load_themes (self, reader, meeting, publication, error))
    return NULL;

  for (guint i = 0; i < self->in_order->len; i++)
    {
      Theme *theme = g_ptr_array_index (self->in_order, i);

      if (!load_notes (self, theme, reader, error))
        return NULL;
      index_notes (self, theme);
    }

  return g_steal_pointer (&self);
}

/** lp_places_get_n_themes: Returns: how many themes the meeting has, empty ones too */
guint
lp_places_get_n_themes (LpPlaces *self)
{
  return g_hash_table_size (self->themes);
}

/**
 * lp_places_see: takes down a note that is there.
 * @theme: (out): where it lies; unset for none
 *
 * Returns: (transfer none): its theme's name, "" for none
 */
const char *
lp_places_see (LpPlaces   *self,
               const LpId *note,
               gint64      num,
               int         kind,
               LpId       *theme)
{
  LpPlace *place = NULL;
  Theme *found = NULL;

  if (!g_hash_table_lookup_extended (self->by_note, note, (gpointer *) &place, (gpointer *) &found))
    {
      *theme = (LpId) { 0 };
      g_array_append_val (self->loose, ((LpPlace) { .note = *note, .num = num, .kind = kind }));
      return "";
    }

  place->num = num;
  place->kind = kind;
  *theme = found->id;
  return found->name;
}

/** lp_places_get_others: Returns: (transfer none): names of the themes that a note is in besides its own, "" for none */
const char *
lp_places_get_others (LpPlaces   *self,
                      const LpId *note)
{
  GString *names = g_hash_table_lookup (self->others, note);

  return names ? names->str : "";
}

/**
 * lp_places_get:
 * @theme: one of the meeting's, or an unset one for the notes without
 *
 * Returns: (transfer none): of LpPlace; those with a num of 0 were not seen
 */
GArray *
lp_places_get (LpPlaces   *self,
               const LpId *theme)
{
  Theme *found = g_hash_table_lookup (self->themes, theme);

  return found ? found->places : self->loose;
}

static void
list_kind (GArray *places,
           LpKind  kind,
           GArray *nums)
{
  for (guint i = 0; i < places->len; i++)
    {
      const LpPlace *place = &g_array_index (places, LpPlace, i);

      if (place->num != 0 && place->kind == (int) kind)
        g_array_append_val (nums, place->num);
    }
}

/** lp_places_list: Returns: (transfer full): of gint64, in no order: the notes of that kind that were seen */
GArray *
lp_places_list (LpPlaces *self,
                LpKind    kind)
{
  GArray *nums = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->in_order->len; i++)
    list_kind (((Theme *) g_ptr_array_index (self->in_order, i))->places, kind, nums);
  list_kind (self->loose, kind, nums);
  return nums;
}

/** lp_places_free: What lp_places_get () gave is gone too. */
void
lp_places_free (LpPlaces *self)
{
  g_clear_pointer (&self->by_note, g_hash_table_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->in_order, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_clear_pointer (&self->loose, g_array_unref);
  g_free (self);
}
