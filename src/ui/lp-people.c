/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-people.h"

#include <gio/gio.h>

struct _LpPeople
{
  GObject parent_instance;

  LpStore *store;
  LpId meeting;
  LpRoster *roster;
  GPtrArray *people; /* of LpPerson */
};

static void lp_people_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LpPeople,
                               lp_people,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lp_people_model_init))

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
lp_people_get_item_type (GListModel *model)
{
  return LP_TYPE_PERSON;
}

static guint
lp_people_get_n_items (GListModel *model)
{
  return LP_PEOPLE (model)->people->len;
}

static gpointer
lp_people_get_item (GListModel *model, guint position)
{
  GPtrArray *people = LP_PEOPLE (model)->people;

  return position < people->len ? g_object_ref (g_ptr_array_index (people, position)) : NULL;
}

static void
lp_people_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lp_people_get_item_type;
  iface->get_n_items = lp_people_get_n_items;
  iface->get_item = lp_people_get_item;
}

static gboolean
records_differ (LpRecord *a, LpRecord *b)
{
  for (guint i = 0; i < LP_PARTICIPANT_N_FIELDS; i++)
    {
      if (!lp_value_equal (lp_record_value (a, i), lp_record_value (b, i)))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
take_people (LpPeople *self, LpRoster *roster)
{
  g_autoptr (GHashTable) former = g_hash_table_new (lp_id_hash, lp_id_equal_func);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->people->len; i++)
    {
      LpPerson *person = g_ptr_array_index (self->people, i);

      g_hash_table_insert (former, (gpointer) lp_person_get_id (person), person);
    }
  for (guint i = 0; i < roster->people->len; i++)
    {
      LpRecord *record = g_ptr_array_index (roster->people, i);
      LpPerson *person = g_hash_table_lookup (former, lp_record_get_id (record));

      g_ptr_array_add (people, person ? g_object_ref (person) : lp_person_new (record));
    }
  return people;
}

/* Tells views only of the part in which people came or went. */
static void
replace_people (LpPeople *self, GPtrArray *people)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->people);
  guint head = 0, tail = 0;

  self->people = people;
  while (head < MIN (old->len, people->len) && old->pdata[head] == people->pdata[head])
    head++;
  while (tail < MIN (old->len, people->len) - head &&
         old->pdata[old->len - 1 - tail] == people->pdata[people->len - 1 - tail])
    tail++;
  if (old->len - head - tail > 0 || people->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, people->len - head - tail);
}

static void
refresh (LpPeople *self)
{
  g_autoptr (GError) error = NULL;
  LpRoster *roster = lp_roster_load (lp_store_get_reader (self->store), &self->meeting, &error);

  if (!roster)
    {
      g_warning ("The participants could not be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->roster, lp_roster_free);
  self->roster = roster;
  replace_people (self, take_people (self, roster));
  for (guint i = 0; i < self->people->len; i++)
    {
      LpPerson *person = g_ptr_array_index (self->people, i);
      LpRecord *record = g_ptr_array_index (roster->people, i);

      if (records_differ (lp_person_get_record (person), record))
        lp_person_set_record (person, record);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
store_changed_cb (LpPeople *self, GArray *changes)
{
  if (!lp_store_get_reader (self->store))
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if ((change->entity != LP_PARTICIPANT && change->entity != LP_MEETING) ||
          !lp_id_equal (&change->space, &self->meeting))
        continue;
      refresh (self);
      return;
    }
}

static void
lp_people_dispose (GObject *object)
{
  LpPeople *self = LP_PEOPLE (object);

  g_clear_pointer (&self->roster, lp_roster_free);
  g_ptr_array_set_size (self->people, 0);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_people_parent_class)->dispose (object);
}

static void
lp_people_finalize (GObject *object)
{
  g_ptr_array_unref (LP_PEOPLE (object)->people);

  G_OBJECT_CLASS (lp_people_parent_class)->finalize (object);
}

static void
lp_people_class_init (LpPeopleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lp_people_dispose;
  object_class->finalize = lp_people_finalize;

  signals[CHANGED] = g_signal_new ("changed", LP_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lp_people_init (LpPeople *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
}

LpPeople *
lp_people_new (LpStore *store, const LpId *meeting)
{
  LpPeople *self = g_object_new (LP_TYPE_PEOPLE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  refresh (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** lp_people_get_roster: until the next "changed"; NULL when the participants cannot be read. */
const LpRoster *
lp_people_get_roster (LpPeople *self)
{
  g_return_val_if_fail (LP_IS_PEOPLE (self), NULL);

  return self->roster;
}
