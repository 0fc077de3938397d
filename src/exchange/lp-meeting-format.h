/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-schema.h"
#include "lp-value.h"

G_BEGIN_DECLS

/*
 * The file of a whole meeting: what is in it follows from the schema, so that a new field comes along by itself. Not for use outside
 * of this folder. Raise the version when an older Landspanel would misunderstand a file: a new field does not, since an older one
 * refuses what it does not know.
 */

#define LP_MEETING_FORMAT "landspanel-meeting"
#define LP_MEETING_FORMAT_VERSION 1

const char *lp_meeting_format_why_no_entity (LpEntity entity);
const char *lp_meeting_format_why_no_field  (LpEntity entity, guint field);
gboolean    lp_meeting_format_is_part       (LpEntity entity, guint field);
const char *lp_meeting_format_wants         (LpEntity entity, guint field, const LpValue *value);

G_END_DECLS
