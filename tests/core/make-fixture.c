/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes the database that every later version must open: make-fixture DATABASE. Run by hand, once per version of the schema;
 * what it made is kept in fixtures/, with what it shows beside it.
 */
#include "test-util.h"

#include <stdio.h>

#include "lp-db.h"
#include "lp-log.h"
#include "lp-meeting.h"

static void
put_text (LpChangeSet *changes, LpEntity entity, const LpId *space, const LpId *id, guint field, const char *text)
{
  lp_edit_text (lp_change_set_put (changes, entity, space, id), field, text);
}

static LpId
add_meeting (LpStore *store)
{
  LpChangeSet *changes = lp_change_set_new ("New meeting");
  LpId panel = lp_id_new ();
  LpId meeting = lp_id_new ();
  LpId item = lp_id_new ();
  LpId person = lp_id_new ();
  LpId event = lp_id_new ();
  LpId talk = lp_id_new ();
  LpId words = lp_id_new ();
  LpEdit *edit = NULL;

  put_text (changes, LP_PANEL, &panel, &panel, LP_PANEL_NAME, "Udsattepanelet");
  edit = lp_change_set_put (changes, LP_MEETING, &meeting, &meeting);
  lp_edit_text (edit, LP_MEETING_TITLE, "Kick-off i Æbleskoven");
  lp_edit_text (edit, LP_MEETING_DATE, "2026-03-14");
  lp_edit_text (edit, LP_MEETING_PLACE, "Aarhus");
  lp_edit_id (edit, LP_MEETING_PANEL, &panel);
  lp_edit_int (edit, LP_MEETING_START, 9 * 60 + 30);
  lp_edit_int (edit, LP_MEETING_TABLES, 10);
  lp_edit_text (edit, LP_MEETING_ROSTER_KEY, "01a216f9-31e5-7000-baa7-e02bc9707cf101a216f9-31e5-7001-ad14-6bb5d41b498d");
  lp_edit_text (edit, LP_MEETING_NEXT_STEPS, "I december: forslagene sendes til ministeren");
  lp_edit_text (edit, LP_MEETING_CONTACT, "Rådets sekretariat");
  put_text (changes, LP_WORD_GROUP, &panel, &words, LP_WORD_GROUP_WORDS, "Kolonihaven, bolig");
  edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &meeting, &item);
  lp_edit_text (edit, LP_AGENDA_ITEM_RANK, "U");
  lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, "Drømme");
  lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, 45);
  lp_edit_text (edit, LP_AGENDA_ITEM_KINDS, "dream concern");
  lp_edit_text (edit, LP_AGENDA_ITEM_FACT, "79 af 98 kommuner har et udsatteråd");
  lp_edit_text (edit, LP_AGENDA_ITEM_FACT_SOURCE, "Rådets egen optælling");
  edit = lp_change_set_put (changes, LP_PARTICIPANT, &meeting, &person);
  lp_edit_text (edit, LP_PARTICIPANT_NAME, "=Bo Formel+1");
  lp_edit_int (edit, LP_PARTICIPANT_TABLE, 3);
  lp_edit_int (edit, LP_PARTICIPANT_FIXED, TRUE);
  lp_edit_int (edit, LP_PARTICIPANT_PRESENT, TRUE);
  lp_edit_int (edit, LP_PARTICIPANT_CONSENT, TRUE);
  edit = lp_change_set_put (changes, LP_RUN_EVENT, &meeting, &event);
  lp_edit_int (edit, LP_RUN_EVENT_STEP, 1);
  lp_edit_text (edit, LP_RUN_EVENT_ACT, "go");
  lp_edit_id (edit, LP_RUN_EVENT_ITEM, &item);
  lp_edit_int (edit, LP_RUN_EVENT_TIME, 1773478800000);
  lp_edit_text (edit, LP_RUN_EVENT_BOOT, "a boot");
  lp_edit_int (edit, LP_RUN_EVENT_UPTIME, 60000);
  edit = lp_change_set_put (changes, LP_TALK, &meeting, &talk);
  lp_edit_int (edit, LP_TALK_TIME, 1773478800000);
  lp_edit_int (edit, LP_TALK_TABLE, 3);
  lp_edit_int (edit, LP_TALK_DONE, TRUE);
  test_commit (store, changes);

  return meeting;
}

static LpId
add_note (LpStore *store, const LpId *meeting, LpKind kind, const char *text, int table)
{
  LpChangeSet *changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = kind, .text = text, .table = table, .time = 1773478800000, .profile = "Mor, 41",
                        .perspective = "lived", .municipality = "Kolding", .verbatim = table == 3, .consent = TRUE };
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (store), meeting, &draft, &id);
  test_commit (store, changes);

  return id;
}

static void
add_theme (LpStore *store, const LpId *meeting, const LpId *note)
{
  LpChangeSet *changes = lp_change_set_new ("Add theme");
  LpId theme = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_THEME, meeting, &theme);

  lp_edit_text (edit, LP_THEME_RANK, "U");
  lp_edit_text (edit, LP_THEME_NAME, "Et hjem at høre til i");
  lp_edit_text (edit, LP_THEME_COLOUR, "teal");
  lp_edit_text (edit, LP_THEME_SHARED_NAME, "Et hjem");
  lp_note_place (changes, meeting, note, &theme, "V");
  test_commit (store, changes);
}

static void
tell_story (LpChangeSet *changes, const LpId *meeting, const LpId *note)
{
  LpId file = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, note);

  lp_edit_text (edit, LP_NOTE_PUBLIC_TEXT, "Et hjem og en nøgle");
  lp_edit_int (edit, LP_NOTE_READ_BACK, TRUE);
  lp_edit_text (edit, LP_NOTE_ACCEPTED, "name Mit");
  lp_edit_text (edit, LP_NOTE_BEFORE, "På gaden");
  lp_edit_text (edit, LP_NOTE_TURNING_POINT, "En nøgle");
  lp_edit_text (edit, LP_NOTE_TODAY, "Et hjem");
  lp_edit_text (edit, LP_NOTE_HELPED, "Én der blev ved");
  lp_edit_int (edit, LP_NOTE_KEEP_TIME, 1773478800000);
  lp_edit_int (edit, LP_NOTE_KEEP_WORDING, 1);
  lp_edit_int (edit, LP_NOTE_QUOTE_TIME, 1773478801000);
  lp_edit_int (edit, LP_NOTE_QUOTE_WORDING, 1);
  lp_edit_int (edit, LP_NOTE_PUBLISH_TIME, 1773478802000);
  lp_edit_int (edit, LP_NOTE_PUBLISH_WORDING, 1);
  lp_edit_int (edit, LP_NOTE_APPROVED_TIME, 1773478803000);
  edit = lp_change_set_put (changes, LP_EXPORT, meeting, &file);
  lp_edit_int (edit, LP_EXPORT_TIME, 1773478804000);
  lp_edit_text (edit, LP_EXPORT_NAME, "Kick-off.xlsx");
  lp_edit_text (edit, LP_EXPORT_VARIANT, "public");
}

static void
change_notes (LpStore *store, const LpId *meeting, const LpId *notes)
{
  LpChangeSet *changes = lp_change_set_new ("Change notes");

  put_text (changes, LP_NOTE, meeting, &notes[0], LP_NOTE_TEXT, "Et hjem, “mit eget”\n– og en nøgle 🔑");
  lp_change_set_delete (changes, LP_NOTE, meeting, &notes[1]);
  lp_change_set_erase (changes, LP_NOTE, meeting, &notes[2]);
  lp_change_set_scrub (changes, LP_NOTE, meeting, &notes[3], LP_NOTE_TEXT);
  put_text (changes, LP_NOTE, meeting, &notes[3], LP_NOTE_TEXT, "Mit navn er fjernet");
  lp_edit_int (lp_change_set_put (changes, LP_NOTE, meeting, &notes[0]), LP_NOTE_REVIEWED, TRUE);
  lp_edit_int (lp_change_set_put (changes, LP_NOTE, meeting, &notes[3]), LP_NOTE_HIDDEN, TRUE);
  tell_story (changes, meeting, &notes[0]);
  test_commit (store, changes);
}

static void
set_priorities (LpStore *store, const LpId *meeting, const LpId *note)
{
  LpChangeSet *changes = lp_change_set_new ("Set priorities");
  LpId round = lp_id_new ();
  LpId tally = lp_id_derive (&round, "3");
  LpId vote = lp_id_derive (&tally, "vote");
  LpEdit *edit = lp_change_set_put (changes, LP_VOTE_ROUND, meeting, &round);

  lp_edit_text (edit, LP_VOTE_ROUND_RANK, "U");
  lp_edit_text (edit, LP_VOTE_ROUND_QUESTION, "Hvad er vigtigst?");
  lp_edit_text (edit, LP_VOTE_ROUND_METHOD, "dots");
  lp_edit_int (edit, LP_VOTE_ROUND_AMOUNT, 3);
  lp_edit_text (edit, LP_VOTE_ROUND_SUBJECTS, "proposals");
  lp_edit_text (edit, LP_VOTE_ROUND_VOTERS, "tables");
  lp_edit_int (edit, LP_VOTE_ROUND_CLOSED, TRUE);
  edit = lp_change_set_put (changes, LP_TALLY, meeting, &tally);
  lp_edit_id (edit, LP_TALLY_ROUND, &round);
  lp_edit_int (edit, LP_TALLY_VOTER, 3);
  lp_edit_int (edit, LP_TALLY_TURNOUT, 7);
  lp_edit_int (edit, LP_TALLY_DONE, TRUE);
  edit = lp_change_set_put (changes, LP_VOTE, meeting, &vote);
  lp_edit_id (edit, LP_VOTE_IN, &round);
  lp_edit_int (edit, LP_VOTE_VOTER, 3);
  lp_edit_id (edit, LP_VOTE_SUBJECT, note);
  lp_edit_int (edit, LP_VOTE_AMOUNT, 5);
  test_commit (store, changes);
}

static void
recommend (LpStore *store, const LpId *meeting, const LpId *note)
{
  LpChangeSet *changes = lp_change_set_new ("Recommend");
  LpId recommendation = lp_id_new ();
  LpId evidence = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_RECOMMENDATION, meeting, &recommendation);

  lp_edit_text (edit, LP_RECOMMENDATION_RANK, "U");
  lp_edit_text (edit, LP_RECOMMENDATION_TITLE, "Nøglen først");
  lp_edit_text (edit, LP_RECOMMENDATION_TEXT, "Bolig uden forudgående krav.");
  lp_edit_text (edit, LP_RECOMMENDATION_REASON, "Panelet fortæller det.");
  lp_edit_text (edit, LP_RECOMMENDATION_ADDRESSEE, "municipalities");
  lp_edit_text (edit, LP_RECOMMENDATION_DUE, "Inden 2028");
  lp_edit_text (edit, LP_RECOMMENDATION_STATUS, "sent");
  lp_edit_text (edit, LP_RECOMMENDATION_STATUS_DATE, "2026-12-08");
  lp_edit_text (edit, LP_RECOMMENDATION_ANSWER, "Afventer");
  edit = lp_change_set_put (changes, LP_EVIDENCE, meeting, &evidence);
  lp_edit_id (edit, LP_EVIDENCE_RECOMMENDATION, &recommendation);
  lp_edit_id (edit, LP_EVIDENCE_NOTE, note);
  lp_edit_int (edit, LP_EVIDENCE_AGAINST, TRUE);
  test_commit (store, changes);
}

/* An operation of an entity that this version does not know, as a later one passes it on. */
static void
add_unknown (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDb) db = lp_db_open (path, LP_DB_WRITE, &error);
  g_auto (LpOp) op = { .stream = lp_id_new (), .seq = 1, .stamp = G_GINT64_CONSTANT (1773478800000) << 16 };
  LpLogOutcome outcome = LP_LOG_UNSOUND;

  g_assert_no_error (error);
  op.entity = g_strdup ("unheard_of");
  op.space = lp_id_new ();
  op.object = lp_id_new ();
  op.body = g_strdup ("{\"votes\":[1,2,3],\"salt\":\"00\"}");
  lp_op_seal (&op);
  lp_log_apply (db, &op, &outcome, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, LP_LOG_NEW);
  g_assert_true (lp_db_exec (db, "PRAGMA journal_mode=DELETE", &error));
}

int
main (int argc, char *argv[])
{
  LpStore *store = NULL;
  LpId meeting = { 0 };
  LpId notes[4] = { 0 };

  if (argc != 2)
    {
      fprintf (stderr, "usage: make-fixture DATABASE\n");
      return 2;
    }

  store = test_store_open (argv[1]);
  meeting = add_meeting (store);
  notes[0] = add_note (store, &meeting, LP_KIND_DREAM, "Et hjem", 3);
  notes[1] = add_note (store, &meeting, LP_KIND_CONCERN, "Slettet", 3);
  notes[2] = add_note (store, &meeting, LP_KIND_STORY, "Udraderet", 3);
  notes[3] = add_note (store, &meeting, LP_KIND_PROPOSAL, "Jeg hedder Zebra", 0);
  add_theme (store, &meeting, &notes[0]);
  change_notes (store, &meeting, notes);
  set_priorities (store, &meeting, &notes[3]);
  recommend (store, &meeting, &notes[0]);
  test_store_close (store);
  add_unknown (argv[1]);

  return 0;
}
