"""Lengths of time and repeated times, unit by unit and number by number, worked out with fractions alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

import pytest
from reading.test_time_calendar import MONTHS, ORDINALS, WEEKDAYS, suffixed
from reading.test_time_clocks import SECONDS, half_of, lengths, spelled

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_duration, read_time
from conflicts.values.extent import LINE, Extent

SIZES = SECONDS | {
    "quarter": (90 * 86400, 92 * 86400), "fiscal year": (365 * 86400, 366 * 86400), "workday": (86400, 86400),
    "business day": (86400, 86400), "calendar year": (365 * 86400, 366 * 86400),
}  # fmt: skip
LETTERS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "year": "P{}Y",
    "night": "P{}D", "weekend": "P{}WE", "workday": "P{}BD", "fiscal year": "P{}Y",
}  # fmt: skip
PLURALS = {"century": "centuries", "millennium": "millennia"}
ISO = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
Row = tuple[str, Extent | None, Extent | None, str | None]
"""A text, what it means strictly and loosely, and its TIMEX3 value where that is told."""


def plural(unit: str) -> str:
    return PLURALS.get(unit, f"{unit}s")


def closed(lo: Fraction | int, hi: Fraction | int) -> Extent:
    return Extent.closed(max(Fraction(lo), Fraction(0)), Fraction(hi))


def differing(rows: Iterable[Row]) -> list[str]:
    found, n = [], 0
    for text, strict, loose, timex in rows:
        n += 1
        try:
            value = read_duration(text, Settings(kind="duration"))
        except UnreadError:
            value = None
        read = (None, None) if value is None else (value.strict, value.loose)
        if read != (strict, loose) or (timex is not None and value is not None and value.timex != timex):
            found.append(f"{text!r}: meant {strict}, {loose}, {timex}; read {read}, {value and value.timex}")
    assert n
    return found


def test_every_unit_and_how_exact_a_number_is() -> None:
    rows: list[Row] = []
    counts = (
        2,
        9,
        10,
        11,
        19,
        20,
        21,
        25,
        50,
        99,
        100,
        101,
        110,
        120,
        200,
        250,
        990,
        1000,
        1001,
        1010,
        1100,
        1500,
        2000,
    )
    for (unit, (low, high)), count in product(SIZES.items(), counts):
        half = half_of(count, low)
        around = closed(count * low - half, count * high + half)
        timex = LETTERS[unit].format(count) if unit in LETTERS else None
        nouns = () if unit == "working week" else (plural(unit),)
        for noun in nouns:
            rows.append((f"{count} {noun}", around, around, timex))
            rows.append((f"for {spelled(count)} {noun}", around, around, timex))
            exact = closed(count * low, count * high)
            rows.append((f"exactly {count} {noun}", exact, exact, timex))
            wide, fair = max(half, Fraction(count * high, 10)), max(2 * half, Fraction(count * high, 4))
            loose = closed(count * low - fair, count * high + fair)
            if count in (2, 10, 25, 1000):
                rows.append((f"roughly {count} {noun}", closed(count * low - wide, count * high + wide), loose, timex))
                rows.append((f"almost {count} {noun}", closed(count * low - wide, count * high), loose, timex))
                rows.append((f"a little over {count} {noun}", closed(count * low, count * high + wide), loose, timex))
                rows.append((f"{count} {noun} or so", closed(count * low - wide, count * high + wide), loose, timex))
    assert not differing(rows)


def test_parts_of_units() -> None:
    """Half of the last part that was printed, at most a tenth of a unit."""
    rows: list[Row] = []
    for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"):
        low, high = SIZES[unit]
        noun = plural(unit)
        for printed, count in (("1.5", "3/2"), ("0.5", "1/2"), ("2.25", "9/4"), ("3,5", "7/2"), ("2.75", "11/4"),
                               ("10.1", "101/10"), ("1.05", "21/20"), ("1.125", "9/8"), ("7.9", "79/10"),
                               ("two and a half", "5/2"), ("three and a quarter", "13/4"), ("2 1/2", "5/2"),
                               ("3 3/4", "15/4"), ("1 1/3", "4/3")):  # fmt: skip
            number = Fraction(count)
            half = Fraction(low, 2 * min(number.denominator, 10))
            around = closed(number * low - half, number * high + half)
            rows.append((f"{printed} {noun}", around, around, None))
            rows.append(
                (
                    f"exactly {printed} {noun}",
                    closed(number * low, number * high),
                    closed(number * low, number * high),
                    None,
                )
            )
        half = Fraction(low, 4)
        around = closed(Fraction(3 * low, 2) - half, Fraction(3 * high, 2) + half)
        article = "an" if unit == "hour" else "a"
        rows.append((f"{article} {unit} and a half", around, around, None))
        around = closed(Fraction(5 * low, 2) - half, Fraction(5 * high, 2) + half)
        rows.append((f"two {noun} and a half", around, around, None))
        around = closed(Fraction(low, 2) - half, Fraction(high, 2) + half)
        rows.append((f"half {article} {unit}", around, around, None))
        quarter = Fraction(low, 8)
        around = closed(Fraction(3 * low, 4) - quarter, Fraction(3 * high, 4) + quarter)
        rows.append((f"three quarters of {article} {unit}", around, around, None))
    assert not differing(rows)


def test_two_units_and_more() -> None:
    rows: list[Row] = []
    order = ["year", "month", "week", "day", "hour", "minute", "second"]
    for first, later in product(range(7), range(7)):
        if first >= later:
            continue
        one, other = order[first], order[later]
        low, high = (2 * SIZES[one][n] + 3 * SIZES[other][n] for n in (0, 1))
        half = Fraction(SIZES[other][0], 2)
        around = closed(low - half, high + half)
        for text in (f"2 {one}s and 3 {other}s", f"two {one}s, three {other}s", f"2 {one}s 3 {other}s"):
            rows.append((text, around, around, None))
        rows.append((f"exactly 2 {one}s and 3 {other}s", closed(low, high), closed(low, high), None))
        rows.append((f"at least 2 {one}s and 3 {other}s", Extent.at_least(low), Extent.at_least(low), None))
        rows.append((f"2 {one}s and 3 {one}s", None, None, None))
    every = ", ".join(f"{n + 2} {unit}s" for n, unit in enumerate(order))
    low, high = (sum((k + 2) * SIZES[unit][n] for k, unit in enumerate(order)) for n in (0, 1))
    half = Fraction(1, 2)
    rows.append((every, closed(low - half, high + half), closed(low - half, high + half), "P2Y3M4W5DT6H7M8S"))
    assert not differing(rows)


def test_lengths_as_iso_8601_writes_them() -> None:
    rows: list[Row] = []
    for code, unit in ISO.items():
        low, high = SIZES[unit]
        lead, letter = ("PT", code[1]) if code[0] == "T" else ("P", code)
        for count in (1, 2, 10, 12, 45, 100):
            half = half_of(count, low)
            around = closed(count * low - half, count * high + half)
            rows.append((f"{lead}{count}{letter}", around, around, f"{lead}{count}{letter}"))
        for printed, number in (("1.5", Fraction(3, 2)), ("0,25", Fraction(1, 4)), ("2.1", Fraction(21, 10))):
            half = Fraction(low, 2 * min(number.denominator, 10))
            around = closed(number * low - half, number * high + half)
            rows.append((f"{lead}{printed}{letter}", around, around, None))
        wrong = f"{'P' if lead == 'PT' else 'PT'}2{letter}"
        if letter != "M":
            rows.append((wrong, None, None, None))
        rows += [(text, None, None, None) for text in (f"{lead}{letter}", f"{lead} 2{letter}", f"{lead}2 {letter}")]
    for text, first, last in (("P1Y2M", ("year", 1), ("month", 2)), ("P2W3D", ("week", 2), ("day", 3)),
                              ("P1DT5H", ("day", 1), ("hour", 5)), ("PT2H30M", ("hour", 2), ("minute", 30)),
                              ("PT2M30S", ("minute", 2), ("second", 30)), ("P3YT10S", ("year", 3),
                              ("second", 10))):  # fmt: skip
        low, high = (first[1] * SIZES[first[0]][n] + last[1] * SIZES[last[0]][n] for n in (0, 1))
        half = Fraction(SIZES[last[0]][0], 2)
        rows.append((text, closed(low - half, high + half), closed(low - half, high + half), text))
    for hours, minutes, seconds in product((0, 1, 12, 100), (0, 9, 59, 60), (0, 1, 59, 60)):
        size = 3600 * hours + 60 * minutes + seconds
        meant = closed(size - Fraction(1, 2), size + Fraction(1, 2)) if minutes < 60 and seconds < 60 else None
        rows.append((f"{hours}:{minutes:02d}:{seconds:02d}", meant, meant, None))
    rows += [(text, None, None, None) for text in ("P", "PT", "P1", "PT1", "1:30", "1:30:", "1 :30:15", "1:30: 15")]
    assert not differing(rows)


def test_bounds_and_ranges_of_lengths() -> None:
    rows: list[Row] = []
    for unit, count in product(("minute", "hour", "day", "month", "year"), (2, 30)):
        low, high = (count * size for size in SIZES[unit])
        noun = f"{count} {unit}s"
        from_, above = Extent.at_least(low), Extent.more_than(low)
        to, below = Extent.at_most(high), Extent.less_than(high)
        for words, strict, loose in (
            ("at least {}", from_, from_), ("no less than {}", from_, from_), ("not fewer than {}", from_, from_),
            ("{} or more", from_, from_), ("{} or longer", from_, from_), ("{}+", from_, from_),
            ("upwards of {}", from_, from_), ("at most {}", to, to), ("up to {}", to, to),
            ("not more than {}", to, to), ("as long as {}", to, to), ("{} or less", to, to), ("{} max", to, to),
            ("within {}", to, to), ("{} at a maximum", to, to), ("more than {}", above, from_),
            ("over {}", above, from_), ("in excess of {}", above, from_), ("above {}", above, from_),
            ("less than {}", below, to), ("under {}", below, to), ("shorter than {}", below, to),
            ("below {}", below, to), ("exactly at least {}", None, None), ("at least exactly {}", from_, from_),
            ("at most exactly {}", to, to), ("more than exactly {}", above, above),
            ("less than exactly {}", below, below), ("more than about {}", above, from_),
            ("for at least {}", from_, from_), ("lasting more than {}", above, from_),
            ("at least {} long", from_, from_),
        ):  # fmt: skip
            rows.append((words.format(noun), strict, loose, None))
        more = f"{count + 3} {unit}s"
        top = (count + 3) * SIZES[unit][1]
        both = closed(low, top)
        rows += [
            (f"between {noun} and {more}", both, both, None),
            (f"from {noun} to {more}", both, both, None),
            (f"{noun} to {more}", both, both, None),
            (f"{noun} or {more}", both, both, None),
            (f"between {count} and {more}", both, both, None),
            (f"between {spelled(count)} and {spelled(count + 3)} {unit}s", both, both, None),
            (f"at least {noun} and at most {more}", both, both, None),
            (f"between {more} and {count - 1} {unit}s", None, None, None),
            (f"between {count} and", None, None, None),
            (f"at least {more} and at most {count - 1} {unit}s", None, None, None),
            (f"more than {noun} and less than {more}",
             Extent.more_than(low) & Extent.less_than(top), Extent.more_than(low) & Extent.less_than(top), None),
            (f"{count}-{count + 3} {unit}s", both, Extent.closed(Fraction(low, 2), 2 * top), None),
            (f"{count} to {count + 3} {unit}s", both, Extent.closed(Fraction(low, 2), 2 * top), None),
        ]  # fmt: skip
    for first, last in ((2009, 2010), (2009, 2011), (1000, 1999)):
        meant = closed((last - first - 1) * 365 * 86400, (last - first + 1) * 366 * 86400)
        for text in (f"from {first} to {last}", f"between {first} and {last}"):
            rows.append((text, meant, meant, f"P{last - first}Y"))
    rows += [(text, None, None, None) for text in ("from 2011 to 2009", "from 2009 to 2009", "from 999 to 2009",
    "2009 to 2011",
                                                   "from 2009 to 20110", "from 2009 to",
                                                   "from 2009 to 2011 and")]  # fmt: skip
    assert not differing(rows)


def test_vague_lengths_of_time() -> None:
    rows: list[Row] = []
    for unit, low, high, code in (
        ("year", 2, 60, "PXY"), ("month", 2, 24, "PXM"), ("week", 2, 12, "PXW"), ("day", 2, 30, "PXD"),
        ("hour", 2, 24, "PTXH"), ("minute", 2, 60, "PTXM"), ("second", 1, 300, "PTXS"),
    ):  # fmt: skip
        meant = closed(low * SIZES[unit][0], high * SIZES[unit][1])
        rows += [(text, meant, LINE, code) for text in (f"{unit}s", f"for {unit}s", f"lasting for {unit}s")]
        for words, few, many in (("a few", 2, 4), ("several", 3, 7), ("dozens of", 24, 60),
                                 ("tens of", 20, 90), ("hundreds of", 200, 900), ("some", 2, 4)):  # fmt: skip
            lo, hi = few * SIZES[unit][0], many * SIZES[unit][1]
            rows.append((f"{words} {unit}s", closed(lo, hi), closed(Fraction(lo, 2), 2 * hi), code))
    rows += [
        (text, LINE, LINE, "PXD") for text in ("a while", "for some time", "indefinitely", "for an indefinite period")
    ]
    assert not differing(rows)


def test_a_length_is_the_same_behind_other_words() -> None:
    wrong = []
    for text, *_ in lengths():
        alone = read_duration(text, Settings(kind="duration"))
        for lead in ("for", "for another", "a total of another", "lasting a total of another"):
            behind = read_duration(f"{lead} {text}", Settings(kind="duration"))
            if alone is None or behind is None or (behind.strict, behind.loose) != (alone.strict, alone.loose):
                wrong.append(f"{lead} {text}")
    assert not wrong


# ---------------------------------------------------------------- repeated times

UNITS = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}


def repeated() -> Iterator[tuple[str, str | None]]:
    for n, name in enumerate(WEEKDAYS, 1):
        code = f"XXXX-WXX-{n}"
        for text in (f"every {name}", f"each {name}", f"every other {name}", f"{name}s", f"all {name}s"):
            yield text, None if text[:3] == "all" else code
        for part, letters in (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI")):
            yield f"every {name} {part}", f"{code}T{letters}"
            yield f"{name} {part}s", f"{code}T{letters}"
        for clock, told in (("9 p.m.", "T21"), ("9:30 p.m.", "T21:30"), ("21:30", "T21:30"), ("7:05 a.m.", "T07:05")):
            yield f"every {name} at {clock}", code + told
            yield f"{name}s at {clock}", code + told
            yield f"at {clock} every {name}", code + told
            yield f"{clock} every {name}", code + told
            yield f"every {name} at {clock} the", None
        yield f"every {name} at 9", f"{code}T09"
        yield f"9 every {name}", None
        yield f"every {name} or", None
    for unit, form in UNITS.items():
        one = form.format(1)
        yield from ((f"{word} {unit}", one) for word in ("every", "each", "per"))
        for n in (2, 3, 7, 10, 12):
            yield f"every {n} {unit}s", form.format(n)
            yield f"every {spelled(n)} {unit}s", form.format(n)
        for times in ("once", "twice", "thrice", "three times", "5 times", "twelve times"):
            yield f"{times} per {unit}", one
            if unit != "hour":
                yield f"{times} a {unit}", one
            yield f"{times} every {unit}", one
            yield times, None
        yield f"every few {unit}s", None
        yield f"every {unit} of", None
        yield f"at 9:30 p.m. every {unit}", "T21:30" if unit == "day" else None
        yield f"every {unit} at 9:30 p.m.", "T21:30" if unit == "day" else None
    for part, letters in (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI")):
        yield f"every {part}", f"T{letters}"
        yield f"every {part} at 9:07 p.m.", "T21:07"
        yield f"{part}s", None
        yield f"every {part} the", None
    for n, name in enumerate(MONTHS, 1):
        yield f"every {name}", f"XXXX-{n:02d}"
        yield f"every {name} the", None
    for n in range(33):
        is_day = 1 <= n <= 31
        yield f"{suffixed(n)} of every month", f"XXXX-XX-{n:02d}" if is_day else None
        if is_day:
            yield f"{ORDINALS[n - 1]} of each month", f"XXXX-XX-{n:02d}"
        yield f"{suffixed(n)} of every week", None
        yield f"{suffixed(n)} of every month the", None
    for text, timex in (
        ("daily", "P1D"), ("weekly", "P1W"), ("monthly", "P1M"), ("yearly", "P1Y"), ("quarterly", "P3M"),
        ("hourly", "PT1H"),
        ("bimonthly", "P2M"), ("biweekly", "P2W"), ("fortnightly", "P2W"), ("every other day", "P2D"),
        ("every weekday", "P1WD"),
        ("every weekend", "P1WE"), ("every quarter", "P3M"), ("every other month", "P2M"), ("every decade", "P10Y"),
        ("every 90 minutes", "PT90M"), ("every hour and a half", "PT1.5H"), ("twice daily", "P1D"),
        ("daily at 9 p.m.", "T21"),
        ("at 9 p.m. daily", "T21"), ("weekly at 9 p.m.", None), ("daily daily", None), ("daily the", None),
        ("a while", "PXD"),
        ("indefinitely", "PXD"), ("indefinitely the", None),
    ):  # fmt: skip
        yield text, timex


def test_repeated_times() -> None:
    wrong = []
    for text, timex in repeated():
        try:
            value = read_time(text, Settings(kind="time"))
        except UnreadError:
            value = None
        read = value.timex if value is not None and value.strict == LINE else None
        if read != timex:
            wrong.append((text, timex, read))
    assert not wrong


@pytest.mark.parametrize("text", ["every Monday", "daily", "twice a week", "every two days"])
def test_repeated_times_need_a_kind(text: str) -> None:
    assert read_time(text, Settings()) is None
