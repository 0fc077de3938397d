# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions: on the cards of the board, as themes to be kept one by one, and while a note is typed."""
import json
import os
import sqlite3

import app

NOTES = '''kind;text;table;perspective;theme
dream;Min egen lejlighed med en nøgle;1;lived;Et hjem først
concern;Huslejen er for høj, og der er ingen boliger;1;lived;Et hjem først
dream;En lejlighed uden skimmel;2;lived;Et hjem først
dream;En læge der lytter;2;lived;Sundhed for alle
concern;Tandlægen koster for meget;3;lived;Sundhed for alle
concern;Lægen har ingen tid på hospitalet;3;lived;Sundhed for alle
dream;Jeg vil have en billig lejlighed med lav husleje;4;lived;
dream;Et rigtigt job med løn;5;lived;
concern;Arbejde og praktik uden løn, intet job bagefter;5;professional;
proposal;Løn for praktik og et job bagefter;6;professional;
dream;Nogen at spise sammen med om søndagen;7;relative;
concern;Jeg spiser alene om søndagen, ingen at spise med;7;relative;
dream;Et værested med åbent om natten og kaffe;8;lived;
dream;et værested med åbent om natten, og kaffe;9;lived;
'''

FLAT = 'list-item "Dream, Jeg vil have en billig lejlighed med lav husleje, 04-001"'


class SuggestTest(app.AppTest):
    def make_meeting(self, notes=NOTES):
        meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(notes)
        self.ctl('import', 'notes', meeting, path, '--themes')
        return meeting

    def get_themes(self, meeting):
        """{theme: codes of its notes}; None: those without one."""
        themes = {}
        for note in json.loads(self.ctl('notes', meeting, '--json')):
            for theme in note['themes'] or [None]:
                themes.setdefault(theme, []).append(note['code'])
        return themes

    def get_piles(self, meeting):
        """What the library proposes, best first, as the page shows it."""
        return json.loads(self.ctl('themes', 'suggest', meeting, '--json'))['piles']

    def at_themes(self, steps, **options):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+5
        ''' + steps, **options)

    def test_chip(self):
        """A card bears its likeliest theme; a click moves it there. Then the others have learnt of it, and undo makes them forget."""
        meeting = self.make_meeting()
        self.at_themes(f'''
            wait button "Move to “Et hjem først”"
            audit
            mouse button "Move to “Et hjem først”"
            wait "1 note moved to “Et hjem først”"
            gone {FLAT}
            key ctrl+z
            wait {FLAT}
            wait button "Move to “Et hjem først”"
            key Down
            focus {FLAT.split(' ', 1)[1]}
            key 1
            gone {FLAT}
        ''')
        self.assertIn('04-001', self.get_themes(meeting)['Et hjem først'])

    def test_own_words(self):
        """What only this panel says: silent at first, then known by the words that somebody wrote beside it; and undone."""
        meeting = self.make_meeting(NOTES[:NOTES.index('dream;Jeg vil have')] + 'dream;Kålrabien glemmes tit;9;lived;\n')
        self.at_themes('''
            wait list-item "~Dream, Kålrabien glemmes tit.*"
            gone button "Move to “Et hjem først”"
            key ctrl+g
            wait "No Groups Found"
            key F10
            click menu-item "Words That Belong Together…"
            wait dialog "Words That Belong Together"
            audit
            focus "New row, with commas between the words"
            type "Kålrabi, lejlighed"
            key Return
            wait button "Remove “Kålrabi, lejlighed”"
            focus "New row, with commas between the words"
            type "blåmejse, Parcel 7"
            key Escape
            gone dialog "Words That Belong Together"
            key Escape
            wait button "Move to “Et hjem først”"
        ''')
        notes = json.loads(self.ctl('themes', 'classify', meeting, '--json'))
        self.assertEqual([note['themes'][0]['theme'] for note in notes], ['Et hjem først'])
        with sqlite3.connect(f'file:{self.database}?mode=ro', uri=True) as database:
            self.assertEqual(database.execute('SELECT words FROM word_group ORDER BY id').fetchall(),
                             [('Kålrabi, lejlighed',), ('blåmejse, Parcel 7',)])
        self.at_themes('''
            wait button "Move to “Et hjem først”"
            key ctrl+g
            wait "No Groups Found"
            key F10
            click menu-item "Words That Belong Together…"
            click button "Remove “Kålrabi, lejlighed”"
            gone button "Remove “Kålrabi, lejlighed”"
            key Escape
            gone dialog "Words That Belong Together"
            key Escape
            gone button "Move to “Et hjem først”"
        ''')

    def test_persons(self):
        """What tells who somebody is is marked on the board, which the room may see; and no theme is called by it."""
        meeting = self.make_meeting('''kind;text;table
concern;Bodil Kastanjehøj henter metadon på apoteket, ring 11 22 33 44;1
dream;Bodil Kastanjehøj får sin metadon på apoteket;1
dream;Æbler;2
concern;En bus;2
proposal;Flere bænke;3
''')
        pile, = self.get_piles(meeting)
        self.assertNotIn('odil', json.dumps(pile))

        def check(session):
            def is_spoken():
                cards = [node for node in session.root.walk() if node.role == 'list item' and 'metadon' in node.name]
                others = [node for node in session.root.walk() if node.role == 'list item' and 'Æbler' in node.name]
                return (len(cards) == 2 and all('May tell who somebody is' in card.description for card in cards)
                        and len(others) == 1 and 'somebody' not in others[0].description)
            session.until(is_spoken, 'the two cards that name somebody to be described so')
        self.at_themes('wait list-item "Dream, Æbler, 02-001"', after=check)

    def test_spoken(self):
        """A screen reader says what the chips show, on the first visit and on the next."""
        self.make_meeting()

        def check(session):
            def is_spoken():
                cards = [node for node in session.root.walk() if node.role == 'list item' and
                         any(inner.name == 'Move to “Et hjem først”' for inner in node.walk())]
                return cards and all('Likely themes: 1 Et hjem først' in card.description for card in cards)
            session.until(is_spoken, 'each card with a likely theme to be described by it')

        def visit_twice(session):
            check(session)
            session.step('key alt+4')
            session.step('gone button "Move to “Et hjem først”"')
            session.step('key alt+5')
            session.step('wait button "Move to “Et hjem først”"')
            check(session)

        self.at_themes('wait button "Move to “Et hjem først”"', after=visit_twice)

    def test_found_in_a_theme(self):
        """What is found and has a theme needs none; what has none is helped as ever."""
        self.make_meeting()
        self.at_themes(f'''
            wait button "Move to “Et hjem først”"
            key ctrl+f
            focus "Find notes on the board"
            type "skimmel"
            wait list-item "Dream, En lejlighed uden skimmel, 02-001, 1: Et hjem først"
            settle
            gone button "Move to “Et hjem først”"
            key ctrl+a
            type "billig"
            wait {FLAT}
            wait button "Move to “Et hjem først”"
        ''')

    def test_no_theme_no_chip(self):
        self.make_meeting(NOTES.replace('Et hjem først', '').replace('Sundhed for alle', ''))
        self.at_themes(f'''
            wait {FLAT}
            settle
            gone button "Move to “Et hjem først”"
        ''')

    def test_keep_by_keys(self):
        """One is renamed and kept, one dropped, and what was kept can be undone."""
        meeting = self.make_meeting()
        piles = self.get_piles(meeting)
        n = sum(len(pile['notes']) for pile in piles)
        self.assertEqual(len(piles), 3)
        self.at_themes(f'''
            wait {FLAT}
            key ctrl+g
            wait "Suggested Themes"
            wait button "Keep"
            audit
            key F2
            focus "Name of the theme"
            type "Arbejde der passer til os"
            key Return
            focus "Keep"
            key Return
            wait "New theme “Arbejde der passer til os” from {len(piles[0]['notes'])} notes"
            key ctrl+z
            wait "{len(piles)} suggestions for {n} ungrouped notes"
            key Left
            focus "Arbejde der passer til os"
            key Return
            wait "{len(piles) - 1} suggestions for {n - len(piles[0]['notes'])} ungrouped notes"
            key 1 n 0 BackSpace
            key Delete
            wait "{len(piles) - 2} suggestion for {len(piles[2]['notes'])} ungrouped notes"
            key Escape Escape
            wait list-item "Dream, Et værested med åbent om natten og kaffe, 08-001"
        ''')
        themes = self.get_themes(meeting)
        self.assertEqual(sorted(themes['Arbejde der passer til os']), sorted(piles[0]['notes']))
        self.assertEqual(set(themes), {None, 'Et hjem først', 'Sundhed for alle', 'Arbejde der passer til os'})
        self.assertLessEqual(set(piles[1]['notes']), set(themes[None]))

    def test_drop(self):
        """What was dropped is brought back by key, by the offer and by the button; and a step before it stays."""
        meeting = self.make_meeting()
        piles = self.get_piles(meeting)
        n = sum(len(pile['notes']) for pile in piles)
        first = len(piles[0]['notes'])
        self.at_themes(f'''
            wait {FLAT}
            key ctrl+g
            wait button "Keep"
            key Return
            wait "{len(piles) - 1} suggestions for {n - first} ungrouped notes"
            key Delete
            wait "Suggestion dropped"
            key ctrl+z
            wait "{len(piles) - 1} suggestions for {n - first} ungrouped notes"
            gone "Suggestion dropped"
            click button "Drop the Rest"
            undo "{len(piles) - 1} suggestions dropped"
            wait "{len(piles) - 1} suggestions for {n - first} ungrouped notes"
            key Delete
            wait "Suggestion dropped"
            click button "Undo “Drop suggestions”"
            wait "{len(piles) - 1} suggestions for {n - first} ungrouped notes"
            key ctrl+z
            wait "{len(piles)} suggestions for {n} ungrouped notes"
            click "Said Twice"
            wait button "Keep Both"
            key Tab
            click button "Keep Both"
            wait "Both notes kept as they are"
            gone button "Keep Both"
            key ctrl+z
            wait button "Keep Both"
        ''')

    def test_keep_all(self):
        """All at once are one step of undo."""
        meeting = self.make_meeting()
        before = self.get_themes(meeting)
        piles = self.get_piles(meeting)
        self.at_themes(f'''
            wait {FLAT}
            key ctrl+g
            wait button "Keep All"
            click button "Keep All"
            wait "{len(piles)} themes from {sum(len(pile['notes']) for pile in piles)} notes"
            sleep 0.2
        ''')
        kept = self.get_themes(meeting)
        self.assertEqual(len(kept), len(before) + len(piles))
        for pile in piles:
            self.assertIn(sorted(pile['notes']), [sorted(codes) for codes in kept.values()])

    def test_taken_name(self):
        """Under the name of a theme that is there, the notes go into that."""
        meeting = self.make_meeting()
        piles = self.get_piles(meeting)
        self.at_themes(f'''
            wait {FLAT}
            key ctrl+g
            wait button "Keep"
            key F2
            focus "Name of the theme"
            type "sundhed for alle"
            key Return
            wait "There is a theme of this name already"
            focus "Move There"
            key Return
            wait "{len(piles[0]['notes'])} notes moved to “sundhed for alle”"
        ''')
        themes = self.get_themes(meeting)
        self.assertEqual(set(themes), {None, 'Et hjem først', 'Sundhed for alle'})
        self.assertLessEqual(set(piles[0]['notes']), set(themes['Sundhed for alle']))

    def test_join(self):
        """Notes that say the same come to stand together; no word is lost."""
        meeting = self.make_meeting()
        self.at_themes(f'''
            wait {FLAT}
            key ctrl+g
            wait "Said Twice"
            click "Said Twice"
            wait button "Join"
            wait "Joined, they make a theme of their own: neither has one."
            audit
            click button "Join"
            wait "09-001 joined to 08-001"
            gone button "Join"
        ''')
        themes = self.get_themes(meeting)
        self.assertEqual(themes['Et værested med åbent om natten og kaffe'], ['08-001', '09-001'])

    def test_none(self):
        self.make_meeting('kind;text;table\ndream;Æbler;1\nconcern;En bus;2\n')
        self.at_themes('''
            wait list-item "Concern, En bus, 02-001"
            key ctrl+g
            wait "No Groups Found"
            wait "There are too few ungrouped notes to compare."
            audit
            key Return
            wait list-item "Concern, En bus, 02-001"
        ''')

    def test_narrow(self):
        """One card at a time, and what it says is not shown any more once it was said otherwise."""
        meeting = self.make_meeting()
        piles = self.get_piles(meeting)
        self.at_themes(f'''
            wait "Suggest Themes"
            click button "Suggest Themes"
            wait "1 of {len(piles)}"
            audit
            click button "Next Suggestion"
            wait "2 of {len(piles)}"
            click button "Drop"
            gone "2 of {len(piles)}"
            click button "Keep"
            wait "1 of {len(piles) - 2}"
            key ctrl+z
            wait "1 of {len(piles) - 1}"
            click button "Keep"
            wait "1 of {len(piles) - 2}"
        ''', size='360x720')
        themes = self.get_themes(meeting)
        self.assertEqual(len(themes), 4)

    def test_capture(self):
        """Tab puts the note there while the line is shown; Escape takes it away; without one, Tab moves on."""
        meeting = self.make_meeting()
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+4
            focus "Note, Dream"
            type "En lejlighed med en husleje jeg kan betale"
            wait "Likely theme: “Et hjem først”"
            audit
            key Tab
            wait "Goes to “Et hjem først”"
            focus "Note, Dream"
            key Return
            gone "Goes to “Et hjem først”"
            type "Nøgle til egen lejlighed, og en husleje"
            wait "Likely theme: “Et hjem først”"
            key Escape
            gone "Likely theme: “Et hjem først”"
            key Return
            type "Huslejen i min lejlighed"
            wait "Likely theme: “Et hjem først”"
            key Tab
            wait "Goes to “Et hjem først”"
            key Escape
            gone "Goes to “Et hjem først”"
            type " igen"
            key Return
            type "xyz"
            key Tab
            focus "Table: none"
        ''')
        notes = {note['text']: note['themes'] for note in json.loads(self.ctl('notes', meeting, '--json'))}
        self.assertEqual(notes['En lejlighed med en husleje jeg kan betale'], ['Et hjem først'])
        self.assertEqual(notes['Nøgle til egen lejlighed, og en husleje'], [])
        self.assertEqual(notes['Huslejen i min lejlighed igen'], [])


if __name__ == '__main__':
    app.main()
