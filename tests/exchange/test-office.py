# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook as LibreOffice opens it."""

import csv
import os
import subprocess
import unittest

import openpyxl

from driver import DANISH, DriverTest, ENGLISH, NOTES, sample_rows

# separator, quotation mark, UTF-8, from line 1; texts quoted, values as shown; the sheet
NOTES_AS_CSV = f'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false,false,false,{NOTES + 1}'


class OfficeTest(DriverTest):
    def convert(self, path, form):
        """What LibreOffice makes of a file without asking anybody."""
        into = self.path('converted')
        profile = 'file://' + self.path('profile')
        env = dict(os.environ, LC_ALL='C.UTF-8', HOME=self.folder)
        done = subprocess.run(['soffice', f'-env:UserInstallation={profile}', '--headless', '--norestore',
                               '--convert-to', form, '--outdir', into, path], env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, encoding='utf-8', timeout=180)
        files = os.listdir(into) if os.path.isdir(into) else []
        self.assertEqual((done.returncode, len(files)), (0, 1), done.stderr)
        return os.path.join(into, files[0])

    def export_sample(self, language):
        self.language = language
        return self.export(self.drive('sample'), 'out.xlsx')[0]

    def test_print(self):
        pdf = self.convert(self.export_sample(DANISH), 'pdf')
        text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, encoding='utf-8',
                              check=True).stdout
        for word in ('Kick-off-møde', 'Bolig og hjemløshed', '+ respekt / - medlidenhed', 'Side 1 af ',
                     'Drømme (5)', 'Nyborg'):
            self.assertIn(word, text)
        # the headings of the notes stand on each of their pages
        pages = [page for page in text.split('\f') if 'Må citeres' in page]
        self.assertGreater(len(pages), 3)

    def test_texts(self):
        path = self.convert(self.export_sample(ENGLISH), NOTES_AS_CSV)
        with open(path, encoding='utf-8', newline='') as file:
            next(file)  # for whom it is
            rows = list(csv.DictReader(file, delimiter=';'))
        self.assertEqual([row['Note'] for row in rows], [row['text'] for row in sample_rows()])

    def test_saved_again(self):
        path = self.convert(self.export_sample(DANISH), 'xlsx')
        self.assertEqual([note['Note'].value for note in self.read_notes(path)], [row['text'] for row in sample_rows()])
        chart, = openpyxl.load_workbook(path)['Overblik']._charts
        # what it drew was read from the sheet: libxlsxwriter leaves no figures in the chart itself
        self.assertEqual([int(float(point.v)) for point in chart.series[0].val.numRef.numCache.pt][:3], [4, 5, 3])


if __name__ == '__main__':
    unittest.main(verbosity=2)
