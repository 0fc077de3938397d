/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>

enum { WHAT, COLUMN, MEANING, N_COLUMNS };

/* What the exported fields mean. tests/exchange checks that none is forgotten. */
static const struct {
  LpEntity    entity;
  guint       field;
  const char *meaning;
} meanings[] = {
  { LP_PANEL, LP_PANEL_NAME, N_("Whose meeting it is") },
  { LP_MEETING, LP_MEETING_TITLE, N_("What the meeting is called") },
  { LP_MEETING, LP_MEETING_DATE, N_("The day of the meeting") },
  { LP_MEETING, LP_MEETING_START, N_("When the meeting begins, local time") },
  { LP_MEETING, LP_MEETING_PLACE, N_("Where the meeting is held") },
  { LP_MEETING, LP_MEETING_PURPOSE, N_("What the meeting is for") },
  { LP_MEETING, LP_MEETING_TABLES, N_("How many tables there are") },
  { LP_AGENDA_ITEM, LP_AGENDA_ITEM_TITLE, N_("A part of the agenda") },
  { LP_AGENDA_ITEM, LP_AGENDA_ITEM_METHOD, N_("How the participants work in it") },
  { LP_AGENDA_ITEM, LP_AGENDA_ITEM_MINUTES, N_("How long it is planned to last") },
  { LP_AGENDA_ITEM, LP_AGENDA_ITEM_KINDS, N_("Which kinds of notes are taken in it") },
  { LP_AGENDA_ITEM, LP_AGENDA_ITEM_PROMPT, N_("What the participants are asked") },
  { LP_NOTE, LP_NOTE_NUMBER, N_("The note’s code: table or device, and running number. It never changes.") },
  { LP_NOTE, LP_NOTE_TIME, N_("When the note was taken, local time") },
  { LP_NOTE, LP_NOTE_KIND, N_("Dream, concern, experience, proposal or story") },
  { LP_NOTE, LP_NOTE_TEXT, N_("What was said, as the note-taker wrote it down") },
  { LP_NOTE, LP_NOTE_TABLE, N_("The table at which it was said") },
  { LP_NOTE, LP_NOTE_PERSPECTIVE, N_("From which kind of knowledge it was said") },
  { LP_NOTE, LP_NOTE_PROFILE, N_("Who said it, without a name: gender, age, situation") },
  { LP_NOTE, LP_NOTE_MUNICIPALITY, N_("The municipality it is about or comes from") },
  { LP_NOTE, LP_NOTE_VERBATIM, N_("Whether the text is word for word what was said") },
  { LP_NOTE, LP_NOTE_CONSENT, N_("Whether the participant agreed to be quoted") },
  { LP_NOTE, LP_NOTE_ITEM, N_("The part of the agenda in which it was said") },
  { LP_THEME, LP_THEME_NAME, N_("The theme in which the note was placed") },
  { LP_THEME, LP_THEME_DESCRIPTION, N_("What the theme is about") },
};

static const char *
entity_label (LpEntity entity)
{
  static const char *const labels[LP_N_ENTITIES] = {
    [LP_PANEL] = N_("Panel"),
    [LP_MEETING] = N_("Meeting"),
    [LP_AGENDA_ITEM] = N_("Agenda"),
    [LP_PARTICIPANT] = N_("Participants"),
    [LP_NOTE] = N_("Notes"),
    [LP_THEME] = N_("Themes"),
    [LP_PLACEMENT] = N_("Place in a theme"),
    [LP_RUN_EVENT] = N_("Course of the day"),
    [LP_TALK] = N_("Someone needs a talk"),
    [LP_EXPORT] = N_("Exported files"),
  };

  return _(labels[entity]);
}

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("About"),
    .n_columns = N_COLUMNS,
    .columns = {
      [WHAT] = { NULL, 22, LP_STYLE_TEXT },
      [COLUMN] = { NULL, 38, LP_STYLE_TEXT },
      [MEANING] = { NULL, 60, LP_STYLE_TEXT },
    },
  };
}

static void
add_row (LpSheet    *sheet,
         const char *what,
         const char *column,
         const char *meaning)
{
  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [WHAT] = LP_CELL_TEXT (what),
    [COLUMN] = LP_CELL_TEXT (column),
    [MEANING] = LP_CELL_TEXT (meaning),
  }, N_COLUMNS);
}

static void
add_headings (LpSheet    *sheet,
              const char *section,
              const char *column,
              const char *meaning)
{
  lp_sheet_skip (sheet);
  lp_sheet_add (sheet, &LP_CELL_STYLED (section, LP_STYLE_SECTION), 1);
  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [WHAT] = LP_CELL_STYLED (_("Belongs to"), LP_STYLE_HEADING),
    [COLUMN] = LP_CELL_STYLED (column, LP_STYLE_HEADING),
    [MEANING] = LP_CELL_STYLED (meaning, LP_STYLE_HEADING),
  }, N_COLUMNS);
}

static void
add_file (LpWorkbookJob *job,
          LpSheet       *sheet)
{
  char id[LP_ID_STRING_SIZE];

  lp_id_print (&job->meeting, id);
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("About this workbook"), LP_STYLE_TITLE), 1);
  lp_sheet_skip (sheet);
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("Internal: all notes as they were said, nothing is left out "
                                          "or masked. Do not pass on."), LP_STYLE_PART), 1);
  lp_sheet_skip (sheet);
  add_row (sheet, _("Made with"), "Landspanel " PACKAGE_VERSION, NULL);
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (_("Exported")),
                                    lp_workbook_job_moment (job, g_get_real_time () / 1000) }, 2);
  add_row (sheet, _("Meeting"), id, NULL);
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (_("Notes")),
                                    LP_CELL_STYLED_NUMBER (job->counts->total, LP_STYLE_COUNT) }, 2);
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (_("Continued notes")),
                                    LP_CELL_STYLED_NUMBER (job->continued, LP_STYLE_COUNT),
                                    LP_CELL_TEXT (_("Notes longer than the 32,767 characters of a cell are "
                                                    "continued in further rows.")) }, N_COLUMNS);
}

static void
add_exported (LpSheet *sheet)
{
  add_headings (sheet, _("What the columns mean"), _("Column"), _("Meaning"));
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    add_row (sheet, entity_label (meanings[i].entity),
             lp_schema_heading (meanings[i].entity, meanings[i].field), _(meanings[i].meaning));
}

static void
add_left_out (LpSheet *sheet)
{
  add_headings (sheet, _("What is not in this workbook"), _("Field"), _("Why"));
  for (guint entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      const LpEntityInfo *info = lp_schema_entity (entity);

      for (guint i = 0; i < info->n_fields; i++)
        {
          if (info->fields[i].left_out)
            add_row (sheet, entity_label (entity), info->fields[i].name, _(info->fields[i].left_out));
        }
    }
}

/** What the file is, and what everything in it means. */
gboolean
lp_workbook_write_about (LpWorkbookJob  *job,
                         GError        **error)
{
  LpSheetShape shape = make_shape ();
  LpSheet sheet;

  lp_sheet_begin (&sheet, job->book, &shape);
  add_file (job, &sheet);
  add_exported (&sheet);
  add_left_out (&sheet);
  lp_sheet_end (&sheet);

  return TRUE;
}
