/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-summary-facts.h"

#include "lp-day.h"
#include "lp-meeting-load.h"
#include "lp-meeting.h"
#include "lp-note-stream.h"
#include "lp-recommendation-words.h"

#include <glib/gi18n-lib.h>

/* At most. */
#define MAX_THEMES 12
#define MAX_QUOTES 9

/* Words of a theme are chosen among its first that are short enough to be read. */
#define CANDIDATES 12
#define LONGEST_WORDS 150
#define LONGEST_QUOTE 320

#define STEPS 256 /* notes between two looks at whether it was cancelled */

/* What is needed while it is loaded. */
typedef struct {
  LpReader       *reader;
  LpPublication  *publication;
  LpPlaces       *places;
  LpSummaryFacts *facts;
} Load;

static void
main_clear (gpointer data)
{
  LpMainTheme *self = data;

  g_ptr_array_unref (self->dreams);
  g_ptr_array_unref (self->concerns);
}

static void
recommendation_clear (gpointer data)
{
  LpMainRecommendation *self = data;

  g_free (self->name);
  g_free (self->ground);
}

void
lp_summary_facts_free (LpSummaryFacts *self)
{
  g_free (self->title);
  g_free (self->about);
  g_free (self->purpose);
  g_free (self->next_steps);
  g_free (self->contact);
  g_clear_pointer (&self->counts, lp_counts_free);
  g_clear_pointer (&self->said, lp_counts_free);
  g_clear_pointer (&self->ranked, g_ptr_array_unref);
  g_clear_pointer (&self->heard, g_ptr_array_unref);
  g_clear_pointer (&self->mains, g_array_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->recommendations, g_array_unref);
  g_free (self);
}

static char *
clean (Load *self, LpRecord *record, guint field)
{
  return lp_publication_clean (self->publication, lp_record_text (record, field));
}

static char *
describe (Load *self, LpRecord *record)
{
  g_autofree char *panel = lp_meeting_panel_name (self->reader, record, NULL);
  g_autofree char *day = lp_day_long (lp_record_text (record, LP_MEETING_DATE));
  g_autofree char *place = clean (self, record, LP_MEETING_PLACE);
  const char *parts[] = { panel, day, place };
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (about, about->len > 0 ? " · %s" : "%s", parts[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&about));
}

/* Those of which there are notes. */
static GPtrArray *
rank_themes (Load *self, LpCounts *counts, guint least)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < counts->themes->len; i++)
    {
      LpThemeCount *theme = g_ptr_array_index (counts->themes, i);
      g_autofree char *name = g_steal_pointer (&theme->name);

      theme->name = lp_publication_clean (self->publication, name);
      if (lp_id_is_set (&theme->theme) && theme->total >= least)
        g_ptr_array_add (ranked, theme);
    }
  g_ptr_array_sort (ranked, lp_theme_count_compare);
  return ranked;
}

/* All notes that come along go by once, and are counted. */
static gboolean
count_notes (Load *self, const LpId *meeting, GCancellable *cancellable, GError **error)
{
  LpNoteNeeds needs = { .publication = self->publication, .places = self->places };
  g_autoptr (LpNoteStream) stream = NULL;
  g_autoptr (GError) failure = NULL;

  needs.counts = self->facts->counts = lp_counts_new (self->reader, meeting, &failure);
  if (failure == NULL)
    self->facts->said = lp_counts_load (self->reader, meeting, &failure);
  if (failure == NULL)
    stream = lp_note_stream_new (self->reader, meeting, &needs, &failure);
  for (guint i = 0; failure == NULL && lp_note_stream_next (stream, &failure) != NULL; i++)
    {
      if (i % STEPS == 0 && g_cancellable_set_error_if_cancelled (cancellable, &failure))
        break;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A note's words on one line. */
static char *
flatten (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\r\n", ' '));
}

static gboolean
choose_words (Load *self, const LpThemeCount *theme, LpKind kind, GPtrArray *words, GError **error)
{
  GArray *places = lp_places_get (self->places, &theme->theme);
  g_autoptr (GArray) nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LpNoteStream) stream = NULL;

  for (guint i = 0; i < places->len && nums->len < CANDIDATES; i++)
    {
      const LpPlace *place = &g_array_index (places, LpPlace, i);

      if (place->num != 0 && place->kind == (int) kind)
        g_array_append_val (nums, place->num);
    }
  stream = lp_note_stream_new_by (self->reader, nums, self->publication);
  for (guint i = 0; i < nums->len && words->len < LP_WORDS_OF_THEME; i++)
    {
      const LpNoteLine *note = lp_note_stream_next (stream, error);

      if (note == NULL)
        return FALSE;
      if (g_utf8_strlen (note->text, -1) <= LONGEST_WORDS)
        g_ptr_array_add (words, flatten (note->text));
    }
  return TRUE;
}

static gboolean
choose_mains (Load *self, GError **error)
{
  self->facts->mains = g_array_new (FALSE, FALSE, sizeof (LpMainTheme));
  g_array_set_clear_func (self->facts->mains, main_clear);
  for (guint i = 0; i < MIN (self->facts->ranked->len, MAX_THEMES); i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (self->facts->ranked, i);
      LpMainTheme one = { theme, g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (self->facts->mains, one);
      if (!choose_words (self, theme, LP_KIND_DREAM, one.dreams, error) ||
          !choose_words (self, theme, LP_KIND_CONCERN, one.concerns, error))
        return FALSE;
    }
  return TRUE;
}

/* The quote of a theme, or of the notes in none, that stands at that place among its quotes; 0: there are not so many. */
static gint64
find_quote (Load *self, const LpId *theme, guint place)
{
  GArray *places = lp_places_get (self->places, theme);

  for (guint i = 0; i < places->len; i++)
    {
      gint64 num = g_array_index (places, LpPlace, i).num;

      if (num != 0 && lp_publication_has_quote (self->publication, num) && place-- == 0)
        return num;
    }
  return 0;
}

/* One of each theme before a second of any: no theme speaks alone. Then those in none: the meeting may not be grouped yet. */
static void
list_quotes (Load *self, GArray *nums)
{
  static const LpId none = { 0 };
  gint64 num;

  for (guint place = 0; place < 2; place++)
    {
      for (guint i = 0; i < self->facts->ranked->len && nums->len < 2 * MAX_QUOTES; i++)
        {
          const LpThemeCount *theme = g_ptr_array_index (self->facts->ranked, i);

          if ((num = find_quote (self, &theme->theme, place)) != 0)
            g_array_append_val (nums, num);
        }
    }
  for (guint place = 0; nums->len < 2 * MAX_QUOTES && (num = find_quote (self, &none, place)) != 0; place++)
    g_array_append_val (nums, num);
}

static gboolean
choose_quotes (Load *self, GError **error)
{
  g_autoptr (GArray) nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LpNoteStream) stream = NULL;

  self->facts->quotes = g_ptr_array_new_with_free_func (g_free);
  list_quotes (self, nums);
  stream = lp_note_stream_new_by (self->reader, nums, self->publication);
  for (guint i = 0; i < nums->len && self->facts->quotes->len < MAX_QUOTES; i++)
    {
      const LpNoteLine *note = lp_note_stream_next (stream, error);
      g_autofree char *words = note != NULL ? flatten (note->text) : NULL;

      if (note == NULL)
        return FALSE;
      if (g_utf8_strlen (words, -1) <= LONGEST_QUOTE)
        g_ptr_array_add (self->facts->quotes, g_strdup_printf (_("“%s” – %s"), words, note->profile));
    }
  return TRUE;
}

static gboolean
load_recommendations (Load *self, const LpId *meeting, GError **error)
{
  g_autoptr (LpRecommendations) all = lp_recommendations_load (self->reader, meeting, error);

  self->facts->recommendations = g_array_new (FALSE, FALSE, sizeof (LpMainRecommendation));
  g_array_set_clear_func (self->facts->recommendations, recommendation_clear);
  for (guint i = 0; all != NULL && i < all->items->len; i++)
    {
      const LpRecommendation *one = g_ptr_array_index (all->items, i);
      g_autofree char *ground = lp_ground_print (&one->ground);
      g_autofree char *due = clean (self, one->record, LP_RECOMMENDATION_DUE);
      g_autofree char *status = lp_recommendation_print_status (one->record);
      g_autoptr (GString) line = g_string_new (lp_recommendation_addressee (one->record));
      LpMainRecommendation told = { lp_publication_clean (self->publication, lp_recommendation_name (one->record)), NULL };

      /* nobody has written what it is */
      if (*told.name == '\0')
        {
          recommendation_clear (&told);
          continue;
        }
      if (*due != '\0')
        g_string_append_printf (line, line->len > 0 ? " · %s" : "%s", due);
      g_string_append_printf (line, line->len > 0 ? " · %s" : "%s", status);
      g_string_append_printf (line, " · %s", ground);
      told.ground = g_string_free_and_steal (g_steal_pointer (&line));
      g_array_append_val (self->facts->recommendations, told);
    }
  return all != NULL;
}

static gboolean
load_meeting (Load *self, const LpId *meeting, GError **error)
{
  g_autoptr (LpRecord) record = lp_meeting_load (self->reader, meeting, error);
  LpSummaryFacts *facts = self->facts;

  if (record == NULL)
    return FALSE;
  facts->title = clean (self, record, LP_MEETING_TITLE);
  facts->about = describe (self, record);
  facts->purpose = clean (self, record, LP_MEETING_PURPOSE);
  facts->next_steps = clean (self, record, LP_MEETING_NEXT_STEPS);
  /* written to be published, and a name as a rule */
  facts->contact = g_strdup (lp_record_text (record, LP_MEETING_CONTACT));
  return TRUE;
}

/** lp_summary_facts_load_with: as lp_summary_facts_load(); the places of the meeting's notes, which are then all seen. */
LpSummaryFacts *
lp_summary_facts_load_with (LpReader *reader, const LpId *meeting, LpPublication *publication, LpPlaces *places,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (LpSummaryFacts) facts = g_new0 (LpSummaryFacts, 1);
  Load load = { reader, publication, places, facts };

  if (!load_meeting (&load, meeting, error) || !count_notes (&load, meeting, cancellable, error))
    return NULL;
  facts->internal = lp_publication_get_variant (publication) == LP_VARIANT_INTERNAL;
  facts->shows_lived = lp_publication_shows_count (publication, NULL, LP_PERSPECTIVE_LIVED);
  facts->n_notes = lp_publication_get_total (publication);
  facts->n_left = facts->n_notes - lp_publication_get_n_notes (publication);
  facts->ranked = rank_themes (&load, facts->counts, 1);
  /* of what nobody may have reviewed, no theme is named that one or two have spoken of */
  facts->heard = rank_themes (&load, facts->said, facts->internal ? 1 : lp_publication_get_limit (publication));
  if (!choose_mains (&load, error) || !choose_quotes (&load, error) || !load_recommendations (&load, meeting, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/**
 * lp_summary_facts_load: call between lp_reader_begin() and lp_reader_end().
 *
 * @publication: for whom it is, and so what comes along
 *
 * Returns: (transfer full): free with lp_summary_facts_free(); or %NULL and an error
 */
LpSummaryFacts *
lp_summary_facts_load (LpReader *reader, const LpId *meeting, LpPublication *publication, GCancellable *cancellable, GError **error)
{
  g_autoptr (LpPlaces) places = lp_places_load (reader, meeting, publication, error);

  return places != NULL ? lp_summary_facts_load_with (reader, meeting, publication, places, cancellable, error) : NULL;
}
