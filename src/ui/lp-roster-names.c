/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-roster-names.h"

#include "lp-note-privacy.h"

struct _LpRosterNames
{
  GObject parent_instance;

  LpStore *store; /* not owned: what is in a closed dialog is kept by libadwaita (1.7), and would keep the store */
  LpId meeting;
  LpNames *names; /* NULL until they are asked for */
};

G_DEFINE_FINAL_TYPE (LpRosterNames, lp_roster_names, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* None, when they cannot be read: the check goes on without. */
static LpNames *
load_names (LpRosterNames *self)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (GError) error = NULL;
  LpNames *names = NULL;

  if (self->store != NULL)
    names = lp_note_privacy_load_names (lp_store_get_reader (self->store), &self->meeting, &error);
  if (error != NULL)
    g_warning ("The names of the roster could not be read: %s", error->message);
  return names != NULL ? names : lp_names_new (nobody);
}

static void
store_changed_cb (LpRosterNames *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      if (g_array_index (changes, LpChange, i).entity == LP_PARTICIPANT)
        {
          g_clear_pointer (&self->names, lp_names_free);
          g_signal_emit (self, signals[CHANGED], 0);
          return;
        }
    }
}

static void
lp_roster_names_dispose (GObject *object)
{
  LpRosterNames *self = LP_ROSTER_NAMES (object);

  g_clear_pointer (&self->names, lp_names_free);
  g_clear_weak_pointer (&self->store);

  G_OBJECT_CLASS (lp_roster_names_parent_class)->dispose (object);
}

static void
lp_roster_names_class_init (LpRosterNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_roster_names_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lp_roster_names_init (LpRosterNames *self)
{
}

LpRosterNames *
lp_roster_names_new (LpStore *store, const LpId *meeting)
{
  LpRosterNames *self = g_object_new (LP_TYPE_ROSTER_NAMES, NULL);

  g_set_weak_pointer (&self->store, store);
  self->meeting = *meeting;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* Transfer none, until they change. */
const LpNames *
lp_roster_names_get (LpRosterNames *self)
{
  if (self->names == NULL)
    self->names = load_names (self);

  return self->names;
}
