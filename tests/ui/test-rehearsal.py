# SPDX-License-Identifier: GPL-3.0-or-later
"""The rehearsal: a window of its own on the meeting's agenda, of which nothing is left."""
import os

import app


class RehearsalTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('sample')
        self.cache = os.path.join(self.home, '.cache', 'landspanel')
        self.before = self.ctl('show', self.meeting, '--json')

    def left_over(self):
        return [name for name in os.listdir(self.cache) if name.startswith('rehearsal-')] if os.path.isdir(self.cache) else []

    def start(self, app):
        self.take(app, '''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key F10
            click menu-item "Try the Day…"
            wait "Rehearsal: nothing of this is kept"
            wait "Item 1 of 15"
        ''')

    def test_ends(self):
        """And the meeting is as it was."""
        def end(app):
            self.start(app)
            self.assertEqual(len(self.left_over()), 1)
            self.take(app, '''
                click button "End Rehearsal"
                gone "Rehearsal: nothing of this is kept"
            ''')
            app.until(lambda: not self.left_over(), 'nothing left of the rehearsal')

        self.use('', after=end)
        self.assertEqual(self.ctl('show', self.meeting, '--json'), self.before)

    def test_closes_with_the_app(self):
        self.use('', after=self.start)
        self.assertEqual(self.left_over(), [])


if __name__ == '__main__':
    app.main()
