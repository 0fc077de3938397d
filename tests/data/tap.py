# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of the Test Anything Protocol: a check is a function that gives a line for each thing that is wrong."""
import os
import sys

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))


def run(*checks):
    print(f'1..{len(checks)}')
    good = True
    for number, check in enumerate(checks, 1):
        wrong = list(check())
        good &= not wrong
        print(f'{"not ok" if wrong else "ok"} {number} {check.__doc__ or check.__name__}')
        for line in wrong:
            print(f'  {line}', file=sys.stderr)
    sys.exit(0 if good else 1)


def files(*folders):
    """Paths below the top of the project, of the files in these folders and in those below them."""
    for folder in folders:
        for base, below, names in os.walk(os.path.join(TOP, folder)):
            below[:] = sorted(name for name in below if name != '__pycache__')
            for name in sorted(names):
                yield os.path.relpath(os.path.join(base, name), TOP)


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return file.read()
