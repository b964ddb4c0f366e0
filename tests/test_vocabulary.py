"""The vocabulary: what each entry may say, the words of every error, patterns, aliases, scopes, and joining two."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Vocabulary
from conflicts.constraints import parse_constraint
from conflicts.errors import VocabularyError
from conflicts.values.allen import ALLEN
from conflicts.values.names import normal_form
from conflicts.vocabulary import Declaration, attribute_form

KINDS = "time, duration, quantity, place, name, choice, flag, order"
TOLERANCE = 'is not a tolerance; write a number and a unit: "5", "10 min", "1 %"'


def attribute(**fields: object) -> dict[str, object]:
    return {"attributes": {"a": fields}}


REFUSED: list[tuple[object, list[str]]] = [
    ([1], ["[1] is not a table with the keys attributes, constraints, aliases, places, scopes, rules"]),
    (None, ["None is not a table with the keys attributes, constraints, aliases, places, scopes, rules"]),
    ({"attribtes": {}}, ["attribtes: no such key; did you mean 'attributes'?"]),
    ({"x": 1, "y": 2}, ["x: no such key", "y: no such key"]),
    ({"attributes": ["a"]}, ["attributes: ['a'] is not a table"]),
    ({"attributes": {"a": 3}}, ['attributes.a: 3 is not a table of fields such as {kind = "time"}']),
    ({"attributes": {"": {}}}, ["attributes: '' is not a name"]),
    (attribute(knd="time"), ["attributes.a.knd: no such field; did you mean 'kind'?"]),
    (attribute(kind="tme"), [f"attributes.a.kind: 'tme' is not one of {KINDS}; did you mean 'time'?"]),
    (attribute(kind=["time"]), ["attributes.a.kind: ['time'] is not a text"]),
    (attribute(single="yes"), ["attributes.a.single: 'yes' is not true or false"]),
    (attribute(timeless=1), ["attributes.a.timeless: 1 is not true or false"]),
    (attribute(unit=3), ["attributes.a.unit: 3 is not a text"]),
    (attribute(unit="flurbs"), ["attributes.a.unit: 'flurbs' is not a unit this library knows"]),
    *[(attribute(tolerance=t), [f"attributes.a.tolerance: {t!r} {TOLERANCE}"]) for t in ("wide", "-5", "", "5 flurbs")],
    (attribute(tolerance=5), ["attributes.a.tolerance: 5 is not a text"]),
    (
        attribute(changes="grow"),
        ["attributes.a.changes: 'grow' is not one of never, grows, freely; did you mean 'grows'?"],
    ),
    (attribute(modality="hypothetical"), ["attributes.a.modality: 'hypothetical' is not one of fact, plan"]),
    (
        attribute(timezone="Europe/Kiew"),
        ["attributes.a.timezone: 'Europe/Kiew' is not an IANA time zone; did you mean 'Europe/Kiev'?"],
    ),
    (attribute(role="ends"), ["attributes.a.role: 'ends' is not one of start, end, whole, none; did you mean 'end'?"]),
    (
        attribute(relation="befor"),
        [
            f"attributes.a.relation: 'befor' is not one of {', '.join(ALLEN)}, within, not_before, not_after; "
            "did you mean 'before'?"
        ],
    ),
    (
        attribute(kind="order", single=True),
        ["attributes.a: an order relation is many-valued by nature; leave out single = true"],
    ),
    (
        attribute(kind="time", relation="before"),
        ["attributes.a.relation: only an attribute of kind order has one, this is time"],
    ),
    (
        attribute(kind="name", role="end", timezone="UTC"),
        [
            "attributes.a.timezone: only an attribute of kind time has one, this is name",
            "attributes.a.role: only an attribute of kind time has one, this is name",
        ],
    ),
    (
        attribute(kind="time", unit="km"),
        ["attributes.a.unit: only an attribute of kind quantity or duration has one, this is time"],
    ),
    (
        attribute(kind="place", tolerance="5 km"),
        ["attributes.a.tolerance: only an attribute of kind time or duration or quantity has one, this is place"],
    ),
    *[
        (
            attribute(kind="time", tolerance=t),
            [f'attributes.a.tolerance: {t!r} is not a length of time; write "10 min"'],
        )
        for t in ("5", "1 %", "5 km")
    ],
    (
        attribute(kind="name", changes="grows"),
        ["attributes.a.changes: only a quantity or a duration grows, this is a name"],
    ),
    ({"constraints": 5}, ["constraints: 5 is not a name or a list of names"]),
    ({"aliases": {"Kyiv": 3}}, ["aliases.Kyiv: 3 is not a name or a list of names"]),
    ({"aliases": {"Kyiv": [""]}}, ["aliases.Kyiv: [''] is not a name or a list of names"]),
    (
        {"aliases": {"Kyiv": ["K"], "Kursk": ["k."]}},
        ["aliases: 'k.' stands for both 'Kyiv' and 'Kursk'; keep one of them"],
    ),
    ({"aliases": {"a": ["b"], "b": ["A"]}}, ["aliases: a cycle: a is b is a"]),
    ({"aliases": {"a": ["b"], "b": ["c"], "c": ["a"]}}, ["aliases: a cycle: a is c is b is a"]),
    ({"scopes": {"a": ["b"], "b": ["a"]}}, ["scopes: a cycle: a is b is a"]),
    ({"places": {"a": "b", "b": "c", "c": "a"}}, ["places: a cycle: a lies in b lies in c lies in a"]),
    ({"places": {"x": "y", "a": ["b", "x"], "b": "c", "c": "a"}}, ["places: a cycle: a lies in b lies in c lies in a"]),
    ({"places": {"Rome": "rome"}}, ["places: a cycle: rome lies in rome"]),
    (
        {"places": {"Kiev": "Ukraine", "Ukraine": "Kyiv"}, "aliases": {"Kyiv": ["Kiev"]}},
        ["places: a cycle: kyiv lies in ukraine lies in kyiv"],
    ),
    ({"places": {"a": None}}, ["places.a: None is not a name or a list of names"]),
    (
        {"attributes": {"a": {"kind": "x"}, "b": 1}, "aliases": {"K": 3}, "places": {"P": [1]}, "scopes": [], "z": 1},
        [
            "z: no such key",
            f"attributes.a.kind: 'x' is not one of {KINDS}",
            'attributes.b: 1 is not a table of fields such as {kind = "time"}',
            "aliases.K: 3 is not a name or a list of names",
            "places.P: [1] is not a name or a list of names",
            "scopes: [] is not a table",
        ],
    ),
]


@pytest.mark.parametrize(("data", "problems"), REFUSED)
def test_refused(data: Any, problems: list[str]) -> None:
    with pytest.raises(VocabularyError) as caught:
        Vocabulary.from_dict(data)
    assert list(caught.value.problems) == problems


ACCEPTED: list[tuple[dict[str, Any], str]] = [
    ({}, "it need not say anything"),
    ({"attributes": None, "aliases": None, "places": None, "scopes": None, "constraints": None}, "as JSON writes it"),
    ({"aliases": {"Kyiv": "Kiev"}}, "one name for a list of one"),
    ({"aliases": {"Kyiv": ["KYIV", "Kiev", "Kiev"]}}, "a name is an alias of itself, and twice is once"),
    ({"places": {"Atlantis": []}}, "a place that lies in nothing"),
    (attribute(kind="duration", tolerance="1 %"), "a share of a duration"),
    (attribute(kind="time", timezone="speaker", tolerance="10 min", role="end"), "all that a time may have"),
    (attribute(kind="order", relation="before", single=False), "many-valued in so many words"),
]


@pytest.mark.parametrize(("data", "why"), ACCEPTED)
def test_accepted(data: dict[str, Any], why: str) -> None:
    assert Vocabulary.from_dict(data) == Vocabulary.from_dict(data), why


def test_a_declaration_made_by_hand_is_checked() -> None:
    with pytest.raises(VocabularyError, match=r"attributes\.a\.kind: 'x'"):
        Vocabulary(attributes={"a": Declaration(kind="x")})


FILES: list[tuple[str, bytes, list[str]]] = [
    ("v.toml", b"\xef\xbb\xbf[aliases]\r\nKyiv = ['Kiev']\r\n", []),
    ("v.JSON", b'{"aliases": {"Kyiv": ["Kiev"]}}', []),
    ("v.toml", b"", []),
    ("v.toml", b"x = [", ["not TOML: "]),
    ("v.yaml", b"aliases:\n  Kyiv: Kiev", ["not TOML: "]),
    ("v.json", b"{", ["not JSON: Expecting property name enclosed in double quotes (column 2)"]),
    ("v.json", b"", ["not JSON: Expecting value (column 1)"]),
    ("v.json", b"[" * 100_000, ["not JSON: it is nested too deeply"]),
    ("v.toml", b"a = " + b"[" * 100_000, ["not TOML: it is nested too deeply"]),
    ("v.json", b"\xff", ["not UTF-8 text: invalid start byte at byte 0"]),
    ("v.json", b"null", ["None is not a table with the keys attributes, constraints, aliases, places, scopes, rules"]),
    (
        "v.toml",
        b"[attributes.a]\nkind = 'tme'\n[aliases]\nb = 3\n",
        [
            f"attributes.a.kind: 'tme' is not one of {KINDS}; did you mean 'time'?",
            "aliases.b: 3 is not a name or a list",
        ],
    ),
    ("v.json", b'{"places": {"a": "a"}}', ["places: a cycle: a lies in a"]),
]


@pytest.mark.parametrize(("name", "text", "problems"), FILES)
def test_from_file(tmp_path: Path, name: str, text: bytes, problems: list[str]) -> None:
    path = tmp_path / name
    path.write_bytes(text)
    if not problems:
        assert set(Vocabulary.from_file(path).aliases) <= {"Kyiv"}
        assert Vocabulary.from_file(str(path)) == Vocabulary.from_file(path)
        return
    with pytest.raises(VocabularyError) as caught:
        Vocabulary.from_file(path)
    assert len(caught.value.problems) == len(problems)
    for told, expected in zip(caught.value.problems, problems, strict=True):
        assert told.startswith((f"{path}: {expected}", f"{path}:1: {expected}"))


@pytest.mark.parametrize(("name", "problem"), [("none.toml", "No such file or directory"), (".", "Is a directory")])
def test_no_file(tmp_path: Path, name: str, problem: str) -> None:
    path = tmp_path / name
    with pytest.raises(VocabularyError) as caught:
        Vocabulary.from_file(path)
    assert caught.value.problems == (f"{path}: {problem}",)


def test_toml_and_json_say_the_same(tmp_path: Path) -> None:
    toml, other = tmp_path / "v.toml", tmp_path / "v.json"
    toml.write_text('[attributes."*_date"]\nkind = "time"\n[places]\nRome = ["Italy"]\n', encoding="utf-8")
    other.write_text(json.dumps({"attributes": {"*_date": {"kind": "time"}}, "places": {"Rome": "Italy"}}))
    assert Vocabulary.from_file(toml) == Vocabulary.from_file(other)


PATTERNS = Vocabulary.from_dict(
    {
        "attributes": {
            "*": {"changes": "never"},
            "*_date": {"kind": "time"},
            "opening_*": {"modality": "plan"},
            "opening_date": {"role": "end"},
            "Head of*": {"kind": "name"},
            "odd[a]?*": {"kind": "flag"},
        }
    }
)
MATCHES: list[tuple[str, Declaration, str]] = [
    ("other", Declaration(changes="never"), "“*” alone"),
    ("end_date", Declaration(changes="never", kind="time"), "a longer pattern over it, field by field"),
    ("opening_day", Declaration(changes="never", modality="plan"), "the start"),
    ("Opening Date", Declaration(changes="never", kind="time", modality="plan", role="end"), "all that fit, as words"),
    ("opening-date", Declaration(changes="never", kind="time", modality="plan", role="end"), "hyphens"),
    ("head_of_state", Declaration(changes="never", kind="name"), "a pattern written as words"),
    ("odd[a]?x", Declaration(changes="never", kind="flag"), "only the star is special"),
    ("oddab", Declaration(changes="never"), "only the star is special"),
]


@pytest.mark.parametrize(("name", "expected", "why"), MATCHES)
def test_patterns(name: str, expected: Declaration, why: str) -> None:
    assert PATTERNS.declaration(name) == expected, why
    assert PATTERNS.declaration(name) == expected, "and the same when asked again"


ORDERS: list[tuple[Declaration, bool, bool]] = [
    (Declaration(), False, False),
    (Declaration(kind="order"), True, False),
    (Declaration(kind="order", single=True), True, True),
    (Declaration(kind="name", single=False), True, False),
    (Declaration(kind="name", single=True), False, True),
    (Declaration(kind="choice"), False, True),
    (Declaration(kind="choice", single=False), True, False),
]


@pytest.mark.parametrize(("declared", "many", "exclusive"), ORDERS)
def test_how_many_values(declared: Declaration, many: bool, exclusive: bool) -> None:
    assert declared.is_many_valued is many
    assert declared.is_exclusive is exclusive


ALIASES = Vocabulary.from_dict({"aliases": {"Kyiv": ["Kiev", "Kyjiw"], "capital": ["Kyiv"], "UK": ["Britain"]}})
NAMES: list[tuple[str, str, str]] = [
    ("Kiev", "capital", "chains run to their end"),
    ("  KIEV. ", "capital", "case, space and dots make no difference"),
    ("capital", "capital", "the name itself"),
    ("Paris", "Paris", "no alias"),
    ("britain", "UK", "as the vocabulary writes it"),
]


@pytest.mark.parametrize(("name", "expected", "why"), NAMES)
def test_names(name: str, expected: str, why: str) -> None:
    assert ALIASES.name(name) == expected, why
    assert ALIASES.name_form(name) == normal_form(expected), why


SCOPES: list[tuple[dict[str, Any], str | None, str | None, bool, str]] = [
    ({}, None, "in total", True, "no scope means in total"),
    ({}, None, " In  Total. ", True, "however it is written"),
    ({}, None, "since Monday", False, "another scope"),
    ({"in total": ["overall"]}, None, "Overall", True, "an alias"),
    ({"everything": ["in total"]}, None, "everything", True, "“in total” may be an alias itself"),
    ({"a": ["b"], "b": ["c"]}, "c", "a", True, "a chain"),
]


@pytest.mark.parametrize(("scopes", "a", "b", "same", "why"), SCOPES)
def test_scopes(scopes: dict[str, Any], a: str | None, b: str | None, same: bool, why: str) -> None:
    vocabulary = Vocabulary.from_dict({"scopes": scopes})
    assert (vocabulary.scope(a) == vocabulary.scope(b)) is same, why


def test_joining_takes_the_right_one_key_by_key() -> None:
    left = Vocabulary.from_dict(
        {
            "attributes": {"a": {"kind": "quantity", "unit": "km"}, "b": {"kind": "quantity"}},
            "aliases": {"x": ["y"], "p": ["q"]},
            "places": {"rome": "italy"},
            "scopes": {"s": ["t"]},
            "constraints": ["a <= b", "b <= c"],
        }
    )
    right = Vocabulary.from_dict(
        {
            "attributes": {"a": {"unit": "m"}, "c": {"kind": "time"}},
            "aliases": {"x": ["z"]},
            "places": {"rome": "europe"},
            "scopes": {"s": ["u"]},
            "constraints": ["b <= c", "c <= d"],
        }
    )
    both = left | right
    assert both.attributes == {
        "a": Declaration(kind="quantity", unit="m"), "b": Declaration(kind="quantity"), "c": Declaration(kind="time"),
    }  # fmt: skip
    assert both.aliases == {"x": ("z",), "p": ("q",)}
    assert both.places == {"rome": ("europe",)}
    assert both.scopes == {"s": ("u",)}
    assert both.constraints == ("a <= b", "b <= c", "c <= d")
    assert left.aliases["x"] == ("y",), "neither is changed"


def test_joining_turns_an_alias_round() -> None:
    joined = Vocabulary.from_dict({"aliases": {"x": ["y", "z"]}}) | Vocabulary.from_dict({"aliases": {"y": ["x"]}})
    assert [joined.name(name) for name in "xyz"] == ["y", "y", "y"], "the right one says what the names are called"


JOINS_REFUSED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"places": {"a": "b"}}, {"places": {"b": "a"}}, "places: a cycle: a lies in b lies in a"),
    (attribute(kind="order"), attribute(single=True), "attributes.a: an order relation is many-valued by nature"),
    (attribute(role="end"), attribute(kind="name"), "attributes.a.role: only an attribute of kind time has one"),
    (
        {"constraints": ["a <= b"], "attributes": {"b": {"unit": "people"}}},
        attribute(kind="quantity", unit="km"),
        "constraints: 'a <= b': column 6: a is a length, but b is a count; only like can be added and compared",
    ),
]


@pytest.mark.parametrize(("left", "right", "problem"), JOINS_REFUSED)
def test_joining_checks_what_comes_of_it(left: dict[str, Any], right: dict[str, Any], problem: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        Vocabulary.from_dict(left) | Vocabulary.from_dict(right)
    assert str(caught.value).startswith(problem)


def test_the_newsrooms_constraints_name_both_where_a_joined_vocabulary_breaks_them() -> None:
    other = Vocabulary.from_dict({"attributes": {"earlier_rounds": {"unit": "km"}, "injured": {"unit": "tonnes"}}})
    with pytest.raises(VocabularyError) as caught:
        Vocabulary.default() | other
    assert (
        "constraints: 'injured <= killed_or_injured': column 12: injured is a mass, but killed_or_injured is a count; "
        "only like can be added and compared"
    ) in caught.value.problems
    scaled = Vocabulary.default() | Vocabulary.from_dict({"attributes": {"earlier_rounds": {"unit": "count"}}})
    assert len(scaled.parsed_constraints) == len(scaled.constraints)


CONSTRAINED: list[tuple[dict[str, Any], str, str | None, str]] = [
    ({}, "a <= b", None, "nothing is known"),
    ({"a": {"unit": "km"}, "b": {"unit": "miles"}}, "a <= b", None, "two lengths"),
    ({"a*": {"unit": "km"}, "b*": {"unit": "kg"}}, "a1 <= b1", "a1 is a length, but b1 is a mass", "patterns"),
    ({"a": {"unit": "min"}}, "a <= b + 5", "", "minutes"),
    ({"a": {"kind": "duration"}}, "a <= b + 5", "5 what? declare the unit of a", "which?"),
    ({"a": {"kind": "time"}, "b": {"kind": "duration"}}, "a <= b", "a is a time, but b is a duration", "kinds tell"),
    ({"a": {"kind": "order"}}, "a <= b", "a has many values at once", "no numbers"),
    ({"a": {"kind": "flag"}}, "a <= b", "a is a yes or no", "no numbers"),
    ({"a": {"kind": "quantity"}, "b": {"unit": "km"}}, "a <= b", None, "a quantity may be anything"),
    ({"a": {"unit": "USD per barrel"}, "b": {"unit": "USD"}}, "a <= b", "(USD per bbl)", "rates"),
]


@pytest.mark.parametrize(("attributes", "text", "problem", "why"), CONSTRAINED)
def test_constraints_under_declarations(attributes: dict[str, Any], text: str, problem: str | None, why: str) -> None:
    data = {"attributes": attributes, "constraints": [text]}
    if problem:
        with pytest.raises(VocabularyError) as caught:
            Vocabulary.from_dict(data)
        assert problem in str(caught.value), why
        return
    (constraint,) = Vocabulary.from_dict(data).parsed_constraints
    assert (constraint == parse_constraint(text)) is (problem is None), why


def test_joining_with_something_else_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        Vocabulary() | {}  # type: ignore[operator]


def test_the_default_is_made_once_and_joins_with_itself() -> None:
    default = Vocabulary.default()
    assert default is Vocabulary.default()
    assert default | Vocabulary() == default | default == default


NEWSROOM: list[tuple[str, str | None, object, str]] = [
    ("scheduled_date", "kind", "time", "a plan's date"),
    ("scheduled_date", "modality", "plan", "whoever says so"),
    ("held_on", "role", "whole", "the whole event"),
    ("deadline", "role", "none", "another moment"),
    ("announced_date", "role", "none", "another moment"),
    ("started_at", "role", "start", "the start"),
    ("scheduled_date", "role", "start", "a plan's, too"),
    ("scheduled_end", "role", "end", "the longer pattern"),
    ("ended_on", "role", "end", "the end"),
    ("arrives_at", "role", "none", "on another clock"),
    ("killed_children", "changes", "grows", "a toll"),
    ("without_power", "changes", "freely", "comes and goes"),
    ("ordinal", "timeless", True, "plan and fact alike"),
    ("head_of_state", "single", True, "one at a time"),
    ("attendees", "single", False, "many"),
    ("before", "kind", "order", "Allen"),
    ("not_before", "kind", "order", "one of the looser three"),
    ("weather", "kind", None, "it does not know everything"),
]


@pytest.mark.parametrize(("name", "field", "expected", "why"), NEWSROOM)
def test_the_newsroom(name: str, field: str, expected: object, why: str) -> None:
    assert getattr(Vocabulary.default().declaration(name), field) == expected, why


def test_the_newsrooms_constraints() -> None:
    default = Vocabulary.default()
    assert len(default.parsed_constraints) == len(default.constraints) == len(set(default.constraints))
    assert all(constraint.is_linear for constraint in default.parsed_constraints)
    for constraint in default.parsed_constraints:
        for name in constraint.attributes:
            declared = default.declaration(name).kind
            assert declared in {"quantity", "time", "duration"}, f"{name} in {constraint.text!r} is not declared"


def test_the_newsroom_knows_its_places() -> None:
    extents = Vocabulary.default().place_extents
    assert extents["istanbul"] <= extents["turkey"]
    assert not extents["istanbul"].meets(extents["ankara"])
    assert extents["kyiv"] <= extents["ukraine"] <= extents["europe"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=6,
)
FIELDS = [*Declaration.__annotations__, "other"]
SECTION = st.dictionaries(st.text(max_size=3), JSON | st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=3))
DATA = st.dictionaries(
    st.sampled_from(["attributes", "aliases", "places", "scopes", "constraints", "x"]), SECTION | JSON
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(data=DATA | JSON)
def test_any_data_makes_a_vocabulary_or_an_error_that_names_its_place(data: Any) -> None:
    problems: tuple[str, ...] = ("none",)
    try:
        Vocabulary.from_dict(data)
    except VocabularyError as error:
        problems = error.problems
    assert problems
    assert all(problems)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(name=st.text(max_size=12))
def test_the_form_of_an_attribute_is_its_own_form(name: str) -> None:
    assert attribute_form(attribute_form(name)) == attribute_form(name)
