/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/** LpWithdrawal: what goes when somebody withdraws a story by its code, and where it went before. */
typedef struct {
  LpId       meeting;
  GPtrArray *notes;   /* of LpRecord: the one with the code first, then others with the same story */
  GPtrArray *traces;  /* of LpRecord: files it was exported to, oldest first */
} LpWithdrawal;

gboolean      lp_note_code_parse  (const char *code, gint64 *station, gint64 *number);
LpRecord     *lp_note_find_code   (LpReader *reader, const LpId *meeting, const char *code, GError **error);

LpWithdrawal *lp_withdrawal_load  (LpReader *reader, const LpId *meeting, const char *code, GError **error);
gboolean      lp_withdrawal_erase (LpWithdrawal *self, LpReader *reader, LpChangeSet *changes, GError **error);
void          lp_withdrawal_free  (LpWithdrawal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpWithdrawal, lp_withdrawal_free)

G_END_DECLS
