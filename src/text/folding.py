# SPDX-License-Identifier: GPL-3.0-or-later
"""What the makers of tables share: words folded as lp-tokens.c folds what it reads."""
import unicodedata

SAME = {'ä': 'æ', 'ö': 'ø', 'ł': 'l', 'ð': 'd', 'ı': 'i'}


def fold(word):
    """Small letters without accents, but with æ, ø and å; aa is å."""
    folded = ''
    for char in unicodedata.normalize('NFC', word).lower():
        char = SAME.get(char, char)
        if char not in 'åæø':
            char = unicodedata.normalize('NFD', char)[0]
        if char == 'a' and folded.endswith('a'):
            folded = folded[:-1] + 'å'
        else:
            folded += char
    return folded


def read_sections(path):
    """The words of each [section] of a list, as they are written."""
    sections, section = {}, None
    for line in open(path, encoding='utf-8'):
        line = line.strip()
        if line.startswith('['):
            section = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith('#'):
            section += line.split()
    return sections
