/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-small-cells.h"

#define MAX_ROWS 12
#define MAX_COLUMNS 6
#define ROUNDS 3000

/* A table, as it is published: what somebody sees who wants to compute what is hidden. */
typedef struct {
  LpSmallCells *cells;
  guint         n_rows;
  guint         n_columns;
} Table;

static Table
make_table (guint n_rows, guint n_columns, guint most)
{
  Table table = { lp_small_cells_new (n_rows, n_columns), n_rows, n_columns };

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          for (gint32 n = g_test_rand_int_range (0, (gint32) most + 1); n > 0; n--)
            lp_small_cells_add (table.cells, row, column);
        }
    }
  return table;
}

/*
 * The hidden cells as flows: of a row into its columns, of a column into its sum, where that is hidden. What is shown fixes what
 * flows through each of them. Another table that shows the same is this one with flow added around a circle. Nodes: rows, the row of
 * sums, then columns.
 */
static gboolean
can_flow (const Table *table, guint from, guint to, guint but_row, guint but_column)
{
  gboolean from_row = from <= table->n_rows;
  gboolean to_row = to <= table->n_rows;
  guint row = from_row ? from : to;
  guint column = (from_row ? to : from) - table->n_rows - 1;
  gboolean forward = row == table->n_rows ? to_row : from_row;

  if (from_row == to_row || (row == but_row && column == but_column))
    return FALSE;
  return lp_small_cells_is_hidden (table->cells, row, column) && (forward || lp_small_cells_get (table->cells, row, column) > 0);
}

static gboolean
has_way (const Table *table, guint from, guint to, guint but_row, guint but_column)
{
  guint n_nodes = table->n_rows + 1 + table->n_columns;
  g_autofree gboolean *seen = g_new0 (gboolean, n_nodes);
  g_autofree guint *queue = g_new (guint, n_nodes);
  guint n = 0;

  queue[n++] = from;
  seen[from] = TRUE;
  for (guint i = 0; i < n; i++)
    {
      for (guint next = 0; next < n_nodes; next++)
        {
          if (seen[next] || !can_flow (table, queue[i], next, but_row, but_column))
            continue;
          seen[next] = TRUE;
          queue[n++] = next;
        }
    }
  return seen[to];
}

/* Whether it could be another number, and all that is shown were the same. */
static gboolean
is_unknown (const Table *table, guint row, guint column)
{
  guint node = table->n_rows + 1 + column;
  guint from = row == table->n_rows ? node : row;
  guint to = row == table->n_rows ? row : node;

  return has_way (table, to, from, row, column) ||
         (lp_small_cells_get (table->cells, row, column) > 0 && has_way (table, from, to, row, column));
}

static void
assert_protected (const Table *table, guint limit, guint n_judged)
{
  for (guint row = 0; row <= table->n_rows; row++)
    {
      for (guint column = 0; column < n_judged; column++)
        {
          guint count = lp_small_cells_get (table->cells, row, column);

          if (count == 0 || count >= limit)
            continue;
          g_assert_true (lp_small_cells_is_hidden (table->cells, row, column));
          g_assert_true (is_unknown (table, row, column));
        }
    }
}

/* Some for a reason of the caller's own, which may be large. */
static void
hide_some (const Table *table, guint n_judged)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      for (guint column = 0; column < n_judged; column++)
        {
          if (g_test_rand_int_range (0, 8) == 0 && lp_small_cells_get (table->cells, row, column) > 0)
            lp_small_cells_hide (table->cells, row, column);
        }
    }
}

/* Before the others are hidden: what is hidden now is to be unknown then. */
static GArray *
list_hidden (const Table *table)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      if (lp_small_cells_is_hidden (table->cells, i / table->n_columns, i % table->n_columns))
        g_array_append_val (places, i);
    }
  return places;
}

static void
assert_unknown (const Table *table, GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      g_assert_true (lp_small_cells_is_hidden (table->cells, place / table->n_columns, place % table->n_columns));
      g_assert_true (is_unknown (table, place / table->n_columns, place % table->n_columns));
    }
}

static void
test_any_table (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint limit = (guint) g_test_rand_int_range (0, 7);
      Table table = make_table ((guint) g_test_rand_int_range (1, MAX_ROWS + 1), (guint) g_test_rand_int_range (2, MAX_COLUMNS + 1),
                                (guint) g_test_rand_int_range (1, 9));
      guint n_judged = (guint) g_test_rand_int_range (1, (gint32) table.n_columns + 1);
      g_autoptr (GArray) hidden = NULL;

      if (round % 2 == 1)
        hide_some (&table, n_judged);
      hidden = list_hidden (&table);
      lp_small_cells_protect (table.cells, limit, n_judged);
      assert_protected (&table, limit, n_judged);
      assert_unknown (&table, hidden);
      lp_small_cells_free (table.cells);
    }
}

/* The auditor finds what is wrong: one cell alone can be computed. */
static void
test_auditor (void)
{
  Table table = make_table (3, 3, 5);

  lp_small_cells_add (table.cells, 1, 1);
  lp_small_cells_hide (table.cells, 1, 1);
  g_assert_false (is_unknown (&table, 1, 1));
  lp_small_cells_free (table.cells);
}

static void
test_nothing_small (void)
{
  Table table = make_table (4, 3, 0);

  for (guint i = 0; i < 4 * 3 * 5; i++)
    lp_small_cells_add (table.cells, i % 4, i % 3);
  for (guint limit = 0; limit <= 5; limit++)
    {
      lp_small_cells_protect (table.cells, limit, 3);
      g_assert_cmpuint (lp_small_cells_count (table.cells), ==, 0);
    }
  lp_small_cells_free (table.cells);
}

/* What is empty need not be hidden, nor what nobody is to be told apart by; a limit of 1 hides nothing. */
static void
test_not_judged (void)
{
  Table table = make_table (2, 3, 0);

  lp_small_cells_add (table.cells, 0, 2);
  lp_small_cells_add (table.cells, 1, 2);
  lp_small_cells_protect (table.cells, 3, 2);
  g_assert_cmpuint (lp_small_cells_count (table.cells), ==, 0);
  lp_small_cells_protect (table.cells, 1, 3);
  g_assert_cmpuint (lp_small_cells_count (table.cells), ==, 0);
  lp_small_cells_free (table.cells);
}

/* One note from a politician among many others: it, and as little more as can be. */
static void
test_one_small (void)
{
  Table table = make_table (2, 3, 0);

  for (guint i = 0; i < 20; i++)
    lp_small_cells_add (table.cells, i % 2, 0);
  for (guint i = 0; i < 8; i++)
    lp_small_cells_add (table.cells, i % 2, 1);
  lp_small_cells_add (table.cells, 0, 2);
  for (guint i = 0; i < 6; i++)
    lp_small_cells_add (table.cells, 1, 2);
  lp_small_cells_protect (table.cells, 3, 3);
  g_assert_true (lp_small_cells_is_hidden (table.cells, 0, 2));
  g_assert_true (lp_small_cells_is_hidden (table.cells, 0, 1));
  g_assert_true (lp_small_cells_is_hidden (table.cells, 1, 1));
  g_assert_true (lp_small_cells_is_hidden (table.cells, 1, 2));
  g_assert_false (lp_small_cells_is_hidden (table.cells, 0, 0));
  g_assert_cmpuint (lp_small_cells_count (table.cells), ==, 4);
  lp_small_cells_free (table.cells);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/small-cells/any-table", test_any_table);
  g_test_add_func ("/small-cells/auditor", test_auditor);
  g_test_add_func ("/small-cells/nothing-small", test_nothing_small);
  g_test_add_func ("/small-cells/not-judged", test_not_judged);
  g_test_add_func ("/small-cells/one-small", test_one_small);

  return g_test_run ();
}
