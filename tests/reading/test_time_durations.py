"""Printed lengths of time."""

from __future__ import annotations

import pytest

from conflicts.reading.settings import Settings
from conflicts.reading.time import read_duration
from conflicts.values.bounds import INFINITY
from conflicts.values.calendar import DAY, HOUR
from conflicts.values.value import Relation, Value

MINUTES, YEAR, LEAP = 60, 365 * DAY, 366 * DAY


def read(text: str, kind: str | None = "duration", lang: str = "en") -> Value:
    value = read_duration(text, Settings(kind=kind, lang=lang))
    assert value is not None, f"{text!r} is unread"
    return value


@pytest.mark.parametrize(
    ("text", "low", "high", "timex", "why"),
    [
        ("two hours", 1.5 * HOUR, 2.5 * HOUR, "PT2H", "half a unit either side"),
        ("90 minutes", 85.5 * 60, 94.5 * 60, "PT90M", "a round number, five percent"),
        ("93 minutes", 92.5 * 60, 93.5 * 60, "PT93M", "half a minute either side"),
        ("an hour and a half", 1.25 * HOUR, 1.75 * HOUR, "PT1.5H", "half of a half"),
        ("two and a half hours", 2.25 * HOUR, 2.75 * HOUR, "PT2.5H", "half of a half"),
        ("half an hour", 0.25 * HOUR, 0.75 * HOUR, "PT0.5H", "half of a half"),
        ("1 hour 30 minutes", 5370, 5430, "PT1H30M", "half of the finest unit"),
        ("three days", 2.5 * DAY, 3.5 * DAY, "P3D", "half a day either side"),
        ("a week", 3.5 * DAY, 10.5 * DAY, "P1W", "half a week either side"),
        ("two months", 42 * DAY, 76 * DAY, "P2M", "28 to 31 days each, half a month either side"),
        ("P3D", 2.5 * DAY, 3.5 * DAY, "P3D", "ISO 8601"),
        ("PT1H30M", 5370, 5430, "PT1H30M", "ISO 8601"),
        ("27-year", 26.5 * YEAR, 27 * LEAP + 0.5 * YEAR, "P27Y", "with a hyphen"),
        ("the next four years", 3.5 * YEAR, 4 * LEAP + 0.5 * YEAR, "P4Y", "from now on"),
        ("exactly 2 hours", 2 * HOUR, 2 * HOUR, "PT2H", "sharp"),
        ("at least 5 hours", 5 * HOUR, INFINITY, "PT5H", "a bound"),
        ("up to 5 hours", -INFINITY, 5 * HOUR, "PT5H", "a bound"),
        ("less than a week", -INFINITY, 7 * DAY, "P1W", "a bound"),
        ("90 minutes or more", 5400, INFINITY, "PT90M", "a bound from behind"),
        ("between one and two hours", HOUR, 2 * HOUR, None, "a range"),
        ("from 90 minutes to two hours", 5400, 7200, None, "a range"),
        ("two to three days", 2 * DAY, 3 * DAY, "PXD", "a range"),
        ("about two hours", 1.5 * HOUR, 2.5 * HOUR, "PT2H", "a tenth, at least half a unit"),
        ("a few minutes", 120, 240, "PTXM", "vague"),
        ("several years", 3 * YEAR, 7 * LEAP, "PXY", "vague"),
        ("within 50 days", -INFINITY, 50 * DAY, "P50D", "a length where a length is wanted"),
        ("from 2009 to 2011", YEAR, 3 * LEAP, "P2Y", "told by its years"),
    ],
)
def test_a_length_strictly_is(text: str, low: float, high: float, timex: str | None, why: str) -> None:
    value = read(text)
    assert (value.strict.lo[0], value.strict.hi[0]) == (low, high), why
    assert value.timex == timex
    assert value.strict <= value.loose


@pytest.mark.parametrize(
    ("lang", "text", "low", "high", "why"),
    [
        ("en", "30 calendar days", 28.5 * DAY, 31.5 * DAY, "an adjective before the unit"),
        ("en", "three consecutive days", 2.5 * DAY, 3.5 * DAY, "an adjective before the unit"),
        ("en", "two full working days", 1.5 * DAY, 2.5 * DAY, "an adjective before a unit of two words"),
        ("en", "two straight weeks", 10.5 * DAY, 17.5 * DAY, "an adjective before the unit"),
        ("en", "three days straight", 2.5 * DAY, 3.5 * DAY, "an adjective behind"),
        ("en", "five days in a row", 4.5 * DAY, 5.5 * DAY, "and as a phrase"),
        ("de", "drei volle Tage", 2.5 * DAY, 3.5 * DAY, "an adjective before the unit"),
        ("de", "zwei aufeinanderfolgende Tage", 1.5 * DAY, 2.5 * DAY, "an adjective before the unit"),
        ("de", "30 Kalendertage", 28.5 * DAY, 31.5 * DAY, "one word"),
        ("de", "drei Tage hintereinander", 2.5 * DAY, 3.5 * DAY, "an adverb behind"),
        ("fr", "trois jours consécutifs", 2.5 * DAY, 3.5 * DAY, "an adjective behind the unit"),
        ("fr", "trente jours calendaires", 28.5 * DAY, 31.5 * DAY, "an adjective behind the unit"),
        ("fr", "cinq jours d'affilée", 4.5 * DAY, 5.5 * DAY, "a phrase behind"),
        ("en", "2h30", 8970, 9030, "hours and minutes in signs"),
        ("en", "2h30m", 8970, 9030, "both with their letters"),
        ("en", "1h 45m", 6270, 6330, "and a space"),
        ("en", "2h5m", 7470, 7530, "five minutes, for their letter is there"),
        ("en", "2 hrs 30 mins", 8970, 9030, "abbreviated"),
        ("en", "3 hrs. 45 mins.", 13470, 13530, "abbreviated, with full stops"),
        ("de", "1 Std. 20 Min.", 4770, 4830, "abbreviated, with full stops"),
        ("fr", "1 h 30", 5370, 5430, "spaces"),
        ("fr", "48h", 47.5 * HOUR, 48.5 * HOUR, "hours alone"),
        ("en", "three-quarters of an hour", 37.5 * 60, 52.5 * 60, "a fraction"),
        ("en", "two-thirds of an hour", 30 * 60, 50 * 60, "a fraction: a sixth of an hour either side"),
        ("en", "1½ hours", 1.25 * HOUR, 1.75 * HOUR, "one and a half, not eleven halves"),
        ("de", "eine Viertelstunde", 7.5 * 60, 22.5 * 60, "a fraction in one word"),
        ("de", "eine Dreiviertelstunde", 37.5 * 60, 52.5 * 60, "a fraction in one word"),
        ("de", "eine dreiviertel Stunde", 37.5 * 60, 52.5 * 60, "a fraction after an article"),
        ("fr", "trois quarts d'heure", 37.5 * 60, 52.5 * 60, "a fraction"),
        ("fr", "une heure et quart", 67.5 * 60, 82.5 * 60, "a fraction behind"),
        ("fr", "deux heures et quart", 2.125 * HOUR, 2.375 * HOUR, "a fraction behind"),
        ("fr", "un mois et demi", 35 * DAY, 53.5 * DAY, "28 to 31 days each, half of a half either side"),
        ("de", "dreitägig", 2.5 * DAY, 3.5 * DAY, "count and unit in one word"),
        ("de", "mehrtägig", 3 * DAY, 7 * DAY, "several"),
        ("de", "ganztägig", 0.5 * DAY, 1.5 * DAY, "one"),
        ("en", "week-long", 3.5 * DAY, 10.5 * DAY, "one"),
        ("en", "a matter of hours", 2 * HOUR, 24 * HOUR, "vague"),
        ("en", "the better part of a year", 182.5 * DAY, LEAP, "more than half"),
        ("en", "for the best part of two decades", 3652 * DAY, 7306 * DAY, "more than half of both"),
        ("de", "den größten Teil eines Jahres", 182.5 * DAY, LEAP, "more than half"),
        ("en", "some 20 minutes", 18 * 60, 22 * 60, "'some' before a number is 'about'"),
        ("en", "north of two hours", 2 * HOUR, INFINITY, "a bound"),
        ("en", "just shy of two hours", -INFINITY, 2 * HOUR, "a bound"),
        ("en", "only two hours", 1.5 * HOUR, 2.5 * HOUR, "'only' leaves it as it is"),
        ("en", "two weeks minimum", 14 * DAY, INFINITY, "a bound behind"),
        ("en", "at the most two weeks", -INFINITY, 14 * DAY, "a bound"),
        ("de", "ein halber Tag", 6 * HOUR, 18 * HOUR, "a fraction"),
        ("de", "zwei Wochen maximal", -INFINITY, 14 * DAY, "a bound behind"),
        ("de", "innerhalb von 48 Stunden", -INFINITY, 48 * HOUR, "a length where a length is wanted"),
        ("fr", "en moins de deux heures", -INFINITY, 2 * HOUR, "a bound"),
        ("fr", "plus d'une heure", HOUR, INFINITY, "'d'' for 'de'"),
        ("fr", "trois mois maximum", -INFINITY, 93 * DAY, "a bound behind"),
    ],
)
def test_a_length_in_print_strictly_is(lang: str, text: str, low: float, high: float, why: str) -> None:
    value = read(text, lang=lang)
    assert (value.strict.lo[0], value.strict.hi[0]) == (low, high), why
    assert value.strict <= value.loose


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("two days and one night", "the night lies between the days"),
        ("2h30 to 3h", "two hours are clock times"),
        ("2h5", "no minutes are printed like that"),
        ("calendar month", "no count, and no word for one"),
        ("10 5 days", "two counts"),
    ],
)
def test_no_length_where_one_is_wanted(text: str, why: str) -> None:
    assert read_duration(text, Settings(kind="duration")) is None, why


@pytest.mark.parametrize(
    "text", ["May", "two", "12", "Wednesday", "41-year history", "", "hours of work", "at least 50"]
)
def test_no_length(text: str) -> None:
    assert read_duration(text, Settings()) is None


def test_two_lengths_agree_or_clash() -> None:
    assert read("two hours").relation(read("about 100 minutes")) is Relation.COMPATIBLE
    assert read("two hours").relation(read("at least five hours")) is Relation.CONTRADICTION
