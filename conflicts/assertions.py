"""Assertions: claims whose value has been read under a vocabulary."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

from attrs import define, evolve, frozen

from conflicts.claims import Claim, Modality, Moment, Printed
from conflicts.errors import UnreadError
from conflicts.moments import offset_text, spoken_at
from conflicts.reading import Reading, Settings, read_text, read_typed
from conflicts.reading.frame import frame, split
from conflicts.reading.tolerance import Tolerance, parse_tolerance
from conflicts.values import allen
from conflicts.values.extent import EVERYTHING, Extent
from conflicts.values.value import Value
from conflicts.vocabulary import Declaration, Vocabulary, attribute_form

TIMELESS: Final = frozenset({"duration", "quantity", "place", "name", "choice", "flag", "order"})
"""The kinds whose reading does not depend on when it was said."""
MEMBER_AXIS: Final = "member"
IN: Final = Extent.point(1)
OUT: Final = Extent.point(0)


@define(eq=False, repr=False)
class Assertion:
    """A claim with what its value was read as.

    `member` is set for a many-valued attribute: there the value is part of what the claim is about, and `value`
    says only whether it belongs (1) or not (0). Of an order claim `member` is the other event, and `value` the relation
    of the two on the axis "order".
    """

    claim: Claim
    value: Value
    declaration: Declaration
    is_denial: bool = False
    member: Value | None = None
    tense: Modality | None = None
    """Plan or fact, where the claim leaves that to its text, and the text says so."""
    is_turned: bool = False
    """Whether an order claim is told from the side of its other event."""

    @property
    def as_of(self) -> Moment | None:
        """The moment the claim speaks of."""
        return self.claim.asserted_at if self.claim.as_of is None else self.claim.as_of


@frozen
class Unread:
    """A claim, or a record that is none, that takes no part, and why.

    `where` names the place in the input ("claims.jsonl:3") for a record that could not be made a claim; `claim` is
    None then and `record` what was found.
    """

    claim: Claim | None
    reason: str
    where: str | None = None
    record: object = None


@frozen
class Silent:
    """A claim that says nothing but that another is withdrawn."""

    claim: Claim


Found: TypeAlias = Assertion | Unread | Silent


class Reader:
    """Reads claims under one vocabulary; equal texts in equal circumstances are read once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._readings: dict[tuple[object, ...], Reading | UnreadError] = {}
        self._place_axis = vocabulary.place_axis

    def read(self, claim: Claim) -> Found:
        """The claim read, or the reason why it cannot be, or that it says nothing but that another is withdrawn."""
        declaration = self.vocabulary.declaration(claim.attribute)
        if claim.retracts is not None and _is_withdrawal(claim):
            return Silent(claim)
        value = claim.value
        if value.__class__ is Value:
            if declaration.is_plain and claim.polarity == "affirmed" and not claim.hedged:
                return Assertion(claim, value, declaration)
            reading = Reading(value)
        else:
            settings = self.settings(claim, declaration)
            found = self._reading(claim.value, settings)
            if isinstance(found, UnreadError) and claim.quote is not None and isinstance(claim.value, str):
                found = self._reading(claim.value, evolve(settings, context=claim.quote))
            if isinstance(found, UnreadError):
                return Unread(claim, str(found))
            reading = found
        assertion = _assertion(claim, declaration, reading)
        if reading.tense is not None and isinstance(assertion, Assertion) and claim.modality is None:
            assertion.tense = reading.tense
        return assertion

    def settings(self, claim: Claim, declaration: Declaration) -> Settings:
        """What the reader may know of this claim beside its text."""
        zone = claim.timezone or declaration.timezone
        said = spoken_at(claim.asserted_at, claim.timezone)
        if zone == "speaker":
            zone = offset_text(said)
        return Settings(
            said=said,
            modality=declaration.modality or claim.modality or "fact",
            zone=zone,
            lang=claim.lang or "en",
            unit=declaration.unit,
            kind=declaration.kind,
            name=self.vocabulary.name,
            places=self.vocabulary.place_extents,
            place_axis=self._place_axis,
            is_declared=declaration.is_exclusive,
            relation=declaration.relation,
        )

    def _reading(self, value: Printed, settings: Settings) -> Reading | UnreadError:
        said = None if settings.kind in TIMELESS else settings.said
        key = (
            value,
            value.__class__,
            said,
            offset_text(said),
            settings.modality,
            settings.zone,
            settings.lang,
            settings.unit,
            settings.kind,
            settings.is_declared,
            settings.context,
        )
        found = self._readings.get(key)
        if found is None:
            try:
                if isinstance(value, str):
                    tense = frame(settings.lang).tense(split(value))
                    found = read_text(value, settings)
                    found = found if tense is None else evolve(found, tense=tense)
                else:
                    found = read_typed(value, settings)  # type: ignore[arg-type]
            except UnreadError as error:
                found = error
            self._readings[key] = found
        return found


def _assertion(claim: Claim, declaration: Declaration, reading: Reading) -> Found:
    denied = claim.polarity == "denied"
    if declaration.kind == "order":
        return _order(claim, declaration, reading)
    if declaration.is_plain and not (denied or claim.hedged or reading.is_denied or reading.is_hedged):
        return Assertion(claim, reading.base, declaration, reading.has_negation)
    if declaration.tolerance is not None:
        reading = evolve(reading, base=_tolerance(declaration).widen(reading.base))
    is_denial = reading.has_negation or denied or reading.is_denied
    if declaration.is_many_valued:
        out = reading.denies(denied)
        extent = OUT if out else IN
        loose = EVERYTHING if claim.hedged or reading.is_hedged else extent
        belongs = Value(MEMBER_AXIS, extent, loose, text=reading.base.text)
        return Assertion(claim, belongs, declaration, out, reading.base)
    return Assertion(claim, reading.value(denied=denied, hedged=claim.hedged), declaration, is_denial)


def _order(claim: Claim, declaration: Declaration, reading: Reading) -> Found:
    """An order claim: the relation of its subject to the event that is its value."""
    relation = declaration.relation or attribute_form(claim.attribute)
    if relation not in allen.RELATIONS:
        return Unread(claim, f'{claim.attribute!r} is no order relation; declare its `relation`, such as "before"')
    event = reading.base
    if event.axis != "event" or not event.strict.is_point:
        return Unread(claim, f"{claim.printed!r} names no other event")
    out = reading.denies(claim.polarity == "denied")
    value = _relation(relation, out, claim.hedged or reading.is_hedged)
    if value is None:
        words = relation.replace("_", " ")
        return Unread(claim, f"denied, {words!r} leaves no order that can be told by which end comes first")
    return Assertion(claim, value, declaration, out, event)


@cache
def _relation(name: str, is_denied: bool, is_hedged: bool) -> Value | None:
    """The value of an order claim, or None if its denial is no condition on the ends of the two events."""
    relations = allen.relation_set(name)
    relations = allen.denied(relations) if is_denied else relations
    if not allen.is_convex(relations):
        return None
    extent = allen.to_extent(relations)
    return Value(allen.AXIS, extent, EVERYTHING if is_hedged else extent)


def _is_withdrawal(claim: Claim) -> bool:
    return isinstance(claim.value, str) and frame(claim.lang or "en").is_withdrawal(claim.value)


@cache
def _tolerance(declaration: Declaration) -> Tolerance:
    tolerance = parse_tolerance(declaration.tolerance or "0")
    if declaration.unit is None or tolerance.axis is not None or tolerance.is_relative:
        return tolerance
    from conflicts.values.units import find_unit

    unit = find_unit(declaration.unit)
    return tolerance if unit is None else Tolerance(tolerance.amount * unit.factor, unit.axis)
