/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-schema.h"

#include <glib/gi18n-lib.h>

#define FIELD(symbol, name, type, flags, heading, left_out) { name, type, flags, heading, left_out },
static const LpField panel_fields[] = { LP_PANEL_FIELDS (FIELD) };
static const LpField meeting_fields[] = { LP_MEETING_FIELDS (FIELD) };
static const LpField agenda_item_fields[] = { LP_AGENDA_ITEM_FIELDS (FIELD) };
static const LpField participant_fields[] = { LP_PARTICIPANT_FIELDS (FIELD) };
static const LpField note_fields[] = { LP_NOTE_FIELDS (FIELD) };
static const LpField theme_fields[] = { LP_THEME_FIELDS (FIELD) };
static const LpField placement_fields[] = { LP_PLACEMENT_FIELDS (FIELD) };
static const LpField run_event_fields[] = { LP_RUN_EVENT_FIELDS (FIELD) };
static const LpField talk_fields[] = { LP_TALK_FIELDS (FIELD) };
static const LpField export_fields[] = { LP_EXPORT_FIELDS (FIELD) };
static const LpField vote_round_fields[] = { LP_VOTE_ROUND_FIELDS (FIELD) };
static const LpField tally_fields[] = { LP_TALLY_FIELDS (FIELD) };
static const LpField vote_fields[] = { LP_VOTE_FIELDS (FIELD) };
static const LpField recommendation_fields[] = { LP_RECOMMENDATION_FIELDS (FIELD) };
static const LpField evidence_fields[] = { LP_EVIDENCE_FIELDS (FIELD) };
static const LpField word_group_fields[] = { LP_WORD_GROUP_FIELDS (FIELD) };
#undef FIELD

#define INFO(symbol, entity) [symbol] = { #entity, entity##_fields, G_N_ELEMENTS (entity##_fields) }
static const LpEntityInfo entities[LP_N_ENTITIES] = {
  INFO (LP_PANEL, panel),
  INFO (LP_MEETING, meeting),
  INFO (LP_AGENDA_ITEM, agenda_item),
  INFO (LP_PARTICIPANT, participant),
  INFO (LP_NOTE, note),
  INFO (LP_THEME, theme),
  INFO (LP_PLACEMENT, placement),
  INFO (LP_RUN_EVENT, run_event),
  INFO (LP_TALK, talk),
  INFO (LP_EXPORT, export),
  INFO (LP_VOTE_ROUND, vote_round),
  INFO (LP_TALLY, tally),
  INFO (LP_VOTE, vote),
  INFO (LP_RECOMMENDATION, recommendation),
  INFO (LP_EVIDENCE, evidence),
  INFO (LP_WORD_GROUP, word_group),
};
#undef INFO

/** lp_schema_entity: Returns: (transfer none): name and fields of an entity; of the program, never freed */
const LpEntityInfo *
lp_schema_entity (LpEntity entity)
{
  g_return_val_if_fail (entity < LP_N_ENTITIES, NULL);

  return &entities[entity];
}

/** lp_schema_find_entity: Returns: whether an entity has that name; else @out is left alone */
gboolean
lp_schema_find_entity (const char *name, LpEntity *out)
{
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (g_str_equal (entities[i].name, name))
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/** lp_schema_find_field: Returns: whether the entity has a field of that name; else @out is left alone */
gboolean
lp_schema_find_field (LpEntity entity, const char *name, guint *out)
{
  for (guint i = 0; i < entities[entity].n_fields; i++)
    {
      if (g_str_equal (entities[entity].fields[i].name, name))
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lp_schema_heading:
 *
 * Returns: the heading of an exported field in the user's language, or %NULL for one that is left out.
 */
const char *
lp_schema_heading (LpEntity entity, guint field)
{
  const char *heading = entities[entity].fields[field].heading;

  return heading ? g_dgettext (GETTEXT_PACKAGE, heading) : NULL;
}
