/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-sample.h"

#include "lp-edit.h"
#include "lp-exchange-resources.h"
#include "lp-importer.h"
#include "lp-meeting.h"

#define SAMPLE "/dk/udsatte/Landspanel/sample/"
#define DATE "2026-11-24"

/* The words of the sample are Danish whatever the user's language: so are its notes. */
static LpChangeSet *
make_meeting (LpReader  *reader,
              LpId      *meeting,
              GError   **error)
{
  static const LpMeetingDraft draft = {
    .title = "Kick-off-møde",
    .date = DATE,
    .place = "Nyborg",
    .panel = "Landspanelet",
    .start = 9 * 60,
  };
  g_autoptr (LpTemplate) template_ = lp_template_load_in ("landspanel-kickoff", "da", error);
  g_autoptr (LpChangeSet) changes = NULL;
  LpEdit *edit = NULL;

  if (template_)
    changes = lp_meeting_create (reader, template_, &draft, meeting, error);
  if (!changes)
    return NULL;
  edit = lp_change_set_put (changes, LP_MEETING, meeting, meeting);
  lp_edit_text (edit, LP_MEETING_PURPOSE, "Eksempel: alle mennesker og noter er opfundne.");
  lp_edit_text (edit, LP_MEETING_NEXT_STEPS,
                "1. december: alle, der var med, får opsamlingen tilsendt.\n"
                "15. december: rådet drøfter anbefalingerne.\n"
                "Januar: anbefalingerne sendes til ministeren, og panelet hører, hvad der blev svaret.");
  lp_edit_text (edit, LP_MEETING_CONTACT, "Rådets sekretariat");

  return g_steal_pointer (&changes);
}

/* For each kind the first item of the new agenda that captures it. */
static void
find_items (LpChangeSet *changes,
            LpId         items[LP_N_KINDS])
{
  GPtrArray *edits = lp_change_set_get_edits (changes);

  for (guint i = 0; i < edits->len; i++)
    {
      const LpEdit *edit = g_ptr_array_index (edits, i);
      const LpValue *kinds = NULL;
      guint captured = 0;

      if (edit->entity == LP_AGENDA_ITEM)
        kinds = lp_edit_find (edit, LP_AGENDA_ITEM_KINDS);
      if (kinds && kinds->kind == LP_VALUE_TEXT)
        captured = lp_kinds_parse (kinds->text);

      for (guint kind = 0; kind < LP_N_KINDS; kind++)
        {
          if ((captured & (1u << kind)) && !lp_id_is_set (&items[kind]))
            items[kind] = edit->object;
        }
    }
}

/**
 * lp_sample_load_table:
 * @name: "notes.csv" or "roster.csv"
 *
 * Returns: (transfer full): what the sample meeting is made of
 */
LpCsv *
lp_sample_load_table (const char  *name,
                      GError     **error)
{
  g_autofree char *path = g_strconcat (SAMPLE, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lp_exchange_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes ? lp_csv_parse (bytes, name, error) : NULL;
}

static gboolean
add_table (LpChangeSet           *changes,
           const LpImportRecipe  *recipe,
           const char            *name,
           LpReader              *reader,
           const LpId            *meeting,
           GError               **error)
{
  g_autoptr (LpImporter) importer = lp_importer_new (recipe, reader, meeting, DATE);
  g_autoptr (GArray) rows = NULL;
  LpCsv *csv = lp_sample_load_table (name, error);

  if (!csv || !lp_importer_open (importer, csv, NULL, NULL, error))
    return FALSE;

  importer->themes = TRUE;
  find_items (changes, importer->items);
  rows = lp_importer_read (importer, error);

  return rows && recipe->put_rows (importer, rows, changes, error);
}

/**
 * lp_sample_create:
 * @meeting: (out): the new meeting's id
 *
 * May be called on any thread.
 *
 * Returns: %FALSE and an error when it could not be stored
 */
gboolean
lp_sample_create (LpStore  *store,
                  LpId     *meeting,
                  GError  **error)
{
  /* not the store's, which is the main thread's */
  g_autoptr (LpReader) reader = lp_reader_open (lp_store_get_path (store), error);
  g_autoptr (LpChangeSet) changes = reader ? make_meeting (reader, meeting, error) : NULL;

  return changes
         && add_table (changes, &lp_import_roster_recipe, "roster.csv", reader, meeting, error)
         && add_table (changes, &lp_import_notes_recipe, "notes.csv", reader, meeting, error)
         && lp_store_commit (store, changes, error);
}
