#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is sound, translated, and calls everything what it is called in the app."""
import ast
import os
import re
import subprocess
import tempfile

import tap

LANGUAGE = 'da'
CATALOGUE = f'help/{LANGUAGE}/{LANGUAGE}.po'
GUI = re.compile(r'<gui\b[^>]*>(.*?)</gui>', re.DOTALL)
MNEMONIC = re.compile(r'_(?=\w)')
SHORTCUT = re.compile(r'title: C_\("shortcuts", "(.*)"\);\s*(?://.*\s*)?keys: (?:"|C_\(".*", ")(.*?)"')
KEY_NAMES = {'Control': 'Ctrl', 'Return': 'Enter', 'space': 'Space', 'BackSpace': 'Backspace', 'Escape': 'Esc',
             'question': '?', 'plus': '+', 'minus': '-', 'Up': '↑', 'Down': '↓', 'Left': '←', 'Right': '→', 'Page_Down': 'Page Down', 'Page_Up': 'Page Up'}


def run(*command, folder='help'):
    return subprocess.run(command, cwd=os.path.join(tap.TOP, folder), capture_output=True, text=True,
                          env=os.environ | {'LC_ALL': 'C.UTF-8'})


def pages():
    return [os.path.relpath(path, 'help') for path in tap.files('help/C') if path.endswith('.page')]


def entries(path):
    """The messages of a catalogue, each with its (first) translation."""
    fields, last = {}, None
    for line in tap.read(path).splitlines() + ['']:
        field = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$', line)
        if field:
            last = field[1]
            fields[last] = ast.literal_eval(field[2])
        elif line.startswith('"'):
            fields[last] += ast.literal_eval(line)
        elif not line and 'msgid' in fields:
            yield fields['msgid'], fields.get('msgstr', fields.get('msgstr[0]'))
            fields = {}


def labels():
    """The app's English words, each with what it is in translation; one word can be there more than once."""
    known = {}
    for original, translation in entries(f'po/{LANGUAGE}.po'):
        known.setdefault(MNEMONIC.sub('', original), set()).add(MNEMONIC.sub('', translation))
    return known


def sound():
    """every page is valid, has its own id, can be reached, and leads to what is there"""
    for what in ('validate', 'ids', 'orphans', 'links'):
        result = run('yelp-check', what, *pages())
        if result.returncode or result.stdout.strip():
            yield from (result.stdout + result.stderr).splitlines()


def listed():
    """the build knows all pages, and no other"""
    named = set(re.findall(r"'([^']+\.page)'", tap.read('help/meson.build')))
    for page in named ^ {os.path.basename(page) for page in pages()}:
        yield f'{page} is not in help/C, or not in help/meson.build'


def translated():
    """every paragraph is translated, none fuzzily, and can be merged into its page"""
    with tempfile.TemporaryDirectory() as folder:
        template, catalogue = os.path.join(folder, 'help.pot'), os.path.join(folder, 'help.mo')
        for command in (('itstool', '-o', template, *pages()),
                        ('msgcmp', os.path.join(tap.TOP, CATALOGUE), template),
                        ('msgfmt', '--check', '-o', catalogue, os.path.join(tap.TOP, CATALOGUE)),
                        ('itstool', '--strict', '-l', LANGUAGE, '-m', catalogue, '-o', folder, *pages())):
            result = run(*command)
            if result.returncode or result.stdout.strip():
                yield from (result.stdout + result.stderr).splitlines()


def quoted():
    """what the help calls a button or a menu is what stands on it, in each language"""
    known = labels()
    for page in pages():
        for label in GUI.findall(tap.read(os.path.join('help', page))):
            if ' '.join(label.split()) not in known:
                yield f'{page}: the app has no “{" ".join(label.split())}”'
    for original, translation in entries(CATALOGUE):
        left = GUI.findall(translation)
        for label in GUI.findall(original):
            here = known.get(label, set()) & set(left)
            if here:
                left.remove(here.pop())
            else:
                yield f'“{label}” has another name in “{translation}”'


def spell(keys):
    """What a page calls "<Control>z": all its keys, one after the other."""
    names = re.findall(r'\w+|…', keys)
    return [KEY_NAMES.get(name, name.upper() if len(name) == 1 else name) for name in names]


def shortcuts():
    """the page of keys lists what the app's own list has, and nothing else"""
    listed = [(title, spell(keys)) for title, keys in SHORTCUT.findall(tap.read('src/ui/lp-shortcuts.blp'))]
    rows = re.findall(r'<tr><td><p>(.*)</p></td><td><p>(.*)</p></td></tr>', tap.read('help/C/keys.page'))
    shown = [(title, re.findall(r'<key>(.*?)</key>|(?<= )(…)', keys)) for title, keys in rows]
    shown = [(title, [key or dots for key, dots in keys]) for title, keys in shown]
    if not listed:
        yield 'the app lists no keys'
    for row in listed:
        if row not in shown:
            yield f'missing: {row}'
    for row in shown:
        if row not in listed:
            yield f'not in the app: {row}'


def stages():
    """the first steps name the parts of a meeting with their keys, and the index lists them, in the app's order"""
    names = re.findall(r'StageRow \w+ \{.*?title: _\("(.*?)"\)', tap.read('src/ui/lp-meeting-page.blp'), re.DOTALL)
    if not names:
        yield 'the app lists no parts'
    told = re.search(r'<section id="around">.*?</p>', tap.read('help/C/start.page'), re.DOTALL)[0]
    if GUI.findall(told) != names:
        yield f'start.page names {GUI.findall(told)}, the app {names}'
    keys = re.findall(r'<key>Alt</key><key>(.*?)</key>', told)
    if keys != ['1', str(len(names))]:
        yield f'start.page says Alt with {keys}, there are {len(names)} parts'
    order = re.search(r'<section id="stages".*?groups="(.*?)"', tap.read('help/C/index.page'), re.DOTALL)
    order = order[1].split() if order else []
    if [page for page in order if page.title() in names] != [name.lower() for name in names]:
        yield f'the index has the order {order}'
    for path in pages():
        for group in re.findall(r'xref="index#stages"(?: group="(.*?)")?', tap.read(os.path.join('help', path))):
            if group not in order or group + '.page' != os.path.basename(path):
                yield f'{path} has no place of its own among the parts'


tap.run(sound, listed, translated, quoted, shortcuts, stages)
