"""Strategies for claims: who says, through whom, when, on small casts and few days, so that sources meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from conflicts.claims import Claim, Printed
from conflicts.testing.samples import attribute_samples, texts
from conflicts.testing.sets import can_be_denied
from conflicts.values.value import Value
from conflicts.vocabulary import Vocabulary

EAST: Final = timezone(timedelta(hours=9))
WEST: Final = timezone(timedelta(hours=-5))
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

ValuesOf: TypeAlias = Callable[[str, bool], st.SearchStrategy[Printed]]
"""From an attribute, and whether the claim denies, to the strategy for its values."""


def moments(*, unknown: bool = True) -> st.SearchStrategy[date | datetime | None]:
    """When something was said: days and instants around 22 July 2025, in two offsets; None too, if `unknown`."""
    known = (*DAYS, *DAYS, *INSTANTS)
    return st.sampled_from((None, *known) if unknown else known)


def chains(relays: Sequence[str] = RELAYS) -> st.SearchStrategy[tuple[str, ...]]:
    """Attribution chains, from the origin outwards: none mostly, one relay, two; shrinks to none.

    >>> from hypothesis import find
    >>> find(chains(), len), find(chains(("TASS", "Daily")), lambda via: len(via) == 2)
    (('Bob',), ('TASS', 'Daily'))
    """
    ones = [(relay,) for relay in relays]
    twos = [(a, b) for a, b in zip(relays, (*relays[1:], relays[0]), strict=True) if a != b]
    return st.sampled_from(((), (), (), *ones, *twos))


@st.composite
def claims(
    draw: st.DrawFn,
    vocabulary: Vocabulary | None = None,
    *,
    attributes: Sequence[str] | None = None,
    values: ValuesOf | None = None,
    texts_of: Mapping[str, Sequence[str]] | None = None,
    subjects: Sequence[str] = ("the talks",),
    subject_ids: Sequence[str | None] = (None,),
    sources: Sequence[str] = SOURCES,
    scopes: Sequence[str | None] = (None,),
    modalities: Sequence[str | None] = (None,),
    chance: int = 8,
) -> Claim:
    """One claim in the words of a vocabulary, the newsroom's if None is given.

    `attributes` are those to speak of; by default one for each that the vocabulary declares. Its values are texts of
    the attribute's kind (of an own kind: those that `texts_of` lists under its name), or whatever the strategy gives
    that `values(attribute, denied)` returns. Each rare field (denials, hedges, unnamed sources, `as_of`, …) is used
    about once in `chance` claims, never if 0. Shrinks to a plain claim by the first source.

    >>> from hypothesis import find
    >>> claim = find(claims(attributes=["killed"]), lambda claim: claim.source == "Bob")
    >>> claim.subject, claim.value, claim.via
    ('the talks', '0', ())
    """
    words = Vocabulary.default() if vocabulary is None else vocabulary

    def rarely(strategy: st.SearchStrategy[Any], otherwise: Any) -> Any:
        return draw(strategy) if chance and draw(st.integers(1, chance)) == chance else otherwise

    attribute = draw(st.sampled_from(attributes or attribute_samples(words)))
    denied = rarely(st.just(True), False)
    drawn_from = texts(attribute, words, texts_of or {}) if values is None else values(attribute, denied)
    value = draw(drawn_from)
    if denied and isinstance(value, Value) and not can_be_denied(value):
        denied = False
    return Claim(
        draw(st.sampled_from(subjects)),
        attribute,
        value,
        draw(st.sampled_from(sources)),
        via=draw(chains()),
        asserted_at=draw(moments()),
        published_at=rarely(st.sampled_from(DAYS), None),
        as_of=rarely(moments(), None),
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
    draw: st.DrawFn, claim: st.SearchStrategy[Claim] | None = None, *, max_size: int = 6, retract: bool = True
) -> list[Claim]:
    """Two claims or more, with ids; with `retract`, some take back another one that they have a right to take back.

    A claim that takes another back is not taken back itself. `claim` gives the claims, `claims()` if None.

    >>> from hypothesis import find
    >>> [claim.id for claim in find(claim_lists(), lambda story: True)]
    ['c0', 'c1']
    """
    each = claims() if claim is None else claim
    made = [evolve(c, id=f"c{i}") for i, c in enumerate(draw(st.lists(each, min_size=2, max_size=max_size)))]
    if not retract or draw(st.integers(0, 2)) < 2:
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
