/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vote-row.h"

#include <glib/gi18n.h>

/* More is a slip of the finger. */
#define MOST_DOTS 9999
#define MOST_KRONER 9999999
#define STEP_OF_KRONER 1000

/* Digits alone, however they are grouped. LP_VOTE_ROW_NONE: there are none. */
static gint64
read_digits (const char *text)
{
  gint64 number = LP_VOTE_ROW_NONE;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text) && number < G_MAXINT32)
        number = MAX (number, 0) * 10 + *text - '0';
    }

  return number;
}

static gboolean
may_be_none (GtkWidget *row)
{
  return adw_spin_row_get_adjustment (ADW_SPIN_ROW (row)) != NULL &&
         gtk_adjustment_get_lower (adw_spin_row_get_adjustment (ADW_SPIN_ROW (row))) < 0;
}

static int
input_cb (AdwSpinRow *row, double *number, gpointer data)
{
  *number = (double) lp_vote_row_get (GTK_WIDGET (row));

  return TRUE;
}

static gboolean
output_cb (AdwSpinRow *row, gpointer data)
{
  gint64 number = (gint64) adw_spin_row_get_value (row);
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, number) : g_strdup ("");

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

/** lp_vote_row_get_text: (transfer none): what one types in. */
GtkWidget *
lp_vote_row_get_text (GtkWidget *row)
{
  GtkEditable *editable = GTK_EDITABLE (row);

  while (!GTK_IS_TEXT (editable))
    editable = gtk_editable_get_delegate (editable);

  return GTK_WIDGET (editable);
}

static gboolean
select_all_cb (gpointer data)
{
  if (gtk_widget_has_focus (data))
    gtk_editable_select_region (data, 0, -1);

  return G_SOURCE_REMOVE;
}

/* As with Tab: who clicks on 0 and types 7 means 7, not 70. Not at once: the click is about to set the cursor. */
static void
enter_cb (GtkEventController *controller)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, select_all_cb, g_object_ref (gtk_event_controller_get_widget (controller)),
                   g_object_unref);
}

static void
select_when_entered (GtkWidget *text)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "enter", G_CALLBACK (enter_cb), NULL);
  gtk_widget_add_controller (text, controller);
}

/** lp_vote_row_new: may_be_none: the number may not be known, and the field empty. */
GtkWidget *
lp_vote_row_new (const char *title, gboolean may_be_none)
{
  /* of its own it has no role, and hides the field from a screen reader */
  GtkWidget *row = g_object_new (ADW_TYPE_SPIN_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "title", title,
                                 "use-markup", FALSE, "title-lines", 0, NULL);
  GtkAdjustment *adjustment = gtk_adjustment_new (0, may_be_none ? LP_VOTE_ROW_NONE : 0, MOST_DOTS, 1, 5, 0);

  adw_spin_row_set_adjustment (ADW_SPIN_ROW (row), adjustment);
  g_signal_connect (row, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect (row, "output", G_CALLBACK (output_cb), NULL);
  select_when_entered (lp_vote_row_get_text (row));

  return row;
}

void
lp_vote_row_set_title (GtkWidget *row, const char *title)
{
  if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

void
lp_vote_row_set_unit (GtkWidget *row, LpVoteMethod method)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (ADW_SPIN_ROW (row));
  gboolean kroner = method == LP_VOTE_BUDGET;

  /* "350.000" */
  gtk_editable_set_width_chars (GTK_EDITABLE (row), kroner ? 7 : 3);
  gtk_adjustment_set_upper (adjustment, kroner ? MOST_KRONER : MOST_DOTS);
  gtk_adjustment_set_step_increment (adjustment, kroner ? STEP_OF_KRONER : 1);
  gtk_adjustment_set_page_increment (adjustment, kroner ? 5 * STEP_OF_KRONER : 5);
}

/** lp_vote_row_get: the number as it is typed so far. */
gint64
lp_vote_row_get (GtkWidget *row)
{
  gint64 number = read_digits (gtk_editable_get_text (GTK_EDITABLE (row)));

  return number == LP_VOTE_ROW_NONE && !may_be_none (row) ? 0 : number;
}

/* What was written elsewhere stands here as it is, however much. */
void
lp_vote_row_set (GtkWidget *row, gint64 number)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (ADW_SPIN_ROW (row));

  if (number > (gint64) gtk_adjustment_get_upper (adjustment))
    gtk_adjustment_set_upper (adjustment, (double) number);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), (double) number);
  /* also over what is typed but not taken */
  output_cb (ADW_SPIN_ROW (row), NULL);
}
