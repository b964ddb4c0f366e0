"""The grammar of a whole length of time, with its hedges: "about two hours", "from 90 minutes to 2 hours"."""

from __future__ import annotations

from fractions import Fraction

from conflicts.reading.time.counting import cardinal, decimal
from conflicts.reading.time.lengths import length
from conflicts.reading.time.measures import (
    Measured,
    Sets,
    both,
    bounded,
    filler_at,
    measured,
    partly,
    read_length,
    rough,
    signed,
    vague,
)
from conflicts.reading.time.spec import Count, Length
from conflicts.reading.time.tokens import Tokens
from conflicts.values.bounds import exact
from conflicts.values.extent import Extent


def whole(tokens: Tokens, *, is_asked: bool) -> Sets | None:
    """The sets of the text by the first rule that takes it in whole; vague lengths only where a length is wanted."""
    for rule in (both, _between, bounded, vague, partly, _plain) if is_asked else (both, _between, bounded, _counted):
        found = rule(tokens, 0)
        if found and ends(tokens, found[1]):
            return found[0]
    return None


def ends(tokens: Tokens, at: int) -> bool:
    return _skip_fillers(tokens, tokens.skip(at, ".,'\"-")) >= tokens.size


def _skip_fillers(tokens: Tokens, at: int) -> int:
    while at < tokens.size:
        filler = filler_at(tokens, at)
        if filler is None and tokens.word(at) == "-" and at:
            at += 1
            continue
        if filler is None:
            return at
        at = filler
    return at


def _extent(read: Measured, slack: Count) -> Extent:
    return Extent.closed(exact(max(read.low - slack, Fraction(0))), exact(read.high + slack))


def _plain(tokens: Tokens, at: int, *, bare: bool = True) -> tuple[Sets, int] | None:
    """A length with or without a hedge: "two hours", "about two hours", "exactly 90 minutes", "the next four years"."""
    at = _skip_fillers(tokens, at)
    ahead = tokens.sense(at, "relative")
    if ahead and not tokens.sense(at, "unit"):
        at = _skip_fillers(tokens, ahead[1])
    sharp = tokens.sense(at, "exact")
    about = (tokens.sense(at, "approx") or _some(tokens, at)) if "at" not in tokens.senses(at) else None  # "vers 9 h"
    start = sharp[1] if sharp else about[1] if about else at
    if not sharp and not about:
        start = _skip_fillers(tokens, start)
    bare = (bare and start > 0) or _is_long(tokens, start)
    found = signed(tokens, start) if sharp else read_length(tokens, start, bare=bare)
    if found is None:
        return None
    read, end = found
    after = tokens.sense(end, "approx")
    if after and not about:
        about, end = after, after[1]
    if sharp:
        point = Extent.closed(exact(read.low), exact(read.high))
        return (point, point, read.timex), end
    if read.is_vague:
        strict = Extent.closed(exact(read.low), exact(read.high))
        return (strict, Extent.closed(exact(read.low / 2), exact(read.high * 2)), read.timex), end
    if about:
        return (*rough(read, about[0]), read.timex), end
    strict = _extent(read, read.half)
    return (strict, strict, read.timex), end


def _some(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The word for a few that is none before a number: "some 20 minutes"."""
    few = tokens.sense(at, "vague_count")
    return ("about", few[1]) if few and (tokens.is_number(few[1]) or tokens.sense(few[1], "number")) else None


def _is_long(tokens: Tokens, at: int) -> bool:
    """Whether a unit stands at `at` with no number, but as long as one: "week-long"."""
    unit = tokens.sense(at, "unit") if tokens.sense(at, "plural") is None else None
    return unit is not None and way_of(tokens, unit[1] + (tokens.word(unit[1]) == "-")) == "long"


def _counted(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """A plain length that no other kind of value can be: not "the week", nor "a quarter", which may be a share."""
    return _plain(tokens, at, bare=False) if tokens.sense(tokens.size - 1, "share") is None else None


def _between(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """ "between one and two hours", "from 90 minutes to 2 hours", "two to three days", "5-7 years"."""
    at = _skip_fillers(tokens, at)
    word = tokens.sense(at, "between") or tokens.sense(at, "from")
    start = word[1] if word else at
    first, end = _count_or_length(tokens, start)
    if end <= start:
        return None
    joint = tokens.sense(end, "and" if word and tokens.sense(at, "between") else "to") or tokens.sense(end, "or")
    if joint is None and isinstance(first, Measured) and tokens.sense(at, "from") and cardinal(tokens, start):
        return _plain(tokens, start) if first.is_vague else None  # "From 5 to 10 hours" is "5 to 10 hours".
    if joint is None or (tokens.sense(start - 1, "from") and tokens.word(end - 1) == "h"):
        return None  # "De 9 h à 11 h" are two clock times.
    last = signed(tokens, joint[1])
    if last is None or (tokens.word(end) == "-" and "article" in tokens.senses(joint[1])):
        return None  # "A two-hour-a-day job" has no range.
    read, end = last
    if not isinstance(first, Measured):
        found = length(tokens, joint[1])
        if found is None or len(found[0].parts) != 1:
            return None
        unit = found[0].parts[0][2]
        first = measured(Length(((first, first, unit),)))
    if first.low > read.high:
        return None
    strict = Extent.closed(exact(first.low), exact(read.high))
    return (strict, strict, None), end


def _count_or_length(tokens: Tokens, at: int) -> tuple[Count | Measured, int]:
    found = signed(tokens, at, is_first=True) or signed(tokens, at)
    if found:
        return found
    number = decimal(tokens, at)
    if number:
        return number
    words = cardinal(tokens, at)
    return words or (0, at)


def way_of(tokens: Tokens, at: int) -> str:
    """How a word bears on the length beside it, as the word lists tell; "" if it does not."""
    return tokens.senses(at).get("duration_filler", ("", 0))[0]
