"""A vocabulary examined: what it says, as data, and the laws of `find_conflicts` on claims in its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import hypothesis
from hypothesis import find
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import sampled_from

from conflicts.assertions import Reader, Unread
from conflicts.claims import Claim, near
from conflicts.constraints import parse_constraint
from conflicts.testing.broken import BrokenLaw, for_all
from conflicts.testing.claiming import claim_lists, claims
from conflicts.testing.laws import LAWS, Law
from conflicts.testing.samples import alike_samples, attribute_samples, sample_of, scope_samples, texts
from conflicts.vocabulary import KINDS, Vocabulary

Texts = Mapping[str, Sequence[str]]

TRIED: Final = hypothesis.settings(
    max_examples=20, derandomize=True, database=None, deadline=None, phases=[hypothesis.Phase.generate]
)


def check_vocabulary(
    vocabulary: Vocabulary | Mapping[str, Any] | str | Path,
    *,
    texts_of: Texts | None = None,
    max_examples: int = 40,
    settings: hypothesis.settings | None = None,
) -> None:
    """Check a vocabulary: a `Vocabulary`, a mapping as `Vocabulary.from_dict` takes, or the path of a file.

    First as data. Cyclic places, contradictory aliases, unknown kinds and constraints without a meaning raise
    `VocabularyError`, as whenever a vocabulary is built. Then every attribute is tried with texts of its kind: one
    under which none can be read is told, with the reason. `texts_of` lists texts for an attribute or an own kind, by
    name; each must be readable. A constraint must speak of attributes of which one value is true, and not of
    what looks like a slip of a declared name.

    Then the laws of `find_conflicts` (`LAWS`) on claims in the words of the vocabulary. Raises `BrokenLaw`, which names
    the law and shows the smallest story found that breaks it, as Python that can be pasted into a test.

    The same examples are tried in every run; `max_examples` says how many a law, `settings`, those of Hypothesis, all
    else. With 40 a law a vocabulary takes a few seconds.

    >>> check_vocabulary({"attributes": {"mediator": {"kind": "name", "single": True}}}, max_examples=5)
    >>> check_vocabulary({"attributes": {"killed": {"kind": "quantity"}}, "constraints": ["killed_women <= kiled"]})
    Traceback (most recent call last):
    ...
    conflicts.testing.broken.BrokenLaw: this law does not hold: a vocabulary means something
    constraints: 'killed_women <= kiled': 'kiled' is declared nowhere; did you mean 'killed'?
    """
    words = _vocabulary(vocabulary)
    given = dict(texts_of or {})
    if problems := list(vocabulary_problems(words, given)):
        raise BrokenLaw("a vocabulary means something", "\n".join(problems))
    drawn = story_strategy(words, given)
    for law in LAWS:
        _holds(law, drawn, words, max_examples, settings)


def story_strategy(
    vocabulary: Vocabulary, texts_of: Texts | None = None
) -> hypothesis.strategies.SearchStrategy[list[Claim]]:
    """Lists of claims on one attribute of the vocabulary, or on those that a constraint ties."""
    given = texts_of or {}
    readable = [name for name in attribute_samples(vocabulary) if not texts(name, vocabulary, given).is_empty]
    scopes, modalities = scope_samples(vocabulary), (None, None, "plan")

    def on(attributes: Sequence[str]) -> hypothesis.strategies.SearchStrategy[list[Claim]]:
        return claim_lists(
            claims(vocabulary, attributes=attributes, texts_of=given, scopes=scopes, modalities=modalities)
        )

    return sampled_from(alike_samples(vocabulary, readable)).flatmap(on)


def _holds(
    law: Law,
    drawn: hypothesis.strategies.SearchStrategy[list[Claim]],
    words: Vocabulary,
    max_examples: int,
    settings: hypothesis.settings | None,
) -> None:
    for_all(drawn, lambda story: law.check(story, words), max_examples=max_examples, settings=settings)


def _vocabulary(given: Vocabulary | Mapping[str, Any] | str | Path) -> Vocabulary:
    if isinstance(given, Vocabulary):
        return given
    return Vocabulary.from_file(given) if isinstance(given, str | Path) else Vocabulary.from_dict(given)


def vocabulary_problems(vocabulary: Vocabulary, texts_of: Texts) -> Iterator[str]:
    """What a vocabulary says that has no meaning, one line each."""
    reader = Reader(vocabulary)
    known = {sample_of(name) for name in vocabulary.attributes} | {*vocabulary.attributes}
    for name in texts_of:
        if name not in known and name not in {d.kind for d in vocabulary.attributes.values()}:
            yield f"texts_of: {name!r} is neither an attribute nor a kind of this vocabulary{near(name, known)}"
    for name in vocabulary.attributes:
        yield from _unreadable(name, vocabulary, reader, texts_of)
    for text in vocabulary.constraints:
        yield from _doubtful(text, vocabulary, known)


def _unreadable(name: str, vocabulary: Vocabulary, reader: Reader, texts_of: Texts) -> Iterator[str]:
    attribute = sample_of(name)
    kind = vocabulary.declaration(attribute).kind or ""
    listed = texts_of.get(name) or texts_of.get(attribute) or texts_of.get(kind)
    for text in listed or ():
        if reason := _why_unread(text, attribute, reader):
            yield f"attributes.{name}: {text!r}: {reason}"
    if listed:
        return
    if kind and kind not in KINDS:
        yield f"attributes.{name}: give texts of the kind {kind!r} to try it with: texts_of={{{kind!r}: [...]}}"
        return
    reasons: list[str] = []

    def is_read(text: str) -> bool:
        reason = _why_unread(text, attribute, reader)
        if reason:
            reasons.append(reason)
        return reason is None

    try:
        find(texts(attribute, vocabulary, texts_of), is_read, settings=TRIED)
    except NoSuchExample:
        yield f"attributes.{name}: no text of its kind can be read, for example: {reasons[0]}"


def _why_unread(text: str, attribute: str, reader: Reader) -> str | None:
    found = reader.read(Claim("a subject", attribute, text, "a source", asserted_at="2025-07-21"))
    return found.reason if isinstance(found, Unread) else None


def _doubtful(text: str, vocabulary: Vocabulary, known: set[str]) -> Iterator[str]:
    for name in parse_constraint(text).attributes:
        if vocabulary.declaration(name).kind is None and (hint := near(name, known - {name})):
            yield f"constraints: {text!r}: {name!r} is declared nowhere{hint}"
