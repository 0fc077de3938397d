/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

static void
end_cell (GStrvBuilder *row, GString *cell)
{
  g_strv_builder_add (row, cell->str);
  g_string_truncate (cell, 0);
}

static GStrvBuilder *
end_row (GPtrArray *rows, GStrvBuilder *row, GString *cell)
{
  end_cell (row, cell);
  g_ptr_array_add (rows, g_strv_builder_unref_to_strv (row));
  return g_strv_builder_new ();
}

/* A quoted cell from after its opening quote; returns what stands after its closing one. */
static const char *
read_quoted (const char *p, GString *cell)
{
  for (; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (cell, *p);
      else if (p[1] == '"')
        g_string_append_c (cell, *p++);
      else
        return p + 1;
    }
  return p;
}

GPtrArray *
test_csv_read (const char *path)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GStrvBuilder *row = g_strv_builder_new ();
  const char *p = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  p = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
  while (*p != '\0')
    {
      if (*p == '"')
        {
          p = read_quoted (p + 1, cell);
          continue;
        }
      if (*p == ';')
        end_cell (row, cell);
      else if (*p == '\n')
        row = end_row (rows, row, cell);
      else if (*p != '\r')
        g_string_append_c (cell, *p);
      p++;
    }
  g_strv_builder_unref (row);
  g_assert_cmpuint (rows->len, >, 1);
  g_ptr_array_remove_index (rows, 0);
  return rows;
}
