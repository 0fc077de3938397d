/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-lexicon.h"
#include "lp-store.h"

G_BEGIN_DECLS

/** LpAdvice: a theme that a note may belong to. */
typedef struct {
  LpId   theme;
  guint  number; /* among the meeting's themes, 1 first */
  char  *name;
} LpAdvice;

void lp_advice_free (LpAdvice *self);

#define LP_TYPE_THEME_ADVISER (lp_theme_adviser_get_type ())

/**
 * LpThemeAdviser: says to which themes of a meeting a text is likely to belong, by the notes that are in them, and those of the
 * panel's other meetings. Reads when it is asked first, on a thread, and follows the store from then on; while it reads it knows nothing.
 *
 * Property: "ready" (boolean): FALSE while it reads.
 * Signal: "changed": it knows something else now, so that those who asked may ask again.
 */
G_DECLARE_FINAL_TYPE (LpThemeAdviser, lp_theme_adviser, LP, THEME_ADVISER, GObject)

LpThemeAdviser *lp_theme_adviser_new         (LpStore *store, const LpId *meeting);
gboolean        lp_theme_adviser_is_ready    (LpThemeAdviser *self);
GPtrArray      *lp_theme_adviser_advise      (LpThemeAdviser *self, const char *text);
char           *lp_theme_adviser_explain     (LpThemeAdviser *self, const char *text, const LpId *theme);

G_END_DECLS
