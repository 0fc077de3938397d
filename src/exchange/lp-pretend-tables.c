/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-pretend-tables.h"

#include <math.h>

#include "lp-note-actions.h"
#include "lp-sample.h"

#define SEED 7
#define MINUTE_MS (60 * 1000)

/* Between two notes of a table, on the average; and of the one that has to be asked. */
#define USUAL_MINUTES 2.5
#define SILENT_MINUTES 25.0
#define SILENT_TABLE 6

/* The last of so many is left to be looked at before it may be shown to the room. */
#define UNREVIEWED 4

typedef struct {
  char *text;
  char *perspective;
} Words;

struct _LpPretendTables {
  GRand     *chance;
  guint      n_tables;
  gint64    *due;               /* of each table: when it speaks next; 0 until somebody listens */
  GPtrArray *words[LP_N_KINDS]; /* of Words */
  guint      n_said[LP_N_KINDS];
  guint      n_notes;
};

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->text);
  g_free (words->perspective);
  g_free (words);
}

static guint
find_column (LpCsv *csv, const char *heading)
{
  guint column = 0;

  while (column < lp_csv_get_n_columns (csv) && !g_str_equal (lp_csv_get_heading (csv, column), heading))
    column++;

  return column;
}

static gboolean
load_words (LpPretendTables *self, GError **error)
{
  g_autoptr (LpCsv) csv = lp_sample_load_table ("notes.csv", error);
  guint kind_column = csv != NULL ? find_column (csv, "kind") : 0;
  guint text_column = csv != NULL ? find_column (csv, "text") : 0;
  guint perspective_column = csv != NULL ? find_column (csv, "perspective") : 0;

  for (guint i = 0; csv != NULL && i < lp_csv_get_n_rows (csv); i++)
    {
      LpKind kind;
      Words *words = NULL;

      if (!lp_kind_find (lp_csv_get_field (csv, i, kind_column), &kind))
        continue;
      words = g_new0 (Words, 1);
      words->text = g_strdup (lp_csv_get_field (csv, i, text_column));
      words->perspective = g_strdup (lp_csv_get_field (csv, i, perspective_column));
      g_ptr_array_add (self->words[kind], words);
    }

  return csv != NULL;
}

LpPretendTables *
lp_pretend_tables_new (guint n_tables, GError **error)
{
  g_autoptr (LpPretendTables) self = g_new0 (LpPretendTables, 1);

  self->chance = g_rand_new_with_seed (SEED);
  self->n_tables = n_tables;
  self->due = g_new0 (gint64, n_tables + 1);
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    self->words[kind] = g_ptr_array_new_with_free_func (words_free);

  return load_words (self, error) ? g_steal_pointer (&self) : NULL;
}

void
lp_pretend_tables_free (LpPretendTables *self)
{
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    g_ptr_array_unref (self->words[kind]);
  g_rand_free (self->chance);
  g_free (self->due);
  g_free (self);
}

/* Independent of each other, as if each table did not know when it spoke last. */
static gint64
wait (LpPretendTables *self, guint table)
{
  double mean = table == SILENT_TABLE ? SILENT_MINUTES : USUAL_MINUTES;

  return (gint64) (-log (1 - g_rand_double (self->chance)) * mean * MINUTE_MS) + 1;
}

static LpKind
choose_kind (LpPretendTables *self, guint kinds)
{
  LpKind kind;

  do
    kind = g_rand_int_range (self->chance, 0, LP_N_KINDS);
  while ((kinds & (1u << kind)) == 0);

  return kind;
}

static void
say (LpPretendTables *self, LpChangeSet *changes, LpReader *reader, const LpId *meeting, LpRecord *item, guint table,
     gint64 time)
{
  LpKind kind = choose_kind (self, lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)));
  const Words *words = self->words[kind]->pdata[self->n_said[kind]++ % self->words[kind]->len];
  LpNoteDraft draft = {
    .kind = kind,
    .text = words->text,
    .perspective = words->perspective,
    .table = (int) table,
    .time = time,
    .item = *lp_record_get_id (item),
  };
  LpId id = { 0 };

  lp_note_create (changes, reader, meeting, &draft, &id);
  if (++self->n_notes % UNREVIEWED != 0)
    lp_edit_int (lp_change_set_put (changes, LP_NOTE, meeting, &id), LP_NOTE_REVIEWED, TRUE);
}

/**
 * lp_pretend_tables_speak:
 * @item: (nullable): what the day is at; nothing is said while it takes no notes
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full) (nullable): the notes since the last time, not to be undone; %NULL for none
 */
LpChangeSet *
lp_pretend_tables_speak (LpPretendTables *self, LpReader *reader, const LpId *meeting, LpRecord *item, gint64 time)
{
  gboolean listens = item != NULL && lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) != 0;
  g_autoptr (LpChangeSet) changes = lp_change_set_new (NULL);

  for (guint table = 1; table <= self->n_tables; table++)
    {
      if (!listens || self->due[table] == 0)
        self->due[table] = time + wait (self, table);
      for (; self->due[table] <= time; self->due[table] += wait (self, table))
        say (self, changes, reader, meeting, item, table, self->due[table]);
    }

  return lp_change_set_is_empty (changes) ? NULL : g_steal_pointer (&changes);
}
