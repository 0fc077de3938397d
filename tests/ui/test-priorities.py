# SPDX-License-Identifier: GPL-3.0-or-later
"""The Priorities stage: rounds of dots and of a budget, counted by keys alone, by the pointer, and on a narrow screen."""
import json
import os
import subprocess

import app

MAKE_DAY = os.environ['MAKE_DAY']
MAKE_VOTES = os.environ['MAKE_VOTES']

NOTES = '''kind;text;table;theme
dream;A key;1;A home first
dream;Someone to eat with;2;A life with others
proposal;One entrance for everything;2;Doors that are open
'''


class PrioritiesTest(app.AppTest):
    def make_meeting(self, notes=NOTES):
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        if notes:
            self.ctl('import', 'notes', self.meeting, self.write('notes.csv', notes), '--themes')
            self.ctl('import', 'roster', self.meeting, self.write('roster.csv', 'name;table\nAda;1\nBo;2\n'))

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def vote(self, method, tables):
        subprocess.run([MAKE_VOTES, self.database, self.meeting, method, str(tables)], check=True, timeout=60)

    def go(self, steps, **options):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+6
        ''' + steps, **options)

    def rounds(self):
        return json.loads(self.ctl('--json', 'priorities', self.meeting))

    def totals(self, number=0):
        return {subject['name']: subject['total'] for subject in self.rounds()[number]['result']}

    def test_by_keys_alone(self):
        """From nothing to a result, with a slip of the finger that is told and taken back."""
        self.make_meeting()
        self.go('''
            wait "No Rounds Yet"
            focus "New Round…"
            audit
            key Return
            wait dialog "New Round"
            audit
            focus "Question"
            key ctrl+a
            type "What matters most?"
            key Return
            gone dialog "New Round"
            wait "0 of 2 tables counted"
            focus "How Many Vote"
            audit
            type "2"
            key Return
            focus "A home first"
            type "5"
            key Return
            focus "A life with others"
            type "2"
            wait "7 of 6 dots"
            wait "1 dot too many"
            key BackSpace
            type "1"
            wait "6 of 6 dots"
            wait "All given"
            key Return
            focus "Doors that are open"
            key Return
            focus "Mark as Counted"
            key Return
            wait "1 of 2 tables counted"
            wait toggle-button "Table 1, counted"
            focus "How Many Vote"
            type "1"
            key Tab
            focus "A home first"
            key ctrl+Next
            focus "A home first"
            wait "Table 2"
            key ctrl+Prior
            focus "A home first"
            wait "6 of 6 dots"
            key ctrl+Next
            key Return
            type "3"
            wait "All given"
            key Return Return Return
            wait "9 dots from 3 participants · guests have no dots"
            focus "Show on Big Screen"
            wait list-item "1., A home first, 5 dots"
            wait list-item "2., A life with others, 4 dots"
            wait list-item "3., Doors that are open, no dots"
            audit
        ''')
        self.assertEqual(self.totals(), {'A home first': 5, 'A life with others': 4, 'Doors that are open': 0})

    def test_by_pointer(self):
        self.make_meeting()
        self.go('''
            mouse button "New Round…"
            wait dialog "New Round"
            mouse button "Create"
            gone dialog "New Round"
            mouse toggle-button "Table 2"
            mouse spin-button "How Many Vote"
            type "4"
            mouse spin-button "A life with others"
            type "7"
            mouse button "Mark as Counted"
            wait toggle-button "Table 2, counted"
            mouse toggle-button "Table 2, counted"
            wait "7 of 12 dots"
            mouse button "Show Without Them"
            wait list-item "1., A life with others, 7 dots"
            mouse button "Show on Big Screen"
            wait "7 dots from 4 participants · 1 of 2 tables counted" "#2"
        ''')
        self.assertEqual(self.totals()['A life with others'], 7)
        self.assertTrue(self.rounds()[0]['complete'])

    def test_saved_when_left(self):
        """What is typed last is on the disk, whether one goes to another stage at once, or closes the app."""
        self.make_meeting()
        self.vote('dots', 0)
        self.go('''
            focus "How Many Vote"
            type "3"
            key Return
            focus "A home first"
            type "2"
            key alt+5
            wait "Ungrouped"
            key alt+6
            focus "A home first"
            wait "2 of 9 dots"
            key Tab
            type "5"
        ''')
        self.go('''
            wait "7 of 9 dots"
            key ctrl+Next
            wait "0 dots"
        ''')

    def test_undo(self):
        self.make_meeting()
        self.vote('dots', 1)
        self.go('''
            focus "How Many Vote"
            type "3"
            key Return
            focus "A home first"
            type "2"
            wait "2 of 9 dots"
            key Tab
            focus "A life with others"
            key ctrl+z
            wait "0 of 9 dots"
            key ctrl+shift+z
            wait "2 of 9 dots"
            type "4"
            wait "6 of 9 dots"
            key ctrl+z
            wait "2 of 9 dots"
            click button "Mark as Counted"
            wait "2 of 2 tables counted"
            undo "Table 2 is counted"
            wait "1 of 2 tables counted"
            wait button "Go to Table 2"
            click toggle-button "More on This Round"
            click menu-item "Delete Round"
            wait "No Rounds Yet"
            undo "“Round 1: dots” deleted"
            wait "1 of 2 tables counted"
        ''')
        self.assertEqual(self.rounds()[0]['counted'], 1)

    def test_rounds(self):
        """Two rounds, ties and what came out of the other one; the first again by its toggle."""
        self.make_meeting()
        self.vote('dots', 2)
        self.vote('budget', 2)
        self.go('''
            wait list-item "1., A home first, 100,000 kr., Round 1: dots – no. 1"
            wait list-item "2., A life with others, 60,000 kr., tie, Round 1: dots – no. 2"
            wait "110,000 of 350,000 kr."
            wait "240,000 kr. left"
            wait "A tie stays a tie. A new round can tell them apart, if the panel wants it."
            audit
            click radio "Round 1: dots"
            wait list-item "1., A home first, 10 dots, Round 2: 50,000 kr. – no. 1"
            wait "Hvad er vigtigst?"
            key F2
            wait dialog "Edit Round"
            focus "Question"
            key ctrl+a
            type "Where first?"
            key Return
            gone dialog "Edit Round"
            wait "Where first?"
        ''', size='1366x768')
        self.assertEqual([vote['question'] for vote in self.rounds()], ['Where first?', 'Hvad skal pengene gå til?'])

    def test_big_screen(self):
        """The room sees nothing before all are counted; then the result, and Run knows."""
        self.make_meeting()
        self.vote('dots', 2)
        self.go('''
            click button "Show on Big Screen"
            wait window "Big Screen"
            wait "Hvad er vigtigst?"
            key alt+3
            state radio "Priorities" checked
            key 6
            state radio "Blank" checked
            key 5
            state radio "Priorities" checked
            key F5
            gone window "Big Screen"
        ''')

    def test_now(self):
        """The stage that the day has reached is this one, while the item is a vote; else it is Run."""
        self.make_meeting()
        agenda = json.loads(self.ctl('--json', 'show', self.meeting))['agenda']
        steps = next(i for i, item in enumerate(agenda) if item['method'] == 'dot-vote') + 1
        subprocess.run([MAKE_DAY, self.database, self.meeting, *['next'] * steps], check=True, timeout=60)

        def look(session, stage, reached):
            session.until(lambda: any(node.name == 'Now' for node in session.want('list item', stage).walk()) == reached,
                          f'{stage} to be {"reached" if reached else "passed"}')

        def follow(session):
            look(session, 'Priorities', True)
            look(session, 'Run', False)
            session.step('key ctrl+Return')
            look(session, 'Priorities', False)
            look(session, 'Run', True)

        self.use('''
            wait button "Go On with the Day"
            key Return
            gone button "Go On with the Day"
            key alt+6
            wait "No Rounds Yet"
        ''', after=follow)

    def test_nothing_to_vote_on(self):
        self.make_meeting(notes=None)
        self.go('''
            wait "Nothing to Vote On Yet"
            focus "Go to Themes"
            audit
            key ctrl+n
            key Return
            wait "No Notes Yet"
        ''')

    def test_narrow(self):
        """Tally and result are two pages; after the last table the result is there."""
        self.make_meeting()
        self.vote('dots', 1)
        self.vote('budget', 1)
        self.go('''
            focus "How Many Vote"
            wait "Round 2: 50,000 kr."
            type "1"
            key Return
            type "60000"
            wait "10,000 kr. too much"
            key Return Return Return Return
            wait list-item "1., A home first, 110,000 kr."
            focus "Show on Big Screen"
            audit
        ''', size='360x720')
        self.assertEqual(self.totals(1)['A home first'], 110000)


if __name__ == '__main__':
    app.main()
