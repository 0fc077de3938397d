/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lp-agenda.h"
#include "lp-clock.h"
#include "lp-feedback.h"
#include "lp-kind-badge.h"
#include "lp-prompt.h"
#include "lp-terms.h"
#include "lp-page-title.h"
#include "lp-text-row.h"

/* How long typing rests before it is committed: a burst of typing is one thing to undo. */
#define REST_MS 600

#define BIT(field) (1u << (field))

struct _LpAgendaEditor
{
  AdwBin parent_instance;

  LpPageTitle *place_title;
  GtkEditable *title_row;
  AdwComboRow *method_row;
  AdwSpinRow *minutes_row;
  LpTextRow *prompt_row;
  LpTextRow *guide_row;
  LpTextRow *fact_row;
  LpTextRow *source_row;
  GtkWidget *source_missing;
  GtkLabel *shown_label;
  AdwWrapBox *kinds_box;
  GtkToggleButton *kind_buttons[LP_N_KINDS];

  LpStore *store;
  LpId meeting;
  LpRecord *item;
  LpStoryGoal *stories; /* as they were for this item; NULL until its question tells of them */
  int begins;
  gboolean collapsed;

  gboolean filling;                         /* the widgets change, but not by the user's hand */
  guint dirty;                              /* BIT (field): typed and not yet committed */
  guint in_flight[LP_AGENDA_ITEM_N_FIELDS]; /* commits under way of each field of this item */
  guint visit;                              /* counts the items shown */
  guint rest_id;
  GHashTable *unsaved; /* LpId → Edit, whose commit failed when another item was shown already */
};

/* What one commit changes: kept until it is on the disk. */
typedef struct {
  LpAgendaEditor *editor;
  LpId item;
  guint visit;
  guint fields;
  LpValue values[LP_AGENDA_ITEM_N_FIELDS];
} Edit;

G_DEFINE_FINAL_TYPE (LpAgendaEditor, lp_agenda_editor, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  for (guint field = 0; field < LP_AGENDA_ITEM_N_FIELDS; field++)
    lp_value_clear (&edit->values[field]);
  g_object_unref (edit->editor);
  g_free (edit);
}

static LpValue
text_value (const char *text)
{
  return (LpValue) { .kind = LP_VALUE_TEXT, .text = g_strdup (text) };
}

static char *
chosen_kinds (LpAgendaEditor *self)
{
  guint kinds = 0;

  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      if (gtk_toggle_button_get_active (self->kind_buttons[kind]))
        kinds |= BIT (kind);
    }
  return lp_kinds_print (kinds);
}

static LpValue
read_field (LpAgendaEditor *self, guint field)
{
  switch (field)
    {
    case LP_AGENDA_ITEM_TITLE:
      return text_value (gtk_editable_get_text (self->title_row));
    case LP_AGENDA_ITEM_METHOD:
      return text_value (lp_method_id (adw_combo_row_get_selected (self->method_row)));
    case LP_AGENDA_ITEM_MINUTES:
      return (LpValue) { .kind = LP_VALUE_INT,
                         .number = (gint64) adw_spin_row_get_value (self->minutes_row) };
    case LP_AGENDA_ITEM_PROMPT:
      return (LpValue) { .kind = LP_VALUE_TEXT,
                         .text = lp_prompt_from_words (lp_text_row_get_text (self->prompt_row)) };
    case LP_AGENDA_ITEM_GUIDE:
      return text_value (lp_text_row_get_text (self->guide_row));
    case LP_AGENDA_ITEM_FACT:
      return text_value (lp_text_row_get_text (self->fact_row));
    case LP_AGENDA_ITEM_FACT_SOURCE:
      return text_value (lp_text_row_get_text (self->source_row));
    case LP_AGENDA_ITEM_KINDS:
      return (LpValue) { .kind = LP_VALUE_TEXT, .text = chosen_kinds (self) };
    default:
      g_assert_not_reached ();
    }
}

/* An entry that holds the text already keeps its cursor. */
static void
fill_title (LpAgendaEditor *self, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (self->title_row), text) != 0)
    gtk_editable_set_text (self->title_row, text);
}

static void
fill_method (LpAgendaEditor *self, const char *id)
{
  LpMethod method = LP_METHOD_PLENARY;

  adw_combo_row_set_selected (self->method_row,
                              lp_method_find (id, &method) ? method : GTK_INVALID_LIST_POSITION);
}

static void
fill_prompt (LpAgendaEditor *self, const char *prompt)
{
  g_autofree char *words = lp_prompt_to_words (prompt);

  lp_text_row_set_text (self->prompt_row, words);
}

static void
fill_kinds (LpAgendaEditor *self, const char *ids)
{
  guint kinds = lp_kinds_parse (ids);

  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    gtk_toggle_button_set_active (self->kind_buttons[kind], (kinds & BIT (kind)) != 0);
}

static void
fill_field (LpAgendaEditor *self, guint field, const LpValue *value)
{
  const char *text = value->kind == LP_VALUE_TEXT ? value->text : "";

  switch (field)
    {
    case LP_AGENDA_ITEM_TITLE:
      fill_title (self, text);
      break;
    case LP_AGENDA_ITEM_METHOD:
      fill_method (self, text);
      break;
    case LP_AGENDA_ITEM_MINUTES:
      adw_spin_row_set_value (self->minutes_row, value->kind == LP_VALUE_INT ? value->number : 0);
      break;
    case LP_AGENDA_ITEM_PROMPT:
      fill_prompt (self, text);
      break;
    case LP_AGENDA_ITEM_GUIDE:
      lp_text_row_set_text (self->guide_row, text);
      break;
    case LP_AGENDA_ITEM_FACT:
      lp_text_row_set_text (self->fact_row, text);
      break;
    case LP_AGENDA_ITEM_FACT_SOURCE:
      lp_text_row_set_text (self->source_row, text);
      break;
    case LP_AGENDA_ITEM_KINDS:
      fill_kinds (self, text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \n")] == '\0';
}

/* Once for each item shown, not for each key. */
static const LpStoryGoal *
get_stories (LpAgendaEditor *self, const char *prompt)
{
  if (self->stories == NULL && lp_prompt_tells_stories (prompt))
    self->stories = lp_story_goal_load (lp_store_get_reader (self->store), &self->meeting, NULL);
  return self->stories;
}

/* What follows from the fields: when the item ends, what the participants will read, and what is missing. */
static void
show_consequences (LpAgendaEditor *self)
{
  int end = self->begins + (int) adw_spin_row_get_value (self->minutes_row);
  const char *words = lp_text_row_get_text (self->prompt_row);
  g_autofree char *prompt = lp_prompt_from_words (words);
  g_autofree char *from = lp_clock_print (self->begins);
  g_autofree char *to = lp_clock_print (end);
  g_autofree char *span = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *shown = lp_prompt_fill (prompt, end, get_stories (self, prompt));
  /* Translators: the question as participants see it, with the time filled in */
  g_autofree char *caption = g_strdup_printf (_("Participants see: %s"), shown);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->minutes_row), span);
  gtk_label_set_label (self->shown_label, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->shown_label), g_strcmp0 (words, shown) != 0);
  gtk_widget_set_visible (self->source_missing, !is_blank (lp_text_row_get_text (self->fact_row)) &&
                                                    is_blank (lp_text_row_get_text (self->source_row)));
}

/* Fills in what the record says, but for what the user is just typing or what is on its way to the disk. */
static void
fill (LpAgendaEditor *self)
{
  self->filling = TRUE;
  for (guint field = LP_AGENDA_ITEM_TITLE; field < LP_AGENDA_ITEM_N_FIELDS; field++)
    {
      if ((self->dirty & BIT (field)) == 0 && self->in_flight[field] == 0)
        fill_field (self, field, lp_record_value (self->item, field));
    }
  self->filling = FALSE;
  show_consequences (self);
}

static void
rest_cb (gpointer data)
{
  LpAgendaEditor *self = data;

  self->rest_id = 0;
  lp_agenda_editor_flush (self);
}

static void
touch (LpAgendaEditor *self, guint field)
{
  if (self->filling || self->item == NULL)
    return;

  self->dirty |= BIT (field);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

static void
title_changed_cb (LpAgendaEditor *self)
{
  touch (self, LP_AGENDA_ITEM_TITLE);
}

static void
method_changed_cb (LpAgendaEditor *self)
{
  touch (self, LP_AGENDA_ITEM_METHOD);
}

static void
minutes_changed_cb (LpAgendaEditor *self)
{
  if (self->item == NULL || self->filling)
    return;

  touch (self, LP_AGENDA_ITEM_MINUTES);
  show_consequences (self);
}

static void
prompt_changed_cb (LpAgendaEditor *self)
{
  if (self->item == NULL || self->filling)
    return;

  touch (self, LP_AGENDA_ITEM_PROMPT);
  show_consequences (self);
}

static void
guide_changed_cb (LpAgendaEditor *self)
{
  touch (self, LP_AGENDA_ITEM_GUIDE);
}

static void
fact_changed_cb (LpAgendaEditor *self)
{
  if (self->item == NULL || self->filling)
    return;

  touch (self, LP_AGENDA_ITEM_FACT);
  show_consequences (self);
}

static void
source_changed_cb (LpAgendaEditor *self)
{
  if (self->item == NULL || self->filling)
    return;

  touch (self, LP_AGENDA_ITEM_FACT_SOURCE);
  show_consequences (self);
}

static void
kinds_changed_cb (LpAgendaEditor *self)
{
  touch (self, LP_AGENDA_ITEM_KINDS);
}

static void
landed (LpAgendaEditor *self, Edit *edit)
{
  if (edit->visit != self->visit)
    return;

  for (guint field = 0; field < LP_AGENDA_ITEM_N_FIELDS; field++)
    {
      if ((edit->fields & BIT (field)) != 0)
        self->in_flight[field]--;
    }
}

/* Takes the edit. The item still shown: its fields hold the text and go with the next commit. Else it comes
 * back when the item is shown again. */
static void
keep (LpAgendaEditor *self, Edit *edit)
{
  if (edit->visit == self->visit)
    {
      self->dirty |= edit->fields;
      edit_free (edit);
    }
  else
    {
      g_hash_table_replace (self->unsaved, lp_id_copy (&edit->item), edit);
    }
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Edit *edit = data;
  g_autoptr (LpAgendaEditor) self = g_object_ref (edit->editor);
  g_autoptr (GError) error = NULL;
  gboolean done = lp_store_commit_finish (LP_STORE (source), result, &error);

  landed (self, edit);
  if (done)
    {
      gboolean here = edit->visit == self->visit;

      edit_free (edit);
      if (here && self->item != NULL)
        fill (self);
      return;
    }
  keep (self, edit);
  lp_feedback_error (GTK_WIDGET (self), _("The agenda item was not saved"), error);
}

/* A failed edit of this item comes back into the fields. */
static void
take_back (LpAgendaEditor *self)
{
  Edit *edit = g_hash_table_lookup (self->unsaved, lp_record_get_id (self->item));

  if (edit == NULL)
    return;

  self->filling = TRUE;
  for (guint field = LP_AGENDA_ITEM_TITLE; field < LP_AGENDA_ITEM_N_FIELDS; field++)
    {
      if ((edit->fields & BIT (field)) != 0)
        fill_field (self, field, &edit->values[field]);
    }
  self->filling = FALSE;
  self->dirty = edit->fields;
  g_hash_table_remove (self->unsaved, lp_record_get_id (self->item));
}

static GtkWidget *
kind_button_new (LpKind kind)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (lp_kind_icon_name (kind)));
  gtk_box_append (GTK_BOX (box), gtk_label_new (lp_kind_plural (kind)));
  gtk_box_append (GTK_BOX (box), tick);
  g_object_bind_property (button, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "lp-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lp_kind_plural (kind), -1);
  return button;
}

static void
add_kinds (LpAgendaEditor *self)
{
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      GtkWidget *button = kind_button_new (kind);

      self->kind_buttons[kind] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (kinds_changed_cb), self);
      adw_wrap_box_append (self->kinds_box, button);
    }
}

static void
add_methods (LpAgendaEditor *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint method = 0; method < LP_N_METHODS; method++)
    gtk_string_list_append (labels, lp_method_label (method));
  self->filling = TRUE;
  adw_combo_row_set_model (self->method_row, G_LIST_MODEL (labels));
  self->filling = FALSE;
}

static void
lp_agenda_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpAgendaEditor *self = LP_AGENDA_EDITOR (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_agenda_editor_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpAgendaEditor *self = LP_AGENDA_EDITOR (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      if (self->collapsed != g_value_get_boolean (value))
        {
          self->collapsed = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_agenda_editor_dispose (GObject *object)
{
  LpAgendaEditor *self = LP_AGENDA_EDITOR (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);
  g_clear_object (&self->item);
  g_clear_pointer (&self->stories, lp_story_goal_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_AGENDA_EDITOR);

  G_OBJECT_CLASS (lp_agenda_editor_parent_class)->dispose (object);
}

static void
lp_agenda_editor_unmap (GtkWidget *widget)
{
  lp_agenda_editor_flush (LP_AGENDA_EDITOR (widget));

  GTK_WIDGET_CLASS (lp_agenda_editor_parent_class)->unmap (widget);
}

static void
lp_agenda_editor_class_init (LpAgendaEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_agenda_editor_get_property;
  object_class->set_property = lp_agenda_editor_set_property;
  object_class->dispose = lp_agenda_editor_dispose;
  widget_class->unmap = lp_agenda_editor_unmap;

  props[PROP_COLLAPSED] = g_param_spec_boolean (
      "collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-agenda-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, place_title);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, method_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, prompt_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, guide_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, fact_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, source_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, source_missing);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, shown_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaEditor, kinds_box);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, method_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, prompt_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, guide_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fact_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lp_agenda_editor_flush);
}

static void
lp_agenda_editor_init (LpAgendaEditor *self)
{
  self->unsaved = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, edit_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_methods (self);
  add_kinds (self);
}

void
lp_agenda_editor_set_store (LpAgendaEditor *self, LpStore *store, const LpId *meeting)
{
  g_return_if_fail (LP_IS_AGENDA_EDITOR (self));

  g_set_object (&self->store, store);
  self->meeting = *meeting;
}

/* item: NULL for none. The same item again, read anew, leaves alone what the user is typing. */
void
lp_agenda_editor_show_item (LpAgendaEditor *self, LpRecord *item, int begins)
{
  gboolean same = FALSE;

  g_return_if_fail (LP_IS_AGENDA_EDITOR (self));

  same = item != NULL && self->item != NULL &&
         lp_id_equal (lp_record_get_id (item), lp_record_get_id (self->item));
  if (!same)
    {
      lp_agenda_editor_flush (self);
      self->visit++;
      g_clear_pointer (&self->stories, lp_story_goal_free);
      self->dirty = 0;
      memset (self->in_flight, 0, sizeof self->in_flight);
    }

  g_set_object (&self->item, item);
  self->begins = begins;
  gtk_widget_set_sensitive (GTK_WIDGET (self), item != NULL);
  if (item == NULL)
    return;

  fill (self);
  if (!same)
    take_back (self);
}

/* position: 0 for the first. */
void
lp_agenda_editor_show_place (LpAgendaEditor *self, guint position, guint n_items)
{
  /* Translators: which item of the agenda is edited */
  g_autofree char *place = g_strdup_printf (_("Item %u of %u"), position + 1, n_items);

  lp_page_title_set_title (self->place_title, place);
}

/* All of it selected, so that typing replaces it. */
void
lp_agenda_editor_edit_title (LpAgendaEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  gtk_editable_select_region (self->title_row, 0, -1);
}

/* Commits what is typed, if anything is. */
void
lp_agenda_editor_flush (LpAgendaEditor *self)
{
  g_autoptr (LpChangeSet) changes = NULL;
  g_autofree char *title = NULL;
  LpEdit *put = NULL;
  Edit *edit = NULL;

  adw_spin_row_update (self->minutes_row);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->dirty == 0 || self->item == NULL)
    return;

  title = g_strdup_printf (_("Edit “%s”"), lp_record_text (self->item, LP_AGENDA_ITEM_TITLE));
  changes = lp_change_set_new (title);
  put = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, lp_record_get_id (self->item));
  edit = g_new0 (Edit, 1);
  edit->editor = g_object_ref (self);
  edit->item = *lp_record_get_id (self->item);
  edit->visit = self->visit;
  edit->fields = self->dirty;
  self->dirty = 0;

  for (guint field = 0; field < LP_AGENDA_ITEM_N_FIELDS; field++)
    {
      if ((edit->fields & BIT (field)) == 0)
        continue;

      edit->values[field] = read_field (self, field);
      lp_edit_value (put, field, &edit->values[field]);
      self->in_flight[field]++;
    }
  lp_store_commit_async (self->store, changes, NULL, committed_cb, edit);
}
