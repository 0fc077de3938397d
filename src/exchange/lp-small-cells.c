/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-small-cells.h"

/* Rather anything else than the sum of a whole column. */
#define COST_OF_SUM 1000

typedef struct {
  guint    count;
  gboolean hidden;
  gboolean small;   /* is to be protected; others are hidden for its sake */
} Cell;

struct _LpSmallCells {
  guint  n_rows;     /* and one more, of the sums */
  guint  n_columns;
  Cell  *cells;
};

/* The corners of a rectangle. */
typedef struct {
  guint row, column;
  guint other_row, other_column;
} Corners;

static Cell *
cell_at (LpSmallCells *self, guint row, guint column)
{
  return &self->cells[row * self->n_columns + column];
}

/** lp_small_cells_new: @n_columns: two at least, else there is nothing to hide a cell behind */
LpSmallCells *
lp_small_cells_new (guint n_rows, guint n_columns)
{
  LpSmallCells *self = g_new0 (LpSmallCells, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (Cell, (n_rows + 1) * n_columns);
  return self;
}

/** lp_small_cells_add: counts one more. */
void
lp_small_cells_add (LpSmallCells *self, guint row, guint column)
{
  cell_at (self, row, column)->count++;
  cell_at (self, self->n_rows, column)->count++;
}

/** lp_small_cells_get: Returns: how many there are, hidden or not */
guint
lp_small_cells_get (LpSmallCells *self, guint row, guint column)
{
  return cell_at (self, row, column)->count;
}

/** lp_small_cells_hide: hides a cell that is not empty for a reason of the caller's own, and has it protected. */
void
lp_small_cells_hide (LpSmallCells *self, guint row, guint column)
{
  Cell *cell = cell_at (self, row, column);

  cell->hidden = cell->small = TRUE;
}

/* Whether the first corner could as well be another number: by one less or more, the others making up for it. Sums lie on the
 * other side of what they are sums of. None can be less than nothing. */
static gboolean
is_ambiguous (LpSmallCells *self, const Corners *at)
{
  gboolean with_sum = at->row == self->n_rows || at->other_row == self->n_rows;
  guint here = cell_at (self, at->row, at->column)->count;
  guint across = cell_at (self, at->other_row, at->other_column)->count;
  guint below = cell_at (self, at->other_row, at->column)->count;
  guint beside = cell_at (self, at->row, at->other_column)->count;

  if (with_sum)
    return (here > 0 && below > 0) || (beside > 0 && across > 0);
  return (here > 0 && across > 0) || (below > 0 && beside > 0);
}

static guint64
cost_of (LpSmallCells *self, guint row, guint column)
{
  Cell *cell = cell_at (self, row, column);

  if (cell->hidden)
    return 0;
  return (1 + (guint64) cell->count) * (row == self->n_rows ? COST_OF_SUM : 1);
}

static guint64
cost_of_corners (LpSmallCells *self, const Corners *at)
{
  return cost_of (self, at->row, at->other_column) + cost_of (self, at->other_row, at->column) +
         cost_of (self, at->other_row, at->other_column);
}

/* The cheapest, and of these the first. There is always one, with the sum of the cell's column. */
static void
find_corners (LpSmallCells *self, Corners *found)
{
  guint64 least = G_MAXUINT64;

  for (guint i = 0; i <= self->n_rows && least > 0; i++)
    {
      for (guint j = 0; j < self->n_columns; j++)
        {
          Corners at = { found->row, found->column, i, j };
          guint64 cost = i != at.row && j != at.column && is_ambiguous (self, &at) ? cost_of_corners (self, &at) : least;

          if (cost >= least)
            continue;
          least = cost;
          *found = at;
        }
    }
}

static void
protect_one (LpSmallCells *self, guint row, guint column)
{
  Corners at = { row, column, row, column };

  find_corners (self, &at);
  cell_at (self, at.row, at.other_column)->hidden = TRUE;
  cell_at (self, at.other_row, at.column)->hidden = TRUE;
  cell_at (self, at.other_row, at.other_column)->hidden = TRUE;
}

/**
 * lp_small_cells_protect: hides what is small, and what else must be hidden with it.
 * @limit: fewer than this is small; none is not
 * @n_judged: only the first so many columns can be small; the others are there to be hidden with them
 *
 * Complementary suppression by the hypercube method, in two dimensions a rectangle: every small cell is a corner of a rectangle of
 * hidden cells, and could be one more or one less with the others making up for it. (Repsilber, 1994; Giessing and Repsilber,
 * "Tools and strategies to protect multiple tables with the GHQUAR cell suppression engine", 2002.)
 */
void
lp_small_cells_protect (LpSmallCells *self, guint limit, guint n_judged)
{
  for (guint i = 0; i <= self->n_rows; i++)
    {
      for (guint j = 0; j < MIN (n_judged, self->n_columns); j++)
        {
          guint count = cell_at (self, i, j)->count;

          if (count > 0 && count < limit)
            lp_small_cells_hide (self, i, j);
        }
    }
  for (guint i = 0; i <= self->n_rows; i++)
    {
      for (guint j = 0; j < self->n_columns; j++)
        {
          if (cell_at (self, i, j)->small)
            protect_one (self, i, j);
        }
    }
}

gboolean
lp_small_cells_is_hidden (LpSmallCells *self, guint row, guint column)
{
  return cell_at (self, row, column)->hidden;
}

/** lp_small_cells_count: Returns: how many cells are hidden that are not empty, sums too */
guint
lp_small_cells_count (LpSmallCells *self)
{
  guint n = 0;

  for (guint i = 0; i < (self->n_rows + 1) * self->n_columns; i++)
    n += self->cells[i].hidden && self->cells[i].count > 0;
  return n;
}

void
lp_small_cells_free (LpSmallCells *self)
{
  g_free (self->cells);
  g_free (self);
}
