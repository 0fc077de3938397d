/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-finding.h"
#include "lp-names.h"

G_BEGIN_DECLS

GArray *lp_privacy_scan (const char *text, gssize size, const LpNames *names);
char   *lp_privacy_mask (const char *text, const LpFinding *finding);

G_END_DECLS
