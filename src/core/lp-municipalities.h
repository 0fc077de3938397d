/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/**
 * LpMunicipalities: those that a note can be from: the ones that the meeting's notes and roster name, most often named first, and
 * then all of Denmark's. Compared as lp_fold_text() compares, with or without "Kommune" and the s before it.
 */
typedef struct _LpMunicipalities LpMunicipalities;

LpMunicipalities *lp_municipalities_new     (void);
LpMunicipalities *lp_municipalities_load    (LpReader *reader, const LpId *meeting, GError **error);
void              lp_municipalities_free    (LpMunicipalities *self);
gboolean          lp_municipalities_know    (LpMunicipalities *self, const char *name);
GPtrArray        *lp_municipalities_suggest (LpMunicipalities *self, const char *typed, guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpMunicipalities, lp_municipalities_free)

G_END_DECLS
