# SPDX-License-Identifier: GPL-3.0-or-later
"""python-workbook.py CELLS FILE: bare-workbook.c with Python's XlsxWriter. Prints what it took as print_usage () does."""
import re
import resource
import struct
import sys
import time

import xlsxwriter

RECORD = struct.Struct('<IHBBdI')
N_STYLES = 64


def make_styles(book):
    return [None] + [book.add_format({'text_wrap': True, 'indent': i % 15, 'font_size': 10 + i // 15}) for i in range(1, N_STYLES)]


def write_cells(book, styles, cells):
    sheet = None
    while record := cells.read(RECORD.size):
        row, column, style, kind, number, length = RECORD.unpack(record)
        text = cells.read(length).decode()
        if kind == ord('S'):
            sheet = book.add_worksheet()
        elif kind == ord('t'):
            sheet.write_string(row, column, text, styles[style])
        elif kind == ord('n'):
            sheet.write_number(row, column, number, styles[style])
        else:
            sheet.write_blank(row, column, None, styles[style])


begin = time.monotonic()
with open(sys.argv[1], 'rb') as cells, xlsxwriter.Workbook(sys.argv[2], {'constant_memory': True}) as book:
    write_cells(book, make_styles(book), cells)
usage = resource.getrusage(resource.RUSAGE_SELF)
with open('/proc/self/status', encoding='ascii') as status:
    peak = re.search(r'VmHWM:\s*(\d+)', status.read()).group(1)
print(f'{time.monotonic() - begin:.3f} {usage.ru_utime + usage.ru_stime:.3f} {peak}')
