/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-accepted.h"

#include <string.h>

/* A finding may go over the end of a line; a line of what is accepted may not. Composed, as notes are kept today. */
static char *
line_of (const char *text, const LpFinding *finding)
{
  g_autofree char *words = g_utf8_normalize (text + finding->byte_start, finding->byte_length, G_NORMALIZE_NFC);

  g_strdelimit (words, "\r\n", ' ');

  return g_strconcat (lp_finding_type_id (finding->type), " ", words, NULL);
}

/** lp_accepted_has: Returns: whether a finding in @text is among what is @accepted (%NULL or "" for nothing) */
gboolean
lp_accepted_has (const char *accepted, const char *text, const LpFinding *finding)
{
  g_autofree char *line = line_of (text, finding);
  g_autofree char *lines = accepted != NULL ? g_utf8_normalize (accepted, -1, G_NORMALIZE_NFC) : NULL;
  gsize length = strlen (line);

  for (const char *at = lines; at != NULL && *at != '\0'; at = strchr (at, '\n'), at = at != NULL ? at + 1 : NULL)
    {
      if (strncmp (at, line, length) == 0 && (at[length] == '\n' || at[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

/** lp_accepted_add: Returns: (transfer full): what is accepted from now on, a finding in @text too */
char *
lp_accepted_add (const char *accepted, const char *text, const LpFinding *finding)
{
  g_autofree char *line = NULL;

  if (lp_accepted_has (accepted, text, finding))
    return g_strdup (accepted);
  line = line_of (text, finding);
  if (accepted == NULL || *accepted == '\0')
    return g_steal_pointer (&line);

  return g_strconcat (accepted, "\n", line, NULL);
}

/** lp_accepted_take: takes what is accepted out of the findings in a text. @findings: of LpFinding */
void
lp_accepted_take (const char *accepted, const char *text, GArray *findings)
{
  for (guint i = findings->len; i-- > 0;)
    {
      if (lp_accepted_has (accepted, text, &g_array_index (findings, LpFinding, i)))
        g_array_remove_index (findings, i);
    }
}
