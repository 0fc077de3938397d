/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-store.h"
#include "lp-suggester.h"

G_BEGIN_DECLS

/**
 * LpThemeChanges: what has changed in the store since a memory was told last. Small whatever the changes are: numbers of records.
 */
typedef struct {
  GHashTable *themes;     /* sets of gint64 */
  GHashTable *placements;
  GHashTable *notes;
} LpThemeChanges;

LpThemeChanges *lp_theme_changes_new      (void);
void            lp_theme_changes_free     (LpThemeChanges *self);
/* FALSE: something was erased, of which no memory may be left: it must be made anew. */
gboolean        lp_theme_changes_add      (LpThemeChanges *self, GArray *changes, const LpId *meeting);
gboolean        lp_theme_changes_is_empty (LpThemeChanges *self);

/**
 * LpThemeMemory: a suggester that knows a meeting's notes and those of the panel's other meetings. Belongs to one thread at a
 * time; reading takes its time where there are many notes.
 */
typedef struct _LpThemeMemory LpThemeMemory;

LpThemeMemory *lp_theme_memory_read          (LpReader *reader, const LpId *meeting, LpLexicon *lexicon, GError **error);
gboolean       lp_theme_memory_learn         (LpThemeMemory *self, LpReader *reader, LpThemeChanges *changes, GError **error);
LpSuggester   *lp_theme_memory_get_suggester (LpThemeMemory *self);
void           lp_theme_memory_free          (LpThemeMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpThemeMemory, lp_theme_memory_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpThemeChanges, lp_theme_changes_free)

G_END_DECLS
