"""Times as newspapers print them, each with the sets that a person worked out on a calendar.

Said on Tuesday 22 July 2025 of something planned, unless a row says otherwise. A set is told as `shown` tells it.
"""

from __future__ import annotations

from datetime import date

import pytest
from counting import counted
from time_sets import shown

from conflicts import UnreadError, read
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time

SAID = "2025-07-22"

ONE_MORE = [
    ("next Tuesday but one", "2025-08-05 .. 2025-08-06", "the Tuesday after next"),
    ("next Friday week", "2025-08-08 .. 2025-08-09", "a week after next Friday, not this week's"),
    ("next week but one", "2025-08-04 .. 2025-08-11", "the week after next"),
    ("last month but one", "2025-05-01 .. 2025-06-01", "the month before last"),
    ("last Friday but one", "2025-07-11 .. 2025-07-12", "the Friday before last"),
]

NEAR_NOON = [
    ("ten minutes to midnight on Friday", "2025-07-25T23:50 .. 2025-07-25T23:51", "the midnight that ends Friday"),
    ("a quarter to midnight on Friday", "2025-07-25T23:45 .. 2025-07-25T23:46", "a quarter of an hour, not of a year"),
    ("a quarter past noon on Friday", "2025-07-25T12:15 .. 2025-07-25T12:16", "not three months after Friday"),
    ("one minute past midnight on August 1", "2025-08-01T00:01 .. 2025-08-01T00:02", "as 12:01 a.m. on that day"),
    ("half past noon on Friday", "2025-07-25T12:30 .. 2025-07-25T12:31", "noon is an hour like the others"),
    ("9 a.m. Pacific on Monday", "2025-07-28T16:00 .. 2025-07-28T16:01", "as 'Eastern' alone"),
]

SAME_MOMENT = [
    ("this time last week", "2025-07-15 .. 2025-07-16", "seven days ago"),
    ("this time next week", "2025-07-29 .. 2025-07-30", "in seven days"),
    ("this time tomorrow", "2025-07-23 .. 2025-07-24", "a day"),
    ("at this time last year", "2024-07-15 .. 2024-07-30", "about the date, and not today"),
    ("this time next year", "2026-07-15 .. 2026-07-30", "the other way"),
    ("last year at the same time", "2024-07-15 .. 2024-07-30", "told in the other order"),
    ("about this time two years ago", "2023-07-15 .. 2023-07-30", "two of them"),
    ("by this time next month", ".. 2025-08-30", "a deadline, a week of grace"),
]

INCLUSIVE = [
    ("until July 25 inclusive", ".. 2025-07-26", "the day counts, and it is said"),
    ("July 22 to 25, inclusive", "2025-07-22 .. 2025-07-26", "behind a comma"),
    ("July 22-25 (inclusive)", "2025-07-22 .. 2025-07-26", "in parentheses"),
    ("from Thursday to Sunday inclusive", "2025-07-24 .. 2025-07-28", "weekdays"),
    ("between 24 and 27 July inclusive", "2025-07-24 .. 2025-07-28", "both ends"),
]

SEASONS = [
    ("the 2025-26 season", "2025-07-01 .. 2026-07-01", "it turns with the year"),
    ("in the 2025/26 season", "2025-07-01 .. 2026-07-01", "with another sign"),
    ("at the end of the 2025-26 season", "2026-03-01 .. 2026-08-01", "about the second quarter"),
    ("early in the 2025-26 season", "2025-05-31 .. 2025-11-01", "about the third"),
    ("by the end of the 2025-26 season", ".. 2026-08-01", "a deadline"),
    ("after the 2025-26 season", "2026-05-01 ..", "from its end on, which nobody knows to the day"),
    ("before the 2025-26 season", ".. 2025-08-31", "nor its start"),
]

SHARES = [
    ("midweek", "2025-07-22 .. 2025-07-25", "Tuesday to Thursday, as 'mid-week'"),
    ("midweek next week", "2025-07-29 .. 2025-08-01", "of the week that is told"),
    ("next week, midweek", "2025-07-29 .. 2025-08-01", "in the other order"),
    ("by midyear", ".. 2025-09-01", "as 'by mid-year'"),
    ("midyear 2026", "2026-05-01 .. 2026-09-01", "of the year that is told"),
    ("mid- to late August", "2025-08-11 .. 2025-09-01", "two thirds of the month"),
    ("in early-to-mid September", "2025-09-01 .. 2025-09-21", "with dashes between"),
    ("by mid- to late August", ".. 2025-09-01", "a deadline is the later of them"),
    ("after early to mid-August", "2025-08-11 ..", "what lies after it may lie after the first"),
    ("in the mid- to late 1990s", "1993-05-01 .. 2000-01-01", "of a decade"),
    ("mid- to late afternoon on Friday", "2025-07-25T14:00 .. 2025-07-25T18:00", "of a part of a day"),
    ("in the first half of the afternoon on Friday", "2025-07-25T12:00 .. 2025-07-25T15:00", "not the last half"),
    ("towards the end of next week", "2025-07-31 .. 2025-08-04", "late in it"),
    ("in the first few days of August", "2025-08-01 .. 2025-08-11", "its start"),
    ("around mid-August", "2025-08-10 .. 2025-08-23", "a day more on each side, not an hour"),
    ("first thing on Thursday", "2025-07-24 .. 2025-07-24T09:00", "early on the day"),
    ("some time between Thursday and Saturday", "2025-07-24 .. 2025-07-27", "two words as one"),
    ("over the coming weekend", "2025-07-26 .. 2025-07-28", "that weekend, no stretch as long as one"),
]

NIGHTS = [
    ("Sunday night into Monday morning", "2025-07-27T18:00 .. 2025-07-28T09:00", "the night between"),
    ("late Sunday into early Monday", "2025-07-27T18:00 .. 2025-07-28T09:00", "the same, told by shares"),
    ("Thursday evening into Friday", "2025-07-24T18:00 .. 2025-07-25T09:00", "as before"),
]

DAYS_AND_DATES = [
    ("Saturday and Sunday, Aug. 2-3", "2025-08-02 .. 2025-08-04", "each weekday is its date's"),
    ("Monday to Friday, 4-8 August", "2025-08-04 .. 2025-08-09", "a range, told twice"),
    ("Saturday or Sunday, Aug. 2 or 3", "2025-08-02 .. 2025-08-04", "not this Saturday"),
    ("between Saturday and Monday, Aug. 2 and 4", "2025-08-02 .. 2025-08-05", "what stands first tells a range"),
    ("Sat.-Sun., Aug. 2-3", "2025-08-02 .. 2025-08-04", "abbreviated"),
    ("Tuesday, July 29, through Thursday, July 31", "2025-07-29 .. 2025-08-01", "a comma closes the first date"),
    ("between July 29, 2025, and July 31, 2025", "2025-07-29 .. 2025-08-01", "and here"),
    ("the 23, 24 and 25 July", "2025-07-23 .. 2025-07-26", "a list whose month stands last"),
    ("23rd, 24th and 25th of July", "2025-07-23 .. 2025-07-26", "ordinals"),
]

OF_THE_MONTH = [
    ("on the 5th of the month", "2025-08-05 .. 2025-08-06", "this month's is over, and it is planned"),
    ("on the 27th of the month", "2025-07-27 .. 2025-07-28", "this month's"),
]

FURTHER = [
    ("the second to last week of August", "2025-08-18 .. 2025-08-25", "no range from the second to the last"),
    ("the penultimate Friday of August", "2025-08-22 .. 2025-08-23", "the last but one"),
    ("the penultimate day of July", "2025-07-30 .. 2025-07-31", "of days"),
    ("the penultimate month of the year", "2025-11-01 .. 2025-12-01", "of months"),
    ("the penultimate weekend of August", "2025-08-23 .. 2025-08-25", "of weekends"),
    ("in a week to ten days", "2025-07-29 .. 2025-08-02", "seven to ten days"),
    ("in ten days to two weeks", "2025-08-01 .. 2025-08-06", "ten to fourteen"),
    ("six months to a year from now", "2026-01-22 .. 2026-07-23", "six to twelve months"),
    ("by the close of trading on Friday", ".. 2025-07-26", "the end of the day"),
    ("by the end of the day Friday, July 25", ".. 2025-07-26", "the day is told behind it"),
    ("by the end of the day or Thursday", ".. 2025-07-23 | 2025-07-24 .. 2025-07-25", "nothing but today"),
    ("within three weeks' time", "2025-07-22 .. 2025-08-13", "as 'within three weeks'"),
    ("in at least two weeks", "2025-08-01 ..", "the bound is on the length"),
    ("in more than two weeks from now", "2025-08-01 ..", "with a word behind it"),
    ("in no more than two weeks", "2025-07-22 .. 2025-08-06", "as 'within two weeks'"),
    ("the first Monday of the month of August", "2025-08-04 .. 2025-08-05", "a day, not its month"),
    ("until after Labor Day", "2025-09-02 ..", "not before the day is over"),
    ("all day Friday", "2025-07-25 .. 2025-07-26", "the day"),
    ("for much of next week", "2025-07-28 .. 2025-08-04", "inside it"),
    ("the first part of next week", "2025-07-28 .. 2025-07-31", "early in it"),
    ("the back end of next week", "2025-07-31 .. 2025-08-04", "late in it"),
    ("between mid and late August", "2025-08-11 .. 2025-09-01", "two shares of one month"),
    ("from early to mid-August", "2025-08-01 .. 2025-08-22", "and no start alone"),
]

BESIDE = [
    ("tomorrow or the day after", "2025-07-23 .. 2025-07-25", "after tomorrow, not after today"),
    ("Friday or the following day", "2025-07-25 .. 2025-07-27", "a word for the same"),
    ("Friday and the day after", "2025-07-25 .. 2025-07-27", "told as a list"),
    ("Friday or two days later", "2025-07-25 .. 2025-07-26 | 2025-07-27 .. 2025-07-28", "counted from Friday"),
    ("two days after that Friday", "2025-07-27 .. 2025-07-28", "counted from the Friday that is named"),
    ("a week after that Friday", "2025-08-01 .. 2025-08-02", "an article instead of a number"),
    ("the day after that", "2025-07-23 .. 2025-07-24", "as 'the day after'"),
]

GERMAN = [
    ("am Morgen des 25. Juli", "2025-07-25T05:00 .. 2025-07-25T12:00", "the morning, not tomorrow"),
    ("am Freitag am frühen Morgen", "2025-07-25T01:00 .. 2025-07-25T09:00", "a noun after its adjective"),
    ("am Freitag Morgen", "2025-07-25T05:00 .. 2025-07-25T12:00", "Friday is no tomorrow"),
    ("am morgigen Mittwoch", "2025-07-23 .. 2025-07-24", "tomorrow as an adjective"),
    ("im Laufe des Donnerstags", "2025-07-24 .. 2025-07-25", "that Thursday, not every one"),
    ("von Donnerstag bis einschließlich Sonntag", "2025-07-24 .. 2025-07-28", "the last day counts"),
    ("bis einschließlich Freitag", ".. 2025-07-26", "a deadline"),
    ("bis Freitag einschließlich", ".. 2025-07-26", "the word behind it"),
    ("noch vor dem Wochenende", ".. 2025-07-26", "'noch' changes nothing"),
    ("Anfang/Mitte August", "2025-08-01 .. 2025-08-22", "two shares and a stroke"),
    ("Ende Juli/Anfang August", "2025-07-22 .. 2025-08-11", "the turn of a month"),
    ("am 24./25. Juli", "2025-07-24 .. 2025-07-26", "two days and a stroke"),
    ("gegen Ende des Monats", "2025-07-22 .. 2025-08-01", "not after it"),
    ("zu Wochenbeginn", "2025-07-21 .. 2025-07-23", "in one word"),
    ("zur Wochenmitte nächster Woche", "2025-07-29 .. 2025-08-01", "of the week that is told"),
    ("in der zweiten Wochenhälfte", "2025-07-25 .. 2025-07-28", "Friday to Sunday, loosely from Thursday on"),
    ("in mehr als zwei Wochen", "2025-08-01 ..", "no point of time"),
    ("in der 31. Kalenderwoche", "2025-07-28 .. 2025-08-04", "by its number, dotted"),
    ("bis nach dem Wochenende", "2025-07-28 ..", "not before it is over"),
    ("von Montag an", "2025-07-28 ..", "as 'ab Montag'"),
    ("Mitte bis Ende August", "2025-08-11 .. 2025-09-01", "two shares of a month"),
    ("in der Saison 2025/26", "2025-07-01 .. 2026-07-01", "the word stands before the years"),
    ("bis zum Ende der Spielzeit 2025/2026", ".. 2026-08-01", "a deadline"),
    ("in der Nacht vom 25. auf den 26. Juli", "2025-07-25T18:00 .. 2025-07-26T09:00", "the night, not two days"),
    ("am 24. oder 25. Juli", "2025-07-24 .. 2025-07-26", "the first borrows the month"),
    ("am 24., 25. und 26. Juli", "2025-07-24 .. 2025-07-27", "a list"),
    ("zwischen Mitte und Ende August", "2025-08-11 .. 2025-09-01", "two shares of one month"),
    ("am Freitag um zehn nach acht", "2025-07-25T08:10 .. 2025-07-25T08:11", "minutes before the hour"),
    ("am Freitag um fünf vor zwölf", "2025-07-25T11:55 .. 2025-07-25T11:56", "'vor' joins no range"),
    ("seit zwei Wochen", "2025-07-04 ..", "for as long, since about two weeks ago"),
    ("letztes Jahr um diese Zeit", "2024-07-15 .. 2024-07-30", "about the date"),
]

FRENCH = [
    ("vendredi au début de la matinée", "2025-07-25T01:00 .. 2025-07-25T09:00", "no range from Friday to a morning"),
    ("vendredi en fin de matinée", "2025-07-25T08:30 .. 2025-07-25T12:00", "its last half"),
    ("mardi prochain en fin d'après-midi", "2025-07-29T15:00 .. 2025-07-29T18:00", "with an apostrophe"),
    ("jeudi en début de soirée", "2025-07-24T17:00 .. 2025-07-24T20:30", "its first half"),
    ("jeudi en fin de journée", "2025-07-24T17:00 .. 2025-07-25", "the end of the day"),
    ("jeudi à la mi-journée", "2025-07-24T11:00 .. 2025-07-24T14:00", "about noon"),
    ("vendredi matin tôt", "2025-07-25T01:00 .. 2025-07-25T09:00", "early"),
    ("tard vendredi soir", "2025-07-25T20:30 .. 2025-07-26", "late"),
    ("vendredi au plus tard", ".. 2025-07-26", "no range to something"),
    ("fin août au plus tard", ".. 2025-09-01", "nor here"),
    ("dans au moins deux semaines", "2025-08-01 ..", "no point of time"),
    ("le premier lundi du mois d'août", "2025-08-04 .. 2025-08-05", "a day, not its month"),
    ("avant la fin de l'année prochaine", ".. 2027-01-01", "an article with its apostrophe"),
    ("le lendemain de Noël", "2025-12-26 .. 2025-12-27", "the day after"),
    ("fin juillet/début août", "2025-07-22 .. 2025-08-11", "the turn of a month"),
    ("du 24 au 27 juillet inclus", "2025-07-24 .. 2025-07-28", "the last day counts"),
    ("jusqu'à vendredi inclus", ".. 2025-07-26", "a deadline"),
    ("en fin de semaine prochaine", "2025-08-01 .. 2025-08-04", "the end of the week, Friday too"),
    ("la saison 2025-2026", "2025-07-01 .. 2026-07-01", "the word stands before the years"),
    ("dans la nuit du 25 au 26 juillet", "2025-07-25T18:00 .. 2025-07-26T09:00", "the night, not two days"),
    ("la semaine du 4 août", "2025-08-04 .. 2025-08-11", "the week that holds the day"),
    ("au mois d'août", "2025-08-01 .. 2025-09-01", "the month"),
    ("le week-end des 26 et 27 juillet", "2025-07-26 .. 2025-07-28", "the weekend of these days"),
    ("les 24, 25 et 26 juillet", "2025-07-24 .. 2025-07-27", "a list"),
    ("dans les jours à venir", "2025-07-22 .. 2025-07-30", "as 'dans les prochains jours'"),
    ("dans un mois environ", "2025-07-30 .. 2025-09-14", "a week more on each side of a month hence"),
    ("vendredi à midi et demi", "2025-07-25T12:30 .. 2025-07-25T12:31", "minutes after noon"),
    ("vendredi à huit heures et quart", "2025-07-25T08:15 .. 2025-07-25T08:16", "minutes after the hour"),
    ("vendredi à neuf heures moins le quart", "2025-07-25T08:45 .. 2025-07-25T08:46", "and before it"),
    ("demain en milieu de journée", "2025-07-23T11:00 .. 2025-07-23T14:00", "about noon"),
    ("l'an dernier à la même époque", "2024-07-15 .. 2024-07-30", "about the date"),
]

UNREAD = [
    ("eow Friday", "en", "the end of the week and a day are two times"),
    ("midweek on Monday", "en", "nor is Monday its middle"),
    ("at this point in July", "en", "not today"),
    ("this time", "en", "of what?"),
    ("Monday and Tuesday, Aug. 2-3", "en", "the days of the week are others"),
    ("9 to 5 inclusive", "en", "hours have no inclusive end"),
]


ROWS = [
    *((text, "en", expected, why) for rows in (ONE_MORE, NEAR_NOON, SAME_MOMENT) for text, expected, why in rows),
    *((text, "en", expected, why) for rows in (INCLUSIVE, SEASONS, SHARES, BESIDE) for text, expected, why in rows),
    *((text, "en", expected, why) for rows in (NIGHTS, DAYS_AND_DATES) for text, expected, why in rows),
    *((text, "en", expected, why) for rows in (OF_THE_MONTH, FURTHER) for text, expected, why in rows),
    *((text, "de", expected, why) for text, expected, why in GERMAN),
    *((text, "fr", expected, why) for text, expected, why in FRENCH),
]


@pytest.mark.parametrize(("text", "lang", "expected", "why"), ROWS)
def test_strict_sets(text: str, lang: str, expected: str, why: str) -> None:
    value = read_time(text, Settings(said=date.fromisoformat(SAID), modality="plan", lang=lang, kind="time"))
    assert (None if value is None else shown(value.strict)) == expected, why


LOOSE = [
    ("this time last week", "2025-07-14 .. 2025-07-17", "a day beside it"),
    ("this time last year", "2024-06-20 .. 2024-08-24", "a month or so"),
    ("the 2025-26 season", "2024-12-30 .. 2026-12-31", "some seasons begin or end half a year beside it"),
    ("around mid-August", "2025-08-01 .. 2025-09-01", "a week"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LOOSE)
def test_loose_sets(text: str, expected: str, why: str) -> None:
    assert shown(read(text, asserted_at=SAID, kind="time", modality="plan").loose) == expected, why


@pytest.mark.parametrize(("text", "lang", "why"), UNREAD)
def test_unread(text: str, lang: str, why: str) -> None:
    with pytest.raises(UnreadError):
        read(text, asserted_at=SAID, kind="time", modality="plan", lang=lang)


@pytest.mark.parametrize(
    "piece", ["at the same time ", "mid- to late ", "two days after that ", "Friday or the day after or "]
)
def test_what_is_told_again_and_again_takes_no_more_than_its_length(piece: str) -> None:
    settings = Settings(said=date.fromisoformat(SAID), modality="plan", kind="time")
    few, many = (counted(lambda n=n: read_time((piece * n).strip(), settings)) for n in (4, 9))  # type: ignore[misc]
    assert many < 8 * few, (few, many)
