"""Claims: every field's good and bad input, the words of every error, ids, and the way to a record and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Claim, read
from conflicts.claims import FIELDS, Printed
from conflicts.errors import InputError
from conflicts.values.extent import Extent
from conflicts.values.value import Value

GOOD: Mapping[str, Any] = {"subject": "the talks", "attribute": "date", "value": "Monday", "source": "AP"}
UTC = dt.UTC
ISO_HINT = "is not an ISO date; write 2025-07-21 or 2025-07-21T20:00:00+03:00"
NAME_HINT = "is not a name; a text that is not empty is needed"
TEXT_FIELDS = ("scope", "subject_id", "lang", "utterance", "retracts", "quote", "url", "id")
NAT = type("NaTType", (dt.datetime,), {"__eq__": lambda a, b: False, "__hash__": None})(1, 1, 1)


def claim(**fields: Any) -> Claim:
    return Claim.from_record({**GOOD, **fields})


ACCEPTED: list[tuple[str, object, object, str]] = [
    ("value", 3, 3, "a number"),
    ("value", Decimal("1.5"), Fraction(3, 2), "a decimal is kept exactly"),
    ("value", True, True, "a bool"),
    ("value", dt.date(2025, 7, 21), dt.date(2025, 7, 21), "a date"),
    ("value", "  12 ", "  12 ", "a text stays as printed"),
    ("via", None, (), "nothing passed it on"),
    ("via", "", (), "an empty cell"),
    ("via", "TASS", ("TASS",), "one relay alone"),
    ("via", ["TASS", "AP"], ("TASS", "AP"), "a list keeps its order"),
    ("via", iter(["TASS"]), ("TASS",), "anything that can be gone through in order"),
    ("asserted_at", "2025-07-21", dt.date(2025, 7, 21), "a day"),
    ("asserted_at", " 2025-07-21\n", dt.date(2025, 7, 21), "white space around"),
    ("asserted_at", "20250721", dt.date(2025, 7, 21), "ISO's basic form"),
    ("asserted_at", "2025-W30-1", dt.date(2025, 7, 21), "ISO's week form"),
    ("asserted_at", "2025-07-21T20:00", dt.datetime(2025, 7, 21, 20), "no offset: the wall clock"),
    ("asserted_at", "2025-07-21 20:00", dt.datetime(2025, 7, 21, 20), "a blank for the T"),
    ("asserted_at", "2025-07-21T20:00:00Z", dt.datetime(2025, 7, 21, 20, tzinfo=UTC), "Z"),
    ("asserted_at", "  ", None, "blank is absent"),
    ("asserted_at", NAT, None, "a data frame's empty time is a datetime that equals nothing"),
    ("polarity", None, "affirmed", "the default"),
    ("polarity", "", "affirmed", "an empty cell"),
    ("modality", "", None, "an empty cell"),
    ("modality", "hypothetical", "hypothetical", "one of three"),
    ("hedged", "TRUE", True, "as spreadsheets write it"),
    ("hedged", " false ", False, "white space around"),
    ("anonymous", "", False, "an empty cell"),
    ("timezone", "", None, "an empty cell"),
    ("timezone", "Europe/Kyiv", "Europe/Kyiv", "an IANA name"),
    *[(name, blank, None, "blank is absent") for name in TEXT_FIELDS if name != "id" for blank in ("", " ")],
]


@pytest.mark.parametrize(("field", "given", "expected", "why"), ACCEPTED)
def test_a_field_takes(field: str, given: object, expected: object, why: str) -> None:
    kept = getattr(claim(**{field: given}), field)
    assert (kept, type(kept)) == (expected, type(expected)), why


REFUSED: list[tuple[str, object, str]] = [
    *[(name, "", f"'' {NAME_HINT}") for name in ("subject", "attribute", "source")],
    *[(name, " \n", f"' \\n' {NAME_HINT}") for name in ("subject", "attribute", "source")],
    *[(name, 3, f"3 {NAME_HINT}") for name in ("subject", "attribute", "source")],
    *[(name, None, "it is missing") for name in ("subject", "attribute", "value", "source")],
    ("value", "", "it is empty; write the value as it was printed"),
    ("value", " ", "it is empty; write the value as it was printed"),
    ("value", float("nan"), "nan is not a number that can be compared"),
    ("value", float("-inf"), "-inf is not a number that can be compared"),
    ("value", Decimal("sNaN"), "Decimal('sNaN') is not a number that can be compared"),
    ("value", 10**2000, "a number of more than 1,000 digits is no printed value"),
    ("value", Fraction(1, 10**2000), "a number of more than 1,000 digits is no printed value"),
    ("value", [1], "[1] is not a value; text as printed, a date, datetime, number, bool or Value is needed"),
    (
        "value",
        dt.time(3),
        "datetime.time(3, 0) is not a value; text as printed, a date, datetime, number, bool or Value is needed",
    ),
    ("via", 5, "5 is not a list of names, from the origin outwards"),
    ("via", {"TASS": 1}, "{'TASS': 1} is not a list of names, from the origin outwards"),
    ("via", {"TASS"}, "{'TASS'} is not a list of names, from the origin outwards"),
    ("via", b"TASS", "b'TASS' is not a list of names, from the origin outwards"),
    ("via", [""], f"'' {NAME_HINT}"),
    ("via", ["TASS", 1], f"1 {NAME_HINT}"),
    *[(name, "Monday", f"'Monday' {ISO_HINT}") for name in ("asserted_at", "published_at", "as_of")],
    ("asserted_at", "21/07/2025", f"'21/07/2025' {ISO_HINT}"),
    ("asserted_at", "2025-07", f"'2025-07' {ISO_HINT}"),
    ("asserted_at", "2025-02-30", "'2025-02-30' names a day or a time that does not exist"),
    ("asserted_at", "2025-07-21T25:00", "'2025-07-21T25:00' names a day or a time that does not exist"),
    ("asserted_at", 20250721, "20250721 is not a date; ISO text, a date or a datetime is needed"),
    ("polarity", "yes", "'yes' is not one of affirmed, denied"),
    ("polarity", "Denied", "'Denied' is not one of affirmed, denied; did you mean 'denied'?"),
    ("modality", "plann", "'plann' is not one of fact, plan, hypothetical; did you mean 'plan'?"),
    ("modality", [], "[] is not one of fact, plan, hypothetical"),
    *[(name, wrong, f"{wrong!r} is not true or false") for name in ("hedged", "anonymous") for wrong in ("maybe", 1)],
    *[(name, 3, "3 is not a text; write '3'") for name in TEXT_FIELDS],
    *[(name, ["a"], "['a'] is not a text") for name in TEXT_FIELDS],
    *[(name, True, "True is not a text") for name in TEXT_FIELDS],
    ("timezone", "Europe/Kiew", "'Europe/Kiew' is not an IANA time zone; did you mean 'Europe/Kiev'?"),
    ("timezone", "europe/kyiv", "'europe/kyiv' is not an IANA time zone; did you mean 'Europe/Kyiv'?"),
    ("timezone", "+03:00", "'+03:00' is not an IANA time zone"),
    ("timezone", "/etc/passwd", "'/etc/passwd' is not an IANA time zone"),
    ("timezone", "localtime", "'localtime' is not an IANA time zone"),
    ("timezone", 3, "3 is not a text; write '3'"),
    ("colour", "red", "no such field"),
    ("Source", "AP", "no such field; did you mean 'source'?"),
]


@pytest.mark.parametrize(("field", "given", "problem"), REFUSED)
def test_a_field_refuses(field: str, given: object, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        claim(**{field: given})
    assert caught.value.problems == (f"{field}: {problem}",)


def test_a_claim_takes_back_another_one() -> None:
    with pytest.raises(InputError, match="retracts: claim 'a' retracts itself; name the claim that it takes back"):
        claim(id="a", retracts="a")


def test_a_long_value_is_cut_in_its_error() -> None:
    with pytest.raises(InputError) as caught:
        claim(modality="x" * 5000)
    assert len(str(caught.value)) < 200


def test_all_the_problems_of_a_record_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Claim.from_record({"subjct": "x", "value": "", "source": 3, "asserted_at": "x", "hedged": "x"})
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [
        "subjct", "subject", "attribute", "value", "source", "asserted_at", "hedged",
    ]  # fmt: skip


def test_a_constructor_tells_all_problems_too() -> None:
    with pytest.raises(InputError) as caught:
        Claim("", "date", "Monday", "AP", timezone="x", polarity="no")
    assert [problem.partition(":")[0] for problem in caught.value.problems] == ["subject", "polarity", "timezone"]


def test_the_fields_of_the_contract() -> None:
    names = """subject attribute value source via asserted_at published_at as_of scope polarity modality hedged
        anonymous subject_id timezone lang utterance retracts quote url id"""
    assert " ".join(FIELDS) == " ".join(names.split())


def test_an_id_comes_from_the_content() -> None:
    assert claim().id == claim(via=[], polarity="affirmed").id
    ids = {claim(**{name: "2025-01-01"}).id for name in ("asserted_at", "published_at", "as_of", "scope", "quote")}
    assert len(ids) == 5
    assert claim(id="x").id == "x"
    assert claim(id=" ").id == claim().id


DIFFERENT: list[tuple[dict[str, object], dict[str, object], str]] = [
    ({"value": True}, {"value": 1}, "a yes is no number, though Python has them equal"),
    ({"value": 3}, {"value": 3.0}, "3.0 is printed to one place more"),
    ({"value": dt.date(2025, 1, 1)}, {"value": "2025-01-01"}, "a date is no text"),
    (
        {"asserted_at": "2025-07-21T01:00:00+03:00"},
        {"asserted_at": "2025-07-20T22:00:00+00:00"},
        "one instant, but “today” is another day",
    ),
]
SAME: list[tuple[dict[str, object], dict[str, object], str]] = [
    ({"id": "a"}, {"id": "b"}, "the id is no content"),
    ({"via": "TASS"}, {"via": ["TASS"]}, "one relay"),
    (
        {"asserted_at": dt.datetime(2025, 7, 20, 22, tzinfo=UTC)},
        {"asserted_at": "2025-07-20T22:00:00Z"},
        "one moment however it was given",
    ),
]


@pytest.mark.parametrize(("a", "b", "why"), DIFFERENT)
def test_other_content(a: dict[str, object], b: dict[str, object], why: str) -> None:
    assert claim(**a).content != claim(**b).content, why
    assert claim(**a).id != claim(**b).id, why


@pytest.mark.parametrize(("a", "b", "why"), SAME)
def test_the_same_content(a: dict[str, object], b: dict[str, object], why: str) -> None:
    assert claim(**a).content == claim(**b).content, why


PRINTED: list[tuple[Printed, object, str]] = [
    ("two\n lines", "two lines", "one line"),
    (True, "true", "a bool, as it is printed"),
    (Fraction(3, 2), "exactly 1.5", "no fraction: “3/2” could be a date"),
    (dt.date(2025, 7, 21), "2025-07-21", "ISO"),
    (Value("count", Extent.point(5), Extent.point(5), text="some 5"), "some 5", "a value keeps its text"),
]


@pytest.mark.parametrize(("value", "expected", "why"), PRINTED)
def test_printed(value: Printed, expected: object, why: str) -> None:
    assert claim(value=value).printed == expected, why


TEXTS = st.text(min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
MOMENTS = st.dates() | st.datetimes() | st.datetimes(timezones=st.just(UTC))
RECORDS = st.fixed_dictionaries(
    {"subject": TEXTS, "attribute": TEXTS, "source": TEXTS, "value": TEXTS | st.integers() | st.booleans()},
    optional={
        "via": st.lists(TEXTS, max_size=3),
        "asserted_at": MOMENTS,
        "published_at": MOMENTS,
        "polarity": st.sampled_from(["affirmed", "denied"]),
        "modality": st.sampled_from(["fact", "plan", "hypothetical", None]),
        "hedged": st.booleans(),
        "timezone": st.sampled_from(["Europe/Kyiv", "UTC", None]),
        "scope": TEXTS,
        "retracts": TEXTS,
        "id": TEXTS,
    },
).filter(lambda record: record.get("id") is None or record.get("id") != record.get("retracts"))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(record=RECORDS)
def test_a_record_reads_back(record: dict[str, Any]) -> None:
    first = Claim.from_record(record)
    again = Claim.from_record(first.to_dict())
    assert again == first
    assert (again.id, again.content) == (first.id, first.content)


VALUES = (
    st.fractions(max_denominator=1000) | st.dates() | st.datetimes().map(lambda d: d.replace(second=0, microsecond=0))
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(value=VALUES)
def test_a_typed_value_reads_back_to_the_same_set(value: Printed) -> None:
    record = claim(value=value).to_dict()
    assert read(record["value"]) == read(value)
