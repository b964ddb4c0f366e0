"""Disputes: an item on which the statements that stand cannot all be true, with how bad it is and of what kind."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from itertools import combinations, product
from typing import Any, Final

from attrs import define, frozen

from conflicts.camps import Cliques, Sweep
from conflicts.items import Item, is_exact
from conflicts.moments import local_day
from conflicts.standing import CLASHES
from conflicts.statements import Statement
from conflicts.values.extent import NOTHING_SUCH, Extent
from conflicts.values.value import Relation, Value

MOST_CLIQUES_FROM: Final = 200
"""Where values change in time or clocks differ, up to this many statements are compared each with each."""
MOST_SHRUNK: Final = 400
"""Up to this many statements a joint contradiction inside one item is shrunk to one that is minimal."""


class Severity(enum.Enum):
    """How bad a conflict is: no fair reading lets both be true, or only the best reading does not."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"


KINDS: Final = ("sources differ", "denial", "misquote", "self-contradiction", "joint")


@frozen
class Clash:
    """Two statements that cannot both be true, by index, with the severity and the kind."""

    a: int
    b: int
    severity: Severity
    kind: str


@define(eq=False, repr=False)
class Dispute:
    """The statements of one disputed item."""

    item: Item
    statements: list[Statement]
    camps: Sweep | Cliques
    is_joint: bool = False

    def relation(self, i: int, j: int) -> Relation:
        """How two statements relate."""
        return self.item.relation(self.statements[i].speaker, self.statements[j].speaker)

    def clashes(self) -> Iterator[Clash]:
        """The clashing pairs of statements, one at a time, in an order that depends on the claims alone."""
        for i, j in self.camps.pairs():
            relation = self.relation(i, j)
            if relation in CLASHES:
                severity = Severity.CONTRADICTION if relation is Relation.CONTRADICTION else Severity.TENSION
                yield Clash(i, j, severity, self.kind_of(i, j))

    @cached_property
    def n_pairs(self) -> int:
        """How many pairs of statements clash: counted in the sweep where values lie on one line, else one by one."""
        if self.is_filtered:
            return self._n_pairs_while_it_grows() if self.item.changes == "grows" else sum(1 for _ in self.clashes())
        return self.camps.n_pairs

    def _n_pairs_while_it_grows(self) -> int:
        """Two exact figures clash whenever they differ; only bounds and round words need a look at each pair."""
        exact = [s.value.strict for s in self.statements if is_exact(s.speaker)]
        vague = [i for i, s in enumerate(self.statements) if not is_exact(s.speaker)]
        is_vague = set(vague)
        pairs = ((i, j) for i in vague for j in range(len(self.statements)) if i < j or (i != j and j not in is_vague))
        return Sweep(exact).n_pairs + sum(1 for i, j in pairs if self.relation(i, j) in CLASHES)

    @property
    def is_filtered(self) -> bool:
        """Whether the camps' pairs are more than those that clash."""
        return isinstance(self.camps, Sweep) and not self.item.is_line

    @cached_property
    def severity(self) -> Severity:
        """The severity of the worst pair; of a joint contradiction, whether the loose sets share no point either."""
        if self.is_joint:
            is_firm = self._loose.depth < len(self.statements)
        elif self.item.is_line:
            is_firm = _some_disjoint([s.value.loose for s in self.statements])
        elif self._falls is not None:
            is_firm = bool(self._falls)
        else:
            is_firm = any(clash.severity is Severity.CONTRADICTION for clash in self.clashes())
        return Severity.CONTRADICTION if is_firm else Severity.TENSION

    @cached_property
    def kind(self) -> str:
        """The first kind, in the order of `KINDS`, among the worst pairs."""
        if self.is_joint:
            return "joint"
        if self.item.is_line and self._some_differ():
            return "sources differ"
        if self._falls and any(self.kind_of(i, j) == KINDS[0] for i, j in self._falls):
            return KINDS[0]
        found = len(KINDS)
        for clash in self.clashes():
            if clash.severity is self.severity:
                found = min(found, KINDS.index(clash.kind))
                if found == 0:
                    break
        return KINDS[found]

    @cached_property
    def _falls(self) -> list[tuple[int, int]] | None:
        """Of a figure that grows, a pair for each one that lies below an earlier one for certain: in O(n log n).

        None where that cannot be told so: few statements, another way of changing, several intervals, or utterances
        that put claims of several moments into one.
        """
        if self.item.changes != "grows" or len(self.statements) <= MOST_CLIQUES_FROM:
            return None
        if any(len(s.value.loose.intervals) > 1 or s.claim.utterance is not None for s in self.statements):
            return None
        clocks: dict[str, list[tuple[object, int]]] = {"day": [], "naive": [], "aware": []}
        for n, statement in enumerate(self.statements):
            moment = statement.speaker.as_of
            if isinstance(moment, datetime):
                clocks["naive" if moment.tzinfo is None else "aware"].append((moment, n))
            elif moment is not None:
                clocks["day"].append((moment, n))
        found = [
            pair for clock in ("naive", "aware") for pair in self._falling(clocks[clock], clocks[clock], same=True)
        ]
        for a, b in product(clocks, clocks):
            if a != b or a == "day":
                earlier, later = ([(local_day(m), n) for m, n in clocks[clock]] for clock in (a, b))  # type: ignore[arg-type]
                found += self._falling(earlier, later, same=False)
        return found

    def _falling(
        self, earlier: list[tuple[Any, int]], later: list[tuple[Any, int]], *, same: bool
    ) -> Iterator[tuple[int, int]]:
        """The later statements whose loose set lies below that of an earlier one; of one moment, either way round."""
        before = sorted(earlier)
        highest: int | None = None
        at = 0
        for moment, n in sorted(later):
            while at < len(before) and (before[at][0] < moment or (same and before[at][0] == moment)):
                lo = self.statements[before[at][1]].value.loose.lo
                if highest is None or lo > self.statements[highest].value.loose.lo:
                    highest = before[at][1]
                at += 1
            if highest is not None and self.relation(highest, n) is Relation.CONTRADICTION:
                yield highest, n

    def kind_of(self, i: int, j: int) -> str:
        """The kind of a pair: one source or two, and for one source whether different relays say so."""
        a, b = self.statements[i], self.statements[j]
        if a.origin == b.origin and a.origin[0] != "":
            return "misquote" if a.chain != b.chain else "self-contradiction"
        return "denial" if _denies(a) or _denies(b) else "sources differ"

    def _some_differ(self) -> bool:
        """Whether two sources, neither of which denies, clash as badly as any; without looking at pairs."""
        is_firm = self.severity is Severity.CONTRADICTION
        highest: list[tuple[object, Statement]] = []
        lowest: list[tuple[object, Statement]] = []
        for statement in self.statements:
            if _denies(statement):
                continue
            extent = statement.value.loose if is_firm else statement.value.strict
            if len(extent.intervals) > 1:
                continue
            _keep_two(highest, extent.lo, statement, largest=True)
            _keep_two(lowest, extent.hi, statement, largest=False)
        return any(
            lo > hi and (a.origin != b.origin or a.origin[0] == "")  # type: ignore[operator]
            for lo, a in highest
            for hi, b in lowest
            if a is not b
        )

    @cached_property
    def withdrawals(self) -> int:
        """The fewest statements whose withdrawal settles it: all but the most that can be true together."""
        if self.is_filtered:
            return len(self.statements) - self.camps.depth
        if isinstance(self.camps, Cliques):
            return self._withdrawals_pair_by_pair()
        firm = self.severity is Severity.CONTRADICTION
        return len(self.statements) - (self._loose.depth if firm else self.camps.depth)

    def _withdrawals_pair_by_pair(self) -> int:
        n = len(self.statements)
        if self.severity is Severity.TENSION:
            return n - self.camps.depth
        firm = Cliques(n, lambda i, j: self.relation(i, j) is Relation.CONTRADICTION)
        return n - firm.depth

    @cached_property
    def _loose(self) -> Sweep:
        return Sweep([s.value.loose for s in self.statements])


def _keep_two(kept: list[tuple[object, Statement]], bound: object, statement: Statement, *, largest: bool) -> None:
    """Keep the extreme bound, and the most extreme one of another source."""
    kept.append((bound, statement))
    kept.sort(key=lambda entry: entry[0], reverse=largest)  # type: ignore[arg-type, return-value]
    if len(kept) > 2:
        first = kept[0][1]
        other = next((e for e in kept[1:] if e[1].origin != first.origin or first.origin[0] == ""), kept[1])
        kept[:] = [kept[0], other]


def _denies(statement: Statement) -> bool:
    return statement.speaker.is_denial or statement.value.strict == NOTHING_SUCH


def _some_disjoint(extents: list[Extent]) -> bool:
    """Whether two of the sets do not meet."""
    if all(len(extent.intervals) == 1 for extent in extents):
        return max(extent.lo for extent in extents) > min(extent.hi for extent in extents)
    return any(not a.meets(b) for a, b in combinations(set(extents), 2))


def dispute(item: Item, statements: list[Statement]) -> Dispute | None:
    """The dispute on an item, or None if its statements can all be true.

    O(n log n) for n statements on one line; where the true value changes in time or clocks differ, quadratic up to
    `MOST_CLIQUES_FROM` statements, and beyond it the camps of one line with only the pairs that really clash.
    """
    n = len(statements)
    if n < 2:
        return None
    if item.is_line:
        sweep = Sweep([s.value.strict for s in statements])
        if sweep.n_pairs and not _hides_a_contradiction([s.value.loose for s in statements]):
            return Dispute(item, statements, sweep)
        if sweep.depth == n:
            return None
        members = _shrunk([s.value for s in statements]) if n <= MOST_SHRUNK else range(n)
        few = [statements[i] for i in members]
        return Dispute(item, few, Sweep([s.value.strict for s in few]), is_joint=True)
    if n <= MOST_CLIQUES_FROM:
        statements = sorted(statements, key=lambda s: s.value.at_instants().strict.lo)
        speakers = [s.speaker for s in statements]
        cliques = Cliques(n, lambda i, j: item.relation(speakers[i], speakers[j]) in CLASHES)
        return Dispute(item, statements, cliques) if cliques.n_pairs else None
    found = Dispute(item, statements, Sweep([s.value.at_instants().strict for s in statements]))
    return found if next(found.clashes(), None) else None


def _hides_a_contradiction(loose: list[Extent]) -> bool:
    """Whether every two of the sets meet, and yet all of them share no point: only sets of several intervals do so."""
    if all(len(extent.intervals) == 1 for extent in loose) or _some_disjoint(loose):
        return False
    return Sweep(loose).depth < len(loose)


def _shrunk(values: list[Value]) -> list[int]:
    """A smallest-by-inclusion set of values that share no point; loosely, if loosely they share none."""
    extents = [value.loose for value in values]
    if Sweep(extents).depth == len(extents):
        extents = [value.strict for value in values]
    kept = list(range(len(extents)))
    for i in range(len(extents)):
        without = [j for j in kept if j != i]
        if Sweep([extents[j] for j in without]).depth < len(without):
            kept = without
    return kept
