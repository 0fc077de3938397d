/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

/* Of this program alone; getrusage () also knows of the one that started it. */
static long
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak = NULL;
  long kib = 0;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    peak = strstr (status, "VmHWM:");
  if (peak == NULL || sscanf (peak, "VmHWM: %ld kB", &kib) != 1)
    g_error ("no peak memory in /proc/self/status");

  return kib;
}

/* Prints the seconds that went by, those of the processor, and the peak memory in KiB. */
void
print_usage (gint64 microseconds)
{
  struct rusage usage = { 0 };

  getrusage (RUSAGE_SELF, &usage);
  printf ("%.3f %.3f %ld\n", microseconds / 1e6,
          usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
          peak_memory ());
}
