/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-terms.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *id;
  const char *label;
} Term;

static const Term addressees[LP_N_ADDRESSEES] = {
  [LP_ADDRESSEE_STATE] = { "state", N_("The state") },
  [LP_ADDRESSEE_REGIONS] = { "regions", N_("The regions") },
  [LP_ADDRESSEE_MUNICIPALITIES] = { "municipalities", N_("The municipalities") },
  [LP_ADDRESSEE_COUNCIL] = { "council", N_("The council") },
};

static const Term statuses[LP_N_STATUSES] = {
  [LP_STATUS_DRAFT] = { "draft", NC_("recommendation", "Draft") },
  [LP_STATUS_ADOPTED] = { "adopted", NC_("recommendation", "Adopted") },
  [LP_STATUS_SENT] = { "sent", NC_("recommendation", "Sent") },
  [LP_STATUS_ANSWERED] = { "answered", NC_("recommendation", "Answered") },
  [LP_STATUS_UNDER_WAY] = { "under-way", NC_("recommendation", "Under way") },
  [LP_STATUS_CARRIED_OUT] = { "carried-out", NC_("recommendation", "Carried out") },
  [LP_STATUS_REJECTED] = { "rejected", NC_("recommendation", "Rejected") },
};

static gboolean
find (const Term *terms, guint n_terms, const char *id, guint *out)
{
  for (guint i = 0; i < n_terms; i++)
    {
      if (!g_str_equal (terms[i].id, id))
        continue;
      *out = i;
      return TRUE;
    }
  return FALSE;
}

/** lp_addressee_id: the id that stands in the database: "municipalities". */
const char *
lp_addressee_id (LpAddressee addressee)
{
  g_return_val_if_fail ((guint) addressee < LP_N_ADDRESSEES, NULL);

  return addressees[addressee].id;
}

const char *
lp_addressee_label (LpAddressee addressee)
{
  g_return_val_if_fail ((guint) addressee < LP_N_ADDRESSEES, NULL);

  return _(addressees[addressee].label);
}

/** lp_addressee_find: Returns: whether an addressee has that very id; else @out is left alone */
gboolean
lp_addressee_find (const char *id, LpAddressee *out)
{
  guint found = 0;

  if (!find (addressees, LP_N_ADDRESSEES, id, &found))
    return FALSE;
  *out = found;
  return TRUE;
}

/** lp_status_id: the id that stands in the database: "carried-out". */
const char *
lp_status_id (LpStatus status)
{
  g_return_val_if_fail ((guint) status < LP_N_STATUSES, NULL);

  return statuses[status].id;
}

const char *
lp_status_label (LpStatus status)
{
  g_return_val_if_fail ((guint) status < LP_N_STATUSES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "recommendation", statuses[status].label);
}

/** lp_status_find: Returns: whether a status has that very id; else @out is left alone */
gboolean
lp_status_find (const char *id, LpStatus *out)
{
  guint found = 0;

  if (!find (statuses, LP_N_STATUSES, id, &found))
    return FALSE;
  *out = found;
  return TRUE;
}
