/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-terms.h"

G_BEGIN_DECLS

#define LP_TYPE_KIND_TOGGLE (lp_kind_toggle_get_type ())

/** LpKindDetail: how much a toggle says of a kind and its key. */
typedef enum {
  LP_KIND_DETAIL_SYMBOL,
  LP_KIND_DETAIL_WORD,
  LP_KIND_DETAIL_KEY,
} LpKindDetail;

/**
 * LpKindToggle: chooses the kind of a note.
 *
 * Properties: "kind" (int, LpKind), "detail" (int, LpKindDetail).
 * Signal: "clicked": chosen by the pointer, so that the focus can go back to the text.
 */
G_DECLARE_FINAL_TYPE (LpKindToggle, lp_kind_toggle, LP, KIND_TOGGLE, AdwBin)

LpKind lp_kind_toggle_get_kind (LpKindToggle *self);
void   lp_kind_toggle_set_kind (LpKindToggle *self, LpKind kind);
void   lp_kind_toggle_add_keys (LpKindToggle *self, GtkWidget *within);

G_END_DECLS
