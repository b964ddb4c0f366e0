"""Strategies for printed values: a text as news prints it, and what it says.

Of times, durations, quantities and places the value is made beside the text, not read from it, so a reader can be
tested against it. Everything shrinks to the shortest plain text: "1 January 2000", "0", "1 hour", "yes".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from conflicts.reading.names import read_event, read_flag, read_name
from conflicts.reading.settings import Settings
from conflicts.testing.sets import values
from conflicts.values.bounds import HIGHEST, LOWEST, Number
from conflicts.values.calendar import DAY, MONTHS
from conflicts.values.extent import Extent
from conflicts.values.value import Value
from conflicts.vocabulary import Vocabulary

EPOCH: Final = date(1970, 1, 1)
EXACT_BELOW: Final = 500
"""Counts below it, and not round, are meant exactly; "1,200" is loosely a little more or less."""

NAMES: Final = ("Ann Lee", "Boris Kuznetsov", "Chidi Okafor", "Fatima Haddad", "Rosa Delgado", "Wolfgang Schmidt")
EVENTS: Final = ("the talks", "the signing", "the truce", "the vote", "the strike")
CHOICES: Final = ("approved", "rejected", "postponed")
LENGTHS: Final[Mapping[str, int]] = {"hour": 3600, "minute": 60, "day": DAY, "week": 7 * DAY}
MEASURES: Final[Mapping[str, tuple[str, Number]]] = {
    "km": ("length", 1000),
    "kg": ("mass", 1),
    "percent": ("share", Fraction(1, 100)),
}


@frozen
class Printed:
    """A value as printed: its `text`, the `kind` it is of, and the `value` that reading the text of that kind gives."""

    text: str
    kind: str
    value: Value

    def __str__(self) -> str:
        return self.text


def _floating(lo: Number | None, hi: Number | None) -> Value:
    ends = (LOWEST if lo is None else (lo, 0), HIGHEST if hi is None else (hi, -1))
    extent = Extent((ends,))
    return Value("time", extent, extent, clock="floating")


def _seconds(day: date) -> int:
    return (day - EPOCH).days * DAY


def _month(day: date) -> str:
    return MONTHS[day.month - 1]  # not by strftime, which asks the locale


def _written(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


DAY_FORMS: Final[tuple[Callable[[date], str], ...]] = (
    _written,
    lambda day: f"{_month(day)} {day.day}, {day.year}",
    date.isoformat,
)


@st.composite
def times(draw: st.DrawFn, first: date = date(1990, 1, 1), last: date = date(2034, 12, 31)) -> Printed:
    """Days, months and years, and what lies before or after a day, as the event's own clock shows them.

    >>> from hypothesis import find
    >>> find(times(), lambda printed: printed.value.strict.lo[0] > 0).text
    '1 January 2000'
    """
    day = draw(st.dates(first, last))
    form = draw(st.sampled_from(("day", "month", "year", "after", "by")))
    write = draw(st.sampled_from(DAY_FORMS))  # drawn always: what takes fewer draws would count as smaller than a day
    start = _seconds(day)
    if form == "month":
        month = day.replace(day=1)
        after = (month + timedelta(days=31)).replace(day=1)
        return Printed(f"{_month(day)} {day.year}", "time", _floating(_seconds(month), _seconds(after)))
    if form == "year":
        ends = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        return Printed(str(day.year), "time", _floating(*map(_seconds, ends)))
    if form == "after":
        return Printed(f"on or after {_written(day)}", "time", _floating(start, None))
    if form == "by":
        return Printed(f"by {_written(day)}", "time", _floating(None, start + DAY))
    return Printed(write(day), "time", _floating(start, start + DAY))


@st.composite
def durations(draw: st.DrawFn) -> Printed:
    """Lengths of time: half a unit either side is meant, or at least so much."""
    unit = draw(st.sampled_from(tuple(LENGTHS)))
    number = draw(st.integers(1, 9))
    words = f"{number} {unit}{'' if number == 1 else 's'}"
    second = LENGTHS[unit]
    if draw(st.sampled_from((False, False, True))):
        return Printed(f"at least {words}", "duration", Value.of("duration", (number * second, None)))
    half = Fraction(second, 2)
    return Printed(words, "duration", Value.of("duration", (number * second - half, number * second + half)))


@st.composite
def quantities(draw: st.DrawFn) -> Printed:
    """Counts, exact or bounded on a side, and measures, which are rounded to the last digit."""
    form = draw(st.sampled_from(("exact", "at least", "at most", "between", "measure")))
    number = draw(st.integers(0, EXACT_BELOW).filter(lambda n: n < 100 or n % 10))
    if form == "measure":
        unit = draw(st.sampled_from(tuple(MEASURES)))
        axis, factor = MEASURES[unit]
        digit, half = draw(st.integers(1, 9)), Fraction(1, 2)
        value = Value.of(axis, (exact_product(digit - half, factor), exact_product(digit + half, factor)))
        return Printed(f"{digit} {unit}", "quantity", value)
    if form == "at least":
        return Printed(f"at least {number}", "quantity", Value.of("count", (number, None)))
    if form == "at most":
        return Printed(f"at most {number}", "quantity", Value.of("count", (None, number)))
    if form == "between":
        more = number + draw(st.integers(1, 9))
        return Printed(f"between {number} and {more}", "quantity", Value.of("count", (number, more)))
    return Printed(str(number), "quantity", Value.of("count", number))


def exact_product(number: Fraction, factor: Number) -> Fraction:
    """The product of two exact numbers."""
    return number * Fraction(factor)


def places(vocabulary: Vocabulary | None = None) -> st.SearchStrategy[Printed]:
    """Places that the vocabulary knows, the newsroom's if None is given."""
    known = Vocabulary.default() if vocabulary is None else vocabulary
    axis = known.place_axis

    def made(place: str) -> Printed:
        extent = known.place_extents[known.name_form(place)]
        return Printed(place, "place", Value(axis, extent, extent, text=place, label=known.name(place)))

    named = dict.fromkeys((*known.places, *(whole for wholes in known.places.values() for whole in wholes)))
    return st.sampled_from(tuple(named)).map(made) if named else st.nothing()


def names(among: Sequence[str] = NAMES) -> st.SearchStrategy[Printed]:
    """Names of people that nobody takes for one another. Undeclared, differing names are a tension."""
    return st.sampled_from(tuple(among)).map(lambda name: Printed(name, "name", read_name(name, Settings(kind="name"))))


def choices(among: Sequence[str] = CHOICES) -> st.SearchStrategy[Printed]:
    """One of several answers, of which one can be true."""
    asked = Settings(kind="choice", is_declared=True)
    return st.sampled_from(tuple(among)).map(lambda choice: Printed(choice, "choice", read_name(choice, asked)))


def flags() -> st.SearchStrategy[Printed]:
    """Yes or no."""

    def made(text: str) -> Printed:
        value = read_flag(text, Settings(kind="flag"))
        assert value is not None
        return Printed(text, "flag", value)

    return st.sampled_from(("yes", "no")).map(made)


def events(among: Sequence[str] = EVENTS) -> st.SearchStrategy[Printed]:
    """Events, as the value of an order claim names them ("before": "the signing")."""
    return st.sampled_from(tuple(among)).map(lambda event: Printed(event, "order", read_event(event, Settings())))


def printed(kind: str | None = None, *, vocabulary: Vocabulary | None = None) -> st.SearchStrategy[Printed]:
    """Printed values of one built-in kind, or of all if None is given.

    >>> from hypothesis import find
    >>> [find(printed(kind), lambda _: True).text for kind in ("duration", "quantity", "flag", "choice")]
    ['1 hour', '0', 'yes', 'approved']
    """
    strategies: Mapping[str, Callable[[], st.SearchStrategy[Printed]]] = {
        "quantity": quantities,
        "flag": flags,
        "time": times,
        "duration": durations,
        "place": lambda: places(vocabulary),
        "name": names,
        "choice": choices,
        "order": events,
    }
    return st.one_of([make() for make in strategies.values()]) if kind is None else strategies[kind]()


def any_values() -> st.SearchStrategy[Value]:
    """Values of every kind: on small domains, where they often meet, and as printed text says them."""
    return st.one_of(values(), values("time"), printed().map(lambda found: found.value))
