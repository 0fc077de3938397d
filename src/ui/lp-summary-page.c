/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-summary-page.h"

#include "lp-column-chart.h"
#include "lp-counts.h"
#include "lp-day.h"
#include "lp-export-dialog.h"
#include "lp-feedback.h"
#include "lp-figure-card.h"
#include "lp-kind-badge.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-page-title.h"
#include "lp-summary-output.h"
#include "lp-theme-chart.h"
#include "lp-undo-button.h"

#include <glib/gi18n.h>

struct _LpSummaryPage {
  AdwNavigationPage  parent_instance;

  LpPageTitle       *title;
  LpUndoButton      *undo_button;
  GtkWidget         *export_button;
  GtkWidget         *notes_button;
  GtkStack          *stack;
  LpFigureCard      *notes;
  LpFigureCard      *dreams;
  LpFigureCard      *municipalities;
  LpFigureCard      *lived;
  LpFigureCard      *participants;
  GtkLabel          *n_themes;
  LpKindBadge       *badges[LP_N_KINDS];
  LpThemeChart      *chart;
  GtkGrid           *voices;
  LpColumnChart     *tables;
  GtkLabel          *tables_caption;

  LpStore           *store;
  LpId               meeting;
  LpLoader          *loader;
  gboolean           as_table;
};

typedef struct {
  const char *label;
  guint       total;
} Voice;

G_DEFINE_FINAL_TYPE (LpSummaryPage, lp_summary_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_AS_TABLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Frees what it is given. */
static void
show_figure (LpFigureCard *card,
             char         *figure,
             const char   *label,
             char         *caption)
{
  g_object_set (card, "figure", figure, "label", label, "caption", caption, NULL);
  g_free (figure);
  g_free (caption);
}

static guint
count_themes (const LpCounts *counts)
{
  guint n_themes = 0;

  for (guint i = 0; i < counts->themes->len; i++)
    n_themes += lp_id_is_set (&((const LpThemeCount *) g_ptr_array_index (counts->themes, i))->theme);
  return n_themes;
}

static char *
compare_dreams (const LpCounts *counts)
{
  guint n_dreams = counts->kinds[LP_KIND_DREAM];
  guint n_concerns = counts->kinds[LP_KIND_CONCERN];
  guint apart = n_dreams > n_concerns ? n_dreams - n_concerns : n_concerns - n_dreams;

  if (n_dreams + n_concerns == 0)
    return g_strdup ("");
  if (apart == 0)
    return g_strdup (_("equally many"));
  if (apart * 10 <= n_dreams + n_concerns)
    return g_strdup (_("almost equally many"));
  return g_strdup (n_dreams > n_concerns ? _("more dreams than concerns") : _("more concerns than dreams"));
}

static void
show_figures (LpSummaryPage  *self,
              const LpCounts *counts)
{
  guint n_tables = lp_counts_n_tables (counts);
  guint n_lived = counts->perspectives[LP_PERSPECTIVE_LIVED];
  guint share = counts->total > 0 ? (n_lived * 100 + counts->total / 2) / counts->total : 0;

  show_figure (self->notes, g_strdup_printf ("%'u", counts->total), ngettext ("note", "notes", counts->total),
               n_tables > 0 ? g_strdup_printf (ngettext ("from %u table", "from %u tables", n_tables), n_tables) : NULL);
  show_figure (self->dreams,
               g_strdup_printf ("%'u / %'u", counts->kinds[LP_KIND_DREAM], counts->kinds[LP_KIND_CONCERN]),
               _("dreams and concerns"), compare_dreams (counts));
  show_figure (self->municipalities, g_strdup_printf ("%'u", counts->municipalities),
               ngettext ("municipality heard", "municipalities heard", counts->municipalities),
               g_strdup (_("named on at least one note")));
  /* Translators: a share in percent */
  show_figure (self->lived, g_strdup_printf (_("%u%%"), share), _("lived experience"),
               g_strdup_printf (ngettext ("%'u of %'u note", "%'u of %'u notes", counts->total), n_lived, counts->total));
  show_figure (self->participants, g_strdup_printf ("%'u", counts->participants),
               ngettext ("participant", "participants", counts->participants),
               g_strdup_printf (ngettext ("from %u organisation", "from %u organisations", counts->organisations),
                                counts->organisations));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->participants)), counts->participants > 0);
}

static void
show_themes (LpSummaryPage  *self,
             const LpCounts *counts)
{
  guint n_themes = count_themes (counts);
  guint n_loose = counts->without_theme;
  g_autofree char *themes = g_strdup_printf (ngettext ("%u theme", "%u themes", n_themes), n_themes);
  g_autofree char *loose = g_strdup_printf (ngettext ("%'u ungrouped", "%'u ungrouped", n_loose), n_loose);
  g_autofree char *words = g_strjoin (" · ", themes, n_loose > 0 ? loose : NULL, NULL);

  gtk_label_set_label (self->n_themes, words);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    lp_kind_badge_set_count (self->badges[kind], counts->kinds[kind]);
  lp_theme_chart_show (self->chart, counts);
}

static int
compare_voices (gconstpointer a,
                gconstpointer b)
{
  const Voice *left = a;
  const Voice *right = b;

  return (left->total < right->total) - (left->total > right->total);
}

static void
attach_voice (GtkGrid     *grid,
              int          row,
              const Voice *voice,
              guint        most)
{
  g_autofree char *number = g_strdup_printf ("%'u", voice->total);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", voice->label, "xalign", 0.0f, "wrap", TRUE, NULL);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (most, 1));
  GtkWidget *total = g_object_new (GTK_TYPE_LABEL, "label", number, "xalign", 1.0f,
                                   "css-classes", (const char *const[]) { "numeric", NULL }, NULL);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), voice->total);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, voice->label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, number, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, total, 2, row, 1, 1);
}

static void
show_voices (LpSummaryPage  *self,
             const LpCounts *counts)
{
  Voice voices[LP_N_PERSPECTIVES + 1];
  guint n_voices = LP_N_PERSPECTIVES;

  for (LpPerspective i = 0; i < LP_N_PERSPECTIVES; i++)
    voices[i] = (Voice) { lp_perspective_label (i), counts->perspectives[i] };
  qsort (voices, n_voices, sizeof (Voice), compare_voices);
  if (counts->no_perspective > 0)
    voices[n_voices++] = (Voice) { _("Not stated"), counts->no_perspective };

  while (gtk_widget_get_first_child (GTK_WIDGET (self->voices)) != NULL)
    gtk_grid_remove (self->voices, gtk_widget_get_first_child (GTK_WIDGET (self->voices)));
  for (guint i = 0; i < n_voices; i++)
    attach_voice (self->voices, i, &voices[i], MAX (voices[0].total, counts->no_perspective));
}

/* "Table 1: 23 notes" for each, for who cannot see the columns. */
static void
describe_tables (LpSummaryPage  *self,
                 const LpCounts *counts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < counts->tables->len; i++)
    {
      const LpTableCount *table = &g_array_index (counts->tables, LpTableCount, i);

      if (i > 0)
        g_string_append (words, ", ");
      if (table->table > 0)
        g_string_append_printf (words, _("Table %d: %u"), table->table, table->total);
      else
        g_string_append_printf (words, _("No table: %u"), table->total);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tables),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes from the tables"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

static void
show_tables (LpSummaryPage  *self,
             const LpCounts *counts)
{
  guint fewest = G_MAXUINT, most = 0, without = 0;
  g_autofree char *spread = NULL;
  g_autofree char *none = NULL;
  g_autofree char *caption = NULL;

  lp_column_chart_clear (self->tables);
  for (guint i = 0; i < counts->tables->len; i++)
    {
      const LpTableCount *table = &g_array_index (counts->tables, LpTableCount, i);
      g_autofree char *label = g_strdup_printf ("%d", table->table);

      if (table->table == 0)
        {
          without = table->total;
          continue;
        }
      lp_column_chart_add (self->tables, label, table->total);
      fewest = MIN (fewest, table->total);
      most = MAX (most, table->total);
    }
  if (most > 0 && fewest == most)
    spread = g_strdup_printf (ngettext ("%'u note from each table", "%'u notes from each table", most), most);
  else if (most > 0)
    spread = g_strdup_printf (_("%'u to %'u notes from each table"), fewest, most);
  if (without > 0)
    none = g_strdup_printf (ngettext ("%'u without a table", "%'u without a table", without), without);
  caption = spread && none ? g_strjoin (" · ", spread, none, NULL) : g_strdup (spread ? spread : none);
  gtk_label_set_label (self->tables_caption, caption ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tables), most > 0);
  describe_tables (self, counts);
}

static void
show_day (LpSummaryPage *self)
{
  g_autoptr (LpRecord) meeting = lp_reader_load (lp_store_get_reader (self->store), LP_MEETING, &self->meeting, NULL);
  g_autofree char *day = meeting ? lp_day_long (lp_record_text (meeting, LP_MEETING_DATE)) : NULL;

  lp_page_title_set_subtitle (self->title, day ? day : "");
}

static void
loaded_cb (LpLoader      *loader,
           LpSummaryPage *self)
{
  const LpCounts *counts = lp_loader_get_result (loader);
  gboolean first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");

  show_day (self);
  show_figures (self, counts);
  show_themes (self, counts);
  show_voices (self, counts);
  show_tables (self, counts);
  gtk_stack_set_visible_child_name (self->stack, counts->total > 0 ? "summary" : "empty");
  /* a meeting without notes has an agenda and participants */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.export", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.print", counts->total > 0);
  if (counts->total > 0)
    gtk_widget_add_css_class (self->export_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->export_button, "suggested-action");
  if (first && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
failed_cb (LpLoader      *loader,
           GError        *error,
           LpSummaryPage *self)
{
  lp_feedback_error (GTK_WIDGET (self), _("The summary could not be read"), error);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LpSummaryPage *self = LP_SUMMARY_PAGE (widget);

  lp_export_dialog_present (widget, self->store, LP_MEETING, &self->meeting);
}

/* parameter: the id of a document */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LpSummaryPage *self = LP_SUMMARY_PAGE (widget);
  LpDocument document;

  if (lp_document_find (g_variant_get_string (parameter, NULL), &document))
    lp_summary_output (widget, self->store, &self->meeting, document);
}

/* The one thing to do here; nothing else needs the focus. */
static gboolean
lp_summary_page_grab_focus (GtkWidget *widget)
{
  LpSummaryPage *self = LP_SUMMARY_PAGE (widget);
  gboolean empty = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty");

  return gtk_widget_grab_focus (empty ? self->notes_button : self->export_button);
}

static void
lp_summary_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LpSummaryPage *self = LP_SUMMARY_PAGE (object);

  switch (id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, self->as_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_summary_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LpSummaryPage *self = LP_SUMMARY_PAGE (object);

  switch (id)
    {
    case PROP_AS_TABLE:
      if (self->as_table == g_value_get_boolean (value))
        return;
      self->as_table = !self->as_table;
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_summary_page_dispose (GObject *object)
{
  LpSummaryPage *self = LP_SUMMARY_PAGE (object);

  g_clear_object (&self->loader);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SUMMARY_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_summary_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char *const badges[LP_N_KINDS] = {
    "dream_badge", "concern_badge", "experience_badge", "proposal_badge", "story_badge",
  };

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, title);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, notes_button);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, notes);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, dreams);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, municipalities);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, lived);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, participants);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, n_themes);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    gtk_widget_class_bind_template_child_full (widget_class, badges[kind], FALSE,
                                               G_STRUCT_OFFSET (LpSummaryPage, badges) + kind * sizeof (LpKindBadge *));
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, voices);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, tables);
  gtk_widget_class_bind_template_child (widget_class, LpSummaryPage, tables_caption);
}

static void
lp_summary_page_class_init (LpSummaryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_summary_page_get_property;
  object_class->set_property = lp_summary_page_set_property;
  object_class->dispose = lp_summary_page_dispose;
  widget_class->grab_focus = lp_summary_page_grab_focus;

  props[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "summary.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "summary.print", "s", print_action);
  gtk_widget_class_install_property_action (widget_class, "summary.as-table", "as-table");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "summary.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "summary.print", "s", "handout");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "summary.as-table", NULL);

  g_type_ensure (LP_TYPE_COLUMN_CHART);
  g_type_ensure (LP_TYPE_FIGURE_CARD);
  g_type_ensure (LP_TYPE_KIND_BADGE);
  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_THEME_CHART);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  bind_template (widget_class);
}

static void
lp_summary_page_init (LpSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.print", FALSE);
}

GtkWidget *
lp_summary_page_new (LpStore    *store,
                     const LpId *meeting)
{
  LpSummaryPage *self = g_object_new (LP_TYPE_SUMMARY_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);
  self->loader = lp_loader_new (store, meeting, (LpLoad) lp_counts_load, (GDestroyNotify) lp_counts_free);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
