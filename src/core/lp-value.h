/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"

G_BEGIN_DECLS

typedef enum {
  LP_VALUE_NONE,
  LP_VALUE_INT,
  LP_VALUE_TEXT,
  LP_VALUE_ID,
} LpValueKind;

/** LpValue: what one field holds. Owns its text. */
typedef struct {
  LpValueKind kind;
  union {
    gint64  number;
    char   *text;
    LpId    id;
  };
} LpValue;

void      lp_value_clear (LpValue *value);
void      lp_value_copy  (LpValue *to, const LpValue *from);
gboolean  lp_value_equal (const LpValue *a, const LpValue *b);

G_END_DECLS
