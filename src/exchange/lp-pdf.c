/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-pdf.h"

#include "lp-part-file.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, LpPaper *paper)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, lp_paper_get_title (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Landspanel " PACKAGE_VERSION);
}

/* What a reader shows beside the pages. */
static void
add_outline (cairo_surface_t *surface, LpPaper *paper)
{
  const char *heading = NULL;
  guint sheet = 0;

  for (guint i = 0; (heading = lp_paper_get_heading (paper, i, &sheet)) != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("page=%u", sheet + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, heading, place, 0);
    }
}

/* Version 1.4: its table of objects is plain text, see add_to_catalogue(). */
static GString *
draw (LpPaper *paper, cairo_status_t *status)
{
  GString *pdf = g_string_new (NULL);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, pdf, LP_PAPER_WIDTH, LP_PAPER_HEIGHT);
  cairo_t *cr = NULL;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, paper);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < lp_paper_get_n_sheets (paper); i++)
    {
      if (i > 0)
        cairo_show_page (cr);
      lp_paper_draw (paper, i, cr);
    }
  cairo_tag_end (cr, "Document");
  add_outline (surface, paper);
  cairo_show_page (cr);
  *status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return pdf;
}

/* The number after the last "word" in the file; -1 when there is none. */
static gint64
number_after_last (GString *pdf, const char *word)
{
  gsize size = strlen (word);

  for (gsize at = pdf->len; at-- > 0;)
    {
      if (strncmp (pdf->str + at, word, size) == 0)
        return g_ascii_strtoll (pdf->str + at + size, NULL, 10);
    }
  return -1;
}

/* Where the object begins, by the table of objects at "table"; NULL when that is not as Cairo writes it. */
static const char *
find_object (GString *pdf, gint64 table, gint64 object)
{
  const gint64 entry_size = 20;
  const char *entries = NULL;
  gint64 entry = 0;

  if (table < 0 || (gsize) table >= pdf->len || !g_str_has_prefix (pdf->str + table, "xref\n0 "))
    return NULL;
  entries = strchr (pdf->str + table + strlen ("xref\n"), '\n');
  if (entries == NULL)
    return NULL;
  entry = entries + 1 - pdf->str + object * entry_size;
  if ((gsize) (entry + entry_size) > pdf->len)
    return NULL;
  entry = g_ascii_strtoll (pdf->str + entry, NULL, 10);
  return (gsize) entry < pdf->len ? pdf->str + entry : NULL;
}

/*
 * Cairo 1.18 cannot say which language a document is in, and without that a screen reader guesses. So the
 * document's catalogue is written once more, with what is missing, behind the rest: an incremental update as
 * ISO 32000-1, 7.5.6, has it. A file that is not as expected stays as it is.
 */
static void
add_to_catalogue (GString *pdf, const char *language)
{
  gint64 table = number_after_last (pdf, "startxref\n");
  gint64 root = number_after_last (pdf, "/Root ");
  gint64 info = number_after_last (pdf, "/Info ");
  gint64 size = number_after_last (pdf, "/Size ");
  const char *object = root > 0 ? find_object (pdf, table, root) : NULL;
  const char *end = object != NULL ? strstr (object, ">>\nendobj") : NULL;
  g_autofree char *catalogue = NULL;
  gsize at = pdf->len;
  gsize new_table = 0;

  if (end == NULL || info < 0 || size < 0)
    return;

  catalogue = g_strndup (object, (gsize) (end - object));
  g_string_append_printf (pdf,
                          "%s   /Lang (%s)\n   /MarkInfo << /Marked true >>\n"
                          "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          catalogue, language);
  new_table = pdf->len;
  g_string_append_printf (pdf, "xref\n%" G_GINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", root, at);
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %" G_GINT64_FORMAT "\n   /Root %" G_GINT64_FORMAT
                          " 0 R\n   /Info %" G_GINT64_FORMAT " 0 R\n   /Prev %" G_GINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size, root, info, table, new_table);
}

static gboolean
write_all (LpPartFile *part, const char *data, gsize length, GError **error)
{
  int fd = g_open (lp_part_file_get_path (part), O_WRONLY | O_CLOEXEC);
  int saved = 0;

  while (fd >= 0 && length > 0 && saved == 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno != EINTR)
        saved = errno;
      if (written > 0)
        {
          data += written;
          length -= (gsize) written;
        }
    }
  if (fd < 0 || (close (fd) < 0 && saved == 0))
    saved = errno;
  if (saved != 0)
    lp_part_file_set_error (part, saved, error);
  return saved == 0;
}

static gboolean
check_all (LpPartFile *part, const GString *pdf, GError **error)
{
  g_autoptr (GBytes) there = lp_part_file_read_back (part, error);
  gsize length = 0;
  const char *data = there != NULL ? g_bytes_get_data (there, &length) : NULL;

  if (there == NULL)
    return FALSE;
  if (length == pdf->len && memcmp (data, pdf->str, length) == 0)
    return TRUE;
  lp_part_file_set_short (part, error);
  return FALSE;
}

/**
 * lp_pdf_write:
 * @path: of the file to write
 *
 * A tagged PDF with its title and its language, so that it can be read aloud; read back before it takes its place. Errors are of G_IO_ERROR and say
 * in the user's words why the file could not be written.
 */
gboolean
lp_pdf_write (LpPaper *paper, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LpPartFile) part = lp_part_file_new (path, error);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  g_autoptr (GString) pdf = NULL;

  if (part == NULL)
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  pdf = draw (paper, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” was not written: %s."), name,
                   cairo_status_to_string (status));
      return FALSE;
    }
  add_to_catalogue (pdf, lp_paper_get_language (paper));
  return write_all (part, pdf->str, pdf->len, error) && check_all (part, pdf, error) && lp_part_file_finish (part, cancellable, error);
}
