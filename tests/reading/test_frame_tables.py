"""Tables of what stands around a value (open, absent, unknown, denied, hedged), and of which grammar reads the rest.

The word lists are data; what each of their words does to any value is told here.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from importlib import resources
from itertools import product
from typing import Any, Final

import pytest

from conflicts.errors import InputError, UnreadError
from conflicts.reading import read_text
from conflicts.reading.anchor import Anchor
from conflicts.reading.dispatch import Reading, read_typed
from conflicts.reading.frame import frame, split
from conflicts.reading.names import read_name, read_place
from conflicts.reading.settings import Settings
from conflicts.reading.tolerance import Tolerance, parse_tolerance
from conflicts.reading.transliteration import MOST_WORDS, spelling, spelling_hint
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING_SUCH, Extent
from conflicts.values.places import place_extents, unknown_place
from conflicts.values.value import Value
from conflicts.values.words import BUT

SAID: Final = date(2025, 7, 21)
OPEN: Final = (NOT_SETTLED, NOT_SETTLED | LINE)
NONE: Final = (NOTHING_SUCH, NOTHING_SUCH)
UNKNOWN: Final = (EVERYTHING, EVERYTHING)
WITH_AN_AXIS: Final = ("time", "duration", "place", "quantity")
OTHERS: Final = (None, "name", "flag", "choice")


def listed(lang: str) -> dict[str, Any]:
    file = resources.files("conflicts.reading").joinpath("words", f"frame.{lang}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def reading(text: str, kind: str | None = None, **options: Any) -> Reading:
    return read_text(text, Settings(said=SAID, kind=kind, **options))


# ---------------------------------------------------------------------- texts that are all frame


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_every_phrase_that_is_all_frame(lang: str) -> None:
    lists, data = frame(lang), listed(lang)
    wrong = []
    for key, whatever, expected in (
        ("unknown", True, UNKNOWN),
        ("none", True, NONE),
        ("off", False, NONE),
        ("open", True, OPEN),
        ("put_off", False, OPEN),
    ):
        for phrase, kind in product(data[key], (*WITH_AN_AXIS, *OTHERS)):
            for text in (phrase, f" {phrase.upper()}. "):
                found = lists.sets(text, kind)
                if (kind in WITH_AN_AXIS or whatever) and found != expected:
                    wrong.append((text, kind))
            if lists.sets(f"{phrase} xyz", kind) is not None:
                wrong.append((f"{phrase} xyz", kind))
    assert not wrong


def test_what_is_not_decided_is_open() -> None:
    lists, data = frame("en"), listed("en")
    for no, decided in product(("not", "never", "hasn't been", "is not", "no"), data["decided"]):
        for kind in (*WITH_AN_AXIS, *OTHERS):
            assert lists.sets(f"{no} {decided}", kind) == OPEN, (no, decided, kind)
            assert lists.sets(f"the date is {no} yet {decided}", kind) == OPEN
            assert lists.sets(f"{no} {decided} on Wednesday", kind) is None
            assert lists.sets(decided, kind) is None
    for agreed in data["agreed"]:
        for kind in WITH_AN_AXIS:
            expected = NONE if f"not {agreed}" in data["off"] else OPEN
            assert lists.sets(f"not {agreed}", kind) == expected, agreed
        for kind in OTHERS:
            assert lists.sets(f"not {agreed}", kind) is None, agreed
            assert lists.sets(f"not yet {agreed}", kind) == OPEN, agreed
            assert lists.sets(f"the venue is not {agreed}", kind) == OPEN, agreed
            assert lists.sets(f"still to be {agreed}", kind) == OPEN, agreed
            assert lists.sets(f"the date remains to be {agreed}", kind) == OPEN, agreed
            assert lists.sets(agreed, kind) is None
            assert lists.sets(f"yet {agreed}", kind) is None, "nothing denies it"


def test_none_of_it_is_planned() -> None:
    lists, data = frame("en"), listed("en")
    for start, end in product(data["none_starts"], data["happening"]):
        if set(end.split()) & lists.detail:
            continue
        for what in ("talks", "face-to-face talks between them"):
            for kind in ("time", None):
                assert lists.sets(f"{start} {what} {end}", kind) == NONE, (start, end)
                assert lists.sets(f"{what} {end}", kind) is None, end
                assert lists.sets(f"{start} {what} are {end} today", kind) is None, "it says when"
        assert lists.sets(f"{start} details {end}") != NONE, "details can be missing of what is planned"


WITHDRAWN: Final = [
    ("withdrawn", True),
    ("Retracted.", True),
    ("mandatory kill", True),
    ("kill 12", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), WITHDRAWN)
def test_withdrawals(text: str, expected: bool) -> None:
    assert frame("en").is_withdrawal(text) is expected


SPLIT: Final = [
    ("Not  YET.", ("not", "yet")), ("hasn’t", ("hasn't",)), ("hasn‘t", ("hasn't",)), ("hasnʼt", ("hasn't",)),
    ("STRASSE ß;", ("strasse", "ss")), ("a. b", ("a.", "b")), ("!!!", ()), ("no , ", ("no",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SPLIT)
def test_the_words_of_a_text(text: str, words: tuple[str, ...]) -> None:
    assert split(text) == words


# ---------------------------------------------------------------------- openings and endings

VALUES: Final = [
    ("time", "Wednesday", "2025"), ("time", "23 July 2025", "2025"), ("quantity", "12", "12"),
    ("duration", "two hours", "two hours"),
]  # fmt: skip
OF_TIME: Final = {"on", "in", "at", "for", "until", "to"}


@pytest.mark.parametrize(("kind", "text", "_why"), VALUES)
def test_every_opening(kind: str, text: str, _why: str) -> None:
    plain = {modality: reading(text, kind, modality=modality).base for modality in ("fact", "plan")}
    wrong = []
    for mark, phrases in listed("en")["openings"].items():
        for phrase in phrases:
            if phrase == BUT.strip() or (
                kind != "time" and (mark in {"plan", "fact"} or phrase.split()[-1] in OF_TIME)
            ):
                continue
            found = reading(f"{phrase} {text}", kind)
            if mark == "deny":
                expected = (True, False, True)
            elif mark == "hedge":
                expected = (False, True, False)
            else:
                expected = (False, False, False)
            flags = (found.is_denied, found.is_hedged, found.has_negation)
            tense = mark if mark in {"plan", "fact"} else None
            if flags != expected or found.base != plain[tense or "fact"]:
                wrong.append((phrase, flags, str(found.base)))
    assert not wrong


def test_every_ending_hedges() -> None:
    wrong = []
    for phrase, (kind, text, _) in product(listed("en")["endings"]["hedge"], VALUES):
        if phrase == "or thereabouts possibly":
            continue
        plain = reading(text, kind).base
        for whole in (f"{text} {phrase}", f"{text}, {phrase}", f"{text} {phrase.upper()}"):
            found = reading(whole, kind)
            if (found.is_denied, found.is_hedged, found.base) != (False, True, plain) or found.base.text != whole:
                wrong.append((whole, str(found.base)))
    assert not wrong


SIGNS: Final[list[tuple[str, str, tuple[bool, bool, bool], str]]] = [
    ("12", "quantity", (False, False, False), "nothing around it"),
    ("not 12", "quantity", (True, False, True), "a denial"),
    ("probably not 12", "quantity", (True, True, True), "a hedged denial"),
    ("not probably 12", "quantity", (True, True, True), "and the other way round"),
    ("possibly 12, reportedly", "quantity", (False, True, False), "hedged twice is hedged"),
    ("no", "flag", (False, False, True), "the text itself denies"),
    ("yes", "flag", (False, False, False), "or not"),
    ("not yes", "flag", (True, False, True), "a denial of yes"),
    ("none", "quantity", (False, False, True), "of counts none is nought"),
    ("no casualties", "quantity", (False, False, True), "a count, which the text denies"),
    ("not held on Wednesday", "time", (True, False, True), "the longer opening"),
    ("Wednesday?", "time", (False, True, False), "a question"),
    ("cancelled", "time", (False, False, True), "no such time"),
]


@pytest.mark.parametrize(("text", "kind", "expected", "why"), SIGNS, ids=[row[0] for row in SIGNS])
def test_denials_and_hedges(text: str, kind: str, expected: tuple[bool, bool, bool], why: str) -> None:
    found = reading(text, kind)
    assert (found.is_denied, found.is_hedged, found.has_negation) == expected, why


def test_a_denial_in_the_text_and_in_the_claim_is_one() -> None:
    point, rest = Extent.point(12), ~Extent.point(12)
    for text, denied, expected in (
        ("12", False, point),
        ("12", True, rest),
        ("not 12", False, rest),
        ("not 12", True, rest),
    ):
        found = reading(text, "quantity")
        assert found.denies(denied) is (expected is rest)
        assert found.value(denied=denied).strict == expected
        assert found.value(denied=denied, hedged=True).loose == EVERYTHING
    assert reading("probably 12", "quantity").value().loose == EVERYTHING
    assert reading("12", "quantity").value().loose == point


# ---------------------------------------------------------------------- which grammar

YES, NO = Extent.point(1), Extent.point(0)
KINDS: Final[list[tuple[str, str | None, str, str]]] = [
    ("12", None, "count", "a number"),
    ("12", "quantity", "count", "a number"),
    ("yes", None, "flag", "an answer"),
    ("Wednesday", None, "time", "a time"),
    ("two hours", None, "duration", "a length of time"),
    ("two hours", "quantity", "duration", "a quantity of time"),
    ("Umerov", None, "name", "nothing else"),
    ("Umerov", "name", "name", "a name"),
    ("12", "name", "name", "a name of digits"),
    ("12", "choice", "name", "a choice"),
    ("Atlantis", None, "name", "no place that is known"),
    ("Atlantis", "place", "place", "a place that no tree names"),
    ("Turkey", None, "place", "a place that one does"),
    ("the talks", "order", "event", "an event"),
    ("none", None, "any", "of no kind"),
    ("none", "time", "time", "no time"),
    ("none", "place", "place", "no place"),
    ("none", "flag", "flag", "neither"),
    ("none", "name", "name", "no name"),
    ("none", "order", "event", "no event"),
    ("not yet known", "duration", "duration", "no length is told"),
]
PLACES: Final = place_extents({"istanbul": ["turkey"], "ankara": ["turkey"], "kyiv": ["ukraine"]})


@pytest.mark.parametrize(("text", "kind", "axis", "why"), KINDS)
def test_which_axis(text: str, kind: str | None, axis: str, why: str) -> None:
    assert reading(text, kind, places=PLACES).base.axis == axis, why


MISMATCHED: Final[list[tuple[str, str | None, str]]] = [
    ("", None, "it is empty"),
    ("  \n ", "time", "it is empty"),
    ("x" * 1001, None, "a text of 1001 characters is no printed value; give the value alone"),
    ("two hours", "time", "'two hours' reads as a duration, but a time is wanted here"),
    ("Wednesday", "duration", "'Wednesday' reads as a time, but a duration is wanted here"),
    ("Wednesday", "flag", "'Wednesday' reads as a time, but a yes or no is wanted here"),
    ("12 km", "time", "'12 km' reads as a quantity, but a time is wanted here"),
    ("12 km", "flag", "'12 km' reads as a quantity, but a yes or no is wanted here"),
    ("yes", "time", "'yes' reads as a yes or no, but a time is wanted here"),
    ("Wednesday", "quantity", "'Wednesday' reads as a time, but a quantity is wanted here"),
    ("Umerov", "time", "'Umerov' cannot be read as a time"),
    ("Umerov", "duration", "'Umerov' cannot be read as a duration"),
    ("Umerov", "quantity", "'Umerov' cannot be read as a quantity"),
    ("Umerov", "flag", "'Umerov' cannot be read as a yes or no"),
]


@pytest.mark.parametrize(("text", "kind", "reason"), MISMATCHED)
def test_what_cannot_be_read_says_why(text: str, kind: str | None, reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        reading(text, kind)
    assert str(caught.value) == reason


def test_a_text_of_a_thousand_characters_is_not_too_long() -> None:
    assert reading("  12" + " " * 2000 + "dead ", "quantity").base.strict == Extent.point(12)
    with pytest.raises(UnreadError, match="a name of 1000 characters"):
        reading("x" * 1000, "name")


@pytest.mark.parametrize("kind", [None, "time"])
@pytest.mark.parametrize(
    "text", [" 23 July 2025 ", "23 July 2025 ", "on  23 July 2025", " not 23 July 2025", "any  value"]
)
def test_the_text_is_kept_as_it_is_printed(text: str, kind: str | None) -> None:
    assert reading(text, kind).base.text == text


COMPOSED: Final[list[tuple[str, str, Extent, Extent]]] = [
    ("anything", "quantity", EVERYTHING, EVERYTHING),
    ("any value", "quantity", LINE, LINE),
    ("not settled", "time", NOT_SETTLED, NOT_SETTLED | LINE),  # as printed, not as composed
    ("not settled; loosely not settled", "time", NOT_SETTLED, NOT_SETTLED),
    ("no such value", "quantity", NOTHING_SUCH, NOTHING_SUCH),
    ("any value or not settled", "quantity", LINE | NOT_SETTLED, LINE | NOT_SETTLED),
    ("anything but 12", "quantity", ~Extent.point(12), ~Extent.point(12)),
    (
        "anything but 12 or 13",
        "quantity",
        ~(Extent.point(12) | Extent.point(13)),
        ~(Extent.point(12) | Extent.point(13)),
    ),
    ("12 or no such value", "quantity", Extent.point(12) | NOTHING_SUCH, Extent.point(12) | NOTHING_SUCH),
    ("12; loosely between 10 and 14", "quantity", Extent.point(12), Extent.closed(10, 14)),
    ("12; loosely 13", "quantity", Extent.point(12), Extent.point(12) | Extent.point(13)),
    ("12; loosely anything", "quantity", Extent.point(12), EVERYTHING),
    ("anything but any value", "quantity", ~LINE, ~LINE),
]


@pytest.mark.parametrize(("text", "kind", "strict", "loose"), COMPOSED)
def test_composed_words(text: str, kind: str, strict: Extent, loose: Extent) -> None:
    found = reading(text, kind)
    assert (found.base.strict, found.base.loose, found.is_denied, found.is_hedged) == (strict, loose, False, False)
    assert found.base.text == text


def test_what_stands_after_loosely_is_a_set() -> None:
    with pytest.raises(UnreadError, match="'Umerov' after '; loosely' is not a set of values"):
        reading("12; loosely Umerov", "quantity")


# ---------------------------------------------------------------------- values that are no text

TYPED: Final[list[tuple[Any, str | None, str, object]]] = [
    (True, None, "flag", YES),
    (False, None, "flag", NO),
    (True, "flag", "flag", YES),
    (12, None, "count", Extent.point(12)),
    (-3, None, "count", Extent.point(-3)),
    (12, "quantity", "count", Extent.point(12)),
    (0.5, None, "count", Extent.closed(Fraction(9, 20), Fraction(11, 20))),
    (1e-7, None, "count", Extent.closed(Fraction(1, 2 * 10**7), Fraction(3, 2 * 10**7))),
    (Fraction(1, 3), None, "count", Extent.point(Fraction(1, 3))),
    (Fraction(1, 3), "quantity", "count", Extent.point(Fraction(1, 3))),
    (12, "choice", "name", None),
    (9999, "time", "time", None),
    (date(2025, 7, 23), None, "time", None),
    (datetime(2025, 7, 23, 10, 5), "time", "time", None),
]


@pytest.mark.parametrize(("value", "kind", "axis", "strict"), TYPED)
def test_values_that_are_no_text(value: Any, kind: str | None, axis: str, strict: object) -> None:
    found = read_typed(value, Settings(kind=kind)).base
    assert found.axis == axis
    assert strict is None or found.strict == strict


DAY: Final = 86_400
EPOCH: Final = date(1970, 1, 1).toordinal()
STAMPS: Final = [
    (datetime(2025, 7, 23, 10, 5), 36_300, 60),
    (datetime(2025, 7, 23, 10, 5, 7), 36_307, 1),
    (datetime(2025, 7, 23), 0, 60),
    (date(2025, 7, 23), 0, DAY),
]


@pytest.mark.parametrize(("value", "start", "length"), STAMPS)
def test_a_time_is_as_exact_as_it_is_given(value: date, start: int, length: int) -> None:
    lo = (date(2025, 7, 23).toordinal() - EPOCH) * DAY + start
    assert read_typed(value, Settings()).base.strict == Extent.half_open(lo, lo + length)


OF_ANOTHER_KIND: Final[list[tuple[Any, str, str]]] = [
    (True, "time", "true is a yes or no, but a time is wanted here"),
    (False, "quantity", "false is a yes or no, but a quantity is wanted here"),
    (date(2025, 7, 23), "quantity", "2025-07-23 is a time, but a quantity is wanted here"),
    (0, "time", "0 is a number, but a time is wanted here"),
    (10_000, "time", "10000 is a number, but a time is wanted here"),
    (0.5, "time", "0.5 is a number, but a time is wanted here"),
    (12, "place", "12 is a number, but a place is wanted here"),
    (12, "flag", "12 is a number, but a flag is wanted here"),
    (12, "order", "12 is a number, but a order is wanted here"),
    (12, "name", "12 is a number, but a name is wanted here"),
]


@pytest.mark.parametrize(("value", "kind", "reason"), OF_ANOTHER_KIND)
def test_a_value_of_another_kind_is_unread(value: Any, kind: str, reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read_typed(value, Settings(kind=kind))
    assert str(caught.value) == reason


# ---------------------------------------------------------------------- tolerances

SECONDS: Final = {
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "d": DAY, "day": DAY, "days": DAY, "week": 7 * DAY,
    "weeks": 7 * DAY,
}  # fmt: skip


def test_every_unit_of_a_tolerance_of_time() -> None:
    for unit, size in SECONDS.items():
        for text in (f"3 {unit}", f" 3{unit} ", f"3 {unit.upper()}"):
            found = parse_tolerance(text)
            assert found == Tolerance(Fraction(3 * size), "duration"), text


TOLERANCES: Final[list[tuple[str, Fraction, str | None, bool]]] = [
    ("5", Fraction(5), None, False), ("0.5", Fraction(1, 2), None, False), ("1 %", Fraction(1, 100), None, True),
    ("2.5 percent", Fraction(1, 40), None, True), ("10 per cent", Fraction(1, 10), None, True),
    ("3 km", Fraction(3000), "length", False), ("0.5 °F", Fraction(5, 18), "temperature", False),
    ("5 euros", Fraction(5), "money EUR", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "axis", "is_relative"), TOLERANCES)
def test_tolerances(text: str, amount: Fraction, axis: str | None, is_relative: bool) -> None:
    found = parse_tolerance(text)
    assert (found.amount, found.axis, found.is_relative) == (amount, axis, is_relative)


@pytest.mark.parametrize("text", ["", "wide", "km", "1.2.3", "5 delegates", "5 pounds", ".", "-5"])
def test_what_is_no_tolerance(text: str) -> None:
    with pytest.raises(InputError, match="is not a tolerance; write a number and a unit"):
        parse_tolerance(text)


TEN, TO_TWENTY = Extent.point(10), Extent.half_open(10, 20)
WIDENED: Final[list[tuple[str, Value, Extent, str]]] = [
    ("5", Value("count", TEN, TEN), Extent.closed(Fraction(15, 2), Fraction(25, 2)), "half on each side"),
    ("4", Value("length", TO_TWENTY, TO_TWENTY), Extent((((8, 0), (22, -1)),)), "ends keep their sides"),
    ("10 %", Value("count", TEN, TEN), Extent.closed(Fraction(19, 2), Fraction(21, 2)), "of the number"),
    ("10 %", Value("count", Extent.point(-10), Extent.point(-10)),
     Extent.closed(Fraction(-21, 2), Fraction(-19, 2)), "of its size"),
    ("2", Value("count", Extent.at_least(10), Extent.at_least(10)), Extent.at_least(9), "an open end stays"),
    ("2 min", Value("time", TEN, TEN), Extent.closed(-50, 70), "times are widened by lengths"),
    ("2 min", Value("duration", TEN, TEN), Extent.closed(-50, 70), "and lengths"),
    ("2 min", Value("count", TEN, TEN), TEN, "but nothing else"),
    ("2 km", Value("time", TEN, TEN), TEN, "nor times by distances"),
    ("2", Value("name", TEN, TEN), TEN, "names have no width"),
    ("2", Value("flag", TEN, TEN), TEN, "nor answers"),
    ("2", Value("event", TEN, TEN), TEN, "nor events"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "expected", "why"), WIDENED, ids=[row[3] for row in WIDENED])
def test_widening(text: str, value: Value, expected: Extent, why: str) -> None:
    wider = parse_tolerance(text).widen(value)
    assert (wider.strict, wider.loose) == (expected, expected), why
    assert all(
        isinstance(n, int | float) or n.denominator > 1 for lo, hi in wider.strict.intervals for n in (lo[0], hi[0])
    )


# ---------------------------------------------------------------------- anchors

ANCHORS: Final[list[tuple[date | None, int | None, int | None, int | None]]] = [
    (None, None, None, None),
    (date(1970, 1, 1), 0, None, None),
    (date(2025, 7, 21), 20_290, None, None),
    (datetime(2025, 7, 21), 20_290, 0, None),
    (datetime(2025, 7, 21, 10, 20, 30), 20_290, 37_230, None),
    (datetime(1969, 12, 31, 1, 2, 3, tzinfo=timezone(timedelta(hours=3))), -1, 3723, 10_800),
    (datetime(2025, 7, 21, 23, 59, 59, tzinfo=timezone(timedelta(hours=-4, minutes=-30))), 20_290, 86_399, -16_200),
]


@pytest.mark.parametrize(("said", "day", "second", "offset"), ANCHORS)
def test_anchors(said: date | None, day: int | None, second: int | None, offset: int | None) -> None:
    for is_forward in (True, False):
        anchor = Anchor.at(said, is_forward=is_forward, lang="de")
        assert (anchor.day, anchor.second, anchor.offset) == (day, second, offset)
        assert (anchor.is_forward, anchor.context, anchor.text, anchor.lang) == (is_forward, None, "", "de")
        assert anchor.now == (None if day is None or second is None else day * 86_400 + second)
        moved = anchor.on(7)
        assert (moved.day, moved.second, moved.is_forward, moved.offset, moved.lang) == (
            7,
            None,
            is_forward,
            offset,
            "de",
        )
        ahead = anchor.ahead()
        assert (ahead.day, ahead.second, ahead.is_forward, ahead.offset, ahead.lang) == (
            day,
            second,
            True,
            offset,
            "de",
        )
        if day is None:
            with pytest.raises(UnreadError, match="a weekday with no `asserted_at`"):
                anchor.need("a weekday")
        else:
            assert anchor.need("a weekday") == day


# ---------------------------------------------------------------------- names and places

WHERE: Final[list[tuple[str, Extent, bool, str, str]]] = [
    ("Istanbul", PLACES["istanbul"], True, "Istanbul", "a known place"),
    ("in Istanbul", PLACES["istanbul"], True, "Istanbul", "a preposition"),
    ("at the Istanbul", PLACES["istanbul"], True, "Istanbul", "two of them"),
    ("near Istanbul", PLACES["istanbul"], False, "near Istanbul", "only a hint"),
    ("in near Istanbul", PLACES["istanbul"], False, "near Istanbul", "a hint behind a preposition"),
    ("on the outskirts of Kyiv", PLACES["kyiv"], False, "near Kyiv", "only a hint"),
    ("Istanbul, Turkey", PLACES["istanbul"], True, "Istanbul, Turkey", "a part and its whole"),
    ("Foo, Turkey", PLACES["turkey"], True, "Foo, Turkey", "no more than the whole"),
    ("Foo, Bar, Turkey", PLACES["turkey"], True, "Foo, Bar, Turkey", "no more than the whole"),
    ("Istanbul or Kyiv", PLACES["istanbul"] | PLACES["kyiv"], True, "Istanbul or Kyiv", "either"),
    ("either Istanbul or Kyiv", PLACES["istanbul"] | PLACES["kyiv"], True, "Istanbul or Kyiv", "either"),
    (
        "Istanbul or Atlantis",
        PLACES["istanbul"] | unknown_place("atlantis"),
        False,
        "Istanbul or Atlantis",
        "or unknown",
    ),
    ("Atlantis", unknown_place("atlantis"), False, "Atlantis", "unknown"),
    ("in Atlantis", unknown_place("atlantis"), False, "Atlantis", "unknown, with a preposition"),
    ("the", unknown_place("the"), False, "the", "nothing is left to take away"),
    ("Foo, Bar", unknown_place("foo, bar"), False, "Foo, Bar", "two unknown ones"),
    ("Istanbul,", PLACES["istanbul"], True, "Istanbul,", "a comma"),
]


@pytest.mark.parametrize(("text", "strict", "is_sure", "label", "why"), WHERE, ids=[row[0] for row in WHERE])
def test_places(text: str, strict: Extent, is_sure: bool, label: str, why: str) -> None:
    value = read_place(text, Settings(places=PLACES))
    assert (value.axis, value.strict, value.loose, value.label) == (
        "place",
        strict,
        strict if is_sure else LINE,
        label,
    ), why


def test_a_place_of_three_hundred_characters() -> None:
    assert read_place("x" * 300, Settings()).loose == LINE
    with pytest.raises(UnreadError, match="a place of 301 characters"):
        read_place("x" * 301, Settings())


LABELS: Final = [
    ("Mr Smith", "smith"), ("  Smith ", "Smith"), ("Ambassador Rustem Umerov", "rustem umerov"),
    ("President of France", "President of France"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_the_label_of_a_name(text: str, label: str) -> None:
    value = read_name(text, Settings())
    assert (value.label, value.text, value.loose) == (label, text, LINE)


KEYS: Final[list[tuple[str, str, str, str]]] = [
    ("zelensky", "slnsk ", "slnsk ", "a family name"),
    ("volodymyr zelensky", "slnsk vldmr ", "slnsk vldmr ", "it comes first in the key"),
    ("v zelensky", "slnsk v ", "slnsk v", "an initial"),
    ("", "", "", "nothing"),
]


@pytest.mark.parametrize(("form", "key", "start", "why"), KEYS)
def test_spelling_keys(form: str, key: str, start: str, why: str) -> None:
    found = spelling(form)
    assert (found.key, found.start) == (key, start), why


def test_a_key_is_shared_as_far_as_the_first_initial() -> None:
    short, full = spelling("george w bush"), spelling("george walker bush")
    assert full.key.startswith(short.start)
    assert not spelling("george herbert bush").key.startswith(short.start)


def test_a_short_name_is_no_initial() -> None:
    for form in ("ed miliband", "jo cox", "al gore"):
        assert spelling(form).start == spelling(form).key, form
    assert spelling("jd vance").start != spelling("jd vance").key


def test_a_name_has_so_many_words_at_most() -> None:
    words = [f"b{letter}d" for letter in "aeioubcfg"]
    assert spelling(" ".join(words[:MOST_WORDS])).key
    assert not spelling(" ".join(words[: MOST_WORDS + 1])).key


HINTED: Final = [
    ("Zelensky", "Volodymyr Zelensky", "“Zelensky” can be short for “Volodymyr Zelensky”; if so, add an alias."),
    ("Volodymyr Zelensky", " Zelensky ", "“Zelensky” can be short for “Volodymyr Zelensky”; if so, add an alias."),
    ("Zelensky", "Selenskyj ", "“Zelensky” and “Selenskyj” can be one name in two spellings; if so, add an alias."),
    ("Zelensky", "zelensky", None),
    ("Zelensky", "Umerov", None),
    ("", "Umerov", None),
    ("Umerov", "", None),
]


@pytest.mark.parametrize(("one", "other", "hint"), HINTED)
def test_hints(one: str, other: str, hint: str | None) -> None:
    assert spelling_hint(one, other) == hint
