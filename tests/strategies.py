"""Hypothesis strategies: sets, values, claims and vocabularies from small domains, so that coincidences are frequent.

All bounds are small integers, so an oracle can tell sets apart by their points at quarters of a unit, even after
a tolerance has moved the bounds by halves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from conflicts import Claim, Value, Vocabulary
from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING_SUCH, Extent

LOW: Final = 0
HIGH: Final = 5
EAST: Final = timezone(timedelta(hours=9))
WEST: Final = timezone(timedelta(hours=-5))

numbers = st.integers(LOW, HIGH)
points = numbers.map(Extent.point)


@st.composite
def intervals(draw: st.DrawFn) -> Extent:
    """One interval of the line, its ends open, closed or infinite."""
    lo, hi = sorted((draw(numbers), draw(numbers)))
    low: Bound = draw(st.sampled_from(((lo, 0), (lo, 0), (lo, 1), LOWEST)))
    high: Bound = draw(st.sampled_from(((hi, 0), (hi, 0), (hi, -1), HIGHEST)))
    return Extent.point(lo) if low > high else Extent(((low, high),))


def extents(*, beyond: bool = True) -> st.SearchStrategy[Extent]:
    """Sets that are not empty: points mostly, intervals, several of them, complements, none and unsettled."""
    several = st.lists(st.one_of(points, intervals()), min_size=2, max_size=3).map(_joined)
    on_line = st.one_of(points, points, intervals(), several)
    if not beyond:
        return on_line
    odd = st.sampled_from((NOTHING_SUCH, NOT_SETTLED))
    with_odd = st.tuples(on_line, odd).map(_joined)
    complements = on_line.map(lambda extent: ~extent).filter(lambda extent: not extent.is_empty)
    return st.one_of(on_line, on_line, odd, with_odd, complements)


def _joined(parts: Sequence[Extent]) -> Extent:
    return Extent(interval for part in parts for interval in part.intervals)


@st.composite
def values(draw: st.DrawFn, axis: str = "count", *, beyond: bool = True, firm: bool = False) -> Value:
    """Values whose loose set is the strict one, a wider one or, unless `firm`, the whole line or everything."""
    strict = draw(extents(beyond=beyond))
    if strict == NOT_SETTLED:
        loose = LINE | NOT_SETTLED
    else:
        wider = [st.just(strict), st.just(strict), extents(beyond=beyond).map(lambda more: strict | more)]
        loose = draw(st.one_of(*wider) if firm else st.one_of(*wider, st.just(EVERYTHING), st.just(strict | LINE)))
    return Value(axis, strict, loose, clock="floating" if axis == "time" else None)


def can_be_denied(value: Value) -> bool:
    """Whether its denial leaves a point, and is not one of those that the values module defines by hand."""
    return value.loose != EVERYTHING and value.strict != NOT_SETTLED and not value.strict >= LINE


DAYS: Final = (date(2025, 7, 21), date(2025, 7, 22), date(2025, 7, 23))
INSTANTS: Final = (
    datetime(2025, 7, 21, 12, tzinfo=WEST),
    datetime(2025, 7, 22, 10, tzinfo=WEST),
    datetime(2025, 7, 22, 12, tzinfo=WEST),
    datetime(2025, 7, 23, 2, tzinfo=EAST),  # the same instant as the one before, on the next local day
    datetime(2025, 7, 23, 12, tzinfo=EAST),
)
SOURCES: Final = ("Ann", "Bob", "Cyd")
RELAYS: Final = ("Bob", "Cyd", "Dov")

moments: st.SearchStrategy[date | datetime | None] = st.sampled_from((None, *DAYS, *DAYS, *INSTANTS))
chains = st.sampled_from(((), (), (), *((relay,) for relay in RELAYS), ("Bob", "Dov"), ("Cyd", "Bob")))

MEANINGS: Final[Mapping[str, Mapping[str, Any]]] = {
    "height": {},
    "begun": {"timeless": True},
    "killed": {"changes": "grows"},
    "held": {"changes": "freely"},
    "due": {"modality": "plan"},
    "guest": {"single": False},
    "speed": {"tolerance": "2"},
}
ALIASES: Final = {"Ann": ["Annie"], "talks": ["the talks"]}
SCOPES: Final = {"in total": ["overall"]}


def vocabulary(**more: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary that the claims of `claims()` are written in, with `more` attributes."""
    return Vocabulary.from_dict({"attributes": {**MEANINGS, **more}, "aliases": ALIASES, "scopes": SCOPES})


@st.composite
def claims(
    draw: st.DrawFn,
    attributes: Sequence[str] = tuple(MEANINGS),
    *,
    subjects: Sequence[str] = ("talks",),
    subject_ids: Sequence[str | None] = (None,),
    sources: Sequence[str] = SOURCES,
    axes: Sequence[str] = ("count",),
    scopes: Sequence[str | None] = (None,),
    modalities: Sequence[str | None] = (None,),
    chance: int = 8,
) -> Claim:
    """One claim; each rare field is used about once in `chance` claims, never if 0."""

    def rarely(strategy: st.SearchStrategy[Any], otherwise: Any) -> Any:
        return draw(strategy) if chance and draw(st.integers(1, chance)) == chance else otherwise

    attribute = draw(st.sampled_from(attributes))
    denied = rarely(st.just(True), False)
    of_line = attribute in {"killed", "held", "guest"} or denied
    value = draw(values(draw(st.sampled_from(axes)), beyond=not of_line, firm=denied or attribute == "guest"))
    if denied and not can_be_denied(value):
        denied = False
    return Claim(
        draw(st.sampled_from(subjects)),
        attribute,
        value,
        draw(st.sampled_from(sources)),
        via=draw(chains),
        asserted_at=draw(moments),
        published_at=rarely(st.sampled_from(DAYS), None),
        as_of=rarely(moments, None),
        scope=draw(st.sampled_from(scopes)),
        polarity="denied" if denied else "affirmed",
        modality=draw(st.sampled_from(modalities)),
        hedged=rarely(st.just(True), False),
        anonymous=rarely(st.just(True), False),
        subject_id=draw(st.sampled_from(subject_ids)),
        utterance=rarely(st.sampled_from(("u1", "u2")), None),
    )


@st.composite
def claim_lists(
    draw: st.DrawFn, claim: st.SearchStrategy[Claim], *, max_size: int = 6, retract: bool = True
) -> list[Claim]:
    """Claims with ids, some of which retract another one that they have a right to retract; retractions are not
    themselves retracted."""
    made = [evolve(c, id=f"c{i}") for i, c in enumerate(draw(st.lists(claim, min_size=2, max_size=max_size)))]
    if not retract or draw(st.integers(0, 2)):
        return made
    by = draw(st.integers(0, len(made) - 1))
    if made[by].anonymous:
        return made
    targets = [
        c.id
        for c in made
        if c is not made[by] and (made[by].source in c.via or (c.source == made[by].source and not c.anonymous))
    ]
    if targets:
        made[by] = evolve(made[by], retracts=draw(st.sampled_from(targets)))
    return made
