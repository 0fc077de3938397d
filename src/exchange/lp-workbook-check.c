/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unzip.h>

#define BUFFER_SIZE (64 * 1024)

static const char row_tag[] = "<row ";
static const char end_tag[] = "</worksheet>";

#define KEPT (sizeof end_tag - 1) /* of one piece, before the next: no tag is cut */

typedef struct {
  char  bytes[KEPT + BUFFER_SIZE + 1];
  gsize kept;
  guint rows;
} Scan;

/* In texts < is escaped, so that a tag is a tag. */
static guint
count_rows (const char *text)
{
  guint rows = 0;

  for (const char *at = strstr (text, row_tag); at; at = strstr (at + 1, row_tag))
    rows++;

  return rows;
}

/* A row tag that ends in the new piece is counted; one within what was kept, has been. */
static void
scan_piece (Scan  *scan,
            gsize  length)
{
  gsize total = scan->kept + length;
  gsize keep = MIN (KEPT, total);

  scan->bytes[total] = '\0';
  scan->rows += count_rows (scan->bytes);
  memmove (scan->bytes, scan->bytes + total - keep, keep);
  scan->kept = keep;
  scan->bytes[keep] = '\0';
  scan->rows -= count_rows (scan->bytes);
}

static gboolean
scan_sheet (unzFile  zip,
            guint   *rows)
{
  g_autofree Scan *scan = g_new0 (Scan, 1);
  int length = 0;

  if (unzOpenCurrentFile (zip) != UNZ_OK)
    return FALSE;
  while ((length = unzReadCurrentFile (zip, scan->bytes + scan->kept, BUFFER_SIZE)) > 0)
    scan_piece (scan, length);

  scan->bytes[scan->kept] = '\0';
  *rows = scan->rows + count_rows (scan->bytes);

  /* closing tells whether the checksum held */
  return unzCloseCurrentFile (zip) == UNZ_OK && length == 0 && strstr (scan->bytes, end_tag);
}

static gboolean
check_sheet (unzFile  zip,
             guint    sheet,
             guint    n_rows)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet + 1);
  guint rows = 0;

  return unzLocateFile (zip, name, 1) == UNZ_OK && scan_sheet (zip, &rows) && rows == n_rows;
}

/* The sheets that one thread checks: the longest alone, or all others. */
typedef struct {
  const char *path;
  GArray     *row_counts;
  guint       longest;
  gboolean    alone;
} Part;

static gboolean
check_part (const Part *part)
{
  unzFile zip = unzOpen64 (part->path);
  gboolean whole = zip != NULL;

  for (guint i = 0; whole && i < part->row_counts->len; i++)
    {
      if ((i == part->longest) == part->alone)
        whole = check_sheet (zip, i, g_array_index (part->row_counts, guint, i));
    }
  if (zip)
    unzClose (zip);
  return whole;
}

static gpointer
check_in_thread (gpointer data)
{
  return GINT_TO_POINTER (check_part (data));
}

static guint
find_longest (GArray *row_counts)
{
  guint longest = 0;

  for (guint i = 1; i < row_counts->len; i++)
    {
      if (g_array_index (row_counts, guint, i) > g_array_index (row_counts, guint, longest))
        longest = i;
    }
  return longest;
}

/**
 * lp_workbook_check:
 * @row_counts: of guint: how many rows each sheet must have
 *
 * Reads a workbook back: libxlsxwriter does not notice when a full disk took less than it was given.
 */
gboolean
lp_workbook_check (const char  *path,
                   GArray      *row_counts,
                   GError     **error)
{
  Part longest = { path, row_counts, find_longest (row_counts), TRUE };
  Part others = { path, row_counts, longest.longest, FALSE };
  GThread *thread = g_thread_new ("workbook-check", check_in_thread, &others);
  gboolean whole = check_part (&longest);

  whole = GPOINTER_TO_INT (g_thread_join (thread)) && whole;
  if (!whole)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _("The workbook did not arrive whole on the disk. See whether there is room left "
                           "on it, and try again."));

  return whole;
}
