# SPDX-License-Identifier: GPL-3.0-or-later
"""A story: told in four parts, agreed to, approved, counted, exported, and withdrawn so that it is nowhere any more."""
import json
import os
import resource
import shutil
import signal
import sqlite3
import time

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+4
    focus "Note, Dream"
'''
SECRET = 'Fjordhesten og jeg'
KEEP = '“May we keep your story? It stays with the council, under a number, without your name.”'
QUOTE = '“May we quote from your story, without saying who you are?”'
PUBLISH = '“May we publish the whole story, in print or online, without your name? What is published cannot always be called back.”'
TELL = f'''
    key ctrl+t
    focus "Before"
    type "{SECRET} sov ude"
    key Tab
    focus "The turning point"
    type "En spurgte om mit navn"
    key Tab
    focus "Today"
    type "Nu har jeg en nøgle"
    key Tab
    focus "What helped"
    type "En der blev"
'''
AGREE = f'''
    key Tab
    focus "{KEEP}"
    wait "The teller has not agreed that it is kept."
    key space
    state switch "{KEEP}" checked
    wait "The teller has not agreed that it is quoted."
    key Tab
    focus "{QUOTE}"
    key space
    state switch "{QUOTE}" checked
    wait "The teller has not approved it."
    key Tab Tab
    focus "The teller has heard it and said yes"
    key space
    wait "Counts towards the goal"
    wait "1 of 1,001 stories · 1,000 to go"
'''
WORDS = '\n\n'.join((f'{SECRET} sov ude', 'En spurgte om mit navn', 'Nu har jeg en nøgle', 'En der blev'))


class StoriesTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'story-stand', '--title', 'Stand')

    def tell(self, steps, **options):
        self.use(OPEN + TELL + steps, **options)

    def get_notes(self):
        return json.loads(self.ctl('notes', self.meeting, '--json'))

    def count(self):
        return json.loads(self.ctl('stories', self.meeting, '--json'))['stories']

    def read(self, sql):
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            return database.execute(sql).fetchone()

    def test_draft_survives_a_kill(self):
        """What was told last is there again, in a story that was begun and in one that was on the disk for some time."""
        def kill(words):
            def wait_and_kill(session):
                path = f'{self.database}-{self.meeting}.story.draft'
                deadline = time.monotonic() + 20
                while not (os.path.exists(path) and words in open(path, encoding='utf-8').read()):
                    self.assertLess(time.monotonic(), deadline, 'the story was never written down')
                    time.sleep(.05)
                os.kill(session.app.pid, signal.SIGKILL)
                session.app.wait()
            return wait_and_kill

        self.use(OPEN + '''
            key ctrl+t
            focus "Before"
            type "Jeg sov ude"
        ''', after=kill('Jeg sov ude'))
        self.use(OPEN + '''
            wait list-item "Story: Jeg sov ude"
            key Tab
            wait "1 in all"
            double list-item "Story: Jeg sov ude"
            focus "Before"
            text text-box "Before" "Jeg sov ude"
            key Tab
            focus "The turning point"
            type "En spurgte"
        ''', after=kill('En spurgte'))
        self.use(OPEN + 'wait "1 in all"')
        self.assertEqual([note['text'] for note in self.get_notes()], ['Jeg sov ude\n\nEn spurgte'])
        self.assertEqual([name for name in os.listdir(os.path.dirname(self.database)) if name.endswith('.draft')], [])

    def test_mask(self):
        """What tells who somebody is, is seen in each part, and goes out of every file, also when it was saved before."""
        def mask(session):
            self.take(session, '''
                key ctrl+t
                focus "Before"
                type "Ring 22 33 44 55 til mor"
                wait button "Mask"
                key Tab
                focus "Mask"
                key Tab Tab
                focus "The turning point"
                type "Hun hed bo@example.org"
                wait "“bo@example.org”: This is an email address"
                audit
                key ctrl+shift+m
                gone "“bo@example.org”: This is an email address"
                wait "00-001 · saved"
            ''')
            self.assertNotEqual(self.holders('22 33 44 55'), [])
            self.take(session, '''
                click text-box "Before"
                key ctrl+m
                text text-box "Before" "Ring [phone] til mor"
                gone "“22 33 44 55”: This is a telephone number"
                focus "Before"
                wait "00-001 · saved"
                key Escape
                gone text-box "Before"
            ''')
            self.assertEqual(self.holders('22 33 44 55'), [])

        self.use(OPEN, after=mask)
        self.assertEqual([note['text'] for note in self.get_notes()], ['Ring [phone] til mor\n\nHun hed bo@example.org'])
        self.assertIn('example.org', self.read('SELECT accepted FROM note')[0])

    def holders(self, words):
        """The files below the home that hold the words: database, logs, backups and whatever there is."""
        found = []
        for folder, _, names in os.walk(self.home):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    if words.encode() in file.read():
                        found.append(name)
        return found

    def test_told_agreed_approved_counted(self):
        self.tell(AGREE + '''
            audit
            key Escape
            gone dialog "Story"
            wait "1 in all"
        ''')
        note, = self.get_notes()
        self.assertEqual((note['kind'], note['text'], note['consent']), ('story', WORDS, True))
        self.assertEqual(self.count(), 1)
        self.assertEqual(self.read('SELECT keep_wording, quote_wording, publish_wording, publish_time FROM note'),
                         (1, 1, None, None))

    def test_nothing_is_on_until_said(self):
        self.tell(f'''
            state switch "{KEEP}" !checked
            state switch "{QUOTE}" !checked
            state switch "{PUBLISH}" !checked
            state switch "The teller has heard it and said yes" !checked
            key Escape
            gone dialog "Story"
        ''')
        self.assertEqual(self.get_notes()[0]['text'], WORDS)
        self.assertEqual(self.count(), 0)

    def test_never_begun_is_no_note(self):
        self.use(OPEN + '''
            key ctrl+t
            focus "Before"
            key Escape
            gone dialog "Story"
            wait "No Notes Yet"
        ''')
        self.assertEqual(self.get_notes(), [])

    def test_what_was_typed_comes_along(self):
        self.use(OPEN + '''
            type "Jeg sov ude"
            key ctrl+5
            focus "Note, Story"
            wait button "Tell It in Four Parts"
            key ctrl+t
            focus "Before"
            wait "Jeg sov ude"
            key Escape
            gone dialog "Story"
            wait list-item "Story: Jeg sov ude"
        ''')
        self.assertEqual([note['text'] for note in self.get_notes()], ['Jeg sov ude'])

    def test_other_words_are_not_approved(self):
        """Opened again from the list, and changed: what the teller approved were other words."""
        short = TELL[:TELL.index('key Tab')] + 'key Tab Tab Tab\n'
        self.use(OPEN + short + AGREE + f'''
            key Escape
            gone dialog "Story"
            wait "1 in all"
            tab list-item "Story: {SECRET} sov ude"
            key ctrl+t
            focus "Before"
            state switch "The teller has heard it and said yes" checked
            key ctrl+End
            type " i to år"
            wait "The words have changed since. Read the story aloud again."
            wait "The teller has not approved it."
            key Escape
            gone dialog "Story"
        ''')
        self.assertEqual(self.count(), 0)
        self.assertIn('sov ude i to år', self.get_notes()[0]['text'])

    def test_saved_while_it_is_told(self):
        """Whoever talks for long need not close it, nor fear for what is written."""
        self.tell('''
            wait "00-001 · saved"
        ''', after=lambda app: (self.assertEqual(self.get_notes()[0]['text'], WORDS),
                                  self.take(app, 'key Escape\ngone dialog "Story"')))

    def test_disk_full(self):
        """It does not close with words that are nowhere else, and saves them as soon as there is room."""
        def fill_up(session):
            pid = session.app.pid
            unlimited = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, unlimited[1]))
            self.take(session, TELL)
            session.step('key Escape')
            session.step('wait button "Try Again"')
            session.step('wait dialog "Story"')
            resource.prlimit(pid, resource.RLIMIT_FSIZE, unlimited)
            session.step('click button "Try Again"')
            session.step('wait "00-001 · saved"')
            session.step('key Escape')
            session.step('gone dialog "Story"')

        # writing past its limit kills a program, but for one that ignores the signal: that gets an error, as from a full disk
        self.use(OPEN, after=fill_up, wrap=['sh', '-c', "trap '' XFSZ; exec \"$@\"", 'sh'])
        self.assertEqual(self.get_notes()[0]['text'], WORDS)

    def test_withdrawn_is_nowhere(self):
        self.tell(AGREE + '''
            key Escape
            gone dialog "Story"
            wait "1 in all"
        ''')
        path = os.path.join(self.home, '..', 'before.csv')
        self.ctl('export', self.meeting, path, '--internal')
        code = self.get_notes()[0]['code']
        shutil.copy(self.database, os.path.join(self.data, 'landspanel', 'backups', 'landspanel-2026-01-02.db'))
        self.assertIn('landspanel-2026-01-02.db', self.holders(SECRET))

        self.use(OPEN + f'''
            key F10
            click menu-item "Withdraw a Story…"
            focus "Code of the note, such as 07-012"
            type "99-001"
            wait "This meeting has no note with the code “99-001”."
            key ctrl+a
            type "{code}"
            wait "before.csv"
            audit
            key Return
            wait button "Cancel"
            wait "Erase {code} for Good?"
            audit
            click button "Erase"
            wait "The story has been erased"
            wait "No Notes Yet"
        ''')
        self.assertEqual(self.holders(SECRET), [])
        self.assertEqual(self.get_notes(), [])
        self.assertEqual(self.count(), 0)
        later = os.path.join(self.folder, 'later.csv')
        self.ctl('export', self.meeting, later, '--internal')
        with open(later, encoding='utf-8') as file:
            self.assertNotIn(SECRET, file.read())


if __name__ == '__main__':
    app.main()
