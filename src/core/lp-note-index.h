/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-db.h"

G_BEGIN_DECLS

/*
 * The index of what notes say, kept by the fold beside the table of notes; for LpSearch. Inside core only.
 *
 * It is an FTS5 table without content, of grams: each character of a word together with the two after it, folded as
 * lp_fold_text() does. So words are found by any part of theirs ("bolig" in "egnebolig"). A note that is deleted
 * is not in it.
 */

/* How many characters are indexed together. */
#define LP_GRAM 3

gboolean lp_note_index_create   (LpDb *db, GError **error);
gboolean lp_note_index_drop     (LpDb *db, GError **error);
gboolean lp_note_index_add      (LpDb *db, gint64 num, const char *text, GError **error);
gboolean lp_note_index_remove   (LpDb *db, gint64 num, const char *text, GError **error);
gboolean lp_note_index_set_time (LpDb *db, const LpId *space, gint64 time, gboolean is_new, GError **error);
gboolean lp_note_index_clean_up (LpDb *db, GError **error);
gboolean lp_note_index_check    (LpDb *db, gboolean *right, GError **error);

gboolean lp_note_index_next_word (const char **at, gsize *length);

G_END_DECLS
