/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-rehearsal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

#include "lp-pretend-tables.h"

#define ITEMS "SELECT num FROM agenda_item WHERE space=?1 AND deleted=0 ORDER BY rank, id"
#define PREFIX "rehearsal-"
#define BEFORE_START_MS (60 * 1000)
#define DEFAULT_TABLES 10

struct _LpRehearsal
{
  GObject parent_instance;

  char *folder;
  LpStore *store;
  LpId meeting;
  LpRunClock *clock;
  LpRunner *runner;
  LpPretendTables *tables;
};

G_DEFINE_FINAL_TYPE (LpRehearsal, lp_rehearsal, G_TYPE_OBJECT)

/* --- The folder --- */

static gboolean
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;
  gboolean removed = TRUE;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      removed &= g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK)
                     ? remove_tree (child)
                     : g_unlink (child) == 0;
    }

  return removed && g_rmdir (path) == 0;
}

/* "rehearsal-PID-…" of a program that is not there any more: it was killed. */
static gboolean
is_left_over (const char *name)
{
  gint64 pid = g_str_has_prefix (name, PREFIX) ? g_ascii_strtoll (name + strlen (PREFIX), NULL, 10) : 0;

  return pid > 0 && pid <= G_MAXINT && kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}

static void
remove_left_over (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (parent, name, NULL);

      if (is_left_over (name))
        remove_tree (child);
    }
}

static char *
make_folder (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "landspanel", NULL);
  g_autofree char *name = g_strdup_printf (PREFIX "%d-XXXXXX", (int) getpid ());
  g_autofree char *template_ = g_build_filename (parent, name, NULL);

  if (g_mkdir_with_parents (parent, 0700) == 0)
    {
      remove_left_over (parent);
      if (g_mkdtemp (template_) != NULL)
        return g_steal_pointer (&template_);
    }
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("There is no room to rehearse in “%s”: %s"), parent,
               g_strerror (errno));

  return NULL;
}

/* --- The meeting --- */

static void
copy_record (LpChangeSet *changes, LpEntity entity, LpRecord *record)
{
  LpEdit *edit = lp_change_set_put (changes, entity, lp_record_get_space (record), lp_record_get_id (record));
  const LpEntityInfo *info = lp_schema_entity (entity);

  for (guint field = 0; field < info->n_fields; field++)
    {
      if (lp_record_has (record, field))
        lp_edit_value (edit, field, lp_record_value (record, field));
    }
}

static gboolean
copy_meeting (LpRehearsal *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (NULL);
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, error);
  g_autoptr (GPtrArray) items = record != NULL ? lp_reader_load_all (reader, LP_AGENDA_ITEM, ITEMS, meeting, error) : NULL;

  if (items == NULL)
    return FALSE;

  copy_record (changes, LP_MEETING, record);
  for (guint i = 0; i < items->len; i++)
    copy_record (changes, LP_AGENDA_ITEM, items->pdata[i]);

  return lp_store_commit (self->store, changes, error);
}

/* A minute before the day begins; it goes when the day does. */
static LpRunClock *
make_clock (LpReader *reader, const LpId *meeting, double speed)
{
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, NULL);
  const char *date = record != NULL ? lp_record_text (record, LP_MEETING_DATE) : NULL;
  int start = record != NULL ? (int) lp_record_int (record, LP_MEETING_START) : 0;

  return lp_run_clock_new_at (lp_run_plan_begin (date, start, 0) - BEFORE_START_MS, speed);
}

/* Whoever looks around first, or reads what to press, is not late for that. */
static void
hold_until_begun (LpRehearsal *self)
{
  lp_run_clock_hold (self->clock, !lp_runner_get_state (self->runner)->started);
}

static guint
count_tables (LpReader *reader, const LpId *meeting)
{
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, NULL);
  gint64 tables = record != NULL ? lp_record_int (record, LP_MEETING_TABLES) : 0;

  return tables > 0 ? (guint) tables : DEFAULT_TABLES;
}

static gboolean
set_up (LpRehearsal *self, LpReader *reader, const LpId *meeting, double speed, GError **error)
{
  g_autofree char *path = NULL;

  self->folder = make_folder (error);
  if (self->folder == NULL)
    return FALSE;

  path = g_build_filename (self->folder, "landspanel.db", NULL);
  self->store = lp_store_open (path, LP_STORE_READ_WRITE, error);
  if (self->store == NULL || !copy_meeting (self, reader, meeting, error))
    return FALSE;

  self->meeting = *meeting;
  self->clock = make_clock (reader, meeting, speed);
  self->runner = lp_runner_new (self->store, meeting, self->clock);
  self->tables = lp_pretend_tables_new (count_tables (reader, meeting), error);
  hold_until_begun (self);
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (hold_until_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "tick", G_CALLBACK (lp_rehearsal_step), self, G_CONNECT_SWAPPED);

  return self->tables != NULL;
}

static void
lp_rehearsal_dispose (GObject *object)
{
  LpRehearsal *self = LP_REHEARSAL (object);
  g_autoptr (GError) error = NULL;

  if (!lp_rehearsal_close (self, &error))
    g_warning ("The rehearsal was not cleaned away: %s", error->message);

  G_OBJECT_CLASS (lp_rehearsal_parent_class)->dispose (object);
}

static void
lp_rehearsal_finalize (GObject *object)
{
  LpRehearsal *self = LP_REHEARSAL (object);

  g_clear_pointer (&self->tables, lp_pretend_tables_free);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (lp_rehearsal_parent_class)->finalize (object);
}

static void
lp_rehearsal_class_init (LpRehearsalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_rehearsal_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_rehearsal_finalize;
}

static void
lp_rehearsal_init (LpRehearsal *self)
{
}

/**
 * lp_rehearsal_new:
 * @source: where the meeting is; only read
 * @speed: how many times faster than life; 0 stands still until the clock is told
 *
 * Returns: (transfer full): %NULL and an error when there is no room for it, or no such meeting
 */
LpRehearsal *
lp_rehearsal_new (LpStore *source, const LpId *meeting, double speed, GError **error)
{
  g_autoptr (LpRehearsal) self = g_object_new (LP_TYPE_REHEARSAL, NULL);

  if (!set_up (self, lp_store_get_reader (source), meeting, speed, error))
    return NULL;

  return g_steal_pointer (&self);
}

LpStore *
lp_rehearsal_get_store (LpRehearsal *self)
{
  return self->store;
}

const LpId *
lp_rehearsal_get_meeting (LpRehearsal *self)
{
  return &self->meeting;
}

LpRunClock *
lp_rehearsal_get_clock (LpRehearsal *self)
{
  return self->clock;
}

/** lp_rehearsal_get_folder: where all of it lies; gone after lp_rehearsal_close (). */
const char *
lp_rehearsal_get_folder (LpRehearsal *self)
{
  return self->folder;
}

/* What cannot be written now is said at the next table. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    g_debug ("A note of the rehearsal was not written: %s", error->message);
}

/** lp_rehearsal_step: the tables send what they have to say by now. Called by itself while the clock runs. */
void
lp_rehearsal_step (LpRehearsal *self)
{
  const LpRunState *state = NULL;
  LpRecord *item = NULL;
  g_autoptr (LpChangeSet) changes = NULL;

  if (self->store == NULL)
    return;

  state = lp_runner_get_state (self->runner);
  item = state->paused ? NULL : lp_runner_get_item (self->runner, state->now);
  changes = lp_pretend_tables_speak (self->tables, lp_store_get_reader (self->store), &self->meeting, item,
                                     lp_run_clock_get_time (self->clock));
  if (changes != NULL)
    lp_store_commit_async (self->store, changes, NULL, written_cb, NULL);
}

/** lp_rehearsal_close: nothing of it is left; whoever shows it must have let go of the store. */
gboolean
lp_rehearsal_close (LpRehearsal *self, GError **error)
{
  gboolean closed = TRUE;

  g_clear_object (&self->runner);
  g_clear_object (&self->clock);
  if (self->store != NULL)
    closed = lp_store_close (self->store, error);
  g_clear_object (&self->store);
  if (self->folder != NULL && g_file_test (self->folder, G_FILE_TEST_EXISTS) && !remove_tree (self->folder) && closed)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” could not be removed: %s"), self->folder,
                   g_strerror (errno));
      return FALSE;
    }

  return closed;
}
