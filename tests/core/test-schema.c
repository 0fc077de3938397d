/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-schema.h"

/* Columns of every table that are no fields. */
static const char *const reserved[] = { "num", "id", "space", "stamps", NULL };

static gboolean
is_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && *p != '_')
      return FALSE;

  return *name != '\0';
}

static void
test_entities (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  LpEntity unused = 0;

  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      const LpEntityInfo *info = lp_schema_entity (entity);
      LpEntity found = LP_N_ENTITIES;

      g_assert_true (is_name (info->name));
      g_assert_true (g_hash_table_add (names, (gpointer) info->name));
      g_assert_true (lp_schema_find_entity (info->name, &found));
      g_assert_cmpint (found, ==, entity);
      g_assert_cmpuint (info->n_fields, >, 1);
      g_assert_cmpuint (info->n_fields, <=, LP_MAX_FIELDS);
    }

  g_assert_false (lp_schema_find_entity ("", &unused));
  g_assert_false (lp_schema_find_entity ("sqlite_schema", &unused));
}

static void
test_field_names (void)
{
  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      const LpEntityInfo *info = lp_schema_entity (entity);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      guint unused = 0;

      g_assert_cmpstr (info->fields[LP_DELETED].name, ==, "deleted");
      g_assert_cmpint (info->fields[LP_DELETED].type, ==, LP_TYPE_BOOL);
      for (guint i = 0; i < info->n_fields; i++)
        {
          guint found = G_MAXUINT;

          g_test_message ("%s.%s", info->name, info->fields[i].name);
          g_assert_true (is_name (info->fields[i].name));
          g_assert_false (g_strv_contains (reserved, info->fields[i].name));
          g_assert_true (g_hash_table_add (names, (gpointer) info->fields[i].name));
          g_assert_true (lp_schema_find_field (entity, info->fields[i].name, &found));
          g_assert_cmpuint (found, ==, i);
        }
      g_assert_false (lp_schema_find_field (entity, "no such field", &unused));
    }
}

/* Nobody's words are lost on the way out unless somebody has said why. */
static void
test_exported_or_left_out (void)
{
  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      const LpEntityInfo *info = lp_schema_entity (entity);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const LpField *field = &info->fields[i];

          g_test_message ("%s.%s", info->name, field->name);
          /* both: for the house alone */
          g_assert_true (field->heading != NULL || field->left_out != NULL);
          if (field->left_out != NULL)
            g_assert_cmpstr (field->left_out, !=, "");
          if (field->heading != NULL)
            g_assert_cmpstr (lp_schema_heading (entity, i), !=, "");
        }
    }
}

static void
test_headings_differ (void)
{
  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      const LpEntityInfo *info = lp_schema_entity (entity);
      g_autoptr (GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].heading != NULL)
          g_assert_true (g_hash_table_add (headings, (gpointer) info->fields[i].heading));
    }
}

/* A code printed on paper must not come to mean another note: what makes it survives the erasure of the note. */
static void
test_code_outlives (void)
{
  const LpEntityInfo *info = lp_schema_entity (LP_NOTE);

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean code = i == LP_NOTE_STATION || i == LP_NOTE_NUMBER;

      g_assert_true (((info->fields[i].flags & LP_FIELD_OUTLIVES) != 0) == code);
      g_assert_false ((info->fields[i].flags & LP_FIELD_OUTLIVES) && (info->fields[i].flags & LP_FIELD_PERSONAL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/entities", test_entities);
  g_test_add_func ("/schema/field-names", test_field_names);
  g_test_add_func ("/schema/exported-or-left-out", test_exported_or_left_out);
  g_test_add_func ("/schema/headings-differ", test_headings_differ);
  g_test_add_func ("/schema/code-outlives", test_code_outlives);

  return g_test_run ();
}
