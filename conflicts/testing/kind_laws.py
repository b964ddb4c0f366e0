"""The laws of values, for a kind that reads text or for any strategy of values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final, TypeAlias

import hypothesis
from hypothesis import strategies as st

from conflicts.api import read
from conflicts.errors import InputError, UnreadError
from conflicts.kinds import find_kind
from conflicts.testing.broken import for_all, told
from conflicts.testing.pasting import value_source
from conflicts.testing.printing import printed
from conflicts.testing.sets import can_be_denied, extents
from conflicts.values.extent import EVERYTHING, LINE, Extent
from conflicts.values.value import ANY_AXIS, Relation, Value
from conflicts.vocabulary import KINDS

WORSE: Final = (Relation.COMPATIBLE, Relation.TENSION, Relation.CONTRADICTION)
SAID: Final = "2025-07-21"
Texts: TypeAlias = Sequence[str] | st.SearchStrategy[str]
Holds: TypeAlias = Callable[[Value, Value, Extent], str | None]


def check_value_laws(
    kind: str | st.SearchStrategy[Value],
    texts: Texts = (),
    *,
    reads_back: bool | None = None,
    max_examples: int = 100,
    settings: hypothesis.settings | None = None,
) -> None:
    """Check the laws of values on a kind, or on the values of a strategy.

    `kind` is the name of a kind, built in or added by an entry point of the group "conflicts.values", or a strategy of
    values. Of an own kind `texts` must give texts that it reads (a list or a strategy). `reads_back` says whether the
    words of a value, `str(value)`, must read back to the same sets; by default they must of a built-in kind.

    Raises `BrokenLaw`, which says which law does not hold and on what. The same examples are tried in every run;
    `settings`, those of Hypothesis, change that and all else.

    The laws: a relation is symmetric; values compare with those on their axis, and with no others; no value clashes
    with itself, with a coarsening or with a hedged form of itself; coarsening or hedging never makes a relation worse;
    a value clashes with its denial; equal values have equal hashes. Of a kind that is read, also: each of its texts is
    read; reading gives a value or an `UnreadError` on any text whatever; the same text gives the same value.

    >>> check_value_laws("quantity", max_examples=20)
    """
    if not isinstance(kind, str):
        if texts:
            raise InputError("texts: only a kind given by its name reads texts")
        _check_values(kind, max_examples, settings)
        return
    if kind not in KINDS and find_kind(kind) is None:
        raise InputError(f"kind: {kind!r} is neither built in nor added by an installed package")
    if kind not in KINDS and not texts:
        raise InputError(f"texts: give texts that the kind {kind!r} reads, for the laws to be tried on")
    given = texts if isinstance(texts, st.SearchStrategy) else st.sampled_from(tuple(texts)) if texts else None
    printed_texts = printed(kind).map(str) if given is None else given
    _check_reading(kind, printed_texts, kind in KINDS if reads_back is None else reads_back, max_examples, settings)
    _check_values(printed_texts.map(lambda text: _read(text, kind)), max_examples, settings)


def _read(text: str, kind: str) -> Value:
    return read(text, kind=kind, asserted_at=SAID)


def _check_reading(
    kind: str, texts: st.SearchStrategy[str], reads_back: bool, max_examples: int, settings: hypothesis.settings | None
) -> None:
    def is_read(text: str) -> str | None:
        try:
            _read(text, kind)
        except UnreadError as error:
            return f"{text!r} is unread: {error}"
        return None

    def same(text: str) -> str | None:
        first, again = _read(text, kind), _read(text + " ", kind)  # what was read once may be remembered
        same_value = first == again
        return None if same_value else f"{text!r} reads as {_shown(first)}, with a blank after it as {_shown(again)}"

    def any_text(text: str) -> str | None:
        with suppress(UnreadError, InputError):
            _read(text, kind)
        return None

    def back(text: str) -> str | None:
        value = _read(text, kind)
        words = str(value)
        try:
            again = _read(words, kind)
        except UnreadError as error:
            return f"{text!r} is {words!r} in words, which are unread: {error}"
        if (again.strict, again.loose) == (value.strict, value.loose):
            return None
        return f"{text!r} is {words!r} in words, which read as {again} ({_shown(again)}, not {_shown(value)})"

    near = st.builds("".join, st.lists(st.one_of(texts, st.text(max_size=8)), min_size=1, max_size=3))
    laws: list[tuple[str, Callable[[str], str | None], st.SearchStrategy[str]]] = [
        ("each text of the kind is read", is_read, texts),
        ("the same text gives the same value", same, texts),
        ("reading any text gives a value or an UnreadError", any_text, st.one_of(near, st.text(max_size=40))),
    ]
    if reads_back:
        laws.append(("the words of a value read back to the same sets", back, texts))
    for words, holds, among in laws:
        _every(words, holds, among, max_examples, settings)


def _every(
    words: str,
    holds: Callable[[Any], str | None],
    among: st.SearchStrategy[Any],
    max_examples: int,
    settings: hypothesis.settings | None,
) -> None:
    def body(example: Any) -> None:
        told(words, lambda: holds(example))

    for_all(among, body, max_examples=max_examples, settings=settings)


def _shown(*values: Value) -> str:
    return " and ".join(map(value_source, values))


def _symmetric(a: Value, b: Value, more: Extent) -> str | None:
    one, other = a.relation(b), b.relation(a)
    return None if one is other else f"{_shown(a, b)}: {one.value} one way, {other.value} the other way"


def _comparable(a: Value, b: Value, more: Extent) -> str | None:
    is_alike = a.axis == b.axis or ANY_AXIS in (a.axis, b.axis)
    if is_alike == (a.relation(b) is not Relation.NOT_COMPARABLE):
        return None
    return f"{_shown(a, b)}: {a.relation(b).value}"


def _with_itself(a: Value, b: Value, more: Extent) -> str | None:
    for what, other in (("itself", a), ("a coarser value", a.coarsened(more)), ("itself, hedged", a.hedged())):
        if a.relation(other) is not Relation.COMPATIBLE:
            return f"{_shown(a)} and {what}, {_shown(other)}: {a.relation(other).value}"
    return None


def _never_worse(a: Value, b: Value, more: Extent) -> str | None:
    if a.relation(b) is Relation.NOT_COMPARABLE:
        return None
    before = WORSE.index(a.relation(b))
    for what, other, most in (("coarsened", a.coarsened(more), 2), ("hedged", a.hedged(), 1)):
        if WORSE.index(other.relation(b)) > min(before, most):
            return f"{_shown(a, b)}: {a.relation(b).value}, but {other.relation(b).value} once the first is {what}"
    return None


def _denied(a: Value, b: Value, more: Extent) -> str | None:
    if not can_be_denied(a) or a.loose >= LINE or a.strict >= EVERYTHING:
        return None
    relation = a.relation(a.denied())
    bad = relation is Relation.COMPATIBLE or (a.strict == a.loose and relation is not Relation.CONTRADICTION)
    return f"{_shown(a)} and its denial: {relation.value}" if bad else None


def _hashes(a: Value, b: Value, more: Extent) -> str | None:
    if not (a.strict <= a.loose) or a.strict.is_empty:
        return f"{_shown(a)}: the strict set must hold a point, and lie in the loose one"
    return f"{_shown(a)} and its equal have different hashes" if a == b and hash(a) != hash(b) else None


LAWS: Final[tuple[tuple[str, Holds], ...]] = (
    ("a relation is symmetric", _symmetric),
    ("values compare with those on their axis, and with no others", _comparable),
    ("no value clashes with itself, coarsened or hedged", _with_itself),
    ("coarsening or hedging a value never makes a relation worse", _never_worse),
    ("a value clashes with its denial", _denied),
    ("equal values have equal hashes", _hashes),
)


def _check_values(values: st.SearchStrategy[Value], max_examples: int, settings: hypothesis.settings | None) -> None:
    among = st.tuples(values, values, extents(beyond=False))
    for words, holds in LAWS:
        _every(words, partial(_of_three, holds), among, max_examples, settings)


def _of_three(holds: Holds, three: tuple[Value, Value, Extent]) -> str | None:
    return holds(*three)
