"""What a type checker must say of `conflicts.testing`; checked by mypy and pyright, never run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO, assert_type

from hypothesis import strategies as st

from conflicts import Claim, UnreadError, Value, Vocabulary
from conflicts.formats import find_format
from conflicts.reading import Settings
from conflicts.testing import (
    Printed,
    Story,
    check_claims,
    check_format,
    check_value_laws,
    check_vocabulary,
    claim_lists,
    claims,
    paste,
    printed,
    stories,
    times,
    values,
    vocabularies,
)

assert_type(claims(), st.SearchStrategy[Claim])
assert_type(claims(Vocabulary.default(), attributes=["venue"], chance=0), st.SearchStrategy[Claim])
assert_type(claim_lists(claims(), max_size=3), st.SearchStrategy[list[Claim]])
assert_type(values("dew point"), st.SearchStrategy[Value])
assert_type(printed("time"), st.SearchStrategy[Printed])
assert_type(times(), st.SearchStrategy[Printed])
assert_type(vocabularies(), st.SearchStrategy[Vocabulary])
assert_type(stories("conflicting"), st.SearchStrategy[Story])
stories("clashing")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_height(attribute: str, denied: bool) -> st.SearchStrategy[Value]:
    return values("length", beyond=not denied)


claims(values=of_height)


def dew_point(text: str, settings: Settings) -> Value:
    if settings.unit is not None:
        raise UnreadError(f"{text!r} is no dew point")
    return Value.of("dew point", 12)


def write(story: Sequence[Claim], stream: TextIO) -> None:
    stream.write(paste(story))


check_claims([Claim("talks", "venue", "Kyiv", "AFP")], Vocabulary.default())
check_vocabulary("ours.toml", texts_of={"dew_point": ["12 °C"]}, max_examples=5)
check_value_laws("dew_point", ["12 °C"])
check_value_laws(values(), max_examples=5)
check_format(find_format("jsonl"), write)
