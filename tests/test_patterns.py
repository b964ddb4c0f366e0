"""Every regular expression of the package takes linear time, by its structure or for a reason that is written here."""

from __future__ import annotations

import fnmatch
import re
from importlib import resources

import pytest
from patterns import calls, doubts, named

from conflicts.files import MOST_PARTS
from conflicts.reading.quantity import tokens

SHARED = "two repeats that share characters"
SEVERAL = "a part of a repeat that can end in several places"
ALIKE = "alternatives of a repeat that begin alike"
ANEW = "a repeat first, with more to follow"

TOLD: list[tuple[str, set[str], str]] = [
    ("a", set(), "a character"),
    ("a+", set(), "a repeat that is all"),
    (r"\d+[.,]?", set(), "what follows can be left out"),
    (r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?", set(), "a stop sets each part apart"),
    (r"(?:,\d+)*", set(), "so does a comma"),
    ("(?:a+b)*", set(), "and here what ends each turn"),
    ('"[^"]*x', set(), "a run that cannot begin in itself"),
    (r"(?>a+)a", set(), "atomic"),
    ("x(?:a++b)*", set(), "possessive"),
    ("(a+)+b", {SEVERAL, ANEW}, "the best known of all"),
    ("(?:a+){2,8}b", {SEVERAL}, "n to the eighth"),
    ("x(?:.*a)*", {SEVERAL}, "any character, then one of them"),
    (r"x(?:\s*,\s*)*y", {SEVERAL}, "blanks on both sides"),
    ("x(?:aa?)*y", {SEVERAL}, "one or two"),
    (r"(\w)\1+", {SEVERAL}, "what is referred to can be anything"),
    ("a*a*b", {SHARED, ANEW}, "side by side"),
    (r"x\d+[.,]?\d+y", {SHARED}, "with something that can be left out between"),
    ("x.+:.+y", {SHARED, ANEW}, "with a sign between that both can take"),
    ("x[^:x]+:[^x]+y", set(), "with one that the first cannot"),
    (":[^:]+:.+y", {ANEW}, "where a later run holds all that stands before it"),
    ("x(?:a|a)*b", {ALIKE}, "twice the same"),
    ("x(?:a|ab|b)*c", {ALIKE}, "one begins as another does"),
    ("x(?:ab|cd)*e", set(), "they begin with letters of their own"),
    (r"\s*x", {ANEW}, "a search of many blanks"),
    ("a[a-z]*1", {ANEW}, "a run that begins in itself"),
    ("b|a+c", {ANEW}, "in an alternative"),
    ("a++b", {ANEW}, "possessive does not help there"),
]


@pytest.mark.parametrize(("pattern", "expected", "why"), TOLD, ids=[pattern for pattern, *_ in TOLD])
def test_what_is_doubtful(pattern: str, expected: set[str], why: str) -> None:
    assert doubts(pattern) == expected, why


REASONS: dict[str, tuple[set[str], str]] = {
    "conflicts.files._LONG_KEY": ({ANEW}, "it begins at the start of a line or after a sign that is in no part, "
                                  f"so that each part is gone through once for each of the {MOST_PARTS} before it"),
    "conflicts.formats.location._PLACE": ({ANEW}, "only asked to match the whole, and what follows is bounded"),
    "conflicts.reading.quantity.tokens._TOKEN": ({ANEW}, f"a text has at most {tokens.LONGEST} characters"),
    "conflicts.reading.transliteration._DOUBLED": ({SEVERAL}, "what is referred to is one character"),
}  # fmt: skip


def test_every_pattern_is_linear() -> None:
    doubtful = {name: doubts(pattern.pattern, pattern.flags & ~re.UNICODE) for name, pattern in named().items()}
    assert len(doubtful) > 20
    assert {name: found for name, found in doubtful.items() if found} == {n: found for n, (found, _) in REASONS.items()}


def test_no_pattern_is_missed() -> None:
    """A pattern is held by a module or a class, where it is found; one in a function is written out."""
    found = list(calls())
    assert len([place for place, is_held, _ in found if is_held]) >= len({p.pattern for p in named().values()}) > 20
    others = {place: text for place, is_held, text in found if not is_held}
    assert [place for place, text in others.items() if text is None or doubts(text)] == []


def _source(name: str) -> str:
    return resources.files("conflicts").joinpath(name).read_text(encoding="utf-8")


def test_the_reasons_hold() -> None:
    assert named()["conflicts.files._LONG_KEY"].pattern.startswith(r"(?:^[ \t]*+\[{0,2}+|[{,])")
    assert set(re.findall(r"_PLACE\.(\w+)", _source("formats/location.py"))) == {"fullmatch"}
    assert tokens.LONGEST <= 300
    assert "len(text) > LONGEST" in _source("reading/quantity/reader.py")


def test_patterns_of_a_vocabulary_do_not_run_away() -> None:
    """They are translated by `fnmatch`, which makes each part between two stars atomic."""
    translated = fnmatch.translate("*a*a*b")
    assert "(?>" in translated or "(?=(?P<" in translated
    assert doubts(translated) <= {SHARED, ANEW}
