/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-note-attributes.h"
#include "lp-pending-note.h"
#include "lp-runner.h"
#include "lp-store.h"
#include "lp-theme-adviser.h"

G_BEGIN_DECLS

#define LP_TYPE_CAPTURE (lp_capture_get_type ())

/**
 * LpCapture: takes notes: one field, the kind above it, the remembered attributes below. What was typed stays in hand until it
 * is on the disk; when it cannot be saved it comes back into the field with the reason.
 *
 * Properties: "narrow" (boolean): kinds by symbol, no keys, no attributes; "blank" (boolean, read-only): nothing to save;
 * "detail" (int, LpKindDetail): of the kinds.
 * Signal: "saved" (LpId of the note).
 */
G_DECLARE_FINAL_TYPE (LpCapture, lp_capture, LP, CAPTURE, AdwBin)

void              lp_capture_set_store      (LpCapture *self, LpStore *store, const LpId *meeting);
void              lp_capture_follow         (LpCapture *self, LpRunner *runner);
void              lp_capture_advise         (LpCapture *self, LpThemeAdviser *adviser);
void              lp_capture_remember       (LpCapture *self, GSettings *settings);
LpNoteAttributes *lp_capture_get_attributes (LpCapture *self);
GListModel       *lp_capture_get_pending    (LpCapture *self);
GtkWidget        *lp_capture_get_text       (LpCapture *self);
void              lp_capture_add_keys       (LpCapture *self, GtkWidget *within);
void              lp_capture_keep           (LpCapture *self);
void              lp_capture_save           (LpCapture *self);
LpPendingNote    *lp_capture_take_story     (LpCapture *self);
void              lp_capture_retry          (LpCapture *self);
void              lp_capture_focus          (LpCapture *self);

G_END_DECLS
