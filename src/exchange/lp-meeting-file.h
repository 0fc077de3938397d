/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "lp-schema.h"

G_BEGIN_DECLS

/**
 * LpMeetingFile: the file of a whole meeting while it is read, object by object, however the JSON in it is laid out. Not for use
 * outside of this folder.
 */
typedef struct _LpMeetingFile LpMeetingFile;

LpMeetingFile *lp_meeting_file_open       (const char *path, GError **error);
void           lp_meeting_file_free       (LpMeetingFile *self);
JsonObject    *lp_meeting_file_get_member (LpMeetingFile *self, const char *name, GError **error);
void           lp_meeting_file_rewind     (LpMeetingFile *self);
gboolean       lp_meeting_file_next       (LpMeetingFile *self, LpEntity *entity, JsonObject **object, GError **error);
double         lp_meeting_file_get_share  (LpMeetingFile *self);
void           lp_meeting_file_refuse     (LpMeetingFile *self, GError **error, const char *format,
                                           ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpMeetingFile, lp_meeting_file_free)

G_END_DECLS
