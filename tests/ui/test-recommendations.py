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


if __name__ == '__main__':
    app.main()
