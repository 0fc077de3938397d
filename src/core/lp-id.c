/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-id.h"

#include <sodium.h>
#include <string.h>

#define TIME_BITS 12 /* of the 74 random bits these count within a millisecond (RFC 9562, 6.2, method 1) */

static GMutex id_mutex;
static guint64 id_last; /* milliseconds << TIME_BITS | counter */

/* Without it libsodium is neither safe in several threads nor as fast as the processor; so before any is there. */
static void __attribute__ ((constructor))
init_sodium (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
}

static guint64
next_tick (void)
{
  guint64 now = (guint64) (g_get_real_time () / 1000) << TIME_BITS;
  guint64 tick;

  g_mutex_lock (&id_mutex);
  tick = MAX (now, id_last + 1);
  id_last = tick;
  g_mutex_unlock (&id_mutex);

  return tick;
}

/**
 * lp_id_new:
 *
 * A UUIDv7 (RFC 9562): sorts by the time of its making, and within this process strictly. Thread-safe.
 */
LpId
lp_id_new (void)
{
  guint64 tick = next_tick ();
  guint64 ms = tick >> TIME_BITS;
  guint counter = tick & ((1 << TIME_BITS) - 1);
  LpId id;

  randombytes_buf (id.bytes, sizeof id.bytes);
  for (guint i = 0; i < 6; i++)
    id.bytes[i] = ms >> (40 - 8 * i);
  id.bytes[6] = 0x70 | counter >> 8;
  id.bytes[7] = counter & 0xff;
  id.bytes[8] = 0x80 | (id.bytes[8] & 0x3f);

  return id;
}

/**
 * lp_id_derive:
 *
 * The same id for the same @from and @what, on every machine: a UUIDv8 (RFC 9562) of their BLAKE2b. So two laptops
 * that place one note make one placement, and a file read twice makes each note once.
 */
LpId
lp_id_derive (const LpId *from, const char *what)
{
  LpId id;

  crypto_generichash (id.bytes, sizeof id.bytes, (const guint8 *) what, strlen (what),
                      from->bytes, sizeof from->bytes);
  id.bytes[6] = 0x80 | (id.bytes[6] & 0x0f);
  id.bytes[8] = 0x80 | (id.bytes[8] & 0x3f);

  return id;
}

/** lp_id_is_set: Returns: whether there is an id at all; %NULL and all zeroes are none */
gboolean
lp_id_is_set (const LpId *id)
{
  static const LpId none;

  return id && !lp_id_equal (id, &none);
}

/** lp_id_equal: Returns: whether both are the same, byte by byte */
gboolean
lp_id_equal (const LpId *a, const LpId *b)
{
  return lp_id_compare (a, b) == 0;
}

/**
 * lp_id_compare:
 *
 * Returns: less than, equal to or greater than 0, by the bytes: UUIDv7s sort by the time of their making
 */
int
lp_id_compare (const LpId *a, const LpId *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes);
}

/** lp_id_hash: A #GHashFunc for keys that point to an LpId. */
guint
lp_id_hash (gconstpointer id)
{
  guint hash;

  /* the last bytes are random in either kind of id */
  memcpy (&hash, ((const LpId *) id)->bytes + LP_ID_SIZE - sizeof hash, sizeof hash);

  return hash;
}

/** lp_id_equal_func: The #GEqualFunc that goes with lp_id_hash (). */
gboolean
lp_id_equal_func (gconstpointer a, gconstpointer b)
{
  return lp_id_equal (a, b);
}

/** lp_id_print: Writes the 8-4-4-4-12 form of RFC 9562 in small letters, and a NUL. */
void
lp_id_print (const LpId *id, char out[LP_ID_STRING_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char *at = out;

  for (guint i = 0; i < LP_ID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *at++ = '-';
      *at++ = digits[id->bytes[i] >> 4];
      *at++ = digits[id->bytes[i] & 0xf];
    }
  *at = '\0';
}

/** lp_id_to_string: Returns: (transfer full): what lp_id_print () writes */
char *
lp_id_to_string (const LpId *id)
{
  char out[LP_ID_STRING_SIZE];

  lp_id_print (id, out);

  return g_strdup (out);
}

/**
 * lp_id_parse:
 *
 * Returns: whether @string is an id as lp_id_print () writes it; else @out is left alone.
 */
gboolean
lp_id_parse (const char *string, LpId *out)
{
  LpId id;
  const char *at = string;

  if (!string || strlen (string) != LP_ID_STRING_SIZE - 1)
    return FALSE;

  for (guint i = 0; i < LP_ID_SIZE; i++)
    {
      if ((i == 4 || i == 6 || i == 8 || i == 10) && *at++ != '-')
        return FALSE;
      if (!g_ascii_isxdigit (at[0]) || !g_ascii_isxdigit (at[1]))
        return FALSE;
      id.bytes[i] = g_ascii_xdigit_value (at[0]) << 4 | g_ascii_xdigit_value (at[1]);
      at += 2;
    }
  *out = id;

  return TRUE;
}

/** lp_id_copy: Returns: (transfer full): a copy, to be freed with g_free () */
LpId *
lp_id_copy (const LpId *id)
{
  return g_memdup2 (id, sizeof *id);
}
