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
FIRST = 'Ankomst, kaffe og navneskilte'
SECOND = 'Velkomst: hvorfor er vi her?'
THIRD = 'Aftaler for dagen og samtykke'
# eight items with twenty minutes lost, and twenty minutes into the ninth, which takes notes
LATE = [word for minutes in (32, 16, 11, 18, 50, 4, 47, 47) for word in ('next', 'wait', str(minutes))] + ['next']


def noon():
    """A time zone in which it is about noon, so that no test runs into midnight."""
    return f'LPT{time.gmtime().tm_hour - 12:+d}'


class RunTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.zone = noon()
        self.meeting = self.ctl('sample')

    def make_day(self, *steps):
        subprocess.run([MAKE_DAY, self.database, self.meeting, *steps], check=True, timeout=60,
                       env=os.environ | {'TZ': self.zone})

    def run_day(self, steps, **options):
        self.use(OPEN + steps, env=['TZ=' + self.zone], **options)

    def test_a_day_by_keys(self):
        self.make_day('wait', '0')
        self.run_day(f'''
            focus "Start the Day: {FIRST}"
            wait "30 min"
            state button "Pause" !sensitive
            audit
            key ctrl+Return
            focus "Next: {SECOND}"
            wait "Item 1 of 15"
            key space
            wait "Paused"
            wait button "Resume"
            key space
            gone "Paused"
            key shift+plus
            wait "You are 5 minutes behind"
            key plus
            wait "You are 6 minutes behind"
            key ctrl+z
            wait "You are 5 minutes behind"
            key ctrl+Return
            click button "Undo"
            wait "Item 1 of 15"
            focus "Next: {SECOND}"
            audit
        ''')

    def check_above(self, app, text, *controls):
        """What was said does not lie on what is needed next. Returns when it has been looked at."""
        undo = app.want('button', 'Undo')
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
        self.ctl('export', self.meeting, path)
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
            wait "Tables 1, 8, 9 and 10 have sent nothing for 11 minutes"
            wait group "Table 1: 1 note, 11 min since the last"
            wait group "Table 2: 1 note, just now since the last"
            wait "7 notes in this round"
            click button "Seen"
            gone "Tables 1, 8, 9 and 10 have sent nothing for 11 minutes"
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
        self.ctl('export', self.meeting, path)
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

    def run_killed(self, steps):
        session = app.uikit.Session([app.PROGRAM], home=self.home, timeout=15 * app.PATIENCE, size='1366x768',
                                    env=['TZ=' + self.zone])
        with session as program:
            self.take(program, OPEN + steps)
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
            key 5
            state radio "Blank" checked
            click button "No table has sent anything for 20 minutes"
            wait list "Course of the day"
            audit
            click button "Seen"
            gone "No table has sent anything for 20 minutes"
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
