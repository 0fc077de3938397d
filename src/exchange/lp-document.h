/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LpDocument: what can be exported of a meeting. In the order in which it is offered. */
typedef enum {
  LP_DOCUMENT_WORKBOOK,
  LP_DOCUMENT_SUMMARY,     /* two sheets */
  LP_DOCUMENT_NOTES,       /* a table; the last of those that most people want */
  LP_DOCUMENT_HANDOUT,     /* one sheet, for who was there */
  LP_DOCUMENT_THEMES,      /* all themes with all notes */
  LP_DOCUMENT_MEETING,     /* everything, names too: internal alone */
  LP_DOCUMENT_STORY_COUNT, /* has no word of a note */
  LP_N_DOCUMENTS,
} LpDocument;

/** LpDocumentInfo: what is said of a document. */
typedef struct {
  const char *id;       /* in the command line, and in the trace that is left of the file: see lp-trace.h */
  const char *ending;   /* of the file: ".pdf" */
  const char *label;    /* "Workbook"; untranslated, as what follows */
  const char *subtitle; /* what is in it */
  const char *file;     /* follows the meeting's name in that of the file: "summary"; or NULL */
  const char *files;    /* what the file is, where one chooses a place for it */
} LpDocumentInfo;

const LpDocumentInfo *lp_document_info     (LpDocument document);
gboolean              lp_document_find     (const char *id, LpDocument *document);
gboolean              lp_document_of_path  (const char *path, LpDocument *document);
gboolean              lp_document_fits     (LpDocument document, const char *path);

G_END_DECLS
