/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/* A new theme at the end. */
gboolean  lp_theme_create  (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const char *name,
                            LpId *theme, GError **error);
/* Several, one after the other. */
gboolean  lp_themes_create (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const char *const *names,
                            guint n_names, LpId *themes, GError **error);
gboolean  lp_theme_rename  (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            const char *name, GError **error);
/* LP_THEME_DESCRIPTION, LP_THEME_COLOUR or LP_THEME_SHARED_NAME. */
gboolean  lp_theme_set     (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            guint field, const char *text, GError **error);
/* by: so many places down, or up. */
gboolean  lp_theme_shift   (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            int by, GError **error);
/* A part of another theme, or (parent NULL or unset) of none. */
gboolean  lp_theme_set_parent (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            const LpId *parent, GError **error);
/* All notes and parts of one theme come into the other, and it is deleted. */
gboolean  lp_theme_merge   (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            const LpId *into, GError **error);
/* Deletes the theme; its notes are loose again, where they are in no other. */
gboolean  lp_theme_delete  (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme,
                            GError **error);

G_END_DECLS
