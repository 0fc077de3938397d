# SPDX-License-Identifier: GPL-3.0-or-later
"""import notes, import roster: what is taken, what is refused, and how that is told."""

import csv
import unittest

from ctl import ANSWERS, CtlTest, KICKOFF_NOTES, KICKOFF_ROSTER


class ImportTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting('--date', '2026-11-24')

    def take(self, path, *options, status=0):
        return self.json('import', 'notes', self.meeting, path, *options, status=status)

    def texts(self):
        return [note['text'] for note in self.json('notes', self.meeting)]

    def total(self):
        return self.json('show', self.meeting)['notes']['total']


class TakeTest(ImportTest):
    def test_twice_adds_nothing_twice(self):
        self.assertEqual(self.take(KICKOFF_NOTES), {'taken': 240, 'already_there': 0, 'refused': []})
        self.assertEqual(self.take(KICKOFF_NOTES), {'taken': 0, 'already_there': 240, 'refused': []})
        self.assertEqual(self.total(), 240)

    def test_equal_rows_are_two_notes(self):
        path = self.write('a.csv', 'kind;text\ndream;Ro\ndream;Ro\n')
        self.assertEqual(self.take(path)['taken'], 2)
        self.assertEqual(self.take(path), {'taken': 0, 'already_there': 2, 'refused': []})

    def test_dry_run_takes_nothing(self):
        self.assertEqual(self.take(KICKOFF_NOTES, '--themes', '--dry-run')['taken'], 240)
        self.assertEqual(self.total(), 0)
        self.assertEqual(self.ctl('import', 'notes', self.meeting, KICKOFF_NOTES, '--dry-run'),
                         '240 rows would be taken\n')

    def test_themes_only_when_asked_for(self):
        self.take(KICKOFF_NOTES)
        self.assertEqual(self.json('show', self.meeting)['notes']['by_theme'], {})
        self.assertEqual(self.json('show', self.meeting)['notes']['without_theme'], 240)

    def test_text(self):
        arguments = ['import', 'notes', self.meeting, self.write('a.csv', 'kind;text\ndream;Ro\n')]
        self.assertEqual(self.ctl(*arguments), '1 row taken\n')
        self.assertEqual(self.ctl(*arguments), '0 rows taken\n1 row was there already\n')

    def test_spreadsheet_of_old(self):
        path = self.write('a.csv', 'Tid\tBord\tSlags\tTekst\r\n10:18\t3\tDrøm\tÅben dør – hver dag\r\n',
                          'cp1252')
        self.assertEqual(self.take(path)['taken'], 1)
        note, = self.json('notes', self.meeting)
        self.assertEqual((note['kind'], note['table'], note['text']), ('dream', 3, 'Åben dør – hver dag'))

    def test_no_such_file(self):
        self.refused('import', 'notes', self.meeting, self.path('nowhere.csv'))

    def test_no_such_meeting(self):
        self.refused('import', 'notes', 'ffff', KICKOFF_NOTES)


class RefuseTest(ImportTest):
    def setUp(self):
        super().setUp()
        self.mixed = self.write('mixed.csv', 'kind;text\ndream;God\nkaffe;Hvad?\n\nstory;""\n'
                                             'concern;"To\nlinjer"\nkage;Sidst\n')

    def test_one_bad_row_and_nothing_is_taken(self):
        done = self.run_ctl('--database', self.database, 'import', 'notes', self.meeting, self.mixed)
        complaints = done.stderr.splitlines()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, '0 rows taken\n')
        self.assertRegex(complaints[0], '^' + self.mixed + ':3: .*kaffe')
        self.assertRegex(complaints[1], '^' + self.mixed + ':5: ')
        self.assertRegex(complaints[2], '^' + self.mixed + ':8: .*kage')
        self.assertIn('--keep-going', complaints[3])
        self.assertEqual(self.total(), 0)

    def test_json(self):
        result = self.take(self.mixed, status=1)
        self.assertEqual((result['taken'], result['already_there']), (0, 0))
        self.assertEqual([list(refusal) for refusal in result['refused']], [['line', 'reason']] * 3)
        self.assertEqual([refusal['line'] for refusal in result['refused']], [3, 5, 8])

    def test_keep_going_takes_the_rest(self):
        result = self.take(self.mixed, '--keep-going', status=1)
        self.assertEqual((result['taken'], len(result['refused'])), (2, 3))
        self.assertEqual(self.texts(), ['God', 'To\nlinjer'])

    def test_dry_run_tells_the_same(self):
        self.assertEqual(len(self.take(self.mixed, '--dry-run', status=1)['refused']), 3)
        self.assertEqual(self.take(self.mixed, '--dry-run', '--keep-going', status=1)['taken'], 2)
        self.assertEqual(self.total(), 0)


class ForeignTest(ImportTest):
    def test_mapping(self):
        with open(ANSWERS, encoding='utf-8', newline='') as file:
            bodies = [row['comment-body'] for row in csv.DictReader(file)]
        result = self.take(ANSWERS, '--map', 'text=comment-body', '--set', 'kind=dream')
        self.assertEqual(result['taken'], len(bodies))
        self.assertEqual(self.texts(), bodies)
        self.assertEqual({note['kind'] for note in self.json('notes', self.meeting)}, {'dream'})

    def test_several_of_each(self):
        self.take(ANSWERS, '-m', 'text=comment-body', '-m', 'table=author-id', '-s', 'kind=Forslag', '-s',
                  'municipality=Faxe', '-s', 'profile=a=b')
        notes = self.json('notes', self.meeting)
        self.assertEqual([note['table'] for note in notes], [1, 3, 3, 7, 9, 9, 11])
        self.assertEqual({(note['kind'], note['municipality'], note['profile']) for note in notes},
                         {('proposal', 'Faxe', 'a=b')})

    def test_without_mapping(self):
        self.assertIn('comment-body', self.refused('import', 'notes', self.meeting, ANSWERS))

    def test_wrong_use(self):
        for options in (['--map', 'text'], ['--map', '=x'], ['--set', 'kind'], ['--map', 'nope=comment-body'],
                        ['--map', 'text=nope'], ['--set', 'kind=dream', '--map', 'kind=comment-body']):
            with self.subTest(options):
                self.refused('import', 'notes', self.meeting, ANSWERS, *options, status=2)

    def test_value_that_no_row_can_take(self):
        """Wrong use, told once and not for each row."""
        path = self.write('a.csv', 'kind;text\ndream;Ro\ndream;Fred\n')
        for value in ('kind=hope', 'kind=', 'text= ', 'time=noon', 'table=x', 'table=1000', 'perspective=nope',
                      'verbatim_quote=maybe', 'consent=maybe'):
            for options in ([], ['--keep-going'], ['--dry-run']):
                with self.subTest(value, options=options):
                    problem = self.refused('import', 'notes', self.meeting, path, '--set', value, *options, status=2)
                    self.assertEqual(len(problem.splitlines()), 2, problem)
                    self.assertTrue(problem.startswith(f'landspanelctl: --set {value}: '), problem)
                    self.assertIn('\nUsage: landspanelctl import notes ', problem)
        problem = self.refused('import', 'roster', self.meeting, KICKOFF_ROSTER, '--set', 'table=x', status=2)
        self.assertIn('--set table=x: ', problem)
        self.assertEqual(self.total(), 0)
        self.assertEqual(self.take(path, '--set', 'table=', '--set', 'perspective=', '--set', 'consent=')['taken'], 2)

    def test_names_of_json(self):
        """What "notes --json" calls a field is understood, too."""
        path = self.write('a.csv', 'Emne;text\nBolig;Ro\n')
        self.take(path, '--themes', '--set', 'kind=dream', '--set', 'verbatim=yes', '--map', 'themes=Emne')
        note, = self.json('notes', self.meeting)
        self.assertEqual((note['verbatim'], note['themes']), (True, ['Bolig']))

        settable = [key for key in note if key != 'code']
        for key in settable:
            with self.subTest(key):
                self.assertNotIn('no field', self.refused('import', 'notes', self.meeting, path, '--map', f'{key}=nope',
                                                          status=2))
        for options in (['--set', 'verbatim=1', '--set', 'verbatim_quote=0'],
                        ['--map', 'verbatim=Emne', '--set', 'verbatim_quote=0']):
            with self.subTest(options):
                problem = self.refused('import', 'notes', self.meeting, path, *options, status=2)
                self.assertIn('“verbatim_quote”', problem)


class RosterTest(ImportTest):
    def roster(self, *options, status=0):
        return self.json('import', 'roster', self.meeting, KICKOFF_ROSTER, *options, status=status)

    def test_kickoff(self):
        self.assertEqual(self.roster('--dry-run')['taken'], 90)
        self.assertEqual(self.json('show', self.meeting)['participants'], 0)
        self.assertEqual(self.roster()['taken'], 90)
        self.assertEqual(self.roster(), {'taken': 0, 'already_there': 90, 'refused': []})
        self.assertEqual(self.json('show', self.meeting)['participants'], 90)

    def test_themes_are_for_notes(self):
        self.refused('import', 'roster', self.meeting, KICKOFF_ROSTER, '--themes', status=2)

    def test_names_are_needed(self):
        path = self.write('a.csv', 'name;table\n;1\nBent;2\n')
        result = self.json('import', 'roster', self.meeting, path, status=1)
        self.assertEqual([refusal['line'] for refusal in result['refused']], [2])


class ManyTest(ImportTest):
    def test_100_000_in_one_go(self):
        with open(self.path('many.csv'), 'w', encoding='utf-8') as file:
            file.write('kind;text;theme\n')
            for number in range(100_000):
                file.write(f'dream;Drøm nummer {number};Tema {number % 20}\n')
        self.assertEqual(self.ctl('import', 'notes', self.meeting, self.path('many.csv'), '--themes'),
                         '100000 rows taken\n')
        shown = self.json('show', self.meeting)['notes']
        self.assertEqual(shown['total'], 100_000)
        self.assertEqual(shown['by_theme'], {f'Tema {number}': 5_000 for number in range(20)})


if __name__ == '__main__':
    unittest.main(verbosity=2)
