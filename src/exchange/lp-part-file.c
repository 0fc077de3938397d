/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-part-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _LpPartFile {
  char *path;      /* of the file it becomes */
  char *part_path; /* NULL once it has become it */
};

static void
set_error (const char  *path,
           int          error_number,
           GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  int code = g_io_error_from_errno (error_number);

  switch (error_number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, code, _("“%s” was not written: there is no folder “%s”."), name, shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, G_IO_ERROR, code,
                   _("“%s” was not written: the folder “%s” may not be written to. "
                     "Choose another folder."), name, shown);
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, G_IO_ERROR, code,
                   _("“%s” was not written: there is no room left on the disk. "
                     "Free some space and try again."), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, code, _("“%s” was not written: %s."), name, g_strerror (error_number));
      break;
    }
}

/* A file beside it could be made: it is the former one that does not let itself be replaced, as on a share where it is open. */
static void
set_taken (const char  *path,
           int          error_number,
           GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (error_number != EBUSY && error_number != ETXTBSY && error_number != EACCES && error_number != EPERM)
    set_error (path, error_number, error);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (error_number),
                 _("“%s” was not written: another program has it open. Close it there, or choose another name."), name);
}

/* What a link points to is replaced, not the link. */
static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);

  return real ? real : g_strdup (path);
}

/* As open to others as the file it replaces, and always to be written by its owner. */
static int
find_mode (const char *path)
{
  GStatBuf former;

  return g_stat (path, &former) == 0 ? (former.st_mode & 0666) | 0600 : 0666;
}

static gboolean
create (LpPartFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);

  do
    {
      g_autofree char *name = g_strdup_printf (".%.200s.%08x.part", base, g_random_int ());
      g_autofree char *part_path = g_build_filename (folder, name, NULL);
      int fd = g_open (part_path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, find_mode (self->path));

      if (fd < 0)
        continue;
      self->part_path = g_steal_pointer (&part_path);
      return g_close (fd, NULL);
    }
  while (errno == EEXIST);

  return FALSE;
}

/** lp_part_file_new: makes an empty file beside @path, or says why it cannot. */
LpPartFile *
lp_part_file_new (const char  *path,
                  GError     **error)
{
  g_autoptr (LpPartFile) self = g_new0 (LpPartFile, 1);

  self->path = follow_links (path);
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      set_error (path, EISDIR, error);
      return NULL;
    }
  if (!create (self))
    {
      set_error (self->path, errno, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/** The passing name under which to write. */
const char *
lp_part_file_get_path (LpPartFile *self)
{
  return self->part_path;
}

/** Says in the user's words why the file could not be written, by the name it was to have. */
void
lp_part_file_set_error (LpPartFile  *self,
                        int          error_number,
                        GError     **error)
{
  set_error (self->path, error_number, error);
}

GBytes *
lp_part_file_read_back (LpPartFile  *self,
                        GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->part_path, FALSE, error);

  return file ? g_mapped_file_get_bytes (file) : NULL;
}

void
lp_part_file_set_short (LpPartFile  *self,
                        GError     **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               _("“%s” did not arrive whole on the disk. See whether there is room left on it, and try again."), name);
}

/* A file system that cannot sync a folder does without. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int result = fd < 0 ? -1 : fsync (fd);
  int saved = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  errno = saved;

  return result == 0;
}

/** lp_part_file_finish: puts the file, on the disk and whole, in the place of a former one, which until then can be cancelled. */
gboolean
lp_part_file_finish (LpPartFile    *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gboolean synced = sync_file (self->part_path);

  if (synced && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!synced)
    {
      set_error (self->path, errno, error);
      return FALSE;
    }
  if (g_rename (self->part_path, self->path) < 0)
    {
      set_taken (self->path, errno, error);
      return FALSE;
    }

  g_clear_pointer (&self->part_path, g_free);
  sync_folder (self->path);
  return TRUE;
}

/** lp_part_file_free: a file that was not finished is removed. */
void
lp_part_file_free (LpPartFile *self)
{
  if (self->part_path)
    g_unlink (self->part_path);
  g_free (self->part_path);
  g_free (self->path);
  g_free (self);
}
