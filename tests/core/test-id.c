/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-id.h"

#include <string.h>

#define N_THREADS 4
#define N_IDS 20000

typedef struct {
  GMutex mutex;
  GArray *shared; /* of LpId, in the order in which the threads made them */
} Together;

static void
test_new_is_uuid7 (void)
{
  guint64 before = g_get_real_time () / 1000;
  LpId id = lp_id_new ();
  guint64 after = g_get_real_time () / 1000;
  guint64 time = 0;

  for (guint i = 0; i < 6; i++)
    time = time << 8 | id.bytes[i];
  g_assert_cmpuint (id.bytes[6] >> 4, ==, 7);
  g_assert_cmpuint (id.bytes[8] >> 6, ==, 2);
  g_assert_cmpuint (time, >=, before);
  g_assert_cmpuint (time, <=, after + 1);
}

static void
test_new_ascends (void)
{
  LpId last = lp_id_new ();

  for (guint i = 0; i < 200000; i++)
    {
      LpId id = lp_id_new ();

      g_assert_cmpint (lp_id_compare (&last, &id), <, 0);
      last = id;
    }
}

static gpointer
make_apart_cb (gpointer data)
{
  GArray *ids = data;

  for (guint i = 0; i < N_IDS; i++)
    {
      LpId id = lp_id_new ();

      g_array_append_val (ids, id);
    }

  return NULL;
}

/* At full speed on several threads: each sees its own ascend, and no two are alike. */
static void
test_new_threads_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (lp_id_hash, lp_id_equal_func);
  GArray *ids[N_THREADS] = { NULL };
  GThread *threads[N_THREADS] = { NULL };

  for (guint i = 0; i < N_THREADS; i++)
    {
      ids[i] = g_array_sized_new (FALSE, FALSE, sizeof (LpId), N_IDS);
      threads[i] = g_thread_new ("ids", make_apart_cb, ids[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < N_THREADS; i++)
    for (guint j = 0; j < N_IDS; j++)
      {
        LpId *id = &g_array_index (ids[i], LpId, j);

        g_assert_true (g_hash_table_add (seen, id));
        g_assert_true (j == 0 || lp_id_compare (id - 1, id) < 0);
      }

  for (guint i = 0; i < N_THREADS; i++)
    g_array_unref (ids[i]);
}

static gpointer
make_together_cb (gpointer data)
{
  Together *together = data;

  for (guint i = 0; i < N_IDS; i++)
    {
      LpId id = { 0 };

      g_mutex_lock (&together->mutex);
      id = lp_id_new ();
      g_array_append_val (together->shared, id);
      g_mutex_unlock (&together->mutex);
    }

  return NULL;
}

/* What one thread makes after another thread has made its own sorts behind it. */
static void
test_new_threads_ascend (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LpId));
  Together together = { .shared = ids };
  GThread *threads[N_THREADS] = { NULL };

  g_mutex_init (&together.mutex);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_together_cb, &together);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  g_mutex_clear (&together.mutex);

  g_assert_cmpuint (ids->len, ==, N_THREADS * N_IDS);
  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpint (lp_id_compare (&g_array_index (ids, LpId, i - 1), &g_array_index (ids, LpId, i)), <, 0);
}

static void
test_print_parse (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      LpId id = { 0 };
      LpId back = { 0 };
      g_autofree char *string = NULL;
      char printed[LP_ID_STRING_SIZE];

      for (guint j = 0; j < LP_ID_SIZE; j++)
        id.bytes[j] = g_test_rand_int_range (0, 256);
      string = lp_id_to_string (&id);
      lp_id_print (&id, printed);

      g_assert_cmpstr (string, ==, printed);
      g_assert_true (g_uuid_string_is_valid (string));
      g_assert_true (lp_id_parse (string, &back));
      g_assert_cmpmem (&id, sizeof id, &back, sizeof back);
    }
}

static void
test_print_known (void)
{
  LpId id = { .bytes = { 0x01, 0x93, 0xab, 0xcd, 0xef, 0x01, 0x72, 0x34, 0x85, 0x67, 0x89, 0x0a, 0xbc, 0xde, 0xf0, 0x12 } };
  g_autofree char *string = lp_id_to_string (&id);

  g_assert_cmpstr (string, ==, "0193abcd-ef01-7234-8567-890abcdef012");
}

static void
test_parse_refuses (void)
{
  static const char *const wrong[] = {
    "",
    "0193abcd",
    "0193abcd-ef01-7234-8567-890abcdef01",
    "0193abcd-ef01-7234-8567-890abcdef0123",
    "0193abcdef0172348567890abcdef012-----",
    "0193abcd-ef01-7234-8567-890abcdef01g",
    "0193abcd-ef01-7234-8567_890abcdef012",
    " 193abcd-ef01-7234-8567-890abcdef012",
    "+193abcd-ef01-7234-8567-890abcdef012",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      LpId id = { 0 };

      g_test_message ("“%s”", wrong[i]);
      g_assert_false (lp_id_parse (wrong[i], &id));
    }
}

static void
test_derive (void)
{
  LpId from = { .bytes = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 } };
  LpId other = { .bytes = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17 } };
  LpId a = lp_id_derive (&from, "placement");
  LpId again = lp_id_derive (&from, "placement");
  LpId b = lp_id_derive (&from, "placemen");
  LpId c = lp_id_derive (&other, "placement");

  g_assert_true (lp_id_is_set (&a));
  g_assert_true (lp_id_equal (&a, &again));
  g_assert_false (lp_id_equal (&a, &from));
  g_assert_false (lp_id_equal (&a, &b));
  g_assert_false (lp_id_equal (&a, &c));
}

static void
test_values (void)
{
  LpId none = { 0 };
  LpId id = lp_id_new ();
  g_autofree LpId *copy = lp_id_copy (&id);

  g_assert_false (lp_id_is_set (&none));
  g_assert_true (lp_id_is_set (&id));
  g_assert_true (lp_id_equal (&id, copy));
  g_assert_true (lp_id_equal_func (&id, copy));
  g_assert_cmpuint (lp_id_hash (&id), ==, lp_id_hash (copy));
  g_assert_cmpint (lp_id_compare (&id, copy), ==, 0);
  g_assert_cmpint (lp_id_compare (&none, &id), <, 0);
  g_assert_cmpint (lp_id_compare (&id, &none), >, 0);
  g_assert_false (lp_id_equal (&none, &id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/new/is-uuid7", test_new_is_uuid7);
  g_test_add_func ("/id/new/ascends", test_new_ascends);
  g_test_add_func ("/id/new/threads-unique", test_new_threads_unique);
  g_test_add_func ("/id/new/threads-ascend", test_new_threads_ascend);
  g_test_add_func ("/id/print-parse", test_print_parse);
  g_test_add_func ("/id/print-known", test_print_known);
  g_test_add_func ("/id/parse-refuses", test_parse_refuses);
  g_test_add_func ("/id/derive", test_derive);
  g_test_add_func ("/id/values", test_values);

  return g_test_run ();
}
