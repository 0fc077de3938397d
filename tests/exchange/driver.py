# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs see in our files, in both languages."""

import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import openpyxl

DRIVER = os.environ['LANDSPANEL_DRIVER']
LOCALE = os.environ['LANDSPANEL_LOCALE']
SAMPLE = os.environ['LANDSPANEL_SAMPLE']
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../src/core/lp-schema.h')

ENGLISH = {
    'locale': 'C.UTF-8',
    'sheets': ['Overview', 'Themes', 'Notes', 'Dreams and concerns', 'Quotes', 'Recommendations', 'Stories', 'Participants',
               'Agenda', 'Fields', 'About'],
    'notes': ['No.', 'Theme', 'Other themes', 'Kind', 'Note', 'Perspective', 'Table', 'Agenda item', 'Time', 'Verbatim quote',
              'May be quoted', 'Dots', 'Status', 'Profile', 'Municipality', 'Public words'],
    'mark': 'CONFIDENTIAL – for internal use only',
    'kinds': {'dream': 'Dream', 'concern': 'Concern', 'experience': 'Experience', 'proposal': 'Proposal',
              'story': 'Story'},
    'yes': {'1': 'Yes', '0': 'No'},
    'continued': '(continued)',
}
DANISH = {
    # with a decimal comma
    'locale': 'da_DK.UTF-8',
    'sheets': ['Overblik', 'Temaer', 'Noter', 'Drømme og bekymringer', 'Citater', 'Anbefalinger', 'Historier', 'Deltagere',
               'Dagsorden', 'Felter', 'Om'],
    'notes': ['Nr.', 'Tema', 'Andre temaer', 'Slags', 'Note', 'Perspektiv', 'Bord', 'Punkt', 'Tid', 'Ordret citat', 'Må citeres',
              'Prikker', 'Status', 'Profil', 'Kommune', 'Offentlig ordlyd'],
    'mark': 'FORTROLIGT – kun til intern brug',
    'kinds': {'dream': 'Drøm', 'concern': 'Bekymring', 'experience': 'Erfaring', 'proposal': 'Forslag',
              'story': 'Historie'},
    'yes': {'1': 'Ja', '0': 'Nej'},
    'continued': '(fortsat)',
}
OVERVIEW, THEMES, NOTES, DREAMS, QUOTES, RECOMMENDATIONS, STORIES, PARTICIPANTS, AGENDA, FIELDS, ABOUT = range(11)

# which of the columns of notes are for the house alone
INTERNAL = ('Time', 'Status', 'Profile', 'Municipality', 'Public words')


def sample_rows():
    """The sample notes in order of capture."""
    with open(os.path.join(SAMPLE, 'notes.csv'), encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file, delimiter=';'))
    return sorted(rows, key=lambda row: row['time'])


def schema_names():
    """What each field of the schema is called: by its heading, or by its name where it is left out."""
    with open(SCHEMA, encoding='utf-8') as file:
        content = file.read()
    fields = re.findall(r'F \(\w+, "(\w+)", LP_TYPE_\w+, [\w |]+?, (?:N_\("([^"]*)"\)|NULL), ', content)
    assert len(fields) > 100
    return [heading or name for name, heading in fields]


def moment(row):
    return datetime.datetime.fromisoformat(f'2026-11-24T{row["time"]}')


def unescape(text):
    """What Excel and LibreOffice make of a string and openpyxl does not (ECMA-376 part 1, 22.9.2.19)."""
    return re.sub('_x([0-9A-Fa-f]{4})_', lambda match: chr(int(match[1], 16)), text)


class DriverTest(unittest.TestCase):
    maxDiff = None
    language = ENGLISH

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='landspanel-exchange-')
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def drive(self, command, *arguments, language=None):
        env = {k: v for k, v in os.environ.items() if k not in ('LANGUAGE', 'LANG', 'LC_ALL')}
        env.update(LC_ALL=(language or self.language)['locale'], TZ='Europe/Copenhagen', XDG_CACHE_HOME=self.folder)
        done = subprocess.run([DRIVER, LOCALE, command, self.path('a.db'), *map(str, arguments)], env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, encoding='utf-8', timeout=120)
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        return done.stdout.strip()

    def export(self, meeting, name, *rows, language=None, variant='export'):
        """variant: 'export' writes the internal one, 'publish' the public one."""
        path = self.path(name)
        return path, json.loads(self.drive(variant, meeting, path, *rows, language=language))

    def result(self, notes, themes, continued=0, left_out=0, hidden=0):
        return {'notes': notes, 'themes': themes, 'continued': continued, 'left_out': left_out, 'hidden': hidden}

    def read_sheet(self, path, sheet):
        """Rows of a table: dictionaries of cells by the English heading, whatever the language. Below the mark of what is internal."""
        mark, headings, *rows = openpyxl.load_workbook(path)[sheet].iter_rows()
        self.assertEqual(mark[0].value, self.language['mark'])
        self.assertEqual([cell.value for cell in headings], self.language['notes'])
        return [dict(zip(ENGLISH['notes'], row)) for row in rows]

    def read_notes(self, path):
        return self.read_sheet(path, self.language['sheets'][NOTES])
