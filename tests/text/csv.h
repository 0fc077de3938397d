/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The rows of a CSV file with semicolons, each a GStrv; its heading apart. Fails the test when it cannot be
 * read.
 */
GPtrArray *test_csv_read (const char *path);

G_END_DECLS
