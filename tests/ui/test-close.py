# SPDX-License-Identifier: GPL-3.0-or-later
"""How the app ends: what was typed last is kept, and when it cannot be, it says so before it goes."""
import json
import os
import subprocess
import unittest

import app


def can_mount():
    return subprocess.run(['unshare', '--mount', 'true'], capture_output=True, check=False).returncode == 0


class CloseTest(app.AppTest):
    def test_keeps_what_was_typed_last(self):
        meeting = self.ctl('sample')
        self.use('''
            wait button "Open Meeting"
            key Return
            wait list-item "Agenda"
            key ctrl+n
            focus "Title"
            type "Sidste ord"
        ''')
        agenda = json.loads(self.ctl('show', meeting, '--json'))['agenda']
        self.assertIn('Sidste ord', [item['title'] for item in agenda])

    def test_nothing_to_undo_at_the_start(self):
        self.ctl('sample')
        self.use('''
            wait button "Open Meeting"
            key ctrl+z
            wait button "Open Meeting"
            wait "Kick-off-møde"
        ''')

    @unittest.skipUnless(can_mount(), 'no disk of its own can be made')
    def test_full_disk(self):
        def fill_up(session):
            ballast = f'/proc/{session.app.pid}/root{folder}/ballast'
            with open(ballast, 'wb', buffering=0) as file:
                size = 1 << 16
                while size:
                    try:
                        file.write(b'x' * size)
                    except OSError:
                        size //= 2
            self.take(session, '''
                key Return
                focus "Title"
                key ctrl+a
                type "Uden plads"
                key Escape
                wait "The agenda item was not saved"
                click button "Why?"
                wait "There is no room left on the disk. Free some space and try again."
                key Escape
                key Return
                focus "Title"
                key ctrl+a
                type "Stadig uden plads"
                key ctrl+q
                wait "Close Without Saving?"
                click button "Keep Open"
                gone "Close Without Saving?"
                key alt+4
                focus "Note, Dream"
                type "En note uden plads"
                key ctrl+q
                wait "Close Without Saving?"
                click button "Keep Open"
                gone "Close Without Saving?"
                text text-box "Note, Dream" "En note uden plads"
            ''')
            os.unlink(ballast)

        folder = os.path.dirname(self.database)
        os.makedirs(folder)
        self.use('''
            wait button "Open the Sample Meeting"
            key Return
            wait list-item "Agenda"
            wait list-item "09:00 Ankomst, kaffe og navneskilte, 30 min."
            focus "09:00 Ankomst, kaffe og navneskilte, 30 min."
        ''', after=fill_up, wrap=['unshare', '--mount', 'sh', '-c',
                                  'mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"', folder])


if __name__ == '__main__':
    app.main()
