/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-words.h"

G_BEGIN_DECLS

typedef enum {
  LP_TOKEN_END,    /* before the first and after the last */
  LP_TOKEN_WORD,   /* letters; a hyphen parts words */
  LP_TOKEN_NUMBER, /* decimal digits of any script */
  LP_TOKEN_SPACE,  /* one or more within a line */
  LP_TOKEN_BREAK,  /* one or more ends of lines */
  LP_TOKEN_MARK,   /* any other character */
} LpTokenKind;

/** LpToken: a piece of a text. What is invisible (soft hyphens, zero-width spaces) parts nothing. */
typedef struct {
  LpTokenKind kind;
  guint       byte_start;
  guint       byte_end;
  guint       start;       /* in characters */
  guint       end;
  const char *folded;      /* WORD: small letters, no accents but æ, ø, å; aa is å. NUMBER: ASCII digits */
  guint       folded_size; /* in bytes */
  guint       flags;       /* LP_WORD_ */
  gunichar    mark;        /* MARK: all dashes are "-", all apostrophes "'" */
  guint       capital : 1;  /* begins with one */
  guint       capitals : 1; /* has no small letter */
  guint       begins : 1;   /* a sentence or a line, by the look of it */
  guint       taken : 1;    /* is part of what was found */
} LpToken;

/** LpTokens: a text in pieces, in order and with none missing. */
typedef struct {
  const char *text;
  LpToken    *tokens; /* one LP_TOKEN_END beyond the last */
  guint       n;
  char       *pool;
} LpTokens;

void lp_tokens_init  (LpTokens *self, const char *text, gsize size);
void lp_tokens_clear (LpTokens *self);

/** lp_tokens_at: the token at a place, which may lie outside. */
static inline LpToken *
lp_tokens_at (const LpTokens *self, guint place)
{
  return &self->tokens[MIN (place, self->n)];
}

static inline guint
lp_token_length (const LpToken *self)
{
  return self->end - self->start;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpTokens, lp_tokens_clear)

G_END_DECLS
