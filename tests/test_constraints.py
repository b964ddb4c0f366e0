"""Constraints are parsed when a vocabulary is made, and a bad one is told by name."""

from __future__ import annotations

import pytest

from conflicts import Vocabulary, VocabularyError
from conflicts.constraints import parse_constraint

GOOD = [
    ("killed_children + killed_women <= killed", "<=", ("killed", "killed_children", "killed_women")),
    ("ordinal == earlier_rounds + 1", "==", ("earlier_rounds", "ordinal")),
    ("votes == share * delegates", "==", ("delegates", "share", "votes")),
    ("2 * (a - b) > -c / 3", ">", ("a", "b", "c")),
]


@pytest.mark.parametrize(("text", "comparison", "attributes"), GOOD, ids=[case[0] for case in GOOD])
def test_parsed(text: str, comparison: str, attributes: tuple[str, ...]) -> None:
    found = parse_constraint(text)
    assert (found.comparison, found.attributes) == (comparison, attributes)


BAD = [
    ("killed", "one comparison is needed"),
    ("a <= b <= c", "one comparison is needed"),
    ("a != b", "one comparison is needed"),
    ("a <=", "is not a constraint"),
    ("", "is not a constraint"),
    ("a <= a + 1", "it ties a to itself"),
    ("1 <= 2", "it names no attribute"),
    ("f(a) <= b", "'f(a)' is no attribute"),
    ("a ** 9 <= b", "'a ** 9' is no attribute"),
    ("a <= 'b'", "is no attribute, number"),
    ("a <= b or c", "one comparison is needed"),
    ("(" * 3000, "is too long"),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[case[0][:20] for case in BAD])
def test_refused(text: str, message: str) -> None:
    with pytest.raises(VocabularyError) as told:
        parse_constraint(text)
    assert message in str(told.value)


def test_a_vocabulary_tells_all_its_bad_constraints() -> None:
    with pytest.raises(VocabularyError) as told:
        Vocabulary.from_dict({"constraints": ["a <= b", "a <=", "c <= c"]})
    assert [problem.partition(": ")[0] for problem in told.value.problems] == ["constraints", "constraints"]


def test_deeply_nested_signs_do_not_break_the_parser() -> None:
    parse_constraint("-" * 400 + "a <= b")
