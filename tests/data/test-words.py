#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface is translated, all of it."""
import os
import re
import subprocess
import tempfile

import tap

MARKED = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|dngettext|g_dngettext|dpgettext|g_dpgettext2)\s*\("')
# as meson's preset 'glib' for i18n.gettext has them
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')


def gettext(*command):
    return subprocess.run(command, cwd=tap.TOP, env=os.environ | {'LC_ALL': 'C.UTF-8'}, capture_output=True, text=True)


def listed():
    return [line for line in tap.read('po/POTFILES.in').splitlines() if line and not line.startswith('#')]


def languages():
    return [line for line in tap.read('po/LINGUAS').split('\n') if line and not line.startswith('#')]


def catalogues():
    """every message is translated, none fuzzily, with its formats in order"""
    for language in languages():
        result = gettext('msgfmt', '--check', '--statistics', '-o', os.devnull, f'po/{language}.po')
        if result.returncode or 'fuzzy' in result.stderr or 'untranslated' in result.stderr:
            yield from result.stderr.splitlines()


def current():
    """every message of the sources is in the catalogues"""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'landspanel.pot')
        result = gettext('xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES.in', '-o', template,
                         *(f'--keyword={word}' for word in KEYWORDS))
        if result.returncode:
            yield result.stderr
            return
        for language in languages():
            result = gettext('msgcmp', f'po/{language}.po', template)
            if result.returncode:
                yield from result.stderr.splitlines()


def potfiles():
    """POTFILES.in lists the files with messages, and no other"""
    named = listed()
    for path in named:
        if not os.path.exists(os.path.join(tap.TOP, path)):
            yield f'{path} does not exist'
    if len(set(named)) != len(named):
        yield 'a file is listed twice'
    for path in tap.files('src'):
        if path.endswith(('.c', '.h', '.blp')) and bool(MARKED.search(tap.read(path))) != (path in named):
            yield f'{path} is {"listed without need" if path in named else "missing"}'


tap.run(catalogues, current, potfiles)
