"""The frame around a value: what makes it open, absent, unknown, denied, hedged, a plan or a fact.

The words are data: `words/frame.LANG.toml`, one file a language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final, Literal, TypeAlias

from attrs import frozen

from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING_SUCH, Extent

Words: TypeAlias = tuple[str, ...]
Mark: TypeAlias = Literal["deny", "hedge", "plan", "fact"]
MARKS: Final[tuple[Mark, ...]] = ("deny", "hedge", "plan", "fact")
WITH_AN_AXIS: Final = frozenset({"time", "duration", "place", "quantity"})
APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def split(text: str) -> Words:
    """The words of a text in lower case, without the punctuation at its end."""
    if text.isascii():  # by far the most are, and have nothing to fold
        return tuple(text.lower().rstrip(" .!,;").split())
    return tuple(text.casefold().translate(APOSTROPHES).rstrip(" .!,;").split())


@frozen
class Openings:
    """Phrases by their first word, the longest first."""

    by_first: dict[str, list[tuple[Words, Mark]]]

    def matching(self, words: Words) -> Iterator[tuple[Words, Mark]]:
        for phrase, mark in self.by_first.get(words[0], ()) if words else ():
            if len(phrase) < len(words) and words[: len(phrase)] == phrase:
                yield phrase, mark


@frozen
class Frame:
    """The word lists of one language."""

    negators: frozenset[str]
    decided: frozenset[str]
    agreed: frozenset[str]
    yet: tuple[Words, ...]
    to_be: tuple[Words, ...]
    open: frozenset[Words]
    put_off: frozenset[Words]
    detail: frozenset[str]
    filler: frozenset[str]
    unknown: frozenset[Words]
    none: frozenset[Words]
    off: frozenset[Words]
    none_starts: tuple[Words, ...]
    happening: tuple[Words, ...]
    withdrawn: frozenset[Words]
    yes: frozenset[Words]
    no: frozenset[Words]
    telling: frozenset[str]
    """Words one of which every text that is all frame holds: the longest of each phrase, and what can be decided."""
    openings: Openings
    endings: tuple[str, ...]
    """Phrases at the end that tell as much as an opening; `ending_marks` says what each is, if anything."""
    ending_marks: dict[str, Mark | None]

    def tense(self, words: Words) -> Literal["plan", "fact"] | None:
        """Whether the first words of a text tell a plan or a fact: "scheduled for Wednesday", "held on Thursday".

        >>> frame("en").tense(split("scheduled for Wednesday")), frame("en").tense(split("Wednesday"))
        ('plan', None)
        """
        if words and words[0] in self.openings.by_first:
            for phrase, mark in self.openings.matching(words):
                if len(phrase) > 1 and (mark == "plan" or mark == "fact"):
                    return mark
        return None

    def sets(self, text: str, kind: str | None = None) -> tuple[Extent, Extent] | None:
        """The strict and the loose set of a text that is all frame, or None if it is not.

        >>> frame("en").sets("not yet finalised") == (NOT_SETTLED, NOT_SETTLED | LINE)
        True
        >>> frame("en").sets("no talks are planned") == (NOTHING_SUCH, NOTHING_SUCH)
        True
        >>> frame("en").sets("Wednesday") is None
        True
        """
        return self.sets_of(split(text), kind)

    def sets_of(self, words: Words, kind: str | None) -> tuple[Extent, Extent] | None:
        """The sets of a text that is already split into its words."""
        if self.telling.isdisjoint(words):
            return None
        if words in self.unknown:
            return EVERYTHING, EVERYTHING
        if words in self.none or (kind in WITH_AN_AXIS and words in self.off):
            return NOTHING_SUCH, NOTHING_SUCH
        if self._is_open(words, kind in WITH_AN_AXIS) or (kind in WITH_AN_AXIS and words in self.put_off):
            return NOT_SETTLED, NOT_SETTLED | LINE
        return (NOTHING_SUCH, NOTHING_SUCH) if self._is_none(words) else None

    def _is_open(self, words: Words, agreed_counts: bool) -> bool:
        core = tuple(w for w in words if w not in self.filler and w not in self.detail)
        if words in self.open or core in self.open:
            return True
        if self.decided.isdisjoint(words) and self.agreed.isdisjoint(words):
            return False
        to_be = next((phrase for phrase in self.to_be if _contains(words, phrase)), ())
        agreed_counts = agreed_counts or bool(to_be or self.detail.intersection(words))
        agreed_counts = agreed_counts or any(_contains(words, phrase) for phrase in self.yet)
        decided = self.decided | self.agreed if agreed_counts else self.decided
        others = {w for w in core if w not in decided and w not in to_be}
        return bool(decided.intersection(words)) and others <= self.negators and bool(others or to_be)

    def _is_none(self, words: Words) -> bool:
        if not any(words[: len(start)] == start for start in self.none_starts):
            return False
        end = next((end for end in self.happening if words[-len(end) :] == end), None)
        return end is not None and self.detail.isdisjoint(words[: -len(end)])  # "took place" is no place that is open

    def is_withdrawal(self, text: str) -> bool:
        """Whether the text only says that an earlier claim is taken back."""
        return split(text) in self.withdrawn

    def starts_negated(self, text: str) -> bool:
        """Whether the text's own first word denies ("no", "none", "not")."""
        words = split(text)
        return bool(words) and (words[0] in self.negators or words[:1] in self.none or words in self.no)


def _contains(words: Words, phrase: Words) -> bool:
    return any(words[i : i + len(phrase)] == phrase for i in range(len(words) - len(phrase) + 1))


@cache
def frame(lang: str) -> Frame:
    """The word lists of `lang` ("de", "de-CH"): those of the language, else the English ones. Read once."""
    folder = resources.files("conflicts.reading").joinpath("words")
    file = folder.joinpath(f"frame.{re.split('[-_]', lang)[0].casefold()}.toml")
    if not file.is_file():
        file = folder.joinpath("frame.en.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    by_first: dict[str, list[tuple[Words, Mark]]] = {}
    for mark in MARKS:
        for text in data["openings"].get(mark, ()):
            phrase = split(text)
            by_first.setdefault(phrase[0], []).append((phrase, mark))
    for phrases in by_first.values():
        phrases.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    ending_marks: dict[str, Mark | None] = {" ".join(split(text)): None for text in data["endings"].get("filler", ())}
    ending_marks |= {" ".join(split(text)): mark for mark in MARKS for text in data["endings"].get(mark, ())}

    def texts(key: str) -> tuple[Words, ...]:
        return tuple(sorted({split(text) for text in data[key]}, key=lambda w: (-len(w), w)))

    wholes = [texts(key) for key in ("open", "put_off", "unknown", "none", "off", "none_starts")]
    telling = {max(phrase, key=len) for phrases in wholes for phrase in phrases}
    return Frame(
        telling=frozenset({*telling, *data["decided"], *data["agreed"]}),
        negators=frozenset(data["not"]),
        decided=frozenset(data["decided"]),
        agreed=frozenset(data["agreed"]),
        yet=texts("yet"),
        to_be=texts("to_be"),
        open=frozenset(texts("open")),
        put_off=frozenset(texts("put_off")),
        detail=frozenset(data["detail"]),
        filler=frozenset(data["filler"]),
        unknown=frozenset(texts("unknown")),
        none=frozenset(texts("none")),
        off=frozenset(texts("off")),
        none_starts=texts("none_starts"),
        happening=texts("happening"),
        withdrawn=frozenset(texts("withdrawn")),
        yes=frozenset(texts("yes")),
        no=frozenset(texts("no")),
        openings=Openings(by_first),
        endings=tuple(ending_marks),
        ending_marks=ending_marks,
    )
