/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a panel meeting consists of, said once. Tables, fold, import, export, data dictionary and tests are
 * driven by this. A field's name is never used again with another meaning.
 *
 * F (symbol, name, type, flags, heading, left out because)
 *
 * A field has the heading it is exported under, or says why it is left out of exports. One that has both is exported for the
 * house alone, and left out of what is public.
 */

typedef enum {
  LP_TYPE_TEXT,
  LP_TYPE_INT,
  LP_TYPE_BOOL,
  LP_TYPE_ID,
  LP_TYPE_TIME,  /* milliseconds since 1970, UTC */
  LP_TYPE_DATE,  /* text, YYYY-MM-DD */
  LP_TYPE_RANK,  /* text, see lp-rank.h */
  LP_TYPE_PLACE, /* text, "THEME RANK": in which theme and where in it, one field so that both change together */
} LpType;

typedef enum {
  LP_FIELD_PLAIN = 0,
  LP_FIELD_PERSONAL = 1 << 0,   /* may tell who somebody is */
  LP_FIELD_OUTLIVES = 1 << 1,   /* kept by the erase operation: a code is never given out twice */
  LP_FIELD_LASTING = 1 << 2,    /* stays when what was set with it is undone: ids rest on it */
} LpFieldFlags;

/* Every entity begins with this field. */
#define LP_DELETED 0
#define LP_COMMON_FIELDS(F, SYMBOL) \
  F (SYMBOL, "deleted", LP_TYPE_BOOL, LP_FIELD_PLAIN, NULL, N_("what is deleted is not exported"))

#define LP_PANEL_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_PANEL_DELETED) \
  F (LP_PANEL_NAME, "name", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Panel"), NULL) \
  F (LP_PANEL_DESCRIPTION, "description", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("describes the panel on the start page"))

#define LP_MEETING_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_MEETING_DELETED) \
  F (LP_MEETING_TITLE, "title", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Title"), NULL) \
  F (LP_MEETING_DATE, "date", LP_TYPE_DATE, LP_FIELD_PLAIN, N_("Date"), NULL) \
  F (LP_MEETING_PLACE, "place", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Place"), NULL) \
  F (LP_MEETING_PANEL, "panel", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the panel's name is exported")) \
  F (LP_MEETING_START, "start", LP_TYPE_INT, LP_FIELD_PLAIN, N_("Starts"), NULL) /* minutes after midnight */ \
  F (LP_MEETING_LIMIT, "limit", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("a help in planning")) /* room hired until, minutes after midnight */ \
  F (LP_MEETING_TABLES, "tables", LP_TYPE_INT, LP_FIELD_PLAIN, N_("Tables"), NULL) \
  F (LP_MEETING_PURPOSE, "purpose", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Purpose"), NULL) \
  F (LP_MEETING_ROSTER_KEY, "roster_key", LP_TYPE_TEXT, LP_FIELD_LASTING, NULL, N_("a secret: who has it can try out names")) /* see lp-roster-key.h */ \
  F (LP_MEETING_NEXT_STEPS, "next_steps", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("What happens now"), NULL) \
  F (LP_MEETING_CONTACT, "contact", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Contact"), NULL) /* whom who was there can ask */

#define LP_AGENDA_ITEM_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_AGENDA_ITEM_DELETED) \
  F (LP_AGENDA_ITEM_RANK, "rank", LP_TYPE_RANK, LP_FIELD_PLAIN, NULL, N_("the order of the rows tells it")) \
  F (LP_AGENDA_ITEM_TITLE, "title", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Agenda item"), NULL) \
  F (LP_AGENDA_ITEM_METHOD, "method", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Method"), NULL) \
  F (LP_AGENDA_ITEM_MINUTES, "minutes", LP_TYPE_INT, LP_FIELD_PLAIN, N_("Minutes"), NULL) \
  F (LP_AGENDA_ITEM_PROMPT, "prompt", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Prompt question"), NULL) \
  F (LP_AGENDA_ITEM_GUIDE, "guide", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("meant for the facilitator alone")) \
  F (LP_AGENDA_ITEM_KINDS, "kinds", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Captures"), NULL) /* ids of kinds, "dream concern" */ \
  F (LP_AGENDA_ITEM_FACT, "fact", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("stands in the printed agenda")) /* shown in the room */ \
  F (LP_AGENDA_ITEM_FACT_SOURCE, "fact_source", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("stands in the printed agenda"))

#define LP_PARTICIPANT_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_PARTICIPANT_DELETED) \
  F (LP_PARTICIPANT_NAME, "name", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Name"), N_("names stay in the house")) \
  F (LP_PARTICIPANT_ORGANISATION, "organisation", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Organisation"), NULL) \
  F (LP_PARTICIPANT_ROLE, "role", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Role"), N_("could point to a person")) \
  F (LP_PARTICIPANT_MUNICIPALITY, "municipality", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Municipality"), N_("could point to a person")) \
  F (LP_PARTICIPANT_PERSPECTIVE, "perspective", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Perspective"), N_("could point to a person")) \
  F (LP_PARTICIPANT_TABLE, "table_number", LP_TYPE_INT, LP_FIELD_PERSONAL, N_("Table"), N_("could point to a person")) \
  F (LP_PARTICIPANT_FIXED, "fixed", LP_TYPE_BOOL, LP_FIELD_PLAIN, NULL, N_("a help in seating")) /* stays at the table when people are seated anew */ \
  F (LP_PARTICIPANT_PRESENT, "present", LP_TYPE_BOOL, LP_FIELD_PERSONAL, N_("Present"), N_("could point to a person")) \
  F (LP_PARTICIPANT_CONSENT, "consent", LP_TYPE_BOOL, LP_FIELD_PERSONAL, N_("Consent"), N_("could point to a person"))

#define LP_NOTE_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_NOTE_DELETED) \
  F (LP_NOTE_STATION, "station", LP_TYPE_INT, LP_FIELD_OUTLIVES, NULL, N_("first half of the code")) \
  F (LP_NOTE_NUMBER, "number", LP_TYPE_INT, LP_FIELD_OUTLIVES, N_("No."), NULL) \
  F (LP_NOTE_TIME, "time", LP_TYPE_TIME, LP_FIELD_PLAIN, N_("Time"), N_("could point to a person")) \
  F (LP_NOTE_KIND, "kind", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Kind"), NULL) \
  F (LP_NOTE_TEXT, "text", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Note"), NULL) \
  F (LP_NOTE_TABLE, "table_number", LP_TYPE_INT, LP_FIELD_PLAIN, N_("Table"), NULL) \
  F (LP_NOTE_PERSPECTIVE, "perspective", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Perspective"), NULL) \
  F (LP_NOTE_PROFILE, "profile", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Profile"), N_("stands with quotes alone")) \
  F (LP_NOTE_MUNICIPALITY, "municipality", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Municipality"), N_("could point to a person")) \
  F (LP_NOTE_VERBATIM, "verbatim", LP_TYPE_BOOL, LP_FIELD_PLAIN, N_("Verbatim quote"), NULL) \
  F (LP_NOTE_CONSENT, "consent", LP_TYPE_BOOL, LP_FIELD_PLAIN, N_("May be quoted"), NULL) \
  F (LP_NOTE_ITEM, "item", LP_TYPE_ID, LP_FIELD_PLAIN, N_("Agenda item"), NULL) \
  F (LP_NOTE_REVIEWED, "reviewed", LP_TYPE_BOOL, LP_FIELD_PLAIN, N_("Status"), N_("only notes that are reviewed come along")) \
  F (LP_NOTE_HIDDEN, "hidden", LP_TYPE_BOOL, LP_FIELD_PLAIN, NULL, N_("the status of the note tells it")) \
  F (LP_NOTE_PUBLIC_TEXT, "public_text", LP_TYPE_TEXT, LP_FIELD_PERSONAL, N_("Public words"), N_("stands in the place of the note’s own words")) \
  F (LP_NOTE_READ_BACK, "read_back", LP_TYPE_BOOL, LP_FIELD_PLAIN, NULL, N_("meant for the note-taker")) \
  F (LP_NOTE_ACCEPTED, "accepted", LP_TYPE_TEXT, LP_FIELD_PERSONAL, NULL, N_("what the privacy check need not ask about again")) \
  F (LP_NOTE_BEFORE, "story_before", LP_TYPE_TEXT, LP_FIELD_PERSONAL, NULL, N_("a part of the story, which is exported whole")) \
  F (LP_NOTE_TURNING_POINT, "story_turning_point", LP_TYPE_TEXT, LP_FIELD_PERSONAL, NULL, N_("a part of the story, which is exported whole")) \
  F (LP_NOTE_TODAY, "story_today", LP_TYPE_TEXT, LP_FIELD_PERSONAL, NULL, N_("a part of the story, which is exported whole")) \
  F (LP_NOTE_HELPED, "story_helped", LP_TYPE_TEXT, LP_FIELD_PERSONAL, NULL, N_("a part of the story, which is exported whole")) \
  F (LP_NOTE_KEEP_TIME, "keep_time", LP_TYPE_TIME, LP_FIELD_PLAIN, N_("May be kept"), N_("says what may be done with a story")) /* the teller agreed that it is kept */ \
  F (LP_NOTE_KEEP_WORDING, "keep_wording", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("says what may be done with a story")) /* version of the words agreed to */ \
  F (LP_NOTE_QUOTE_TIME, "quote_time", LP_TYPE_TIME, LP_FIELD_PLAIN, N_("Story may be quoted"), N_("says what may be done with a story")) \
  F (LP_NOTE_QUOTE_WORDING, "quote_wording", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("says what may be done with a story")) \
  F (LP_NOTE_PUBLISH_TIME, "publish_time", LP_TYPE_TIME, LP_FIELD_PLAIN, N_("May be published"), N_("says what may be done with a story")) \
  F (LP_NOTE_PUBLISH_WORDING, "publish_wording", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("says what may be done with a story")) \
  F (LP_NOTE_APPROVED_TIME, "approved_time", LP_TYPE_TIME, LP_FIELD_PLAIN, N_("Approved by the teller"), N_("says what may be done with a story")) /* the teller heard it and said yes */ \
  F (LP_NOTE_DUPLICATE_OF, "duplicate_of", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("says what may be done with a story"))

#define LP_THEME_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_THEME_DELETED) \
  F (LP_THEME_RANK, "rank", LP_TYPE_RANK, LP_FIELD_PLAIN, NULL, N_("the order of the rows tells it")) \
  F (LP_THEME_NAME, "name", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Theme"), NULL) \
  F (LP_THEME_DESCRIPTION, "description", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Description"), NULL) \
  F (LP_THEME_COLOUR, "colour", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("a help for the eye")) /* id of LpColour */ \
  F (LP_THEME_PARENT, "parent", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the order of the rows tells it")) /* the theme that this one is a part of */ \
  F (LP_THEME_SHARED_NAME, "shared_name", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("joins themes of several meetings")) /* NULL: its name */

#define LP_PLACEMENT_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_PLACEMENT_DELETED) \
  F (LP_PLACEMENT_NOTE, "note", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the theme is exported with the note")) \
  F (LP_PLACEMENT_PLACE, "place", LP_TYPE_PLACE, LP_FIELD_PLAIN, NULL, N_("the theme is exported with the note")) \
  F (LP_PLACEMENT_ALSO, "also", LP_TYPE_BOOL, LP_FIELD_PLAIN, N_("Other themes"), NULL) /* besides its home, the one theme in which it counts */ \
  F (LP_PLACEMENT_PARTNER, "partner", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the theme is exported with the note")) /* the note, mostly a dream, that this one belongs to there */

/* Priorities are set in rounds: who votes has dots or a budget to divide among themes or proposals. */
#define LP_VOTE_ROUND_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_VOTE_ROUND_DELETED) \
  F (LP_VOTE_ROUND_RANK, "rank", LP_TYPE_RANK, LP_FIELD_PLAIN, NULL, N_("the order of the rows tells it")) \
  F (LP_VOTE_ROUND_QUESTION, "question", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) \
  F (LP_VOTE_ROUND_METHOD, "method", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* "dots" or "budget" */ \
  F (LP_VOTE_ROUND_AMOUNT, "amount", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* dots or kroner that each has */ \
  F (LP_VOTE_ROUND_SUBJECTS, "subjects", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* "themes" or "proposals" */ \
  F (LP_VOTE_ROUND_VOTERS, "voters", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* "tables" or "people" */ \
  F (LP_VOTE_ROUND_CLOSED, "closed", LP_TYPE_BOOL, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums"))

/* How far a table, or a person by number, is in a round. Its id derives from the round and the voter. */
#define LP_TALLY_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_TALLY_DELETED) \
  F (LP_TALLY_ROUND, "round", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) \
  F (LP_TALLY_VOTER, "voter", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* number of the table or of the person */ \
  F (LP_TALLY_TURNOUT, "turnout", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* people who voted, guests are not among them */ \
  F (LP_TALLY_DONE, "done", LP_TYPE_BOOL, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums"))

/* What a voter gave to a theme or a proposal. Its id derives from all three. */
#define LP_VOTE_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_VOTE_DELETED) \
  F (LP_VOTE_IN, "round", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) \
  F (LP_VOTE_VOTER, "voter", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) \
  F (LP_VOTE_SUBJECT, "subject", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the result is exported as sums")) /* of a theme or a note */ \
  F (LP_VOTE_AMOUNT, "amount", LP_TYPE_INT, LP_FIELD_PLAIN, N_("Dots"), NULL) /* dots or kroner */

#define LP_RECOMMENDATION_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_RECOMMENDATION_DELETED) \
  F (LP_RECOMMENDATION_RANK, "rank", LP_TYPE_RANK, LP_FIELD_PLAIN, NULL, N_("the order of the rows tells it")) \
  F (LP_RECOMMENDATION_TITLE, "title", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Title"), NULL) /* in few words */ \
  F (LP_RECOMMENDATION_TEXT, "text", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Recommendation"), NULL) \
  F (LP_RECOMMENDATION_REASON, "reason", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Reason"), NULL) \
  F (LP_RECOMMENDATION_ADDRESSEE, "addressee", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Addressee"), NULL) /* id of LpAddressee */ \
  F (LP_RECOMMENDATION_DUE, "due", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("When"), NULL) /* when, in words */ \
  F (LP_RECOMMENDATION_STATUS, "status", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Status"), NULL) /* id of LpStatus */ \
  F (LP_RECOMMENDATION_STATUS_DATE, "status_date", LP_TYPE_DATE, LP_FIELD_PLAIN, NULL, N_("stands with the status")) \
  F (LP_RECOMMENDATION_ANSWER, "answer", LP_TYPE_TEXT, LP_FIELD_PLAIN, N_("Answer"), NULL) /* what became of it */

/* What a recommendation rests on, or what speaks against it: a note or a theme. Its id derives from both. */
#define LP_EVIDENCE_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_EVIDENCE_DELETED) \
  F (LP_EVIDENCE_RECOMMENDATION, "recommendation", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the row tells it")) \
  F (LP_EVIDENCE_NOTE, "note", LP_TYPE_ID, LP_FIELD_PLAIN, N_("Rests on"), NULL) \
  F (LP_EVIDENCE_THEME, "theme", LP_TYPE_ID, LP_FIELD_PLAIN, N_("Themes"), NULL) \
  F (LP_EVIDENCE_AGAINST, "against", LP_TYPE_BOOL, LP_FIELD_PLAIN, N_("Speaks against it"), NULL)

/* What the facilitator did while the day ran: the clock is the fold of these, see lp-run.h. */
#define LP_RUN_EVENT_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_RUN_EVENT_DELETED) \
  F (LP_RUN_EVENT_STEP, "step", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("the course of the day is exported as a sum")) /* 1, 2, 3 …: their order */ \
  F (LP_RUN_EVENT_ACT, "act", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("the course of the day is exported as a sum")) \
  F (LP_RUN_EVENT_ITEM, "item", LP_TYPE_ID, LP_FIELD_PLAIN, NULL, N_("the course of the day is exported as a sum")) \
  F (LP_RUN_EVENT_MINUTES, "minutes", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("the course of the day is exported as a sum")) \
  F (LP_RUN_EVENT_TIME, "time", LP_TYPE_TIME, LP_FIELD_PLAIN, NULL, N_("the course of the day is exported as a sum")) \
  F (LP_RUN_EVENT_BOOT, "boot", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("tells one start of the computer from another")) \
  F (LP_RUN_EVENT_UPTIME, "uptime", LP_TYPE_INT, LP_FIELD_PLAIN, NULL, N_("survives a changed clock")) /* milliseconds since that start, sleep included */

/* Somebody needs a talk: for the facilitator's eyes alone. No words, no name. */
#define LP_TALK_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_TALK_DELETED) \
  F (LP_TALK_TIME, "time", LP_TYPE_TIME, LP_FIELD_PERSONAL, NULL, N_("meant for the facilitator alone")) \
  F (LP_TALK_TABLE, "table_number", LP_TYPE_INT, LP_FIELD_PERSONAL, NULL, N_("meant for the facilitator alone")) \
  F (LP_TALK_DONE, "done", LP_TYPE_BOOL, LP_FIELD_PERSONAL, NULL, N_("meant for the facilitator alone"))

/* A file that left the house, so that it can be said where a note went. */
#define LP_EXPORT_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_EXPORT_DELETED) \
  F (LP_EXPORT_TIME, "time", LP_TYPE_TIME, LP_FIELD_PLAIN, NULL, N_("tells where notes went")) \
  F (LP_EXPORT_NAME, "name", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("tells where notes went")) /* of the file, without its folder */ \
  F (LP_EXPORT_VARIANT, "variant", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("tells where notes went"))

/* Words that belong together to a panel, in the panel's space: "Kolonihaven, Parcel 7, bolig". */
#define LP_WORD_GROUP_FIELDS(F) \
  LP_COMMON_FIELDS (F, LP_WORD_GROUP_DELETED) \
  F (LP_WORD_GROUP_WORDS, "words", LP_TYPE_TEXT, LP_FIELD_PLAIN, NULL, N_("a help in grouping, of the panel and not of a meeting")) /* with commas */

typedef enum {
  LP_PANEL,
  LP_MEETING,
  LP_AGENDA_ITEM,
  LP_PARTICIPANT,
  LP_NOTE,
  LP_THEME,
  LP_PLACEMENT,
  LP_RUN_EVENT,
  LP_TALK,
  LP_EXPORT,
  LP_VOTE_ROUND,
  LP_TALLY,
  LP_VOTE,
  LP_RECOMMENDATION,
  LP_EVIDENCE,
  LP_WORD_GROUP,
  LP_N_ENTITIES,
} LpEntity;

#define LP_SYMBOL(symbol, ...) symbol,
enum { LP_PANEL_FIELDS (LP_SYMBOL) LP_PANEL_N_FIELDS };
enum { LP_MEETING_FIELDS (LP_SYMBOL) LP_MEETING_N_FIELDS };
enum { LP_AGENDA_ITEM_FIELDS (LP_SYMBOL) LP_AGENDA_ITEM_N_FIELDS };
enum { LP_PARTICIPANT_FIELDS (LP_SYMBOL) LP_PARTICIPANT_N_FIELDS };
enum { LP_NOTE_FIELDS (LP_SYMBOL) LP_NOTE_N_FIELDS };
enum { LP_THEME_FIELDS (LP_SYMBOL) LP_THEME_N_FIELDS };
enum { LP_PLACEMENT_FIELDS (LP_SYMBOL) LP_PLACEMENT_N_FIELDS };
enum { LP_RUN_EVENT_FIELDS (LP_SYMBOL) LP_RUN_EVENT_N_FIELDS };
enum { LP_TALK_FIELDS (LP_SYMBOL) LP_TALK_N_FIELDS };
enum { LP_EXPORT_FIELDS (LP_SYMBOL) LP_EXPORT_N_FIELDS };
enum { LP_VOTE_ROUND_FIELDS (LP_SYMBOL) LP_VOTE_ROUND_N_FIELDS };
enum { LP_TALLY_FIELDS (LP_SYMBOL) LP_TALLY_N_FIELDS };
enum { LP_VOTE_FIELDS (LP_SYMBOL) LP_VOTE_N_FIELDS };
enum { LP_RECOMMENDATION_FIELDS (LP_SYMBOL) LP_RECOMMENDATION_N_FIELDS };
enum { LP_EVIDENCE_FIELDS (LP_SYMBOL) LP_EVIDENCE_N_FIELDS };
enum { LP_WORD_GROUP_FIELDS (LP_SYMBOL) LP_WORD_GROUP_N_FIELDS };
#undef LP_SYMBOL

/* One bit per field in a guint64. */
#define LP_MAX_FIELDS 64

typedef struct {
  const char   *name;     /* column, and key in an operation */
  LpType        type;
  LpFieldFlags  flags;
  const char   *heading;  /* untranslated, or NULL */
  const char   *left_out; /* untranslated reason, or NULL */
} LpField;

typedef struct {
  const char    *name;    /* table */
  const LpField *fields;
  guint          n_fields;
} LpEntityInfo;

const LpEntityInfo *lp_schema_entity       (LpEntity entity);
gboolean            lp_schema_find_entity  (const char *name, LpEntity *out);
gboolean            lp_schema_find_field   (LpEntity entity, const char *name, guint *out);
const char         *lp_schema_heading      (LpEntity entity, guint field);

G_END_DECLS
