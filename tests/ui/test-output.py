# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of an agenda: paper, a PDF file, a template, the next meeting."""
import json
import os
import subprocess

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+1
    wait list-item "16:00 Welcome, names and ground rules, 10 min."
'''


class OutputTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')

    def get_titles(self):
        return [item['title'] for item in json.loads(self.ctl('show', self.meeting, '--json'))['agenda']]

    def prepare(self, steps, **options):
        self.use(OPEN + steps, **options)

    def test_pdf(self):
        """What was typed last is on the paper."""
        path = os.path.join(self.folder, 'dagsorden.pdf')
        self.prepare(f'''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Return
            focus "Title"
            type "Velkommen på Ærø"
            click button "Print or Save as PDF"
            click menu-item "Save as PDF…"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            gone dialog "Save as PDF"
        ''')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True,
                              encoding='utf-8').stdout
        self.assertRegex(text, '16:00 +Velkommen på Ærø')
        self.assertRegex(text, '18:00 +End')

    def test_print(self):
        """Through GTK's own dialog, to the printer that everybody has: a file."""
        self.prepare('''
            key ctrl+p
            wait dialog "Print"
            tab row "Print to File"
            key space
            state row "Print to File" selected
            state button "Print" sensitive
            click button "Print"
            gone dialog "Print"
        ''', after=lambda session: session.until(self.read_output, 'the printed file'),
                     wrap=('env', '-C', self.folder))
        self.assertRegex(self.read_output(), '16:10 +News since last time')

    def read_output(self):
        """'' until it is whole."""
        return subprocess.run(['pdftotext', '-layout', os.path.join(self.folder, 'output.pdf'), '-'],
                              capture_output=True, encoding='utf-8').stdout

    def test_template(self):
        """Kept, offered for a new meeting, renamed, deleted and brought back."""
        self.prepare('''
            click button "Main Menu"
            click menu-item "Save Agenda as Template…"
            focus "Name of the template"
            type "Vores møde på Ærø"
            key Return
            gone "Name of the template"
            key alt+Home ctrl+n
            wait "Your Templates"
            audit
            click button "Menu of “Vores møde på Ærø”"
            click menu-item "Rename…"
            focus "Name of the template"
            type "Ærømødet"
            key Return
            click button "Menu of “Ærømødet”"
            click menu-item "Delete"
            wait "“Ærømødet” deleted"
            gone button "Menu of “Ærømødet”"
            click button "Undo"
            wait button "Menu of “Ærømødet”"
            focus "Ærømødet"
            key Return
            focus "Title"
            key Return
            wait list-item "16:00 Welcome, names and ground rules, 10 min."
        ''')
        meetings = json.loads(self.ctl('list', '--json'))
        self.assertEqual(sorted(meeting['title'] for meeting in meetings), ['Kick-off', 'Ærømødet'])
        self.assertEqual(os.listdir(os.path.join(self.data, 'landspanel', 'templates')),
                         ['vores-moede-paa-aeroe.json'])

    def test_template_out_and_in(self):
        path = os.path.join(self.folder, 'ud.json')
        bad = os.path.join(self.folder, 'bad.json')
        with open(bad, 'w', encoding='utf-8') as file:
            file.write('{"format": "landspanel-templates", "version": 1, "templates": [{"title": "X"}]}')
        self.prepare(f'''
            click button "Main Menu"
            click menu-item "Export Agenda as Template…"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            gone dialog "Export Template"
            key alt+Home ctrl+n
            wait "Your Templates"
            click button "Import…"
            state dialog "Import Template" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "{bad}"
            settle
            click button "Open"
            gone dialog "Import Template"
            wait "Nothing Was Imported"
            wait "“bad.json” cannot be used. In template 1: “items” is not a list."
            click button "Close"
            click button "Import…"
            state dialog "Import Template" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "{path}"
            settle
            click button "Open"
            gone dialog "Import Template"
            focus "Kick-off"
            key Escape
        ''')
        with open(path, encoding='utf-8') as file:
            exported = json.load(file)['templates'][0]
        self.assertEqual([item['title']['en'] for item in exported['items']], self.get_titles())
        self.assertEqual(os.listdir(os.path.join(self.data, 'landspanel', 'templates')), ['kick-off.json'])

    def test_as_last_time(self):
        """The agenda comes along; the participants too, if asked for."""
        path = os.path.join(self.folder, 'roster.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('name;municipality\nBo;Nyborg\nIda;Ærø\n')
        self.ctl('import', 'roster', self.meeting, path)
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Delete
            wait list-item "16:00 News since last time, 15 min."
            key alt+Home ctrl+n
            click "As Last Time…"
            wait "As which meeting?"
            tab "Kick-off"
            key Return
            focus "Title"
            wait "2 people. Who is present and what they agreed to is asked anew."
            audit
            type "Næste gang"
            tab switch "Bring the Participants Along"
            key space
            click button "Create"
            wait list-item "16:00 News since last time, 15 min."
        ''')
        made = next(meeting for meeting in json.loads(self.ctl('list', '--json'))
                    if meeting['title'] == 'Næste gang')
        shown = json.loads(self.ctl('show', made['id'], '--json'))
        self.assertEqual([item['title'] for item in shown['agenda']], self.get_titles())
        self.assertEqual(shown['participants'], 2)


if __name__ == '__main__':
    app.main()
