# SPDX-License-Identifier: GPL-3.0-or-later
"""The words are Danish in a Danish locale; what scripts read is the same in every one."""

import json
import os
import re
import subprocess
import unittest

from ctl import CtlTest, KICKOFF_NOTES, environment

DANISH = 'da_DK.UTF-8'
CATALOGUE = os.path.join(os.environ['LANDSPANEL_LOCALES'], 'da', 'LC_MESSAGES', 'landspanel.mo')


def has_danish():
    known = subprocess.run(['locale', '-a'], capture_output=True, encoding='utf-8').stdout.splitlines()
    return 'da_DK.utf8' in known and os.path.exists(CATALOGUE)


@unittest.skipUnless(has_danish(), 'no Danish locale here, or not installed')
class DanishTest(CtlTest):
    def danish(self, *arguments, status=0):
        """What it prints and what it complains about."""
        env = environment() | {'LC_ALL': DANISH, 'LANG': DANISH, 'XDG_DATA_HOME': self.path('data')}
        done = self.run_ctl('--database', self.database, *arguments, env=env)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout, done.stderr

    def test_help(self):
        out, _ = self.danish('--help')
        for words in ('Brug:', 'Opbevarer et landspanels møder, uden skærm.', 'Kommandoer:',
                      'Alle møder: id, dato, antal noter, titel', 'Skriv JSON'):
            with self.subTest(words):
                self.assertIn(words, out)
        out, _ = self.danish('import', 'notes', '--help')
        self.assertIn('Tag noter ind fra en tabel', out)

    def test_what_stands_for_something_is_danish(self):
        """Such words are capitals; FIL beside FILE looks like two things."""
        english = 'FILE|TEXT|COMMAND|MEETING|FIELD|COLUMN|VALUE|NAME|YYYY|OPTION'
        commands = [[], ['new'], ['sample'], ['list'], ['show'], ['import'], ['import', 'notes'], ['import', 'roster'],
                    ['notes'], ['export'], ['recommendations'], ['search'], ['check']]
        for command in commands:
            for option, status in (('--help', 0), ('--nope', 2)):
                with self.subTest(command, option=option):
                    self.assertNotRegex(''.join(self.danish(*command, option, status=status)), rf'\b({english})\b')
        out, _ = self.danish('--help')
        self.assertRegex(out, r'\n  show MØDE +Hvad der kom ud')
        lines = out.split('Kommandoer:\n')[1].split('\n\n')[0].splitlines()
        starts = {re.match(r'  \S+(?: \S+)* {2,}', line).end() for line in lines}
        self.assertEqual(len(starts), 1, out)
        self.assertIn('FIL.csv mangler', self.danish('import', 'notes', 'abcd', status=2)[1])

    def test_priorities(self):
        meeting = self.new_meeting()
        self.ctl('import', 'notes', meeting, KICKOFF_NOTES, '--themes')
        subprocess.run([os.environ['MAKE_VOTES'], self.database, meeting, 'budget', '10'], check=True, timeout=60)
        out, _ = self.danish('priorities', meeting)
        self.assertEqual(out.splitlines()[:5], ['Runde 1: 50.000 kr.', '  Hvad skal pengene gå til?',
                                                '  10 af 10 borde talt, 1.700.000 kr. fra 70 deltagere',
                                                '    1. Stigma og fordomme: 500.000 kr.',
                                                '    2. Bolig og hjemløshed: 300.000 kr. (stemmelighed)'])

    def test_nothing_yet(self):
        out, problem = self.danish('list', status=1)
        self.assertEqual(out, '')
        self.assertEqual(problem, f'landspanelctl: Der er ingen database »{self.database}« endnu. »landspanelctl '
                         'sample« opretter et opdigtet møde, »landspanelctl new« et af dine egne.\n')

    def test_meeting(self):
        meeting = self.danish('new', '--template', 'landspanel-kickoff', '--title', 'Kick-off')[0].strip()
        out, problem = self.danish('import', 'notes', meeting, KICKOFF_NOTES, '--themes')
        self.assertEqual((out, problem), ('240 rækker taget ind\n', ''))
        out, _ = self.danish('show', meeting)
        for words in ('240 noter, 0 uden tema', '0 deltagere', '\nSlags\n  Drømme ', '\nPerspektiver\n',
                      '\nBorde\n  Bord 1 ', '\nTemaer\n', '\nDagsorden\n', 'Landspanelet', '  Slut\n'):
            with self.subTest(words):
                self.assertIn(words, out)
        out, _ = self.danish('check')
        self.assertRegex(out, '^Log og tabeller stemmer overens, .* og SQLite er i orden\n$')
        out, _ = self.danish('export', meeting, self.path('ud.xlsx'))
        self.assertIn('240 noter', out)

    def test_refused(self):
        _, problem = self.danish('nope', status=2)
        self.assertIn('landspanelctl: Der er ingen kommando »nope«\nBrug: landspanelctl ', problem)
        _, problem = self.danish('new', '--title', 'Møde', status=2)
        self.assertIn('--template mangler', problem)
        meeting = self.danish('new', '--template', 'story-stand', '--title', 'Møde')[0].strip()
        path = self.write('forkert.csv', 'kind;text\nkaffe;Sort\n')
        out, problem = self.danish('import', 'notes', meeting, path, status=1)
        self.assertIn('1 række kan ikke tages ind, så ingen er taget ind.', out + problem)
        _, problem = self.danish('export', meeting, self.path('ud.odt'), status=2)
        self.assertIn('ender hverken på .xlsx, .pdf, .csv eller .json', problem)

    def test_whole_meeting(self):
        meeting = self.ctl('sample').strip()
        path = self.path('møde.json')
        self.danish('export', meeting, path, '--internal')
        _, problem = self.danish('import', 'meeting', path, status=1)
        self.assertIn('Mødet »Kick-off-møde« er her i forvejen.', problem)
        self.danish('import', 'meeting', path, '--copy')
        self.assertIn('Kick-off-møde (kopi)', self.danish('list')[0])
        _, problem = self.danish('import', 'meeting', self.write('a.json', '[]'), status=1)
        self.assertIn('Linje 1: Det her er ikke skrevet, som JSON kræver.', problem)

    def test_what_scripts_read_is_the_same(self):
        """Keys, ids and the names of kinds, for the sample, whose words are the same in both languages."""
        meeting = self.json('sample')['id']
        for command in (['list'], ['show', meeting], ['notes', meeting], ['search', 'bolig'], ['check']):
            with self.subTest(command):
                out, problem = self.danish('--json', *command)
                self.assertEqual(problem, '')
                self.assertEqual(json.loads(out), self.json(*command))
        self.assertEqual(self.danish('list')[0], self.ctl('list'))


if __name__ == '__main__':
    unittest.main(verbosity=2)
