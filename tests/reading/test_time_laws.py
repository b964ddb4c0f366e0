"""Laws of reading times: it never raises but `UnreadError`, canonical words read back, notations round-trip."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from reading.test_time_plans import CASES

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_duration, read_time
from conflicts.values.bounds import HIGHEST, LOWEST, Bound, Interval, exact
from conflicts.values.calendar import DAY
from conflicts.values.extent import Extent
from conflicts.values.notation import to_edtf, to_timex3
from conflicts.values.time_words import duration_words, time_words
from conflicts.values.value import Value

PHRASES = [text for cases in CASES.values() for text, _ in cases]
NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.integers(-40_000, 40_000).map(lambda day: day * DAY),
    st.integers(-(10**7), 10**7).map(lambda minute: minute * 60),
    st.fractions(min_value=-(10**10), max_value=10**10, max_denominator=30).map(exact),
)
LOWS: st.SearchStrategy[Bound] = st.one_of(st.just(LOWEST), st.tuples(NUMBERS, st.sampled_from((0, 0, 1))))
HIGHS: st.SearchStrategy[Bound] = st.one_of(st.just(HIGHEST), st.tuples(NUMBERS, st.sampled_from((-1, -1, 0))))
INTERVALS: st.SearchStrategy[Interval] = st.tuples(LOWS, HIGHS).filter(lambda pair: pair[0] <= pair[1])
BOUNDED = INTERVALS.filter(lambda pair: pair != (LOWEST, HIGHEST))
SAID = st.sampled_from((None, date(2025, 7, 21), date(1, 1, 1), date(9999, 12, 31), datetime(2024, 2, 29, 13, 5)))
SETTINGS = st.builds(
    Settings,
    said=SAID,
    kind=st.sampled_from((None, "time", "duration")),
    modality=st.sampled_from(("fact", "plan", "hypothetical")),
    lang=st.sampled_from(("en", "en-US", "de", "fr-CA", "xx", "")),
    zone=st.sampled_from((None, "Europe/Kyiv", "+03:00")),
    context=st.sampled_from((None, "It will be held on Friday.", "On 3 May he said so.")),
)


def read_or_not(text: str, settings: Settings) -> None:
    for read in (read_time, read_duration):
        try:
            value = read(text, settings)
        except UnreadError:
            continue
        else:
            assert value is None or value.strict <= value.loose


@given(st.text(max_size=400), SETTINGS)
def test_any_text_is_read_or_unread(text: str, settings: Settings) -> None:
    read_or_not(text, settings)


@given(st.lists(st.sampled_from(" ".join(PHRASES).split() + list("-/.,:()[]~'²½")), max_size=12), SETTINGS)
def test_any_mixture_of_words_is_read_or_unread(words: list[str], settings: Settings) -> None:
    read_or_not(" ".join(words), settings)


@given(BOUNDED, st.booleans(), st.sampled_from((None, "time")))
def test_words_of_a_time_read_back(interval: Interval, zoned: bool, kind: str | None) -> None:
    words = time_words(interval, zoned=zoned)
    value = read_time(words, Settings(kind=kind))
    assert value is not None, words
    assert value.strict == value.loose == Extent((interval,)), words
    assert value.clock == ("zoned" if zoned else "floating")


@given(BOUNDED, st.sampled_from((None, "duration")))
def test_words_of_a_length_read_back(interval: Interval, kind: str | None) -> None:
    words = duration_words(interval)
    value = read_duration(words, Settings(kind=kind))
    assert value is not None, words
    assert value.strict == value.loose == Extent((interval,)), words


def _days(lo: int, size: int) -> Extent:
    return Extent.half_open(lo * DAY, (lo + size) * DAY)


DAYS = st.integers(-719_000, 2_900_000)
WRITABLE = st.one_of(
    st.builds(_days, DAYS, st.integers(1, 800)),
    DAYS.map(lambda day: Extent.at_least(day * DAY)),
    DAYS.map(lambda day: Extent.less_than(day * DAY)),
    st.lists(DAYS, min_size=2, max_size=4).map(lambda days: Extent(tuple(_days(day, 1).intervals[0] for day in days))),
)


@given(WRITABLE, st.sampled_from(("floating", "zoned")))
def test_edtf_reads_back(extent: Extent, clock: str) -> None:
    text = to_edtf(Value("time", extent, extent, clock))  # type: ignore[arg-type]
    if text is not None:
        value = read_time(text, Settings(kind="time"))
        assert value is not None, text
        assert (value.strict, value.clock) == (extent, clock), text
        assert to_edtf(value) == text


@given(st.builds(_days, DAYS, st.just(1)) | st.integers(0, 10_000).map(lambda week: _days(week * 7 + 4, 7)))
def test_timex3_reads_back(extent: Extent) -> None:
    text = to_timex3(Value("time", extent, extent, "floating"))
    assert text is not None
    value = read_time(text, Settings(kind="time"))
    assert value is not None
    assert value.strict == extent


RELATIVE = ["Wednesday", "next week", "in two days", "last Friday", "by Sunday", "the coming week", "yesterday"]


@given(st.sampled_from(RELATIVE), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(("fact", "plan")))
def test_a_week_later_the_same_words_mean_a_week_later(text: str, said: date, modality: str) -> None:
    now = read_time(text, Settings(said=said, modality=modality))  # type: ignore[arg-type]
    later = read_time(text, Settings(said=said + timedelta(days=7), modality=modality))  # type: ignore[arg-type]
    assert now is not None
    assert later is not None
    assert later.strict == now.strict.shifted(7 * DAY)


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)))
def test_the_finer_date_lies_in_the_coarser(day: date) -> None:
    month = f"{day:%B} {day.year}"
    texts = [f"{day.day} {month}", month, f"the year {day.year}", f"the {day.year // 10 * 10}s"]
    sets = [value.strict for value in (read_time(text, Settings()) for text in texts) if value is not None]
    assert len(sets) == len(texts)
    assert all(finer <= coarser for finer, coarser in pairwise(sets))


def test_fractions_of_a_second_survive() -> None:
    third = (Fraction(1, 3), 0)
    value = read_time(time_words((third, third)), Settings())
    assert value is not None
    assert value.strict == Extent((((Fraction(1, 3), 0), (Fraction(1, 3), 0)),))
