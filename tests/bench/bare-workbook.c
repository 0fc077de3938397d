/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bare-workbook CELLS FILE: the floor for bench-export: writes the same cells with libxlsxwriter in constant-memory mode and nothing
 * else. CELLS comes from bench.py: for each cell a Record and the bytes of its text; a sheet begins with a Record of kind 'S'.
 * Prints what it took as print_usage () does.
 */
#include <glib.h>
#include <stdio.h>
#include <xlsxwriter.h>

#include "usage.h"

#define N_STYLES 64

typedef struct __attribute__ ((packed)) {
  guint32 row;
  guint16 column;
  guint8  style;
  guint8  kind;    /* 't'ext, 'n'umber, 'b'lank, 'S'heet */
  double  number;
  guint32 length;
} Record;

typedef struct {
  lxw_workbook  *book;
  lxw_worksheet *sheet;
  lxw_format    *styles[N_STYLES];
  char          *text;
  gsize          size;
} Bare;

static void
make_styles (Bare *bare)
{
  for (guint i = 1; i < N_STYLES; i++)
    {
      bare->styles[i] = workbook_add_format (bare->book);
      format_set_text_wrap (bare->styles[i]);
      format_set_indent (bare->styles[i], i % 15);
      format_set_font_size (bare->styles[i], 10 + i / 15);
    }
}

static void
write_cell (Bare *bare, const Record *record)
{
  lxw_format *style = bare->styles[record->style % N_STYLES];

  switch (record->kind)
    {
    case 'S':
      bare->sheet = workbook_add_worksheet (bare->book, NULL);
      break;
    case 't':
      worksheet_write_string (bare->sheet, record->row, record->column, bare->text, style);
      break;
    case 'n':
      worksheet_write_number (bare->sheet, record->row, record->column, record->number, style);
      break;
    default:
      worksheet_write_blank (bare->sheet, record->row, record->column, style);
      break;
    }
}

static void
write_cells (Bare *bare, FILE *cells)
{
  Record record;

  while (fread (&record, sizeof record, 1, cells) == 1)
    {
      if (record.length + 1 > bare->size)
        {
          bare->size = record.length + 1;
          bare->text = g_realloc (bare->text, bare->size);
        }
      if (fread (bare->text, 1, record.length, cells) != record.length)
        g_error ("the cells end too soon");
      bare->text[record.length] = '\0';
      write_cell (bare, &record);
    }
}

int
main (int argc, char *argv[])
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  Bare bare = { .size = 1, .text = g_malloc (1) };
  FILE *cells = argc == 3 ? fopen (argv[1], "rb") : NULL;
  gint64 begin = g_get_monotonic_time ();

  if (cells == NULL)
    {
      fprintf (stderr, "usage: bare-workbook CELLS FILE\n");
      return 2;
    }
  bare.book = workbook_new_opt (argv[2], &options);
  make_styles (&bare);
  write_cells (&bare, cells);
  if (workbook_close (bare.book) != LXW_NO_ERROR)
    g_error ("the workbook could not be written");
  begin = g_get_monotonic_time () - begin;
  print_usage (begin);
  g_free (bare.text);
  fclose (cells);

  return 0;
}
