# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who has nothing but a published table, and wants to compute what is hidden in it."""

import collections

SUM = object()
ENDLESS = 1 << 30


class Auditor:
    """
    cells: (row, column) → figure, None where it is hidden; totals: row → figure; sums: column → figure or None.

    What is hidden flows from its row through its column into the sum, which lets as much through as is shown, or anything. One
    table that fits is found by augmenting paths. A figure is known when no other table fits: when there is no circle through it
    along which something could flow.
    """

    def __init__(self, cells, totals, sums):
        self.flow = collections.Counter()
        self.room = {}   # arc → how much it takes
        self.fixed = set()
        left = dict(totals)
        for (row, column), figure in cells.items():
            if figure is None:
                self.room[('row', row), ('column', column)] = ENDLESS
            else:
                left[row] -= figure
        for column in sums:
            shown = sum(figure for (_row, at), figure in cells.items() if at == column and figure is not None)
            arc = ('column', column), SUM
            self.room[arc] = 0 if sums[column] is None else sums[column] - shown
            if sums[column] is not None:
                self.fixed.add(arc)
        self.fill(left)
        for column in sums:
            if sums[column] is None:
                self.room[('column', column), SUM] = ENDLESS
        self.fill(left)
        # figures that contradict each other would let anything be proved
        assert not any(left.values()), left
        assert all(self.flow[arc] == self.room[arc] for arc in self.fixed)

    def steps(self, node, without=None):
        for arc, room in self.room.items():
            if arc == without:
                continue
            if arc[0] == node and self.flow[arc] < room:
                yield arc[1], arc, 1
            elif arc[1] == node and self.flow[arc] > 0:
                yield arc[0], arc, -1

    def way(self, start, end, steps):
        """How to get there: arcs, and in which direction; or None."""
        came = {start: None}
        queue = collections.deque([start])
        while queue and end not in came:
            node = queue.popleft()
            for following, arc, direction in steps(node):
                if following not in came:
                    came[following] = (node, arc, direction)
                    queue.append(following)
        if end not in came:
            return None
        found = []
        while came[end] is not None:
            end, arc, direction = came[end]
            found.append((arc, direction))
        return found

    def fill(self, left):
        for row in left:
            while left[row] > 0 and (way := self.way(('row', row), SUM, self.steps)):
                for arc, direction in way:
                    self.flow[arc] += direction
                left[row] -= 1

    def knows_arc(self, start, end):
        def steps(node):
            return (step for step in self.steps(node, (start, end)) if step[1] not in self.fixed)

        more = self.way(end, start, steps) is not None
        less = self.flow[start, end] > 0 and self.way(start, end, steps) is not None
        return not more and not less

    def knows(self, row, column):
        return self.knows_arc(('row', row), ('column', column))

    def knows_sum(self, column):
        arc = ('column', column), SUM
        return arc in self.fixed or self.knows_arc(*arc)
