# SPDX-License-Identifier: GPL-3.0-or-later
"""The Recommendations stage: written by keys alone, resting on notes, with contrary voices, and what is left over."""
import json
import os
import subprocess

import app

NOTES = '''kind;text;table;perspective;municipality;theme
dream;A person who stays;4;lived;Varde;One contact
concern;Seventeen case workers;4;lived;Varde;One contact
proposal;Two years at least;1;professional;Odense;One contact
experience;She called back;2;relative;Vejle;One contact
dream;One place to call;3;lived;Ribe;One contact
concern;It costs too much;3;political;Ribe;
dream;A key first;5;lived;Skive;
'''
KEY = 'list-item "Dream, A key first, Lived experience · Skive, 05-001"'
RECOMMEND = os.environ['RECOMMEND']


class RecommendationsTest(app.AppTest):
    def make_meeting(self, notes=NOTES):
        meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off', '--panel', 'Landspanelet')
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(notes)
        self.ctl('import', 'notes', meeting, path, '--themes')
        return meeting

    def recommend(self, meeting, title, *words):
        subprocess.run([RECOMMEND, self.database, meeting, title, *words], check=True, timeout=60)

    def found(self, meeting):
        return json.loads(self.ctl('recommendations', meeting, '--json'))

    def write(self, steps, **options):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+7
        ''' + steps, **options)

    def test_by_keys_alone(self):
        """From nothing to a recommendation with its notes, and a contrary voice."""
        meeting = self.make_meeting()
        self.write('''
            focus "New Recommendation"
            audit
            key ctrl+n
            focus "Recommendation"
            type "One contact person for two years"
            key Tab
            focus "Reason"
            type "Trust is built anew each time."
            key Escape
            focus "One contact person for two years, 0 notes · 0 tables · 0 municipalities, Rests on no notes"
            key ctrl+l
            focus "Search All Notes"
            type "case workers"
            wait "1 found"
            key Tab Tab Tab Tab Tab Tab
            focus "Concern, Seventeen case workers, 04-002"
            key ctrl+Return
            wait "1 note added"
            wait "No Notes Found"
            key ctrl+f ctrl+a Delete
            wait "6 found"
            key Escape
            gone dialog "Notes That Carry It"
            wait "1 note · 1 table · 1 municipality"
            audit
        ''')
        found = self.found(meeting)['recommendations'][0]
        self.assertEqual((found['text'], found['reason']), ('One contact person for two years',
                                                            'Trust is built anew each time.'))
        self.assertEqual((found['codes'], found['warnings']), (['04-002'], ['few-notes']))


    def test_notes(self):
        """Taken out and back, from one side to the other, a whole theme, and what is left over."""
        meeting = self.make_meeting()
        self.recommend(meeting, 'One contact', '+04-001', '+04-002')
        self.write(f'''
            focus "One contact, 2 notes · 1 table · 1 municipality, Rests on few notes"
            wait radio "Rests on (2)"
            click button "Add a Whole Theme"
            click list-item "One contact"
            wait "“One contact” added with 3 notes"
            wait radio "Rests on (5)"
            tab button "Take Out"
            key shift+Tab
            focus "Proposal, Two years at least, Professional knowledge · Odense, 01-001"
            key Delete
            wait "01-001 taken out"
            focus "Experience, She called back, Relative · Vejle, 02-001"
            click button "Undo"
            wait radio "Rests on (5)"
            click radio "Notes Without Recommendation (2)"
            tab {KEY}
            key Down space
            wait "1 note chosen"
            key Up space
            wait "2 notes chosen"
            key space
            wait "1 note chosen"
            audit
            click button "They Speak Against"
            wait "1 note speaks against it now"
            wait radio "Speaks Against (1)"
            wait radio "Notes Without Recommendation (1)"
            audit
        ''')
        found = self.found(meeting)['recommendations'][0]
        self.assertEqual(found['codes'], ['01-001', '02-001', '03-001', '04-001', '04-002'])
        self.assertEqual(len(found['against']), 1)
        self.assertEqual(found['themes'], ['One contact'])

    def test_order_and_facts(self):
        meeting = self.make_meeting()
        self.recommend(meeting, 'First')
        self.recommend(meeting, 'Second', '+04-001')
        self.write('''
            focus "First, 0 notes · 0 tables · 0 municipalities, Rests on no notes"
            key alt+Down
            wait list-item "Second, 1 note · 1 table · 1 municipality, Rests on few notes"
            click button "To: Nobody yet"
            click menu-item "The regions"
            wait button "To: The regions"
            click button "When: Not said"
            focus "By when?"
            type "Before 2028"
            key Return
            wait button "When: Before 2028"
            click button "Status: Draft"
            click radio "Adopted"
            gone button "Status: Draft"
            click button "Answer: None yet"
            focus "What became of it?"
            type "They will look into it"
            key Escape
            wait button "Answer: They will look into it"
            focus "Answer: They will look into it"
            audit
        ''')
        last = self.found(meeting)['recommendations'][1]
        self.assertEqual((last['title'], last['addressee'], last['due'], last['status'], last['answer']),
                         ('First', 'regions', 'Before 2028', 'adopted', 'They will look into it'))
        self.assertRegex(last['status_date'], r'^\d{4}-\d\d-\d\d$')

    def test_deleted_and_undone(self):
        meeting = self.make_meeting()
        self.recommend(meeting, 'First', '+04-001')
        self.recommend(meeting, 'Second')
        self.write('''
            focus "First, 1 note · 1 table · 1 municipality, Rests on few notes"
            key Delete
            wait "“First” deleted"
            focus "Second, 0 notes · 0 tables · 0 municipalities, Rests on no notes"
            key ctrl+z
            wait list-item "First, 1 note · 1 table · 1 municipality, Rests on few notes"
        ''')
        self.assertEqual([one['title'] for one in self.found(meeting)['recommendations']], ['First', 'Second'])

    def test_typed_and_closed(self):
        """What is typed is saved when the window closes, and as one step."""
        meeting = self.make_meeting()
        self.recommend(meeting, 'First')
        self.write('''
            focus "First, 0 notes · 0 tables · 0 municipalities, Rests on no notes"
            key Return
            focus "Recommendation"
            type "Not yet left"
        ''')
        self.assertEqual(self.found(meeting)['recommendations'][0]['text'], 'Not yet left')

    def test_pdf(self):
        """What was typed last is on the paper; and that it left the house is remembered."""
        meeting = self.make_meeting()
        self.recommend(meeting, 'First', '+04-001')
        path = os.path.join(self.folder, 'anbefalinger.pdf')
        self.write(f'''
            focus "First, 1 note · 1 table · 1 municipality, Rests on few notes"
            key Return
            focus "Recommendation"
            type "Everybody has one contact person"
            click button "Main Menu"
            click menu-item "Save as PDF…"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            gone dialog "Save as PDF"
        ''')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True, encoding='utf-8').stdout
        self.assertIn('1. First', text)
        self.assertIn('Everybody has one contact person', text)
        self.assertIn('Notes: 04-001', text)
        self.assertIn('anbefalinger.pdf', json.dumps(json.loads(self.ctl('withdraw', meeting, '04-001', '--yes', '--json'))))

    def test_narrow(self):
        """The list is a page, and the recommendation the next."""
        meeting = self.make_meeting()
        self.recommend(meeting, 'First', '+04-001', '+04-002')
        self.recommend(meeting, 'Second')
        self.write('''
            focus "First, 2 notes · 1 table · 1 municipality, Rests on few notes"
            audit
            key Return
            focus "Recommendation"
            wait button "All Recommendations"
            audit
            key Escape
            focus "First, 2 notes · 1 table · 1 municipality, Rests on few notes"
            click list-item "Second, 0 notes · 0 tables · 0 municipalities, Rests on no notes"
            focus "Recommendation"
            click button "All Recommendations"
            focus "Second, 0 notes · 0 tables · 0 municipalities, Rests on no notes"
        ''', size='360x720')

    def test_panel(self):
        """Across meetings: open one, and give two themes one name."""
        meeting = self.make_meeting(NOTES.replace('Skive;', 'Skive;A home'))
        self.recommend(meeting, 'One contact', '+04-001')
        self.use('''
            wait button "Landspanelet Across Meetings"
            click button "Landspanelet Across Meetings"
            wait list-item "One contact, 1 note · 1 table · 1 municipality, Kick-off"
            audit
            click tab "Themes"
            wait checkbox "One contact"
            click checkbox "One contact"
            click checkbox "A home"
            click button "Give One Name…"
            focus "Name across meetings"
            key ctrl+a
            type "What carries a life"
            key Return
            wait checkbox "What carries a life"
            audit
            click tab "Who Has Been Heard"
            wait label "Tables that gave notes"
            audit
            key ctrl+f
            focus "Search the notes of all meetings"
            wait "7 found"
            audit
            type "contact"
            gone "7 found"
            key Escape
            key ctrl+e
            wait dialog "Export"
            gone checkbox "Summary on Two Pages"
            wait "No note comes along yet"
            wait "0 of 7 notes come along. Nothing in the meeting is changed."
            audit
            click radio "Internal"
            click checkbox "Workbook"
            click checkbox "Notes"
            click button "Export"
            focus "Name:"
            key Return
            wait "7 notes exported to “Landspanelet (internal).csv”"
            click tab "Recommendations"
            click list-item "One contact, 1 note · 1 table · 1 municipality, Kick-off"
            wait radio "Rests on (1)"
        ''')


if __name__ == '__main__':
    app.main()
