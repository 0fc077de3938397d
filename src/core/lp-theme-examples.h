/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/** LpThemeExample: a note and the themes of the meeting at hand that it tells of. Numbers are those of records. */
typedef struct {
  gint64        note;
  const char   *text;
  const gint64 *themes;   /* those it is in; of another meeting's note, those that have the name of its own */
  guint         n_themes; /* 0: a loose note */
  gboolean      earlier;  /* of another meeting of the panel */
} LpThemeExample;

typedef void (*LpThemeFunc)   (gint64 theme, const char *name, const char *description, gpointer data);
typedef void (*LpExampleFunc) (const LpThemeExample *example, gpointer data);

gboolean lp_theme_examples_load (LpReader *reader, const LpId *meeting, LpThemeFunc take_theme,
                                 LpExampleFunc take_example, gpointer data, GError **error);

G_END_DECLS
