#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is well-formed, its links lead somewhere, and each language has all of it."""
import os
import xml.etree.ElementTree as ElementTree

import tap

MALLARD = '{http://projectmallard.org/1.0/}'
LANGUAGES = ('C', 'da')


def pages(language):
    """Page name -> its root, for the pages that can be read."""
    folder = os.path.join(tap.TOP, 'help', language)
    return {name: ElementTree.parse(os.path.join(folder, name)).getroot()
            for name in sorted(os.listdir(folder)) if name.endswith('.page')}


def ids(root):
    return [root.get('id')] + [f'{root.get("id")}#{section.get("id")}' for section in root.iter(MALLARD + 'section')
                               if section.get('id')]


def shape(root):
    """What a translation must share with its original: the elements, in order, with where they lead."""
    return [(element.tag, element.get('id'), element.get('xref')) for element in root.iter()]


def same_pages():
    """both languages have the same pages of the same shape"""
    original, translated = (pages(language) for language in LANGUAGES)
    if 'index.page' not in original:
        yield 'there is no first page'
    for name in sorted(original.keys() ^ translated.keys()):
        yield f'{name} is in one language only'
    for name in original.keys() & translated.keys():
        if shape(original[name]) != shape(translated[name]):
            yield f'{name} is built differently'
        if ''.join(original[name].itertext()) == ''.join(translated[name].itertext()):
            yield f'{name} is not translated'


def links():
    """every page has its own id, and every link leads to a page or a section"""
    for language in LANGUAGES:
        found = pages(language)
        known = {one for root in found.values() for one in ids(root)}
        for name, root in found.items():
            if root.get('id') + '.page' != name:
                yield f'{language}/{name} calls itself {root.get("id")}'
            for element in root.iter():
                target = element.get('xref')
                if target and (root.get('id') + target if target.startswith('#') else target) not in known:
                    yield f'{language}/{name} leads to {target}, which is not there'


tap.run(same_pages, links)
