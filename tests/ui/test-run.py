# SPDX-License-Identifier: GPL-3.0-or-later
"""The Run stage: a day is run by keys, and outlives whatever happens to the program."""
import csv
import os
import subprocess
import time

import app

MAKE_DAY = os.environ['MAKE_DAY']
OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+3
'''
GO_ON = '''
    wait button "Go On with the Day"
    key Return
    gone button "Go On with the Day"
'''
FIRST = 'Ankomst, kaffe og navneskilte'
SECOND = 'Velkomst: hvorfor er vi her?'
THIRD = 'Aftaler for dagen og samtykke'
# sooner, the key that goes on would be taken for one that is held down or pressed twice
LATER = 'sleep 1'
# eight items with twenty minutes lost, and twenty minutes into the ninth, which takes notes
LATE = [word for minutes in (32, 16, 11, 18, 50, 4, 47, 47) for word in ('next', 'wait', str(minutes))] + ['next']


def zone(hour=12):
    """A time zone in which it is about noon, so that no test runs into midnight; or another hour."""
    return f'LPT{time.gmtime().tm_hour - hour:+d}'


class RunTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.zone = zone()
        self.meeting = self.ctl('sample')
        self.open = OPEN

    def make_day(self, *steps):
        self.open = GO_ON if 'next' in steps else OPEN
        subprocess.run([MAKE_DAY, self.database, self.meeting, *steps], check=True, timeout=60,
                       env=os.environ | {'TZ': self.zone})

    def run_day(self, steps, **options):
        self.use(self.open + steps, env=['TZ=' + self.zone], **options)

    def test_tab_comes_round(self):
        """From the last button to the first, through all of the page, and on."""
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+3
            wait "Not begun"
            tab button "Back"
            tab toggle-button "Main Menu"
            tab toggle-button "Someone needs a talk"
        ''')

    def test_a_day_by_keys(self):
        """It is run at quite another hour than planned: so it is not late, however long it took to come here."""
        self.make_day('wait', '0')
        self.zone = zone(17)
        self.run_day(f'''
            focus "Start the Day: {FIRST}"
            wait "30 min"
            wait label "Kick-off-møde"
            wait "We begin in a moment"
            state button "Pause" !sensitive
            audit
            key ctrl+Return
            wait "~The plan was moved: it now begins at 1[78]:[0-9][0-9]"
            focus "Next: {SECOND}"
            wait "Item 1 of 15"
            key shift+plus
            wait "You are 5 minutes behind"
            key plus
            wait "You are 6 minutes behind"
            key ctrl+z
            wait "You are 5 minutes behind"
            key space
            wait "Paused"
            wait button "Resume"
            key space
            gone "Paused"
            {LATER}
            key ctrl+Return
            click button "Undo"
            wait "Item 1 of 15"
            focus "Next: {SECOND}"
            audit
        ''')

    def check_above(self, app, text, *controls):
        """What was said does not lie on what is needed next. Returns when it has been looked at."""
        undo = app.want('button', 'Undo')
        # what the pointer is on stays
        x, y = app.point(undo)
        app.sh('xdotool', 'mousemove', str(x), str(y))
        self.assertTrue(any(node.name == text for node in undo.parent.walk()), text)
        left, top, width, height = undo.parent.box
        for role, name in controls:
            x, y, w, h = app.want(role, name).box
            apart = top + height <= y or y + h <= top or left + width <= x or x + w <= left
            self.assertTrue(apart, f'“{name}” is under “{text}”')

    def test_toast_covers_nothing(self):
        """Neither in Run nor where the day goes on at the lower edge."""
        self.make_day('next', 'wait', '20')
        for size, one, five in (('1366x768', '+1 min', '+5 min'), ('360x720', '+1', '+5')):
            def look(app):
                self.take(app, f'''
                    key ctrl+Return
                    focus "Next: {THIRD}"
                ''')
                self.check_above(app, f'“{SECOND}” has begun', ('button', one), ('button', five), ('button', 'Pause'),
                                 ('button', f'Next: {THIRD}'))
                self.take(app, '''
                    click button "Undo"
                    wait "Item 1 of 15"
                    key alt+5
                    key ctrl+Return
                ''')
                self.check_above(app, f'“{SECOND}” has begun', ('button', 'Next'))
                self.take(app, '''
                    key ctrl+z
                    wait "Undone: Go to “Velkomst: hvorfor er vi her?”"
                ''')
            self.run_day('wait "Item 1 of 15"', after=look, size=size)

    def test_looking_is_not_going(self):
        self.make_day('next', 'wait', '30', 'next', 'wait', '5')
        self.run_day(f'''
            wait "Item 2 of 15"
            click list-item "{THIRD}, coming"
            wait "Item 3 of 15"
            wait button "Back to Now"
            wait button "Go Here"
            key Escape
            wait "Item 2 of 15"
            gone button "Go Here"
            click list-item "{FIRST}, done"
            wait "Item 1 of 15"
            click button "Go Here"
            gone button "Go Here"
            wait "Over time"
            focus "Next: {SECOND}"
            {LATER}
            key ctrl+Return
            wait "Item 2 of 15"
            gone "Over time"
        ''')

    def test_big_screen(self):
        self.make_day('next', 'wait', '1')
        self.run_day('''
            state radio "Question" checked
            key 2
            state radio "Wall" checked
            key b
            state radio "Blank" checked
            wait "Nothing: the big screen is blank"
            click button "No Big Screen – Open (F5)"
            wait window "Big Screen"
            focus "Next: Velkomst: hvorfor er vi her?"
            gone button "No Big Screen – Open (F5)"
            key F5
            wait button "No Big Screen – Open (F5)"
            key b
            state radio "Wall" checked
            key 4
            state radio "Stories" checked
            key 1
            state radio "Question" checked
            key space
            wait "Paused"
        ''')

    def test_talk(self):
        self.make_day('next', 'wait', '1')
        self.run_day('''
            key m
            focus "Somewhere"
            wait button "Mark at table 10"
            audit
            click button "Mark at table 6"
            gone button "Mark at table 6"
            wait "1"
            key m
            wait list "Open marks"
            key Escape
            gone list "Open marks"
        ''')
        path = os.path.join(self.folder, 'kick-off.csv')
        self.ctl('export', self.meeting, path, '--internal')
        with open(path, encoding='utf-8-sig') as file:
            self.assertNotIn('talk', file.read().lower())

    def test_spread(self):
        self.make_day(*LATE, 'wait', '20')
        self.run_day('''
            wait "You are 20 minutes behind"
            click button "Spread the Loss…"
            wait dialog "Spread the Loss"
            wait "Wins 20 of 20 minutes"
            audit
            click button "Spread"
            gone dialog "Spread the Loss"
            gone "You are 20 minutes behind"
            key ctrl+z
            wait "You are 20 minutes behind"
        ''')

    def test_hints(self):
        self.make_day(*LATE, 'note', '1', 'lived', 'wait', '11', *(word for table in range(2, 8)
                                                                 for word in ('note', str(table), 'lived')))
        self.run_day('''
            wait "~Tables 1, 8, 9 and 10 have sent nothing for 1[1-9] minutes"
            wait group "~Table 1: 1 note, 1[1-9] min since the last"
            wait group "~Table 2: 1 note, (just now|[1-8] min) since the last"
            wait "7 notes in this round"
            click button "Seen"
            gone "~Tables 1, 8, 9 and 10 have sent nothing for .*"
            key alt+4
            wait button "Next"
            state radio "Experience" checked
            type "A new note"
            key Return
            wait "248 in all"
            key alt+3
            wait "8 notes in this round"
        ''')
        path = os.path.join(self.folder, 'kick-off.csv')
        self.ctl('export', self.meeting, path, '--internal')
        with open(path, encoding='utf-8-sig', newline='') as file:
            note = next(row for row in csv.DictReader(file, delimiter=';') if row['Note'] == 'A new note')
        self.assertEqual(note['Agenda item'], 'Erfaringer: cafémøde')

    def test_killed(self):
        """The item goes on as if nothing had happened."""
        self.make_day(*LATE, 'wait', '10')
        self.run_killed('''
            wait "Item 9 of 15"
            key shift+plus
            wait "You are 25 minutes behind"
        ''')
        self.run_day('''
            wait "Item 9 of 15"
            wait "You are 25 minutes behind"
            wait button "Pause"
            key space
            wait "Paused"
        ''')
        self.run_killed('wait "Paused"')
        self.run_day('''
            wait "Paused"
            wait button "Resume"
        ''')

    def test_home_knows(self):
        """The first page says which day is under way, what is left and when it will end, and goes straight to it."""
        self.make_day('next', 'wait', '10', 'pause', 'wait', '7')
        self.use(f'''
            wait "Running now, paused · {FIRST} · 20:00 left"
            audit
        ''' + GO_ON + '''
            wait "Item 1 of 15"
            wait "Paused"
        ''', env=['TZ=' + self.zone])

    def run_killed(self, steps):
        session = app.uikit.Session([app.PROGRAM], home=self.home, timeout=15 * app.PATIENCE, size='1366x768',
                                    env=['TZ=' + self.zone])
        with session as program:
            self.take(program, self.open + steps)
            program.app.kill()
            program.app.wait()

    def test_day_bar(self):
        self.make_day('next', 'wait', '32')
        self.run_day(f'''
            key alt+5
            wait button "Next"
            wait "over time"
            wait "{FIRST}"
            audit
            key ctrl+Return
            gone "over time"
            wait "{SECOND}"
            wait "{THIRD}"
            key alt+4
            wait "240 in all"
            type "The last word"
            {LATER}
            key ctrl+Return
            wait "241 in all"
            key alt+3
            wait "Item 3 of 15"
            gone "over time"
        ''')

    def test_the_end(self):
        self.make_day('next', 'wait', '30', 'next', 'wait', '20')
        self.run_day('''
            wait "Item 2 of 15"
            click button "More for Run"
            click menu-item "End the Day"
            wait "The day has ended"
            wait list "Planned and used"
            gone button "Pause"
            audit
            key ctrl+z
            wait "Item 2 of 15"
        ''')

    def test_narrow(self):
        self.make_day(*LATE, 'wait', '20')
        self.run_day('''
            wait "Item 9 of 15"
            focus "Next: Vi samler kortene i temaer"
            audit
            key 6
            state radio "Blank" checked
            click button "~No table has sent anything for 2[0-9] minutes"
            wait list "Course of the day"
            audit
            click button "Seen"
            gone "~No table has sent anything for .*"
        ''', size='360x720')

    def test_keys_beside(self):
        """Escape leads nowhere, and the keys of the day work while the stages have the focus."""
        self.make_day('next', 'wait', '1')
        self.run_day(f'''
            wait "Item 1 of 15"
            focus "Next: {SECOND}"
            key Escape
            key 2
            state radio "Wall" checked
            gone list "Stages of the meeting"
            click button "Back"
            wait list "Stages of the meeting"
            key b
            state radio "Blank" checked
            key Escape
            key b
            state radio "Wall" checked
            key plus
            wait "~Plan .* · 1 min behind"
        ''')

    def test_keys_narrow(self):
        self.make_day('next', 'wait', '1')
        self.run_day(f'''
            wait "Item 1 of 15"
            focus "Next: {SECOND}"
            key Escape
            key b
            state radio "Blank" checked
            key F10
            click menu-item "Main Menu"
            wait menu-item "Try the Day…"
            click menu-item "Keyboard Shortcuts"
            wait dialog "Keyboard Shortcuts"
            key Escape
            gone dialog "Keyboard Shortcuts"
            wait "Item 1 of 15"
        ''', size='360x720')

    def test_stages_fold(self):
        self.make_day('next', 'wait', '1')
        self.run_day('''
            gone list "Stages of the meeting"
            key F9
            wait list "Stages of the meeting"
            key F9
            gone list "Stages of the meeting"
            click button "Back"
            wait list "Stages of the meeting"
            wait "Item 1 of 15"
            key alt+4
            wait list "Stages of the meeting"
        ''')


if __name__ == '__main__':
    app.main()
