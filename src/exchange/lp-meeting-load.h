/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

LpRecord *lp_meeting_load (LpReader *reader, const LpId *meeting, GError **error);

G_END_DECLS
