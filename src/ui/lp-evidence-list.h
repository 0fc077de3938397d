/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-evidence-row.h"
#include "lp-list.h"

G_BEGIN_DECLS

#define LP_TYPE_EVIDENCE_LIST (lp_evidence_list_get_type ())

/**
 * LpEvidenceList: the notes that carry a recommendation, that speak against it, or that none uses; a part of a page that scrolls
 * as a whole. The first of them have rows, more on demand, so that it makes no difference how many there are.
 * Delete takes the note in focus out.
 *
 * Properties: "kind" (int, LpEvidenceKind), "narrow" (boolean).
 */
G_DECLARE_FINAL_TYPE (LpEvidenceList, lp_evidence_list, LP, EVIDENCE_LIST, AdwBin)

void      lp_evidence_list_set_notes  (LpEvidenceList *self, LpList *notes);
GArray   *lp_evidence_list_get_chosen (LpEvidenceList *self);

G_END_DECLS
