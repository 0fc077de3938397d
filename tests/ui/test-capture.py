# SPDX-License-Identifier: GPL-3.0-or-later
"""The field of the Notes stage: drafts come back, lines become notes, and what tells who somebody is, is seen and masked."""
import glob
import json
import os
import signal
import time

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+4
    focus "Note, Dream"
'''
ROSTER = 'name;organisation\nIngrid Skovgaard;Vejle Udsatteråd\n'


class CaptureTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')

    def get_notes(self):
        return json.loads(self.ctl('notes', self.meeting, '--json'))

    def get_texts(self):
        return [note['text'] for note in self.get_notes()]

    def get_drafts(self):
        return glob.glob(os.path.join(os.path.dirname(self.database), '*.draft'))

    def test_draft_comes_back(self):
        """What was not sent is no note; it is in the field again, after another page and after the app was closed."""
        self.use(OPEN + '''
            key ctrl+2
            focus "Note, Concern"
            type "Halv"
            key alt+Home
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+4
            focus "Note, Concern"
            text text-box "Note, Concern" "Halv"
            type " sagt"
        ''')
        self.assertEqual(self.get_texts(), [])
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+4
            focus "Note, Concern"
            text text-box "Note, Concern" "Halv sagt"
            key Return
            wait list-item "Concern: Halv sagt"
            wait "1 in all"
        ''')
        self.assertEqual(self.get_texts(), ['Halv sagt'])
        self.assertEqual(self.get_drafts(), [])

    def test_draft_survives_a_kill(self):
        def kill(session):
            deadline = time.monotonic() + 20
            while not any('ikke sendt' in open(path, encoding='utf-8').read() for path in self.get_drafts()):
                self.assertLess(time.monotonic(), deadline, 'the draft was never written down')
                time.sleep(.05)
            os.kill(session.app.pid, signal.SIGKILL)
            session.app.wait()

        self.use(OPEN + '''
            type "sendt"
            key Return
            wait list-item "Dream: sendt"
            wait "1 in all"
            type "ikke sendt"
        ''', after=kill)
        self.assertEqual(self.get_texts(), ['sendt'])
        self.use(OPEN + 'text text-box "Note, Dream" "ikke sendt"')

    def test_sent_come_back_one_by_one(self):
        """Notes that were sent and not saved, as when the disk was full and the power went: each as it was said."""
        drafts = [
            {'note': '01a215a8-6194-7001-b017-f19f4e1dcc18', 'kind': 'dream', 'item': '', 'text': 'Et hjem', 'accepted': '',
             'sent': True, 'time': 1700000000000, 'table': 3, 'perspective': 'lived', 'municipality': 'Ærø', 'verbatim': True},
            {'note': '01a215a8-6194-7001-b017-f19f4e1dcc19', 'kind': 'concern', 'item': '', 'text': 'Huslejen', 'accepted': '',
             'sent': True, 'time': 1700000001000, 'table': 4},
            {'note': '01a215a8-6194-7001-b017-f19f4e1dcc1a', 'kind': 'dream', 'item': '', 'text': 'Halv', 'accepted': ''}]
        with open(f'{self.database}-{self.meeting}.draft', 'w', encoding='utf-8') as file:
            json.dump(drafts, file)
        self.use(OPEN + '''
            wait "2 in all"
            text text-box "Note, Dream" "Halv"
            key alt+Home
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+4
            focus "Note, Dream"
            text text-box "Note, Dream" "Halv"
            wait "2 in all"
            key ctrl+a BackSpace
        ''')
        notes = {note['text']: note for note in self.get_notes()}
        self.assertEqual(sorted(notes), ['Et hjem', 'Huslejen'])
        self.assertEqual([notes['Et hjem'][field] for field in ('kind', 'table', 'municipality', 'verbatim')],
                         ['dream', 3, 'Ærø', True])
        self.assertEqual([notes['Huslejen'][field] for field in ('kind', 'table')], ['concern', 4])
        self.assertEqual(self.get_drafts(), [])

    def test_sent_and_withdrawn(self):
        """The file of a note that was sent just before the power went keeps no words when the note is erased."""
        note = '01a215a8-6194-7001-b017-f19f4e1dcc18'
        path = f'{self.database}-{self.meeting}.draft'
        draft = {'note': note, 'kind': 'story', 'item': '', 'text': 'zebra', 'accepted': '', 'sent': True}
        with open(path, 'w', encoding='utf-8') as file:
            json.dump([draft], file)
        self.use(OPEN + 'wait "1 in all"')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump([draft], file)
        self.ctl('withdraw', self.meeting, '00-001', '--yes')
        self.assertEqual(self.get_texts(), [])
        self.assertEqual(self.get_drafts(), [])

    def test_one_note_per_line(self):
        self.use(OPEN + '''
            type "Et hjem"
            key shift+Return shift+Return
            type "En nøgle"
            key shift+Return
            type "En nabo"
            gone button "One Note per Line"
            key ctrl+a ctrl+x
            text text-box "Note, Dream" ""
            key ctrl+v
            wait button "One Note per Line"
            audit
            key ctrl+shift+Return
            wait "3 in all"
            focus "Note, Dream"
            text text-box "Note, Dream" ""
            gone button "One Note per Line"
            key ctrl+v
            wait button "One Note per Line"
            key Return
            wait "4 in all"
        ''')
        self.assertEqual(sorted(self.get_texts()), ['En nabo', 'En nøgle', 'Et hjem', 'Et hjem\n\nEn nøgle\nEn nabo'])

    def test_composes_letters(self):
        self.use(OPEN + '''
            type "På gaden"
            key Return
            wait "1 in all"
        ''')
        self.assertEqual(self.get_texts(), ['På gaden'])

    def test_mask(self):
        path = os.path.join(self.folder, 'roster.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(ROSTER)
        self.ctl('import', 'roster', self.meeting, path)
        self.use(OPEN + '''
            type "Ring til 22 33 44 55"
            wait button "Mask"
            wait button "Mask"
            audit
            key ctrl+m
            text text-box "Note, Dream" "Ring til [phone]"
            gone button "Mask"
            type " og Ingrid Skovgaard i Vejle"
            wait button "Mask"
            key ctrl+shift+m
            gone button "This Is Fine"
            key Return
            wait "1 in all"
            type "Igen 22 33 44 55"
            wait button "This Is Fine"
            key Return
            wait "2 in all"
        ''')
        self.assertEqual(sorted(self.get_texts()), ['Igen 22 33 44 55',
                                                    'Ring til [phone] og Ingrid Skovgaard i Vejle'])

    def pick_correction(self, session, word):
        """Opens the field's menu until it offers a word: the dictionary is read beside the typing."""
        def look():
            session.step('key Left Right')
            time.sleep(.5)
            session.step('key Menu')
            time.sleep(.5)
            found = session.find('menu item', word, 1)
            if not found:
                session.step('key Escape')
            return found

        session.click(session.until(look, f'a menu with {word}'))

    def test_spelling(self):
        def spell(session):
            self.pick_correction(session, 'drømmer')
            self.take(session, '''
                text text-box "Note, Dream" "Jeg drømmer om"
                key End Return
                wait "1 in all"
                type "Jeg drømer"
                key ctrl+Left Right Right
            ''')
            self.pick_correction(session, 'Check Spelling')
            self.take(session, '''
                focus "Note, Dream"
                key Menu
                wait menu-item "Check Spelling"
                gone menu-item "drømmer"
                key Escape
            ''')

        self.use(OPEN + '''
            type "Jeg drømer om"
            key ctrl+Left ctrl+Left Right Right
        ''', after=spell)
        self.assertEqual(self.get_texts(), ['Jeg drømmer om'])

    def test_profile(self):
        """A profile that fits one person only is warned of, and a wider one is a key away."""
        self.use(OPEN + '''
            key alt+r
            type "Woman, 27 years, on cash benefit"
            wait "Nobody else in the meeting has this profile: it could point at a person."
            gone button "Use “Woman, 20–29 years”"
            key Return
            focus "Note, Dream"
            type "A home"
            key Return
            wait "1 in all"
            key alt+r
            focus "Profile: gender, age, situation. Never a name."
            type "Woman, 22 years, once in care"
            wait button "Use “Woman, 20–29 years”"
            audit
            tab button "Use “Woman, 20–29 years”"
            key Return
            focus "Profile: gender, age, situation. Never a name."
            gone "Nobody else in the meeting has this profile: it could point at a person."
            key Return
            focus "Note, Dream"
            wait "Profile: Woman, 20–29 years"
            type "A key"
            key Return
            wait "2 in all"
        ''')
        self.assertEqual([note['profile'] for note in self.get_notes()],
                         ['Woman, 27 years, on cash benefit', 'Woman, 20–29 years'])

    def test_municipality(self):
        """Those of the meeting are suggested first, then Denmark's; what nobody knows is kept, and marked."""
        path = os.path.join(self.folder, 'roster.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('name;municipality\nIngrid Skovgaard;Vejle\nBo Lind;Vejle\nPia Holm;Svendborg\n')
        self.ctl('import', 'roster', self.meeting, path)
        self.use(OPEN + '''
            key alt+m
            focus "Municipality"
            wait list-item "Vejle"
            wait list-item "Svendborg"
            audit
            type "taas"
            wait list-item "Høje-Taastrup"
            key Return
            focus "Note, Dream"
            wait "Municipality: Høje-Taastrup"
            type "A home"
            key Return
            wait "1 in all"
            key alt+m
            focus "Municipality"
            wait list-item "Vejle"
            key Down Return
            focus "Note, Dream"
            wait "Municipality: Vejle"
            key alt+m
            focus "Municipality"
            type "Ved"
            wait "None of Denmark’s municipalities is called that. It is kept as you write it."
            key Return
            focus "Note, Dream"
            wait "Municipality: Ved"
            type "A key"
            key Return
            wait "2 in all"
            key alt+m
            focus "Municipality"
            type "køben"
            wait list-item "København"
            key Up Return
            focus "Note, Dream"
            wait "Municipality: køben"
            key alt+m
            focus "Municipality"
            type "år"
            mouse list-item "Aarhus"
            focus "Note, Dream"
            wait "Municipality: Aarhus"
        ''')
        self.assertEqual([note['municipality'] for note in self.get_notes()], ['Høje-Taastrup', 'Ved'])

    def test_municipality_narrow(self):
        self.use(OPEN + '''
            mouse "Whose note is it?"
            click text-box "Municipality"
            type "aar"
            wait list-item "Aarhus"
            audit
            key Return
            text text-box "Municipality" "Aarhus"
            gone list-item "Aarhus"
            type "x"
            wait "None of Denmark’s municipalities is called that. It is kept as you write it."
        ''', size='360x720')

    def test_table_is_a_number(self):
        """What is no number is not taken, and not passed over in silence."""
        self.use(OPEN + '''
            key alt+t
            type "7"
            key Return
            wait "Table: Table 7"
            key alt+t
            focus "Table number"
            type "abc"
            wait "A table is a number from 1 to 999."
            audit
            key Return
            focus "Table number"
            key Escape
            focus "Note, Dream"
            wait "“abc” is no table: it is still table 7"
            wait "Table: Table 7"
        ''')

    def test_mask_by_pointer_narrow(self):
        self.use(OPEN + '''
            type "Skriv til bo@example.org"
            wait button "Mask"
            audit
            mouse button "Mask"
            gone button "Mask"
            focus "Note, Dream"
            key Return
            wait "1 in all"
        ''', size='360x720')
        self.assertNotIn('example', self.get_texts()[0])


if __name__ == '__main__':
    app.main()
