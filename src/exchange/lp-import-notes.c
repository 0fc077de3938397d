/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-importer.h"

#include "lp-moment.h"
#include "lp-note-actions.h"
#include "lp-placing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { TEXT, KIND, TIME, TABLE, PERSPECTIVE, PROFILE, MUNICIPALITY, VERBATIM, CONSENT, THEME, N_FIELDS };

typedef struct {
  LpId        id;
  LpNoteDraft draft;
  const char *theme;
} NoteRow;

static const LpColumnSpec specs[N_FIELDS] = {
  [TEXT] = { "text", LP_NOTE, LP_NOTE_TEXT,
             { "text", "tekst", "note", "noten", "notetext", "notetekst", "udsagn" }, TRUE },
  [KIND] = { "kind", LP_NOTE, LP_NOTE_KIND,
             { "kind", "slags", "type", "art", "notetype" }, TRUE },
  [TIME] = { "time", LP_NOTE, LP_NOTE_TIME,
             { "time", "tid", "klokkeslaet", "klokken", "kl", "tidspunkt" } },
  [TABLE] = { "table", LP_NOTE, LP_NOTE_TABLE,
              { "table", "bord", "tablenumber", "tableno", "bordnummer", "bordnr" } },
  [PERSPECTIVE] = { "perspective", LP_NOTE, LP_NOTE_PERSPECTIVE,
                    { "perspective", "perspektiv" } },
  [PROFILE] = { "profile", LP_NOTE, LP_NOTE_PROFILE,
                { "profile", "profil" } },
  [MUNICIPALITY] = { "municipality", LP_NOTE, LP_NOTE_MUNICIPALITY,
                     { "municipality", "kommune" } },
  [VERBATIM] = { "verbatim_quote", LP_NOTE, LP_NOTE_VERBATIM,
                 { "verbatimquote", "verbatim", "ordretcitat", "ordret" }, .alias = "verbatim" },
  [CONSENT] = { "consent", LP_NOTE, LP_NOTE_CONSENT,
                { "consent", "samtykke", "maaciteres", "tilladelse", "maybequoted", "samtykketilcitat" } },
  [THEME] = { "theme", LP_THEME, LP_THEME_NAME,
              { "theme", "tema" }, .alias = "themes" },
};

static gboolean
read_text (LpImporter *importer,
           guint       row,
           NoteRow    *out)
{
  out->draft.text = lp_importer_text (importer, row, TEXT);
  if (out->draft.text[strspn (out->draft.text, " \t\n")] != '\0')
    return TRUE;

  lp_importer_refuse (importer, row, _("The text is missing. Write what was said, or remove the row."));
  return FALSE;
}

static gboolean
read_kind (LpImporter *importer,
           guint       row,
           NoteRow    *out)
{
  const char *word = lp_importer_word (importer, row, KIND);

  if (lp_kind_find (word, &out->draft.kind))
    return TRUE;

  if (*word == '\0')
    lp_importer_refuse (importer, row,
                        _("The kind is missing. Write dream, concern, experience, proposal or story."));
  else
    lp_importer_refuse (importer, row,
                        _("“%s” is not a kind of note. Write dream, concern, experience, proposal or story."),
                        word);
  return FALSE;
}

static gboolean
read_time (LpImporter *importer,
           guint       row,
           NoteRow    *out)
{
  const char *word = lp_importer_word (importer, row, TIME);

  if (*word == '\0' || lp_moment_parse (word, importer->date, &out->draft.time))
    return TRUE;

  lp_importer_refuse (importer, row,
                      _("“%s” is not a time. Write it as 10:18 or 2026-11-24 10:18, or leave it out."), word);
  return FALSE;
}

/* All but the theme: a note stays the same when it is moved. The time as it is written: the meeting's date
 * may change. */
static void
identify (LpImporter *importer,
          guint       row,
          NoteRow    *note,
          GString    *content)
{
  const LpNoteDraft *draft = &note->draft;

  lp_importer_identify (content, "note");
  lp_importer_identify (content, draft->text);
  lp_importer_identify (content, lp_kind_id (draft->kind));
  lp_importer_identify (content, lp_importer_word (importer, row, TIME));
  lp_importer_identify (content, draft->perspective);
  lp_importer_identify (content, draft->profile);
  lp_importer_identify (content, draft->municipality);
  g_string_append_printf (content, "%d %d %d", draft->table, draft->verbatim, draft->consent);
}

static gboolean
read_field (LpImporter *importer,
            guint       row,
            guint       field,
            gpointer    out)
{
  NoteRow *note = out;
  LpNoteDraft *draft = &note->draft;

  switch (field)
    {
    case TEXT:
      return read_text (importer, row, note);
    case KIND:
      return read_kind (importer, row, note);
    case TIME:
      return read_time (importer, row, note);
    case TABLE:
      return lp_importer_table (importer, row, TABLE, &draft->table);
    case PERSPECTIVE:
      return lp_importer_perspective (importer, row, PERSPECTIVE, &draft->perspective);
    case PROFILE:
      draft->profile = lp_importer_word (importer, row, PROFILE);
      return TRUE;
    case MUNICIPALITY:
      draft->municipality = lp_importer_word (importer, row, MUNICIPALITY);
      return TRUE;
    case VERBATIM:
      return lp_importer_flag (importer, row, VERBATIM, &draft->verbatim);
    case CONSENT:
      return lp_importer_flag (importer, row, CONSENT, &draft->consent);
    case THEME:
      note->theme = lp_importer_word (importer, row, THEME);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
end_row (LpImporter *importer,
         guint       row,
         gpointer    out,
         GString    *content)
{
  NoteRow *note = out;

  note->draft.item = importer->items[note->draft.kind];
  identify (importer, row, note, content);
}

/* A note without a time is of now. */
static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  guint64 one = (guint64) ((const NoteRow *) a)->draft.time - 1;
  guint64 other = (guint64) ((const NoteRow *) b)->draft.time - 1;

  return (one > other) - (one < other);
}

/* In the order in which it was said: codes tell it, and the newest are then found fastest (lp-note-search.c). */
static gboolean
put_rows (LpImporter   *importer,
          GArray       *rows,
          LpChangeSet  *changes,
          GError      **error)
{
  g_autoptr (LpPlacing) placing = NULL;

  if (importer->themes)
    {
      placing = lp_placing_new (importer->reader, &importer->meeting, error);
      if (!placing)
        return FALSE;
    }

  g_array_sort (rows, compare_times); /* which leaves the others as they stand in the file */
  for (guint i = 0; i < rows->len; i++)
    {
      NoteRow *note = &g_array_index (rows, NoteRow, i);

      lp_note_create (changes, importer->reader, &importer->meeting, &note->draft, &note->id);
      if (placing && *note->theme != '\0'
          && !lp_placing_put (placing, changes, &note->id, note->theme, error))
        return FALSE;
    }

  return TRUE;
}

static char *
title (guint n_rows)
{
  return g_strdup_printf (ngettext ("Import %u note", "Import %u notes", n_rows), n_rows);
}

const LpImportRecipe lp_import_notes_recipe = {
  .entity = LP_NOTE,
  .specs = specs,
  .n_specs = N_FIELDS,
  .row_size = sizeof (NoteRow),
  .read_field = read_field,
  .end_row = end_row,
  .put_rows = put_rows,
  .title = title,
};
