/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * To be preloaded: counts the flushes to the disk, those of the main thread apart, for bench-commit.c.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int (*Flush) (int);

void count_flushes (unsigned *all, unsigned *main_thread);

static atomic_uint n_all;
static atomic_uint n_main;

static void
count (void)
{
  n_all++;
  if (syscall (SYS_gettid) == getpid ())
    n_main++;
}

int
fsync (int fd)
{
  count ();

  return ((Flush) dlsym (RTLD_NEXT, "fsync")) (fd);
}

int
fdatasync (int fd)
{
  count ();

  return ((Flush) dlsym (RTLD_NEXT, "fdatasync")) (fd);
}

void
count_flushes (unsigned *all, unsigned *main_thread)
{
  *all = n_all;
  *main_thread = n_main;
}
