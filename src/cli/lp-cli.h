/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "lp-meeting.h"
#include "lp-store.h"

G_BEGIN_DECLS

/* What scripts rely on. */
typedef enum {
  LP_CLI_DONE = 0,
  LP_CLI_REFUSED = 1,    /* or partly so: told on stderr */
  LP_CLI_WRONG_USE = 2,
} LpCliExit;

/** LpCli: what all commands are told. */
typedef struct {
  char     *database;
  gboolean  named;     /* by the user: it is not their own */
  gboolean  json;
} LpCli;

/** LpCliCommand: one thing that landspanelctl does. */
typedef struct {
  const char         *name;         /* one word, or two */
  const char         *arguments;    /* as the usage line has them; untranslated */
  guint               n_arguments;
  const char         *summary;      /* untranslated */
  const GOptionEntry *options;      /* of its own, or NULL */
  char             *(*describe) (void); /* what its help ends with, or NULL */

  /* With an error set, the answer is LP_CLI_WRONG_USE for a G_OPTION_ERROR or a G_IO_ERROR_INVALID_ARGUMENT,
   * else LP_CLI_REFUSED, whatever is returned. */
  LpCliExit         (*run) (LpCli *cli, char **arguments, GError **error);
} LpCliCommand;

extern const LpCliCommand lp_cli_new;
extern const LpCliCommand lp_cli_sample;
extern const LpCliCommand lp_cli_list;
extern const LpCliCommand lp_cli_show;
extern const LpCliCommand lp_cli_import_changes;
extern const LpCliCommand lp_cli_import_meeting;
extern const LpCliCommand lp_cli_import_notes;
extern const LpCliCommand lp_cli_import_roster;
extern const LpCliCommand lp_cli_notes;
extern const LpCliCommand lp_cli_scan;
extern const LpCliCommand lp_cli_export;
extern const LpCliCommand lp_cli_export_panel;
extern const LpCliCommand lp_cli_search;
extern const LpCliCommand lp_cli_priorities;
extern const LpCliCommand lp_cli_stories;
extern const LpCliCommand lp_cli_recommendations;
extern const LpCliCommand lp_cli_withdraw;
extern const LpCliCommand lp_cli_themes_classify;
extern const LpCliCommand lp_cli_themes_suggest;
extern const LpCliCommand lp_cli_themes_accept;
extern const LpCliCommand lp_cli_check;

LpStore     *lp_cli_open          (LpCli *cli, LpStoreMode mode, GError **error);
LpStore     *lp_cli_open_meeting  (LpCli *cli, LpStoreMode mode, const char *id, LpId *meeting,
                                   GError **error);
void         lp_cli_close         (LpStore *store);
void         lp_cli_trace         (LpCli *cli, const LpId *meeting, const char *path, const char *variant);

void         lp_cli_say           (const char *format, ...) G_GNUC_PRINTF (1, 2);
void         lp_cli_complain      (const char *format, ...) G_GNUC_PRINTF (1, 2);
void         lp_cli_print_padded  (const char *text, guint width);
void         lp_cli_print_json    (JsonBuilder *builder);
void         lp_cli_print_id      (LpCli *cli, const LpId *id);

void         lp_cli_member_text   (JsonBuilder *builder, const char *name, const char *text);
void         lp_cli_member_int    (JsonBuilder *builder, const char *name, gint64 number);

G_END_DECLS
