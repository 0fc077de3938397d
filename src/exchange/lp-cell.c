/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cell.h"

#include <string.h>

/* What XML 1.0 has no way to write. */
static gboolean
is_unwritable (gunichar c)
{
  return (c < ' ' && c != '\0' && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff;
}

/* What would be read as an escape; also when its last underscore is to be the first one of a written one. */
static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x'
         && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3])
         && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5])
         && (text[6] == '_' || is_unwritable (g_utf8_get_char (text + 6)));
}

static guint
units_of (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (is_unwritable (c) || is_escape (at))
    return LP_CELL_ESCAPE_LENGTH;

  return c > 0xffff ? 2 : 1;
}

/**
 * lp_cell_fit:
 * @text: with whatever characters
 *
 * A cell takes LP_CELL_UNITS, counted in UTF-16. What has to be escaped is counted as long as it is written.
 *
 * Returns: how many bytes of @text fit in one cell
 */
gsize
lp_cell_fit (const char *text)
{
  gsize length = strlen (text);
  const char *at = text;
  guint units = 0;

  if (length <= LP_CELL_UNITS / LP_CELL_ESCAPE_LENGTH)
    return length;

  while (*at)
    {
      units += units_of (at);
      if (units > LP_CELL_UNITS)
        break;
      at = g_utf8_next_char (at);
    }

  return at - text;
}

/* All texts go through here, and hardly one has any of these bytes: they end the quick search. */
static const guchar is_unusual[256] = {
  [0 ... '\t' - 1] = TRUE, ['\n' + 1 ... ' ' - 1] = TRUE, ['_'] = TRUE, [0xef] = TRUE,
};

static gboolean
needs_escape (const char *text)
{
  for (const char *c = text;; c++)
    {
      while (!is_unusual[(guchar) *c])
        c++;
      if (*c == '\0')
        return FALSE;
      if ((guchar) *c < ' ' || (*c == '_' && is_escape (c))
          || (*c == '\xef' && c[1] == '\xbf' && (c[2] == '\xbe' || c[2] == '\xbf')))
        return TRUE;
    }
}

/**
 * lp_cell_escape:
 *
 * Line breaks become LF; characters that XML cannot hold become "_x0001_", and what looks like such an escape
 * but is said gets its own underscore escaped (ECMA-376 part 1, 22.9.2.19).
 *
 * Returns: (transfer full) (nullable): the text to write, or %NULL when it can be written as it stands
 */
char *
lp_cell_escape (const char *text)
{
  GString *escaped = NULL;

  if (!needs_escape (text))
    return NULL;

  escaped = g_string_sized_new (strlen (text) + LP_CELL_ESCAPE_LENGTH);
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (c == '\r')
        g_string_append_c (escaped, '\n');
      else if (is_unwritable (c) || is_escape (at))
        g_string_append_printf (escaped, "_x%04X_", c);
      else
        g_string_append_unichar (escaped, c);
    }
  /* the rest of what looked like an escape follows its underscore: "_x005F_x0041_" */
  return g_string_free_and_steal (escaped);
}

/** lp_cell_read_escape: whether an escape stands at the beginning; @unit: (out): what it stands for */
gboolean
lp_cell_read_escape (const char *text, guint *unit)
{
  guint value = 0;

  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < LP_CELL_ESCAPE_LENGTH - 1; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      value = value << 4 | (guint) g_ascii_xdigit_value (text[i]);
    }
  if (text[LP_CELL_ESCAPE_LENGTH - 1] != '_')
    return FALSE;
  *unit = value;
  return TRUE;
}
