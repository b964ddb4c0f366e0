"""Why claims on several items cannot all be true, sentence by sentence, as an editor reads it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from conflicts import Claim, Conflict, Vocabulary, find_conflicts

NOON = "2025-07-22T12:00:00+03:00"
VOCABULARY = Vocabulary.default() | Vocabulary.from_dict(
    {
        "attributes": {
            "precedes": {"kind": "order", "relation": "before"},
            "boys": {"kind": "quantity", "unit": "people"},
            "girls": {"kind": "quantity", "unit": "people"},
            "pupils": {"kind": "quantity", "unit": "people"},
            "guests": {"kind": "quantity", "unit": "people"},
            "sheet_area": {"kind": "quantity", "unit": "m2"},
            "sheet_length": {"kind": "quantity", "unit": "m"},
            "sheet_width": {"kind": "quantity", "unit": "m"},
        },
        "constraints": [
            "boys + girls == pupils",
            "pupils + 2 <= guests",
            "sheet_area == sheet_length * sheet_width",
        ],
    }
)


def said(line: str, source: str, **fields: Any) -> Claim:
    """A claim from "the strike | before | the truce"."""
    subject, attribute, value = (part.strip() for part in line.split("|"))
    return Claim(subject, attribute, value, source, **{"asserted_at": NOON, **fields})


def conflicts(*claims: Claim) -> list[Conflict]:
    return list(find_conflicts(claims, VOCABULARY))


CASES: list[tuple[str, list[Claim], str, str, tuple[str, ...]]] = [
    (
        "an event before itself",
        [said("the strike | before | the strike", "AP")],
        "the order of the strike",
        "No event is over before it begins, but AP says so of the strike.",
        (),
    ),
    (
        "a circle of three",
        [said("A | before | B", "AP"), said("B | before | C", "AFP"), said("C | before | A", "TASS")],
        "the order of A, B and C",
        "A is before B (AP), B is before C (AFP), so A is before C; but TASS says that C is before A.",
        (),
    ),
    (
        "told from either side, in a house's own words, through relays",
        [
            said("A | precedes | B", "AP", via=["Daily"]),
            said("C | after | B", "AFP"),
            said("A | after | C", "a diplomat", anonymous=True, via=["TASS"]),
        ],
        "the order of A, B and C",
        "A is before B (AP through Daily), B is before C (AFP), so A is before C; "
        "but a diplomat through TASS says that C is before A.",
        (),
    ),
    (
        "events that touch",
        [said("A | meets | B", "AP"), said("B | before | C", "AFP"), said("A | met_by | C", "TASS")],
        "the order of A, B and C",
        "A meets B (AP), B is before C (AFP), so A is before C; but TASS says that C meets A.",
        (),
    ),
    (
        "a circle of five",
        [
            said("A | before | B", "AP"),
            said("B | before | C", "AFP"),
            said("C | before | D", "TASS"),
            said("D | before | E", "BBC"),
            said("E | before | A", "dpa"),
        ],
        "the order of A, B, E, C and 1 more",
        "A is before B (AP), B is before C (AFP), C is before D (TASS), D is before E (BBC), so A is before E; "
        "but dpa says that E is before A.",
        (),
    ),
    (
        "a circle of ends",
        [said("A | during | B", "AP"), said("B | before | C", "AFP"), said("C | starts | A", "TASS")],
        "the order of A, B and C",
        "C starts “A” (TASS); B is before “C” (AFP); A is during “B” (AP). Then the end of A would be before the end "
        "of B, which is before the start of C, which is before the end of C, which is before the end of A.",
        (),
    ),
    (
        "a circle of ends that may touch",
        [said("A | not_before | B", "AP"), said("B | after | C", "AFP"), said("C | after | A", "TASS")],
        "the order of A, B and C",
        "A is not before “B” (AP); B is after “C” (AFP); C is after “A” (TASS). Then the end of A would be before the "
        "start of C, which is before the end of C, which is before the start of B, which is no later than the end of "
        "A.",
        (),
    ),
    (
        "a denied order",
        [
            said("A | before | B", "AP", polarity="denied"),
            said("B | after | C", "AFP"),
            said("C | after | A", "TASS"),
        ],
        "the order of A, B and C",
        "A is not before “B” (AP); B is after “C” (AFP); C is after “A” (TASS). Then the end of A would be before the "
        "start of C, which is before the end of C, which is before the start of B, which is no later than the end of "
        "A.",
        (),
    ),
    (
        "two dates and an order",
        [
            said("A | started_at | 9 July 2025", "AP"),
            said("A | before | B", "AFP"),
            said("B | ended_at | 8 July 2025", "TASS"),
        ],
        "the order of A and B",
        "“ended at” of B is “8 July 2025” (TASS); A is before “B” (AFP): so “started at” of A is before 9 July 2025; "
        "but AP says that “started at” of A is “9 July 2025”.",
        (),
    ),
    (
        "a start and an end of one event",
        [said("the raid | started_at | 21 July 2025", "police"), said("the raid | ended_at | 19 July 2025", "army")],
        "the raid: ended at and started at",
        "“ended at” of the raid is “19 July 2025” (army): so “started at” of the raid is before 20 July 2025; "
        "but police says that “started at” of the raid is “21 July 2025”.",
        (),
    ),
    (
        "a sum",
        [said("class | boys | 5", "AP"), said("class | girls | nine", "AFP"), said("class | pupils | 12", "TASS")],
        "class: boys, girls and pupils",
        "Boys is “5” (AP); girls is “nine” (9) (AFP); pupils is “12” (TASS). Boys + girls is 14, but pupils is 12. "
        "Rule: boys + girls == pupils.",
        ("boys + girls == pupils",),
    ),
    (
        "a sum that is too small",
        [said("class | pupils | 5", "AP"), said("class | guests | at most 6", "AFP")],
        "class: guests and pupils",
        "Pupils is “5” (AP); guests is “at most 6” (AFP). Pupils + 2 is 7, but guests is at most 6. "
        "Rule: pupils + 2 <= guests.",
        ("pupils + 2 <= guests",),
    ),
    (
        "a part and the whole, which need no working out",
        [said("strike | killed | 12", "gov"), said("strike | killed_children | 13", "hospital")],
        "strike: killed and killed children",
        "Killed children is “13” (hospital); killed is “12” (gov). Rule: killed_children <= killed.",
        ("killed_children <= killed",),
    ),
    (
        "a product",
        [
            said("sheet | sheet_length | 5 m", "AP"),
            said("sheet | sheet_width | 4 m", "AFP"),
            said("sheet | sheet_area | 90 m2", "TASS"),
        ],
        "sheet: sheet area, sheet length and sheet width",
        "Sheet area is “90 m2” (between 87.75 and 92.25 m²) (TASS); sheet length is “5 m” (between 4.5 and 5.5 m) (AP)"
        "; sheet width is “4 m” (between 3.5 and 4.5 m) (AFP). Sheet area is between 87.75 and 92.25 m², "
        "but sheet length * sheet width is between 15.75 and 24.75 m². "
        "Rule: sheet_area == sheet_length * sheet_width.",
        ("sheet_area == sheet_length * sheet_width",),
    ),
    (
        "a duration",
        [
            said("the raid | started_at | 9 p.m. on 21 July", "police"),
            said("the raid | ended_at | 9:30 p.m. on 21 July", "army"),
            said("the raid | lasted | two hours", "witness"),
        ],
        "the raid: ended at, lasted and started at",
        "Ended at is “9:30 p.m. on 21 July” (exactly 21:30 on 21 July 2025) (army); started at is “9 p.m. on 21 July” "
        "(exactly 21:00 on 21 July 2025) (police); lasted is “two hours” (between 1 hour 30 minutes and 2 hours 30 "
        "minutes) (witness). Ended at is 21:30 on 21 July 2025, but started at + lasted is no earlier than "
        "22:30 on 21 July 2025 and before 23:31 on 21 July 2025. Rule: ended_at == started_at + lasted.",
        ("ended_at == started_at + lasted",),
    ),
    (
        "several rules at once are listed",
        [said("class | boys | at least 5", "AP"), said("class | girls | 9", "AFP"), said("class | guests | 15", "dpa")],
        "class: boys, girls and guests",
        "Not all of this can be true: “boys” of class is “at least 5” (AP); “girls” of class is “9” (AFP); “guests” of "
        "class is “15” (dpa). Rules: boys + girls == pupils; pupils + 2 <= guests.",
        ("boys + girls == pupils", "pupils + 2 <= guests"),
    ),
]


@pytest.mark.parametrize(("name", "claims", "title", "text", "rules"), CASES, ids=[case[0] for case in CASES])
def test_sentences(name: str, claims: list[Claim], title: str, text: str, rules: tuple[str, ...]) -> None:
    for order in itertools.islice(itertools.permutations(claims), 6):
        (conflict,) = conflicts(*order)
        assert conflict.because == text
        assert conflict.title == title
        assert conflict.to_dict().get("rules", list(rules)) == list(rules)


def test_events_are_called_as_the_claims_call_them() -> None:
    claims = [
        said("The Ambush | before | the truce", "AP", subject_id="Q1"),
        said("the truce | before | the parade", "AFP"),
        said("the parade | before | the ambush", "TASS"),
    ]
    (conflict,) = conflicts(*claims)
    assert conflict.because == (
        "The parade is before the ambush (TASS), the ambush is before the truce (AP), so the parade is before the "
        "truce; but AFP says that the truce is before the parade."
    )


def test_times_on_two_kinds_of_clock_are_told_with_the_slack() -> None:
    claims = [
        said("A | started_at | 9 July 2025", "AP"),
        said("A | before | B", "AFP"),
        said("B | ended_at | 6 July 2025, 10:00 UTC", "TASS"),
    ]
    (conflict,) = conflicts(*claims)
    assert conflict.because.endswith(
        "Times without a zone are taken at the speaker's offset, loosely anywhere on Earth."
    )
    assert "so “started at” of A is before 10:01 on 6 July 2025 UTC" in conflict.because


def test_a_tension_is_told_by_its_best_readings() -> None:
    claims = [
        said("A | before | B", "AP"),
        said("A | started_at | 12 July 2025", "AFP"),
        said("B | ended_at | around 9 July 2025", "TASS"),
    ]
    (conflict,) = conflicts(*claims)
    assert conflict.severity.value == "tension"
    assert conflict.because == (
        "“ended at” of B is “around 9 July 2025” (from 8 July 2025 to 10 July 2025) (TASS); A is before “B” (AP): "
        "so “started at” of A is before 11 July 2025; but AFP says that “started at” of A is “12 July 2025”."
    )
