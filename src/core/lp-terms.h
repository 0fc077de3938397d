/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the field: ids as they stand in the database and in files, labels in the user's language. */

typedef enum {
  LP_KIND_DREAM,
  LP_KIND_CONCERN,
  LP_KIND_EXPERIENCE,
  LP_KIND_PROPOSAL,
  LP_KIND_STORY,
  LP_N_KINDS,
} LpKind;

typedef enum {
  LP_PERSPECTIVE_LIVED,
  LP_PERSPECTIVE_PROFESSIONAL,
  LP_PERSPECTIVE_EXPERT,
  LP_PERSPECTIVE_POLITICAL,
  LP_PERSPECTIVE_RELATIVE,
  LP_N_PERSPECTIVES,
} LpPerspective;

typedef enum {
  LP_METHOD_PLENARY,
  LP_METHOD_AGREEMENT,
  LP_METHOD_TALK,
  LP_METHOD_ROUND,
  LP_METHOD_1_2_4_ALL,
  LP_METHOD_WORLD_CAFE,
  LP_METHOD_TABLE_WORK,
  LP_METHOD_DIALOGUE,
  LP_METHOD_APPRECIATIVE,
  LP_METHOD_INTERVIEW,
  LP_METHOD_READ_BACK,
  LP_METHOD_AFFINITY,
  LP_METHOD_DOT_VOTE,
  LP_METHOD_BUDGET,
  LP_METHOD_WRAP_UP,
  LP_METHOD_BREAK,
  LP_N_METHODS,
} LpMethod;

/* Of themes: a help for the eye, never alone. */
typedef enum {
  LP_COLOUR_BLUE,
  LP_COLOUR_TEAL,
  LP_COLOUR_GREEN,
  LP_COLOUR_YELLOW,
  LP_COLOUR_ORANGE,
  LP_COLOUR_PINK,
  LP_COLOUR_PURPLE,
  LP_COLOUR_SLATE,
  LP_N_COLOURS,
} LpColour;

const char *lp_kind_id               (LpKind kind);
const char *lp_kind_label            (LpKind kind);  /* "Dream" */
const char *lp_kind_plural           (LpKind kind);  /* "Dreams" */
guint32     lp_kind_colour           (LpKind kind);  /* 0xRRGGBB, of charts that leave the house: light, since words stand on it */
gboolean    lp_kind_find             (const char *id_or_word, LpKind *out);

const char *lp_perspective_id        (LpPerspective perspective);
const char *lp_perspective_label     (LpPerspective perspective);  /* "Lived experience" */
const char *lp_perspective_short     (LpPerspective perspective);  /* "lived" */
gboolean    lp_perspective_find      (const char *id_or_word, LpPerspective *out);

const char *lp_method_id             (LpMethod method);
const char *lp_method_label          (LpMethod method);
gboolean    lp_method_find           (const char *id, LpMethod *out);

const char *lp_colour_id             (LpColour colour);
const char *lp_colour_label          (LpColour colour);
gboolean    lp_colour_find           (const char *id, LpColour *out);

/* "dream concern" ↔ bits of 1 << LpKind */
guint       lp_kinds_parse           (const char *ids);
char       *lp_kinds_print           (guint kinds);

/* "07-012"; a note without a station has 00. free with g_free () */
char       *lp_note_code             (gint64 station, gint64 number);

/* Compares words as a reader would: case, accents of loan words, æ/ae, ø/oe, å/aa are the same; å is not a. */
char       *lp_fold_text             (const char *text);
void        lp_fold_append           (GString *folded, const char *text);

G_END_DECLS
