/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-op.h"

#include <sodium.h>
#include <string.h>

/** lp_op_clear: Frees what the operation holds, not the struct. */
void
lp_op_clear (LpOp *op)
{
  g_clear_pointer (&op->entity, g_free);
  g_clear_pointer (&op->body, g_free);
}

/* to: holds nothing yet */
void
lp_op_copy (LpOp *to, const LpOp *from)
{
  *to = *from;
  to->entity = g_strdup (from->entity);
  to->body = g_strdup (from->body);
}

static void
hash_number (crypto_generichash_state *state, gint64 number)
{
  guint64 bytes = GUINT64_TO_BE ((guint64) number);

  crypto_generichash_update (state, (const guint8 *) &bytes, sizeof bytes);
}

static void
hash_text (crypto_generichash_state *state, const char *text)
{
  gsize length = strlen (text);

  /* lengths keep "ab" + "c" apart from "a" + "bc" */
  hash_number (state, length);
  crypto_generichash_update (state, (const guint8 *) text, length);
}

static void
compute_digest (const LpOp *op, guint8 digest[LP_DIGEST_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, LP_DIGEST_SIZE);
  crypto_generichash_update (&state, op->stream.bytes, LP_ID_SIZE);
  hash_number (&state, op->seq);
  hash_number (&state, op->stamp);
  hash_number (&state, op->kind);
  hash_text (&state, op->entity);
  crypto_generichash_update (&state, op->space.bytes, LP_ID_SIZE);
  crypto_generichash_update (&state, op->object.bytes, LP_ID_SIZE);
  hash_number (&state, op->previous);
  hash_text (&state, op->body);
  crypto_generichash_final (&state, digest, LP_DIGEST_SIZE);
}

/** lp_op_seal: Computes the digest: BLAKE2b-128 (RFC 7693) over all of a complete operation. */
void
lp_op_seal (LpOp *op)
{
  compute_digest (op, op->digest);
}

/** lp_op_is_sealed: Returns: whether the digest fits; never once the body was erased */
gboolean
lp_op_is_sealed (const LpOp *op)
{
  guint8 digest[LP_DIGEST_SIZE];

  if (!op->body)
    return FALSE;
  compute_digest (op, digest);

  return memcmp (digest, op->digest, sizeof digest) == 0;
}

/** lp_op_compare: The order of operations that all machines agree on. */
int
lp_op_compare (gint64 stamp_a, const LpId *stream_a, gint64 stamp_b, const LpId *stream_b)
{
  if (stamp_a != stamp_b)
    return stamp_a < stamp_b ? -1 : 1;

  return lp_id_compare (stream_a, stream_b);
}
