"""Reading a printed length of time: text and settings in, a value on the axis "duration" out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import lexicon
from conflicts.reading.time.events import JOINING, of_event
from conflicts.reading.time.lasting import ends, way_of, whole
from conflicts.reading.time.lengths import respelled
from conflicts.reading.time.measures import Sets, read_length
from conflicts.reading.time.tokens import LONGEST, Tokens, normal
from conflicts.values.bounds import Number
from conflicts.values.calendar import DAY
from conflicts.values.extent import Extent
from conflicts.values.value import Value

AXIS = "duration"


def read_duration(text: str, settings: Settings) -> Value | None:
    """The length of time that `text` says, in seconds, or None if it is not one.

    A plain "two hours" stands for half an hour either side, as measures do; months are 28 to 31 days, years 365 or
    366. "Exactly", "at least", "up to", "between … and …" are sharp, "about" is wider.

    >>> value = read_duration("at least 90 minutes", Settings())
    >>> value.strict == Extent.at_least(5400), value.timex
    (True, 'PT90M')
    """
    if len(text) > LONGEST:
        return None
    plain = normal(text)
    if not plain or len(plain) > LONGEST:
        return None
    own = lexicon.load(settings.lang)
    reason: str | None = None
    for words in (own,) if own.lang == lexicon.DEFAULT else (own, lexicon.load(lexicon.DEFAULT)):
        tokens = Tokens(plain, words)
        if settings.kind is None and not _has_unit(tokens):
            continue
        try:
            found = whole(tokens, is_asked=settings.kind is not None)
            if found is None and settings.kind == AXIS:
                tokens = Tokens(respelled(plain, words), words)
                found = _years(tokens) or whole(tokens, is_asked=True)
                if found is None and (words is own or not _is_known(tokens, own)):
                    found = of_event(tokens, text)
            found = found if all(way != "more" for _, _, way in _ways(tokens)) else None
            reason = reason or (None if found else _why_not(tokens, text, is_asked=settings.kind == AXIS))
        except (OverflowError, RecursionError):
            raise UnreadError("a length of time beyond measure") from None
        if found:
            strict, loose, timex = found
            return Value(AXIS, strict, loose, text=text, timex=timex, unit="s")
    if reason:
        raise UnreadError(reason)
    return None


def _has_unit(tokens: Tokens) -> bool:
    """Whether some token can begin the name of a unit, or a length in signs ("P3D", "1:45:30")."""
    return any("unit" in tokens.senses(at) or tokens.words[at] in _SIGNS for at in range(tokens.size))


def _is_known(tokens: Tokens, own: lexicon.Lexicon) -> bool:
    """Whether some word means nothing in the language of the tokens, and something in the text's own."""
    return any(not tokens.senses(at) and own.senses([word], 0) for at, word in enumerate(tokens.words))


_SIGNS: Final = frozenset({":", "p", "pt"})
_HEDGES: Final = ("bound_duration", "bound_duration_after", "approx")


def _ways(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Each place outside of hedges, the index after its word, and how that bears on the length beside it."""
    at = 0
    while at < tokens.size:
        hedge = max(tokens.senses(at).get(kind, ("", 0))[1] for kind in _HEDGES)
        if hedge > at + 1:
            at = hedge  # "No more than", "or longer", "more or less".
            continue
        way, end = tokens.sense(at, "duration_filler") or ("", at + 1)
        yield at, end, way
        at += 1


def _why_not(tokens: Tokens, text: str, *, is_asked: bool) -> str | None:
    """Why a length stands there and is none of the event, if that shows by the first such word of its kind."""

    def is_length(part: Tokens) -> bool:
        found = whole(part, is_asked=is_asked) or (of_event(part, text) if is_asked and part.size else None)
        return found is not None

    seen = {""}
    for at, end, told in _ways(tokens):
        way = told if told not in seen else ""
        seen.add(way)
        if way == "more":
            rest = tokens.without(at, end)
            bare = read_length(tokens, end, bare=True)
            if is_length(rest) or is_length(rest.part(1, rest.size)) or (bare and ends(tokens, bare[1])):
                return f"{_printed(tokens, at, end)!r} compares with a length that is not given; give the total"
        if is_asked and way == "person" and _has_unit(tokens):
            return f"{_printed(tokens, at, end)!r} tells that it is an age, not how long something lasts"
        if is_asked and way == "always":
            return f"{_printed(tokens, at, end)!r} tells that it never pauses, not how long it lasts"
        if is_asked and way == "each" and is_length(tokens.without(at, end)):
            return f"{_printed(tokens, at, end)!r} tells that there are many, not how long it lasts in all"
        per = tokens.sense(at, "per")
        if is_asked and per and way_of(tokens, at - 1) not in JOINING and is_length(tokens.part(0, at)):
            return f"{_printed(tokens, at, per[1])!r} tells how much in each, not how long it lasts"
    return None


def _printed(tokens: Tokens, start: int, end: int) -> str:
    """What is printed there, but for its capitals."""
    glue = ("" if tokens.is_glued(at) else " " for at in range(start, end))
    return "".join(space + word for space, word in zip(glue, tokens.words[start:end], strict=True)).strip()


def _years(tokens: Tokens) -> Sets | None:
    """A length told by its first and last year: "from 2009 to 2011"; only where a duration is wanted."""
    word = tokens.sense(0, "between") or tokens.sense(0, "from")
    if word is None or not tokens.is_number(word[1]) or len(tokens.words[word[1]]) != 4:
        return None
    joint = tokens.sense(word[1] + 1, "and") or tokens.sense(word[1] + 1, "to")
    if (
        joint is None
        or not tokens.is_number(joint[1])
        or joint[1] + 1 != tokens.size
        or len(tokens.words[joint[1]]) != 4
    ):
        return None
    years = int(tokens.words[joint[1]]) - int(tokens.words[word[1]])
    if years <= 0:
        return None
    low: Number = (years - 1) * 365 * DAY
    strict = Extent.closed(max(low, 0), (years + 1) * 366 * DAY)
    return strict, strict, f"P{years}Y"
