"""Whole numbers inside times, in digits and in words: "two", "twenty-fifth", "nineteen eighty-six"."""

from __future__ import annotations

from fractions import Fraction

from conflicts.reading.time.tokens import Tokens


def cardinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A whole number at `at` and the index after it; digits or words, no ordinals.

    >>> from conflicts.reading.time.lexicon import load
    >>> cardinal(Tokens("two thousand and fifteen", load("en")), 0)
    (2015, 4)
    """
    if tokens.is_number(at):
        return int(tokens.words[at]), at + 1
    senses = tokens.senses(at)
    return _in_words(tokens, at) if "number" in senses or "article" in senses else None


def is_decade(tokens: Tokens, at: int) -> bool:
    """Whether a number is the name of a decade, "1980s", which no one counts as seconds."""
    return (
        tokens.is_number(at)
        and len(tokens.words[at]) == 4
        and tokens.words[at][-1] == "0"
        and tokens.sense(at + 1, "decade_suffix") is not None
    )


def _below_hundred(tokens: Tokens, at: int) -> tuple[int, int] | None:
    found = tokens.sense(at, "number")
    if found is None:
        return None
    value, end = int(found[0]), found[1]
    if 20 <= value <= 90 and value % 10 == 0:
        follows = tokens.skip(end, "-")
        if (
            tokens.sense(follows, "join")
            and tokens.word(follows) not in ",&"
            and tokens.sense(follows + 1, "unit") is None
        ):
            digit = tokens.sense(follows + 1, "number")
            if digit and 0 < int(digit[0]) < 10 and tokens.sense(digit[1], "unit"):
                return value + int(digit[0]), digit[1]
        digit = tokens.sense(follows, "number")
        if digit and 0 < int(digit[0]) < 10 and digit[1] == follows + 1:
            return value + int(digit[0]), digit[1]
    return value, end


def _in_words(tokens: Tokens, at: int) -> tuple[int, int] | None:
    total, group, end, has_any = 0, 0, at, False
    while True:
        start = end
        if has_any and tokens.word(end) == "and" and (group % 100 == 0):
            start = end + 1
        small = _below_hundred(tokens, start)
        if small and (not has_any or group % 100 == 0) and (not has_any or group or total):
            group, end, has_any = group + small[0], small[1], True
            continue
        big = tokens.sense(end, "big")
        if big is None and not has_any and tokens.sense(at, "article") and tokens.sense(at + 1, "big"):
            big, group, has_any = tokens.sense(at + 1, "big"), 1, True
        if big is None or not has_any:
            break
        size = int(big[0])
        if size == 100:
            group *= 100
        else:
            total, group = total + group * size, 0
        end = big[1]
    return (total + group, end) if has_any and end > at else None


def ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """An ordinal at `at` and the index after it: "2nd", "second", "twenty-fifth"; "last" is -1.

    >>> from conflicts.reading.time.lexicon import load
    >>> ordinal(Tokens("twenty-fifth", load("en")), 0), ordinal(Tokens("23rd", load("en")), 0)
    ((25, 3), (23, 2))
    """
    if tokens.is_number(at):
        suffix = tokens.sense(at + 1, "ordinal_suffix")
        if suffix and len(tokens.words[at]) < 5:
            return int(tokens.words[at]), suffix[1]
        is_dotted = tokens.word(at + 1) == "." and tokens.is_glued(at + 1) and len(tokens.words[at]) < 3
        week = tokens.sense(at + 2, "quarter_mark") if is_dotted else None  # "31. KW"
        if is_dotted and (tokens.sense(at + 2, "unit") or (week and week[0] == "W")):
            return int(tokens.words[at]), at + 2  # "19. Jahrhundert"
        return None
    found = tokens.sense(at, "ordinal")
    if found:
        return int(found[0]), found[1]
    tens = tokens.sense(at, "number")
    if tens and int(tens[0]) >= 20:
        follows = tokens.skip(tens[1], "-")
        digit = tokens.sense(follows, "ordinal")
        if digit and 0 < int(digit[0]) < 10:
            return int(tens[0]) + int(digit[0]), digit[1]
    return None


def year_in_words(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A year in words at `at`: "nineteen eighty-six", "two thousand and twenty", "nineteen zero one".

    >>> from conflicts.reading.time.lexicon import load
    >>> year_in_words(Tokens("nineteen ninety six", load("en")), 0)
    (1996, 3)
    """
    if tokens.is_number(at) or tokens.sense(at, "number") is None:
        return None
    first = _below_hundred(tokens, at)
    if first and 10 <= first[0] <= 99:
        follows = tokens.skip(first[1], "-")
        big = tokens.sense(follows, "big")
        if big and big[0] == "100":
            end = big[1]
            rest = _below_hundred(tokens, end + 1 if tokens.word(end) == "and" else end)
            return (first[0] * 100 + rest[0], rest[1]) if rest else (first[0] * 100, end)
        second = _below_hundred(tokens, follows)
        if second and 10 <= second[0] <= 99:
            return first[0] * 100 + second[0], second[1]
        if second and second[0] == 0:
            digit = _below_hundred(tokens, second[1])
            if digit and 0 < digit[0] < 10:
                return first[0] * 100 + digit[0], digit[1]
        return None
    whole = _in_words(tokens, at)
    return whole if whole and 1000 <= whole[0] <= 2999 else None


def decimal(tokens: Tokens, at: int) -> tuple[int | Fraction, int] | None:
    """A number in digits that may have decimals or thousands ("2.5", "2,5", "10,000") and the index after it."""
    if not tokens.is_number(at):
        return None
    digits, end = tokens.words[at], at + 1
    while (
        tokens.word(end) == ","
        and tokens.is_glued(end)
        and tokens.is_glued(end + 1)
        and tokens.is_number(end + 1)
        and len(tokens.words[end + 1]) == 3
    ):
        digits, end = digits + tokens.words[end + 1], end + 2
    if (
        tokens.word(end) in (".", ",")
        and tokens.is_glued(end)
        and tokens.is_glued(end + 1)
        and tokens.is_number(end + 1)
    ):
        return Fraction(f"{int(digits)}.{int(tokens.words[end + 1]):0{len(tokens.words[end + 1])}d}"), end + 2
    if tokens.word(end) == "/" and tokens.is_glued(end) and tokens.is_glued(end + 1) and tokens.is_number(end + 1):
        below = int(tokens.words[end + 1])
        return (Fraction(int(digits), below), end + 2) if below else None
    return int(digits), end
