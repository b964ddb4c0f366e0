"""Laws of reading, through the public `read`: over the phrases of the news desk, over noise, and on another clock."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.phrases import counts, dates, deadlines, durations, facts, languages, measures, odd, plans, zones
from reading.phrases.sets import Phrase

from conflicts import Value, read
from conflicts.errors import UnreadError
from conflicts.values.bounds import LOWEST
from conflicts.values.calendar import DAY
from conflicts.values.extent import LINE, Extent
from conflicts.vocabulary import Kind

THEMES = (plans, deadlines, zones, facts, dates, durations, languages, counts, measures, odd)
PHRASES: list[Phrase] = [phrase for theme in THEMES for phrase in theme.PHRASES]
TEXTS = [phrase.text for phrase in PHRASES]
KINDS = st.sampled_from((None, *get_args(Kind)))
MANY = settings(derandomize=True, deadline=None, max_examples=300)
ROOT = Path(__file__).parents[2]


def told(phrase: Phrase) -> Value | None:
    """The value of a phrase, or None where it is unread."""
    try:
        return read(phrase.text, **phrase.options)
    except UnreadError:
        return None


@cache
def values() -> list[tuple[Phrase, Value]]:
    return [(phrase, value) for phrase in PHRASES if (value := told(phrase)) is not None]


# ---------------------------------------------------------------- nothing but UnreadError


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real phrase with up to three slips: a character or a word dropped, doubled, changed or swapped."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        parts: list[str] = text.split(" ") if draw(st.booleans()) else list(text)
        glue = " " if " " in text and len(parts) == text.count(" ") + 1 else ""
        at = draw(st.integers(0, len(parts)))
        how = draw(st.sampled_from(("drop", "double", "change", "add", "swap")))
        new = draw(st.one_of(st.characters(), st.sampled_from(draw(st.sampled_from(TEXTS)).split(" "))))
        if how == "drop":
            del parts[at : at + 1]
        elif how == "double":
            parts[at:at] = parts[at : at + 1]
        elif how == "swap":
            parts[at : at + 2] = reversed(parts[at : at + 2])
        else:
            parts[at : at + (how == "change")] = [new]
        text = glue.join(parts)
    return text


@MANY
@given(
    text=st.one_of(mutated(), st.text(max_size=80), st.builds("{} {}".format, mutated(), mutated())).filter(str.strip),
    kind=KINDS,
    said=st.sampled_from((None, "2025-07-21", "2024-02-29T23:59:59+03:00", "0001-01-01", "9999-12-31")),
    modality=st.sampled_from(("fact", "plan", "hypothetical")),
    lang=st.sampled_from(("en", "en-US", "de", "de-CH", "fr", "xx")),
    context=st.sampled_from((None, "It will be held on Friday.", "She left in May 2024 and")),
)
def test_any_text_is_read_or_unread(
    text: str, kind: Kind | None, said: str | None, modality: Any, lang: str, context: str | None
) -> None:
    try:
        value = read(text, asserted_at=said, kind=kind, modality=modality, lang=lang, context=context)
    except UnreadError:
        return
    assert not value.strict.is_empty
    assert value.strict <= value.loose
    assert str(value)


def test_the_kind_that_is_found_reads_as_the_kind_that_is_asked() -> None:
    found = 0
    for phrase, value in values():
        try:
            unasked = read(phrase.text, **{key: told for key, told in phrase.options.items() if key != "kind"})
        except UnreadError:
            continue
        if unasked.axis == value.axis:
            found += 1
            assert (unasked.strict, unasked.loose) == (value.strict, value.loose), phrase.name
    assert found > 900


# ---------------------------------------------------------------- no clock, no locale

FAKED = """
import json, sys
import attrs, dateutil.easter, dateutil.rrule, dateutil.tz, networkx
import datetime, time

def stopped(*args, **kwargs):
    raise AssertionError("a reader looked at the clock")

def without_clock(real, *names):
    class Meta(type):
        def __instancecheck__(cls, it):
            return isinstance(it, real)
    return Meta(real.__name__, (real,), dict.fromkeys(names, stopped))

datetime.date = without_clock(datetime.date, "today")
datetime.datetime = without_clock(datetime.datetime, "now", "utcnow", "today")
for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime"):
    setattr(time, name, stopped)

from conflicts import read
from conflicts.errors import UnreadError

for line in sys.stdin:
    text, options = json.loads(line)
    try:
        print(ascii(str(read(text, **options))))
    except UnreadError as error:
        print(ascii(str(error)))
try:
    datetime.date.today()
except AssertionError:
    print("stopped")
"""


def test_nothing_is_read_from_the_clock_or_the_locale() -> None:
    chosen = PHRASES[::6]
    lines = "".join(json.dumps([phrase.text, phrase.options]) + "\n" for phrase in chosen)
    environment = {"PYTHONPATH": str(ROOT), "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", FAKED], input=lines, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    *answers, last = done.stdout.splitlines()
    assert last == "stopped"
    for phrase, answer in zip(chosen, answers, strict=True):
        try:
            here = str(read(phrase.text, **phrase.options))
        except UnreadError as error:
            here = str(error)
        assert answer == ascii(here), phrase.name


# ---------------------------------------------------------------- values and their words


def test_the_words_of_a_value_read_back() -> None:
    failed = []
    for phrase, value in values():
        again = read(str(value), kind=phrase.options["kind"])
        same = (again.strict, again.loose) == (value.strict, value.loose)
        on_line = value.strict.meets(LINE) and value.strict != LINE
        if not same or (on_line and (again.axis, again.clock) != (value.axis, value.clock)):
            failed.append(f"{phrase.name!r}: {value} -> {again}")
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Istanbul", "place"), ("not in Istanbul", "place"), ("Sergei Lavrov", "name"), ("not Sergei Lavrov", "name"),
        ("accepted", "choice"), ("not accepted", "choice"), ("yes", "flag"), ("no", "flag"), ("reportedly yes", "flag"),
        ("the ceasefire", "order"), ("possibly Istanbul", "place"), ("none", "name"), ("unknown", "flag"),
    ],
)  # fmt: skip
def test_the_words_of_a_value_of_another_kind_read_back(text: str, kind: Kind) -> None:
    value = read(text, kind=kind)
    again = read(str(value), kind=kind)
    assert (again.axis, again.strict, again.loose) == (value.axis, value.strict, value.loose)


def test_edtf_reads_back() -> None:
    written = [(phrase, value, value.to_edtf()) for phrase, value in values() if value.axis == "time"]
    texts = [(phrase, value, text) for phrase, value, text in written if text is not None]
    assert len(texts) > len(written) / 2
    for phrase, value, text in texts:
        if text.isdecimal() and text.startswith("0"):
            continue  # The year 800 is "0800" in EDTF, but on a news desk that is eight o'clock.
        again = read(text, kind="time")
        assert (again.strict, again.clock) == (value.strict, value.clock), f"{phrase.name}: {text}"


def test_timex3_points_at_what_is_meant() -> None:
    """TIMEX3 is coarser than a set ("late 2011" is 2011): what it names must meet the strict set."""
    seen = 0
    for phrase, value in values():
        text = value.to_timex3()
        bounded = value.strict.lo != LOWEST and len(value.strict.intervals) == 1 and value.is_on_line
        if value.axis != "time" or text is None or not text[:4].isdigit() or len(text) < 4 or not bounded:
            continue
        try:
            again = read(text, kind="time")
        except UnreadError:
            continue
        if again.clock == value.clock:
            seen += 1
            assert again.strict.shifted(-DAY, DAY).meets(value.strict), f"{phrase.name}: {text}"
    assert seen > 250


# ---------------------------------------------------------------- denials and hedges


def test_a_denied_value_and_the_value_share_no_strict_point() -> None:
    for phrase, value in values():
        assert not value.denied().strict.meets(value.strict), phrase.name
        assert not value.denied().loose.meets(value.strict) or value.loose >= LINE, phrase.name


def test_a_hedge_shrinks_no_loose_set() -> None:
    read_too = 0
    for phrase, value in values():
        assert value.hedged().loose >= value.loose, phrase.name
        if phrase.options.get("lang", "en") != "en":
            continue
        for hedge in ("reportedly", "possibly"):
            try:
                hedged = read(f"{hedge} {phrase.text}", **phrase.options)
            except UnreadError:
                continue
            read_too += 1
            assert hedged.loose >= value.loose, f"{hedge} {phrase.name}"
            assert hedged.strict == value.strict, f"{hedge} {phrase.name}"
    assert read_too > 1200


# ---------------------------------------------------------------- time

RELATIVE = (
    "tomorrow", "the day after tomorrow", "yesterday", "tonight", "later this week", "Wednesday", "this Friday",
    "next Friday", "last Friday", "Friday week", "a week from Tuesday", "two weeks on Thursday", "a week tomorrow",
    "next week", "the week after next", "the coming week", "the weekend", "next weekend", "by Friday", "after Friday",
    "no earlier than Tuesday", "until the end of the week", "from Tuesday to Thursday", "Tuesday or Thursday",
    "Friday at 6 p.m.", "Friday evening", "late on Friday", "overnight", "Friday night into Saturday",
    "in three days", "in two weeks", "within 10 days", "three days ago", "a few days ago", "in the coming days",
    "the past week", "since Monday", "at 9 p.m. Kyiv time on Friday", "the small hours of Monday", "by noon on Friday",
)  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    said=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    weeks=st.integers(-60, 60),
    modality=st.sampled_from(("fact", "plan")),
)
def test_what_is_relative_moves_with_the_day_of_speaking(said: date, weeks: int, modality: Any) -> None:
    days = 7 * weeks
    for text in RELATIVE:
        now = read(text, asserted_at=said, modality=modality, kind="time")
        then = read(text, asserted_at=said + timedelta(days=days), modality=modality, kind="time")
        if now.clock == "zoned":
            # Its zone may have changed its clocks in between.
            moved = then.strict.lo[0] - now.strict.lo[0]
            assert -DAY // 6 <= moved - days * DAY <= DAY // 6, text
            continue
        assert then.strict == now.strict.shifted(days * DAY), text
        assert then.loose == now.loose.shifted(days * DAY), text


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1000, 1, 1), date(9999, 11, 30)), st.integers(0, 23), st.integers(0, 59))
def test_the_finer_lies_in_the_coarser(day: date, hour: int, minute: int) -> None:
    """A minute in its day; the day in its week, month, quarter, half, year, decade and century."""
    month = f"{day:%B} {day.year}"
    nest = [
        f"{day.isoformat()}T{hour:02d}:{minute:02d}",
        f"{day.day} {month}",
        month,
        f"Q{(day.month + 2) // 3} {day.year}",
        f"H{(day.month + 5) // 6} {day.year}",
        f"{day.year}",
        f"the {day.year // 10 * 10}s",
        f"{day.year // 100}XX",
    ]
    year, number, _ = day.isocalendar()
    week = f"{year:04d}-W{number:02d}"
    sets = [read(text, kind="time").strict for text in nest]
    assert all(fine <= coarse for fine, coarse in itertools.pairwise(sets)), nest
    assert sets[1] <= read(week, kind="time").strict, week


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(("fact", "plan")))
def test_vaguer_words_hold_the_plainer_ones(said: date, modality: Any) -> None:
    def strict(text: str) -> Extent:
        return read(text, asserted_at=said, modality=modality, kind="time").strict

    for fine, coarse in (
        ("tomorrow morning", "tomorrow"),
        ("tomorrow", "within two days"),
        ("in three days", "within a week"),
        ("within a week", "within a month"),
        ("Tuesday of next week", "next week"),
        ("early next week", "next week"),
        ("Friday of this week", "this week"),
        ("by Tuesday of next week", "by the end of next week"),
        ("after next week", "after this week"),
        ("early next month", "next month"),
        ("in the second half of next month", "next month"),
        ("the last day of next month", "the end of next month"),
        ("the first quarter of next year", "the first half of next year"),
        ("the end of next year", "next year"),
        ("yesterday evening", "yesterday"),
        ("Tuesday or Thursday of next week", "next week"),
    ):
        assert strict(fine) <= strict(coarse), f"{fine!r} in {coarse!r}"
