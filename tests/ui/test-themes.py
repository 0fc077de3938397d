# SPDX-License-Identifier: GPL-3.0-or-later
"""The Themes stage: notes are grouped by keys alone, by the pointer alone, and on a narrow screen."""
import json
import os

import app

NOTES = '''kind;text;table;perspective
dream;A home first;1;lived
concern;The rent is too high;1;lived
dream;Someone to eat with on Sundays;2;relative
concern;The drop-in centre closes at four;2;professional
experience;We opened the door at night;3;professional
proposal;One entrance for everything;3;lived
'''

# as a screen reader says them; the newest stands first
HOME = 'list-item "Dream, A home first, 01-001"'
RENT = 'list-item "Concern, The rent is too high, 01-002"'
SUNDAYS = 'list-item "Dream, Someone to eat with on Sundays, 02-001"'
CENTRE = 'list-item "Concern, The drop-in centre closes at four, 02-002"'
NIGHT = 'list-item "Experience, We opened the door at night, 03-001"'
ENTRANCE = 'list-item "Proposal, One entrance for everything, 03-002"'


class ThemesTest(app.AppTest):
    def make_meeting(self, notes=NOTES):
        meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        if notes:
            path = os.path.join(self.folder, 'notes.csv')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(notes)
            self.ctl('import', 'notes', meeting, path, '--themes')
        return meeting

    def get_themes(self, meeting):
        """{theme: texts of its notes}; None: those without one."""
        themes = {}
        for note in json.loads(self.ctl('notes', meeting, '--json')):
            themes.setdefault(note['themes'][0] if note['themes'] else None, []).append(note['text'])
        return {theme: sorted(texts) for theme, texts in themes.items()}

    def group(self, steps, **options):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+5
        ''' + steps, **options)

    def test_by_keys_alone(self):
        meeting = self.make_meeting()
        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            audit
            key space Down Down space
            wait "2 selected"
            key n
            wait "New Theme from 2 Notes"
            focus "Name of the theme"
            type "Doors that are open"
            key Return
            wait grid-cell "Doors that are open"
            gone "2 selected"
            focus {NIGHT.split(' ', 1)[1]}
            key 1
            gone {NIGHT}
            focus {SUNDAYS.split(' ', 1)[1]}
            key n
            focus "Name of the theme"
            type "A life with others"
            key Return
            wait grid-cell "A life with others"
            focus {RENT.split(' ', 1)[1]}
            key 2
            gone {RENT}
            focus {HOME.split(' ', 1)[1]}
            key ctrl+Right
            gone {HOME}
            wait "All Grouped"
            focus "Doors that are open"
            key ctrl+z
            wait {HOME}
        ''')
        self.assertEqual(self.get_themes(meeting), {
            None: ['A home first'],
            'Doors that are open': ['One entrance for everything', 'The drop-in centre closes at four',
                                    'We opened the door at night'],
            'A life with others': ['Someone to eat with on Sundays', 'The rent is too high'],
        })

    def test_new_theme_given_up(self):
        meeting = self.make_meeting()
        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            key Down n
            focus "Name of the theme"
            type "Doo"
            key Escape
            gone "Name of the theme"
            focus {NIGHT.split(' ', 1)[1]}
        ''')
        self.assertEqual(list(self.get_themes(meeting)), [None])

    def test_typing_without_looking(self):
        """Letters meant for a note: none does anything by itself, N asks, and Escape leaves all as it was."""
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))
        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            key ctrl+a
            wait "5 selected"
            type "we-need a home"
            focus "Name of the theme"
            key Return
            wait "New theme “eed a home” from 5 notes"
            click button "Undo"
            gone grid-cell "eed a home"
            mouse {ENTRANCE}
            key ctrl+a
            wait "5 selected"
            type "nothing"
            focus "Name of the theme"
            key Escape
            gone "Name of the theme"
            wait "5 selected"
            focus {ENTRANCE.split(' ', 1)[1]}
            tab grid-cell "Homes"
            key space
            type "ask"
            focus "Homes"
        ''')
        self.assertEqual(self.get_themes(meeting)['Homes'], ['A home first'])
        self.assertEqual(len(self.get_themes(meeting)), 2)

    def test_says_what_keys_did(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))
        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            key 1
            wait "1 note moved to “Homes”"
            gone {ENTRANCE}
            click button "Undo"
            wait {ENTRANCE}
            wait "Undone: Move 1 note"
            gone "1 note moved to “Homes”"
            focus {NIGHT.split(' ', 1)[1]}
            key space Down space n
            focus "Name of the theme"
            type "Open doors"
            key Return
            wait "New theme “Open doors” from 2 notes"
            gone "Undone: Move 1 note"
            click button "Undo"
            gone grid-cell "Open doors"
            wait {NIGHT}
            wait {CENTRE}
            wait "Undone: New theme “Open doors”"
        ''')
        self.assertEqual(self.get_themes(meeting)['Homes'], ['A home first'])

    def test_only_the_newest_is_said(self):
        """Undone quickly several times, one toast is left, and when that is gone no other waits behind it."""
        self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))

        def undo_all(session):
            session.step('key ctrl+z ctrl+z ctrl+z')
            session.step('wait "Undone: New theme “A”"')
            session.step(f'wait {ENTRANCE}')
            session.step('click button "Dismiss"')
            for words in ('A', 'B', 'C'):
                session.step(f'gone "Undone: New theme “{words}”"')
            session.step('settle')
            session.step('gone button "Dismiss"')

        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            key n
            focus "Name of the theme"
            type "A"
            key Return
            wait grid-cell "A"
            key n
            focus "Name of the theme"
            type "B"
            key Return
            wait grid-cell "B"
            key n
            focus "Name of the theme"
            type "C"
            key Return
            wait grid-cell "C"
        ''', after=undo_all)

    def test_name_there_already(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))
        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            key n
            focus "Name of the theme"
            gone "There is a theme of this name already"
            type "homes "
            wait "There is a theme of this name already"
            wait button "Create Anyway"
            audit
            click button "Move There"
            wait "1 note moved to “Homes”"
            gone {ENTRANCE}
            focus {NIGHT.split(' ', 1)[1]}
            key n
            focus "Name of the theme"
            type "Homes"
            wait button "Move There"
            type " too"
            gone "There is a theme of this name already"
            gone button "Create Anyway"
            key Return
            wait grid-cell "Homes too"
            tab grid-cell "Homes too"
            key F2
            focus "Name of the theme"
            key ctrl+a
            type "Homes"
            wait "There is a theme of this name already"
            gone button "Move There"
            click button "Rename Anyway"
            wait "Theme renamed to “Homes”"
            gone grid-cell "Homes too"
            key F2
            focus "Name of the theme"
            wait "There is a theme of this name already"
            key Return
            gone "Name of the theme"
        ''')
        self.assertEqual(self.get_themes(meeting)['Homes'],
                         ['A home first', 'One entrance for everything', 'We opened the door at night'])

    def test_rename_and_delete(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))
        self.group('''
            wait grid-cell "Homes"
            tab grid-cell "Homes"
            key F2
            focus "Name of the theme"
            key ctrl+a
            type "A home comes first"
            key Return
            wait grid-cell "A home comes first"
            focus "A home comes first"
            key Delete
            undo "Theme “A home comes first” deleted"
            wait grid-cell "A home comes first"
            key ctrl+shift+z
            gone grid-cell "A home comes first"
            key ctrl+z
            wait grid-cell "A home comes first"
        ''')
        self.assertEqual(self.get_themes(meeting)['A home comes first'], ['A home first'])

    def test_by_pointer_alone(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))

        def select_more(session):
            session.sh('xdotool', 'keydown', 'ctrl')
            session.step(f'mouse {CENTRE}')
            session.sh('xdotool', 'keyup', 'ctrl')
            session.step('wait "2 selected"')
            session.step(f'drag {CENTRE} grid-cell "New theme from the selection or drop cards here"')
            session.step('wait "New Theme from 2 Notes"')
            session.step('type "Open doors"')
            session.step('click button "Create"')
            session.step('wait grid-cell "Open doors"')
            session.step(f'gone {CENTRE}')
            session.step('drag label "A home first" label "Ungrouped"')
            session.step(f'wait {HOME}')
            session.step(f'context {SUNDAYS}')
            session.step('click menu-item "Homes"')
            session.step(f'gone {SUNDAYS}')

        self.group(f'''
            wait grid-cell "Homes"
            drag {RENT} grid-cell "Homes"
            gone {RENT}
            mouse {ENTRANCE}
            wait "1 selected"
        ''', after=select_more)
        self.assertEqual(self.get_themes(meeting), {
            None: ['A home first', 'We opened the door at night'],
            'Homes': ['Someone to eat with on Sundays', 'The rent is too high'],
            'Open doors': ['One entrance for everything', 'The drop-in centre closes at four'],
        })

    def test_open_pile(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme')
                                    .replace('lived', 'lived;Homes').replace('professional', 'professional;Doors'))
        self.group(f'''
            wait grid-cell "Homes"
            tab grid-cell "Homes"
            key Right
            focus "Doors"
            key Return
            wait "Theme 2"
            focus {CENTRE.split(' ', 1)[1]}
            audit
            wait {NIGHT}
            key ctrl+Left
            gone {CENTRE}
            focus {NIGHT.split(' ', 1)[1]}
            key BackSpace
            wait "No Notes Yet"
            focus "Back to the Themes"
            key Return
            wait {NIGHT}
            focus "Doors"
        ''')
        self.assertEqual(self.get_themes(meeting), {
            None: ['Someone to eat with on Sundays', 'We opened the door at night'],
            'Homes': ['A home first', 'One entrance for everything', 'The drop-in centre closes at four',
                      'The rent is too high'],
        })

    def test_dreams_come_first(self):
        self.make_meeting('''kind;text;table;perspective;theme
story;It was the year I turned forty;1;lived;Homes
concern;The rent is too high;1;lived;Homes
dream;A home first;1;lived;Homes
''')

        def look(session):
            cards = [node.spoken() for node in session.all('list item') if node.spoken().count(',') == 2]
            self.assertEqual([card.split(',')[0] for card in cards], ['Dream', 'Concern', 'Story'])

        self.group('''
            wait grid-cell "Homes"
            focus "Homes"
            key Return
            wait "Theme 1"
        ''', after=look)

    def test_warns_of_no_lived_experience(self):
        self.make_meeting('''kind;text;table;perspective;theme
dream;A home first;1;political;Homes
''')
        self.group('''
            wait grid-cell "Homes"
            wait label "No lived experience yet"
        ''')

    def test_no_notes(self):
        self.make_meeting(None)
        self.group('''
            wait "No Notes Yet"
            audit
            click button "Go to Notes"
            wait button "Write a Note"
            gone button "Go to Notes"
        ''')

    def test_keys_from_the_bar(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))
        self.group(f'''
            focus {ENTRANCE.split(' ', 1)[1]}
            key space
            wait "1 selected"
            tab toggle-button "Move to…"
            key ctrl+Right
            gone {ENTRANCE}
            focus {NIGHT.split(' ', 1)[1]}
            key space
            wait "1 selected"
            tab toggle-button "Move to…"
            key Escape
            gone "1 selected"
        ''')
        self.assertEqual(self.get_themes(meeting)['Homes'], ['A home first', 'One entrance for everything'])

    def test_narrow(self):
        meeting = self.make_meeting(NOTES.replace('perspective', 'perspective;theme').replace('lived', 'lived;Homes', 1))
        self.group(f'''
            wait {ENTRANCE}
            mouse {ENTRANCE}
            wait "1 selected"
            audit
            mouse toggle-button "Move to…"
            click menu-item "Homes"
            gone {ENTRANCE}
            mouse {RENT}
            wait "1 selected"
            click toggle-button "Move to…"
            click menu-item "New Theme…"
            focus "Name of the theme"
            type "What it costs"
            key Return
            gone {RENT}
            mouse tab "Themes"
            wait grid-cell "Homes"
            wait grid-cell "What it costs"
            audit
        ''', size='360x720')
        self.assertEqual(self.get_themes(meeting)['Homes'], ['A home first', 'One entrance for everything'])
        self.assertEqual(self.get_themes(meeting)['What it costs'], ['The rent is too high'])

    def test_arrows_after_delete(self):
        """The arrows go on from where the focus is, whatever was deleted before."""
        themes = ['Homes', 'Doors', 'Homes', 'Doors', 'Life', 'Life']
        lines = NOTES.splitlines()
        self.make_meeting('\n'.join([lines[0] + ';theme', *(f'{line};{theme}' for line, theme in zip(lines[1:], themes))]) + '\n')
        self.group('''
            wait grid-cell "Homes"
            focus "Homes"
            key Right
            focus "Doors"
            key Delete
            gone grid-cell "Doors"
            tab grid-cell "Homes"
            key Right
            focus "Life"
            key Left
            focus "Homes"
            key Delete
            gone grid-cell "Homes"
            tab grid-cell "Life"
            key Left Right Left
            focus "Life"
            key Return
            wait "Notes of the theme"
        ''')


if __name__ == '__main__':
    app.main()
