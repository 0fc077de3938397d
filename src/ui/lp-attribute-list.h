/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-note-attributes.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_ATTRIBUTE_LIST (lp_attribute_list_get_type ())

/** LpAttributeList: the attributes of a note as rows, where there is no room for LpAttributeBar. */
G_DECLARE_FINAL_TYPE (LpAttributeList, lp_attribute_list, LP, ATTRIBUTE_LIST, AdwBin)

void lp_attribute_list_set_attributes (LpAttributeList *self, LpNoteAttributes *attributes);
void lp_attribute_list_set_meeting    (LpAttributeList *self, LpStore *store, const LpId *meeting);

G_END_DECLS
