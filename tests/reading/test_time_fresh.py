"""Times of plans as newspapers print them, worked out on a calendar before they were read.

Said on Tuesday 22 July 2025. A set is told as `shown` tells it.
"""

from __future__ import annotations

from datetime import date

import pytest
from time_sets import shown

from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time

SAID = date(2025, 7, 22)

ENGLISH = [
    ("no later than 6 p.m. this coming Thursday", ".. 2025-07-24T18:00]", "a deadline with its hour"),
    ("by lunchtime tomorrow", ".. 2025-07-23T14:00", "a part of the day as a deadline"),
    ("from Thursday evening until Sunday morning", "2025-07-24T17:00 .. 2025-07-27T12:00", "parts of two days"),
    ("late Thursday or early Friday", "2025-07-24T18:00 .. 2025-07-25T09:00", "two shares of two days"),
    ("between mid-August and early September", "2025-08-11 .. 2025-09-11", "shares of two months"),
    ("two weeks from tomorrow", "2025-08-06 .. 2025-08-07", "counted from a day"),
    ("a fortnight on Wednesday", "2025-08-06 .. 2025-08-07", "fourteen days after it"),
    ("at 3 p.m. Eastern on Friday", "2025-07-25T19:00 .. 2025-07-25T19:01", "15:00 EDT"),
    ("5 p.m. Kyiv time (1400 GMT) on Friday", "2025-07-25T14:00 .. 2025-07-25T14:01", "told in two zones"),
    ("18:00 UTC+2 on Friday", "2025-07-25T16:00 .. 2025-07-25T16:01", "an offset"),
    ("from 10 a.m. Wednesday to 4 p.m. Thursday", "2025-07-23T10:00 .. 2025-07-24T16:00]", "two days, two hours"),
    ("from 11 p.m. Friday until 5 a.m. Monday", "2025-07-25T23:00 .. 2025-07-28T05:00]", "over a weekend"),
    ("Dec. 29-Jan. 2", "2025-12-29 .. 2026-01-03", "over the new year"),
    ("from September to June", "2025-09-01 .. 2026-07-01", "over the new year, in months"),
    ("from late autumn until early spring", "2025-11-01 .. 2026-03-31", "the winter and what is beside it"),
    ("the Friday before Labor Day", "2025-08-29 .. 2025-08-30", "beside a holiday"),
    ("the Wednesday before Thanksgiving", "2025-11-26 .. 2025-11-27", "the day before it"),
    ("the third Thursday in November", "2025-11-20 .. 2025-11-21", "counted"),
    ("not until after the summer", "2025-09-01 ..", "when it is over"),
    ("until at least mid-August", "2025-08-11 ..", "a bound from below"),
    ("until January 2026 at the earliest", "2026-01-01 ..", "the same, told behind"),
    ("on or about August 15", "2025-08-14 .. 2025-08-17", "a day more on each side"),
    ("up to and including August 15", ".. 2025-08-16", "the day counts"),
    ("within 7 to 10 days", "2025-07-22 .. 2025-08-02", "the longer of them"),
    ("90 days after August 1", "2025-10-30 .. 2025-10-31", "thirty days of each of three months"),
    ("Monday through Wednesday of next week", "2025-07-28 .. 2025-07-31", "the week is of both"),
    ("late August or early September", "2025-08-22 .. 2025-09-11", "two shares"),
    ("the first Tuesday after the first Monday in November", "2025-11-04 .. 2025-11-05", "the American election day"),
    ("noon Friday to noon Saturday", "2025-07-25T12:00 .. 2025-07-26T12:00]", "twenty-four hours"),
    (
        "at 9 or 10 a.m. on July 30",
        "2025-07-30T09:00 .. 2025-07-30T09:01 | 2025-07-30T10:00 .. 2025-07-30T10:01",
        "two hours of one day",
    ),
    ("this weekend or next", "2025-07-26 .. 2025-07-28 | 2025-08-02 .. 2025-08-04", "two weekends"),
    ("Q4 2025 or Q1 2026", "2025-10-01 .. 2026-04-01", "two quarters"),
]

GERMAN = [
    ("bis spätestens Freitagmittag", ".. 2025-07-25T14:00", "a deadline"),
    ("ab Mitte nächster Woche", "2025-07-29 ..", "from Tuesday on"),
    ("zwischen dem 4. und dem 8. August", "2025-08-04 .. 2025-08-09", "both days count"),
    ("Freitag in einer Woche", "2025-08-01 .. 2025-08-02", "seven days after it"),
    ("am Freitag um halb drei am Nachmittag", "2025-07-25T14:30 .. 2025-07-25T14:31", "half an hour before three"),
    ("am Donnerstag gegen 20 Uhr", "2025-07-24T19:45 .. 2025-07-24T20:16", "a quarter of an hour on each side"),
    ("in der Nacht von Freitag auf Samstag", "2025-07-25T18:00 .. 2025-07-26T09:00", "the night between"),
    ("31.12.2025, 24 Uhr", "2026-01-01 .. 2026-01-01T00:01", "the end of the year"),
    ("Freitag spätestens um 18 Uhr", ".. 2025-07-25T18:00]", "the hour is the deadline"),
]

FRENCH = [
    ("du vendredi soir au lundi matin", "2025-07-25T17:00 .. 2025-07-28T12:00", "over a weekend"),
    ("entre mi-août et fin août", "2025-08-11 .. 2025-09-01", "shares of a month"),
    ("jeudi entre 10 heures et midi", "2025-07-24T10:00 .. 2025-07-24T12:00]", "two hours"),
    ("mercredi en huit", "2025-07-30 .. 2025-07-31", "a week after it"),
    ("au plus tard vendredi à midi", ".. 2025-07-25T12:00]", "the hour is the deadline"),
    ("le premier lundi d'août", "2025-08-04 .. 2025-08-05", "counted"),
    ("samedi 26 et dimanche 27 juillet", "2025-07-26 .. 2025-07-28", "two days, both told twice"),
    ("d'ici fin août", ".. 2025-09-01", "a deadline"),
    ("dans la nuit de vendredi à samedi", "2025-07-25T18:00 .. 2025-07-26T09:00", "the night between"),
    ("à partir de la mi-août", "2025-08-11 ..", "from the eleventh on"),
]


ROWS = [
    *((text, "en", expected, why) for text, expected, why in ENGLISH),
    *((text, "de", expected, why) for text, expected, why in GERMAN),
    *((text, "fr", expected, why) for text, expected, why in FRENCH),
]


@pytest.mark.parametrize(("text", "lang", "expected", "why"), ROWS)
def test_strict_sets(text: str, lang: str, expected: str, why: str) -> None:
    value = read_time(text, Settings(said=SAID, modality="plan", lang=lang, kind="time"))
    assert value is not None, why
    assert shown(value.strict) == expected, why
