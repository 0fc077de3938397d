# SPDX-License-Identifier: GPL-3.0-or-later
"""The Agenda stage: items are added, edited, moved and deleted; the times follow; nothing typed is lost."""
import json

import app

OPEN = '''
    wait button "Open Meeting"
    key Return
    gone button "Open Meeting"
    key alt+1
    wait list-item "16:00 Welcome, names and ground rules, 10 min."
'''


class AgendaTest(app.AppTest):
    def setUp(self):
        super().setUp()
        self.meeting = self.ctl('new', '--template', 'local-council', '--title', 'Kick-off')

    def get_agenda(self):
        return json.loads(self.ctl('show', self.meeting, '--json'))['agenda']

    def get_titles(self):
        return [item['title'] for item in self.get_agenda()]

    def prepare(self, steps, **options):
        self.use(OPEN + steps, **options)

    def test_edit_by_keys_alone(self):
        self.prepare('''
            audit
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Down Return
            focus "Title"
            type "What is new?"
            wait list-item "16:10 What is new?, 15 min."
            tab combo-box "Method"
            key Tab ctrl+a
            type "25"
            key Tab
            wait list-item "16:10 What is new?, 25 min."
            wait list-item "16:35 Matter for consultation, 25 min."
            key Escape
            focus "16:10 What is new?, 25 min."
        ''')
        self.assertEqual(self.get_agenda()[1], {'title': 'What is new?', 'method': 'round', 'minutes': 25})

    def test_nothing_typed_is_lost(self):
        """Neither by going to another item at once, nor by closing the window at once."""
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Return
            focus "Title"
            type "Coffee first"
            key Escape
            key Down
            key Return
            focus "Title"
            type "News"
        ''')
        self.assertEqual(self.get_titles()[:2], ['Coffee first', 'News'])

    def test_add_and_delete(self):
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key ctrl+n
            focus "Title"
            wait list-item "16:10 New item, 15 min."
            type "Coffee"
            wait list-item "16:10 Coffee, 15 min."
            key Escape
            focus "16:10 Coffee, 15 min."
            key Delete
            undo "“Coffee” deleted"
            wait list-item "16:10 Coffee, 15 min."
            key ctrl+shift+z
            gone list-item "16:10 Coffee, 15 min."
            focus "16:10 News since last time, 15 min."
            key ctrl+z
            wait list-item "16:10 Coffee, 15 min."
            wait list-item "16:25 News since last time, 15 min."
        ''')
        self.assertEqual(self.get_titles()[:3], ['Welcome, names and ground rules', 'Coffee', 'News since last time'])

    def test_move_by_keys(self):
        before = self.get_titles()
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Down
            key alt+Down
            wait list-item "16:35 News since last time, 15 min."
            focus "16:35 News since last time, 15 min."
            key alt+Down
            focus "17:05 News since last time, 15 min."
            key alt+Up
            focus "16:35 News since last time, 15 min."
            key ctrl+z
            focus "17:05 News since last time, 15 min."
        ''')
        self.assertEqual(self.get_titles(), [before[0], before[2], before[3], before[1], *before[4:]])

    def test_typing_without_looking(self):
        """What is typed while the focus is in the list writes over nothing."""
        before = self.get_titles()
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            type "a home is what we need"
            focus "16:00 Welcome, names and ground rules, 10 min."
            key alt+Down
            wait "“Welcome, names and ground rules” moved"
            click button "Undo"
            wait "Undone: Move “Welcome, names and ground rules”"
        ''')
        self.assertEqual(self.get_titles(), before)

    def test_move_by_pointer(self):
        def drag(session):
            row = session.want('list item', '16:10 News since last time, 15 min.')
            onto = session.want('list item', '16:50 Local dreams and concerns, 30 min.')
            x, y = session.point(row)
            left = x - row.box[2] // 2 + 20
            end = session.point(onto)[1] + 10
            session.sh('xdotool', 'mousemove', str(left), str(y), 'mousedown', '1')
            session.settle()
            for step in range(1, 11):
                before = session.grab()
                session.sh('xdotool', 'mousemove', str(left + 40), str(y + (end - y) * step // 10))
                # the row hangs on the pointer and follows it: else it would be let go before it was taken
                session.until(lambda: session.grab() != before, 'the row to follow the pointer')
            session.settle()
            session.sh('xdotool', 'mouseup', '1')
            session.want('list item', '17:05 News since last time, 15 min.')

        before = self.get_titles()
        self.prepare('', after=drag)
        self.assertEqual(self.get_titles(), [before[0], before[2], before[3], before[1], *before[4:]])

    def test_hired_until(self):
        self.prepare('''
            click "Begins 16:00"
            tab text-box "The day begins"
            key ctrl+a
            type "15:30"
            tab text-box "The room is hired until"
            type "17.00"
            key Return
            wait list-item "15:30 Welcome, names and ground rules, 10 min."
            wait "The day ends 17:30 – 30 minutes over time"
            wait "The room is hired until here"
            audit
        ''')

    def test_shorten(self):
        """The day is too long: what is suggested is taken but for one, as one step of undo."""
        self.prepare('''
            click "Begins 16:00"
            tab text-box "The room is hired until"
            key ctrl+a
            type "17:45"
            key Return
            wait "The day ends 18:00 – 15 minutes over time"
            click button "Suggest Shortenings"
            wait "Suggested Shortenings"
            wait "The day ends 17:45 – in time"
            audit
            click button "Cancel"
            gone "Suggested Shortenings"
            click button "Suggest Shortenings"
            tab checkbox "Local dreams and concerns"
            key space
            wait "The day ends 17:50 – 5 minutes over time"
            click button "Shorten"
            gone "Suggested Shortenings"
            wait "The day ends 17:50 – 5 minutes over time"
            wait list-item "16:40 Local dreams and concerns, 30 min."
            key ctrl+z
            wait "The day ends 18:00 – 15 minutes over time"
            wait list-item "16:50 Local dreams and concerns, 30 min."
            key ctrl+shift+z
            wait "The day ends 17:50 – 5 minutes over time"
        ''')
        self.assertEqual([item['minutes'] for item in self.get_agenda() if item['method'] == 'break'], [10])

    def test_figure_needs_a_source(self):
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Return
            focus "Title"
            tab text-box "Figure, as in “79 of 98 municipalities have a council”"
            type "79 af 98 kommuner har et udsatteråd"
            wait list-item "16:00 Welcome, names and ground rules, 10 min., Source missing"
            audit
            key Tab
            focus "Where the figure comes from"
            type "Rådet, 2026"
            wait list-item "16:00 Welcome, names and ground rules, 10 min."
            gone "Source missing"
            key Escape ctrl+z
            wait list-item "16:00 Welcome, names and ground rules, 10 min., Source missing"
        ''')

    def test_prompt_in_words(self):
        """When the item ends stands in words while it is edited, and as a time for all others."""
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Down Down Down Down
            focus "17:20 Break, 10 min."
            text text-box "Prompt question" "Break until ‹end time›"
            wait "Participants see: Break until 17:30"
            key Return
            focus "Title"
            tab text-box "Prompt question"
            key ctrl+End
            type "!"
            wait "Participants see: Break until 17:30!"
            key Escape
            key Return
            focus "Title"
            tab combo-box "Method"
            key Tab ctrl+a
            type "15"
            key Tab
            wait "Participants see: Break until 17:35!"
        ''')

    def test_duplicate(self):
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Down ctrl+d
            wait list-item "16:25 News since last time, 15 min."
            focus "Title"
            type "More news"
            key ctrl+d
            wait list-item "16:40 More news, 15 min."
            focus "Title"
            type "Other news"
            key Escape
            focus "16:40 Other news, 15 min."
        ''')
        self.assertEqual(self.get_titles()[1:4], ['News since last time', 'More news', 'Other news'])

    def test_kinds_and_method(self):
        self.prepare('''
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            key Return
            focus "Title"
            tab toggle-button "Proposals"
            key space
            state toggle-button "Proposals" pressed
            sleep 1
            key Escape Down Up
            state toggle-button "Proposals" pressed
        ''')

    def test_narrow(self):
        self.use('''
            wait button "Open Meeting"
            key Return
            gone button "Open Meeting"
            key alt+1
            wait list-item "16:00 Welcome, names and ground rules, 10 min."
            tab list-item "16:00 Welcome, names and ground rules, 10 min."
            audit
            key Down Return
            focus "Title"
            audit
            type "On a telephone"
            click button "Back to the List"
            focus "16:10 On a telephone, 15 min."
        ''', size='370x720')
        self.assertEqual(self.get_titles()[1], 'On a telephone')


if __name__ == '__main__':
    app.main()
