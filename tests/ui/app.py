# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the whole app share: it is started unseen, in a home of its own, and used by keys and pointer."""
import os
import shlex
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import uikit

PROGRAM = os.environ['LANDSPANEL']
CTL = os.environ['LANDSPANELCTL']
PATIENCE = float(os.environ.get('LANDSPANEL_PATIENCE', '1'))
TROUBLE = ('-CRITICAL', '-WARNING', 'ERROR:', 'runtime error', 'SUMMARY:')


class AppTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='landspanel-')
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.home = os.path.join(self.folder, 'home')
        self.data = os.path.join(self.home, '.local', 'share')
        self.database = os.path.join(self.data, 'landspanel', 'landspanel.db')
        os.makedirs(self.data)

    def ctl(self, *arguments):
        """What landspanelctl says, on the same meetings; the app may be open if it only reads."""
        done = subprocess.run([CTL, *arguments], capture_output=True, text=True, timeout=60,
                              env=os.environ | {'HOME': self.home, 'XDG_DATA_HOME': self.data, 'LC_ALL': 'C.UTF-8'})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def use(self, steps, *arguments, after=None, wrap=(), **options):
        """Starts the app, takes the steps, closes it, and looks at how it ended and at what it complained of.
        after: what else to do, with the session; wrap: a command that runs the program."""
        options.setdefault('timeout', 15 * PATIENCE)
        options.setdefault('size', '1366x768')
        session = uikit.Session([*wrap, PROGRAM, *arguments], home=self.home, **options)
        with session as app:
            self.take(app, steps)
            if after:
                after(app)
            if app.app.poll() is None:  # nobody killed it
                app.step('key ctrl+q')
                self.assertEqual(app.app.wait(20 * PATIENCE), 0)
        trouble = [line for line in session.output.splitlines() if any(sign in line for sign in TROUBLE)]
        self.assertEqual(trouble, [])

    def undo(self, app, text):
        """Takes the offer to undo that stands beside the text. It goes after some seconds, and a look at every widget
        takes as long on a busy machine: so one look, from what lies on top, before what lies in the page."""
        def find(node):
            if node.role == 'button' and node.name == 'Undo':
                beside = any(other.name == text for other in node.parent.walk())
                return node if beside else None
            return next(filter(None, map(find, reversed(node.children))), None)

        def look():
            try:
                return find(app.root)
            except uikit.Failure:  # something went away meanwhile
                return None
        app.click(app.until(look, f'"{text}", with a button "Undo"'))

    def take_step(self, app, line):
        words = shlex.split(line)
        if words[:1] == ['undo']:
            self.undo(app, words[1])
        else:
            app.step(line, self.folder)

    def take(self, app, steps):
        for line in steps.strip().splitlines():
            try:
                self.take_step(app, line.strip())
            except uikit.Failure as failure:
                self.keep_picture(app)
                self.fail(f'{line.strip()}: {failure}')

    def keep_picture(self, app):
        folder = os.environ.get('LANDSPANEL_PICTURES')
        if folder:
            app.shot(os.path.join(folder, self.id() + '.png'))


def main():
    unittest.main(verbosity=2)
