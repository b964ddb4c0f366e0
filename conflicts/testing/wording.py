"""Strategies for vocabularies: small, of every kind of entry, and always without a contradiction in themselves."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from conflicts.values.allen import RELATIONS
from conflicts.vocabulary import KINDS, Declaration, Vocabulary

ATTRIBUTES: Final = ("height", "killed*", "*_date", "guest", "due", "venue", "*_member", "opened_on", "before")
ALIASES: Final = (("Kyiv", ("Kiev",)), ("Ann", ("Annie", "Anna Lee")), ("Geneva", ("Genève",)))
PLACES: Final = (("Kyiv", "Ukraine"), ("Istanbul", "Turkey"), ("Geneva", "Switzerland"), ("Istanbul", "Europe"))
SCOPES: Final = (("in total", ("overall",)), ("since Monday", ("from Monday on",)))
CONSTRAINTS: Final = ("killed_children + killed_women <= killed", "ended_at == started_at + lasted")
FIELDS: Final[dict[str, dict[str, tuple[Any, ...]]]] = {
    "time": {
        "modality": ("plan", "fact"),
        "timezone": ("speaker", "Europe/Kyiv"),
        "role": ("end", "whole"),
        "tolerance": ("10 min", "1 day"),
    },
    "duration": {"tolerance": ("10 min", "5 %"), "changes": ("grows", "freely")},
    "quantity": {"unit": ("people", "km"), "tolerance": ("2", "1 %"), "changes": ("grows", "freely")},
    "name": {"single": (True, False), "timeless": (True,)},
    "choice": {"single": (True, False)},
    "order": {"relation": RELATIONS},
}
"""What beside its kind each kind of attribute may declare, and some values for it."""


@st.composite
def declarations(draw: st.DrawFn) -> Declaration:
    """What a vocabulary can say of an attribute; shrinks to one that says nothing."""
    kind = draw(st.sampled_from((None, *KINDS)))
    rest = {name: st.sampled_from(options) for name, options in FIELDS.get(kind or "", {}).items()}
    return Declaration(kind=kind, **draw(st.fixed_dictionaries({}, optional=rest)))


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Vocabularies of a few attributes and patterns, with aliases, places, scopes and constraints.

    >>> from hypothesis import find
    >>> find(vocabularies(), lambda vocabulary: True) == Vocabulary()
    True
    """

    def some(options: tuple[Any, ...]) -> Any:
        return draw(st.lists(st.sampled_from(options), max_size=3, unique_by=lambda one: one[0]))

    named = draw(st.dictionaries(st.sampled_from(ATTRIBUTES), declarations(), max_size=4))
    return Vocabulary(
        attributes=named,
        constraints=tuple(draw(st.lists(st.sampled_from(CONSTRAINTS), max_size=2, unique=True))),
        aliases=dict(some(ALIASES)),
        places=dict(some(PLACES)),
        scopes=dict(some(SCOPES)),
    )
