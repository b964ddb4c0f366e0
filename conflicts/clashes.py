"""Clashes: which statements of one item cannot both be true; counted and listed without looking at every pair.

What can be compared at all depends on the moments that two statements speak of, where the true value changes, and on
their clocks. So the pairs are cut into blocks (these with each other, these with those) in which only the sets decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations, product
from typing import Any, Final

from attrs import evolve, frozen

from conflicts.apart import Apart, Point, dominating, n_dominating
from conflicts.assertions import Assertion
from conflicts.items import Item, is_exact
from conflicts.moments import local_day
from conflicts.values.extent import NOT_SETTLED

CLOCKS: Final = ("aware", "naive", "day")
"""How a moment was told: an instant, a clock time without a zone, a day. Only alike they tell more than their days."""

LINES: Final = ("floating", "zoned", None)
"""What times are of: the event's own clock, all clocks, or nothing that a clock would change."""


@frozen
class Block:
    """Pairs to compare: each of `xs` with each of `ys` or, without `ys`, with each other.

    Such a pair clashes if its sets do not meet. With `order`, by index, it does if the one of `xs` comes first in that
    order and lies wholly above the other: a figure that should only grow, and fell.
    """

    xs: Sequence[int]
    ys: Sequence[int] | None = None
    order: Sequence[Any] | None = None
    at_instants: bool = False


class Clashes:
    """The clashing pairs among the assertions on an item, by index: the same that `Item.relation` tells one by one.

    `firm` asks for contradictions alone. For n assertions counting takes O(n log n) time, and listing O(n log n) and
    constant or logarithmic time a pair; `apart` tells what is not compared of sets of several intervals.
    """

    def __init__(self, item: Item, speakers: Sequence[Assertion]) -> None:
        self._changes = item.changes
        self._values = [speaker.value for speaker in speakers]
        self._clocks = [value.clock for value in self._values]
        self._is_mixed = {"floating", "zoned"} <= set(self._clocks)
        self._aparts: dict[tuple[bool, bool], Apart] = {}
        self._utterances: list[str | None] = [None] * len(speakers)
        if self._changes != "never":
            self._moments = [speaker.as_of for speaker in speakers]
            self._days = [None if moment is None else local_day(moment) for moment in self._moments]
            self._told = [_clock(moment) for moment in self._moments]
            self._is_exact = [is_exact(speaker) for speaker in speakers]
            self._utterances = [s.claim.utterance if s.claim.as_of is None else None for s in speakers]

    def count(self, among: Iterable[int] | None = None, *, firm: bool = False) -> int:
        """How many pairs clash, of all or of those at the indices `among`."""
        chosen = self._everyone if among is None else list(among)
        found = self._count(self._blocks(chosen, firm), firm)
        for once in self._told_once(chosen):
            found += self._count([Block(once)], firm) - self._count(self._blocks(once, firm), firm)
        return found

    def pairs(self, *, firm: bool = False) -> Iterator[tuple[int, int]]:
        """The clashing pairs, the lesser index first, in an order that depends on the claims alone."""
        for once in self._told_once(self._everyone):
            yield from self._list([Block(once)], firm)
        utterances = self._utterances
        for i, j in self._list(self._blocks(self._everyone, firm), firm):
            if utterances[i] is None or utterances[i] != utterances[j]:
                yield i, j

    @property
    def _everyone(self) -> Sequence[int]:
        return range(len(self._values))

    def _told_once(self, among: Sequence[int]) -> list[list[int]]:
        """Those that come from one utterance, and so speak of one moment whatever their dates."""
        if self._changes == "never":
            return []
        by_utterance: dict[str, list[int]] = {}
        for i in among:
            utterance = self._utterances[i]
            if utterance is not None:
                by_utterance.setdefault(utterance, []).append(i)
        return [found for found in by_utterance.values() if len(found) > 1]

    # What is compared with what

    def _blocks(self, among: Sequence[int], firm: bool) -> Iterator[Block]:
        """The blocks of the pairs that can clash, as if there were no utterances; no pair is in two."""
        if self._changes == "never":
            yield Block(among)
        elif self._changes == "freely":
            yield from self._at_one_moment(among)
            if not firm:
                yield from self._perhaps_at_one_moment(among)
        else:
            # Two exact figures clash whenever they differ; of others only those of one moment, and those that fell.
            exact = [] if firm else [i for i in among if self._is_exact[i]]
            yield Block(exact)
            yield from self._at_one_moment(among, set(exact))
            yield from self._falls(among, set(exact))

    def _at_one_moment(self, among: Sequence[int], exact: set[int] | frozenset[int] = frozenset()) -> Iterator[Block]:
        """Those told for one moment; but for pairs of `exact` ones."""
        groups: dict[tuple[str, Any], list[int]] = {}
        for i in among:
            if self._told[i] in ("aware", "naive"):
                groups.setdefault((self._told[i], self._moments[i]), []).append(i)
        for group in groups.values():
            if len(group) > 1:
                vague = [i for i in group if i not in exact]
                yield Block(vague)
                yield Block(vague, [i for i in group if i in exact])

    def _perhaps_at_one_moment(self, among: Sequence[int]) -> Iterator[Block]:
        """Those of one day whose times cannot be told apart, and those of no known day with all."""
        by_day: dict[Any, dict[str, list[int]]] = {}
        unknown, known = [], []
        for i in among:
            if self._told[i] == "":
                unknown.append(i)
            else:
                known.append(i)
                by_day.setdefault(self._days[i], {clock: [] for clock in CLOCKS})[self._told[i]].append(i)
        for on_day in by_day.values():
            yield Block(on_day["day"])
            for a, b in combinations(CLOCKS, 2):
                yield Block(on_day[a], on_day[b])
        yield Block(unknown)
        yield Block(unknown, known)

    def _falls(self, among: Sequence[int], exact: set[int]) -> Iterator[Block]:
        """An earlier figure with a later one, as far as their moments tell; but for pairs of `exact` ones."""
        settled = [i for i in among if self._values[i].strict != NOT_SETTLED]
        by_clock: dict[tuple[str, bool], list[int]] = {}
        for i in settled:
            if self._told[i]:
                by_clock.setdefault((self._told[i], i in exact), []).append(i)
        for (a, a_exact), (b, b_exact) in product(by_clock, by_clock):
            if not (a_exact and b_exact):
                order = self._moments if a == b else self._days
                yield Block(by_clock[a, a_exact], by_clock[b, b_exact], order)

    def _on_one_line(self, block: Block) -> Iterator[Block]:
        """Cut a block so that floating and zoned times meet as instants, and all others as they are."""
        if not self._is_mixed:
            yield block
            return
        xs, ys = self._by_line(block.xs), self._by_line(block.xs if block.ys is None else block.ys)
        for a, b in product(LINES, LINES) if block.ys is not None else combinations(LINES, 2):
            yield evolve(block, xs=xs[a], ys=ys[b], at_instants={a, b} == {"floating", "zoned"})
        if block.ys is None:
            yield from (Block(alike) for alike in xs.values())

    def _by_line(self, among: Sequence[int]) -> dict[str | None, list[int]]:
        return {line: [i for i in among if self._clocks[i] == line] for line in LINES}

    # Counting and listing

    def _count(self, blocks: Iterable[Block], firm: bool) -> int:
        found = 0
        for block in self._cut(blocks):
            apart = self._apart(firm, block.at_instants)
            if block.order is None:
                found += apart.count(block.xs, block.ys)
            else:
                found += n_dominating(*_fallen(block, apart))
        return found

    def _list(self, blocks: Iterable[Block], firm: bool) -> Iterator[tuple[int, int]]:
        for block in self._cut(blocks):
            apart = self._apart(firm, block.at_instants)
            found = apart.pairs(block.xs, block.ys) if block.order is None else dominating(*_fallen(block, apart))
            for i, j in found:
                yield (i, j) if i < j else (j, i)

    def _cut(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for whole in blocks:
            for block in self._on_one_line(whole):
                if len(block.xs) > 1 if block.ys is None else block.xs and block.ys:
                    yield block

    def _apart(self, firm: bool, at_instants: bool) -> Apart:
        """The sets to be told apart."""
        found = self._aparts.get((firm, at_instants))
        if found is None:
            values = [value.at_instants() for value in self._values] if at_instants else self._values
            found = Apart([value.loose if firm else value.strict for value in values])
            self._aparts[firm, at_instants] = found
        return found


def _clock(moment: object) -> str:
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return "day"
    return "naive" if moment.tzinfo is None else "aware"


def _fallen(block: Block, apart: Apart) -> tuple[list[Point], list[Point]]:
    """Earlier figures by their lowest bound as points, later ones by their highest as queries."""
    assert block.order is not None
    assert block.ys is not None
    points: list[Point] = [(block.order[i], apart.extents[i].lo, i) for i in block.xs]
    return points, [(block.order[j], apart.extents[j].hi, j) for j in block.ys]
