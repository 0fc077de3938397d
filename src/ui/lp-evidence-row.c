/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-evidence-row.h"

#include "lp-kind-badge.h"
#include "lp-recommendation.h"

#include <glib/gi18n.h>

struct _LpEvidenceRow
{
  GtkListBoxRow parent_instance;

  GtkBox *content;
  GtkCheckButton *check;
  GtkLabel *code_label;
  GtkWidget *badge_box;
  LpKindBadge *badge;
  GtkLabel *text_label;
  GtkLabel *source_label;
  GtkWidget *tail;
  GtkWidget *quote_pill;
  GtkButton *main_button;
  GtkMenuButton *menu_button;

  LpRecord *note;
  gboolean narrow;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (LpEvidenceRow, lp_evidence_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_NARROW = 1,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* "Lived experience · Woman, 40 · Varde", of what is known. Transfer full. */
static char *
describe_source (LpRecord *note)
{
  static const guint fields[] = { LP_NOTE_PROFILE, LP_NOTE_MUNICIPALITY };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  LpPerspective perspective;

  if (lp_perspective_find (lp_record_text (note, LP_NOTE_PERSPECTIVE), &perspective))
    g_strv_builder_add (parts, lp_perspective_label (perspective));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (*lp_record_text (note, fields[i]) != '\0')
        g_strv_builder_add (parts, lp_record_text (note, fields[i]));
    }
  strv = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strv);
}

static void
show_note (LpEvidenceRow *self)
{
  g_autofree char *code = lp_record_note_code (self->note);
  g_autofree char *source = describe_source (self->note);
  const char *text = lp_record_text (self->note, LP_NOTE_TEXT);
  LpKind kind = LP_KIND_DREAM;
  g_autofree char *said = NULL;

  lp_kind_find (lp_record_text (self->note, LP_NOTE_KIND), &kind);
  gtk_label_set_label (self->code_label, code);
  lp_kind_badge_set_kind (self->badge, kind);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->source_label, source);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), *source != '\0');
  gtk_widget_set_visible (self->quote_pill, lp_note_may_be_quoted (self->note));

  said = g_strjoin (", ", lp_kind_label (kind), text, source, code, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
set_button (LpEvidenceRow *self, LpEvidenceKind kind, const char *id)
{
  gboolean unused = kind == LP_EVIDENCE_UNUSED;
  const char *tip = unused ? _("Add to the Recommendation") : _("Take Out");
  GtkWidget *button = GTK_WIDGET (self->main_button);

  gtk_button_set_icon_name (self->main_button, unused ? "list-add-symbolic" : "window-close-symbolic");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), unused ? "evidence.add" : "evidence.remove");
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* Made when it is opened: most never are. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  LpEvidenceKind kind = GPOINTER_TO_UINT (data);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), LP_TYPE_EVIDENCE_ROW);
  g_autofree char *id = lp_id_to_string (lp_record_get_id (LP_EVIDENCE_ROW (row)->note));
  g_autoptr (GMenu) menu = g_menu_new ();

  if (kind == LP_EVIDENCE_UNUSED)
    add_item (menu, _("It _Carries the Recommendation"), "evidence.add", id);
  if (kind != LP_EVIDENCE_CONTRARY)
    add_item (menu, _("It _Speaks Against"), "evidence.oppose", id);
  else
    add_item (menu, _("It _Carries the Recommendation"), "evidence.add", id);
  if (kind != LP_EVIDENCE_UNUSED)
    add_item (menu, _("_Take Out"), "evidence.remove", id);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_narrow (LpEvidenceRow *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->content, narrow ? 6 : 12);
}

static void
set_chosen (LpEvidenceRow *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, chosen, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

static void
lp_evidence_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpEvidenceRow *self = LP_EVIDENCE_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_evidence_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpEvidenceRow *self = LP_EVIDENCE_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_CHOSEN:
      set_chosen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_evidence_row_dispose (GObject *object)
{
  LpEvidenceRow *self = LP_EVIDENCE_ROW (object);

  g_clear_object (&self->note);
  /* bound too: unparented by the template alone, the row would do it once more */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_EVIDENCE_ROW);

  G_OBJECT_CLASS (lp_evidence_row_parent_class)->dispose (object);
}

static void
lp_evidence_row_class_init (LpEvidenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_evidence_row_get_property;
  object_class->set_property = lp_evidence_row_set_property;
  object_class->dispose = lp_evidence_row_dispose;

  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_KIND_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, content);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, check);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, code_label);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, badge_box);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, badge);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, tail);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, quote_pill);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, main_button);
  gtk_widget_class_bind_template_child (widget_class, LpEvidenceRow, menu_button);
}

static void
lp_evidence_row_init (LpEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_evidence_row_new: badges: makes the kinds of all rows equally wide. */
GtkWidget *
lp_evidence_row_new (LpRecord *note, LpEvidenceKind kind, GtkSizeGroup *badges)
{
  LpEvidenceRow *self = g_object_new (LP_TYPE_EVIDENCE_ROW, NULL);
  g_autofree char *id = lp_id_to_string (lp_record_get_id (note));

  self->note = g_object_ref (note);
  gtk_size_group_add_widget (badges, self->badge_box);
  gtk_widget_set_visible (GTK_WIDGET (self->check), kind == LP_EVIDENCE_UNUSED);
  set_button (self, kind, id);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, GUINT_TO_POINTER (kind), NULL);
  show_note (self);
  return GTK_WIDGET (self);
}

LpRecord *
lp_evidence_row_get_note (LpEvidenceRow *self)
{
  return self->note;
}

void
lp_evidence_row_open_menu (LpEvidenceRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}
