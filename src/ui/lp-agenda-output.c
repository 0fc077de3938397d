/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda-output.h"

#include <glib/gi18n.h>

#include "lp-agenda-paper.h"
#include "lp-feedback.h"
#include "lp-print.h"
#include "lp-template-dialogs.h"
#include "lp-templates.h"

#define STORE "lp-store"

static LpPaper *
make_paper (GtkWidget *from, LpStore *store, const LpId *meeting, LpAgendaPaperFlags flags)
{
  g_autoptr (GError) error = NULL;
  LpPaper *paper = lp_agenda_paper_new (lp_store_get_reader (store), meeting, flags, &error);

  if (paper == NULL)
    lp_feedback_error (from, _("The agenda cannot be printed"), error);
  return paper;
}

static void
print (GtkWidget *from, LpStore *store, const LpId *meeting, LpAgendaPaperFlags flags)
{
  LpPaper *paper = make_paper (from, store, meeting, flags);

  if (paper != NULL)
    lp_print_paper (from, paper);
}

static void
save_pdf (GtkWidget *from, LpStore *store, const LpId *meeting, LpAgendaPaperFlags flags)
{
  LpPaper *paper = make_paper (from, store, meeting, flags);
  g_autoptr (LpRecord) record =
      paper != NULL ? lp_reader_load (lp_store_get_reader (store), LP_MEETING, meeting, NULL) : NULL;
  g_autofree char *name = record != NULL ? lp_print_file_name (lp_record_text (record, LP_MEETING_TITLE),
                                                               lp_record_text (record, LP_MEETING_DATE))
                                         : g_strdup (_("Agenda"));

  if (paper != NULL)
    lp_print_to_pdf (from, paper, name);
}

static LpTemplate *
make_template (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  g_autoptr (GError) error = NULL;
  LpTemplate *template_ = lp_template_from_meeting (lp_store_get_reader (store), meeting, &error);

  if (template_ == NULL)
    lp_feedback_error (from, _("The template was not saved"), error);
  return template_;
}

static void
named_cb (GtkWidget *from, LpTemplate *template_, const char *name)
{
  LpStore *store = g_object_get_data (G_OBJECT (from), STORE);
  g_autofree char *folder = lp_templates_folder (lp_store_get_path (store));
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) own = lp_templates_add (folder, template_, name, &error);
  g_autofree char *said = NULL;

  if (own == NULL)
    {
      lp_feedback_error (from, _("The template was not saved"), error);
      return;
    }
  said = g_strdup_printf (_("“%s” is among the templates of a new meeting"), lp_template_get_title (own));
  lp_feedback_say (from, said);
}

static void
save_template (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  g_autoptr (LpTemplate) template_ = make_template (from, store, meeting);

  if (template_ == NULL)
    return;
  g_object_set_data_full (G_OBJECT (from), STORE, g_object_ref (store), g_object_unref);
  lp_template_dialogs_ask_name (from, template_, _("Save as Template"), _("_Save"), named_cb);
}

static void
export_template (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  g_autoptr (LpTemplate) template_ = make_template (from, store, meeting);

  if (template_ != NULL)
    lp_template_dialogs_export (from, template_);
}

void
lp_agenda_output (GtkWidget *from, LpStore *store, const LpId *meeting, const char *how)
{
  LpAgendaPaperFlags flags = g_str_has_suffix (how, "-guide") ? LP_AGENDA_PAPER_GUIDE : LP_AGENDA_PAPER_PLAIN;

  if (g_str_has_prefix (how, "print"))
    print (from, store, meeting, flags);
  else if (g_str_has_prefix (how, "pdf"))
    save_pdf (from, store, meeting, flags);
  else if (g_str_equal (how, "template"))
    save_template (from, store, meeting);
  else if (g_str_equal (how, "export-template"))
    export_template (from, store, meeting);
}
