/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-pipe.h"

#include <glib/gi18n-lib.h>

enum { CODE, TEXT, PERSPECTIVE, N_COLUMNS };

/* What stands below one heading. */
typedef struct {
  const LpThemeCount *theme;
  LpKind              kind;
  guint               n_notes;
} Section;

typedef struct {
  LpWorkbookJob      *job;
  LpSheet            *sheet;
  GArray             *sections; /* of Section */
  GArray             *nums;     /* of gint64: the notes of all sections, one after the other */
  LpNotePipe         *pipe;     /* these */
  const LpThemeCount *theme;    /* whose heading was written last */
} Dreams;

static void
dreams_clear (Dreams *self)
{
  g_clear_pointer (&self->pipe, lp_note_pipe_free);
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->nums, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dreams, dreams_clear)

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Dreams and concerns"),
    .n_columns = N_COLUMNS,
    .columns = {
      [CODE] = { lp_schema_heading (LP_NOTE, LP_NOTE_NUMBER), 11, LP_STYLE_CENTER },
      [TEXT] = { lp_schema_heading (LP_NOTE, LP_NOTE_TEXT), 78, LP_STYLE_TEXT },
      [PERSPECTIVE] = { lp_schema_heading (LP_NOTE, LP_NOTE_PERSPECTIVE), 20, LP_STYLE_TEXT },
    },
  };
}

static void
list_notes (Dreams             *self,
            const LpThemeCount *theme,
            LpKind              kind)
{
  GArray *places = lp_places_get (self->job->places, &theme->theme);
  Section section = { .theme = theme, .kind = kind };

  for (guint i = 0; i < places->len; i++)
    {
      const LpPlace *place = &g_array_index (places, LpPlace, i);

      if (place->num == 0 || place->kind != (int) kind)
        continue;
      g_array_append_val (self->nums, place->num);
      section.n_notes++;
    }
  if (section.n_notes > 0)
    g_array_append_val (self->sections, section);
}

static void
list_themes (Dreams *self)
{
  GPtrArray *themes = self->job->counts->themes;

  for (guint i = 0; i < themes->len; i++)
    {
      list_notes (self, g_ptr_array_index (themes, i), LP_KIND_DREAM);
      list_notes (self, g_ptr_array_index (themes, i), LP_KIND_CONCERN);
    }
}

static void
add_headings (Dreams        *self,
              const Section *section)
{
  g_autofree char *label = g_strdup_printf ("%s (%u)", lp_kind_plural (section->kind), section->n_notes);

  if (self->theme != section->theme)
    {
      lp_sheet_skip (self->sheet);
      lp_sheet_add (self->sheet, &LP_CELL_STYLED (lp_workbook_theme_label (section->theme),
                                                   LP_STYLE_SECTION), 1);
    }
  self->theme = section->theme;
  lp_sheet_add (self->sheet, &LP_CELL_STYLED (label, LP_STYLE_PART), 1);
}

static gboolean
add_note (Dreams  *self,
          GError **error)
{
  const LpNoteLine *note = lp_note_pipe_next (self->pipe, error);

  if (!note)
    return FALSE;

  lp_sheet_add (self->sheet, (LpCell[N_COLUMNS]) {
    [CODE] = LP_CELL_TEXT (note->code),
    [TEXT] = LP_CELL_TEXT (note->text),
    [PERSPECTIVE] = LP_CELL_TEXT (note->perspective),
  }, N_COLUMNS);

  return lp_workbook_job_step (self->job, error);
}

static gboolean
add_section (Dreams         *self,
             const Section  *section,
             GError        **error)
{
  add_headings (self, section);
  for (guint i = 0; i < section->n_notes; i++)
    {
      if (!add_note (self, error))
        return FALSE;
    }

  return TRUE;
}

/** Theme by theme the dreams, then the concerns: to be printed and read. */
gboolean
lp_workbook_write_dreams (LpWorkbookJob  *job,
                          GError        **error)
{
  g_auto (Dreams) self = { .job = job };
  LpSheetShape shape = make_shape ();

  self.sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self.nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  list_themes (&self);
  lp_workbook_job_begin (job, self.nums->len, LP_SHARE_OF_DREAMS);
  self.pipe = lp_note_pipe_new (lp_note_stream_new_by (job->reader, self.nums, job->publication));

  self.sheet = lp_workbook_job_sheet (job, LP_SHEET_DREAMS, &shape);
  for (guint i = 0; i < self.sections->len; i++)
    {
      if (!add_section (&self, &g_array_index (self.sections, Section, i), error))
        return FALSE;
    }

  return TRUE;
}
