"""Times with two ends, a day and a bound on its hour, lengths from another time, parts of a day, hours in words.

Each as a newsroom prints it, said on Tuesday 22 July 2025: of a plan, and of what has happened. The sets are worked out
on a calendar of that year and told as "from .. to", the end excluded; a bracket tells an end that is included, a
parenthesis a start that is not.
"""

from __future__ import annotations

from datetime import date

import pytest
from time_sets import shown

from conflicts import Value, read
from conflicts.claims import Modality
from conflicts.errors import UnreadError

TUESDAY = date(2025, 7, 22)
AS_PLANNED = None
"""The set of a plan is that of a fact as well."""


def reading(text: str, modality: Modality) -> Value:
    return read(text, asserted_at=TUESDAY, modality=modality, kind="time")


def modalities(plan: str, fact: str | None) -> list[tuple[Modality, str]]:
    return [("plan", plan), ("fact", plan if fact is AS_PLANNED else fact)]


STRICT = [
    # text, strictly as a plan, the same as a fact, why
    ("Wednesday to Thursday", "2025-07-23 .. 2025-07-25", "2025-07-16 .. 2025-07-18", "both ahead, or both back"),
    ("Monday to Friday", "2025-07-28 .. 2025-08-02", "2025-07-14 .. 2025-07-19", "neither ends after what is told"),
    ("between Wednesday and Friday", "2025-07-23 .. 2025-07-26", "2025-07-16 .. 2025-07-19", "both ends belong to it"),
    ("from next Monday to Wednesday", "2025-07-28 .. 2025-07-31", AS_PLANNED, "the Wednesday after it"),
    ("last Thursday to Saturday", "2025-07-17 .. 2025-07-20", AS_PLANNED, "the Saturday after it"),
    ("June 2-4", "2026-06-02 .. 2026-06-05", "2025-06-02 .. 2025-06-05", "one month for both days"),
    ("30 July to 2 August", "2025-07-30 .. 2025-08-03", AS_PLANNED, "a year ago is far, and they are near"),
    ("28 November to 2 December", "2025-11-28 .. 2025-12-03", "2024-11-28 .. 2024-12-03", "one year for both"),
    ("from the 3rd to the 5th of December", "2025-12-03 .. 2025-12-06", "2024-12-03 .. 2024-12-06", "days by number"),
    ("from March to May", "2026-03-01 .. 2026-06-01", "2025-03-01 .. 2025-06-01", "whole months"),
    ("from Q3 to Q4 2025", "2025-07-01 .. 2026-01-01", AS_PLANNED, "a year for both quarters"),
    ("from mid-July to early August 2025", "2025-07-11 .. 2025-08-11", AS_PLANNED, "thirds of months"),
    ("from 2024 to 2026", "2024-01-01 .. 2027-01-01", AS_PLANNED, "whole years"),
    ("from 5 to 6 p.m. on December 3", "2025-12-03T17:00 .. 2025-12-03T18:00]", "2024-12-03T17:00 .. 2024-12-03T18:00]",
     "the half of the day and the day are told once"),
    ("tomorrow from 9 a.m. to noon", "2025-07-23T09:00 .. 2025-07-23T12:00]", AS_PLANNED, "the day before its hours"),
    ("yesterday from 10 p.m. to 2 a.m.", "2025-07-21T22:00 .. 2025-07-22T02:00]", AS_PLANNED, "over midnight"),
    ("between 2 and 4 p.m. on Thursday", "2025-07-24T14:00 .. 2025-07-24T16:00]",
     "2025-07-17T14:00 .. 2025-07-17T16:00]", "a day ahead, or back"),
    ("Wednesday 14:00-16:30", "2025-07-23T14:00 .. 2025-07-23T16:30]", "2025-07-16T14:00 .. 2025-07-16T16:30]",
     "a dash, and hours to 24"),
    ("5-7 p.m. tomorrow", "2025-07-23T17:00 .. 2025-07-23T19:00]", AS_PLANNED, "the day after its hours"),
    ("Monday 10 to 12", "2025-07-28T10:00 .. 2025-07-28T12:00]", "2025-07-21T10:00 .. 2025-07-21T12:00]",
     "numbers after a weekday are hours"),
    ("Friday evening to Saturday morning", "2025-07-25T17:00 .. 2025-07-26T12:00",
     "2025-07-18T17:00 .. 2025-07-19T12:00", "from the start of one part to the end of another"),
    ("Thursday after 1 p.m.", "(2025-07-24T13:00 ..", "(2025-07-17T13:00 ..", "an hour is a lower bound"),
    ("yesterday after 11 p.m.", "(2025-07-21T23:00 ..", AS_PLANNED, "of a day told from today"),
    ("Friday before noon", ".. 2025-07-25T12:00", ".. 2025-07-18T12:00", "an hour told by a word"),
    ("tomorrow by 5 p.m.", ".. 2025-07-23T17:00]", AS_PLANNED, "a deadline can be met at the hour"),
    ("December 3 before 9:30 a.m.", ".. 2025-12-03T09:30", ".. 2024-12-03T09:30", "an end that does not belong to it"),
    ("December 3 no later than 9:30 a.m.", ".. 2025-12-03T09:30]", AS_PLANNED, "a deadline lies ahead"),
    ("two days before December 3", "2025-12-01 .. 2025-12-02", "2024-12-01 .. 2024-12-02", "a date with no year"),
    ("3 weeks after 1 August 2025", "2025-08-22 .. 2025-08-23", AS_PLANNED, "to the day"),
    ("two days after Thursday", "2025-07-26 .. 2025-07-27", "2025-07-19 .. 2025-07-20", "a Thursday ahead, or back"),
    ("1 month, 10 days after 1 May 2025", "2025-06-11 .. 2025-06-12", AS_PLANNED, "first the month, then the days"),
    ("three days from tomorrow", "2025-07-26 .. 2025-07-27", AS_PLANNED, "23 July and three"),
    ("tomorrow morning", "2025-07-23T05:00 .. 2025-07-23T12:00", AS_PLANNED, "a part of a day told from today"),
    ("Friday evening", "2025-07-25T17:00 .. 2025-07-26", "2025-07-18T17:00 .. 2025-07-19", "a part of a weekday"),
    ("last night", "2025-07-21T19:00 .. 2025-07-22T05:00", AS_PLANNED, "a night goes on into the next day"),
    ("tonight at 8", "2025-07-22T20:00 .. 2025-07-22T20:01", AS_PLANNED, "the night tells the half of the day"),
    ("at seven in the evening on Friday", "2025-07-25T19:00 .. 2025-07-25T19:01",
     "2025-07-18T19:00 .. 2025-07-18T19:01", "an hour in words, and its part of the day"),
    ("Friday morning at ten", "2025-07-25T10:00 .. 2025-07-25T10:01", "2025-07-18T10:00 .. 2025-07-18T10:01",
     "the part before it"),
    ("tomorrow at noon", "2025-07-23T12:00 .. 2025-07-23T12:01", AS_PLANNED, "an hour told by a word"),
    ("from 2 p.m. till tomorrow 4:30 p.m.", "2025-07-22T14:00 .. 2025-07-23T16:30]", AS_PLANNED,
     "a day before the last hour is of that hour alone"),
    ("2 p.m. to 4:30 p.m. tomorrow", "2025-07-23T14:00 .. 2025-07-23T16:30]", AS_PLANNED, "behind it, it is of both"),
    ("from 10 p.m. to Friday 6 a.m.", "2025-07-24T22:00 .. 2025-07-25T06:00]",
     "2025-07-17T22:00 .. 2025-07-18T06:00]", "the night before"),
    ("from 10 p.m. to July 25, 6 a.m.", "2025-07-24T22:00 .. 2025-07-25T06:00]", AS_PLANNED,
     "the night before a date, which is near"),
    ("from noon to Friday 6 a.m.", "2025-07-24T12:00 .. 2025-07-25T06:00]", "2025-07-17T12:00 .. 2025-07-18T06:00]",
     "from the middle of the day before"),
    ("Thursday from 10 p.m. to Friday 6 a.m.", "2025-07-24T22:00 .. 2025-07-25T06:00]",
     "2025-07-17T22:00 .. 2025-07-18T06:00]", "each with its day"),
    ("between 3 and 5 on 30 July 2025",
     "2025-07-30T03:00 .. 2025-07-30T05:00] | 2025-07-30T15:00 .. 2025-07-30T17:00]", AS_PLANNED,
     "numbers beside a whole date are hours"),
    ("until the current date", ".. 2025-07-23", AS_PLANNED, "today"),
    ("since Friday", "2025-07-18 ..", AS_PLANNED, "what lasts has begun, of a plan too"),
    ("since July 25", "2024-07-25 ..", AS_PLANNED, "and not in three days"),
    ("since 9 a.m. on Monday", "2025-07-21T09:00 ..", AS_PLANNED, "at an hour"),
    ("since 2027", "2027-01-01 ..", AS_PLANNED, "no other year is told"),
    ("starting Friday", "2025-07-25 ..", "2025-07-18 ..", "which a plan may yet do"),
    ("from midnight Friday to midnight Sunday", "2025-07-25 .. 2025-07-28]", "2025-07-18 .. 2025-07-21]",
     "each may begin its day or end it"),
    ("from midnight to midnight on Friday", "2025-07-25 .. 2025-07-26]", "2025-07-18 .. 2025-07-19]", "a day"),
    ("from midnight Friday to noon Sunday", "2025-07-25 .. 2025-07-27T12:00]", "2025-07-18 .. 2025-07-20T12:00]",
     "from the first midnight it can be"),
    ("from 3 p.m. to today at 8 p.m.", "2025-07-22T15:00 .. 2025-07-22T20:00]", AS_PLANNED, "today is the day of both"),
    ("Friday 16 to 18", "2025-07-25T16:00 .. 2025-07-25T18:00]", "2025-07-18T16:00 .. 2025-07-18T18:00]", "hours"),
    ("10 to midnight on Friday", "2025-07-25T22:00 .. 2025-07-26]", "2025-07-18T22:00 .. 2025-07-19]", "at ten"),
    ("within two quarters", "2025-07-22 .. 2026-01-23", AS_PLANNED, "from today on"),
    ("early to late August", "2025-08-01 .. 2025-09-01", AS_PLANNED, "one stretch, and no hole in it"),
    ("from the second to the last week of August", "2025-08-08 .. 2025-09-01", AS_PLANNED, "a range"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plan", "fact", "why"), STRICT)
def test_strict_sets(text: str, plan: str, fact: str | None, why: str) -> None:
    for modality, expected in modalities(plan, fact):
        value = reading(text, modality)
        assert shown(value.strict) == expected, f"{why}; {modality}"
        assert value.strict <= value.loose


LOOSE = [
    # text, loosely as a plan, the same as a fact, why
    ("from 5 to 6 p.m. on 30 July 2025", "2025-07-30T16:30 .. 2025-07-30T18:29]", AS_PLANNED, "full hours are rounded"),
    ("from 13:30 to 14:30 on 23 July 2025", "2025-07-23T13:25 .. 2025-07-23T14:35]", AS_PLANNED, "half hours, by less"),
    ("tonight at 8", "2025-07-22T19:30 .. 2025-07-22T20:30", AS_PLANNED, "half an hour on each side"),
    ("at seven in the evening on Friday", "2025-07-25T18:30 .. 2025-07-25T19:30",
     "2025-07-18T18:30 .. 2025-07-18T19:30", "the same in words"),
    ("tomorrow morning", "2025-07-23 .. 2025-07-23T13:00", AS_PLANNED, "from midnight"),
    ("Friday evening to Saturday morning", "2025-07-25T16:00 .. 2025-07-26T13:00",
     "2025-07-18T16:00 .. 2025-07-19T13:00", "each end by its own part of the day"),
    ("Wednesday to Thursday", "2025-07-23 .. 2025-07-25", "2025-07-16 .. 2025-07-18", "no other week"),
    ("30 July to 2 August", "2025-07-30 .. 2025-08-03", "2024-07-30 .. 2024-08-03 | 2025-07-30 .. 2025-08-03",
     "what happened can be a year ago"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plan", "fact", "why"), LOOSE)
def test_loose_sets(text: str, plan: str, fact: str | None, why: str) -> None:
    for modality, expected in modalities(plan, fact):
        assert shown(reading(text, modality).loose) == expected, f"{why}; {modality}"


def test_a_range_of_hours_that_does_not_tell_its_first_day() -> None:
    """It may begin on any of the days before."""
    with pytest.raises(UnreadError, match="it does not tell the day on which it begins"):
        reading("from 8 a.m. to Friday 5 p.m.", "plan")


GERMAN_AND_FRENCH = [
    # language, text, strictly as a plan, the same as a fact, why
    ("de", "von 22 Uhr bis morgen 6 Uhr", "2025-07-22T22:00 .. 2025-07-23T06:00]", AS_PLANNED, "from today"),
    ("de", "22 Uhr bis Freitag 6 Uhr", "2025-07-24T22:00 .. 2025-07-25T06:00]", "2025-07-17T22:00 .. 2025-07-18T06:00]",
     "the night before"),
    ("fr", "de 22 h à demain 6 h", "2025-07-22T22:00 .. 2025-07-23T06:00]", AS_PLANNED, "from today"),
    ("fr", "plus tôt cette semaine", "2025-07-21 .. 2025-07-22", AS_PLANNED, "before today, and not its end"),
    ("fr", "plus tard cette semaine", "2025-07-23 .. 2025-07-28", AS_PLANNED, "after today"),
    ("de", "am Mittwoch, morgen", "2025-07-23 .. 2025-07-24", AS_PLANNED, "behind a comma it is tomorrow"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "plan", "fact", "why"), GERMAN_AND_FRENCH)
def test_strict_sets_of_other_languages(lang: str, text: str, plan: str, fact: str | None, why: str) -> None:
    for modality, expected in modalities(plan, fact):
        value = read(text, asserted_at=TUESDAY, modality=modality, kind="time", lang=lang)
        assert shown(value.strict) == expected, f"{why}; {modality}"


@pytest.mark.parametrize("text", ["plus tard", "au plus tard", "plus tôt", "au plus tôt"])
def test_a_word_that_bounds_nothing_raises_nothing_else(text: str) -> None:
    """No unit is named, and no day."""
    for modality in ("plan", "fact"):
        try:
            read(text, asserted_at=TUESDAY, modality=modality, lang="fr")
        except UnreadError:
            continue


def test_a_fact_at_midnight_may_lie_behind() -> None:
    """ "Midnight tonight" of a plan is the one ahead."""
    midnight = {modality: shown(reading("midnight tonight", modality).strict) for modality in ("plan", "fact")}
    assert midnight["plan"] == "2025-07-23 .. 2025-07-23T00:01"
    assert midnight["fact"] == "2025-07-22 .. 2025-07-22T00:01 | 2025-07-23 .. 2025-07-23T00:01"
