/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-json-text.h"

/** lp_json_append_text: @text: UTF-8. As a string in quotes; RFC 8259, 7, says what may not stand in it as it is. */
void
lp_json_append_text (GString *json, const char *text)
{
  const char *from = text;
  const char *at;

  g_string_append_c (json, '"');
  for (at = text; *at; at++)
    {
      if ((guchar) *at >= ' ' && *at != '"' && *at != '\\')
        continue;
      g_string_append_len (json, from, at - from);
      if ((guchar) *at < ' ')
        g_string_append_printf (json, "\\u%04x", *at);
      else
        g_string_append_printf (json, "\\%c", *at);
      from = at + 1;
    }
  g_string_append_len (json, from, at - from);
  g_string_append_c (json, '"');
}
