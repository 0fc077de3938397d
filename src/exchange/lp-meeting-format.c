/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-meeting-format.h"

#include "lp-clock.h"
#include "lp-rank.h"
#include "lp-terms.h"

#include <glib/gi18n-lib.h>

/**
 * lp_meeting_format_why_no_entity: Returns: (transfer none) (nullable): the reason, untranslated, why no such object is in the file
 */
const char *
lp_meeting_format_why_no_entity (LpEntity entity)
{
  if (entity == LP_TALK)
    return lp_schema_entity (entity)->fields[LP_TALK_TIME].left_out;
  if (entity == LP_EXPORT)
    return lp_schema_entity (entity)->fields[LP_EXPORT_TIME].left_out;
  if (entity == LP_WORD_GROUP)
    return lp_schema_entity (entity)->fields[LP_WORD_GROUP_WORDS].left_out;
  return NULL;
}

/**
 * lp_meeting_format_why_no_field: as lp_meeting_format_why_no_entity (), of a field of an entity that is in the file
 */
const char *
lp_meeting_format_why_no_field (LpEntity entity, guint field)
{
  if (field == LP_DELETED || (entity == LP_MEETING && field == LP_MEETING_ROSTER_KEY))
    return lp_schema_entity (entity)->fields[field].left_out;
  return NULL;
}

/**
 * lp_meeting_format_is_part: whether an object is part of what the field names: without that there is no sense in it, and it goes
 * where that goes. What other fields name may be gone.
 */
gboolean
lp_meeting_format_is_part (LpEntity entity, guint field)
{
  switch (entity)
    {
    case LP_PLACEMENT:
      return field == LP_PLACEMENT_NOTE;
    case LP_TALLY:
      return field == LP_TALLY_ROUND;
    case LP_VOTE:
      return field == LP_VOTE_IN || field == LP_VOTE_SUBJECT;
    case LP_EVIDENCE:
      return field == LP_EVIDENCE_RECOMMENDATION || field == LP_EVIDENCE_NOTE || field == LP_EVIDENCE_THEME;
    default:
      return FALSE;
    }
}

static gboolean
is_place (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  LpId theme = { 0 };

  return words[0] != NULL && words[1] != NULL && lp_id_parse (words[0], &theme) && lp_rank_is_valid (words[1]);
}

static gboolean
is_kind (const char *id)
{
  LpKind kind = 0;

  return lp_kind_find (id, &kind) && g_str_equal (lp_kind_id (kind), id);
}

static const char *
text_wants (LpEntity entity, guint field, const char *text)
{
  LpType type = lp_schema_entity (entity)->fields[field].type;

  if (type == LP_TYPE_DATE && *text != '\0' && !lp_date_is_valid (text))
    return _("a date such as 2026-11-24");
  if (type == LP_TYPE_RANK && !lp_rank_is_valid (text))
    return _("a rank: digits and letters, the last of them not 0");
  if (type == LP_TYPE_PLACE && !is_place (text))
    return _("the id of a theme, a space and a rank");
  if (entity == LP_NOTE && field == LP_NOTE_KIND && !is_kind (text))
    return _("one of dream, concern, experience, proposal and story");
  return NULL;
}

/**
 * lp_meeting_format_wants: @value: of the type that the schema gives. Returns: (transfer none) (nullable): what it should be instead,
 * in the user's language; %NULL when it is fine
 */
const char *
lp_meeting_format_wants (LpEntity entity, guint field, const LpValue *value)
{
  if (value->kind == LP_VALUE_TEXT)
    return text_wants (entity, field, value->text);
  if (value->kind == LP_VALUE_INT && entity == LP_NOTE &&
      ((field == LP_NOTE_NUMBER && value->number < 1) || (field == LP_NOTE_STATION && value->number < 0)))
    return _("a number that a code can have");
  return NULL;
}
