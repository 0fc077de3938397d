/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text may hold that tells who somebody is. Where two could be meant, the first of this list is. */
typedef enum {
  LP_FINDING_CPR,            /* a Danish personal number, real or of replacement */
  LP_FINDING_EMAIL,
  LP_FINDING_WEB,
  LP_FINDING_PHONE,
  LP_FINDING_ADDRESS,        /* street and number */
  LP_FINDING_HIDDEN_ADDRESS, /* words that say that somebody's address is kept secret */
  LP_FINDING_NAME,
  LP_FINDING_BIRTH_DATE,
  LP_FINDING_HEALTH,         /* an illness, near to something that tells whose */
  LP_N_FINDING_TYPES,
} LpFindingType;

typedef enum {
  LP_FINDING_WARN, /* may be meant; look at it */
  LP_FINDING_FLAG, /* hardly anything else */
  LP_N_FINDING_LEVELS,
} LpFindingLevel;

/** LpFinding: a part of a text. */
typedef struct {
  LpFindingType  type;
  LpFindingLevel level;
  guint          start;       /* in characters: Unicode code points */
  guint          length;
  guint          byte_start;  /* the same in bytes of UTF-8 */
  guint          byte_length;
} LpFinding;

const char *lp_finding_type_id    (LpFindingType type);
const char *lp_finding_type_label (LpFindingType type);
const char *lp_finding_level_id   (LpFindingLevel level);
const char *lp_finding_reason     (const LpFinding *finding);
const char *lp_finding_mask       (LpFindingType type);

G_END_DECLS
