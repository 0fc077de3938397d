/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "lp-csv.h"

static LpCsv *
parse (const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  LpCsv *csv = lp_csv_parse (bytes, "a.csv", &error);

  g_assert_no_error (error);

  return csv;
}

static LpCsv *
parse_in (const char *content,
          const char *charset,
          const char *mark)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *converted = g_convert (content, -1, charset, "UTF-8", NULL, &length, &error);
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  LpCsv *csv = NULL;

  g_assert_no_error (error);
  g_byte_array_append (array, (const guint8 *) mark, strlen (mark));
  g_byte_array_append (array, (const guint8 *) converted, length);
  bytes = g_byte_array_free_to_bytes (array);
  csv = lp_csv_parse (bytes, "a.csv", &error);
  g_assert_no_error (error);

  return csv;
}

/* Rows as "line: field|field", headings on line 0. */
static void
assert_table (LpCsv      *csv,
              const char *expected)
{
  g_autoptr (GString) table = g_string_new ("0:");

  for (guint i = 0; i < lp_csv_get_n_columns (csv); i++)
    g_string_append_printf (table, "%s%s", i ? "|" : " ", lp_csv_get_heading (csv, i));
  for (guint row = 0; row < lp_csv_get_n_rows (csv); row++)
    {
      g_string_append_printf (table, "\n%u:", lp_csv_get_line (csv, row));
      for (guint i = 0; i < lp_csv_get_n_columns (csv); i++)
        g_string_append_printf (table, "%s%s", i ? "|" : " ", lp_csv_get_field (csv, row, i));
    }

  g_assert_cmpstr (table->str, ==, expected);
  lp_csv_free (csv);
}

static void
test_delimiters (void)
{
  assert_table (parse ("kind;text\ndream;a, b\tc\n"), "0: kind|text\n2: dream|a, b\tc");
  assert_table (parse ("kind,text\ndream,a; b\n"), "0: kind|text\n2: dream|a; b");
  assert_table (parse ("kind\ttext\ndream\ta; b, c\n"), "0: kind|text\n2: dream|a; b, c");
  /* copied from cells */
  assert_table (parse ("a, b, c\ttext\n1\t2\n"), "0: a, b, c|text\n2: 1|2");
  /* a tab that strayed into a heading */
  assert_table (parse ("kind;table\t;text\ndream;1;a\n"), "0: kind|table\t|text\n2: dream|1|a");
  /* what stands in quotation marks does not count */
  assert_table (parse ("\"a;b;c\",text\n1,2\n"), "0: a;b;c|text\n2: 1|2");
  /* one column is cut at nothing */
  assert_table (parse ("text\na; b, c\td\n"), "0: text\n2: a; b, c\td");
}

static void
test_line_ends (void)
{
  static const char *const expected = "0: kind|text\n2: dream|a\n4: story|b";

  assert_table (parse ("kind;text\ndream;a\n\nstory;b\n"), expected);
  assert_table (parse ("kind;text\r\ndream;a\r\n\r\nstory;b\r\n"), expected);
  assert_table (parse ("kind;text\rdream;a\r\rstory;b"), expected);
  assert_table (parse ("kind;text\ndream;a\n;\nstory;b"), expected);
}

static void
test_quotes (void)
{
  assert_table (parse ("kind;text\ndream;\"to\nlinjer; \"\"her\"\"\"\nstory;b\n"),
                "0: kind|text\n2: dream|to\nlinjer; \"her\"\n4: story|b");
  assert_table (parse ("kind;text\r\ndream;\"a\r\n\r\nb\"\r\nstory;c\r\n"), "0: kind|text\n2: dream|a\r\n\r\nb\n5: story|c");
  assert_table (parse ("kind;text\ndream;\"a\rb\"\nstory;c\n"), "0: kind|text\n2: dream|a\rb\n4: story|c");
  /* a mark within a field that does not begin with one is text */
  assert_table (parse ("kind;text\ndream;hun sagde \"nej\"\ndream; \"\n"),
                "0: kind|text\n2: dream|hun sagde \"nej\"\n3: dream| \"");
}

static void
test_spaces (void)
{
  assert_table (parse ("kind;text\n dream ;  a  \n"), "0: kind|text\n2:  dream |  a  ");
  assert_table (parse ("kind\ttext\n\t \n"), "0: kind|text\n2: | ");
}

static void
test_lengths (void)
{
  LpCsv *csv = parse ("a;b;c\n1\n1;2;3;4\n1;2;3;;;\n");

  g_assert_cmpuint (lp_csv_get_n_fields (csv, 0), ==, 1);
  g_assert_cmpstr (lp_csv_get_field (csv, 0, 2), ==, "");
  g_assert_cmpuint (lp_csv_get_n_fields (csv, 1), ==, 4);
  g_assert_cmpuint (lp_csv_get_n_fields (csv, 2), ==, 3);
  lp_csv_free (csv);
}

static void
test_charsets (void)
{
  static const char *const danish = "slags;tekst\ndrøm;Åben dør – hver dag\n";
  static const char *const expected = "0: slags|tekst\n2: drøm|Åben dør – hver dag";

  assert_table (parse (danish), expected);
  assert_table (parse_in (danish, "UTF-8", "\xef\xbb\xbf"), expected);
  assert_table (parse_in (danish, "CP1252", ""), expected);
  assert_table (parse_in (danish, "UTF-16LE", "\xff\xfe"), expected);
  assert_table (parse_in (danish, "UTF-16BE", "\xfe\xff"), expected);
}

static void
assert_refused (const char *content,
                gsize       length,
                const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, length);

  g_test_message ("%s", complaint);
  g_assert_null (lp_csv_parse (bytes, "a.csv", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "a.csv"));
  if (!strstr (error->message, complaint))
    g_test_fail_printf ("“%s” does not say “%s”", error->message, complaint);
}

#define REFUSED(content, complaint) assert_refused (content, sizeof (content) - 1, complaint)

static void
test_refused (void)
{
  REFUSED ("", "empty");
  REFUSED ("\n\r\n;;\n", "empty");
  REFUSED ("kind;text\ndream;a\ndream;\"b\nc\nd\n", "line 3");
  REFUSED ("kind;text\ndream;\"a\nb\";\"c\n\n", "line 3");
  REFUSED ("kind;text\ndream;a\ndream;\"b\"c\n", "line 3");
  REFUSED ("kind;text\ndream;a\0b\n", "line 2");
  REFUSED ("\xef\xbb\xbfkind;text\ndream;\xe6\n", "line 2");
  /* undefined in Windows-1252 */
  REFUSED ("kind;text\n\ndream;\xe6\x81\n", "line 3");
  /* half a character of UTF-16 */
  REFUSED ("\xff\xfek\0;\0t\0\n\0a", "line 2");
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lp_csv_read ("/nowhere/a.csv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* What is written by the rules comes back, whatever it is. */
static void
test_any (void)
{
  static const char *const parts[] = { "a", "\"", ";", ",", "\t", "\n", "\r\n", " ", "æ", "🙂", "=", "\xef\xbb\xbf" };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (GString) file = g_string_new ("kind;text;more\n1;\"");
      LpCsv *csv = NULL;

      for (guint n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      for (const char *c = text->str; *c; c++)
        g_string_append_printf (file, *c == '"' ? "\"%c" : "%c", *c);
      g_string_append (file, "\";2\n3;4;5\n");

      csv = parse (file->str);
      g_assert_cmpuint (lp_csv_get_n_rows (csv), ==, 2);
      g_assert_cmpstr (lp_csv_get_field (csv, 0, 1), ==, text->str);
      g_assert_cmpstr (lp_csv_get_field (csv, 0, 2), ==, "2");
      g_assert_cmpstr (lp_csv_get_field (csv, 1, 2), ==, "5");
      lp_csv_free (csv);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/delimiters", test_delimiters);
  g_test_add_func ("/csv/line-ends", test_line_ends);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/spaces", test_spaces);
  g_test_add_func ("/csv/lengths", test_lengths);
  g_test_add_func ("/csv/charsets", test_charsets);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/missing-file", test_missing_file);
  g_test_add_func ("/csv/any", test_any);

  return g_test_run ();
}
