# SPDX-License-Identifier: GPL-3.0-or-later
"""The Participants stage: a roster comes in, people are seated and moved, marked as present, printed, erased."""
import os
import sqlite3
import subprocess

import app

SAMPLE = os.path.join(os.path.dirname(os.path.realpath(__file__)), '..', '..', 'data', 'sample', 'roster.csv')
OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+2
'''
ROSTER = '''Navn;Udsatteråd;Perspektiv;Bord
Anna Ærø;Udsatterådet i Odense Kommune;levet erfaring;1
Bo Bæk;Udsatterådet i Odense Kommune;faglig viden;1
Carl Ø;Udsatterådet i Skive Kommune;levet erfaring;2
Dorte Å;Udsatterådet i Skive Kommune;politisk;
'''


class ParticipantsTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'landspanel-kickoff', '--title', 'Kick-off')

    def import_roster(self, text=ROSTER):
        self.ctl('import', 'roster', self.meeting, self.write(text))

    def write(self, text, name='roster.csv'):
        path = os.path.join(self.folder, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def participants(self, steps, **options):
        self.use(OPEN + steps, **options)

    def rows(self, columns='name, table_number'):
        database = sqlite3.connect(f'file:{self.database}?mode=ro', uri=True)
        try:
            return database.execute(f'SELECT {columns} FROM participant WHERE NOT deleted ORDER BY name').fetchall()
        finally:
            database.close()

    def import_file(self, path, steps):
        self.participants(f'''
            wait "No Participants Yet"
            audit
            click button "Import Roster…"
            state dialog "Import Roster" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "{path}"
            settle
            click button "Open"
            gone dialog "Import Roster"
        ''' + steps)

    def test_the_sample_from_file_to_paper(self):
        """90 people are imported, seated, one moved by keyboard, marked as present, and printed."""
        badges = os.path.join(self.folder, 'badges.pdf')
        lists = os.path.join(self.folder, 'lists.pdf')
        roster = open(SAMPLE, encoding='utf-8').read().splitlines()
        path = self.write('\n'.join(line.rsplit(';', 1)[0] for line in roster))
        self.import_file(path, f'''
            wait "90 new participants"
            audit
            key Return
            gone dialog "Import Participants"
            wait "Nobody has a table yet."
            wait "0 of 90 have a table"
            audit
            click button "Seat Everyone"
            wait "90 of 90 have a table"
            wait "Nobody’s perspective is known yet. No table has three from one council."
            wait "0 pairs of one council (fewest possible: 0) · tables differ by 0 seats"
            key ctrl+f
            type "aase taag"
            wait label "Aase Tågegaard-Østerlund"
            key Return
            key 1 0
            key space
            key shift+space
            wait row "Aase Tågegaard-Østerlund, Odense, Table 10, present, gave consent"
            click toggle-button "Print"
            wait menu-item "Save as PDF…"
            click menu-item "Save as PDF…"
            focus "Name:"
            key ctrl+a
            type "{badges}"
            key Return
            gone dialog "Save as PDF"
            click toggle-button "Print"
            wait menu-item "Save as PDF…" "#2"
            click menu-item "Save as PDF…" "#2"
            focus "Name:"
            key ctrl+a
            type "{lists}"
            key Return
            gone dialog "Save as PDF"
            wait "Saved as “{os.path.basename(lists)}”"
            click toggle-button "Print"
            wait menu-item "Save as PDF…" "#2"
            click menu-item "Save as PDF…" "#2"
            focus "Name:"
            key ctrl+a
            type "{lists[:-len('.pdf')]}"
            key Return
            wait "Replace “{os.path.basename(lists)}”?"
            audit
            click button "Replace"
            gone "Replace “{os.path.basename(lists)}”?"
            wait "Saved as “{os.path.basename(lists)}”"
        ''')
        people = self.rows('name, table_number, present, consent')
        self.assertEqual(len(people), 90)
        self.assertEqual([row for row in people if row[2]], [('Aase Tågegaard-Østerlund', 10, 1, 1)])
        sizes = [sum(row[1] == table for row in people) for table in range(1, 12)]
        self.assertEqual(sum(sizes), 90)
        self.assertLessEqual(max(sizes[:10]) - min(sizes[:10]), 2)
        for path, sheets in ((badges, 9), (lists, 10)):
            text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
            self.assertIn('Bent Blåbærgaard', text)
            self.assertEqual(text.count('\f'), sheets)

    def test_by_keys_alone(self):
        self.import_roster()
        self.participants('''
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
            tab row "Anna Ærø, Odense, Lived experience, Table 1"
            key Down
            focus "Bo Bæk, Odense, Professional knowledge, Table 1"
            key 3
            wait row "Bo Bæk, Odense, Professional knowledge, Table 3"
            focus "Bo Bæk, Odense, Professional knowledge, Table 3"
            key space
            focus "Bo Bæk, Odense, Professional knowledge, Table 3, present"
            key Return
            wait dialog "Edit Participant"
            settle
            focus "Name"
            type "Bo Bækmark"
            key Return
            focus "Bo Bækmark, Odense, Professional knowledge, Table 3, present"
            key Delete
            wait "Bo Bækmark deleted"
            gone row "Bo Bækmark, Odense, Professional knowledge, Table 3, present"
            key ctrl+z
            wait row "Bo Bækmark, Odense, Professional knowledge, Table 3, present"
            key ctrl+n
            wait dialog "Add Participant"
            settle
            focus "Name"
            type "Erik Ny"
            key Return
            wait row "Erik Ny, No table"
            wait "5 participants · 3 have a table · 1 is here · 0 gave consent"
        ''')
        self.assertEqual(self.rows()[1], ('Bo Bækmark', 3))

    def test_filter_and_menu(self):
        self.import_roster()
        self.participants('''
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
            click list-item "1 without a table"
            gone row "Anna Ærø, Odense, Lived experience, Table 1"
            context row "Dorte Å, Skive, Political, No table"
            click menu-item "Mark as Present"
            wait row "Dorte Å, Skive, Political, No table, present"
            key ctrl+f
            type "nobody of that name"
            wait "Nobody Found"
            audit
            click button "Show All"
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
        ''')

    def test_down_from_a_filter(self):
        """To somebody, on whom the keys of the list act."""
        self.import_roster()
        self.participants('''
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
            key ctrl+f Tab Tab
            key Down
            focus "Anna Ærø, Odense, Lived experience, Table 1"
            key space
            wait row "Anna Ærø, Odense, Lived experience, Table 1, present"
        ''')

    def test_swap(self):
        self.import_roster()
        self.participants('''
            tab row "Anna Ærø, Odense, Lived experience, Table 1"
            key Down Up
            click button "Swap Two…"
            focus "Search participants"
            audit
            type "carl"
            sleep 0.5
            key Return
            wait "Anna Ærø and Carl Ø have swapped tables"
            wait row "Anna Ærø, Odense, Lived experience, Table 2"
            key ctrl+z
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
        ''')

    def test_rows_that_cannot_be_taken(self):
        path = self.write('Hvem;Bord\nAnna;1\nBo;ved vinduet\n;3\n')
        self.import_file(path, f'''
            wait "Rows That Cannot Be Taken"
            wait "Line 3"
            wait "Line 4"
            audit
            key Escape
            gone dialog "Import Participants"
        ''')
        self.assertEqual(self.rows(), [])

    def test_take_the_others(self):
        path = self.write('Navn;Bord\nAnna;1\nBo;ved vinduet\nCarl;\n')
        self.import_file(path, f'''
            wait "2 new participants"
            wait "1 row cannot be taken · Nothing is imported yet"
            wait "Line 3"
            click button "Import 2 of 3"
            gone dialog "Import Participants"
            wait row "Anna, Table 1"
        ''')
        self.assertEqual(self.rows(), [('Anna', 1), ('Carl', None)])

    def test_paste(self):
        """What was copied elsewhere, here from a note's field; pasted twice it adds nobody twice."""
        self.participants('''
            wait "No Participants Yet"
            key alt+4
            focus "Note, Dream"
            type "Navn;Bord"
            key shift+Return
            type "Anna Ærø;3"
            key shift+Return
            type "Bo; "
            key ctrl+a ctrl+x
            key alt+2
            wait "No Participants Yet"
            key ctrl+v
            wait "2 new participants"
            audit
            key Return
            wait row "Anna Ærø, Table 3"
            tab row "Anna Ærø, Table 3"
            key ctrl+v
            wait "0 new participants"
            wait "2 were there before and are not added again · Nothing is imported yet"
            key Escape
            gone dialog "Import Participants"
        ''')
        self.assertEqual(self.rows(), [('Anna Ærø', 3), ('Bo', None)])

    def test_erase(self):
        self.import_roster()
        self.participants('''
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
            key F10
            click menu-item "Erase Roster…"
            wait "Erase the Roster?"
            audit
            click button "Cancel"
            gone "Erase the Roster?"
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
            key F10
            click menu-item "Erase Roster…"
            click button "Erase"
            wait "No Participants Yet"
            wait "The roster has been erased"
        ''')
        for folder, _, names in os.walk(os.path.dirname(self.database)):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    self.assertNotIn('Anna Ærø'.encode(), file.read(), name)

    def test_narrow(self):
        self.import_roster()
        self.participants('''
            wait row "Anna Ærø, Odense, Lived experience, Table 1"
            audit
            click tab "Tables"
            wait button "Seat Again"
            audit
        ''', size='360x720')


if __name__ == '__main__':
    app.main()
