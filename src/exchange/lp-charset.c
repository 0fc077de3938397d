/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-charset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
begins_with (const char *data,
             gsize       length,
             const char *mark)
{
  gsize n = strlen (mark);

  return length >= n && memcmp (data, mark, n) == 0;
}

static char *
convert (const char  *data,
         gsize        length,
         const char  *charset,
         const char  *name,
         gsize       *out_length,
         GError     **error)
{
  gsize read = 0;
  g_autofree char *text = g_convert (data, length, "UTF-8", charset, &read, out_length, NULL);

  /* half a character at the end is no error to g_convert () */
  if (text && read == length)
    return g_steal_pointer (&text);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%s”, line %u: a character is damaged. Save the file again as “CSV UTF-8”."),
               name, lp_charset_count_breaks (data, read) + 1);
  return NULL;
}

static char *
decode (const char  *data,
        gsize        length,
        const char  *name,
        gsize       *out_length,
        GError     **error)
{
  gboolean marked = begins_with (data, length, "\xef\xbb\xbf");

  if (begins_with (data, length, "\xff\xfe"))
    return convert (data + 2, length - 2, "UTF-16LE", name, out_length, error);
  if (begins_with (data, length, "\xfe\xff"))
    return convert (data + 2, length - 2, "UTF-16BE", name, out_length, error);

  if (marked)
    {
      data += 3;
      length -= 3;
    }
  /* NUL is looked for afterwards, with a message of its own */
  for (gsize at = 0; at < length; at++)
    {
      const char *end = NULL;

      if (!g_utf8_validate_len (data + at, length - at, &end) && *end != '\0')
        return convert (data, length, marked ? "UTF-8" : "CP1252", name, out_length, error);
      at = end - data;
    }

  *out_length = length;
  return g_strndup (data, length);
}

/**
 * How many line breaks there are in so many bytes, CRLF being one; also of UTF-16, whose NULs are passed
 * over.
 */
guint
lp_charset_count_breaks (const char *text,
                         gsize       length)
{
  guint breaks = 0;
  char before = '\0';

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\0')
        continue;
      breaks += text[i] == '\r' || (text[i] == '\n' && before != '\r');
      before = text[i];
    }

  return breaks;
}

/**
 * lp_charset_decode:
 * @bytes: text as UTF-8 (with or without a mark), UTF-16 with a mark, or else Windows-1252
 * @name: what to call the file in messages
 * @length: (out): of the text in bytes
 *
 * Returns: (transfer full): the text as UTF-8, or %NULL and an error, also for text with a NUL
 */
char *
lp_charset_decode (GBytes      *bytes,
                   const char  *name,
                   gsize       *length,
                   GError     **error)
{
  gsize n_bytes = 0;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *text = decode (data ? data : "", n_bytes, name, length, error);
  const char *nul = text ? memchr (text, '\0', *length) : NULL;

  if (nul)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s”, line %u: there is a NUL byte, which no text file has. "
                     "Save the table again as “CSV UTF-8”."),
                   name, lp_charset_count_breaks (text, nul - text) + 1);
      return NULL;
    }

  return g_steal_pointer (&text);
}
