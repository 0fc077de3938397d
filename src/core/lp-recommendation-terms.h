/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of recommendations: ids as they stand in the database, labels in the user's language. */

/** LpAddressee: whom a recommendation is for. */
typedef enum {
  LP_ADDRESSEE_STATE,
  LP_ADDRESSEE_REGIONS,
  LP_ADDRESSEE_MUNICIPALITIES,
  LP_ADDRESSEE_COUNCIL,
  LP_N_ADDRESSEES,
} LpAddressee;

/** LpStatus: how far it has come. */
typedef enum {
  LP_STATUS_DRAFT,
  LP_STATUS_ADOPTED,
  LP_STATUS_SENT,
  LP_STATUS_ANSWERED,
  LP_STATUS_UNDER_WAY,
  LP_STATUS_CARRIED_OUT,
  LP_STATUS_REJECTED,
  LP_N_STATUSES,
} LpStatus;

const char *lp_addressee_id    (LpAddressee addressee);
const char *lp_addressee_label (LpAddressee addressee);  /* "The municipalities" */
gboolean    lp_addressee_find  (const char *id, LpAddressee *out);

const char *lp_status_id       (LpStatus status);
const char *lp_status_label    (LpStatus status);  /* "Sent" */
gboolean    lp_status_find     (const char *id, LpStatus *out);

G_END_DECLS
