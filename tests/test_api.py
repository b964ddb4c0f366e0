"""The front door: what find_conflicts, load and read take, and what they say of input that is wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conflicts import Claim, Severity, Vocabulary, find_conflicts, load, read
from conflicts.assertions import Unread
from conflicts.errors import InputError, UnreadError
from conflicts.report import Report

SEED = Path(__file__).parent.parent / "seeds" / "peace_talks.jsonl"
WEDNESDAY: dict[str, Any] = {
    "id": "w", "subject": "talks", "attribute": "scheduled_date", "value": "Wednesday", "source": "Umerov",
    "asserted_at": "2025-07-21",
}  # fmt: skip
THURSDAY: dict[str, Any] = {**WEDNESDAY, "id": "t", "value": "Thursday", "source": "TASS"}
FOUND = "1 contradiction, 0 tensions"
NAN = float("nan")
NOT_ISO = "asserted_at: 'x' is not an ISO date; write 2025-07-21 or 2025-07-21T20:00:00+03:00"


class Pandas:
    """A frame as pandas has it: going through it yields the names of its columns."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows
        self.columns = list(rows[0])

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def to_dict(self, orient: str) -> list[dict[str, Any]]:
        assert orient == "records"
        return self.rows


class Polars:
    """A frame as polars has it: going through it yields columns."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[list[Any]]:
        return iter([list(row.values()) for row in self.rows])

    def to_dicts(self) -> list[dict[str, Any]]:
        return self.rows


class NA:
    """pandas' NA: a comparison with it is neither true nor false."""

    def __ne__(self, other: object) -> NA:  # type: ignore[override]
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")

    __hash__ = None  # type: ignore[assignment]


class Array:
    """A cell that holds an array: it compares item by item."""

    def __init__(self, items: list[str]) -> None:
        self.items = items

    def __iter__(self) -> Iterator[str]:
        return iter(self.items)

    def __ne__(self, other: object) -> list[bool]:  # type: ignore[override]
        return [False for _ in self.items]

    __hash__ = None  # type: ignore[assignment]


INPUTS: list[tuple[Callable[[], Any], str]] = [
    (lambda: [Claim.from_record(WEDNESDAY), Claim.from_record(THURSDAY)], "claims"),
    (lambda: [WEDNESDAY, THURSDAY], "mappings"),
    (lambda: [WEDNESDAY, Claim.from_record(THURSDAY)], "both"),
    (lambda: (record for record in (WEDNESDAY, THURSDAY)), "a generator"),
    ({1: WEDNESDAY, 2: THURSDAY}.values, "a view"),
    (lambda: Pandas([WEDNESDAY, THURSDAY]), "a pandas frame"),
    (lambda: Pandas([{**WEDNESDAY, "scope": NAN, "hedged": NA()}, {**THURSDAY, "via": None}]), "empty cells"),
    (lambda: Pandas([{**WEDNESDAY, "via": Array(["AP", "Reuters"])}, THURSDAY]), "a cell with an array"),
    (lambda: Polars([{**WEDNESDAY, "scope": None}, THURSDAY]), "a polars frame"),
    (lambda: [WEDNESDAY, THURSDAY, dict(WEDNESDAY)], "one claim twice"),
]


@pytest.mark.parametrize(("claims", "why"), INPUTS)
def test_claims_can_be(claims: Callable[[], Any], why: str) -> None:
    assert find_conflicts(claims()).summary() == f"2 claims, {FOUND}", why


def test_a_cell_that_says_no_is_no_empty_cell() -> None:
    records = [{"subject": "bridge", "attribute": "reopened", "value": value, "source": str(value)}
               for value in (False, True)]  # fmt: skip
    assert [c.severity.value for c in find_conflicts(records)] == ["contradiction"]


NO_CLAIMS: list[tuple[Any, str]] = [
    (None, "a list of claims is needed, this is of type NoneType"),
    (3, "a list of claims is needed, this is of type int"),
    ("claims.jsonl", "a list of claims is needed, this is of type str; load it with conflicts.load"),
    (Path("claims.jsonl"), "a list of claims is needed, this is of type PosixPath; load it with conflicts.load"),
    (b"", "a list of claims is needed, this is of type bytes"),
    (WEDNESDAY, "a list of claims is needed, this is of type dict"),
    (Claim.from_record(WEDNESDAY), "a list of claims is needed, this is of type Claim"),
]


@pytest.mark.parametrize(("claims", "problem"), NO_CLAIMS)
def test_claims_cannot_be(claims: Any, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        find_conflicts(claims)
    assert caught.value.problems == (f"claims: {problem}",)


ARGUMENTS: list[tuple[dict[str, Any], str]] = [
    ({"errors": "ignore"}, "errors: 'ignore' is not one of raise, unread"),
    ({"errors": []}, "errors: [] is not one of raise, unread"),
    ({"max_joint": -1}, "max_joint: -1 is not a whole number of at least 0"),
    ({"max_joint": True}, "max_joint: True is not a whole number of at least 0"),
    ({"max_joint_size": 2.5}, "max_joint_size: 2.5 is not a whole number of at least 0"),
    (
        {"vocabulary": {}},
        "vocabulary: a Vocabulary is needed, this is of type dict; see Vocabulary.from_dict",
    ),
    (
        {"vocabulary": "v.toml"},
        "vocabulary: a Vocabulary is needed, this is of type str; see Vocabulary.from_dict",
    ),
]


@pytest.mark.parametrize(("arguments", "problem"), ARGUMENTS)
def test_arguments(arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(InputError) as caught:
        find_conflicts([WEDNESDAY], **arguments)
    assert str(caught.value).startswith(problem)


BAD_RECORDS: list[tuple[list[Any], list[str], str, str]] = [
    ([WEDNESDAY, 3, None], ["claims[1]: a Claim or a mapping is needed, this is of type int",
                            "claims[2]: a Claim or a mapping is needed, this is of type NoneType"], "w", "no records"),
    ([{"id": "x"}, WEDNESDAY], [f"claims[0]: {name}: it is missing"
                                for name in ("subject", "attribute", "value", "source")], "w", "nothing is there"),
    ([{**WEDNESDAY, "asserted_at": "x", "valu": 1}, THURSDAY],
     ["claims[0]: valu: no such field; did you mean 'value'?", f"claims[0]: {NOT_ISO}"], "t", "two problems"),
    ([{**WEDNESDAY, "value": NAN}, THURSDAY], ["claims[0]: value: it is missing"], "t", "an empty cell"),
    ([WEDNESDAY, THURSDAY, {**THURSDAY, "id": "w"}],
     ["claims[2]: id: 'w' stands at claims[0] too, with other content; give each claim its own id"],
     "t", "which of the two is meant cannot be told"),
    ([WEDNESDAY, {**THURSDAY, "retracts": "z"}], ["claims[1]: retracts: 'z' is the id of no claim"], "w", "a slip"),
    ([WEDNESDAY, {**THURSDAY, "retracts": "z"}, {**THURSDAY, "id": "u", "retracts": "t"}],
     ["claims[1]: retracts: 'z' is the id of no claim"], "wu", "what retracts a bad claim is none the worse"),
    ([{**WEDNESDAY, "asserted_at": "x"}, THURSDAY, {**THURSDAY, "id": "u", "retracts": "w"}],
     [f"claims[0]: {NOT_ISO}"], "t", "mended, it can be retracted"),
    ([WEDNESDAY, {**THURSDAY, "timezone": "Europe/Kiew"}],
     ["claims[1]: timezone: 'Europe/Kiew' is not an IANA time zone; did you mean 'Europe/Kiev'?"], "w", "a zone"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "problems", "good", "why"), BAD_RECORDS)
def test_bad_records(claims: list[Any], problems: list[str], good: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        find_conflicts(claims)
    assert list(caught.value.problems) == problems, why
    report = find_conflicts(claims, errors="unread")
    assert {claim.id for claim in report.claims} == set(good), why
    told = [f"{u.where}: {u.reason}" for u in report.unread]
    assert all(any(problem.split(": ", 1)[1] in line for line in told) for problem in problems), why


@pytest.mark.parametrize("order", [[0, 1, 2], [1, 0, 2], [2, 1, 0]])
def test_one_id_with_two_contents_is_bad_whichever_comes_first(order: list[int]) -> None:
    claims = [WEDNESDAY, {**WEDNESDAY, "value": "Friday"}, THURSDAY]
    report = find_conflicts([claims[n] for n in order], errors="unread")
    assert [claim.id for claim in report.claims] == ["t"]
    assert {u.claim.value for u in report.unread if u.claim is not None} == {"Wednesday", "Friday"}


MISFITS: list[tuple[str, Any, str]] = [
    ("scheduled_date", 12.5, "12.5 is a number, but a time is wanted here"),
    ("scheduled_date", True, "true is a yes or no, but a time is wanted here"),
    ("venue", 5, "5 is a number, but a place is wanted here"),
    ("killed", True, "true is a yes or no, but a quantity is wanted here"),
]


@pytest.mark.parametrize(("attribute", "value", "reason"), MISFITS)
def test_a_typed_value_that_does_not_fit_its_kind(attribute: str, value: Any, reason: str) -> None:
    claims = [{**WEDNESDAY, "attribute": attribute, "value": value}, THURSDAY]
    with pytest.raises(InputError) as caught:
        find_conflicts(claims)
    assert caught.value.problems == (f"claims[0]: value: {reason}",)
    assert [u.reason for u in find_conflicts(claims, errors="unread").unread] == [f"value: {reason}"]


def test_a_printed_value_that_cannot_be_read_is_no_error() -> None:
    report = find_conflicts([{**WEDNESDAY, "value": "when pigs fly"}])
    assert [(u.claim and u.claim.id, u.reason) for u in report.unread] == [
        ("w", "'when pigs fly' cannot be read as a time")
    ]


def written(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_several_files_are_one_input(tmp_path: Path) -> None:
    a, b = written(tmp_path / "a.jsonl", WEDNESDAY), written(tmp_path / "b.jsonl", WEDNESDAY, THURSDAY)
    assert load(a, str(b)) == [Claim.from_record(WEDNESDAY), Claim.from_record(THURSDAY)]
    assert load() == []
    c = written(tmp_path / "c.jsonl", {}, {**WEDNESDAY, "value": "Friday"}, {**THURSDAY, "id": "u", "retracts": "w"})
    with pytest.raises(InputError) as caught:
        load(a, b, c, tmp_path / "d.jsonl", tmp_path)
    assert list(caught.value.problems) == [
        *(f"{c}:1: {name}: it is missing" for name in ("subject", "attribute", "value", "source")),
        f"{c}:2: id: 'w' stands at {a}:1 too, with other content; give each claim its own id",
        f"{tmp_path / 'd.jsonl'}: No such file or directory",
        f"{tmp_path}: Is a directory",
    ]


def test_bad_records_of_a_file_can_be_kept(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {**WEDNESDAY, "asserted_at": "x", "hedged": "x"}, THURSDAY)
    claims = load(path, errors="unread")
    assert [claim.id for claim in claims if isinstance(claim, Claim)] == ["t"]
    reason = f"{NOT_ISO}; hedged: 'x' is not true or false"
    assert [(u.where, u.reason) for u in claims if isinstance(u, Unread)] == [(f"{path}:1", reason)]
    report = find_conflicts(claims)
    assert [(u.where, u.reason) for u in report.unread] == [(f"{path}:1", reason)], "the caller knows of them"


NO_SOURCES: list[tuple[Any, str]] = [
    (3, "load: a path or a stream of text is needed, this is of type int; find_conflicts takes claims"),
    ([WEDNESDAY], "load: a path or a stream of text is needed, this is of type list; find_conflicts takes claims"),
    (io.BytesIO(), "load: a path or a stream of text is needed, this is of type BytesIO; find_conflicts takes claims"),
    ("", "a file without a name: No such file or directory"),
    ("a\x00b", "a\x00b: embedded null byte"),
]


@pytest.mark.parametrize(("source", "problem"), NO_SOURCES)
def test_what_cannot_be_loaded(source: Any, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        load(source)
    assert caught.value.problems == (problem,)


def test_the_arguments_of_load(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", WEDNESDAY)
    assert load(path) == load(path, format="jsonl")
    for arguments, problem in (
        ({"format": "docx"}, "format: 'docx' is not known; there are "),
        ({"format": "text"}, "format: 'text' can be written, but not read"),
        ({"errors": "ignore"}, "errors: 'ignore' is not one of raise, unread"),
    ):
        with pytest.raises(InputError) as caught:
            load(path, **arguments)  # type: ignore[arg-type]
        assert str(caught.value).startswith(problem)


READ_REFUSED: list[tuple[Any, dict[str, Any], str]] = [
    ("", {}, "value: it is empty; write the value as it was printed"),
    (None, {}, "value: None is not a value; text as printed, a date, datetime, number, bool or Value is needed"),
    ("12", {"asserted_at": "x"}, NOT_ISO),
    ("12", {"kind": "tme"}, "kind: 'tme' is not one of time, duration, quantity, place, name, choice, flag, order"),
    ("12", {"modality": "x"}, "modality: 'x' is not one of fact, plan, hypothetical"),
    ("12", {"timezone": "x"}, "timezone: 'x' is not an IANA time zone"),
    ("12", {"timezone": 3}, "timezone: 3 is not a text; write '3'"),
    ("12", {"lang": 3}, "lang: 3 is not a text; write '3'"),
    ("12", {"unit": 3}, "unit: 3 is not a text"),
    ("12", {"unit": "flurbs"}, "unit: 'flurbs' is not a unit this library knows"),
    ("12", {"context": 3}, "context: 3 is not a text"),
    ("12", {"attribute": ""}, "attribute: '' is not a name; a text that is not empty is needed"),
    ("12", {"attribute": 3}, "attribute: 3 is not a name; a text that is not empty is needed"),
    ("12", {"vocabulary": {}}, "vocabulary: a Vocabulary is needed, this is of type dict; "
                               "see Vocabulary.from_dict and .from_file"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "arguments", "problem"), READ_REFUSED)
def test_read_refuses(text: Any, arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text, **arguments)
    assert str(caught.value) == problem


READ_UNREAD: list[tuple[Any, dict[str, Any], str]] = [
    ("when pigs fly", {"kind": "time"}, "'when pigs fly' cannot be read as a time"),
    (5, {"attribute": "venue"}, "5 is a number, but a place is wanted here"),
    ("12 km", {"kind": "time"}, "'12 km' reads as a quantity, but a time is wanted here"),
    ("x" * 2000, {}, "a text of 2000 characters is no printed value; give the value alone"),
]


@pytest.mark.parametrize(("text", "arguments", "reason"), READ_UNREAD)
def test_read_cannot(text: Any, arguments: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, **arguments)
    assert str(caught.value) == reason


def test_read_takes_what_the_vocabulary_says_of_an_attribute() -> None:
    vocabulary = Vocabulary.from_dict({"attributes": {"opening": {"kind": "time", "modality": "plan"}}})
    found = read("Wednesday", asserted_at="2025-07-21", attribute="opening", vocabulary=vocabulary)
    assert str(found) == "23 July 2025"
    assert read(found) is found
    assert read("5", unit="km").axis == "length"
    assert read("5", unit="km", kind="quantity").axis == "length"


@pytest.fixture(scope="module")
def seed() -> Report:
    return find_conflicts(load(SEED))


def test_the_seed_story_has_one_conflict(seed: Report) -> None:
    assert seed.summary() == "19 claims, 1 contradiction, 0 tensions"
    assert (seed.unread, seed.revisions, seed.not_compared, seed.truncated) == ((), (), (), False)


def test_the_sides_of_the_seed_story(seed: Report) -> None:
    (conflict,) = seed
    assert (conflict.severity, conflict.kind, conflict.joint) == (Severity.CONTRADICTION, "sources differ", False)
    assert conflict.items[0][1:4] == ("scheduled_date", "in total", "plan")
    sides = {claim.id: camp.origins for camp in conflict.camps for claim in camp.claims}
    assert sides == {
        "z-wed": ("Rustem Umerov",),
        "u-wed": ("Rustem Umerov",),
        "t-thu": ("a confidential source",),
        "k-open": ("Kremlin",),
    }
    assert len(conflict.camps) == 3
    assert [claim.id for claim in conflict.neutral] == ["z-week"]


def test_the_kremlin_is_a_tension_with_either_day(seed: Report) -> None:
    severities = {frozenset((pair.a.id, pair.b.id)): pair.severity for pair in seed[0].pairs()}
    firm = {pair for pair, severity in severities.items() if severity is Severity.CONTRADICTION}
    assert all("t-thu" in pair and not pair & {"k-open", "z-week"} for pair in firm)
    assert firm
    assert {severities[pair] for pair in severities if "k-open" in pair} == {Severity.TENSION}
    assert [pair for pair in severities if "z-week" in pair] == [{"z-week", "k-open"}], "it fits both days"


def test_why_the_seed_story_has_a_conflict(seed: Report) -> None:
    because = seed[0].because
    for words in (
        "“Wednesday” (23 July 2025)", "Rustem Umerov through Volodymyr Zelensky", "“Thursday” (24 July 2025)",
        "a confidential source through TASS", "Not settled (“not yet finalised”)", "Kremlin",
        "“the coming week” fits both",
    ):  # fmt: skip
        assert words in because


def test_the_order_of_the_seed_story_changes_nothing(seed: Report) -> None:
    backwards = find_conflicts(reversed(seed.claims))
    assert [c.to_dict() for c in backwards] == [c.to_dict() for c in seed]
