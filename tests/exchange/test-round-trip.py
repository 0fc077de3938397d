# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is said comes out as it was said: through the workbook, and through the table and in again."""

import csv
import os
import random
import subprocess
import unicodedata
import unittest

from driver import DANISH, DriverTest, ENGLISH, unescape

KINDS = ('dream', 'concern', 'experience', 'proposal', 'story')
BITS = ['=', '+', '-', '@', "'", '"', ';', ',', '\t', '\n', '\r\n', '\r', ' ', '_', '_x0041_', '_x005F_', '_x00', '\x01',
        '\x0b', '\x1f', '\x7f', '\x85', '\u2028', '\ufffe', '\uffff', '\ufeff', '🙂', 'é', 'e\u0301', 'å', 'a\u030a', 'Ω',
        '\u2126', '<b>', '&amp;', ']]>', '{', '%s', '\\n', 'http://x.dk', '1', '01', '1e5', '1/2', 'TRUE', '#N/A', 'ord']
LONG = ['a' * 32767, 'b' * 32768, 'ø' * 70000, '🙂' * 16384, '\n'.join(['linje'] * 8000), '_x0041_' * 5000, '\x02' * 5000]
EXCEL_UNITS = 32767


def nasty_texts(rng, count, long):
    texts = ['x' + ''.join(rng.choices(BITS, k=rng.randint(0, 12))) for _ in range(count)]
    texts += [''.join(rng.choices(BITS, k=rng.randint(1, 6))) + 'x' for _ in range(count)]
    return texts + long


def plain(text):
    """Without the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    begins = text.lstrip("'")[:1]
    assert text[:1] not in ('=', '+', '-', '@', '\t', '\r'), text
    return text[1:] if text[:1] == "'" and begins in ('=', '+', '-', '@', '\t', '\r') and begins else text


def kept(text):
    return unicodedata.normalize('NFC', text).replace('\r\n', '\n').replace('\r', '\n')


class NastyTest(DriverTest):
    long = LONG

    def setUp(self):
        super().setUp()
        self.seed = os.environ.get('LANDSPANEL_SEED') or random.randrange(1 << 32)
        self.rng = random.Random(str(self.seed))
        self.texts = nasty_texts(self.rng, 400, self.long)
        self.addCleanup(lambda: print(f'LANDSPANEL_SEED={self.seed}'))
        path = self.path('in.csv')
        with open(path, 'w', encoding='utf-8', newline='') as file:
            table = csv.writer(file, delimiter=';', quoting=csv.QUOTE_ALL)
            table.writerow(['time', 'table', 'kind', 'text', 'profile', 'theme', 'consent'])
            for i, text in enumerate(self.texts):
                # a second each, so that the order of capture is that of the file
                table.writerow([f'10:{i // 60:02}:{i % 60:02}', i % 12, self.rng.choice(KINDS), text,
                                self.rng.choice(BITS).strip() + 'p', f'Tema {i % 7}', i % 2])
        self.meeting = self.drive('import', path)


class RoundTripTest(NastyTest):
    def read_table(self, path, headings):
        csv.field_size_limit(1 << 20)
        with open(path, 'rb') as file:
            content = file.read()
        self.assertTrue(content.startswith(b'\xef\xbb\xbf'))
        with open(path, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file, delimiter=';'))
        # dots are counted, and not taken in again
        self.assertEqual(list(rows[0]), [heading for heading in headings if heading not in ('Dots', 'Prikker')])
        return [list(row.values()) for row in rows]

    def join_continued(self, notes):
        """The texts of the notes, their pieces put together; and how many had more than one."""
        texts, continued = [], set()
        for note in notes:
            piece = unescape(note['Note'].value)
            self.assertLessEqual(len(piece.encode('utf-16-le')) // 2, EXCEL_UNITS)
            if note['No.'].value.endswith(self.language['continued']):
                texts[-1] += piece
                continued.add(len(texts))
                self.assertIsNone(note['Kind'].value)
            else:
                texts.append(piece)
        return texts, len(continued)

    def test_workbook(self):
        path, result = self.export(self.meeting, 'out.xlsx')
        texts, continued = self.join_continued(self.read_notes(path))
        self.assertEqual(texts, [kept(text) for text in self.texts])
        self.assertEqual(result, self.result(len(self.texts), 7, continued))
        self.assertEqual(continued, len(LONG) - 1)

    def test_table(self):
        path, result = self.export(self.meeting, 'out.csv')
        rows = self.read_table(path, self.language['notes'])
        self.assertEqual([plain(row[4]) for row in rows], [kept(text) for text in self.texts])
        self.assertEqual(result, self.result(len(self.texts), 7))

    def test_table_and_in_again(self):
        path, _ = self.export(self.meeting, 'out.csv')
        other = DANISH if self.language is ENGLISH else ENGLISH
        # taken in by somebody who works in the other language
        again = self.drive('import', path, language=other)
        second, _ = self.export(again, 'again.csv')
        with open(path, 'rb') as first, open(second, 'rb') as second:
            # all but the agenda item, which the other meeting does not have
            self.assertEqual(first.read(), second.read())


class DanishRoundTripTest(RoundTripTest):
    language = DANISH


class OfficeTest(NastyTest):
    # it takes its time to find out how high a cell of 8000 lines is
    long = LONG[1:2] + LONG[3:4]

    def test_workbook(self):
        path, _ = self.export(self.meeting, 'out.xlsx')
        into = self.path('converted')
        subprocess.run(['soffice', '-env:UserInstallation=file://' + self.path('profile'), '--headless', '--convert-to',
                        'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false,false,false,3', '--outdir', into, path],
                       env=dict(os.environ, LC_ALL='C.UTF-8', HOME=self.folder), check=True, capture_output=True,
                       timeout=180)
        csv.field_size_limit(1 << 20)
        with open(os.path.join(into, os.listdir(into)[0]), encoding='utf-8', newline='') as file:
            next(file)  # for whom it is
            rows = list(csv.DictReader(file, delimiter=';'))
        texts = []
        for row in rows:
            if row[self.language['notes'][0]].endswith(self.language['continued']):
                texts[-1] += row['Note']
            else:
                texts.append(row['Note'])
        self.assertEqual(texts, [kept(text) for text in self.texts])


if __name__ == '__main__':
    unittest.main(verbosity=2)
