/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-record.h"

G_BEGIN_DECLS

/** LpEvidenceKind: how notes stand to a recommendation. */
typedef enum {
  LP_EVIDENCE_FOR,
  LP_EVIDENCE_CONTRARY,
  LP_EVIDENCE_UNUSED,    /* no recommendation uses them */
} LpEvidenceKind;

#define LP_TYPE_EVIDENCE_ROW (lp_evidence_row_get_type ())

/**
 * LpEvidenceRow: a note that a recommendation rests on, with what can be done with it.
 *
 * Properties: "narrow" (boolean): the text stands below code and kind; "chosen" (boolean): ticked, of one that is unused.
 * Its buttons activate evidence.remove, evidence.turn and evidence.add with the id of the note.
 */
G_DECLARE_FINAL_TYPE (LpEvidenceRow, lp_evidence_row, LP, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget *lp_evidence_row_new        (LpRecord *note, LpEvidenceKind kind, GtkSizeGroup *badges);
LpRecord  *lp_evidence_row_get_note   (LpEvidenceRow *self);
void       lp_evidence_row_open_menu  (LpEvidenceRow *self);

G_END_DECLS
