"""Reading a printed length of time: text and settings in, a value on the axis "duration" out."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import lexicon
from conflicts.reading.time.counting import cardinal, decimal
from conflicts.reading.time.lengths import length
from conflicts.reading.time.measures import SIZES, Measured, measured, read_length, rough, signed
from conflicts.reading.time.spec import Count, Length
from conflicts.reading.time.tokens import LONGEST, Tokens, normal
from conflicts.values.bounds import HIGHEST, LOWEST, Number, exact
from conflicts.values.calendar import DAY
from conflicts.values.extent import LINE, Extent
from conflicts.values.value import Value

AXIS = "duration"

_VAGUE: Final = {
    "PXY": ("year", 2, 60), "PXM": ("month", 2, 24), "PXW": ("week", 2, 12), "PXD": ("day", 2, 30),
    "PTXH": ("hour", 2, 24), "PTXM": ("minute", 2, 60), "PTXS": ("second", 1, 300),
}  # fmt: skip


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
    for words in (own,) if own.lang == lexicon.DEFAULT else (own, lexicon.load(lexicon.DEFAULT)):
        tokens = Tokens(plain, words)
        if settings.kind is None and not _has_unit(tokens):
            continue
        try:
            found = _whole(tokens, is_asked=settings.kind is not None) or _years(tokens, settings)
        except (OverflowError, RecursionError):
            raise UnreadError("a length of time beyond measure") from None
        if found:
            strict, loose, timex = found
            return Value(AXIS, strict, loose, text=text, timex=timex, unit="s")
    return None


def _has_unit(tokens: Tokens) -> bool:
    """Whether some token can begin the name of a unit, or a length in signs ("P3D", "1:45:30")."""
    return any("unit" in tokens.senses(at) or tokens.words[at] in _SIGNS for at in range(tokens.size))


_SIGNS: Final = frozenset({":", "p", "pt"})
_Sets = tuple[Extent, Extent, str | None]


def _whole(tokens: Tokens, *, is_asked: bool) -> _Sets | None:
    """The sets of the text by the first rule that takes it in whole; vague lengths only where a length is wanted."""
    for rule in (_both, _between, _bounded, _vague, _plain) if is_asked else (_both, _between, _bounded, _counted):
        found = rule(tokens, 0)
        if found and _ends(tokens, found[1]):
            return found[0]
    return None


def _ends(tokens: Tokens, at: int) -> bool:
    return _skip_fillers(tokens, tokens.skip(at, ".,'\"-")) >= tokens.size


def _skip_fillers(tokens: Tokens, at: int) -> int:
    while at < tokens.size:
        filler = tokens.sense(at, "duration_filler")
        if filler is None and tokens.word(at) == "-" and at:
            at += 1
            continue
        if filler is None:
            return at
        at = filler[1]
    return at


def _extent(read: Measured, slack: Count) -> Extent:
    return Extent.closed(exact(max(read.low - slack, Fraction(0))), exact(read.high + slack))


def _plain(tokens: Tokens, at: int, *, bare: bool = True) -> tuple[_Sets, int] | None:
    """A length with or without a hedge: "two hours", "about two hours", "exactly 90 minutes", "the next four years"."""
    at = _skip_fillers(tokens, at)
    ahead = tokens.sense(at, "relative")
    if ahead and not tokens.sense(at, "unit"):
        at = _skip_fillers(tokens, ahead[1])
    sharp = tokens.sense(at, "exact")
    about = tokens.sense(at, "approx")
    start = sharp[1] if sharp else about[1] if about else at
    if not sharp and not about:
        start = _skip_fillers(tokens, start)
    found = signed(tokens, start) if sharp else read_length(tokens, start, bare=bare and start > 0)
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


def _counted(tokens: Tokens, at: int) -> tuple[_Sets, int] | None:
    """A plain length that no other kind of value can be: not "the week", nor "a quarter", which may be a share."""
    return _plain(tokens, at, bare=False) if tokens.sense(tokens.size - 1, "share") is None else None


def _bound(tokens: Tokens, at: int) -> tuple[tuple[Extent, Extent, str], int] | None:
    """One bound: "at least two hours", "less than 30 minutes", "90 minutes or more"."""
    while tokens.sense(at, "bound_duration") is None:
        filler = tokens.sense(at, "duration_filler")
        if filler is None:
            break
        at = filler[1]
    word = tokens.sense(at, "bound_duration")
    if word:
        start = tokens.sense(word[1], "approx")
        sharp = tokens.sense(word[1], "exact")
        found = signed(tokens, sharp[1] if sharp else start[1] if start else word[1])
        if found is None:
            return None
        name = "sharp " + word[0] if sharp else word[0]
        return _half_line(name, *found)
    found = read_length(tokens, at)
    if found is None:
        return None
    after = tokens.sense(found[1], "bound_duration_after")
    return _half_line(after[0], found[0], after[1]) if after else None


def _half_line(name: str, read: Measured, end: int) -> tuple[tuple[Extent, Extent, str], int]:
    low, high = exact(read.low), exact(read.high)
    if name.endswith("atleast"):
        strict = Extent.at_least(low)
        loose = strict
    elif name.endswith("atmost"):
        strict = Extent.at_most(high)
        loose = strict
    elif name == "sharp more":
        strict = loose = Extent.more_than(low)
    elif name == "sharp less":
        strict = loose = Extent.less_than(high)
    elif name == "more":
        strict, loose = Extent.more_than(low), Extent.at_least(low)
    else:
        strict, loose = Extent.less_than(high), Extent.at_most(high)
    return (strict, loose, read.timex), end


def _bounded(tokens: Tokens, at: int) -> tuple[_Sets, int] | None:
    found = _bound(tokens, at)
    return ((found[0][0], found[0][1], found[0][2]), found[1]) if found else None


def _both(tokens: Tokens, at: int) -> tuple[_Sets, int] | None:
    """Two bounds: "at least 90 minutes and less than 2 hours"."""
    first = _bound(tokens, at)
    if first is None:
        return None
    joint = tokens.sense(first[1], "join")
    last = _bound(tokens, joint[1]) if joint else None
    if last is None:
        return None
    strict = first[0][0] & last[0][0]
    if strict.is_empty:
        raise UnreadError("no length fits both bounds")
    return (strict, strict, None), last[1]


def _between(tokens: Tokens, at: int) -> tuple[_Sets, int] | None:
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
    if joint is None:
        return None
    last = signed(tokens, joint[1])
    if last is None:
        return None
    read, end = last
    if not isinstance(first, Measured):
        found = length(tokens, joint[1])
        if found is None or len(found[0].parts) != 1:
            return None
        unit = found[0].parts[0][2]
        first = measured(Length(((first, first, unit),)))
        text = None
    else:
        text = None
    if first.low > read.high:
        return None
    strict = Extent.closed(exact(first.low), exact(read.high))
    return (strict, strict, text), end


def _count_or_length(tokens: Tokens, at: int) -> tuple[Count | Measured, int]:
    found = signed(tokens, at, is_first=True) or signed(tokens, at)
    if found:
        return found
    number = decimal(tokens, at)
    if number:
        return number
    words = cardinal(tokens, at)
    return words or (0, at)


def _vague(tokens: Tokens, at: int) -> tuple[_Sets, int] | None:
    """ "decades-long", "over the years", "for weeks", "an indefinite period"."""
    start = at
    while True:
        unknown = tokens.sense(start, "duration_unknown")
        if unknown:
            return (LINE, LINE, "PXD" if unknown[0] == "PXX" else unknown[0]), unknown[1]
        found = tokens.sense(start, "duration_vague")
        if found:
            name, low, high = _VAGUE[found[0]]
            shortest, longest = SIZES[name][0] * low, SIZES[name][1] * high
            loose = Extent(((LOWEST, HIGHEST),))
            return (Extent.closed(shortest, longest), loose, found[0]), found[1]
        word = tokens.sense(start, "duration_filler") or tokens.sense(start, "relative")
        if word is None:
            return None
        start = word[1]


def _years(tokens: Tokens, settings: Settings) -> _Sets | None:
    """A length told by its first and last year: "from 2009 to 2011"; only where a duration is wanted."""
    if settings.kind != AXIS:
        return None
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
