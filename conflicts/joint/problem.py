"""Problems: what the voices of tied items say, as conditions on numbers.

Every event has a start before its end. Each voice puts bounds on one number (a start, an end, a figure), or orders the
ends of two events; the vocabulary's constraints tie numbers of one subject. All are told at two levels, by the strict
and by the loose sets of the values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from functools import cache, cached_property
from itertools import product
from math import ceil, floor
from typing import Final, Literal, TypeAlias

from attrs import define, evolve, field, frozen

from conflicts.constraints import Constraint, axes_fit
from conflicts.items import ORDER
from conflicts.joint.changing import moments_that_matter
from conflicts.joint.network import Row
from conflicts.joint.voices import Place, Ties, Voice
from conflicts.moments import Order
from conflicts.values import allen
from conflicts.values.bounds import INFINITY, Interval
from conflicts.values.extent import LINE, Extent
from conflicts.values.value import Value

Clock: TypeAlias = Literal["floating", "zoned"]
ORIGIN: Final = 0
MOST_CHANGING: Final = 40
"""Up to this many figures that change are looked at together, at each of their moments."""


@frozen
class Name:
    """What a number is: the "start" or "end" of an event, or the "value" of an attribute, of which subject."""

    what: Literal["start", "end", "value"]
    place: Place
    attribute: str = ""


@frozen
class Linear:
    """A rule: the sum of these multiples, plus the constant, stands in the comparison to 0."""

    terms: tuple[tuple[int, Fraction], ...]
    constant: Fraction
    comparison: str
    source: Instance


@frozen
class Instance:
    """A constraint at one place, and which number each of its attributes is there."""

    constraint: Constraint
    variables: tuple[tuple[str, int], ...]
    place: Place


@frozen
class Bound:
    """A voice puts bounds on one number; `end` is set where the upper ones are on another (the whole of an event)."""

    at: int
    end: int | None = None


Between: TypeAlias = tuple[int, int, int, int]
"""A voice orders two events: the numbers of the start and the end of each."""
Attachment: TypeAlias = Bound | Between


@define(eq=False, repr=False)
class Problem:
    """Voices, what they are attached to, and the rules between the numbers."""

    voices: list[Voice]
    attached: list[list[Attachment]]
    names: list[Name | None]
    rules: list[tuple[Row, str]]
    linear: list[Linear]
    products: list[Instance]
    counts: set[int]
    """The numbers that are whole."""
    clock: Clock | None = None
    """Set where times with and without a zone meet and only those of one kind are looked at."""
    has_slack: bool = False
    """Whether times with and without a zone meet, so that those without are taken anywhere on Earth."""
    moment: Voice | None = None
    """Of numbers that change, the one whose moment is looked at."""
    is_loose: bool = False
    ignores_moments: bool = False
    """Whether figures that change are taken as if all were told at one moment."""
    is_partial: bool = False
    """Whether voices were left out, for there are too many."""
    _options: dict[int, list[list[Row]]] = field(init=False, factory=dict)

    @property
    def n(self) -> int:
        """How many numbers there are, the origin among them."""
        return len(self.names)

    def part(self, voices: Iterable[int]) -> Problem:
        """Some of the voices, with the rules that can matter to them."""
        kept = sorted(voices)
        numbers = {x for n in kept for x in _numbers(self.attached[n])}
        chosen: set[tuple[str, int]] = set()
        waiting = list(numbers)
        while waiting:
            for rule, tied in self._ties.get(waiting.pop(), ()):
                chosen.add(rule)
                waiting += tied - numbers
                numbers |= tied
        of = {kind: [n for found, n in sorted(chosen) if found == kind] for kind in ("rule", "linear", "product")}
        return _renumbered(
            evolve(
                self,
                voices=[self.voices[n] for n in kept],
                attached=[self.attached[n] for n in kept],
                rules=[self.rules[n] for n in of["rule"]],
                linear=[self.linear[n] for n in of["linear"]],
                products=[self.products[n] for n in of["product"]],
            )
        )

    @cached_property
    def _ties(self) -> dict[int, list[tuple[tuple[str, int], set[int]]]]:
        """The rules that speak of each number, each with all numbers it speaks of."""
        found: dict[int, list[tuple[tuple[str, int], set[int]]]] = {}
        told = [(("rule", n), set(row[:2])) for n, (row, _) in enumerate(self.rules)]
        told += [(("linear", n), {x for x, _ in rule.terms}) for n, rule in enumerate(self.linear)]
        told += [(("product", n), {x for _, x in made.variables}) for n, made in enumerate(self.products)]
        for rule, numbers in told:
            for x in numbers - {ORIGIN}:
                found.setdefault(x, []).append((rule, numbers - {ORIGIN}))
        return found

    def value(self, voice: int) -> Value:
        """What a voice says, on the line that this problem is told on."""
        value = self.voices[voice].assertion.value
        return value.at_instants() if self.has_slack and value.clock == "floating" else value

    def extent(self, voice: int) -> Extent:
        """The set of a voice at this level."""
        value = self.value(voice)
        return value.loose if self.is_loose else value.strict

    def options(self, voice: int) -> list[list[Row]]:
        """What a voice says: one of these lists of conditions holds. No list if it says nothing that can be tied."""
        known = self._options.get(voice)
        if known is None:
            known = self._options[voice] = self._told_options(voice)
        return known

    def _told_options(self, voice: int) -> list[list[Row]]:
        extent = self.extent(voice)
        assertion = self.voices[voice].assertion
        if assertion.value.axis == allen.AXIS:
            return [self._order_rows(voice, extent)]
        if self.clock is not None and assertion.value.axis == "time" and assertion.value.clock != self.clock:
            return []
        side = self._side(voice)
        if side == 0:
            return []
        intervals = (extent & LINE).intervals
        found = []
        for interval in intervals:
            rows: list[Row] = []
            for attachment in self.attached[voice]:
                assert isinstance(attachment, Bound)
                rows += self._bound_rows(attachment, interval, side)
            if not rows:
                return []
            found.append(rows)
        return found

    def _order_rows(self, voice: int, extent: Extent) -> list[Row]:
        edges = _order_edges(extent)
        rows: list[Row] = []
        for attachment in self.attached[voice]:
            assert isinstance(attachment, tuple)
            rows += [(attachment[x], attachment[y], 0, is_strict) for x, y, is_strict in edges]
        return rows

    def _bound_rows(self, bound: Bound, interval: Interval, side: int) -> Iterator[Row]:
        (lo, lo_side), (hi, hi_side) = interval
        whole = bound.at in self.counts
        if lo != -INFINITY and side in {LOWER, BOTH}:
            if whole:
                yield ORIGIN, bound.at, -(floor(lo) + 1 if lo_side > 0 else ceil(lo)), False
            else:
                yield ORIGIN, bound.at, -_exact(lo), lo_side > 0
        if hi != INFINITY and side in {UPPER, BOTH}:
            at = bound.at if bound.end is None else bound.end
            if whole:
                yield at, ORIGIN, ceil(hi) - 1 if hi_side < 0 else floor(hi), False
            else:
                yield at, ORIGIN, _exact(hi), hi_side < 0

    def _side(self, voice: int) -> int:
        """Which bounds of a voice hold at the moment that is looked at.

        A figure that grows bounds the later ones from below and the earlier ones from above; one that changes freely
        bounds only those of the same moment. Where no clock time tells which of two figures of a day came first, they
        are of one moment strictly, and loosely they tell nothing of each other.
        """
        item = self.voices[voice].item
        if item.changes == "never" or self.ignores_moments:
            return BOTH
        if self.moment is None:
            return NEITHER
        found = _moments(self.voices[voice], self.moment, is_loose=self.is_loose)
        if found is Order.SAME:
            return BOTH
        if item.changes == "freely" or found is Order.UNKNOWN:
            return NEITHER
        return LOWER if found is Order.BEFORE else UPPER

    def hull(self, voice: int) -> list[Row]:
        """The conditions that hold whichever of its options a voice means."""
        options = self.options(voice)
        if len(options) < 2:
            return options[0] if options else []
        least: dict[tuple[int, int], tuple[Fraction | int, bool]] = {}
        seen: dict[tuple[int, int], int] = {}
        for rows in options:
            for x, y, c, is_strict in rows:
                known = least.get((x, y))
                # The weaker of two conditions is the one with the larger end; of equal ones the one that is not strict.
                if known is None or (c, not is_strict) > (known[0], not known[1]):
                    least[x, y] = (c, is_strict)
                seen[x, y] = seen.get((x, y), 0) + 1
        return [(x, y, c, s) for (x, y), (c, s) in least.items() if seen[x, y] == len(options)]


_ENDS: Final = (allen.START_A, allen.END_A, allen.START_B, allen.END_B)
NEITHER, LOWER, UPPER, BOTH = range(4)


@cache
def _order_edges(extent: Extent) -> tuple[tuple[int, int, bool], ...]:
    """The conditions of an order claim, by the place of the ends in `Between`."""
    relations = allen.from_extent(extent)
    if len(relations) == len(allen.ALLEN):
        return ()
    return tuple((_ENDS.index(x), _ENDS.index(y), is_strict) for x, y, is_strict in allen.edges(relations))


def _exact(number: float | Fraction) -> Fraction | int:
    assert not isinstance(number, float)
    return number


def _moments(a: Voice, b: Voice, *, is_loose: bool) -> Order:
    if a is b:
        return Order.SAME
    found = a.item.moments(a.assertion, b.assertion)
    one, other = a.assertion.as_of, b.assertion.as_of
    if found is Order.UNKNOWN and one == other and not is_loose:
        return Order.SAME
    return found


class _Builder:
    """Numbers and conditions of one component in one tense."""

    def __init__(self, voices: Sequence[Voice], ties: Ties, tense: str) -> None:
        self.ties = ties
        self.problem = Problem([], [], [None], [], [], [], set())
        self._numbers: dict[Name, int] = {}
        self._ends: dict[tuple[Place, str], tuple[int, int]] = {}
        self._told: set[tuple[object, ...]] = set()
        self._by_item: dict[tuple[Place, str], dict[str, list[int]]] = {}
        orders: list[tuple[Place, Place, int]] = []
        told, attached = self.problem.voices, self.problem.attached
        for voice in voices:
            subject, attribute, scope, of_tense, other = voice.item.key
            if of_tense != tense and of_tense:
                continue
            if attribute == ORDER:
                orders.append(((subject, scope), (other, scope), len(told)))
            else:
                axes = self._by_item.setdefault(((subject, scope), attribute), {})
                axes.setdefault(voice.item.axis, []).append(len(told))
            told.append(voice)
            attached.append([])
        self._versions = self._untold_roles()
        self.events = {place for a, b, _ in orders for place in (a, b)} | self._versions.keys()
        for a, b, n in orders:
            if not self._versions or (len(self._version(a)) < 2 and len(self._version(b)) < 2):
                attached[n].append((*self._event(a, ""), *self._event(b, "")))
                continue
            for one, other_one in product(self._version(a), self._version(b)):
                if a != b or one == other_one:
                    attached[n].append((*self._event(a, one), *self._event(b, other_one)))
        self._times()
        self._constraints()

    def _untold_roles(self) -> dict[Place, list[str]]:
        """The events that times are told of, each with the attributes whose role is not declared.

        Such an attribute bounds the start of the event. Two of them may speak of two moments ("arrested_on",
        "convicted_on"), so each has a version of the event of its own.
        """
        found: dict[Place, list[str]] = {}
        for (place, attribute), axes in self._by_item.items():
            role = self.ties.role(attribute)
            if "time" not in axes or role == "none" or self._changes(axes["time"]):
                continue
            kept = found.setdefault(place, [])
            if role is None:
                kept.append(attribute)
        return {place: sorted(attributes) for place, attributes in found.items()}

    def _changes(self, voices: list[int]) -> bool:
        return self.problem.voices[voices[0]].item.changes != "never"

    def _version(self, place: Place) -> list[str]:
        untold = self._versions.get(place, [])
        return untold if len(untold) > 1 else [""]

    def _event(self, place: Place, version: str) -> tuple[int, int]:
        known = self._ends.get((place, version))
        if known is None:
            names = self.problem.names
            s = len(names)
            known = self._ends[place, version] = s, s + 1
            names += (Name("start", place, version), Name("end", place, version))
            self.problem.rules.append(((s, s + 1, 0, True), START_BEFORE_END))
        return known

    def _times(self) -> None:
        for (place, attribute), axes in self._by_item.items():
            told = axes.get("time")
            role = self.ties.role(attribute)
            if told is None or role == "none" or self._changes(told):
                continue
            for version in self._version(place):
                if role is None and version not in {"", attribute}:
                    continue
                start, end = self._event(place, version)
                at = end if role == "end" else start
                for n in told:
                    self.problem.attached[n].append(Bound(at, end if role == "whole" else None))

    def _constraints(self) -> None:
        told: dict[Place, dict[Constraint, None]] = {}
        for place, attribute in self._by_item:
            for constraint in self.ties.of_attribute.get(attribute, ()):
                told.setdefault(place, {}).setdefault(constraint)
        for place in sorted(told):
            # Of rules that come to one, the one in the words of the claims is told.
            untold = {c: sum((place, name) not in self._by_item for name in c.attributes) for c in told[place]}
            for constraint in sorted(untold, key=lambda one: (untold[one], one.text)):
                for version in self._version(place):
                    for axes in self._axes(constraint, place):
                        self._constraint(constraint, place, version, axes)

    def _axes(self, constraint: Constraint, place: Place) -> Iterator[dict[str, str]]:
        """The axes under which the constraint makes sense of what is told here; an attribute not told of has none."""
        told = [name for name in constraint.attributes if (place, name) in self._by_item]
        for axes in product(*(sorted(self._by_item[place, name]) for name in told)):
            chosen = dict(zip(told, axes, strict=True))
            if axes_fit(constraint, chosen) is None:
                yield chosen

    def _constraint(self, constraint: Constraint, place: Place, version: str, axes: Mapping[str, str]) -> None:
        numbers: dict[str, int] = {}
        for attribute in constraint.attributes:
            axis = axes.get(attribute)
            role = self.ties.role(attribute)
            if role in {"start", "end"} and axis in {None, "time"} and place in self.events:
                start, end = self._event(place, version)
                numbers[attribute] = start if role == "start" else end
            elif role is None and axis == "time" and place in self.events:
                own = attribute if len(self._version(place)) > 1 else version
                numbers[attribute] = self._event(place, own)[0]
            else:
                numbers[attribute] = self._figure(place, attribute, axis)
        form = constraint.linear_form
        made = Instance(constraint, tuple(numbers.items()), place)
        if form is None:
            self.problem.products.append(made)
            return
        terms: dict[int, Fraction] = {}
        for attribute, c in form.coefficients:
            terms[numbers[attribute]] = terms.get(numbers[attribute], Fraction(0)) + c
        kept = tuple((x, c) for x, c in sorted(terms.items()) if c)
        told = (kept, form.constant, form.comparison)
        if kept and told not in self._told:  # "began_at" and "started_at" are one number, so two rules can be one
            self._told.add(told)
            self.problem.linear.append(Linear(*told, made))

    def _figure(self, place: Place, attribute: str, axis: str | None) -> int:
        name = Name("value", place, f"{attribute} {axis}" if axis else attribute)
        known = self._numbers.get(name)
        if known is not None:
            return known
        x = self._numbers[name] = len(self.problem.names)
        self.problem.names.append(name)
        if axis is not None:
            if axis == "count":
                self.problem.counts.add(x)
            for n in self._by_item[place, attribute][axis]:
                self.problem.attached[n].append(Bound(x))
        return x


START_BEFORE_END: Final = "an event starts before it ends"


def problems(voices: Sequence[Voice], ties: Ties) -> Iterator[Problem]:
    """The problems of one component: for each tense, what is tied by conditions, told by the strict sets."""
    tenses = {voice.key[3] for voice in voices} - {""}
    for tense in sorted(tenses) or [""]:
        problem = _Builder(voices, ties, tense).problem
        for part in _parts(problem) if problem.linear or problem.products else [problem]:
            yield from _variants(part)


def _parts(problem: Problem) -> Iterator[Problem]:
    """The problem without the rules that cannot matter, in parts that share no number."""
    linear, products = _needed(problem)
    parent = list(range(problem.n))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    def tie(numbers: Sequence[int]) -> None:
        for x in numbers[1:]:
            parent[root(x)] = root(numbers[0])

    for row, _ in problem.rules:
        tie(row[:2])
    for rule in linear:
        tie([x for x, _ in rule.terms])
    for made in products:
        tie([x for _, x in made.variables])
    numbers_of = [_numbers(attached) for attached in problem.attached]
    for numbers in numbers_of:
        tie(numbers)
    members: dict[int, list[int]] = {}
    for n, numbers in enumerate(numbers_of):
        if numbers:
            members.setdefault(root(numbers[0]), []).append(n)
    needed = evolve(problem, linear=linear, products=products)
    return map(needed.part, members.values())


def _renumbered(problem: Problem) -> Problem:
    """The problem with its own numbers alone."""
    new: dict[int, int] = {ORIGIN: ORIGIN}

    def to(x: int) -> int:
        return new.setdefault(x, len(new))

    attached: list[list[Attachment]] = [
        [
            Bound(to(a.at), None if a.end is None else to(a.end))
            if isinstance(a, Bound)
            else (to(a[0]), to(a[1]), to(a[2]), to(a[3]))
            for a in attachments
        ]
        for attachments in problem.attached
    ]
    rules = [((to(x), to(y), c, s), why) for (x, y, c, s), why in problem.rules]

    def moved(made: Instance) -> Instance:
        return evolve(made, variables=tuple((name, to(x)) for name, x in made.variables))

    linear = [
        evolve(rule, terms=tuple((to(x), c) for x, c in rule.terms), source=moved(rule.source))
        for rule in problem.linear
    ]
    products = [moved(made) for made in problem.products]
    counts = {new[x] for x in problem.counts if x in new}
    names = [problem.names[x] for x in new]
    return evolve(problem, attached=attached, rules=rules, linear=linear, products=products, counts=counts, names=names)


def _numbers(attached: list[Attachment]) -> list[int]:
    found: list[int] = []
    for a in attached:
        found += a if isinstance(a, tuple) else [a.at] if a.end is None else [a.at, a.end]
    return found


def _needed(problem: Problem) -> tuple[list[Linear], list[Instance]]:
    """The rules without those that a number of no other use can always satisfy."""
    linear, products = list(problem.linear), list(problem.products)
    told = {x for attached in problem.attached for x in _numbers(attached)}
    told |= {x for row, _ in problem.rules for x in row[:2]}
    while True:
        uses: dict[int, set[object]] = {}
        for n, rule in enumerate(linear):
            for x, c in rule.terms:
                # However often it is only to be large, or only to be small, it can be; an equation asks for one value.
                uses.setdefault(x, set()).add(n if rule.comparison == "==" else "large" if c < 0 else "small")
        for made in products:
            for _, x in made.variables:
                uses.setdefault(x, set()).add(made)
        idle = {x for x, asked in uses.items() if len(asked) == 1 and x not in told}
        kept = [rule for rule in linear if idle.isdisjoint(x for x, _ in rule.terms)]
        made_kept = [made for made in products if idle.isdisjoint(x for _, x in made.variables)]
        if len(kept) == len(linear) and len(made_kept) == len(products):
            return kept, made_kept
        linear, products = kept, made_kept


def _variants(problem: Problem) -> Iterator[Problem]:
    """The problem at each moment of figures that change, and on each kind of clock."""
    changing = [voice for voice in problem.voices if voice.item.changes != "never"]
    if len(changing) > MOST_CHANGING and not any(isinstance(a, tuple) for some in problem.attached for a in some):
        yield from moments_that_matter(problem)
        return
    moments: list[Voice | None] = [None]
    if changing:
        firsts: dict[object, Voice] = {}
        for voice in sorted(changing, key=lambda v: v.rank):
            as_of = voice.assertion.as_of
            firsts.setdefault(as_of if isinstance(as_of, datetime) else voice.rank, voice)
        moments = list(firsts.values())
    clocks = {v.assertion.value.clock for v in problem.voices} - {None}
    for moment in moments:
        at_moment = problem if moment is None else evolve(problem, moment=moment)
        if len(clocks) < 2:
            yield at_moment
        else:
            yield evolve(at_moment, clock="floating")
            yield evolve(at_moment, clock="zoned")
            yield evolve(at_moment, has_slack=True)
