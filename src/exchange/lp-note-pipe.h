/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-note-stream.h"

G_BEGIN_DECLS

/**
 * LpNotePipe: a stream of notes that a thread of its own reads ahead, by a few batches: who writes them down
 * does not wait for the database. The reader, and whoever the stream tells of the notes, belong to that
 * thread until the pipe has given its last note or is freed.
 */
typedef struct _LpNotePipe LpNotePipe;

LpNotePipe       *lp_note_pipe_new  (LpNoteStream *stream);
const LpNoteLine *lp_note_pipe_next (LpNotePipe *self, GError **error);
void              lp_note_pipe_free (LpNotePipe *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNotePipe, lp_note_pipe_free)

G_END_DECLS
