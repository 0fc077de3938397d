/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

typedef enum {
  LP_VARIANT_PUBLIC,   /* for anybody: nobody is exposed */
  LP_VARIANT_INTERNAL, /* for the house alone: everything */
  LP_N_VARIANTS,
} LpVariant;

/** LpLeave: why a note does not come along in what is public. Each is counted under the first that holds. */
typedef enum {
  LP_LEAVE_NOT_PERMITTED, /* who said it has not agreed to be quoted */
  LP_LEAVE_STORY,         /* a story that its teller has not approved, or not agreed to have published */
  LP_LEAVE_KEPT_BACK,     /* somebody has read it and kept it back */
  LP_LEAVE_FLAGGED,       /* something in it tells who somebody is, and nobody let it stand */
  LP_LEAVE_UNREVIEWED,    /* nobody has read it with that in mind */
  LP_N_LEAVES,
} LpLeave;

/* Fewer than this in a cell of a table are hidden, unless a setting says otherwise. */
#define LP_PUBLICATION_LIMIT 3

/* What stands in the place of what is hidden. */
#define LP_HIDDEN_MARK "–"

/**
 * LpPublication: which notes of a meeting come along in a file that leaves the house, which of them are quotes, and which figures
 * about those who spoke are shown. Notes in it are told apart by their number in the database. In the internal variant all come
 * along, and all is shown.
 */
typedef struct _LpPublication LpPublication;

LpPublication *lp_publication_load              (LpReader *reader, const LpId *meeting, LpVariant variant, guint limit,
                                                 GCancellable *cancellable, GError **error);
LpVariant      lp_publication_get_variant       (LpPublication *self);
gboolean       lp_publication_has               (LpPublication *self, gint64 num);
gboolean       lp_publication_has_quote         (LpPublication *self, gint64 num);
gboolean       lp_publication_shows_perspective (LpPublication *self, gint64 num);
gboolean       lp_publication_shows_count       (LpPublication *self, const LpId *theme, guint perspective);
void           lp_publication_set_limit         (LpPublication *self, guint limit);
char          *lp_publication_clean             (LpPublication *self, const char *text);
guint          lp_publication_get_limit         (LpPublication *self);
guint          lp_publication_get_total         (LpPublication *self);
guint          lp_publication_get_left          (LpPublication *self, LpLeave leave);
guint          lp_publication_get_n_notes       (LpPublication *self);
guint          lp_publication_get_n_quotes      (LpPublication *self);
guint          lp_publication_get_n_unattributed (LpPublication *self);
guint          lp_publication_get_n_hidden      (LpPublication *self);
GBytes        *lp_publication_list_left         (LpPublication *self, LpLeave leave);
GBytes        *lp_publication_list_unattributed (LpPublication *self);
void           lp_publication_free              (LpPublication *self);

const char    *lp_leave_reason                  (LpLeave leave);

/* Beside lp_publication_shows_count (): the column of notes of which no perspective is known. */
#define LP_PERSPECTIVE_UNKNOWN LP_N_PERSPECTIVES

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPublication, lp_publication_free)

G_END_DECLS
