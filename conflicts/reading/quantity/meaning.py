"""From hedged numbers to sets: which unit each number has, and what the whole then says."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import define, evolve, frozen

from conflicts.errors import UnreadError
from conflicts.reading.quantity.exact import Exact, magnitude
from conflicts.reading.quantity.items import Amount
from conflicts.reading.quantity.numeral import Style
from conflicts.reading.quantity.sets import Span, between, hedged, plus_minus, span
from conflicts.values.extent import Extent
from conflicts.values.units import PER, Unit, unit_table

COUNT: Final = "count"
SHARE: Final = "share"
POINTS: Final = "percentage points"
PER_CENT: Final = Fraction(1, 100)
"""A percentage point as a share."""
TEMPERATURE: Final = "temperature"
DIFFERENCE: Final = "temperature difference"
_MARGINS: Final = {TEMPERATURE: (DIFFERENCE,), SHARE: (POINTS,)}
"""What a margin can be measured in beside the axis of its number, and beside a share of the number."""
SIGNED_AXES: Final = frozenset({SHARE, POINTS, DIFFERENCE})
NUMBER: Final = Unit("", COUNT, Fraction(1))
PART: Final = Unit("", SHARE, Fraction(1))


@define
class Outcome:
    """What the text says: an axis, the two sets on it, the unit as printed, and how many readings the unit has."""

    axis: str
    strict: Extent
    loose: Extent
    unit: str | None
    ways: int = 1
    note: str | None = None


@define
class Bounded:
    """One hedged number, or two with the link between them ("to", "plus_minus")."""

    amounts: list[Amount]
    ops: list[str]
    link: str | None = None


@frozen
class Sense:
    """What the rest of the text and the settings say of the unit.

    `expected` is the attribute's unit, `way` the chosen reading of an ambiguous one, `per` what the rate is by,
    `change` 1 for a rise and -1 for a fall. A bare noun right after the number ("12 dead") makes it a count.
    """

    expected: Unit | None
    region: str
    way: int
    per: str | None
    change: int
    in_number: bool
    has_bare_noun: bool

    def expects(self, axis: str) -> bool:
        return self.expected is not None and self.expected.axis == axis

    def unit(self, amount: Amount) -> tuple[Unit | None, int]:
        """The unit of a number, None for a count, and how many it can have."""
        unit, ways = self._own_unit(amount)
        if unit is not None and unit.axis == TEMPERATURE and (self.change or self.expects(DIFFERENCE)):
            unit = evolve(unit, axis=DIFFERENCE, offset=Fraction(0))
        if self.per is None or (unit is not None and unit is self.expected and PER in unit.axis):
            return unit, ways
        return (unit or NUMBER).per(self.per), ways

    def _own_unit(self, amount: Amount) -> tuple[Unit | None, int]:
        numeral = amount.numeral
        if self.in_number or numeral.style is Style.ORDINAL:
            return None, 1
        if numeral.vague is not None and numeral.vague.axis == SHARE:
            return PART, 1
        if amount.meaning is not None:
            units = amount.meaning.choose(self.expected, self.region)
            if len({unit.axis for unit in units}) > 1:
                listed = ", ".join(unit.symbol for unit in units)
                raise UnreadError(f"the unit can be {listed}; name it, or give the attribute a unit")
            return units[self.way % len(units)], len(units)
        is_part = numeral.style is Style.FRACTION and numeral.scale == 1 and magnitude(numeral.value) <= 1
        if is_part and (self.expected is None or self.expects(SHARE) or self.expects(COUNT)):
            return PART, 1
        return (None if self.has_bare_noun else self.expected), 1


def outcome_of(alternatives: list[list[Bounded]], sense: Sense) -> Outcome:
    """The sets of a text: the union of its alternatives, each the common part of its bounds.

    Raises `UnreadError` if its parts lie on different axes, if no number fits, or if a unit cannot be told.
    """
    _share_units([amount for parts in alternatives for bounded in parts for amount in bounded.amounts])
    sets: list[tuple[Extent, Extent]] = []
    units: list[Unit | None] = []
    ways = 1
    for parts in alternatives:
        narrow, wide, unit, count = _sets(parts[0], sense)
        for bounded in parts[1:]:
            one, other, unit, more = _sets(bounded, sense)
            narrow, wide, count = narrow & one, wide & other, max(count, more)
        sets.append((narrow, wide))
        units.append(unit)
        ways = max(ways, count)
    axes = {_axis(unit) for unit in units}
    if len(axes) > 1:
        raise UnreadError(f"its parts measure different things: {', '.join(sorted(axes))}")
    strict, loose = sets[0]
    for narrow, wide in sets[1:]:
        strict, loose = strict | narrow, loose | wide
    if strict.is_empty:
        raise UnreadError("no number fits both of its bounds")
    axis = axes.pop()
    note = None
    if sense.change < 0 and axis in SIGNED_AXES and strict.lo > (0, 0):
        strict, loose = strict | _mirrored(strict), loose | _mirrored(loose)
        note = "a fall can be written with a minus or without: both are kept"
    symbol = units[-1].symbol.strip() if units[-1] is not None else ""
    meant = unit_table().symbols.get(symbol)
    if meant is not None and meant.is_attached_only:
        symbol = ""  # "in" after a blank is no inch, so the words of the value take another unit.
    return Outcome(axis, strict, strict if strict == loose else loose, symbol or None, ways, note)


def _axis(unit: Unit | None) -> str:
    return COUNT if unit is None else unit.axis


def _share_units(amounts: list[Amount]) -> None:
    """A number without unit or multiplier takes those of its neighbour that has them: "3 to 5 million km"."""
    for k in range(len(amounts) - 2, -1, -1):
        first, second = amounts[k], amounts[k + 1]
        if first.meaning is None:
            first.meaning = second.meaning
        elif second.meaning is None and not _is_larger(second, first):
            second.meaning = first.meaning
        scale, numeral = second.numeral.scale, first.numeral
        may_borrow = scale > 1 and numeral.scale == 1 and numeral.style in {Style.PLAIN, Style.DECIMAL}
        # "Between 1,200 and 3 million" begins at 1,200; "1,200 to 1,500 million" and a negative number share the word.
        if may_borrow and numeral.value * scale <= second.numeral.value:
            first.numeral = numeral.times(scale)


def _is_larger(second: Amount, first: Amount) -> bool:
    """Whether a multiplier stands at the second number alone, after a measure: "1.2m to 1.3 million" are no metres."""
    is_money = first.meaning is not None and first.meaning.units[0].currency is not None
    return second.numeral.scale > first.numeral.scale and not is_money


def _sets(bounded: Bounded, sense: Sense) -> tuple[Extent, Extent, Unit | None, int]:
    found = [sense.unit(amount) for amount in bounded.amounts]
    units = [unit for unit, _ in found]
    ways = max(count for _, count in found)
    if bounded.link == "plus_minus":
        whole = plus_minus(_span(bounded.amounts[0], units[0]), _margin(bounded, units))
        unit = units[0]
    else:
        if len({_axis(unit) for unit in units}) > 1:
            raise UnreadError("the two ends of the range measure different things")
        spans = [_span(amount, unit) for amount, unit in zip(bounded.amounts, units, strict=True)]
        whole = spans[0] if len(spans) == 1 else between(spans[0], spans[1])
        unit = units[-1]
    return (*hedged(whole, bounded.ops).extents(), unit, ways)


def _span(amount: Amount, unit: Unit | None) -> Span:
    return span(amount.numeral, unit, counts=_axis(unit).partition(PER)[0] == COUNT)


def _margin(bounded: Bounded, units: list[Unit | None]) -> Exact:
    """How far "±" reaches: so many of its unit, or a share of the number before it."""
    middle, margin = bounded.amounts
    unit, by = units
    if _axis(by) not in {_axis(unit), SHARE, *_MARGINS.get(_axis(unit), ())}:
        raise UnreadError("the margin measures something else than the number before it")
    radius = margin.numeral.value * (by.factor if by is not None else 1)
    if _axis(by) == POINTS != _axis(unit):
        radius *= PER_CENT
    if margin.meaning is not None and _axis(by) == SHARE != _axis(unit):
        radius *= magnitude(middle.numeral.value) * (unit.factor if unit is not None else 1)
    if radius < 0:
        raise UnreadError("a margin cannot be negative")
    return radius


def _mirrored(extent: Extent) -> Extent:
    return Extent(((-hi[0], -hi[1]), (-lo[0], -lo[1])) for lo, hi in extent.intervals)
