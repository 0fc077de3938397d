/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-view.h"

#include "lp-feedback.h"
#include "lp-list.h"
#include "lp-menu-button.h"
#include "lp-note-theme.h"
#include "lp-page-title.h"
#include "lp-terms.h"
#include "lp-theme-edits.h"
#include "lp-theme-pile.h"
#include "lp-undo-button.h"

#include <glib/gi18n.h>

struct _LpThemeView {
  AdwNavigationPage  parent_instance;

  LpPageTitle       *window_title;
  GtkMenuButton     *menu_button;
  LpUndoButton      *undo_button;
  GtkLabel          *name;
  GtkLabel          *spread;
  GtkStack          *stack;
  LpNoteList        *notes;
  GtkWidget         *back_button;

  LpStore           *store;
  LpId               meeting;
  LpId               theme;
};

G_DEFINE_FINAL_TYPE (LpThemeView, lp_theme_view, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
rename_cb (GtkWidget *widget,
           GVariant  *unused,
           gpointer   data)
{
  LpThemeView *self = LP_THEME_VIEW (widget);
  g_autofree char *theme = lp_id_to_string (&self->theme);

  return gtk_widget_activate_action (widget, "themes.rename", "s", theme);
}

static void
show_stack (LpThemeView *self,
            gboolean     any)
{
  gtk_stack_set_visible_child_name (self->stack, any ? "notes" : "empty");
}

static void
focus_content (LpThemeView *self)
{
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->notes)))
    gtk_widget_grab_focus (self->back_button);
}

static void
emptied_cb (LpNoteList  *notes,
            LpThemeView *self)
{
  show_stack (self, FALSE);
  focus_content (self);
}

/* The other themes that a note is in. */
static char *
tag_note (LpRecord *note,
          gpointer  data)
{
  LpThemeView *self = data;
  LpReader *reader = lp_store_get_reader (self->store);
  g_autoptr (GArray) also = lp_note_get_also (reader, lp_record_get_id (note), NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  LpId home = { 0 };

  if (also == NULL || also->len == 0)
    return NULL;
  if (lp_note_get_theme (reader, lp_record_get_id (note), &home))
    g_array_insert_val (also, 0, home);
  for (guint i = 0; i < also->len; i++)
    {
      const LpId *theme = &g_array_index (also, LpId, i);
      g_autoptr (LpRecord) record = lp_reader_load (reader, LP_THEME, theme, NULL);

      if (record == NULL || lp_id_equal (theme, &self->theme))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append_printf (names, "“%s”", lp_record_text (record, LP_THEME_NAME));
    }
  /* Translators: of a note; %s are the names of other themes that it is in */
  return g_strdup_printf (_("Also in %s"), names->str);
}

/* A dream, else any: in the order in which they stand. NULL: of one note there is none. */
static const LpId *
find_partner (LpThemeView *self,
              LpNoteIds   *notes)
{
  for (guint i = 0; i < notes->len && notes->len > 1; i++)
    {
      const LpId *note = &((const LpId *) notes->data)[i];
      g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, note, NULL);

      if (record != NULL && g_str_equal (lp_record_text (record, LP_NOTE_KIND), lp_kind_id (LP_KIND_DREAM)))
        return note;
    }

  return NULL;
}

static void
lp_theme_view_dispose (GObject *object)
{
  LpThemeView *self = LP_THEME_VIEW (object);

  lp_note_list_set_tagger (self->notes, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_THEME_VIEW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_theme_view_parent_class)->dispose (object);
}

static void
lp_theme_view_class_init (LpThemeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_theme_view_dispose;

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_NOTE_LIST);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, name);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, spread);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, stack);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, notes);
  gtk_widget_class_bind_template_child (widget_class, LpThemeView, back_button);
  gtk_widget_class_bind_template_callback (widget_class, emptied_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_cb, NULL);
}

static void
lp_theme_view_init (LpThemeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "shown", G_CALLBACK (focus_content), NULL);
}

LpThemeView *
lp_theme_view_new (LpStore    *store,
                   const LpId *meeting,
                   const LpId *theme)
{
  LpThemeView *self = g_object_new (LP_TYPE_THEME_VIEW, NULL);
  g_autoptr (LpList) notes = lp_list_new_theme_notes (store, theme);
  g_autoptr (GMenuModel) menu = lp_theme_pile_make_menu (theme, FALSE);
  g_autoptr (LpRosterNames) names = lp_roster_names_new (store, meeting);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->theme = *theme;
  lp_note_list_set_tagger (self->notes, tag_note, self);
  lp_note_list_set_names (self->notes, names);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  lp_undo_button_set_store (self->undo_button, store);
  lp_note_list_set_model (self->notes, G_LIST_MODEL (notes));
  return self;
}

const LpId *
lp_theme_view_get_theme (LpThemeView *self)
{
  return &self->theme;
}

LpNoteList *
lp_theme_view_get_notes (LpThemeView *self)
{
  return self->notes;
}

/** lp_theme_view_get_title: the widget that shows the name, for what has to point at it. */
GtkWidget *
lp_theme_view_get_title (LpThemeView *self)
{
  return GTK_WIDGET (self->name);
}

/** lp_theme_view_show: position: among the themes, 0 first. */
void
lp_theme_view_show (LpThemeView  *self,
                    const LpPile *pile,
                    guint         position)
{
  /* Translators: the place of a theme among the themes of a meeting */
  g_autofree char *title = g_strdup_printf (_("Theme %u"), position + 1);
  g_autofree char *spread = lp_theme_pile_describe (pile);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), pile->name);
  lp_page_title_set_title (self->window_title, title);
  gtk_label_set_label (self->name, pile->name);
  gtk_label_set_label (self->spread, spread);
  show_stack (self, pile->total > 0);
}

void
lp_theme_view_pair (LpThemeView *self)
{
  guint first = 0;
  g_autoptr (LpNoteIds) notes = lp_note_list_get_chosen (self->notes, &first);
  const LpId *partner = find_partner (self, notes);

  if (partner == NULL && notes->len > 1)
    lp_feedback_say (GTK_WIDGET (self), _("Choose a dream and the concerns that belong to it"));
  else if (notes->len > 0)
    {
      lp_theme_edits_pair (GTK_WIDGET (self), self->store, &self->meeting, notes, &self->theme, partner);
      /* those that go elsewhere would not be chosen any more, the others would */
      lp_note_list_deselect (self->notes);
    }
}
