/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-pipe.h"

#include <string.h>

#define N_BATCHES 8
#define BATCH_LINES 256
#define BATCH_BYTES (256 * 1024) /* of texts; a single line may have more */
#define CHUNK_BYTES (32 * 1024)

/* What goes from hand to hand: whoever has a batch has it alone. */
typedef struct {
  GArray       *lines; /* of LpNoteLine, their strings in texts */
  GStringChunk *texts;
  gsize         size;  /* bytes of texts */
  gboolean      last;  /* nothing comes after it */
  GError       *error; /* why not; NULL when all was read */
} Batch;

struct _LpNotePipe {
  LpNoteStream *stream;
  GThread      *thread;
  Batch         batches[N_BATCHES];
  Batch         stop;  /* instead of an empty one: nobody wants more */
  GAsyncQueue  *empty; /* to the thread */
  GAsyncQueue  *full;  /* and back */
  Batch        *batch; /* being taken from, or NULL */
  guint         at;    /* in its lines */
};

static void
add_line (Batch            *batch,
          const LpNoteLine *line)
{
  LpNoteLine kept = *line;
  const char **texts[] = {
    &kept.code, &kept.kind, &kept.text, &kept.public_text, &kept.perspective, &kept.profile, &kept.municipality,
    &kept.verbatim, &kept.consent, &kept.status, &kept.theme, &kept.other_themes, &kept.item,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length = strlen (*texts[i]);

      *texts[i] = g_string_chunk_insert_len (batch->texts, *texts[i], length);
      batch->size += length;
    }
  g_array_append_val (batch->lines, kept);
}

static void
fill (Batch        *batch,
      LpNoteStream *stream)
{
  const LpNoteLine *line = NULL;

  g_array_set_size (batch->lines, 0);
  g_string_chunk_clear (batch->texts);
  batch->size = 0;
  while (batch->lines->len < BATCH_LINES && batch->size < BATCH_BYTES)
    {
      line = lp_note_stream_next (stream, &batch->error);
      if (!line)
        {
          batch->last = TRUE;
          return;
        }
      add_line (batch, line);
    }
}

static gpointer
read_thread (gpointer data)
{
  LpNotePipe *self = data;
  Batch *batch = g_async_queue_pop (self->empty);
  gboolean last = FALSE;

  while (batch != &self->stop && !last)
    {
      fill (batch, self->stream);
      last = batch->last;
      g_async_queue_push (self->full, batch);
      if (!last)
        batch = g_async_queue_pop (self->empty);
    }

  return NULL;
}

/** lp_note_pipe_new: @stream: (transfer full): begins to read it */
LpNotePipe *
lp_note_pipe_new (LpNoteStream *stream)
{
  LpNotePipe *self = g_new0 (LpNotePipe, 1);

  self->stream = stream;
  self->empty = g_async_queue_new ();
  self->full = g_async_queue_new ();
  for (guint i = 0; i < N_BATCHES; i++)
    {
      self->batches[i].lines = g_array_sized_new (FALSE, FALSE, sizeof (LpNoteLine), BATCH_LINES);
      self->batches[i].texts = g_string_chunk_new (CHUNK_BYTES);
      g_async_queue_push (self->empty, &self->batches[i]);
    }
  self->thread = g_thread_new ("notes", read_thread, self);

  return self;
}

/**
 * lp_note_pipe_next: Returns: (transfer none): the next note, until the next call; %NULL after the last, or
 * with an error
 */
const LpNoteLine *
lp_note_pipe_next (LpNotePipe  *self,
                   GError     **error)
{
  while (!self->batch || self->at == self->batch->lines->len)
    {
      if (self->batch && self->batch->last)
        {
          if (self->batch->error)
            g_propagate_error (error, g_steal_pointer (&self->batch->error));
          return NULL;
        }
      if (self->batch)
        g_async_queue_push (self->empty, self->batch);
      self->batch = g_async_queue_pop (self->full);
      self->at = 0;
    }

  return &g_array_index (self->batch->lines, LpNoteLine, self->at++);
}

/** lp_note_pipe_free: also before the last note: waits until the thread has left the reader. */
void
lp_note_pipe_free (LpNotePipe *self)
{
  g_async_queue_push_front (self->empty, &self->stop);
  g_thread_join (self->thread);

  for (guint i = 0; i < N_BATCHES; i++)
    {
      g_array_unref (self->batches[i].lines);
      g_string_chunk_free (self->batches[i].texts);
      g_clear_error (&self->batches[i].error);
    }
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  lp_note_stream_free (self->stream);
  g_free (self);
}
