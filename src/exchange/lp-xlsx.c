/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-xlsx.h"

#include "lp-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unzip.h>

/* ECMA-376 part 1, 18: parts of a workbook that say where the sheets are, the strings they share, and the sheets themselves. */
#define BOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"
#define STRINGS "xl/sharedStrings.xml"

/* More than a workbook of 100,000 notes by far: what is larger when unpacked was made to fill the memory. */
#define MAX_PART (512 * 1024 * 1024)
#define MAX_COLUMNS 16384

typedef struct {
  char *name;
  char *relation;
  char *part;
} Sheet;

struct _LpXlsx {
  unzFile    zip;
  GPtrArray *sheets;
  GPtrArray *strings;  /* of char *; shared by all sheets */
};

/* What is being read of a part. */
typedef struct {
  LpXlsx    *book;
  GString   *text;     /* of the cell or string at hand */
  gboolean   listens;  /* inside <t> or <v> */
  gboolean   aloud;    /* inside <rPh>: how it is spoken */
  char      *type;     /* of the cell: "s", "str", … */
  guint      column;
  LpXlsxRow *row;
  GPtrArray *rows;
} Reading;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->part);
  g_free (sheet);
}

LpXlsxRow *
lp_xlsx_row_new (guint number)
{
  LpXlsxRow *row = g_new0 (LpXlsxRow, 1);

  row->number = number;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  return row;
}

void
lp_xlsx_row_free (LpXlsxRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
set_unreadable (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is no workbook that can be read. Save it as .xlsx, without a password."));
}

/* The whole of a part, with a NUL behind it; NULL without an error: there is none. */
static char *
read_part (LpXlsx *self, const char *name, GError **error)
{
  unz_file_info64 info = { 0 };
  g_autofree char *text = NULL;
  int length = 0;

  if (unzLocateFile (self->zip, name, 2) != UNZ_OK)
    return NULL;
  if (unzGetCurrentFileInfo64 (self->zip, &info, NULL, 0, NULL, 0, NULL, 0) == UNZ_OK && info.uncompressed_size <= MAX_PART &&
      unzOpenCurrentFile (self->zip) == UNZ_OK)
    {
      text = g_try_malloc (info.uncompressed_size + 1);
      length = text != NULL ? unzReadCurrentFile (self->zip, text, info.uncompressed_size) : -1;
      /* closing tells whether the checksum held */
      if (unzCloseCurrentFile (self->zip) == UNZ_OK && length >= 0 && (guint64) length == info.uncompressed_size)
        {
          text[length] = '\0';
          return g_steal_pointer (&text);
        }
    }
  set_unreadable (error);
  return NULL;
}

static gboolean
parse_part (LpXlsx *self, const char *name, const GMarkupParser *parser, gpointer data, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = read_part (self, name, error);
  g_autoptr (GMarkupParseContext) context = NULL;

  if (text == NULL)
    return FALSE;
  context = g_markup_parse_context_new (parser, 0, data, NULL);
  if (g_markup_parse_context_parse (context, text, -1, &problem) && g_markup_parse_context_end_parse (context, &problem))
    return TRUE;
  set_unreadable (error);
  return FALSE;
}

/* Names may have the prefix of a namespace. */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static const char *
find_attribute (const char **names, const char **values, const char *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], wanted) || (strchr (wanted, ':') == NULL && g_str_equal (local_name (names[i]), wanted)))
        return values[i];
    }
  return NULL;
}

static void
book_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
              GError **error)
{
  LpXlsx *self = data;
  Sheet *sheet = NULL;

  if (!g_str_equal (local_name (element), "sheet"))
    return;
  sheet = g_new0 (Sheet, 1);
  sheet->name = g_strdup (find_attribute (names, values, "name"));
  sheet->relation = g_strdup (find_attribute (names, values, "id"));
  g_ptr_array_add (self->sheets, sheet);
}

static void
relation_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
                  GError **error)
{
  LpXlsx *self = data;
  const char *id = find_attribute (names, values, "Id");
  const char *target = find_attribute (names, values, "Target");

  for (guint i = 0; id != NULL && target != NULL && i < self->sheets->len; i++)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (g_strcmp0 (sheet->relation, id) == 0)
        sheet->part = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }
}

/* "_x000D_" is a character that XML, or Excel, would not keep (ECMA-376 part 1, 22.9.2.19). */
static char *
unescape (const char *text)
{
  GString *plain = NULL;

  if (strstr (text, "_x") == NULL)
    return g_strdup (text);
  plain = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      guint unit = 0;

      if (lp_cell_read_escape (text, &unit) && unit != 0 && (unit < 0xd800 || unit > 0xdfff))
        {
          g_string_append_unichar (plain, unit);
          text += LP_CELL_ESCAPE_LENGTH;
        }
      else
        g_string_append_c (plain, *text++);
    }
  return g_string_free_and_steal (plain);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->listens && !reading->aloud)
    g_string_append_len (reading->text, text, length);
}

static void
string_begin (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
              GError **error)
{
  Reading *reading = data;
  const char *name = local_name (element);

  if (g_str_equal (name, "si"))
    g_string_truncate (reading->text, 0);
  reading->aloud |= g_str_equal (name, "rPh");
  reading->listens = g_str_equal (name, "t");
}

static void
string_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *name = local_name (element);

  reading->listens = FALSE;
  if (g_str_equal (name, "rPh"))
    reading->aloud = FALSE;
  if (g_str_equal (name, "si"))
    g_ptr_array_add (reading->book->strings, unescape (reading->text->str));
}

/* "D5": the column; as many as there are before when it is not said. */
static guint
read_column (const char *reference, guint next)
{
  guint column = 0;

  if (reference == NULL || !g_ascii_isupper (*reference))
    return next;
  for (; g_ascii_isupper (*reference) && column <= MAX_COLUMNS; reference++)
    column = column * 26 + (*reference - 'A' + 1);
  return column - 1;
}

static void
begin_row (Reading *reading, const char *number)
{
  guint64 said = 0;
  guint last = reading->row != NULL ? reading->row->number : 0;

  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT32, &said, NULL))
    said = last + 1;
  reading->row = lp_xlsx_row_new ((guint) said);
  g_ptr_array_add (reading->rows, reading->row);
}

static void
cell_begin (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
            GError **error)
{
  Reading *reading = data;
  const char *name = local_name (element);

  if (g_str_equal (name, "row"))
    begin_row (reading, find_attribute (names, values, "r"));
  else if (g_str_equal (name, "c") && reading->row != NULL)
    {
      reading->column = read_column (find_attribute (names, values, "r"), reading->row->cells->len);
      g_set_str (&reading->type, find_attribute (names, values, "t"));
      g_string_truncate (reading->text, 0);
    }
  reading->aloud |= g_str_equal (name, "rPh");
  reading->listens = g_str_equal (name, "t") || g_str_equal (name, "v");
}

static char *
cell_text (Reading *reading)
{
  GPtrArray *strings = reading->book->strings;
  guint64 index = 0;

  if (g_strcmp0 (reading->type, "s") != 0)
    return unescape (reading->text->str);
  if (!g_ascii_string_to_unsigned (reading->text->str, 10, 0, G_MAXUINT32, &index, NULL) || index >= strings->len)
    return g_strdup ("");
  return g_strdup (g_ptr_array_index (strings, index));
}

static void
end_cell (Reading *reading)
{
  GPtrArray *cells = reading->row != NULL ? reading->row->cells : NULL;

  if (cells == NULL || reading->column >= MAX_COLUMNS || reading->column < cells->len)
    return;
  while (cells->len < reading->column)
    g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, cell_text (reading));
}

static void
cell_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *name = local_name (element);

  reading->listens = FALSE;
  if (g_str_equal (name, "rPh"))
    reading->aloud = FALSE;
  if (g_str_equal (name, "c"))
    end_cell (reading);
}

static gboolean
read_strings (LpXlsx *self, GError **error)
{
  static const GMarkupParser parser = { string_begin, string_end, text_cb, NULL, NULL };
  Reading reading = { self, g_string_new (NULL) };
  g_autoptr (GError) problem = NULL;
  gboolean done = parse_part (self, STRINGS, &parser, &reading, &problem);

  g_string_free (reading.text, TRUE);
  /* a workbook without shared strings has no such part */
  if (done || problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
read_book (LpXlsx *self, GError **error)
{
  static const GMarkupParser book = { book_element, NULL, NULL, NULL, NULL };
  static const GMarkupParser relations = { relation_element, NULL, NULL, NULL, NULL };
  g_autoptr (GError) problem = NULL;

  if (self->zip != NULL && parse_part (self, BOOK, &book, self, &problem) &&
      parse_part (self, RELATIONS, &relations, self, &problem))
    return read_strings (self, error);
  set_unreadable (error);
  return FALSE;
}

/** lp_xlsx_open: Returns: (transfer full): the workbook, its sheets not read yet; %NULL with an error */
LpXlsx *
lp_xlsx_open (const char *path, GError **error)
{
  g_autoptr (LpXlsx) self = g_new0 (LpXlsx, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  /* minizip does not say why it cannot */
  if (stream == NULL)
    return NULL;
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->zip = unzOpen64 (path);
  return read_book (self, error) ? g_steal_pointer (&self) : NULL;
}

void
lp_xlsx_free (LpXlsx *self)
{
  if (self->zip != NULL)
    unzClose (self->zip);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_free (self);
}

guint
lp_xlsx_get_n_sheets (LpXlsx *self)
{
  return self->sheets->len;
}

/** lp_xlsx_get_name: Returns: (transfer none): "" when it has none */
const char *
lp_xlsx_get_name (LpXlsx *self, guint sheet)
{
  const char *name = ((Sheet *) g_ptr_array_index (self->sheets, sheet))->name;

  return name != NULL ? name : "";
}

/** lp_xlsx_read_sheet: Returns: (transfer full): of LpXlsxRow, those that are written; %NULL with an error */
GPtrArray *
lp_xlsx_read_sheet (LpXlsx *self, guint sheet, GError **error)
{
  static const GMarkupParser parser = { cell_begin, cell_end, text_cb, NULL, NULL };
  Sheet *wanted = g_ptr_array_index (self->sheets, sheet);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_xlsx_row_free);
  Reading reading = { self, g_string_new (NULL), .rows = rows };
  gboolean done = wanted->part != NULL && parse_part (self, wanted->part, &parser, &reading, error);

  g_string_free (reading.text, TRUE);
  g_free (reading.type);
  if (done)
    return g_steal_pointer (&rows);
  if (error != NULL && *error == NULL)
    set_unreadable (error);
  return NULL;
}
