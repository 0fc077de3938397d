/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <string.h>

#include "lp-counts.h"
#include "lp-import.h"
#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-participant-actions.h"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  fixture->meeting = test_meeting (fixture->store, "Kick-off");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_store_close (fixture->store);
  test_check (fixture->folder->database);
  test_folder_free (fixture->folder);
}

static char *
write_file (Fixture    *fixture,
            const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder->path, "a.csv", NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

static LpImportResult *
take_with (Fixture               *fixture,
           const char            *content,
           const LpImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (fixture, content);
  LpImportResult *result = lp_import_notes (fixture->store, &fixture->meeting, path, options, &error);

  g_assert_no_error (error);

  return result;
}

/* Takes notes with their themes; how many there were. */
static guint
take (Fixture    *fixture,
      const char *content)
{
  g_autoptr (LpImportResult) result = take_with (fixture, content, &(LpImportOptions) { .themes = TRUE });

  for (guint i = 0; i < result->refused->len; i++)
    g_test_message ("%s", ((LpRefusal *) g_ptr_array_index (result->refused, i))->reason);
  g_assert_cmpuint (result->refused->len, ==, 0);

  return result->taken;
}

static GPtrArray *
load_notes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = lp_reader_load_all (lp_store_get_reader (fixture->store), LP_NOTE,
                                         "SELECT num FROM note WHERE space = ?1 AND deleted = 0 ORDER BY num",
                                         &fixture->meeting, &error);

  g_assert_no_error (error);

  return notes;
}

static LpRecord *
load_only_note (Fixture *fixture)
{
  g_autoptr (GPtrArray) notes = load_notes (fixture);

  g_assert_cmpuint (notes->len, ==, 1);

  return g_object_ref (g_ptr_array_index (notes, 0));
}

static void
assert_fields (Fixture    *fixture,
               const char *content)
{
  g_autoptr (LpRecord) note = NULL;

  g_assert_cmpuint (take (fixture, content), ==, 1);
  note = load_only_note (fixture);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_KIND), ==, "concern");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, " Hvem lytter? ");
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TIME), ==, G_GINT64_CONSTANT (1773479880000));
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TABLE), ==, 7);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_STATION), ==, 7);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_NUMBER), ==, 1);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_PERSPECTIVE), ==, "relative");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_PROFILE), ==, "Mor, 50 år");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_MUNICIPALITY), ==, "Køge");
  g_assert_cmpint (lp_record_int (note, LP_NOTE_VERBATIM), ==, TRUE);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_CONSENT), ==, FALSE);
}

static void
test_english (Fixture       *fixture,
              gconstpointer  data)
{
  assert_fields (fixture, "time;table;kind;text;perspective;profile;municipality;verbatim_quote;consent;theme;other\n"
                          "10:18;7;concern; Hvem lytter? ;relative;Mor, 50 år;Køge;1;0;Psykiatri;x\n");
}

static void
test_danish (Fixture       *fixture,
             gconstpointer  data)
{
  assert_fields (fixture, "KLOKKESLÆT,Bord,Slags,Tekst,Perspektiv,Profil,Kommune,Ordret citat,Må citeres,Tema\n"
                          "10.18, 7 ,Bekymring, Hvem lytter? ,Pårørende,\"Mor, 50 år\",Køge,x,nej,Psykiatri\n");
}

static void
test_as_exported (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_fields (fixture, "No.;Time;Kind;Note;Table;Perspective;Profile;Municipality;Verbatim quote;May be quoted;Theme\n"
                          "07-001;2026-03-14 10:18;Concern; Hvem lytter? ;7;Relative;Mor, 50 år;Køge;Yes;No;Psykiatri\n");
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const texts[] = { "=1+1", "- a\n- b\n- c", "e\xcc\x81", "\"\"", "_x0041_", "🙂", " ' " };
  static const char *const kept[] = { "=1+1", "- a\n- b\n- c", "é", "\"\"", "_x0041_", "🙂", " ' " };
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_cmpuint (take (fixture, "kind;text\ndream;=1+1\ndream;\"- a\r\n- b\n- c\"\ndream;e\xcc\x81\n"
                                   "dream;\"\"\"\"\"\"\ndream;_x0041_\ndream;🙂\ndream; ' \n"), ==, G_N_ELEMENTS (texts));
  notes = load_notes (fixture);
  for (guint i = 0; i < notes->len; i++)
    g_assert_cmpstr (lp_record_text (g_ptr_array_index (notes, i), LP_NOTE_TEXT), ==, kept[i]);
}

static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const three = "kind;text;theme\ndream;Ro;A\ndream;Ro;A\nstory;Ro;B\n";

  g_assert_cmpuint (take (fixture, three), ==, 3);
  g_assert_cmpuint (take (fixture, three), ==, 0);
  /* other order, other theme, other dress: the same notes */
  g_assert_cmpuint (take (fixture, "Tekst,Tema,Slags\nRo,C,Historie\nRo,,Drøm\nRo,,Drøm\n"), ==, 0);
  /* a third one is new */
  g_assert_cmpuint (take (fixture, "kind;text\ndream;Ro\ndream;Ro\ndream;Ro\n"), ==, 1);
  g_assert_cmpuint (take (fixture, "kind;text;table\ndream;Ro;1\n"), ==, 1);
}

static void
remove_note (Fixture  *fixture,
             gboolean  for_good)
{
  g_autoptr (LpRecord) note = load_only_note (fixture);
  LpChangeSet *changes = lp_change_set_new ("Delete note");

  (for_good ? lp_change_set_erase : lp_change_set_delete) (changes, LP_NOTE, &fixture->meeting, lp_record_get_id (note));
  test_commit (fixture->store, changes);
}

/* What was erased stays away. */
static void
test_erased (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LpImportResult) again = NULL;

  g_assert_cmpuint (take (fixture, "kind;text\ndream;Fred\n"), ==, 1);
  remove_note (fixture, TRUE);
  again = take_with (fixture, "kind;text\ndream;Fred\n", &(LpImportOptions) { 0 });
  g_assert_cmpuint (again->taken, ==, 0);
  g_assert_cmpuint (again->already_there, ==, 1);
}

/* What was deleted comes back as the file has it, whatever was made of it meanwhile, and keeps its code. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const file = "kind;text;table;profile\ndream;Ro;7;Mor\n";
  g_autoptr (LpRecord) before = NULL;
  g_autoptr (LpRecord) after = NULL;
  LpChangeSet *changes = lp_change_set_new ("Edit note");
  LpEdit *edit = NULL;

  take (fixture, file);
  before = load_only_note (fixture);
  edit = lp_change_set_put (changes, LP_NOTE, &fixture->meeting, lp_record_get_id (before));
  lp_edit_text (edit, LP_NOTE_TEXT, "Fred");
  lp_edit_text (edit, LP_NOTE_PROFILE, "Far");
  lp_edit_text (edit, LP_NOTE_MUNICIPALITY, "Faxe");
  lp_edit_text (edit, LP_NOTE_PERSPECTIVE, "lived");
  lp_edit_int (edit, LP_NOTE_TABLE, 9);
  lp_edit_int (edit, LP_NOTE_CONSENT, TRUE);
  test_commit (fixture->store, changes);
  g_assert_cmpuint (take (fixture, file), ==, 0);

  remove_note (fixture, FALSE);
  g_assert_cmpuint (take (fixture, file), ==, 1);
  after = load_only_note (fixture);
  g_assert_true (lp_id_equal (lp_record_get_id (before), lp_record_get_id (after)));
  for (guint field = 0; field < LP_NOTE_N_FIELDS; field++)
    {
      if (field == LP_NOTE_TIME) /* the file has none */
        continue;
      g_assert_cmpint (lp_record_has (after, field), ==, lp_record_has (before, field));
      g_assert_cmpint (lp_record_int (after, field), ==, lp_record_int (before, field));
      g_assert_cmpstr (lp_record_text (after, field), ==, lp_record_text (before, field));
    }
}

/* "A: 2, B: 1" */
static char *
list_themes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpCounts) counts = lp_counts_load (lp_store_get_reader (fixture->store), &fixture->meeting, &error);
  GString *list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < counts->themes->len; i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (counts->themes, i);

      g_string_append_printf (list, "%s%s: %u", i ? ", " : "", theme->name, theme->total);
    }

  return g_string_free_and_steal (list);
}

static void
test_themes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *then = NULL;

  take (fixture, "kind;text;theme\ndream;1;Væresteder\ndream;2;Bolig\ndream;3; væresteder \ndream;4;\n");
  first = list_themes (fixture);
  g_assert_cmpstr (first, ==, "Væresteder: 2, Bolig: 1, : 1");

  take (fixture, "kind;text;theme\ndream;1;Nyt\ndream;5;VAERESTEDER\ndream;6;Job\n");
  then = list_themes (fixture);
  g_assert_cmpstr (then, ==, "Væresteder: 3, Bolig: 1, Job: 1, : 1");
}

/* Notes stand in their theme in the order they came, also behind those that were there. */
static void
test_order_in_theme (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GString) file = g_string_new ("kind;text;theme\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (LpQuery) query = NULL;
  guint expected = 0;

  take (fixture, "kind;text;theme\ndream;0;A\n");
  for (guint i = 1; i < 5000; i++)
    g_string_append_printf (file, "dream;%u;A\n", i);
  take (fixture, file->str);
  take (fixture, "kind;text;theme\ndream;5000;A\n");

  query = lp_reader_query (lp_store_get_reader (fixture->store),
                           "SELECT text, rank FROM placement JOIN note ON note.id = placement.note ORDER BY rank");
  while (lp_query_next (query, &error))
    {
      g_assert_cmpint (lp_query_int (query, 0), ==, expected++);
      g_assert_cmpuint (strlen (lp_query_text (query, 1)), <, 10);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (expected, ==, 5001);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *row;
    const char *complaint;
  } wrong[] = {
    { "kaffe;a;;;;", "kaffe" },
    { ";a;;;;", "kind" },
    { "dream; ;;;;", "text" },
    { "dream;a;7b;;;", "7b" },
    { "dream;a;1000;;;", "1000" },
    { "dream;a;-1;;;", "-1" },
    { "dream;a;;25:00;;", "25:00" },
    { "dream;a;;;måske;", "måske" },
    { "dream;a;;;;nabo", "nabo" },
    { "dream;a;;;;;b", "7 fields" },
  };
  g_autoptr (GString) file = g_string_new ("kind;text;table;time;consent;perspective\ndream;god;;;;\n");
  g_autoptr (LpImportResult) strict = NULL;
  g_autoptr (LpImportResult) patient = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_string_append_printf (file, "%s\n", wrong[i].row);
  g_string_append (file, "dream;også god;;;;\n");

  strict = take_with (fixture, file->str, &(LpImportOptions) { 0 });
  g_assert_cmpuint (strict->taken, ==, 0);
  g_assert_cmpint (test_number (lp_store_get_reader (fixture->store), "SELECT count (*) FROM note"), ==, 0);
  g_assert_cmpuint (strict->refused->len, ==, G_N_ELEMENTS (wrong));
  for (guint i = 0; i < strict->refused->len; i++)
    {
      const LpRefusal *refusal = g_ptr_array_index (strict->refused, i);

      g_assert_cmpuint (refusal->line, ==, 3 + i);
      if (!strstr (refusal->reason, wrong[i].complaint))
        g_test_fail_printf ("“%s” does not say “%s”", refusal->reason, wrong[i].complaint);
    }

  patient = take_with (fixture, file->str, &(LpImportOptions) { .keep_going = TRUE });
  g_assert_cmpuint (patient->taken, ==, 2);
  g_assert_cmpuint (patient->refused->len, ==, G_N_ELEMENTS (wrong));
}

static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LpImportResult) result = take_with (fixture, "kind;text;theme\ndream;Ro;A\n",
                                                 &(LpImportOptions) { .themes = TRUE, .dry_run = TRUE });

  g_assert_cmpuint (result->taken, ==, 1);
  g_assert_cmpint (test_number (lp_store_get_reader (fixture->store), "SELECT count (*) FROM note"), ==, 0);
  g_assert_cmpint (test_number (lp_store_get_reader (fixture->store), "SELECT count (*) FROM theme"), ==, 0);
}

static void
test_one_action (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  take (fixture, "kind;text;theme\ndream;Ro;A\ndream;Fred;B\n");
  g_assert_cmpstr (lp_store_get_undo_title (fixture->store), ==, "Import 2 notes");
  g_assert_true (lp_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_number (lp_store_get_reader (fixture->store), "SELECT count (*) FROM note WHERE deleted = 0"),
                   ==, 0);
  g_assert_cmpint (test_number (lp_store_get_reader (fixture->store), "SELECT count (*) FROM theme WHERE deleted = 0"),
                   ==, 0);
}

static void
assert_undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_store_undo (fixture->store, &error));
  g_assert_no_error (error);
}

/* A file taken in by mistake, or too early, can be taken in again; that can be undone again too. */
static void
test_again_after_undo (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const file = "kind;text;theme\ndream;Ro;A\ndream;Ro;A\nstory;Fred;B\n";

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *themes = NULL;
      g_autoptr (GPtrArray) notes = NULL;

      g_assert_cmpuint (take (fixture, file), ==, 3);
      themes = list_themes (fixture);
      g_assert_cmpstr (themes, ==, "A: 2, B: 1");
      g_assert_cmpuint (take (fixture, file), ==, 0);

      assert_undo (fixture);
      notes = load_notes (fixture);
      g_assert_cmpuint (notes->len, ==, 0);
    }
}

static GHashTable *
table_of (const char *key,
          const char *value)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (table, (gpointer) key, (gpointer) value);

  return table;
}

static void
assert_columns_refused (Fixture    *fixture,
                        GHashTable *map,
                        GHashTable *set,
                        const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (fixture, "timestamp,comment-body,type,TYPE\n1726860676783,Hope,a,b\n");
  g_autoptr (LpImportResult) result = lp_import_notes (fixture->store, &fixture->meeting, path,
                                                       &(LpImportOptions) { .map = map, .set = set }, &error);

  g_assert_null (result);
  g_assert_nonnull (error);
  if (!strstr (error->message, complaint))
    g_test_fail_printf ("“%s” does not say “%s”", error->message, complaint);
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GHashTable) text = table_of ("text", "Comment Body");
  g_autoptr (GHashTable) kind = table_of ("kind", "dream");
  g_autoptr (GHashTable) both = table_of ("kind", "type");
  g_autoptr (GHashTable) nowhere = table_of ("text", "body");
  g_autoptr (GHashTable) unknown = table_of ("colour", "red");
  g_autoptr (LpImportResult) result = NULL;
  g_autoptr (LpRecord) note = NULL;

  assert_columns_refused (fixture, text, NULL, "type");
  assert_columns_refused (fixture, NULL, kind, "--map text");
  assert_columns_refused (fixture, nowhere, kind, "“comment-body”");
  assert_columns_refused (fixture, unknown, NULL, "colour");
  assert_columns_refused (fixture, text, unknown, "colour");
  assert_columns_refused (fixture, both, kind, "both");

  result = take_with (fixture, "timestamp,comment-body\n1726860676783,Hope\n",
                      &(LpImportOptions) { .map = text, .set = kind });
  g_assert_cmpuint (result->taken, ==, 1);
  note = load_only_note (fixture);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, "Hope");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_KIND), ==, "dream");
}

/* A column given to one field is not taken for another too. */
static void
test_given_column (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GHashTable) map = table_of ("theme", "type");
  g_autoptr (GHashTable) set = table_of ("kind", "proposal");
  g_autoptr (LpImportResult) result = take_with (fixture, "type;text\nVej;Ro\n",
                                                 &(LpImportOptions) { .map = map, .set = set, .themes = TRUE });
  g_autofree char *themes = list_themes (fixture);

  g_assert_cmpuint (result->taken, ==, 1);
  g_assert_cmpstr (themes, ==, "Vej: 1");
}

static void
test_no_meeting (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (fixture, "kind;text\ndream;Ro\n");
  LpId nowhere = lp_id_new ();

  g_assert_null (lp_import_notes (fixture->store, &nowhere, path, &(LpImportOptions) { 0 }, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
}

static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const municipalities[] = { "København", "Horsens", "Greve", "", "Bornholm" };
  static const LpImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (fixture,
                                      "Navn;Organisation;Rolle;Bord;Kommune;Perspektiv\n"
                                      "=Bo;Udsatterådet i Københavns Kommune;Formand;3\n"
                                      "\"Ib \"\"Nisse\"\"; kaldet N\";Udsatterådet i Horsens Kommune;Medlem;\n"
                                      "Ea;Udsatterådet i Solrød Kommune;;;Greve;lived\n"
                                      "Åge;Center;Ekspert;1\n"
                                      "Bo;Udsatterådet i Bornholms Regionskommune;;2\n");
  g_autoptr (LpImportResult) result = lp_import_roster (fixture->store, &fixture->meeting, path, &options, &error);
  g_autoptr (LpImportResult) again = NULL;
  g_autoptr (GPtrArray) people = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (result->taken, ==, 5);
  people = lp_reader_load_all (lp_store_get_reader (fixture->store), LP_PARTICIPANT,
                               "SELECT num FROM participant WHERE space = ?1 ORDER BY num", &fixture->meeting, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    g_assert_cmpstr (lp_record_text (g_ptr_array_index (people, i), LP_PARTICIPANT_MUNICIPALITY), ==, municipalities[i]);
  g_assert_cmpstr (lp_record_text (g_ptr_array_index (people, 1), LP_PARTICIPANT_NAME), ==, "Ib \"Nisse\"; kaldet N");
  g_assert_cmpint (lp_record_int (g_ptr_array_index (people, 0), LP_PARTICIPANT_TABLE), ==, 3);
  g_assert_false (lp_record_has (g_ptr_array_index (people, 1), LP_PARTICIPANT_TABLE));
  g_assert_cmpstr (lp_record_text (g_ptr_array_index (people, 2), LP_PARTICIPANT_PERSPECTIVE), ==, "lived");

  again = lp_import_roster (fixture->store, &fixture->meeting, path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->taken, ==, 0);
  g_assert_cmpuint (again->already_there, ==, 5);
}

static void
test_roster_deleted (Fixture       *fixture,
                     gconstpointer  data)
{
  static const LpImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (fixture, "name;role\nBo;Formand\nIb;\n");
  g_autoptr (LpImportResult) first = lp_import_roster (fixture->store, &fixture->meeting, path, &options, &error);
  g_autoptr (LpImportResult) again = NULL;
  LpReader *reader = lp_store_get_reader (fixture->store);

  g_assert_no_error (error);
  g_assert_cmpuint (first->taken, ==, 2);
  assert_undo (fixture);
  again = lp_import_roster (fixture->store, &fixture->meeting, path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->taken, ==, 2);
  g_assert_cmpuint (again->already_there, ==, 0);
  g_assert_cmpint (test_number (reader, "SELECT count (*) FROM participant"), ==, 2);
  g_assert_cmpint (test_number (reader, "SELECT count (*) FROM participant WHERE deleted = 0 AND name IS NOT NULL"), ==, 2);
}

static void
erase_roster (Fixture *fixture)
{
  LpChangeSet *changes = lp_change_set_new ("Erase roster");
  GError *error = NULL;

  lp_participants_erase_all (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &error);
  g_assert_no_error (error);
  test_commit (fixture->store, changes);
}

static void
check_roster (Fixture    *fixture,
              const char *path,
              guint       taken,
              guint       already_there)
{
  static const LpImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImportResult) result = lp_import_roster (fixture->store, &fixture->meeting, path, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->taken, ==, taken);
  g_assert_cmpuint (result->already_there, ==, already_there);
}

/* As often as the roster is erased the same file can be taken in anew: as people nobody has heard of before. */
static void
test_roster_erased (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "name;role\nBo;Formand\nIb;\nIb;\n");
  LpReader *reader = lp_store_get_reader (fixture->store);

  for (guint i = 0; i < 3; i++)
    {
      check_roster (fixture, path, 3, 0);
      check_roster (fixture, path, 0, 3);
      g_assert_cmpint (test_number (reader, "SELECT count (*) FROM participant WHERE deleted = 0"), ==, 3);
      g_assert_cmpint (test_number (reader, "SELECT count (*) FROM participant WHERE name = 'Ib'"), ==, 2);
      erase_roster (fixture);
      g_assert_cmpint (test_number (reader, "SELECT count (*) FROM participant"), ==, 0);
    }
}

static char *
load_key (Fixture *fixture)
{
  g_autoptr (LpRecord) meeting = test_load (fixture->store, LP_MEETING, &fixture->meeting);

  return g_strdup (lp_record_text (meeting, LP_MEETING_ROSTER_KEY));
}

/* What stays in the log of somebody who was erased does not tell, to who guesses the words, that they were there. */
static void
test_roster_key (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "name\nBo\nIb\n");
  LpReader *reader = lp_store_get_reader (fixture->store);
  g_autofree char *key = NULL;
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;

  check_roster (fixture, path, 2, 0);
  key = load_key (fixture);
  g_assert_cmpuint (strlen (key), >, 64);
  assert_undo (fixture);
  check_roster (fixture, path, 2, 0);
  g_assert_cmpint (test_number (reader, "SELECT count(*) FROM participant"), ==, 2);
  erase_roster (fixture);
  after = load_key (fixture);
  g_assert_cmpstr (after, ==, "");
  g_assert_true (g_file_get_contents (fixture->folder->database, &bytes, &size, NULL));
  g_assert_null (memmem (bytes, size, key, strlen (key)));

  check_roster (fixture, path, 2, 0);
  g_assert_cmpint (test_number (reader, "SELECT count(DISTINCT object) FROM op WHERE entity='participant'"), ==, 4);
}

/* Who was imported before there were keys is not imported once more. */
static void
test_roster_of_old (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "name\nBo\nIb\n");
  LpId bo = lp_id_derive (&fixture->meeting, "11:participant\x1f" "2:Bo\x1f" "0:\x1f" "0:\x1f" "0:\x1f" "0:\x1f" "0\x1f" "0");
  LpChangeSet *changes = lp_change_set_new ("Old");

  lp_edit_text (lp_change_set_put (changes, LP_PARTICIPANT, &fixture->meeting, &bo), LP_PARTICIPANT_NAME, "Bo");
  test_commit (fixture->store, changes);
  check_roster (fixture, path, 1, 1);
  check_roster (fixture, path, 0, 2);
}

#define ADD(name, test) g_test_add ("/import/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("english", test_english);
  ADD ("danish", test_danish);
  ADD ("as-exported", test_as_exported);
  ADD ("text", test_text);
  ADD ("twice", test_twice);
  ADD ("erased", test_erased);
  ADD ("deleted", test_deleted);
  ADD ("again-after-undo", test_again_after_undo);
  ADD ("themes", test_themes);
  ADD ("order-in-theme", test_order_in_theme);
  ADD ("refused", test_refused);
  ADD ("dry-run", test_dry_run);
  ADD ("one-action", test_one_action);
  ADD ("columns", test_columns);
  ADD ("given-column", test_given_column);
  ADD ("no-meeting", test_no_meeting);
  ADD ("roster", test_roster);
  ADD ("roster-deleted", test_roster_deleted);
  ADD ("roster-erased", test_roster_erased);
  ADD ("roster-key", test_roster_key);
  ADD ("roster-of-old", test_roster_of_old);

  return g_test_run ();
}
