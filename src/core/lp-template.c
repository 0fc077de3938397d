/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-template.h"

#include "lp-clock.h"
#include "lp-core-resources.h"
#include "lp-rank.h"
#include "lp-store.h"
#include "lp-terms.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define TEMPLATES "/dk/udsatte/Landspanel/core/templates.json"
#define DOTS_WHEN_UNSAID 3

typedef struct {
  char     *title;
  char     *prompt;
  char     *guide;
  char     *kinds;
  LpMethod  method;
  int       minutes;
} Item;

struct _LpTemplate {
  char      *id;
  char      *title;
  char      *purpose;
  char      *panel;
  int        start;
  int        tables;
  GPtrArray *items; /* of Item */
};

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->title);
  g_free (item->prompt);
  g_free (item->guide);
  g_free (item->kinds);
  g_free (item);
}

static void
template_clear (gpointer data)
{
  LpTemplate *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->purpose);
  g_free (self->panel);
  g_ptr_array_unref (self->items);
}

static const char *
user_language (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "da"))
        return "da";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }
  return "en";
}

static const char *
words_in (JsonObject *object, const char *member, const char *language)
{
  return json_object_get_string_member (json_object_get_object_member (object, member), language);
}

/* 50000 → "50.000", as the language writes it. */
static char *
print_amount (gint64 amount, const char *language)
{
  const char *separator = g_str_equal (language, "da") ? "." : ",";

  if (amount < 1000)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  g_autofree char *thousands = print_amount (amount / 1000, language);

  return g_strdup_printf ("%s%s%03d", thousands, separator, (int) (amount % 1000));
}

/* What is known when the meeting is made; {end} and the like are known on the day only. */
static char *
fill_prompt (const char *prompt, JsonObject *item, JsonObject *template_, const char *language)
{
  g_autoptr (GString) filled = g_string_new (prompt);
  int n_dots = json_object_get_int_member_with_default (item, "dots", DOTS_WHEN_UNSAID);
  gint64 amount = json_object_get_int_member_with_default (template_, "budget_dkk", 0);
  g_autofree char *dots = g_strdup_printf ("%d", n_dots);
  g_autofree char *budget = print_amount (amount, language);

  g_string_replace (filled, "{dots}", dots, 0);
  g_string_replace (filled, "{budget}", budget, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static char *
read_kinds (JsonArray *notes)
{
  guint kinds = 0;

  for (guint i = 0; i < json_array_get_length (notes); i++)
    kinds |= lp_kinds_parse (json_array_get_string_element (notes, i));
  return lp_kinds_print (kinds);
}

static Item *
read_item (JsonObject *object, JsonObject *template_, const char *language)
{
  Item *item = g_new0 (Item, 1);

  item->title = g_strdup (words_in (object, "title", language));
  item->prompt = fill_prompt (words_in (object, "prompt", language), object, template_, language);
  item->guide = g_strdup (words_in (object, "guide", language));
  item->kinds = read_kinds (json_object_get_array_member (object, "notes"));
  item->minutes = json_object_get_int_member (object, "minutes");
  if (!lp_method_find (json_object_get_string_member (object, "method"), &item->method))
    g_assert_not_reached ();
  return item;
}

static LpTemplate *
read_template (JsonObject *object, const char *panel, const char *language)
{
  LpTemplate *self = g_atomic_rc_box_new0 (LpTemplate);
  JsonArray *items = json_object_get_array_member (object, "items");
  JsonObject *participants = json_object_get_object_member (object, "participants");

  self->id = g_strdup (json_object_get_string_member (object, "id"));
  self->title = g_strdup (words_in (object, "title", language));
  self->purpose = g_strdup (words_in (object, "purpose", language));
  self->panel = g_strdup (panel);
  self->tables = json_object_get_int_member (participants, "tables");
  self->items = g_ptr_array_new_with_free_func (item_free);
  lp_clock_parse (json_object_get_string_member (object, "start"), &self->start);

  for (guint i = 0; i < json_array_get_length (items); i++)
    g_ptr_array_add (self->items, read_item (json_array_get_object_element (items, i), object, language));
  return self;
}

/* The file is part of the program, so that what is wrong with it is a mistake in the program. */
static GPtrArray *
load_all_in (const char *language)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_template_unref);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lp_core_get_resource (), TEMPLATES,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("templates.json: %s", error->message);

  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonArray *array = json_object_get_array_member (root, "templates");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (templates, read_template (json_array_get_object_element (array, i),
                                               words_in (root, "panel", language), language));
  return templates;
}

/** Every template, in the user's language. Transfer full, of LpTemplate. */
GPtrArray *
lp_template_load_all (void)
{
  return load_all_in (user_language ());
}

/** The template of that id in the user's language; LP_STORE_ERROR_NOT_FOUND when there is none. */
LpTemplate *
lp_template_load (const char *id, GError **error)
{
  return lp_template_load_in (id, user_language (), error);
}

/** As lp_template_load(), in "da" or "en", whatever the user's language. */
LpTemplate *
lp_template_load_in (const char *id, const char *language, GError **error)
{
  g_autoptr (GPtrArray) templates = load_all_in (language);

  for (guint i = 0; i < templates->len; i++)
    {
      LpTemplate *self = g_ptr_array_index (templates, i);

      if (g_str_equal (self->id, id))
        return lp_template_ref (self);
    }
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("There is no template “%s”."), id);
  return NULL;
}

LpTemplate *
lp_template_ref (LpTemplate *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** Frees it with the last reference. */
void
lp_template_unref (LpTemplate *self)
{
  g_atomic_rc_box_release_full (self, template_clear);
}

/** What it is called in files and on the command line. Transfer none, as are the others. */
const char *
lp_template_get_id (LpTemplate *self)
{
  return self->id;
}

/** What the user sees it called. */
const char *
lp_template_get_title (LpTemplate *self)
{
  return self->title;
}

/** What such a meeting is for. */
const char *
lp_template_get_purpose (LpTemplate *self)
{
  return self->purpose;
}

const char *
lp_template_get_panel (LpTemplate *self)
{
  return self->panel;
}

/** When the day begins, in minutes after midnight. */
int
lp_template_get_start (LpTemplate *self)
{
  return self->start;
}

/** How long the whole agenda takes. */
int
lp_template_get_minutes (LpTemplate *self)
{
  int minutes = 0;

  for (guint i = 0; i < self->items->len; i++)
    minutes += ((Item *) g_ptr_array_index (self->items, i))->minutes;
  return minutes;
}

/** How many tables such a meeting has. */
int
lp_template_get_tables (LpTemplate *self)
{
  return self->tables;
}

/** How many items its agenda has. */
guint
lp_template_get_n_items (LpTemplate *self)
{
  return self->items->len;
}

/** Adds the agenda to a new meeting, which is taken to have none yet. */
void
lp_template_fill (LpTemplate *self, LpChangeSet *changes, const LpId *meeting)
{
  g_autofree char *rank = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);
      LpId id = lp_id_new ();
      LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, meeting, &id);
      g_autofree char *next = lp_rank_between (rank, NULL);

      lp_edit_text (edit, LP_AGENDA_ITEM_RANK, next);
      lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, item->title);
      lp_edit_text (edit, LP_AGENDA_ITEM_METHOD, lp_method_id (item->method));
      lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, item->minutes);
      lp_edit_text (edit, LP_AGENDA_ITEM_PROMPT, item->prompt);
      lp_edit_text (edit, LP_AGENDA_ITEM_GUIDE, item->guide);
      lp_edit_text (edit, LP_AGENDA_ITEM_KINDS, item->kinds);
      g_set_str (&rank, next);
    }
}
