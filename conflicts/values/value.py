"""Values: what a printed value says, as two sets on an axis, and how two of them relate."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, NoReturn, TypeAlias

from attrs import evolve, field, frozen

from conflicts.errors import InputError, NoTruthValueError
from conflicts.values.bounds import HIGHEST, INFINITY, LOWEST, Number, exact
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, Extent

ANY_AXIS: Final = "any"
"""The axis of a value that says nothing of its kind ("none", "not yet known"); it compares with every axis."""

HOUR: Final = 3600
EASTMOST: Final = 14 * HOUR
WESTMOST: Final = -12 * HOUR

Stretch: TypeAlias = "Number | tuple[Number | None, Number | None] | Extent"
"""A set as `Value.of` takes it: a number, a pair (lowest, highest), or an `Extent`."""


def _extent(stretch: Stretch) -> Extent:
    if isinstance(stretch, Extent):
        return stretch
    if not isinstance(stretch, tuple):
        bound = (_number(stretch), 0)
        return Extent(((bound, bound),))
    if len(stretch) != 2:
        raise InputError(f"{stretch!r} is not a pair (lowest, highest)")
    lo, hi = stretch
    return Extent(((LOWEST if lo is None else (_number(lo), 0), HIGHEST if hi is None else (_number(hi), 0)),))


def _number(number: object) -> Number:
    if isinstance(number, bool) or not isinstance(number, int | float | Fraction | Decimal):
        raise InputError(f"{number!r} is not a number; a set is a number, a pair (lowest, highest) or an Extent")
    try:
        return exact(Fraction(repr(number) if isinstance(number, float) else number))
    except (ValueError, OverflowError):
        raise InputError(f"{number!r} is not a number that can be compared; None leaves an end open") from None


class Relation(enum.Enum):
    """How two values relate. It has four answers, so it has no truth value: compare it with `is`.

    >>> bool(Relation.TENSION)
    Traceback (most recent call last):
    ...
    conflicts.errors.NoTruthValueError: a Relation has no truth value; write `relation is Relation.CONTRADICTION`
    """

    COMPATIBLE = "compatible"
    TENSION = "tension"
    CONTRADICTION = "contradiction"
    NOT_COMPARABLE = "not comparable"

    def __bool__(self) -> NoReturn:
        raise NoTruthValueError("a Relation has no truth value; write `relation is Relation.CONTRADICTION`")


@frozen
class Value:
    """What a printed value says: on one axis a `strict` set, its best reading, in a `loose` one, every fair reading.

    Two values clash when their strict sets do not meet. If their loose sets do not meet either, the clash is a
    contradiction, else a tension.

    `axis` names the line: "time", "duration", "count", "share", "length", "money USD", "name", "place", "flag" …
    Times are seconds since 1970-01-01T00:00 in the proleptic Gregorian calendar: of the event's own wall clock
    where `clock` is "floating", of UTC where it is "zoned". Where one floats and the other does not, the floating
    one is taken at the speaker's `offset` (seconds east of UTC) strictly, and loosely anywhere on Earth.

    Beside the sets, which alone decide equality, a value keeps for its reader `text` (as printed), `timex` (its
    TIMEX3 form), `note` (a caveat: "03/04/2025 can be 4 March or 3 April"), `unit` (as printed) and `label` (the
    name or place meant, after aliases, before any denial).

    >>> at_least_50 = Value("count", Extent.at_least(50), Extent.at_least(50))
    >>> at_least_50.relation(Value("count", Extent.point(49), Extent.point(49)))
    <Relation.CONTRADICTION: 'contradiction'>
    """

    axis: str
    strict: Extent
    loose: Extent
    clock: Literal["floating", "zoned"] | None = None
    offset: int | None = field(default=None, eq=False)
    text: str = field(default="", eq=False)
    timex: str | None = field(default=None, eq=False)
    note: str | None = field(default=None, eq=False)
    unit: str | None = field(default=None, eq=False)
    label: str | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.strict.intervals:
            raise InputError(f"value {self.text!r}: the strict set is empty; a value must allow at least one point")
        if self.strict is not self.loose and not self.strict <= self.loose:
            raise InputError(f"value {self.text!r}: the strict set must lie inside the loose one")

    @classmethod
    def of(
        cls,
        axis: str,
        strict: Stretch,
        loose: Stretch | None = None,
        *,
        text: str = "",
        unit: str | None = None,
        label: str | None = None,
        note: str | None = None,
    ) -> Value:
        """A value on any axis from numbers: `strict`, the best reading, and `loose`, every fair one (`strict` if None).

        A set is a number, a pair (lowest, highest) with both ends in it, None for an end that is open to infinity, or
        an `Extent`. Numbers are exact: of a float its decimal digits count, 0.1 is a tenth. An axis is any name:
        values on it compare with their like only. `unit` and `label` are what its words show.

        Raises `InputError` if a set is empty, is no set of numbers, or `strict` does not lie in `loose`.

        >>> dew_point = Value.of("dew point", (11.5, 12.5), (11, 13), unit="°C")
        >>> str(dew_point)
        'between 11.5 and 12.5 °C; loosely between 11 and 13 °C'
        >>> dew_point.relation(Value.of("dew point", (None, 10))), dew_point.relation(Value.of("length", 12))
        (<Relation.CONTRADICTION: 'contradiction'>, <Relation.NOT_COMPARABLE: 'not comparable'>)
        """
        best = _extent(strict)
        return cls(axis, best, best if loose is None else _extent(loose), text=text, unit=unit, label=label, note=note)

    def relation(self, other: Value) -> Relation:
        """How this value and `other` relate; symmetric.

        Values on different axes are not comparable. Linear in the number of intervals, usually one each.
        """
        if self.axis != other.axis and ANY_AXIS not in (self.axis, other.axis):
            return Relation.NOT_COMPARABLE
        mine, theirs = self, other
        if {self.clock, other.clock} == {"floating", "zoned"}:
            mine, theirs = self.at_instants(), other.at_instants()
        if mine.strict.meets(theirs.strict):
            return Relation.COMPATIBLE
        return Relation.TENSION if mine.loose.meets(theirs.loose) else Relation.CONTRADICTION

    def at_instants(self) -> Value:
        """This value on the UTC line: unchanged unless it floats.

        A wall clock that shows L stands, somewhere on Earth, between L - 14 h and L + 12 h of UTC. Strictly it is
        taken at the speaker's own offset; where that is not known, strictly too it may be anywhere.
        """
        if self.clock != "floating":
            return self
        anywhere = self.loose.shifted(-EASTMOST, -WESTMOST)
        here = self.strict.shifted(-EASTMOST, -WESTMOST) if self.offset is None else self.strict.shifted(-self.offset)
        return evolve(self, strict=here, loose=anywhere | here, clock="zoned")

    def hedged(self) -> Value:
        """The same best reading, but nothing is excluded: the source itself was not sure."""
        return evolve(self, loose=EVERYTHING)

    def denied(self) -> Value:
        """What is left when this value is denied: the complement of `loose` strictly, that of `strict` loosely.

        Where the loose set is the whole line it excludes nothing, and its complement would leave only "none";
        there the denial excludes the strict set alone. "Not settled", denied, says that it is settled.

        >>> wednesday = Value("time", Extent.half_open(0, 86400), Extent.half_open(0, 86400))
        >>> wednesday.relation(wednesday.denied())
        <Relation.CONTRADICTION: 'contradiction'>
        """
        if self.axis == "name" and not self.loose >= LINE:
            # Who denies a name denies it in every spelling; else no denial of a name could be more than a tension.
            others = ~self.loose
            return evolve(self, strict=others, loose=others, timex=None)
        without = ~self.strict
        strict = without if self.loose >= LINE or self.strict == NOT_SETTLED else ~self.loose
        loose = EVERYTHING if self.loose >= LINE and self.strict != NOT_SETTLED else without
        return evolve(self, strict=strict, loose=loose | strict, timex=None)

    def coarsened(self, strict: Extent, loose: Extent | None = None) -> Value:
        """A vaguer value: this one's sets joined with the ones given."""
        return evolve(self, strict=self.strict | strict, loose=self.loose | strict | (loose or strict), timex=None)

    @property
    def is_on_line(self) -> bool:
        """Whether the strict set has a point on the line, and not only "none" or "not settled"."""
        return self.strict.lo[0] < INFINITY or self.strict.lo[1] <= 0

    def __str__(self) -> str:
        from conflicts.values.words import words

        return words(self)

    def to_timex3(self) -> str | None:
        """The value as TIMEX3 writes it ("2025-07-23", "2025-W30", "P3D"), or None where it has no such form.

        Source: ISO-TimeML (ISO 24617-1), the `value` attribute of TIMEX3.
        """
        from conflicts.values.notation import to_timex3

        return to_timex3(self)

    def to_edtf(self) -> str | None:
        """The value in the Extended Date/Time Format (ISO 8601-2:2019, levels 0-2), or None if it has no form there."""
        from conflicts.values.notation import to_edtf

        return to_edtf(self)
