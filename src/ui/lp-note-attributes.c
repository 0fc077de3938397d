/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-attributes.h"

#include <glib/gi18n.h>

#include "lp-terms.h"

struct _LpNoteAttributes
{
  GObject parent_instance;

  int table;
  char *perspective;
  char *profile;
  char *municipality;
  gboolean verbatim;
  gboolean consent;
};

G_DEFINE_FINAL_TYPE (LpNoteAttributes, lp_note_attributes, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_TABLE,
  PROP_PERSPECTIVE,
  PROP_PROFILE,
  PROP_MUNICIPALITY,
  PROP_VERBATIM,
  PROP_CONSENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Unset is the empty text everywhere, never NULL. */
static void
set_text (LpNoteAttributes *self, char **field, const char *text, guint prop_id)
{
  if (g_set_str (field, text != NULL ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
set_flag (LpNoteAttributes *self, gboolean *field, gboolean flag, guint prop_id)
{
  if (*field == flag)
    return;

  *field = flag;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
set_table (LpNoteAttributes *self, int table)
{
  if (self->table == table)
    return;

  self->table = table;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TABLE]);
}

/* Who agreed to be quoted agreed for themselves: somebody else's note begins without. */
static void
set_profile (LpNoteAttributes *self, const char *profile)
{
  gboolean other = *self->profile != '\0' && g_strcmp0 (self->profile, profile) != 0;

  set_text (self, &self->profile, profile, PROP_PROFILE);
  if (other)
    set_flag (self, &self->consent, FALSE, PROP_CONSENT);
}

static void
lp_note_attributes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNoteAttributes *self = LP_NOTE_ATTRIBUTES (object);

  switch (prop_id)
    {
    case PROP_TABLE:
      g_value_set_int (value, self->table);
      break;
    case PROP_PERSPECTIVE:
      g_value_set_string (value, self->perspective);
      break;
    case PROP_PROFILE:
      g_value_set_string (value, self->profile);
      break;
    case PROP_MUNICIPALITY:
      g_value_set_string (value, self->municipality);
      break;
    case PROP_VERBATIM:
      g_value_set_boolean (value, self->verbatim);
      break;
    case PROP_CONSENT:
      g_value_set_boolean (value, self->consent);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_attributes_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpNoteAttributes *self = LP_NOTE_ATTRIBUTES (object);

  switch (prop_id)
    {
    case PROP_TABLE:
      set_table (self, g_value_get_int (value));
      break;
    case PROP_PERSPECTIVE:
      set_text (self, &self->perspective, g_value_get_string (value), PROP_PERSPECTIVE);
      break;
    case PROP_PROFILE:
      set_profile (self, g_value_get_string (value));
      break;
    case PROP_MUNICIPALITY:
      set_text (self, &self->municipality, g_value_get_string (value), PROP_MUNICIPALITY);
      break;
    case PROP_VERBATIM:
      set_flag (self, &self->verbatim, g_value_get_boolean (value), PROP_VERBATIM);
      break;
    case PROP_CONSENT:
      set_flag (self, &self->consent, g_value_get_boolean (value), PROP_CONSENT);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_attributes_finalize (GObject *object)
{
  LpNoteAttributes *self = LP_NOTE_ATTRIBUTES (object);

  g_free (self->perspective);
  g_free (self->profile);
  g_free (self->municipality);

  G_OBJECT_CLASS (lp_note_attributes_parent_class)->finalize (object);
}

static void
lp_note_attributes_class_init (LpNoteAttributesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_note_attributes_get_property;
  object_class->set_property = lp_note_attributes_set_property;
  object_class->finalize = lp_note_attributes_finalize;

  props[PROP_TABLE] = g_param_spec_int ("table", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_PERSPECTIVE] = g_param_spec_string ("perspective", NULL, NULL, "", flags);
  props[PROP_PROFILE] = g_param_spec_string ("profile", NULL, NULL, "", flags);
  props[PROP_MUNICIPALITY] = g_param_spec_string ("municipality", NULL, NULL, "", flags);
  props[PROP_VERBATIM] = g_param_spec_boolean ("verbatim", NULL, NULL, FALSE, flags);
  props[PROP_CONSENT] = g_param_spec_boolean ("consent", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_note_attributes_init (LpNoteAttributes *self)
{
  self->perspective = g_strdup ("");
  self->profile = g_strdup ("");
  self->municipality = g_strdup ("");
}

LpNoteAttributes *
lp_note_attributes_new (void)
{
  return g_object_new (LP_TYPE_NOTE_ATTRIBUTES, NULL);
}

/* From note to note, and from day to day. Consent last: reading a profile must not take it away. */
void
lp_note_attributes_remember (LpNoteAttributes *self, GSettings *settings)
{
  g_settings_bind (settings, "note-table", self, "table", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "note-perspective", self, "perspective", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "note-profile", self, "profile", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "note-municipality", self, "municipality", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "note-verbatim", self, "verbatim", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "note-consent", self, "consent", G_SETTINGS_BIND_DEFAULT);
}

int
lp_note_attributes_get_table (LpNoteAttributes *self)
{
  return self->table;
}

const char *
lp_note_attributes_get_perspective (LpNoteAttributes *self)
{
  return self->perspective;
}

const char *
lp_note_attributes_get_profile (LpNoteAttributes *self)
{
  return self->profile;
}

const char *
lp_note_attributes_get_municipality (LpNoteAttributes *self)
{
  return self->municipality;
}

void
lp_note_attributes_copy (LpNoteAttributes *self, LpNoteAttributes *from)
{
  set_table (self, from->table);
  set_text (self, &self->perspective, from->perspective, PROP_PERSPECTIVE);
  set_text (self, &self->profile, from->profile, PROP_PROFILE);
  set_text (self, &self->municipality, from->municipality, PROP_MUNICIPALITY);
  set_flag (self, &self->verbatim, from->verbatim, PROP_VERBATIM);
  set_flag (self, &self->consent, from->consent, PROP_CONSENT);
}

void
lp_note_attributes_read (LpNoteAttributes *self, LpRecord *note)
{
  set_table (self, (int) lp_record_int (note, LP_NOTE_TABLE));
  set_text (self, &self->perspective, lp_record_text (note, LP_NOTE_PERSPECTIVE), PROP_PERSPECTIVE);
  set_text (self, &self->profile, lp_record_text (note, LP_NOTE_PROFILE), PROP_PROFILE);
  set_text (self, &self->municipality, lp_record_text (note, LP_NOTE_MUNICIPALITY), PROP_MUNICIPALITY);
  set_flag (self, &self->verbatim, lp_record_int (note, LP_NOTE_VERBATIM) != 0, PROP_VERBATIM);
  set_flag (self, &self->consent, lp_record_int (note, LP_NOTE_CONSENT) != 0, PROP_CONSENT);
}

static void
put_text (LpEdit *edit, LpRecord *note, guint field, const char *text)
{
  if (g_str_equal (lp_record_text (note, field), text))
    return;

  if (*text != '\0')
    lp_edit_text (edit, field, text);
  else
    lp_edit_none (edit, field);
}

static void
put_flag (LpEdit *edit, LpRecord *note, guint field, gboolean flag)
{
  if ((lp_record_int (note, field) != 0) != flag)
    lp_edit_int (edit, field, flag);
}

/* Puts what differs from the note as it is. */
void
lp_note_attributes_put (LpNoteAttributes *self, LpEdit *edit, LpRecord *note)
{
  if (self->table > 0 && self->table != lp_record_int (note, LP_NOTE_TABLE))
    lp_edit_int (edit, LP_NOTE_TABLE, self->table);
  else if (self->table == 0 && lp_record_int (note, LP_NOTE_TABLE) != 0)
    lp_edit_none (edit, LP_NOTE_TABLE);
  put_text (edit, note, LP_NOTE_PERSPECTIVE, self->perspective);
  put_text (edit, note, LP_NOTE_PROFILE, self->profile);
  put_text (edit, note, LP_NOTE_MUNICIPALITY, self->municipality);
  put_flag (edit, note, LP_NOTE_VERBATIM, self->verbatim);
  put_flag (edit, note, LP_NOTE_CONSENT, self->consent);
}

/* The draft borrows the texts. */
void
lp_note_attributes_fill (LpNoteAttributes *self, LpNoteDraft *draft)
{
  draft->table = self->table;
  draft->perspective = *self->perspective != '\0' ? self->perspective : NULL;
  draft->profile = *self->profile != '\0' ? self->profile : NULL;
  draft->municipality = *self->municipality != '\0' ? self->municipality : NULL;
  draft->verbatim = self->verbatim;
  draft->consent = self->consent;
}

gboolean
lp_note_attributes_equal (LpNoteAttributes *self, LpNoteAttributes *other)
{
  return self->table == other->table && g_str_equal (self->perspective, other->perspective) &&
         g_str_equal (self->profile, other->profile) &&
         g_str_equal (self->municipality, other->municipality) && self->verbatim == other->verbatim &&
         self->consent == other->consent;
}

/* "Table 2 · Relative · Mother, 54 · Aarhus". Transfer full. */
char *
lp_note_attributes_describe (LpNoteAttributes *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  LpPerspective perspective = LP_PERSPECTIVE_LIVED;

  if (self->table > 0)
    g_strv_builder_take (parts, g_strdup_printf (_("Table %d"), self->table));
  if (lp_perspective_find (self->perspective, &perspective))
    g_strv_builder_add (parts, lp_perspective_label (perspective));
  if (*self->profile != '\0')
    g_strv_builder_add (parts, self->profile);
  if (*self->municipality != '\0')
    g_strv_builder_add (parts, self->municipality);

  strv = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strv);
}
