/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-log.h"

#include "lp-body.h"
#include "lp-fold.h"

#include <string.h>

#define OP_COLUMNS "stream, seq, stamp, kind, entity, space, object, previous, digest, body"

static const char create_sql[] =
  "CREATE TABLE op (stream BLOB NOT NULL, seq INTEGER NOT NULL, stamp INTEGER NOT NULL, kind INTEGER NOT NULL,"
  " entity TEXT NOT NULL, space BLOB NOT NULL, object BLOB NOT NULL, previous INTEGER NOT NULL, digest BLOB NOT NULL,"
  " body TEXT, PRIMARY KEY (stream, seq)) WITHOUT ROWID;"
  "CREATE INDEX op_object ON op (object);"
  /* erases and scrubs are few, and every operation that comes in asks for them */
  "CREATE INDEX op_final ON op (object, kind) WHERE kind <> 0;";

static const char insert_sql[] =
  "INSERT INTO op (" OP_COLUMNS ") VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)";
static const char digest_sql[] = "SELECT digest FROM op WHERE stream=?1 AND seq=?2";
static const char erased_sql[] = "SELECT 1 FROM op WHERE object=?1 AND entity=?2 AND kind=1 AND kind<>0";
static const char scrubs_sql[] =
  "SELECT stamp, stream, body FROM op WHERE object=?1 AND entity=?2 AND kind=2 AND kind<>0 AND body IS NOT NULL";
static const char blank_sql[] = "UPDATE op SET body=NULL WHERE object=?1 AND entity=?2 AND kind<>1";
static const char puts_sql[] =
  "SELECT stream, seq, body FROM op WHERE object=?1 AND entity=?2 AND kind=0 AND (stamp, stream) < (?3, ?4) AND body IS NOT NULL";
static const char set_body_sql[] = "UPDATE op SET body=?3 WHERE stream=?1 AND seq=?2";
static const char each_sql[] = "SELECT " OP_COLUMNS " FROM op ORDER BY stream, seq";
/* erases first: they explain what the scrubs of the same object lack */
static const char each_final_sql[] = "SELECT " OP_COLUMNS " FROM op WHERE kind<>0 ORDER BY kind, stream, seq";

/** lp_log_create: Makes the empty log. Not in a transaction of its own. */
gboolean
lp_log_create (LpDb *db, GError **error)
{
  return lp_db_exec (db, create_sql, error);
}

/**
 * lp_log_read_op:
 * @query: stands on a row with the columns of the log, in the order of its table
 * @op: (out): holds nothing yet
 */
void
lp_log_read_op (LpQuery *query, LpOp *op)
{
  gsize size;
  const void *digest = lp_query_blob (query, 8, &size);

  lp_query_id (query, 0, &op->stream);
  op->seq = lp_query_int (query, 1);
  op->stamp = lp_query_int (query, 2);
  op->kind = lp_query_int (query, 3);
  op->entity = g_strdup (lp_query_text (query, 4));
  lp_query_id (query, 5, &op->space);
  lp_query_id (query, 6, &op->object);
  op->previous = lp_query_int (query, 7);
  memset (op->digest, 0, sizeof op->digest);
  if (digest)
    memcpy (op->digest, digest, MIN (size, sizeof op->digest));
  op->body = lp_query_is_none (query, 9) ? NULL : g_strdup (lp_query_text (query, 9));
}

static gboolean
each_of (LpDb *db, const char *sql, LpLogFunc each, gpointer user_data, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, sql);
  g_autoptr (GError) failure = NULL;

  while (lp_query_next (query, &failure))
    {
      g_auto (LpOp) op = { 0 };

      lp_log_read_op (query, &op);
      if (!each (&op, user_data, error))
        return FALSE;
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/** lp_log_each: Calls @each for every operation, stream by stream in their order; stops when it returns %FALSE. */
gboolean
lp_log_each (LpDb *db, LpLogFunc each, gpointer user_data, GError **error)
{
  return each_of (db, each_sql, each, user_data, error);
}

/** lp_log_each_final: The same for erases and scrubs alone, in an order in which another log takes them in. */
gboolean
lp_log_each_final (LpDb *db, LpLogFunc each, gpointer user_data, GError **error)
{
  return each_of (db, each_final_sql, each, user_data, error);
}

static gboolean
insert_op (LpDb *db, const LpOp *op, const char *body, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, insert_sql);

  lp_query_bind_id (query, 1, &op->stream);
  lp_query_bind_int (query, 2, op->seq);
  lp_query_bind_int (query, 3, op->stamp);
  lp_query_bind_int (query, 4, op->kind);
  lp_query_bind_text (query, 5, op->entity);
  lp_query_bind_id (query, 6, &op->space);
  lp_query_bind_id (query, 7, &op->object);
  lp_query_bind_int (query, 8, op->previous);
  lp_query_bind_blob (query, 9, op->digest, sizeof op->digest);
  lp_query_bind_text (query, 10, body);

  return lp_query_run (query, error);
}

/**
 * lp_log_is_erased:
 * @erased: (out): whether the object was
 *
 * Returns: %FALSE with @error when that could not be read
 */
gboolean
lp_log_is_erased (LpDb *db, const char *entity, const LpId *object, gboolean *erased, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, erased_sql);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, object);
  lp_query_bind_text (query, 2, entity);
  *erased = lp_query_next (query, &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Takes out of body, in place, what the names of a scrub's body name. */
static gboolean
strip_names (char **body, const char *scrub, gboolean *stripped, GError **error)
{
  g_auto (GStrv) names = lp_body_names (scrub, error);

  if (!names)
    return FALSE;

  for (char **name = names; *name; name++)
    {
      g_autoptr (GError) failure = NULL;
      char *shorter = lp_body_strip (*body, *name, &failure);

      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (shorter)
        {
          g_free (*body);
          *body = shorter;
          *stripped = TRUE;
        }
    }

  return TRUE;
}

/* What later scrubs of the object, that came before it, forbid in this put. */
static gboolean
apply_known_scrubs (LpDb *db, const LpOp *op, char **body, gboolean *any, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, scrubs_sql);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, &op->object);
  lp_query_bind_text (query, 2, op->entity);
  while (lp_query_next (query, &failure))
    {
      gboolean stripped;
      LpId stream;

      lp_query_id (query, 1, &stream);
      if (lp_op_compare (op->stamp, &op->stream, lp_query_int (query, 0), &stream) >= 0)
        continue;
      *any = TRUE;
      if (!strip_names (body, lp_query_text (query, 2), &stripped, error))
        return FALSE;
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
blank_bodies (LpDb *db, const LpOp *erase, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, blank_sql);

  lp_query_bind_id (query, 1, &erase->object);
  lp_query_bind_text (query, 2, erase->entity);

  return lp_query_run (query, error);
}

static gboolean
set_body (LpDb *db, const LpOp *op, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, set_body_sql);

  lp_query_bind_id (query, 1, &op->stream);
  lp_query_bind_int (query, 2, op->seq);
  lp_query_bind_text (query, 3, op->body);

  return lp_query_run (query, error);
}

static void
clear_op (gpointer op)
{
  lp_op_clear (op);
}

/* The former puts of the object that a scrub reaches, with what is left of their bodies. */
static GArray *
find_scrubbed (LpDb *db, const LpOp *scrub, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (LpOp));
  g_autoptr (LpQuery) query = lp_db_query (db, puts_sql);
  g_autoptr (GError) failure = NULL;

  g_array_set_clear_func (found, clear_op);
  lp_query_bind_id (query, 1, &scrub->object);
  lp_query_bind_text (query, 2, scrub->entity);
  lp_query_bind_int (query, 3, scrub->stamp);
  lp_query_bind_id (query, 4, &scrub->stream);
  while (lp_query_next (query, &failure))
    {
      g_auto (LpOp) put = { 0 };
      gboolean stripped = FALSE;

      lp_query_id (query, 0, &put.stream);
      put.seq = lp_query_int (query, 1);
      put.body = g_strdup (lp_query_text (query, 2));
      if (!strip_names (&put.body, scrub->body, &stripped, error))
        return NULL;
      if (stripped)
        {
          g_array_append_val (found, put);
          put = (LpOp) { 0 };
        }
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&found);
}

static gboolean
scrub_bodies (LpDb *db, const LpOp *scrub, GError **error)
{
  g_autoptr (GArray) found = find_scrubbed (db, scrub, error);

  if (!found)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      if (!set_body (db, &g_array_index (found, LpOp, i), error))
        return FALSE;
    }

  return TRUE;
}

/* And what it takes out of those before it. */
static gboolean
insert (LpDb *db, const LpOp *op, const char *body, GError **error)
{
  if (!insert_op (db, op, body, error))
    return FALSE;
  if (op->kind == LP_OP_ERASE && !blank_bodies (db, op, error))
    return FALSE;

  return op->kind != LP_OP_SCRUB || !body || scrub_bodies (db, op, error);
}

/**
 * lp_log_add_own:
 * @edit: what the body of @op was made of; its values are taken
 * @row: the object as it is in the tables; becomes what it is then, with a num of 0 when it is gone
 *
 * Adds a sealed operation of this very writer, who has looked: it is new and its object is not erased.
 */
gboolean
lp_log_add_own (LpDb *db, const LpOp *op, LpEdit *edit, LpRow *row, GError **error)
{
  return insert (db, op, op->body, error) && lp_fold_own (db, op, edit, row, error);
}

static gboolean
find_same_number (LpDb *db, const LpOp *op, LpLogOutcome *outcome, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, digest_sql);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, &op->stream);
  lp_query_bind_int (query, 2, op->seq);
  if (lp_query_next (query, &failure))
    {
      gsize size;
      const void *digest = lp_query_blob (query, 0, &size);
      gboolean same = size == sizeof op->digest && memcmp (digest, op->digest, size) == 0;

      *outcome = same ? LP_LOG_DUPLICATE : LP_LOG_FORK;
    }
  else
    {
      *outcome = LP_LOG_NEW;
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * lp_log_is_explained:
 *
 * Says whether an erase of the object, or a later scrub of it, is why an operation has no body that fits its digest.
 */
gboolean
lp_log_is_explained (LpDb *db, const LpOp *op, gboolean *explained, GError **error)
{
  g_autofree char *body = g_strdup (op->body ? op->body : "{}");
  gboolean scrubbed = FALSE;

  if (!lp_log_is_erased (db, op->entity, &op->object, explained, error))
    return FALSE;
  if (*explained)
    return TRUE;
  if (!apply_known_scrubs (db, op, &body, &scrubbed, error))
    return FALSE;
  *explained = scrubbed && op->body && op->kind == LP_OP_PUT;

  return TRUE;
}

/**
 * lp_log_apply:
 * @outcome: what became of it
 *
 * Takes in an operation from wherever: this program, a backup, another machine. Applying it again changes nothing, and the order
 * in which operations come does not matter. Not in a transaction of its own.
 */
gboolean
lp_log_apply (LpDb *db, const LpOp *op, LpLogOutcome *outcome, GError **error)
{
  g_autofree char *body = g_strdup (op->body);
  gboolean erased, scrubbed = FALSE;
  LpOp folded = *op;

  if (!find_same_number (db, op, outcome, error))
    return FALSE;
  if (*outcome != LP_LOG_NEW)
    return TRUE;

  if (!lp_log_is_erased (db, op->entity, &op->object, &erased, error))
    return FALSE;
  if (body && op->kind == LP_OP_PUT && !apply_known_scrubs (db, op, &body, &scrubbed, error))
    return FALSE;
  if (!lp_op_is_sealed (op) && !scrubbed && !(erased && !op->body))
    {
      *outcome = LP_LOG_UNSOUND;
      return TRUE;
    }
  if (erased && op->kind != LP_OP_ERASE)
    g_clear_pointer (&body, g_free);

  folded.body = body;
  return insert (db, op, body, error) && lp_fold_apply (db, &folded, NULL, error);
}
