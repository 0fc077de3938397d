/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LpPartFile: a file while it is being written, under a passing name in the folder of the one it is to
 * become.
 */
typedef struct _LpPartFile LpPartFile;

LpPartFile *lp_part_file_new       (const char *path, GError **error);
const char *lp_part_file_get_path  (LpPartFile *self);
void        lp_part_file_set_error (LpPartFile *self, int error_number, GError **error);
/* What is there now; NULL and an error. To be compared with what was written: a full disk may have taken less, and said nothing. */
GBytes     *lp_part_file_read_back (LpPartFile *self, GError **error);
void        lp_part_file_set_short (LpPartFile *self, GError **error); /* it is not all there */
gboolean    lp_part_file_finish    (LpPartFile *self, GCancellable *cancellable, GError **error);
void        lp_part_file_free      (LpPartFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPartFile, lp_part_file_free)

G_END_DECLS
