/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-pending-note.h"

#include <glib/gi18n.h>

#include "lp-note-actions.h"

struct _LpPendingNote
{
  GObject parent_instance;

  LpId id;
  LpKind kind;
  char *text;
  char *accepted;
  LpNoteAttributes *attributes;
  LpId item;
  LpId theme;
  gint64 time;
  char *reason;
};

G_DEFINE_FINAL_TYPE (LpPendingNote, lp_pending_note, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_REASON,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
lp_pending_note_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpPendingNote *self = LP_PENDING_NOTE (object);

  switch (prop_id)
    {
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_pending_note_finalize (GObject *object)
{
  LpPendingNote *self = LP_PENDING_NOTE (object);

  g_free (self->text);
  g_free (self->accepted);
  g_free (self->reason);
  g_clear_object (&self->attributes);

  G_OBJECT_CLASS (lp_pending_note_parent_class)->finalize (object);
}

static void
lp_pending_note_class_init (LpPendingNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_pending_note_get_property;
  object_class->finalize = lp_pending_note_finalize;

  props[PROP_REASON] =
      g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_pending_note_init (LpPendingNote *self)
{
  self->attributes = lp_note_attributes_new ();
  self->time = g_get_real_time () / 1000;
}

/* draft: what was typed. attributes: as they are now; those of the next note may be others. */
LpPendingNote *
lp_pending_note_new (const LpDraft *draft, LpNoteAttributes *attributes)
{
  LpPendingNote *self = g_object_new (LP_TYPE_PENDING_NOTE, NULL);

  self->id = draft->note;
  self->kind = draft->kind;
  self->text = g_strdup (draft->text);
  self->accepted = g_strdup (draft->accepted);
  self->item = draft->item;
  self->theme = draft->theme;
  lp_note_attributes_copy (self->attributes, attributes);
  return self;
}

/* draft: one that was sent: it says how it was said. */
LpPendingNote *
lp_pending_note_new_sent (const LpDraft *draft)
{
  g_autoptr (LpNoteAttributes) attributes = lp_note_attributes_new ();
  LpPendingNote *self = NULL;

  g_object_set (attributes, "table", draft->table, "perspective", draft->perspective, "profile", draft->profile,
                "municipality", draft->municipality, "verbatim", draft->verbatim, "consent", draft->consent, NULL);
  self = lp_pending_note_new (draft, attributes);
  if (draft->time > 0)
    self->time = draft->time;

  return self;
}

/* What it was made of, and how it was said. Transfer full. */
LpDraft *
lp_pending_note_dup_draft (LpPendingNote *self)
{
  LpNoteDraft said = { 0 };

  lp_note_attributes_fill (self->attributes, &said);
  return lp_draft_copy (&(LpDraft) { .note = self->id,
                                     .kind = self->kind,
                                     .item = self->item,
                                     .theme = self->theme,
                                     .text = self->text,
                                     .accepted = self->accepted,
                                     .sent = TRUE,
                                     .time = self->time,
                                     .table = said.table,
                                     .perspective = (char *) said.perspective,
                                     .profile = (char *) said.profile,
                                     .municipality = (char *) said.municipality,
                                     .verbatim = said.verbatim,
                                     .consent = said.consent });
}

LpKind
lp_pending_note_get_kind (LpPendingNote *self)
{
  return self->kind;
}

const char *
lp_pending_note_get_text (LpPendingNote *self)
{
  return self->text;
}

const char *
lp_pending_note_get_accepted (LpPendingNote *self)
{
  return self->accepted != NULL ? self->accepted : "";
}

LpNoteAttributes *
lp_pending_note_get_attributes (LpPendingNote *self)
{
  return self->attributes;
}

const char *
lp_pending_note_get_reason (LpPendingNote *self)
{
  return self->reason;
}

void
lp_pending_note_set_reason (LpPendingNote *self, const char *reason)
{
  if (g_set_str (&self->reason, reason))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REASON]);
}

/* What puts it in the store. Asked again it is the same note, so that trying again makes no second one. */
LpChangeSet *
lp_pending_note_create (LpPendingNote *self, LpReader *reader, const LpId *meeting)
{
  LpChangeSet *changes = lp_change_set_new (_("Add note"));
  LpNoteDraft draft = {
    .kind = self->kind, .text = self->text, .accepted = self->accepted, .time = self->time, .item = self->item,
    .theme = self->theme,
  };

  lp_note_attributes_fill (self->attributes, &draft);
  lp_note_create (changes, reader, meeting, &draft, &self->id);
  return changes;
}

const LpId *
lp_pending_note_get_id (LpPendingNote *self)
{
  return &self->id;
}
