# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes typed as fast as a hand can, a key every 50 ms, while ten thousand others are taken in: no key and no note is lost."""
import json
import os

import app

N_TYPED = 300
N_IMPORTED = 10_000
KEY_MS = 50


class FastTest(app.AppTest):
    def test_types_while_importing(self):
        meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')
        path = os.path.join(self.folder, 'notes.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('kind;text\n')
            file.writelines(f'concern;Imported {i}\n' for i in range(N_IMPORTED))
        typed = [f'n{i}' for i in range(N_TYPED)]

        def type_all(session):
            keys = [key for note in typed for key in (*note, 'Return')]
            session.sh('xdotool', 'key', '--delay', str(KEY_MS), *keys, timeout=10 * len(keys) * KEY_MS / 1000)
            self.take(session, f'''
                wait "{N_TYPED + N_IMPORTED:,} in all"
                focus "Note, Dream"
                text text-box "Note, Dream" ""
            ''')

        self.use(f'''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+4
            focus "Note, Dream"
            key F10
            focus "Meeting Details…"
            key Down
            focus "Import Notes…"
            key Return
            state dialog "Import Notes" active
            settle
            key ctrl+l
            state text-box "" focused
            set text-box "" "{path}"
            key Return
            gone dialog "Import Notes"
            focus "Note, Dream"
        ''', after=type_all)
        texts = [note['text'] for note in json.loads(self.ctl('notes', meeting, '--json'))]
        self.assertEqual([text for text in texts if not text.startswith('Imported')], typed)
        self.assertEqual(sum(text.startswith('Imported') for text in texts), N_IMPORTED)


if __name__ == '__main__':
    app.main()
