/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"
#include "lp-store.h"
#include "lp-theme-adviser.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTES_PAGE (lp_notes_page_get_type ())

/** LpNotesPage: takes notes, and lists those taken so far, newest first. */
G_DECLARE_FINAL_TYPE (LpNotesPage, lp_notes_page, LP, NOTES_PAGE, AdwNavigationPage)

GtkWidget *lp_notes_page_new    (LpStore *store, const LpId *meeting);
void       lp_notes_page_advise (LpNotesPage *self, LpThemeAdviser *adviser);
void       lp_notes_page_follow (LpNotesPage *self, LpRunner *runner);
void       lp_notes_page_go_to  (LpNotesPage *self, const LpId *note);

G_END_DECLS
