# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with themes as a whole: edit, merge, order, pair, find, look back; by keys, and once by pointer."""
import json
import os

import app

NOTES = '''kind;text;table;perspective;theme
dream;A home first;1;lived;Homes
concern;The rent is too high;1;lived;Homes
concern;Nobody answers the phone;2;lived;Homes
dream;Someone to eat with on Sundays;2;relative;Company
concern;The drop-in centre closes at four;2;professional;Doors
proposal;One entrance for everything;3;lived;
'''

HOME = 'Dream, A home first, 01-001'
ENTRANCE = 'Proposal, One entrance for everything, 03-001'


class BoardTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(NOTES)
        self.ctl('import', 'notes', self.meeting, path, '--themes')

    def board(self, steps, **options):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            wait list-item "Summary"
            settle
            key alt+5
            wait grid-cell "Homes"
        ''' + steps, **options)

    def get_themes(self):
        """{text: its themes, home first}"""
        return {note['text']: note['themes'] for note in json.loads(self.ctl('notes', self.meeting, '--json'))}

    def test_edit(self):
        self.board('''
            tab grid-cell "Homes"
            key alt+Return
            wait "Edit Theme"
            audit
            focus "Name"
            key ctrl+a
            type "A home comes first"
            key Tab
            type "What all else rests on"
            key Return
            wait grid-cell "A home comes first"
            wait label "What all else rests on"
            wait "Theme “A home comes first” changed"
            key ctrl+z
            wait grid-cell "Homes"
            gone label "What all else rests on"
        ''')

    def test_merge_and_order(self):
        self.board('''
            tab grid-cell "Homes"
            key ctrl+m
            wait "Merge “Homes” Into"
            audit
            type "comp"
            key Return
            wait "“Homes” merged into “Company”"
            gone grid-cell "Homes"
            key ctrl+z
            wait grid-cell "Homes"
            tab grid-cell "Homes"
            key alt+Right
            wait "Theme moved"
            focus "Homes"
            key ctrl+m
            type "doors"
            key Return
            gone grid-cell "Homes"
        ''')
        themes = self.get_themes()
        self.assertEqual(themes['A home first'], ['Doors'])
        self.assertEqual(themes['Someone to eat with on Sundays'], ['Company'])

    def test_second_theme(self):
        self.board(f'''
            focus "{ENTRANCE}"
            key 1
            gone list-item "{ENTRANCE}"
            tab grid-cell "Homes"
            key Return
            wait "Theme 1"
            focus "{HOME}"
            key ctrl+d
            wait "Also In"
            type "doors"
            key Return
            wait "1 note also in “Doors”"
            wait list-item "{HOME}, Also in “Doors”"
            key ctrl+z
            wait list-item "{HOME}"
            key ctrl+shift+z
            wait list-item "{HOME}, Also in “Doors”"
        ''')
        self.assertEqual(sorted(self.get_themes()['A home first']), ['Doors', 'Homes'])

    def test_pair(self):
        self.board(f'''
            tab grid-cell "Homes"
            key Return
            wait "Theme 1"
            focus "{HOME}"
            key space Down Down space
            wait "2 selected"
            key ctrl+b
            wait "Notes paired"
            wait list-item "Concern, Nobody answers the phone, 02-001, belongs to the note above"
            wait list-item "Concern, The rent is too high, 01-002"
            key Home Down
            focus "Concern, Nobody answers the phone, 02-001, belongs to the note above"
            key ctrl+b
            wait "Notes unpaired"
            wait list-item "Concern, Nobody answers the phone, 02-001"
        ''')

    def test_find(self):
        self.board(f'''
            key ctrl+f
            focus "Find notes on the board"
            type "phone"
            wait list-item "Concern, Nobody answers the phone, 02-001, 1: Homes"
            gone list-item "{ENTRANCE}"
            wait label "Found"
            key Return
            focus "Concern, Nobody answers the phone, 02-001, 1: Homes"
            key 2
            wait "1 note moved to “Company”"
            key ctrl+f
            type "xyz"
            wait "Nothing Found"
            key Escape
            wait list-item "{ENTRANCE}"
            wait label "Ungrouped"
            key ctrl+f
            type "phone"
            wait list-item "Concern, Nobody answers the phone, 02-001, 2: Company"
            key Return
            focus "Concern, Nobody answers the phone, 02-001, 2: Company"
            key Escape
            wait label "Ungrouped"
            focus "{ENTRANCE}"
        ''')
        self.assertEqual(self.get_themes()['Nobody answers the phone'], ['Company'])

    def test_focus_of_the_gone(self):
        """Of a theme that was deleted or merged, the focus goes to the one that stands there then."""
        self.board('''
            tab grid-cell "Homes"
            key Right
            focus "Company"
            key Delete
            wait "Theme “Company” deleted"
            focus "Doors"
            key ctrl+z
            wait grid-cell "Company"
            focus "Doors"
            key ctrl+m
            wait "Merge “Doors” Into"
            type "comp"
            key Return
            gone grid-cell "Doors"
            focus "Company"
        ''')

    def test_sort(self):
        """The loose notes by table and by kind; by keys alone."""
        more = os.path.join(self.folder, 'more.csv')
        with open(more, 'w', encoding='utf-8') as file:
            file.write('kind;text;table\nconcern;The office is closed;2\nexperience;They opened for me;1\n')
        self.ctl('import', 'notes', self.meeting, more)
        entrance, office, opened = ENTRANCE, 'Concern, The office is closed, 02-004', 'Experience, They opened for me, 01-003'

        def check(session, *expected):
            def get():
                cards = [node.name for node in session.root.walk() if node.role == 'list item']
                return [name for name in cards if name in (entrance, office, opened)]
            session.until(lambda: get() == list(expected), lambda: f'{expected}, there is {get()}')

        def sort(session):
            session.step('key shift+Tab')
            session.step('focus "Sort the Notes"')
            for key, expected in (('t', (opened, office, entrance)), ('k', (office, opened, entrance)), ('t', (opened, office, entrance))):
                session.step('key Return')
                session.step('wait "By Table"')
                session.step(f'key {key}')
                check(session, *expected)
            session.step('audit')

        self.board('', after=sort)

    def test_look_back(self):
        """Any step can be undone; what was changed again since stays."""
        self.board(f'''
            focus "{ENTRANCE}"
            key 1
            gone list-item "{ENTRANCE}"
            tab grid-cell "Doors"
            key F2
            focus "Name of the theme"
            key ctrl+a
            type "Open doors"
            key Return
            wait grid-cell "Open doors"
            key ctrl+h
            wait "History of Grouping"
            audit
            wait "Theme renamed to “Open doors”"
            wait "03-001 → “Homes”"
            click button "Undo: 03-001 → “Homes”"
            wait "03-001: “Homes” → ungrouped"
            key Escape
            wait list-item "{ENTRANCE}"
            wait grid-cell "Open doors"
        ''')
        self.assertEqual(self.get_themes()['One entrance for everything'], [])

    def test_by_pointer(self):
        self.board(f'''
            mouse button "More for the Board"
            mouse menu-item "Collapse or Expand All Themes"
            gone label "A home first"
            mouse button "More for the Board"
            mouse menu-item "Collapse or Expand All Themes"
            wait label "A home first"
            mouse button "More for the Board"
            mouse menu-item "Larger Text"
            mouse button "Menu of “Homes”"
            mouse menu-item "Merge Into…"
            wait "Merge “Homes” Into"
            mouse list-item "Company"
            gone grid-cell "Homes"
        ''')
        self.assertEqual(self.get_themes()['A home first'], ['Company'])


if __name__ == '__main__':
    app.main()
