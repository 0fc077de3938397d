/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

#define LP_TYPE_LIST (lp_list_get_type ())

/**
 * LpList: a GListModel of LpRecord that is the answer to a query. Holds a number per row and makes records on demand;
 * follows the store's "changed".
 */
G_DECLARE_FINAL_TYPE (LpList, lp_list, LP, LIST, GObject)

/** LpNoteFilter: which notes; all set members must hold. A zeroed one, kind -1 and table -1, is "all". */
typedef struct {
  int         kind;        /* LpKind, or -1 */
  int         table;       /* or -1 */
  const char *perspective; /* id, or NULL */
  LpId        theme;       /* or unset */
  gboolean    loose;       /* only those without a theme */
  const char *text;        /* words to find, or NULL */
  gboolean    verbatim;    /* only quotes */
  gboolean    unreviewed;  /* only those that nobody has reviewed */
  gboolean    read_back;   /* only those confirmed by who said it */
  GBytes     *among;       /* or NULL; a byte for each lp_record_get_num (), 1: it is let through */
} LpNoteFilter;

#define LP_NOTE_FILTER_ALL ((LpNoteFilter) { .kind = -1, .table = -1 })

LpList   *lp_list_new_meetings    (LpStore *store);                          /* newest date first */
LpList   *lp_list_new_panels      (LpStore *store);                          /* by name */
LpList   *lp_list_new_agenda      (LpStore *store, const LpId *meeting);     /* in order */
LpList   *lp_list_new_themes      (LpStore *store, const LpId *meeting);     /* in order */
LpList   *lp_list_new_notes       (LpStore *store, const LpId *meeting);     /* newest first */
/* dreams, concerns, others, each in order */
LpList   *lp_list_new_theme_notes (LpStore *store, const LpId *theme);
/* that may be shown, newest first */
LpList   *lp_list_new_wall        (LpStore *store, const LpId *meeting, LpKind kind);
LpList   *lp_list_new_unreviewed  (LpStore *store, const LpId *meeting);     /* notes, newest first */
LpList   *lp_list_new_deleted_notes (LpStore *store, const LpId *meeting);   /* that can be restored, newest first */
void      lp_list_set_filter      (LpList *self, const LpNoteFilter *filter); /* for lp_list_new_notes () */
gboolean  lp_list_find            (LpList *self, const LpId *id, guint *position);
gint64    lp_list_get_num         (LpList *self, guint position);

G_END_DECLS
