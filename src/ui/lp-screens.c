/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-screens.h"

/**
 * lp_screens_choose:
 * @names: of the screens that are connected
 * @own: the one that the app's window is on, or -1
 * @wanted: LP_SCREENS_OTHER, LP_SCREENS_WINDOW, or a name
 *
 * Returns: the one to be filled, or -1 for none: a window then. A screen that was wanted but has been unplugged gives way to another;
 * the one that the facilitator works on is covered only if it was asked for by name.
 */
int
lp_screens_choose (const char *const *names, guint n_names, int own, const char *wanted)
{
  if (g_str_equal (wanted, LP_SCREENS_WINDOW))
    return -1;

  for (guint i = 0; i < n_names && *wanted != '\0'; i++)
    {
      if (g_strcmp0 (names[i], wanted) == 0)
        return (int) i;
    }
  for (guint i = 0; i < n_names && n_names > 1; i++)
    {
      if ((int) i != MAX (own, 0))
        return (int) i;
    }

  return -1;
}
