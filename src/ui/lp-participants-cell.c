/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-participants-cell.h"

#include <glib/gi18n.h>

#define COLUMN "lp-column"
#define PERSON "lp-person"
#define ORIGIN_CHARS 12
#define VIEW_CHARS 14

static LpParticipantsColumn
column_of (GtkWidget *cell)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), COLUMN));
}

static void
show_name (GtkWidget *cell, LpPerson *person)
{
  GtkWidget *name = gtk_widget_get_first_child (cell);
  GtkWidget *origin = gtk_widget_get_last_child (cell);

  gtk_label_set_label (GTK_LABEL (name), lp_person_get_name (person));
  gtk_label_set_label (GTK_LABEL (origin), lp_person_get_origin (person));
}

static void
show_table (GtkWidget *cell, LpPerson *person)
{
  int table = lp_person_get_table (person);
  g_autofree char *number = table > 0 ? g_strdup_printf ("%d", table) : g_strdup ("–");
  gboolean fixed = lp_person_get_flag (person, LP_PARTICIPANT_FIXED);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), number);
  gtk_widget_set_visible (gtk_widget_get_first_child (cell), fixed);
  gtk_widget_set_tooltip_text (cell, fixed ? _("Keeps this seat") : NULL);
}

static void
show_cell (GtkWidget *cell, LpPerson *person)
{
  switch (column_of (cell))
    {
    case LP_PARTICIPANTS_COLUMN_NAME:
      show_name (cell, person);
      break;
    case LP_PARTICIPANTS_COLUMN_ORIGIN:
      gtk_label_set_label (GTK_LABEL (cell), lp_person_get_origin (person));
      break;
    case LP_PARTICIPANTS_COLUMN_VIEW:
      gtk_label_set_label (GTK_LABEL (cell), lp_person_get_view (person));
      break;
    case LP_PARTICIPANTS_COLUMN_TABLE:
      show_table (cell, person);
      break;
    case LP_PARTICIPANTS_COLUMN_PRESENT:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (cell),
                                   lp_person_get_flag (person, LP_PARTICIPANT_PRESENT));
      break;
    case LP_PARTICIPANTS_COLUMN_CONSENT:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (cell),
                                   lp_person_get_flag (person, LP_PARTICIPANT_CONSENT));
      break;
    case LP_PARTICIPANTS_N_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

/* Only what is cut needs telling. */
static gboolean
tooltip_cb (GtkLabel *label, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

static GtkWidget *
label_new (const char *style, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
name_cell_new (GtkWidget *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *origin = label_new ("caption", PANGO_ELLIPSIZE_END);

  gtk_widget_add_css_class (origin, "dimmed");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label_new (NULL, PANGO_ELLIPSIZE_END));
  gtk_box_append (GTK_BOX (box), origin);
  g_object_bind_property (view, "compact", origin, "visible", G_BINDING_SYNC_CREATE);
  return box;
}

static GtkWidget *
table_cell_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *pin = gtk_image_new_from_icon_name ("view-pin-symbolic");
  GtkWidget *number = label_new ("numeric", PANGO_ELLIPSIZE_NONE);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (pin, "dimmed");
  gtk_box_append (GTK_BOX (box), pin);
  gtk_box_append (GTK_BOX (box), number);
  return box;
}

/* As wide as what stands in it usually is, whatever rows are in sight. */
static GtkWidget *
wide_label_new (const char *style, int chars)
{
  GtkWidget *label = label_new (style, PANGO_ELLIPSIZE_END);

  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  return label;
}

/* The list has the keys: the boxes are for the pointer. */
static GtkWidget *
check_cell_new (LpParticipantsColumn column)
{
  GtkWidget *check = gtk_check_button_new ();
  const char *label = column == LP_PARTICIPANTS_COLUMN_PRESENT ? _("Present") : _("Gave Consent");

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return check;
}

static GtkWidget *
make_cell (GtkWidget *view, LpParticipantsColumn column)
{
  switch (column)
    {
    case LP_PARTICIPANTS_COLUMN_NAME:
      return name_cell_new (view);
    case LP_PARTICIPANTS_COLUMN_TABLE:
      return table_cell_new ();
    case LP_PARTICIPANTS_COLUMN_PRESENT:
    case LP_PARTICIPANTS_COLUMN_CONSENT:
      return check_cell_new (column);
    case LP_PARTICIPANTS_COLUMN_ORIGIN:
      return wide_label_new ("dimmed", ORIGIN_CHARS);
    case LP_PARTICIPANTS_COLUMN_VIEW:
    case LP_PARTICIPANTS_N_COLUMNS:
    default:
      return wide_label_new (NULL, VIEW_CHARS);
    }
}

static void
record_changed_cb (LpPerson *person, GParamSpec *pspec, GtkWidget *cell)
{
  show_cell (cell, person);
}

/** lp_participants_cell_new: view: what has the property "compact". A box to tick is a GtkCheckButton. */
GtkWidget *
lp_participants_cell_new (GtkWidget *view, LpParticipantsColumn column)
{
  GtkWidget *cell = make_cell (view, column);

  g_object_set_data (G_OBJECT (cell), COLUMN, GINT_TO_POINTER (column));
  return cell;
}

/** lp_participants_cell_bind: shows what is known of a person, also when it changes; NULL: of nobody. */
void
lp_participants_cell_bind (GtkWidget *cell, LpPerson *person)
{
  LpPerson *former = lp_participants_cell_get_person (cell);

  if (former)
    g_signal_handlers_disconnect_by_func (former, record_changed_cb, cell);
  g_object_set_data (G_OBJECT (cell), PERSON, NULL);
  if (!person)
    return;

  show_cell (cell, person);
  g_object_set_data (G_OBJECT (cell), PERSON, person);
  g_signal_connect (person, "notify::record", G_CALLBACK (record_changed_cb), cell);
}

/** lp_participants_cell_get_person: NULL for a widget that is no cell. */
LpPerson *
lp_participants_cell_get_person (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), PERSON);
}
