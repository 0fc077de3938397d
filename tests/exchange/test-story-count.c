/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-story-count.h"

#include <string.h>

#include "test-util.h"

static char *
write_count (TestFolder *folder, const char *name, const LpStoryGoal *goal)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (lp_story_count_has_ending (path));
  g_assert_true (lp_story_count_write (goal, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);

  return text;
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

/* Short of the goal, at it, over it. */
static void
test_goal (void)
{
  static const struct {
    guint stories;
    const char *left;
    const char *bar;
    const char *json;
  } cases[] = {
    { 962, "39 to go", "max=\"1001\" value=\"962\"", "\"stories\":962,\"today\":3,\"goal\":1001,\"left\":39," },
    { 1001, "The goal is reached", "max=\"1001\" value=\"1001\"", "\"stories\":1001,\"today\":3,\"goal\":1001,\"left\":0," },
    { 1002, "1 over the goal", "max=\"1001\" value=\"1001\"", "\"stories\":1002,\"today\":3,\"goal\":1001,\"left\":0," },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LpStoryGoal goal = { .panel = NULL, .stories = cases[i].stories, .today = 3, .wanted = 1001 };
      g_autofree char *page = write_count (folder, "count.html", &goal);
      g_autofree char *json = write_count (folder, "COUNT.JSON", &goal);

      assert_says (page, cases[i].left);
      assert_says (page, cases[i].bar);
      assert_says (page, "of 1001 stories");
      assert_says (json, cases[i].json);
      assert_says (json, "\"panel\":null");
    }
}

/* A name is a name, whatever stands in it. */
static void
test_escapes (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  LpStoryGoal goal = { .panel = (char *) "<b>\"Den Gode\" & Historie</b>", .stories = 1, .wanted = 2 };
  g_autofree char *page = write_count (folder, "count.html", &goal);
  g_autofree char *json = write_count (folder, "count.json", &goal);

  assert_says (page, "<h1>&lt;b&gt;&quot;Den Gode&quot; &amp; Historie&lt;/b&gt;</h1>");
  assert_says (json, "\"panel\":\"<b>\\\"Den Gode\\\" & Historie</b>\"");
}

static void
test_endings (void)
{
  g_assert_false (lp_story_count_has_ending ("a.xlsx"));
  g_assert_false (lp_story_count_has_ending ("html"));
  g_assert_true (lp_story_count_has_ending ("/b/a.HTML"));
}

static void
test_nowhere (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder->path, "no", "such.html", NULL);
  LpStoryGoal goal = { .stories = 1, .wanted = 2 };
  g_autoptr (GError) error = NULL;

  g_assert_false (lp_story_count_write (&goal, path, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story-count/goal", test_goal);
  g_test_add_func ("/story-count/escapes", test_escapes);
  g_test_add_func ("/story-count/endings", test_endings);
  g_test_add_func ("/story-count/nowhere", test_nowhere);

  return g_test_run ();
}
