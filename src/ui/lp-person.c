/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-person.h"

#include <glib/gi18n.h>

#include "lp-terms.h"

struct _LpPerson
{
  GObject parent_instance;

  LpRecord *record;
};

G_DEFINE_FINAL_TYPE (LpPerson, lp_person, G_TYPE_OBJECT)

enum
{
  PROP_RECORD = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
lp_person_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, LP_PERSON (object)->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_person_dispose (GObject *object)
{
  g_clear_object (&LP_PERSON (object)->record);

  G_OBJECT_CLASS (lp_person_parent_class)->dispose (object);
}

static void
lp_person_class_init (LpPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_person_get_property;
  object_class->dispose = lp_person_dispose;

  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, LP_TYPE_RECORD,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_person_init (LpPerson *self)
{
}

LpPerson *
lp_person_new (LpRecord *record)
{
  LpPerson *self = g_object_new (LP_TYPE_PERSON, NULL);

  self->record = g_object_ref (record);
  return self;
}

void
lp_person_set_record (LpPerson *self, LpRecord *record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

LpRecord *
lp_person_get_record (LpPerson *self)
{
  return self->record;
}

const LpId *
lp_person_get_id (LpPerson *self)
{
  return lp_record_get_id (self->record);
}

const char *
lp_person_get_name (LpPerson *self)
{
  return lp_record_text (self->record, LP_PARTICIPANT_NAME);
}

int
lp_person_get_table (LpPerson *self)
{
  return (int) lp_record_int (self->record, LP_PARTICIPANT_TABLE);
}

gboolean
lp_person_get_flag (LpPerson *self, guint field)
{
  return lp_record_int (self->record, field) != 0;
}

const char *
lp_person_get_origin (LpPerson *self)
{
  const char *municipality = lp_record_text (self->record, LP_PARTICIPANT_MUNICIPALITY);

  return *municipality != '\0' ? municipality : lp_record_text (self->record, LP_PARTICIPANT_ORGANISATION);
}

const char *
lp_person_get_view (LpPerson *self)
{
  LpPerspective perspective;

  if (!lp_perspective_find (lp_record_text (self->record, LP_PARTICIPANT_PERSPECTIVE), &perspective))
    return "";
  return lp_perspective_label (perspective);
}

char *
lp_person_describe (LpPerson *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  int table = lp_person_get_table (self);

  g_strv_builder_add (parts, lp_person_get_name (self));
  if (*lp_person_get_origin (self) != '\0')
    g_strv_builder_add (parts, lp_person_get_origin (self));
  if (*lp_person_get_view (self) != '\0')
    g_strv_builder_add (parts, lp_person_get_view (self));
  if (table > 0)
    g_strv_builder_take (parts, g_strdup_printf (_("Table %d"), table));
  else
    g_strv_builder_add (parts, _("No table"));
  if (lp_person_get_flag (self, LP_PARTICIPANT_FIXED))
    g_strv_builder_add (parts, _("keeps the seat"));
  if (lp_person_get_flag (self, LP_PARTICIPANT_PRESENT))
    g_strv_builder_add (parts, _("present"));
  if (lp_person_get_flag (self, LP_PARTICIPANT_CONSENT))
    g_strv_builder_add (parts, _("gave consent"));
  all = g_strv_builder_end (parts);
  return g_strjoinv (", ", all);
}
