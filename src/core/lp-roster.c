/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-roster.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lp-participant-actions.h"

#define PEOPLE "SELECT num FROM participant WHERE space = ?1 AND deleted = 0 ORDER BY num"
#define NAMES                                                                                                          \
  "SELECT DISTINCT name FROM participant WHERE deleted = 0 AND name IS NOT NULL AND (space = ?1 OR space IN"           \
  " (SELECT id FROM meeting WHERE deleted = 0 AND panel = (SELECT panel FROM meeting WHERE id = ?1))) ORDER BY num"
#define PEOPLE_AT_A_TABLE 8 /* when nobody said how many tables there are */

static int
table_of (LpRecord *person)
{
  return (int) lp_record_int (person, LP_PARTICIPANT_TABLE);
}

/* The council somebody comes from, folded; of none it is known where from. Transfer full. */
static char *
council_of (LpRecord *person)
{
  const char *organisation = lp_record_text (person, LP_PARTICIPANT_ORGANISATION);
  const char *municipality = lp_record_text (person, LP_PARTICIPANT_MUNICIPALITY);

  return lp_fold_text (*organisation != '\0' ? organisation : municipality);
}

static int
perspective_of (LpRecord *person)
{
  LpPerspective perspective;

  if (lp_perspective_find (lp_record_text (person, LP_PARTICIPANT_PERSPECTIVE), &perspective))
    return (int) perspective;

  return LP_SEATING_UNKNOWN;
}

/* councils: name → number + 1, filled in as new ones come. */
static LpSeat
seat_of (LpRecord *person, GHashTable *councils)
{
  g_autofree char *council = council_of (person);
  LpSeat seat = { .council = LP_SEATING_UNKNOWN };

  if (*council != '\0')
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (councils, council));

      if (number == 0)
        {
          number = g_hash_table_size (councils) + 1;
          g_hash_table_insert (councils, g_steal_pointer (&council), GUINT_TO_POINTER (number));
        }
      seat.council = (int) number - 1;
    }
  seat.perspective = perspective_of (person);
  seat.table = table_of (person);
  seat.fixed = lp_record_int (person, LP_PARTICIPANT_FIXED) != 0;

  return seat;
}

/* One for each of the people, in their order. */
static GArray *
take_seats (LpRoster *self)
{
  g_autoptr (GHashTable) councils = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (LpSeat));

  for (guint i = 0; i < self->people->len; i++)
    {
      LpSeat seat = seat_of (g_ptr_array_index (self->people, i), councils);

      g_array_append_val (seats, seat);
    }

  return seats;
}

static void
count_person (LpRoster *self, LpRecord *person)
{
  int table = table_of (person);
  int perspective = perspective_of (person);
  LpTableSeats *seats;

  self->present += lp_record_int (person, LP_PARTICIPANT_PRESENT) != 0;
  self->consents += lp_record_int (person, LP_PARTICIPANT_CONSENT) != 0;
  if (table < 1 || table > (int) self->tables->len)
    return;

  self->seated++;
  seats = &g_array_index (self->tables, LpTableSeats, table - 1);
  seats->people++;
  if (perspective >= 0)
    seats->perspectives[perspective]++;
  else
    seats->unknown++;
}

static gboolean
has_one_perspective (const LpTableSeats *table)
{
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if (table->perspectives[i] == table->people)
        return table->people >= 2;
    }

  return FALSE;
}

static void
count_councils (LpRoster *self, const LpSeat *seats, guint n_seats)
{
  for (guint i = 0; i < n_seats; i++)
    {
      guint members = 0;
      gboolean first = TRUE;
      LpTableSeats *table;

      if (seats[i].council < 0 || seats[i].table < 1 || seats[i].table > (int) self->tables->len)
        continue;
      for (guint j = 0; j < n_seats; j++)
        {
          if (seats[j].council != seats[i].council || seats[j].table != seats[i].table)
            continue;
          members++;
          first &= j >= i;
        }
      table = &g_array_index (self->tables, LpTableSeats, seats[i].table - 1);
      table->councils += first;
      table->largest_council = MAX (table->largest_council, members);
    }
}

static void
count_all (LpRoster *self)
{
  g_autoptr (GArray) seats = take_seats (self);

  for (guint i = 0; i < self->people->len; i++)
    count_person (self, g_ptr_array_index (self->people, i));
  count_councils (self, (LpSeat *) seats->data, seats->len);
  for (guint i = 0; i < self->tables->len; i++)
    {
      LpTableSeats *table = &g_array_index (self->tables, LpTableSeats, i);

      table->table = (int) i + 1;
      table->one_perspective = has_one_perspective (table);
    }
  self->quality = lp_seating_measure ((LpSeat *) seats->data, seats->len, self->tables->len);
}

/* As the meeting says; else as many as are used; else what is usual. Each table that is used is counted. */
static void
find_tables (LpRoster *self, LpRecord *meeting)
{
  guint said = (guint) MAX (lp_record_int (meeting, LP_MEETING_TABLES), 0);
  guint used = 0;

  for (guint i = 0; i < self->people->len; i++)
    used = MAX (used, (guint) MAX (table_of (g_ptr_array_index (self->people, i)), 0));

  self->n_tables = said > 0 ? said : used;
  if (self->n_tables == 0)
    self->n_tables = MAX (1, (self->people->len + PEOPLE_AT_A_TABLE - 1) / PEOPLE_AT_A_TABLE);
  g_array_set_size (self->tables, MAX (self->n_tables, used));
}

/**
 * lp_roster_load: reads the participants of a meeting, and counts how they sit. NULL and an error when they
 * cannot be read, or when there is no such meeting. Transfer full.
 */
LpRoster *
lp_roster_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpRoster) self = g_new0 (LpRoster, 1);
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (record == NULL)
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                           _("The meeting is not there any more."));
      return NULL;
    }
  self->people = lp_reader_load_all (reader, LP_PARTICIPANT, PEOPLE, meeting, error);
  if (self->people == NULL)
    return NULL;

  self->tables = g_array_new (FALSE, TRUE, sizeof (LpTableSeats));
  find_tables (self, record);
  count_all (self);

  return g_steal_pointer (&self);
}

void
lp_roster_free (LpRoster *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_array_unref);
  g_free (self);
}

static gboolean
is_asked_for (LpRoster *self, const LpSeat *seat, LpSeatWho who)
{
  return who != LP_SEAT_SEATED || self->seated == 0 || seat->table > 0;
}

/**
 * lp_roster_seat: seats people at the meeting's tables, see lp_seating_arrange(). Who keeps a seat stays.
 * Returns how many come to another table; 0: the change set is as it was.
 */
guint
lp_roster_seat (LpRoster *self, LpChangeSet *changes, const LpId *meeting, LpSeatWho who, guint32 seed)
{
  g_autoptr (GArray) seats = take_seats (self);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (LpSeat));
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  guint moved = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      LpSeat *seat = &g_array_index (seats, LpSeat, i);

      if (!is_asked_for (self, seat, who))
        continue;
      seat->fixed |= who == LP_SEAT_LOOSE && seat->table > 0;
      g_array_append_val (asked, *seat);
      g_ptr_array_add (people, g_ptr_array_index (self->people, i));
    }

  lp_seating_arrange ((LpSeat *) asked->data, asked->len, self->n_tables, seed);
  for (guint i = 0; i < asked->len; i++)
    {
      LpRecord *person = g_ptr_array_index (people, i);
      int table = g_array_index (asked, LpSeat, i).table;

      if (table == table_of (person))
        continue;
      lp_participants_set_table (changes, meeting, lp_record_get_id (person), 1, table);
      moved++;
    }

  return moved;
}

static gboolean
has_words (LpRecord *person, const char *text)
{
  g_autofree char *all = g_strjoin ("\n", lp_record_text (person, LP_PARTICIPANT_NAME),
                                    lp_record_text (person, LP_PARTICIPANT_ORGANISATION),
                                    lp_record_text (person, LP_PARTICIPANT_MUNICIPALITY), NULL);
  g_autofree char *folded = lp_fold_text (all);
  g_autofree char *sought = lp_fold_text (text);
  g_auto (GStrv) words = g_strsplit (sought, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * lp_roster_matches: whether a participant is among those asked for. Each word of the text must stand in the
 * name, the organisation or the municipality, spelled as a Danish reader would take for the same.
 */
gboolean
lp_roster_matches (LpRecord *participant, const LpRosterFilter *filter)
{
  if (filter->table >= 0 && filter->table != table_of (participant))
    return FALSE;
  if (filter->perspective != NULL &&
      strcmp (filter->perspective, lp_record_text (participant, LP_PARTICIPANT_PERSPECTIVE)) != 0)
    return FALSE;

  return filter->text == NULL || *filter->text == '\0' || has_words (participant, filter->text);
}

/* What is not said comes last. */
static int
compare_texts (LpRecord *a, LpRecord *b, guint field)
{
  const char *first = lp_record_text (a, field), *second = lp_record_text (b, field);

  if (*first == '\0' || *second == '\0')
    return (*first == '\0') - (*second == '\0');

  return g_utf8_collate (first, second);
}

static int
compare_numbers (gint64 first, gint64 second)
{
  if (first < 0 || second < 0)
    return (first < 0) - (second < 0);

  return first < second ? -1 : first > second;
}

static int
compare_by (LpRecord *a, LpRecord *b, LpRosterKey key)
{
  switch (key)
    {
    case LP_ROSTER_BY_ORGANISATION:
      return compare_texts (a, b, LP_PARTICIPANT_ORGANISATION);
    case LP_ROSTER_BY_MUNICIPALITY:
      return compare_texts (a, b, LP_PARTICIPANT_MUNICIPALITY);
    case LP_ROSTER_BY_PERSPECTIVE:
      return compare_numbers (perspective_of (a), perspective_of (b));
    case LP_ROSTER_BY_TABLE:
      return compare_numbers (table_of (a) > 0 ? table_of (a) : -1, table_of (b) > 0 ? table_of (b) : -1);
    case LP_ROSTER_BY_PRESENT:
      return compare_numbers (!lp_record_int (a, LP_PARTICIPANT_PRESENT),
                              !lp_record_int (b, LP_PARTICIPANT_PRESENT));
    case LP_ROSTER_BY_CONSENT:
      return compare_numbers (!lp_record_int (a, LP_PARTICIPANT_CONSENT),
                              !lp_record_int (b, LP_PARTICIPANT_CONSENT));
    case LP_ROSTER_BY_NAME:
    case LP_ROSTER_N_KEYS:
    default:
      return 0;
    }
}

/**
 * lp_roster_compare: the order of two participants, as in strcmp(). Names in the alphabet of the user's
 * language; those of whom nothing is said come last; those alike go by name.
 */
int
lp_roster_compare (LpRecord *a, LpRecord *b, LpRosterKey key)
{
  int order = compare_by (a, b, key);

  return order != 0 ? order : compare_texts (a, b, LP_PARTICIPANT_NAME);
}

char **
lp_roster_load_names (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NAMES);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    g_strv_builder_add (names, lp_query_text (query, 0));
  if (problem == NULL)
    return g_strv_builder_end (names);
  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}
