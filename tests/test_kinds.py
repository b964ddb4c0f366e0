"""Kinds that other packages add: read, compared, named when they are broken; the built-in ones through a plug-in."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from importlib.metadata import EntryPoint
from typing import Any, Final

import pytest
from attrs import evolve
from plugging import Plug, plug_fixture
from reading.phrases import counts, dates, durations, measures, plans, zones
from stories import check, claim, verdict

from conflicts import Claim, ConflictsError, Relation, UnreadError, Value, Vocabulary, find_conflicts, kinds, load, read
from conflicts.errors import InputError, PluginError, VocabularyError
from conflicts.reading import Settings, dispatch
from conflicts.reading.frame import frame
from conflicts.testing import BrokenLaw, check_value_laws, check_vocabulary, samples

plug = plug_fixture(kinds, kinds.find_kind)


def dew_point(text: str, settings: Settings) -> Value:
    """Degrees Celsius, rounded to half a degree."""
    number, _, unit = text.partition(" ")
    if unit not in {"", "°C"} or not number.lstrip("-").replace(".", "", 1).isdecimal():
        raise UnreadError(f"{text!r} is no dew point")
    degrees = Fraction(number)
    half = Fraction(1, 2)
    return Value.of("dew point", (degrees - half, degrees + half), unit="°C", text=text)


WEATHER: Final = {"attributes": {"dew*": {"kind": "dew_point"}}}
READ: Final = [
    ("12 °C", "between 11.5 and 12.5 °C", "as the plug-in reads it"),
    ("12", "between 11.5 and 12.5 °C", "without its unit"),
    ("not 12 °C", "anything but between 11.5 and 12.5 °C", "a denial is of the frame, not of the plug-in"),
    ("reportedly 12 °C", "between 11.5 and 12.5 °C; loosely anything", "so is a hedge"),
    ("not yet known", "anything", "so is what is not known"),
]


@pytest.mark.parametrize(("text", "expected", "why"), READ, ids=[case[0] for case in READ])
def test_an_own_kind_is_read(plug: Plug, text: str, expected: str, why: str) -> None:
    plug({"dew_point": dew_point})
    assert str(read(text, kind="dew_point")) == expected, why
    vocabulary = Vocabulary.from_dict(WEATHER)
    assert str(read(text, vocabulary=vocabulary, attribute="dew point at noon")) == expected, why


def test_values_of_an_own_kind_conflict_with_their_like_only(plug: Plug) -> None:
    plug({"dew_point": dew_point})
    said: list[Any] = ["12 °C", 14, 14.5, "16", "flurb", Value.of("length", 12)]
    claims = [Claim("the airport", "dew_point", value, f"desk {i}", id=str(i)) for i, value in enumerate(said)]
    report = find_conflicts(claims, Vocabulary.from_dict(WEATHER), errors="unread")
    assert [(c.severity.value, c.n_pairs) for c in report] == [("contradiction", 5)]
    assert [(u.claim.id, u.reason) for u in report.unread if u.claim] == [("4", "'flurb' is no dew point")]
    assert [n.reason for n in report.not_compared] == ["dew point and length cannot be compared"]


def test_the_laws_hold_for_an_own_kind(plug: Plug) -> None:
    plug({"dew_point": dew_point})
    texts = ["12 °C", "-3", "0.5 °C"]
    check_value_laws("dew_point", texts, max_examples=30)
    check_vocabulary(WEATHER, texts_of={"dew_point": texts}, max_examples=10)


def test_the_laws_of_an_own_kind_need_texts(plug: Plug) -> None:
    plug({"dew_point": dew_point})
    with pytest.raises(InputError, match="texts: give texts that the kind 'dew_point' reads"):
        check_value_laws("dew_point")
    with pytest.raises(BrokenLaw, match=r"dew\*: give texts of the kind 'dew_point' to try it with: texts_of="):
        check_vocabulary(WEATHER)
    assert samples.texts("dew_point", Vocabulary.from_dict(WEATHER)).is_empty


def rounded(text: str, settings: Settings) -> Value:
    """A length in whole metres, which says in words more than it reads."""
    if text.startswith("exactly "):
        return Value.of("length", 0)
    return Value.of("length", int(text))


BACK: Final[list[tuple[Callable[..., Value], str, str]]] = [
    (dew_point, "which are unread: 'between 11.5 and 12.5 °C' is no dew point", "words that the kind does not know"),
    (rounded, "which read as exactly 0 m", "words that it reads as something else"),
]


@pytest.mark.parametrize(("own", "problem", "why"), BACK, ids=[case[2] for case in BACK])
def test_words_can_be_asked_to_read_back(plug: Plug, own: Callable[..., Value], problem: str, why: str) -> None:
    name = own.__name__
    plug({name: own})
    with pytest.raises(BrokenLaw) as caught:
        check_value_laws(name, ["12"], reads_back=True, max_examples=1)
    assert caught.value.law == "the words of a value read back to the same sets"
    assert problem in caught.value.why, why


class Odd:
    """No function, and so no value."""


def failing(text: str, settings: Settings) -> Value:
    return Value.of("length", int(text))


def silent(text: str, settings: Settings) -> None:
    return None


BROKEN: Final = [
    (failing, "raised ValueError on 'twelve'", "an error that is no UnreadError"),
    (silent, "returned None on 'twelve'", "no value"),
    (lambda text, settings: text, "returned a str on 'twelve'", "a text"),
    (lambda text: text, "raised TypeError on 'twelve'", "another signature"),
    (Odd(), "is a Odd; a callable (text, settings) -> Value is needed", "no callable"),
]


@pytest.mark.parametrize(("broken", "expected", "why"), BROKEN, ids=[case[2] for case in BROKEN])
def test_a_broken_plug_in_is_named(plug: Plug, broken: object, expected: str, why: str) -> None:
    plug({"broken": broken})
    with pytest.raises(PluginError) as caught:
        check([Claim("x", "a", "twelve", "A")], attributes={"a": {"kind": "broken"}})
    assert "the plug-in 'broken' (a_plugin:broken, from an unknown package)" in str(caught.value)
    assert expected in str(caught.value), why
    assert isinstance(caught.value, ConflictsError)


def test_a_plug_in_that_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("gone", "no_such_module:read", kinds.GROUP)
    monkeypatch.setattr(kinds, "_entries", lambda name: [entry])
    kinds.find_kind.cache_clear()
    with pytest.raises(PluginError, match=r"'gone' \(no_such_module:read, .* cannot be loaded: ModuleNotFoundError"):
        Vocabulary.from_dict({"attributes": {"a": {"kind": "gone"}}})


def test_a_kind_that_two_packages_claim_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [EntryPoint("twice", f"{module}:read", kinds.GROUP) for module in ("one", "two", "one")]
    monkeypatch.setattr(kinds, "_entries", lambda name: entries)
    kinds.find_kind.cache_clear()
    with pytest.raises(PluginError, match=r"'twice' is claimed twice, by .*one:read.* and .*two:read"):
        kinds.find_kind("twice")


def test_a_kind_that_nobody_adds_is_no_kind() -> None:
    with pytest.raises(VocabularyError, match="'dew_point' is not one of time, duration"):
        Vocabulary.from_dict(WEATHER)
    with pytest.raises(InputError, match="kind: 'heat_index' is not one of time, duration"):
        read("12", kind="heat_index")
    with pytest.raises(PluginError, match="no installed package reads the kind 'dew_point'"):
        kinds.read_own("12", Settings(kind="dew_point"))


def test_a_plug_in_is_loaded_only_when_its_kind_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def entries(name: str) -> list[EntryPoint]:
        asked.append(name)
        return []

    monkeypatch.setattr(kinds, "_entries", entries)
    kinds.find_kind.cache_clear()
    find_conflicts([Claim("x", "killed", "12", "A"), Claim("x", "venue", "Kyiv", "A")])
    Vocabulary.from_dict({"attributes": {"a": {"kind": "time"}}})
    assert asked == []
    assert kinds.find_kind("dew_point") is None
    assert asked == ["dew_point"]


REFUSED: Final = [
    ("twelve", "'twelve' is not a number"),
    (True, "True is not a number"),
    (float("nan"), "nan is not a number that can be compared"),
    ((1, 2, 3), r"\(1, 2, 3\) is not a pair"),
    ((3, 1), "the strict set is empty"),
]


@pytest.mark.parametrize(("stretch", "problem"), REFUSED)
def test_a_value_from_what_is_no_set_of_numbers_is_refused(stretch: Any, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        Value.of("dew point", stretch)


def test_digits_of_floats_count() -> None:
    assert Value.of("length", 0.1) == Value.of("length", Fraction(1, 10))
    assert Value.of("length", 0.1).relation(Value.of("length", (0.1, None))) is Relation.COMPATIBLE


# The built-in kinds through a plug-in

LOOPED: Final = ("time", "duration", "quantity", "place", "flag")


def loop(kind: str) -> Callable[[str, Settings], Value]:
    """A plug-in that asks the built-in grammar of a kind."""

    def read_as(text: str, settings: Settings) -> Value:
        value = dispatch._kind_value(text, evolve(settings, kind=kind))
        if value is None:
            raise UnreadError(f"{text!r} is no {kind}")
        return value

    return read_as


@pytest.fixture
def looped(plug: Plug) -> None:
    plug({f"own_{kind}": loop(kind) for kind in LOOPED})


def told(text: str, **options: Any) -> Value | None:
    try:
        return read(text, **options)
    except UnreadError:
        return None


@pytest.mark.usefixtures("looped")
def test_phrases_read_the_same_through_a_plug_in() -> None:
    """All but the few that are all frame: whether "postponed" is no value is told for built-in kinds only."""
    tried, differing = 0, []
    for phrase in (p for theme in (plans, dates, durations, counts, measures, zones) for p in theme.PHRASES):
        for kind in LOOPED[:3]:
            options = {name: option for name, option in phrase.options.items() if name != "kind"}
            built_in, own = told(phrase.text, **options, kind=kind), told(phrase.text, **options, kind=f"own_{kind}")
            tried += built_in is not None
            words = frame(options.get("lang", "en"))
            if built_in is not None and built_in != own and words.sets(phrase.text, kind) is None:
                differing.append((phrase.text, kind, str(built_in), str(own)))
    assert tried > 500
    assert differing == []


def through_plug_ins(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with every kind that has a plug-in declared as that of the plug-in."""
    attributes = {
        name: evolve(declared, kind=f"own_{declared.kind}") if declared.kind in LOOPED else declared
        for name, declared in vocabulary.attributes.items()
    }
    return evolve(vocabulary, attributes=attributes, constraints=())


@pytest.mark.usefixtures("looped")
def test_the_seed_story_is_the_same_through_plug_ins() -> None:
    claims = load("seeds/peace_talks.jsonl")
    default = Vocabulary.default()
    own = find_conflicts(claims, through_plug_ins(default))
    built_in = find_conflicts(claims, evolve(default, constraints=()))
    assert own.to_dict() == built_in.to_dict()
    assert len(own) == 1


STORIES: Final[list[tuple[str, list[Claim], str]]] = [
    ("two heights", [claim("a", "height", "12 m", "A"), claim("b", "height", "15 m", "B")], "contradiction"),
    ("a toll grows", [claim("a", "killed", "12", "A"), claim("b", "killed", "at least 10", "B")], "nothing"),
    ("a place in another", [claim("a", "venue", "Istanbul", "A"), claim("b", "venue", "Turkey", "B")], "nothing"),
    ("two places", [claim("a", "venue", "Istanbul", "A"), claim("b", "venue", "Geneva", "B")], "contradiction"),
    ("two lengths", [claim("a", "lasted", "2 hours", "A"), claim("b", "lasted", "5 hours", "B")], "contradiction"),
    (
        "a weekday and a date",
        [claim("a", "scheduled_date", "Wednesday", "A"), claim("b", "scheduled_date", "23 July 2025", "B")],
        "nothing",
    ),
]


@pytest.mark.usefixtures("looped")
@pytest.mark.parametrize(("why", "claims", "expected"), STORIES, ids=[case[0] for case in STORIES])
def test_stories_end_the_same_through_plug_ins(why: str, claims: list[Claim], expected: str) -> None:
    assert verdict(check(claims)) == expected, why
    assert verdict(find_conflicts(claims, through_plug_ins(Vocabulary.default()))) == expected, why
