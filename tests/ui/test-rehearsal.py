# SPDX-License-Identifier: GPL-3.0-or-later
"""The rehearsal: the whole day of the sample meeting is played, and nothing of it is left."""
import os

import app

ITEMS = 15


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

    def test_whole_day(self):
        """By the key that goes on alone, and once until the time is up."""
        def play(app):
            self.start(app)
            self.assertEqual(len(self.left_over()), 1)
            self.take(app, '''
                key ctrl+Return
                gone "Not begun"
            ''')
            for number in range(2, ITEMS + 1):
                self.take(app, f'''
                    key ctrl+Return
                    wait "Item {number} of {ITEMS}"
                ''')
                if number == 5:
                    self.take(app, 'wait "Over time"')
            self.take(app, '''
                key ctrl+Return
                gone "Item 15 of 15"
                click button "End Rehearsal"
                gone "Rehearsal: nothing of this is kept"
                wait "Agenda"
            ''')
            app.until(lambda: not self.left_over(), 'nothing left of the rehearsal')

        self.use('', after=play, timeout=90 * app.PATIENCE)
        self.assertEqual(self.ctl('show', self.meeting, '--json'), self.before)

    def test_closes_with_the_app(self):
        self.use('', after=self.start)
        self.assertEqual(self.left_over(), [])


if __name__ == '__main__':
    app.main()
