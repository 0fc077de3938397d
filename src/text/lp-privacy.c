/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-privacy.h"

#include <string.h>

#include "lp-scan.h"

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const LpFinding *one = a;
  const LpFinding *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static GArray *
collect (LpScan *scan)
{
  GArray *findings = g_array_sized_new (FALSE, FALSE, sizeof (LpFinding), scan->found->len);

  for (guint i = 0; i < scan->found->len; i++)
    g_array_append_val (findings, g_array_index (scan->found, LpScanFound, i).finding);
  g_array_sort (findings, compare_found);
  return findings;
}

/**
 * lp_privacy_scan: looks for what tells who somebody is: numbers, addresses, names, and illnesses near to
 * these. It keeps to the rules of the Danish personal number (Lov om Det Centrale Personregister; the seventh
 * digit tells the century), but not to its check digit: since 2007 numbers are given out that fail it. The
 * rest is written from knowledge of how Danes write. It finds more rather than less, and does not know
 * everything: a person has to look as well.
 *
 * Takes time in proportion to the text's length, and may be called on any thread.
 * @text: valid UTF-8, composed or decomposed
 * @size: in bytes, -1 when it ends with a nul
 * @names: (nullable): those who are at the meeting
 *
 * Returns: (transfer full): LpFinding, in the text's order; none overlaps another
 */
GArray *
lp_privacy_scan (const char *text, gssize size, const LpNames *names)
{
  LpScan scan = { .names = names };
  GArray *findings = NULL;

  lp_tokens_init (&scan.tokens, text, size < 0 ? strlen (text) : (gsize) size);
  scan.found = g_array_new (FALSE, FALSE, sizeof (LpScanFound));
  lp_scan_cpr (&scan);
  lp_scan_links (&scan);
  lp_scan_phones (&scan);
  lp_scan_addresses (&scan);
  lp_scan_hidden (&scan);
  lp_scan_names (&scan);
  lp_scan_birth_dates (&scan);
  lp_scan_health (&scan);

  findings = collect (&scan);
  g_array_unref (scan.found);
  lp_tokens_clear (&scan.tokens);
  return findings;
}

/**
 * lp_privacy_mask: a text with its finding blanked out: "[name] has the figures". Other findings of the text,
 * if they come later, are then elsewhere: mask the last first, or scan anew.
 *
 * Returns: (transfer full)
 */
char *
lp_privacy_mask (const char *text, const LpFinding *finding)
{
  const char *rest = text + finding->byte_start + finding->byte_length;

  return g_strdup_printf ("%.*s%s%s", (int) finding->byte_start, text, lp_finding_mask (finding->type), rest);
}
