/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-change-set.h"
#include "lp-reader.h"

G_BEGIN_DECLS

/** LpPlacing: puts many notes at the ends of themes named by word, making the themes that are not there. */
typedef struct _LpPlacing LpPlacing;

LpPlacing *lp_placing_new  (LpReader *reader, const LpId *meeting, GError **error);
gboolean   lp_placing_put  (LpPlacing *self, LpChangeSet *changes, const LpId *note, const char *theme,
                            GError **error);
void       lp_placing_free (LpPlacing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPlacing, lp_placing_free)

G_END_DECLS
