/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-note-attributes.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_ATTRIBUTE_BAR (lp_attribute_bar_get_type ())

/**
 * LpAttributeBar: the attributes of a note in one line, each with its key.
 *
 * Signal: "done": an attribute was changed, or left as it was; the focus can go back to the text.
 */
G_DECLARE_FINAL_TYPE (LpAttributeBar, lp_attribute_bar, LP, ATTRIBUTE_BAR, AdwBin)

void lp_attribute_bar_set_attributes (LpAttributeBar *self, LpNoteAttributes *attributes);
void lp_attribute_bar_set_meeting   (LpAttributeBar *self, LpStore *store, const LpId *meeting);
void lp_attribute_bar_add_keys       (LpAttributeBar *self, GtkWidget *within);

G_END_DECLS
