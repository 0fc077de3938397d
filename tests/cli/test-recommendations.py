# SPDX-License-Identifier: GPL-3.0-or-later
"""recommendations: what is recommended, and what it rests on."""

import os
import subprocess
import unittest

from ctl import CtlTest, environment

NOTES = '''kind;text;table;perspective;municipality;theme
dream;A person who stays;4;lived;Varde;One contact
concern;Seventeen case workers;4;lived;Varde;One contact
proposal;Two years at least;1;professional;Odense;One contact
experience;She called back;2;relative;Vejle;One contact
dream;One place to call;3;lived;Ribe;One contact
concern;It costs;3;political;Ribe;
dream;A key first;5;lived;Skive;
'''
ALONE = {'by_perspective': {'lived': 0, 'professional': 0, 'expert': 0, 'political': 0, 'relative': 0}, 'against': [],
         'addressee': None, 'answer': None, 'codes': [], 'due': None, 'missing': ['professional', 'political', 'relative'],
         'municipalities': 0, 'notes': 0, 'quotes': 0, 'reason': None, 'status': 'draft', 'status_date': None, 'tables': 0,
         'text': None, 'themes': [], 'title': 'A key first', 'unread_quotes': 0, 'warnings': ['no-notes']}


class RecommendationsTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting('--panel', 'Landspanelet')
        self.ctl('import', 'notes', '--themes', self.meeting, self.write('notes.csv', NOTES))

    def recommend(self, title, *words):
        subprocess.run([os.environ['RECOMMEND'], self.database, self.meeting, title, *words], check=True, timeout=60,
                       env=environment() | {'G_MESSAGES_DEBUG': ''})

    def test_none(self):
        self.assertEqual(self.ctl('recommendations', self.meeting), '7 notes are not used by any recommendation\n')
        self.assertEqual(self.json('recommendations', self.meeting), {'recommendations': [], 'notes': 7, 'unused': 7})

    def test_words(self):
        self.recommend('One contact person', 'text=Everybody has one case worker.', 'reason=Trust must be built.',
                       'addressee=municipalities', 'due=Before 2028', 'status=sent', 'status_date=2026-12-08',
                       'theme=One contact', '-03-002')
        said = self.ctl('recommendations', self.meeting)
        self.assertEqual(said, '''\
1. One contact person
   Everybody has one case worker.
   Reason: Trust must be built.
   To: The municipalities
   When: Before 2028
   Status: Sent 12/08/26
   Rests on: 5 notes · 4 tables · 4 municipalities
   Perspectives: lived 3 · professional 1 · relative 1
   Notes: 01-001, 02-001, 03-001, 04-001, 04-002
   Speaks against it: 03-002
   To be minded: Not among its notes: Political. Say so in the reason.
1 note is not used by any recommendation
''')

    def test_json(self):
        self.recommend('One contact person', 'theme=One contact', '-03-002')
        self.recommend('A key first')
        found = self.json('recommendations', self.meeting)
        self.assertEqual((found['notes'], found['unused']), (7, 1))
        first, second = found['recommendations']
        self.assertEqual(first['themes'], ['One contact'])
        self.assertEqual(first['codes'], ['01-001', '02-001', '03-001', '04-001', '04-002'])
        self.assertEqual(first['against'], ['03-002'])
        self.assertEqual(first['by_perspective'], {'lived': 3, 'professional': 1, 'expert': 0, 'political': 0, 'relative': 1})
        self.assertEqual((first['warnings'], first['missing']), (['perspectives-missing'], ['political']))
        second.pop('id')
        self.assertEqual(second, ALONE)

    def test_withdrawn(self):
        """What is taken back is no evidence any more."""
        self.recommend('One contact person', '+04-001', '+04-002')
        self.ctl('withdraw', self.meeting, '04-001', '--yes')
        found = self.json('recommendations', self.meeting)['recommendations'][0]
        self.assertEqual(found['codes'], ['04-002'])
        self.assertEqual(found['warnings'], ['few-notes'])


if __name__ == '__main__':
    unittest.main(verbosity=2)
