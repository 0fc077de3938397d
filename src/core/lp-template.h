/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lp-id.h"
#include "lp-change-set.h"

G_BEGIN_DECLS

/** LpTemplate: a meeting to start from, shipped with the program, in Danish or English. */
typedef struct _LpTemplate LpTemplate;

/* All of them in the user's language. Transfer full, of LpTemplate. */
GPtrArray  *lp_template_load_all    (void);
LpTemplate *lp_template_load        (const char *id, GError **error);
LpTemplate *lp_template_load_in     (const char *id, const char *language, GError **error);  /* "da" or "en" */
LpTemplate *lp_template_ref         (LpTemplate *self);
void        lp_template_unref       (LpTemplate *self);
const char *lp_template_get_id      (LpTemplate *self);
const char *lp_template_get_title   (LpTemplate *self);
const char *lp_template_get_purpose (LpTemplate *self);
int         lp_template_get_start   (LpTemplate *self);    /* minutes after midnight */
int         lp_template_get_minutes (LpTemplate *self);
int         lp_template_get_tables  (LpTemplate *self);
guint       lp_template_get_n_items (LpTemplate *self);
const char *lp_template_get_panel   (LpTemplate *self);    /* whose meeting it is when nothing else is said */

/* Adds the agenda to a new meeting. */
void        lp_template_fill        (LpTemplate *self, LpChangeSet *changes, const LpId *meeting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTemplate, lp_template_unref)

G_END_DECLS
