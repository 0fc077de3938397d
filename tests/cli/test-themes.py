# SPDX-License-Identifier: GPL-3.0-or-later
"""themes: where notes without a theme seem to belong, and putting them there."""

import unittest

from ctl import CtlTest, read_csv, KICKOFF_NOTES

HOME = ['Jeg mangler en lejlighed med egen nøgle', 'Huslejen er for høj, og ventelisten til en bolig er lang',
        'Herberget er ikke et hjem']
MONEY = ['Kontanthjælpen rækker ikke til medicin', 'Min gæld vokser, rykkerne kommer hver uge',
         'Efter regningerne er der ingen penge tilbage']
LOOSE = ['Depositum og indskud kan jeg ikke skaffe', 'xyzzy', 'Fogeden tager det hele']


class ThemesTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.new_meeting()

    def take(self, meeting, theme, *texts):
        rows = ''.join(f'dream;{text};{theme}\n' for text in texts)
        self.ctl('import', 'notes', meeting, self.write('a.csv', f'kind;text;theme\n{rows}'), '--themes')

    def take_all(self):
        self.take(self.meeting, 'Et sted at bo', *HOME)
        self.take(self.meeting, 'Råd til livet', *MONEY)
        self.take(self.meeting, '', *LOOSE)

    def themes(self):
        return {note['text']: note['themes'] for note in self.json('notes', self.meeting)}

    def codes(self):
        return {note['text']: note['code'] for note in self.json('notes', self.meeting)}


class ClassifyTest(ThemesTest):
    def test_shape(self):
        self.take_all()
        found = self.json('themes', 'classify', self.meeting)
        self.assertEqual([note['code'] for note in found], [self.codes()[text] for text in LOOSE])
        self.assertEqual(list(found[0]), ['code', 'sure', 'themes'])
        self.assertEqual([theme['theme'] for theme in found[0]['themes']][0], 'Et sted at bo')
        self.assertEqual(list(found[0]['themes'][0]), ['theme', 'score', 'words', 'resembles'])
        self.assertTrue(0 < found[0]['themes'][0]['score'] <= 1)
        self.assertIn('Depositum', found[0]['themes'][0]['words'])
        self.assertIn(self.codes()[HOME[1]], found[0]['themes'][0]['resembles'])
        self.assertTrue(found[0]['sure'])
        self.assertEqual(found[1], {'code': self.codes()['xyzzy'], 'sure': False, 'themes': []})

    def test_text(self):
        self.take_all()
        lines = self.ctl('themes', 'classify', self.meeting).splitlines()
        self.assertEqual(len(lines), 3)
        self.assertRegex(lines[0], r'^00-007   Et sted at bo 0\.\d\d')
        self.assertEqual(lines[1], '00-008   unsure')

    def test_nothing_to_ask(self):
        self.assertEqual(self.json('themes', 'classify', self.meeting), [])
        self.assertEqual(self.ctl('themes', 'classify', self.meeting), '')
        self.take(self.meeting, '', 'En hund')
        note, = self.json('themes', 'classify', self.meeting)
        self.assertEqual((note['sure'], note['themes']), (False, []))

    def test_learns_from_other_meetings_of_the_panel(self):
        self.take(self.meeting, 'Det nære', 'Kaffe')
        self.take(self.meeting, 'Det fjerne', 'Te')
        self.take(self.meeting, '', 'Undulater')
        note, = self.json('themes', 'classify', self.meeting)
        self.assertEqual(note['themes'], [])
        stranger = self.new_meeting('--panel', 'Et andet panel')
        self.take(stranger, 'Det fjerne', 'En undulat i bur')
        note, = self.json('themes', 'classify', self.meeting)
        self.assertEqual(note['themes'], [])
        earlier = self.new_meeting('--date', '2026-01-01')
        self.take(earlier, 'DET NÆRE', 'En undulat i bur')
        note, = self.json('themes', 'classify', self.meeting)
        self.assertEqual([theme['theme'] for theme in note['themes']], ['Det nære'])

    def test_sample(self):
        """Notes of the sample, of which every fifth has lost its theme."""
        rows = read_csv(KICKOFF_NOTES)
        for theme in sorted({row['theme'] for row in rows}):
            self.take_quoted([row for row in rows if row['theme'] == theme])
        right = {note['text']: row['theme'] for note, row in
                 zip(sorted(self.json('notes', self.meeting), key=lambda note: note['text']),
                     sorted(rows, key=lambda row: row['text'])) if not note['themes']}
        texts = {note['code']: note['text'] for note in self.json('notes', self.meeting)}
        found = self.json('themes', 'classify', self.meeting)
        hits = sum(right[texts[note['code']]] in [theme['theme'] for theme in note['themes'][:3]] for note in found)
        self.assertEqual(len(found), len(right))
        self.assertGreater(hits / len(found), 0.6)

    def take_quoted(self, rows):
        def quote(text):
            return '"' + text.replace('"', '""') + '"'

        lines = ''.join(f'{row["kind"]};{quote(row["text"])};{row["theme"] if i % 5 else ""}\n'
                        for i, row in enumerate(rows))
        self.ctl('import', 'notes', self.meeting, self.write('q.csv', 'kind;text;theme\n' + lines), '--themes')


class SuggestTest(ThemesTest):
    notes = ['Jeg drømmer om at min hund må være på herberget', 'Jeg drømmer om en tandlæge jeg har råd til',
             'Jeg drømmer om fred', 'Hund forbudt på herberget, så jeg sover ude med hunden',
             'Tandlægen er for dyr, jeg har ikke råd til mine tænder', 'Jeg drømmer om fred!']

    def setUp(self):
        super().setUp()
        self.take(self.meeting, '', *self.notes)

    def test_shape(self):
        found = self.json('themes', 'suggest', self.meeting)
        self.assertEqual(list(found), ['piles', 'pairs'])
        piles = [set(pile['notes']) for pile in found['piles']]
        self.assertIn({'00-001', '00-004'}, piles)
        self.assertIn({'00-002', '00-005'}, piles)
        self.assertEqual(list(found['piles'][0]), ['name', 'words', 'notes', 'likeness'])
        self.assertEqual([pair['notes'] for pair in found['pairs']], [['00-003', '00-006']])

    def test_text(self):
        out = self.ctl('themes', 'suggest', self.meeting)
        self.assertIn('  00-004   Hund forbudt på herberget, så jeg sover ude med hunden\n', out)
        self.assertTrue(out.endswith('\nThese say nearly the same:\n  00-003   00-006\n'), out)

    def test_nothing(self):
        other = self.new_meeting()
        self.assertEqual(self.json('themes', 'suggest', other), {'piles': [], 'pairs': []})
        self.assertEqual(self.ctl('themes', 'suggest', other), '')

    def test_accept_a_pile(self):
        moved = self.json('themes', 'accept', self.meeting, '--pile', '0-1')
        self.assertEqual({note['code'] for note in moved}, {'00-001', '00-004'})
        name = moved[0]['theme']
        self.assertIn('hund', name.lower())
        self.assertEqual([self.themes()[self.notes[i]] for i in (0, 3, 1)], [[name], [name], []])
        self.assertNotIn('00-001', str(self.json('themes', 'suggest', self.meeting)))

    def test_accept_a_pile_by_another_name(self):
        out = self.ctl('themes', 'accept', self.meeting, '--pile', '00-002', '--name', ' Tænder til alle ')
        self.assertEqual(sorted(out.splitlines()), ['00-002   Tænder til alle', '00-005   Tænder til alle'])
        self.assertEqual(self.json('show', self.meeting)['notes']['by_theme'], {'Tænder til alle': 2})
        self.assertTrue(self.json('check')['ok'])

    def test_refused(self):
        self.assertIn('00-099', self.refused('themes', 'accept', self.meeting, '--pile', '00-099'))
        self.assertIn('--pile', self.refused('themes', 'accept', self.meeting, status=2))
        self.assertIn('--pile', self.refused('themes', 'accept', self.meeting, '--name', 'Navn', status=2))
        self.refused('themes', 'accept', self.meeting, '--pile', '00-001', '--name', ' ')
        self.refused('themes', 'accept', self.meeting, '--pile', 'hund')
        self.refused('themes', 'accept', self.meeting, '--note', '00-001')
        self.refused('themes', 'classify', 'ffff')
        self.refused('themes', status=2)
        self.assertEqual(self.json('show', self.meeting)['notes']['by_theme'], {})
        self.ctl('themes', 'accept', self.meeting, '--pile', '00-001')
        self.assertIn('00-001', self.refused('themes', 'accept', self.meeting, '--pile', '00-001'))


class AcceptTest(ThemesTest):
    def setUp(self):
        super().setUp()
        self.take_all()

    def test_nothing_sure(self):
        other = self.new_meeting()
        self.take(other, '', 'En hund')
        self.assertEqual(self.json('themes', 'accept', other, '--sure'), [])

    def test_notes(self):
        code = self.codes()[LOOSE[0]]
        self.assertEqual(self.json('themes', 'accept', self.meeting, '--note', code),
                         [{'code': code, 'theme': 'Et sted at bo'}])
        self.assertEqual(self.themes()[LOOSE[0]], ['Et sted at bo'])
        self.assertEqual(self.themes()[LOOSE[2]], [])

    def test_nothing_by_halves(self):
        """One that cannot be moved, and none is."""
        codes = self.codes()
        problem = self.refused('themes', 'accept', self.meeting, '--note', codes[LOOSE[0]], '--note', codes['xyzzy'])
        self.assertIn(codes['xyzzy'], problem)
        self.assertEqual(self.themes()[LOOSE[0]], [])

    def test_sure(self):
        sure = {note['code']: note['themes'][0]['theme'] for note in self.json('themes', 'classify', self.meeting)
                if note['sure']}
        moved = {note['code']: note['theme'] for note in self.json('themes', 'accept', self.meeting, '--sure')}
        self.assertEqual(moved, sure)
        self.assertIn(self.codes()[LOOSE[0]], moved)
        self.assertNotIn(self.codes()['xyzzy'], moved)
        themes = self.themes()
        self.assertEqual(themes['xyzzy'], [])
        self.assertEqual({text: themes[text] for text in HOME}, {text: ['Et sted at bo'] for text in HOME})
        self.assertTrue(self.json('check')['ok'])


if __name__ == '__main__':
    unittest.main(verbosity=2)
