"""How a conflict is told: who says what, and no one more than they said."""

from __future__ import annotations

import pytest
from stories import MONDAY, check, claim

from conflicts import Claim
from conflicts.because import marks, source_words

UNNAMED = [
    ("source", "a source", "an article, as an editor would"),
    ("unnamed source", "an unnamed source", "before a vowel"),
    ("European diplomat", "a European diplomat", "that sounds as a consonant"),
    ("Ukrainian official", "a Ukrainian official", "so does this"),
    ("unidentified official", "an unidentified official", "and this does not"),
    ("US official", "a US official", "letters that are spelled out"),
    ("EU official", "an EU official", "the first of them sounds as a vowel"),
    ("MP", "an MP", "a consonant that sounds as a vowel"),
    ("NATO official", "a NATO official", "a word made of letters"),
    ("the source", "the source", "it has one"),
    ("two officials", "two officials", "more than one"),
    ("officials", "officials", "a plural"),
    ("some officials", "some officials", "told how many"),
    ("people familiar with the matter", "people familiar with the matter", "no noun of one person at the end"),
    ("une source diplomatique", "une source diplomatique", "another language"),
    ("ein Insider", "ein Insider", "another language"),
    ("Regierungskreise", "Regierungskreise", "another language"),
]


@pytest.mark.parametrize(("name", "expected", "why"), UNNAMED)
def test_an_unnamed_source(name: str, expected: str, why: str) -> None:
    given = Claim("talks", "date", "Monday", name, anonymous=True, via=["TASS"])
    assert source_words(given) == f"{expected} through TASS", why


def test_a_named_source_has_no_article() -> None:
    assert source_words(Claim("talks", "date", "Monday", "official gazette")) == "official gazette"


def test_a_side_says_no_more_than_was_said() -> None:
    claims = [
        claim("a", "venue", "Doha", "A", MONDAY),
        claim("b", "venue", "Kyiv", "B", MONDAY, polarity="denied"),
        claim("c", "venue", "Kyiv", "C", MONDAY),
        claim("d", "venue", "Doha", "D", MONDAY),
    ]
    (conflict,) = check(claims)
    assert conflict.because.endswith(
        "“Doha”, says A and D on 21 July 2025, and not “Kyiv”, says B on 21 July 2025; “Kyiv”, says C on 21 July 2025."
    ), "B said nothing of Doha"


def test_what_a_claim_says_beside_its_words() -> None:
    given = Claim("talks", "venue", "Doha", "A", polarity="denied", hedged=True)
    assert (marks(given), marks(Claim("talks", "venue", "Doha", "A"))) == (", denied, hedged", "")


def test_an_order_names_both_events() -> None:
    claims = [
        claim("a", "before", "the truce", "A", MONDAY, subject="the ambush"),
        claim("b", "before", "the ambush", "B", MONDAY, subject="the truce"),
    ]
    (conflict,) = check(claims)
    assert conflict.because == (
        "Sources differ on the order of the ambush and the truce: the ambush before “the truce”, says A on 21 July"
        " 2025; the truce before “the ambush”, says B on 21 July 2025."
    )
