/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_TALK_BUTTON (lp_talk_button_get_type ())

/** LpTalkButton: marks that somebody needs a talk, and lists the marks that are open. For the facilitator alone. */
G_DECLARE_FINAL_TYPE (LpTalkButton, lp_talk_button, LP, TALK_BUTTON, AdwBin)

void lp_talk_button_set_runner (LpTalkButton *self, LpRunner *runner);
void lp_talk_button_set_narrow (LpTalkButton *self, gboolean narrow);
void lp_talk_button_popup      (LpTalkButton *self);

G_END_DECLS
