"""An oracle for contradictions across items: the meaning of claims written for z3, from the design alone.

It knows nothing of networks, cycles or shrinking. A story is a list of plain claims, its meaning a formula a claim and
a few background rules, and everything else is tried out: sets of claims by size, smallest first.

Each event has a start and an end, real numbers with start < end. An order claim is a comparison of ends. A claim about
an item says that the item's one true value lies in the set that `conflicts.read` gives, on the line or at one of the
two points beyond it ("not settled", "none"); on the line a time is the start or the end of its event, or all of it.
("Not on Wednesday" leaves open whether there is such an event; towards other items it speaks of one that there is.)
What grows has a value a moment, each at least the one before; what changes freely has a value a moment. Counts are
whole (their bounds rounded inward), and the rest is linear over the rationals. Only what the vocabulary's constraints
say ties attributes to each other.

Taken to hold for every story given: one clock a story (times all float, or all name a zone), moments with a time of
day, and each claim from a source of its own, so that nothing is corrected, refined or copied.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise, product
from math import ceil, floor
from typing import Any, Final, Literal, TypeAlias

import z3  # type: ignore[import-untyped]

from conflicts import Claim, Value, Vocabulary, read
from conflicts.values.extent import EVERYTHING
from conflicts.vocabulary import Declaration, attribute_form

Level: TypeAlias = Literal["strict", "loose"]
Ids: TypeAlias = frozenset[str]
Formula: TypeAlias = Any
Ends: TypeAlias = tuple[Any, Any]
Bits: TypeAlias = int

LEVELS: Final[tuple[Level, ...]] = ("strict", "loose")
INFINITY: Final = float("inf")
RELATIONS: Final[dict[str, Callable[[Any, Any, Any, Any], list[Formula]]]] = {
    "before": lambda a, a_end, b, b_end: [a_end < b],
    "after": lambda a, a_end, b, b_end: [b_end < a],
    "meets": lambda a, a_end, b, b_end: [a_end == b],
    "met_by": lambda a, a_end, b, b_end: [b_end == a],
    "overlaps": lambda a, a_end, b, b_end: [a < b, b < a_end, a_end < b_end],
    "overlapped_by": lambda a, a_end, b, b_end: [b < a, a < b_end, b_end < a_end],
    "starts": lambda a, a_end, b, b_end: [a == b, a_end < b_end],
    "started_by": lambda a, a_end, b, b_end: [a == b, b_end < a_end],
    "during": lambda a, a_end, b, b_end: [b < a, a_end < b_end],
    "contains": lambda a, a_end, b, b_end: [a < b, b_end < a_end],
    "finishes": lambda a, a_end, b, b_end: [a_end == b_end, b < a],
    "finished_by": lambda a, a_end, b, b_end: [a_end == b_end, a < b],
    "equals": lambda a, a_end, b, b_end: [a == b, a_end == b_end],
    "within": lambda a, a_end, b, b_end: [b <= a, a_end <= b_end],
    "not_before": lambda a, a_end, b, b_end: [a_end >= b],
    "not_after": lambda a, a_end, b, b_end: [b_end >= a],
}


def tell(claims: Iterable[Claim]) -> str:
    """A story as a person would tell it, a claim a line."""
    return "\n".join(f"  {_line(claim)}" for claim in claims)


def _line(claim: Claim) -> str:
    value = f"{claim.value}" if isinstance(claim.value, Value) else f"“{claim.value}”"
    how = [claim.modality or "", claim.polarity if claim.polarity == "denied" else "", "hedged" if claim.hedged else ""]
    moment = "" if claim.asserted_at is None else f" at {claim.asserted_at.isoformat()[:16]}"
    note = ", ".join(filter(None, (*how, claim.scope and f"scope {claim.scope}", claim.subject_id)))
    return (
        f"{claim.id}  {claim.source}{moment}: {claim.subject} {claim.attribute} {value}{f' ({note})' if note else ''}"
    )


class Oracle:
    """The meaning of one story, ready to be asked of any of its claims at either level."""

    def __init__(self, claims: Iterable[Claim], vocabulary: Vocabulary) -> None:
        self.claims = [c for c in claims if c.modality != "hypothetical"]
        self.vocabulary = vocabulary
        self._rules: list[Formula] = []
        self._events: dict[tuple[str, str], Ends] = {}
        self._states: dict[tuple[object, ...], tuple[Any, Any]] = {}
        self._lines: dict[tuple[object, ...], Any] = {}
        self._solver = z3.Solver()
        self.meaning: dict[tuple[str, Level], Formula] = {}
        self._names: dict[tuple[str, Level], Any] = {}
        for claim in self.claims:
            for level in LEVELS:
                formula = self._claim(claim, level)
                name = z3.Bool(f"{claim.id} {level}")
                self._solver.add(z3.Implies(name, formula))
                self.meaning[claim.id, level] = formula
                self._names[claim.id, level] = name
        self._constrain()
        self._solver.add(*self._rules)

    @property
    def ids(self) -> list[str]:
        return [claim.id for claim in self.claims]

    def satisfiable(self, ids: Iterable[str], level: Level) -> bool:
        """Whether these claims can all be true, each read strictly or loosely."""
        found = self._solver.check(*(self._names[id_, level] for id_ in ids))
        assert found != z3.unknown, self._solver.reason_unknown()
        return bool(found == z3.sat)

    def minimal_sets(self, level: Level) -> set[Ids]:
        """Every set of claims that cannot all be true although any of its proper subsets can.

        All subsets are tried, smallest first, but for those that hold a set already found, and those of which a model
        already met makes every claim true.
        """
        found: list[Ids] = []
        fine: list[Ids] = []
        ids = self.ids
        for size in range(1, len(ids) + 1):
            for chosen in map(frozenset, combinations(ids, size)):
                if any(core <= chosen for core in found) or any(chosen <= whole for whole in fine):
                    continue
                if self.satisfiable(chosen, level):
                    fine.append(self._true_in_model(level) | chosen)
                else:
                    found.append(chosen)
        return set(found)

    def expected(self) -> tuple[set[Ids], set[Ids]]:
        """The contradictions, and the tensions: minimal where all is read strictly, and no contradictions."""
        contradictions = self.minimal_sets("loose")
        return contradictions, self.minimal_sets("strict") - contradictions

    def _true_in_model(self, level: Level) -> Ids:
        model = self._solver.model()
        return frozenset(
            id_ for id_ in self.ids if z3.is_true(model.eval(self.meaning[id_, level], model_completion=True))
        )

    # What a claim means

    def _claim(self, claim: Claim, level: Level) -> Formula:
        declaration = self.vocabulary.declaration(claim.attribute)
        if declaration.kind == "order":
            return self._order(claim, declaration, level)
        value = self._value(claim, declaration)
        extent = value.strict if level == "strict" else value.loose
        if claim.hedged and level == "loose":
            extent = EVERYTHING
        whole = value.axis == "count"
        key = self._item(claim, declaration)
        settled, exists = self._state(key)
        targets = self._targets(claim, declaration, key)
        stretches, states = [], []
        for lo, hi in extent.intervals:
            if lo[0] < INFINITY or lo[1] <= 0:
                stretches.append(z3.And(*(b for t in targets for b in (_above(t, lo, whole), _below(t, hi, whole)))))
                states.append(z3.And(settled, exists))
            if lo <= (INFINITY, 1) <= hi:
                states.append(z3.And(z3.Not(settled), exists))
            if lo <= (INFINITY, 2) <= hi:
                states.append(z3.Not(exists))
        return z3.And(z3.Or(*states), z3.Or(*stretches) if stretches else True)

    def _value(self, claim: Claim, declaration: Declaration) -> Value:
        value = claim.value
        if not isinstance(value, Value):
            modality = declaration.modality or claim.modality or "fact"
            value = read(
                value,
                asserted_at=claim.asserted_at,
                attribute=claim.attribute,
                modality=modality,
                timezone=claim.timezone,
                vocabulary=self.vocabulary,
            )
        return value.denied() if claim.polarity == "denied" else value

    def _order(self, claim: Claim, declaration: Declaration, level: Level) -> Formula:
        if claim.hedged and level == "loose":
            return z3.BoolVal(True)
        relation = declaration.relation or attribute_form(claim.attribute)
        tense = self._tense(claim, declaration)
        a = self._event(self._subject(claim), tense)
        b = self._event(self.vocabulary.name_form(str(claim.value)), tense)
        if relation not in RELATIONS:
            raise AssertionError(f"the oracle does not know the relation {relation}")
        holds = z3.And(*RELATIONS[relation](*a, *b))
        return z3.Not(holds) if claim.polarity == "denied" else holds

    def _tense(self, claim: Claim, declaration: Declaration) -> str:
        return declaration.modality or claim.modality or "fact"

    def _subject(self, claim: Claim) -> str:
        """The subject by name; an id is a name of all that bears it."""
        form = self.vocabulary.name_form
        if claim.subject_id is None:
            return form(claim.subject)
        return min(form(c.subject) for c in self.claims if c.subject_id == claim.subject_id)

    def _event(self, subject: str, tense: str) -> Ends:
        form = self.vocabulary.name_form
        bearers = {c.subject_id for c in self.claims if c.subject_id is not None and form(c.subject) == subject}
        if len(bearers) == 1:
            subject = min(form(c.subject) for c in self.claims if c.subject_id in bearers)
        if (subject, tense) not in self._events:
            ends = z3.Real(f"start {subject} {tense}"), z3.Real(f"end {subject} {tense}")
            self._events[subject, tense] = ends
            self._rules.append(ends[0] < ends[1])
        return self._events[subject, tense]

    def _item(self, claim: Claim, declaration: Declaration) -> tuple[object, ...]:
        tense = "" if declaration.timeless else self._tense(claim, declaration)
        moment = self._moment(claim) if declaration.changes in {"grows", "freely"} else None
        scope = self.vocabulary.scope(claim.scope)
        return (self._subject(claim), attribute_form(claim.attribute), scope, tense, moment)

    def _moment(self, claim: Claim) -> float:
        moment = claim.asserted_at if claim.as_of is None else claim.as_of
        assert isinstance(moment, datetime), "the oracle needs a time of day"
        return moment.timestamp()

    def _state(self, key: tuple[object, ...]) -> tuple[Any, Any]:
        if key not in self._states:
            self._states[key] = z3.Bool(f"{key} settled"), z3.Bool(f"{key} exists")
        return self._states[key]

    def _targets(self, claim: Claim, declaration: Declaration, key: tuple[object, ...]) -> list[Any]:
        if declaration.kind == "time":
            ends = self._event(self._subject(claim), self._tense(claim, declaration))
            own = [self._line(key)]
            bounded = {"start": [ends[0]], "end": [ends[1]], "whole": list(ends), "none": own}
            return bounded[declaration.role or "start"]
        return [self._line(key)]

    def _line(self, key: tuple[object, ...]) -> Any:
        if key not in self._lines:
            self._lines[key] = z3.Real(f"{key}")
        return self._lines[key]

    # What the vocabulary says

    def _constrain(self) -> None:
        """Each constraint for each subject, scope and tense that is spoken of, at each moment that is spoken of."""
        groups: dict[tuple[str, str, str], set[float]] = {}
        for claim in self.claims:
            declaration = self.vocabulary.declaration(claim.attribute)
            subject, scope = self._subject(claim), self.vocabulary.scope(claim.scope)
            tenses = ("fact", "plan") if declaration.timeless else (self._tense(claim, declaration),)
            for tense in tenses:
                moments = groups.setdefault((subject, scope, tense), set())
                if declaration.changes in {"grows", "freely"}:
                    moments.add(self._moment(claim))
        for place, moments in groups.items():
            for text in self.vocabulary.constraints:
                tree, names = _parsed(text)
                if not any(attribute_form(c.attribute) in names and self._subject(c) == place[0] for c in self.claims):
                    continue
                for moment in sorted(moments) or [0.0]:
                    self._rules.append(self._comparison(tree, place, moment))
        self._grow()

    def _comparison(self, tree: ast.Compare, place: tuple[str, str, str], moment: float) -> Formula:
        a, b = (self._sum(side, place, moment) for side in (tree.left, tree.comparators[0]))
        return {"LtE": a <= b, "Lt": a < b, "Eq": a == b, "GtE": a >= b, "Gt": a > b}[type(tree.ops[0]).__name__]

    def _sum(self, node: ast.expr, place: tuple[str, str, str], moment: float) -> Any:
        if isinstance(node, ast.Constant):
            return z3.RealVal(str(Fraction(str(node.value))))
        if isinstance(node, ast.UnaryOp):
            inner = self._sum(node.operand, place, moment)
            return -inner if isinstance(node.op, ast.USub) else inner
        if isinstance(node, ast.BinOp):
            a, b = self._sum(node.left, place, moment), self._sum(node.right, place, moment)
            done = {"Add": lambda: a + b, "Sub": lambda: a - b, "Mult": lambda: a * b, "Div": lambda: a / b}
            return done[type(node.op).__name__]()
        assert isinstance(node, ast.Name)
        subject, scope, tense = place
        declaration = self.vocabulary.declaration(node.id)
        if declaration.kind == "time" and declaration.role != "none":
            ends = self._event(subject, declaration.modality or tense)
            return ends[1] if declaration.role == "end" else ends[0]
        own = "" if declaration.timeless else declaration.modality or tense
        changing = declaration.changes in {"grows", "freely"}
        return self._line((subject, attribute_form(node.id), scope, own, moment if changing else None))

    def _grow(self) -> None:
        by_item: dict[tuple[object, ...], list[tuple[float, Any]]] = {}
        for key, line in self._lines.items():
            if self.vocabulary.declaration(str(key[1])).changes == "grows":
                assert isinstance(key[4], float)
                by_item.setdefault(key[:4], []).append((key[4], line))
        for values in by_item.values():
            values.sort(key=lambda value: value[0])
            self._rules += [a <= b for (_, a), (_, b) in pairwise(values)]


@cache
def _parsed(text: str) -> tuple[ast.Compare, frozenset[str]]:
    """A constraint as Python would read it, and the attributes in it."""
    tree = ast.parse(re.sub(r"([0-9.]+) ?%", r"(\1 / 100)", text).strip(), mode="eval").body
    assert isinstance(tree, ast.Compare)
    return tree, frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def _above(x: Any, bound: tuple[Any, int], whole: bool) -> Formula:
    number, side = bound
    if number == -INFINITY:
        return z3.BoolVal(True)
    if whole:
        return x >= (floor(number) + 1 if side > 0 else ceil(number))
    value = z3.RealVal(str(Fraction(number)))
    return x > value if side > 0 else x >= value


def _below(x: Any, bound: tuple[Any, int], whole: bool) -> Formula:
    number, side = bound
    if number == INFINITY:
        return z3.BoolVal(True)
    if whole:
        return x <= (ceil(number) - 1 if side < 0 else floor(number))
    value = z3.RealVal(str(Fraction(number)))
    return x < value if side < 0 else x <= value


# A second oracle, for order alone: every way in which events can lie to each other, written down


def arrangements(n: int) -> list[list[tuple[int, int]]]:
    """All ways in which n intervals can lie on a line: the rank of the start and of the end of each.

    There are 1, 13, 409, 23,917 of them (OEIS A055203, the number of relations between n intervals).
    """
    found: list[list[tuple[int, int]]] = [[]]
    for _ in range(n):
        found = [added for arrangement in found for added in _with_one_more(arrangement)]
    return found


def _with_one_more(arrangement: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Put one more interval in: each end on a rank there is (odd place) or in a gap (even place)."""
    ranks = sorted({rank for ends in arrangement for rank in ends})
    places = range(2 * len(ranks) + 1)
    for start, end in product(places, repeat=2):
        if start > end or (start == end and start % 2):
            continue
        points = [(2 * (ranks.index(a)) + 1, 2 * ranks.index(b) + 1) for a, b in arrangement]
        new = (start, end + 0.5 if start == end else end)
        everything = sorted({p for ends in points for p in ends} | set(new))
        yield [(everything.index(a), everything.index(b)) for a, b in (*points, new)]


def lies(name: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether the relation holds between two intervals, told by the sets of points that they are made of.

    Ranks are the even cells of a row and the gaps between them the odd ones.
    """
    if name in _MIRRORED:
        return lies(_MIRRORED[name], b, a)
    closed_a, closed_b = set(range(2 * a[0], 2 * a[1] + 1)), set(range(2 * b[0], 2 * b[1] + 1))
    inner_b = closed_b - {min(closed_b), max(closed_b)}
    shared = closed_a & closed_b
    return {
        "before": not shared and min(closed_a) < min(closed_b),
        "meets": len(shared) == 1 and min(closed_a) < min(closed_b),
        "overlaps": len(shared) > 1 and min(shared) not in {min(closed_a)} and max(shared) not in {max(closed_b)},
        "starts": closed_a < closed_b and min(closed_a) == min(closed_b),
        "during": closed_a <= inner_b,
        "finishes": closed_a < closed_b and max(closed_a) == max(closed_b),
        "equals": closed_a == closed_b,
        "within": closed_a <= closed_b,
        "not_before": bool(shared) or min(closed_a) > min(closed_b),
        "not_after": bool(shared) or min(closed_b) > min(closed_a),
    }[name]


_MIRRORED: Final = {
    "after": "before",
    "met_by": "meets",
    "overlapped_by": "overlaps",
    "started_by": "starts",
    "contains": "during",
    "finished_by": "finishes",
}


class Arranged:
    """Order claims on few events, decided by looking at every arrangement: no solver, no end points compared."""

    def __init__(self, n: int) -> None:
        self.n = n
        self._holds: dict[tuple[str, int, int], Bits] = dict.fromkeys(product(RELATIONS, range(n), range(n)), 0)
        found = arrangements(n)
        self.all: Bits = (1 << len(found)) - 1
        known: dict[tuple[tuple[int, int], tuple[int, int]], list[str]] = {}
        for number, ends in enumerate(found):
            for i, j in product(range(n), repeat=2):
                pair = ends[i], ends[j]
                if pair not in known:
                    known[pair] = [name for name in RELATIONS if lies(name, *pair)]
                for name in known[pair]:
                    self._holds[name, i, j] |= 1 << number

    def holding(self, claim: Claim, events: Sequence[str], level: Level) -> Bits:
        """The arrangements in which an order claim is true."""
        if claim.hedged and level == "loose":
            return self.all
        holds = self._holds[claim.attribute, events.index(claim.subject), events.index(str(claim.value))]
        return self.all & ~holds if claim.polarity == "denied" else holds

    def minimal_sets(self, claims: Sequence[Claim], events: Sequence[str], level: Level) -> set[Ids]:
        """Every smallest impossible set, by trying all subsets."""
        holding = {claim.id: self.holding(claim, events, level) for claim in claims}
        found: list[Ids] = []
        for size in range(1, len(claims) + 1):
            for chosen in combinations(holding, size):
                left = self.all
                for id_ in chosen:
                    left &= holding[id_]
                if not left and not any(core <= set(chosen) for core in found):
                    found.append(frozenset(chosen))
        return set(found)
