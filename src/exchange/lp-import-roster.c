/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-importer.h"
#include "lp-roster-file.h"
#include "lp-roster-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  NAME = LP_ROSTER_FIELD_NAME,
  ORGANISATION = LP_ROSTER_FIELD_ORGANISATION,
  ROLE = LP_ROSTER_FIELD_ROLE,
  TABLE = LP_ROSTER_FIELD_TABLE,
  MUNICIPALITY = LP_ROSTER_FIELD_MUNICIPALITY,
  PERSPECTIVE = LP_ROSTER_FIELD_PERSPECTIVE,
  N_FIELDS = LP_ROSTER_N_FIELDS,
};

typedef struct {
  LpId        id;
  const char *name;
  const char *organisation;
  const char *role;
  const char *municipality;
  const char *perspective;
  int         table;
} PersonRow;

static const LpColumnSpec specs[N_FIELDS] = {
  [NAME] = { "name", LP_PARTICIPANT, LP_PARTICIPANT_NAME,
             { "name", "navn", "participant", "deltager" }, TRUE },
  [ORGANISATION] = { "organisation", LP_PARTICIPANT, LP_PARTICIPANT_ORGANISATION,
                     { "organisation", "organization", "udsatteraad", "raad" } },
  [ROLE] = { "role", LP_PARTICIPANT, LP_PARTICIPANT_ROLE,
             { "role", "rolle", "titel", "title" } },
  [TABLE] = { "table", LP_PARTICIPANT, LP_PARTICIPANT_TABLE,
              { "table", "bord", "tablenumber", "tableno", "bordnummer", "bordnr" } },
  [MUNICIPALITY] = { "municipality", LP_PARTICIPANT, LP_PARTICIPANT_MUNICIPALITY,
                     { "municipality", "kommune" } },
  [PERSPECTIVE] = { "perspective", LP_PARTICIPANT, LP_PARTICIPANT_PERSPECTIVE,
                    { "perspective", "perspektiv" } },
};

/* Names that stand in the genitive before the word; most that end in s have it by themselves. */
static const char *
without_genitive (const char *name)
{
  if (g_str_equal (name, "Københavns"))
    return "København";
  if (g_str_equal (name, "Bornholms"))
    return "Bornholm";

  return name;
}

/* "Udsatterådet i Odense Kommune" is of Odense. Anything else does not tell. */
static const char *
municipality_of (LpImporter *importer,
                 const char *organisation)
{
  static const char *const begin = "Udsatterådet i ";
  static const char *const ends[] = { " Kommune", " Regionskommune" };

  if (!g_str_has_prefix (organisation, begin))
    return "";

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *name = organisation + strlen (begin);
      g_autofree char *municipality = NULL;

      if (!g_str_has_suffix (name, ends[i]))
        continue;
      municipality = g_strndup (name, strlen (name) - strlen (ends[i]));
      return g_string_chunk_insert_const (importer->strings, without_genitive (municipality));
    }

  return "";
}

static void
identify (PersonRow *person,
          GString   *content)
{
  lp_importer_identify (content, "participant");
  lp_importer_identify (content, person->name);
  lp_importer_identify (content, person->organisation);
  lp_importer_identify (content, person->role);
  lp_importer_identify (content, person->municipality);
  lp_importer_identify (content, person->perspective);
  g_string_append_printf (content, "%d", person->table);
}

static gboolean
read_name (LpImporter *importer,
           guint       row,
           PersonRow  *person)
{
  person->name = lp_importer_word (importer, row, NAME);
  if (*person->name != '\0')
    return TRUE;

  lp_importer_refuse (importer, row,
                      _("The name is missing. Write the participant’s name, or remove the row."));
  return FALSE;
}

static gboolean
read_field (LpImporter *importer,
            guint       row,
            guint       field,
            gpointer    out)
{
  PersonRow *person = out;

  switch (field)
    {
    case NAME:
      return read_name (importer, row, person);
    case ORGANISATION:
      person->organisation = lp_importer_word (importer, row, ORGANISATION);
      return TRUE;
    case ROLE:
      person->role = lp_importer_word (importer, row, ROLE);
      return TRUE;
    case TABLE:
      return lp_importer_table (importer, row, TABLE, &person->table);
    case MUNICIPALITY:
      person->municipality = lp_importer_word (importer, row, MUNICIPALITY);
      return TRUE;
    case PERSPECTIVE:
      return lp_importer_perspective (importer, row, PERSPECTIVE, &person->perspective);
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
  PersonRow *person = out;

  if (*person->municipality == '\0')
    person->municipality = municipality_of (importer, person->organisation);
  identify (person, content);
}

/* None for an empty text: a row that comes back after a delete loses what it held besides. */
static void
put_text (LpEdit     *edit,
          guint       field,
          const char *text)
{
  lp_edit_text (edit, field, *text != '\0' ? text : NULL);
}

static gboolean
put_rows (LpImporter   *importer,
          GArray       *rows,
          LpChangeSet  *changes,
          GError      **error)
{
  if (importer->new_key != NULL && rows->len > 0)
    lp_roster_key_put (changes, &importer->meeting, importer->new_key);
  for (guint i = 0; i < rows->len; i++)
    {
      PersonRow *person = &g_array_index (rows, PersonRow, i);
      LpEdit *edit = lp_change_set_put (changes, LP_PARTICIPANT, &importer->meeting, &person->id);

      lp_edit_int (edit, LP_DELETED, FALSE);
      lp_edit_text (edit, LP_PARTICIPANT_NAME, person->name);
      put_text (edit, LP_PARTICIPANT_ORGANISATION, person->organisation);
      put_text (edit, LP_PARTICIPANT_ROLE, person->role);
      put_text (edit, LP_PARTICIPANT_MUNICIPALITY, person->municipality);
      put_text (edit, LP_PARTICIPANT_PERSPECTIVE, person->perspective);
      if (person->table != 0)
        lp_edit_int (edit, LP_PARTICIPANT_TABLE, person->table);
      else
        lp_edit_none (edit, LP_PARTICIPANT_TABLE);
    }

  return TRUE;
}

static char *
title (guint n_rows)
{
  return g_strdup_printf (ngettext ("Import %u participant", "Import %u participants", n_rows), n_rows);
}

const LpImportRecipe lp_import_roster_recipe = {
  .entity = LP_PARTICIPANT,
  .specs = specs,
  .n_specs = N_FIELDS,
  .row_size = sizeof (PersonRow),
  .comes_again = TRUE,
  .keyed = TRUE,
  .read_field = read_field,
  .end_row = end_row,
  .put_rows = put_rows,
  .title = title,
};
