/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-document.h"

#include "lp-story-count.h"
#include "lp-trace.h"

#include <glib/gi18n-lib.h>

static const LpDocumentInfo documents[LP_N_DOCUMENTS] = {
  [LP_DOCUMENT_WORKBOOK] = { LP_TRACE_WORKBOOK, ".xlsx", N_("Workbook"),
                             N_(".xlsx · overview, themes, notes, quotes, recommendations"), NULL, N_("Workbooks (.xlsx)") },
  [LP_DOCUMENT_SUMMARY] = { LP_TRACE_SUMMARY, ".pdf", N_("Summary on Two Pages"),
                            N_(".pdf · figures, themes, quotes and recommendations, to be read and printed"), NULL,
                            N_("Summaries (.pdf)") },
  [LP_DOCUMENT_NOTES] = { LP_TRACE_NOTES, ".csv", N_("Notes"), N_(".csv · for other programs"), NULL, N_("Notes (.csv)") },
  [LP_DOCUMENT_HANDOUT] = { LP_TRACE_HANDOUT, ".pdf", N_("What You Said Today"),
                            N_(".pdf · one page in plain words for those who were there"), N_("what you said"),
                            N_("Hand-outs (.pdf)") },
  [LP_DOCUMENT_THEMES] = { LP_TRACE_THEMES, ".pdf", N_("All Themes and Notes"),
                           N_(".pdf · every note under its theme, to be read from start to end"), N_("all themes"),
                           N_("Documents (.pdf)") },
  [LP_DOCUMENT_MEETING] = { LP_TRACE_MEETING, ".json", N_("Whole Meeting"),
                            N_(".json · everything, to be kept or imported on another computer"), NULL,
                            N_("Whole meetings (.json)") },
  [LP_DOCUMENT_STORY_COUNT] = { LP_TRACE_STORY_COUNT, ".html", N_("Number of Stories"),
                                N_(".html or .json · for a website: the count and the goal, no words"), NULL,
                                N_("Number of stories (.html, .json)") },
};

const LpDocumentInfo *
lp_document_info (LpDocument document)
{
  g_return_val_if_fail (document < LP_N_DOCUMENTS, NULL);

  return &documents[document];
}

/** lp_document_find: Returns: whether a document has that id; else @document is left alone */
gboolean
lp_document_find (const char *id,
                  LpDocument *document)
{
  for (LpDocument i = 0; i < LP_N_DOCUMENTS; i++)
    {
      if (!g_str_equal (documents[i].id, id))
        continue;
      *document = i;
      return TRUE;
    }
  return FALSE;
}

/** lp_document_fits: whether a file of that name can hold the document. */
gboolean
lp_document_fits (LpDocument  document,
                  const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return document == LP_DOCUMENT_STORY_COUNT ? lp_story_count_has_ending (folded)
                                             : g_str_has_suffix (folded, documents[document].ending);
}

/** lp_document_of_path: what a file of that name is unless one says otherwise. Returns: whether the ending is known */
gboolean
lp_document_of_path (const char *path,
                     LpDocument *document)
{
  for (LpDocument i = 0; i < LP_N_DOCUMENTS; i++)
    {
      if (!lp_document_fits (i, path))
        continue;
      *document = i;
      return TRUE;
    }
  return FALSE;
}
