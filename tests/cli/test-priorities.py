# SPDX-License-Identifier: GPL-3.0-or-later
"""priorities: the rounds of a meeting, and their results once they may be seen."""

import os
import subprocess
import unittest

import openpyxl

from ctl import CtlTest

MAKE_VOTES = os.environ['MAKE_VOTES']
NOTES = 'kind;text;table;theme\n' + ''.join(f'dream;Note {name};{table};{name}\n' for table, name in enumerate('ABCDEFGH', 1))


class PrioritiesTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting()
        self.ctl('import', 'notes', self.meeting, self.write('notes.csv', NOTES), '--themes')

    def vote(self, method, tables):
        subprocess.run([MAKE_VOTES, self.database, self.meeting, method, str(tables)], check=True, timeout=60)

    def test_none(self):
        self.assertEqual(self.json('priorities', self.meeting), [])
        done = self.run_ctl('--database', self.database, 'priorities', self.meeting)
        self.assertEqual((done.returncode, done.stdout), (0, ''))
        self.assertIn('There are no rounds yet', done.stderr)

    def test_result(self):
        """In order, ties as ties; a second round that is not over yet keeps its figures to itself."""
        self.vote('dots', 10)
        self.vote('budget', 3)
        self.assertEqual(self.ctl('priorities', self.meeting), '''\
Round 1: dots
  Hvad er vigtigst?
  10 of 10 tables counted, 170 dots from 70 participants
    1. A: 50 dots
    2. B: 30 dots (tie)
    2. C: 30 dots (tie)
    4. D: 20 dots (tie)
    4. E: 20 dots (tie)
    6. F: 10 dots (tie)
    6. G: 10 dots (tie)
    8. H: 0 dots

Round 2: 50000 kr.
  Hvad skal pengene gå til?
  3 of 10 tables counted
''')

    def test_json(self):
        self.vote('dots', 10)
        self.vote('budget', 3)
        first, second = self.json('priorities', self.meeting)
        result = first.pop('result')
        self.assertEqual(first, {'round': 1, 'question': 'Hvad er vigtigst?', 'method': 'dots', 'amount': 3, 'subjects': 'themes',
                                 'voters': 'tables', 'expected': 10, 'counted': 10, 'complete': True})
        self.assertEqual(result[1], {'rank': 2, 'tied': True, 'name': 'B', 'code': None, 'total': 30})
        self.assertEqual([subject['name'] for subject in result], list('ABCDEFGH'))
        self.assertEqual((second['complete'], second['counted'], second['result']), (False, 3, None))

    def test_workbook(self):
        """The themes' sheet has their dots, once all are counted."""
        self.vote('dots', 10)
        self.ctl('export', self.meeting, self.path('book.xlsx'))
        headings, *rows = openpyxl.load_workbook(self.path('book.xlsx'))['Themes'].iter_rows(values_only=True)
        dots = headings.index('Dots')
        self.assertEqual({row[1]: row[dots] for row in rows},
                         {'A': 50, 'B': 30, 'C': 30, 'D': 20, 'E': 20, 'F': 10, 'G': 10, 'H': 0})


if __name__ == '__main__':
    unittest.main(verbosity=2)
