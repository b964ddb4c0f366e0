"""The grammar of lengths of time: "two and a half hours", "1 month and 21 days", "a few weeks"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from conflicts.reading.time.counting import cardinal, decimal
from conflicts.reading.time.lexicon import Lexicon
from conflicts.reading.time.spec import Count, Length
from conflicts.reading.time.tokens import Tokens

ONE: Final = 1
_FEW: Final = {
    "second": (2, 300),
    "minute": (2, 60),
    "hour": (2, 24),
    "day": (2, 7),
    "week": (2, 6),
    "month": (2, 8),
    "year": (2, 7),
}
_HOLDS: Final = {
    ("hour", "minute"): 60, ("day", "hour"): 24, ("week", "day"): 7, ("fortnight", "day"): 14, ("fortnight", "week"): 2,
    ("year", "month"): 12, ("decade", "year"): 10,
}  # fmt: skip
"""How many of one unit another is, wherever it lies in the calendar."""
_OR_SO_MANY: Final = frozenset({2, 3})
_NO_COUNT: Final = frozenset({"unit", "month", "ordinal_suffix", "ampm"})
"""What shows that a number counts none of the units before it: "a day or two weeks"."""
_COUNTS: Final = frozenset({"fraction", "vague_count", "number", "article"})
"""What begins a count in words."""
_INNER: Final = frozenset({"adjective", "inner"})
_CLOSED: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "night"})


_HOURS: Final = re.compile(
    r"(?<![\w.,:])(\d{1,3}) ?h ?(?:([0-5]\d)(?: ?(?:mn|min|m))?|(\d) ?(?:mn|min|m))(?!\w|[.,:]\d)"
)
_ANY_HOURS: Final = re.compile(r"\d ?h(?![^\W\d_])")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_COUNTED: Final = frozenset({"number", "fraction", "vague_count", "duration_compound"})


def length(tokens: Tokens, at: int, *, bare: bool = False, is_first: bool = False) -> tuple[Length, int] | None:
    """A length of time at `at` and the index after it; `bare` also takes a unit with no number ("the next day").

    `is_first` tells that it is the first of two, so that "and" ends it.

    >>> from conflicts.reading.time.lexicon import load
    >>> length(Tokens("an hour and a half", load("en")), 0)[0].parts
    ((Fraction(3, 2), Fraction(3, 2), 'hour'),)
    """
    first = _part(tokens, at, bare=bare)
    if first is None:
        return None
    wider = None if is_first else _to_another_unit(tokens, *first)
    if wider:
        return Length((wider[0],)), wider[1]
    parts, end = [first[0]], first[1]
    while len(parts) < 7:
        follows = end
        if tokens.word(end) == "." and tokens.is_glued(end):
            follows += 1  # "1 hr. 20 mins."
        while tokens.word(follows) in (",", "-") or (not is_first and tokens.sense(follows, "join")):
            follows += 1
        if follows == end and "article" in tokens.senses(end) and "number" not in tokens.senses(end):
            break  # "24 hours a day"
        half = (
            None
            if is_first
            else _half_more(tokens, follows)
            if follows > end and tokens.word(follows - 1) not in ",-"
            else None
        )
        if half and parts[-1][2] in _CLOSED:
            low, high, unit = parts[-1]
            parts[-1], end = (low + half[0], high + half[0], unit), half[1]
            break
        more = _part(tokens, follows)
        if follows == end and more and more[0][2] != "second" and "ordinal" in tokens.senses(end - 1):
            break  # "a second two-day visit"
        if more is None or more[0][2] in {unit for _, _, unit in parts}:
            break
        if follows - end == 1 and tokens.word(end) == "-":
            break
        parts.append(more[0])
        end = more[1]
    return Length(tuple(parts)), end


def _to_another_unit(
    tokens: Tokens, part: tuple[Count, Count, str], end: int
) -> tuple[tuple[Count, Count, str], int] | None:
    """The end of "a week to ten days", "six months to a year", whose two units measure each other; else None."""
    low, high, unit = part
    joint = tokens.sense(end, "to") if low == high and tokens.word(end) not in "-/~" else None
    more = _part(tokens, joint[1]) if joint else None
    if more is None:
        return None
    least, most, other = more[0]
    if (unit, other) in _HOLDS:
        low, unit = low * _HOLDS[unit, other], other
    elif (other, unit) in _HOLDS:
        most *= _HOLDS[other, unit]
    else:
        return None
    return ((low, most, unit), more[1]) if least == more[0][1] and low < most else None


def vague_length(unit: str) -> Length:
    """ "days", "weeks", "years" with no number: as many as a fair editor would allow."""
    low, high = _FEW.get(unit, (2, 9))
    return Length(((low, high, unit),))


def _half_more(tokens: Tokens, at: int) -> tuple[Fraction, int] | None:
    """The "and a half" that follows a unit."""
    found = tokens.sense(at, "fraction")
    if found and tokens.sense(found[1], "unit") is None:
        return Fraction(found[0]), found[1]
    return None


def _part(tokens: Tokens, at: int, *, bare: bool = False) -> tuple[tuple[Count, Count, str], int] | None:
    """One count with its unit."""
    count = _count(tokens, at)
    if count is None:
        unit = tokens.sense(at, "unit") if bare else None
        return _or_two(tokens, unit) if unit else None
    low, high, end = count
    end = _past_adjectives(tokens, end)
    if tokens.word(end) == "-" and tokens.sense(end + 1, "unit"):
        end += 1
    unit = tokens.sense(end, "unit")
    if unit is None:
        return None
    if low == high == ONE:
        return _or_two(tokens, unit)
    return (low, high, unit[0]), unit[1]


def _past_adjectives(tokens: Tokens, at: int) -> int:
    """The index of the unit in "three consecutive days", "30 full calendar days"; `at` if no adjective is there."""
    end = at
    while (word := tokens.sense(end, "duration_filler")) and word[0] in _INNER:
        end = word[1]
    return end if tokens.sense(end, "unit") else at


def _or_two(tokens: Tokens, unit: tuple[str, int]) -> tuple[tuple[Count, Count, str], int]:
    """One of a unit, or "a day or two"."""
    name, end = unit
    joint = tokens.sense(end, "or")
    more = cardinal(tokens, joint[1]) if joint and tokens.word(end) != "/" else None
    if more is None or more[0] not in _OR_SO_MANY or tokens.senses(more[1]).keys() & _NO_COUNT:
        return (ONE, ONE, name), end
    return (ONE, more[0], name), more[1]


def _count(tokens: Tokens, at: int) -> tuple[Count, Count, int] | None:
    if not tokens.is_number(at) and _COUNTS.isdisjoint(tokens.senses(at)):
        return None
    fraction = tokens.sense(at, "fraction") or tokens.sense(_past_article(tokens, at), "fraction")
    if fraction:
        half, end = Fraction(fraction[0]), _past_article(tokens, fraction[1])
        if tokens.word(end) == "-":
            end += 1
        if tokens.sense(end, "unit"):
            return half, half, end
    vague = tokens.sense(at, "vague_count")
    if vague:
        low, _, high = vague[0].partition("-")
        return _whole(Fraction(low)), _whole(Fraction(high)), vague[1]
    number = decimal(tokens, at)
    if number is None:
        number = cardinal(tokens, at)
    if number is None:
        article = tokens.sense(at, "article")
        if article is None or article[0] != "a":
            return None
        number = (ONE, article[1])
    value, end = number
    if tokens.word(end) == "/" and tokens.is_number(end + 1):
        return None
    more = _other_end(tokens, end, value)
    if more:
        return value, *more
    added = _fraction_after(tokens, end)
    if added:
        return value + added[0], value + added[0], added[1]
    return value, value, end


def _whole(count: Fraction) -> Count:
    return count.numerator if count.denominator == 1 else count


def _other_end(tokens: Tokens, at: int, low: Count) -> tuple[Count, int] | None:
    """The second number of "two to three weeks", "10-14 days", "two or three days"."""
    joint = tokens.sense(at, "to") or tokens.sense(at, "or")
    if joint is None or tokens.word(at) == "/":
        return None
    number = decimal(tokens, joint[1])
    if number is None:
        number = cardinal(tokens, joint[1])
    if number is None or number[0] <= low or tokens.sense(number[1], "unit") is None:
        return None
    return number


def _past_article(tokens: Tokens, at: int) -> int:
    article = tokens.sense(at, "article")
    return article[1] if article and article[0] == "a" else at


def _fraction_after(tokens: Tokens, at: int) -> tuple[Fraction, int] | None:
    """The "and a half" between a number and its unit, or the second half of "2 1/2"."""
    if tokens.sense(at, "and") and tokens.word(at) not in "-~/":
        found = tokens.sense(at + 1, "fraction")
        if found and tokens.sense(found[1], "unit"):
            return Fraction(found[0]), found[1]
    if tokens.is_number(at) and tokens.word(at + 1) == "/" and tokens.is_number(at + 2) and int(tokens.words[at + 2]):
        return Fraction(int(tokens.words[at]), int(tokens.words[at + 2])), at + 3
    return None


def respelled(plain: str, words: Lexicon) -> str:
    """The text with hours and minutes apart, "2 h 30 min", compounds too, "drei-tägiger", and without quotation marks.

    Two hours with minutes are clock times, for a length is told by one.
    """
    plain = plain.replace('"', " ")
    if len(_ANY_HOURS.findall(plain)) == 1:
        plain = _HOURS.sub(lambda told: _hours_apart(told, words), plain)
    return _WORD.sub(lambda found: _apart(found[0], words), plain)


def _hours_apart(told: re.Match[str], words: Lexicon) -> str:
    """Hours and minutes as a length, but for those that a word before makes a clock time, "vers 9h30"."""
    before = told.string[: told.start()].split()[-1:]
    return told[0] if before and "at" in words.senses(before, 0) else f"{told[1]} h {told[2] or told[3]} min"


def _apart(word: str, words: Lexicon) -> str:
    """A word that no list knows as its count and its unit, or its unit and "long"; else as it is."""
    if word in words.known:
        return word
    for cut in range(2, len(word) - 1):
        head, tail = words.senses([word[:cut]], 0), words.senses([word[cut:]], 0)
        if "unit" in tail and not _COUNTED.isdisjoint(head):
            compound = head.get("duration_compound")
            return f"{compound[0] if compound else word[:cut]}-{word[cut:]}"
        if "unit" in head and tail.get("duration_filler", ("", 0))[0] == "long":
            return f"{word[:cut]}-{word[cut:]}"
    return word
