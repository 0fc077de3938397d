/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-template.h"

#include "lp-core-resources.h"
#include "lp-meeting.h"
#include "lp-rank.h"
#include "lp-store.h"
#include "lp-template-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define TEMPLATES "/dk/udsatte/Landspanel/core/templates.json"
#define ITEMS "SELECT num FROM agenda_item WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

struct _LpTemplate {
  char      *id;
  char      *title;
  char      *purpose;
  char      *panel;
  char      *path;
  int        start;
  int        hired;
  int        tables;
  GPtrArray *items; /* of LpTemplateItem */
};

static void
template_clear (gpointer data)
{
  LpTemplate *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->purpose);
  g_free (self->panel);
  g_free (self->path);
  g_ptr_array_unref (self->items);
}

static LpTemplateItem *
item_copy (const LpTemplateItem *item)
{
  LpTemplateItem *copy = g_new0 (LpTemplateItem, 1);

  copy->title = g_strdup (item->title);
  copy->prompt = g_strdup (item->prompt);
  copy->guide = g_strdup (item->guide);
  copy->kinds = g_strdup (item->kinds);
  copy->fact = g_strdup (item->fact);
  copy->fact_source = g_strdup (item->fact_source);
  copy->method = item->method;
  copy->minutes = item->minutes;
  return copy;
}

static LpTemplateItem *
item_from_record (LpRecord *record)
{
  LpTemplateItem *item = g_new0 (LpTemplateItem, 1);

  item->title = g_strdup (lp_record_text (record, LP_AGENDA_ITEM_TITLE));
  item->prompt = g_strdup (lp_record_text (record, LP_AGENDA_ITEM_PROMPT));
  item->guide = g_strdup (lp_record_text (record, LP_AGENDA_ITEM_GUIDE));
  item->kinds = lp_kinds_print (lp_kinds_parse (lp_record_text (record, LP_AGENDA_ITEM_KINDS)));
  item->fact = g_strdup (lp_record_text (record, LP_AGENDA_ITEM_FACT));
  item->fact_source = g_strdup (lp_record_text (record, LP_AGENDA_ITEM_FACT_SOURCE));
  item->minutes = (int) CLAMP (lp_record_int (record, LP_AGENDA_ITEM_MINUTES), 0, LP_TEMPLATE_MAX_MINUTES);
  if (!lp_method_find (lp_record_text (record, LP_AGENDA_ITEM_METHOD), &item->method))
    item->method = LP_METHOD_PLENARY;
  return item;
}

/* language: NULL for the user's. The file is part of the program, so that what is wrong with it is a mistake in
 * the program. */
static GPtrArray *
load_all_in (const char *language)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lp_core_get_resource (), TEMPLATES,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *templates = lp_template_parse (bytes, "templates.json", language, &error);

  if (templates == NULL)
    g_error ("%s", error->message);
  return templates;
}

/** Every template that is shipped, in the user's language. Transfer full, of LpTemplate. */
GPtrArray *
lp_template_load_all (void)
{
  return load_all_in (NULL);
}

/** The shipped template of that id in the user's language; LP_STORE_ERROR_NOT_FOUND when there is none. */
LpTemplate *
lp_template_load (const char *id, GError **error)
{
  return lp_template_load_in (id, NULL, error);
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

/** lp_template_new: nothing on the agenda yet. */
LpTemplate *
lp_template_new (const char *id,
                 const char *title,
                 const char *purpose,
                 const char *panel,
                 int start,
                 int hired_minutes,
                 int tables)
{
  LpTemplate *self = g_atomic_rc_box_new0 (LpTemplate);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->purpose = g_strdup (purpose);
  self->panel = g_strdup (panel);
  self->start = start;
  self->hired = hired_minutes;
  self->tables = tables;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_template_item_free);
  return self;
}

/** Adds the item at the end. */
void
lp_template_take_item (LpTemplate *self, LpTemplateItem *item)
{
  g_ptr_array_add (self->items, item);
}

void
lp_template_item_free (LpTemplateItem *item)
{
  g_free (item->title);
  g_free (item->prompt);
  g_free (item->guide);
  g_free (item->kinds);
  g_free (item->fact);
  g_free (item->fact_source);
  g_free (item);
}

/**
 * lp_template_from_meeting: what has been said and who was there is no part of it. Its id is the meeting's, its
 * title too.
 */
LpTemplate *
lp_template_from_meeting (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, &problem);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *panel = NULL;
  g_autofree char *id = lp_id_to_string (meeting);
  g_autoptr (LpTemplate) self = NULL;
  int start = 0;

  if (record != NULL)
    panel = lp_meeting_panel_name (reader, record, &problem);
  if (record != NULL && problem == NULL)
    items = lp_reader_load_all (reader, LP_AGENDA_ITEM, ITEMS, meeting, &problem);
  if (problem == NULL && record == NULL)
    g_set_error (&problem, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("There is no meeting “%s”."), id);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  start = (int) lp_record_int (record, LP_MEETING_START);
  self = lp_template_new (id, lp_record_text (record, LP_MEETING_TITLE),
                          lp_record_text (record, LP_MEETING_PURPOSE), panel != NULL ? panel : "", start,
                          MAX (0, (int) lp_record_int (record, LP_MEETING_LIMIT) - start),
                          (int) lp_record_int (record, LP_MEETING_TABLES));
  for (guint i = 0; i < items->len; i++)
    lp_template_take_item (self, item_from_record (g_ptr_array_index (items, i)));
  return g_steal_pointer (&self);
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

const char *
lp_template_get_path (LpTemplate *self)
{
  return self->path;
}

void
lp_template_set_path (LpTemplate *self, const char *path)
{
  g_set_str (&self->path, path);
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
    minutes += lp_template_get_item (self, i)->minutes;
  return minutes;
}

/** For how many minutes the room is hired: as long as the agenda takes when nothing else is said. */
int
lp_template_get_hired (LpTemplate *self)
{
  return self->hired > 0 ? self->hired : lp_template_get_minutes (self);
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

const LpTemplateItem *
lp_template_get_item (LpTemplate *self, guint position)
{
  return g_ptr_array_index (self->items, position);
}

/** lp_template_copy: without the file that it was read from. */
LpTemplate *
lp_template_copy (LpTemplate *self, const char *id, const char *title)
{
  LpTemplate *copy = lp_template_new (id, title, self->purpose, self->panel, self->start, self->hired,
                                      self->tables);

  for (guint i = 0; i < self->items->len; i++)
    lp_template_take_item (copy, item_copy (lp_template_get_item (self, i)));
  return copy;
}

/** Adds the agenda to a new meeting, which is taken to have none yet. */
void
lp_template_fill (LpTemplate *self, LpChangeSet *changes, const LpId *meeting)
{
  g_autofree char *rank = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const LpTemplateItem *item = lp_template_get_item (self, i);
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
      if (*item->fact != '\0')
        lp_edit_text (edit, LP_AGENDA_ITEM_FACT, item->fact);
      if (*item->fact_source != '\0')
        lp_edit_text (edit, LP_AGENDA_ITEM_FACT_SOURCE, item->fact_source);
      g_set_str (&rank, next);
    }
}
