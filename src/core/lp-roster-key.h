/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-change-set.h"
#include "lp-reader.h"

G_BEGIN_DECLS

/*
 * The ids of imported participants are derived from what the file says of them, so that a file read twice makes nobody twice. An id
 * stays in the log when the participant is erased: so it is derived with a secret of the meeting, which goes with the roster.
 * Without, whoever guesses a name could find out whether it was there.
 */

char *lp_roster_key_load   (LpReader *reader, const LpId *meeting, GError **error);
char *lp_roster_key_new    (void);
void  lp_roster_key_put    (LpChangeSet *changes, const LpId *meeting, const char *key);
void  lp_roster_key_forget (LpChangeSet *changes, const LpId *meeting);

G_END_DECLS
