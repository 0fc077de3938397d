/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-import.h"

G_BEGIN_DECLS

/** LpRosterField: what a column of a roster can be. */
typedef enum {
  LP_ROSTER_FIELD_NAME,
  LP_ROSTER_FIELD_ORGANISATION,
  LP_ROSTER_FIELD_ROLE,
  LP_ROSTER_FIELD_TABLE,
  LP_ROSTER_FIELD_MUNICIPALITY,
  LP_ROSTER_FIELD_PERSPECTIVE,
  LP_ROSTER_N_FIELDS,
} LpRosterField;

/**
 * LpRosterFile: a table of participants, from a file or from the clipboard, before it is taken in: what is
 * what in it can be looked at and changed, and nothing is taken by looking.
 */
typedef struct _LpRosterFile LpRosterFile;

LpRosterFile   *lp_roster_file_open            (const char *path, GError **error);
LpRosterFile   *lp_roster_file_parse           (const char *text, GError **error);
void            lp_roster_file_free            (LpRosterFile *self);

gboolean        lp_roster_file_get_has_heading (LpRosterFile *self);
void            lp_roster_file_set_has_heading (LpRosterFile *self, gboolean has_heading);
guint           lp_roster_file_get_n_columns   (LpRosterFile *self);
const char     *lp_roster_file_get_heading     (LpRosterFile *self, guint column);
guint           lp_roster_file_get_n_rows      (LpRosterFile *self);
const char     *lp_roster_file_get_cell        (LpRosterFile *self, guint row, guint column);

int             lp_roster_file_get_column      (LpRosterFile *self, LpRosterField field); /* -1: none */
void            lp_roster_file_set_column      (LpRosterFile *self, LpRosterField field, int column);

LpImportResult *lp_roster_file_take            (LpRosterFile *self, LpReader *reader, const LpId *meeting,
                                                gboolean keep_going, LpChangeSet **changes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRosterFile, lp_roster_file_free)

G_END_DECLS
