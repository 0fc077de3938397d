/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_WORDS_DIALOG (lp_words_dialog_get_type ())

/**
 * LpWordsDialog: words that belong together to a panel, a row for each group. What is written in a row is kept when the row is left, and
 * when the dialog is closed.
 */
G_DECLARE_FINAL_TYPE (LpWordsDialog, lp_words_dialog, LP, WORDS_DIALOG, AdwDialog)

AdwDialog *lp_words_dialog_new (LpStore *store, const LpId *panel);

G_END_DECLS
