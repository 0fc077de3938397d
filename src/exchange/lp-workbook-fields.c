/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>

enum { WHAT, FIELD, MEANING, N_COLUMNS };

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
  { LP_MEETING, LP_MEETING_NEXT_STEPS, N_("What becomes of it now, and when") },
  { LP_MEETING, LP_MEETING_CONTACT, N_("Whom to ask about the meeting") },
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
  { LP_NOTE, LP_NOTE_REVIEWED, N_("Whether somebody has read it for what may be shown, or kept it back") },
  { LP_NOTE, LP_NOTE_PUBLIC_TEXT, N_("What is published instead of what was said") },
  { LP_NOTE, LP_NOTE_KEEP_TIME, N_("When the teller agreed that the story is kept") },
  { LP_NOTE, LP_NOTE_QUOTE_TIME, N_("When the teller agreed to be quoted without a name") },
  { LP_NOTE, LP_NOTE_PUBLISH_TIME, N_("When the teller agreed that the story is published whole") },
  { LP_NOTE, LP_NOTE_APPROVED_TIME, N_("When the teller heard the story as it is written, and said yes") },
  { LP_THEME, LP_THEME_NAME, N_("The theme in which the note was placed") },
  { LP_THEME, LP_THEME_DESCRIPTION, N_("What the theme is about") },
  { LP_PLACEMENT, LP_PLACEMENT_ALSO, N_("Themes that the note is in besides; it is counted in the first alone") },
  { LP_VOTE, LP_VOTE_AMOUNT, N_("What a theme or a proposal got in the last round that is done") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_TITLE, N_("The recommendation in a few words") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_TEXT, N_("What is recommended") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_REASON, N_("Why it is recommended") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_ADDRESSEE, N_("Whom it is for") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_DUE, N_("By when it should be done") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_STATUS, N_("How far it has come") },
  { LP_RECOMMENDATION, LP_RECOMMENDATION_ANSWER, N_("What became of it") },
  { LP_EVIDENCE, LP_EVIDENCE_NOTE, N_("The codes of the notes that carry it") },
  { LP_EVIDENCE, LP_EVIDENCE_THEME, N_("The themes that it belongs to") },
  { LP_EVIDENCE, LP_EVIDENCE_AGAINST, N_("The codes of the notes that speak against it") },
  { LP_PARTICIPANT, LP_PARTICIPANT_NAME, N_("Who takes part") },
  { LP_PARTICIPANT, LP_PARTICIPANT_ORGANISATION, N_("The council or other organisation that somebody comes from") },
  { LP_PARTICIPANT, LP_PARTICIPANT_ROLE, N_("What somebody is there") },
  { LP_PARTICIPANT, LP_PARTICIPANT_MUNICIPALITY, N_("The municipality that somebody comes from") },
  { LP_PARTICIPANT, LP_PARTICIPANT_PERSPECTIVE, N_("From which kind of knowledge somebody speaks") },
  { LP_PARTICIPANT, LP_PARTICIPANT_TABLE, N_("The table at which somebody sits") },
  { LP_PARTICIPANT, LP_PARTICIPANT_PRESENT, N_("Whether somebody was there") },
  { LP_PARTICIPANT, LP_PARTICIPANT_CONSENT, N_("Whether somebody agreed to take part") },
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
    [LP_VOTE_ROUND] = N_("Priorities"),
    [LP_TALLY] = N_("Votes of a table"),
    [LP_VOTE] = N_("Votes"),
    [LP_RECOMMENDATION] = N_("Recommendations"),
    [LP_EVIDENCE] = N_("What recommendations rest on"),
    [LP_WORD_GROUP] = N_("Words that belong together"),
  };

  return _(labels[entity]);
}

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Fields"),
    .filter = TRUE,
    .n_columns = N_COLUMNS,
    .columns = {
      [WHAT] = { _("Belongs to"), 26, LP_STYLE_TEXT },
      [FIELD] = { _("Field"), 26, LP_STYLE_TEXT },
      [MEANING] = { _("What it means, or why it is left out"), 76, LP_STYLE_TEXT },
    },
  };
}

static const char *
find_meaning (LpEntity entity,
              guint    field)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (meanings[i].entity == entity && meanings[i].field == field)
        return _(meanings[i].meaning);
    }

  return NULL;
}

/* A field that is left out has no heading to be called by; its name in files will do. */
static void
add_field (LpWorkbookJob *job,
           LpSheet       *sheet,
           LpEntity       entity,
           guint          field)
{
  const LpField *info = &lp_schema_entity (entity)->fields[field];
  const char *heading = lp_schema_heading (entity, field);
  gboolean left_out = info->left_out && (!heading || !lp_workbook_job_is_internal (job));
  g_autofree char *why = left_out ? g_strdup_printf (_("Left out: %s"), _(info->left_out)) : NULL;

  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [WHAT] = LP_CELL_TEXT (entity_label (entity)),
    [FIELD] = LP_CELL_TEXT (heading ? heading : info->name),
    [MEANING] = LP_CELL_TEXT (why ? why : find_meaning (entity, field)),
  }, N_COLUMNS);
}

/** The data dictionary: every field there is, what it means, or why it is not in the workbook. */
gboolean
lp_workbook_write_fields (LpWorkbookJob  *job,
                          GError        **error)
{
  LpSheetShape shape = make_shape ();
  LpSheet *sheet = NULL;

  /* the same for each meeting of a panel */
  if (job->sheets[LP_SHEET_FIELDS].book)
    return TRUE;
  sheet = lp_workbook_job_sheet (job, LP_SHEET_FIELDS, &shape);
  for (guint entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      for (guint field = 0; field < lp_schema_entity (entity)->n_fields; field++)
        add_field (job, sheet, entity, field);
    }

  return TRUE;
}
