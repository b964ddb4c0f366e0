"""German and French times: a word list each, the same grammar."""

from __future__ import annotations

from datetime import date

import pytest
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
