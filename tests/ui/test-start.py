# SPDX-License-Identifier: GPL-3.0-or-later
"""How the app starts: the first time, again, and when the database cannot be opened."""
import fcntl
import os

import app


class StartTest(app.AppTest):
    def test_first_start_offers_the_sample(self):
        self.use('''
            wait button "Open the Sample Meeting"
            focus "Open the Sample Meeting"
            audit
            key Return
            wait list-item "Agenda"
            wait label "15 items · until 15:00"
            wait list-item "Notes"
            wait label "240 notes"
            wait list-item "Themes"
            wait label "16 themes"
            wait list-item "Summary"
            wait label "240 notes from 10 tables"
        ''')
        self.assertIn('Kick-off-møde', self.ctl('list'))

    def test_next_start_shows_it_again(self):
        self.ctl('sample')
        self.use('''
            wait "Kick-off-møde"
            focus "Open Meeting"
            wait "240"
            wait "90"
            wait "15:00"
            audit
            key Return
            wait label "240 notes"
        ''')

    def test_window_keeps_its_size(self):
        def resize(session):
            session.step('resize 900x600')
            session.settle()

        def measure(session):
            found['size'] = session.sh('xdotool', 'getactivewindow', 'getwindowgeometry', '--shell')

        found = {}
        self.use('wait button "Open the Sample Meeting"', after=resize, maximize=False)
        self.use('wait button "Open the Sample Meeting"', after=measure, maximize=False)
        self.assertIn('WIDTH=900\nHEIGHT=600', found['size'])

    def test_not_ours(self):
        path = os.path.join(self.folder, 'letter.db')
        words = b'Dear council, this is a letter, and no database at all. ' * 50
        with open(path, 'wb') as file:
            file.write(words)
        self.use('''
            wait "This Is Not a Landspanel File"
            audit
            key Tab
            click button "Try Again"
            wait "This Is Not a Landspanel File"
        ''', '--database', path)
        with open(path, 'rb') as file:
            self.assertEqual(file.read(), words)

    def test_held_by_another_program(self):
        def release(session):
            fcntl.flock(lock, fcntl.LOCK_UN)
            session.step('click button "Try Again"')
            session.step('wait button "Open Meeting"')

        self.ctl('sample')
        with open(self.database + '.lock', 'w', encoding='utf-8') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write('note-machine (process 4711)\n')
            lock.flush()
            self.use('''
                wait "The Meetings Are Open Elsewhere"
                wait button "Try Again"
                wait button "Open the Folder"
            ''', after=release)

    def test_second_start_with_the_same_file(self):
        def start_again(session):
            second = session._spawn([app.PROGRAM, '--database', self.database])
            session.until(lambda: any(
                c.role == 'application' and any(n.name == 'The Meetings Are Open Elsewhere' for n in c.walk())
                for c in app.uikit.Node(session, ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')).children),
                'the second window to say that the first holds the file')
            second.terminate()
            second.wait(10)

        self.use('wait button "Open the Sample Meeting"', after=start_again)


if __name__ == '__main__':
    app.main()
