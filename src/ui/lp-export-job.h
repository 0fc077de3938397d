/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-export.h"

G_BEGIN_DECLS

/**
 * LpExportJob: files that are written one after the other, on a thread of their own. Put together first, then run once.
 */
typedef struct _LpExportJob LpExportJob;

/* entity: LP_MEETING or LP_PANEL */
LpExportJob *lp_export_job_new           (const char *database, LpEntity entity, const LpId *id, LpVariant variant, guint limit);
LpExportJob *lp_export_job_ref           (LpExportJob *self);
void         lp_export_job_unref         (LpExportJob *self);
void         lp_export_job_add           (LpExportJob *self, LpDocument document, const char *path);
void         lp_export_job_run_async     (LpExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean     lp_export_job_run_finish    (GAsyncResult *result, GError **error);

guint        lp_export_job_get_n_files   (LpExportJob *self);
LpDocument   lp_export_job_get_document  (LpExportJob *self, guint file);
const char  *lp_export_job_get_path      (LpExportJob *self, guint file);
double       lp_export_job_get_fraction  (LpExportJob *self);             /* while it runs: 0.0 to 1.0 */
guint        lp_export_job_get_n_written (LpExportJob *self);             /* the first so many are there */
guint        lp_export_job_get_n_notes   (LpExportJob *self);             /* in each of them */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpExportJob, lp_export_job_unref)

G_END_DECLS
