/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan.h"

#include <string.h>

/* Countries' endings that are Danish words as well (de, nu, se …) count only after "www" or "http". */
static const char *const endings[] = { "dk", "com", "org", "net", "eu", "info", "gl", "uk", "io", "app" };

/* What is met after their address is somebody's own page. */
static const char *const profiles[] = {
  "facebook", "fb", "instagram", "linkedin", "twitter", "x", "tiktok", "snapchat",
};

static gboolean
is_piece (const LpScan *scan, guint place, const char *marks)
{
  const LpToken *token = lp_scan_at (scan, place);

  if (token->taken)
    return FALSE;
  if (token->kind == LP_TOKEN_WORD || token->kind == LP_TOKEN_NUMBER)
    return TRUE;
  return token->kind == LP_TOKEN_MARK && token->mark < 0x80 && strchr (marks, (int) token->mark) != NULL;
}

static gboolean
is_word (const LpScan *scan, guint place, const char *folded)
{
  const LpToken *token = lp_scan_at (scan, place);

  return token->kind == LP_TOKEN_WORD && strcmp (token->folded, folded) == 0;
}

static gboolean
is_one_of (const LpScan *scan, guint place, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_word (scan, place, words[i]))
      return TRUE;
  return FALSE;
}

/*
 * The last piece of a domain that begins at a place: the word after its last full stop. 0: there is no
 * domain. "end" is how far it was looked.
 */
static guint
read_domain (const LpScan *scan, guint place, guint *end)
{
  guint last = 0;

  *end = place;
  for (; is_piece (scan, place, ""); place += 2)
    {
      while (is_piece (scan, place + 1, "-"))
        place++;
      *end = place;
      if (!lp_scan_is_mark (scan, place + 1, '.') || !is_piece (scan, place + 2, ""))
        break;
      if (lp_scan_is (scan, place + 2, LP_TOKEN_WORD) && lp_token_length (lp_scan_at (scan, place + 2)) >= 2)
        last = place + 2;
    }
  return last;
}

/* The @ itself, or "(at)", "[at]", "(snabel-a)" as wary people write it. "last" is its end. */
static gboolean
is_at (const LpScan *scan, guint place, guint *last)
{
  *last = place;
  if (lp_scan_is_mark (scan, place, '@'))
    return TRUE;
  if (!lp_scan_is_mark (scan, place, '(') && !lp_scan_is_mark (scan, place, '['))
    return FALSE;
  *last = is_word (scan, place + 1, "snabel") ? place + 4 : place + 2;
  return (is_word (scan, place + 1, "at") || is_word (scan, place + 1, "snabel"))
         && (lp_scan_is_mark (scan, *last, ')') || lp_scan_is_mark (scan, *last, ']'));
}

static void
find_email (LpScan *scan, guint at)
{
  guint first = at;
  guint last = 0;
  guint end = 0;

  if (!is_at (scan, at, &last))
    return;
  while (first > 0 && is_piece (scan, first - 1, "._%+-'&"))
    first--;
  while (first < at && lp_scan_is (scan, first, LP_TOKEN_MARK))
    first++;
  last = read_domain (scan, last + 1, &end);
  if (first < at && last > 0)
    lp_scan_add (scan, LP_FINDING_EMAIL, LP_FINDING_FLAG, first, last);
}

/* What comes after the domain; a full stop or a bracket at its end is the sentence's. */
static guint
read_path (const LpScan *scan, guint last)
{
  guint place = last + 1;

  if (lp_scan_is_mark (scan, place, ':') && lp_scan_is_number (scan, place + 1, 2, 5))
    place += 2;
  if (!lp_scan_is_mark (scan, place, '/') && !lp_scan_is_mark (scan, place, '?')
      && !lp_scan_is_mark (scan, place, '#'))
    return place - 1;
  while (is_piece (scan, place, "/?#=&%._-~+@:;,()!*$'"))
    place++;
  for (place--; place > last; place--)
    if (!lp_scan_is (scan, place, LP_TOKEN_MARK) || lp_scan_is_mark (scan, place, '/'))
      break;
  return place;
}

/* borger.dk is no secret; what stands below it may be. */
static gboolean
is_public (const LpScan *scan, guint first, guint last)
{
  char site[64];
  gsize size = 0;

  for (guint i = first; i <= last; i++)
    {
      const LpToken *token = lp_scan_at (scan, i);
      gsize more = token->kind == LP_TOKEN_MARK ? 1 : token->folded_size;

      if (size + more > sizeof site)
        return FALSE;
      if (token->kind == LP_TOKEN_MARK)
        site[size] = (char) token->mark;
      else
        memcpy (site + size, token->folded, more);
      size += more;
    }
  return (lp_words_find (site, size) & LP_WORD_PUBLIC_SITE) != 0;
}

static gboolean
is_profile (const LpScan *scan, guint domain, guint last, guint end)
{
  for (guint i = domain; i <= last; i++)
    if (end > last + 1 && is_one_of (scan, i, profiles, G_N_ELEMENTS (profiles)))
      return TRUE;
  return FALSE;
}

/* Who forgets the space after a full stop has written no address: "slut.EU siger". */
static gboolean
is_ending (const LpScan *scan, guint domain, guint last)
{
  if (lp_scan_at (scan, last)->capital && !lp_scan_at (scan, domain)->capital)
    return FALSE;
  return is_one_of (scan, last, endings, G_N_ELEMENTS (endings));
}

/* "https://www.example.org/there". Returns how far was looked, so that no place is looked at twice. */
static guint
find_site (LpScan *scan, guint first)
{
  guint domain = first;
  guint last = 0;
  guint end = 0;
  gboolean marked = FALSE;
  LpFindingLevel level;

  if ((is_word (scan, first, "http") || is_word (scan, first, "https"))
      && lp_scan_is_mark (scan, first + 1, ':')
      && lp_scan_is_mark (scan, first + 2, '/') && lp_scan_is_mark (scan, first + 3, '/'))
    domain = first + 4;
  if (is_word (scan, domain, "www") && lp_scan_is_mark (scan, domain + 1, '.'))
    domain += 2;
  marked = domain > first;
  last = read_domain (scan, domain, &end);
  if (last == 0 || (!marked && !is_ending (scan, domain, last)))
    return MAX (first, end);
  end = read_path (scan, last);
  if (end == last && is_public (scan, domain, last))
    return last;
  level = is_profile (scan, domain, last, end) ? LP_FINDING_FLAG : LP_FINDING_WARN;
  lp_scan_add (scan, LP_FINDING_WEB, level, first, end);
  return end;
}

/** lp_scan_links: finds email and web addresses. */
void
lp_scan_links (LpScan *self)
{
  for (guint i = 1; i < self->tokens.n; i++)
    if (lp_scan_is (self, i, LP_TOKEN_MARK) && !lp_scan_at (self, i)->taken)
      find_email (self, i);
  for (guint i = 0; i + 1 < self->tokens.n; i++)
    if (is_piece (self, i, "") && !lp_scan_is (self, i + 1, LP_TOKEN_SPACE))
      i = find_site (self, i);
}
