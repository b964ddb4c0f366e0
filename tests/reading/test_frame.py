"""The frame: open, absent, unknown, withdrawn, yes and no, in three languages, and texts that are none of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.reading.frame import MARKS, frame, split
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING_SUCH

OPEN = (NOT_SETTLED, NOT_SETTLED | LINE)
NONE = (NOTHING_SUCH, NOTHING_SUCH)
UNKNOWN = (EVERYTHING, EVERYTHING)

SETS: list[tuple[str, str | None, object, str]] = [
    ("not yet finalised", None, OPEN, "the Kremlin"),
    ("Not yet finalised.", None, OPEN, "case and a full stop"),
    ("hasn’t been decided", None, OPEN, "a typographic apostrophe"),
    ("not  final", None, OPEN, "two blanks"),
    ("TBC", None, OPEN, "an abbreviation"),
    ("the date is still to be set", None, OPEN, "“to be” with a decision"),
    ("no date has been set", None, OPEN, "a date without a decision is open, not absent"),
    ("the dates are not fixed", None, OPEN, "said of a detail"),
    ("not announced", "time", OPEN, "where a time is expected, a decision is missing"),
    ("not announced", None, None, "elsewhere it denies “announced”"),
    ("not agreed", None, None, "a status of its own"),
    ("not yet agreed", None, OPEN, "“yet” says that it is open"),
    ("final", None, None, "nothing is denied"),
    ("finalised", "time", None, "nothing is denied"),
    ("not final on Wednesday", None, None, "more than frame"),
    ("none", None, NONE, "none"),
    ("no talks are planned", None, NONE, "none of them"),
    ("There are no talks scheduled", None, NONE, "an opening and an end"),
    ("no meeting is planned on Wednesday", None, None, "an end that says when"),
    ("no", None, None, "an answer, not an absence"),
    ("cancelled", "time", NONE, "a time of what is off does not exist"),
    ("cancelled", None, None, "a status of its own"),
    ("unknown", None, UNKNOWN, "nobody knows"),
    ("not immediately clear", "quantity", UNKNOWN, "nobody knows"),
    ("Wednesday", None, None, "a value"),
    ("", None, None, "nothing"),
    ("...", None, None, "punctuation"),
]


@pytest.mark.parametrize(("text", "kind", "expected", "why"), SETS)
def test_sets(text: str, kind: str | None, expected: object, why: str) -> None:
    assert frame("en").sets(text, kind) == expected, why


LANGUAGES: list[tuple[str, str, object]] = [
    ("de", "noch nicht entschieden", OPEN),
    ("de", "steht noch nicht fest", OPEN),
    ("de-CH", "abgesagt", NONE),
    ("de_AT", "unbekannt", UNKNOWN),
    ("DE", "unklar", UNKNOWN),
    ("fr", "pas encore décidé", OPEN),
    ("fr-CA", "annulé", NONE),
    ("fr", "inconnu", UNKNOWN),
    ("en-GB", "tba", OPEN),
    ("xx", "not yet decided", OPEN),
    ("", "not yet decided", OPEN),
    ("../frame", "not yet decided", OPEN),
]


@pytest.mark.parametrize(("lang", "text", "expected"), LANGUAGES)
def test_languages(lang: str, text: str, expected: object) -> None:
    assert frame(lang).sets(text, "time") == expected


WITHDRAWALS: list[tuple[str, str, bool]] = [
    ("en", "withdrawn", True),
    ("en", " Mandatory kill. ", True),
    ("en", "withdrawn on Wednesday", False),
    ("en", "Wednesday", False),
    ("de", "zurückgezogen", True),
    ("fr", "annule et remplace", True),
]


@pytest.mark.parametrize(("lang", "text", "expected"), WITHDRAWALS)
def test_withdrawals(lang: str, text: str, expected: bool) -> None:
    assert frame(lang).is_withdrawal(text) is expected


NEGATED: list[tuple[str, bool]] = [
    ("no survivors", True),
    ("not Wednesday", True),
    ("none", True),
    ("incorrect", True),
    ("12", False),
    ("nothing new under the sun", True),
    ("Norway", False),
    ("", False),
    (" . ", False),
]


@pytest.mark.parametrize(("text", "expected"), NEGATED)
def test_starts_negated(text: str, expected: bool) -> None:
    assert frame("en").starts_negated(text) is expected


def test_openings_match_the_longest_first_and_leave_something() -> None:
    matching = frame("en").openings.matching
    assert [mark for _, mark in matching(split("will not be on Wednesday"))][:1] == ["deny"]
    assert [" ".join(phrase) for phrase, _ in matching(split("is scheduled for Monday"))] == ["is scheduled for"]
    assert list(matching(split("scheduled for"))) == []
    assert list(matching(())) == []


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_the_word_lists_do_not_contradict_each_other(lang: str) -> None:
    lists = frame(lang)
    settled = {"unknown": lists.unknown, "none": lists.none, "open": lists.open, "withdrawn": lists.withdrawn}
    for a, of_a in settled.items():
        for b, of_b in settled.items():
            assert a == b or not of_a & of_b, f"{a} and {b} share {of_a & of_b}"
    assert not lists.yes & lists.no
    for phrases in lists.openings.by_first.values():
        assert {mark for _, mark in phrases} <= set(MARKS)
        twice = [phrase for phrase, _ in phrases if sum(phrase == other for other, _ in phrases) > 1]
        assert not twice, f"one opening with two meanings: {twice}"


ODD_WORDS = "not no yet set final to be date the planned none unknown kein noch fest pas décidé . , ? ’ withdrawn"
WORDS = st.sampled_from(ODD_WORDS.split())
TEXTS = st.text(max_size=20) | st.lists(WORDS, max_size=8).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(text=TEXTS, kind=st.sampled_from([None, "time", "name", "flag"]), lang=st.sampled_from(["en", "de", "fr", "x"]))
def test_no_text_is_too_odd(text: str, kind: str | None, lang: str) -> None:
    lists = frame(lang)
    sets = lists.sets(text, kind)
    assert sets is None or sets[0] <= sets[1]
    assert lists.sets(f"  {text.upper()} ", kind) == lists.sets(text.upper(), kind), "white space makes no difference"
    assert lists.is_withdrawal(text) is (split(text) in lists.withdrawn)
    assert lists.starts_negated(text) in {True, False}
    assert all(len(phrase) < len(split(text)) for phrase, _ in lists.openings.matching(split(text)))
