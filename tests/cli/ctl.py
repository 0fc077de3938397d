# SPDX-License-Identifier: GPL-3.0-or-later
"""landspanelctl as a user runs it, on a database of the test's own."""

import csv
import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['LANDSPANELCTL']
SAMPLE = os.environ['LANDSPANEL_SAMPLE']
HERE = os.path.dirname(os.path.abspath(__file__))

KICKOFF_NOTES = os.path.join(SAMPLE, 'notes.csv')
KICKOFF_ROSTER = os.path.join(SAMPLE, 'roster.csv')
ANSWERS = os.path.join(HERE, 'answers.csv')


def environment():
    """Danish time, no words in Danish: those are another test's."""
    env = {k: v for k, v in os.environ.items() if k not in ('LANGUAGE', 'LANG', 'DISPLAY', 'WAYLAND_DISPLAY')}
    env.update(LC_ALL='C.UTF-8', TZ='Europe/Copenhagen', G_DEBUG='fatal-criticals')
    return env


def read_csv(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file, delimiter=';'))


class CtlTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='landspanel-cli-')
        self.addCleanup(shutil.rmtree, self.folder)
        self.database = self.path('landspanel.db')

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, encoding='utf-8'):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), 'wb') as file:
            file.write(text if isinstance(text, bytes) else text.encode(encoding))
        return self.path(name)

    def run_ctl(self, *arguments, env=None):
        """Whatever it answers: a finished process with text in stdout and stderr."""
        return subprocess.run([PROGRAM, *arguments], env=env or environment(), stdin=subprocess.DEVNULL,
                              capture_output=True, encoding='utf-8', timeout=120)

    def ctl(self, *arguments, status=0):
        """What it prints when it ends with that status; on success it has nothing to complain about."""
        done = self.run_ctl('--database', self.database, *arguments)
        self.assertEqual(done.returncode, status, done.stderr)
        if status == 0:
            self.assertEqual(done.stderr, '')
        return done.stdout

    def refused(self, *arguments, status=1):
        """What it complains about."""
        done = self.run_ctl('--database', self.database, *arguments)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertNotEqual(done.stderr, '')
        return done.stderr

    def json(self, *arguments, status=0):
        return json.loads(self.ctl('--json', *arguments, status=status))

    def new_meeting(self, *arguments):
        return self.ctl('new', '--template', 'landspanel-kickoff', '--title', 'Kick-off', *arguments).strip()
