"""Formats: the same claims from JSON Lines, JSON and CSV, and what is told of files that are broken."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Claim, find_conflicts, load
from conflicts.errors import InputError
from conflicts.formats import Format, find_format, format_of, names
from conflicts.formats.registry import OWN

RECORD = {"subject": "s", "attribute": "a", "value": "v", "source": "x"}
GOOD = json.dumps(RECORD).encode()
BAD = json.dumps({**RECORD, "asserted_at": "x", "polarity": "maybe"}).encode()
HEADER = b"subject,attribute,value,source"
NEEDS_LIST = 'a list of claims is needed, or an object with one under "claims"'
NOT_ISO = "asserted_at: 'x' is not an ISO date; write 2025-07-21 or 2025-07-21T20:00:00+03:00"
NOT_POLARITY = "polarity: 'maybe' is not one of affirmed, denied"
TWICE = "the key 'value' stands twice in one object"
NOT_CLOSED = "not CSV: a quotation mark is not closed"
AFTER = "not CSV: text stands after the quotation mark that ends a cell"
TOO_LONG = "not CSV: a cell has more than 131,072 characters"
SHORTEN = "; shorten it, or write JSON Lines"
QUOTE = "quote a cell at both ends, and write a mark inside it twice"
MISSING = [f"{name}: there is no such column" for name in RECORD]


def loaded(folder: Path, name: str, text: bytes) -> list[Claim]:
    path = folder / name
    path.write_bytes(text)
    claims = load(path)
    return [claim for claim in claims if isinstance(claim, Claim)]


READ: list[tuple[str, bytes, int, str]] = [
    ("f.jsonl", b"", 0, "empty"),
    ("f.jsonl", b"\n \r\n\n", 0, "blank lines"),
    ("f.jsonl", b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n" + GOOD + b"\r\n", 1, "BOM, CRLF, a blank line, twice the same"),
    ("f.ndjson", GOOD, 1, "its other ending, no last newline"),
    ("F.JSONL", GOOD, 1, "capitals"),
    ("f.json", b"[]", 0, "an empty list"),
    ("f.json", b'{"claims": []}', 0, "an empty list in an object"),
    ("f.json", b"\xef\xbb\xbf[" + GOOD + b"]", 1, "BOM"),
    ("f.json", b'{"summary": "", "claims": [' + GOOD + b"]}", 1, "a report holds its claims"),
    ("f.csv", b"", 0, "empty"),
    ("f.csv", HEADER, 0, "a header alone"),
    ("f.csv", b"\xef\xbb\xbf" + HEADER + b"\r\n\r\ns,a,v,x\r\n,,,\r\n", 1, "BOM, CRLF, blank lines and rows"),
    ("f.csv", b'\xef\xbb\xbf"subject",attribute,value,source\n"s","a",v,x\n', 1, "BOM before a quote"),
    ("f.csv", HEADER + b"\rs,a,v,x\r", 1, "old Macintosh lines"),
    ("f.csv", HEADER + b",,\ns,a,v,x,,\n", 1, "empty columns, as spreadsheets leave them"),
    ("f.csv", HEADER + b",scope\ns,a,v,x\n", 1, "a short row"),
    ("f.csv", b" source , value,attribute,subject\nx,v,a,s\n", 1, "columns in any order, blanks around"),
    ("f.tsv", HEADER.replace(b",", b"\t") + b"\ns\ta\tv\tx\n", 1, "tabs"),
    ("F.TSV", HEADER.replace(b",", b"\t") + b"\ns\ta\tv\tx\n", 1, "tabs, capitals"),
    ("lines", GOOD + b"\n" + GOOD, 1, "no ending: JSON Lines"),
    ("list", b" \n[" + GOOD + b"]", 1, "no ending: a JSON list"),
    ("object", b'{"claims":\n[' + GOOD + b"]}", 1, "no ending: a JSON object over several lines"),
    ("object", b'{"claims": [' + GOOD + b"]}", 1, "no ending: a JSON object on one line"),
    ("table", HEADER + b"\ns,a,v,x", 1, "no ending: CSV"),
    ("bom", b"\xef\xbb\xbf" + GOOD, 1, "no ending: BOM"),
    ("empty", b"", 0, "no ending: empty"),
]


@pytest.mark.parametrize(("name", "text", "n", "why"), READ)
def test_read(tmp_path: Path, name: str, text: bytes, n: int, why: str) -> None:
    assert loaded(tmp_path, name, text) == [Claim.from_record(RECORD)] * n, why


BROKEN: list[tuple[str, bytes, list[str]]] = [
    ("f.jsonl", GOOD + b"\n" + GOOD[:-5], [":2: not JSON: Expecting value (column 59)"]),
    ("f.jsonl", GOOD + b" " + GOOD, [":1: not JSON: Extra data (column 65)"]),
    ("f.jsonl", b"[" * 100_000 + b"\n" + GOOD, [":1: not JSON: it is nested too deeply"]),
    ("f.jsonl", b'{"a":' * 100_000, [":1: not JSON: it is nested too deeply"]),
    ("f.jsonl", b"1" * 5000, [":1: not JSON: a number is too long"]),
    ("f.jsonl", GOOD[:-1] + b', "value": "w"}\n' + BAD, [f":1: {TWICE}", f":2: {NOT_ISO}", f":2: {NOT_POLARITY}"]),
    ("f.jsonl", GOOD[:-1] + b', "value": "v"}', [f":1: {TWICE}"]),
    ("f.jsonl", GOOD[:-1] + b', "details": [{"value": 1, "value": 2}]}', [f":1: {TWICE}"]),
    ("f.json", b"[" + GOOD[:-1] + b', "value": "w"},\n' + GOOD + b",\n" + BAD + b"]",
     [f":1[0]: {TWICE}", f":3[2]: {NOT_ISO}", f":3[2]: {NOT_POLARITY}"]),
    ("f.json", b'{"claims": [' + GOOD + b'], "claims": []}', [": the key 'claims' stands twice in one object"]),
    ("f.json", b'{"claims": [' + GOOD[:-1] + b', "value": "w"}]}', [f":1[0]: {TWICE}"]),
    ("f.jsonl", b"\x00", [":1: not JSON: Expecting value (column 1)"]),
    (
        "f.jsonl",
        b'[1]\n3\n"x"\nnull\ntrue\n',
        [
            f":{n}: a claim is a JSON object with keys, this is {what}"
            for n, what in enumerate(["a list", "a number", "a text", "null", "true or false"], 1)
        ],
    ),
    ("f.jsonl", b"{}", [f":1: {name}: it is missing" for name in RECORD]),
    ("f.jsonl", GOOD.replace(b'"v"', b"NaN"), [":1: value: nan is not a number that can be compared"]),
    ("f.jsonl", GOOD.replace(b'"v"', b"1e999"), [":1: value: inf is not a number that can be compared"]),
    ("f.jsonl", GOOD + b"\n" + b"\xff" + GOOD + b"\n" + BAD,
     [":2: not UTF-8 text: the byte 0xff at character 1", f":3: {NOT_ISO}", f":3: {NOT_POLARITY}"]),
    ("f.jsonl", GOOD.replace(b'"v"', b'"caf\xe9"'), [":1: not UTF-8 text: the byte 0xe9 at character 49"]),
    ("f.json", b"", [":1: not JSON: Expecting value (column 1)"]),
    ("f.json", b"[\n" + GOOD, [":2: not JSON: Expecting ',' delimiter (column 64)"]),
    ("f.json", b"[" * 100_000, [": not JSON: it is nested too deeply"]),
    ("f.json", b"[\n\xff]", [":2: not UTF-8 text: the byte 0xff at character 1"]),
    *[("f.json", text, [f": {NEEDS_LIST}"]) for text in (b"{}", b"3", b"null", b'{"claims": {}}', GOOD)],
    ("f.json", b"[" + GOOD + b", 3, " + BAD + b"]",
     [":1[1]: a claim is a JSON object with keys, this is a number", f":1[2]: {NOT_ISO}", f":1[2]: {NOT_POLARITY}"]),
    ("f.json", b'{"claims":\n[' + GOOD + b",\n\n" + BAD + b"]}", [f":4[1]: {NOT_ISO}", f":4[1]: {NOT_POLARITY}"]),
    ("f.csv", HEADER + b",asserted_at\ns,a,v,x,x\n,a,v,x,\n", [f":2: {NOT_ISO}", ":3: subject: it is missing"]),
    ("f.csv", HEADER + b'\n"s\n2",a,v,x\ns,a,,x\n', [":4: value: it is missing"]),
    ("f.csv", HEADER + b"\ns,a,v,x,y\n",
     [":2: 'y' stands in a column without a name; quote cells that hold a comma"]),
    ("f.csv", HEADER + b",value\ns,a,v,x,y\n", [":1: the column 'value' stands twice"]),
    ("f.csv", HEADER + b",Quote\ns,a,v,x,y\n", [":1: Quote: no such field; did you mean 'quote'?"]),
    ("f.csv", b"subject,value\ns,v\n", [f":1: {MISSING[1]}", f":1: {MISSING[3]}"]),
    ("f.csv", HEADER.replace(b",", b";") + b"\ns;a;v;x\n",
     [":1: the first row is one cell; set the columns apart by commas"]),
    ("f.tsv", HEADER + b"\ns,a,v,x\n", [":1: the first row is one cell; set the columns apart by tabs"]),
    ("f.csv", HEADER + b'\ns,a,v,x\ns,a,"v,x\ns,a,v,x\n', [f":3: {NOT_CLOSED} (so line 4 was not read); {QUOTE}"]),
    ("f.csv", HEADER + b'\ns,"a"b,v,x\n', [f":2: {AFTER}; {QUOTE}"]),
    ("f.csv", HEADER + b'\ns,a,5" pipe,"x" y\ns,a,v,x\n', [f":2: {AFTER}; {QUOTE}"]),
    ("f.csv", HEADER + b'\ns,"12" dead 5" deep,v,x\ns,a,v,x\n', [f":2: {AFTER}; {QUOTE}"]),
    ("f.csv", HEADER + b"\n".join([b",\x1b[2J", b"s,a,v,x,y", b""]), [":1: '\\x1b[2J': no such field"]),
    ("f.csv", HEADER + b"\ns,a,caf\xe9,x\n,a,v,x\n",
     [":2: not UTF-8 text: the byte 0xe9 at character 4", ":3: subject: it is missing"]),
    ("f.csv", b"\xff\n", [":1: not UTF-8 text: the byte 0xff at character 1"]),
    ("notes", b"Dear colleague\nplease check", [":1: Dear colleague: no such field", *(f":1: {m}" for m in MISSING)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "problems"), BROKEN)
def test_broken(tmp_path: Path, name: str, text: bytes, problems: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        loaded(tmp_path, name, text)
    assert list(caught.value.problems) == [f"{tmp_path / name}{problem}" for problem in problems]


LONG = b"9" * 140_000
LAST = b"s,a,last,x\n"
BROKEN_ROWS: list[tuple[bytes, list[str], bool, str]] = [
    (b"s,a,%b,x\n" % LONG, [f":2: {TOO_LONG}{SHORTEN}"], True, "a cell too long, on one line"),
    (b"s,a,%b,x\n" % LONG * 3, [f":{n}: {TOO_LONG}{SHORTEN}" for n in (2, 3, 4)], True, "three"),
    (b's,a,"%b\ns,a,in,x\nend",x\n' % LONG, [f":2: {TOO_LONG} (so lines 3 to 4 were not read){SHORTEN}"], True,
     "a line inside a cell is never taken for a claim"),
    (b's,a,"%b\ns,a,in,x\n' % LONG, [f":2: {NOT_CLOSED} (so lines 3 to 4 were not read); {QUOTE}"], False,
     "nobody knows where it ends"),
    (b's,a,"v,x\n' + b"s,a,in,x\n" * 3, [f":2: {NOT_CLOSED} (so lines 3 to 6 were not read); {QUOTE}"], False,
     "nor here"),
    (b's,"a"b,v,x\n', [f":2: {AFTER}; {QUOTE}"], True, "a mark inside a cell"),
    (b's,"a\n"b,v,x\n', [f":2: {AFTER} (so line 3 was not read); {QUOTE}"], True, "on two lines"),
    (b's,"a"b,v,"x\ns,a,in,x\n"\n', [f":2: {AFTER} (so lines 3 to 4 were not read); {QUOTE}"], True,
     "before another cell"),
    (b'a","x\n' * 2, [f":2: {NOT_CLOSED} (so lines 3 to 4 were not read); {QUOTE}"], False,
     "each line closes and opens one"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "problems", "goes_on", "why"), BROKEN_ROWS, ids=[why for *_, why in BROKEN_ROWS])
def test_the_rows_after_a_broken_one(tmp_path: Path, rows: bytes, problems: list[str], goes_on: bool, why: str) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(HEADER + b"\n" + rows + LAST)
    found = load(path, errors="unread")
    told = [f"{entry.where}: {entry.reason}" for entry in found if not isinstance(entry, Claim)]
    assert told == [f"{path}{problem}" for problem in problems]
    assert [entry.value for entry in found if isinstance(entry, Claim)] == ["last"] * goes_on, why


@settings(derandomize=True, deadline=None, max_examples=100)
@given(pieces=st.lists(st.sampled_from(['"', '""', ",", "\n", "s,a,v,x\n", "s"]), max_size=24))
def test_every_line_of_a_table_is_read_or_told(pieces: list[str]) -> None:
    """What the library's reader takes for broken is told; of what it reads, each row is a claim or is told."""
    text = "".join(pieces)
    found = load(io.StringIO(HEADER.decode() + ",quote\n" + text), errors="unread", format="csv")
    told = [entry for entry in found if not isinstance(entry, Claim)]
    try:
        rows = list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error:
        assert told
    else:
        good = [row for row in rows if row[:4] == ["s", "a", "v", "x"] and not "".join(row[4:])]
        assert (Claim.from_record(RECORD) in found) is bool(good)


ONE = json.dumps(RECORD)
TWO = json.dumps({**RECORD, "value": "w"})
PLACES: list[tuple[str, str, list[str], str]] = [
    ("f.jsonl", f"{ONE}\n\n{TWO}\n", [":1", ":3"], "the line"),
    ("f.jsonl", f"\ufeff{ONE}\r\n{TWO}", [":1", ":2"], "BOM, CRLF"),
    ("f.csv", 'subject,attribute,value,source\n"s\n2",a,v,x\n\ns,a,w,x\n', [":2", ":5"], "the first line of the row"),
    ("f.json", f"[{ONE}, {TWO}]", [":1[0]", ":1[1]"], "the line and the number"),
    ("f.json", f"\ufeff\n[\r\n{ONE}\n,\n\n\t{TWO}\r]", [":3[0]", ":6[1]"], "white space of all kinds"),
    ("f.json", f'{{"n": [{{}}, "]"],\n"claims": [\n{ONE},\n{TWO}]}}', [":3[0]", ":4[1]"], "a key before"),
    ("f.json", f'{{"x": [3],\n"claims": [{ONE}],\n"x": 1}}', [":2[0]"], "a key twice that means nothing here"),
    ("f.json", '{"\\u0063laims": [\n' + ONE + "]}", [":2[0]"], "a key with an escape"),
    ("f.json", json.dumps({"claims": [RECORD]}, indent=2), [":3[0]"], "indented"),
]


@pytest.mark.parametrize(("name", "text", "places", "why"), PLACES)
def test_where_a_claim_stood(tmp_path: Path, name: str, text: str, places: list[str], why: str) -> None:
    claims = loaded(tmp_path, name, text.encode())
    assert [claim.where for claim in claims] == [f"{tmp_path / name}{place}" for place in places], why
    report = find_conflicts(claims)
    assert [claim.where for claim in report.claims] == [claim.where for claim in claims], "the report knows it too"


def test_json_at_the_edge_of_what_can_be_nested() -> None:
    texts = [f"[{'[' * depth}{']' * depth}]" for depth in range(600, 1000)]
    reasons = [[entry.reason for entry in load(io.StringIO(text), format="json", errors="unread")
                if not isinstance(entry, Claim)] for text in texts]  # fmt: skip
    read, deep = "a claim is a JSON object with keys, this is a list", "not JSON: it is nested too deeply"
    edge = reasons.index([deep])
    assert reasons == [[read]] * edge + [[deep]] * (len(texts) - edge)


def test_where_a_claim_stood_is_no_part_of_it() -> None:
    here, there = Claim.from_record(RECORD, where="a:1"), Claim.from_record(RECORD, where="b:2")
    assert here == there
    for of in (hash, repr, Claim.to_dict, lambda claim: (claim.id, claim.content)):
        assert of(here) == of(there)
    with pytest.raises(InputError, match="where: no such field"):
        Claim.from_record({**RECORD, "where": "a:1"})
    with pytest.raises(InputError, match="where: 3 is not a text"):
        Claim("s", "a", "v", "x", where=3)
    (of_mapping,) = find_conflicts([RECORD]).claims
    assert of_mapping.where == "claims[0]"


def test_a_long_line_is_read(tmp_path: Path) -> None:
    claims = loaded(tmp_path, "f.jsonl", json.dumps({**RECORD, "quote": "x" * 3_000_000}).encode())
    assert [len(claim.quote or "") for claim in claims] == [3_000_000]


CELLS: list[tuple[dict[str, str], dict[str, object], str]] = [
    ({"via": "TASS; Example Daily > Web"}, {"via": ("TASS", "Example Daily", "Web")}, "relays in one cell"),
    ({"via": " TASS ;"}, {"via": ("TASS",)}, "no relay is empty"),
    ({"hedged": "TRUE", "anonymous": "false"}, {"hedged": True, "anonymous": False}, "as spreadsheets write them"),
    ({"value": 'say "no"'}, {"value": 'say "no"'}, "quotes"),
    ({"value": "two\nlines, one cell"}, {"value": "two\nlines, one cell"}, "a newline and a comma"),
    ({"value": "12"}, {"value": "12"}, "a number in a table is a text, as printed"),
    ({"scope": " "}, {"scope": None}, "a blank cell is an absent field"),
]


@pytest.mark.parametrize(("cells", "expected", "why"), CELLS)
def test_cells(cells: dict[str, str], expected: dict[str, object], why: str) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, [*RECORD, *(name for name in cells if name not in RECORD)])
    writer.writeheader()
    writer.writerow({**RECORD, **cells})
    (claim,) = load(io.StringIO(text.getvalue(), newline=""), format="csv")
    assert {name: getattr(claim, name) for name in expected} == expected, why


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=6).filter(
    lambda text: bool(text.strip())
)
RELAY = st.text("abcé \"',", min_size=1, max_size=4).map(str.strip).filter(bool)
RECORDS = st.fixed_dictionaries(
    dict.fromkeys(RECORD, TEXTS),
    optional={
        "via": st.lists(RELAY, min_size=1, max_size=3),
        "asserted_at": st.dates().map(str) | st.datetimes().map(str),
        "hedged": st.booleans(),
        "polarity": st.sampled_from(["affirmed", "denied"]),
        "scope": TEXTS,
    },
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(records=st.lists(RECORDS, max_size=4))
def test_the_same_claims_from_every_format(records: list[dict[str, Any]]) -> None:
    lines = io.StringIO("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
    table = io.StringIO(newline="")
    columns = list(dict.fromkeys([*RECORD, *(name for record in records for name in record)]))
    writer = csv.DictWriter(table, columns)
    writer.writeheader()
    for record in records:
        writer.writerow({**record, "via": "; ".join(record.get("via", []))} if "via" in record else record)
    table.seek(0)
    expected = list({claim.id: claim for claim in map(Claim.from_record, records)}.values())
    assert load(lines, format="jsonl") == expected
    assert load(io.StringIO(json.dumps(records)), format="json") == expected
    assert load(io.StringIO(json.dumps({"claims": records})), format="json") == expected
    assert load(table, format="csv") == expected


@settings(derandomize=True, deadline=None, max_examples=25)
@given(records=st.lists(RECORDS, max_size=3))
def test_a_report_in_json_holds_its_claims(records: list[dict[str, Any]]) -> None:
    report = find_conflicts(records)
    text = io.StringIO()
    write = find_format("json").write
    assert write is not None
    write(report, text)
    json.loads(text.getvalue(), parse_constant=pytest.fail)
    again = [claim for claim in load(io.StringIO(text.getvalue()), format="json") if isinstance(claim, Claim)]
    assert [claim.content for claim in again] == [claim.content for claim in report.claims]
    assert find_conflicts(again).to_dict() == report.to_dict()
    both = load(io.StringIO(text.getvalue()), io.StringIO(json.dumps(records)))
    assert len(both) == len(again), "a claim is the same with its id written out"


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    text=st.text('{}[]":,a1\n\ufeff é', max_size=30) | st.text(max_size=20),
    name=st.sampled_from(["csv", "json", "jsonl", None]),
)
def test_any_text_is_read_or_told_to_be_wrong(text: str, name: str | None) -> None:
    found = load(io.StringIO(text), errors="unread", format=name)
    wrong = [entry for entry in found if not isinstance(entry, Claim)]
    assert all(entry.where and entry.where.startswith("stream") and entry.reason for entry in wrong)


def test_the_entry_points_are_the_formats_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["conflicts.formats"] == {name: f"{module}:FORMAT" for name, module in OWN.items()}


def test_which_formats_there_are() -> None:
    assert {"csv", "graphml", "json", "jsonl", "junit", "markdown", "sarif", "text"} <= set(names())
    assert all(isinstance(find_format(name), Format) for name in names())
    with pytest.raises(InputError, match=r"format: 'docx' is not known; there are .*csv, .*json"):
        find_format("docx")


ENDINGS = [("a.jsonl", "jsonl"), ("a.NDJSON", "jsonl"), ("a.json", "json"), ("a.b.csv", "csv"), ("a.tsv", "csv")]


@pytest.mark.parametrize(("path", "name"), [*ENDINGS, ("a.txt", None), ("csv", None), ("", None)])
def test_the_format_of_a_path(path: str, name: str | None) -> None:
    found = format_of(path)
    assert (None if found is None else found.name) == name
