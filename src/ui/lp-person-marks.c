/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-person-marks.h"

#include "lp-note-privacy.h"
#include "lp-terms.h"

static void
add_line (PangoAttrList *marks, PangoAttribute *attribute, const LpFinding *finding, guint offset)
{
  attribute->start_index = offset + finding->byte_start;
  attribute->end_index = offset + finding->byte_start + finding->byte_length;
  pango_attr_list_insert (marks, attribute);
}

/** lp_person_marks_new: findings: of LpFinding; offset: of their text in the label, in bytes. Transfer full. */
PangoAttrList *
lp_person_marks_new (GArray *findings, guint offset)
{
  PangoAttrList *marks = pango_attr_list_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);

      add_line (marks, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE), finding, offset);
      add_line (marks, pango_attr_underline_color_new (0xc8c8, 0x8888, 0x0000), finding, offset);
      add_line (marks, pango_attr_background_new (0xe5e5, 0xa5a5, 0x0a0a), finding, offset);
      add_line (marks, pango_attr_background_alpha_new (0x3333), finding, offset);
    }
  return marks;
}

static GArray *
find (LpRecord *note, LpRosterNames *names)
{
  return lp_note_privacy_find (lp_record_text (note, LP_NOTE_TEXT), lp_record_text (note, LP_NOTE_ACCEPTED), lp_roster_names_get (names));
}

/** lp_person_marks_describe: "Karla: A name", one line each; %NULL where nobody can be told. Transfer full. */
char *
lp_person_marks_describe (LpRecord *note, LpRosterNames *names)
{
  const char *text = lp_record_text (note, LP_NOTE_TEXT);
  g_autoptr (GArray) findings = find (note, names);
  GString *words = findings->len > 0 ? g_string_new (NULL) : NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);

      g_string_append_printf (words, "%s%.*s: %s", i > 0 ? "\n" : "", (int) finding->byte_length, text + finding->byte_start,
                              lp_finding_reason (finding));
    }
  return words != NULL ? g_string_free_and_steal (words) : NULL;
}

/**
 * lp_person_marks_show: marks what in a note tells who somebody is. It is called for each card that scrolls by: a label that stays as it
 * is is not touched.
 * @label: its text is the note's own, byte by byte
 * @note: (nullable): without one nothing is marked
 */
void
lp_person_marks_show (GtkLabel *label, LpRecord *note, LpRosterNames *names)
{
  g_autoptr (GArray) findings = note != NULL ? find (note, names) : NULL;
  g_autoptr (PangoAttrList) marks = findings != NULL && findings->len > 0 ? lp_person_marks_new (findings, 0) : NULL;

  if (marks != NULL || gtk_label_get_attributes (label) != NULL)
    gtk_label_set_attributes (label, marks);
}
