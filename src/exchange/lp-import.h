/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/** LpRefusal: a row of a file that cannot be taken. */
typedef struct {
  guint  line;    /* in the file, 1 is the heading */
  char  *reason;  /* what is wrong and how to mend it, in the user's language */
} LpRefusal;

/**
 * LpImportOptions: map: field name → column heading; set: field name → value for all rows; both may be NULL.
 */
typedef struct {
  GHashTable *map;
  GHashTable *set;
  gboolean    themes;      /* notes: also make the themes and place the notes */
  gboolean    dry_run;     /* say what would happen */
  gboolean    keep_going;  /* take the good rows even when some are refused */
} LpImportOptions;

/** LpImportResult: with refusals and without keep_going nothing was taken: "taken" is then 0. */
typedef struct {
  guint      taken;
  guint      already_there;
  GPtrArray *refused;      /* of LpRefusal */
} LpImportResult;

LpImportResult *lp_import_notes        (LpStore *store, const LpId *meeting, const char *path,
                                        const LpImportOptions *options, GError **error);
LpImportResult *lp_import_roster       (LpStore *store, const LpId *meeting, const char *path,
                                        const LpImportOptions *options, GError **error);
char           *lp_import_notes_fields (void);
char           *lp_import_roster_fields (void);
void            lp_import_result_free  (LpImportResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpImportResult, lp_import_result_free)

G_END_DECLS
