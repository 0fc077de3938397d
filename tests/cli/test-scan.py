# SPDX-License-Identifier: GPL-3.0-or-later
"""scan: what in the notes tells who somebody is."""

import csv
import os
import unittest

from ctl import CtlTest, HERE, read_csv

TESTS_DATA = os.path.join(HERE, '..', 'data')
KEYS = ['code', 'match', 'start', 'length', 'type', 'level']
TYPES = {'cpr', 'email', 'web', 'phone', 'address', 'hidden_address', 'name', 'birth_date', 'health'}
# what the table of expectations calls otherwise
NAMES = {'health+name': 'health', 'protected address': 'hidden_address', 'birthdate': 'birth_date'}


class SampleTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('sample').strip()
        self.notes = {note['code']: note['text'] for note in self.json('notes', self.meeting)}
        self.found = self.json('scan', self.meeting)

    def test_offsets_are_characters_of_the_notes(self):
        self.assertTrue(self.found)
        for finding in self.found:
            self.assertEqual(list(finding), KEYS)
            start, length = finding['start'], finding['length']
            self.assertEqual(self.notes[finding['code']][start:start + length], finding['match'])
            self.assertIn(finding['type'], TYPES)
            self.assertIn(finding['level'], ('flag', 'warn'))

    def test_order(self):
        codes = list(self.notes)
        places = [(codes.index(finding['code']), finding['start']) for finding in self.found]
        self.assertEqual(places, sorted(places))

    def test_finds_what_is_expected(self):
        """Notes are told by their words: the sample's codes follow the clock, the table's numbers the file."""
        texts = [row['text'] for row in read_csv(os.path.join(os.environ['LANDSPANEL_SAMPLE'], 'notes.csv'))]
        found = {(self.notes[finding['code']], finding['match']): finding for finding in self.found}
        for row in read_csv(os.path.join(TESTS_DATA, 'privacy-expectations.csv')):
            finding = found.get((texts[int(row['row']) - 1], row['match']))
            with self.subTest(row['match']):
                if row['expected'] == 'ignore':
                    self.assertIsNone(finding)
                elif row['expected'] == 'flag':
                    self.assertEqual((finding['type'], finding['level']),
                                     (NAMES.get(row['type'], row['type']), 'flag'))

    def test_text(self):
        lines = self.ctl('scan', self.meeting).splitlines()
        self.assertEqual(len(lines), len(self.found))
        self.assertIn('05-011   certain   CPR number      170483-9998', lines)
        self.assertIn('04-016   possible  Name            Kaj Kålormsen', lines)


class ScanTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting()

    def take(self, *texts):
        path = self.path('a.csv')
        with open(path, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file, delimiter=';').writerows([('kind', 'text'), *(('dream', text) for text in texts)])
        self.ctl('import', 'notes', self.meeting, path)

    def matches(self):
        return [(finding['start'], finding['match'], finding['type']) for finding in self.json('scan', self.meeting)]

    def test_none(self):
        self.assertEqual(self.json('scan', self.meeting), [])
        self.assertEqual(self.ctl('scan', self.meeting), '')
        self.take('Egen bolig')
        self.assertEqual(self.json('scan', self.meeting), [])

    def test_characters_beyond_the_first_plane_count_as_one(self):
        self.take('🙂👩‍👩‍👧 170483-9998', 'A\u030Ase Hansen')
        self.assertEqual(self.matches(), [(7, '170483-9998', 'cpr'), (0, 'Åse Hansen', 'name')])

    def test_lines(self):
        self.take('Først\nså 170483-9998')
        (start, match, _), = self.matches()
        text = self.json('notes', self.meeting)[0]['text']
        self.assertEqual(text[start:start + len(match)], '170483-9998')

    def test_names_are_the_panel_s_own(self):
        """Who was there in spring is talked of in autumn; who was at another panel is nobody here."""
        self.take('Spørg Kastanjehøj på mandag')
        self.assertEqual(self.matches(), [])
        roster = self.write('r.csv', 'name\nKarla Kastanjehøj\n')
        spring, other = (self.new_meeting('--panel', panel) for panel in ('Ours', 'Theirs'))
        self.meeting = self.new_meeting('--panel', 'Ours')
        self.ctl('import', 'notes', self.meeting, self.path('a.csv'))
        self.ctl('import', 'roster', other, roster)
        self.assertEqual(self.matches(), [])
        self.ctl('import', 'roster', spring, roster)
        self.assertEqual(self.matches(), [(6, 'Kastanjehøj', 'name')])

    def test_wrong_use(self):
        self.assertIn('meeting', self.refused('scan', 'ffff'))
        self.refused('scan', status=2)
        self.refused('scan', self.meeting, 'more', status=2)


if __name__ == '__main__':
    unittest.main()
