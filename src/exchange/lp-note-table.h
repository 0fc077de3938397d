/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-note-changes.h"

G_BEGIN_DECLS

/* A column of a table of notes; the first ones are what can be changed. */
enum {
  LP_NOTE_TABLE_CODE = LP_N_NOTE_CHANGES,
  LP_NOTE_TABLE_TIME,
  LP_N_NOTE_TABLE_COLUMNS,
};

/** LpNoteTable: the notes as a file has them, from a workbook or from CSV. Not for use outside of this folder. */
typedef struct {
  GPtrArray *rows;                              /* of LpXlsxRow, below the headings */
  int        columns[LP_N_NOTE_TABLE_COLUMNS];  /* where they are; -1: not there */
  gboolean   of_panel;                          /* it says of which meeting each is */
} LpNoteTable;

LpNoteTable *lp_note_table_read (const char *path, GError **error);
void         lp_note_table_free (LpNoteTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNoteTable, lp_note_table_free)

G_END_DECLS
