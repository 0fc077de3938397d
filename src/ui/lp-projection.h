/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LP_TYPE_PROJECTION (lp_projection_get_type ())

typedef enum {
  LP_SHOWS_QUESTION,
  LP_SHOWS_WALL,
  LP_SHOWS_THEMES,
  LP_SHOWS_STORIES,
  LP_SHOWS_PRIORITIES,
  LP_SHOWS_BLANK,
  LP_N_SHOWS,
} LpShows;

#define LP_TEXT_SCALE_LEAST 0.5
#define LP_TEXT_SCALE_MOST 2.0

/**
 * LpProjection: what the big screen is asked to show. There is one for each open meeting; Run sets it, the big screen follows.
 *
 * Properties: "shows" (int, LpShows), "open" (boolean: the big screen is there), "text-scale" (double).
 * Signal: "round-changed": another round of priorities is to be shown.
 */
G_DECLARE_FINAL_TYPE (LpProjection, lp_projection, LP, PROJECTION, GObject)

LpProjection *lp_projection_new            (void);
LpShows       lp_projection_get_shows      (LpProjection *self);
gboolean      lp_projection_get_open       (LpProjection *self);
double        lp_projection_get_text_scale (LpProjection *self);
const LpId   *lp_projection_get_round      (LpProjection *self);  /* unset: the last one that is counted */

void          lp_projection_set_shows      (LpProjection *self, LpShows shows);
void          lp_projection_toggle_blank   (LpProjection *self);
void          lp_projection_set_open       (LpProjection *self, gboolean open);
void          lp_projection_set_text_scale (LpProjection *self, double scale);
void          lp_projection_set_round      (LpProjection *self, const LpId *round);

G_END_DECLS
