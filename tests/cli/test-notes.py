# SPDX-License-Identifier: GPL-3.0-or-later
"""notes, search: the words themselves."""

import unittest

from ctl import CtlTest, KICKOFF_NOTES, read_csv

KEYS = ['code', 'time', 'kind', 'text', 'table', 'perspective', 'profile', 'municipality', 'verbatim',
        'consent', 'themes']


class NotesTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting('--date', '2026-11-24')

    def test_kickoff_comes_back_as_it_was(self):
        self.ctl('import', 'notes', self.meeting, KICKOFF_NOTES, '--themes')
        notes = self.json('notes', self.meeting)
        rows = sorted(read_csv(KICKOFF_NOTES), key=lambda row: row['time'])
        self.assertEqual(len(notes), len(rows))
        for note, row in zip(notes, rows):
            self.assertEqual(list(note), KEYS)
            self.assertEqual(note['time'], f'2026-11-24T{row["time"]}:00+01:00')
            self.assertEqual(note['table'], int(row['table']))
            self.assertEqual(note['verbatim'], row['verbatim_quote'] == '1')
            self.assertEqual(note['consent'], row['consent'] == '1')
            self.assertEqual(note['themes'], [row['theme']])
            for key in ('kind', 'text', 'perspective', 'profile', 'municipality'):
                self.assertEqual(note[key], row[key])

    def test_codes_run_by_table(self):
        self.ctl('import', 'notes', self.meeting, KICKOFF_NOTES)
        codes = [note['code'] for note in self.json('notes', self.meeting)]
        self.assertEqual(len(set(codes)), 240)
        for table, count in (('01', 23), ('10', 22)):
            self.assertEqual(sorted(code for code in codes if code.startswith(table + '-')),
                             [f'{table}-{number:03}' for number in range(1, count + 1)])

    def test_bare_note(self):
        self.ctl('import', 'notes', self.meeting, self.write('a.csv', 'kind;text\ndream;Kort\n'))
        note, = self.json('notes', self.meeting)
        self.assertEqual({key: note[key] for key in KEYS if key != 'time'}, {
            'code': '00-001', 'kind': 'dream', 'text': 'Kort', 'table': None, 'perspective': None,
            'profile': '', 'municipality': '', 'verbatim': False, 'consent': False, 'themes': [],
        })

    def test_none(self):
        self.assertEqual(self.json('notes', self.meeting), [])
        self.assertEqual(self.ctl('notes', self.meeting), '')

    def test_text(self):
        path = self.write('a.csv', 'time;table;kind;text\n10:30;7;concern;"Først\nså"\n'
                                   '09:15;12;dream;Tidlig\n')
        self.ctl('import', 'notes', self.meeting, path)
        self.assertEqual(self.ctl('notes', self.meeting),
                         '12-001   09:15  Dream       Tidlig\n'
                         '07-001   10:30  Concern     Først så\n')


class SearchTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.first = self.new_meeting('--date', '2026-03-01')
        self.second = self.new_meeting('--date', '2026-11-24')
        self.ctl('import', 'notes', self.first, self.write('a.csv', 'kind;text\ndream;Et Værested på Ærø\n'))
        self.ctl('import', 'notes', self.second,
                 self.write('b.csv', 'kind;text\ndream;værestedet er åbent\nstory;gåsen\n'
                                     'story;gas og vand\nstory;-1 grad\n'))

    def found(self, *arguments):
        return [note['text'] for note in self.json('search', *arguments)]

    def test_everywhere(self):
        self.assertEqual(self.found('VÆRESTED'), ['Et Værested på Ærø', 'værestedet er åbent'])

    def test_shape(self):
        note, = self.json('search', 'Ærø')
        self.assertEqual(list(note), KEYS + ['meeting', 'meeting_title', 'meeting_date'])
        self.assertEqual([note[key] for key in ('meeting', 'meeting_title', 'meeting_date')],
                         [self.first, 'Kick-off', '2026-03-01'])

    def test_in_one_meeting(self):
        self.assertEqual(self.found('værested', '--meeting', self.second), ['værestedet er åbent'])
        self.refused('search', 'værested', '--meeting', 'ffff')

    def test_spellings(self):
        self.assertEqual(self.found('vaerested på aeroe'), ['Et Værested på Ærø'])
        self.assertEqual(self.found('gaas'), ['gåsen'])
        self.assertEqual(self.found('gas'), ['gas og vand'])

    def test_words_are_not_patterns(self):
        self.assertEqual(self.found('%'), [])
        self.assertEqual(self.found("' OR 1=1 --"), [])

    def test_a_dash_first(self):
        self.assertEqual(self.found('--', '-1'), ['-1 grad'])

    def test_nothing_to_find(self):
        for text, told in (('ukendt', 'ukendt'), (' 100 % ', '100 %')):
            done = self.run_ctl('--database', self.database, 'search', text)
            self.assertEqual((done.returncode, done.stdout), (0, ''))
            self.assertEqual(done.stderr, f'landspanelctl: No note matches “{told}”.\n')
        self.assertEqual(self.json('search', 'ukendt'), [])
        self.refused('search', ' ', status=2)
        self.refused('search', status=2)

    def test_text(self):
        self.assertRegex(self.ctl('search', 'gåsen', '--meeting', self.second),
                         r'^00-002   \d{4}-\d\d-\d\d \d\d:\d\d  Story       gåsen\n$')

    def test_text_says_which_meeting(self):
        """Two notes can look the same, and two meetings can be called the same."""
        self.ctl('import', 'notes', self.first, self.write('c.csv', 'time;kind;text\n09:00;story;åbent\n'))
        line = r'00-00\d   \d{4}-\d\d-\d\d \d\d:\d\d  (Story |Dream )      .*åbent\n'
        self.assertRegex(self.ctl('search', 'åbent'),
                         f'^Kick-off, 2026-03-01 \\({self.first}\\)\n{line}'
                         f'\nKick-off, 2026-11-24 \\({self.second}\\)\n{line}$')


if __name__ == '__main__':
    unittest.main(verbosity=2)
