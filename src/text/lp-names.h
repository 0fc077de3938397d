/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LpNames: the names of people, each word of them ready to be looked up. Never changes, so any thread may
 * read it.
 */
typedef struct _LpNames LpNames;

/** LpNameParts: whose names have a word. */
typedef struct {
  GArray  *people;  /* of guint, ascending: twice the person's number, one more where the word is a surname */
  gboolean given;   /* somebody's given name */
  gboolean surname;
} LpNameParts;

LpNames           *lp_names_new     (const char *const *names);
void               lp_names_free    (LpNames *self);
const LpNameParts *lp_names_lookup  (const LpNames *self, const char *folded);
int                lp_names_compare (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNames, lp_names_free)

G_END_DECLS
