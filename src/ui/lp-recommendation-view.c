/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-view.h"

#include "lp-evidence-list.h"
#include "lp-feedback.h"
#include "lp-note-picker.h"
#include "lp-recommendation-edits.h"
#include "lp-recommendation-facts.h"
#include "lp-recommendation-words.h"
#include "lp-text-row.h"

#include <glib/gi18n.h>

/* So long typing rests before it is saved even though the focus stays: a computer may go down meanwhile. */
#define REST_MS 5000

enum {
  TEXT,
  REASON,
  TITLE,
  N_TEXTS
};

static const guint fields[N_TEXTS] = { LP_RECOMMENDATION_TEXT, LP_RECOMMENDATION_REASON, LP_RECOMMENDATION_TITLE };

struct _LpRecommendationView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled_window;
  LpTextRow *text_row;
  LpTextRow *reason_row;
  LpTextRow *title_row;
  LpRecommendationFacts *facts;
  GtkLabel *notes_figure, *notes_word;
  GtkLabel *tables_figure, *tables_word;
  GtkLabel *towns_figure, *towns_word;
  GtkLabel *perspectives_label;
  GtkLabel *quotes_label;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
  AdwWrapBox *themes_box;
  GtkMenuButton *theme_button;
  GtkListBox *theme_list;
  AdwToggleGroup *tabs;
  AdwToggle *for_tab;
  AdwToggle *against_tab;
  AdwToggle *unused_tab;
  GtkStack *stack;
  LpEvidenceList *for_list;
  LpEvidenceList *against_list;
  LpEvidenceList *unused_list;

  LpStore *store;
  LpId meeting;
  LpRecord *record;
  LpGround ground;
  guint unused;
  LpList *themes;     /* of the meeting */
  GPtrArray *chips;   /* of the themes linked; GtkWidget, not owned */
  GHashTable *unsaved; /* LpId → Unsaved: texts whose commit failed when another was shown already */
  guint dirty;         /* bits of 1 << TEXT…: typed and not committed */
  guint in_flight;     /* commits of these texts */
  guint rest_id;
  gboolean filling;
  gboolean narrow;
  gboolean tight;
};

G_DEFINE_FINAL_TYPE (LpRecommendationView, lp_recommendation_view, ADW_TYPE_BIN)

enum {
  PROP_NARROW = 1,
  PROP_TIGHT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What one commit changes: kept until it is on the disk. */
typedef struct {
  LpRecommendationView *view;
  LpRecord *record;
  guint dirty;
  char *texts[N_TEXTS];
} Unsaved;

static void
unsaved_free (gpointer data)
{
  Unsaved *self = data;

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_object (&self->view);
  g_object_unref (self->record);
  g_free (self);
}

static LpTextRow *
get_row (LpRecommendationView *self, guint text)
{
  LpTextRow *rows[N_TEXTS] = { self->text_row, self->reason_row, self->title_row };

  return rows[text];
}

/* --- Saving --- */

static gboolean
is_shown (LpRecommendationView *self, LpRecord *record)
{
  return self->record != NULL && lp_id_equal (lp_record_get_id (self->record), lp_record_get_id (record));
}

/* unsaved: taken. What is shown still goes with the next commit, else it comes back when it is shown again. */
static void
keep (LpRecommendationView *self, Unsaved *unsaved)
{
  if (is_shown (self, unsaved->record))
    {
      self->dirty |= unsaved->dirty;
      unsaved_free (unsaved);
      return;
    }
  /* the view is not held by what it holds */
  g_clear_object (&unsaved->view);
  g_hash_table_replace (self->unsaved, lp_id_copy (lp_record_get_id (unsaved->record)), unsaved);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Unsaved *unsaved = data;
  g_autoptr (LpRecommendationView) self = g_object_ref (unsaved->view);
  g_autoptr (GError) error = NULL;

  self->in_flight--;
  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    {
      unsaved_free (unsaved);
      return;
    }
  if (self->unsaved != NULL)
    keep (self, unsaved);
  else
    unsaved_free (unsaved);
  lp_feedback_error (GTK_WIDGET (self), _("The recommendation was not saved"), error);
}

static void
save_texts (LpRecommendationView *self)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Change recommendation"));
  Unsaved *unsaved = NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->record == NULL || self->dirty == 0)
    return;

  unsaved = g_new0 (Unsaved, 1);
  unsaved->view = g_object_ref (self);
  unsaved->record = g_object_ref (self->record);
  unsaved->dirty = self->dirty;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      unsaved->texts[i] = g_strdup (lp_text_row_get_text (get_row (self, i)));
      if ((self->dirty & 1u << i) != 0)
        lp_recommendation_set_text (changes, self->record, fields[i], unsaved->texts[i]);
    }
  self->dirty = 0;
  if (lp_change_set_is_empty (changes))
    {
      unsaved_free (unsaved);
      return;
    }
  self->in_flight++;
  lp_store_commit_async (self->store, changes, NULL, saved_cb, unsaved);
}

static void
rest_cb (gpointer data)
{
  LpRecommendationView *self = data;

  self->rest_id = 0;
  save_texts (self);
}

static void
typed_cb (LpRecommendationView *self, GParamSpec *pspec, LpTextRow *row)
{
  if (self->filling || self->record == NULL)
    return;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (row == get_row (self, i))
        self->dirty |= 1u << i;
    }
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

static void
left_cb (LpRecommendationView *self)
{
  save_texts (self);
}

/* --- What is shown --- */

/* A text that could not be saved before is there again. */
static void
take_back (LpRecommendationView *self)
{
  Unsaved *unsaved = g_hash_table_lookup (self->unsaved, lp_record_get_id (self->record));

  if (unsaved == NULL)
    return;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      if ((unsaved->dirty & 1u << i) != 0)
        lp_text_row_set_text (get_row (self, i), unsaved->texts[i]);
    }
  self->dirty = unsaved->dirty;
  g_hash_table_remove (self->unsaved, lp_record_get_id (self->record));
}

/* Blanks at the end are not kept, and still there while one types on. */
static gboolean
says (LpTextRow *row, const char *text)
{
  g_autofree char *typed = g_strstrip (g_strdup (lp_text_row_get_text (row)));

  return g_str_equal (typed, text);
}

/* What is being typed, or on its way to the disk, stays as it is typed. */
static void
fill_texts (LpRecommendationView *self, gboolean other)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = lp_record_text (self->record, fields[i]);

      if (other || ((self->dirty & 1u << i) == 0 && self->in_flight == 0 && !says (get_row (self, i), text)))
        lp_text_row_set_text (get_row (self, i), text);
    }
  if (other)
    take_back (self);
  self->filling = FALSE;
}

static void
set_figure (GtkLabel *figure, GtkLabel *word, guint n, const char *words)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);

  gtk_label_set_label (figure, number);
  gtk_label_set_label (word, words);
}

static void
show_ground (LpRecommendationView *self)
{
  const LpGround *ground = &self->ground;
  g_autofree char *perspectives = lp_ground_print_perspectives (ground);
  g_autofree char *quotes = lp_ground_print_quotes (ground);
  g_autofree char *warning = lp_ground_print_warnings (ground);

  /* Translators: below the number */
  set_figure (self->notes_figure, self->notes_word, ground->notes, ngettext ("note", "notes", ground->notes));
  set_figure (self->tables_figure, self->tables_word, ground->tables, ngettext ("table", "tables", ground->tables));
  set_figure (self->towns_figure, self->towns_word, ground->municipalities,
              ngettext ("municipality", "municipalities", ground->municipalities));
  gtk_label_set_label (self->perspectives_label, perspectives);
  gtk_label_set_label (self->quotes_label, quotes);
  gtk_widget_set_visible (GTK_WIDGET (self->perspectives_label), *perspectives != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->quotes_label), *quotes != '\0');
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

static void
set_tab (AdwToggle *tab, const char *label, guint n)
{
  g_autofree char *text = g_strdup_printf ("%s (%'u)", label, n);

  adw_toggle_set_label (tab, text);
}

static void
show_tabs (LpRecommendationView *self)
{
  set_tab (self->for_tab, _("Rests on"), self->ground.notes);
  set_tab (self->against_tab, self->narrow ? _("Against") : _("Speaks Against"), self->ground.against);
  set_tab (self->unused_tab, self->narrow ? _("Unused") : _("Notes Without Recommendation"), self->unused);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tabs),
                                  self->tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->tabs), self->tight ? GTK_ALIGN_FILL : GTK_ALIGN_START);
}

static void
chip_clicked_cb (GtkButton *button, LpRecommendationView *self)
{
  lp_recommendation_edits_remove (GTK_WIDGET (self), self->store, self->record,
                                  g_object_get_data (G_OBJECT (button), "theme"));
}

static GtkWidget *
make_chip (LpRecommendationView *self, LpRecord *theme)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (lp_record_text (theme, LP_THEME_NAME));
  /* Translators: %s is the name of a theme */
  g_autofree char *tip = g_strdup_printf (_("Take out “%s”. Its notes stay."), lp_record_text (theme, LP_THEME_NAME));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("lp-themes-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "lp-chip");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (button), "theme", g_object_ref (theme), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_DEFAULT);
  return button;
}

static void
show_themes (LpRecommendationView *self, GPtrArray *themes)
{
  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->themes_box, g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < themes->len; i++)
    {
      GtkWidget *chip = make_chip (self, g_ptr_array_index (themes, i));
      GtkWidget *before = i > 0 ? g_ptr_array_index (self->chips, i - 1) : NULL;

      adw_wrap_box_insert_child_after (self->themes_box, chip, before);
      g_ptr_array_add (self->chips, chip);
    }
}

/* Of the notes that none uses the list is read when it is asked for. */
static void
show_list (LpRecommendationView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->tabs);
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  if (name == NULL || self->record == NULL)
    return;
  if (g_str_equal (name, "unused") && g_object_get_data (G_OBJECT (self->unused_list), "notes") == NULL)
    {
      LpList *notes = lp_list_new_notes (self->store, &self->meeting);

      filter.unused = TRUE;
      lp_list_set_filter (notes, &filter);
      lp_evidence_list_set_notes (self->unused_list, notes);
      g_object_set_data_full (G_OBJECT (self->unused_list), "notes", notes, g_object_unref);
    }
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_evidence (LpRecommendationView *self)
{
  const LpId *id = lp_record_get_id (self->record);
  g_autoptr (LpList) carry = lp_list_new_evidence (self->store, id, FALSE);
  g_autoptr (LpList) contrary = lp_list_new_evidence (self->store, id, TRUE);

  lp_evidence_list_set_notes (self->for_list, carry);
  lp_evidence_list_set_notes (self->against_list, contrary);
}

static void
tab_cb (LpRecommendationView *self)
{
  if (self->store != NULL)
    show_list (self);
}

static GtkWidget *
create_theme_row_cb (gpointer item, gpointer data)
{
  GtkWidget *label = gtk_label_new (lp_record_text (item, LP_THEME_NAME));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  return label;
}

/* --- Actions --- */

static void
theme_activated_cb (LpRecommendationView *self, GtkListBoxRow *row)
{
  g_autoptr (LpRecord) theme =
      g_list_model_get_item (G_LIST_MODEL (self->themes), (guint) gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (self->theme_button);
  if (theme != NULL && self->record != NULL)
    lp_recommendation_edits_add_theme (GTK_WIDGET (self), self->store, self->record, theme);
}

/* Transfer full; NULL when it is not there any more. */
static LpRecord *
load_note (LpRecommendationView *self, GVariant *parameter)
{
  LpId id = { 0 };

  if (self->record == NULL || !lp_id_parse (g_variant_get_string (parameter, NULL), &id))
    return NULL;
  return lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, &id, NULL);
}

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (widget);
  g_autoptr (LpRecord) note = load_note (self, parameter);
  g_autoptr (GArray) nums = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (note == NULL)
    return;
  g_array_append_val (nums, ((gint64) { lp_record_get_num (note) }));
  lp_recommendation_edits_add_notes (widget, self->store, self->record, nums, g_str_equal (name, "evidence.oppose"));
}

static void
remove_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (widget);
  g_autoptr (LpRecord) note = load_note (self, parameter);

  if (note != NULL)
    lp_recommendation_edits_remove (widget, self->store, self->record, note);
}

static void
chosen_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (widget);
  g_autoptr (GArray) nums = lp_evidence_list_get_chosen (self->unused_list);

  if (self->record != NULL && nums->len > 0)
    lp_recommendation_edits_add_notes (widget, self->store, self->record, nums,
                                       g_str_equal (name, "evidence.oppose-chosen"));
}

static void
pick_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (widget);
  gboolean against = g_strcmp0 (adw_toggle_group_get_active_name (self->tabs), "against") == 0;

  if (self->record == NULL)
    return;
  save_texts (self);
  adw_dialog_present (lp_note_picker_new (self->store, self->record, against), widget);
}

/* --- Class --- */

static void
lp_recommendation_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_recommendation_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TIGHT:
      self->tight = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  show_tabs (self);
}

static void
lp_recommendation_view_dispose (GObject *object)
{
  LpRecommendationView *self = LP_RECOMMENDATION_VIEW (object);

  if (self->store != NULL && lp_store_get_reader (self->store) != NULL)
    save_texts (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->record);
  /* bound too: unparented by the template alone, the bin would do it once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_RECOMMENDATION_VIEW);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);
  g_clear_object (&self->themes);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_recommendation_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-recommendation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, text_row);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, reason_row);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, title_row);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, facts);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, notes_figure);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, notes_word);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, tables_figure);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, tables_word);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, towns_figure);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, towns_word);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, perspectives_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, quotes_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, warning_box);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, warning_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, themes_box);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, theme_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, theme_list);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, tabs);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, for_tab);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, against_tab);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, unused_tab);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, stack);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, for_list);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, against_list);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationView, unused_list);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_activated_cb);
}

static void
lp_recommendation_view_class_init (LpRecommendationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_recommendation_view_get_property;
  object_class->set_property = lp_recommendation_view_set_property;
  object_class->dispose = lp_recommendation_view_dispose;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_TIGHT] =
      g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_EVIDENCE_LIST);
  g_type_ensure (LP_TYPE_RECOMMENDATION_FACTS);
  g_type_ensure (LP_TYPE_TEXT_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "evidence.add", "s", add_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.oppose", "s", add_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "s", remove_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-chosen", NULL, chosen_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.oppose-chosen", NULL, chosen_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.pick", NULL, pick_action_cb);
}

static void
lp_recommendation_view_init (LpRecommendationView *self)
{
  self->chips = g_ptr_array_new ();
  self->unsaved = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, unsaved_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_TEXTS; i++)
    g_signal_connect_object (get_row (self, i), "notify::text", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  show_tabs (self);
}

void
lp_recommendation_view_set_store (LpRecommendationView *self, LpStore *store, const LpId *meeting)
{
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->themes = lp_list_new_themes (store, meeting);
  lp_recommendation_facts_set_store (self->facts, store);
  gtk_list_box_bind_model (self->theme_list, G_LIST_MODEL (self->themes), create_theme_row_cb, NULL, NULL);
}

void
lp_recommendation_view_show (LpRecommendationView *self, const LpRecommendation *recommendation, guint unused)
{
  gboolean other = !is_shown (self, recommendation->record);

  if (other)
    {
      save_texts (self);
      self->dirty = 0;
    }
  g_set_object (&self->record, recommendation->record);
  self->ground = recommendation->ground;
  self->unused = unused;
  fill_texts (self, other);
  lp_recommendation_facts_show (self->facts, self->record);
  show_ground (self);
  show_themes (self, recommendation->themes);
  show_tabs (self);
  if (!other)
    return;
  show_evidence (self);
  show_list (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/** lp_recommendation_view_flush: saves what is typed. */
void
lp_recommendation_view_flush (LpRecommendationView *self)
{
  save_texts (self);
  lp_recommendation_facts_flush (self->facts);
}

/** lp_recommendation_view_edit: the focus goes to its words. */
void
lp_recommendation_view_edit (LpRecommendationView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_row));
}
