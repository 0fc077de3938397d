/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LpMark: a part of a text, in bytes. */
typedef struct {
  guint start;
  guint end;
} LpMark;

GArray *lp_marks_find (const char *text, const char *words);

G_END_DECLS
