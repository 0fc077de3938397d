/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-columns.h"
#include "lp-import.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/* What the imports of notes and of the roster have in common. Not for use outside of this folder. */

typedef struct _LpImporter LpImporter;

/** LpImportRecipe: how the rows of one kind of file are read and put. A row's struct begins with its LpId. */
typedef struct {
  LpEntity            entity;
  const LpColumnSpec *specs;
  guint               n_specs;
  gsize               row_size;
  gboolean            comes_again; /* also after it was erased: as something new */
  gboolean            keyed;       /* ids are derived with the secret of the roster */
  /* Fills in one field of a row; FALSE when it refused it. */
  gboolean          (*read_field) (LpImporter *importer, guint row, guint field, gpointer out);
  /* Once all fields are filled in: what follows from them; appends what makes it that row to content. */
  void              (*end_row)  (LpImporter *importer, guint row, gpointer out, GString *content);
  gboolean          (*put_rows) (LpImporter *importer, GArray *rows, LpChangeSet *changes, GError **error);
  char             *(*title)    (guint n_rows);
} LpImportRecipe;

struct _LpImporter {
  const LpImportRecipe *recipe;
  LpReader             *reader;
  LpId                  meeting;
  LpId                  base;     /* what ids are derived from */
  char                 *new_key;  /* of the roster, to be put with the rows; or NULL */
  char                 *date;     /* on which a bare clock time falls */
  gboolean              themes;
  LpId                  items[LP_N_KINDS]; /* the agenda item notes of a kind belong to; unset: to none */
  LpCsv                *csv;
  LpColumns            *columns;
  LpImportResult       *result;
  GStringChunk         *strings;
  GHashTable           *seen;     /* LpId of a content → how often */
};

extern const LpImportRecipe lp_import_notes_recipe;
extern const LpImportRecipe lp_import_roster_recipe;

LpImporter *lp_importer_new         (const LpImportRecipe *recipe, LpReader *reader, const LpId *meeting,
                                     const char *date);
gboolean    lp_importer_open        (LpImporter *self, LpCsv *csv, GHashTable *map, GHashTable *set,
                                     GError **error);
void        lp_importer_open_given  (LpImporter *self, LpCsv *csv, const int *columns);
GArray     *lp_importer_read        (LpImporter *self, GError **error);
void        lp_importer_close       (LpImporter *self);
void        lp_importer_free        (LpImporter *self);

void        lp_importer_refuse      (LpImporter *self, guint row, const char *format,
                                     ...) G_GNUC_PRINTF (3, 4);
const char *lp_importer_text        (LpImporter *self, guint row, guint field);
const char *lp_importer_word        (LpImporter *self, guint row, guint field);
gboolean    lp_flag_find            (const char *word, gboolean *flag);
gboolean    lp_importer_flag        (LpImporter *self, guint row, guint field, gboolean *flag);
gboolean    lp_importer_table       (LpImporter *self, guint row, guint field, int *table);
gboolean    lp_importer_perspective (LpImporter *self, guint row, guint field, const char **perspective);
void        lp_importer_identify    (GString *content, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpImporter, lp_importer_free)

G_END_DECLS
