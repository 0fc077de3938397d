/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  LP_GENDER_NONE, /* not said */
  LP_GENDER_WOMAN,
  LP_GENDER_MAN,
  LP_GENDER_OTHER,
  LP_N_GENDERS,
} LpGender;

/** LpProfile: who said something, without a name: “Woman, 27 years, on cash benefit”. Each part may be missing. */
typedef struct {
  LpGender  gender;
  int       age_from;  /* years; 0 for none */
  int       age_to;    /* the same for an exact age */
  char     *situation; /* "" for none */
} LpProfile;

LpProfile  *lp_profile_new     (LpGender gender, int age_from, int age_to, const char *situation);
LpProfile  *lp_profile_parse   (const char *text);
void        lp_profile_free    (LpProfile *self);
char       *lp_profile_to_text (const LpProfile *self);
gboolean    lp_profile_covers  (const LpProfile *self, const LpProfile *other);
guint       lp_profile_count   (const LpProfile *self, GPtrArray *others);
LpProfile  *lp_profile_widen   (const LpProfile *self, GPtrArray *others);
const char *lp_gender_label    (LpGender gender);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpProfile, lp_profile_free)

G_END_DECLS
