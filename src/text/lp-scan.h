/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-finding.h"
#include "lp-names.h"
#include "lp-tokens.h"

G_BEGIN_DECLS

/** LpScanFound: a finding, and what others make of it. */
typedef struct {
  LpFinding finding;
  gboolean  full_name;
} LpScanFound;

/** LpScan: a text that is being looked through. What one search takes, later ones leave alone. */
typedef struct {
  LpTokens       tokens;
  const LpNames *names; /* NULL: none */
  GArray        *found; /* of LpScanFound */
} LpScan;

static inline LpToken *
lp_scan_at (const LpScan *self, guint place)
{
  return lp_tokens_at (&self->tokens, place);
}

static inline gboolean
lp_scan_is_mark (const LpScan *self, guint place, gunichar mark)
{
  const LpToken *token = lp_scan_at (self, place);

  return token->kind == LP_TOKEN_MARK && token->mark == mark;
}

static inline gboolean
lp_scan_is (const LpScan *self, guint place, LpTokenKind kind)
{
  return lp_scan_at (self, place)->kind == kind;
}

/* A number of so many digits, part of nothing found. */
static inline gboolean
lp_scan_is_number (const LpScan *self, guint place, guint least, guint most)
{
  const LpToken *token = lp_scan_at (self, place);

  return token->kind == LP_TOKEN_NUMBER && !token->taken
         && token->folded_size >= least && token->folded_size <= most;
}

LpScanFound *lp_scan_add         (LpScan *self, LpFindingType type, LpFindingLevel level,
                                  guint first, guint last);
guint        lp_scan_cue         (const LpScan *self, guint place, guint words, guint flags);
gboolean     lp_scan_is_counted  (const LpScan *self, guint place);

/* What there is to find; in the order in which they are to be called. */
void         lp_scan_cpr         (LpScan *self);
void         lp_scan_links       (LpScan *self);
void         lp_scan_phones      (LpScan *self);
void         lp_scan_addresses   (LpScan *self);
void         lp_scan_hidden      (LpScan *self);
void         lp_scan_names       (LpScan *self);
void         lp_scan_birth_dates (LpScan *self);
void         lp_scan_health      (LpScan *self);

G_END_DECLS
