/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-finding.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *id;
  const char *label;
  const char *mask;
  const char *reasons[LP_N_FINDING_LEVELS];
} Type;

static const Type types[LP_N_FINDING_TYPES] = {
  [LP_FINDING_CPR] = {
    "cpr", N_("CPR number"), N_("[CPR number]"),
    { N_("This may be a CPR number"), N_("This looks like a CPR number") },
  },
  [LP_FINDING_EMAIL] = {
    "email", N_("Email address"), N_("[email]"),
    { N_("This may be an email address"), N_("This is an email address") },
  },
  [LP_FINDING_WEB] = {
    "web", N_("Web address"), N_("[web address]"),
    { N_("This web address may lead to a person"), N_("This web address leads to a profile") },
  },
  [LP_FINDING_PHONE] = {
    "phone", N_("Phone number"), N_("[phone]"),
    { N_("This may be a phone number"), N_("This looks like a phone number") },
  },
  [LP_FINDING_ADDRESS] = {
    "address", N_("Address"), N_("[address]"),
    { N_("This may be an address"), N_("This looks like an address") },
  },
  [LP_FINDING_HIDDEN_ADDRESS] = {
    "hidden_address", N_("Hidden address"), N_("[hidden]"),
    { N_("Somebody here may live at an address that is kept secret: leave out every place"),
      N_("Somebody here lives at an address that is kept secret: leave out every place") },
  },
  [LP_FINDING_NAME] = {
    "name", N_("Name"), N_("[name]"),
    { N_("This may be a person’s name"), N_("This is a person’s name") },
  },
  [LP_FINDING_BIRTH_DATE] = {
    "birth_date", N_("Date of birth"), N_("[date of birth]"),
    { N_("This may be a date of birth"), N_("This looks like a date of birth") },
  },
  [LP_FINDING_HEALTH] = {
    "health", N_("Health"), N_("[health]"),
    { N_("This tells of the health of somebody who can be recognized"),
      N_("This tells of the health of somebody who can be recognized") },
  },
};

/** lp_finding_type_id: what a type is called in files: "cpr", "hidden_address". Never translated. */
const char *
lp_finding_type_id (LpFindingType type)
{
  return types[type].id;
}

/** lp_finding_type_label: what a type is called for the user. */
const char *
lp_finding_type_label (LpFindingType type)
{
  return _(types[type].label);
}

/** lp_finding_level_id: "warn" or "flag". */
const char *
lp_finding_level_id (LpFindingLevel level)
{
  return level == LP_FINDING_FLAG ? "flag" : "warn";
}

/** lp_finding_reason: why this was found, for the user, without a full stop. */
const char *
lp_finding_reason (const LpFinding *finding)
{
  return _(types[finding->type].reasons[finding->level]);
}

/** lp_finding_mask: what is put in the place of such a finding, for the user: "[name]". */
const char *
lp_finding_mask (LpFindingType type)
{
  return _(types[type].mask);
}
