/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-roster-names.h"

G_BEGIN_DECLS

#define LP_TYPE_PRIVACY_NOTICE (lp_privacy_notice_get_type ())

/**
 * LpPrivacyNotice: underlines, while it is typed, what tells who somebody is, says why, and masks it. Nothing is kept from
 * being saved.
 *
 * Properties: "accepted" (string): what was said to be fine, see lp_accepted_add ().
 * Signal: "masked" (string, LpFinding): these words stand there no more, and may have been saved before.
 */
G_DECLARE_FINAL_TYPE (LpPrivacyNotice, lp_privacy_notice, LP, PRIVACY_NOTICE, AdwBin)

void        lp_privacy_notice_watch        (LpPrivacyNotice *self, GtkTextView *input, LpRosterNames *names);
const char *lp_privacy_notice_get_accepted (LpPrivacyNotice *self);
void        lp_privacy_notice_set_accepted (LpPrivacyNotice *self, const char *accepted);

G_END_DECLS
