"""Building: from the voices of a component in one tense, and the constraints that speak of them, to a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from conflicts.constraints import Constraint, axes_fit
from conflicts.items import ORDER
from conflicts.joint.problem.conditions import Numbers
from conflicts.joint.problem.model import Event, Instance, Linear, Name, Problem, Rule
from conflicts.joint.voices import Place, Ties, Voice

ONE: Final = ("",)
"""The versions of an event that has but one."""


def build(voices: Iterable[Voice], ties: Ties, tense: str) -> Problem:
    """The problem of the voices that speak in this tense, or in any."""
    told = [voice for voice in voices if voice.key[3] in {tense, ""}]
    return _Builder(told, ties).problem()


class _Builder:
    """Numbers, given out as they are needed, and what was said of them."""

    def __init__(self, voices: Sequence[Voice], ties: Ties) -> None:
        self.voices = voices
        self.ties = ties
        self.attached: list[list[Numbers]] = [[] for _ in voices]
        self.names: list[Name | None] = [None]
        self.linear: dict[object, Linear] = {}
        self.products: dict[Instance, None] = {}
        self.counts: set[int] = set()
        self._events: dict[tuple[Place, str], Event] = {}
        self._figures: dict[Name, int] = {}
        self._by_item: dict[tuple[Place, str], dict[str, list[int]]] = {}
        """By place and attribute the voices on each axis."""
        self._orders: list[tuple[int, Place, Place]] = []
        for n, voice in enumerate(voices):
            subject, attribute, scope, _, other = voice.key
            if attribute == ORDER:
                self._orders.append((n, (subject, scope), (other, scope)))
            else:
                axes = self._by_item.setdefault(((subject, scope), attribute), {})
                axes.setdefault(voice.item.axis, []).append(n)
        self._times = [
            (place, attribute, axes["time"])
            for (place, attribute), axes in self._by_item.items()
            if "time" in axes and ties.role(attribute) != "none" and voices[axes["time"][0]].item.changes == "never"
        ]
        untold: dict[Place, list[str]] = {}
        for place, attribute, _ in self._times:
            found = untold.setdefault(place, [])
            if ties.role(attribute) is None:
                found.append(attribute)
        self._versions = {place: sorted(several) for place, several in untold.items() if len(several) > 1}
        """Of an event of which times are told under several attributes whose role is not declared, these attributes.

        Such an attribute bounds the start of the event. Two of them may speak of two moments ("arrested_on",
        "convicted_on"), so each has a version of the event of its own.
        """
        self._happens = {place for _, a, b in self._orders for place in (a, b)} | untold.keys()
        """The events that there are: those that are put in order, and those that times are told of."""

    def problem(self) -> Problem:
        self._attach_orders()
        self._attach_times()
        self._apply_constraints()
        rules: list[Rule] = [*self._events.values(), *self.linear.values(), *self.products]
        return Problem(self.voices, self.attached, self.names, rules, frozenset(self.counts))

    def _event(self, place: Place, version: str) -> Event:
        known = self._events.get((place, version))
        if known is None:
            start = len(self.names)
            known = self._events[place, version] = Event(start, start + 1)
            self.names += (Name("start", place, version), Name("end", place, version))
        return known

    def _attach_orders(self) -> None:
        for n, a, b in self._orders:
            for one in self._versions.get(a, ONE):
                for other in self._versions.get(b, ONE):
                    if a != b or one == other:
                        self.attached[n].append(self._event(a, one) + self._event(b, other))

    def _attach_times(self) -> None:
        for place, attribute, told in self._times:
            role = self.ties.role(attribute)
            for version in self._versions.get(place, ONE):
                if role is None and version not in {*ONE, attribute}:
                    continue
                start, end = self._event(place, version)
                numbers = end if role == "end" else start, end if role in {"end", "whole"} else start
                for n in told:
                    self.attached[n].append(numbers)

    def _apply_constraints(self) -> None:
        told: dict[Place, dict[Constraint, None]] = {}
        for place, attribute in self._by_item:
            for constraint in self.ties.of_attribute.get(attribute, ()):
                told.setdefault(place, {}).setdefault(constraint)
        for place in sorted(told):
            # Of rules that come to one, the one in the words of the claims is told.
            untold = {c: sum((place, name) not in self._by_item for name in c.attributes) for c in told[place]}
            for constraint in sorted(untold, key=lambda one: (untold[one], one.text)):
                for version in self._versions.get(place, ONE):
                    for axes in self._axes(constraint, place):
                        self._apply(constraint, place, version, axes)

    def _axes(self, constraint: Constraint, place: Place) -> Iterator[dict[str, str]]:
        """The axes under which the constraint makes sense of what is told here; an attribute not told of has none."""
        told = [name for name in constraint.attributes if (place, name) in self._by_item]
        for axes in product(*(sorted(self._by_item[place, name]) for name in told)):
            chosen = dict(zip(told, axes, strict=True))
            if axes_fit(constraint, chosen) is None:
                yield chosen

    def _apply(self, constraint: Constraint, place: Place, version: str, axes: Mapping[str, str]) -> None:
        numbers = {name: self._number(place, name, version, axes.get(name)) for name in constraint.attributes}
        made = Instance(constraint, tuple(numbers.items()), place)
        form = constraint.linear_form
        if form is None:
            self.products.setdefault(made)
            return
        sums: dict[int, Fraction] = {}
        for name, c in form.coefficients:
            sums[numbers[name]] = sums.get(numbers[name], Fraction(0)) + c
        terms = tuple((x, c) for x, c in sorted(sums.items()) if c)
        if terms:  # "began_at" and "started_at" are one number, so two constraints can be one rule, or none
            says = terms, form.constant, form.comparison
            self.linear.setdefault(says, Linear(*says, made))

    def _number(self, place: Place, attribute: str, version: str, axis: str | None) -> int:
        """The number that an attribute is in a constraint: an end of an event that there is, or a figure."""
        role = self.ties.role(attribute)
        if place in self._happens:
            if role in {"start", "end"} and axis in {None, "time"}:
                event = self._event(place, version)
                return event.start if role == "start" else event.end
            if role is None and axis == "time":
                own = attribute if place in self._versions else version
                return self._event(place, own).start
        return self._figure(place, attribute, axis)

    def _figure(self, place: Place, attribute: str, axis: str | None) -> int:
        name = Name("value", place, f"{attribute} {axis}" if axis else attribute)
        known = self._figures.get(name)
        if known is not None:
            return known
        x = self._figures[name] = len(self.names)
        self.names.append(name)
        if axis is not None:
            if axis == "count":
                self.counts.add(x)
            for n in self._by_item[place, attribute][axis]:
                self.attached[n].append((x, x))
        return x
