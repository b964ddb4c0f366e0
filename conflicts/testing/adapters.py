"""The laws of formats: what is written and read again is the same, and no text makes a reader fail."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TextIO

import hypothesis
from attrs import evolve
from hypothesis import strategies as st

from conflicts.api import find_conflicts
from conflicts.claims import Claim
from conflicts.errors import InputError
from conflicts.formats.base import Format, Found
from conflicts.testing.broken import for_all, told
from conflicts.testing.claiming import claim_lists
from conflicts.testing.laws import picture, report_on
from conflicts.testing.pasting import paste
from conflicts.testing.telling import Story, stories
from conflicts.vocabulary import Vocabulary

WriteClaims = Callable[[Sequence[Claim], TextIO], None]
ODD: Final = ("“quoted”, with a comma", "a line\nand another", "naïve – ünïcode", "tab\tand ; and > and '", "<b>&</b>")
"""Texts that formats trip over, as subjects and quotes of claims."""


def check_format(
    adapter: Format,
    write: WriteClaims | None = None,
    *,
    max_examples: int = 50,
    settings: hypothesis.settings | None = None,
) -> None:
    """Check the laws of a format: reading any text tells what is wrong with it, and what is written reads back.

    `write(claims, stream)` writes claims in the format, as those who send such files do. With it, or if the format
    writes reports that hold their claims as `json` does, claims that are written and read again must be the same
    claims, and the report on them the same report. A format that only writes must write any report, twice the same.

    Raises `BrokenLaw`, which names the law and shows the smallest claims or text that break it. The same examples are
    tried in every run; `settings`, those of Hypothesis, change that and all else.

    >>> from conflicts.formats import find_format
    >>> check_format(find_format("json"), max_examples=5)
    """
    if not isinstance(adapter, Format) or (adapter.read is None and adapter.write is None):
        raise InputError(f"format: {adapter!r} is not a Format that reads or writes")
    among = st.one_of(stories(), odd_stories())

    def each(body: Callable[[Story], None]) -> None:
        for_all(among, body, max_examples=max_examples, settings=settings)

    if adapter.write is not None:
        words = f"the format {adapter.name!r} writes any report, and writes it twice the same"
        each(lambda story: told(words, lambda: _writes(adapter, story), story.claims))
    if adapter.read is None:
        return
    words = f"the format {adapter.name!r} reads any text, or says where and why it cannot"
    texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(MARKS), max_size=12).map("".join))
    for_all(
        texts,
        lambda text: told(words, lambda: _reads(adapter, text)),
        max_examples=max_examples,
        settings=settings,
    )
    writer = write if write is not None or adapter.write is None else _whole_report(adapter)
    if writer is not None:
        words = f"claims written as {adapter.name!r} and read again are the same claims"
        each(lambda story: told(words, lambda: _round_trip(adapter, writer, story), story.claims))


MARKS: Final = (*'{}[]",:;<>\n\t\x00\ufeff\udcff', "\r\n", "subject", "1")
"""What the texts that no one would send are made of."""


def odd_stories() -> st.SearchStrategy[Story]:
    """Claims with texts that formats trip over."""

    def made(claims: list[Claim], text: str) -> Story:
        odd = [evolve(claims[0], subject=text, quote=text, url="https://example.org/?a=1&b=2"), *claims[1:]]
        return Story(tuple(odd), "agreeing", "claims with odd texts", Vocabulary.default())

    plain = claim_lists(retract=False)
    return st.builds(made, plain, st.sampled_from(ODD))


def _writes(adapter: Format, story: Story) -> str | None:
    report = find_conflicts(story.claims, story.vocabulary)
    texts = []
    for _ in range(2):
        stream = io.StringIO(newline="")
        assert adapter.write is not None
        adapter.write(report, stream)
        texts.append(stream.getvalue())
    return None if texts[0] == texts[1] else "the second text differs from the first"


def _reads(adapter: Format, text: str) -> str | None:
    for found in _records(adapter, text):
        if not isinstance(found, Found):
            return f"{text!r} gives a {type(found).__name__}; a Found is needed"
        if (found.record is None) == (found.problem is None):
            how = "neither a record nor a problem" if found.record is None else "a record and a problem"
            return f"{text!r} gives, at {found.where}, {how}"
        if not found.where.startswith("a file"):
            return f"{text!r} gives the place {found.where!r}, which does not begin with the file's name"
    return None


def _records(adapter: Format, text: str) -> Iterable[Found]:
    assert adapter.read is not None
    suffix = adapter.suffixes[0] if adapter.suffixes else ""
    return list(adapter.read(io.StringIO(text, newline=""), f"a file{suffix}"))


def _whole_report(adapter: Format) -> WriteClaims | None:
    """How claims are written by a format that writes reports, if what it writes holds claims that it reads."""
    assert adapter.write is not None
    write = adapter.write

    def written(claims: Sequence[Claim], stream: TextIO) -> None:
        write(find_conflicts(claims, errors="unread"), stream)

    stream = io.StringIO(newline="")
    written([Claim("a subject", "an attribute", "a value", "a source")], stream)
    return written if any(found.record for found in _records(adapter, stream.getvalue())) else None


def _round_trip(adapter: Format, write: WriteClaims, story: Story) -> str | None:
    stream = io.StringIO(newline="")
    write(story.claims, stream)
    found = list(_records(adapter, stream.getvalue()))
    if problems := [f"{one.where}: {one.problem}" for one in found if one.record is None]:
        return f"{problems[0]} in what was written:\n{stream.getvalue()}"
    again = [Claim.from_record(one.record or {}) for one in found]
    if len(again) != len(story.claims):
        return f"{len(story.claims)} claims became {len(again)}:\n{stream.getvalue()}"
    for before, after in zip(story.claims, again, strict=True):
        if (before.id, before.content) != (after.id, after.content):
            return f"one claim became\n{paste([after])}"
    if picture(report_on(story.claims, story.vocabulary)) != picture(report_on(again, story.vocabulary)):
        return "the claims are the same, the report on them is not"
    return None
