# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page and the dialog of a meeting: search, delete and bring back, change, and what is wrong in a field."""
import json
import os
import sqlite3

import app


class HomeTest(app.AppTest):
    def make(self, title, date, panel='Landspanelet', place=''):
        return self.ctl('new', '--template', 'local-council', '--title', title, '--date', date, '--panel', panel,
                        '--place', place)

    def titles(self):
        return [meeting['title'] for meeting in json.loads(self.ctl('list', '--json'))]

    def setUp(self):
        super().setUp()
        self.make('Et værdigt efterværn', '2019-02-04', place='Vejle')
        self.make('Sundhed og tænder', '2018-05-19', place='Nakskov')
        self.make('Hjælp uden forbehold', '2018-10-26', panel='Praktikerpanelet', place='Odense')

    def test_whole_meeting_in(self):
        """What another program holds is refused, what is here comes as a copy, and undo takes it back."""
        path = os.path.join(self.folder, 'whole.json')
        bad = os.path.join(self.folder, 'bad.json')
        meeting = next(meeting['id'] for meeting in json.loads(self.ctl('list', '--json')) if 'tænder' in meeting['title'])
        self.ctl('export', meeting, path, '--internal')
        with open(bad, 'w', encoding='utf-8') as file:
            file.write('{"format": "landspanel-templates"}')
        open_file = """
            click button "Main Menu"
            click menu-item "Import Meeting…"
            state dialog "Import Meeting" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "%s"
            settle
            click button "Open"
            gone dialog "Import Meeting"
        """
        self.use('wait button "Open Meeting"' + open_file % bad + """
            wait "The Meeting Was Not Imported"
            wait "~This is no whole meeting from Landspanel.*"
            key Escape
            gone "The Meeting Was Not Imported"
        """ + open_file % path + """
            wait "Import as a Copy?"
            audit
            focus "Cancel"
            key Escape
            gone "Import as a Copy?"
        """ + open_file % path + """
            wait "Import as a Copy?"
            click button "Import as a Copy"
            wait list-item "Agenda"
            wait "Meeting imported"
            key alt+Home
            wait "Sundhed og tænder (copy)"
            key ctrl+z
            gone "Sundhed og tænder (copy)"
            wait list-item "Sundhed og tænder"
        """)
        self.assertEqual(len(self.titles()), 3)

    def test_latest_stands_out(self):
        self.use('''
            focus "Open Meeting"
            wait "Latest meeting · Monday 4 February 2019"
            wait list-item "Hjælp uden forbehold"
            wait list-item "Sundhed og tænder"
            gone list-item "Et værdigt efterværn"
            audit
        ''')

    def test_opened_last_stands_out(self):
        self.use('''
            tab list-item "Sundhed og tænder"
            key Return
            wait list-item "Agenda"
            key alt+Home
            focus "Open Meeting"
            wait "Opened last · Saturday 19 May 2018"
        ''')
        self.use('wait "Opened last · Saturday 19 May 2018"')

    def test_search(self):
        self.use('''
            wait button "Open Meeting"
            key ctrl+f
            type "vaerdigt"
            wait list-item "Et værdigt efterværn"
            gone list-item "Sundhed og tænder"
            gone button "Open Meeting"
            key ctrl+a
            type "odense"
            wait list-item "Hjælp uden forbehold"
            gone list-item "Et værdigt efterværn"
            key ctrl+a
            type "hest"
            wait "No Meeting Found"
            audit
            key Escape
            wait button "Open Meeting"
            wait list-item "Sundhed og tænder"
        ''')

    def test_delete_and_undo(self):
        self.use('''
            tab list-item "Sundhed og tænder"
            key Delete
            undo "“Sundhed og tænder” deleted"
            wait list-item "Sundhed og tænder"
            key ctrl+shift+z
            gone list-item "Sundhed og tænder"
            key ctrl+z
            wait list-item "Sundhed og tænder"
            tab list-item "Sundhed og tænder"
            key shift+F10
            wait menu-item "Delete Meeting"
            click menu-item "Delete Meeting"
            gone list-item "Sundhed og tænder"
        ''')
        self.assertEqual(sorted(self.titles()), ['Et værdigt efterværn', 'Hjælp uden forbehold'])

    def test_menu_by_pointer(self):
        self.use('''
            wait button "Open Meeting"
            mouse toggle-button "Meeting Menu"
            mouse menu-item "Delete Meeting"
            wait "“Et værdigt efterværn” deleted"
            mouse button "Undo"
            wait "Undone: Delete meeting"
            mouse button "Redo"
            wait "Done again: Delete meeting"
            gone button "Redo"
        ''')
        self.assertEqual(len(self.titles()), 2)

    def test_undo_stops_at_the_open_meeting(self):
        self.use('''
            wait button "Open Meeting"
            key ctrl+n
            wait "Which kind of meeting?"
            key Return
            focus "Title"
            wait "Landspanelet"
            gone "The national panel"
            key Return
            wait list-item "Agenda"
            key alt+4
            focus "Note, Dream"
            type "Et sted at bo"
            key Return
            wait "1 in all"
            key ctrl+z
            wait "Undone: Add note"
            key ctrl+z ctrl+z
            wait list-item "Agenda"
            gone "Undone: New meeting"
            key alt+Home
            wait button "Open Meeting"
            key ctrl+z
            wait "Undone: New meeting"
        ''')

    def test_undo_out_of_sight(self):
        """What was done in one meeting is taken back there, and not from the start page or in another meeting."""
        def write_note(text):
            return f'''
                gone button "Open Meeting"
                key alt+4
                focus "Note, Dream"
                type "{text}"
                key Return
                wait "1 in all"
                key alt+Home
                wait button "Open Meeting"
                key ctrl+z
                settle
            '''
        self.use('wait button "Open Meeting"\ntab list-item "Sundhed og tænder"\nkey Return\n' + write_note('Et sted at bo') + '''
            tab list-item "Hjælp uden forbehold"
            key Return
            gone button "Open Meeting"
            key alt+5 ctrl+z
            settle
            key alt+Home
            wait button "Open Meeting"
            tab list-item "Sundhed og tænder"
            key Return
            gone button "Open Meeting"
            key alt+5 ctrl+z
            wait "Undone: Add note"
        ''')

    def test_details(self):
        self.use('''
            wait button "Open Meeting"
            key Return
            wait list-item "Agenda"
            key F10
            click menu-item "Meeting Details…"
            wait dialog "Meeting Details"
            focus "Title"
            audit
            key ctrl+a
            type "Efterværn"
            tab text-box "Room hired until"
            key ctrl+a
            type "17.00"
            key Return
            gone dialog "Meeting Details"
            wait label "Efterværn"
            wait "8 items · +60 min."
            key ctrl+z
            wait label "Et værdigt efterværn"
            key ctrl+shift+z
            wait label "Efterværn"
        ''')
        self.assertIn('Efterværn', self.titles())

    def test_what_stands_in_the_summary(self):
        self.use('''
            wait button "Open Meeting"
            key Return
            wait list-item "Agenda"
            key F10
            click menu-item "Meeting Details…"
            wait dialog "Meeting Details"
            tab text-box "What happens now"
            type "Monday: the summary is sent."
            key Return
            type "January: the council answers."
            tab text-box "Contact"
            type "The secretariat"
            audit
            click button "Save"
            gone dialog "Meeting Details"
        ''')
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            self.assertIn(('Monday: the summary is sent.\nJanuary: the council answers.', 'The secretariat'),
                          database.execute('SELECT next_steps, contact FROM meeting').fetchall())

    def test_wrong_fields(self):
        self.use('''
            wait button "Open Meeting"
            key ctrl+n
            wait "Which kind of meeting?"
            key Return
            focus "Title"
            key BackSpace Return
            wait "A meeting needs a title"
            focus "Title"
            type "Ny"
            tab text-box "Date"
            key ctrl+a
            type "31.2.2027"
            key Return
            wait "There are only 28 days in February 2027. Write it as 12/31/2026."
            focus "Date"
            key ctrl+a
            type "24.13.2027"
            key Return
            wait "A year has only 12 months. Write it as 12/31/2026."
            key ctrl+a
            type "soon"
            key Return
            wait "This is not a date. Write it as 12/31/2026."
            focus "Date"
            key ctrl+a
            type "31.3.2027"
            tab text-box "Starts"
            key ctrl+a
            type "25:00"
            key Return
            wait "This is not a time of day. Write it as 09:30."
            gone "This is not a date. Write it as 12/31/2026."
            focus "Starts"
            key ctrl+a
            type "9.30"
            key Return
            wait "15 items · until 15:30"
        ''')
        self.assertIn('Ny', self.titles())

    def test_narrow(self):
        self.use('''
            wait button "Open Meeting"
            wait button "New Meeting…"
            audit
            key Return
            focus "Agenda"
            audit
            key Down Down Down Return
            focus "Note, Dream"
            audit
            key F9
            wait list-item "Summary"
            key alt+5
            wait "Themes"
            key alt+Home
            wait button "Open Meeting"
        ''', size='360x720')

    def test_new_meeting_narrow(self):
        """By the keyboard alone, with large text, on the screen of a telephone."""
        self.use('''
            wait button "Open Meeting"
            key ctrl+n
            wait "Which kind of meeting?"
            focus "As Last Time…"
            key Tab
            focus "National panel: kick-off (full day)"
            key Down Return
            focus "Title"
            key ctrl+a
            type "Telefonmøde"
            key Tab
            focus "Date"
            key ctrl+a
            type "2/30/2027"
            key Return
            wait "There are only 28 days in February 2027. Write it as 12/31/2026."
            focus "Date"
            key ctrl+a
            type "2/28/2027"
            tab button "Create"
            key Return
            gone dialog "New Meeting"
            wait "Agenda"
            key alt+Home
            wait button "Open Meeting"
        ''', size='360x720', text_scale=1.5)
        self.assertIn('Telefonmøde', self.titles())


if __name__ == '__main__':
    app.main()
