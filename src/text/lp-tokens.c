/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-tokens.h"

#include <string.h>

#define RING_ABOVE 0x30A
#define DIAERESIS 0x308

/* Where the reading is. */
typedef struct {
  LpTokens *tokens;
  LpToken  *token;     /* the last, or NULL */
  guint     allocated;
  char     *write;     /* into the pool */
  guint     position;  /* in characters */
  gboolean  parted;    /* the last token is complete */
  gboolean  begins;
} Lexer;

static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static gboolean
is_line_end (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* So that a number or an address is the same with typographic marks. */
static gunichar
plain_mark (gunichar c)
{
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63)
    return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC)
    return '\'';
  if (c >= 0xFF01 && c <= 0xFF5E) /* the wide forms of ASCII */
    return c - 0xFEE0;
  return c;
}

static LpTokenKind
kind_of (gunichar c)
{
  if (c < 0x80)
    {
      if (g_ascii_isalpha (c))
        return LP_TOKEN_WORD;
      if (g_ascii_isdigit (c))
        return LP_TOKEN_NUMBER;
      if (c == ' ' || c == '\t')
        return LP_TOKEN_SPACE;
      return is_line_end (c) ? LP_TOKEN_BREAK : LP_TOKEN_MARK;
    }
  if (g_unichar_isalpha (c))
    return LP_TOKEN_WORD;
  if (g_unichar_isdigit (c))
    return LP_TOKEN_NUMBER;
  if (is_line_end (c))
    return LP_TOKEN_BREAK;
  return g_unichar_isspace (c) ? LP_TOKEN_SPACE : LP_TOKEN_MARK;
}

static gunichar
fold_letter (gunichar c)
{
  gunichar base = 0;

  if (c < 0x80)
    return g_ascii_tolower (c);
  c = g_unichar_tolower (c);
  switch (c)
    {
    case 0xE5: /* å */
    case 0xE6: /* æ */
    case 0xF8: /* ø */
      return c;
    case 0xE4: /* ä */
      return 0xE6;
    case 0xF6: /* ö */
      return 0xF8;
    case 0xF0: /* ð */
      return 'd';
    case 0x131: /* ı */
      return 'i';
    case 0x142: /* ł */
      return 'l';
    default:
      return g_unichar_fully_decompose (c, FALSE, &base, 1) > 0 ? base : c;
    }
}

static gboolean
ends_with_letter (Lexer *self, char letter)
{
  return self->write > self->token->folded && self->write[-1] == letter;
}

static void
replace_last (Lexer *self, gunichar c)
{
  self->write--;
  self->write += g_unichar_to_utf8 (c, self->write);
}

static void
append_letter (Lexer *self, gunichar c)
{
  c = fold_letter (c);
  if (c == 'a' && ends_with_letter (self, 'a'))
    replace_last (self, 0xE5);
  else if (c < 0x80)
    *self->write++ = (char) c;
  else
    self->write += g_unichar_to_utf8 (c, self->write);
}

/* An accent that stands alone changes the letter before it as the two in one do. */
static void
append_accent (Lexer *self, gunichar c)
{
  if (c == RING_ABOVE && ends_with_letter (self, 'a'))
    replace_last (self, 0xE5);
  else if (c == DIAERESIS && ends_with_letter (self, 'a'))
    replace_last (self, 0xE6);
  else if (c == DIAERESIS && ends_with_letter (self, 'o'))
    replace_last (self, 0xF8);
}

/* A full stop after an abbreviation or an initial ends no sentence. */
static gboolean
ends_sentence (Lexer *self, gunichar mark)
{
  const LpToken *before = self->token - 1;
  gboolean any = self->token > self->tokens->tokens;

  switch (mark)
    {
    case '.':
      return !any || before->kind != LP_TOKEN_WORD
             || (!(before->flags & LP_WORD_ABBREVIATION) && lp_token_length (before) > 1);
    case '!':
    case '?':
    case ':':
    case '*':
    case '=':
    case 0x2026: /* … */
    case 0x2022: /* • */
    case 0x2192: /* → */
      return TRUE;
    case '"':
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0xAB: /* « */
    case 0xBB: /* » */
      return !any || before->kind != LP_TOKEN_WORD;
    default:
      return FALSE;
    }
}

static void
complete (Lexer *self)
{
  LpToken *token = self->token;

  if (token == NULL || self->parted)
    return;
  self->parted = TRUE;
  if (token->kind == LP_TOKEN_MARK)
    self->begins |= ends_sentence (self, token->mark);
  else if (token->kind == LP_TOKEN_BREAK)
    self->begins = TRUE;
  if (token->kind != LP_TOKEN_WORD && token->kind != LP_TOKEN_NUMBER)
    return;
  token->folded_size = self->write - token->folded;
  *self->write++ = '\0';
  self->begins = FALSE;
  if (token->kind == LP_TOKEN_WORD)
    token->flags = lp_words_find (token->folded, token->folded_size);
}

static void
begin (Lexer *self, LpTokenKind kind, guint byte, gunichar c)
{
  LpTokens *tokens = self->tokens;

  complete (self);
  if (tokens->n + 1 == self->allocated)
    {
      self->allocated *= 2;
      tokens->tokens = g_renew (LpToken, tokens->tokens, self->allocated);
    }
  self->token = &tokens->tokens[tokens->n++];
  *self->token = (LpToken) {
    .kind = kind,
    .byte_start = byte,
    .start = self->position,
    .folded = self->write,
    .begins = self->begins,
  };
  self->parted = FALSE;
  if (kind == LP_TOKEN_WORD)
    self->token->capital = self->token->capitals = c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
  else if (kind == LP_TOKEN_MARK)
    self->token->mark = plain_mark (c);
}

static void
take (Lexer *self, gunichar c, guint byte, guint next)
{
  gboolean in_word = self->token != NULL && !self->parted && self->token->kind == LP_TOKEN_WORD;
  LpTokenKind kind;

  if (c >= 0x80 && is_invisible (c))
    return;
  if (c >= 0x300 && g_unichar_ismark (c))
    {
      if (!in_word)
        return;
      append_accent (self, c);
      kind = LP_TOKEN_WORD;
    }
  else
    {
      kind = kind_of (c);
      if (self->token == NULL || kind == LP_TOKEN_MARK || kind != self->token->kind)
        begin (self, kind, byte, c);
      if (kind == LP_TOKEN_WORD)
        {
          append_letter (self, c);
          self->token->capitals &= c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
        }
      else if (kind == LP_TOKEN_NUMBER)
        *self->write++ = '0' + (c < 0x80 ? g_ascii_digit_value (c) : g_unichar_digit_value (c));
    }
  self->token->byte_end = next;
  self->token->end = self->position + 1;
}

/**
 * lp_tokens_init: takes "size" bytes of a text apart, in time that grows with its length. The text must be
 * valid UTF-8, composed or decomposed, and outlive the tokens. What lies beyond the first nul byte is not
 * read.
 */
void
lp_tokens_init (LpTokens *self, const char *text, gsize size)
{
  Lexer lexer = { .tokens = self, .begins = TRUE, .allocated = 16 + size / 3 };
  const char *end = text + size;

  /* a folded letter may be a byte longer than the letter, and is followed by a nul at worst */
  self->text = text;
  self->n = 0;
  self->pool = g_malloc (2 * size + 2);
  self->tokens = g_new (LpToken, lexer.allocated);
  lexer.write = self->pool;
  for (const char *p = text; p < end && *p != '\0'; lexer.position++)
    {
      const char *next = g_utf8_next_char (p);

      take (&lexer, (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p), p - text, next - text);
      p = next;
    }
  complete (&lexer);
  memset (&self->tokens[self->n], 0, sizeof (LpToken));
  self->tokens[self->n].folded = "";
}

/** lp_tokens_clear: frees what lp_tokens_init() made. */
void
lp_tokens_clear (LpTokens *self)
{
  g_clear_pointer (&self->tokens, g_free);
  g_clear_pointer (&self->pool, g_free);
}
