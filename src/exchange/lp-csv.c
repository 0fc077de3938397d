/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-csv.h"

#include "lp-charset.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* No byte of UTF-8: stands for a quotation mark that libcsv would stumble over. */
#define LONE_QUOTE ((char) 0xff)
/* For a heading of one column: what no text contains, so that no text is cut. */
#define NO_DELIMITER '\x1f'

typedef struct {
  guint line;
  guint first;    /* of its fields, in offsets */
  guint n_fields;
} Row;

struct _LpCsv {
  GString   *text;    /* all fields, each ended by NUL */
  GArray    *offsets; /* of gsize, in text */
  GArray    *rows;    /* of Row; the first is the heading, if there is one */
  guint      first;   /* row below the heading: 1, or 0 without one */
  guint      widest;  /* fields in the row that has most */
  gboolean   guarded; /* see lp_csv_set_guarded () */
  GPtrArray *names;   /* "Column 1" …, in place of headings; made when asked for */
};

typedef struct {
  LpCsv      *csv;
  const char *name;
  guint       line;         /* on which the row began */
  guint       breaks;       /* line breaks within its fields so far */
  guint       first;
  gboolean    has_text;
  gboolean    after_return; /* the last row ended in CR: an LF now is the rest of it */
} Parse;

static void
field_cb (void  *data,
          size_t length,
          void  *user_data)
{
  Parse *parse = user_data;
  GString *text = parse->csv->text;
  gsize offset = text->len;

  g_array_append_val (parse->csv->offsets, offset);
  g_string_append_len (text, data, length);
  for (char *c = memchr (text->str + offset, LONE_QUOTE, length); c; c = strchr (c, LONE_QUOTE))
    *c = '"';
  g_string_append_c (text, '\0');

  parse->has_text |= length > 0;
  parse->breaks += lp_charset_count_breaks (data, length);
}

static void
row_cb (int   terminator,
        void *user_data)
{
  Parse *parse = user_data;
  guint end = parse->csv->offsets->len;
  Row row = { .line = parse->line, .first = parse->first, .n_fields = end - parse->first };
  gboolean rest_of_return = parse->after_return && terminator == '\n' && row.n_fields == 0;

  parse->after_return = terminator == '\r';
  if (rest_of_return)
    return;

  if (parse->has_text)
    {
      g_array_append_val (parse->csv->rows, row);
      parse->csv->widest = MAX (parse->csv->widest, row.n_fields);
    }

  parse->line += parse->breaks + 1;
  parse->breaks = 0;
  parse->first = end;
  parse->has_text = FALSE;
}

/* libcsv would trim fields; a note is kept as it was said. */
static int
no_space (unsigned char c)
{
  return 0;
}

/* The one of ; , and tab that the heading has most of, outside of quotation marks. What is copied from cells
 * has commas in it, however many, but hardly semicolons: it is divided by tabs where there are as many of
 * these. A tab that strayed into a heading divides nothing. */
static char
find_delimiter (const char *text)
{
  enum { SEMICOLON, COMMA, TAB };
  static const char delimiters[] = { [SEMICOLON] = ';', [COMMA] = ',', [TAB] = '\t', '\0' };
  guint counts[sizeof delimiters] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  text += strspn (text, "\r\n");
  for (; *text && (quoted || !strchr ("\r\n", *text)); text++)
    {
      const char *at = strchr (delimiters, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (at && !quoted)
        counts[at - delimiters]++;
    }

  for (guint i = 1; i < strlen (delimiters); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  if (counts[TAB] > 0 && counts[TAB] >= counts[SEMICOLON])
    return '\t';

  return counts[best] > 0 ? delimiters[best] : NO_DELIMITER;
}

static gboolean
parse_text (Parse    *parse,
            char     *text,
            gsize     length,
            GError  **error)
{
  struct csv_parser parser;
  gboolean ended = FALSE;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
  csv_set_delim (&parser, find_delimiter (text));
  csv_set_space_func (&parser, no_space);
  csv_set_blk_size (&parser, 4096);

  for (gsize at = 0; at < length;)
    {
      at += csv_parse (&parser, text + at, length - at, field_cb, row_cb, parse);
      if (at == length)
        break;
      if (text[at] != '"')
        {
          csv_free (&parser);
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("“%s”, line %u: there is text after a closing quotation mark. "
                         "Write quotation marks inside a quoted field twice (\"\")."),
                       parse->name, lp_charset_count_breaks (text, at) + 1);
          return FALSE;
        }
      /* A quotation mark in a field that does not begin with one is meant as it stands. */
      text[at] = LONE_QUOTE;
    }

  ended = csv_fini (&parser, field_cb, row_cb, parse) == 0;
  csv_free (&parser);
  if (!ended)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _("“%s”: the quotation mark that opens a field on line %u is never closed. Add the closing "
                   "quotation mark or remove the opening one."),
                 parse->name, parse->line + parse->breaks);

  return ended;
}

static gboolean
check_heading (LpCsv       *self,
               const char  *name,
               GError     **error)
{
  if (self->rows->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” is empty. It needs a line of headings and a line for each row."), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * lp_csv_parse:
 * @bytes: a file's content: UTF-8, Windows-1252 or UTF-16; fields divided by semicolon, comma or tab
 * @name: what to call the file in messages
 *
 * Line breaks may be LF, CRLF or CR. Nothing is trimmed. A quotation mark within a field that does not begin
 * with one is text.
 *
 * Returns: (transfer full): the table, or %NULL and an error that says where and how to mend it
 */
LpCsv *
lp_csv_parse (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  g_autoptr (LpCsv) self = g_new0 (LpCsv, 1);
  g_autofree char *text = NULL;
  gsize length = 0;
  Parse parse = { .csv = self, .name = name, .line = 1 };

  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->first = 1;

  text = lp_charset_decode (bytes, name, &length, error);
  if (!text || !parse_text (&parse, text, length, error) || !check_heading (self, name, error))
    return NULL;

  return g_steal_pointer (&self);
}

/** As lp_csv_parse(), from a file. */
LpCsv *
lp_csv_read (const char  *path,
             GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *content = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &content, &length, error))
    return NULL;

  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&content), length);

  return lp_csv_parse (bytes, name, error);
}

/** Headings and fields that it gave are gone too. */
void
lp_csv_free (LpCsv *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_array_unref (self->rows);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

static const char *
get_field (LpCsv     *self,
           const Row *row,
           guint      column)
{
  if (column >= row->n_fields)
    return "";

  return self->text->str + g_array_index (self->offsets, gsize, row->first + column);
}

/** FALSE: the first row is one like the others. Until it is said otherwise, it is a heading. */
void
lp_csv_set_has_heading (LpCsv    *self,
                        gboolean  has_heading)
{
  self->first = has_heading ? 1 : 0;
}

/** How many headings there are. */
guint
lp_csv_get_n_columns (LpCsv *self)
{
  return self->first > 0 ? g_array_index (self->rows, Row, 0).n_fields : self->widest;
}

static const char *
get_name (LpCsv *self,
          guint  column)
{
  if (!self->names)
    self->names = g_ptr_array_new_with_free_func (g_free);
  while (self->names->len <= column)
    g_ptr_array_add (self->names, g_strdup_printf (_("Column %u"), self->names->len + 1));

  return g_ptr_array_index (self->names, column);
}

/** What stands above a column, UTF-8; without a heading its number in words, "" behind the last one. */
const char *
lp_csv_get_heading (LpCsv *self,
                    guint  column)
{
  if (self->first == 0)
    return get_name (self, column);

  return get_field (self, &g_array_index (self->rows, Row, 0), column);
}

/** How many rows there are, the heading not counted. */
guint
lp_csv_get_n_rows (LpCsv *self)
{
  return self->rows->len - self->first;
}

/** The line of the file on which a row begins; the first line is 1. */
guint
lp_csv_get_line (LpCsv *self,
                 guint  row)
{
  return g_array_index (self->rows, Row, row + self->first).line;
}

/** How many fields a row has, those at its end that are empty not counted. */
guint
lp_csv_get_n_fields (LpCsv *self,
                     guint  row)
{
  const Row *found = &g_array_index (self->rows, Row, row + self->first);
  guint n_fields = found->n_fields;

  while (n_fields > 0 && *get_field (self, found, n_fields - 1) == '\0')
    n_fields--;

  return n_fields;
}

/**
 * lp_csv_needs_guard: whether a text must be guarded by LP_CSV_GUARD, so that no spreadsheet takes it for a formula: it begins as
 * one, or as one that is guarded already. (OWASP, "CSV Injection".)
 */
gboolean
lp_csv_needs_guard (const char *text)
{
  return strchr ("=+-@\t\r", text[strspn (text, LP_CSV_GUARD)]) && text[strspn (text, LP_CSV_GUARD)] != '\0';
}

/** lp_csv_set_guarded: whether fields were guarded by LP_CSV_GUARD when they were written; else an apostrophe is what it is. */
void
lp_csv_set_guarded (LpCsv    *self,
                    gboolean  guarded)
{
  self->guarded = guarded;
}

/** What stands in a field, without a guard; "" when the row is shorter. */
const char *
lp_csv_get_field (LpCsv *self,
                  guint  row,
                  guint  column)
{
  const char *text = get_field (self, &g_array_index (self->rows, Row, row + self->first), column);

  return self->guarded && *text == *LP_CSV_GUARD && lp_csv_needs_guard (text) ? text + 1 : text;
}
