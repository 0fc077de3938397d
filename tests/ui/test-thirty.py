# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty notes become five themes: by keys alone from the start of the app, and by the pointer alone."""
import json
import os
import sqlite3

import app

KINDS = ('dream', 'concern', 'experience', 'proposal')
LABELS = {'dream': 'Dream', 'concern': 'Concern', 'experience': 'Experience', 'proposal': 'Proposal'}
THEMES = ('A home comes first', 'Help is there when we are', 'Someone to eat with', 'Money to the end of the month',
          'We are asked, not told')
N_NOTES = 30


class ThirtyTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.notes = [(KINDS[i % 4], f'What was said as number {i + 1}', i % 5) for i in range(N_NOTES)]
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('kind;text;table;perspective;time\n')
            file.writelines(f'{kind};{text};{1 + i % 3};lived;10:{i:02}\n' for i, (kind, text, _) in enumerate(self.notes))
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        self.ctl('import', 'notes', self.meeting, path)
        said = {note['text']: note['code'] for note in json.loads(self.ctl('notes', self.meeting, '--json'))}
        # as the cards are named; the newest stands first
        self.cards = [(f'{LABELS[kind]}, {text}, {said[text]}', theme) for kind, text, theme in reversed(self.notes)]

    def check(self):
        """Each note in its theme, and in none besides; said by SQLite, not by the app."""
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            placed = database.execute('SELECT note.text, theme.name FROM note JOIN placement ON placement.note = note.id'
                                      ' JOIN theme ON theme.id = placement.theme WHERE note.deleted = 0'
                                      ' AND placement.deleted = 0 AND theme.deleted = 0').fetchall()
            total, = database.execute('SELECT count (*) FROM note WHERE deleted = 0').fetchone()
        database.close()
        self.assertEqual(total, N_NOTES)
        self.assertEqual(sorted(placed), sorted((text, THEMES[theme]) for _, text, theme in self.notes))

    def open(self, steps, **options):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+5
        ''' + steps, **options)

    def test_by_keys_alone(self):
        """The first of each theme makes it, two more are chosen with it; the others follow by its digit."""
        steps = []
        loose = list(self.cards)
        for theme, name in enumerate(THEMES):
            chosen = [i for i, card in enumerate(loose) if card[1] == theme][:3]
            keys, at = ['Home'], 0
            for i in chosen:
                keys += ['Down'] * (i - at) + ['space']
                at = i
            loose = [card for i, card in enumerate(loose) if i not in chosen]
            steps.append(f'''
                key {' '.join(keys)}
                wait "3 selected"
                key n
                focus "Name of the theme"
                type "{name}"
                key Return
                wait grid-cell "{name}"
                gone "3 selected"
            ''')
        # as they lie: the first card, and the digit of its theme
        for n, (card, theme) in enumerate(loose):
            steps.append(f'''
                key Home
                focus "{card}"
                key {theme + 1}
                gone list-item "{card}"
            ''')
        self.open(f'focus "{self.cards[0][0]}"' + ''.join(steps) + 'wait "All Grouped"\naudit\n')
        self.check()

    def test_by_pointer_alone(self):
        """Some themes are made by a button, some by dropping; cards are dropped on them one at a time, and several at once."""
        by_theme = [[card for card, theme in self.cards if theme == i] for i in range(len(THEMES))]

        def group(session):
            for theme, name in enumerate(THEMES):
                first, *others = by_theme[theme]
                self.choose(session, [first])
                if theme % 2:
                    session.step('click button "Gather…"')
                else:
                    session.step(f'drag list-item "{first}" grid-cell "New theme from the selection or drop cards here"')
                session.step('wait button "Create"')
                session.step(f'set text-box "Name of the theme" "{name}"')
                session.step('click button "Create"')
                session.step(f'gone list-item "{first}"')
                # some one by one, the rest together
                session.step(f'drag list-item "{others[0]}" grid-cell "{name}"')
                session.step(f'gone list-item "{others[0]}"')
                self.choose(session, others[1:])
                session.step(f'drag list-item "{others[1]}" grid-cell "{name}"')
                for card in others[1:]:
                    session.step(f'gone list-item "{card}"')
            session.step('wait "All Grouped"')

        self.open('wait list-item "' + self.cards[0][0] + '"\n', after=group, size='1366x2600')
        self.check()

    def choose(self, session, cards):
        session.step(f'mouse list-item "{cards[0]}"')
        session.sh('xdotool', 'keydown', 'ctrl')
        for card in cards[1:]:
            session.step(f'mouse list-item "{card}"')
        session.sh('xdotool', 'keyup', 'ctrl')
        session.step(f'wait "{len(cards)} selected"')


if __name__ == '__main__':
    app.main()
