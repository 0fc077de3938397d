/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-words.h"

#include "lp-day.h"

#include <glib/gi18n-lib.h>

#define BETWEEN " · "

static const struct {
  const char *brief; /* NULL: not grave enough to be said beside each */
  const char *full;
} warnings[LP_N_GROUND_WARNINGS] = {
  [LP_GROUND_NO_NOTES] = { N_("Rests on no notes"), N_("It rests on no notes yet. Add those that carry it.") },
  [LP_GROUND_FEW_NOTES] = { N_("Rests on few notes"), N_("It rests on few notes. Add more, or say so in the reason.") },
  [LP_GROUND_ONE_TABLE] = { N_("All from one table"), N_("All of its notes are from one table.") },
  [LP_GROUND_ONLY_PROFESSIONAL] = { N_("Professional knowledge alone"),
                                    N_("It rests on professional knowledge alone. Look for lived experience.") },
  [LP_GROUND_NO_LIVED] = { N_("No lived experience"),
                           N_("No lived experience is among its notes. Look for some, or say so in the reason.") },
};

/* "Political, Expert knowledge": those that the meeting heard. */
static char *
print_missing (const LpGround *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if ((self->missing & 1u << i) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", lp_perspective_label (i));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static char *
print_warning (const LpGround *self, LpGroundWarning warning)
{
  g_autofree char *missing = NULL;

  if (warnings[warning].full != NULL)
    return g_strdup (_(warnings[warning].full));
  missing = print_missing (self);
  /* Translators: perspectives, as in “Political, Relative” */
  return g_strdup_printf (_("Not among its notes: %s. Say so in the reason."), missing);
}

/** lp_ground_print: how much there is. */
char *
lp_ground_print (const LpGround *self)
{
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", self->notes), self->notes);
  g_autofree char *tables = g_strdup_printf (ngettext ("%u table", "%u tables", self->tables), self->tables);
  g_autofree char *towns = g_strdup_printf (ngettext ("%u municipality", "%u municipalities", self->municipalities),
                                            self->municipalities);

  return g_strjoin (BETWEEN, notes, tables, towns, NULL);
}

/** lp_ground_print_perspectives: of those that are there, how many notes. */
char *
lp_ground_print_perspectives (const LpGround *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if (self->perspectives[i] > 0)
        g_string_append_printf (line, "%s%s %'u", line->len > 0 ? BETWEEN : "", lp_perspective_short (i),
                                self->perspectives[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/** lp_ground_print_quotes: how many may be used, and how many more once somebody has read them. */
char *
lp_ground_print_quotes (const LpGround *self)
{
  g_autofree char *may = g_strdup_printf (ngettext ("%u quote may be used", "%u quotes may be used", self->quotes),
                                          self->quotes);
  /* Translators: quotes that may be used when somebody has read them for what is private */
  g_autofree char *unread = g_strdup_printf (ngettext ("%u more once it is reviewed", "%u more once they are reviewed",
                                                       self->unread_quotes),
                                             self->unread_quotes);

  if (self->quotes + self->unread_quotes == 0)
    return g_strdup ("");
  return self->unread_quotes > 0 ? g_strjoin (BETWEEN, may, unread, NULL) : g_steal_pointer (&may);
}

/** lp_ground_print_gravest: what is most to be minded about it, in few words; a perspective that is missing is not. */
char *
lp_ground_print_gravest (const LpGround *self)
{
  for (guint i = 0; i < LP_N_GROUND_WARNINGS; i++)
    {
      if ((self->warnings & 1u << i) != 0 && warnings[i].brief != NULL)
        return g_strdup (_(warnings[i].brief));
    }
  return NULL;
}

/** lp_ground_print_warnings: all that is to be minded. */
char *
lp_ground_print_warnings (const LpGround *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LP_N_GROUND_WARNINGS; i++)
    {
      g_autofree char *warning = (self->warnings & 1u << i) != 0 ? print_warning (self, i) : NULL;

      if (warning != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", warning);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/** lp_recommendation_print_themes: the names of the themes it is linked to, which have commas in them. */
char *
lp_recommendation_print_themes (const LpRecommendation *self)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->themes->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "; " : "", lp_record_text (g_ptr_array_index (self->themes, i), LP_THEME_NAME));
  return g_string_free_and_steal (line);
}

/** lp_recommendation_print_status: and since when, where that is known. */
char *
lp_recommendation_print_status (LpRecord *recommendation)
{
  const char *date = lp_record_text (recommendation, LP_RECOMMENDATION_STATUS_DATE);
  g_autofree char *written = lp_day_written (date);
  LpStatus status = LP_STATUS_DRAFT;

  lp_status_find (lp_record_text (recommendation, LP_RECOMMENDATION_STATUS), &status);
  return *date != '\0' ? g_strjoin (" ", lp_status_label (status), written, NULL)
                       : g_strdup (lp_status_label (status));
}

/** lp_recommendation_addressee: whom it is for. */
const char *
lp_recommendation_addressee (LpRecord *recommendation)
{
  LpAddressee addressee = LP_ADDRESSEE_STATE;

  return lp_addressee_find (lp_record_text (recommendation, LP_RECOMMENDATION_ADDRESSEE), &addressee)
             ? lp_addressee_label (addressee)
             : "";
}
