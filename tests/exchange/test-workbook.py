# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook as openpyxl reads it."""

import collections
import csv
import datetime
import os
import re
import unittest
import zipfile

import openpyxl

from driver import (ABOUT, AGENDA, DANISH, DREAMS, DriverTest, FIELDS, NOTES, OVERVIEW, PARTICIPANTS, THEMES, moment, sample_rows,
                    schema_names)

A4 = 9


class WorkbookTest(DriverTest):
    def setUp(self):
        super().setUp()
        self.path_of_book, self.written = self.export(self.drive('sample'), 'out.xlsx')
        self.book = openpyxl.load_workbook(self.path_of_book)
        self.rows = sample_rows()

    def sheet(self, index):
        return self.book[self.language['sheets'][index]]

    def values(self, index):
        """All rows of a sheet but the first, which says for whom it is."""
        mark, *rows = [[cell.value for cell in row] for row in self.sheet(index).iter_rows()]
        self.assertEqual(mark[0], self.language['mark'])
        return rows

    def test_result(self):
        self.assertEqual(self.written, self.result(240, 16))

    def test_sheets(self):
        self.assertEqual(self.book.sheetnames, self.language['sheets'])

    def test_notes(self):
        notes = self.read_notes(self.path_of_book)
        self.assertEqual([note['Note'].value for note in notes], [row['text'] for row in self.rows])
        self.assertEqual([note['Time'].value for note in notes], [moment(row) for row in self.rows])
        self.assertEqual([note['Table'].value for note in notes], [int(row['table']) for row in self.rows])
        self.assertEqual([note['Kind'].value for note in notes],
                         [self.language['kinds'][row['kind']] for row in self.rows])
        for heading, field in (('Profile', 'profile'), ('Municipality', 'municipality'), ('Theme', 'theme')):
            self.assertEqual([note[heading].value or '' for note in notes], [row[field] for row in self.rows])
        for heading, field in (('Verbatim quote', 'verbatim_quote'), ('May be quoted', 'consent')):
            self.assertEqual([note[heading].value for note in notes],
                             [self.language['yes'][row[field]] for row in self.rows])
        for note in notes:
            self.assertRegex(note['No.'].value, r'^%02d-\d{3}$' % note['Table'].value)
        self.assertEqual(len({note['No.'].value for note in notes}), 240)

    def test_types(self):
        for note in self.read_notes(self.path_of_book):
            types = {heading: cell.data_type for heading, cell in note.items() if cell.value is not None}
            self.assertEqual(types.pop('Time'), 'd')
            self.assertEqual(types.pop('Table'), 'n')
            self.assertEqual(set(types.values()), {'s'})

    def test_nothing_is_a_formula_or_a_link(self):
        for sheet in self.book:
            self.assertEqual(sheet._hyperlinks, [])
            for row in sheet.iter_rows():
                self.assertNotIn('f', [cell.data_type for cell in row])
        with zipfile.ZipFile(self.path_of_book) as book:
            for name in book.namelist():
                if name.startswith('xl/worksheets/sheet'):
                    self.assertNotIn(b'<f>', book.read(name))

    def test_themes(self):
        headings, *rows = self.values(THEMES)
        expected = collections.Counter((row['theme'], row['kind']) for row in self.rows)
        heard = collections.Counter((row['theme'], row['perspective']) for row in self.rows)
        self.assertEqual(len(rows), 16)
        # in the order in which they first stood in the file
        with open(os.path.join(os.environ['LANDSPANEL_SAMPLE'], 'notes.csv'), encoding='utf-8') as file:
            content = file.read()
        names = [row[1] for row in rows]
        self.assertEqual(names, sorted(names, key=lambda name: content.index(f';{name}\n')))
        for number, row in enumerate(rows, 1):
            self.assertEqual(row[:2], [number, names[number - 1]])
            kinds, total, perspectives = row[2:7], row[7], row[8:14]
            self.assertEqual(kinds, [expected[row[1], kind] for kind in self.language['kinds']])
            self.assertEqual(perspectives, [heard[row[1], perspective] for perspective in
                                            ('lived', 'professional', 'expert', 'political', 'relative', '')])
            self.assertEqual(total, sum(kinds))
        self.assertEqual([sum(column) for column in list(zip(*rows))[2:8]], [63, 62, 54, 52, 9, 240])

    def test_overview(self):
        rows = self.values(OVERVIEW)
        values = [row[1] for row in rows]
        self.assertEqual(rows[0][0], 'Kick-off-møde')
        self.assertIn(datetime.datetime(2026, 11, 24), values)
        self.assertIn(datetime.time(9, 0), values)
        for value in ('Nyborg', 'Landspanelet', 240, 16, 90, 63, 62, 54, 52, 9, 128, 68, 17, 15, 12):
            self.assertIn(value, values)

    def test_agenda(self):
        _headings, *rows = self.values(AGENDA)
        self.assertEqual([row[0] for row in rows][:3], [datetime.time(9), datetime.time(9, 30), datetime.time(9, 45)])
        self.assertEqual(sum(row[3] for row in rows), 360)
        # the day has not begun
        self.assertEqual({row[4] for row in rows} | {row[5] for row in rows}, {None})
        # the prompt as participants are shown it
        self.assertEqual([row[7] for row in rows if not row[7] or '{' in row[7]], [])

    def test_participants(self):
        _headings, *rows = self.values(PARTICIPANTS)
        with open(os.path.join(os.environ['LANDSPANEL_SAMPLE'], 'roster.csv'), encoding='utf-8', newline='') as file:
            roster = list(csv.DictReader(file, delimiter=';'))
        self.assertEqual([row[:3] for row in rows], [[person['name'], person['organisation'], person['role'] or None] for person in roster])

    def test_chart(self):
        chart, = self.sheet(OVERVIEW)._charts
        self.assertEqual(len(chart.series), 5)
        for kind, series in enumerate(chart.series):
            column = 'CDEFG'[kind]
            sheet = self.language['sheets'][THEMES]
            self.assertEqual(series.val.numRef.f, f'{sheet}!${column}$3:${column}$18')
            self.assertEqual((series.cat.strRef or series.cat.numRef).f, f'{sheet}!$B$3:$B$18')

    def test_dreams_and_concerns(self):
        expected = collections.defaultdict(list)
        for row in self.rows:
            if row['kind'] in ('dream', 'concern'):
                expected[row['theme'], row['kind']].append(row['text'])
        found = collections.defaultdict(list)
        theme, kind = None, None
        for code, text, _perspective in self.values(DREAMS)[1:]:
            if text is not None:
                found[theme, kind].append(text)
            elif code is not None and code.endswith(')'):
                kind = 'concern' if found[theme, 'dream'] or code[0] in 'CB' else 'dream'
            elif code is not None:
                theme = code
        found = {key: texts for key, texts in found.items() if texts}
        self.assertEqual({key: sorted(texts) for key, texts in found.items()},
                         {key: sorted(texts) for key, texts in expected.items()})

    def test_about(self):
        cells = [value for row in self.values(ABOUT) for value in row if value is not None]
        meeting = [value for value in cells if re.fullmatch('[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', str(value))]
        self.assertEqual(len(meeting), 1)
        exported, = [value for value in cells if isinstance(value, datetime.datetime)]
        self.assertLess(abs(exported - datetime.datetime.now()), datetime.timedelta(hours=26))
        self.assertIn(240, cells)

    def test_fields(self):
        """Every field, with what it means or why it is left out."""
        _headings, *rows = self.values(FIELDS)
        self.assertEqual([row for row in rows if None in row], [])
        if self.language is not DANISH:
            cells = [value.removeprefix('Left out: ') for row in rows for value in row]
            self.assertEqual([name for name in schema_names() if name not in cells], [])

    def test_print_set_up(self):
        for index in (THEMES, NOTES, DREAMS):
            sheet = self.sheet(index)
            self.assertEqual(sheet.freeze_panes, 'A3')
            self.assertEqual(sheet.print_title_rows, '$1:$2')
        self.assertEqual(self.sheet(NOTES).auto_filter.ref, 'A2:P242')
        self.assertEqual(self.sheet(THEMES).auto_filter.ref, 'A2:Q18')
        for sheet in self.book:
            self.assertEqual(sheet.page_setup.paperSize, A4)
            # one page wide, which is what is meant when nothing is said
            self.assertIn(sheet.page_setup.fitToWidth, (None, 1))
            self.assertEqual(sheet.page_setup.fitToHeight, 0)
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
            self.assertIn('&P', sheet.oddFooter.right.text.replace('&[Page]', '&P'))
            self.assertEqual(sheet.oddFooter.left.text, 'Kick-off-møde')
            self.assertEqual(sheet.oddHeader.center.text, '&B' + self.language['mark'])
        self.assertEqual(self.sheet(NOTES).page_setup.orientation, 'landscape')

    def test_wrapping(self):
        for note in self.read_notes(self.path_of_book):
            self.assertTrue(note['Note'].alignment.wrap_text)
            self.assertEqual(note['Note'].alignment.vertical, 'top')
        self.assertGreaterEqual(self.sheet(NOTES).column_dimensions['E'].width, 50)


class DanishWorkbookTest(WorkbookTest):
    language = DANISH


class LooseNotesTest(DriverTest):
    def test_notes_without_a_theme_come_last(self):
        with open(self.path('in.csv'), 'w', encoding='utf-8') as file:
            file.write('time;kind;text;theme\n10:00;dream;a;\n10:01;concern;b;\n10:02;dream;c;Ro\n10:03;dream;d;\n'
                       '10:04;story;e;\n')
        path, result = self.export(self.drive('import', self.path('in.csv')), 'out.xlsx')
        self.assertEqual(result, self.result(5, 1))
        book = openpyxl.load_workbook(path)
        rows = [row[1] or row[0] for row in book['Dreams and concerns'].iter_rows(min_row=3, values_only=True) if any(row)]
        self.assertEqual(rows, ['Ro', 'Dreams (1)', 'c', 'Without a theme', 'Dreams (2)', 'a', 'd', 'Concerns (1)', 'b'])
        self.assertEqual([row[1:8] for row in book['Themes'].iter_rows(min_row=3, values_only=True)],
                         [('Ro', 1, 0, 0, 0, 0, 1), ('Without a theme', 2, 1, 0, 0, 1, 4)])


class ManyNotesTest(DriverTest):
    """More than are read ahead, and some long enough to fill a batch alone."""
    NUMBER = 3000

    def test_many_notes(self):
        rows = [{'time': f'{10 + i // 600}:{i // 10 % 60:02}', 'kind': ('dream', 'story', 'concern')[i % 3],
                 'text': f'{i} ' + 'å' * (20000 if i % 500 == 7 else i % 90), 'theme': ('Ro', '', 'Tid', 'Rum')[i % 4],
                 'perspective': 'lived' if i % 5 else '', 'table': i % 7, 'municipality': f'By {i % 11}'}
                for i in range(self.NUMBER)]
        with open(self.path('in.csv'), 'w', encoding='utf-8') as file:
            file.write(';'.join(rows[0]) + '\n')
            file.writelines(';'.join(map(str, row.values())) + '\n' for row in rows)
        path, result = self.export(self.drive('import', self.path('in.csv')), 'out.xlsx')
        self.assertEqual(result, self.result(self.NUMBER, 3))
        notes = self.read_notes(path)
        for heading, field in (('Note', 'text'), ('Theme', 'theme'), ('Municipality', 'municipality')):
            self.assertEqual([note[heading].value or '' for note in notes], [row[field] for row in rows])

        book = openpyxl.load_workbook(path)
        names = ['Ro', 'Tid', 'Rum', '']
        counted = collections.Counter((row['theme'], row['kind']) for row in rows)
        lived = collections.Counter(row['theme'] for row in rows if row['perspective'])
        self.assertEqual([row[2:9] for row in book['Themes'].iter_rows(min_row=3, values_only=True)],
                         [(counted[name, 'dream'], counted[name, 'concern'], 0, 0, counted[name, 'story'],
                           self.NUMBER // 4, lived[name]) for name in names])
        self.assertEqual([row[1] for row in book['Dreams and concerns'].iter_rows(min_row=3, values_only=True) if row[1]],
                         [row['text'] for name in names for kind in ('dream', 'concern') for row in rows
                          if (row['theme'], row['kind']) == (name, kind)])
        figures = dict(row[:2] for row in book['Overview'].iter_rows(values_only=True) if row[0] and row[1] is not None)
        self.assertEqual([figures[name] for name in ('Notes', 'Themes', 'Notes without a theme', 'Dreams', 'Lived experience',
                                                     'Municipalities named on notes', 'Table 6')],
                         [self.NUMBER, 3, self.NUMBER // 4, self.NUMBER // 3, sum(lived.values()), 11, self.NUMBER // 7])


class ManyRowsTest(DriverTest):
    def test_full_sheet_is_continued_on_another(self):
        path, result = self.export(self.drive('sample'), 'out.xlsx', 101)
        self.assertEqual(result['notes'], 240)
        book = openpyxl.load_workbook(path)
        names = ['Notes', 'Notes (2)', 'Notes (3)']
        self.assertEqual([name for name in book.sheetnames if name.startswith('Notes')], names)
        texts = [note['Note'].value for name in names for note in self.read_sheet(path, name)]
        self.assertEqual(texts, [row['text'] for row in sample_rows()])
        self.assertEqual([book[name].auto_filter.ref for name in names], ['A2:P101', 'A2:P101', 'A2:P44'])


if __name__ == '__main__':
    unittest.main(verbosity=2)
