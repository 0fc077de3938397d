# SPDX-License-Identifier: GPL-3.0-or-later
"""import changes: what somebody edited in an exported sheet of notes comes back, and nothing else."""

import contextlib
import csv
import os
import sqlite3
import subprocess
import unittest

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from ctl import CtlTest, KICKOFF_NOTES

ODD = ['=SUM(1;2)', '+45 er ikke et nummer', "'citat'", '_x0041_ og _x000D_', 'å\u0301 e\u0301 🙂', 'linje 1\nlinje 2', ' rum ',
       '<b>&amp;', 'x' * 70000]


class ChangesTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting('--date', '2026-11-24')
        table = self.path('odd.csv')
        with open(table, 'w', encoding='utf-8', newline='') as file:
            rows = csv.writer(file, delimiter=';')
            rows.writerow(['kind', 'text', 'table', 'theme', 'perspective'])
            rows.writerows(['dream', text, 3, 'Bolig', 'lived'] for text in ODD)
        self.ctl('import', 'notes', self.meeting, KICKOFF_NOTES, '--themes')
        self.ctl('import', 'notes', self.meeting, table, '--themes')
        self.book = self.path('out.xlsx')
        self.ctl('export', self.meeting, self.book, '--internal')

    def rows(self):
        """The notes by their codes, read by another program."""
        with contextlib.closing(sqlite3.connect(f'file:{self.database}?mode=ro', uri=True)) as database:
            database.row_factory = sqlite3.Row
            return {f'{row["station"]:02}-{row["number"]:03}': dict(row) for row in database.execute(
                'SELECT note.*, theme.name AS theme FROM note LEFT JOIN placement ON placement.note = note.id AND placement.deleted = 0'
                ' AND placement.also = 0 LEFT JOIN theme ON theme.id = placement.theme AND theme.deleted = 0 WHERE note.deleted = 0')}

    def edit(self, change, rich_text=False):
        book = openpyxl.load_workbook(self.book, rich_text=rich_text)
        sheet = book['Notes']
        top = next(row for row in range(1, 5) if sheet.cell(row, 1).value == 'No.')
        columns = {cell.value: cell.column for cell in sheet[top]}
        rows = {sheet.cell(row, 1).value: row for row in range(top + 1, sheet.max_row + 1)}
        change(lambda code, heading: sheet.cell(rows[code], columns[heading]), sheet, top)
        book.save(self.book)

    def office(self):
        """The workbook as LibreOffice saves it."""
        into = self.path('again')
        subprocess.run(['soffice', '-env:UserInstallation=file://' + self.path('profile'), '--headless', '--norestore',
                        '--convert-to', 'xlsx', '--outdir', into, self.book], stdin=subprocess.DEVNULL, capture_output=True,
                       env=dict(os.environ, LC_ALL='C.UTF-8', HOME=self.folder), check=True, timeout=180)
        return os.path.join(into, 'out.xlsx')

    def changes(self, path, *options, status=0):
        return self.json('import', 'changes', self.meeting, path, *options, status=status)

    def test_nothing_was_edited(self):
        self.assertEqual(self.changes(self.book, '--dry-run'), {'compared': 240 + len(ODD), 'missing': 0, 'taken': 0, 'changes': [], 'problems': []})
        self.assertEqual(self.changes(self.office())['changes'], [])
        table = self.path('out.csv')
        self.ctl('export', self.meeting, table, '--internal')
        self.assertEqual(self.changes(table), {'compared': 240 + len(ODD), 'missing': 0, 'taken': 0, 'changes': [], 'problems': []})

    def test_says_what_is_never_taken(self):
        """A row that was taken out, and a column that is only to be read: nobody shall think that it was done."""
        def change(cell, sheet, top):
            cell('07-012', 'Public words').value = 'Andre ord'
            sheet.delete_rows(cell('02-002', 'Note').row)

        self.edit(change)
        self.assertEqual(self.changes(self.book, '--dry-run')['missing'], 1)
        said = self.ctl('import', 'changes', self.meeting, self.book)
        self.assertIn('Only these columns are taken in: Note, Kind, Table,', said)
        self.assertIn('1 note of the meeting is not in the file, and stays as it is.', said)
        self.assertEqual(len(self.rows()), 240 + len(ODD))

    def test_every_field(self):
        before = self.rows()
        edits = {'Note': ('Helt andre ord\nog en linje', 'text'), 'Kind': ('Bekymring', 'kind'), 'Table': (7, 'table_number'),
                 'Perspective': ('Relative', 'perspective'), 'Profile': ('Mor til to', 'profile'),
                 'Municipality': ('Kolding', 'municipality'), 'Verbatim quote': ('Ja', 'verbatim'),
                 'May be quoted': ('no', 'consent'), 'Theme': ('Et nyt tema', 'theme')}
        codes = [code for code, row in before.items() if row['kind'] == 'dream' and row['table_number'] != 7
                 and row['perspective'] != 'relative' and not row['verbatim'] and row['consent']
                 and row['municipality'] != 'Kolding'][:len(edits)]

        def change(cell, sheet, top):
            for code, (heading, (value, _)) in zip(codes, edits.items()):
                cell(code, heading).value = value
        self.edit(change)
        path = self.office()
        told = self.changes(path, '--dry-run')
        self.assertEqual({entry['code'] for entry in told['changes']}, set(codes))
        self.assertEqual((told['taken'], told['problems']), (0, []))
        self.assertEqual(self.rows(), before)
        self.assertEqual(self.changes(path)['taken'], len(edits))
        after = self.rows()
        expected = {'kind': 'concern', 'perspective': 'relative', 'verbatim': 1, 'consent': 0}
        for code, (value, column) in zip(codes, edits.values()):
            with self.subTest(column):
                self.assertEqual(after[code][column], expected.get(column, value))
                rest = {key for key in before[code] if before[code][key] != after[code][key]}
                self.assertLessEqual(rest, {column, 'stamps'} | ({'read_back', 'reviewed'} if column == 'text' else set()))
        self.assertEqual({code: row for code, row in after.items() if code not in codes},
                         {code: row for code, row in before.items() if code not in codes})
        self.assertEqual(self.changes(path)['changes'], [])
        self.ctl('check')

    def test_moved_columns_sorted_rows_and_rich_text(self):
        code = sorted(self.rows())[5]

        def change(cell, sheet, top):
            cell(code, 'Note').value = CellRichText('Et ', TextBlock(InlineFont(b=True), 'fedt'), ' ord')
            rows = sorted(sheet.iter_rows(min_row=top + 1, values_only=False), key=lambda row: str(row[3].value))
            values = [[cell.value for cell in row] for row in rows]
            for target, source in zip(list(sheet.iter_rows(min_row=top + 1)), values):
                for cell_, value in zip(target, source):
                    cell_.value = value
                    if cell_.data_type == 'f':
                        cell_.data_type = 's'
            sheet.insert_cols(2)
            sheet.cell(top, 2).value = 'Mine'
        self.edit(change, rich_text=True)
        told = self.changes(self.book)
        # openpyxl loses escapes when it reads rich text
        self.assertEqual([(entry['code'], entry['after']) for entry in told['changes'] if '_x' not in entry['before']],
                         [(code, 'Et fedt ord')])

    def test_problems(self):
        codes = sorted(self.rows())
        before = self.rows()

        def change(cell, sheet, top):
            cell(codes[0], 'Kind').value = 'kaffe'
            cell(codes[1], 'Note').value = None
            cell(codes[2], 'No.').value = '99-999'
            cell(codes[3], 'No.').value = codes[4]
            cell(codes[5], 'Table').value = 'syv'
            cell(codes[6], 'May be quoted').value = 'måske'
            cell(codes[7], 'No.').value = 'ny'
            cell(codes[8], 'No.').value = None
        self.edit(change)
        told = self.changes(self.book, status=1)
        self.assertEqual((told['changes'], len(told['problems'])), ([], 8))
        self.assertTrue(all(problem['column'] and problem['row'] for problem in told['problems']))
        self.assertEqual(self.rows(), before)
        self.assertRegex(self.refused('import', 'changes', self.meeting, self.book), r'out\.xlsx:[A-Z]\d+: “kaffe”')

    def test_other_files(self):
        public = self.path('public.xlsx')
        self.ctl('export', self.meeting, public)
        self.assertIn('public file', self.refused('import', 'changes', self.meeting, public))
        self.assertIn('no workbook', self.refused('import', 'changes', self.meeting, self.write('a.xlsx', 'PK no')))
        self.assertIn('no table of notes', self.refused('import', 'changes', self.meeting, self.write('a.csv', 'a;b\n1;2\n')))
        book = openpyxl.Workbook()
        book.save(self.path('empty.xlsx'))
        self.assertIn('no table of notes', self.refused('import', 'changes', self.meeting, self.path('empty.xlsx')))
        self.refused('import', 'changes', self.meeting, self.path('nothing.xlsx'))


if __name__ == '__main__':
    unittest.main(verbosity=2)
