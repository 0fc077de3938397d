/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LP_ID_SIZE 16
#define LP_ID_STRING_SIZE 37

/**
 * LpId: the name of an object, of a stream of operations, or of a space: 16 bytes, an UUID (RFC 9562).
 * A plain value; all zeroes means "none".
 */
typedef struct {
  guint8 bytes[LP_ID_SIZE];
} LpId;

LpId      lp_id_new        (void);
LpId      lp_id_derive     (const LpId *from, const char *what);
gboolean  lp_id_is_set     (const LpId *id);
gboolean  lp_id_equal      (const LpId *a, const LpId *b);
int       lp_id_compare    (const LpId *a, const LpId *b);
guint     lp_id_hash       (gconstpointer id);
gboolean  lp_id_equal_func (gconstpointer a, gconstpointer b);
void      lp_id_print      (const LpId *id, char out[LP_ID_STRING_SIZE]);
char     *lp_id_to_string  (const LpId *id);
gboolean  lp_id_parse      (const char *string, LpId *out);
LpId     *lp_id_copy       (const LpId *id);

G_END_DECLS
