/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-lock.h"

#include "lp-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _LpLock {
  int fd;
};

static void
set_held_error (int fd, GError **error)
{
  char who[128] = "";
  ssize_t length = pread (fd, who, sizeof who - 1, 0);

  who[MAX (length, 0)] = '\0';
  g_strchomp (who);
  /* Translators: %s is a program and its number, such as "landspanel (process 4711)" */
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_LOCKED,
               _("The database is open in %s, which alone may write to it. Close that program and try again."),
               *who ? who : _("another program"));
}

static void
sign (int fd)
{
  g_autofree char *who = g_strdup_printf (_("%s (process %d)"), g_get_prgname () ? g_get_prgname () : "?", getpid ());

  /* a courtesy to who comes second; the lock does not hang on it */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, who, strlen (who), 0) < 0)
    g_debug ("could not sign the lock: %s", g_strerror (errno));
}

/**
 * lp_lock_take:
 * @path: of the database
 *
 * Returns: (transfer full): %NULL with %LP_STORE_ERROR_LOCKED, which names who holds it, or %LP_STORE_ERROR_READ_ONLY
 */
LpLock *
lp_lock_take (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  LpLock *self;

  if (fd < 0)
    {
      int saved = errno;
      gboolean full = saved == ENOSPC || saved == EDQUOT;

      g_set_error (error, LP_STORE_ERROR, full ? LP_STORE_ERROR_FULL : LP_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written: %s"), name, g_strerror (saved));
      return NULL;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      set_held_error (fd, error);
      close (fd);
      return NULL;
    }

  sign (fd);
  self = g_new0 (LpLock, 1);
  self->fd = fd;

  return self;
}

/* The file stays: removing it would open a gap in which two programs hold "the" lock. */
void
lp_lock_free (LpLock *self)
{
  if (!self)
    return;

  close (self->fd);
  g_free (self);
}
