/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-themes-page.h"

#include "lp-board.h"
#include "lp-board-zoom.h"
#include "lp-feedback.h"
#include "lp-grouping-history.h"
#include "lp-list.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-move-menu.h"
#include "lp-note-list.h"
#include "lp-note-theme.h"
#include "lp-page-title.h"
#include "lp-pile-grid.h"
#include "lp-suggest-page.h"
#include "lp-theme-chooser.h"
#include "lp-theme-dialog.h"
#include "lp-theme-edits.h"
#include "lp-theme-namer.h"
#include "lp-theme-view.h"
#include "lp-undo-button.h"

#include <glib/gi18n.h>

#define UNGROUPED -1

struct _LpThemesPage {
  AdwNavigationPage   parent_instance;

  AdwToolbarView     *frame;
  AdwNavigationView  *navigation;
  LpPageTitle        *title;
  GtkWidget          *new_button;
  LpUndoButton       *undo_button;
  GtkStack           *stack;
  AdwViewStack       *pages;        /* in a narrow window */
  GtkWidget          *loose_column;
  GtkLabel           *loose_heading;
  GtkLabel           *loose_count;
  GtkSearchBar       *find_bar;
  GtkSearchEntry     *find_entry;
  GtkStack           *loose_stack;
  LpNoteList         *loose_list;
  LpPileGrid         *grid;
  GtkLabel           *n_selected;
  GMenu              *move_menu;

  LpStore            *store;
  LpId                meeting;
  LpList             *loose;
  LpLoader           *loader;
  LpThemeNamer       *namer;
  LpNoteIds          *also_notes;   /* those for which a second theme is asked */
  LpId                merged;       /* the theme that is to be merged, while it is asked into which */
  LpNoteOrder         order;
  guint               zoom;
  gboolean            finds;        /* words are looked for on the board */
  LpId                shifted;      /* the theme that was moved just now */
  guint               refocus_id;
};

G_DEFINE_FINAL_TYPE (LpThemesPage, lp_themes_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* By LpNoteOrder. */
static const char *const orders[] = { "newest", "table", "kind" };

static LpBoard *
get_board (LpThemesPage *self)
{
  return lp_loader_get_result (self->loader);
}

static LpThemeView *
get_open_theme (LpThemesPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return LP_IS_THEME_VIEW (page) ? LP_THEME_VIEW (page) : NULL;
}

/* The notes one works on: those of the open theme, else the loose ones. */
static LpNoteList *
get_list (LpThemesPage *self)
{
  LpThemeView *view = get_open_theme (self);

  return view ? lp_theme_view_get_notes (view) : self->loose_list;
}

static const LpId *
get_open_id (LpThemesPage *self)
{
  LpThemeView *view = get_open_theme (self);

  return view ? lp_theme_view_get_theme (view) : NULL;
}

static const LpPile *
find_by_name (LpThemesPage *self,
              const char   *id)
{
  LpId theme;

  return get_board (self) != NULL && lp_id_parse (id, &theme) ? lp_board_find (get_board (self), &theme, NULL) : NULL;
}

/* Where they lie now: the number of a theme, or UNGROUPED. */
static int
get_place (LpThemesPage *self)
{
  LpThemeView *view = get_open_theme (self);
  guint position = 0;

  if (view == NULL || lp_board_find (get_board (self), lp_theme_view_get_theme (view), &position) == NULL)
    return UNGROUPED;
  return position;
}

static void
move_chosen (LpThemesPage *self,
             int           place)
{
  LpNoteList *list = get_list (self);
  LpBoard *board = get_board (self);
  guint first = 0;
  g_autoptr (LpNoteIds) notes = lp_note_list_get_chosen (list, &first);
  const LpPile *pile = NULL;

  if (board == NULL || notes->len == 0 || place == get_place (self) || place < UNGROUPED || place >= (int) board->piles->len)
    return;
  pile = place == UNGROUPED ? NULL : g_ptr_array_index (board->piles, place);
  lp_note_list_advance (list, first);
  lp_theme_edits_pass (GTK_WIDGET (self), self->store, &self->meeting, notes, get_open_id (self), pile);
}

static void
move_to_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  guint place = 0;
  LpId theme;

  if (!lp_id_parse (g_variant_get_string (parameter, NULL), &theme))
    move_chosen (self, UNGROUPED);
  else if (get_board (self) != NULL && lp_board_find (get_board (self), &theme, &place) != NULL)
    move_chosen (self, place);
}

static void
move_to_number_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  move_chosen (LP_THEMES_PAGE (widget), g_variant_get_int32 (parameter) - 1);
}

static void
move_previous_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);

  move_chosen (self, get_place (self) - 1);
}

static void
move_next_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);

  move_chosen (self, get_place (self) + 1);
}

/* One that a card suggests. */
static void
move_note_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  g_autoptr (LpNoteIds) notes = lp_note_ids_new ();
  const char *ids[2];
  LpId note, theme;
  guint position = 0;
  const LpPile *pile = NULL;

  g_variant_get (parameter, "(&s&s)", &ids[0], &ids[1]);
  if (get_board (self) != NULL && lp_id_parse (ids[0], &note) && lp_id_parse (ids[1], &theme))
    pile = lp_board_find (get_board (self), &theme, NULL);
  if (pile == NULL)
    return;
  lp_note_ids_add (notes, &note);
  if (lp_list_find (self->loose, &note, &position))
    lp_note_list_advance (self->loose_list, position);
  lp_theme_edits_move (widget, self->store, &self->meeting, notes, pile);
}

static void
suggest_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);

  lp_note_list_deselect (self->loose_list);
  adw_navigation_view_push (self->navigation, lp_suggest_page_new (self->store, &self->meeting));
}

static void
also_chosen_cb (LpThemeChooser *chooser,
                const char     *theme,
                LpThemesPage   *self)
{
  const LpPile *pile = find_by_name (self, theme);

  if (pile != NULL)
    lp_theme_edits_add (GTK_WIDGET (self), self->store, &self->meeting, self->also_notes, pile);
}

static void
also_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  AdwDialog *chooser = NULL;
  guint first = 0;
  g_autoptr (LpNoteIds) notes = lp_note_list_get_chosen (get_list (self), &first);

  if (get_board (self) == NULL || notes->len == 0)
    return;
  /* the card that has the focus loses it to the question */
  g_clear_pointer (&self->also_notes, lp_note_ids_unref);
  self->also_notes = lp_note_ids_ref (notes);
  chooser = lp_theme_chooser_new (_("Also In"), get_board (self), get_open_id (self));
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (also_chosen_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (chooser, widget);
}

static void
pair_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpThemeView *view = get_open_theme (LP_THEMES_PAGE (widget));

  if (view != NULL)
    lp_theme_view_pair (view);
}

static void
deselect_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LpNoteList *list = get_list (LP_THEMES_PAGE (widget));

  lp_note_list_deselect (list);
  gtk_widget_grab_focus (GTK_WIDGET (list));
}

static void
ask_new (LpThemesPage *self,
         GtkWidget    *at,
         LpNoteIds    *notes,
         guint         first)
{
  lp_theme_namer_ask_new (self->namer, at, get_list (self), notes, first, get_open_id (self));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  LpThemeView *view = get_open_theme (self);
  guint first = 0;
  g_autoptr (LpNoteIds) notes = lp_note_list_get_chosen (get_list (self), &first);

  ask_new (self, view ? lp_theme_view_get_title (view) : self->new_button, notes, first);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  LpThemeView *view = get_open_theme (self);
  const LpPile *pile = find_by_name (self, g_variant_get_string (parameter, NULL));

  if (pile != NULL)
    lp_theme_namer_ask_other (self->namer,
                              view ? lp_theme_view_get_title (view) : lp_pile_grid_find (self->grid, &pile->theme), pile);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  const LpPile *pile = find_by_name (self, g_variant_get_string (parameter, NULL));
  AdwDialog *dialog = NULL;

  if (pile != NULL)
    dialog = lp_theme_dialog_new (widget, self->store, &self->meeting, get_board (self), &pile->theme);
  if (dialog != NULL)
    adw_dialog_present (dialog, widget);
}

static void
merge_chosen_cb (LpThemeChooser *chooser,
                 const char     *theme,
                 LpThemesPage   *self)
{
  const LpPile *into = find_by_name (self, theme);
  const LpPile *pile = get_board (self) != NULL ? lp_board_find (get_board (self), &self->merged, NULL) : NULL;

  if (into != NULL && pile != NULL)
    lp_theme_edits_merge (GTK_WIDGET (self), self->store, &self->meeting, pile, into);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  const LpPile *pile = find_by_name (self, g_variant_get_string (parameter, NULL));
  g_autofree char *title = NULL;
  AdwDialog *chooser = NULL;

  if (pile == NULL)
    return;
  self->merged = pile->theme;
  /* Translators: %s is the name of a theme */
  title = g_strdup_printf (_("Merge “%s” Into"), pile->name);
  chooser = lp_theme_chooser_new (title, get_board (self), &pile->theme);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (merge_chosen_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (chooser, widget);
}

static void
shift_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  const LpPile *pile = find_by_name (self, g_variant_get_string (parameter, NULL));

  if (pile == NULL)
    return;
  self->shifted = pile->theme;
  lp_theme_edits_shift (widget, self->store, &self->meeting, &pile->theme, g_str_equal (name, "themes.later") ? 1 : -1);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);

  adw_dialog_present (lp_grouping_history_new (self->store, &self->meeting), widget);
}

static void
collapse_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  gboolean collapsed = FALSE;

  g_object_get (self->grid, "collapsed", &collapsed, NULL);
  g_object_set (self->grid, "collapsed", !collapsed, NULL);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int step = g_str_equal (name, "themes.larger") - g_str_equal (name, "themes.smaller");

  lp_board_zoom (widget, step, &LP_THEMES_PAGE (widget)->zoom);
}

static void
show_loose (LpThemesPage *self)
{
  guint n_loose = g_list_model_get_n_items (G_LIST_MODEL (self->loose));
  g_autofree char *count = g_strdup_printf ("%'u", n_loose);

  gtk_label_set_label (self->loose_count, count);
  gtk_stack_set_visible_child_name (self->loose_stack, n_loose > 0 ? "notes" : self->finds ? "unfound" : "none");
}

/* The words are looked for in all notes; the column that has the loose ones otherwise shows what is found. */
static void
set_filter (LpThemesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  self->finds = gtk_search_bar_get_search_mode (self->find_bar) && *text != '\0';
  filter.loose = !self->finds;
  filter.text = self->finds ? text : NULL;
  filter.order = self->order;
  lp_list_set_filter (self->loose, &filter);
  gtk_label_set_label (self->loose_heading, self->finds ? C_("notes", "Found") : _("Ungrouped"));
  show_loose (self);
}

static void
set_order (LpThemesPage *self,
           const char   *name)
{
  self->order = 0;
  while (self->order < G_N_ELEMENTS (orders) - 1 && !g_str_equal (orders[self->order], name))
    self->order++;
  set_filter (self);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);

  adw_navigation_view_pop_to_tag (self->navigation, "board");
  adw_view_stack_set_visible_child_name (self->pages, "loose");
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

/* From the words to the cards: what is found can be moved at once. */
static void
go_to_found_cb (LpThemesPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->loose_list));
}

/* Escape on what is found ends finding, as in the words. */
static gboolean
found_key_cb (GtkEventControllerKey *controller,
              guint                  key,
              guint                  code,
              GdkModifierType        modifiers,
              LpThemesPage          *self)
{
  if (key != GDK_KEY_Escape || !gtk_search_bar_get_search_mode (self->find_bar))
    return FALSE;
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->loose_list));
  return TRUE;
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  const LpPile *pile = find_by_name (self, g_variant_get_string (parameter, NULL));

  if (pile != NULL)
    lp_theme_edits_delete (widget, self->store, &self->meeting, &pile->theme, pile->name);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  LpThemeView *view = NULL;
  const LpPile *pile = NULL;
  guint position = 0;
  LpId theme;

  if (!lp_id_parse (g_variant_get_string (parameter, NULL), &theme) || get_board (self) == NULL)
    return;
  pile = lp_board_find (get_board (self), &theme, &position);
  if (pile == NULL)
    return;
  view = lp_theme_view_new (self->store, &self->meeting, &theme);
  lp_theme_view_show (view, pile, position);
  lp_note_list_set_menu (lp_theme_view_get_notes (view), G_MENU_MODEL (self->move_menu));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (view));
}

/* Where a note is that was found: the digit and name of its theme. */
static char *
tag_found (LpRecord *note,
           gpointer  data)
{
  LpThemesPage *self = data;
  const LpPile *pile = NULL;
  guint position = 0;
  LpId theme;

  if (self->finds && get_board (self) != NULL && lp_note_get_theme (lp_store_get_reader (self->store), lp_record_get_id (note), &theme))
    pile = lp_board_find (get_board (self), &theme, &position);
  /* Translators: the number and the name of a theme */
  return pile != NULL ? g_strdup_printf (_("%u: %s"), position + 1, pile->name) : NULL;
}

static gboolean
dropped_loose_cb (GtkDropTarget *target,
                  const GValue  *value,
                  double         x,
                  double         y,
                  LpThemesPage  *self)
{
  lp_theme_edits_move (GTK_WIDGET (self), self->store, &self->meeting, g_value_get_boxed (value), NULL);
  return TRUE;
}

static void
dropped_cb (LpPileGrid   *grid,
            LpNoteIds    *notes,
            const char   *theme,
            LpThemesPage *self)
{
  const LpPile *pile = theme != NULL ? find_by_name (self, theme) : NULL;

  if (theme == NULL)
    ask_new (self, lp_pile_grid_get_new (self->grid), notes, GTK_INVALID_LIST_POSITION);
  else if (pile != NULL)
    lp_theme_edits_move (GTK_WIDGET (self), self->store, &self->meeting, notes, pile);
}

static void
show_title (LpThemesPage *self,
            LpBoard      *board)
{
  guint n_themes = board->piles->len;
  guint n_loose = g_list_model_get_n_items (G_LIST_MODEL (self->loose));
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", board->notes), board->notes);
  g_autofree char *themes = g_strdup_printf (ngettext ("%u theme", "%u themes", n_themes), n_themes);
  g_autofree char *loose = g_strdup_printf (ngettext ("%'u ungrouped", "%'u ungrouped", n_loose), n_loose);
  g_autofree char *subtitle = g_strjoin (" · ", notes, themes, n_loose > 0 && !self->finds ? loose : NULL, NULL);

  lp_page_title_set_subtitle (self->title, subtitle);
}

static void
show_open_theme (LpThemesPage *self,
                 LpBoard      *board)
{
  LpThemeView *view = get_open_theme (self);
  const LpPile *pile = NULL;
  guint position = 0;

  if (view == NULL)
    return;
  pile = lp_board_find (board, lp_theme_view_get_theme (view), &position);
  if (pile != NULL)
    lp_theme_view_show (view, pile, position);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "board");
}

/* Where the work is: on the cards, or when all are grouped on the piles. */
static gboolean
focus_content (LpThemesPage *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_list (self))) || gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* With every note grouped, the piles are what there is to see; in a wide window they stand there anyway. */
static void
show_piles_page (LpThemesPage *self)
{
  adw_view_stack_set_visible_child_name (self->pages, "piles");
}

static void
emptied_cb (LpNoteList   *list,
            LpThemesPage *self)
{
  show_loose (self);
  if (list == self->loose_list)
    show_piles_page (self);
  focus_content (self);
}

static void
refocus_cb (gpointer data)
{
  LpThemesPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  self->refocus_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && (!focus || !gtk_widget_get_mapped (focus)))
    focus_content (self);
}

/* What had the focus may be out of sight now, where no key reaches anything. Known once all have their new place. */
static void
layout_changed_cb (AdwMultiLayoutView *layout,
                   GParamSpec         *pspec,
                   LpThemesPage       *self)
{
  if (!self->refocus_id)
    self->refocus_id = g_idle_add_once (refocus_cb, self);
}

static gboolean
lp_themes_page_grab_focus (GtkWidget *widget)
{
  return focus_content (LP_THEMES_PAGE (widget));
}

static void
loaded_cb (LpLoader     *loader,
           LpThemesPage *self)
{
  LpBoard *board = get_board (self);
  gboolean first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");

  lp_pile_grid_show (self->grid, board);
  if (lp_id_is_set (&self->shifted))
    lp_pile_grid_keep_focus (self->grid, &self->shifted);
  self->shifted = (LpId) { 0 };
  lp_move_menu_fill (self->move_menu, board);
  show_loose (self);
  show_title (self, board);
  show_open_theme (self, board);
  gtk_stack_set_visible_child_name (self->stack, board->notes > 0 || board->piles->len > 0 ? "board" : "empty");
  if (first && board->piles->len > 0 && g_list_model_get_n_items (G_LIST_MODEL (self->loose)) == 0)
    show_piles_page (self);
  if (first && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    focus_content (self);
}

static void
failed_cb (LpLoader     *loader,
           GError       *error,
           LpThemesPage *self)
{
  lp_feedback_error (GTK_WIDGET (self), _("The themes could not be read"), error);
}

static void
show_selection (LpThemesPage *self)
{
  guint n_selected = 0;
  g_autofree char *words = NULL;

  g_object_get (get_list (self), "n-selected", &n_selected, NULL);
  words = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n_selected), n_selected);
  gtk_label_set_label (self->n_selected, words);
  lp_pile_grid_set_n_selected (self->grid, n_selected);
  adw_toolbar_view_set_reveal_bottom_bars (self->frame, n_selected > 0);
}

static void
visible_page_cb (AdwNavigationView *navigation,
                 GParamSpec        *pspec,
                 LpThemesPage      *self)
{
  LpNoteList *list = get_list (self);

  if (list != self->loose_list)
    g_signal_connect_object (list, "notify::n-selected", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  show_selection (self);
}

static void
add_drop_target (LpThemesPage *self,
                 GtkWidget    *widget,
                 GCallback     drop)
{
  GtkDropTarget *target = gtk_drop_target_new (LP_TYPE_NOTE_IDS, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", drop, self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* There is but one. */
static void
lp_themes_page_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_string (value, orders[LP_THEMES_PAGE (object)->order]);
}

static void
lp_themes_page_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  set_order (LP_THEMES_PAGE (object), g_value_get_string (value));
}

static void
lp_themes_page_dispose (GObject *object)
{
  LpThemesPage *self = LP_THEMES_PAGE (object);

  g_clear_handle_id (&self->refocus_id, g_source_remove);
  if (self->namer != NULL)
    g_object_run_dispose (G_OBJECT (self->namer));
  g_clear_object (&self->namer);
  g_clear_pointer (&self->also_notes, lp_note_ids_unref);
  g_clear_object (&self->loader);
  g_clear_object (&self->loose);
  /* The child is bound too: unparented by the template alone, the page would do it once more. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_THEMES_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_themes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-themes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, frame);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, title);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_column);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_heading);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_count);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, find_entry);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_stack);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_list);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, n_selected);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, move_menu);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "find_cb", G_CALLBACK (set_filter));
  gtk_widget_class_bind_template_callback (widget_class, go_to_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, emptied_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *parameter,
           gpointer   data)
{
  guint n_selected = 0;

  g_object_get (get_list (LP_THEMES_PAGE (widget)), "n-selected", &n_selected, NULL);
  return n_selected > 0 && gtk_widget_activate_action (widget, "themes.deselect", NULL);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "themes.move-to-number", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "themes.move-to-number", "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "themes.move-to", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "themes.move-to", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "themes.move-to", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "themes.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "themes.suggest", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "themes.also", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "themes.pair", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "themes.collapse", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "themes.history", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "themes.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "themes.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "themes.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "themes.smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "themes.smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "themes.plain", NULL);
  /* also from the bar below, where these keys stand */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "themes.move-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "themes.move-next", NULL);
}

static void
lp_themes_page_class_init (LpThemesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_themes_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = lp_themes_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = lp_themes_page_set_property;
  widget_class->grab_focus = lp_themes_page_grab_focus;

  props[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, orders[0], G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "themes.sort", "sort");

  gtk_widget_class_install_action (widget_class, "themes.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "themes.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "themes.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "themes.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "themes.move-to", "s", move_to_action);
  gtk_widget_class_install_action (widget_class, "themes.move-to-number", "i", move_to_number_action);
  gtk_widget_class_install_action (widget_class, "themes.move-previous", NULL, move_previous_action);
  gtk_widget_class_install_action (widget_class, "themes.move-next", NULL, move_next_action);
  gtk_widget_class_install_action (widget_class, "themes.suggest", NULL, suggest_action);
  gtk_widget_class_install_action (widget_class, "themes.move-note", "(ss)", move_note_action);
  gtk_widget_class_install_action (widget_class, "themes.deselect", NULL, deselect_action);
  gtk_widget_class_install_action (widget_class, "themes.also", NULL, also_action);
  gtk_widget_class_install_action (widget_class, "themes.pair", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "themes.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "themes.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "themes.earlier", "s", shift_action);
  gtk_widget_class_install_action (widget_class, "themes.later", "s", shift_action);
  gtk_widget_class_install_action (widget_class, "themes.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "themes.collapse", NULL, collapse_action);
  gtk_widget_class_install_action (widget_class, "themes.larger", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "themes.smaller", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "themes.plain", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "themes.find", NULL, find_action);
  add_keys (widget_class);

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_NOTE_LIST);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_PILE_GRID);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  bind_template (widget_class);
}

static void
lp_themes_page_init (LpThemesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_note_list_set_menu (self->loose_list, G_MENU_MODEL (self->move_menu));
  lp_note_list_set_tagger (self->loose_list, tag_found, self);
  g_signal_connect_object (self->loose_list, "notify::n-selected", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  add_drop_target (self, self->loose_column, G_CALLBACK (dropped_loose_cb));
}

GtkWidget *
lp_themes_page_new (LpStore    *store,
                    const LpId *meeting)
{
  LpThemesPage *self = g_object_new (LP_TYPE_THEMES_PAGE, NULL);
  g_autoptr (LpRosterNames) names = lp_roster_names_new (store, meeting);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);

  self->loose = lp_list_new_notes (store, meeting);
  set_filter (self);
  lp_pile_grid_set_names (self->grid, names);
  lp_note_list_set_names (self->loose_list, names);
  lp_note_list_set_model (self->loose_list, G_LIST_MODEL (self->loose));
  g_signal_connect_object (self->loose, "items-changed", G_CALLBACK (show_loose), self, G_CONNECT_SWAPPED);

  self->loader = lp_loader_new (store, meeting, (LpLoad) lp_board_load, (GDestroyNotify) lp_board_free);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  self->namer = lp_theme_namer_new (ADW_NAVIGATION_PAGE (self), store, meeting, self->loader);
  return GTK_WIDGET (self);
}

void
lp_themes_page_advise (LpThemesPage   *self,
                       LpThemeAdviser *adviser)
{
  lp_note_list_set_adviser (self->loose_list, adviser);
}
