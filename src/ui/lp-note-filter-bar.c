/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-filter-bar.h"

#include <glib/gi18n.h>

/* Before the themes in their choice: all of them, and none. */
enum {
  THEME_ALL,
  THEME_NONE,
  N_BEFORE_THEMES
};

#define BUTTON_WIDTH 14
#define LIST_WIDTH 40

struct _LpNoteFilterBar
{
  AdwBin parent_instance;

  GtkBox *choices;
  GtkWidget *search_entry;
  GtkDropDown *kind_choice;
  GtkDropDown *table_choice;
  GtkDropDown *theme_choice;
  GtkMenuButton *more_button;
  GtkDropDown *perspective_choice;
  GtkCheckButton *flagged_check;
  GtkCheckButton *unreviewed_check;
  GtkCheckButton *verbatim_check;
  GtkCheckButton *read_back_check;

  LpList *themes;
  LpNoteFlags *flags;
  gboolean narrow;
  gboolean clearing;
};

G_DEFINE_FINAL_TYPE (LpNoteFilterBar, lp_note_filter_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  CHANGED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (LpNoteFilterBar *self)
{
  if (!self->clearing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_choice (GtkDropDown *choice)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  return chosen != GTK_INVALID_LIST_POSITION && chosen > 0;
}

/* What cannot be seen while the popover is closed is counted. */
static void
show_more (LpNoteFilterBar *self)
{
  int n = has_choice (self->perspective_choice) + gtk_check_button_get_active (self->flagged_check) +
          gtk_check_button_get_active (self->unreviewed_check) + gtk_check_button_get_active (self->verbatim_check) +
          gtk_check_button_get_active (self->read_back_check);
  /* Translators: more filters, and how many of them are in use */
  g_autofree char *counted = g_strdup_printf (_("More (%d)"), n);

  gtk_menu_button_set_label (self->more_button, n > 0 ? counted : C_("filters", "More"));
}

static void
more_cb (LpNoteFilterBar *self)
{
  if (self->read_back_check == NULL)
    return;

  show_more (self);
  changed_cb (self);
}

static void
flags_changed_cb (LpNoteFilterBar *self)
{
  if (gtk_check_button_get_active (self->flagged_check))
    changed_cb (self);
}

static void
stopped_cb (LpNoteFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_signal_emit (self, signals[STOPPED], 0);
}

static void
set_narrow (LpNoteFilterBar *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->choices, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
label_setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (width));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
label_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (text));
}

/* Names of themes are sentences: cut in the button, long in the list. */
static GtkListItemFactory *
label_factory_new (int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (label_setup_cb), GINT_TO_POINTER (width));
  g_signal_connect (factory, "bind", G_CALLBACK (label_bind_cb), NULL);
  return factory;
}

static void
add_kinds (LpNoteFilterBar *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All Kinds"));
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    gtk_string_list_append (labels, lp_kind_plural (kind));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (labels));
}

static void
add_perspectives (LpNoteFilterBar *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All Perspectives"));
  for (guint perspective = 0; perspective < LP_N_PERSPECTIVES; perspective++)
    gtk_string_list_append (labels, lp_perspective_label (perspective));
  gtk_drop_down_set_model (self->perspective_choice, G_LIST_MODEL (labels));
}

static gpointer
name_of_theme (gpointer theme, gpointer data)
{
  g_autoptr (LpRecord) record = theme;

  return gtk_string_object_new (lp_record_text (record, LP_THEME_NAME));
}

static void
lp_note_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNoteFilterBar *self = LP_NOTE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_filter_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpNoteFilterBar *self = LP_NOTE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_filter_bar_dispose (GObject *object)
{
  LpNoteFilterBar *self = LP_NOTE_FILTER_BAR (object);

  self->clearing = TRUE;
  g_clear_object (&self->themes);
  g_clear_object (&self->flags);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_FILTER_BAR);

  G_OBJECT_CLASS (lp_note_filter_bar_parent_class)->dispose (object);
}

static void
lp_note_filter_bar_class_init (LpNoteFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_filter_bar_get_property;
  object_class->set_property = lp_note_filter_bar_set_property;
  object_class->dispose = lp_note_filter_bar_dispose;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-note-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, choices);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, table_choice);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, theme_choice);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, more_button);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, perspective_choice);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, flagged_check);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, unreviewed_check);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, verbatim_check);
  gtk_widget_class_bind_template_child (widget_class, LpNoteFilterBar, read_back_check);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
lp_note_filter_bar_init (LpNoteFilterBar *self)
{
  g_autoptr (GtkListItemFactory) button_factory = label_factory_new (BUTTON_WIDTH);
  g_autoptr (GtkListItemFactory) list_factory = label_factory_new (LIST_WIDTH);

  self->clearing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_factory (self->kind_choice, button_factory);
  gtk_drop_down_set_factory (self->table_choice, button_factory);
  gtk_drop_down_set_factory (self->theme_choice, button_factory);
  gtk_drop_down_set_list_factory (self->kind_choice, list_factory);
  gtk_drop_down_set_list_factory (self->table_choice, list_factory);
  gtk_drop_down_set_list_factory (self->theme_choice, list_factory);
  add_kinds (self);
  add_perspectives (self);
  show_more (self);
  lp_note_filter_bar_set_tables (self, 0);
  self->clearing = FALSE;
}

/* The tables to choose from, 1 to n_tables. Keeps the choice. */
void
lp_note_filter_bar_set_tables (LpNoteFilterBar *self, int n_tables)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = gtk_drop_down_get_selected (self->table_choice);
  gboolean clearing = self->clearing;

  gtk_string_list_append (labels, _("All Tables"));
  for (int table = 1; table <= n_tables; table++)
    gtk_string_list_take (labels, g_strdup_printf (_("Table %d"), table));
  self->clearing = TRUE;
  gtk_drop_down_set_model (self->table_choice, G_LIST_MODEL (labels));
  if (chosen != GTK_INVALID_LIST_POSITION && chosen <= (guint) n_tables)
    gtk_drop_down_set_selected (self->table_choice, chosen);
  self->clearing = clearing;
  gtk_widget_set_visible (GTK_WIDGET (self->table_choice), n_tables > 0);
}

/* Once. */
void
lp_note_filter_bar_set_themes (LpNoteFilterBar *self, LpList *themes)
{
  const char *const before[] = { _("All Themes"), _("Without Theme"), NULL };
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) fixed = gtk_string_list_new (before);
  g_autoptr (GtkMapListModel) names =
      gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (themes)), name_of_theme, NULL, NULL);
  g_autoptr (GtkFlattenListModel) all = NULL;

  g_set_object (&self->themes, themes);
  g_list_store_append (parts, fixed);
  g_list_store_append (parts, names);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (parts));
  gtk_drop_down_set_model (self->theme_choice, G_LIST_MODEL (all));
}

/** lp_note_filter_bar_set_flags: which notes hold possible personal data. Once. */
void
lp_note_filter_bar_set_flags (LpNoteFilterBar *self, LpNoteFlags *flags)
{
  g_set_object (&self->flags, flags);
  g_signal_connect_object (flags, "changed", G_CALLBACK (flags_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
get_theme (LpNoteFilterBar *self, LpNoteFilter *filter)
{
  guint theme = gtk_drop_down_get_selected (self->theme_choice);
  g_autoptr (LpRecord) record = NULL;

  filter->loose = theme == THEME_NONE;
  if (theme == GTK_INVALID_LIST_POSITION || theme < N_BEFORE_THEMES)
    return;

  record = g_list_model_get_item (G_LIST_MODEL (self->themes), theme - N_BEFORE_THEMES);
  if (record != NULL)
    filter->theme = *lp_record_get_id (record);
}

static void
get_more (LpNoteFilterBar *self, LpNoteFilter *filter)
{
  if (has_choice (self->perspective_choice))
    filter->perspective = lp_perspective_id (gtk_drop_down_get_selected (self->perspective_choice) - 1);
  filter->unreviewed = gtk_check_button_get_active (self->unreviewed_check);
  filter->verbatim = gtk_check_button_get_active (self->verbatim_check);
  filter->read_back = gtk_check_button_get_active (self->read_back_check);
  if (gtk_check_button_get_active (self->flagged_check) && self->flags != NULL)
    filter->among = lp_note_flags_get (self->flags);
}

/* What is chosen; the filter borrows its text. Returns: whether that leaves any note out. */
gboolean
lp_note_filter_bar_get_filter (LpNoteFilterBar *self, LpNoteFilter *filter)
{
  *filter = LP_NOTE_FILTER_ALL;
  filter->text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  if (has_choice (self->kind_choice))
    filter->kind = (int) gtk_drop_down_get_selected (self->kind_choice) - 1;
  if (has_choice (self->table_choice))
    filter->table = (int) gtk_drop_down_get_selected (self->table_choice);
  get_theme (self, filter);
  get_more (self, filter);
  return *filter->text != '\0' || filter->kind >= 0 || filter->table >= 0 || filter->loose ||
         lp_id_is_set (&filter->theme) || filter->perspective != NULL || filter->unreviewed || filter->verbatim ||
         filter->read_back || filter->among != NULL;
}

void
lp_note_filter_bar_clear (LpNoteFilterBar *self)
{
  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->kind_choice, 0);
  gtk_drop_down_set_selected (self->table_choice, 0);
  gtk_drop_down_set_selected (self->theme_choice, THEME_ALL);
  gtk_drop_down_set_selected (self->perspective_choice, 0);
  gtk_check_button_set_active (self->flagged_check, FALSE);
  gtk_check_button_set_active (self->unreviewed_check, FALSE);
  gtk_check_button_set_active (self->verbatim_check, FALSE);
  gtk_check_button_set_active (self->read_back_check, FALSE);
  self->clearing = FALSE;
  changed_cb (self);
}

/* Puts the focus in the search. */
void
lp_note_filter_bar_search (LpNoteFilterBar *self)
{
  gtk_widget_grab_focus (self->search_entry);
}

/* For a dialog whose first focus it gets. */
GtkWidget *
lp_note_filter_bar_get_entry (LpNoteFilterBar *self)
{
  return self->search_entry;
}
