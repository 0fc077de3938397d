/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-paper.h"

#include "lp-day.h"
#include "lp-meeting-load.h"
#include "lp-meeting.h"
#include "lp-note-review.h"
#include "lp-recommendation-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A recommendation that stands on hundreds of quotes is not read because of them. */
#define MAX_QUOTES 5

#define NOTES \
  "SELECT n.num FROM evidence e JOIN note n ON n.id=e.note AND n.deleted=0" \
  " WHERE e.recommendation=?1 AND e.deleted=0 AND e.against=0 AND n.consent<>0 ORDER BY n.station, n.number, n.id"

typedef struct {
  LpReader *reader;
  LpPaper  *paper;
  gboolean  meetings; /* says of which each is */
} Writer;

/* A line of "what: words"; nothing where there are no words. */
static void
add_line (Writer *self, const char *what, const char *words)
{
  /* Translators: “To: The municipalities” */
  g_autofree char *line = g_strdup_printf (_("%s: %s"), what, words);

  if (words != NULL && *words != '\0')
    lp_paper_add (self->paper, LP_PAPER_BODY, line);
}

static void
add_quote (Writer *self, LpRecord *note)
{
  g_autofree char *code = lp_record_note_code (note);
  g_autofree char *words = g_strdelimit (g_strdup (lp_note_get_words (note)), "\r\n", ' ');
  /* Translators: the words of a note, and its code */
  g_autofree char *quote = g_strdup_printf (_("“%s” (%s)"), words, code);

  lp_paper_add (self->paper, LP_PAPER_BODY, quote);
}

static gboolean
add_quotes (Writer *self, const LpRecommendation *one, GError **error)
{
  g_autoptr (GPtrArray) notes =
      lp_reader_load_all (self->reader, LP_NOTE, NOTES, lp_record_get_id (one->record), error);
  guint n_quotes = 0;

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len && n_quotes < MAX_QUOTES; i++)
    {
      LpRecord *note = g_ptr_array_index (notes, i);

      if (!lp_note_may_be_quoted (note))
        continue;
      add_quote (self, note);
      n_quotes++;
    }
  return TRUE;
}

static char *
join_codes (GPtrArray *codes)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (codes, i));
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* How much it rests on, and on which notes. */
static void
add_ground (Writer *self, const LpRecommendation *one)
{
  g_autofree char *ground = lp_ground_print (&one->ground);
  g_autofree char *perspectives = lp_ground_print_perspectives (&one->ground);
  g_autofree char *both = *perspectives != '\0' ? g_strjoin (" · ", ground, perspectives, NULL) : g_strdup (ground);
  g_autofree char *themes = lp_recommendation_print_themes (one);
  g_autofree char *codes = join_codes (one->codes);
  g_autofree char *opposed = join_codes (one->opposed);

  add_line (self, _("Rests on"), both);
  add_line (self, _("Themes"), themes);
  add_line (self, _("Notes"), codes);
  add_line (self, _("Speaks against it"), opposed);
}

static gboolean
add_recommendation (Writer *self, const LpRecommendation *one, guint number, GError **error)
{
  const char *name = lp_recommendation_name (one->record);
  const char *text = lp_record_text (one->record, LP_RECOMMENDATION_TEXT);
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, *name != '\0' ? name : _("New recommendation"));
  g_autofree char *status = lp_recommendation_print_status (one->record);

  lp_paper_add (self->paper, LP_PAPER_HEADING, heading);
  if (self->meetings)
    lp_paper_add (self->paper, LP_PAPER_CAPTION, one->meeting);
  if (!g_str_equal (text, name))
    lp_paper_add (self->paper, LP_PAPER_STRONG, text);
  lp_paper_add (self->paper, LP_PAPER_BODY, lp_record_text (one->record, LP_RECOMMENDATION_REASON));
  lp_paper_skip (self->paper, 4);
  /* Translators: whom a recommendation is for */
  add_line (self, C_("recommendation", "To"), lp_recommendation_addressee (one->record));
  /* Translators: by when something should be done */
  add_line (self, C_("recommendation", "When"), lp_record_text (one->record, LP_RECOMMENDATION_DUE));
  add_line (self, C_("recommendation", "Status"), status);
  add_line (self, C_("recommendation", "Answer"), lp_record_text (one->record, LP_RECOMMENDATION_ANSWER));
  add_ground (self, one);
  if (!add_quotes (self, one, error))
    return FALSE;
  lp_paper_skip (self->paper, 14);
  return TRUE;
}

static LpPaper *
write_paper (LpReader *reader, const LpRecommendations *all, const char *about, gboolean meetings, GError **error)
{
  /* Translators: the code of the language that you translate to, as in "da" */
  g_autoptr (LpPaper) paper = lp_paper_new (_("Recommendations"), C_("language", "en"));
  Writer writer = { reader, paper, meetings };

  lp_paper_set_footer (paper, about);
  lp_paper_add (paper, LP_PAPER_TITLE, _("Recommendations"));
  lp_paper_add (paper, LP_PAPER_BODY, about);
  lp_paper_skip (paper, 12);
  for (guint i = 0; i < all->items->len; i++)
    {
      if (!add_recommendation (&writer, g_ptr_array_index (all->items, i), i + 1, error))
        return NULL;
    }
  return g_steal_pointer (&paper);
}

/* "Kick-off · Landspanelet · Tuesday 24 November 2026", of what is known. */
static char *
describe_meeting (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpRecord) record = lp_meeting_load (reader, meeting, error);
  g_autofree char *panel = record != NULL ? lp_meeting_panel_name (reader, record, NULL) : NULL;
  g_autofree char *day = record != NULL ? lp_day_long (lp_record_text (record, LP_MEETING_DATE)) : NULL;
  g_autoptr (GString) line = NULL;

  if (record == NULL)
    return NULL;
  line = g_string_new (lp_record_text (record, LP_MEETING_TITLE));
  if (panel != NULL)
    g_string_append_printf (line, " · %s", panel);
  if (day != NULL && *day != '\0')
    g_string_append_printf (line, " · %s", day);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/** lp_recommendation_paper_new: Free with lp_paper_free(). */
LpPaper *
lp_recommendation_paper_new (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autofree char *about = describe_meeting (reader, meeting, error);
  g_autoptr (LpRecommendations) all = about != NULL ? lp_recommendations_load (reader, meeting, error) : NULL;

  return all != NULL ? write_paper (reader, all, about, FALSE, error) : NULL;
}

/** lp_recommendation_paper_new_panel: Free with lp_paper_free(). */
LpPaper *
lp_recommendation_paper_new_panel (LpReader *reader, const LpId *panel, GError **error)
{
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PANEL, panel, error);
  g_autoptr (LpRecommendations) all = record != NULL ? lp_recommendations_load_panel (reader, panel, error) : NULL;

  return all != NULL ? write_paper (reader, all, lp_record_text (record, LP_PANEL_NAME), TRUE, error) : NULL;
}
