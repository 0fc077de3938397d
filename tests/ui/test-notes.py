# SPDX-License-Identifier: GPL-3.0-or-later
"""The Notes stage: notes are typed by keys alone, come back when they cannot be saved, and are found, edited and deleted."""
import json
import os
import resource

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+4
    focus "Note, Dream"
'''
NOTES = '''kind;text;table;perspective;theme
dream;A home first;1;lived;Homes
concern;The rent is too high;2;lived;
proposal;One entrance for everything;3;professional;
'''


class NotesTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')

    def import_notes(self):
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(NOTES)
        self.ctl('import', 'notes', self.meeting, path, '--themes')

    def get_notes(self):
        return json.loads(self.ctl('notes', self.meeting, '--json'))

    def get_texts(self):
        return [note['text'] for note in self.get_notes()]

    def note(self, steps, **options):
        self.use(OPEN + steps, **options)

    def test_type_by_keys_alone(self):
        self.note('''
            wait "No Notes Yet"
            type "A home first"
            key Return
            wait list-item "Dream: A home first"
            key ctrl+3
            focus "Note, Experience"
            type "Eight men"
            key shift+Return
            type "in one room"
            key Return
            wait "2 in all"
            key Return
            type "  "
            key Return
            key BackSpace BackSpace
            focus "Note, Experience"
            type "One more"
            key KP_Enter
            wait "3 in all"
            audit
        ''')
        self.assertEqual([(note['kind'], note['text']) for note in self.get_notes()],
                         [('dream', 'A home first'), ('experience', 'Eight men\nin one room'), ('experience', 'One more')])

    def test_dead_keys(self):
        """A key that only changes the next one reaches the input method."""
        self.note('''
            key dead_diaeresis o
            key dead_acute
            key e
            key Return
            wait "1 in all"
        ''')
        self.assertEqual(self.get_texts(), ['öé'])

    def test_attributes_are_remembered(self):
        self.note('''
            state checkbox "May be quoted" !checked
            state checkbox "Verbatim quote" !checked
            key alt+t
            focus "Table number"
            type "7"
            key Return
            focus "Note, Dream"
            key alt+p
            settle
            key Escape
            focus "Note, Dream"
            key alt+p
            settle
            key Down Down Down Down Return
            wait "Perspective: Relative"
            focus "Note, Dream"
            key alt+r
            type "Mother, 54"
            key Return
            focus "Note, Dream"
            key alt+m
            type "Odense"
            key Return
            focus "Note, Dream"
            key alt+v
            key alt+q
            type "First"
            key Return
            wait list-item "Dream: First"
            type "Second"
            key Return
            wait list-item "Dream: Second"
            key alt+r
            type "Father, 60"
            key Return
            focus "Note, Dream"
            state checkbox "May be quoted" !checked
            type "Third"
            key Return
            wait list-item "Dream: Third"
            audit
        ''')
        for note, consent in zip(self.get_notes(), (True, True, False)):
            self.assertEqual((note['table'], note['perspective'], note['municipality'], note['verbatim'], note['consent']),
                             (7, 'relative', 'Odense', True, consent))
        self.assertEqual([note['profile'] for note in self.get_notes()], ['Mother, 54', 'Mother, 54', 'Father, 60'])

    def test_edit_in_place(self):
        self.import_notes()
        self.note('''
            tab list-item "Proposal: One entrance for everything"
            key Down Down
            focus "Concern: The rent is too high"
            key Return
            focus "Note"
            type " for most"
            key ctrl+5
            key Return
            wait list-item "Story: The rent is too high for most"
            focus "Story: The rent is too high for most"
            key F2
            focus "Note"
            type " and this is not kept"
            key Escape
            focus "Story: The rent is too high for most"
            key ctrl+z
            wait list-item "Concern: The rent is too high"
        ''')
        self.assertIn(('concern', 'The rent is too high'), [(note['kind'], note['text']) for note in self.get_notes()])

    def test_delete_and_undo(self):
        self.import_notes()
        self.note('''
            tab list-item "Proposal: One entrance for everything"
            key Down Down
            focus "Concern: The rent is too high"
            key Delete
            undo "Note deleted"
            wait list-item "Concern: The rent is too high"
            wait "3 in all"
            key ctrl+shift+z
            gone list-item "Concern: The rent is too high"
        ''')
        self.assertEqual(sorted(self.get_texts()), ['A home first', 'One entrance for everything'])

    def test_many_by_keys(self):
        """Shift and the arrows choose, and what is done with them is one step."""
        self.import_notes()
        self.note('''
            tab list-item "Proposal: One entrance for everything"
            key Down Down
            focus "Concern: The rent is too high"
            key shift+Down
            wait "2 selected"
            audit
            key Escape
            gone "2 selected"
            focus "Dream: A home first"
            key ctrl+a
            wait "3 selected"
            key ctrl+r
            wait "Show 3 Notes on the Wall?"
            key Escape
            gone "Show 3 Notes on the Wall?"
            wait "3 selected"
            key ctrl+r
            click button "Show Them"
            undo "3 notes put on the wall"
            wait "3 selected"
            tab list-item "Dream: A home first"
            key Home shift+Down
            wait "2 selected"
            key ctrl+r
            click button "Show Them"
            wait "2 notes put on the wall"
            wait "2 selected"
            key ctrl+a
            wait "3 selected"
            key Delete
            wait "No Notes Yet"
            key ctrl+z
            wait "3 in all"
            key ctrl+z
            wait "3 in all"
            tab list-item "Dream: A home first"
            key Home shift+Down
            wait "2 selected"
            type "Typed"
            focus "Note, Dream"
            key Return
            wait "4 in all"
            wait "2 selected"
        ''')
        self.assertEqual(len(self.get_texts()), 4)

    def test_many_by_pointer(self):
        """Ctrl and Shift with the button choose; the bar changes all of them."""
        self.import_notes()

        def choose(session):
            def click(key, name):
                session.sh('xdotool', 'keydown', key)
                session.step(f'mouse list-item "{name}"')
                session.sh('xdotool', 'keyup', key)
            session.step('mouse list-item "Proposal: One entrance for everything"')
            click('shift', 'Dream: A home first')
            session.step('wait "3 selected"')
            click('ctrl', 'Concern: The rent is too high')
            session.step('wait "2 selected"')
            self.take(session, '''
                mouse toggle-button "Change"
                mouse menu-item "Kind"
                mouse menu-item "Story"
                wait "2 notes changed"
                wait list-item "Story: A home first"
                wait "2 selected"
                mouse toggle-button "Change"
                mouse menu-item "Table"
                mouse menu-item "Table 2"
                wait "2 notes changed"
                mouse toggle-button "Theme"
                mouse menu-item "Homes"
                wait "2 notes moved to “Homes”"
                context list-item "Story: A home first"
                mouse menu-item "Keep off the Wall"
                wait "2 notes kept off the wall"
                mouse button "Copy Text (Ctrl+C)"
                wait "2 notes copied"
                mouse button "Deselect"
                gone "2 selected"
            ''')

        self.note('', after=choose)
        self.assertEqual(sorted((note['kind'], note['table'], note['themes']) for note in self.get_notes()),
                         [('concern', 2, []), ('story', 2, ['Homes']), ('story', 2, ['Homes'])])

    def where_is(self, words):
        """The files below the data folder in which these bytes stand, backups and all."""
        found = []
        for folder, _, names in os.walk(self.data):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    if words.encode() in file.read():
                        found.append(name)
        return found

    def test_deleted_notes(self):
        """What is deleted can be looked at, restored, and erased from every file there is."""
        self.import_notes()
        with open(self.database, 'rb') as database:
            backup = database.read()
        os.makedirs(os.path.join(os.path.dirname(self.database), 'backups'), exist_ok=True)
        with open(os.path.join(os.path.dirname(self.database), 'backups', 'landspanel-2026-01-02.db'), 'wb') as file:
            file.write(backup)

        def erase(session):
            self.assertNotEqual(self.where_is('The rent is too'), [])
            self.take(session, '''
                mouse button "Empty…"
                wait "Erase 2 Notes for Good?"
                audit
                click button "Cancel"
                gone "Erase 2 Notes for Good?"
                wait list-item "Concern: The rent is too high"
                click button "Empty…"
                wait "Erase 2 Notes for Good?"
                click button "Erase"
                wait "No Deleted Notes"
                wait "2 notes erased for good"
            ''')
            self.assertEqual(self.where_is('The rent is too'), [])
            self.assertEqual(self.where_is('A home fir'), [])
            self.assertNotEqual(self.where_is('One entrance for'), [])
            self.take(session, '''
                focus "Close"
                key Return
                gone "No Deleted Notes"
            ''')

        self.note('''
            tab list-item "Proposal: One entrance for everything"
            key ctrl+a
            wait "3 selected"
            key Delete
            wait "No Notes Yet"
            key F10
            mouse menu-item "Deleted Notes…"
            wait "3 notes"
            audit
            tab list-item "Proposal: One entrance for everything"
            key Return
            wait "1 note restored"
            click button "Undo"
            wait "3 notes"
            mouse list-item "Proposal: One entrance for everything"
            click button "Restore"
            wait "2 notes"
        ''', after=erase)
        self.assertEqual(self.where_is('The rent is too'), [])
        self.assertEqual(self.get_texts(), ['One entrance for everything'])

    def test_find(self):
        self.import_notes()
        self.note('''
            key ctrl+f
            focus "Search All Notes"
            type "RENT"
            wait "1 found"
            wait list-item "Concern: The rent is too high"
            gone list-item "Dream: A home first"
            key ctrl+a
            type "nowhere"
            wait "No Notes Found"
            click button "Show All Notes"
            wait "3 in all"
            focus "Note, Dream"
        ''')

    def test_filters_combine(self):
        """What is chosen narrows down what the others leave; a note that changes comes and goes at once."""
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('kind;text;table;perspective;verbatim\n'
                       'dream;Skriv til karla@eksempel.dk;1;lived;yes\n'
                       'dream;Et hjem først;1;lived;yes\n'
                       'concern;Ring 20 12 34 56, siger Søren;2;professional;no\n'
                       'concern;Huslejen i SØNDERBORG;2;lived;no\n')
        self.ctl('import', 'notes', self.meeting, path)
        self.note('''
            mouse toggle-button "More"
            settle
            audit
            mouse checkbox "Possible personal data"
            wait "2 found"
            wait list-item "Dream: Skriv til karla@eksempel.dk"
            wait list-item "Concern: Ring 20 12 34 56, siger Søren"
            key Tab Tab
            key space
            wait "1 found"
            key space
            wait "2 found"
            mouse checkbox "Not yet reviewed"
            wait "2 found"
            key Escape
            wait toggle-button "More (2)"
            mouse list-item "Dream: Skriv til karla@eksempel.dk"
            key ctrl+r
            wait "1 found"
            gone list-item "Dream: Skriv til karla@eksempel.dk"
            mouse list-item "Concern: Ring 20 12 34 56, siger Søren"
            key Delete
            wait "No Notes Found"
            click button "Show All Notes"
            wait "3 in all"
            key ctrl+z
            wait "4 in all"
            key ctrl+f
            type "soe"
            wait "2 found"
            wait list-item "Concern: Huslejen i SØNDERBORG"
        ''', after=lambda session: session.shot(os.path.join(os.environ.get('LANDSPANEL_PICTURES') or self.folder, 'marks.png')))

    def test_review(self):
        """What tells who somebody is goes out of every file; other words stand beside the note's own."""
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('kind;text;table;time\n'
                       'dream;Et hjem først;1;2026-11-24T10:00:00\n'
                       'concern;Skriv til zebra@eksempel.dk eller ring 20 12 34 56;1;2026-11-24T10:01:00\n')
        self.ctl('import', 'notes', self.meeting, path)
        with open(self.database, 'rb') as database:
            backup = database.read()
        os.makedirs(os.path.join(os.path.dirname(self.database), 'backups'), exist_ok=True)
        with open(os.path.join(os.path.dirname(self.database), 'backups', 'landspanel-2026-01-02.db'), 'wb') as file:
            file.write(backup)
        self.assertGreater(len(self.where_is('zebra@eksempel')), 1)

        def review(session):
            self.take(session, '''
                key F10
                click menu-item "Review for the Wall"
                wait label "Skriv til zebra@eksempel.dk eller ring 20 12 34 56"
                wait label "“zebra@eksempel.dk”"
                wait "This is an email address"
                audit
                key ctrl+m
                wait label "Skriv til [email] eller ring 20 12 34 56"
                wait label "“20 12 34 56”"
                key ctrl+shift+m
                gone label "“20 12 34 56”"
                key F2
                focus "Words for publication"
                key ctrl+a
                type "Skriv eller ring"
                key Return
                wait label "Skriv eller ring"
                wait label "As it was said: Skriv til [email] eller ring 20 12 34 56"
                focus "Show"
                key Return
                wait label "Et hjem først"
                key Left
                wait label "Skriv eller ring"
                key Right
                wait label "Et hjem først"
                key Delete
                wait "All Notes Are Reviewed"
                key Return
                gone "All Notes Are Reviewed"
                double list-item "Concern: Skriv til [email] eller ring 20 12 34 56"
                wait label "Published as: “Skriv eller ring”"
                click button "Cancel"
                mouse toggle-button "More"
                mouse checkbox "Possible personal data"
                wait "No Notes Found"
                key Escape
                gone checkbox "Possible personal data"
            ''')
            self.assertEqual(self.where_is('zebra@eksempel'), [])

        self.note('', after=review)
        self.assertEqual(self.where_is('zebra@eksempel'), [])
        self.assertEqual(self.get_texts()[-1], 'Skriv til [email] eller ring 20 12 34 56')

    def test_read_back(self):
        self.import_notes()
        self.note('''
            wait "3 in all"
            mouse list-item "Dream: A home first"
            key ctrl+b
            wait "1 note was read back"
            mouse toggle-button "More"
            mouse checkbox "Read back"
            wait "1 found"
            key Escape
            mouse list-item "Dream: A home first"
            key ctrl+b
            wait "No Notes Found"
            key ctrl+z
            wait "1 found"
            wait list-item "Dream: A home first"
        ''')

    def test_said_before(self):
        self.import_notes()
        self.note('''
            wait "3 in all"
            type "I wish for one entrance"
            wait "Said before: 03-001  One entrance for everything"
            focus "Note, Dream"
            key ctrl+j
            gone "Said before: 03-001  One entrance for everything"
            type " for everything"
            key Return
            wait "4 in all"
            type "entrances for everything"
            wait "Said before: 00-001  I wish for one entrance for everything"
            wait "Said before: 03-001  One entrance for everything"
            focus "Note, Dream"
            key ctrl+a BackSpace
            gone "Said before: 03-001  One entrance for everything"
            type "Something else altogether"
            key Return
            wait "5 in all"
        ''')
        self.assertEqual(len(self.get_notes()), 5)

    def test_go_to_said_before(self):
        """What was said before can be looked at in the list, also while that shows other notes."""
        self.import_notes()
        self.note('''
            wait "3 in all"
            key ctrl+f
            type "home"
            gone "3 in all"
            key Escape
            focus "Note, Dream"
            type "One entrance for all things"
            wait button "Said before: 03-001  One entrance for everything"
            audit
            key ctrl+shift+j
            wait "3 in all"
            focus "Proposal: One entrance for everything"
            key Escape
            focus "Note, Dream"
            text text-box "Note, Dream" "One entrance for all things"
            mouse button "Said before: 03-001  One entrance for everything"
            focus "Proposal: One entrance for everything"
            key Delete
            gone button "Said before: 03-001  One entrance for everything"
            wait "2 in all"
        ''')

    def test_search_all_meetings(self):
        """A note of another meeting of the panel is found, and opened where it stands."""
        other = self.ctl('new', '--template', 'local-council', '--title', 'Last spring', '--date', '2020-04-01')
        path = os.path.join(self.folder, 'other.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('kind;text;table\ndream;One door to the council;2\nconcern;Rent;2\n')
        self.ctl('import', 'notes', other, path)
        self.import_notes()
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+4
            focus "Note, Dream"
            wait "3 in all"
            key ctrl+shift+f
            focus "Search the notes of all meetings"
            audit
            type "one"
            wait list-item "~Proposal: One entrance for everything. Kick-off.*"
            wait list-item "~Dream: One door to the council. Last spring.*"
            audit
            type " door"
            gone list-item "~Proposal: One entrance for everything. Kick-off.*"
            key Return
            gone "Search All Meetings"
            wait "Last spring"
            focus "Dream: One door to the council"
            key ctrl+shift+f
            focus "Search the notes of all meetings"
            type "rent"
            gone list-item "~Dream: One door to the council. Last spring.*"
            mouse list-item "~Concern: The rent is too high. Kick-off.*"
            wait "Kick-off"
            focus "Concern: The rent is too high"
            key ctrl+shift+f
            focus "Search the notes of all meetings"
            type "entrance"
            gone list-item "~Dream: One door to the council. Last spring.*"
            key Down
            key Return
            focus "Proposal: One entrance for everything"
        ''')

    def test_typing_in_the_list_goes_to_the_field(self):
        self.import_notes()
        self.note('''
            tab list-item "Proposal: One entrance for everything"
            key Down Down
            focus "Concern: The rent is too high"
            type "Next"
            focus "Note, Dream"
            text text-box "Note, Dream" "Next"
            key Return
            wait "4 in all"
        ''')

    def test_disk_full(self):
        """What was typed is back in the field, or waits in the list, and goes in as soon as there is room."""
        def fill_up(session):
            pid = session.app.pid
            unlimited = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            session.step('type "Saved"')
            session.step('key Return')
            session.step('wait "1 in all"')
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, unlimited[1]))
            session.step('type "Kept"')
            session.step('key Return')
            session.step('text text-box "Note, Dream" "Kept"')
            self.assertTrue(any('The note was not saved' in node.name for node in session.root.walk() if node.role == 'label'))
            resource.prlimit(pid, resource.RLIMIT_FSIZE, unlimited)
            session.step('key Return')
            session.step('wait "2 in all"')

        # writing past its limit kills a program, but for one that ignores the signal: that gets an error, as from a full disk
        self.note('', after=fill_up, wrap=['sh', '-c', "trap '' XFSZ; exec \"$@\"", 'sh'])
        self.assertEqual(self.get_texts(), ['Saved', 'Kept'])

    def test_leave_while_the_disk_is_full(self):
        """Notes that can be written nowhere stay, each for itself, also when the meeting is left; then there is room again."""
        def fill_up(session):
            pid = session.app.pid
            unlimited = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, unlimited[1]))
            self.take(session, '''
                type "First"
                key shift+Return
                type "Second"
                key ctrl+a ctrl+x ctrl+v
                wait button "One Note per Line"
                key ctrl+shift+Return
                text text-box "Note, Dream" "First"
                wait list-item "Dream: Second"
                key alt+Home
                wait button "Open Meeting"
            ''')
            resource.prlimit(pid, resource.RLIMIT_FSIZE, unlimited)
            self.take(session, '''
                key Return
                gone button "Open Meeting"
                key alt+4
                focus "Note, Dream"
                text text-box "Note, Dream" "First"
                wait "1 in all"
                key Return
                wait "2 in all"
            ''')

        self.note('', after=fill_up, wrap=['sh', '-c', "trap '' XFSZ; exec \"$@\"", 'sh'])
        self.assertEqual(sorted(self.get_texts()), ['First', 'Second'])

    def import_by_dialog(self, name, lines, steps):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(lines)
        self.note(f'''
            key F10
            focus "Meeting Details…"
            key Down
            focus "Import Notes…"
            key Return
            state dialog "Import Notes" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "{path}"
            key Return
            gone dialog "Import Notes"
        ''' + steps)

    def test_import(self):
        self.import_by_dialog('good.csv', NOTES, '''
            wait "3 in all"
            key ctrl+z
            wait "No Notes Yet"
            key ctrl+shift+z
            wait "3 in all"
            audit
        ''')
        self.assertEqual(len(self.get_notes()), 3)

    def test_import_partly(self):
        """Nothing is half imported: what cannot be taken is listed, and the rest only taken when asked."""
        self.import_by_dialog('bad.csv', NOTES + 'nonsense;What is this?;1;lived;\n', '''
            wait "1 Row Cannot Be Taken"
            audit
            click button "Take the Other Rows"
            wait "3 in all"
        ''')
        self.assertEqual(len(self.get_notes()), 3)

    def test_changes_of_a_table(self):
        """What somebody edited in an exported table is shown, and what is checked is taken."""
        self.import_notes()
        path = os.path.join(self.folder, 'edited.csv')
        self.ctl('export', self.meeting, path, '--internal')
        with open(path, encoding='utf-8') as file:
            table = file.read()
        with open(path, 'w', encoding='utf-8') as file:
            file.write(table.replace('A home first', 'A home at once').replace('The rent is too high', 'The rent is low'))
        self.note(f'''
            wait "3 in all"
            click button "Main Menu"
            click menu-item "Import Changes…"
            state dialog "Import Changes" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "{path}"
            key Return
            gone dialog "Import Changes"
            wait dialog "Changes from a File"
            wait button "Take 2 Changes"
            audit
            wait list-item "~.*from The rent is too high to The rent is low, taken"
            key Down Return
            wait list-item "~.*from The rent is too high to The rent is low, not taken"
            click button "Take 1 Change"
            gone dialog "Changes from a File"
            wait "1 change taken"
        ''')
        self.assertEqual(sorted(self.get_texts()), ['A home at once', 'One entrance for everything', 'The rent is too high'])

    def test_narrow(self):
        self.note('''
            audit
            type "On a telephone"
            click button "Save"
            wait list-item "Dream: On a telephone"
            click button "Whose note is it?"
            wait "Remembered From Note to Note"
            settle
            key ctrl+a
            type "5"
            key Tab
            key Escape
            type "From table five"
            click button "Save"
            wait "2 in all"
            audit
            mouse toggle-button "Main Menu"
            wait menu-item "About Landspanel"
            key Escape
            gone menu-item "About Landspanel"
            key F10
            wait menu-item "Import Notes…"
            key Escape
            key F9
            gone button "Save"
            key F10
            wait menu-item "Meeting Details…"
            key Escape
        ''', size='370x720')
        self.assertEqual([note['table'] for note in self.get_notes()], [None, 5])


if __name__ == '__main__':
    app.main()
