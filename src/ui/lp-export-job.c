/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export-job.h"

#define WHOLE 1000

typedef struct {
  LpDocument  document;
  char       *path;
} File;

struct _LpExportJob {
  gatomicrefcount  references;
  char            *database;
  LpEntity         entity;
  LpId             id;
  LpVariant        variant;
  guint            limit;
  GArray          *files;     /* of File */
  guint            n_written; /* told by the thread; read once it is done, so below */
  guint            n_notes;
  int              done;      /* of WHOLE; atomic */
};

static void
file_clear (gpointer data)
{
  g_free (((File *) data)->path);
}

/** lp_export_job_new: of a meeting, or of all meetings of a panel. @limit: see LpExportOptions. Free with lp_export_job_unref(). */
LpExportJob *
lp_export_job_new (const char *database, LpEntity entity, const LpId *id, LpVariant variant, guint limit)
{
  LpExportJob *self = g_new0 (LpExportJob, 1);

  g_atomic_ref_count_init (&self->references);
  self->database = g_strdup (database);
  self->entity = entity;
  self->id = *id;
  self->variant = variant;
  self->limit = limit;
  self->files = g_array_new (FALSE, FALSE, sizeof (File));
  g_array_set_clear_func (self->files, file_clear);
  return self;
}

LpExportJob *
lp_export_job_ref (LpExportJob *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lp_export_job_unref (LpExportJob *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->database);
  g_array_unref (self->files);
  g_free (self);
}

void
lp_export_job_add (LpExportJob *self, LpDocument document, const char *path)
{
  File file = { document, g_strdup (path) };

  g_array_append_val (self->files, file);
}

static void
progress_cb (double fraction, gpointer data)
{
  LpExportJob *self = data;

  g_atomic_int_set (&self->done, (int) ((self->n_written + fraction) / self->files->len * WHOLE));
}

static gboolean
write_file (LpExportJob *self, LpReader *reader, const File *file, GCancellable *cancellable, LpExportResult *result, GError **error)
{
  LpExportOptions options = { file->document, self->variant, self->limit };

  if (self->entity == LP_PANEL)
    return lp_export_panel (reader, &self->id, file->path, &options, cancellable, progress_cb, self, result, error);
  return lp_export (reader, &self->id, file->path, &options, cancellable, progress_cb, self, result, error);
}

static gboolean
write_files (LpExportJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LpReader) reader = lp_reader_open (self->database, error);

  for (guint i = 0; reader != NULL && i < self->files->len; i++)
    {
      const File *file = &g_array_index (self->files, File, i);
      LpExportResult result = { 0 };

      if (!write_file (self, reader, file, cancellable, &result, error))
        return FALSE;
      self->n_written++;
      self->n_notes = MAX (self->n_notes, result.notes);
    }
  return reader != NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (write_files (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/** lp_export_job_run_async: stops at the first file that cannot be written. */
void
lp_export_job_run_async (LpExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lp_export_job_run_async);
  g_task_set_task_data (task, lp_export_job_ref (self), (GDestroyNotify) lp_export_job_unref);
  /* what was written is there, whether or not it was cancelled meanwhile */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
lp_export_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
lp_export_job_get_n_files (LpExportJob *self)
{
  return self->files->len;
}

LpDocument
lp_export_job_get_document (LpExportJob *self, guint file)
{
  return g_array_index (self->files, File, file).document;
}

const char *
lp_export_job_get_path (LpExportJob *self, guint file)
{
  return g_array_index (self->files, File, file).path;
}

double
lp_export_job_get_fraction (LpExportJob *self)
{
  return (double) g_atomic_int_get (&self->done) / WHOLE;
}

guint
lp_export_job_get_n_written (LpExportJob *self)
{
  return self->n_written;
}

guint
lp_export_job_get_n_notes (LpExportJob *self)
{
  return self->n_notes;
}
