/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-value.h"

/** lp_value_clear: Frees what it holds; it holds nothing afterwards. */
void
lp_value_clear (LpValue *value)
{
  if (value->kind == LP_VALUE_TEXT)
    g_free (value->text);
  *value = (LpValue) { 0 };
}

/* to: holds nothing yet */
void
lp_value_copy (LpValue *to, const LpValue *from)
{
  *to = *from;
  if (from->kind == LP_VALUE_TEXT)
    to->text = g_strdup (from->text);
}

/** lp_value_equal: Returns: whether both are of one kind and hold the same; an empty text is not none */
gboolean
lp_value_equal (const LpValue *a, const LpValue *b)
{
  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case LP_VALUE_INT:
      return a->number == b->number;
    case LP_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case LP_VALUE_ID:
      return lp_id_equal (&a->id, &b->id);
    case LP_VALUE_NONE:
    default:
      return TRUE;
    }
}
