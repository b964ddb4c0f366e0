"""Disputes: an item on which the statements that stand cannot all be true, with how bad it is and of what kind."""

from __future__ import annotations

import enum
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from attrs import define, frozen

from conflicts.apart import Apart
from conflicts.camps import Cliques, Sweep
from conflicts.clashes import Clashes
from conflicts.items import Item
from conflicts.standing import is_nobody_known
from conflicts.statements import Statement
from conflicts.values.extent import NOT_SETTLED, NOTHING_SUCH, Extent
from conflicts.values.value import Relation, Value

MOST_CLIQUES_FROM: Final = 200
"""Where values change in time or clocks differ, the camps are exact up to this many statements."""
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
    """The statements of one disputed item.

    How bad it is, of what kind, and how many pairs clash is counted, for n statements in O(n log n) or little more; no
    pair is looked at. Camps and withdrawals are exact on one line, and up to `MOST_CLIQUES_FROM` statements elsewhere;
    of more the camps are those of one line, as if all spoke of one moment, and the withdrawals as many as they tell.
    """

    item: Item
    statements: list[Statement]
    camps: Sweep | Cliques
    is_joint: bool = False

    @cached_property
    def _pairs(self) -> Clashes:
        return Clashes(self.item, [s.speaker for s in self.statements])

    def clashes(self) -> Iterator[Clash]:
        """The clashing pairs of statements, one at a time, in an order that depends on the claims alone."""
        for i, j in self._listed():
            relation = self.item.relation(self.statements[i].speaker, self.statements[j].speaker)
            severity = Severity.CONTRADICTION if relation is Relation.CONTRADICTION else Severity.TENSION
            yield Clash(i, j, severity, self.kind_of(i, j))

    def _listed(self) -> Iterator[tuple[int, int]]:
        """The clashing pairs; on one line from the ends that the sweep has sorted, so that the first comes at once."""
        camps = self.camps
        if not (self.item.is_line and isinstance(camps, Sweep) and camps.orders):
            return self._pairs.pairs()
        pairs = Apart(camps.extents, camps.orders).pairs(range(len(camps.extents)))
        return ((i, j) if i < j else (j, i) for i, j in pairs)

    @cached_property
    def n_pairs(self) -> int:
        """How many pairs of statements clash."""
        return self._pairs.count()

    @cached_property
    def severity(self) -> Severity:
        """The severity of the worst pair; on one line, whether the loose sets share no point."""
        if self.item.is_line:
            is_firm = not _share_a_point([s.value.loose for s in self.statements])
        else:
            is_firm = self._pairs.count(firm=True) > 0
        return Severity.CONTRADICTION if is_firm else Severity.TENSION

    @cached_property
    def kind(self) -> str:
        """The first kind, in the order of `KINDS`, among the worst pairs.

        Counted: pairs of one source, and of one source through the same relays, are those within the groups; what is
        left of all pairs, and of the pairs without denials, is of two sources.
        """
        if self.is_joint:
            return "joint"
        everyone = range(len(self.statements))
        count, within = self._count_worst, self._count_worst_within
        by_source = within(everyone, self._source)
        if count(everyone) > by_source:
            affirming = [i for i in everyone if not _denies(self.statements[i])]
            differ = count(affirming) > within(affirming, self._source)
            return "sources differ" if differ else "denial"
        by_chain = within(everyone, lambda i: (self._source(i), self.statements[i].chain))
        return "misquote" if by_source > by_chain else "self-contradiction"

    @property
    def has_worst_pair(self) -> bool:
        """Whether two statements clash as badly as all of them together; only sets of several intervals need not."""
        return self._count_worst(range(len(self.statements))) > 0

    def _count_worst(self, among: Sequence[int]) -> int:
        return self._pairs.count(among, firm=self.severity is Severity.CONTRADICTION)

    def _count_worst_within(self, among: Iterable[int], group_of: Callable[[int], Hashable]) -> int:
        """The worst pairs of two that are of one group."""
        groups: dict[Hashable, list[int]] = {}
        for i in among:
            groups.setdefault(group_of(i), []).append(i)
        return sum(self._count_worst(group) for group in groups.values() if len(group) > 1)

    def _source(self, i: int) -> Hashable:
        """Who says so; each unnamed source is one of its own, but for one that is known by its utterance."""
        origin = self.statements[i].origin
        return i if is_nobody_known(origin) else origin

    def kind_of(self, i: int, j: int) -> str:
        """The kind of a pair: one source or two, and for one source whether different relays say so."""
        a, b = self.statements[i], self.statements[j]
        if self._source(i) == self._source(j):
            return "misquote" if a.chain != b.chain else "self-contradiction"
        return "denial" if _denies(a) or _denies(b) else "sources differ"

    @cached_property
    def withdrawals(self) -> int:
        """The fewest statements whose withdrawal settles it: all but the most that can be true together."""
        n, is_firm = len(self.statements), self.severity is Severity.CONTRADICTION
        if self.item.is_line:
            return n - (Sweep([s.value.loose for s in self.statements]) if is_firm else self.camps).depth
        if isinstance(self.camps, Cliques) and is_firm:
            return n - Cliques(n, self._pairs.pairs(firm=True)).depth
        return n - self.camps.depth


def _denies(statement: Statement) -> bool:
    strict = statement.value.strict
    return strict == NOTHING_SUCH or (statement.speaker.is_denial and strict != NOT_SETTLED)


def _share_a_point(extents: list[Extent]) -> bool:
    """Whether some point is in all of the sets."""
    if all(len(extent.intervals) == 1 for extent in extents):
        return max(extent.lo for extent in extents) <= min(extent.hi for extent in extents)
    return Sweep(extents).depth == len(extents)


def dispute(item: Item, statements: list[Statement]) -> Dispute | None:
    """The dispute on an item, or None if its statements can all be true.

    O(n log n) for n statements. Sets of several intervals can share no point though every two of them meet; of the
    worst level at which they share none, the dispute is joint if no pair clashes.
    """
    n = len(statements)
    if n < 2:
        return None
    if not item.is_line:
        return _dispute_by_pairs(item, statements)
    sweep = Sweep([s.value.strict for s in statements])
    if sweep.depth == n:
        return None
    found = Dispute(item, statements, sweep)
    are_single = sweep.orders is not None and all(len(s.value.loose.intervals) == 1 for s in statements)
    if are_single or found.has_worst_pair:
        return found
    members = _shrunk([s.value for s in statements]) if n <= MOST_SHRUNK else range(n)
    few = [statements[i] for i in members]
    return Dispute(item, few, Sweep([s.value.strict for s in few]), is_joint=True)


def _dispute_by_pairs(item: Item, statements: list[Statement]) -> Dispute | None:
    """The dispute where two that can both be true need not be two sets that meet."""
    n = len(statements)
    if n > MOST_CLIQUES_FROM:
        found = Dispute(item, statements, Sweep([s.value.at_instants().strict for s in statements]))
        return found if found.n_pairs else None
    statements = sorted(statements, key=lambda s: s.value.at_instants().strict.lo)
    pairs = list(Clashes(item, [s.speaker for s in statements]).pairs())
    return Dispute(item, statements, Cliques(n, pairs)) if pairs else None


def _shrunk(values: list[Value]) -> list[int]:
    """A smallest-by-inclusion set of values that share no point; loosely, if loosely they share none."""
    extents = [value.loose for value in values]
    if _share_a_point(extents):
        extents = [value.strict for value in values]
    kept = list(range(len(extents)))
    for i in range(len(extents)):
        without = [j for j in kept if j != i]
        if not _share_a_point([extents[j] for j in without]):
            kept = without
    return kept
