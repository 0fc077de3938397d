#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults: the power goes, the disk is full, the file is not what it should be.

test-faults.py WRITER ERASER   prints TAP. These are the programs built from writer.c and eraser.c.

What was acknowledged must be there afterwards, and a file that cannot be used must be left as it is.
"""
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

N_KILLS = 200
SECRET = b'Zebraskoven hedder hun'
N_NOTES, N_LEFT = 150, 100
FAILED, FOREIGN, DAMAGED, NEWER, READ_ONLY, LOCKED, FULL, NOT_FOUND, INVALID = range(9)
MAGIC = b'SQLite format 3\0'


class Failure(Exception):
    pass


def expect(true, message):
    if not true:
        raise Failure(message)


class Output:
    """What the writer said, taken apart."""

    def __init__(self, text):
        lines = [line.split(' ', 1) for line in text.splitlines()]
        self.text = text
        self.words = [line[0] for line in lines]
        self.notes = [tuple(line[1].split()) for line in lines if line[0] == 'note']
        self.errors = [(int(line[1].split()[0]), line[1].split(' ', 1)[1]) for line in lines if line[0] == 'error']
        self.finds = [line[1] for line in lines if line[0] == 'find']


def start(*args, **kwargs):
    return subprocess.Popen([WRITER, *map(str, args)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **kwargs)


def run(*args):
    process = start(*args)
    out = process.communicate()[0]
    expect(process.returncode in (0, 1), f'{args[0]} ended with {process.returncode}')
    return Output(out)


def expect_error(output, code, *words):
    expect(len(output.errors) == 1, f'one error expected: {output.text}')
    got, message = output.errors[0]
    expect(got == code, f'error {code} expected, not {got}: {message}')
    for word in words:
        expect(word in message, f'“{word}” is not in “{message}”')


def expect_sound(database):
    output = run('check', database)
    expect(not output.errors and not output.finds, f'the check says: {output.text}')


def contents(folder):
    """All bytes of the database, its log and its backups: what a fault must not change."""
    files = {}
    for path in sorted(folder.rglob('*')):
        if path.is_file() and not path.name.endswith(('.lock', '-shm')):
            files[str(path.relative_to(folder))] = path.read_bytes()
    return files


def expect_untouched(folder, before):
    after = contents(folder)
    # an empty write-ahead log says nothing
    changed = {name for name in before.keys() | after.keys() if before.get(name, b'') != after.get(name, b'')}
    expect(not changed, f'changed: {sorted(changed)}')


def sample(folder, n=20):
    database = folder / 'landspanel.db'
    notes = run('in-turn', database, n, 200).notes
    expect(len(notes) == n, 'the sample was not written')
    return database, sorted(notes)


# --- the power goes ---

def kill_once(database, known):
    """Kills a writer at a random moment; returns what it had acknowledged."""
    process = start(random.choice(('in-turn', 'at-once')), database, 100000 if random.random() < .5 else 60, 40)
    # now and then during the very opening
    if random.random() < .9:
        process.stdout.readline()
    time.sleep(random.uniform(0, .03))
    process.send_signal(signal.SIGKILL)
    said = process.communicate()[0]
    lines = said.split('\n')
    return known + Output('\n'.join(lines[:-1])).notes


def test_kill():
    acknowledged = 0
    kept = 0
    for i in range(N_KILLS):
        if i % 20 == 0:
            folder = pathlib.Path(tempfile.mkdtemp(dir=ROOT))
            database = folder / 'landspanel.db'
            known = []
        before = len(known)
        known = kill_once(database, known)
        acknowledged += len(known) - before
        if not database.exists():
            continue
        output = run('open', database)
        expect(not output.errors, f'after kill {i}: {output.text}')
        expect(set(known) <= set(output.notes), f'after kill {i}: acknowledged notes are missing')
        codes = [note[0] for note in output.notes]
        expect(len(codes) == len(set(codes)), f'after kill {i}: a code was given out twice')
        kept += len(output.notes) - before
        known = output.notes
        if i % 5 == 4 or i % 20 < 2:
            expect_sound(database)
        if i % 20 == 19:
            shutil.rmtree(folder)
    print(f'# {N_KILLS} kills, {acknowledged} notes acknowledged, none lost; {kept} kept')
    expect(acknowledged > N_KILLS, 'too few notes were written to prove anything')


def erase(*args):
    """Runs the eraser; returns the steps it took, or None when it was killed."""
    done = subprocess.run([ERASER, *map(str, args)], capture_output=True, text=True)
    expect(done.returncode in (0, -signal.SIGKILL), f'the eraser ended with {done.returncode}: {done.stderr}')
    if done.returncode != 0:
        return None
    return [line for line in done.stdout.splitlines() if line.startswith('step ')]


def milestones(steps):
    """Numbers of the steps at which something else begins, of those before them, and of some in between."""
    begins = [i for i, step in enumerate(steps) if i == 0 or step != steps[i - 1]] + [len(steps)]
    chosen = set()
    for first, after in zip(begins, begins[1:]):
        chosen |= {first, after - 1, *random.sample(range(first, after), min(after - first, 100) // 20)}
    return [i + 1 for i in sorted(chosen)]


def erase_and_reopen(folder, kills):
    """Kills who erases at a step of it and, with a second number, who opens the database next.
    Says whether it was erased."""
    database = folder / 'landspanel.db'
    erase('erase', database, kills[0])
    for kill in kills[1:]:
        erase('open', database, kill)
    notes = run('open', database).notes
    at = f'killed at {kills}'
    expect(len(notes) in (N_NOTES, N_LEFT), f'{at}: {len(notes)} notes')
    if len(notes) == N_LEFT:
        found = [path.name for path in folder.rglob('*') if path.is_file() and SECRET in path.read_bytes()]
        expect(not found, f'{at}: what was erased is in {", ".join(found)}')
    parts = [path.name for path in folder.rglob('*.part*')]
    expect(not parts, f'{at}: {", ".join(parts)} was left')
    expect_sound(database)
    return len(notes) == N_LEFT


def test_kill_erasing(folder):
    """Killed at any step from the erasing to the end of its clean-up: opened again, what was erased is gone."""
    source = folder / 'source'
    source.mkdir()
    erase('prepare', source / 'landspanel.db')
    backup = next((source / 'backups').glob('*.db'))
    shutil.copy(backup, backup.with_name('landspanel-2020-01-02.db'))
    expect(all(SECRET in path.read_bytes() for path in source.rglob('*.db')), 'the words are not there at first')
    whole = shutil.copytree(source, folder / 'whole')
    steps = erase('erase', whole / 'landspanel.db')
    erased = kept = 0
    for number in milestones(steps):
        copy = shutil.copytree(source, folder / 'copy')
        kills = [number, random.randint(1, len(steps))] if random.random() < .3 else [number]
        if erase_and_reopen(copy, kills):
            erased += 1
        else:
            kept += 1
        shutil.rmtree(copy)
    print(f'# killed at {erased + kept} of {len(steps)} steps: {erased} times after the erasing, {kept} before')
    expect(erased > 20 and kept > 0, 'too few kills to prove anything')


# --- the disk is full ---

def in_new_namespace(name, *args):
    """Runs a function of this file as root of its own mount namespace."""
    base = ['unshare', '--mount'] if os.geteuid() == 0 else ['unshare', '--user', '--map-root-user', '--mount']
    if subprocess.run([*base, 'true'], capture_output=True).returncode != 0:
        return None
    return subprocess.run([*base, sys.executable, __file__, WRITER, ERASER, '--inside', name, *map(str, args)], text=True,
                          capture_output=True)


def inside_full(folder):
    """In a namespace of its own: a disk of 4 MB."""
    folder = pathlib.Path(folder)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], check=True)
    fill_up(folder)


def fill_up(folder):
    database = folder / 'landspanel.db'
    ballast = folder / 'ballast'
    ballast.write_bytes(b'x' * 1000000)
    process = start('in-turn', database, 3000, 2000)
    said = ''
    while not said.split('\n')[-2:][0].startswith('error'):
        line = process.stdout.readline()
        expect(line, f'the writer ended: {said[-300:]}')
        said += line
    full = Output(said)
    expect(len(full.notes) > 20, f'the disk was full too soon: {said}')
    code, message = full.errors[0]
    expect(code == FULL, f'error {FULL} expected, not {code}: {message}')
    # everything acknowledged is there for another reader, while the disk is still full
    reader = run('read', database)
    expect(not reader.errors and reader.notes and set(full.notes) == set(reader.notes), 'acknowledged notes are missing')
    # again in vain, then with room
    process.stdin.write('again\n')
    process.stdin.flush()
    line = process.stdout.readline()
    while line.startswith('note'):
        full.notes.append(tuple(line.split()[1:]))
        line = process.stdout.readline()
    expect(line.startswith(f'error {FULL}'), f'a second failure expected: {line}')
    ballast.unlink()
    process.stdin.write('again\n')
    process.stdin.flush()
    line = process.stdout.readline()
    expect(line.startswith('note'), f'with room again: {line}')
    full.notes.append(tuple(line.split()[1:]))
    process.kill()
    rest = process.communicate()[0]
    full.notes += Output('\n'.join(rest.split('\n')[:-1])).notes
    after = run('open', database)
    expect(not [e for e in after.errors if e[0] != FULL], f'after the full disk: {after.text[-300:]}')
    expect(set(full.notes) <= set(after.notes), 'acknowledged notes are missing after the full disk')
    expect_sound(database)


def test_full(folder):
    done = in_new_namespace('inside_full', folder)
    if done is None:
        return 'no mount namespaces here'
    expect(done.returncode == 0, done.stdout + done.stderr)
    return None


# --- what may not be written ---

def inside_read_only(folder):
    """In a namespace of its own: what is bound read-only binds even root."""
    folder = pathlib.Path(folder)
    database, notes = sample(folder)
    before = contents(folder)
    subprocess.run(['mount', '--bind', folder, folder], check=True)
    subprocess.run(['mount', '-o', 'remount,bind,ro', folder], check=True)
    # the working directory and its files are looked up anew
    expect_error(run('open', database), READ_ONLY)
    output = run('read', database)
    expect(sorted(output.notes) == notes, f'reading from a read-only folder: {output.text}')
    expect_sound(database)
    expect_untouched(folder, before)


def inside_read_only_file(folder):
    folder = pathlib.Path(folder)
    database, notes = sample(folder)
    before = contents(folder)
    subprocess.run(['mount', '--bind', database, database], check=True)
    subprocess.run(['mount', '-o', 'remount,bind,ro', database], check=True)
    expect_error(run('open', database), READ_ONLY)
    output = run('read', database)
    expect(sorted(output.notes) == notes, f'reading a read-only file: {output.text}')
    expect_untouched(folder, before)


def test_read_only(folder):
    done = in_new_namespace('inside_read_only', folder)
    if done is None:
        return 'no mount namespaces here'
    expect(done.returncode == 0, done.stdout + done.stderr)
    return None


def test_read_only_file(folder):
    done = in_new_namespace('inside_read_only_file', folder)
    if done is None:
        return 'no mount namespaces here'
    expect(done.returncode == 0, done.stdout + done.stderr)
    return None


# --- what is not a database of ours ---

def expect_refused(folder, database, code, *words):
    """Said by the right code, to who would write and to who would read, and left as it is."""
    before = contents(folder)
    expect_error(run('open', database), code, *words)
    expect_error(run('read', database), code, *words)
    expect_error(run('check', database), code, *words)
    expect_untouched(folder, before)


def test_foreign_text(folder):
    database = folder / 'landspanel.db'
    database.write_text('Køb mælk.\n')
    expect_refused(folder, database, FOREIGN, 'landspanel.db')


def test_foreign_garbage(folder):
    database = folder / 'landspanel.db'
    database.write_bytes(random.randbytes(200000))
    expect_refused(folder, database, FOREIGN)


def test_foreign_database(folder):
    database = folder / 'landspanel.db'
    other = sqlite3.connect(database)
    other.execute('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)')
    other.execute("INSERT INTO note (text) VALUES ('mælk')")
    other.commit()
    other.close()
    expect_refused(folder, database, FOREIGN)


def test_foreign_folder(folder):
    database = folder / 'landspanel.db'
    database.mkdir()
    output = run('open', database)
    expect(len(output.errors) == 1, f'a folder was opened: {output.text}')
    expect(database.is_dir(), 'the folder is gone')


def test_empty(folder):
    """An empty file is what a first start leaves that was cut off."""
    database = folder / 'landspanel.db'
    database.touch()
    output = run('in-turn', database, 3, 10)
    expect(len(output.notes) == 3 and not output.errors, output.text)
    expect_sound(database)


def test_newer(folder):
    database, _ = sample(folder)
    raise_version(database)
    expect_refused(folder, database, NEWER)


def raise_version(database):
    newer = sqlite3.connect(database)
    newer.execute('PRAGMA user_version=4711')
    newer.commit()
    newer.close()


def test_newer_in_log(folder):
    """The newer program was cut off: what makes the file newer stands in the write-ahead log alone."""
    database, _ = sample(folder)
    newer = sqlite3.connect(database)
    newer.execute('PRAGMA wal_autocheckpoint=0')
    newer.execute('PRAGMA user_version=4711')
    newer.commit()
    copy = folder / 'copy'
    copy.mkdir()
    shutil.copy(database, copy)
    shutil.copy(f'{database}-wal', copy)
    newer.close()
    expect_error(run('open', copy / 'landspanel.db'), NEWER)
    kept = sqlite3.connect(copy / 'landspanel.db')
    expect(kept.execute('PRAGMA user_version').fetchone() == (4711,), 'the version was lowered')
    kept.close()


def test_truncated(folder):
    database, _ = sample(folder, 200)
    size = database.stat().st_size
    for part in (.3, .6, .9):
        os.truncate(database, int(size * part))
        expect_refused(folder, database, DAMAGED)


def test_header_gone(folder):
    database, _ = sample(folder)
    data = bytearray(database.read_bytes())
    data[:16] = b'\0' * 16
    database.write_bytes(data)
    expect_refused(folder, database, FOREIGN, 'damaged')


def places(database):
    """Where bytes matter: the beginning of every page, and the words. Bytes in gaps between rows do not."""
    tidy = sqlite3.connect(database)
    tidy.execute('VACUUM')
    tidy.close()
    data = database.read_bytes()
    return [100, *range(4096, len(data), 4096)], [match.start() for match in re.finditer(rb'Note \d+ ', data)]


def test_overwritten(folder):
    """Bytes in the middle. Nobody reads all of a file to open it: but the check finds every one, and nothing crashes."""
    database, _ = sample(folder, 200)
    pages, words = places(database)
    whole = database.read_bytes()
    good = contents(folder / 'backups')
    for i in range(40):
        data = bytearray(whole)
        at = pages[0] if i == 0 else random.choice(pages if i % 2 else words)
        data[at:at + 60] = random.randbytes(60)
        database.write_bytes(data)
        before = contents(folder)
        check = run('check', database)
        expect(check.errors or check.finds, f'the check did not find the damage at {at}')
        expect(not check.errors or check.errors[0][0] == DAMAGED, f'not said to be damaged: {check.text}')
        read = run('read', database)
        expect(not read.errors or read.errors[0][0] == DAMAGED, f'not said to be damaged: {read.text}')
        expect_untouched(folder, before)
        opened = run('open', database)
        expect(not opened.errors or opened.errors[0][0] == DAMAGED, f'not said to be damaged: {opened.text}')
        now = contents(folder / 'backups')
        expect(all(now.get(name) == data for name, data in good.items()), 'a good backup is gone')
        for suffix in ('-wal', '-shm'):
            pathlib.Path(f'{database}{suffix}').unlink(missing_ok=True)


# --- two at once ---

def test_locked(folder):
    database, notes = sample(folder)
    holder = start('hold', database)
    expect(holder.stdout.readline() == 'opened\n', 'the first did not get the database')
    for _ in notes:
        holder.stdout.readline()
    second = run('open', database)
    expect_error(second, LOCKED, 'writer', str(holder.pid))
    expect(sorted(run('read', database).notes) == notes, 'reading must be possible meanwhile')
    expect_sound(database)
    holder.communicate()
    expect(not run('open', database).errors, 'the lock was not given back')


def test_lock_of_the_dead(folder):
    database, notes = sample(folder)
    holder = start('hold', database)
    holder.stdout.readline()
    holder.kill()
    holder.communicate()
    output = run('open', database)
    expect(not output.errors and sorted(output.notes) == notes, f'the lock of a dead program holds: {output.text}')


TESTS = [
    ('kill', test_kill), ('kill-erasing', test_kill_erasing), ('disk-full', test_full),
    ('read-only/folder', test_read_only), ('read-only/file', test_read_only_file),
    ('foreign/text', test_foreign_text), ('foreign/garbage', test_foreign_garbage),
    ('foreign/database', test_foreign_database), ('foreign/folder', test_foreign_folder), ('empty', test_empty),
    ('newer/file', test_newer), ('newer/log', test_newer_in_log),
    ('damaged/truncated', test_truncated), ('damaged/header', test_header_gone), ('damaged/overwritten', test_overwritten),
    ('locked/by-another', test_locked), ('locked/by-the-dead', test_lock_of_the_dead),
]


def run_test(number, name, function):
    folder = pathlib.Path(tempfile.mkdtemp(dir=ROOT))
    began = time.monotonic()
    try:
        skipped = function() if function is test_kill else function(folder)
    except Failure as failure:
        print(f'not ok {number} /faults/{name}')
        for line in str(failure).splitlines():
            print(f'# {line}')
        return False
    print(f'ok {number} /faults/{name}' + (f' # SKIP {skipped}' if skipped else ''))
    print(f'# {time.monotonic() - began:.1f} s', flush=True)
    return True


def main():
    seed = int(os.environ.get('FAULTS_SEED', random.randrange(1 << 32)))
    random.seed(seed)
    wanted = [(name, f) for name, f in TESTS if len(sys.argv) < 4 or name in sys.argv[3:]]
    print(f'1..{len(wanted)}\n# FAULTS_SEED={seed}', flush=True)
    return 0 if all([run_test(i + 1, name, f) for i, (name, f) in enumerate(wanted)]) else 1


WRITER, ERASER = map(os.path.abspath, sys.argv[1:3])
if len(sys.argv) > 4 and sys.argv[3] == '--inside':
    try:
        globals()[sys.argv[4]](*sys.argv[5:])
    except Failure as failure:
        sys.exit(str(failure))
    sys.exit(0)

ROOT = tempfile.mkdtemp(prefix='landspanel-faults-')
try:
    sys.exit(main())
finally:
    shutil.rmtree(ROOT, ignore_errors=True)
