#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one table of what words are about.

make-concepts.py OUT.c CONCEPTS.txt COMMON.txt

CONCEPTS has sections [concept: family family], then words parted by blanks; [never shown] has those that are no label.
COMMON has the words that say nothing by themselves, a section for each language; [everyday] has those that say little.
"""
import sys

from folding import fold, read_sections

LANGUAGES = ['da', 'no', 'sv', 'en']
EVERYDAY = 'everyday'
NEVER_SHOWN = 'never shown'


def plain(word):
    """As a reader of the notes joins what stands together."""
    return fold(''.join(char for char in word if char.isalnum() or char == '§'))


def quote(word):
    return '"' + word + '"'


def collect(sections):
    """The names of concepts and families, and each word with its concepts."""
    concepts = [name.split(':')[0].strip() for name in sections if name != NEVER_SHOWN]
    families = sorted({family for name in sections for family in name.partition(':')[2].split()})
    words = {}
    for name, section in sections.items():
        for word in map(plain, section):
            about = words.setdefault(word, [])
            if name != NEVER_SHOWN and (concept := concepts.index(name.split(':')[0].strip())) not in about:
                about.append(concept)
    return concepts, families, words


def write(out, sections, common):
    concepts, families, words = collect(sections)
    hidden = {plain(word) for word in sections.get(NEVER_SHOWN, [])}
    out.write('/* Made by make-concepts.py */\n#include "lp-concepts.h"\n\nconst LpConcept lp_concepts[] = {\n')
    for name in sections:
        if name != NEVER_SHOWN:
            mine = [families.index(family) for family in name.partition(':')[2].split()] + [-1, -1]
            out.write(f'  {{ {quote(name.split(":")[0].strip())}, {{ {mine[0]}, {mine[1]} }} }},\n')
    out.write(f'}};\nconst guint lp_n_concepts = {len(concepts)};\nconst guint lp_n_families = {len(families)};\n')
    out.write('\nconst LpConceptWord lp_concept_words[] = {\n')
    for word, about in sorted(words.items()):
        about = about[:4]
        out.write(f'  {{ {quote(word)}, {len(about)}, {int(word in hidden)}, '
                  f'{{ {", ".join(map(str, about)) or 0} }} }},\n')
    out.write(f'}};\nconst guint lp_n_concept_words = {len(words)};\n\nconst LpCommonWord lp_common_words[] = {{\n')
    languages = {}
    for name, section in common.items():
        for word in map(plain, section if name != EVERYDAY else []):
            languages[word] = languages.get(word, 0) | (1 << LANGUAGES.index(name) if name in LANGUAGES else 0)
    for word, flags in sorted(languages.items()):
        out.write(f'  {{ {quote(word)}, {flags} }},\n')
    out.write(f'}};\nconst guint lp_n_common_words = {len(languages)};\n\nconst char *const lp_everyday_words[] = {{\n')
    everyday = sorted(set(map(plain, common.get(EVERYDAY, []))))
    out.write(''.join(f'  {quote(word)},\n' for word in everyday))
    out.write(f'}};\nconst guint lp_n_everyday_words = {len(everyday)};\n')


if __name__ == '__main__':
    with open(sys.argv[1], 'w', encoding='utf-8') as file:
        write(file, read_sections(sys.argv[2]), read_sections(sys.argv[3]))
