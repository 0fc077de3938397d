/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-record.h"

#include "lp-terms.h"

struct _LpRecord {
  GObject   parent_instance;

  LpEntity  entity;
  gint64    num;
  LpId      id;
  LpId      space;
  LpValue  *values;
};

G_DEFINE_FINAL_TYPE (LpRecord, lp_record, G_TYPE_OBJECT)

static void
lp_record_finalize (GObject *object)
{
  LpRecord *self = LP_RECORD (object);

  for (guint i = 0; i < lp_schema_entity (self->entity)->n_fields; i++)
    lp_value_clear (&self->values[i]);
  g_free (self->values);

  G_OBJECT_CLASS (lp_record_parent_class)->finalize (object);
}

static void
lp_record_class_init (LpRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_record_finalize;
}

static void
lp_record_init (LpRecord *self)
{
}

/**
 * lp_record_new:
 * @num: its name in this file; may change when the file is rebuilt, so it is for lists, not for keeping
 * @values: (transfer full): one per field of the entity
 */
LpRecord *
lp_record_new (LpEntity entity, gint64 num, const LpId *id, const LpId *space, LpValue *values)
{
  LpRecord *self = g_object_new (LP_TYPE_RECORD, NULL);

  self->entity = entity;
  self->num = num;
  self->id = *id;
  self->space = *space;
  self->values = values;

  return self;
}

/** lp_record_get_entity: Returns: what kind of object it is */
LpEntity
lp_record_get_entity (LpRecord *self)
{
  return self->entity;
}

/** lp_record_get_id: Returns: (transfer none): the id of the object */
const LpId *
lp_record_get_id (LpRecord *self)
{
  return &self->id;
}

/** lp_record_get_space: Returns: the meeting, or panel, the object belongs to */
const LpId *
lp_record_get_space (LpRecord *self)
{
  return &self->space;
}

/** lp_record_get_num: Returns: its name in this file, as in lp_record_new () */
gint64
lp_record_get_num (LpRecord *self)
{
  return self->num;
}

const LpValue *
lp_record_value (LpRecord *self, guint field)
{
  g_return_val_if_fail (field < lp_schema_entity (self->entity)->n_fields, NULL);

  return &self->values[field];
}

/** lp_record_has: Returns: whether the field is set; an empty text is */
gboolean
lp_record_has (LpRecord *self, guint field)
{
  return lp_record_value (self, field)->kind != LP_VALUE_NONE;
}

const char *
lp_record_text (LpRecord *self, guint field)
{
  const LpValue *value = lp_record_value (self, field);

  return value->kind == LP_VALUE_TEXT ? value->text : "";
}

gint64
lp_record_int (LpRecord *self, guint field)
{
  const LpValue *value = lp_record_value (self, field);

  return value->kind == LP_VALUE_INT ? value->number : 0;
}

const LpId *
lp_record_id (LpRecord *self, guint field)
{
  const LpValue *value = lp_record_value (self, field);

  return value->kind == LP_VALUE_ID ? &value->id : NULL;
}

/** lp_record_note_code: Returns: (transfer full): the code of a note, "07-012" */
char *
lp_record_note_code (LpRecord *self)
{
  g_return_val_if_fail (self->entity == LP_NOTE, NULL);

  return lp_note_code (lp_record_int (self, LP_NOTE_STATION), lp_record_int (self, LP_NOTE_NUMBER));
}
