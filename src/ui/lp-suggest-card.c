/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-suggest-card.h"

#include "lp-kind-badge.h"
#include "lp-person-marks.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LpSuggestCard {
  GtkFlowBoxChild  parent_instance;

  GtkStack        *name_stack;
  GtkLabel        *name_label;
  GtkEntry        *entry;
  GtkLabel        *count;
  GtkWidget       *taken;
  AdwWrapBox      *words;
  GtkBox          *notes;
  GtkButton       *keep_button;

  LpFoundGroup    *group;
  char            *name;
};

G_DEFINE_FINAL_TYPE (LpSuggestCard, lp_suggest_card, GTK_TYPE_FLOW_BOX_CHILD)

enum {
  PROP_NAME = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What was proposed stands in quotes: it is out of the notes, and not decided. */
static void
set_name (LpSuggestCard *self,
          const char    *name)
{
  /* Translators: words out of a note */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), name);
  gboolean own = !g_str_equal (name, self->group->name);

  gtk_label_set_label (self->name_label, own ? name : quoted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, own ? name : quoted, -1);
  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

static gboolean
is_renaming (LpSuggestCard *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->name_stack), "entry");
}

static void
stop_renaming (LpSuggestCard *self)
{
  gtk_stack_set_visible_child_name (self->name_stack, "name");
}

static void
rename_cb (LpSuggestCard *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->name);
  gtk_stack_set_visible_child_name (self->name_stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* An empty name is none: the one before stays. */
static void
take_name (LpSuggestCard *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name != '\0')
    set_name (self, name);
}

static void
renamed_cb (GtkEntry      *entry,
            LpSuggestCard *self)
{
  take_name (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->keep_button));
  stop_renaming (self);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  key,
              guint                  code,
              GdkModifierType        modifiers,
              LpSuggestCard         *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->name);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  stop_renaming (self);
  return TRUE;
}

/* Who goes on to another button has named it. */
static void
entry_left_cb (LpSuggestCard *self)
{
  if (!is_renaming (self))
    return;
  take_name (self);
  stop_renaming (self);
}

static void
keep_cb (LpSuggestCard *self)
{
  entry_left_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "suggestions.keep", "i",
                              gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (self)));
}

static void
drop_cb (LpSuggestCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "suggestions.drop", "i",
                              gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (self)));
}

/* One blue button: of the card at hand. */
static void
focus_cb (GtkEventControllerFocus *controller,
          GParamSpec              *pspec,
          LpSuggestCard           *self)
{
  if (gtk_event_controller_focus_contains_focus (controller))
    gtk_widget_add_css_class (GTK_WIDGET (self->keep_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->keep_button), "suggested-action");
}

static void
add_word (LpSuggestCard *self,
          const char    *word)
{
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "word-chip");
  adw_wrap_box_append (self->words, label);
}

static void
add_note (LpSuggestCard *self,
          LpRecord      *note,
          LpRosterNames *names,
          GtkSizeGroup  *badges)
{
  g_autofree char *text = g_strdelimit (g_strdup (lp_record_text (note, LP_NOTE_TEXT)), "\r\n\t", ' ');
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  LpKind kind = LP_KIND_DREAM;

  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  gtk_box_append (GTK_BOX (column), lp_kind_badge_new (kind));
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_size_group_add_widget (badges, column);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  lp_person_marks_show (GTK_LABEL (label), note, names);
  gtk_widget_set_tooltip_text (label, lp_record_text (note, LP_NOTE_TEXT));
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->notes, box);
}

static void
lp_suggest_card_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, LP_SUGGEST_CARD (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_suggest_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_SUGGEST_CARD);

  G_OBJECT_CLASS (lp_suggest_card_parent_class)->dispose (object);
}

static void
lp_suggest_card_finalize (GObject *object)
{
  g_free (LP_SUGGEST_CARD (object)->name);

  G_OBJECT_CLASS (lp_suggest_card_parent_class)->finalize (object);
}

static gboolean
rename_key_cb (GtkWidget *widget,
               GVariant  *unused,
               gpointer   data)
{
  rename_cb (LP_SUGGEST_CARD (widget));
  return TRUE;
}

static gboolean
keep_key_cb (GtkWidget *widget,
             GVariant  *unused,
             gpointer   data)
{
  keep_cb (LP_SUGGEST_CARD (widget));
  return TRUE;
}

static gboolean
drop_key_cb (GtkWidget *widget,
             GVariant  *unused,
             gpointer   data)
{
  drop_cb (LP_SUGGEST_CARD (widget));
  return TRUE;
}

static void
lp_suggest_card_class_init (LpSuggestCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_suggest_card_get_property;
  object_class->dispose = lp_suggest_card_dispose;
  object_class->finalize = lp_suggest_card_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_NAME, props[PROP_NAME]);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-suggest-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, name_stack);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, entry);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, count);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, taken);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, words);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, notes);
  gtk_widget_class_bind_template_child (widget_class, LpSuggestCard, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);

  /* not "child-activated", which two clicks give too */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, keep_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, keep_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, keep_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, drop_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, drop_key_cb, NULL);
}

static void
lp_suggest_card_init (LpSuggestCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_suggest_card_new (LpFoundGroup  *group,
                     const char    *name,
                     LpRosterNames *names)
{
  LpSuggestCard *self = g_object_new (LP_TYPE_SUGGEST_CARD, NULL);
  g_autoptr (GtkSizeGroup) badges = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autofree char *words = g_strjoinv (", ", group->words);

  self->group = group;
  set_name (self, name);
  for (guint i = 0; group->words[i] != NULL; i++)
    add_word (self, group->words[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->words), group->words[0] != NULL);
  for (guint i = 0; i < LP_FOUND_FIRSTS && group->firsts[i] != NULL; i++)
    add_note (self, group->firsts[i], names, badges);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return GTK_WIDGET (self);
}

LpFoundGroup *
lp_suggest_card_get_group (LpSuggestCard *self)
{
  return self->group;
}

const char *
lp_suggest_card_get_name (LpSuggestCard *self)
{
  return self->name;
}

void
lp_suggest_card_set_count (LpSuggestCard *self,
                           guint          n_notes)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u note", "%'u notes", n_notes), n_notes);

  gtk_label_set_label (self->count, count);
}

void
lp_suggest_card_set_taken (LpSuggestCard *self,
                           gboolean       taken)
{
  gtk_widget_set_visible (self->taken, taken);
  gtk_button_set_label (self->keep_button, taken ? _("Move There") : _("Keep"));
}
