/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_PICKER (lp_note_picker_get_type ())

/**
 * LpNotePicker: finds notes for a recommendation among all of its meeting. What is added leaves the list, so that one goes on
 * until one closes it.
 */
G_DECLARE_FINAL_TYPE (LpNotePicker, lp_note_picker, LP, NOTE_PICKER, AdwDialog)

/* against: the notes speak against it */
AdwDialog *lp_note_picker_new (LpStore *store, LpRecord *recommendation, gboolean against);

G_END_DECLS
