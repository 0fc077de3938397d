/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 10
#define FOLDED "abcdefghijklmnopqrstuvwxyz" /* stay as they are */

/* Words a file may use for a term, whatever the language of the interface; already folded (lp_fold_text). */
typedef const char *Words[MAX_WORDS];

typedef struct {
  const char *id;
  const char *label;
  const char *plural;
  Words       words;
} Kind;

typedef struct {
  const char *id;
  const char *label;
  const char *short_label;
  Words       words;
} Perspective;

typedef struct {
  const char *id;
  const char *label;
} Method;

static const Kind kinds[LP_N_KINDS] = {
  [LP_KIND_DREAM] = { "dream", N_("Dream"), N_("Dreams"),
                      { "dream", "dreams", "droem", "droemme" } },
  [LP_KIND_CONCERN] = { "concern", N_("Concern"), N_("Concerns"),
                        { "concern", "concerns", "bekymring", "bekymringer" } },
  [LP_KIND_EXPERIENCE] = { "experience", N_("Experience"), N_("Experiences"),
                           { "experience", "experiences", "erfaring", "erfaringer" } },
  [LP_KIND_PROPOSAL] = { "proposal", N_("Proposal"), N_("Proposals"),
                         { "proposal", "proposals", "forslag" } },
  [LP_KIND_STORY] = { "story", N_("Story"), N_("Stories"),
                      { "story", "stories", "historie", "historier" } },
};

static const Perspective perspectives[LP_N_PERSPECTIVES] = {
  [LP_PERSPECTIVE_LIVED] = {
    "lived", N_("Lived experience"), NC_("perspective", "lived"),
    { "lived", "lived experience", "lived experiences", "lived knowledge",
      "levet", "levet erfaring", "levede erfaringer", "levet viden" },
  },
  [LP_PERSPECTIVE_PROFESSIONAL] = {
    "professional", N_("Professional knowledge"), NC_("perspective", "professional"),
    { "professional", "professionals", "professional knowledge",
      "faglig", "faglig viden", "fagprofessionel", "fagprofessionelle" },
  },
  [LP_PERSPECTIVE_EXPERT] = {
    "expert", N_("Expert knowledge"), NC_("perspective", "expert"),
    { "expert", "experts", "expert knowledge", "ekspert", "eksperter", "ekspertviden" },
  },
  [LP_PERSPECTIVE_POLITICAL] = {
    "political", N_("Political"), NC_("perspective", "political"),
    { "political", "politician", "politicians", "politisk", "politiker", "politikere" },
  },
  [LP_PERSPECTIVE_RELATIVE] = {
    "relative", N_("Relative"), NC_("perspective", "relative"),
    { "relative", "relatives", "next of kin", "paaroerende" },
  },
};

static const Method methods[LP_N_METHODS] = {
  [LP_METHOD_PLENARY] = { "plenary", N_("Plenary") },
  [LP_METHOD_AGREEMENT] = { "agreement", N_("Ground rules and consent") },
  [LP_METHOD_TALK] = { "talk", N_("Talk") },
  [LP_METHOD_ROUND] = { "round", N_("Round") },
  [LP_METHOD_1_2_4_ALL] = { "1-2-4-all", N_("1-2-4-all") },
  [LP_METHOD_WORLD_CAFE] = { "world-cafe", N_("World Café") },
  [LP_METHOD_TABLE_WORK] = { "table-work", N_("Table work") },
  [LP_METHOD_DIALOGUE] = { "dialogue", N_("Dialogue meeting") },
  [LP_METHOD_APPRECIATIVE] = { "appreciative", N_("Appreciative interview") },
  [LP_METHOD_INTERVIEW] = { "interview", N_("Conversation with teller") },
  [LP_METHOD_READ_BACK] = { "read-back", N_("Read back and approve") },
  [LP_METHOD_AFFINITY] = { "affinity", N_("Affinity grouping") },
  [LP_METHOD_DOT_VOTE] = { "dot-vote", N_("Dot voting") },
  [LP_METHOD_BUDGET] = { "budget", N_("Budget exercise") },
  [LP_METHOD_WRAP_UP] = { "wrap-up", N_("Wrap-up") },
  [LP_METHOD_BREAK] = { "break", N_("Break") },
};

static const struct {
  const char *id;
  const char *label;
} colours[LP_N_COLOURS] = {
  [LP_COLOUR_BLUE] = { "blue", NC_("colour", "Blue") },
  [LP_COLOUR_TEAL] = { "teal", NC_("colour", "Teal") },
  [LP_COLOUR_GREEN] = { "green", NC_("colour", "Green") },
  [LP_COLOUR_YELLOW] = { "yellow", NC_("colour", "Yellow") },
  [LP_COLOUR_ORANGE] = { "orange", NC_("colour", "Orange") },
  [LP_COLOUR_PINK] = { "pink", NC_("colour", "Pink") },
  [LP_COLOUR_PURPLE] = { "purple", NC_("colour", "Purple") },
  [LP_COLOUR_SLATE] = { "slate", NC_("colour", "Slate") },
};

#define RING_ABOVE 0x030a
#define DIAERESIS 0x0308

/* How Danish spells a letter without having it: two letters. NULL: the letter is written as it is. */
static const char *
spell_out (gunichar letter, gunichar mark)
{
  if (letter == 0x00e6 || (letter == 'a' && mark == DIAERESIS))
    return "ae";
  if (letter == 0x00f8 || (letter == 'o' && mark == DIAERESIS))
    return "oe";
  if (letter == 'a' && mark == RING_ABOVE)
    return "aa";
  return NULL;
}

static gboolean
is_among (const Words words, const char *folded)
{
  for (guint i = 0; i < MAX_WORDS && words[i] != NULL; i++)
    {
      if (strcmp (words[i], folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
fold_word (const char *word)
{
  g_autofree char *folded = word[strspn (word, FOLDED)] ? lp_fold_text (word) : g_strdup (word);

  return g_strdup (g_strstrip (folded));
}

/** The id that stands in the database and in files: "dream". */
const char *
lp_kind_id (LpKind kind)
{
  g_return_val_if_fail ((guint) kind < LP_N_KINDS, NULL);

  return kinds[kind].id;
}

const char *
lp_kind_label (LpKind kind)
{
  g_return_val_if_fail ((guint) kind < LP_N_KINDS, NULL);

  return _(kinds[kind].label);
}

const char *
lp_kind_plural (LpKind kind)
{
  g_return_val_if_fail ((guint) kind < LP_N_KINDS, NULL);

  return _(kinds[kind].plural);
}

guint32
lp_kind_colour (LpKind kind)
{
  static const guint32 kind_colours[LP_N_KINDS] = {
    [LP_KIND_DREAM] = 0x99c1f1,
    [LP_KIND_CONCERN] = 0xf8b37f,
    [LP_KIND_EXPERIENCE] = 0x93cfd6,
    [LP_KIND_PROPOSAL] = 0xcba3dc,
    [LP_KIND_STORY] = 0xefb1cf,
  };

  g_return_val_if_fail ((guint) kind < LP_N_KINDS, 0);

  return kind_colours[kind];
}

/** Understands the id and the English and Danish words, one or many, in any case. */
gboolean
lp_kind_find (const char *id_or_word, LpKind *out)
{
  g_autofree char *folded = fold_word (id_or_word);

  for (guint i = 0; i < LP_N_KINDS; i++)
    {
      if (!is_among (kinds[i].words, folded))
        continue;
      *out = i;
      return TRUE;
    }
  return FALSE;
}

/** The id that stands in the database and in files: "lived". */
const char *
lp_perspective_id (LpPerspective perspective)
{
  g_return_val_if_fail ((guint) perspective < LP_N_PERSPECTIVES, NULL);

  return perspectives[perspective].id;
}

const char *
lp_perspective_label (LpPerspective perspective)
{
  g_return_val_if_fail ((guint) perspective < LP_N_PERSPECTIVES, NULL);

  return _(perspectives[perspective].label);
}

const char *
lp_perspective_short (LpPerspective perspective)
{
  g_return_val_if_fail ((guint) perspective < LP_N_PERSPECTIVES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "perspective", perspectives[perspective].short_label);
}

/** Understands the id and the English and Danish words, in any case. */
gboolean
lp_perspective_find (const char *id_or_word, LpPerspective *out)
{
  g_autofree char *folded = fold_word (id_or_word);

  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if (!is_among (perspectives[i].words, folded))
        continue;
      *out = i;
      return TRUE;
    }
  return FALSE;
}

/** The id that stands in the database and in files: "1-2-4-all". */
const char *
lp_method_id (LpMethod method)
{
  g_return_val_if_fail ((guint) method < LP_N_METHODS, NULL);

  return methods[method].id;
}

/** What the user sees it called. */
const char *
lp_method_label (LpMethod method)
{
  g_return_val_if_fail ((guint) method < LP_N_METHODS, NULL);

  return _(methods[method].label);
}

/** Finds the method of that very id; whether there is one. Else out is left alone. */
gboolean
lp_method_find (const char *id, LpMethod *out)
{
  for (guint i = 0; i < LP_N_METHODS; i++)
    {
      if (strcmp (methods[i].id, id) != 0)
        continue;
      *out = i;
      return TRUE;
    }
  return FALSE;
}

/** Reads "dream concern" into bits of 1 << LpKind. What is no kind is passed over. */
guint
lp_kinds_parse (const char *ids)
{
  g_auto (GStrv) words = g_strsplit_set (ids, " ,\t\n", -1);
  guint bits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      LpKind kind;

      if (lp_kind_find (words[i], &kind))
        bits |= 1u << kind;
    }
  return bits;
}

/** The other way: ids in the order of the kinds. Transfer full. */
char *
lp_kinds_print (guint kinds_)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < LP_N_KINDS; i++)
    {
      if ((kinds_ & (1u << i)) == 0)
        continue;
      if (ids->len > 0)
        g_string_append_c (ids, ' ');
      g_string_append (ids, kinds[i].id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/** A note's code: station and running number, "07-012". Transfer full. */
char *
lp_note_code (gint64 station, gint64 number)
{
  return g_strdup_printf ("%02" G_GINT64_FORMAT "-%03" G_GINT64_FORMAT, station, number);
}

static void
append_folded (GString *folded, const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      const char *spelled = spell_out (letter, g_utf8_get_char (g_utf8_next_char (p)));

      if (spelled != NULL)
        g_string_append (folded, spelled);
      else if (!g_unichar_ismark (letter))
        g_string_append_unichar (folded, g_unichar_tolower (letter));
    }
}

/* The bytes that stand for nearly all letters of a Danish text: ASCII, and æ, ø, å after LATIN_1. */
#define IS_ASCII(byte) ((guint8) (byte) < 0x80)
#define LATIN_1 '\xc3'

static const char *
spell_danish (char second)
{
  switch ((guint8) second)
    {
    case 0x86:
    case 0xa6:
      return "ae";
    case 0x98:
    case 0xb8:
      return "oe";
    case 0x85:
    case 0xa5:
      return "aa";
    default:
      return NULL;
    }
}

/* The letters of ASCII that no combining mark can follow: appends them, returns how many. */
static gsize
append_plain (GString *folded, const char *text)
{
  gsize length = 0, from = folded->len;

  while (text[length] != '\0' && IS_ASCII (text[length]))
    length++;
  if (length > 0 && text[length] != '\0' && text[length] != LATIN_1)
    length--;
  g_string_append_len (folded, text, length);
  for (gsize i = from; i < folded->len; i++)
    folded->str[i] = g_ascii_tolower (folded->str[i]);

  return length;
}

/**
 * lp_fold_append:
 *
 * Appends @text as lp_fold_text() folds it. A search folds many notes, so letters that no combining mark follows take
 * the short way.
 */
void
lp_fold_append (GString *folded, const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize length = append_plain (folded, p);
      const char *danish = NULL;

      p += length;
      if (*p == '\0')
        return;

      length = *p == LATIN_1 && p[1] != '\0' ? 2 : 1;
      if (length == 2 && (IS_ASCII (p[2]) || p[2] == LATIN_1))
        danish = spell_danish (p[1]);
      if (danish != NULL)
        g_string_append_len (folded, danish, 2);
      else
        {
          for (length = 1; !IS_ASCII (p[length]);)
            length++;
          append_folded (folded, p, length);
        }
      p += length;
    }
}

/**
 * lp_fold_text: what is the same to a Danish reader becomes the same bytes: case, accents of loan words,
 * and the two spellings of æ, ø and å. The letter å is not a: "gås" and "gas" stay two words. Transfer
 * full.
 */
char *
lp_fold_text (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);

  lp_fold_append (folded, text);

  return g_string_free (folded, FALSE);
}

const char *
lp_colour_id (LpColour colour)
{
  g_return_val_if_fail ((guint) colour < LP_N_COLOURS, NULL);

  return colours[colour].id;
}

const char *
lp_colour_label (LpColour colour)
{
  g_return_val_if_fail ((guint) colour < LP_N_COLOURS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "colour", colours[colour].label);
}

/** lp_colour_find: Returns: whether there is a colour of that id; else @out is left alone */
gboolean
lp_colour_find (const char *id, LpColour *out)
{
  for (guint i = 0; i < LP_N_COLOURS; i++)
    {
      if (g_strcmp0 (id, colours[i].id) == 0)
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}
