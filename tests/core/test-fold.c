/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-fold.h"
#include "lp-log.h"

#include <string.h>

/*
 * The invariant that all merging stands on: equal sets of operations give equal tables, byte by byte, whatever the order in which
 * they come, however often, and in whatever batches. Operations are made at random on a few objects, so that they meet.
 */

#define N_STREAMS 4
#define N_OBJECTS 8
#define N_OPS 150
#define N_ORDERS 12
#define N_ROUNDS 8
#define NOON (G_GINT64_CONSTANT (1773478800000) << 16)
#define DAY (G_GINT64_CONSTANT (24 * 60 * 60 * 1000) << 16)

typedef enum {
  CLOCKS_SKEWED, /* each machine is up to 28 hours off, and its operations come at random intervals */
  CLOCKS_EQUAL,  /* all clocks stand still at the same time: the n-th operation of every machine has the same stamp */
} Clocks;

typedef enum {
  VALUE_NONE,
  VALUE_INT,
  VALUE_TEXT,
  VALUE_ID,
  N_VALUES,
} Value;

typedef struct {
  const char *entity;
  LpId        id;
  LpId        space;
} Object;

typedef struct {
  LpOp        op;
  guint       n_fields;
  const char *names[4];
  Value       kinds[4];
  char       *values[4]; /* as SQL's quote () gives them */
} Made;

typedef struct {
  Clocks  clocks;
  LpId    streams[N_STREAMS];
  gint64  seqs[N_STREAMS];
  gint64  stamps[N_STREAMS];
  Object  objects[N_OBJECTS];
  GArray *ops; /* of Made */
} World;

static void
made_clear (gpointer data)
{
  Made *made = data;

  lp_op_clear (&made->op);
  for (guint i = 0; i < made->n_fields; i++)
    g_free (made->values[i]);
}

static LpId
random_id (void)
{
  LpId id = { 0 };

  for (guint i = 0; i < LP_ID_SIZE; i++)
    id.bytes[i] = g_test_rand_int_range (0, 256);

  return id;
}

static gint64
next_stamp (World *world, guint stream)
{
  if (world->clocks == CLOCKS_EQUAL)
    return NOON + world->seqs[stream];

  world->stamps[stream] += 1 + g_test_rand_int_range (0, 1000000);

  return world->stamps[stream];
}

/* A field of the entity; sometimes one that only a later version knows. */
static const char *
random_field (const char *entity_name)
{
  LpEntity entity = 0;

  if (!lp_schema_find_entity (entity_name, &entity) || g_test_rand_int_range (0, 8) == 0)
    return g_test_rand_bit () ? "colour" : "weight";

  return lp_schema_entity (entity)->fields[g_test_rand_int_range (0, lp_schema_entity (entity)->n_fields)].name;
}

/* Any value in any field: a wrong type counts as none, on every machine alike. Returns it as JSON. */
static char *
random_value (Made *made)
{
  Value kind = g_test_rand_int_range (0, N_VALUES);
  LpId id = random_id ();
  g_autofree char *string = lp_id_to_string (&id);
  int number = g_test_rand_int_range (-3, 100);

  made->kinds[made->n_fields] = kind;
  switch (kind)
    {
    case VALUE_INT:
      made->values[made->n_fields] = g_strdup_printf ("%d", number);
      return g_strdup_printf ("%d", number);
    case VALUE_TEXT:
      made->values[made->n_fields] = g_strdup_printf ("'tekst æøå %d'", number);
      return g_strdup_printf ("\"tekst æøå %d\"", number);
    case VALUE_ID:
      made->values[made->n_fields] = g_strdup_printf ("'%s'", string);
      return g_strdup_printf ("\"%s\"", string);
    case VALUE_NONE:
    case N_VALUES:
    default:
      made->values[made->n_fields] = g_strdup ("NULL");
      return g_strdup ("null");
    }
}

static gboolean
has_field (const Made *made, const char *name)
{
  for (guint i = 0; i < made->n_fields; i++)
    if (g_str_equal (made->names[i], name))
      return TRUE;

  return FALSE;
}

static void
make_body (Made *made)
{
  g_autoptr (GString) body = g_string_new ("{");
  guint n = g_test_rand_int_range (1, G_N_ELEMENTS (made->names) + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *name = random_field (made->op.entity);
      g_autofree char *value = NULL;

      if (has_field (made, name))
        continue;
      made->names[made->n_fields] = name;
      value = random_value (made);
      g_string_append_printf (body, "\"%s\":%s,", name, made->op.kind == LP_OP_SCRUB ? "null" : value);
      made->n_fields++;
    }
  g_string_append_printf (body, "\"salt\":\"%08x\"}", g_test_rand_int ());
  made->op.body = g_string_free_and_steal (g_steal_pointer (&body));
}

static int
random_kind (void)
{
  int chance = g_test_rand_int_range (0, 100);

  if (chance < 3)
    return LP_OP_ERASE;
  if (chance < 13)
    return LP_OP_SCRUB;
  if (chance < 15)
    return 7; /* of a later version */

  return LP_OP_PUT;
}

static void
make_op (World *world)
{
  const Object *object = &world->objects[g_test_rand_int_range (0, N_OBJECTS)];
  guint stream = g_test_rand_int_range (0, N_STREAMS);
  Made made = { 0 };

  made.op.stream = world->streams[stream];
  made.op.seq = ++world->seqs[stream];
  made.op.stamp = next_stamp (world, stream);
  made.op.previous = g_test_rand_bit () ? made.op.stamp - 1 : 0;
  made.op.kind = random_kind ();
  made.op.entity = g_strdup (object->entity);
  made.op.object = object->id;
  made.op.space = g_test_rand_int_range (0, 10) == 0 ? random_id () : object->space;
  make_body (&made);
  lp_op_seal (&made.op);
  g_array_append_val (world->ops, made);
}

static World *
world_new (Clocks clocks)
{
  World *world = g_new0 (World, 1);

  world->clocks = clocks;
  world->ops = g_array_new (FALSE, FALSE, sizeof (Made));
  g_array_set_clear_func (world->ops, made_clear);
  for (guint i = 0; i < N_STREAMS; i++)
    {
      world->streams[i] = random_id ();
      world->stamps[i] = NOON + DAY / 24 * g_test_rand_int_range (-28, 29);
    }
  for (guint i = 0; i < N_OBJECTS; i++)
    {
      world->objects[i].id = random_id ();
      world->objects[i].space = random_id ();
      world->objects[i].entity = i == 0 ? "future" : lp_schema_entity (g_test_rand_int_range (0, LP_N_ENTITIES))->name;
    }
  /* one id under two names, as only a fault or a foe would make it */
  world->objects[2].id = world->objects[1].id;
  for (guint i = 0; i < N_OPS; i++)
    make_op (world);

  return world;
}

static void
world_free (World *world)
{
  g_array_unref (world->ops);
  g_free (world);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static const LpOp *
world_op (World *world, guint i)
{
  return &g_array_index (world->ops, Made, i).op;
}

/* --- databases --- */

static LpDb *
database_new (void)
{
  g_autoptr (GError) error = NULL;
  LpDb *db = lp_db_open (":memory:", LP_DB_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (lp_log_create (db, &error));
  g_assert_true (lp_fold_create_tables (db, &error));
  g_assert_no_error (error);

  return db;
}

static LpLogOutcome
apply (LpDb *db, const LpOp *op)
{
  g_autoptr (GError) error = NULL;
  LpLogOutcome outcome = LP_LOG_UNSOUND;

  lp_log_apply (db, op, &outcome, &error);
  g_assert_no_error (error);

  return outcome;
}

static void
dump_table (GString *out, LpDb *db, const char *table, const char *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new ("SELECT ''");
  g_autoptr (LpQuery) columns = lp_db_query (db, "SELECT name FROM pragma_table_xinfo (?1) WHERE name <> 'num'");
  g_autoptr (LpQuery) rows = NULL;

  lp_query_bind_text (columns, 1, table);
  while (lp_query_next (columns, &error))
    g_string_append_printf (sql, "||' '||quote (\"%s\")", lp_query_text (columns, 0));
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY %s", table, order);
  rows = lp_db_query (db, sql->str);
  while (lp_query_next (rows, &error))
    g_string_append_printf (out, "%s:%s\n", table, lp_query_text (rows, 0));
  g_assert_no_error (error);
}

static char *
dump (LpDb *db)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    dump_table (out, db, lp_schema_entity (entity)->name, "id");
  dump_table (out, db, "op", "stream, seq");

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
assert_equal (const char *a, const char *b)
{
  g_auto (GStrv) lines_a = g_strsplit (a, "\n", -1);
  g_auto (GStrv) lines_b = g_strsplit (b, "\n", -1);
  guint i = 0;

  while (lines_a[i] != NULL && g_strcmp0 (lines_a[i], lines_b[i]) == 0)
    i++;
  g_assert_cmpstr (lines_a[i], ==, lines_b[i]);
}

static char *
fold_in_order (World *world)
{
  g_autoptr (LpDb) db = database_new ();

  for (guint i = 0; i < world->ops->len; i++)
    g_assert_cmpint (apply (db, world_op (world, i)), ==, LP_LOG_NEW);

  return dump (db);
}

/* All operations in any order, nearly a third of them more than once. */
static GArray *
random_order (World *world)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < world->ops->len; i++)
    g_array_append_val (order, i);
  for (guint i = 0; i < world->ops->len * 3 / 10; i++)
    {
      guint again = g_test_rand_int_range (0, world->ops->len);

      g_array_append_val (order, again);
    }
  for (guint i = order->len - 1; i > 0; i--)
    {
      guint j = g_test_rand_int_range (0, i + 1);
      guint swap = g_array_index (order, guint, i);

      g_array_index (order, guint, i) = g_array_index (order, guint, j);
      g_array_index (order, guint, j) = swap;
    }

  return order;
}

static void
apply_batch (LpDb *db, World *world, GArray *order, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      LpLogOutcome outcome = apply (db, world_op (world, g_array_index (order, guint, i)));

      g_assert_true (outcome == LP_LOG_NEW || outcome == LP_LOG_DUPLICATE);
    }
}

/* In batches of any size; one in four is lost halfway and comes again, as when a machine goes to sleep. */
static char *
fold_shuffled (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDb) db = database_new ();
  g_autoptr (GArray) order = random_order (world);

  for (guint from = 0, to = 0; from < order->len; from = to)
    {
      guint size = g_test_rand_int_range (1, 40);

      to = MIN (order->len, from + size);
      if (g_test_rand_int_range (0, 4) == 0)
        {
          g_assert_true (lp_db_begin (db, &error));
          apply_batch (db, world, order, from, from + (to - from) / 2);
          lp_db_rollback (db);
        }
      g_assert_true (lp_db_begin (db, &error));
      apply_batch (db, world, order, from, to);
      g_assert_true (lp_db_commit (db, &error));
      g_assert_no_error (error);
    }

  return dump (db);
}

static void
test_any_order (gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (World) world = world_new (GPOINTER_TO_INT (data));
      g_autofree char *expected = fold_in_order (world);

      for (guint i = 0; i < N_ORDERS; i++)
        {
          g_autofree char *got = fold_shuffled (world);

          assert_equal (got, expected);
        }
    }
}

/* --- what comes out is what should --- */

static gboolean
is_on (const Made *made, const Object *object)
{
  return g_str_equal (made->op.entity, object->entity) && lp_id_equal (&made->op.object, &object->id);
}

static const char *
value_for (const Made *made, guint i, LpType type)
{
  gboolean number = type == LP_TYPE_INT || type == LP_TYPE_BOOL || type == LP_TYPE_TIME;
  const char *none = type == LP_TYPE_BOOL ? "0" : "NULL";

  if (made->op.kind == LP_OP_SCRUB)
    return none;
  if (number)
    return made->kinds[i] == VALUE_INT ? made->values[i] : none;
  if (type == LP_TYPE_ID)
    return made->kinds[i] == VALUE_ID ? made->values[i] : none;

  return made->kinds[i] == VALUE_TEXT || made->kinds[i] == VALUE_ID ? made->values[i] : none;
}

/* Read off the whole set at once, without a thought of how it could be folded. */
static const char *
expected_value (World *world, const Object *object, const LpField *field)
{
  const Made *newest = NULL;
  guint at = 0;

  for (guint i = 0; i < world->ops->len; i++)
    {
      const Made *made = &g_array_index (world->ops, Made, i);

      if (!is_on (made, object) || made->op.kind > LP_OP_SCRUB)
        continue;
      for (guint j = 0; j < made->n_fields; j++)
        if (g_str_equal (made->names[j], field->name) &&
            (newest == NULL || made->op.stamp > newest->op.stamp ||
             (made->op.stamp == newest->op.stamp && lp_id_compare (&made->op.stream, &newest->op.stream) > 0)))
          {
            newest = made;
            at = j;
          }
    }
  if (newest == NULL)
    return field->type == LP_TYPE_BOOL ? "0" : "NULL";

  return value_for (newest, at, field->type);
}

static gboolean
is_gone (World *world, const Object *object)
{
  gboolean any = FALSE;

  for (guint i = 0; i < world->ops->len; i++)
    {
      const Made *made = &g_array_index (world->ops, Made, i);

      if (!is_on (made, object))
        continue;
      if (made->op.kind == LP_OP_ERASE)
        return TRUE;
      any |= made->op.kind == LP_OP_PUT || made->op.kind == LP_OP_SCRUB;
    }

  return !any;
}

static void
assert_object (LpDb *db, World *world, const Object *object, LpEntity entity)
{
  const LpEntityInfo *info = lp_schema_entity (entity);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = NULL;
      g_autoptr (LpQuery) query = NULL;

      /* ids stand as text in operations, as bytes in tables */
      if (info->fields[i].type == LP_TYPE_ID)
        sql = g_strdup_printf ("SELECT CASE WHEN \"%s\" IS NULL THEN 'NULL' ELSE lower (hex (\"%s\")) END FROM \"%s\""
                               " WHERE id=?1", info->fields[i].name, info->fields[i].name, info->name);
      else
        sql = g_strdup_printf ("SELECT quote (\"%s\") FROM \"%s\" WHERE id=?1", info->fields[i].name, info->name);
      query = lp_db_query (db, sql);
      lp_query_bind_id (query, 1, &object->id);
      g_assert_true (lp_query_next (query, &error) == !is_gone (world, object));
      g_assert_no_error (error);
      if (is_gone (world, object))
        continue;

      if (info->fields[i].type == LP_TYPE_ID)
        {
          g_autofree char *expected = g_strdup (expected_value (world, object, &info->fields[i]));
          g_auto (GStrv) parts = NULL;

          g_strdelimit (expected, "'", '-');
          parts = g_strsplit (expected, "-", -1);
          g_free (g_steal_pointer (&expected));
          expected = g_strjoinv ("", parts);
          g_assert_cmpstr (lp_query_text (query, 0), ==, expected);
        }
      else
        {
          g_assert_cmpstr (lp_query_text (query, 0), ==, expected_value (world, object, &info->fields[i]));
        }
    }
}

static void
test_result (gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (World) world = world_new (GPOINTER_TO_INT (data));
      g_autoptr (LpDb) db = database_new ();
      g_autoptr (GArray) order = random_order (world);

      apply_batch (db, world, order, 0, order->len);
      for (guint i = 0; i < N_OBJECTS; i++)
        {
          LpEntity entity = 0;

          if (lp_schema_find_entity (world->objects[i].entity, &entity))
            assert_object (db, world, &world->objects[i], entity);
        }
    }
}

static void
test_rebuild (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (World) world = world_new (GPOINTER_TO_INT (data));
  g_autoptr (LpDb) db = database_new ();
  g_autoptr (GArray) order = random_order (world);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  apply_batch (db, world, order, 0, order->len);
  before = dump (db);
  g_assert_true (lp_fold_rebuild (db, db, &error));
  g_assert_no_error (error);
  after = dump (db);
  assert_equal (after, before);
}

/* --- passing on --- */

typedef struct {
  LpDb  *to;
  guint  n_unsound;
} Relay;

static gboolean
relay_cb (const LpOp *op, gpointer user_data, GError **error)
{
  Relay *relay = user_data;
  LpLogOutcome outcome = LP_LOG_NEW;

  if (!lp_log_apply (relay->to, op, &outcome, error))
    return FALSE;
  g_assert_cmpint (outcome, !=, LP_LOG_FORK);
  relay->n_unsound += outcome == LP_LOG_UNSOUND;

  return TRUE;
}

/* A log passed on, erases and scrubs first, gives the same tables; nothing that only this log still knew is missing. */
static void
test_pass_on (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (World) world = world_new (GPOINTER_TO_INT (data));
  g_autoptr (LpDb) from = database_new ();
  g_autoptr (LpDb) to = database_new ();
  Relay relay = { .to = to };
  g_autofree char *sent = NULL;
  g_autofree char *received = NULL;

  for (guint i = 0; i < world->ops->len; i++)
    apply (from, world_op (world, i));
  g_assert_true (lp_log_each_final (from, relay_cb, &relay, &error));
  g_assert_true (lp_log_each (from, relay_cb, &relay, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (relay.n_unsound, ==, 0);
  sent = dump (from);
  received = dump (to);
  assert_equal (received, sent);
}

/* --- what is refused --- */

static void
put_note (LpOp *op, const char *body)
{
  *op = (LpOp) { .stream = random_id (), .seq = 1, .stamp = NOON, .kind = LP_OP_PUT, .entity = g_strdup ("note") };
  op->space = random_id ();
  op->object = random_id ();
  op->body = g_strdup (body);
  lp_op_seal (op);
}

static void
assert_refused (LpDb *db, const LpOp *op, LpLogOutcome expected)
{
  g_autofree char *before = dump (db);
  g_autofree char *after = NULL;

  g_assert_cmpint (apply (db, op), ==, expected);
  after = dump (db);
  assert_equal (after, before);
}

static void
test_fork (void)
{
  g_autoptr (LpDb) db = database_new ();
  g_auto (LpOp) op = { 0 };

  put_note (&op, "{\"text\":\"One\",\"salt\":\"1\"}");
  g_assert_cmpint (apply (db, &op), ==, LP_LOG_NEW);
  assert_refused (db, &op, LP_LOG_DUPLICATE);
  g_free (op.body);
  op.body = g_strdup ("{\"text\":\"Another\",\"salt\":\"1\"}");
  lp_op_seal (&op);
  assert_refused (db, &op, LP_LOG_FORK);
}

/* Each part is under the digest. */
static void
test_damaged (void)
{
  for (guint part = 0; part < 9; part++)
    {
      g_autoptr (LpDb) db = database_new ();
      g_auto (LpOp) op = { 0 };

      put_note (&op, "{\"text\":\"One\",\"salt\":\"1\"}");
      switch (part)
        {
        case 0:
          op.stream.bytes[15] ^= 1;
          break;
        case 1:
          op.seq++;
          break;
        case 2:
          op.stamp++;
          break;
        case 3:
          op.kind = LP_OP_ERASE;
          break;
        case 4:
          op.entity[0] = 'N';
          break;
        case 5:
          op.space.bytes[0] ^= 0x80;
          break;
        case 6:
          op.object.bytes[7] ^= 1;
          break;
        case 7:
          op.previous = 1;
          break;
        default:
          op.body[9] = 'o';
          break;
        }
      g_assert_false (lp_op_is_sealed (&op));
      assert_refused (db, &op, LP_LOG_UNSOUND);
    }
}

/* Nobody can blank our text by sending an operation without its body: the erase that explains it must be there. */
static void
test_without_body (void)
{
  g_autoptr (LpDb) db = database_new ();
  g_auto (LpOp) op = { 0 };
  g_auto (LpOp) erase = { 0 };

  put_note (&op, "{\"text\":\"One\",\"salt\":\"1\"}");
  g_clear_pointer (&op.body, g_free);
  assert_refused (db, &op, LP_LOG_UNSOUND);

  put_note (&erase, "{\"salt\":\"2\"}");
  erase.kind = LP_OP_ERASE;
  erase.object = op.object;
  lp_op_seal (&erase);
  g_assert_cmpint (apply (db, &erase), ==, LP_LOG_NEW);
  g_assert_cmpint (apply (db, &op), ==, LP_LOG_NEW);
}

/* Once a field is scrubbed, its text and the salt that hid it are in the log no more: else the digest would let it be guessed. */
static void
test_scrubbed_cannot_be_guessed (void)
{
  g_autoptr (LpDb) db = database_new ();
  g_auto (LpOp) op = { 0 };
  g_auto (LpOp) scrub = { 0 };
  g_autofree char *after = NULL;

  put_note (&op, "{\"text\":\"240150-3333\",\"profile\":\"kept\",\"salt\":\"pepper\"}");
  put_note (&scrub, "{\"text\":null,\"salt\":\"2\"}");
  scrub.kind = LP_OP_SCRUB;
  scrub.object = op.object;
  scrub.stamp = op.stamp + 1;
  lp_op_seal (&scrub);
  apply (db, &op);
  apply (db, &scrub);
  after = dump (db);

  g_assert_null (strstr (after, "240150-3333"));
  g_assert_null (strstr (after, "pepper"));
  g_assert_nonnull (strstr (after, "kept"));
}

/* What lost everywhere is forgotten in the tables: a text edited all day long does not grow its row. */
static void
test_stamps_stay_few (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDb) db = database_new ();
  LpId note = random_id ();
  gint64 size = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_auto (LpOp) op = { 0 };

      put_note (&op, i % 10 ? "{\"text\":\"Again\"}" : "{\"profile\":\"Again\"}");
      op.object = note;
      op.stamp += g_test_rand_int_range (0, 1000);
      lp_op_seal (&op);
      apply (db, &op);
    }
  g_assert_true (lp_db_number (db, "SELECT length (stamps) FROM note", &size, &error));
  g_assert_no_error (error);
  /* one for each field, and the newest */
  g_assert_cmpint (size, <=, 3 * (8 + LP_ID_SIZE + 8));
}

static void
test_unknown_kept (void)
{
  g_autoptr (LpDb) db = database_new ();
  g_auto (LpOp) op = { 0 };
  g_autofree char *after = NULL;

  put_note (&op, "{\"text\":\"One\",\"colour\":\"blue\",\"shape\":{\"round\":[1,2]},\"salt\":\"1\"}");
  g_assert_cmpint (apply (db, &op), ==, LP_LOG_NEW);
  after = dump (db);
  g_assert_nonnull (strstr (after, op.body));
}

static void
add (const char *path, GTestDataFunc test)
{
  g_autofree char *skewed = g_strconcat (path, "/skewed-clocks", NULL);
  g_autofree char *equal = g_strconcat (path, "/equal-clocks", NULL);

  g_test_add_data_func (skewed, GINT_TO_POINTER (CLOCKS_SKEWED), test);
  g_test_add_data_func (equal, GINT_TO_POINTER (CLOCKS_EQUAL), test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/fold/any-order", test_any_order);
  add ("/fold/result", test_result);
  add ("/fold/rebuild", test_rebuild);
  add ("/fold/pass-on", test_pass_on);
  g_test_add_func ("/fold/refused/fork", test_fork);
  g_test_add_func ("/fold/refused/damaged", test_damaged);
  g_test_add_func ("/fold/refused/without-body", test_without_body);
  g_test_add_func ("/fold/scrubbed-cannot-be-guessed", test_scrubbed_cannot_be_guessed);
  g_test_add_func ("/fold/stamps-stay-few", test_stamps_stay_few);
  g_test_add_func ("/fold/unknown-kept", test_unknown_kept);

  return g_test_run ();
}
