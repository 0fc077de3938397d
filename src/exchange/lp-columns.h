/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-csv.h"
#include "lp-schema.h"

G_BEGIN_DECLS

#define LP_COLUMN_MAX_WORDS 8
#define LP_NO_COLUMN -1

/** LpColumnSpec: a field that files may have. */
typedef struct {
  const char *name;                        /* as --map and --set say it */
  LpEntity    entity;                      /* whose heading, in the user's language, also names it */
  guint       field;
  const char *words[LP_COLUMN_MAX_WORDS];  /* other headings, folded, no spaces; the first found counts */
  gboolean    required;
  const char *alias;                       /* another name for --map and --set, or NULL */
} LpColumnSpec;

/** LpColumns: which column of a table, or which constant, gives each field. */
typedef struct _LpColumns LpColumns;

LpColumns  *lp_columns_match      (LpCsv *csv, const LpColumnSpec *specs, guint n_specs,
                                   GHashTable *map, GHashTable *set, GError **error);
LpColumns  *lp_columns_given      (LpCsv *csv, const int *columns, guint n_columns);
gboolean    lp_columns_has        (LpColumns *self, guint field);
const char *lp_columns_get        (LpColumns *self, guint row, guint field);
const char *lp_columns_constant   (LpColumns *self, guint field);
int         lp_columns_find       (LpCsv *csv, const LpColumnSpec *spec);
char       *lp_columns_list_names (const LpColumnSpec *specs, guint n_specs);
void        lp_columns_free       (LpColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpColumns, lp_columns_free)

G_END_DECLS
