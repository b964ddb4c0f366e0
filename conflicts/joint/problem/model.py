"""What a problem is: voices, the numbers they speak of, and the rules between these numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from attrs import evolve, field, frozen

from conflicts.constraints import Constraint
from conflicts.joint.network import ORIGIN, Row
from conflicts.joint.problem.conditions import Numbers, bound_rows, hull, order_rows
from conflicts.joint.voices import Place, Voice
from conflicts.moments import Order
from conflicts.values import allen
from conflicts.values.extent import LINE, Extent
from conflicts.values.value import Value

Clock: TypeAlias = Literal["floating", "zoned"]
Renumber: TypeAlias = Callable[[int], int]


@frozen
class Name:
    """What a number is: the "start" or "end" of an event, or the "value" of an attribute, of which subject."""

    what: Literal["start", "end", "value"]
    place: Place
    attribute: str = ""


class Event(NamedTuple):
    """A rule: an event starts before it ends."""

    start: int
    end: int

    @property
    def numbers(self) -> Numbers:
        return self

    @property
    def row(self) -> Row:
        return self.start, self.end, 0, True

    def renumbered(self, to: Renumber) -> Event:
        return Event(to(self.start), to(self.end))


@frozen
class Linear:
    """A rule: the sum of these multiples, plus the constant, stands in the comparison to 0."""

    terms: tuple[tuple[int, Fraction], ...]
    constant: Fraction
    comparison: str
    source: Instance

    @property
    def numbers(self) -> Numbers:
        return tuple(x for x, _ in self.terms)

    def renumbered(self, to: Renumber) -> Linear:
        terms = tuple((to(x), c) for x, c in self.terms)
        return evolve(self, terms=terms, source=self.source.renumbered(to))


@frozen
class Instance:
    """A constraint at one place, and which number each of its attributes is there; a rule itself, if not linear."""

    constraint: Constraint
    variables: tuple[tuple[str, int], ...]
    place: Place

    @property
    def numbers(self) -> Numbers:
        return tuple(x for _, x in self.variables)

    def renumbered(self, to: Renumber) -> Instance:
        return evolve(self, variables=tuple((name, to(x)) for name, x in self.variables))


Rule: TypeAlias = Event | Linear | Instance


@frozen(eq=False, repr=False)
class Problem:
    """Voices, the numbers each of them speaks of, and the rules between the numbers.

    A voice can speak of several versions of an event at once, so of several tuples of numbers; of none if what it says
    cannot be tied to anything.
    """

    voices: Sequence[Voice]
    attached: Sequence[Sequence[Numbers]]
    names: Sequence[Name | None]
    rules: Sequence[Rule]
    counts: frozenset[int]
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

    @cached_property
    def events(self) -> list[Event]:
        return [rule for rule in self.rules if isinstance(rule, Event)]

    @cached_property
    def linear(self) -> list[Linear]:
        return [rule for rule in self.rules if isinstance(rule, Linear)]

    @cached_property
    def products(self) -> list[Instance]:
        return [rule for rule in self.rules if isinstance(rule, Instance)]

    def numbers_of(self, voice: int) -> list[int]:
        """All the numbers that a voice speaks of."""
        return [x for numbers in self.attached[voice] for x in numbers]

    def part(self, voices: Iterable[int]) -> Problem:
        """Some of the voices, with the rules that can matter to them, and numbers of its own."""
        kept = sorted(voices)
        chosen: set[int] = set()
        reached: set[int] = set()
        waiting = [x for n in kept for x in self.numbers_of(n)]
        while waiting:
            x = waiting.pop()
            if x not in reached:
                reached.add(x)
                for n in self._rules_on.get(x, ()):
                    chosen.add(n)
                    waiting += self.rules[n].numbers
        new = {ORIGIN: ORIGIN}

        def to(x: int) -> int:
            return new.setdefault(x, len(new))

        attached = [[tuple(map(to, numbers)) for numbers in self.attached[n]] for n in kept]
        rules = [self.rules[n].renumbered(to) for n in sorted(chosen)]
        return evolve(
            self,
            voices=[self.voices[n] for n in kept],
            attached=attached,
            rules=rules,
            names=[self.names[x] for x in new],
            counts=frozenset(new[x] for x in self.counts if x in new),
        )

    @cached_property
    def _rules_on(self) -> dict[int, list[int]]:
        """The rules that speak of each number."""
        found: dict[int, list[int]] = {}
        for n, rule in enumerate(self.rules):
            for x in rule.numbers:
                found.setdefault(x, []).append(n)
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

    def hull(self, voice: int) -> list[Row]:
        """The conditions that hold whichever of its options a voice means."""
        options = self.options(voice)
        return options[0] if len(options) == 1 else hull(options)

    def _told_options(self, voice: int) -> list[list[Row]]:
        extent = self.extent(voice)
        value = self.voices[voice].assertion.value
        attached = self.attached[voice]
        if value.axis == allen.AXIS:
            return [[row for numbers in attached for row in order_rows(extent, numbers)]]
        if self.clock is not None and value.axis == "time" and value.clock != self.clock:
            return []
        below, above = self._bounds(voice)
        found: list[list[Row]] = []
        for interval in (extent & LINE).intervals:
            rows: list[Row] = []
            for numbers in attached:
                is_whole = not self.counts.isdisjoint(numbers)
                rows += bound_rows(interval, numbers, is_whole=is_whole, below=below, above=above)
            if not rows:
                return []
            found.append(rows)
        return found

    def _bounds(self, voice: int) -> tuple[bool, bool]:
        """Whether the lower and the upper bounds of a voice hold at the moment that is looked at.

        A figure that grows bounds the later ones from below and the earlier ones from above; one that changes freely
        bounds only those of the same moment. Where no clock time tells which of two figures of a day came first, they
        are of one moment strictly, and loosely they tell nothing of each other.
        """
        item = self.voices[voice].item
        if item.changes == "never" or self.ignores_moments:
            return True, True
        if self.moment is None:
            return False, False
        found = _moments(self.voices[voice], self.moment, is_loose=self.is_loose)
        if found is Order.SAME:
            return True, True
        if item.changes == "freely":
            return False, False
        return found is Order.BEFORE, found is Order.AFTER


def _moments(a: Voice, b: Voice, *, is_loose: bool) -> Order:
    if a is b:
        return Order.SAME
    found = a.item.moments(a.assertion, b.assertion)
    one, other = a.assertion.as_of, b.assertion.as_of
    if found is Order.UNKNOWN and one == other and not is_loose:
        return Order.SAME
    return found
