# SPDX-License-Identifier: GPL-3.0-or-later
"""The Summary stage: what it shows of the sample meeting, and what it writes."""
import csv
import json
import os
import sqlite3
import subprocess
import zipfile

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+8
    wait "Notes by theme and kind"
'''


# of the file that is chosen when the dialog comes up
INSTEAD = 'click checkbox "Workbook"\n'


class SummaryTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.ctl('sample')

    def test_figures(self):
        self.use(OPEN + '''
            wait group "240 notes"
            wait group "63 / 62 dreams and concerns"
            wait group "28 municipalities heard"
            wait group "53% lived experience"
            wait group "90 participants"
            wait "5 Dreams, 4 Concerns, 6 Experiences, 4 Proposals, 2 Stories"
            audit
            key t
            wait "Dreams"
            wait "Total"
            gone "5 Dreams, 4 Concerns, 6 Experiences, 4 Proposals, 2 Stories"
            audit
            key t
            wait "5 Dreams, 4 Concerns, 6 Experiences, 4 Proposals, 2 Stories"
        ''')

    def test_follows_what_changes(self):
        self.use(OPEN + '''
            key alt+5
            wait grid-cell "Psykiatri"
            focus "Stigma og fordomme"
            key Delete
            gone grid-cell "Stigma og fordomme"
            key alt+8
            wait "15 themes · 11 ungrouped"
            key ctrl+z
            wait "16 themes"
        ''')

    def export(self, name, choose=''):
        path = os.path.join(self.folder, name)
        self.use(OPEN + f'''
            key ctrl+e
            wait dialog "Export"
            wait "0 of 240 notes come along. Nothing in the meeting is changed."
            audit
            {choose}
            click button "Export"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            gone dialog "Export"
        ''')
        return path

    def test_workbook(self):
        with zipfile.ZipFile(self.export('kick-off.xlsx')) as workbook:
            self.assertIsNone(workbook.testzip())
            self.assertIn('xl/worksheets/sheet4.xml', workbook.namelist())

    def test_notes(self):
        path = self.export('kick-off.csv', 'click radio "Internal"\n' + INSTEAD + 'click checkbox "Notes"')
        with open(path, encoding='utf-8-sig', newline='') as file:
            self.assertEqual(len(list(csv.DictReader(file, delimiter=';'))), 240)

    def test_summary(self):
        path = self.export('kick-off.pdf', INSTEAD + 'click checkbox "Summary on Two Pages"\naudit')
        said = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
        self.assertIn('240 of 240 notes are left out', said.replace('\n', ' '))

    def test_several_files(self):
        """They go to one folder, and no file that is there is replaced."""
        there = os.path.join(self.home, 'Kick-off-møde 2026-11-24.pdf')
        with open(there, 'w', encoding='utf-8') as file:
            file.write('as it was')
        self.use(OPEN + '''
            key ctrl+e
            wait dialog "Export"
            click checkbox "Summary on Two Pages"
            click list-item "More Files"
            click checkbox "What You Said Today"
            click checkbox "All Themes and Notes"
            audit
            wait "No note comes along yet"
            click button "Export"
            wait label "Name"
            key Return
            wait "~4 files exported to “.*”: 0 notes"
            wait button "Open Folder"
        ''')
        self.assertEqual(sorted(name for name in os.listdir(self.home) if name.startswith('Kick-off')), [
            'Kick-off-møde 2026-11-24 (2).pdf', 'Kick-off-møde 2026-11-24 all themes.pdf', 'Kick-off-møde 2026-11-24 what you said.pdf',
            'Kick-off-møde 2026-11-24.pdf', 'Kick-off-møde 2026-11-24.xlsx'])
        with open(there, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'as it was')
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            self.assertEqual([variant for variant, in database.execute('SELECT variant FROM export ORDER BY time, num')],
                             ['workbook', 'summary', 'handout', 'themes'])

    def test_prints_what_you_said_today(self):
        self.use(OPEN + '''
            key ctrl+p
            wait dialog "Print"
            tab row "Print to File"
            key space
            state row "Print to File" selected
            state button "Print" sensitive
            click button "Print"
            gone dialog "Print"
        ''', after=lambda session: session.until(self.read_output, 'the printed file'), wrap=('env', '-C', self.folder))
        said = self.read_output()
        self.assertIn('You said 240 things that we wrote down.', said)
        self.assertIn('15. december: rådet drøfter anbefalingerne.', said)

    def read_output(self):
        """'' until it is whole."""
        path = os.path.join(self.folder, 'output.pdf')
        return subprocess.run(['pdftotext', path, '-'], check=False, capture_output=True, text=True).stdout

    def test_whole_meeting(self):
        """There is no public one: who goes back to that has chosen another file."""
        path = self.export('kick-off.json', """
            click list-item "More Files"
            wait checkbox "Number of Stories"
            gone checkbox "Whole Meeting"
            click radio "Internal"
            click checkbox "Whole Meeting"
            click checkbox "Workbook"
            click radio "Public"
            gone checkbox "Whole Meeting"
            state button "Export" !sensitive
            click radio "Internal"
            state checkbox "Whole Meeting" !checked
            click checkbox "Whole Meeting"
            wait "~Confidential: .*"
            audit
        """)
        with open(path, encoding='utf-8') as file:
            document = json.load(file)
        self.assertEqual((len(document['note']), len(document['participant'])), (240, 90))

    def test_everything_goes_out_only_when_chosen(self):
        """An ending that was typed makes no file with names of a workbook."""
        path = self.export('kick-off.json')
        self.assertEqual(os.listdir(os.path.dirname(path)).count('kick-off.json'), 0)
        self.assertTrue(zipfile.is_zipfile(path + '.xlsx'))

    def test_number_of_stories(self):
        """The sample's stories are told, but nobody has approved and agreed to them."""
        path = self.export('count.json', INSTEAD + 'click list-item "More Files"\nclick checkbox "Number of Stories"')
        with open(path, encoding='utf-8') as file:
            count = json.load(file)
        self.assertEqual((count['panel'], count['stories'], count['left']), ('Landspanelet', 0, 1001))

    def test_every_export_is_noted(self):
        self.export('kick-off.csv', INSTEAD + 'click checkbox "Notes"')
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            self.assertEqual(database.execute('SELECT name, variant FROM export').fetchall(), [('kick-off.csv', 'notes')])

    def test_name_that_gets_its_ending(self):
        """Who leaves it out is asked all the same whether a file is replaced; one that is kept is as it was."""
        path = os.path.join(self.folder, 'again.xlsx')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('as it was')
        choose = f'''
            click button "Export"
            focus "Name:"
            key ctrl+a
            type "{path.removesuffix('.xlsx')}"
            key Return
            wait "Replace “again.xlsx”?"
            audit
        '''
        self.use(OPEN + 'key ctrl+e' + choose + '''
            key Escape
            gone "Replace “again.xlsx”?"
            focus "Export"
            key Escape
            gone dialog "Export"
        ''')
        with open(path, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'as it was')
        self.use(OPEN + 'key ctrl+e' + choose + '''
            click button "Replace"
            gone dialog "Export"
        ''')
        self.assertTrue(zipfile.is_zipfile(path))

    def test_place_that_cannot_be_written(self):
        path = os.path.join(self.folder, 'again.xlsx')
        self.use(OPEN + f'''
            key ctrl+e
            wait dialog "Export"
            key Return
            focus "Name:"
            key ctrl+a
            type "/proc/kick-off.xlsx"
            key Return
            wait "~“kick-off.xlsx” was not written: .*"
            click button "Export Elsewhere"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            gone dialog "Export"
        ''')
        self.assertTrue(zipfile.is_zipfile(path))

    def test_narrow(self):
        self.use(OPEN + '''
            wait group "240 notes"
            wait "Arbejde og uddannelse"
            audit
            key t
            wait "Total"
            audit
            key ctrl+e
            wait dialog "Export"
            audit
            focus "Export"
            key Escape
            gone dialog "Export"
            key ctrl+e
            wait dialog "Export"
            tab list-item "Workbook"
            key space Down Down space
            state checkbox "Workbook" !checked
            state checkbox "Notes" checked
            tab radio "Public"
            key Right space
            state radio "Internal" checked
            tab button "Export"
            key Return
            focus "Name:"
            key Escape
            gone "Name:"
            focus "Export"
            key Return
            focus "Name:"
            key Return
            wait "240 notes exported to “Kick-off-møde 2026-11-24 (internal).csv”"
        ''', size='360x720')


class SmallTest(app.AppTest):
    def test_says_where_it_went(self):
        path = os.path.join(self.folder, 'small.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('kind;text\ndream;A home first\n')
        meeting = self.ctl('new', '--template', 'local-council', '--title', 'Small', '--date', '2099-01-31')
        self.ctl('import', 'notes', meeting, path)
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+8
            wait group "1 note"
            key ctrl+e
            wait dialog "Export"
            wait "0 of 1 note comes along. Nothing in the meeting is changed."
            click radio "Internal"
            click button "Export"
            focus "Name:"
            key Return
            wait "1 note exported to “Small 2099-01-31 (internal).xlsx”"
            wait button "Open"
        ''')
        self.assertTrue(zipfile.is_zipfile(os.path.join(self.home, 'Small 2099-01-31 (internal).xlsx')))

    def test_before_the_meeting(self):
        """There are no notes; the agenda goes out all the same."""
        path = os.path.join(self.folder, 'before.xlsx')
        self.ctl('new', '--template', 'local-council', '--title', 'Small', '--date', '2099-01-31')
        self.use(f'''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+8
            wait "Nothing to Sum Up Yet"
            focus "Go to Notes"
            key ctrl+e
            wait dialog "Export"
            click button "Export"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            wait "0 notes exported to “before.xlsx”"
        ''')
        with zipfile.ZipFile(path) as workbook:
            self.assertIn('xl/worksheets/sheet9.xml', workbook.namelist())

    def test_mends_what_is_left_out(self):
        """From the line that says how many nobody has reviewed, to the notes, and back to the file."""
        notes = os.path.join(self.folder, 'small.csv')
        path = os.path.join(self.folder, 'out.csv')
        with open(notes, 'w', encoding='utf-8') as file:
            file.write('kind;text;consent\ndream;A home first;1\ndream;Not for others;0\n')
        meeting = self.ctl('new', '--template', 'local-council', '--title', 'Small', '--date', '2099-01-31')
        self.ctl('import', 'notes', meeting, notes)
        self.use(f'''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+8
            wait group "2 notes"
            key ctrl+e
            wait "0 of 2 notes come along. Nothing in the meeting is changed."
            click checkbox "Workbook"
            click checkbox "Notes"
            tab list-item "note is left out"
            key Down
            key Return
            focus "Show"
            wait label "A home first"
            key Return
            wait "All Notes Are Reviewed"
            key Return
            gone "All Notes Are Reviewed"
            wait "1 of 2 notes come along. Nothing in the meeting is changed."
            click button "Export"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            gone dialog "Export"
        ''')
        with open(path, encoding='utf-8-sig', newline='') as file:
            self.assertEqual([row['Note'] for row in csv.DictReader(file, delimiter=';')], ['A home first'])


if __name__ == '__main__':
    app.main()
