/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

gboolean lp_note_get_theme (LpReader *reader, const LpId *note, LpId *theme);

G_END_DECLS
