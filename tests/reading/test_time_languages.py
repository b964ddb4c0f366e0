"""German and French times: a word list each, the same grammar."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib import resources

import pytest
from reading.test_time_calendar import (
    EVERY_WEEKDAY,
    LENGTHS,
    TURNS,
    WEEK,
    Told,
    coming,
    day,
    differing,
    near,
    of_week,
    passed,
    period,
)
from time_sets import shown

from conflicts.reading.settings import Settings
from conflicts.reading.time import read_duration, read_time

GERMAN = [
    ("am Mittwoch", "2025-07-23 .. 2025-07-24"),
    ("Mittwoch, 23. Juli 2025", "2025-07-23 .. 2025-07-24"),
    ("23. Juli", "2025-07-23 .. 2025-07-24"),
    ("3.4.2025", "2025-04-03 .. 2025-04-04"),
    ("am 23. Juli um 20 Uhr", "2025-07-23T20:00 .. 2025-07-23T20:01"),
    ("Freitag um 20 Uhr 30", "2025-07-25T20:30 .. 2025-07-25T20:31"),
    ("übermorgen", "2025-07-23 .. 2025-07-24"),
    ("gestern Abend", "2025-07-20T17:00 .. 2025-07-21"),
    ("am Mittwochabend", "2025-07-23T17:00 .. 2025-07-24"),
    ("in der Nacht zu Dienstag", "2025-07-21T18:00 .. 2025-07-22T09:00"),
    ("nächste Woche", "2025-07-28 .. 2025-08-04"),
    ("letzten Monat", "2025-06-01 .. 2025-07-01"),
    ("nächsten Mittwoch", "2025-07-30 .. 2025-07-31"),
    ("vor zwei Tagen", "2025-07-19 .. 2025-07-20"),
    ("in drei Tagen", "2025-07-24 .. 2025-07-25"),
    ("bis Freitag", ".. 2025-07-26"),
    ("spätestens am Freitag", ".. 2025-07-26"),
    ("frühestens Freitag", "2025-07-25 .."),
    ("nicht vor Freitag", "2025-07-25 .."),
    ("seit Montag", "2025-07-21 .."),
    ("nach Mittwoch", "2025-07-24 .."),
    ("vor Mittwoch", ".. 2025-07-23"),
    ("Ende Juli", "2025-07-22 .. 2025-08-01"),
    ("Anfang August", "2025-08-01 .. 2025-08-11"),
    ("im Juni 2026", "2026-06-01 .. 2026-07-01"),
    ("von Montag bis Freitag", "2025-07-21 .. 2025-07-26"),
    ("vom 2. bis 4. August", "2025-08-02 .. 2025-08-05"),
    ("zwischen dem 10. und 12. August", "2025-08-10 .. 2025-08-13"),
    ("entweder Mittwoch oder Donnerstag", "2025-07-23 .. 2025-07-25"),
    ("innerhalb von 50 Tagen", "2025-07-21 .. 2025-09-10"),
    ("in den kommenden Tagen", "2025-07-21 .. 2025-07-29"),
    ("im dritten Quartal", "2025-07-01 .. 2025-10-01"),
    ("Ostern 2026", "2026-04-05 .. 2026-04-06"),
    ("KW 30", "2025-07-21 .. 2025-07-28"),
    ("44 v. Chr.", "-43-01-01 .. -42-01-01"),
    ("Wednesday", "2025-07-23 .. 2025-07-24"),
]
FRENCH = [
    ("mercredi", "2025-07-23 .. 2025-07-24"),
    ("mercredi 23 juillet 2025", "2025-07-23 .. 2025-07-24"),
    ("le 1er août", "2025-08-01 .. 2025-08-02"),
    ("03/04/2025", "2025-04-03 .. 2025-04-04"),
    ("vendredi à 20 h 30", "2025-07-25T20:30 .. 2025-07-25T20:31"),
    ("vendredi à 20h30", "2025-07-25T20:30 .. 2025-07-25T20:31"),
    ("aujourd'hui", "2025-07-21 .. 2025-07-22"),
    ("après-demain", "2025-07-23 .. 2025-07-24"),
    ("hier soir", "2025-07-20T17:00 .. 2025-07-21"),
    ("mercredi prochain", "2025-07-30 .. 2025-07-31"),
    ("mercredi soir", "2025-07-23T17:00 .. 2025-07-24"),
    ("dans la nuit de lundi à mardi", "2025-07-21T18:00 .. 2025-07-22T09:00"),
    ("la semaine prochaine", "2025-07-28 .. 2025-08-04"),
    ("le mois dernier", "2025-06-01 .. 2025-07-01"),
    ("il y a deux jours", "2025-07-19 .. 2025-07-20"),
    ("dans trois jours", "2025-07-24 .. 2025-07-25"),
    ("d'ici vendredi", ".. 2025-07-26"),
    ("au plus tard vendredi", ".. 2025-07-26"),
    ("pas avant vendredi", "2025-07-25 .."),
    ("à partir de lundi", "2025-07-21 .."),
    ("jusqu'à vendredi", ".. 2025-07-26"),
    ("fin juillet", "2025-07-22 .. 2025-08-01"),
    ("à la mi-août", "2025-08-11 .. 2025-08-22"),
    ("en juin 2026", "2026-06-01 .. 2026-07-01"),
    ("de lundi à vendredi", "2025-07-21 .. 2025-07-26"),
    ("du 2 au 4 août", "2025-08-02 .. 2025-08-05"),
    ("entre le 10 et le 12 août", "2025-08-10 .. 2025-08-13"),
    ("soit mercredi soit jeudi", "2025-07-23 .. 2025-07-25"),
    ("dans les prochains jours", "2025-07-21 .. 2025-07-29"),
    ("au troisième trimestre", "2025-07-01 .. 2025-10-01"),
    ("cet été", "2025-06-01 .. 2025-09-01"),
    ("Pâques 2026", "2026-04-05 .. 2026-04-06"),
    ("44 av. J.-C.", "-43-01-01 .. -42-01-01"),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [("de", *row) for row in GERMAN] + [("de-CH", *GERMAN[0])] + [("fr", *row) for row in FRENCH],
)
def test_a_plan_means(lang: str, text: str, expected: str) -> None:
    value = read_time(text, Settings(said=date(2025, 7, 21), modality="plan", kind="time", lang=lang))
    assert value is not None, f"{text!r} is unread"
    assert shown(value.strict) == expected


@pytest.mark.parametrize(
    ("lang", "text", "timex"),
    [
        ("de", "zwei Stunden", "PT2H"), ("de", "anderthalb Stunden", "PT1.5H"), ("de", "mindestens 90 Minuten",
        "PT90M"),
        ("de", "drei Tage lang", "P3D"), ("de", "jahrelang", "PXY"), ("fr", "deux heures", "PT2H"),
        ("fr", "une heure et demie", "PT1.5H"), ("fr", "au moins 90 minutes", "PT90M"), ("fr", "trois jours", "P3D"),
    ],
)  # fmt: skip
def test_a_length_is(lang: str, text: str, timex: str) -> None:
    value = read_duration(text, Settings(kind="duration", lang=lang))
    assert value is not None, f"{text!r} is unread"
    assert value.timex == timex


# ---------------------------------------------------------------- the same meanings in the words of each language

GERMAN_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
FRENCH_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
GERMAN_MONTHS = [
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
]  # fmt: skip
FRENCH_MONTHS = [
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
]  # fmt: skip
SPAN_NAMES = {
    # A period in German, its gender, and in French.
    "week": ("Woche", "e", "la semaine"), "month": ("Monat", "en", "le mois"), "year": ("Jahr", "es", "l'année"),
}  # fmt: skip


def weekdays(said: date, wanted: int) -> Iterator[Told]:
    german, french = GERMAN_DAYS[wanted], FRENCH_DAYS[wanted]
    ahead, back, own = coming(said, wanted), passed(said, wanted), of_week(said, wanted)
    is_today = said.weekday() == wanted
    following, last = own + WEEK, own - WEEK
    for lang, text, best, fair in (
        ("de", german, said if is_today else ahead, [ahead] if is_today else []),
        ("fr", french, said if is_today else ahead, [ahead] if is_today else []),
        ("de", f"nächsten {german}", following, [ahead]),
        ("de", f"am nächsten {german}", following, [ahead]),
        ("fr", f"{french} prochain", following, [ahead]),
        ("de", f"letzten {german}", last, [back]),
        ("fr", f"{french} dernier", last, [back]),
        ("de", f"am kommenden {german}", ahead, []),
        ("de", f"übernächsten {german}", following + WEEK, []),
        ("de", f"vorletzten {german}", last - WEEK, []),
        ("de", f"nächste Woche {german}", following, []),
        ("de", f"{german} nächster Woche", following, []),
        ("de", f"letzte Woche {german}", last, []),
    ):
        yield Told(text, [day(best)], map(day, fair), f"{best}", said, lang=lang, is_sure=False)


def spans(said: date) -> Iterator[Told]:
    for unit, (german, ending, french) in SPAN_NAMES.items():
        ends_week = unit == "week" and said.weekday() == 6
        for shift, way in ((1, "nächst"), (-1, "letzt"), (2, "übernächst"), (-2, "vorletzt")):
            fair = [(said + WEEK, said + 2 * WEEK)] if ends_week and shift == 1 else []
            yield Told(
                f"{way}{ending} {german}", [period(unit, said, shift)], fair, None, said, lang="de", is_sure=False
            )
        fair = [(said + WEEK, said + 2 * WEEK)] if ends_week else []
        suffix = "e" if unit != "month" else ""
        last = "dernière" if unit != "month" else "dernier"
        yield Told(f"{french} prochain{suffix}", [period(unit, said, 1)], fair, None, said, lang="fr", is_sure=False)
        yield Told(f"{french} {last}", [period(unit, said, -1)], [], None, said, lang="fr", is_sure=False)


def test_weekdays_and_periods_in_german_and_french() -> None:
    rows = [told for said in EVERY_WEEKDAY for wanted in range(7) for told in weekdays(said, wanted)]
    rows += [told for said in (*EVERY_WEEKDAY, *TURNS) for told in spans(said)]
    assert not differing(rows)


def test_lengths_in_german_and_french() -> None:
    rows = []
    for said in (*EVERY_WEEKDAY[:3], *TURNS):
        for count, german, french in ((2, "zwei", "deux"), (3, "drei", "trois"), (10, "zehn", "dix")):
            for unit, (one, other) in {
                "day": ("Tagen", "jours"), "week": ("Wochen", "semaines"), "month": ("Monaten", "mois"),
                "year": ("Jahren", "ans"),
            }.items():  # fmt: skip
                step = LENGTHS[unit] * count
                for at, texts in (
                    (said + step, (("de", f"in {german} {one}"), ("fr", f"dans {french} {other}"))),
                    (said - step, (("de", f"vor {german} {one}"), ("fr", f"il y a {french} {other}"))),
                ):
                    best, fair = (day(at), day(at)) if unit == "day" else near(at, unit)
                    rows += [Told(text, [best], [fair], None, said, lang=lang, is_sure=False) for lang, text in texts]
    assert not differing(rows)


def test_dates_in_german_and_french() -> None:
    rows = []
    for month, (one, other) in enumerate(zip(GERMAN_MONTHS, FRENCH_MONTHS, strict=True), 1):
        for number in (1, 2, 15, 28):
            at = date(2026, month, number)
            texts = [("de", f"{number}. {one} 2026"), ("de", f"am {number}. {one} 2026"),
            ("fr", f"{number} {other} 2026"),
                     ("fr", f"le {number} {other} 2026"), ("de", f"{GERMAN_DAYS[at.weekday()]}, {number}. {one} 2026"),
                     ("fr", f"{FRENCH_DAYS[at.weekday()]} {number} {other} 2026"), ("de", f"{number}.{month}.2026"),
                     ("fr", f"{number}/{month}/2026")]  # fmt: skip
            rows += [Told(text, [day(at)], (), f"{at}", None, lang=lang, is_sure=False) for lang, text in texts]
        whole = [period("month", date(2026, month, 1))]
        rows += [Told(text, whole, (), None, None, lang=lang, is_sure=False)
                 for lang, text in (("de", f"{one} 2026"), ("de", f"im {one} 2026"), ("fr", f"{other} 2026"),
                                    ("fr", f"en {other} 2026"))]  # fmt: skip
    assert not differing(rows)


# ---------------------------------------------------------------- hours beside a part of the day

HOURS = {
    # A part of the day in German and in French; the hours that go with it, and how many later each of them is.
    "morning": ("morgens", "du matin", range(1, 12), 0),
    "afternoon": ("nachmittags", "de l'après-midi", range(1, 8), 12),
    "evening": ("abends", "du soir", range(5, 12), 12),
    "before midnight": ("nachts", "de la nuit", range(9, 12), 12),
    "after midnight": ("nachts", "de la nuit", range(1, 6), 0),
    "none": ("", "", range(1, 25), 0),
}
GERMAN_HOURS = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf"]
FRENCH_HOURS = ["une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"]


def hours_of(part: str, hour: int) -> Iterator[tuple[str, str, int]]:
    """An hour with a part of the day in all orders, its language, and the minutes after the full hour."""
    german, french, _, _ = HOURS[part]
    yield "de", f"am Mittwoch um {hour} Uhr {german}", 0
    yield "de", f"Mittwoch, {hour}:20 Uhr {german}", 20
    yield "de", f"am 23. Juli 2025 um {hour} Uhr 20 {german}", 20
    yield "fr", f"mercredi à {hour} heures {french}", 0
    yield "fr", f"mercredi à {hour}h20 {french}", 20
    yield "fr", f"le 23 juillet 2025 à {hour} h 20 {french}", 20
    if german:
        yield "de", f"Mittwoch {german} um {hour} Uhr", 0
        yield "de", f"um {hour}:20 Uhr am Mittwoch {german}", 20
        yield "fr", f"mercredi {french.removeprefix('du ').removeprefix('de ')} à {hour} heures", 0
    if hour <= len(GERMAN_HOURS):
        yield "de", f"am Mittwoch um {GERMAN_HOURS[hour - 1]} Uhr {german}", 0
        yield "de", f"am Mittwoch um halb {GERMAN_HOURS[hour - 1].replace('ein', 'eins')} {german}", -30
        yield "fr", f"mercredi à {FRENCH_HOURS[hour - 1]} heures {french}", 0


def test_a_part_of_the_day_tells_the_half_of_it() -> None:
    wrong = []
    for part, (_, _, hours, later) in HOURS.items():
        for hour in hours:
            for lang, text, minutes in hours_of(part, hour):
                if hour == 24 or (minutes < 0 and hour - 1 not in hours):
                    continue  # "Halb fünf" is no hour of the evening where five is the first.
                at = datetime(2025, 7, 23) + timedelta(hours=hour + later, minutes=minutes)
                expected = f"{at:%Y-%m-%dT%H:%M} .. {at + timedelta(minutes=1):%Y-%m-%dT%H:%M}"
                value = read_time(text, Settings(said=date(2025, 7, 21), modality="plan", kind="time", lang=lang))
                if value is None or shown(value.strict) != expected:
                    wrong.append((text, expected, value and shown(value.strict)))
    assert not wrong


def test_both_ends_of_a_range_borrow_the_part_of_the_day() -> None:
    wrong = []
    for part, (german, french, hours, later) in HOURS.items():
        if part in {"none", "after midnight"}:
            continue
        for first, last in ((first, last) for first in hours for last in hours if first < last):
            for lang, text in (
                ("de", f"am Mittwoch zwischen {first} und {last} Uhr {german}"),
                ("de", f"am Mittwoch von {first} bis {last} Uhr {german}"),
                ("de", f"Mittwoch {german} zwischen {first} Uhr und {last} Uhr"),
                ("fr", f"mercredi entre {first} et {last} heures {french}"),
            ):
                expected = f"2025-07-23T{first + later:02d}:00 .. 2025-07-23T{last + later:02d}:00"
                value = read_time(text, Settings(said=date(2025, 7, 21), modality="plan", kind="time", lang=lang))
                found = value and shown(value.strict).replace("]", "")
                if found != expected:
                    wrong.append((text, expected, found))
    assert not wrong


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_the_ends_and_beginnings_of_the_word_lists_are_those_of_units(lang: str) -> None:
    """A header in the wrong place makes of "earlier" an end of nothing."""
    path = resources.files("conflicts.reading") / "words" / f"time.{lang}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in ("end_of", "to_date"):
        assert tables.get(name, {}).keys() <= tables["unit"].keys(), name
    assert tables["early"].keys() >= {"early", "late", "earlier", "later", "firsthalf", "secondhalf"}
