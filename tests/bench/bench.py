#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks: figures, and their ratio to a floor measured in the same run. They never fail on time.

bench.py start|export|commit|notes|bulk|search|similar|suggest|privacy|seating BUILD_DIR   BUILD_DIR: meson's
"""
import csv
import importlib.util
import os
import pathlib
import random
import re
import shutil
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
USUAL = 100000
N_NOTES = int(os.environ.get('BENCH_NOTES', USUAL))


def output(*command, **environment):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, check=True,
                          env={**os.environ, **environment})
    return done.stdout


def ratio(name, ours, floor, goal, unit=''):
    print(f'{name}: {ours:,.2f}{unit} against {floor:,.2f}{unit}, ratio {ours / floor:.2f} (goal {goal})', flush=True)


def figure(name, value, unit, goal=None):
    print(f'{name}: {value:,.2f} {unit}' + (f' (goal {goal})' if goal else ''), flush=True)


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


# --- the database of 100,000 notes ---

def make_csv(path, n=N_NOTES):
    """The sample notes again and again, each told apart by a number, an hour's worth on each table."""
    with open(SOURCE / 'data' / 'sample' / 'notes.csv', encoding='utf-8', newline='') as file:
        reader = csv.reader(file, delimiter=';')
        heading, *rows = list(reader)
    text = heading.index('text')
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, delimiter=';')
        writer.writerow(heading)
        for i in range(n):
            row = list(rows[i % len(rows)])
            row[text] = f'{row[text]} ({i})'
            writer.writerow(row)


def new_meeting(database):
    return output(CTL, '--database', database, 'new', '--template', 'landspanel-theme', '--title', 'Benchmark').strip()


def is_of_this_version(database):
    """An older one is folded anew when it is opened, which is no part of what is measured."""
    return database.exists() and subprocess.run([CTL, '--database', database, 'list'], capture_output=True, check=False).returncode == 0


def notes_database(n=None):
    """Made once for all benchmarks; returns its path and the seconds it took, None when it was there."""
    n = n or N_NOTES
    database = WORK / f'notes-{n}.db'
    if is_of_this_version(database):
        return database, None
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        new = pathlib.Path(folder) / 'new.db'
        table = pathlib.Path(folder) / 'notes.csv'
        make_csv(table, n)
        meeting = new_meeting(new)
        began = time.monotonic()
        output(CTL, '--database', new, 'import', 'notes', meeting, table, '--themes')
        seconds = time.monotonic() - began
        new.rename(database)
    return database, seconds


def scratch_copy(folder):
    copy = pathlib.Path(folder) / 'landspanel.db'
    shutil.copy(notes_database()[0], copy)
    return copy


# --- commits ---

def bench_commit():
    """One note committed durably, in the build folder: on a disk, not in memory."""
    rounds, n = 6, 60
    ours, floor, flushes, on_main = [], [], 0, 0
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(dir=WORK) as folder:
            database = f'{folder}/landspanel.db'
            lines = output(PROGRAMS / 'bench-commit', database, n).split()
            ours += [int(word) for word in lines]
            floor += [int(word) for word in output(PROGRAMS / 'bare-insert', database, f'{folder}/bare.db', n).split()]
        with tempfile.TemporaryDirectory(dir=WORK) as folder:
            counted = output(PROGRAMS / 'bench-commit', f'{folder}/landspanel.db', 500,
                             LD_PRELOAD=str(PROGRAMS / 'libcount-flushes.so')).splitlines()[-1].split()
            flushes += int(counted[1])
            on_main += int(counted[2])
    ratio('a note committed durably, median', statistics.median(ours), statistics.median(floor), '≤ 3', ' µs')
    ratio('a note committed durably, 95th percentile', percentile(ours, .95), percentile(floor, .95), '', ' µs')
    figure('flushes per note', flushes / rounds / 500, '', '≤ 1.25')
    figure('flushes on the main thread', on_main, '', '0')


# --- export ---

CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(.*?)</c>)', re.S)
TEXT = re.compile(rb'<t[^>]*>(.*?)</t>', re.S)
ENTITIES = [(b'&lt;', b'<'), (b'&gt;', b'>'), (b'&quot;', b'"'), (b'&#xA;', b'\n'), (b'&amp;', b'&')]


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def cells_of(workbook, cells):
    """Writes all cells of a workbook as bare-workbook.c reads them; returns their number and the bytes of their texts."""
    n = size = 0
    with zipfile.ZipFile(workbook) as book, open(cells, 'wb') as out:
        for name in sorted(name for name in book.namelist() if name.startswith('xl/worksheets/sheet')):
            out.write(struct.pack('<IHBBdI', 0, 0, 0, ord('S'), 0, 0))
            for column, row, style, kind, inside in CELL.findall(book.read(name)):
                text, number = b'', 0.0
                code = 'b'
                if kind == b'inlineStr':
                    code, text = 't', b''.join(TEXT.findall(inside))
                    for entity, plain in ENTITIES:
                        text = text.replace(entity, plain)
                elif inside:
                    value = re.search(rb'<v>(.*?)</v>', inside)
                    code, number = 'n', float(value.group(1)) if value else 0.0
                out.write(struct.pack('<IHBBdI', int(row) - 1, column_number(column), int(style or 0) % 64, ord(code),
                                      number, len(text)) + text)
                n += 1
                size += len(text)
    return n, size


def reviewed_copy(folder):
    """Its notes come along in what is public."""
    copy = scratch_copy(folder)
    output(PROGRAMS / 'review-notes', copy)
    return copy


def export_programs(folder, cells):
    """Each with what it is measured under. The last are not everywhere."""
    database = notes_database()[0]
    programs = {
        'ours': [PROGRAMS / 'bench-export', database, f'{folder}/ours.xlsx'],
        'bare': [PROGRAMS / 'bare-workbook', cells, f'{folder}/bare.xlsx'],
        'public': [PROGRAMS / 'bench-export', reviewed_copy(folder), f'{folder}/public.xlsx', 'public'],
    }
    if importlib.util.find_spec('xlsxwriter'):
        programs['python'] = [sys.executable, SOURCE / 'tests' / 'bench' / 'python-workbook.py', cells, f'{folder}/python.xlsx']
    if N_NOTES > USUAL:
        programs['usual'] = [PROGRAMS / 'bench-export', notes_database(USUAL)[0], f'{folder}/usual.xlsx']
    return programs


def bench_export():
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        ours, bare, cells = f'{folder}/ours.xlsx', f'{folder}/bare.xlsx', f'{folder}/cells'
        output(PROGRAMS / 'bench-export', notes_database()[0], ours)
        n, size = cells_of(ours, cells)
        print(f'{N_NOTES:,} notes: {n:,} cells, {size / 1048576:.1f} MiB of text, workbook of '
              f'{os.path.getsize(ours) / 1048576:.1f} MiB')
        programs = export_programs(folder, cells)
        runs = [{name: [float(word) for word in output(*command).split()] for name, command in programs.items()}
                for _ in range(5 if N_NOTES <= USUAL else 3)]
        print(f'bare workbook of {os.path.getsize(bare) / 1048576:.1f} MiB')
        if cells_of(bare, f'{folder}/again') != (n, size):
            sys.exit('the bare workbook has other cells')
    seconds, busy = [{name: statistics.median(run[name][i] for run in runs) for name in programs} for i in (0, 1)]
    memory = {name: max(run[name][2] for run in runs) / 1024 for name in programs}
    ratio('export', seconds['ours'], seconds['bare'], '≤ 1.15', ' s')
    ratio('export, processor time', busy['ours'], busy['bare'], 'none: two threads, one of them reads', ' s')
    ratio('peak memory of the export', memory['ours'], memory['bare'], f'≤ the data and 32 MiB: {size / 1048576 + 32:.0f} MiB', ' MiB')
    if 'python' in programs:
        ratio('export beside the same cells with Python’s XlsxWriter', seconds['ours'], seconds['python'], '≤ 0.25', ' s')
    else:
        print('Python’s XlsxWriter is not there: install python3-xlsxwriter to have it measured')
    ratio('export of the public variant beside the internal one', seconds['public'], seconds['ours'], 'none', ' s')
    if 'usual' in programs:
        ratio(f'export of {N_NOTES:,} notes beside that of {USUAL:,}', seconds['ours'], seconds['usual'], '≤ 11', ' s')


# --- start, memory, scrolling: under an X server of its own ---

def on_screen():
    """Starts this program again where there is a screen, unless it is there already."""
    if os.environ.get('BENCH_SCREEN'):
        return
    os.environ.update(BENCH_SCREEN='1', GDK_BACKEND='x11', GSK_RENDERER='cairo', GSETTINGS_BACKEND='memory',
                      GSETTINGS_SCHEMA_DIR=str(BUILD / 'data'), LC_ALL='C.UTF-8', NO_AT_BRIDGE='1')
    os.execvp('xvfb-run', ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24', 'dbus-run-session', '--', sys.executable,
                           *sys.argv])


def start_once(*command):
    return float(output(*command, BENCH_START=str(time.monotonic_ns() // 1000)))


def bench_start():
    on_screen()
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        database = f'{folder}/landspanel.db'
        output(CTL, '--database', database, 'sample')
        commands = [(PROGRAMS / 'bench-app', 'start', database), (PROGRAMS / 'hello', 'start')]
        for command in commands * 2:
            start_once(*command)
        runs = [[start_once(*command) for command in commands] for _ in range(11)]
        ratio('start to the first painted window, the sample meeting', *[statistics.median(run[i] for run in runs)
                                                                         for i in (0, 1)], '≤ 1.6', ' ms')
        large = scratch_copy(folder)
        runs = [start_once(PROGRAMS / 'bench-app', 'start', large) for _ in range(7)]
        figure(f'start with {N_NOTES:,} notes in the database', statistics.median(runs), 'ms')


def bench_notes():
    on_screen()
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        database = scratch_copy(folder)
        output(PROGRAMS / 'bench-list', database)  # makes today's backup, which is no part of what is measured
        runs = [[list(map(int, output(*command).split())) for command in
                 ((PROGRAMS / 'bench-app', 'memory', database), (PROGRAMS / 'hello', 'memory'))] for _ in range(3)]
        for i, name in enumerate(('PSS', 'RSS')):
            ratio(f'memory with {N_NOTES:,} notes open, {name}', *[statistics.median(run[j][i] for run in runs) / 1024
                                                                  for j in (0, 1)], '≤ 1.35', ' MiB')
        tell_frames(output(PROGRAMS / 'bench-app', 'scroll', database))


def tell_frames(said):
    steps, jumps = [[float(word) for word in part.split()] for part in said.split('reached')[0].split('jump')]
    print(f'the list is {said.split("of ")[1].strip()} pixels long')
    for name, frames in (('scrolling', steps), ('jumping', jumps)):
        figure(f'{name}, frame time, median of {len(frames)}', statistics.median(frames), 'ms')
        figure(f'{name}, frame time, 99th percentile', percentile(frames, .99), 'ms',
               '≤ 16.7' if frames is steps else None)
        figure(f'{name}, frame time, longest', max(frames), 'ms')


def bench_board():
    """The board of themes with half of all notes loose: scrolling through these, and putting them in a theme one at a time."""
    on_screen()
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        database = scratch_copy(folder)
        with sqlite3.connect(database) as loosened:
            loosened.execute('UPDATE placement SET deleted = 1 WHERE num % 2')
        loosened.close()
        output(PROGRAMS / 'bench-list', database)
        tell_frames(output(PROGRAMS / 'bench-app', 'board', database))
        moves = output(PROGRAMS / 'bench-app', 'group', database).split('\n\n')[1:]
    steps = [max(float(line.split()[1]) for line in move.splitlines() if line[0] != 'f') for move in moves]
    frames = [float(line.split()[1]) for move in moves for line in move.splitlines() if line[0] == 'f']
    for name, values in (('a card put in a theme, work of the main loop, longest step', steps),
                         ('the frames while it moves, work of the main loop', frames)):
        goals = (None, '≤ 4' if values is steps else '≤ 16.7')
        for part, value, goal in zip((f'median of {len(values)}', '99th percentile'), (statistics.median(values), percentile(values, .99)), goals):
            figure(f'{name}, {part}', value, 'ms', goal)


def bench_capture():
    """How long the main loop lets wait while notes are typed, with as many there: nothing may be felt."""
    on_screen()
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        database = scratch_copy(folder)
        output(PROGRAMS / 'bench-list', database)  # makes today's backup, which is no part of what is measured
        beats = [[float(word) for word in line.split()]
                 for line in output(PROGRAMS / 'bench-app', 'capture', database).splitlines()]
    # on a machine that does other things as well, the second tells what is the app's own
    for what, values in zip(('waits', 'works'), zip(*beats)):
        for name, value in (('median', statistics.median(values)), ('99th percentile', percentile(values, .99)),
                            ('longest', max(values))):
            figure(f'typing with {N_NOTES:,} notes: the main loop {what}, {name} of {len(values):,}', value, 'ms',
                   '≤ 16' if name == 'longest' else None)


# --- in bulk ---

def bench_bulk():
    (WORK / f'notes-{N_NOTES}.db').unlink(missing_ok=True)
    database, seconds = notes_database()
    figure(f'import of {N_NOTES:,} notes with themes', seconds, 's')
    figure('the database', database.stat().st_size / 1048576, 'MiB')
    began = time.monotonic()
    output(CTL, '--database', database, 'check')
    figure('check', time.monotonic() - began, 's')
    began = time.monotonic()
    output(CTL, '--database', database, 'search', 'kommune', '--json')
    figure('search from the command line', time.monotonic() - began, 's')
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        copy = scratch_copy(folder)
        for line in output(PROGRAMS / 'bench-list', copy).splitlines():
            name, value = line.split()
            if not name.endswith('-found'):
                figure(name, float(value), 'ms')
        older = sqlite3.connect(copy)
        older.execute('PRAGMA user_version=0')
        older.commit()
        older.close()
        line = output(PROGRAMS / 'bench-list', copy).splitlines()[0]
        figure('refold: opening a database of an older version', float(line.split()[1]) / 1000, 's')


# --- search ---

def grep(table, words):
    """Seconds of ripgrep over the same notes as CSV, or of grep where there is none; which of them."""
    program = shutil.which('rg') or shutil.which('grep')
    best = 9
    for _ in range(5):
        began = time.monotonic()
        subprocess.run([program, '-c', '-i', '-F', words, table], stdout=subprocess.PIPE, check=False)  # into nothing it would stop early
        best = min(best, time.monotonic() - began)
    return best, pathlib.Path(program).name


def bench_search():
    """Typed a letter at a time; the floor is what reads all of it for one word."""
    database = notes_database()[0]
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        table = pathlib.Path(folder) / 'notes.csv'
        make_csv(table)
        floor, program = grep(table, 'sagsbehandler')
        lines = output(PROGRAMS / 'bench-search', database).splitlines()
        floor = min(floor, grep(table, 'sagsbehandler')[0]) * 1000
    newest, everything = [[int(line.split()[i]) / 1000 for line in lines] for i in (1, 2)]
    for name, values, part, goal in (('the newest 50, median', newest, .5, '≤ 0.1'),
                                     ('the newest 50, 99th percentile', newest, .99, '≤ 0.1 and ≤ 1 ms'),
                                     ('all, median', everything, .5, ''), ('all, 99th percentile', everything, .99, '')):
        ratio(f'{N_NOTES:,} notes searched, {name} of {len(lines)}, against {program}', percentile(values, part), floor,
              goal, ' ms')


# --- similar notes ---

def bench_similar():
    """Beginnings of notes, as they are being typed; the floor is one pass of a hash over all notes."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        table = pathlib.Path(folder) / 'notes.csv'
        make_csv(table)
        runs = [[int(word) for word in output(PROGRAMS / 'bench-similar', table).split()] for _ in range(3)]
    median, last, floor, made, size = [min(run[i] for run in runs) for i in range(5)]
    ratio(f'what is similar among {N_NOTES:,} notes, median', median / 1000, floor / 1000, '', ' ms')
    ratio(f'what is similar among {N_NOTES:,} notes, 99th percentile', last / 1000, floor / 1000, '≤ 5 ms', ' ms')
    figure('making the index of them', made / 1000, 's')
    figure('its memory', size / 1048576, 'MiB')


# --- suggestions ---

PARTS = {'tuned': 'the two thirds that were tuned on', 'held-back': 'the third that was held back', 'all': 'all 240 notes',
         'other': 'other notes on other themes'}


def print_quality(line):
    what, part, *values = line.split()
    if what == 'suggest':
        known, *rates = values
        ours, plain, frequent, (silent, shown) = [tuple(map(float, rates[i:i + 2])) for i in range(0, 8, 2)]
        goal = {'3': ', goal top-3 ≥ 0.58', '10': ', goal top-3 ≥ 0.72'}.get(known, '')
        print(f'{PARTS[part]}, {known} known per theme: top-1 {ours[0]:.3f}, top-3 {ours[1]:.3f} (plain words {plain[0]:.3f}, '
              f'{plain[1]:.3f}; most frequent {frequent[0]:.3f}, {frequent[1]:.3f}{goal}); silent on {silent:.2f}, else '
              f'the right one is shown for {shown:.3f}')
    else:
        precision, coverage, n, measure, rand = values
        print(f'{PARTS[part]}, piles: pair precision {float(precision):.3f} at coverage {float(coverage):.3f} (goal ≥ 0.68 at '
              f'≥ 0.4), {n} piles, V-measure {float(measure):.3f}, adjusted Rand index {float(rand):.3f}')


def bench_suggest():
    """Quality: means of 20 draws. Speed: the floor is a hash of each run of three to five letters of the same texts."""
    sample = SOURCE / 'data' / 'sample' / 'notes.csv'
    for line in output(PROGRAMS / 'bench-suggest', 'quality', sample).splitlines():
        print_quality(line)
    print_quality(output(PROGRAMS / 'bench-suggest', 'piles', SOURCE / 'tests' / 'bench' / 'other-notes.csv').replace(' all ', ' other '))
    found = {}
    for line in output(PROGRAMS / 'bench-suggest', 'speed', sample).splitlines():
        name, *values = line.split()
        found[name] = [float(value) for value in values]
    figure('learning 100,000 notes', found['learn-all'][0] / 1e6, 's')
    for name, key, goal in (('a suggestion with 100,000 known notes, median', 'suggest-median', ''),
                            ('a suggestion with 100,000 known notes, 99th percentile', 'suggest-99', '≤ 100 µs'),
                            ('moving a note among 100,000, 99th percentile', 'move-99', '')):
        ratio(name, *found[key], goal, ' µs')
    for n, goal in ((1000, '≤ 50 ms'), (10000, '≤ 500 ms'), (100000, '≤ 3,000 ms')):
        ratio(f'piles of {n:,} notes', *[value / 1000 for value in found[f'groups-{n}']], goal, ' ms')


# --- seating ---

def bench_seating():
    """People of a panel meeting; the numbers: pairs of one council, tables with one perspective, differences."""
    for people, tables in ((90, 10), (150, 20), (200, 20)):
        lines = [output(PROGRAMS / 'bench-seating', people, tables).splitlines() for _ in range(5)]
        found = {line.split()[0]: line.split()[1:] for line in lines[0]}
        name = f'{people} at {tables} tables'
        figure(name, statistics.median(float(run[1].split()[1]) for run in lines), 'ms', '< 1,000')
        for what, index in (('pairs of one council', 0), ('tables with one perspective', 2), ('difference in size', 3),
                            ('difference in lived experience', 4)):
            print(f'{name}, {what}: {found["seated"][index]}; seated in turn: {found["in-turn"][index]}'
                  + (f'; no seating has fewer than {found["seated"][1]}' if index == 0 else ''), flush=True)


# --- the privacy check ---

def bench_privacy():
    """The sample's notes, cut into pieces of 300 characters and of 20,000; it is scanned on every key."""
    sample = SOURCE / 'data' / 'sample'
    runs = [[line.split()[1:] for line in
             output(PROGRAMS / 'bench-privacy', sample / 'notes.csv', sample / 'roster.csv').splitlines()] for _ in range(5)]
    for i, (name, goal) in enumerate((('300 characters scanned', '≤ 8'), ('20,000 characters scanned', '≤ 8'))):
        ratio(name, *[statistics.median(float(run[i][j]) for run in runs) for j in (0, 1)], goal, ' µs')


BENCHES = {'start': bench_start, 'export': bench_export, 'commit': bench_commit, 'notes': bench_notes, 'board': bench_board, 'capture': bench_capture, 'bulk': bench_bulk,
           'search': bench_search, 'similar': bench_similar, 'suggest': bench_suggest,
           'privacy': bench_privacy, 'seating': bench_seating}

if len(sys.argv) != 3 or sys.argv[1] not in BENCHES:
    sys.exit(__doc__)
random.seed(1)
BUILD = pathlib.Path(sys.argv[2]).resolve()
PROGRAMS = BUILD / 'tests' / 'bench'
CTL = BUILD / 'src' / 'cli' / 'landspanelctl'
WORK = PROGRAMS / 'work'
WORK.mkdir(exist_ok=True)
os.environ.setdefault('LC_ALL', 'C.UTF-8')
BENCHES[sys.argv[1]]()
