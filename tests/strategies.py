"""Strategies of the tests: claims on small sets, under a vocabulary with an attribute of every behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from conflicts import Claim, Value, Vocabulary, testing

MEANINGS: Final[Mapping[str, Mapping[str, Any]]] = {
    "height": {},
    "begun": {"timeless": True},
    "killed": {"changes": "grows"},
    "held": {"changes": "freely"},
    "due": {"modality": "plan"},
    "guest": {"single": False},
    "speed": {"tolerance": "2"},
}
ALIASES: Final = {"Ann": ["Annie"], "talks": ["the talks"]}
SCOPES: Final = {"in total": ["overall"]}


def vocabulary(**more: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary that the claims of `claims()` are written in, with `more` attributes."""
    return Vocabulary.from_dict({"attributes": {**MEANINGS, **more}, "aliases": ALIASES, "scopes": SCOPES})


@cache
def _values(axis: str, beyond: bool, firm: bool) -> st.SearchStrategy[Value]:
    """Made once: it takes longer to make a strategy than to draw from it."""
    return testing.values(axis, beyond=beyond, firm=firm)


def claims(
    attributes: Sequence[str] = tuple(MEANINGS),
    *,
    axes: Sequence[str] = ("count",),
    subjects: Sequence[str] = ("talks",),
    **cast: Any,
) -> st.SearchStrategy[Claim]:
    """Claims whose values are sets on `axes`, so that the oracle can tell them apart; see `testing.claims`."""

    def values(attribute: str, denied: bool) -> st.SearchStrategy[Value]:
        of_line = attribute in {"killed", "held", "guest"} or denied
        firm = denied or attribute == "guest"
        return st.one_of([_values(axis, not of_line, firm) for axis in axes])

    return testing.claims(vocabulary(), attributes=attributes, values=values, subjects=subjects, **cast)
