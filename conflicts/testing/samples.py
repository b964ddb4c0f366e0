"""Samples of what a vocabulary speaks of: an attribute for each entry, and texts that can be its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from hypothesis import strategies as st

from conflicts.constraints import parse_constraint
from conflicts.testing.printing import NAMES, printed
from conflicts.vocabulary import KINDS, TOTAL, Vocabulary, attribute_form

ANY: Final = "sample"
"""What stands for the star of a pattern."""
SOMETIMES: Final = ("quantity", "time", "flag")
"""Kinds of the values of an attribute that declares none."""


def sample_of(name: str) -> str:
    """An attribute that the entry `name`, a name or a pattern, speaks of.

    >>> sample_of("killed*"), sample_of("*_date"), sample_of("deadline")
    ('killed', 'sample_date', 'deadline')
    """
    form = attribute_form(name)
    if form.endswith("*") and not form.endswith("_*") and "*" not in form[:-1]:
        return form[:-1] or ANY
    return form.replace("*", ANY)


def attribute_samples(vocabulary: Vocabulary) -> tuple[str, ...]:
    """One attribute for each entry of the vocabulary, each once; one that it does not know if it has none."""
    return tuple(dict.fromkeys(map(sample_of, vocabulary.attributes))) or (ANY,)


def alike_samples(vocabulary: Vocabulary, among: Sequence[str]) -> list[tuple[str, ...]]:
    """Attributes of `among` to speak of in one story: one of each declaration, and those that a constraint ties.

    Few at a time, for only claims on the same thing can clash.
    """
    one_each = {vocabulary.declaration(name): (name,) for name in reversed(among)}
    tied = [tuple(n for n in parse_constraint(text).attributes if n in among) for text in vocabulary.constraints]
    return [*reversed(one_each.values()), *(names for names in tied if names)]


def texts(
    attribute: str, vocabulary: Vocabulary, texts_of: Mapping[str, Sequence[str]] | None = None
) -> st.SearchStrategy[str]:
    """Texts that can be the value of an attribute, by its kind; `texts_of` lists those of own kinds, by name.

    Names are those that the vocabulary has aliases for, and some more. No text at all for a kind that is neither built
    in nor listed.
    """
    declaration = vocabulary.declaration(attribute)
    kind = declaration.kind
    own = (texts_of or {}).get(attribute) or (texts_of or {}).get(kind or "")
    if own:
        return st.sampled_from(tuple(own))
    if kind is None:
        return st.one_of([printed(one).map(str) for one in SOMETIMES])
    if kind not in KINDS:
        return st.nothing()
    if kind == "place" and not vocabulary.places:
        return st.sampled_from(("Geneva", "Istanbul"))
    if kind == "name" and vocabulary.aliases:
        several = [name for group in list(vocabulary.aliases.items())[:5] for name in (group[0], *group[1])]
        return st.sampled_from((*NAMES[:3], *several))
    return printed(kind, vocabulary=vocabulary).map(str)


def scope_samples(vocabulary: Vocabulary) -> tuple[str | None, ...]:
    """No scope, mostly; and the first that the vocabulary names, in two ways where it has an alias."""
    named = [(name, *aliases[:1]) for name, aliases in vocabulary.scopes.items() if name != TOTAL][:1]
    return (None, None, *(scope for names in named for scope in names))
