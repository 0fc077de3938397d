/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

typedef enum {
  LP_NOTES_NEWEST_FIRST,
  LP_NOTES_BY_TABLE,     /* those of none last; of one table, what came in last first: so below */
  LP_NOTES_BY_KIND,
} LpNoteOrder;

/** LpNoteFilter: which notes, and how they are ordered; all set members must hold. A zeroed one, kind -1 and table -1, is "all". */
typedef struct {
  int         kind;        /* LpKind, or -1 */
  int         table;       /* or -1 */
  const char *perspective; /* id, or NULL */
  LpId        theme;       /* or unset */
  gboolean    loose;       /* only those without a theme */
  gboolean    verbatim;    /* only quotes */
  gboolean    unreviewed;  /* only those that nobody has reviewed */
  gboolean    read_back;   /* only those confirmed by who said it */
  gboolean    unused;      /* only those that no recommendation uses */
  LpId        not_of;      /* only those that this recommendation does not use; or unset */
  GBytes     *among;       /* or NULL; a byte for each lp_record_get_num (), 1: it is let through */
  const char *text;        /* what to find, see LpSearch; or NULL */
  LpNoteOrder order;       /* other than newest first, all are found before any is shown */
} LpNoteFilter;

#define LP_NOTE_FILTER_ALL ((LpNoteFilter) { .kind = -1, .table = -1 })

/** LpNoteHit: a note that a filter lets through. Notes stand by (key, num), downwards. */
typedef struct {
  gint64 num;
  gint64 key;  /* newest first: its time, 0 when it has none */
} LpNoteHit;

gboolean  lp_note_filter_is_all   (const LpNoteFilter *filter);

/* Of LpNoteHit, in the order of the filter; transfer full, NULL on error. */
GArray   *lp_note_search_all      (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, GError **error);
GArray   *lp_note_search_newest   (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, guint n,
                                   gint64 deadline, gboolean *complete, GError **error);
gboolean  lp_note_search_one      (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, gint64 num,
                                   LpNoteHit *hit, GError **error);

G_END_DECLS
