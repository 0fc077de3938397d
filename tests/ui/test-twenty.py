# SPDX-License-Identifier: GPL-3.0-or-later
"""By real keys alone, from opening the app to the twentieth note; each step says how long it took."""
import sqlite3
import time

import app

OPEN = [('the list of meetings', 'wait button "Open Meeting"'),
        ('the meeting', '''
            key Return
            gone button "Open Meeting"
        '''),
        ('the field', '''
            key alt+4
            focus "Note, Dream"
        ''')]


def choose(key, first, choice, n_times):
    """Opens the menu of this key, and goes down from its first choice to another."""
    return f'''
        key {key}
        focus "{first}"
        key {'Down ' * n_times}
        focus "{choice}"
        key Return
    '''


def fill_in(key, words):
    return f'''
        key {key}
        type "{words}"
        key Return
    '''


# a note is what holds from here on, by which keys, and its words
NOTES = [
    ({'kind': 'dream'}, '', 'Et hjem med en nøgle'),
    ({}, '', 'At nogen ringer på'),
    ({'kind': 'concern'}, 'key ctrl+2', 'Huslejen er for høj'),
    ({'table_number': 3}, fill_in('alt+t', '3'), 'Varmestuen lukker kl. fire'),
    ({'perspective': 'professional'}, choose('alt+p', 'Lived experience', 'Professional knowledge', 1), 'Vi mangler folk om natten'),
    ({'kind': 'experience'}, 'key ctrl+3', 'Otte mand på et værelse'),
    ({}, '', 'Åben dør hjælper\nogså de stille'),
    ({'kind': 'proposal'}, 'key ctrl+4', 'En indgang til det hele'),
    ({'profile': 'Man, 54 years'}, fill_in('alt+r', 'Man, 54 years'), 'En fast kontaktperson'),
    ({'municipality': 'Vejle'}, fill_in('alt+m', 'Vejle'), 'Tandlæge uden forskud'),
    ({'verbatim': 1}, 'key alt+v', 'Jeg vil have min egen dør'),
    ({'consent': 1}, 'key alt+q', 'Spørg os, før I bygger'),
    ({}, '', 'Æbler er også mad'),
    ({'kind': 'dream'}, 'key ctrl+1', 'En have, vi er fælles om'),
    # a permission is one person's: who comes next is asked again
    ({'profile': 'Woman, 31 years', 'consent': 0}, fill_in('alt+r', 'Woman, 31 years'), 'Tid til at blive rask'),
    ({'consent': 1}, 'key alt+q', 'Mine børn hver anden uge'),
    ({'verbatim': 0}, 'key alt+v', 'Et arbejde på fire timer'),
    ({'table_number': 12}, fill_in('alt+t', '12'), 'At blive hilst på'),
    ({'kind': 'concern', 'perspective': 'relative'}, 'key ctrl+2'
     + choose('alt+p', 'Lived experience', 'Relative', 4), 'Vi får intet at vide'),
    ({'kind': 'experience', 'municipality': None}, 'key ctrl+3' + '''
        key alt+m BackSpace Return
    ''', 'Ventetiden var et år'),
]
KINDS = {'dream': 'Dream', 'concern': 'Concern', 'experience': 'Experience', 'proposal': 'Proposal'}
FIELDS = ('kind', 'text', 'table_number', 'perspective', 'profile', 'municipality', 'verbatim', 'consent')


class TwentyTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        self.expected = []

    def take_timed(self, session, what, steps):
        began = time.monotonic()
        self.take(session, steps)
        print(f'# {what}: {1000 * (time.monotonic() - began):,.0f} ms', flush=True)

    def type_note(self, session, changes, keys, text):
        former = self.expected[-1] if self.expected else dict.fromkeys(FIELDS) | {'verbatim': 0, 'consent': 0}
        note = former | changes | {'text': text}
        number = len(self.expected) + 1
        field = f'focus "Note, {KINDS[note["kind"]]}"'
        if keys:
            self.take_timed(session, f'before note {number}: {", ".join(changes)}', f'{keys}\n{field}')
        lines = '\nkey shift+Return\n'.join(f'type "{line}"' for line in text.split('\n'))
        self.take_timed(session, f'note {number}', f'''
            {field}
            {lines}
            key Return
            wait "{number} in all"
        ''')
        self.expected.append(note)

    def type_all(self, session):
        for what, steps in OPEN:
            self.take_timed(session, what, steps)
        for note in NOTES:
            self.type_note(session, *note)
        print(f'# from the start of the app to note {len(NOTES)}: {time.time() - session.started:,.1f} s', flush=True)
        self.take(session, 'audit')

    def test_from_opening_to_the_twentieth_note(self):
        def type_all(session):
            print(f'# the first window: {1000 * session.startup:,.0f} ms', flush=True)
            self.type_all(session)

        self.use('', after=type_all)
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            rows = database.execute(f'SELECT {", ".join(FIELDS)} FROM note ORDER BY time').fetchall()
        for row, note in zip(rows, self.expected):
            self.assertEqual(dict(zip(FIELDS, row)), note)
        self.assertEqual(len(rows), 20)


if __name__ == '__main__':
    app.main()
