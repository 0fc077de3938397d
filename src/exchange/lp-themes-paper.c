/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-themes-paper.h"

#include "lp-note-stream.h"
#include "lp-summary-parts.h"

#include <glib/gi18n-lib.h>

#define THEMES "SELECT num FROM theme WHERE space=?1 AND deleted=0 ORDER BY rank, id"

#define STEPS 256 /* notes between two looks at whether it was cancelled */

/* What is needed while it is written. */
typedef struct {
  LpReader         *reader;
  LpPublication    *publication;
  LpPlaces         *places;
  LpSummaryFacts   *facts;
  LpPaper          *paper;
  GCancellable     *cancellable;
  LpExportProgress  progress;
  gpointer          user_data;
  guint             n_written;
} Writer;

/* The notes of one theme that come along and are of that kind; -1: of none that we know. */
static GArray *
list_notes (GArray *places, int kind)
{
  GArray *nums = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < places->len; i++)
    {
      const LpPlace *place = &g_array_index (places, LpPlace, i);

      if (place->num != 0 && place->kind == kind)
        g_array_append_val (nums, place->num);
    }
  return nums;
}

/* A quote says who speaks; any other note is told by its code alone. */
static void
add_note (Writer *self, const LpNoteLine *note)
{
  gboolean quote = lp_publication_has_quote (self->publication, note->num);
  /* Translators: words, who said them, and the code of the note */
  g_autofree char *line = quote ? g_strdup_printf (_("“%s” – %s (%s)"), note->text, note->profile, note->code)
                                : g_strdup_printf ("%s (%s)", note->text, note->code);
  g_autofree char *item = g_strconcat ("• ", line, NULL);

  lp_paper_add (self->paper, LP_PAPER_BODY, item);
}

static gboolean
tick (Writer *self, GError **error)
{
  if (++self->n_written % STEPS != 0)
    return TRUE;
  if (self->progress != NULL && self->facts->counts->total > 0)
    self->progress (LP_SHARE_OF_LAYING_OUT * self->n_written / self->facts->counts->total, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
add_notes (Writer *self, GArray *places, int kind, GError **error)
{
  g_autoptr (GArray) nums = list_notes (places, kind);
  g_autoptr (LpNoteStream) stream = lp_note_stream_new_by (self->reader, nums, self->publication);

  if (nums->len > 0 && kind >= 0)
    lp_paper_add (self->paper, LP_PAPER_STRONG, lp_kind_plural ((LpKind) kind));
  for (guint i = 0; i < nums->len; i++)
    {
      const LpNoteLine *note = lp_note_stream_next (stream, error);

      if (note == NULL)
        return FALSE;
      add_note (self, note);
      if (!tick (self, error))
        return FALSE;
    }
  return TRUE;
}

/* description: or NULL. Nothing of a theme of which no note comes along. */
static gboolean
add_part (Writer *self, const LpId *theme, const char *name, const char *description, GError **error)
{
  GArray *places = lp_places_get (self->places, theme);
  guint n_notes = 0;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < places->len; i++)
    n_notes += g_array_index (places, LpPlace, i).num != 0;
  if (n_notes == 0)
    return TRUE;
  /* Translators: the name of a theme, and how many notes are in it */
  heading = g_strdup_printf (C_("theme", "%s (%u)"), name, n_notes);
  lp_paper_add (self->paper, LP_PAPER_HEADING, heading);
  if (description != NULL)
    lp_paper_add (self->paper, LP_PAPER_BODY, description);
  for (int kind = 0; kind < LP_N_KINDS; kind++)
    {
      if (!add_notes (self, places, kind, error))
        return FALSE;
    }
  return add_notes (self, places, -1, error);
}

static gboolean
add_themes (Writer *self, const LpId *meeting, GError **error)
{
  static const LpId none = { 0 };
  g_autoptr (GPtrArray) themes = lp_reader_load_all (self->reader, LP_THEME, THEMES, meeting, error);

  if (themes == NULL)
    return FALSE;
  for (guint i = 0; i < themes->len; i++)
    {
      LpRecord *theme = g_ptr_array_index (themes, i);
      g_autofree char *name = lp_publication_clean (self->publication, lp_record_text (theme, LP_THEME_NAME));
      g_autofree char *description = lp_publication_clean (self->publication, lp_record_text (theme, LP_THEME_DESCRIPTION));

      if (!add_part (self, lp_record_get_id (theme), name, description, error))
        return FALSE;
    }
  return add_part (self, &none, _("In no theme"), NULL, error);
}

static void
add_front (Writer *self)
{
  const LpSummaryFacts *facts = self->facts;
  g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", facts->counts->total), facts->counts->total);
  g_autofree char *themes = g_strdup_printf (ngettext ("%u theme", "%u themes", facts->ranked->len), facts->ranked->len);
  g_autofree char *figures = g_strjoin (" · ", notes, themes, NULL);

  lp_paper_add (self->paper, LP_PAPER_TITLE, facts->title);
  lp_paper_add (self->paper, LP_PAPER_BODY, facts->about);
  lp_paper_add (self->paper, LP_PAPER_BODY, facts->purpose);
  lp_paper_add (self->paper, LP_PAPER_STRONG, figures);
  lp_summary_add_about (self->paper, facts);
}

/**
 * lp_themes_paper_new: every note that comes along, under its theme, by kind: to be read from start to end. Call between
 * lp_reader_begin() and lp_reader_end().
 *
 * @publication: for whom it is, and so what comes along
 * @progress: (nullable): told how far it is
 * @result: (out): what was written
 *
 * Free with lp_paper_free().
 */
LpPaper *
lp_themes_paper_new (LpReader *reader, const LpId *meeting, LpPublication *publication, GCancellable *cancellable,
                     LpExportProgress progress, gpointer user_data, LpExportResult *result, GError **error)
{
  g_autoptr (LpPlaces) places = lp_places_load (reader, meeting, publication, error);
  g_autoptr (LpSummaryFacts) facts =
      places != NULL ? lp_summary_facts_load_with (reader, meeting, publication, places, cancellable, error) : NULL;
  g_autoptr (LpPaper) paper = NULL;
  Writer writer = { reader, publication, places, facts, NULL, cancellable, progress, user_data, 0 };

  if (facts == NULL)
    return NULL;
  writer.paper = paper = lp_summary_begin (facts, facts->title, FALSE);
  add_front (&writer);
  if (!add_themes (&writer, meeting, error))
    return NULL;
  result->notes = facts->counts->total;
  result->themes = facts->ranked->len;
  return g_steal_pointer (&paper);
}
