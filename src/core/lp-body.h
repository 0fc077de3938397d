/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-edit.h"

G_BEGIN_DECLS

/* The body of an operation: a JSON object, field name → value, and a random "salt" so that nobody can guess an erased
 * body from its digest. Ids are text, truth is 0 or 1. */

typedef void (*LpBodyField) (guint field, LpValue *value, gpointer user_data);

char     *lp_body_write (const LpEdit *edit);
gboolean  lp_body_read  (const char *body, LpEntity entity, LpBodyField each, gpointer user_data, GError **error);
char     *lp_body_strip (const char *body, const char *field, GError **error);
GStrv     lp_body_names (const char *body, GError **error);

G_END_DECLS
