"""Of any two claims the report says in one sentence why they clash or why not."""

from __future__ import annotations

import pytest
from stories import MONDAY, NINE, NOON, SIX, TUESDAY, check, claim, when

from conflicts import Claim, InputError

ANONYMOUS = {"anonymous": True, "via": ["TASS"]}
CASES: list[tuple[str, list[Claim], str]] = [
    ("contradiction", [when("a", "July 23", "A"), when("b", "July 24", "B")], "a and b contradict each other"),
    ("one source", [when("a", "July 23", "A"), when("b", "July 24", "A")], "in no fair reading, both said by A."),
    ("compatible", [when("a", "July 23", "A"), when("b", "in July", "B")], "share 23 July 2025."),
    (
        "subjects",
        [when("a", "July 23", "A"), when("b", "July 24", "B", subject="x")],
        "the subjects differ, the event and x.",
    ),
    (
        "attributes",
        [when("a", "July 23", "A"), claim("b", "killed", "3", "B")],
        "one tells “scheduled date”, the other “killed”.",
    ),
    (
        "scopes",
        [claim("a", "killed", "3", "A"), claim("b", "killed", "9", "B", scope="since Monday")],
        "the scopes differ",
    ),
    (
        "tenses",
        [claim("a", "date", "July 23", "A", modality="plan"), claim("b", "date", "July 24", "B", modality="fact")],
        "one is a plan, the other a fact.",
    ),
    (
        "members",
        [claim("a", "delegation_member", "Umerov", "A"), claim("b", "delegation_member", "Yermak", "B")],
        "can have many values, “Umerov” and “Yermak” both.",
    ),
    (
        "axes",
        [claim("a", "amount", "$3", "A"), claim("b", "amount", "€4", "B")],
        "amounts in EUR and amounts in USD lie",
    ),
    (
        "superseded",
        [when("a", "July 23", "A", MONDAY), when("b", "July 24", "A", TUESDAY)],
        "a was superseded by b: A said",
    ),
    (
        "superseded by a third",
        [when("a", "July 23", "A", MONDAY), when("c", "July 24", "A", TUESDAY), when("b", "July 25", "B", TUESDAY)],
        "a was superseded by c",
    ),
    ("a copy", [when("a", "July 23", "A"), when("b", "July 23", "A", via=["AP"])], "b is a copy of a: A said it once."),
    (
        "two kinds of clock",
        [claim("a", "held_on", "9 p.m. on 20 July", "A"), claim("b", "held_on", "6 p.m. GMT on 20 July", "B")],
        "share exactly 18:00 on 20 July 2025 UTC.",
    ),
    (
        "order",
        [claim("a", "before", "the vote", "A"), claim("b", "after", "the vote", "B")],
        "“the event” before “the vote” and “the event” after “the vote” have nothing in common",
    ),
    (
        "a withdrawal",
        [
            claim("a", "killed", "12", "A"),
            claim("c", "killed", "14", "B"),
            claim("b", "killed", "withdrawn", "B", retracts="c"),
        ],
        "b only withdraws c, and says nothing else.",
    ),
    (
        "a hedge lost",
        [claim("a", "killed", "at least 34", "A"), claim("b", "killed", "34", "A", via=["AP"])],
        "“at least 34” was printed as “34”.",
    ),
    ("restated", [when("a", "July 23", "A", NINE), when("b", "July 23", "A", NOON)], "A repeated it."),
    (
        "withdrawn",
        [when("a", "July 23", "A"), when("b", "withdrawn", "A", retracts="a")],
        "b withdraws a: A took it back",
    ),
    (
        "refused",
        [when("a", "July 23", "A"), when("b", "withdrawn", "B", retracts="a")],
        "b does not withdraw a: it retracts",
    ),
    (
        "withdrawn before",
        [when("a", "July 23", "A", NINE), when("b", "July 24", "B"), when("r", "withdrawn", "A", NOON, retracts="a")],
        "a was withdrawn, and stands against nothing.",
    ),
    ("unread", [when("a", "when pigs fly", "A"), when("b", "July 24", "B")], "a was not read: "),
    (
        "hypothetical",
        [when("a", "July 23", "A", modality="hypothetical"), when("b", "July 24", "B")],
        "a is hypothetical",
    ),
    ("hedged", [when("a", "July 23", "A", hedged=True), when("b", "July 24", "B")], "but A was not sure."),
    (
        "open",
        [when("a", "not final", "A"), when("b", "July 24", "B")],
        "a rules no value out, it calls the matter open.",
    ),
    (
        "loosely",
        [claim("a", "votes", "dozens", "A"), claim("b", "votes", "more than 100", "B")],
        "read loosely they share",
    ),
    (
        "two spellings",
        [claim("a", "head_of_delegation", "Zelenskyy", "A"), claim("b", "head_of_delegation", "Selenskyj", "B")],
        "can be one name in two spellings; if so, add an alias.",
    ),
    (
        "grown",
        [claim("a", "killed", "12", "A", NINE), claim("b", "killed", "31", "B", NOON)],
        "“killed” can have grown in between.",
    ),
    (
        "grown for sure",
        [claim("a", "killed", "up to 12", "A", NINE), claim("b", "killed", "31", "B", NOON)],
        "told of different times, and “killed” can have grown.",
    ),
    (
        "changed",
        [claim("a", "without_power", "12", "A", MONDAY), claim("b", "without_power", "31", "B", MONDAY)],
        "“without power” can have changed in between, and which came first is not known.",
    ),
    (
        "backed off",
        [when("a", "July 23", "A", NINE), when("c", "in July", "A", NOON), when("b", "July 24", "B")],
        "A said something else too that allows more, so a excludes nothing for sure.",
    ),
    (
        "order unknown",
        [when("a", "July 23", "A", MONDAY), when("b", "July 24", "A", MONDAY)],
        "A said something else too",
    ),
    (
        "several ids",
        [
            when("a", "July 23", "A", subject="Georgia"),
            when("b", "July 24", "B", subject="Georgia", subject_id="Q1"),
            when("c", "July 25", "B", subject="Georgia", subject_id="Q2"),
        ],
        "a was not placed: 'Georgia' is the name of 2 subjects (Q1, Q2); give its subject_id.",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected"), CASES, ids=[case[0] for case in CASES])
def test_explain(name: str, claims: list[Claim], expected: str) -> None:
    report = check(claims)
    told = report.explain("a", "b")
    assert expected in told
    for sentence in (told, report.explain("b", "a")):
        assert sentence.endswith(".")
        assert "\n" not in sentence
    opening = told.split()[:3]
    if opening[1] == "and":
        assert report.explain("b", "a").split()[:3] == opening[::-1], "the same answer from the other side"


def test_claims_are_named_by_id_or_given() -> None:
    a, b = when("a", "July 23", "A", SIX), when("b", "July 24", "B", SIX)
    report = check([a, b])
    assert report.explain(a, b) == report.explain("a", "b")
    assert report.explain(a, a) == "a and a are one claim."
    with pytest.raises(InputError, match="no claim has the id 'x'"):
        report.explain("a", "x")
    with pytest.raises(InputError, match="give two claims, or none"):
        report.explain("a")
