/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-seating.h"
#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/** LpTableSeats: who sits at a table, as numbers. */
typedef struct {
  int      table;
  guint    people;
  guint    perspectives[LP_N_PERSPECTIVES];
  guint    unknown;         /* whose perspective is not known */
  guint    councils;        /* different ones */
  guint    largest_council; /* people of the council with most */
  gboolean one_perspective; /* two or more people, all with the same, known one */
} LpTableSeats;

/** LpRoster: the participants of a meeting, and how they sit. */
typedef struct {
  GPtrArray       *people;   /* of LpRecord, in the order they came in */
  GArray          *tables;   /* of LpTableSeats: 1, 2, 3 … */
  guint            n_tables; /* people are seated at */
  guint            seated;
  guint            present;
  guint            consents;
  LpSeatingQuality quality;
} LpRoster;

typedef enum {
  LP_SEAT_SEATED, /* who has a table; everybody when nobody has one */
  LP_SEAT_ALL,
  LP_SEAT_LOOSE,  /* who has none; the others stay where they are */
} LpSeatWho;

typedef enum {
  LP_ROSTER_BY_NAME,
  LP_ROSTER_BY_ORGANISATION,
  LP_ROSTER_BY_MUNICIPALITY,
  LP_ROSTER_BY_PERSPECTIVE,
  LP_ROSTER_BY_TABLE,
  LP_ROSTER_BY_PRESENT,
  LP_ROSTER_BY_CONSENT,
  LP_ROSTER_N_KEYS,
} LpRosterKey;

/** LpRosterFilter: which participants; all set members must hold. */
typedef struct {
  const char *text;        /* words to find, or NULL */
  int         table;       /* 0: those without; -1: any */
  const char *perspective; /* id; "": those without; NULL: any */
} LpRosterFilter;

#define LP_ROSTER_FILTER_ALL ((LpRosterFilter) { .table = -1 })

LpRoster *lp_roster_load    (LpReader *reader, const LpId *meeting, GError **error);
void      lp_roster_free    (LpRoster *self);
guint     lp_roster_seat    (LpRoster *self, LpChangeSet *changes, const LpId *meeting, LpSeatWho who,
                             guint32 seed);

/*
 * Of everybody who was at a meeting of the same panel, as they were written: they come again, and are talked of. Transfer full,
 * NULL on error.
 */
char    **lp_roster_load_names (LpReader *reader, const LpId *meeting, GError **error);

gboolean  lp_roster_matches (LpRecord *participant, const LpRosterFilter *filter);
int       lp_roster_compare (LpRecord *a, LpRecord *b, LpRosterKey key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRoster, lp_roster_free)

G_END_DECLS
