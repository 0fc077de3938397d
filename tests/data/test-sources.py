#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every source file."""
import os
import re
import subprocess

import tap

FOLDERS = ('src', 'tests', 'data', 'help', 'po', 'build-aux', '.ci')
# data that people or other programs make: they bear no licence line of ours
DATA = ('.csv', '.json', '.png', '.db', '.xlsx', '.ods', '.clang-format')
FILE_CAP = 900
FUNCTION_CAP = 60
# the folders of src/ and whose headers each may include, its own apart
BELOW = {
    'core': (),
    'text': (),
    'exchange': ('core', 'text'),
    'cli': ('core', 'text', 'exchange'),
    'ui': ('core', 'text', 'exchange'),
}


def sources():
    yield 'meson.build'
    for path in tap.files(*FOLDERS):
        if not path.endswith(DATA) and '/fixtures/' not in path:
            yield path


def c_files():
    return [path for path in tap.files('src', 'tests') if path.endswith(('.c', '.h'))]


def licence():
    """every source file names its licence"""
    for path in sources():
        if 'SPDX-License-Identifier: ' not in '\n'.join(tap.read(path).splitlines()[:4]):
            yield path


def sizes():
    """no file and no function is too long"""
    for path in c_files():
        lines = tap.read(path).splitlines()
        if len(lines) > FILE_CAP:
            yield f'{path}: {len(lines)} lines'
        start = None
        for number, line in enumerate(lines, 1):
            if line == '{':
                start = number
            elif line == '}' and start:
                if number - start - 1 > FUNCTION_CAP:
                    yield f'{path}:{start}: a function of {number - start - 1} lines'
                start = None


def layers():
    """a folder of src includes what lies below it"""
    home = {os.path.basename(path): path.split('/')[1] for path in tap.files('src') if path.endswith('.h')}
    for path in tap.files('src'):
        if not path.endswith(('.c', '.h')):
            continue
        folder = path.split('/')[1]
        for name in re.findall(r'^#include [<"]([^>"]+)[>"]', tap.read(path), re.MULTILINE):
            other = home.get(name, folder)
            if other != folder and other not in BELOW[folder]:
                yield f'{path} includes {name} of {other}'
            if name.startswith(('gtk/', 'adwaita')) and folder != 'ui':
                yield f'{path} includes {name}'
            if name == 'sqlite3.h' and folder != 'core':
                yield f'{path} includes {name}'


def scripts():
    """every script can be read by its interpreter"""
    for path in sources():
        text = tap.read(path)
        if text.startswith('#!/bin/bash'):
            check = subprocess.run(['bash', '-n', os.path.join(tap.TOP, path)], capture_output=True, text=True)
            if check.returncode:
                yield check.stderr
        elif text.startswith('#!/usr/bin/env python3') or path.endswith('.py'):
            try:
                compile(text, path, 'exec')
            except SyntaxError as error:
                yield f'{path}: {error}'
        if text.startswith('#!') and not os.access(os.path.join(tap.TOP, path), os.X_OK):
            yield f'{path} cannot be run: no x bit'


def icons():
    """every icon is well-formed and can be drawn at its size"""
    import gi
    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf, GLib

    found = [path for path in tap.files('data', 'src') if path.endswith('.svg')]
    if not found:
        yield 'there are none'
    for path in found:
        size = 16 if path.endswith('-symbolic.svg') else 128
        try:
            picture = GdkPixbuf.Pixbuf.new_from_file(os.path.join(tap.TOP, path))
        except GLib.Error as error:
            yield f'{path}: {error.message}'
            continue
        if (picture.get_width(), picture.get_height()) != (size, size):
            yield f'{path}: {picture.get_width()}x{picture.get_height()}'
        if not any(picture.get_pixels()):
            yield f'{path}: nothing is drawn'


tap.run(licence, sizes, layers, scripts, icons)
