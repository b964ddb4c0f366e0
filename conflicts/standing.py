"""Standing: which claims still stand once sources have corrected, refined, backed off or withdrawn them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, Literal, TypeAlias, TypeVar

from attrs import define, evolve, frozen

from conflicts.assertions import Assertion, Unread
from conflicts.claims import Claim
from conflicts.copies import Copies
from conflicts.items import Item
from conflicts.moments import Order, local_day, order
from conflicts.values.bounds import Interval
from conflicts.values.extent import Extent
from conflicts.values.value import Relation, Value
from conflicts.vocabulary import Vocabulary

Origin: TypeAlias = tuple[str, ...]
CLASHES: Final = (Relation.TENSION, Relation.CONTRADICTION)
MANY: Final = 64
NEAR: Final = 8
"""Of a source with more than MANY claims on one item, each is compared with the NEAR next and the NEAR last."""
T = TypeVar("T")


@frozen
class Revision:
    """A source that took back what it had said: by a later claim that cannot be true with it, or by a withdrawal."""

    earlier: Claim
    later: Claim
    kind: Literal["corrected", "withdrawn"]
    hint: str | None = None


@define(eq=False, repr=False)
class Stand:
    """An assertion that stands, and those with which the same source said the same at other moments."""

    assertion: Assertion
    origin: Origin
    restated: list[Assertion]


@define(eq=False, repr=False)
class Standing:
    """What is left of an item, and what was taken back."""

    stands: list[Stand]
    revisions: list[Revision]


def origin_of(claim: Claim, vocabulary: Vocabulary) -> Origin:
    """Whose words a claim holds.

    An unnamed source is told from others by its words and the relay that heard it, or by the utterance; two unnamed
    sources are never taken for one, and none for a named one.
    """
    if not claim.anonymous:
        return (vocabulary.name_form(claim.source),)
    if claim.utterance is not None:
        return ("", claim.utterance)
    return ("", vocabulary.name_form(claim.source), vocabulary.name_form(claim.via[0]) if claim.via else "")


def is_nobody_known(origin: Origin) -> bool:
    """Whether it is an unnamed source of which no utterance is known, so that two of them may be two."""
    return origin[0] == "" and len(origin) > 2


def chain_of(claim: Claim, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The relays of a claim, from the origin outwards, after aliases."""
    return tuple(vocabulary.name_form(relay) for relay in claim.via)


def moment_order(a: Claim, b: Claim) -> Order:
    """Which of two claims of one origin was said first; the same utterance was said once.

    A relay that prints one utterance twice corrects itself with the later print: there alone `published_at` counts.
    """
    if a.utterance is not None and a.utterance == b.utterance:
        if a.via == b.via:
            prints = order(a.published_at, b.published_at)
            said = order(a.asserted_at, b.asserted_at)
            for found in (prints, said):
                if found in (Order.BEFORE, Order.AFTER):
                    return found
        return Order.SAME
    return order(a.asserted_at, b.asserted_at)


class Retractions:
    """Which claims are withdrawn, by whom; independent of the order of the claims.

    A withdrawal counts from the claim's origin or from one of its relays, unless it is withdrawn itself. It takes every
    copy along: the origin all that it said at that moment, a relay what came through it.
    """

    def __init__(self, withdrawals: Iterable[tuple[Claim, Claim]], vocabulary: Vocabulary) -> None:
        """`withdrawals` are pairs of a claim that retracts and the claim that it retracts."""
        self._vocabulary = vocabulary
        self.refused: list[Unread] = []
        retracting: dict[str, list[Claim]] = {}
        targets: dict[str, Claim] = {}
        for claim, target in withdrawals:
            targets[target.id] = target
            if self._reach(claim, target) is None:
                reason = f"it retracts {target.id!r}, but {claim.source!r} is neither its source nor one of its relays"
                self.refused.append(Unread(claim, reason))
            else:
                retracting.setdefault(target.id, []).append(claim)
        self._by_target = {id_: sorted(found, key=lambda c: c.id) for id_, found in sorted(retracting.items())}
        in_force: dict[str, bool] = {}
        self._active = {
            id_: [c for c in found if self._in_force(c, in_force)] for id_, found in self._by_target.items()
        }
        self._active = {id_: found for id_, found in self._active.items() if found}
        self._targets = {id_: targets[id_] for id_ in self._active}

    def __bool__(self) -> bool:
        return bool(self._active)

    @property
    def records(self) -> list[Revision]:
        """One revision a withdrawn claim that was named."""
        return [Revision(self._targets[id_], found[0], "withdrawn") for id_, found in sorted(self._active.items())]

    def differing_targets(self, other: Retractions) -> set[str]:
        """The ids of the claims that only one of the two withdraws, or that others withdraw."""
        return {id_ for id_ in {*self._active, *other._active} if self._active.get(id_) != other._active.get(id_)}

    def _in_force(self, claim: Claim, known: dict[str, bool]) -> bool:
        """Whether a withdrawal is not withdrawn itself; of those that withdraw each other in a circle, none or one."""
        stack = [claim]
        while stack:
            current = stack[-1]
            against = self._by_target.get(current.id, ())
            if current.id not in known:
                known[current.id] = False
                waiting = [c for c in against if c.id not in known]
                if waiting:
                    stack.extend(waiting)
                    continue
            stack.pop()
            known[current.id] = not any(known[c.id] for c in against)
        return known[claim.id]

    def _reach(self, claim: Claim, target: Claim) -> int | None:
        """How much of the target's chain it covers: none from the origin, n + 1 from relay n; None if neither."""
        by = self._vocabulary.name_form(claim.source)
        if origin_of(claim, self._vocabulary) == origin_of(target, self._vocabulary):
            return 0
        relays = chain_of(target, self._vocabulary)
        return relays.index(by) + 1 if by in relays else None

    def withdrawn(self, item: Item, origins: Mapping[int, Origin]) -> set[int]:
        """The withdrawn assertions of an item, by identity: those named and their copies. O(n log n) for n of them."""
        named = [a for a in item.assertions if a.claim.id in self._active]
        copies = Copies()
        covered: dict[Origin, set[int]] = {}
        for target in named:
            reach = min(r for c in self._active[target.claim.id] if (r := self._reach(c, target.claim)) is not None)
            origin = origins[id(target)]
            chain = chain_of(target.claim, self._vocabulary)[:reach]
            copies.add((origin, chain), target.claim, target.value)
            covered.setdefault(origin, set()).add(reach)
        gone = {id(target) for target in named}
        for other in item.assertions:
            origin = origins[id(other)]
            if origin in covered and id(other) not in gone:
                chain = chain_of(other.claim, self._vocabulary)
                about = ((origin, chain[:reach]) for reach in covered[origin] if reach <= len(chain))
                if any(copies.has(one, other.claim, other.value) for one in about):
                    gone.add(id(other))
        return gone


def standing(item: Item, vocabulary: Vocabulary, retractions: Retractions) -> Standing:
    """Decide which assertions of an item stand.

    Of one named source, in the order of `asserted_at`: a later claim that clashes with an earlier one supersedes it (a
    revision); a later one inside it refines it, and both stand; the same said again counts once; a later vaguer one
    leaves it standing, but takes the certainty from what it excludes. Where the order is not known, neither supersedes
    the other, and each allows what the other does. What was superseded stays so when the later claim is withdrawn.
    Linear in the number of claims, for the work a source is bounded (see `MANY`).
    """
    origins = {id(a): origin_of(a.claim, vocabulary) for a in item.assertions}
    by_origin: dict[Origin, list[Assertion]] = {}
    for assertion in item.assertions:
        by_origin.setdefault(origins[id(assertion)], []).append(assertion)
    gone = retractions.withdrawn(item, origins) if retractions else set()
    stands: list[Stand] = []
    revisions: list[Revision] = []
    for origin, assertions in by_origin.items():
        if len(assertions) == 1 or origin[0] == "":
            stands.extend(Stand(a, origin, []) for a in assertions if id(a) not in gone)
            continue
        superseded = _superseded(item, assertions)
        revisions.extend(Revision(old.claim, new.claim, "corrected") for old, new in superseded.values())
        left = [a for a in assertions if id(a) not in superseded and id(a) not in gone]
        stands.extend(_of_one_source(item, left, origin))
    return Standing(stands, revisions)


def _superseded(item: Item, assertions: list[Assertion]) -> dict[int, tuple[Assertion, Assertion]]:
    """Each assertion that a later one of the same source clashes with, with the first such; none if that were all.

    Dates without a time and instants of several zones can make the order run in a circle; a source cannot have taken
    back everything it said, so then nothing counts as taken back.
    """
    found: dict[int, tuple[Assertion, Assertion]] = {}
    ordered = sorted(assertions, key=_sort_key)
    for i, assertion in enumerate(ordered):
        for other in _others(ordered, i):
            is_later = moment_order(assertion.claim, other.claim) is Order.BEFORE
            if is_later and _clash(item, assertion, other):
                found[id(assertion)] = (assertion, other)
                break
    return {} if len(found) == len(assertions) else found


def _others(ordered: list[T], i: int) -> Iterable[T]:
    """The others to compare the i-th with: all, later ones first; of very many, the nearest later and the last."""
    if len(ordered) <= MANY:
        return ordered[i + 1 :] + ordered[:i]
    near = ordered[i + 1 : i + 1 + NEAR]
    return near + ordered[max(i + 1 + len(near), len(ordered) - NEAR) :]


def _clash(item: Item, a: Assertion, b: Assertion) -> bool:
    return item.relation(a, b) in CLASHES


def _sort_key(assertion: Assertion) -> tuple[str, float, int, tuple[str, ...], str, str]:
    """An order that depends on the claims alone: by day, by instant, the shorter chain first."""
    claim = assertion.claim
    moment = claim.asserted_at
    instant = moment.timestamp() if isinstance(moment, datetime) and moment.tzinfo else 0.0
    day = "" if moment is None else local_day(moment).isoformat()
    return (day, instant, len(claim.via), claim.via, claim.printed, claim.id)


def _of_one_source(item: Item, assertions: list[Assertion], origin: Origin) -> list[Stand]:
    """Fold restatements, take the certainty from what was backed off, widen what has no known order."""
    stands = [Stand(a, origin, []) for a in sorted(assertions, key=_sort_key)]
    if item.changes == "never":
        stands = _restated(stands)
    values = [_as_it_stands(item, stand, _others(stands, i)) for i, stand in enumerate(stands)]
    for stand, value in zip(stands, values, strict=True):
        if value is not stand.assertion.value:
            stand.assertion = evolve(stand.assertion, value=value)
    return stands


def _restated(stands: list[Stand]) -> list[Stand]:
    """Let a claim that its source made at several moments speak once: by the shortest chain, then the first."""
    heirs: dict[int, Stand] = {}
    for i, stand in enumerate(stands):
        for other in _others(stands, i):
            if _speaks_for(other.assertion, stand.assertion):
                heirs[id(stand)] = other
                break
    for stand in stands:
        heir = heirs.get(id(stand))
        while heir is not None and id(heir) in heirs:
            heir = heirs[id(heir)]
        if heir is not None:
            heir.restated.append(stand.assertion)
    return [stand for stand in stands if id(stand) not in heirs]


def _speaks_for(heir: Assertion, other: Assertion) -> bool:
    if moment_order(other.claim, heir.claim) not in (Order.BEFORE, Order.AFTER) or heir.value != other.value:
        return False
    return (len(heir.claim.via), _sort_key(heir)) < (len(other.claim.via), _sort_key(other))


def _is_vaguer(item: Item, later: Assertion, earlier: Assertion) -> bool:
    """Whether the later claim allows what the earlier one does, and more; of what changes freely, at one moment."""
    if later.value.relation(earlier.value) is not Relation.COMPATIBLE or is_inside(later, earlier):
        return False
    return item.changes != "freely" or item.moments(earlier, later) is Order.SAME


def is_inside(finer: Assertion, coarser: Assertion) -> bool:
    a, b = finer.value, coarser.value
    return a.clock == b.clock and a.strict <= b.strict and a.loose <= b.loose


def _is_said_again(stand: Stand, other: Assertion) -> bool:
    """Whether its source has said it once more after the other claim."""
    return any(moment_order(other.claim, again.claim) is Order.BEFORE for again in stand.restated)


def _as_it_stands(item: Item, stand: Stand, others: Iterable[Stand]) -> Value:
    """The value of a claim in the light of what else its source said.

    Backed off, it excludes nothing for certain. Where its source's claims clash and it is not known which came last,
    each allows what the others do.
    """
    value = stand.assertion.value
    allowed: list[Interval] = []
    backed_off = False
    for other in others:
        moments = moment_order(stand.assertion.claim, other.assertion.claim)
        if moments is Order.SAME:
            continue
        if _clash(item, stand.assertion, other.assertion):
            allowed += other.assertion.value.loose.intervals
        elif moments is Order.BEFORE and _is_vaguer(item, other.assertion, stand.assertion):
            backed_off = backed_off or not _is_said_again(stand, other.assertion)
    if backed_off:
        return value.hedged()
    return evolve(value, loose=Extent((*value.loose.intervals, *allowed))) if allowed else value
