/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-story-count.h"

#include "lp-part-file.h"
#include "lp-terms.h"

#include <glib/gi18n-lib.h>

/* A page by itself, which needs nothing from elsewhere: to be opened, or put on a site as it is. */
#define PAGE \
  "<!DOCTYPE html>\n" \
  "<html lang=\"%s\">\n" \
  "<head>\n" \
  "<meta charset=\"utf-8\">\n" \
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" \
  "<title>%s</title>\n" \
  "<style>\n" \
  ":root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.4 }\n" \
  "body { margin: 0; min-height: 100vh; display: grid; place-items: center; text-align: center }\n" \
  "main { padding: 1.5rem; max-width: 40rem; overflow-wrap: anywhere }\n" \
  "h1 { font-size: 1.5rem }\n" \
  ".count { margin: 0; font-size: 1.5rem }\n" \
  ".count strong { display: block; font-size: clamp(4rem, 25vw, 10rem); line-height: 1;" \
  " font-variant-numeric: tabular-nums }\n" \
  "progress { width: 100%%; height: 1.25rem; margin: 1.5rem 0 0.5rem }\n" \
  ".left { font-size: 1.5rem; font-weight: bold; margin: 0 0 1.5rem }\n" \
  "</style>\n" \
  "</head>\n" \
  "<body>\n" \
  "<main>\n" \
  "<h1>%s</h1>\n" \
  "<p class=\"count\"><strong>%s</strong> %s</p>\n" \
  "<progress max=\"%u\" value=\"%u\" aria-label=\"%s\"></progress>\n" \
  "<p class=\"left\">%s</p>\n" \
  "<p>%s</p>\n" \
  "<p><time datetime=\"%s\">%s</time></p>\n" \
  "</main>\n" \
  "</body>\n" \
  "</html>\n"

static gboolean
is_page (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".html");
}

/** lp_story_count_has_ending: whether it is the name of a file that lp_story_count_write () writes: .html or .json. */
gboolean
lp_story_count_has_ending (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return is_page (path) || g_str_has_suffix (lower, ".json");
}

static char *
make_page (const LpStoryGoal *goal, GDateTime *when)
{
  const char *name = goal->panel != NULL ? goal->panel : lp_kind_plural (LP_KIND_STORY);
  g_autofree char *heading = g_markup_escape_text (name, -1);
  g_autofree char *count = g_strdup_printf ("%'u", goal->stories);
  g_autofree char *of = g_strdup_printf (_("of %'u stories"), goal->wanted);
  g_autofree char *left = lp_story_goal_text (goal->stories, goal->wanted);
  g_autofree char *date = g_date_time_format (when, "%Y-%m-%d");
  g_autofree char *day = g_date_time_format (when, "%x");
  /* Translators: on a page that shows how many stories there are; a date, such as 24/11/2026 */
  g_autofree char *counted = g_strdup_printf (_("Counted %s"), day);

  /* Translators: the code of the language that you translate to, as in "da" */
  return g_strdup_printf (PAGE, C_("language", "en"), heading, heading, count, of, MAX (goal->wanted, 1),
                          MIN (goal->stories, goal->wanted), lp_kind_plural (LP_KIND_STORY), left,
                          _("Only stories are counted that the person who told them has approved, and may be kept and quoted."),
                          date, counted);
}

/**
 * lp_story_count_write: writes how many stories there are, to be shown on a site: as a page (.html), in the user's language, or
 * for programs (.json). No word of any story is in it.
 *
 * On error a former file is as it was.
 */
gboolean
lp_story_count_write (const LpStoryGoal *goal, const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = is_page (path) ? make_page (goal, now) : lp_story_goal_to_json (goal, now);
  g_autoptr (LpPartFile) part = lp_part_file_new (path, error);

  return part != NULL &&
         g_file_set_contents_full (lp_part_file_get_path (part), text, -1, G_FILE_SET_CONTENTS_NONE, 0666, error) &&
         lp_part_file_finish (part, NULL, error);
}
