"""An oracle for the pipeline: brute force, written from the design alone.

It knows none of the library's algebra. A set is the frozenset of its points among the quarters of a unit (the bounds
that `strategies` draws are multiples of a half), and everything else is tried out: all pairs for clashes, all subsets
of statements for camps and for the fewest withdrawals, all pairs of claims for what still stands. Exponential in the
number of statements of one item.

Claims must hold ready-made values. `expect(claims, vocabulary)` returns the conflicts and revisions to be found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from fractions import Fraction
from itertools import combinations, product
from typing import Final, Literal, TypeAlias

from attrs import define, frozen

from conflicts import Claim, Value, Vocabulary
from conflicts.vocabulary import Declaration

Place: TypeAlias = tuple[Fraction | float, int]
Points: TypeAlias = frozenset[Place]
Degree: TypeAlias = Literal["compatible", "tension", "contradiction"]
When: TypeAlias = Literal["before", "same", "after", "unknown"]

FAR: Final = 40
INFINITE: Final = float("inf")
ON_LINE: Final[Points] = frozenset((Fraction(quarter, 4), 0) for quarter in range(-4 * FAR, 4 * FAR + 1))
UNSETTLED: Final[Place] = (INFINITE, 1)
NONE: Final[Place] = (INFINITE, 2)
ALL: Final[Points] = ON_LINE | {UNSETTLED, NONE}
WORST_FIRST: Final[tuple[Degree, ...]] = ("contradiction", "tension")
KINDS: Final = ("sources differ", "denial", "misquote", "self-contradiction")


def points(intervals: Iterable[tuple[Place, Place]]) -> Points:
    """The points of a union of intervals."""
    spans = list(intervals)
    return frozenset(place for place in ALL if any(lo <= place <= hi for lo, hi in spans))


def relation(a: tuple[Points, Points], b: tuple[Points, Points]) -> Degree:
    """How two pairs (strict, loose) relate."""
    if a[0] & b[0]:
        return "compatible"
    return "tension" if a[1] & b[1] else "contradiction"


@define(eq=False)
class Said:
    """A claim as read: its points, strictly and loosely, and who is behind it."""

    claim: Claim
    strict: Points
    loose: Points
    is_denial: bool
    origin: tuple[str, ...]
    via: tuple[str, ...]
    read: tuple[Points, Points]

    @property
    def sets(self) -> tuple[Points, Points]:
        return (self.strict, self.loose)

    @property
    def is_anonymous(self) -> bool:
        return self.claim.anonymous

    def __repr__(self) -> str:
        return f"<{self.claim.id}>"


@define(eq=False)
class Statement:
    """What was said once: the claim that speaks, and the others it speaks for."""

    speaker: Said
    others: list[Said]

    @property
    def said(self) -> list[Said]:
        return [self.speaker, *self.others]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(said.claim.id for said in self.said)


@frozen
class Pair:
    """Two statements that clash."""

    ids: frozenset[frozenset[str]]
    severity: Degree
    kind: str


@frozen
class Expected:
    """A conflict as the oracle sees it; statements and claims by the ids of the claims."""

    claims: frozenset[str]
    attribute: str
    scope: str
    severity: Degree
    kind: str
    joint: bool
    pairs: frozenset[Pair]
    camps: frozenset[tuple[frozenset[str], tuple[str, ...]]]
    neutral: frozenset[str]
    withdrawals: int
    cores: frozenset[frozenset[str]] = frozenset()
    """Of a joint conflict: each smallest set of claims that cannot all be true; one of them is to be reported."""


@frozen
class Verdict:
    """All that the oracle expects of one call."""

    conflicts: frozenset[Expected]
    corrected: frozenset[str]
    withdrawn: frozenset[str]
    unread: frozenset[str]
    told: bool


# Reading and items


def names(vocabulary: Vocabulary) -> Callable[[str], str]:
    """The name that each name is an alias of, in lower case."""
    known = {other.lower(): name.lower() for name, others in vocabulary.aliases.items() for other in others}
    return lambda name: known.get(name.lower(), name.lower())


def scope_of(claim: Claim, vocabulary: Vocabulary) -> str:
    scope = claim.scope or "in total"
    for name, others in vocabulary.scopes.items():
        if scope in others:
            return name
    return scope


def sets_of(claim: Claim, declaration: Declaration) -> tuple[Points, Points]:
    """The two sets of a claim: tolerance first, then its denial, then the source's hedge."""
    assert isinstance(claim.value, Value)
    half = Fraction(declaration.tolerance or 0) / 2

    def wider(intervals: Iterable[tuple[Place, Place]]) -> Iterator[tuple[Place, Place]]:
        for (lo, lo_side), (hi, hi_side) in intervals:
            yield (lo - half, lo_side), (hi + half, hi_side)

    if declaration.is_many_valued:
        strict = loose = points([((1, 0), (1, 0))])  # a flag: 1 for a member, 0 for none
        if claim.polarity == "denied":
            strict = loose = points([((0, 0), (0, 0))])
    else:
        strict, loose = points(wider(claim.value.strict.intervals)), points(wider(claim.value.loose.intervals))
        if claim.polarity == "denied":
            if loose >= ON_LINE:
                strict, loose = ALL - strict, ALL
            else:
                strict, loose = ALL - loose, ALL - strict
    return (strict, ALL) if claim.hedged else (strict, loose)


def origin_of(claim: Claim, name: Callable[[str], str]) -> tuple[str, ...]:
    """Who asserts: a source by name; an unnamed one by utterance, else by its words and first relay."""
    if not claim.anonymous:
        return ("named", name(claim.source))
    if claim.utterance:
        return ("utterance", claim.utterance)
    return ("words", name(claim.source), *(name(relay) for relay in claim.via[:1]))


def grouped(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[dict[tuple[object, ...], list[Said]], set[str]]:
    """Claims by item, and the ids of those whose subject cannot be told."""
    name = names(vocabulary)
    bearers: dict[str, set[str]] = defaultdict(set)
    claims = [claim for claim in claims if claim.modality != "hypothetical"]  # listed, never compared
    for claim in claims:
        if claim.subject_id:
            bearers[name(claim.subject)].add(claim.subject_id)
    items: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    unread = set()
    for claim in claims:
        declaration = vocabulary.declaration(claim.attribute)
        assert isinstance(claim.value, Value)
        known = bearers[name(claim.subject)]
        if claim.subject_id or len(known) == 1:
            subject = ("id", claim.subject_id or min(known))
        elif known:
            unread.add(claim.id)
            continue
        else:
            subject = ("name", name(claim.subject))
        tense = "any" if declaration.timeless else declaration.modality or claim.modality or "fact"
        member = (claim.value.axis, points(claim.value.strict.intervals)) if declaration.is_many_valued else None
        axis = None if declaration.is_many_valued else claim.value.axis
        strict, loose = sets_of(claim, declaration)
        said = Said(
            claim,
            strict,
            loose,
            claim.polarity == "denied" or strict == {NONE},
            origin_of(claim, name),
            tuple(name(relay) for relay in claim.via),
            (strict, loose),
        )
        items[subject, claim.attribute, scope_of(claim, vocabulary), tense, axis, member].append(said)
    return items, unread


# Time


def order(a: date | datetime | None, b: date | datetime | None) -> When:
    """How `a` lies to `b`: by instants if both have a time, else by local dates."""
    if a is None or b is None:
        return "unknown"
    if isinstance(a, datetime) and isinstance(b, datetime):
        return "same" if a == b else "before" if a < b else "after"
    day_a = a.date() if isinstance(a, datetime) else a
    day_b = b.date() if isinstance(b, datetime) else b
    return "unknown" if day_a == day_b else "before" if day_a < day_b else "after"


def same_utterance(a: Said, b: Said) -> bool:
    return a.claim.utterance is not None and a.claim.utterance == b.claim.utterance


def said_order(a: Said, b: Said) -> When:
    """How the assertions follow each other.

    One utterance is one moment; but a relay that prints it twice corrects itself with the later print.
    """
    if same_utterance(a, b):
        prints = (order(a.claim.published_at, b.claim.published_at), order(a.claim.asserted_at, b.claim.asserted_at))
        known = [when for when in prints if when in {"before", "after"}]
        return known[0] if a.via == b.via and known else "same"
    return order(a.claim.asserted_at, b.claim.asserted_at)


def world_order(a: Said, b: Said) -> When:
    """How the moments that two claims speak of follow each other."""
    if a.claim.as_of is None and b.claim.as_of is None and same_utterance(a, b):
        return "same"
    return order(a.claim.as_of or a.claim.asserted_at, b.claim.as_of or b.claim.asserted_at)


# Clashes


def degree(a: Said, b: Said, changes: str | None) -> Degree:
    """How two claims on one item relate, given how the value changes."""
    plain = relation(a.sets, b.sets)
    if changes not in {"grows", "freely"} or plain == "compatible":
        return plain
    when = world_order(a, b)
    if when == "same":
        return plain
    if changes == "freely":
        return "tension" if when == "unknown" else "compatible"
    if when in {"before", "after"}:
        earlier, later = (a, b) if when == "before" else (b, a)
        if min(earlier.loose) > max(later.loose):
            return "contradiction"
        if min(earlier.strict) > max(later.strict):
            return "tension"
    return "tension" if is_exact(a) and is_exact(b) else "compatible"


def is_exact(said: Said) -> bool:
    return len(said.strict) == 1


def kind_of(a: Said, b: Said) -> str:
    """The kind of a clash."""
    if a.origin == b.origin and not a.is_anonymous:
        return "self-contradiction" if a.via == b.via else "misquote"
    return "denial" if a.is_denial or b.is_denial else "sources differ"


# Standing


def extends(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of two chains begins with the other."""
    short, long = sorted((a, b), key=len)
    return long[: len(short)] == short


def is_vaguer(later: Said, earlier: Said) -> bool:
    """Whether a later claim takes back without excluding: "in June" after "June 2", "may", all that admits more."""
    return bool(later.read[0] & earlier.read[0]) and not is_inside(later, earlier)


def is_inside(later: Said, earlier: Said) -> bool:
    """Whether a later claim says no less than an earlier one: it restates or refines it."""
    return later.read[0] <= earlier.read[0] and later.read[1] <= earlier.read[1]


def backs_off(later: Said, earlier: Said, changes: str | None) -> bool:
    """Whether a source with a name became vaguer about the same thing."""
    if later.is_anonymous or said_order(earlier, later) != "before" or not is_vaguer(later, earlier):
        return False
    return changes != "freely" or world_order(earlier, later) == "same"


def supersedes(later: Said, earlier: Said, changes: str | None) -> bool:
    """Whether a later claim of the same source corrects an earlier one."""
    if later.is_anonymous or degree(later, earlier, changes) == "compatible":
        return False
    if backs_off(later, earlier, changes):
        return False
    return said_order(earlier, later) == "before"


def reach(retraction: Claim, target: Claim, name: Callable[[str], str]) -> int | None:
    """How much of the target's chain a retraction takes back what came through: nothing of it from the origin, which
    takes back every print; up to its own name from a relay. None if it has no right to."""
    by = name(retraction.source)
    if not retraction.anonymous and not target.anonymous and by == name(target.source):
        return 0
    via = [name(relay) for relay in target.via]
    return via.index(by) + 1 if not retraction.anonymous and by in via else None


def withdrawn(group: Sequence[Said], claims: Sequence[Claim], name: Callable[[str], str]) -> set[str]:
    """The claims of one origin that were retracted, with all that can be copies of them."""
    gone: set[str] = set()
    for retraction, said in product(claims, group):
        n = reach(retraction, said.claim, name)
        if retraction.retracts != said.claim.id or n is None:
            continue
        gone |= {
            x.claim.id
            for x in group
            if x.via[:n] == said.via[:n]
            and said_order(x, said) in {"same", "unknown"}
            and relation(x.read, said.read) == "compatible"
        }
    return gone


def one_moment(a: Said, b: Said) -> bool:
    """Whether two claims were said at one moment, as far as their prints tell: equal days count, and both undated."""
    return said_order(a, b) == "same" or (a.claim.asserted_at == b.claim.asserted_at and not utterances_differ(a, b))


def at_once(a: Said, b: Said, changes: str | None) -> bool:
    """Whether two claims were said at one moment; of a lasting value it is enough that they can have been."""
    return one_moment(a, b) or (changes not in {"grows", "freely"} and said_order(a, b) == "unknown")


def utterances_differ(a: Said, b: Said) -> bool:
    return None not in (a.claim.utterance, b.claim.utterance) and a.claim.utterance != b.claim.utterance


def is_copy(a: Said, b: Said, changes: str | None) -> bool:
    """Whether two claims of one origin are prints of one assertion."""
    return at_once(a, b, changes) and extends(a.via, b.via) and relation(a.read, b.read) == "compatible"


@define
class Standing:
    """What stands of one origin on one item."""

    statements: list[Statement]
    told: bool
    corrected: set[str]
    gone: set[str]


def standing(
    group: Sequence[Said], changes: str | None, claims: Sequence[Claim], name: Callable[[str], str]
) -> Standing:
    """Apply §3 to the claims of one origin on one item."""
    gone = withdrawn(group, claims, name)
    corrected = {e.claim.id for e in group if any(supersedes(x, e, changes) for x in group if x is not e)}
    if len(corrected) == len(group):
        corrected = set()
    left = [said for said in group if said.claim.id not in gone | corrected]
    unordered = {
        (a, b)
        for a, b in combinations(left, 2)
        if not a.is_anonymous and said_order(a, b) != "same" and degree(a, b, changes) != "compatible"
    }
    for earlier in left:
        if any(backs_off(later, earlier, changes) for later in left):
            earlier.loose = ALL
    for a, b in combinations(left, 2):
        if (a, b) in unordered:
            a.loose |= b.read[1]
            b.loose |= a.read[1]
    return Standing(*folded(left, changes), corrected, gone)


def speaks_for(a: Said, b: Said, changes: str | None) -> bool:
    """Whether `a` speaks for `b`: as the print nearer to the source, or as what the source says now.

    Of two prints the one with the shorter chain speaks, of chains equally long the finer. A lasting value that is
    restated is spoken for once, by the shorter chain, then the earlier claim. What is refined stands beside what
    refines it.
    """
    if a.read == b.read and (is_copy(a, b, changes) or is_restated(a, b, changes)):
        return (len(a.via), said_order(a, b) == "after") < (len(b.via), said_order(a, b) == "before")
    is_nearer = len(a.via) < len(b.via) or (len(a.via) == len(b.via) and is_inside(a, b))
    return is_copy(a, b, changes) and is_nearer


def is_loose_end(a: Said, b: Said) -> bool:
    """Whether two claims that differ could be one assertion or two, for want of a date."""
    return a.read != b.read and said_order(a, b) == "unknown" and not one_moment(a, b)


def may_be_one(a: Said, b: Said, changes: str | None) -> bool:
    """Whether two claims can belong to one statement."""
    return is_copy(a, b, changes) or (a.read == b.read and is_restated(a, b, changes))


def is_restated(a: Said, b: Said, changes: str | None) -> bool:
    """Whether one of two claims can restate the other: of a lasting value, of a source with a name, at another time."""
    lasting = changes not in {"grows", "freely"} and not a.is_anonymous
    return lasting and said_order(a, b) in {"before", "after"}


def folded(left: Sequence[Said], changes: str | None) -> tuple[list[Statement], bool]:
    """The statements, and whether the design tells them: each claim that nobody speaks for, with all it speaks for.

    It does not where a claim could stand with one of several, or where nobody speaks for all of those that belong
    together (two readings that overlap, in equally long chains).
    """
    statements = []
    told = True
    todo = list(left)
    while todo:
        together = [todo.pop(0)]
        for one in together:
            near = [x for x in todo if may_be_one(one, x, changes)]
            together += near
            todo = [x for x in todo if x not in near]
        rest = together
        while rest:
            heads = [a for a in rest if not any(speaks_for(b, a, changes) for b in rest)] or rest
            head = heads[0]
            others = [x for x in rest if x is not head and (speaks_for(head, x, changes) or x.read == head.read)]
            told &= len(others) == len(together) - 1 and not any(
                is_loose_end(a, b) for a, b in combinations(together, 2)
            )
            statements.append(Statement(head, others))
            rest = [x for x in rest if x is not head and x not in others]
    return statements, told


# Conflicts


def subsets(n: int) -> Iterator[frozenset[int]]:
    for size in range(n, 0, -1):
        for chosen in combinations(range(n), size):
            yield frozenset(chosen)


def maximal(sets: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """The sets that lie in no other, given largest first."""
    found: list[frozenset[int]] = []
    for one in sets:
        if not any(one < other for other in found):
            found.append(one)
    return found


def share_a_point(statements: Sequence[Statement], chosen: Iterable[int], *, loosely: bool = False) -> bool:
    shared = ALL
    for i in chosen:
        shared &= statements[i].speaker.loose if loosely else statements[i].speaker.strict
    return bool(shared)


def judged(statements: Sequence[Statement], attribute: str, scope: str, changes: str | None) -> Expected | None:
    """The conflict of one item, if there is one."""
    n = len(statements)
    clashes = {
        frozenset((i, j)): degree(statements[i].speaker, statements[j].speaker, changes)
        for i, j in combinations(range(n), 2)
    }
    clashes = {pair: how for pair, how in clashes.items() if how != "compatible"}
    by_pairs = changes in {"grows", "freely"}

    def fit(chosen: frozenset[int], severity: Degree) -> bool:
        """Whether these statements can all be true, as far as `severity` goes."""
        if by_pairs:
            hard = [pair for pair, how in clashes.items() if severity == "tension" or how == severity]
            return not any(pair <= chosen for pair in hard)
        return share_a_point(statements, chosen, loosely=severity == "contradiction")

    everyone = frozenset(range(n))
    if fit(everyone, "tension"):
        return None
    severity = next((how for how in WORST_FIRST if how in clashes.values()), None)
    is_hidden = not by_pairs and severity == "tension" and not share_a_point(statements, everyone, loosely=True)
    if severity is None or is_hidden:
        return None if by_pairs else joint(statements, attribute, scope)
    worst = {kind_of(*(statements[i].speaker for i in pair)) for pair, how in clashes.items() if how == severity}
    kind = next(kind for kind in KINDS if kind in worst)
    camps = maximal(chosen for chosen in subsets(n) if fit(chosen, "tension"))
    on_side = {i for i in range(n) if sum(i in camp for camp in camps) == 1 and any(i in pair for pair in clashes)}
    sides = [camp & on_side for camp in camps]
    shown = [side for side in sides if side]
    if len(shown) < 2:
        shown = sides
    fewest = next(n - len(chosen) for chosen in [*subsets(n), frozenset[int]()] if fit(chosen, severity))
    return Expected(
        claims=ids(statements),
        attribute=attribute,
        scope=scope,
        severity=severity,
        kind=kind,
        joint=False,
        pairs=frozenset(
            Pair(frozenset(statements[i].ids for i in pair), how, kind_of(*(statements[i].speaker for i in pair)))
            for pair, how in clashes.items()
        ),
        camps=frozenset(
            (ids(statements[i] for i in side), origins([statements[i] for i in sorted(side)])) for side in shown
        ),
        neutral=ids(statements[i] for i in everyone - on_side),
        withdrawals=fewest,
    )


def joint(statements: Sequence[Statement], attribute: str, scope: str) -> Expected:
    """The conflict of statements of which no two clash, and which yet share no point: all smallest sets of them."""
    severity: Degree = "tension" if share_a_point(statements, range(len(statements)), loosely=True) else "contradiction"
    loosely = severity == "contradiction"
    bad = [chosen for chosen in subsets(len(statements)) if not share_a_point(statements, chosen, loosely=loosely)]
    cores = [chosen for chosen in bad if not any(other < chosen for other in bad)]
    return Expected(
        claims=frozenset(),
        attribute=attribute,
        scope=scope,
        severity=severity,
        kind="joint",
        joint=True,
        pairs=frozenset(),
        camps=frozenset(),
        neutral=frozenset(),
        withdrawals=1,
        cores=frozenset(ids(statements[i] for i in core) for core in cores),
    )


def ids(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset().union(*(statement.ids for statement in statements))


def origins(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The independent origins: who reaches nobody but those who reach him; a circle counts once.

    Draw x → y when a claim of source y came through x.
    """
    said = [said for statement in statements for said in statement.said]
    nodes = {one.origin for one in said}
    shown = {one.origin: one.claim.source for one in reversed(said)}
    links = {
        (("named", relay), one.origin)
        for one in said
        for relay in one.via
        if ("named", relay) in nodes and ("named", relay) != one.origin
    }
    reach = {(x, x) for x in nodes} | links
    for _ in nodes:
        reach |= {(x, z) for x, y in reach for y2, z in links if y == y2}
    circles = {frozenset(y for y in nodes if (x, y) in reach and (y, x) in reach) for x in nodes}
    sinks = [circle for circle in circles if all(y in circle for x in circle for x2, y in reach if x == x2)]
    return tuple(sorted(" / ".join(sorted(shown[x] for x in circle)) for circle in sinks))


def expect(claims: Sequence[Claim], vocabulary: Vocabulary) -> Verdict:
    """What `find_conflicts(claims, vocabulary)` should find."""
    name = names(vocabulary)
    items, unread = grouped(claims, vocabulary)
    conflicts = set()
    told = True
    corrected: set[str] = set()
    by_id = {claim.id: claim for claim in claims}
    gone = {
        claim.retracts
        for claim in claims
        if claim.retracts in by_id and reach(claim, by_id[claim.retracts], name) is not None
    }
    for (_, attribute, scope, *_rest), members in items.items():
        changes = vocabulary.declaration(str(attribute)).changes
        groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
        for said in members:
            groups[said.origin].append(said)
        stand = [standing(group, changes, claims, name) for group in groups.values()]
        told &= all(s.told for s in stand)
        told &= not any(claim.retracts and claim.id in s.gone for claim in claims for s in stand)
        corrected |= {one for s in stand for one in s.corrected}
        statements = [statement for s in stand for statement in s.statements]
        found = judged(statements, str(attribute), str(scope), changes)
        if found is not None:
            conflicts.add(found)
    return Verdict(frozenset(conflicts), frozenset(corrected - gone), frozenset(gone), frozenset(unread), told)
