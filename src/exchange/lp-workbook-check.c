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
check_sheets (unzFile  zip,
              GArray  *row_counts)
{
  for (guint i = 0; i < row_counts->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      guint rows = 0;

      if (unzLocateFile (zip, name, 1) != UNZ_OK || !scan_sheet (zip, &rows)
          || rows != g_array_index (row_counts, guint, i))
        return FALSE;
    }

  return TRUE;
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
  unzFile zip = unzOpen64 (path);
  gboolean whole = zip && check_sheets (zip, row_counts);

  if (zip)
    unzClose (zip);
  if (!whole)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _("The workbook did not arrive whole on the disk. See whether there is room left "
                           "on it, and try again."));

  return whole;
}
