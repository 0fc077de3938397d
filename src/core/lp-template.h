/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lp-change-set.h"
#include "lp-id.h"
#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/**
 * LpTemplate: a meeting to start from. Some are shipped with the program, in Danish and English; others are
 * the user's own, see lp-templates.h; and any meeting can serve as one.
 */
typedef struct _LpTemplate LpTemplate;

/** LpTemplateItem: of the agenda. A text that is not there is "". */
typedef struct {
  char     *title;
  char     *prompt;
  char     *guide;
  char     *kinds; /* as lp_kinds_print() has them */
  char     *fact;
  char     *fact_source;
  LpMethod  method;
  int       minutes;
} LpTemplateItem;

#define LP_TEMPLATE_MAX_MINUTES 720 /* of one item */

/* Without items; minutes after midnight; hired_minutes: 0 for as long as the agenda takes. */
LpTemplate *lp_template_new          (const char *id, const char *title, const char *purpose, const char *panel,
                                      int start, int hired_minutes, int tables);
void        lp_template_take_item    (LpTemplate *self, LpTemplateItem *item);
void        lp_template_item_free    (LpTemplateItem *item);
/* As the meeting is now: its agenda, hours, tables, purpose and panel. */
LpTemplate *lp_template_from_meeting (LpReader *reader, const LpId *meeting, GError **error);

LpTemplate *lp_template_ref          (LpTemplate *self);
void        lp_template_unref        (LpTemplate *self);
const char *lp_template_get_id       (LpTemplate *self);
const char *lp_template_get_title    (LpTemplate *self);
const char *lp_template_get_purpose  (LpTemplate *self);
int         lp_template_get_start    (LpTemplate *self);    /* minutes after midnight */
int         lp_template_get_minutes  (LpTemplate *self);
int         lp_template_get_hired    (LpTemplate *self);    /* for how many minutes the room is */
int         lp_template_get_tables   (LpTemplate *self);
guint       lp_template_get_n_items  (LpTemplate *self);
const LpTemplateItem *lp_template_get_item (LpTemplate *self, guint position);
const char *lp_template_get_panel    (LpTemplate *self);    /* whose meeting it is when nothing else is said */

/* The file that a template of one's own was read from; NULL for the others. */
const char *lp_template_get_path     (LpTemplate *self);
void        lp_template_set_path     (LpTemplate *self, const char *path);

/* The same under another name and id. */
LpTemplate *lp_template_copy         (LpTemplate *self, const char *id, const char *title);

/* Adds the agenda to a new meeting. */
void        lp_template_fill         (LpTemplate *self, LpChangeSet *changes, const LpId *meeting);

/* Those that are shipped. Transfer full, of LpTemplate; in the user's language, or "da" or "en". */
GPtrArray  *lp_template_load_all     (void);
LpTemplate *lp_template_load         (const char *id, GError **error);
LpTemplate *lp_template_load_in      (const char *id, const char *language, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTemplate, lp_template_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTemplateItem, lp_template_item_free)

G_END_DECLS
