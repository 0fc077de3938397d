/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-import.h"

#include "lp-clock.h"
#include "lp-importer.h"
#include "lp-meeting-load.h"

#include <glib/gi18n-lib.h>

/* A meeting without a date is taken to be today. */
static char *
date_of_meeting (LpReader    *reader,
                 const LpId  *meeting,
                 GError     **error)
{
  g_autoptr (LpRecord) record = lp_meeting_load (reader, meeting, error);

  if (!record)
    return NULL;
  if (!lp_date_is_valid (lp_record_text (record, LP_MEETING_DATE)))
    return lp_date_today ();

  return g_strdup (lp_record_text (record, LP_MEETING_DATE));
}

static LpChangeSet *
put_rows (LpImporter  *importer,
          GArray      *rows,
          GError     **error)
{
  g_autofree char *title = importer->recipe->title (rows->len);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  return importer->recipe->put_rows (importer, rows, changes, error) ? g_steal_pointer (&changes) : NULL;
}

/* What was read goes before the commit begins, which itself needs room for every row. */
static gboolean
commit (LpImporter  *importer,
        LpStore     *store,
        GArray      *rows,
        GError     **error)
{
  g_autoptr (LpChangeSet) changes = put_rows (importer, rows, error);

  if (!changes)
    return FALSE;
  g_array_set_size (rows, 0);
  lp_importer_close (importer);

  return lp_store_commit (store, changes, error);
}

static gboolean
run (LpImporter             *importer,
     LpStore                *store,
     const LpImportOptions  *options,
     GError                **error)
{
  g_autoptr (GArray) rows = lp_importer_read (importer, error);
  guint n_rows = rows ? rows->len : 0;

  if (!rows)
    return FALSE;
  if (importer->result->refused->len > 0 && !options->keep_going)
    return TRUE;
  if (n_rows > 0 && !options->dry_run && !commit (importer, store, rows, error))
    return FALSE;

  importer->result->taken = n_rows;
  return TRUE;
}

static LpImportResult *
import_file (const LpImportRecipe   *recipe,
             LpStore                *store,
             const LpId             *meeting,
             const char             *path,
             const LpImportOptions  *options,
             GError                **error)
{
  /* not the store's, which is the main thread's */
  g_autoptr (LpReader) reader = lp_reader_open (lp_store_get_path (store), error);
  g_autofree char *date = reader ? date_of_meeting (reader, meeting, error) : NULL;
  g_autoptr (LpImporter) importer = NULL;
  LpCsv *csv = NULL;

  if (!date)
    return NULL;
  csv = lp_csv_read (path, error);
  if (!csv)
    return NULL;

  importer = lp_importer_new (recipe, reader, meeting, date);
  importer->themes = options->themes;
  if (!lp_importer_open (importer, csv, options->map, options->set, error)
      || !run (importer, store, options, error))
    return NULL;

  return g_steal_pointer (&importer->result);
}

/**
 * lp_import_notes:
 * @path: a table of notes as CSV, its headings in Danish or English; see lp_csv_parse() for what is
 *   understood
 * @options: what is where in it, and how to go about it
 *
 * All rows are taken in one commit. A row that was taken before is not taken again, however it was edited
 * since, unless it was deleted: then it comes back as the file has it. What was erased stays away. Two equal
 * rows in one file are two notes. Clock times fall on the meeting's date. May be called on any thread.
 *
 * Returns: (transfer full): what was, or would be, taken, or %NULL and an error
 */
LpImportResult *
lp_import_notes (LpStore                *store,
                 const LpId             *meeting,
                 const char             *path,
                 const LpImportOptions  *options,
                 GError                **error)
{
  return import_file (&lp_import_notes_recipe, store, meeting, path, options, error);
}

/** As lp_import_notes(), for the participants; who was erased may come again, as somebody new. */
LpImportResult *
lp_import_roster (LpStore                *store,
                  const LpId             *meeting,
                  const char             *path,
                  const LpImportOptions  *options,
                  GError                **error)
{
  return import_file (&lp_import_roster_recipe, store, meeting, path, options, error);
}

static char *
describe_fields (const LpImportRecipe *recipe)
{
  g_autofree char *names = lp_columns_list_names (recipe->specs, recipe->n_specs);
  g_autoptr (GString) needed = g_string_new (NULL);

  for (guint i = 0; i < recipe->n_specs; i++)
    {
      if (recipe->specs[i].required)
        g_string_append_printf (needed, needed->len > 0 ? ", %s" : "%s", recipe->specs[i].name);
    }

  /* Translators: FIELD as in FIELD=COLUMN; what follows are names such as "text, kind", which stay */
  return g_strdup_printf (_("FIELD is one of: %s.\nNeeded: %s."), names, needed->str);
}

/** lp_import_notes_fields: what LpImportOptions can name, said in the user's language. Transfer full. */
char *
lp_import_notes_fields (void)
{
  return describe_fields (&lp_import_notes_recipe);
}

/** As lp_import_notes_fields(), for the participants. */
char *
lp_import_roster_fields (void)
{
  return describe_fields (&lp_import_roster_recipe);
}

/** Frees the refusals as well. */
void
lp_import_result_free (LpImportResult *result)
{
  g_ptr_array_unref (result->refused);
  g_free (result);
}
