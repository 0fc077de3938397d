# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong use, help, where the database lies, and what happens while another program holds it."""

import os
import subprocess
import time
import unittest

from ctl import CtlTest, PROGRAM, environment

COMMANDS = ['new', 'sample', 'list', 'show', 'import notes', 'import roster', 'notes', 'export', 'search',
            'check']


class UseTest(CtlTest):
    def test_wrong_use(self):
        wrong = [
            [], ['nope'], ['--nope'], ['list', '--nope'], ['list', 'more'], ['sample', 'more'], ['show'],
            ['show', 'a', 'b'], ['import'], ['import', 'kaffe'], ['import', 'notes'],
            ['import', 'notes', 'abcd'], ['import', 'roster', 'abcd'], ['notes'], ['export', 'abcd'],
            ['search'], ['check', 'more'], ['--database'], ['show', b'\xff\xff\xff\xff'],
        ]
        for arguments in wrong:
            with self.subTest(arguments):
                done = self.run_ctl(*arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertEqual(done.stdout, '')
                self.assertRegex(done.stderr, r'(?s)^landspanelctl: .*\nUsage: landspanelctl ')

    def test_says_what_is_missing(self):
        self.assertIn('FILE.csv is missing', self.refused('import', 'notes', 'abcd', status=2))
        self.assertIn('notes, roster', self.refused('import', status=2))

    def test_help(self):
        done = self.run_ctl('--help')
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        for command in COMMANDS:
            self.assertIn(f'\n  {command} ', done.stdout)

    def test_help_of_a_command(self):
        for command in COMMANDS:
            with self.subTest(command):
                done = self.run_ctl(*command.split(), '--help')
                self.assertEqual((done.returncode, done.stderr), (0, ''))
                self.assertIn(command, done.stdout)
                self.assertIn('--json', done.stdout)

    def test_help_of_half_a_command(self):
        for arguments in (['import', '--help'], ['import', '-h'], ['import', '--json', '--help']):
            with self.subTest(arguments):
                done = self.run_ctl(*arguments)
                self.assertEqual((done.returncode, done.stderr), (0, ''))
                self.assertIn('import notes MEETING', done.stdout)
                self.assertIn('import roster MEETING', done.stdout)
        self.assertIn('notes, roster', self.refused('import', 'kaffe', '--help', status=2))
        self.assertIn('no command', self.refused('nope', '--help', status=2))

    def test_help_names_the_fields(self):
        fields = {'notes': 'text, kind, time, table, perspective, profile, municipality, verbatim_quote or verbatim, '
                           'consent, theme or themes',
                  'roster': 'name, organisation, role, table, municipality, perspective'}
        needed = {'notes': 'text, kind', 'roster': 'name'}
        for what, names in fields.items():
            with self.subTest(what):
                text = self.ctl('import', what, '--help')
                self.assertIn(f'FIELD is one of: {names}.\n', text)
                self.assertIn(f'Needed: {needed[what]}.\n', text)

    def test_version(self):
        done = self.run_ctl('--version')
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r'^landspanelctl \d+\.\d+\.\d+\n$')

    def test_options_before_or_after(self):
        meeting = self.new_meeting()
        before = self.run_ctl('--database', self.database, '--json', 'show', meeting)
        after = self.run_ctl('show', meeting, '--json', '--database=' + self.database)
        self.assertEqual(before.returncode, 0)
        self.assertEqual(before.stdout, after.stdout)

    def test_full_disk_under_the_output(self):
        self.new_meeting()
        with open('/dev/full', 'w') as full:
            done = subprocess.run([PROGRAM, '--database', self.database, 'list'], env=environment(),
                                  stdout=full, stderr=subprocess.PIPE, encoding='utf-8', timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn('could not be written', done.stderr)


class DatabaseTest(CtlTest):
    def test_the_users_own(self):
        env = {**environment(), 'XDG_DATA_HOME': self.path('data')}
        made = self.run_ctl('new', '--template', 'story-stand', '--title', 'Stand', env=env)
        self.assertEqual((made.returncode, made.stderr), (0, ''))
        database = self.path('data/landspanel/landspanel.db')
        self.assertEqual(os.stat(database).st_mode & 0o777, 0o600)
        self.assertIn(made.stdout.strip(), self.run_ctl('list', env=env).stdout)

    def test_needs_no_display(self):
        libraries = subprocess.run(['ldd', PROGRAM], capture_output=True, encoding='utf-8', check=True).stdout
        self.assertIn('libglib-2.0', libraries)
        self.assertNotIn('libgtk', libraries)


class HeldTest(CtlTest):
    """A real holder: an import that waits for the rest of its file."""

    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting()
        os.mkfifo(self.path('slow.csv'))
        self.holder = subprocess.Popen([PROGRAM, '--database', self.database, 'import', 'notes', self.meeting,
                                        self.path('slow.csv')],
                                       env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       encoding='utf-8')
        self.addCleanup(self.end)
        self.pipe = open(self.path('slow.csv'), 'w', encoding='utf-8')
        self.pipe.write('kind;text\ndream;Langsom\n')

    def end(self):
        self.pipe.close()
        self.holder.communicate(timeout=60)

    def wait_until_held(self):
        for _ in range(600):
            with open(self.database + '.lock', encoding='utf-8') as lock:
                if str(self.holder.pid) in lock.read():
                    return
            time.sleep(0.05)
        self.fail('the import never took the lock')

    def test_reads_go_and_writes_say_who(self):
        self.wait_until_held()
        self.assertEqual(self.json('list')[0]['id'], self.meeting)
        self.assertEqual(self.json('show', self.meeting)['notes']['total'], 0)
        self.assertEqual(self.json('notes', self.meeting), [])
        self.assertEqual(self.json('search', 'x'), [])
        self.ctl('check')
        done = self.run_ctl('--database', self.database, 'export', self.meeting, self.path('out.xlsx'))
        self.assertEqual(done.returncode, 0)
        self.assertIn('could not be noted', done.stderr)
        other = self.write('other.csv', 'kind;text\ndream;Hurtig\n')
        self.assertEqual(self.json('import', 'notes', self.meeting, other, '--dry-run')['taken'], 1)

        for command in (['new', '--template', 'story-stand', '--title', 'Stand'], ['sample'],
                        ['import', 'notes', self.meeting, other], ['import', 'roster', self.meeting, other]):
            with self.subTest(command):
                self.assertIn(f'landspanelctl (process {self.holder.pid})', self.refused(*command))

        self.pipe.close()
        out, problems = self.holder.communicate(timeout=60)
        self.assertEqual((self.holder.returncode, out, problems), (0, '1 row taken\n', ''))
        self.assertEqual([note['text'] for note in self.json('notes', self.meeting)], ['Langsom'])
        self.assertEqual(self.json('import', 'notes', self.meeting, other)['taken'], 1)


if __name__ == '__main__':
    unittest.main(verbosity=2)
