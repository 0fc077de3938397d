/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/**
 * TestFolder: an empty folder of a test's own, below the temporary folder; freed with all that is in it.
 * The path of a database in it is "database".
 */
typedef struct {
  char *path;
  char *database;
} TestFolder;

/** TestMeeting: a database with a meeting in it, open; a fixture for g_test_add (). */
typedef struct {
  TestFolder *folder;
  LpStore    *store;   /* a test may close it, and set it to NULL */
  LpReader   *reader;  /* the store's, until it is closed */
  LpId        meeting;
} TestMeeting;

typedef enum {
  TEST_DUMP_VISIBLE, /* what a user can see: the fields of what is not deleted */
  TEST_DUMP_ALL,     /* every column but the local number, stamps too, of deleted rows as well */
} TestDump;

TestFolder *test_folder_new  (void);
void        test_folder_free (TestFolder *folder);

void        test_meeting_set_up    (TestMeeting *self, gconstpointer data);
void        test_meeting_tear_down (TestMeeting *self, gconstpointer data);

LpStore    *test_store_open  (const char *path);
void        test_store_close (LpStore *store);
void        test_commit      (LpStore *store, LpChangeSet *changes);
LpId        test_meeting     (LpStore *store, const char *title);
LpId        test_note        (LpStore *store, const LpId *meeting, const char *text);
void        test_set_text    (LpStore *store, const LpId *meeting, const LpId *note, const char *text);
LpId        test_theme       (LpStore *store, const LpId *meeting, const char *name);
LpRecord   *test_load        (LpStore *store, LpEntity entity, const LpId *id);
gint64      test_number      (LpReader *reader, const char *sql);
char       *test_dump        (LpReader *reader, TestDump what);
void        test_check       (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_free)

G_END_DECLS
