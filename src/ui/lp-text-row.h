/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-privacy-notice.h"

G_BEGIN_DECLS

#define LP_TYPE_TEXT_ROW (lp_text_row_get_type ())

/**
 * LpTextRow: a row of a boxed list that takes several lines of text, as AdwEntryRow takes one.
 * Property "text" (string); notified with every change.
 */
G_DECLARE_FINAL_TYPE (LpTextRow, lp_text_row, LP, TEXT_ROW, AdwPreferencesRow)

const char *lp_text_row_get_text (LpTextRow *self);
void        lp_text_row_set_text (LpTextRow *self, const char *text);

/* From now on it is looked for what tells who somebody is. Once. Transfer none. */
LpPrivacyNotice *lp_text_row_watch (LpTextRow *self, LpRosterNames *names);

G_END_DECLS
