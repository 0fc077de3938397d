# SPDX-License-Identifier: GPL-3.0-or-later
"""export FILE.json, import meeting: a whole meeting, read by other programs."""

import json
import os
import re
import sqlite3
import subprocess
import unittest
import uuid

from ctl import CtlTest, environment

# what stands there for the file itself, and not for the meeting
OTHERS = {'format', 'version', 'confidential', 'exported', 'program', 'left_out', 'fields', 'last_numbers', 'counts'}
# columns that no field has: names for one database only, and what is made of a field
OWN = {'num', 'id', 'space', 'stamps'}


class WholeMeetingTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('sample').strip()
        for method in ('dots', 'budget'):
            subprocess.run([os.environ['MAKE_VOTES'], self.database, self.meeting, method, '4'], check=True, timeout=60)
        codes = ['+' + note['code'] for note in self.json('notes', self.meeting)[:2]]
        subprocess.run([os.environ['RECOMMEND'], self.database, self.meeting, 'Bolig først', *codes], check=True, timeout=60,
                       env=environment())
        self.file = self.path('meeting.json')

    def export(self, meeting=None, path=None):
        self.ctl('export', meeting or self.meeting, path or self.file, '--internal')
        with open(path or self.file, encoding='utf-8') as file:
            return json.load(file)

    def tables(self):
        """Rows of all tables but the log and the index, as the schema has them: ids as strings, true and false."""
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            database.row_factory = sqlite3.Row
            names = [name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type='table' AND sql LIKE '% stamps BLOB%'"
                                                        " OR sql LIKE '%,stamps BLOB%'")]
            types = {name: {row['name']: row['type'] + ' NOT NULL' * row['notnull']
                            for row in database.execute(f'PRAGMA table_info ("{name}")')} for name in names}
            rows = {name: [dict(row) for row in database.execute(f'SELECT * FROM "{name}" ORDER BY num')] for name in names}
        return types, rows

    def plain(self, value, form):
        if isinstance(value, bytes):
            return str(uuid.UUID(bytes=value))
        return bool(value) if form == 'INTEGER NOT NULL' else value

    def test_only_as_internal(self):
        self.refused('export', self.meeting, self.file)
        self.assertFalse(os.path.exists(self.file))

    def test_everything(self):
        document = self.export()
        types, rows = self.tables()
        self.assertEqual(set(document), OTHERS | (set(types) - set(document['left_out'])))
        for name in set(types) - set(document['left_out']):
            written = [{key: self.plain(value, types[name][key]) for key, value in row.items()
                        if value is not None and key not in OWN - {'id'} and key != 'deleted' and key in types[name]
                        and f'{name}.{key}' not in document['left_out']}
                       for row in rows[name] if not row['deleted']]
            with self.subTest(name):
                self.assertEqual(document[name], written)
                self.assertEqual(document['counts'][name], len(written))
        for name in ('panel', 'meeting', 'agenda_item', 'participant', 'note', 'theme', 'placement', 'vote_round', 'tally', 'vote',
                     'recommendation', 'evidence'):
            self.assertGreater(len(document[name]), 0, name)
        self.assertIs(document['confidential'], True)

    def test_every_field_is_there_or_left_out(self):
        document = self.export()
        for name, columns in self.tables()[0].items():
            if name in document['left_out']:
                continue
            left_out = {key.split('.')[1] for key in document['left_out'] if key.split('.')[0] in (name, '*') and '.' in key}
            self.assertEqual(set(document['fields'][name]) | left_out, set(columns) - OWN | {'id'})
            self.assertEqual(set(document['fields'][name]) & left_out, set())
        self.assertEqual(set(document['left_out']), {'*.deleted', 'meeting.roster_key', 'talk', 'export', 'word_group'})
        self.assertTrue(all(document['left_out'].values()))

    def test_secrets_stay(self):
        self.ctl('import', 'roster', self.meeting, self.write('roster.csv', 'name\nAsta\n'))
        key, = [row['roster_key'] for row in self.tables()[1]['meeting']]
        self.export()
        with open(self.file, encoding='utf-8') as file:
            self.assertNotIn(key, file.read())
        self.assertEqual(os.stat(self.file).st_mode & 0o777, 0o600)

    def test_trace(self):
        self.export()
        self.assertEqual([row['variant'] for row in self.tables()[1]['export']], ['meeting'])
        self.assertEqual(self.export()['counts'], self.export()['counts'])

    def test_to_another_computer(self):
        first = self.export()
        self.database = self.path('other.db')
        self.assertEqual(self.ctl('import', 'meeting', self.file), f'{self.meeting}\n240 notes, 16 themes\n')
        second = self.export(path=self.path('again.json'))
        self.assertNotEqual(first.pop('exported'), second.pop('exported'))
        self.assertEqual(first, second)
        self.ctl('check')

    def test_laid_out_by_another_program(self):
        document = self.export()
        self.database = self.path('other.db')
        for name, options in (('a', {'indent': 4, 'ensure_ascii': True}), ('b', {'sort_keys': True, 'ensure_ascii': False})):
            path = self.write(f'{name}.json', json.dumps(document, **options))
            meeting = self.json('import', 'meeting', path, '--copy')['id']
            again = self.export(meeting, self.path(f'{name}-again.json'))
            self.assertEqual([note['text'] for note in again['note']], [note['text'] for note in document['note']])
            self.assertEqual(again['counts'], document['counts'])
        self.ctl('check')

    def test_copy(self):
        self.export()
        said = self.refused('import', 'meeting', self.file)
        self.assertIn('is here already', said)
        self.assertIn('--copy', said)
        answer = self.json('import', 'meeting', self.file, '--copy')
        self.assertEqual((answer['taken']['note'], answer['erased'], answer['kept']), (240, 0, 0))
        self.assertEqual(self.json('notes', answer['id']), self.json('notes', self.meeting))
        self.assertEqual([meeting['title'] for meeting in self.json('list')], ['Kick-off-møde (copy)', 'Kick-off-møde'])
        # a copy is a meeting of its own: what is done in it is done in it alone
        code = self.json('notes', answer['id'])[0]['code']
        self.ctl('withdraw', answer['id'], code, '--yes')
        self.assertEqual([len(self.json('notes', meeting)) for meeting in (answer['id'], self.meeting)], [239, 240])
        self.ctl('check')

    def test_withdrawn(self):
        document = self.export()
        gone = self.json('notes', self.meeting)[3]
        self.ctl('withdraw', self.meeting, gone['code'], '--yes')
        answer = self.json('import', 'meeting', self.file, '--copy')
        self.assertGreaterEqual(answer['erased'], 2)
        self.assertNotIn(gone['text'], [note['text'] for note in self.json('notes', answer['id'])])
        self.assertIn('left out', self.ctl('import', 'meeting', self.file, '--copy'))
        self.assertIn(gone['text'], [note['text'] for note in document['note']])

    def test_refused(self):
        path = self.write('a.json', '{\n"format":"landspanel-meeting","version":1,\n"note":[{"id":"x"}]}')
        self.database = self.path('other.db')
        said = self.refused('import', 'meeting', path)
        self.assertRegex(said, re.escape(path) + ': Line 3: “id” of “note” should be an id')
        self.assertEqual(self.run_ctl('--database', self.database, 'list').stdout, '')
        self.refused('import', 'meeting', self.path('nothing.json'))
        self.refused('import', 'meeting', status=2)


if __name__ == '__main__':
    unittest.main(verbosity=2)
