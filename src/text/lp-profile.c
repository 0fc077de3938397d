/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many people a profile must fit, in the meeting, so that it points at none of them. */
#define ENOUGH 2
#define BAND 10 /* years */
#define MAX_AGE 120

/** lp_profile_new: age_from, age_to: years, both 0 for none. Returns: (transfer full) */
LpProfile *
lp_profile_new (LpGender gender, int age_from, int age_to, const char *situation)
{
  LpProfile *self = g_new0 (LpProfile, 1);

  self->gender = gender;
  self->age_from = age_from;
  self->age_to = age_to;
  self->situation = g_strstrip (g_strdup (situation));

  return self;
}

void
lp_profile_free (LpProfile *self)
{
  if (self == NULL)
    return;

  g_free (self->situation);
  g_free (self);
}

/** lp_gender_label: Returns: (transfer none): its name, in the user's language; "" for %LP_GENDER_NONE */
const char *
lp_gender_label (LpGender gender)
{
  static const char *const labels[LP_N_GENDERS] = { "", N_("Woman"), N_("Man"), N_("Other gender") };

  return gender != LP_GENDER_NONE ? _(labels[gender]) : "";
}

static gboolean
is_word (const char *part, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (part, -1);
  g_autofree char *other = g_utf8_casefold (word, -1);

  return g_str_equal (folded, other);
}

/* Notes are Danish, the app may be English. */
static gboolean
read_gender (const char *part, LpGender *gender)
{
  static const struct {
    const char *word;
    LpGender    gender;
  } words[] = {
    { "kvinde", LP_GENDER_WOMAN }, { "woman", LP_GENDER_WOMAN }, { "mand", LP_GENDER_MAN }, { "man", LP_GENDER_MAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (part, words[i].word))
      {
        *gender = words[i].gender;
        return TRUE;
      }
  if (!is_word (part, lp_gender_label (LP_GENDER_OTHER)))
    return FALSE;
  *gender = LP_GENDER_OTHER;

  return TRUE;
}

/* “27 år”, “27 years”, “20–29 år”. */
static gboolean
read_age (const char *part, int *from, int *to)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(\\d{1,3})(?:\\s*[-–]\\s*(\\d{1,3}))?\\s*(?:år|years?|yrs?)$",
                                          G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!g_regex_match (regex, part, G_REGEX_MATCH_DEFAULT, &match))
    return FALSE;

  first = g_match_info_fetch (match, 1);
  last = g_match_info_fetch (match, 2);
  *from = atoi (first);
  *to = last != NULL && *last != '\0' ? atoi (last) : *from;

  return *from > 0 && *from <= *to && *to <= MAX_AGE;
}

/** lp_profile_parse: Returns: (transfer full): what a profile's text says; what is no gender and no age is the situation */
LpProfile *
lp_profile_parse (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GString) situation = g_string_new (NULL);
  LpProfile *self = lp_profile_new (LP_GENDER_NONE, 0, 0, "");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part == '\0')
        continue;
      if (self->gender == LP_GENDER_NONE && read_gender (part, &self->gender))
        continue;
      if (self->age_from == 0 && read_age (part, &self->age_from, &self->age_to))
        continue;
      g_string_append_printf (situation, "%s%s", situation->len > 0 ? ", " : "", part);
    }
  g_free (self->situation);
  self->situation = g_string_free_and_steal (g_steal_pointer (&situation));

  return self;
}

/** lp_profile_to_text: Returns: (transfer full): the same in words; "" when nothing is known */
char *
lp_profile_to_text (const LpProfile *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (self->gender != LP_GENDER_NONE)
    g_strv_builder_add (parts, lp_gender_label (self->gender));
  if (self->age_from > 0 && self->age_from == self->age_to)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%d year", "%d years", self->age_from), self->age_from));
  else if (self->age_from > 0)
    g_strv_builder_take (parts, g_strdup_printf (_("%d–%d years"), self->age_from, self->age_to));
  if (*self->situation != '\0')
    g_strv_builder_add (parts, self->situation);
  words = g_strv_builder_end (parts);

  return g_strjoinv (", ", words);
}

/** lp_profile_covers: Returns: whether all that a profile says is true of another, too */
gboolean
lp_profile_covers (const LpProfile *self, const LpProfile *other)
{
  if (self->gender != LP_GENDER_NONE && self->gender != other->gender)
    return FALSE;
  if (self->age_from > 0 && (other->age_from < self->age_from || other->age_to > self->age_to))
    return FALSE;

  return *self->situation == '\0' || is_word (self->situation, other->situation);
}

/**
 * lp_profile_count: Returns: how many of the others a profile covers. @others: of LpProfile, each person's once
 *
 * The size of its equivalence class, the k of k-anonymity (Samarati and Sweeney 1998).
 */
guint
lp_profile_count (const LpProfile *self, GPtrArray *others)
{
  guint n = 0;

  for (guint i = 0; i < others->len; i++)
    n += lp_profile_covers (self, g_ptr_array_index (others, i));

  return n;
}

static LpProfile *
generalize (const LpProfile *self, gboolean gender, gboolean age, gboolean situation)
{
  int from = age && self->age_from > 0 ? self->age_from / BAND * BAND : 0;

  return lp_profile_new (gender ? self->gender : LP_GENDER_NONE, from, from > 0 ? from + BAND - 1 : 0,
                         situation ? self->situation : "");
}

static gboolean
says_something (const LpProfile *self)
{
  return self->gender != LP_GENDER_NONE || self->age_from > 0 || *self->situation != '\0';
}

/**
 * lp_profile_widen: Returns: (transfer full) (nullable): the first wider profile that covers two of the others; %NULL when none
 * does. An age becomes ten years first, then parts are left out: what tells least of what was meant goes first.
 */
LpProfile *
lp_profile_widen (const LpProfile *self, GPtrArray *others)
{
  static const struct {
    gboolean gender, age, situation;
  } steps[] = {
    { TRUE, TRUE, TRUE }, { TRUE, FALSE, TRUE }, { FALSE, TRUE, TRUE },  { FALSE, FALSE, TRUE },
    { TRUE, TRUE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (LpProfile) wider = generalize (self, steps[i].gender, steps[i].age, steps[i].situation);

      if (says_something (wider) && lp_profile_count (wider, others) >= ENOUGH)
        return g_steal_pointer (&wider);
    }

  return NULL;
}
