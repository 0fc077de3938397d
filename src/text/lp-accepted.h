/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-finding.h"

G_BEGIN_DECLS

/* What somebody has looked at and found fine, kept with the note: a line for each, its type and its words. */

char     *lp_accepted_add  (const char *accepted, const char *text, const LpFinding *finding);
gboolean  lp_accepted_has  (const char *accepted, const char *text, const LpFinding *finding);
void      lp_accepted_take (const char *accepted, const char *text, GArray *findings);

G_END_DECLS
