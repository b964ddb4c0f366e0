"""Dates in their commonest forms: read at a glance, and by the grammar to the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, cycle, permutations, product, zip_longest

import pytest
from attrs import evolve

from conflicts.reading.frame import frame, split
from conflicts.reading.settings import Settings
from conflicts.reading.time import forms
from conflicts.reading.time.glance import at_a_glance
from conflicts.reading.time.lexicon import BOUND, KINDS, LEADING, MONTH, ONLY_BEGINS, WEEKDAY, load
from conflicts.reading.time.pieces import RULES
from conflicts.reading.time.reader import glanced, parsed, read_time
from conflicts.reading.time.spec import Clock, Length, Offset, Spec
from conflicts.reading.time.trees import Phrase

WEEKS = Length(((2, 2, "week"),))

AT_A_GLANCE = [
    ("wednesday", Spec(weekday=3, is_strong=True), "a weekday"),
    ("on wed.", Spec(weekday=3), "short ones can be other words, so they are no strong sign of a time"),
    ("july 23rd, 2025", Spec(2025, 7, 23, is_strong=True), "the month first"),
    ("wednesday, 23 july 2025", Spec(2025, 7, 23, weekday=3, is_strong=True), "the day first"),
    ("in july", Spec(month=7, is_strong=True), "a month"),
    ("2025", Spec(2025), "a year can be any number"),
    ("in 2025", Spec(2025, is_strong=True), "after this word it can not"),
    ("july 5 , 2025", Spec(2025, 7, 5, is_strong=True), "a comma apart"),
    ("31/12/1999", Spec(1999, 12, 31, is_strong=True), "one order of day and month"),
    ("5/6/2019", Spec(dates=((2019, 6, 5), (2019, 5, 6)), is_strong=True), "two orders of them"),
    ("5/6", Spec(dates=((None, 6, 5), (None, 5, 6))), "it can be a fraction as well"),
    ("5.12", Spec(dates=((None, 12, 5), (None, 5, 12))), "a number as well"),
    ("11/2016", Spec(2016, 11, is_strong=True), "a month in digits"),
    ("june of 1992", Spec(1992, 6, is_strong=True), "a word between"),
    ("4th of july 1995", Spec(1995, 7, 4, is_strong=True), "the day before it"),
    ("dec31, 1994", Spec(1994, 12, 31, is_strong=True), "no space"),
    ("2017 april", Spec(2017, 4, is_strong=True), "the year first"),
    ("2016, nov", Spec(2016, 11), "so it makes no short month sure"),
    ("3pm", Spec(clock=Clock(15), is_strong=True), "an hour"),
    ("at 6.45", Spec(clock=Clock(6, 45, 0, "minute", is_open=True), is_strong=True), "a full stop for the colon"),
    (
        "wed oct 26 15:50:06 2016",
        Spec(2016, 10, 26, weekday=3, clock=Clock(15, 50, 6, "second"), is_strong=True),
        "the date of a Unix machine",
    ),
    ("at 12:05 a.m.", Spec(clock=Clock(0, 5, 0, "minute"), is_strong=True), "just after midnight"),
    ("9:30", Spec(clock=Clock(9, 30, 0, "minute", is_open=True), is_strong=True), "before or after noon"),
    ("09:30", Spec(clock=Clock(9, 30, 0, "minute"), is_strong=True), "counted to 24"),
    (
        "friday at 7:56:30 pm et",
        Spec(weekday=5, clock=Clock(19, 56, 30, "second"), zone="America/New_York", is_strong=True),
        "a day, a clock time and its zone",
    ),
    (
        "14:30 gmt on july 3",
        Spec(None, 7, 3, clock=Clock(14, 30, 0, "minute"), zone="0", is_strong=True),
        "turned round",
    ),
]

TOLD_AT_A_GLANCE = [
    ("tomorrow", Spec(relative_day=1, is_strong=True), None, "a day told from the day of speaking"),
    ("next week", Spec(relatives=(("week", "next"),), is_strong=True), None, "a period"),
    ("this morning", Spec(relative_day=0, part="MO", is_strong=True), None, "a part of a day"),
    ("wed evening", Spec(weekday=3, part="EV"), None, "a short word that makes no time sure"),
    ("two weeks ago", Spec(offset=Offset(-1, WEEKS), is_strong=True), None, "a length back"),
    ("2 weeks later", Spec(offset=Offset(1, WEEKS, is_from_context=True), is_strong=True), None, "from the context"),
    ("in 2 weeks", Spec(offset=Offset(1, WEEKS), is_strong=True), None, "a length ahead"),
    (
        "2 weeks from today",
        Spec(offset=Offset(1, WEEKS, Spec(relative_day=0, is_strong=True), is_exact_day=True), is_strong=True),
        None,
        "from a day",
    ),
    ("q2 2025", Spec(2025, quarter=2, is_strong=True), None, "a quarter"),
    ("h1", Spec(half=1), None, "a half of a year that is not told"),
    ("the 1980s", Spec(decade=1980, is_strong=True), None, "a decade"),
    ("tonight at 7", Spec(relative_day=0, part="NI", clock=Clock(7, is_open=True), is_strong=True), None, "its hour"),
    ("8 pm this evening", Spec(relative_day=0, part="EV", clock=Clock(20), is_strong=True), None, "the hour first"),
    ("last night", Spec(relative_day=-1, part="NI", is_strong=True), None, "a part of the day before"),
    ("friday at noon", Spec(weekday=5, clock_word="noon", is_strong=True), None, "an hour told by a word"),
    ("two years ago", Spec(offset=Offset(-1, Length(((2, 2, "year"),))), is_strong=True), None, "'years ago' is less"),
    (
        "3 weeks from now",
        Spec(offset=Offset(1, Length(((3, 3, "week"),))), is_strong=True),
        None,
        "two words that are one",
    ),
    ("the day after tomorrow", Spec(relative_day=2, is_strong=True), None, "four words that are one"),
    ("this day", Spec(relative_day=0, is_strong=True), None, "two words that are one"),
    ("early july", Spec(month=7, mod="early", is_strong=True), None, "a share of a period"),
    ("late 2024", Spec(2024, mod="late"), None, "of a number that need not be a year"),
    ("mid-july 2025", Spec(2025, 7, mod="mid", is_strong=True), None, "a phrase that ends in a dash"),
    ("at the end of next week", Spec(relatives=(("week", "next"),), mod="end", is_strong=True), None, "of a period"),
    ("by the end of july", Spec(month=7, mod="end", is_strong=True), "by", "'by the' begins no other bound"),
    ("no later than friday", Spec(weekday=5, is_strong=True), "notafter", "a bound of three words"),
    ("first week of june", Spec(month=6, nth=1, nth_unit="week", is_strong=True), None, "counted within a month"),
    ("in the 2nd quarter of 2025", Spec(2025, quarter=2, is_strong=True), None, "a quarter by its ordinal"),
    ("the last week of 2016", Spec(2016, nth=-1, nth_unit="week", is_strong=True), None, "'week of' is another"),
    (
        "the 20th of next month",
        Spec(day=20, relatives=(("month", "next"),), is_strong=True),
        None,
        "a day of a period",
    ),
    ("now", Spec(reference="PRESENT_REF|0:0|-3:3"), None, "a word for a stretch of time"),
    ("by friday", Spec(weekday=5, is_strong=True), "by", "a deadline"),
    ("after 2030", Spec(2030, is_strong=True), "after", "after this word a number is a year"),
    ("since tomorrow", Spec(relative_day=1, is_strong=True), "since", "the grammar takes it too"),
]

RANGES_AT_A_GLANCE = [
    ("november 19-20", (Spec(None, 11, 19, is_strong=True), Spec(None, 11, 20, is_strong=True)), "days of one month"),
    ("july 30-2", (Spec(None, 7, 30, is_strong=True), Spec(None, 8, 2, is_strong=True)), "of one and the next"),
    ("30-2 july", (Spec(None, 6, 30, is_strong=True), Spec(None, 7, 2, is_strong=True)), "of the one before"),
    ("in june 2-4, 2024", (Spec(2024, 6, 2, is_strong=True), Spec(2024, 6, 4, is_strong=True)), "of one year"),
    (
        "mon 11-4",
        (Spec(weekday=1, clock=Clock(11, is_open=True)), Spec(weekday=1, clock=Clock(4, is_open=True))),
        "hours, and a short word that makes no time sure",
    ),
]

NOT_AT_A_GLANCE = [
    ("july 32", "no day"),
    ("july 0", "no day"),
    ("july 0025", "no year"),
    ("july 23 10", "other numbers"),
    ("wednesday last", "another order"),
    ("by the wednesday", "a bound, and more"),
    ("july, wednesday", "another order"),
    ("on", "no date"),
    ("on. july 5", "a full stop after what is not shortened"),
    (",", "no word"),
    ("24/7", "around the clock, and no date"),
    ("15", "a number"),
    ("feb 5 am", "the morning of a day, or a clock time"),
    ("5 pm monday 5", "a number that the grammar takes for an hour"),
    ("25:30", "no hour"),
    ("10:60", "no minute"),
    ("3:5 p.m.", "no minute"),
    ("13 a.m.", "no hour of the morning"),
    ("10.32", "a number, and no date"),
    ("5.12 at 3 pm", "a number, and a clock time"),
    ("13/2016", "no month"),
    ("july 5-40", "no day"),
    ("monday 20-31", "no hour"),
    ("july 5-6 2024", "a year with no comma after two days"),
    ("at 5", "an hour, or more than that"),
    ("july 23 2025 july 23 2025", "too many words"),
    ("july 5x", "no ordinal"),
    ("this past week", "two words that mean something else together"),
    ("week end", "two words that are one"),
    ("completed friday", "a word that is a bound only in a phrase"),
    ("12 noon", "the hour, not the 12th"),
    ("our night", "no part of a day"),
    ("earlier in the", "a phrase, and nothing after it"),
    ("first quarter of june", "no month has one"),
    ("the 32nd of next month", "no day"),
    ("last century of 2025", "not counted within a year"),
    ("previous week of july", "a word that counts nothing"),
    ("early next hour", "no period of the calendar"),
    ("due early july", "a word that does not lead to parts of a period"),
    ("a quarter", "a length, or a share"),
    ("next minute", "no period of the calendar"),
    ("q5", "no quarter"),
    ("the 1985s", "no decade"),
    ("on two weeks", "a word that does not lead to lengths"),
    ("by july 5-6", "a bound on a range"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AT_A_GLANCE)
def test_at_a_glance(text: str, expected: Spec, why: str) -> None:
    assert at_a_glance(text, load("en"), "en") == expected, why


@pytest.mark.parametrize(("text", "expected", "bound", "why"), TOLD_AT_A_GLANCE)
def test_times_told_by_words_at_a_glance(text: str, expected: Spec, bound: str | None, why: str) -> None:
    assert at_a_glance(text, load("en"), "en") == Phrase("point", expected, bound), why


@pytest.mark.parametrize(("text", "ends", "why"), RANGES_AT_A_GLANCE)
def test_ranges_at_a_glance(text: str, ends: tuple[Spec, Spec], why: str) -> None:
    points = tuple(Phrase("point", end) for end in ends)
    assert at_a_glance(text, load("en"), "en") == Phrase("range", parts=points), why


def test_hours_of_readers_who_count_to_24_are_left_to_the_grammar() -> None:
    assert at_a_glance("montag 11-4", load("de"), "de") is None


LITERALS = ["2025-07-23", "2025-07", "20250723", "2025-W30", "2025-W30-3", "2025-204", "198X", "2025-07-2X", "2025-23"]
LITERALS += ["2025-07-23T10:00", "2025-07-23 10:00:05.5Z", "2025-07-23T10:00+03:00", "2025-07~", "1985/1990", "2025/.."]


@pytest.mark.parametrize("text", LITERALS)
def test_no_frame_stands_around_a_literal(text: str) -> None:
    found = glanced(text, Settings(kind="time"))
    assert found is not None
    assert found == read_time(text, Settings(kind="time"))
    for lang in ("en", "de", "fr"):
        words, parts = frame(lang), split(text)
        assert words.sets_of(parts, "time") is None
        assert not any(words.openings.matching(parts))


@pytest.mark.parametrize(("text", "why"), NOT_AT_A_GLANCE)
def test_not_at_a_glance(text: str, why: str) -> None:
    assert at_a_glance(text, load("en"), "en") is None, why


CLOCKS = ["h:m", "h:m p", "h:mp", "h p", "hp", "h:m:s", "h:m:s p", "h.mp", "h.m p", "h.m", "h", "j"]
TIMED = ["{c}", "@ {c}", "{c} z", "@ {c} z", "{d} @ {c}", "{d} @ {c} z", "{d}, {c}", "{d} {c}", "{d} {c} z"]
TIMED += ["{c} {d}", "{c}, {d}", "{c} z {d}", "@ {c} {d}", "@ {c} z {d}"]


def said(lang: str) -> Iterator[tuple[str, str]]:
    """Every word and phrase of the commonest times, as it is printed, and its sign."""
    for text, entry in load(lang).forms.items():
        if entry.sign != ONLY_BEGINS:
            yield re.sub(" ?- ?", "-", text), entry.sign


WORDS = "".join({sign for lang in ("en", "de", "fr") for _, sign in said(lang)})
NUMBERS = {
    "D": ["5", "05", "31", "12", "23", "1", "28", "30"],
    "Y": ["1000", "1945", "2025", "2400", "9999", "2019"],
    "L": ["5", "05", "31", "12", "23", "13"],
    "U": ["6", "06", "12", "30", "7"],
    "C": ["07", "49", "50", "99", "12"],
    "N": ["1", "01", "12", "7", "10", "13"],
    "B": ["4", "04", "19", "24", "31", "1", "12", "0"],
    "h": ["0", "3", "03", "10", "12", "13", "23", "24", "7", "12"],
    "m": ["00", "05", "30", "59"],
    "s": ["00", "31", "59"],
}


LENGTHS = [f"{length} g" for length in ("D u, D e", "D e k u", "a u D e", "k e, D e, D u", "D u D u")]
"""Lengths of several parts, the last with two of one unit."""

PARTS_OF_DAYS = ["t", "i v t", "v t", "i v t f", "v t f"]
DAYS = ["W", "d", "r W", "M D", "D M Y", "W, M D, Y", "T", "r t", "M", "Y", "Do M", "L/U/Y", "D", "L/U"]
HOURS = ["", "hp", "@ h", "@ hp", "h:m", "j"]


def beside() -> Iterator[str]:
    """A part of a day beside the day and beside an hour, in each order."""
    for day, part, hour in product(DAYS, PARTS_OF_DAYS, HOURS):
        for n, order in enumerate(permutations([piece for piece in (day, part, hour) if piece])):
            yield (" ", ", ", " i ")[n % 3].join(order)
            yield " ".join(order)


ENDS = [
    *(
        "W",
        "M D",
        "D M",
        "M Y",
        "Y",
        "M",
        "D",
        "M D, Y",
        "D M Y",
        "d",
        "r W",
        "r u",
        "W, M D",
        "h p",
        "hp",
        "h:m",
        "h:mp",
    ),
    *(
        "j",
        "d t",
        "W t",
        "T",
        "W @ hp",
        "hp W",
        "hp d t",
        "h d",
        "r W h",
        "h r W",
        "W h",
        "d h",
        "W t h",
        "h d t",
        "h W",
    ),
    *(
        "h:m z",
        "hp z",
        "M D h:m",
        "Do",
        "Do M",
        "W v Do",
        "v Do",
        "i M D",
        "E M",
        "E W",
        "O u f M",
        "v O u f Y",
        "qD Y",
    ),
    *("L/U", "L/U/Y", "Y/M/D", "D u g", "k e g", "c", "Yx", "@ hp", "Y-N-D", "D u", "k e, D e", "a u", "D, Y"),
]
LEADS = ["", "W ", "d ", "M D ", "r W ", "W t ", "D u ", "k e "]
FROM_WORDS = {"en": ("from ",), "de": ("von ", "vom "), "fr": ("de ", "du ")}
TO_WORDS = {"en": ("to", "-", "through", "until"), "de": ("bis", "-"), "fr": ("à", "au", "-")}


def two(lang: str) -> Iterator[str]:
    """Two points with a word or a dash between them, in every pair, with what stands before by turns.

    What stands in braces are words themselves.
    """
    starts = cycle(["", *(f"{lead}{{{word}}}" for lead in LEADS for word in FROM_WORDS[lang])])
    joints = cycle([*(f"{{ {word} }}" for word in TO_WORDS[lang]), "-", f" {BOUND} "])
    for first, last in product(ENDS, ENDS):
        for _ in range(3):
            yield f"{next(starts)}{first}{next(joints)}{last}"


def texts(lang: str) -> Iterator[str]:
    """Texts of all forms, with every word of a language that can stand in them, and numbers by turns."""
    given: dict[str, list[str]] = {}
    for word, sign in said(lang):
        given.setdefault(sign, []).append(word)
    turns = {kind: cycle(words) for kind, words in (given | NUMBERS).items()}
    for kind in (MONTH, WEEKDAY):  # a short form with its full stop
        turns[kind] = cycle([*given[kind], *(f"{word}." for word in given[kind] if len(word) < 5)])
    whole = [*forms.WHOLE, *forms.NEAR, *forms.PARTS, *(f"{LEADING} {form}" for form in forms.WHOLE)]
    told = [form.replace("n", "D").replace("y", "Y").replace(ONLY_BEGINS, "'") for form in forms.TOLD]
    timed = [form.format(c=clock, d=date) for form in TIMED for clock in CLOCKS for date in [*whole, "D"]]
    bounded = dict.fromkeys(f"{BOUND} {form}" for form in (*whole, *told, *timed))
    once = dict.fromkeys((*timed, *bounded, *beside(), *two(lang)))
    for form in (*whole, *forms.ALONE, *told, *forms.BESIDE_A_CLOCK, *LENGTHS, *once):
        pieces = re.split(r"\{(.*?)\}", form)
        kinds = [sign for piece in pieces[::2] for sign in piece if sign in turns or sign in WORDS]
        if any(kind not in turns for kind in kinds):
            continue
        words = max((len(given[kind]) for kind in kinds if kind in given), default=1)
        for _ in range(1 if form in once else words + 8):
            said_so = ["".join(next(turns[sign]) if sign in turns else sign for sign in piece) for piece in pieces[::2]]
            yield "".join(chain.from_iterable(zip_longest(said_so, pieces[1::2], fillvalue="")))


@cache
def all_texts(language: str) -> list[str]:
    """Each once; made once, for that takes as long as to read them."""
    return list(dict.fromkeys(texts(language)))


def _without_leads(tree: Phrase) -> Phrase:
    """A point or a range of two, as it is told by no leading word."""
    parts = tuple(_without_leads(part) for part in tree.parts)
    return evolve(tree, spec=tree.spec and evolve(tree.spec, leads=0), parts=parts)


PARTS = [("en", 0, 3), ("en-US", 1, 3), ("en-GB", 2, 3), ("de", 0, 1), ("fr", 0, 1)]
"""English is one language but for the order of the numbers of a date, so each country reads a third of its texts."""


@pytest.mark.parametrize(("lang", "start", "step"), PARTS)
def test_the_grammar_reads_the_same(lang: str, start: int, step: int) -> None:
    words = load(lang)
    n = 0
    for text in all_texts(lang[:2])[start::step]:
        seen = at_a_glance(text, words, lang)
        if seen is None:
            continue
        n += 1
        tree = parsed(text, words, lang)
        assert tree is not None, text
        if isinstance(seen, Phrase):
            assert _without_leads(tree) == seen, text
            continue
        assert (tree.kind, tree.bound, tree.is_instant) == ("point", None, False), text
        assert tree.spec is not None, text
        assert evolve(tree.spec, leads=0) == seen, text
    assert n > 3000


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_no_frame_stands_around_what_is_read_at_a_glance(lang: str) -> None:
    words, known = frame(lang), load(lang)
    for text in all_texts(lang)[::3]:
        if at_a_glance(text, known, lang) is None:
            continue
        parts = split(text)
        assert words.sets_of(parts, "time") is None, text
        assert not any(len(opening) > 1 for opening, _ in words.openings.matching(parts)), text


def test_the_rules_stand_in_the_order_of_the_lexicon() -> None:
    assert tuple(RULES) == KINDS
