# SPDX-License-Identifier: GPL-3.0-or-later
"""Both variants of the workbook as LibreOffice opens them."""

import csv
import os
import subprocess
import unittest

import openpyxl

from driver import DANISH, DriverTest, ENGLISH, NOTES, OVERVIEW, sample_rows, THEMES

# separator, quotation mark, UTF-8, from line 1; texts quoted, values as shown; the sheet
NOTES_AS_CSV = f'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false,false,false,{NOTES + 1}'


class OfficeTest(DriverTest):
    def convert(self, form, *paths):
        """What LibreOffice makes of files without asking anybody; all at once, since it takes its time to start."""
        into = self.path('converted')
        profile = 'file://' + self.path('profile')
        env = dict(os.environ, LC_ALL='C.UTF-8', HOME=self.folder)
        done = subprocess.run(['soffice', f'-env:UserInstallation={profile}', '--headless', '--norestore',
                               '--convert-to', form, '--outdir', into, *paths], env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, encoding='utf-8', timeout=180)
        files = sorted(os.listdir(into)) if os.path.isdir(into) else []
        self.assertEqual((done.returncode, len(files)), (0, len(paths)), done.stderr)
        return [os.path.join(into, name) for name in files]

    def export_sample(self, language):
        """The internal and the public variant."""
        self.language = language
        meeting = self.drive('sample')
        self.drive('review', meeting)
        return self.export(meeting, 'internal.xlsx')[0], self.export(meeting, 'public.xlsx', variant='publish')[0]

    def print_text(self, pdf):
        return subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, encoding='utf-8', check=True).stdout

    def test_print(self):
        internal, public = map(self.print_text, self.convert('pdf', *self.export_sample(DANISH)))
        for text in (internal, public):
            for word in ('Kick-off-møde', 'Bolig og hjemløshed', '+ respekt / - medlidenhed', 'Side 1 af ', 'Drømme (5)', 'Nyborg'):
                self.assertIn(word, text)
        # the mark stands on every page of the one, and nowhere in the other
        self.assertEqual([page for page in internal.split('\f')[:-1] if self.language['mark'] not in page], [])
        self.assertNotIn(self.language['mark'], public)
        # the headings of the notes stand on each of their pages
        pages = [page for page in internal.split('\f') if 'Må citeres' in page]
        self.assertGreater(len(pages), 3)

    def test_texts(self):
        path, = self.convert(NOTES_AS_CSV, self.export_sample(ENGLISH)[0])
        with open(path, encoding='utf-8', newline='') as file:
            next(file)  # for whom it is
            rows = list(csv.DictReader(file, delimiter=';'))
        self.assertEqual([row['Note'] for row in rows], [row['text'] for row in sample_rows()])

    def test_saved_again(self):
        internal, public = self.convert('xlsx', *self.export_sample(DANISH))
        self.assertEqual([note['Note'].value for note in self.read_notes(internal)], [row['text'] for row in sample_rows()])
        notes = openpyxl.load_workbook(public)[DANISH['sheets'][NOTES]]
        self.assertEqual([note[4] for note in notes.iter_rows(min_row=2, values_only=True)],
                         [row['text'] for row in sample_rows() if row['consent'] == '1'])
        for path in (internal, public):
            chart, = openpyxl.load_workbook(path)[DANISH['sheets'][OVERVIEW]]._charts
            themes = openpyxl.load_workbook(path)[DANISH['sheets'][THEMES]]
            dreams = [row[2] for row in themes.iter_rows(values_only=True) if isinstance(row[2], (int, float))]
            # what it drew was read from the sheet: libxlsxwriter leaves no figures in the chart itself
            self.assertEqual([int(float(point.v)) for point in chart.series[0].val.numRef.numCache.pt], dreams)


if __name__ == '__main__':
    unittest.main(verbosity=2)
