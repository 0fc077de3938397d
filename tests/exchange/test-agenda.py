# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda on paper, as another program reads it."""

import json
import os
import re
import subprocess
import unittest

from driver import DANISH, DriverTest, ENGLISH, SAMPLE

FACT = '79 af 98 kommuner har et udsatteråd'


def shipped():
    """The sample meeting is Danish in any language."""
    with open(os.path.join(SAMPLE, '..', 'templates.json'), encoding='utf-8') as file:
        kickoff = json.load(file)['templates'][0]
    return [{**item, **{key: item[key]['da'] for key in ('title', 'prompt', 'guide')}} for item in kickoff['items']]


def squeeze(text):
    """As if nothing had been wrapped."""
    return re.sub(r'\s+', ' ', text)


class AgendaTest(DriverTest):
    language = DANISH
    day = 'tirsdag 24. november 2026'
    missing = 'Kilde mangler'
    source = 'Kilde: Rådet, 2026'
    hired = 'Lokalet er lejet til 14:00'
    method = 'Pause'

    def setUp(self):
        super().setUp()
        self.meeting = self.drive('sample')

    def print(self, *options):
        """What stands on the paper, as it lies there and in reading order; and on how many sheets."""
        path = self.path('agenda.pdf')
        sheets = int(self.drive('agenda', self.meeting, path, *options))
        read = [subprocess.run(['pdftotext', option, path, '-'], capture_output=True, check=True,
                               encoding='utf-8').stdout for option in ('-layout', '-raw')]
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True, encoding='utf-8').stdout
        self.assertEqual(int(re.search(r'Pages: +(\d+)', info)[1]), sheets)
        return *read, sheets

    def test_one_sheet(self):
        layout, raw, sheets = self.print()
        self.assertEqual(sheets, 1)
        self.assertIn(self.day, squeeze(layout).lower())
        clock = 9 * 60
        for item in shipped():
            begins = f'{clock // 60:02}:{clock % 60:02}'
            self.assertRegex(layout, f'{begins} +{re.escape(item["title"])}')
            self.assertRegex(squeeze(raw), re.escape(item['prompt'].replace('{dots}', '5')).replace(
                re.escape('{end}'), r'\d\d:\d\d'))
            self.assertNotIn(item['guide'], squeeze(raw))
            clock += item['minutes']
        self.assertNotRegex(raw, '[{}]')

    def test_guide(self):
        _, raw, sheets = self.print('guide')
        self.assertLessEqual(sheets, 2)
        for item in shipped():
            self.assertIn(item['guide'], squeeze(raw))

    def test_for_whom(self):
        """Until when the room is hired is for the facilitator alone; a break is a break by its title."""
        self.drive('limit', self.meeting, 14 * 60)
        _, raw, _ = self.print()
        self.assertNotIn(self.hired, squeeze(raw))
        self.assertEqual(squeeze(raw).count(self.method), sum(text.count(self.method) for item in shipped()
                                                              for text in (item['title'], item['prompt'])))
        _, raw, _ = self.print('guide')
        self.assertIn(self.hired, squeeze(raw))

    def test_facts(self):
        self.drive('fact', self.meeting, 2, FACT)
        self.drive('fact', self.meeting, 4, 'Hver 4. ung', 'Rådet, 2026')
        _, raw, sheets = self.print()
        self.assertEqual(sheets, 1)
        self.assertIn(f'{FACT} {self.missing}', squeeze(raw))
        self.assertIn(f'Hver 4. ung {self.source}', squeeze(raw))
        self.assertEqual(raw.count(self.missing), 1)


class EnglishAgendaTest(AgendaTest):
    language = ENGLISH
    day = 'tuesday 24 november 2026'
    missing = 'Source missing'
    source = 'Source: Rådet, 2026'
    hired = 'The room is hired until 14:00'
    method = 'Break'


if __name__ == '__main__':
    unittest.main(verbosity=2)
