# SPDX-License-Identifier: GPL-3.0-or-later
"""export, read back by another program; check."""

import csv
import os
import re
import sqlite3
import subprocess
import unittest
import zipfile

import openpyxl

from ctl import CtlTest, KICKOFF_NOTES, KICKOFF_ROSTER, read_csv


class ExportTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting('--date', '2026-11-24')
        self.ctl('import', 'roster', self.meeting, KICKOFF_ROSTER)
        self.ctl('import', 'notes', self.meeting, KICKOFF_NOTES, '--themes')
        self.rows = read_csv(KICKOFF_NOTES)

    def column(self, sheet, heading):
        rows = list(sheet.iter_rows())
        for top, row in enumerate(rows):
            for cell in row:
                if cell.value == heading:
                    return [below[cell.column - 1] for below in rows[top + 1:]]
        self.fail(f'{sheet.title} has no {heading}')

    def test_workbook(self):
        path = self.path('kick-off.xlsx')
        result = self.json('export', self.meeting, path, '--internal')
        self.assertEqual(result, {'file': path, 'notes': 240, 'themes': 16, 'continued': 0, 'variant': 'internal', 'left_out': 0,
                                  'hidden': 0})

        book = openpyxl.load_workbook(path)
        self.assertEqual(len(book.sheetnames), 11)
        texts = self.column(book['Notes'], 'Note')
        expected = sorted(self.rows, key=lambda row: row['time'])
        self.assertEqual(sorted(cell.value for cell in texts), sorted(row['text'] for row in expected))
        self.assertEqual({cell.data_type for cell in texts}, {'s'})

    def test_nothing_is_public_before_it_is_reviewed(self):
        path = self.path('kick-off.xlsx')
        result = self.json('export', self.meeting, path)
        self.assertEqual((result['variant'], result['notes'], result['left_out']), ('public', 0, 240))
        book = openpyxl.load_workbook(path)
        self.assertEqual(book['Notes'].max_row, 1)
        left = {row[0]: row[1] for row in book['About'].iter_rows(values_only=True) if row[1] is not None}
        self.assertEqual(left['Without consent to be quoted'], 18)
        self.assertEqual(left['Not reviewed yet'], 222)
        self.assertIn('240 notes are left out', self.ctl('export', self.meeting, path))

    def read_summary(self, *arguments):
        path = self.path('summary.pdf')
        result = self.json('export', self.meeting, path, *arguments)
        pages = [subprocess.run(['pdftotext', '-f', str(page), '-l', str(page), '-raw', path, '-'], check=True, capture_output=True,
                                text=True).stdout.replace('\n', ' ') for page in (1, 2)]
        about = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
        self.assertRegex(about, r'(?m)^Pages: +2$')
        self.assertRegex(about, r'(?m)^Tagged: +yes$')
        self.assertRegex(about, r'(?m)^Title: +Kick-off$')
        return result, pages

    def test_summary(self):
        result, (first, second) = self.read_summary('--internal')
        self.assertEqual((result['notes'], result['themes'], result['left_out']), (240, 16, 0))
        for words in ('Tuesday 24 November 2026', '240 notes', '16 themes', '63 Dreams', '62 Concerns', 'Bolig og hjemløshed',
                      'egen bolig m. vaskemaskine. Ikke et værelse'):
            self.assertIn(words, first)
        self.assertIn('They are not the position of the Council.', second)
        for page in (first, second):
            self.assertIn('CONFIDENTIAL', page)

    def test_summary_before_anything_is_reviewed(self):
        result, (first, second) = self.read_summary()
        self.assertEqual((result['variant'], result['notes'], result['left_out']), ('public', 0, 240))
        self.assertNotIn('vaskemaskine', first)
        self.assertIn('240 of 240 notes are left out', second)
        self.assertIn('There are no words here yet', first)
        self.assertNotIn('CONFIDENTIAL', first)

    def read(self, document, *arguments):
        path = self.path(f'{document}.pdf')
        self.ctl('export', self.meeting, path, '--document', document, *arguments)
        return subprocess.run(['pdftotext', '-raw', path, '-'], check=True, capture_output=True, text=True).stdout.replace('\n', ' ')

    def test_handout(self):
        """Before anything is reviewed it counts what was said, and has no word of it."""
        said = self.read('handout')
        for words in ('What you said today', 'You sat at 10 tables. You said 240 things that we wrote down.', '63 Dreams',
                      'Arbejde og uddannelse 21 notes'):
            self.assertIn(words, said)
        self.assertNotIn('klokken seks hver morgen', said)
        self.assertIn('All that you said is counted here.', said)
        internal = self.read('handout', '--internal')
        self.assertIn('klokken seks hver morgen', internal)
        self.assertNotIn('None of you is named', internal)

    def test_all_themes(self):
        said = self.read('themes', '--internal')
        said = ' '.join(said.split())
        # a line that ends in a hyphen, or a foot between two lines, is where two texts differ
        found = sum(' '.join(note['text'].split()) in said for note in self.rows)
        self.assertGreater(found, 220)
        self.assertEqual(len(re.findall(r'\(\d\d-\d\d\d\)', said)), 240)

    def test_outline(self):
        """Beside the pages stand the themes, so that one need not turn ten of them."""
        self.read('themes', '--internal')
        xml = subprocess.run(['pdftohtml', '-xml', '-stdout', '-i', self.path('themes.pdf')], check=True, capture_output=True,
                             text=True).stdout
        items = re.findall(r'<item page="(\d+)">([^<]*)</item>', xml)
        self.assertEqual(len(items), 16)
        pages = [int(page) for page, _ in items]
        self.assertEqual(pages, sorted(pages))
        self.assertGreater(pages[-1], 5)
        self.assertRegex(items[0][1], r'.+ \(\d+\)$')

    def test_document_and_ending(self):
        for arguments in (['x.xlsx', '--document', 'handout'], ['x.pdf', '--document', 'nonsense'], ['x.html']):
            with self.subTest(arguments):
                self.refused('export', self.meeting, self.path(arguments[0]), *arguments[1:], status=2)
                self.assertFalse(os.path.exists(self.path(arguments[0])))

    def test_counts_of_themes(self):
        path = self.path('kick-off.xlsx')
        self.ctl('export', self.meeting, path, '--internal')
        sheet = openpyxl.load_workbook(path)['Themes']
        names = [cell.value for cell in self.column(sheet, 'Theme')]
        totals = [cell.value for cell in self.column(sheet, 'Total')]
        counted = {name: total for name, total in zip(names, totals)
                   if name in {row['theme'] for row in self.rows}}
        self.assertEqual(counted, self.json('show', self.meeting)['notes']['by_theme'])

    def test_table(self):
        path = self.path('kick-off.csv')
        self.assertEqual(self.ctl('export', self.meeting, path, '--internal'), f'240 notes, 16 themes: {path}\n')
        with open(path, encoding='utf-8-sig', newline='') as file:
            written = list(csv.DictReader(file, delimiter=';'))
        self.assertEqual(len(written), 240)

    def test_table_comes_back_in(self):
        path = self.path('kick-off.csv')
        self.ctl('export', self.meeting, path, '--internal')
        second = self.new_meeting('--date', '2026-11-24')
        self.ctl('import', 'notes', second, path, '--themes')
        notes = [self.json('notes', meeting) for meeting in (self.meeting, second)]
        self.assertEqual(*notes)

    def test_same_name_is_replaced(self):
        path = self.write('kick-off.csv', 'old')
        self.ctl('export', self.meeting, path)
        with open(path, encoding='utf-8-sig') as file:
            self.assertNotEqual(file.read(3), 'old')
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith('.')
                          or name.endswith(('.tmp', '.part'))], [])

    def test_other_endings(self):
        for name in ('a.ods', 'a', 'xlsx'):
            with self.subTest(name):
                self.refused('export', self.meeting, self.path(name), status=2)
                self.assertFalse(os.path.exists(self.path(name)))

    def test_nowhere_to_write(self):
        self.refused('export', self.meeting, self.path('no-folder/a.xlsx'))
        self.refused('export', 'ffff', self.path('a.xlsx'))
        self.assertFalse(os.path.exists(self.path('a.xlsx')))


class CheckTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('sample').strip()

    def alter(self, sql):
        with sqlite3.connect(self.database) as database:
            database.execute(sql)
        database.close()

    def test_sound(self):
        self.assertEqual(self.ctl('check'), 'Log and tables agree, digests hold, SQLite is sound\n')
        self.assertEqual(self.json('check'), {'ok': True, 'findings': []})

    def test_altered_table(self):
        self.alter("UPDATE note SET text = 'Noget andet' WHERE num = 7")
        self.assertIn('note', self.refused('check'))
        found = self.json('check', status=1)
        self.assertFalse(found['ok'])
        self.assertEqual(len(found['findings']), 2, found)  # the note, and the index that has its former words

    def test_altered_log(self):
        self.alter("UPDATE op SET body = replace (body, 'Dr', 'Br') WHERE instr (body, 'Drøm') > 0")
        self.refused('check')

    def test_gap_in_the_log(self):
        self.alter('DELETE FROM op WHERE seq = 3')
        self.refused('check')

    def test_foreign_file(self):
        self.write('landspanel.db', 'kind;text\n')
        for command in (['check'], ['list'], ['sample']):
            with self.subTest(command):
                self.refused(*command)
        with open(self.database, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'kind;text\n')


class PanelTest(CtlTest):
    """All meetings of a panel in one file: two of the same notes, and one of another panel that is not in it."""

    def setUp(self):
        super().setUp()
        self.meetings = [self.ctl('new', '--template', 'local-council', '--title', title, '--date', date, '--panel', panel).strip()
                         for title, date, panel in (('Second', '2026-11-24', 'Ours'), ('First', '2026-03-02', 'Ours'),
                                                    ('Other', '2026-05-01', 'Theirs'))]
        for meeting in self.meetings:
            self.ctl('import', 'roster', meeting, KICKOFF_ROSTER)
            self.ctl('import', 'notes', meeting, KICKOFF_NOTES, '--themes')

    def export(self, name, *arguments):
        return self.path(name), self.json('export', 'panel', 'Ours', self.path(name), *arguments)

    def test_workbook(self):
        path, result = self.export('ours.xlsx', '--internal')
        self.assertEqual((result['notes'], result['themes'], result['left_out']), (480, 32, 0))
        book = openpyxl.load_workbook(path)
        self.assertEqual(book.sheetnames, ['Overview', 'Themes', 'Notes', 'Dreams and concerns', 'Quotes', 'Recommendations', 'Stories',
                                           'Participants', 'Agenda', 'Fields', 'About'])
        labels = ['First · 2026-03-02', 'Second · 2026-11-24']
        for name, each in (('Notes', 240), ('Themes', 16), ('Participants', 90), ('Stories', 9)):
            rows = [row for row in book[name].iter_rows(min_row=2, values_only=True)]
            self.assertEqual(rows[0][0], 'Meeting', name)
            self.assertEqual([row[0] for row in rows[1:]], [label for label in labels for _ in range(each)], name)
        codes = [row[1] for row in book['Notes'].iter_rows(min_row=3, values_only=True)]
        self.assertEqual(codes[:240], codes[240:])
        self.assertEqual(book['Notes'].auto_filter.ref.split(':')[0], 'A2')

    def test_overview(self):
        path, _ = self.export('ours.xlsx', '--internal')
        rows = list(openpyxl.load_workbook(path)['Overview'].iter_rows(values_only=True))
        rows = [row for row in rows if any(row)]
        self.assertEqual(rows[1][0], 'Ours')
        at = [row[0] for row in rows].index('Meeting')
        headings, first, second, total = rows[at:at + 4]
        self.assertEqual([row[0] for row in (first, second, total)], ['First', 'Second', 'Total'])
        table = [dict(zip(headings, row)) for row in (first, second, total)]
        self.assertEqual([row['Notes'] for row in table], [240, 240, 480])
        self.assertEqual([row['Dreams'] for row in table], [63, 63, 126])
        self.assertEqual([row['Participants'] for row in table], [90, 90, None])
        with zipfile.ZipFile(path) as file:
            chart = file.read('xl/charts/chart1.xml').decode()
        self.assertIn('Overview!$A$6:$A$7', re.findall(r'<c:f>([^<]*)</c:f>', chart))

    def test_public(self):
        """As each meeting's own: what nobody has reviewed is left out and counted."""
        path, result = self.export('ours.xlsx')
        self.assertEqual((result['notes'], result['left_out'], result['variant']), (0, 480, 'public'))
        book = openpyxl.load_workbook(path)
        self.assertEqual(book['Notes'].max_row, 1)
        about = [row[:2] for row in book['About'].iter_rows(values_only=True)]
        self.assertEqual(about.count(('Not reviewed yet', 222)), 2)
        with zipfile.ZipFile(path) as file:
            content = '\n'.join(file.read(name).decode() for name in file.namelist())
        for person in read_csv(KICKOFF_ROSTER):
            self.assertNotIn(person['name'], content)

    def test_table(self):
        path, result = self.export('ours.csv', '--internal')
        rows = read_csv(path)
        self.assertEqual((len(rows), result['notes']), (480, 480))
        self.assertEqual({row['Meeting'] for row in rows}, {'First · 2026-03-02', 'Second · 2026-11-24'})

    def test_is_noted_in_each_meeting(self):
        self.export('ours.csv', '--internal')
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            self.assertEqual(database.execute('SELECT count(*), count(DISTINCT space) FROM export').fetchone(), (2, 2))

    def test_is_not_taken_in_as_one_meeting(self):
        """The codes of two meetings are alike: words would come to notes that others said."""
        for name in ('ours.xlsx', 'ours.csv'):
            path, _ = self.export(name, '--internal')
            self.assertIn('panel', self.refused('import', 'changes', self.meetings[0], path))

    def test_refused(self):
        self.refused('export', 'panel', 'Nobody', self.path('x.xlsx'))
        self.refused('export', 'panel', 'Ours', self.path('x.pdf'), status=2)
        self.assertFalse(os.path.exists(self.path('x.xlsx')))


if __name__ == '__main__':
    unittest.main(verbosity=2)
