/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_RUN_REVIEW (lp_run_review_get_type ())

/** LpRunReview: the day when it is over: each item as it was planned and as it went. */
G_DECLARE_FINAL_TYPE (LpRunReview, lp_run_review, LP, RUN_REVIEW, AdwBin)

void lp_run_review_show (LpRunReview *self, LpRunner *runner);

G_END_DECLS
