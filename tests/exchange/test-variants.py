# SPDX-License-Identifier: GPL-3.0-or-later
"""What is public exposes nobody, whatever the meeting."""

import collections
import csv
import os
import random
import unittest
import zipfile

import openpyxl

from driver import ABOUT, DANISH, DriverTest, ENGLISH, INTERNAL, NOTES, OVERVIEW, PARTICIPANTS, QUOTES, THEMES

LIMIT = 3
PERSPECTIVES = ('lived', 'professional', 'expert', 'political', 'relative', '')
FIRST_PERSPECTIVE = 8
NAMES = ('Birgitte Birkelund-Mose', 'Rolf Rønnebærsen', 'Yrsa Ællingsø', 'Knud Kålgaard')
PRIVATE = ('ring på 20 12 34 56', 'cpr 170483-9998', 'skriv til zebra@eksempel.dk', *NAMES)


def random_rows(rng, count):
    """Notes, each with a word of its own in every field that may tell who said it."""
    n_themes, n_tables = rng.randint(1, 6), rng.randint(1, 8)
    weights = [rng.random() ** 3 for _ in PERSPECTIVES]
    rows = []
    for i in range(count):
        text = f'ord{i}o ' + rng.choice(('', '', '', '', 'UNREAD', 'BACK', rng.choice(PRIVATE)))
        rows.append({'time': f'{9 + i // 60:02}:{i % 60:02}', 'table': rng.randint(0, n_tables), 'kind': 'dream', 'text': text,
                     'perspective': rng.choices(PERSPECTIVES, weights)[0], 'profile': rng.choice(('', f'profil{i}p')),
                     'municipality': f'by{i}b', 'verbatim_quote': rng.randint(0, 1), 'consent': int(rng.random() < 0.8),
                     'theme': rng.choice(['', *(f'Tema {n}' for n in range(n_themes))])})
    # somebody called a theme by who brought it up
    for row in rows:
        row['theme'] = row['theme'].replace('Tema 0', f'Det, som {NAMES[0]} sagde')
    return rows


def comes_along(row):
    return row['consent'] and not any(word in row['text'] for word in ('UNREAD', 'BACK', *PRIVATE))


def is_quote(row):
    return comes_along(row) and row['verbatim_quote'] and row['profile']


class PublicTest(DriverTest):
    def write(self, name, rows):
        with open(self.path(name), 'w', encoding='utf-8', newline='') as file:
            table = csv.DictWriter(file, list(rows[0]), delimiter=';')
            table.writeheader()
            table.writerows(rows)
        return self.path(name)

    def publish(self, rows, n):
        meeting = self.drive('import', self.write(f'{n}.csv', rows))
        self.drive('roster', meeting, self.write(f'{n}-roster.csv', [{'name': name, 'organisation': 'Rådet'} for name in NAMES]))
        self.drive('review', meeting)
        return [self.export(meeting, f'{n}.{ending}', variant='publish')[0] for ending in ('xlsx', 'csv')]

    def read_all(self, path):
        """Every byte of every part of it."""
        if not zipfile.is_zipfile(path):
            with open(path, encoding='utf-8-sig') as file:
                return file.read()
        with zipfile.ZipFile(path) as book:
            return '\n'.join(book.read(name).decode() for name in book.namelist())

    def check_words(self, path, rows):
        content = self.read_all(path)
        for word in PRIVATE:
            self.assertNotIn(word, content)
        for i, row in enumerate(rows):
            self.assertEqual(f'ord{i}o' in content, bool(comes_along(row)), row)
            self.assertNotIn(f'by{i}b', content)
            if row['profile'] and not is_quote(row):
                self.assertNotIn(row['profile'], content)

    def check_figures(self, book, rows):
        """The figures say what the rows of the notes say, and what is hidden is in neither."""
        shown = collections.Counter(((note[1] or '').replace('[name]', NAMES[0]), note[5] or '') for note in
                                    book[self.sheet(NOTES)].iter_rows(min_row=2, values_only=True))
        true = collections.Counter((row['theme'], row['perspective']) for row in rows if comes_along(row))
        headings, *themes = book[self.sheet(THEMES)].iter_rows(values_only=True)
        labels = dict(zip(PERSPECTIVES, headings[FIRST_PERSPECTIVE:]))
        labels[''] = ''
        for theme in themes:
            name = theme[1].replace('[name]', NAMES[0]) if theme[0] else ''
            cells = dict(zip(PERSPECTIVES, theme[FIRST_PERSPECTIVE:]))
            hidden = [key for key in PERSPECTIVES if cells[key] == '–']
            self.assertNotEqual(len(hidden), 1)
            self.assertEqual(theme[7], sum(true[name, key] for key in PERSPECTIVES))
            for key in PERSPECTIVES:
                count = true[name, key]
                if key in hidden:
                    self.assertEqual(shown[name, labels[key]], 0)
                else:
                    self.assertEqual((cells[key], shown[name, labels[key]]), (count, count))
                    self.assertFalse(key and 0 < count < LIMIT)
        for key in PERSPECTIVES[:-1]:
            column = [theme[FIRST_PERSPECTIVE + PERSPECTIVES.index(key)] for theme in themes]
            figures = dict(row[:2] for row in book[self.sheet(OVERVIEW)].iter_rows(values_only=True) if row[0] and row[1] is not None)
            # not one alone, or the sum of the column would tell it
            self.assertFalse(column.count('–') == 1 and figures[labels[key]] != '–', column)

    def sheet(self, index):
        return self.language['sheets'][index]

    def check_quotes(self, book, rows):
        quotes = [row[2].split()[0] for row in book[self.sheet(QUOTES)].iter_rows(min_row=2, values_only=True)]
        self.assertEqual(sorted(quotes), sorted(row['text'].split()[0] for row in rows if is_quote(row)))


class AnyMeetingTest(PublicTest):
    def test_any_meeting(self):
        seed = os.environ.get('LANDSPANEL_SEED') or random.randrange(1 << 32)
        self.addCleanup(lambda: print(f'LANDSPANEL_SEED={seed}'))
        rng = random.Random(str(seed))
        for n in range(12):
            with self.subTest(n):
                rows = random_rows(rng, rng.choice((1, 5, 40, 150)))
                workbook, table = self.publish(rows, n)
                self.check_words(workbook, rows)
                self.check_words(table, rows)
                book = openpyxl.load_workbook(workbook)
                self.check_figures(book, rows)
                self.check_quotes(book, rows)

    def test_unknown_beside_small(self):
        """What hides a small figure is hidden in the rows, too, even where nothing is known."""
        said = [('lived', 10), ('political', 1), ('', 4)]
        rows = [{'time': f'1{i}:{n:02}', 'kind': 'dream', 'text': f'ord{10 * i + n}o', 'perspective': perspective, 'consent': 1,
                 'theme': theme} for theme in ('A', 'B') for i, (perspective, count) in enumerate(said) for n in range(count)]
        workbook, table = self.publish(rows, 0)
        self.check_figures(openpyxl.load_workbook(workbook), rows)

    def test_rare_at_a_table(self):
        rows = [{'time': f'10:{i:02}', 'table': 1 + i % 2, 'kind': 'dream', 'text': f'ord{i}o', 'perspective': 'lived', 'consent': 1}
                for i in range(12)]
        rows += [{'time': f'11:{i:02}', 'table': 1 if i == 0 else 2, 'kind': 'dream', 'text': f'ord{20 + i}o',
                  'perspective': 'political', 'consent': 1} for i in range(5)]
        book = openpyxl.load_workbook(self.publish(rows, 0)[0])
        notes = list(book[self.sheet(NOTES)].iter_rows(min_row=2, values_only=True))
        self.assertEqual({note[5] for note in notes[12:]}, {'–'})


class SampleTest(PublicTest):
    """The sample meeting, as its README says it comes out."""

    def setUp(self):
        super().setUp()
        self.meeting = self.drive('sample')
        self.drive('review', self.meeting)
        self.path_of_book, self.written = self.export(self.meeting, 'out.xlsx', variant='publish')
        self.book = openpyxl.load_workbook(self.path_of_book)

    def test_sample(self):
        self.assertEqual(self.book.sheetnames, self.language['sheets'])
        self.assertEqual((self.written['notes'], self.written['left_out']), (222, 18))
        self.assertEqual(self.book[self.sheet(QUOTES)].max_row - 1, 39)
        headings = [cell.value for cell in self.book[self.sheet(NOTES)][1]]
        self.assertEqual(headings, [heading for heading, english in zip(self.language['notes'], ENGLISH['notes'])
                                    if english not in INTERNAL])
        for sheet in self.book:
            self.assertEqual(sheet.page_setup.paperSize, 9)
            self.assertNotEqual(sheet['A1'].value, self.language['mark'])
        chart, = self.book[self.sheet(OVERVIEW)]._charts
        self.assertEqual(len(chart.series), 5)
        with open(os.path.join(os.environ['LANDSPANEL_SAMPLE'], 'roster.csv'), encoding='utf-8', newline='') as file:
            roster = list(csv.DictReader(file, delimiter=';'))
        content = self.read_all(self.path_of_book)
        for person in roster:
            self.assertNotIn(f'>{person["name"]}<', content)

    def test_councils(self):
        """Small ones without their number, and none of these can be computed from the number of all."""
        with open(os.path.join(os.environ['LANDSPANEL_SAMPLE'], 'roster.csv'), encoding='utf-8', newline='') as file:
            true = collections.Counter(row['organisation'] for row in csv.DictReader(file, delimiter=';'))
        rows = list(self.book[self.sheet(PARTICIPANTS)].iter_rows(min_row=2, values_only=True))
        self.assertEqual({name for name, _count in rows}, {name for name in true if name})
        hidden = [name for name, count in rows if count == '–']
        self.assertGreater(len(hidden), 1)
        self.assertGreater(sum(true[name] for name in hidden), len(hidden))
        self.assertEqual({name: count for name, count in rows if count != '–'},
                         {name: count for name, count in true.items() if count >= LIMIT})

    def test_about(self):
        counts = {row[0]: row[1] for row in self.book[self.sheet(ABOUT)].iter_rows(values_only=True)}
        self.assertIn(18, counts.values())
        self.assertIn(self.written['hidden'], counts.values())


class DanishSampleTest(SampleTest):
    language = DANISH


if __name__ == '__main__':
    unittest.main(verbosity=2)
