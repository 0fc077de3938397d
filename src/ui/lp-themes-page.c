/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-themes-page.h"

#include "lp-board.h"
#include "lp-feedback.h"
#include "lp-flow-keys.h"
#include "lp-list.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-note-list.h"
#include "lp-page-title.h"
#include "lp-suggest-page.h"
#include "lp-theme-edits.h"
#include "lp-theme-name-popover.h"
#include "lp-theme-pile.h"
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
  GtkLabel           *loose_count;
  GtkStack           *loose_stack;
  LpNoteList         *loose_list;
  GtkFlowBox         *piles;
  GtkFlowBoxChild    *new_pile;
  GtkLabel           *new_label;
  GtkLabel           *n_selected;
  GMenu              *move_menu;
  GtkWidget          *popover;

  LpStore            *store;
  LpId                meeting;
  LpList             *loose;
  LpThemeAdviser     *adviser;
  LpLoader           *loader;
  LpNoteIds          *asked_notes;  /* what the name that is asked for is for: a new theme of these, */
  guint               asked_first;
  LpId                asked_theme;  /* or a new name for this */
  GtkWidget          *asked_from;   /* weak: had the focus before */
  guint               n_piles;      /* shown so far */
  guint               refocus_id;
};

G_DEFINE_FINAL_TYPE (LpThemesPage, lp_themes_page, ADW_TYPE_NAVIGATION_PAGE)

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

static LpThemePile *
find_pile (LpThemesPage *self,
           const LpId   *theme)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->piles));

  while (LP_IS_THEME_PILE (child) && !lp_id_equal (lp_theme_pile_get_theme (LP_THEME_PILE (child)), theme))
    child = gtk_widget_get_next_sibling (child);
  return LP_IS_THEME_PILE (child) ? LP_THEME_PILE (child) : NULL;
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
  lp_theme_edits_move (GTK_WIDGET (self), self->store, &self->meeting, notes, pile);
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
deselect_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LpNoteList *list = get_list (LP_THEMES_PAGE (widget));

  lp_note_list_deselect (list);
  gtk_widget_grab_focus (GTK_WIDGET (list));
}

static void
named_cb (LpThemeNamePopover *popover,
          const char         *name,
          LpThemesPage       *self)
{
  if (lp_id_is_set (&self->asked_theme))
    {
      lp_theme_edits_rename (GTK_WIDGET (self), self->store, &self->meeting, &self->asked_theme, name);
      return;
    }
  lp_note_list_advance (get_list (self), self->asked_first);
  lp_theme_edits_create (GTK_WIDGET (self), self->store, &self->meeting, self->asked_notes, name);
}

static void
move_instead_cb (LpThemeNamePopover *popover,
                 const char         *theme,
                 LpThemesPage       *self)
{
  const LpPile *pile = NULL;
  LpId id;

  if (lp_id_parse (theme, &id))
    pile = lp_board_find (get_board (self), &id, NULL);
  if (pile == NULL)
    {
      lp_feedback_say (GTK_WIDGET (self), _("The theme is not there any more"));
      return;
    }
  lp_note_list_advance (get_list (self), self->asked_first);
  lp_theme_edits_move (GTK_WIDGET (self), self->store, &self->meeting, self->asked_notes, pile);
}

static gboolean
take_away_popover_cb (gpointer data)
{
  LpThemesPage *self = data;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->asked_from != NULL)
    gtk_widget_grab_focus (self->asked_from);
  g_clear_weak_pointer (&self->asked_from);
  return G_SOURCE_REMOVE;
}

/* Not at once: it still is in the middle of closing. */
static void
closed_cb (GtkPopover   *popover,
           LpThemesPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_away_popover_cb, g_object_ref (self), g_object_unref);
}

/* A name given twice would be two themes that nobody can tell apart. */
static void
warn_of_names (LpThemesPage       *self,
               LpThemeNamePopover *popover)
{
  LpBoard *board = get_board (self);
  LpThemeView *view = get_open_theme (self);
  gboolean renames = lp_id_is_set (&self->asked_theme);

  for (guint i = 0; board != NULL && i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);

      if (!renames || !lp_id_equal (&pile->theme, &self->asked_theme))
        lp_theme_name_popover_add_theme (popover, pile->name, &pile->theme);
    }
  if (!renames && self->asked_notes->len > 0)
    lp_theme_name_popover_offer_move (popover, view ? lp_theme_view_get_theme (view) : NULL);
}

/* popover: taken. */
static void
ask_name (LpThemesPage       *self,
          GtkWidget          *at,
          LpThemeNamePopover *popover)
{
  GtkWidget *floor = adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self));
  graphene_rect_t bounds;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_weak_pointer (&self->asked_from, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  self->popover = GTK_WIDGET (popover);
  warn_of_names (self, popover);
  g_signal_connect_object (popover, "named", G_CALLBACK (named_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (popover, "move", G_CALLBACK (move_instead_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_set_parent (self->popover, floor);
  if (gtk_widget_compute_bounds (at, floor, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
ask_new (LpThemesPage *self,
         GtkWidget    *at,
         LpNoteIds    *notes,
         guint         first)
{
  g_autofree char *heading = NULL;

  if (notes->len == 0)
    heading = g_strdup (_("New Theme"));
  else
    heading = g_strdup_printf (ngettext ("New Theme from %u Note", "New Theme from %u Notes", notes->len), notes->len);
  g_clear_pointer (&self->asked_notes, lp_note_ids_unref);
  self->asked_notes = lp_note_ids_ref (notes);
  self->asked_first = first;
  self->asked_theme = (LpId) { 0 };
  ask_name (self, at, lp_theme_name_popover_new (heading, NULL, _("Create"), _("Create Anyway")));
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
  const LpPile *pile = NULL;
  LpId theme;

  if (!lp_id_parse (g_variant_get_string (parameter, NULL), &theme) || get_board (self) == NULL)
    return;
  pile = lp_board_find (get_board (self), &theme, NULL);
  if (pile == NULL)
    return;
  self->asked_theme = theme;
  ask_name (self, view ? lp_theme_view_get_title (view) : GTK_WIDGET (find_pile (self, &theme)),
            lp_theme_name_popover_new (_("Rename Theme"), pile->name, _("Rename"), _("Rename Anyway")));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LpThemesPage *self = LP_THEMES_PAGE (widget);
  const LpPile *pile = NULL;
  LpId theme;

  if (!lp_id_parse (g_variant_get_string (parameter, NULL), &theme) || get_board (self) == NULL)
    return;
  pile = lp_board_find (get_board (self), &theme, NULL);
  if (pile != NULL)
    lp_theme_edits_delete (widget, self->store, &self->meeting, &theme, pile->name);
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
  view = lp_theme_view_new (self->store, &theme);
  lp_theme_view_show (view, pile, position);
  lp_note_list_set_menu (lp_theme_view_get_notes (view), G_MENU_MODEL (self->move_menu));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (view));
}

static void
activated_cb (GtkFlowBox      *piles,
              GtkFlowBoxChild *child,
              LpThemesPage    *self)
{
  g_autofree char *theme = NULL;

  if (child == self->new_pile)
    {
      guint first = 0;
      g_autoptr (LpNoteIds) notes = lp_note_list_get_chosen (self->loose_list, &first);

      ask_new (self, GTK_WIDGET (child), notes, first);
      return;
    }
  theme = lp_id_to_string (lp_theme_pile_get_theme (LP_THEME_PILE (child)));
  gtk_widget_activate_action (GTK_WIDGET (self), "themes.open", "s", theme);
}

/* Return opens a pile. Space does not: who types a sentence without looking would be on another page after its first word. */
static gboolean
pile_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        modifiers,
             LpThemesPage          *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return LP_IS_THEME_PILE (focus) && (key == GDK_KEY_space || key == GDK_KEY_KP_Space) &&
         (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0;
}

static void
dropped_on_pile_cb (LpThemePile  *pile,
                    LpNoteIds    *notes,
                    LpThemesPage *self)
{
  const LpPile *theme = lp_board_find (get_board (self), lp_theme_pile_get_theme (pile), NULL);

  if (theme != NULL)
    lp_theme_edits_move (GTK_WIDGET (self), self->store, &self->meeting, notes, theme);
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

static gboolean
dropped_new_cb (GtkDropTarget *target,
                const GValue  *value,
                double         x,
                double         y,
                LpThemesPage  *self)
{
  ask_new (self, GTK_WIDGET (self->new_pile), g_value_get_boxed (value), GTK_INVALID_LIST_POSITION);
  return TRUE;
}

/* Each pile stays the same widget, so that the focus and what is dragged over it stay too. */
static void
show_pile (LpThemesPage *self,
           const LpPile *pile,
           guint         position)
{
  GtkFlowBoxChild *here = gtk_flow_box_get_child_at_index (self->piles, position);
  LpThemePile *child = find_pile (self, &pile->theme);

  if (child == NULL)
    {
      child = LP_THEME_PILE (lp_theme_pile_new (&pile->theme));
      g_signal_connect_object (child, "notes-dropped", G_CALLBACK (dropped_on_pile_cb), self, G_CONNECT_DEFAULT);
      gtk_flow_box_insert (self->piles, GTK_WIDGET (child), position);
    }
  else if (here != GTK_FLOW_BOX_CHILD (child))
    {
      g_object_ref (child);
      gtk_flow_box_remove (self->piles, GTK_WIDGET (child));
      gtk_flow_box_insert (self->piles, GTK_WIDGET (child), position);
      g_object_unref (child);
    }
  lp_theme_pile_show (child, pile, position);
}

/* What follows the piles shown, up to the cell for a new one, is gone. */
static void
drop_piles_from (LpThemesPage *self,
                 guint         position)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->piles, position);

  while (child != NULL && child != self->new_pile)
    {
      gtk_flow_box_remove (self->piles, GTK_WIDGET (child));
      child = gtk_flow_box_get_child_at_index (self->piles, position);
    }
}

static gboolean
reveal_last_cb (gpointer data)
{
  LpThemesPage *self = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->piles), GTK_TYPE_VIEWPORT);
  GtkWidget *last = gtk_widget_get_prev_sibling (GTK_WIDGET (self->new_pile));

  if (last != NULL && viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), last, NULL);
  return G_SOURCE_REMOVE;
}

/* A theme just made stands at the end: it comes into sight once it has its place. */
static void
show_piles (LpThemesPage *self,
            GPtrArray    *piles)
{
  const LpPile *last = piles->len > 0 ? g_ptr_array_index (piles, piles->len - 1) : NULL;
  gboolean reveal = last != NULL && self->n_piles > 0 && find_pile (self, &last->theme) == NULL;

  for (guint i = 0; i < piles->len; i++)
    show_pile (self, g_ptr_array_index (piles, i), i);
  drop_piles_from (self, piles->len);
  self->n_piles = piles->len;
  if (reveal)
    g_idle_add_full (G_PRIORITY_LOW, reveal_last_cb, g_object_ref (self), g_object_unref);
}

static void
append_place (GMenu      *menu,
              const char *label,
              const char *theme)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "themes.move-to", "s", theme);
  g_menu_append_item (menu, item);
}

static void
fill_move_menu (LpThemesPage *self,
                LpBoard      *board)
{
  g_autoptr (GMenu) none = g_menu_new ();
  g_autoptr (GMenu) themes = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();

  append_place (none, _("_Ungrouped"), "");
  for (guint i = 0; i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);
      g_autofree char *theme = lp_id_to_string (&pile->theme);
      g_auto (GStrv) parts = g_strsplit (pile->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append_place (themes, label, theme);
    }
  g_menu_append (fresh, _("_New Theme…"), "themes.new");

  g_menu_remove_all (self->move_menu);
  g_menu_append_section (self->move_menu, NULL, G_MENU_MODEL (none));
  g_menu_append_section (self->move_menu, NULL, G_MENU_MODEL (themes));
  g_menu_append_section (self->move_menu, NULL, G_MENU_MODEL (fresh));
}

static void
show_loose (LpThemesPage *self)
{
  guint n_loose = g_list_model_get_n_items (G_LIST_MODEL (self->loose));
  g_autofree char *count = g_strdup_printf ("%'u", n_loose);

  gtk_label_set_label (self->loose_count, count);
  gtk_stack_set_visible_child_name (self->loose_stack, n_loose > 0 ? "notes" : "none");
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
  g_autofree char *subtitle = g_strjoin (" · ", notes, themes, n_loose > 0 ? loose : NULL, NULL);

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
  GtkWidget *first = GTK_WIDGET (gtk_flow_box_get_child_at_index (self->piles, 0));

  if (gtk_widget_grab_focus (GTK_WIDGET (get_list (self))))
    return TRUE;
  /* in a narrow window the piles are behind the loose notes */
  return gtk_widget_get_mapped (first) &&
         (gtk_widget_has_focus (first) || gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD));
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

  show_piles (self, board->piles);
  fill_move_menu (self, board);
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
  gtk_label_set_label (self->new_label, n_selected > 0 ? _("New theme from the selection") : _("New theme"));
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

static void
lp_themes_page_dispose (GObject *object)
{
  LpThemesPage *self = LP_THEMES_PAGE (object);

  g_clear_handle_id (&self->refocus_id, g_source_remove);
  g_clear_weak_pointer (&self->asked_from);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->loader);
  g_clear_object (&self->loose);
  g_clear_object (&self->adviser);
  g_clear_pointer (&self->asked_notes, lp_note_ids_unref);
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
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_count);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_stack);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, loose_list);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, piles);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, new_pile);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, new_label);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, n_selected);
  gtk_widget_class_bind_template_child (widget_class, LpThemesPage, move_menu);
  gtk_widget_class_bind_template_callback (widget_class, pile_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
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
  widget_class->grab_focus = lp_themes_page_grab_focus;

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
  add_keys (widget_class);

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_NOTE_LIST);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  bind_template (widget_class);
}

static void
lp_themes_page_init (LpThemesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_flow_keys_attach (self->piles);
  lp_note_list_set_menu (self->loose_list, G_MENU_MODEL (self->move_menu));
  g_signal_connect_object (self->loose_list, "notify::n-selected", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  add_drop_target (self, self->loose_column, G_CALLBACK (dropped_loose_cb));
  add_drop_target (self, GTK_WIDGET (self->new_pile), G_CALLBACK (dropped_new_cb));
}

GtkWidget *
lp_themes_page_new (LpStore    *store,
                    const LpId *meeting)
{
  LpThemesPage *self = g_object_new (LP_TYPE_THEMES_PAGE, NULL);
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);

  filter.loose = TRUE;
  self->loose = lp_list_new_notes (store, meeting);
  lp_list_set_filter (self->loose, &filter);
  lp_note_list_set_model (self->loose_list, G_LIST_MODEL (self->loose));
  g_signal_connect_object (self->loose, "items-changed", G_CALLBACK (show_loose), self, G_CONNECT_SWAPPED);

  self->loader = lp_loader_new (store, meeting, (LpLoad) lp_board_load, (GDestroyNotify) lp_board_free);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
lp_themes_page_advise (LpThemesPage   *self,
                       LpThemeAdviser *adviser)
{
  g_set_object (&self->adviser, adviser);
  lp_note_list_set_adviser (self->loose_list, adviser);
}
