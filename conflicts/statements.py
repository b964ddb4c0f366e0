"""Statements: what a source said once, however often it was printed, and who is independent of whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define, field

from conflicts.assertions import Assertion
from conflicts.claims import Claim
from conflicts.items import Item
from conflicts.moments import Order
from conflicts.standing import CLASHES, MANY, Origin, Stand, chain_of, is_inside, moment_order
from conflicts.values.value import Value
from conflicts.vocabulary import Vocabulary

MOST_TRIED: Final = 16
"""Of the statements of one source with one chain at one moment, so many are tried for one that a claim is a copy of."""


@define(eq=False, repr=False)
class Statement:
    """One thing that one source said at one moment: the claim with the shortest chain speaks, the others are copies.

    `restated` holds the claims with which the same source said the same at other moments.
    """

    speaker: Assertion
    origin: Origin
    copies: list[Assertion]
    restated: list[Assertion]
    chain: tuple[str, ...]
    """The relays of the claim that speaks, after aliases."""

    @property
    def claim(self) -> Claim:
        """The claim that speaks."""
        return self.speaker.claim

    @property
    def value(self) -> Value:
        """What the claim that speaks says."""
        return self.speaker.value

    @property
    def claims(self) -> list[Claim]:
        """The claim that speaks, its copies, and those that say the same at other moments."""
        return [self.claim, *(a.claim for a in self.copies), *(a.claim for a in self.restated)]


def fold(item: Item, stands: Iterable[Stand], vocabulary: Vocabulary) -> list[Statement]:
    """Fold the copies among the claims that stand into statements, in an order that depends on the claims alone.

    A claim is a copy of another if both have one origin and one moment, its chain extends the other's, and their values
    do not clash: "34" reprinted from "at least 34" is a copy that lost its hedge.
    """
    by_origin: dict[Origin, list[Stand]] = {}
    for stand in stands:
        by_origin.setdefault(stand.origin, []).append(stand)
    statements: list[Statement] = []
    for origin in sorted(by_origin):
        found = by_origin[origin]
        if len(found) == 1:
            only = found[0]
            chain = chain_of(only.assertion.claim, vocabulary)
            statements.append(Statement(only.assertion, origin, [], only.restated, chain))
        else:
            statements.extend(_fold_one(item, _finest_first(sorted(found, key=_sort_key)), vocabulary))
    return statements


@define(eq=False, repr=False)
class _Relay:
    """The statements that came through one chain of relays, and the relays that passed them on."""

    statements: list[Statement] = field(factory=list)
    next: dict[str, _Relay] = field(factory=dict)


def _fold_one(item: Item, stands: list[Stand], vocabulary: Vocabulary) -> list[Statement]:
    """The statements of one origin: a tree of relays is walked outwards for one that each claim is a copy of."""
    statements: list[Statement] = []
    origin = _Relay()
    for stand in stands:
        chain = chain_of(stand.assertion.claim, vocabulary)
        relay = origin
        found = _original(item, relay, stand)
        for name in chain:
            if found is not None:
                break
            relay = relay.next.setdefault(name, _Relay())
            found = _original(item, relay, stand)
        if found is not None:
            found.copies.append(stand.assertion)
            found.restated.extend(stand.restated)
        else:
            statement = Statement(stand.assertion, stand.origin, [], list(stand.restated), chain)
            statements.append(statement)
            relay.statements.append(statement)
    return statements


def _original(item: Item, relay: _Relay, stand: Stand) -> Statement | None:
    """The statement through these relays that a claim is a copy of."""
    return next((s for s in relay.statements[:MOST_TRIED] if _is_copy(item, s, stand)), None)


def _finest_first(stands: list[Stand]) -> list[Stand]:
    """The shorter chain first, as they come; of one chain what says most: the firm print before the hedged one."""
    by_chain: dict[tuple[str, ...], list[Stand]] = {}
    for stand in stands:
        by_chain.setdefault(stand.assertion.claim.via, []).append(stand)
    ordered: list[Stand] = []
    for found in by_chain.values():
        ordered += sorted(found, key=lambda s: -_finer_than(s, found)) if len(found) <= MANY else found
    return ordered


def _finer_than(stand: Stand, others: Iterable[Stand]) -> int:
    """How many different things among the others it says no less than: a copy more must not make it speak."""
    return len({other.assertion.value for other in others if is_inside(stand.assertion, other.assertion)})


def _is_copy(item: Item, statement: Statement, stand: Stand) -> bool:
    a, b = statement.claim, stand.assertion.claim
    moments = moment_order(a, b)
    if moments is Order.UNKNOWN and item.changes != "never" and a.asserted_at != b.asserted_at:
        return False
    return moments in (Order.SAME, Order.UNKNOWN) and statement.value.relation(stand.assertion.value) not in CLASHES


def _sort_key(stand: Stand) -> tuple[int, str, tuple[str, ...], str, str]:
    claim = stand.assertion.claim
    moment = "" if claim.asserted_at is None else claim.asserted_at.isoformat()
    return (len(claim.via), moment, claim.via, claim.printed, claim.id)


def independent_origins(statements: Iterable[Statement], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The sources of these statements that none of the others merely passes on, as printed, sorted.

    Draw an arrow from each relay that is also a source here to the source it passes on: the independent origins are
    where the arrows end. Sources that pass on each other in a circle are one origin ("A / B"). Linear in the number of
    claims and relays.
    """
    shown: dict[Origin, str] = {}
    relayed: dict[Origin, set[Origin]] = {}
    for statement in statements:
        name = statement.claim.source
        kept = shown.setdefault(statement.origin, name)
        if name < kept:
            shown[statement.origin] = name
        relays = relayed.setdefault(statement.origin, set())
        for assertion in (statement.speaker, *statement.copies, *statement.restated):
            relays.update((relay,) for relay in chain_of(assertion.claim, vocabulary))
    arrows: dict[Origin, set[Origin]] = {origin: set() for origin in shown}
    for origin, relays in relayed.items():
        for relay in relays & arrows.keys():
            if relay != origin:
                arrows[relay].add(origin)
    if not any(arrows.values()):
        return tuple(sorted(shown.values()))
    return tuple(sorted(" / ".join(sorted(shown[o] for o in sink)) for sink in _sinks(arrows)))


def _sinks(arrows: dict[Origin, set[Origin]]) -> list[list[Origin]]:
    """The strongly connected components that no arrow leaves (Tarjan 1972, without recursion)."""
    index: dict[Origin, int] = {}
    low: dict[Origin, int] = {}
    component: dict[Origin, int] = {}
    stack: list[Origin] = []
    components: list[list[Origin]] = []
    for root, first in arrows.items():
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        work = [(root, iter(sorted(first)))]
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    work.append((target, iter(sorted(arrows[target]))))
                    break
                if target not in component:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    members: list[Origin] = []
                    while not members or members[-1] != node:
                        members.append(stack.pop())
                        component[members[-1]] = len(components)
                    components.append(members)
    return [
        members
        for n, members in enumerate(components)
        if all(component[target] == n for member in members for target in arrows[member])
    ]
