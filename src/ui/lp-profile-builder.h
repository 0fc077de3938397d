/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_PROFILE_BUILDER (lp_profile_builder_get_type ())

/**
 * LpProfileBuilder: builds the anonymous profile of who said something, and warns when it fits one person of the meeting only.
 *
 * Property: "text" (string): the profile in words.
 * Signal: "done": Return was pressed.
 */
G_DECLARE_FINAL_TYPE (LpProfileBuilder, lp_profile_builder, LP, PROFILE_BUILDER, AdwBin)

void  lp_profile_builder_set_meeting (LpProfileBuilder *self, LpStore *store, const LpId *meeting);
void  lp_profile_builder_set_text    (LpProfileBuilder *self, const char *text);
char *lp_profile_builder_dup_text    (LpProfileBuilder *self);

G_END_DECLS
