"""A time means the same wherever it stands: as the first or the last of alternatives, after few words or many.

What each text means by itself other tables tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

import pytest
from reading.phrases import dates, deadlines, facts, odd, plans, zones
from reading.test_time_calendar import MONDAY, SOME_DAYS, from_days, holidays, offsets, part_words, period, printed
from reading.test_time_clocks import sides, sure
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.value import Value

WHOLE = re.compile(
    r"""\d{8}$|\d{4}-\d{3}$|-?\d{4}-?W\d\d-?\d$|.*\.\.|[\[{"“/-]|.*[~?%]$|.*X|.*/\d{4}-|\d{4}[-/]\d{2,4}$
    |[\d-]+[T ][\d:]+(\+\d\d:\d\d)?$|.*\(\d{4}\ .*
    |.*\bago\ (today|yesterday)$|(at\ a\ later|in\ the\ next\ (week|month|decade)|by\ year)\b""",
    re.VERBOSE,
)
"""Texts that mean a time only by themselves, as signs of ISO 8601 do."""
BOUNDS_BEHIND = re.compile(r"(later|earlier|before|after|sooner)\b", re.IGNORECASE)
""" "Or later" bounds what stands before it."""
BORROWING = {"overnight", "0900 local", "nearly two dozen", "5 a.m. Kyiv time", "at 0300 GMT"}
"""What names no day takes that of the alternative."""
COUNTED_FROM_IT = re.compile(
    r"(a|one|two|three|\d+) \w+ (later|earlier|before|after|afterwards?)$|the (next|following|previous) day$",
    re.IGNORECASE,
)
"""Lengths count from the alternative before them: "Friday or two days later", "Friday or the following day"."""
LEADS = (
    "today",
    "the week after next",
    "the day before yesterday",
    "last weekend or the week after next",
)
"""Of one to seven words; none lends anything to what stands beside it."""
ZONED_LEADS = ("today at 13:00 UTC", "yesterday at 13:07 UTC", "the day before yesterday at 3:07 p.m. GMT")

MORE = """
5 Nov. 2025 | Nov. 5 | Nov. 5, 2025 | 5-Nov-2025 | the fifth of November | the twenty-fifth of November
2025-Nov-05 | November 2025 | Nov 2025 | Nov. 2025 | 2025 November | 11/2025 | 2025-11 | 2025/11/05 | 5/11/2025
13.11.2025 | 2025 11 05 | Nov 5th 2025 | November the fifth | the 5th of November of 2025
5 November in the year 2025 | 5 November '25 | Q2 2025 | 2Q 2025 | 2025 Q2 | Q2 of 2025 | the second quarter of 2025
the second quarter | H1 2026 | 1H 2026 | 1H2026 | the first half of 2026 | the second half of the 1990s
the first half of June 2026 | week 30 | week 30 of 2025 | CW 30 2025 | the 1980s | the '80s | the eighties
the nineteen eighties | the 19th century | the second century BC | 44 BC | AD 476 | 1066 CE | in 1066
nineteen eighty-four | nineteen hundred | twenty twenty-six | two thousand and nine | the year 476
the summer of 2026 | summer 2026 | next summer | last Christmas | Christmas 2026 | Good Friday | Labor Day weekend
Easter Monday 2026 | Thanksgiving of 2026 | the week of 10 April 2026 | the month of May 2026
the weekend of 12 July 2025 | the week ending 25 July 2025 | the eve of 1 May 2026
the second Tuesday of August 2025 | the last Friday of 2025 | the first two weeks of August 2025
the last ten days of August 2025 | the third month of 2026 | the first quarter of 2026 | early August 2025
late in August 2025 | mid-August 2025 | the middle of August 2025 | the end of 2026 | the start of 2026
late next week | early this year | the rest of this month | later this week | earlier this year
the end of next month | next Friday | last Friday | this Friday | the coming Friday | this past Friday
Friday after next | Friday before last | Friday week | Friday next week | Friday of next week | next week on Friday
the Friday after 1 May 2026 | Friday the 25th | the Friday before 1 May 2026 | the day after 1 May 2026
two days after 1 May 2026 | three weeks before 1 May 2026 | two weeks ago | a fortnight ago | half a year ago
a year and a half ago | two and a half weeks ago | in three months | in a few days | several weeks ago
in two to three weeks | two or three days ago | a couple of days ago | a dozen days ago | a week from tomorrow
a week on Friday | two Fridays ago | three Fridays from now | two weeks from now on Monday | the next three days
the past decade | the last two quarters | the coming weeks | in the next few days | this coming week
tomorrow morning | yesterday evening | Friday morning | on the morning of 25 July | early Friday morning
late on Friday | Friday at 9 p.m. | 9 p.m. on Friday | Friday at 21:07 | 21:07 on Friday | Friday at half past nine
Friday at nine thirty p.m. | Friday at a quarter to nine p.m. | twenty past nine a.m. on Friday | noon on Friday
Friday at midnight | Friday at 2107 hours | Friday at nine o'clock | Friday at about 9 p.m. | Friday 9.07 p.m.
Friday, 9:07:30 p.m. | at 9 p.m. Friday | from 9 to 11 p.m. on Friday | Friday between 1 and 4 p.m.
Friday from 2 p.m. for two hours | Friday night into Saturday | 10 to 12 June 2026 | June 10-12, 2026
from 10 June 2026 to 12 July 2026 | between 10 and 12 June 2026 | June to August 2026 | from Monday to Friday
from next Monday to Friday | from the 1960s to the 1980s | from 2014 to 2016 | Q1 to Q3 2026 | about 10 June 2026
around June 2026 | exactly 10 June 2026 | circa 1066 AD | roughly two weeks ago | by 10 June 2026
before 10 June 2026 | after 10 June 2026 and before 1 July 2026 | since 10 June 2024 | from 10 June 2026 on
10 June 2026 at the latest | 2030 or later | no earlier than 10 June 2026 | shortly after 10 June 2026
until 10 June 2026 | within two weeks of 10 June 2026 | within ten days | within the next three weeks
more than two weeks ago | less than 3 days ago | fiscal 2026 | FY26 | fiscal Q3 2026 | next fiscal year | 2026-W30
10 working days from now | the two weeks before 1 May 2026 | the three days from 1 May 2026 | the year after 2026
the month before May 2026 | the week after Easter 2026 | tonight | last night | the night of 24 July
overnight into Friday | this morning | earlier today | later today | late today | this day last year
this quarter last year | week 30 of next year | 23 March next year | the 20th of next month
Friday at 15:07 UTC | 15:07 GMT+3 on Friday | 15:07 UTC-05:30 on Friday | 15:07 +0300 on Friday | Friday 15:07 EST
15:07 Tokyo time on Friday | 15:07 New York time on Friday | 9 p.m. Europe/Kyiv on Friday | Friday at 1507 GMT
9 p.m. America/Argentina/Buenos_Aires on Friday | noon Kyiv time on Friday
2 p.m. ET on 25 July 2025 | 25 July 2025 UTC
"""


def texts() -> Iterator[str]:
    yield from (phrase.text for theme in (plans, deadlines, facts, dates, zones, odd) for phrase in theme.PHRASES)
    for at in SOME_DAYS[1:4]:
        yield from (text for text, lang in printed(at) if lang == "en")
    for hour, minute in ((9, 30), (21, 5), (0, 20), (13, 45), (6, 15), (18, 0), (5, 50)):
        for text, _ in sure(datetime(2025, 7, 25, hour, minute)):
            yield from [*sides(text)][:2]
    yield from (told.text for told in (*offsets(MONDAY), *from_days(MONDAY)))
    yield from (name for name, _ in holidays(2025))
    yield from (f"{words} June 2026" for words, _, _ in part_words("month", period("month", date(2026, 6, 1))))
    yield from listed(MORE)


def read(text: str) -> Value | None:
    try:
        return read_time(text, Settings(said=MONDAY, modality="plan", kind="time"))
    except UnreadError:
        return None


@cache
def alone() -> tuple[dict[str, Value], dict[str, Value]]:
    """The floating and the zoned times among the texts, with what each means by itself."""
    floating, zoned = {}, {}
    for text in texts():
        is_own = not (WHOLE.match(text) or BOUNDS_BEHIND.match(text) or COUNTED_FROM_IT.match(text))
        value = read(text) if is_own and text not in BORROWING else None
        told = "_REF repeated" if value is None else f"{value.timex} {value.note}"
        if value is not None and "_REF" not in told and "repeated" not in told:
            if value.clock == "floating":
                floating[text] = value
            elif "a.m. or p.m." not in told:  # The clock time beside it would tell which.
                zoned[text] = value
    return floating, zoned


def differing(lead: str, told: dict[str, Value]) -> list[str]:
    beside, found = read(lead), []
    assert beside is not None
    for text, value in told.items():
        both = beside.strict | value.strict, beside.loose | value.loose
        for joined in (f"{lead} or {text}", f"{text} or {lead}"):
            other = read(joined)
            if other is None or (other.strict, other.loose) != both:
                found.append(f"{joined!r}: meant {shown(both[0])}, read {other and shown(other.strict)}")
    return found


@pytest.mark.parametrize("lead", LEADS)
def test_alternatives_mean_what_each_means(lead: str) -> None:
    floating, _ = alone()
    assert len(floating) > 900
    assert not differing(lead, floating)


@pytest.mark.parametrize("lead", ZONED_LEADS)
def test_alternatives_of_one_zone(lead: str) -> None:
    _, zoned = alone()
    assert len(zoned) > 50
    assert not differing(lead, zoned)


SURE = """
the third week of May | the second weekend of March | the third day of May | the second month of 2026
the 2nd of May | the last week of May | the first Friday of May | week of 3 May | May the 4th | in May | May 4
by March 2026 | 2nd of May | noon | midnight | tomorrow | tonight | Friday | July 3 | 3 July | July | June | Sept
next week | this week | weekend | last Friday | Christmas | the 1980s | 1980s | eighties | the eighties
the nineteen eighties | Q3 2025 | 2025 Q3 | 3Q 2025 | the third quarter of 2025 | H1 2026 | 1H2026 | week 30
week 30 of 2025 | CW 30 | year-end | year to date | eod | winter 2025 | the winter of 2025 | midwinter 2025
two weeks ago | in two weeks | two weeks earlier | 9 p.m. | at 9:30 | 21:30 | 1800 GMT | noon UTC | the 19th century
19th century | 44 BC | AD 476 | 1066 CE | in 1066 | in 2025 | the year 2025 | year 2025 | CY 2025 | FY2025
fiscal 2025 | Friday morning | this morning | tomorrow morning | overnight | last night | the first Monday
the first Monday of June | the third week of June | the 27th of June | 23/7/2025 | 2025-07 | 2025-07-23 | 20250723
July 2025 | May 2025 | may 5 | 5 may | march 5 | early June | early next week | later today | from 9 to 11 p.m.
by 2030 | by Friday | since 2014 | before June | in June | the next three days | the coming weeks | the past decade
within two weeks | more than two weeks ago | the day after tomorrow | the day after 3 June 2026
two days after 3 June 2026 | Easter | Ramadan 2025 | the eve of 3 June | the week of 3 June | Monday week
Monday or Tuesday | June or July | from June to August | 10 June to 12 June | 10-12 June | June 10-12 | next month
this day | next spring | spring next year | next May | this March | the 20th of next month
10 working days from now | at noon | around noon | about 9 p.m. | exactly 9 p.m. | two Fridays ago
"""
UNSURE = """
Fri | Sat | Sun | May | March | august | Jan | week | the week | month | 80s | Q3 | H1 | the third quarter
the first half | winter | the winter | summer | fall | the fall | 1800 | 1066 | 2025 | morning | night | recently
soon | now | 27th | the 3rd | 23/7 | later | earlier | nine o'clock | every Monday | 2025 or 2026
from 2014 to 2016 | between 2014 and 2016 | nineteen eighty-four | two thousand and nine | decade | century
the day
"""
WEAK = "2031"
"""It can be a count, so that it is a time only beside one."""


def listed(printed: str) -> list[str]:
    return [text.strip() for text in printed.replace("\n", "|").split("|") if text.strip()]


def is_sure(text: str) -> bool:
    """Whether a text is read though nobody tells that it is a time."""
    try:
        return read_time(text, Settings(said=MONDAY, modality="plan")) is not None
    except UnreadError:
        return False


def test_what_can_be_nothing_but_a_time() -> None:
    assert not [text for text in listed(SURE) if not is_sure(text)]
    assert not [text for text in listed(UNSURE) if is_sure(text)]
    assert not [text for text in (*listed(SURE), *listed(UNSURE)) if text[:5] != "every" and read(text) is None]


def test_a_time_is_as_sure_beside_what_is_not() -> None:
    floating, _ = alone()
    wrong = []
    for text in (*listed(SURE), *listed(UNSURE), *floating):
        for joined in (f"{WEAK} or {text}", f"{text} or {WEAK}"):
            if BOUNDS_BEHIND.match(text) is None and read(joined) is not None and is_sure(joined) != is_sure(text):
                wrong.append(joined)
    assert not wrong
