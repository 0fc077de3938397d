/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda-paper.h"

#include "lp-agenda.h"
#include "lp-clock.h"
#include "lp-day.h"
#include "lp-meeting-load.h"
#include "lp-meeting.h"

#include <glib/gi18n-lib.h>

#define ITEMS "SELECT num FROM agenda_item WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

enum { TIME, ITEM, METHOD, MINUTES, N_COLUMNS };

#define TIME_WIDTH 38
#define METHOD_WIDTH 104
#define MINUTES_WIDTH 34

/* What is written, as it was read. */
typedef struct {
  LpReader           *reader;
  LpRecord           *record; /* the meeting's */
  char               *panel;
  GPtrArray          *items;  /* of LpRecord */
  LpAgendaPaperFlags  flags;
} Agenda;

static void
agenda_clear (Agenda *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->panel, g_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Agenda, agenda_clear)

static gboolean
load (Agenda *self, const LpId *meeting, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->record = lp_meeting_load (self->reader, meeting, &failure);
  if (failure == NULL)
    self->panel = lp_meeting_panel_name (self->reader, self->record, &failure);
  if (failure == NULL)
    self->items = lp_reader_load_all (self->reader, LP_AGENDA_ITEM, ITEMS, meeting, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
find_end (const Agenda *self)
{
  LpAgendaTimes times = lp_agenda_times_begin ((int) lp_record_int (self->record, LP_MEETING_START));

  for (guint i = 0; i < self->items->len; i++)
    lp_agenda_times_add_item (&times, g_ptr_array_index (self->items, i));
  return times.end;
}

/* Whose meeting, when and where. */
static void
add_head (const Agenda *self, LpPaper *paper)
{
  g_autofree char *day = lp_day_long (lp_record_text (self->record, LP_MEETING_DATE));
  g_autofree char *begins = lp_clock_print ((int) lp_record_int (self->record, LP_MEETING_START));
  g_autofree char *ends = lp_clock_print (find_end (self));
  g_autofree char *hours = g_strdup_printf ("%s–%s", begins, ends);
  const char *parts[] = { self->panel, day, hours, lp_record_text (self->record, LP_MEETING_PLACE) };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
    }
  lp_paper_add (paper, LP_PAPER_TITLE, lp_record_text (self->record, LP_MEETING_TITLE));
  lp_paper_add (paper, LP_PAPER_BODY, line->str);
  lp_paper_skip (paper, 8);
}

/* A figure is worth what its source is. */
static void
add_fact (LpPaper *paper, LpRecord *item)
{
  const char *fact = lp_record_text (item, LP_AGENDA_ITEM_FACT);
  const char *source = lp_record_text (item, LP_AGENDA_ITEM_FACT_SOURCE);
  g_autofree char *known = g_strdup_printf (_("Source: %s"), source);

  if (*fact == '\0')
    return;
  lp_paper_add_cell (paper, ITEM, LP_PAPER_BODY, fact);
  if (lp_agenda_lacks_source (item))
    lp_paper_add_cell (paper, ITEM, LP_PAPER_STRONG, _("Source missing"));
  else
    lp_paper_add_cell (paper, ITEM, LP_PAPER_CAPTION, known);
}

static void
add_guide (const Agenda *self, LpPaper *paper, LpRecord *item)
{
  const char *text = lp_record_text (item, LP_AGENDA_ITEM_GUIDE);
  /* Translators: on paper, before what the facilitator should remember */
  g_autofree char *guide = g_strdup_printf (_("Guide: %s"), text);

  if ((self->flags & LP_AGENDA_PAPER_GUIDE) != 0 && *text != '\0')
    lp_paper_add_cell (paper, ITEM, LP_PAPER_BODY, guide);
}

static void
add_item (const Agenda *self, LpPaper *paper, LpRecord *item, LpAgendaTimes *times)
{
  g_autofree char *begins = lp_clock_print (lp_agenda_times_add_item (times, item));
  g_autofree char *minutes = g_strdup_printf ("%d", (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES));
  g_autofree char *prompt = lp_agenda_prompt_in (self->reader, lp_record_get_id (self->record),
                                                 lp_record_text (item, LP_AGENDA_ITEM_PROMPT), times->end);
  LpMethod method = LP_METHOD_PLENARY;
  gboolean known = lp_method_find (lp_record_text (item, LP_AGENDA_ITEM_METHOD), &method);
  gboolean is_break = known && method == LP_METHOD_BREAK;

  lp_paper_begin_row (paper);
  lp_paper_add_cell (paper, TIME, LP_PAPER_BODY, begins);
  lp_paper_add_cell (paper, ITEM, is_break ? LP_PAPER_BODY : LP_PAPER_STRONG,
                     lp_record_text (item, LP_AGENDA_ITEM_TITLE));
  lp_paper_add_cell (paper, ITEM, LP_PAPER_BODY, prompt);
  add_fact (paper, item);
  add_guide (self, paper, item);
  lp_paper_add_cell (paper, METHOD, LP_PAPER_CAPTION, known && !is_break ? lp_method_label (method) : "");
  lp_paper_add_cell (paper, MINUTES, LP_PAPER_BODY, minutes);
  lp_paper_end_row (paper);
}

static void
add_end (const Agenda *self, LpPaper *paper, int end)
{
  g_autofree char *ends = lp_clock_print (end);
  g_autofree char *until = lp_clock_print ((int) lp_record_int (self->record, LP_MEETING_LIMIT));
  g_autofree char *hired = g_strdup_printf (_("The room is hired until %s"), until);

  lp_paper_begin_row (paper);
  lp_paper_add_cell (paper, TIME, LP_PAPER_STRONG, ends);
  lp_paper_add_cell (paper, ITEM, LP_PAPER_STRONG, C_("agenda", "End"));
  /* of no concern to those who are invited */
  if ((self->flags & LP_AGENDA_PAPER_GUIDE) != 0 && lp_record_has (self->record, LP_MEETING_LIMIT) &&
      end > lp_record_int (self->record, LP_MEETING_LIMIT))
    lp_paper_add_cell (paper, ITEM, LP_PAPER_BODY, hired);
  lp_paper_end_row (paper);
}

static LpPaper *
write_paper (const Agenda *self, gboolean tight)
{
  const LpPaperColumn columns[N_COLUMNS] = {
    [TIME] = { C_("column", "Time"), TIME_WIDTH, LP_PAPER_START },
    [ITEM] = { lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_TITLE), 0, LP_PAPER_START },
    [METHOD] = { lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_METHOD), METHOD_WIDTH, LP_PAPER_START },
    /* Translators: short for minutes, above the numbers */
    [MINUTES] = { C_("column", "Min."), MINUTES_WIDTH, LP_PAPER_END },
  };
  const char *title = lp_record_text (self->record, LP_MEETING_TITLE);
  /* Translators: the code of the language that you translate to, as in "da" */
  LpPaper *paper = lp_paper_new (title, C_("language", "en"));
  LpAgendaTimes times = lp_agenda_times_begin ((int) lp_record_int (self->record, LP_MEETING_START));

  if (tight)
    lp_paper_set_tight (paper);
  add_head (self, paper);
  lp_paper_begin_table (paper, columns, N_COLUMNS);
  for (guint i = 0; i < self->items->len; i++)
    add_item (self, paper, g_ptr_array_index (self->items, i), &times);
  add_end (self, paper, times.end);
  lp_paper_end_table (paper);
  if (lp_paper_get_n_sheets (paper) > 1)
    lp_paper_set_footer (paper, title);
  return paper;
}

/**
 * lp_agenda_paper_new: with narrower margins when that saves a sheet. Free with lp_paper_free().
 */
LpPaper *
lp_agenda_paper_new (LpReader *reader, const LpId *meeting, LpAgendaPaperFlags flags, GError **error)
{
  g_auto (Agenda) agenda = { .reader = reader, .flags = flags };
  LpPaper *paper = NULL;
  LpPaper *tight = NULL;

  if (!load (&agenda, meeting, error))
    return NULL;
  paper = write_paper (&agenda, FALSE);
  if (lp_paper_get_n_sheets (paper) == 1)
    return paper;

  tight = write_paper (&agenda, TRUE);
  if (lp_paper_get_n_sheets (tight) < lp_paper_get_n_sheets (paper))
    {
      lp_paper_free (paper);
      return tight;
    }
  lp_paper_free (tight);
  return paper;
}
