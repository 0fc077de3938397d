/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-run-clock.h"

G_BEGIN_DECLS

#define LP_TYPE_REHEARSAL_BAR (lp_rehearsal_bar_get_type ())

/**
 * LpRehearsalBar: says on every page that this is not the day itself, and how fast it goes.
 *
 * "clicked": how fast it goes was chosen by the pointer; the keyboard is for the page.
 */
G_DECLARE_FINAL_TYPE (LpRehearsalBar, lp_rehearsal_bar, LP, REHEARSAL_BAR, AdwBin)

void lp_rehearsal_bar_set_clock (LpRehearsalBar *self, LpRunClock *clock);

G_END_DECLS
