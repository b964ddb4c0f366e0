"""Strategies for whole stories with a known verdict: known from how they are made, not from `find_conflicts`.

A story draws what is true (or two things that cannot both be), then lets sources say it in several ways. Each shrinks
to the fewest claims that carry its verdict, in plain words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve, frozen
from hypothesis import strategies as st

from conflicts.claims import Claim
from conflicts.report import Report
from conflicts.testing.claiming import chains
from conflicts.testing.pasting import paste
from conflicts.values.calendar import MONTHS
from conflicts.vocabulary import Vocabulary

Verdict: TypeAlias = Literal["agreeing", "conflicting", "tense", "revised", "jointly impossible"]
VERDICTS: Final[tuple[Verdict, ...]] = ("agreeing", "conflicting", "tense", "revised", "jointly impossible")

SPEAKERS: Final = ("Kyiv", "Moscow", "Ankara", "Geneva", "Washington", "Brussels")
DESKS: Final = ("AFP", "Reuters", "Daily")
NOON: Final = datetime(2025, 7, 21, 12, tzinfo=timezone(timedelta(hours=3)))
SUM: Final = "killed_children + killed_women <= killed"


@frozen
class Story:
    """Claims with the verdict that they must get under `vocabulary`, and `because`, why they must.

    The verdict: "agreeing" (no conflict), "conflicting" (a contradiction between two claims), "tense" (a tension and no
    contradiction), "revised" (a source took back what it said, and nothing is left in conflict), or "jointly
    impossible" (a contradiction, though no two claims contradict each other).
    """

    claims: tuple[Claim, ...]
    verdict: Verdict
    because: str
    vocabulary: Vocabulary

    def __repr__(self) -> str:
        return f"<Story: {self.verdict}, {self.because}>\n{paste(self.claims)}"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))  # Hypothesis would print the whole vocabulary


def verdict_of(report: Report) -> Verdict:
    """The verdict of a report, in the words of `Story.verdict`."""
    if report.contradictions:
        return "jointly impossible" if all(c.joint for c in report.contradictions) else "conflicting"
    if report.tensions:
        return "tense"
    return "revised" if report.revisions else "agreeing"


@frozen
class Fact:
    """Something of which one value can be true: the attribute, texts that hold of it, and one text that cannot."""

    attribute: str
    plain: str
    true: tuple[str, ...]
    other: str
    modality: Literal["plan"] | None = None


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """A day, a place, a count, a length of time, an answer or a name, with ways to say it and a rival."""
    what = draw(st.sampled_from(("count", "day", "place", "duration", "flag", "name")))
    number, more = draw(st.integers(1, 49)), draw(st.integers(1, 49))
    if what == "day":
        day = date(2025, 8, 1) + timedelta(days=number)
        month = f"{MONTHS[day.month - 1]} {day.year}"
        ways = (day.isoformat(), month, str(day.year), f"by {_day(day)}", f"on or after {_day(day)}")
        return Fact("scheduled_date", _day(day), ways, _day(day + timedelta(days=more)), "plan")
    if what == "place":
        return Fact("venue", "Istanbul", ("Turkey",), "Geneva")
    if what == "duration":
        hours = number % 4 + 2  # below ten, for "40 hours" is a round figure
        return Fact("lasted", f"{hours} hours", (f"at least {hours} hours",), f"{hours + 2 + more % 2} hours")
    if what == "flag":
        return Fact("evacuated", "yes", ("yes",), "no")
    if what == "name":
        return Fact("winner", "Ann Lee", ("Ann Lee",), "Boris Kuznetsov")
    other = str(number + more)
    coarse = (f"at least {number}", f"at most {number}", f"between {number} and {number + more}")
    return Fact("number_of_tents", str(number), coarse, other)


def _claim(fact: Fact, value: str, source: str, **fields: Any) -> Claim:
    given = {"asserted_at": NOON, "modality": fact.modality} | fields
    return Claim("the talks", fact.attribute, value, source, **given)


@st.composite
def _supporters(draw: st.DrawFn, fact: Fact, speakers: Sequence[str]) -> list[Claim]:
    """Claims by other sources that say, in some way, what is true."""
    ways = st.sampled_from((fact.plain, *fact.true))
    each = st.tuples(st.sampled_from(speakers), ways, chains(DESKS))
    said = draw(st.lists(each, max_size=3, unique_by=lambda one: one[0]))
    return [_claim(fact, value, source, via=via) for source, value, via in said]


@st.composite
def _beside(draw: st.DrawFn, fact: Fact) -> list[Claim]:
    """Claims that would clash, were they about the same thing: none, mostly."""
    elsewhere: tuple[dict[str, Any], ...] = (
        {"subject": "the earlier talks"},
        {"scope": "since Monday"},
        {"modality": "hypothetical"},
    )
    chosen = draw(st.lists(st.sampled_from(elsewhere), max_size=2, unique_by=lambda fields: next(iter(fields))))
    return [evolve(_claim(fact, fact.other, "Vienna"), **fields) for fields in chosen]


@st.composite
def agreeing(draw: st.DrawFn) -> Story:
    """All claims hold of one true value; others that speak of something else."""
    fact = draw(facts())
    first = _claim(fact, fact.plain, SPEAKERS[0], via=draw(chains(DESKS)))
    rest = draw(_supporters(fact, SPEAKERS[1:]))
    return _story([first, *rest, *draw(_beside(fact))], "agreeing", f"all hold if {fact.attribute} is {fact.plain}")


@st.composite
def conflicting(draw: st.DrawFn) -> Story:
    """Two named sources say what cannot both be true; others side with the first, or with both."""
    fact = draw(facts())
    first = _claim(fact, fact.plain, SPEAKERS[0], via=draw(chains(DESKS)))
    second = _claim(fact, fact.other, SPEAKERS[1], via=draw(chains(DESKS)))
    rest = draw(_supporters(fact, SPEAKERS[2:]))
    because = f"{fact.attribute} cannot be {fact.plain} and {fact.other}"
    return _story([first, second, *rest, *draw(_beside(fact))], "conflicting", because)


@st.composite
def tense(draw: st.DrawFn) -> Story:
    """One source is sure, another says otherwise and is not."""
    fact = draw(facts())
    first = _claim(fact, fact.plain, SPEAKERS[0], via=draw(chains(DESKS)))
    unsure = draw(st.sampled_from(("hedged", "reportedly")))
    words = f"reportedly {fact.other}" if unsure == "reportedly" else fact.other
    second = _claim(fact, words, SPEAKERS[1], hedged=unsure == "hedged", via=draw(chains(DESKS)))
    because = f"{fact.other} against {fact.plain}, but its source is not sure"
    return _story([first, second, *draw(_supporters(fact, SPEAKERS[2:]))], "tense", because)


@st.composite
def revised(draw: st.DrawFn) -> Story:
    """A source corrects itself; the others hold with what it says now."""
    fact = draw(facts())
    hours = draw(st.integers(1, 48))
    via = draw(chains(DESKS))
    before = _claim(fact, fact.other, SPEAKERS[0], via=via, asserted_at=NOON - timedelta(hours=hours))
    after = _claim(fact, fact.plain, SPEAKERS[0], via=via)
    because = f"{SPEAKERS[0]} corrected {fact.other} to {fact.plain}"
    return _story([before, after, *draw(_supporters(fact, SPEAKERS[1:]))], "revised", because)


@st.composite
def jointly_impossible(draw: st.DrawFn) -> Story:
    """No two claims contradict each other, but not all can be true: a circle, a sum, or too few ways left."""
    return draw(st.one_of(_left_over(), _sum(), _circle()))


@st.composite
def _left_over(draw: st.DrawFn) -> Story:
    day = date(2025, 8, 1) + timedelta(days=draw(st.integers(0, 20)))
    later = day + timedelta(days=draw(st.integers(2, 9)))
    fact = Fact("scheduled_date", _day(day), (), _day(later), "plan")
    said = (f"{_day(day)} or {_day(later)}", f"not {_day(day)}", f"not {_day(later)}")
    claims = [_claim(fact, value, SPEAKERS[i], via=draw(chains(DESKS))) for i, value in enumerate(said)]
    return _story(claims, "jointly impossible", f"{said[0]}, but {said[1]} and {said[2]}")


@st.composite
def _sum(draw: st.DrawFn) -> Story:
    children, women = draw(st.integers(1, 49)), draw(st.integers(1, 49))
    short = draw(st.integers(1, min(children, women)))
    total = children + women - short  # not below either part, so that no two of the three contradict each other
    said = {"killed_children": children, "killed_women": women, "killed": total}
    claims = [
        Claim("the strike", attribute, str(number), source, via=draw(chains(DESKS)), asserted_at=NOON)
        for source, (attribute, number) in zip(SPEAKERS, said.items(), strict=False)
    ]
    return _story(claims, "jointly impossible", f"{children} and {women} are more than {total}")


@st.composite
def _circle(draw: st.DrawFn) -> Story:
    events = ("the talks", "the signing", "the truce", "the vote")[: draw(st.integers(3, 4))]
    claims = []
    for i, source in zip(range(len(events)), SPEAKERS, strict=False):
        first, second = events[i], events[(i + 1) % len(events)]
        said = (first, "before", second) if draw(st.booleans()) else (second, "after", first)
        claims.append(Claim(*said, source, via=draw(chains(DESKS)), asserted_at=NOON))
    return _story(claims, "jointly impossible", f"each before the next, round in a circle: {', '.join(events)}")


def _story(claims: Sequence[Claim], verdict: Verdict, because: str) -> Story:
    named = tuple(evolve(claim, id=f"c{i}") for i, claim in enumerate(claims, 1))
    return Story(named, verdict, because, _vocabulary())


@cache
def _vocabulary() -> Vocabulary:
    default = Vocabulary.default()
    return default if SUM in default.constraints else default | Vocabulary(constraints=(SUM,))


def stories(verdict: Verdict | None = None) -> st.SearchStrategy[Story]:
    """Stories with a known verdict; of one verdict, or of any if None is given.

    >>> from hypothesis import find
    >>> [claim.value for claim in find(stories("conflicting"), lambda story: True).claims]
    ['1', '2']
    """
    by_verdict = {
        "agreeing": agreeing,
        "conflicting": conflicting,
        "tense": tense,
        "revised": revised,
        "jointly impossible": jointly_impossible,
    }
    return st.one_of([make() for make in by_verdict.values()]) if verdict is None else by_verdict[verdict]()
