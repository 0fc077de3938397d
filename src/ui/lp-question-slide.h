/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-slide-words.h"
#include "lp-slide.h"

G_BEGIN_DECLS

#define LP_TYPE_QUESTION_SLIDE (lp_question_slide_get_type ())

/** LpQuestionSlide: one question, one clock. */
G_DECLARE_FINAL_TYPE (LpQuestionSlide, lp_question_slide, LP, QUESTION_SLIDE, LpSlide)

GtkWidget *lp_question_slide_new  (void);
void       lp_question_slide_show (LpQuestionSlide *self, const LpSlideWords *words);

G_END_DECLS
