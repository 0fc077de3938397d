/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-namer.h"

#include "lp-feedback.h"
#include "lp-theme-edits.h"
#include "lp-theme-name-popover.h"

#include <glib/gi18n.h>

struct _LpThemeNamer {
  GObject            parent_instance;

  AdwNavigationPage *page;   /* weak */
  LpStore           *store;
  LpId               meeting;
  LpLoader          *loader;

  LpNoteIds         *notes;  /* what is asked for: a new theme of these, */
  LpNoteList        *list;   /* which stand in this list */
  guint              first;
  LpId               open;
  LpId               theme;  /* or another name for this */
  GtkWidget         *from;   /* weak: had the focus before */
  GtkWidget         *popover;
};

G_DEFINE_FINAL_TYPE (LpThemeNamer, lp_theme_namer, G_TYPE_OBJECT)

static GtkWidget *
get_page (LpThemeNamer *self)
{
  return GTK_WIDGET (self->page);
}

static LpBoard *
get_board (LpThemeNamer *self)
{
  return lp_loader_get_result (self->loader);
}

static void
named_cb (LpThemeNamePopover *popover,
          const char         *name,
          LpThemeNamer       *self)
{
  if (lp_id_is_set (&self->theme))
    {
      lp_theme_edits_rename (get_page (self), self->store, &self->meeting, &self->theme, name);
      return;
    }
  lp_note_list_advance (self->list, self->first);
  lp_theme_edits_create (get_page (self), self->store, &self->meeting, self->notes, name);
}

static void
move_instead_cb (LpThemeNamePopover *popover,
                 const char         *theme,
                 LpThemeNamer       *self)
{
  const LpPile *pile = NULL;
  LpId id;

  if (get_board (self) != NULL && lp_id_parse (theme, &id))
    pile = lp_board_find (get_board (self), &id, NULL);
  if (pile == NULL)
    {
      lp_feedback_say (get_page (self), _("The theme is not there any more"));
      return;
    }
  lp_note_list_advance (self->list, self->first);
  lp_theme_edits_pass (get_page (self), self->store, &self->meeting, self->notes,
                       lp_id_is_set (&self->open) ? &self->open : NULL, pile);
}

static gboolean
take_away_popover_cb (gpointer data)
{
  LpThemeNamer *self = data;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->from != NULL)
    gtk_widget_grab_focus (self->from);
  g_clear_weak_pointer (&self->from);
  return G_SOURCE_REMOVE;
}

/* Not at once: it still is in the middle of closing. */
static void
closed_cb (GtkPopover   *popover,
           LpThemeNamer *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_away_popover_cb, g_object_ref (self), g_object_unref);
}

/* A name given twice would be two themes that nobody can tell apart. */
static void
warn_of_names (LpThemeNamer       *self,
               LpThemeNamePopover *popover)
{
  LpBoard *board = get_board (self);
  gboolean renames = lp_id_is_set (&self->theme);

  for (guint i = 0; board != NULL && i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);

      if (!renames || !lp_id_equal (&pile->theme, &self->theme))
        lp_theme_name_popover_add_theme (popover, pile->name, &pile->theme);
    }
  if (!renames && self->notes->len > 0)
    lp_theme_name_popover_offer_move (popover, lp_id_is_set (&self->open) ? &self->open : NULL);
}

/* popover: taken. */
static void
ask_name (LpThemeNamer       *self,
          GtkWidget          *at,
          LpThemeNamePopover *popover)
{
  GtkWidget *floor = adw_navigation_page_get_child (self->page);
  graphene_rect_t bounds;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_weak_pointer (&self->from, gtk_root_get_focus (gtk_widget_get_root (get_page (self))));
  self->popover = GTK_WIDGET (popover);
  warn_of_names (self, popover);
  g_signal_connect_object (popover, "named", G_CALLBACK (named_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (popover, "move", G_CALLBACK (move_instead_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_set_parent (self->popover, floor);
  if (at != NULL && gtk_widget_compute_bounds (at, floor, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
lp_theme_namer_dispose (GObject *object)
{
  LpThemeNamer *self = LP_THEME_NAMER (object);

  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->notes, lp_note_ids_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->loader);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_theme_namer_parent_class)->dispose (object);
}

static void
lp_theme_namer_class_init (LpThemeNamerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_theme_namer_dispose;
}

static void
lp_theme_namer_init (LpThemeNamer *self)
{
}

LpThemeNamer *
lp_theme_namer_new (AdwNavigationPage *page,
                    LpStore           *store,
                    const LpId        *meeting,
                    LpLoader          *board)
{
  LpThemeNamer *self = g_object_new (LP_TYPE_THEME_NAMER, NULL);

  g_set_weak_pointer (&self->page, page);
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->loader = g_object_ref (board);
  return self;
}

/** lp_theme_namer_ask_new: for a theme of these notes; there may be none of them. */
void
lp_theme_namer_ask_new (LpThemeNamer *self,
                        GtkWidget    *at,
                        LpNoteList   *list,
                        LpNoteIds    *notes,
                        guint         first,
                        const LpId   *open)
{
  g_autofree char *heading = NULL;

  if (notes->len == 0)
    heading = g_strdup (_("New Theme"));
  else
    heading = g_strdup_printf (ngettext ("New Theme from %u Note", "New Theme from %u Notes", notes->len), notes->len);
  g_clear_pointer (&self->notes, lp_note_ids_unref);
  self->notes = lp_note_ids_ref (notes);
  g_set_object (&self->list, list);
  self->first = first;
  self->open = open != NULL ? *open : (LpId) { 0 };
  self->theme = (LpId) { 0 };
  ask_name (self, at, lp_theme_name_popover_new (heading, NULL, _("Create"), _("Create Anyway")));
}

/** lp_theme_namer_ask_other: for another name of a theme. */
void
lp_theme_namer_ask_other (LpThemeNamer *self,
                          GtkWidget    *at,
                          const LpPile *pile)
{
  self->theme = pile->theme;
  ask_name (self, at, lp_theme_name_popover_new (_("Rename Theme"), pile->name, _("Rename"), _("Rename Anyway")));
}
