/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-municipalities.h"

#include <gio/gio.h>
#include <string.h>

#include "lp-core-resources.h"
#include "lp-terms.h"

#define DENMARK "/dk/udsatte/Landspanel/core/municipalities.txt"

/* One on notes alone may be misspelt: it is suggested, and still not known. */
#define NAMED \
  "SELECT municipality, max (listed) FROM" \
  " (SELECT municipality, 0 AS listed FROM note WHERE space=?1 AND deleted=0" \
  "  UNION ALL SELECT municipality, 1 FROM participant WHERE space=?1 AND deleted=0)" \
  " WHERE municipality<>'' GROUP BY municipality ORDER BY count (*) DESC, municipality"

struct _LpMunicipalities {
  GPtrArray  *names;   /* of char *: those that are named, then Denmark's */
  guint       n_named;
  GHashTable *keys;    /* of all names; owned */
  GHashTable *known;   /* keys of Denmark's and the roster's; owned */
};

/* "Københavns Kommune", "kobenhavn" with an ø, and "København" are one. */
static char *
make_key (const char *name)
{
  static const char *const ends[] = { " regionskommune", " kommune", "s" };
  g_autofree char *folded = lp_fold_text (name);
  g_autofree char *key = g_strdup (g_strstrip (folded));

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (key, ends[i]))
      key[strlen (key) - strlen (ends[i])] = '\0';

  return g_steal_pointer (&key);
}

/* The first way to write it stays. */
static void
add_name (LpMunicipalities *self, const char *name, gboolean known)
{
  g_autofree char *key = make_key (name);

  if (known)
    g_hash_table_add (self->known, g_strdup (key));
  if (*key != '\0' && g_hash_table_add (self->keys, g_steal_pointer (&key)))
    g_ptr_array_add (self->names, g_strdup (name));
}

static void
add_denmark (LpMunicipalities *self)
{
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (lp_core_get_resource (), DENMARK, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      add_name (self, lines[i], TRUE);
}

static LpMunicipalities *
create (void)
{
  LpMunicipalities *self = g_new0 (LpMunicipalities, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/** lp_municipalities_new: Denmark's alone. Transfer full. */
LpMunicipalities *
lp_municipalities_new (void)
{
  LpMunicipalities *self = create ();

  add_denmark (self);
  return self;
}

/** lp_municipalities_load: those of a meeting, and Denmark's. Transfer full. */
LpMunicipalities *
lp_municipalities_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpMunicipalities) self = create ();
  g_autoptr (LpQuery) query = lp_reader_query (reader, NAMED);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    add_name (self, lp_query_text (query, 0), lp_query_int (query, 1) != 0);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  self->n_named = self->names->len;
  add_denmark (self);

  return g_steal_pointer (&self);
}

void
lp_municipalities_free (LpMunicipalities *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->known);
  g_free (self);
}

/** lp_municipalities_know: whether it is one of Denmark's, or the roster names it. */
gboolean
lp_municipalities_know (LpMunicipalities *self, const char *name)
{
  g_autofree char *key = make_key (name);

  return g_hash_table_contains (self->known, key);
}

/* Both folded. A word in the name begins behind a blank or a hyphen. */
static gboolean
has_word (const char *name, const char *typed)
{
  for (const char *at = strpbrk (name, " -"); at != NULL; at = strpbrk (at + 1, " -"))
    if (g_str_has_prefix (at + 1, typed))
      return TRUE;

  return FALSE;
}

static void
add_matches (LpMunicipalities *self, GPtrArray *found, const char *typed, guint from, guint to, gboolean inside)
{
  for (guint i = from; i < to; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      g_autofree char *folded = lp_fold_text (name);

      if (inside ? has_word (folded, typed) && !g_str_has_prefix (folded, typed) : g_str_has_prefix (folded, typed))
        g_ptr_array_add (found, (gpointer) name);
    }
}

/**
 * lp_municipalities_suggest:
 * @typed: what the name, or a word in it, begins with; when blank, those that the meeting names are suggested
 *
 * Returns: (transfer container) (element-type utf8): likeliest first; the names stay @self's
 */
GPtrArray *
lp_municipalities_suggest (LpMunicipalities *self, const char *typed, guint max)
{
  g_autofree char *folded = lp_fold_text (typed);
  const char *begin = g_strstrip (folded);
  GPtrArray *found = g_ptr_array_new ();

  add_matches (self, found, begin, 0, self->n_named, FALSE);
  if (*begin != '\0')
    {
      add_matches (self, found, begin, 0, self->n_named, TRUE);
      add_matches (self, found, begin, self->n_named, self->names->len, FALSE);
      add_matches (self, found, begin, self->n_named, self->names->len, TRUE);
    }
  g_ptr_array_set_size (found, (int) MIN (found->len, max));

  return found;
}
