/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"

G_BEGIN_DECLS

#define LP_DIGEST_SIZE 16

typedef enum {
  LP_OP_PUT,    /* sets fields */
  LP_OP_ERASE,  /* the object is gone for good */
  LP_OP_SCRUB,  /* what the named fields held is gone for good */
} LpOpKind;

/**
 * LpOp: one immutable change, as the log keeps it and machines pass it on.
 *
 * A stream is one run of the program; seq counts 1, 2, 3 … in it. stamp is a hybrid logical clock: milliseconds since
 * 1970 << 16, or more; (stamp, stream) orders all operations. previous is the newest stamp on the object that the writer had seen,
 * 0 for none. body is JSON, NULL once it was erased; the digest is over everything, so that the skeleton of an erased operation
 * still stands for it.
 */
typedef struct {
  LpId    stream;
  gint64  seq;
  gint64  stamp;
  int     kind;    /* LpOpKind; others come from newer versions */
  char   *entity;  /* name in the schema, or one of a newer version */
  LpId    space;
  LpId    object;
  gint64  previous;
  guint8  digest[LP_DIGEST_SIZE];
  char   *body;
} LpOp;

void      lp_op_clear   (LpOp *op);
void      lp_op_copy    (LpOp *to, const LpOp *from);
void      lp_op_seal    (LpOp *op);
gboolean  lp_op_is_sealed (const LpOp *op);
int       lp_op_compare (gint64 stamp_a, const LpId *stream_a, gint64 stamp_b, const LpId *stream_b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpOp, lp_op_clear)

G_END_DECLS
