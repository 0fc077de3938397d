# SPDX-License-Identifier: GPL-3.0-or-later
"""The big screen: notes are let onto it by keys alone, and it comes and goes without disturbing who works in the app."""
import os

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+4
    focus "Note, Dream"
'''
NOTES = '''kind;text;table;perspective;time
dream;A home first;1;lived;2026-11-24T10:00:00
concern;The rent is too high;2;lived;2026-11-24T10:01:00
proposal;One entrance for everything;3;professional;2026-11-24T10:02:00
'''


class ProjectorTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(NOTES)
        self.ctl('import', 'notes', self.meeting, path)

    def choose_screen(self, name):
        folder = os.path.join(self.home, '.config', 'glib-2.0', 'settings')
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as file:
            file.write(f"[dk/udsatte/Landspanel]\nprojector-screen='{name}'\n")

    def find_window(self, session):
        """Where the big screen is: x, y, width, height; None while it is not there."""
        for window in session.sh('xdotool', 'search', '--onlyvisible', '--pid', str(session.app.pid)).split():
            if session.sh('xdotool', 'getwindowname', window) == 'Big Screen':
                lines = session.sh('xdotool', 'getwindowgeometry', '--shell', window).splitlines()
                at = dict(line.split('=') for line in lines)
                return tuple(int(at[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))
        return None

    def test_review(self):
        """Through all notes, newest first, without leaving the keyboard."""
        self.use(OPEN + '''
            key F10
            click menu-item "Review for the Wall"
            wait label "One entrance for everything"
            wait "3 left"
            focus "Show"
            audit
            key Return
            wait label "The rent is too high"
            wait "2 left"
            key Right
            wait label "A home first"
            wait "1 left · 1 skipped"
            key Delete
            wait "Only Skipped Notes Are Left"
            focus "Look at Them Again"
            key ctrl+z
            wait label "A home first"
            key Delete
            wait "Only Skipped Notes Are Left"
            key Return
            wait label "The rent is too high"
            wait "1 left"
            key Return
            wait "All Notes Are Reviewed"
            key Escape
            gone "All Notes Are Reviewed"
            wait label "On the wall  ·  Table 3 · Professional knowledge"
            wait label "On the wall  ·  Table 2 · Lived experience"
            wait label "Kept off the wall  ·  Table 1 · Lived experience"
        ''')

    def test_review_nothing(self):
        """Ctrl+Z takes back what was decided here, and nothing else."""
        self.use(OPEN + '''
            type "Another one"
            key Return
            wait "4 in all"
            key F10
            click menu-item "Review for the Wall"
            wait label "Another one"
            key ctrl+z
            settle
            wait label "Another one"
            wait "4 left"
            key Escape
            wait "4 in all"
        ''')

    def test_show_in_the_list(self):
        self.use(OPEN + '''
            tab list-item "Proposal: One entrance for everything"
            key Down Down
            focus "Concern: The rent is too high"
            key ctrl+r
            wait label "On the wall  ·  Table 2 · Lived experience"
            key ctrl+r
            wait label "Kept off the wall  ·  Table 2 · Lived experience"
            key ctrl+z
            wait label "On the wall  ·  Table 2 · Lived experience"
            focus "Concern: The rent is too high"
            key Return
            focus "Note"
            type " for most"
            key ctrl+Return
            wait list-item "Concern: The rent is too high for most"
            gone label "On the wall  ·  Table 2 · Lived experience"
            focus "Concern: The rent is too high for most"
            key shift+F10
            click menu-item "Show on the Wall"
            wait label "On the wall  ·  Table 2 · Lived experience"
        ''')

    def test_keyboard_stays(self):
        """F5 brings it, and the next letter is still typed where the one before was."""
        self.use(OPEN + '''
            type "A h"
            key F5
            wait window "Big Screen"
            focus "Note, Dream"
            type "ome"
            text text-box "Note, Dream" "A home"
            key F5
            gone window "Big Screen"
            type "!"
            key Return
            wait list-item "Dream: A home!"
            key F5
            wait window "Big Screen"
        ''')

    def test_by_pointer(self):
        """From every stage, and away again."""
        self.use(OPEN + '''
            mouse button "Main Menu"
            click menu-item "Big Screen"
            wait window "Big Screen"
            mouse button "Main Menu"
            state menu-item "Big Screen" checked
            click menu-item "Big Screen"
            gone window "Big Screen"
        ''')

    def test_close_and_open(self):
        def close(session):
            self.take(session, '''
                action window.close window "Big Screen"
                gone window "Big Screen"
                key F5
                wait window "Big Screen"
            ''')
        self.use(OPEN + '''
            key F5
            wait window "Big Screen"
        ''', after=close)

    def test_full_screen(self):
        """The screen that was chosen is filled; where it is the only one, the app is below, and still has the keys."""
        def look(session):
            session.until(lambda: self.find_window(session) == (0, 0, 1920, 1080), 'the whole screen')
            session.settle()
            self.keep_picture(session)
            self.take(session, '''
                type "Blind"
                key F5
                gone window "Big Screen"
                text text-box "Note, Dream" "Blind"
            ''')
        self.choose_screen('screen')
        self.use(OPEN + '''
            key F5
            wait window "Big Screen"
            settle
        ''', after=look, size='1920x1080')


if __name__ == '__main__':
    app.main()
