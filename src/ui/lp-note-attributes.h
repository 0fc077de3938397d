/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-meeting.h"
#include "lp-record.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_ATTRIBUTES (lp_note_attributes_get_type ())

/**
 * LpNoteAttributes: what is said of a note beside its text and kind.
 *
 * Properties: "table" (int, 0 for none), "perspective" (string, its id, "" for none), "profile" and "municipality" (string),
 * "verbatim" and "consent" (boolean).
 */
G_DECLARE_FINAL_TYPE (LpNoteAttributes, lp_note_attributes, LP, NOTE_ATTRIBUTES, GObject)

LpNoteAttributes *lp_note_attributes_new              (void);
void              lp_note_attributes_remember         (LpNoteAttributes *self, GSettings *settings);
int               lp_note_attributes_get_table        (LpNoteAttributes *self);
const char       *lp_note_attributes_get_perspective  (LpNoteAttributes *self);
const char       *lp_note_attributes_get_profile      (LpNoteAttributes *self);
const char       *lp_note_attributes_get_municipality (LpNoteAttributes *self);
void              lp_note_attributes_copy             (LpNoteAttributes *self, LpNoteAttributes *from);
void              lp_note_attributes_read             (LpNoteAttributes *self, LpRecord *note);
void              lp_note_attributes_put              (LpNoteAttributes *self, LpEdit *edit, LpRecord *note);
void              lp_note_attributes_fill             (LpNoteAttributes *self, LpNoteDraft *draft);
gboolean          lp_note_attributes_equal            (LpNoteAttributes *self, LpNoteAttributes *other);
char             *lp_note_attributes_describe         (LpNoteAttributes *self);

G_END_DECLS
