/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/* A new theme at the end. */
gboolean  lp_theme_create  (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const char *name,
                            LpId *theme, GError **error);
gboolean  lp_theme_rename  (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            const char *name, GError **error);
/* Deletes the theme; its notes are loose again. */
gboolean  lp_theme_delete  (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            GError **error);

G_END_DECLS
