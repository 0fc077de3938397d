#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one table of the word lists of the privacy check.

make-words.py OUT.c LIST.txt...

A list has sections: [name], then words parted by blanks. In [hidden] a line is a phrase, with "|" between the forms of a
word. All are folded here as lp-tokens.c folds what it reads, and hashed as lp-words.c looks them up.
"""
import itertools
import os
import sys

from folding import fold

FLAGS = ['given', 'surname', 'place', 'ambiguous', 'common', 'org', 'title', 'name-cue', 'particle', 'cpr-cue', 'phone-cue',
         'strong-phone-cue', 'birth-cue', 'account-cue', 'clock-cue', 'address-cue', 'unit', 'street', 'street-prefix',
         'not-street', 'door', 'health', 'not-surname', 'month', 'abbreviation', 'public-site', 'hidden-start', 'hidden',
         'weak-street', 'house']
ENDINGS = ['street-ending', 'weak-street-ending', 'health-ending', 'org-ending']


def fnv(data):
    value = 2166136261
    for byte in data:
        value = (value ^ byte) * 16777619 & 0xffffffff
    return value


def read(paths):
    """The lines of each section, folded."""
    sections = {}
    for path in paths:
        section = None
        for line in open(path, encoding='utf-8'):
            line = line.strip()
            if line.startswith('['):
                section = sections.setdefault(line[1:-1], [])
            elif line and not line.startswith('#'):
                section.append(fold(line))
    return sections


def phrases(lines):
    for line in lines:
        for words in itertools.product(*(part.split('|') for part in line.split())):
            yield ' '.join(words)


def collect(sections):
    """Each word with its flags."""
    found = {}

    def add(word, flag):
        found[word] = found.get(word, 0) | 1 << FLAGS.index(flag)

    for name, lines in sections.items():
        if name in ENDINGS:
            continue
        if name == 'hidden':
            for phrase in phrases(lines):
                add(phrase, 'hidden')
                add(phrase.split()[0], 'hidden-start')
            continue
        for line in lines:
            for word in line.split():
                for part in word.split('-') if name in ('given', 'surname', 'place') else [word]:
                    add(part, name)
    return found


def quote(word):
    return '"' + word.replace('\\', '\\\\').replace('"', '\\"') + '"'


def write(out, sections):
    found = collect(sections)
    size = 1
    while size < 1.4 * len(found):
        size *= 2
    table = [None] * size
    for word, flags in sorted(found.items()):
        place = fnv(word.encode()) & size - 1
        while table[place]:
            place = (place + 1) & size - 1
        table[place] = (word, flags)
    out.write('/* Made by make-words.py */\n#include "lp-words.h"\n\n')
    out.write(f'const guint lp_words_size = {size};\nconst LpWord lp_words[] = {{\n')
    for entry in table:
        out.write(f'  {{ {quote(entry[0])}, {entry[1]}u }},\n' if entry else '  { NULL, 0 },\n')
    out.write('};\n')
    for name in ENDINGS:
        words = sorted({word for line in sections[name] for word in line.split()}, key=lambda word: (-len(word), word))
        out.write(f'\nconst LpEnding lp_{name.replace("-", "_")}s[] = {{\n')
        for word in words:
            out.write(f'  {{ {quote(word)}, {len(word.encode())} }},\n')
        out.write('  { NULL, 0 },\n};\n')


if __name__ == '__main__':
    unknown = set(lists := read(sys.argv[2:])) - set(FLAGS) - set(ENDINGS)
    if unknown:
        sys.exit(f'{os.path.basename(sys.argv[0])}: no such section: {", ".join(sorted(unknown))}')
    with open(sys.argv[1], 'w', encoding='utf-8') as file:
        write(file, lists)
