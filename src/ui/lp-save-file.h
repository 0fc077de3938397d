/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** LpSaveKind: a sort of file that is saved, and how. Its words are untranslated. */
typedef struct {
  const char    *title;   /* of the dialog */
  const char    *accept;  /* its button, or NULL for the usual */
  const char    *files;   /* what such files are called in a list, or NULL */
  const char    *ending;  /* with its dot */
  const char    *failure; /* what is said when it was not saved */
  gboolean     (*write)  (gpointer what, const char *path, GError **error);
  GDestroyNotify free;    /* of what is written */
} LpSaveKind;

/* Whether a file that is there may be replaced; answers "replace" or "cancel". */
AdwAlertDialog *lp_save_file_question_new (const char *path);

void lp_save_file (GtkWidget *from, const LpSaveKind *kind, const char *name, gpointer what);

G_END_DECLS
