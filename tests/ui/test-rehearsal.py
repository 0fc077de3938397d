# SPDX-License-Identifier: GPL-3.0-or-later
"""The rehearsal: a window of its own on the meeting's agenda, of which nothing is left."""
import contextlib
import json
import os

import app

REHEARSAL = 'Rehearsal'
BIG = 'Big Screen'
WALL = {'Dreams', 'Concerns', 'The first words come here',
        'Your words, without names. Say so if something should be removed.'}
LATE = 'Aftaler for dagen og samtykke'
DREAMS = 'Drømme'


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

    @contextlib.contextmanager
    def inside(self, app, window):
        """Looks into this window alone: the meeting itself stands open beside its rehearsal."""
        whole = app.root
        app.root = app.want('window', window)
        try:
            yield
        finally:
            app.root = whole

    def picture(self, app, name):
        """The clock goes fast: the picture never stands still for long."""
        path = os.path.join(os.environ.get('LANDSPANEL_PICTURES', self.folder), name + '.png')
        app.shot(path, 0.5)
        self.assertGreater(os.path.getsize(path), 1000)

    def rehearse(self, app, steps):
        with self.inside(app, REHEARSAL):
            self.take(app, steps)

    @contextlib.contextmanager
    def on_screen(self, app):
        """The big screen comes, and goes again."""
        self.take(app, 'key F5')
        with self.inside(app, BIG):
            yield
        self.take(app, f'key F5\ngone window "{BIG}"')

    def read_screen(self, app):
        """What the room reads."""
        return [node.name for node in app.root.walk() if node.role == 'label' and 'showing' in node.states]

    def read_wall(self, app):
        """The words alone: without headings, and when it ends."""
        return [words for words in self.read_screen(app) if words not in WALL and not words.startswith('We finish at')]

    def go_on(self, app, number, titles):
        after = f'Next: {titles[number]}' if number < len(titles) else 'End the Day'
        self.rehearse(app, f'key ctrl+Return\nfocus "{after}"')

    def show_begun(self, app):
        self.picture(app, 'run-begun')
        with self.on_screen(app):
            self.take(app, 'wait "minutes left"')
            self.picture(app, 'screen-begun')

    def show_over(self, app):
        self.rehearse(app, 'wait "Over time"')
        self.picture(app, 'run-over')
        with self.on_screen(app):
            self.take(app, 'wait "over time"')
            self.picture(app, 'screen-over')

    def show_wall(self, app):
        """As the words come in; then nothing, and the question again."""
        self.rehearse(app, '''
            key 2
            wait "~[0-9]+ let onto the wall.*|The notes as they come in, those that may be shown"
        ''')
        with self.on_screen(app):
            app.until(lambda: self.read_wall(app), 'words on the wall')
            self.picture(app, 'screen-wall')
        self.picture(app, 'run-wall')
        with self.on_screen(app):
            self.take(app, 'key b')
            app.until(lambda: not self.read_screen(app), 'nothing on the big screen')
            self.picture(app, 'screen-blank')
        self.rehearse(app, 'wait "Nothing: the big screen is blank"')
        self.picture(app, 'run-blank')
        self.rehearse(app, '''
            key b
            state radio "Wall" checked
            key 1
            state radio "Question" checked
        ''')

    def show_end(self, app):
        self.rehearse(app, '''
            key ctrl+Return
            wait list "Planned and used"
        ''')
        with self.on_screen(app):
            self.take(app, 'wait "Thank you for today"')
            self.picture(app, 'screen-ended')
        self.picture(app, 'run-ended')

    def play(self, app, titles):
        self.start(app)
        self.rehearse(app, f'focus "Start the Day: {titles[0]}"')
        self.go_on(app, 1, titles)
        self.show_begun(app)
        for number in range(2, len(titles) + 1):
            self.go_on(app, number, titles)
            if titles[number - 1] == LATE:
                self.show_over(app)
            if titles[number - 1] == DREAMS:
                self.show_wall(app)
        self.show_end(app)

    def test_a_whole_day(self):
        """By its keys alone, with an item that takes too long; and the meeting is as it was."""
        titles = [item['title'] for item in json.loads(self.before)['agenda']]
        self.assertEqual(len(titles), 15)
        self.use('', after=lambda app: self.play(app, titles))
        self.assertEqual(self.ctl('show', self.meeting, '--json'), self.before)

    def test_how_fast(self):
        """Who chose it by pointer goes on by keys; and so does who stands on it by keyboard."""
        def choose(app):
            self.start(app)
            self.take(app, '''
                mouse radio "10 ×"
                state radio "10 ×" checked
                focus "Start the Day: Ankomst, kaffe og navneskilte"
                tab radio "10 ×"
                key ctrl+Return
                wait button "Next: Velkomst: hvorfor er vi her?"
                key 2
                state radio "Wall" checked
                key Left space
                state radio "1 ×" checked
                audit
            ''')
        self.use('', after=choose)

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
