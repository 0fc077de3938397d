# SPDX-License-Identifier: GPL-3.0-or-later
"""new, sample, list, show: meetings and what came out of them."""

import datetime
import json
import unittest
import zoneinfo
from collections import Counter

from ctl import CtlTest, KICKOFF_NOTES, KICKOFF_ROSTER, environment, read_csv

UUID = r'^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\n$'


OWN_TEMPLATE = {
    'format': 'landspanel-templates', 'version': 1,
    'templates': [{'id': 'boden', 'title': {'da': 'Boden'}, 'panel': 'Bodens panel', 'start': '10:00',
                   'items': [{'title': 'Kaffe på Ærø', 'method': 'break', 'minutes': 25}]}],
}


class NewTest(CtlTest):
    def today(self):
        """Where the program thinks it is."""
        return datetime.datetime.now(zoneinfo.ZoneInfo(environment()['TZ'])).date()

    def test_prints_the_id(self):
        self.assertRegex(self.ctl('new', '--template', 'local-council', '--title', 'Møde'), UUID)

    def test_json(self):
        made = self.json('new', '--template', 'local-council', '--title', 'Møde')
        self.assertEqual(list(made), ['id'])
        self.assertEqual(self.json('show', made['id'])['id'], made['id'])

    def test_all_options(self):
        meeting = self.new_meeting('--date', '2026-11-24', '--place', 'Nyborg', '--panel', 'Brugerpanelet')
        shown = self.json('show', meeting)
        self.assertEqual([shown[key] for key in ('title', 'date', 'place', 'panel')],
                         ['Kick-off', '2026-11-24', 'Nyborg', 'Brugerpanelet'])

    def test_defaults(self):
        before = self.today()
        shown = self.json('show', self.new_meeting())
        self.assertIn(datetime.date.fromisoformat(shown['date']), (before, self.today()))
        self.assertIsNone(shown['place'])
        self.assertEqual(shown['panel'], 'The national panel')

    def test_every_template_has_an_agenda(self):
        minutes = {'landspanel-kickoff': 360, 'landspanel-theme': 210, 'local-council': 120,
                   'story-stand': 60, 'personal-budget': 120}
        for template, expected in minutes.items():
            with self.subTest(template):
                meeting = self.ctl('new', '--template', template, '--title', template).strip()
                agenda = self.json('show', meeting)['agenda']
                self.assertEqual(sum(item['minutes'] for item in agenda), expected)

    def test_danish_template_in_danish_locale(self):
        done = self.run_ctl('--database', self.database, 'new', '--template', 'landspanel-kickoff',
                            '--title', 'M', env={**environment(), 'LANGUAGE': 'da'})
        shown = self.json('show', done.stdout.strip())
        self.assertEqual(shown['panel'], 'Landspanelet')
        self.assertEqual(shown['agenda'][4], {'title': 'Drømme', 'method': '1-2-4-all', 'minutes': 45})

    def test_bytes_pass_in_any_locale(self):
        done = self.run_ctl('--database', self.database, 'new', '--template', 'story-stand',
                            '--title', 'Ærø 🙂', env={**environment(), 'LC_ALL': 'C'})
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        self.assertEqual(self.json('list')[0]['title'], 'Ærø 🙂')

    def test_wrong_use_makes_nothing(self):
        wrong = [
            ['new'],
            ['new', '--title', 'Møde'],
            ['new', '--template', 'story-stand'],
            ['new', '--template', 'story-stand', '--title', ' '],
            ['new', '--template', 'nope', '--title', 'Møde'],
            ['new', '--template', 'story-stand', '--title', 'Møde', '--date', '24.11.2026'],
            ['new', '--template', 'story-stand', '--title', 'Møde', '--date', '2026-02-29'],
            ['new', '--template', 'story-stand', '--title', 'Møde', 'more'],
        ]
        for arguments in wrong:
            with self.subTest(arguments):
                self.refused(*arguments, status=2)
        self.assertIn('no database', self.refused('list'))

    def test_unknown_template_names_the_known(self):
        self.write('templates/boden.json', json.dumps(OWN_TEMPLATE))
        refusal = self.refused('new', '--template', 'nope', '--title', 'M', status=2)
        self.assertIn('story-stand', refusal)
        self.assertIn('boden', refusal)

    def test_own_template(self):
        """By its id, from the folder beside the database; by a path, from anywhere."""
        path = self.write('templates/boden.json', json.dumps(OWN_TEMPLATE))
        for template in ('boden', path):
            with self.subTest(template):
                shown = self.json('show', self.ctl('new', '--template', template, '--title', 'M').strip())
                self.assertEqual(shown['panel'], 'Bodens panel')
                self.assertEqual(shown['agenda'], [{'title': 'Kaffe på Ærø', 'method': 'break', 'minutes': 25}])

    def test_bad_template_makes_nothing(self):
        path = self.write('dårlig.json', json.dumps(OWN_TEMPLATE).replace('"break"', '"dance"'))
        refusal = self.refused('new', '--template', path, '--title', 'M')
        for word in ('dårlig.json', 'agenda item 1', 'dance'):
            self.assertIn(word, refusal)
        self.assertIn('none.json', self.refused('new', '--template', self.path('none.json'), '--title', 'M'))
        self.assertIn('no database', self.refused('list'))


class ListTest(CtlTest):
    def test_latest_first(self):
        for date in ('2026-03-01', '2026-11-24', '2026-06-01'):
            self.ctl('new', '--template', 'story-stand', '--title', f'Den {date}', '--date', date)
        listed = self.json('list')
        self.assertEqual([meeting['date'] for meeting in listed], ['2026-11-24', '2026-06-01', '2026-03-01'])
        self.assertEqual(list(listed[0]), ['id', 'title', 'date', 'place', 'panel', 'notes'])

    def test_text(self):
        meeting = self.new_meeting('--date', '2026-11-24')
        self.assertEqual(self.ctl('list'), f'{meeting}  2026-11-24       0  Kick-off\n')

    def test_empty(self):
        """Not a failure, where nobody named a file; what to do next is told beside the list, JSON or not."""
        env = {**environment(), 'XDG_DATA_HOME': self.path('data')}
        database = self.path('data/landspanel/landspanel.db')
        named = ['--database', database]
        for arguments, status in (([], 0), (named, 1)):
            with self.subTest(arguments):
                done = self.run_ctl(*arguments, 'list', env=env)
                self.assertEqual((done.returncode, done.stdout), (status, ''))
                self.assertEqual(done.stderr, f'landspanelctl: There is no database “{database}” yet. “landspanelctl '
                                 'sample” makes an invented meeting, “landspanelctl new” one of your own.\n')
                done = self.run_ctl(*arguments, 'list', '--json', env=env)
                self.assertEqual((done.returncode, json.loads(done.stdout)), (status, []))
                self.assertIn('landspanelctl sample', done.stderr)

        path = self.write('no-notes.csv', 'kind;text\n')
        self.run_ctl('import', 'notes', 'abcd', path, env=env)
        done = self.run_ctl(*named, 'list', '--json', env=env)
        self.assertEqual((done.returncode, json.loads(done.stdout)), (0, []))
        self.assertIn(f'There are no meetings in “{database}” yet. “landspanelctl sample”', done.stderr)

    def test_reading_makes_no_database(self):
        for command in (['list'], ['show', 'abcd'], ['notes', 'abcd'], ['search', 'x'], ['check'],
                        ['export', 'abcd', self.path('out.csv')]):
            with self.subTest(command):
                self.refused(*command)
        self.assertEqual(self.refused('list').count('\n'), 1)
        with self.assertRaises(FileNotFoundError):
            open(self.database, 'rb')


class FindTest(CtlTest):
    def test_prefix(self):
        meeting = self.new_meeting()
        for given in (meeting, meeting[:4], meeting[:13], meeting.upper()):
            with self.subTest(given):
                self.assertEqual(self.json('show', given)['id'], meeting)

    def test_not_found(self):
        meeting = self.new_meeting()
        for given in ('', meeting[:3], 'ffff', meeting + '0'):
            with self.subTest(given):
                self.refused('show', given)

    def test_ambiguous(self):
        first, second = self.new_meeting(), self.new_meeting()
        self.assertEqual(first[:4], second[:4])
        self.assertIn('More than one', self.refused('show', first[:4]))
        self.assertEqual(self.json('show', second)['id'], second)


class ShowTest(CtlTest):
    def test_empty(self):
        shown = self.json('show', self.new_meeting())
        self.assertEqual(list(shown), ['id', 'title', 'date', 'place', 'panel', 'notes', 'participants',
                                       'agenda'])
        self.assertEqual(shown['notes'], {
            'total': 0,
            'by_kind': dict.fromkeys(['dream', 'concern', 'experience', 'proposal', 'story'], 0),
            'by_perspective': dict.fromkeys(['lived', 'professional', 'expert', 'political', 'relative'], 0),
            'by_table': {},
            'by_theme': {},
            'without_theme': 0,
        })
        self.assertEqual(shown['participants'], 0)
        self.assertEqual(shown['agenda'][0], {'title': 'Arrival, coffee and name badges', 'method': 'break',
                                              'minutes': 30})

    def check_kickoff(self, meeting):
        rows = read_csv(KICKOFF_NOTES)
        shown = self.json('show', meeting)
        notes = shown['notes']
        self.assertEqual(notes['total'], 240)
        self.assertEqual(notes['by_kind'], Counter(row['kind'] for row in rows))
        self.assertEqual(notes['by_perspective'], Counter(row['perspective'] for row in rows))
        self.assertEqual(notes['by_table'], Counter(row['table'] for row in rows))
        self.assertEqual(notes['by_theme'], Counter(row['theme'] for row in rows))
        self.assertEqual(len(notes['by_theme']), 16)
        self.assertEqual(notes['without_theme'], 0)
        self.assertEqual(shown['participants'], len(read_csv(KICKOFF_ROSTER)))
        self.assertEqual(len(shown['agenda']), 15)

    def test_kickoff(self):
        meeting = self.new_meeting()
        self.ctl('import', 'notes', meeting, KICKOFF_NOTES, '--themes')
        self.ctl('import', 'roster', meeting, KICKOFF_ROSTER)
        self.check_kickoff(meeting)

    def test_sample(self):
        self.check_kickoff(self.ctl('sample').strip())

    def test_second_sample_is_a_second_meeting(self):
        first, second = self.json('sample')['id'], self.json('sample')['id']
        self.assertNotEqual(first, second)
        self.check_kickoff(first)
        self.check_kickoff(second)

    def test_none_is_counted_apart(self):
        meeting = self.new_meeting()
        path = self.write('notes.csv', 'kind;text;table;perspective;theme\n'
                                       'dream;a;2;lived;Bolig\nstory;b;;;\n')
        self.ctl('import', 'notes', meeting, path, '--themes')
        notes = self.json('show', meeting)['notes']
        self.assertEqual(notes['by_table'], {'2': 1, 'none': 1})
        self.assertEqual(notes['by_perspective']['none'], 1)
        self.assertEqual(sum(notes['by_perspective'].values()), 2)
        self.assertEqual(notes['by_theme'], {'Bolig': 1})
        self.assertEqual(notes['without_theme'], 1)

    def test_text(self):
        text = self.ctl('show', self.ctl('sample').strip())
        for line in ('240 notes, 0 without a theme', '90 participants', '  Dreams          63',
                     '  Table 10     22', '  Lived experience          128',
                     '  Retssikkerhed og rettigheder     11'):
            with self.subTest(line):
                self.assertIn(line + '\n', text)


if __name__ == '__main__':
    unittest.main(verbosity=2)
