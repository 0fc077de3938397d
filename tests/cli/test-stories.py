# SPDX-License-Identifier: GPL-3.0-or-later
"""stories, withdraw: the count that leaves the house, and a story that leaves for good."""

import fcntl
import html.parser
import json
import os
import pty
import unittest

from ctl import CtlTest, environment, PROGRAM, read_csv
import subprocess

SECRET = 'Fjordhesten og jeg'
NOTES = f'kind;text;table\nstory;{SECRET} mødtes;7\ndream;A home first;2\nstory;Another story;7\n'
NONE = {'format': 'landspanel-story-count', 'version': 1, 'panel': 'Landspanelet', 'stories': 0, 'today': 0, 'goal': 1001,
        'left': 1001}


class Page(html.parser.HTMLParser):
    """What a page says, and the attributes of each tag by its name."""
    def __init__(self, path):
        super().__init__()
        self.words = []
        self.tags = {}
        with open(path, encoding='utf-8') as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attrs):
        self.tags[tag] = dict(attrs)

    def handle_data(self, data):
        if data.strip():
            self.words.append(data.strip())


class StoriesTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting('--panel', 'Landspanelet')
        self.ctl('import', 'notes', self.meeting, self.write('notes.csv', NOTES))
        os.unlink(self.path('notes.csv'))

    def codes(self):
        return [note['code'] for note in self.json('notes', self.meeting)]

    def holders(self, words):
        """The files of the folder that hold the words, backups and all."""
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    if words.encode() in file.read():
                        found.append(name)
        return found

    def held(self):
        """The lock that a program holds which writes."""
        lock = open(self.database + '.lock', 'a')
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.addCleanup(lock.close)


class CountTest(StoriesTest):
    def test_told_is_not_counted(self):
        """Stories that nobody has approved and agreed to are none."""
        self.assertEqual(self.ctl('stories', self.meeting),
                         'Landspanelet: 0 of 1001 stories. 1001 to go.\n0 of them are from this meeting\n')
        count = self.json('stories', self.meeting)
        self.assertRegex(count.pop('counted'), r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$')
        self.assertEqual(count, NONE)

    def test_json(self):
        path = self.path('count.json')
        self.ctl('stories', self.meeting, '--output', path)
        with open(path, encoding='utf-8') as file:
            count = json.load(file)
        count.pop('counted')
        self.assertEqual(count, NONE)
        self.assertNotIn('count.json', self.holders(SECRET))

    def test_page(self):
        path = self.path('count.html')
        self.ctl('stories', self.meeting, '-o', path)
        page = Page(path)
        self.assertEqual(page.tags['html']['lang'], 'en')
        self.assertEqual(page.tags['progress'], {'max': '1001', 'value': '0', 'aria-label': 'Stories'})
        for words in ('Landspanelet', '0', 'of 1001 stories', '1001 to go'):
            self.assertIn(words, page.words)
        for tag in ('script', 'link', 'img'):
            self.assertNotIn(tag, page.tags)
        self.assertNotIn('count.html', self.holders(SECRET))

    def test_wrong_ending(self):
        self.refused('stories', self.meeting, '-o', self.path('count.txt'), status=2)
        self.assertFalse(os.path.exists(self.path('count.txt')))


class WithdrawTest(StoriesTest):
    def test_asks_first(self):
        code = self.codes()[0]
        self.assertIn('--yes', self.refused('withdraw', self.meeting, code))
        self.assertEqual(len(self.codes()), 3)

    def test_gone(self):
        code = next(note['code'] for note in self.json('notes', self.meeting) if SECRET in note['text'])
        self.assertNotEqual(self.holders(SECRET), [])
        shown = self.ctl('withdraw', self.meeting, code, '--yes')
        self.assertIn(SECRET, shown)
        self.assertTrue(shown.endswith('Erased for good\n'))
        self.assertEqual(self.holders(SECRET), [])
        self.assertEqual(len(self.codes()), 2)
        self.assertNotIn(code, self.codes())
        path = self.path('later.csv')
        self.ctl('export', self.meeting, path, '--internal')
        self.assertNotIn(SECRET, ''.join(row['Note'] for row in read_csv(path)))
        self.ctl('check')
        self.refused('withdraw', self.meeting, code, '--yes')

    def test_where_it_went(self):
        for name in ('first.csv', 'second.xlsx'):
            self.ctl('export', self.meeting, self.path(name))
        self.ctl('stories', self.meeting, '-o', self.path('count.html'))
        code = self.codes()[0]
        shown = self.json('withdraw', self.meeting, code, '--yes')
        self.assertEqual(shown['codes'], [code])
        self.assertTrue(shown['erased'])
        self.assertEqual([trace['file'] for trace in shown['exported']], ['first.csv', 'second.xlsx'])

    def test_export_beside_the_app(self):
        """Whoever holds the database, the file is written; that it was cannot be noted then, which is told."""
        self.held()
        path = self.path('notes.csv')
        done = self.run_ctl('--database', self.database, 'export', self.meeting, path, '--internal')
        self.assertEqual(done.returncode, 0)
        self.assertIn('could not be noted', done.stderr)
        self.assertEqual(len(read_csv(path)), 3)

    def test_terminal(self):
        """At a terminal it asks, and takes the locale's letter for yes."""
        for answer, left in (('n', 3), ('', 3), ('y', 2)):
            with self.subTest(answer):
                ours, theirs = pty.openpty()
                os.write(ours, (answer + '\n').encode())
                done = subprocess.run([PROGRAM, '--database', self.database, 'withdraw', self.meeting, self.codes()[0]],
                                      env=environment(), stdin=theirs, capture_output=True, encoding='utf-8', timeout=120)
                os.close(ours)
                os.close(theirs)
                self.assertIn('Erase this for good?', done.stderr)
                self.assertEqual(len(self.codes()), left)

    def test_no_such_code(self):
        for code in ('99-001', '7', 'x'):
            with self.subTest(code):
                self.refused('withdraw', self.meeting, code, '--yes')
        self.assertEqual(len(self.codes()), 3)


if __name__ == '__main__':
    unittest.main(verbosity=2)
