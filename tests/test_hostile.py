"""Input that is out to break things: each gets a result or a clear error, in linear memory and steps."""

from __future__ import annotations

import io
import json
import math
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from counting import counted
from stories import MONDAY, claim

from conflicts import Claim, ConflictsError, InputError, Report, Vocabulary, find_conflicts, load, read
from conflicts.camps import Sweep
from conflicts.claims import FIELDS
from conflicts.cli import main
from conflicts.errors import shown
from conflicts.formats import find_format, names
from conflicts.gate import Baseline
from conflicts.values.extent import Extent

DIGITS = "9" * 100_000
HUGE = 10**100_000


def nested(levels: int, *, of: Callable[[Any], Any]) -> Any:
    """Something that many levels deep; `json` and `repr` give up on it, and so must we."""
    made: Any = 1
    for _ in range(levels):
        made = of(made)
    return made


DEEP_LIST = nested(50_000, of=lambda inside: [inside])
DEEP_DICT = nested(50_000, of=lambda inside: {"a": inside})


def answers(work: Callable[[], object]) -> str:
    """What came of it: "a result", or the error's text, which is short enough to be read."""
    try:
        work()
    except ConflictsError as error:
        return str(error) or "nothing"
    return "a result"


def everything(report: Report) -> None:
    """Ask a report for all that it can say."""
    json.dumps(report.to_dict())
    for name in names():
        write = find_format(name).write
        if write is not None:
            write(report, io.StringIO())


# Claims as objects

OBJECTS: list[tuple[Any, str]] = [
    (HUGE, "a whole number that Python does not print"),
    (-HUGE, "nor this"),
    (Fraction(1, HUGE), "a fraction of one"),
    (Decimal("1e999999999"), "a number that would fill the memory if it were written out"),
    (Decimal("-1e-999999999"), "and a small one"),
    (Decimal("sNaN"), "a number that raises when it is compared"),
    (float("nan"), "no number"),
    (float("-inf"), "an infinity"),
    (1e308, "the largest float, about"),
    (5e-324, "the smallest"),
    (1j, "a complex number"),
    (b"5", "bytes"),
    (object(), "a thing"),
    (DIGITS, "as many digits, as text"),
    ("\ud800", "half a character"),
    ("\0", "a NUL"),
    ("-" * 5000, "signs only"),
    ("../" * 100, "a path"),
    (DEEP_LIST, "a deep list"),
    (DEEP_DICT, "a deep mapping"),
    (datetime.max.replace(tzinfo=timezone(-timedelta(hours=14))), "an instant after the last year"),
    (datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), "and one before the first"),
    ("9999-12-31T23:59-12:00", "the same as text"),
    ("10000-01-01", "a year that datetime does not know"),
    ("0000-01-01", "nor this"),
]


@pytest.mark.parametrize(("value", "why"), OBJECTS, ids=[why for _, why in OBJECTS])
def test_any_field_of_a_claim(value: Any, why: str) -> None:
    good = {"subject": "the event", "attribute": "killed", "value": "5", "source": "Ann", "asserted_at": MONDAY}
    other = Claim("the event", "killed", "7", "Bob", asserted_at=MONDAY)
    for field in FIELDS:

        def work(field: str = field) -> None:
            record = good | {field: value}
            everything(find_conflicts([other, record], errors="unread"))
            everything(find_conflicts([other, Claim(**record)]))

        problem = answers(work)
        assert problem == "a result" or len(problem) < 500, (field, problem[:500])


DATES = ["0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31", "9999-12-31T23:59-12:00"]


@pytest.mark.parametrize("said", DATES)
def test_said_at_the_ends_of_the_calendar(said: str) -> None:
    for text in ("tomorrow", "yesterday", "next century", "within 50 days", "Friday, 8 p.m. ET", "a million years ago"):
        claims = [claim(name, name, text, name, said) for name in ("scheduled_date", "due", "held_on")]
        assert answers(lambda claims=claims: everything(find_conflicts(claims))) == "a result"  # type: ignore[misc]


def test_a_value_is_shown_in_a_line() -> None:
    assert shown("x" * 10**6) == "'" + "x" * 76 + "..."
    assert shown(HUGE) == "a value of type int"
    assert shown(DEEP_LIST) == "a value of type list"
    assert shown("short") == "'short'"


# Files of claims

HEAD = "subject,attribute,value,source\n"
START = '{"subject":"x","attribute":"killed","source":"a","value":'
CLAIM_FILES: list[tuple[str, str, str]] = [
    ("a.jsonl", START + DIGITS + "}", "a.jsonl:1: not JSON: a number is too long"),
    ("a.jsonl", START + "1e" + DIGITS + "}", "a.jsonl:1: value: inf is not a number that can be compared"),
    ("a.jsonl", START + "-Infinity}", "a.jsonl:1: value: -inf is not a number that can be compared"),
    ("a.jsonl", START + "NaN}", "a.jsonl:1: value: nan is not a number that can be compared"),
    ("a.jsonl", START + f'"{DIGITS}"}}', "a result"),
    ("a.jsonl", START + "[" * 99_999 + "]" * 99_999 + "}", "a.jsonl:1: not JSON: it is nested too deeply"),
    ("a.json", "[" * 99_999 + "]" * 99_999, "a.json: not JSON: it is nested too deeply"),
    ("a", '{"a":' * 99_999 + "1" + "}" * 99_999, "a:1: not JSON: it is nested too deeply"),
    ("a.jsonl", START + '"\\ud800"}', "a result"),
    ("a.jsonl", "\0" * 1000, "a.jsonl:1: not JSON: Expecting value (column 1)"),
    ("a.csv", HEAD + '"x\ny\0z",killed,5,"a\r\nb"\nx,killed,7,b\n', "a result"),
    ("a.csv", HEAD + f"x,killed,{DIGITS}99,a\n", "a result"),
    ("a.csv", HEAD + f"x,killed,{DIGITS * 2},a\n", "a.csv:2: not CSV: a cell has more than 131,072 characters; "
     "shorten it, or write JSON Lines"),
    ("a.csv", HEAD + 'x,killed,"5,a\n' + "x,killed,7,b\n" * 5000, "a.csv:2: not CSV: a quotation mark is not closed "
     "(so lines 3 to 5,002 were not read); quote a cell at both ends, and write a mark inside it twice"),
    ("a.csv", "subject,attribute,value,source,via\nx,killed,5,a,b" + " " * 99_999 + "c\n", "a result"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), CLAIM_FILES)
def test_files_of_claims(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    expected: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(text.encode())
    assert answers(lambda: everything(find_conflicts(load(name)))) == expected
    bad = expected != "a result"
    assert len(find_conflicts(load(name, errors="unread")).unread) >= bad
    assert (main(["check", name]) == 2) == bad
    assert bad == (expected in capsys.readouterr().err)


def test_many_columns_take_a_step_each(tmp_path: Path) -> None:
    """20,000 different columns took 200 million comparisons before: eight times as many took 64 times as long."""
    taken = []
    for wide in (2500, 20_000):
        (tmp_path / "a.csv").write_text(",".join(f"c{n}" for n in range(wide)), encoding="utf-8")
        start = time.process_time()
        with pytest.raises(InputError) as caught:
            load(tmp_path / "a.csv")
        assert len(caught.value.problems) == wide + 4
        taken.append(time.process_time() - start)
    assert taken[1] < 25 * taken[0], taken


MANY = 600
"""Claims enough for several buffers of a file."""
RECORD = {"attribute": "killed", "value": "5", "source": "a"}
ROWS: dict[str, tuple[str, Callable[[int], str], str]] = {
    ".jsonl": ("", lambda n: json.dumps({"subject": f"x{n}", **RECORD}) + "\n", ""),
    ".csv": (HEAD, lambda n: f"x{n},killed,5,a\n", ""),
    ".json": ("[\n", lambda n: "," * (n > 0) + ROWS[".jsonl"][1](n), "]\n"),
}  # fmt: skip
CHANGES: list[tuple[str, Callable[[Path], object]]] = [
    ("emptied", lambda path: os.truncate(path, 0)),
    ("cut in a line", lambda path: os.truncate(path, path.stat().st_size * 2 // 3 + 5)),
    ("written anew, shorter", lambda path: path.write_text("x\n" * 9000, encoding="utf-8")),
    ("longer", lambda path: path.write_bytes(path.read_bytes() + b"x\n")),
    ("replaced", lambda path: os.replace(path.with_suffix(".other"), path)),
    ("removed", lambda path: path.unlink()),
]
KEEPS = ("replaced", "removed")
"""What is done to the name leaves the file itself as it is."""


@pytest.mark.parametrize(("what", "change"), CHANGES, ids=[what for what, _ in CHANGES])
@pytest.mark.parametrize("suffix", ROWS)
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, suffix: str, what: str, change: Callable[[Path], object]
) -> None:
    """What is torn is told; a row of a table that was cut short may look like a whole one, so the change itself is."""
    path = tmp_path / f"a{suffix}"
    first, row, last = ROWS[suffix]
    path.write_text(first + "".join(map(row, range(MANY))) + last, encoding="utf-8")
    (tmp_path / "a.other").write_text("other", encoding="utf-8")
    whole = [entry for entry in load(path) if isinstance(entry, Claim)]
    assert len(whole) == MANY

    class Changing(io.TextIOWrapper):
        told = 0

        def __next__(self) -> str:  # type: ignore[override]
            self.told += 1
            if self.told == MANY // 3:
                change(path)
            return super().__next__()

    with Changing(path.open("rb"), encoding="utf-8", newline="") as stream:
        found = load(stream, errors="unread")
    claims = [entry for entry in found if isinstance(entry, Claim)]
    torn = [entry for entry in found if not isinstance(entry, Claim)]
    if what in KEEPS:
        assert found == whole
        return
    *_, last_told = torn
    assert (last_told.where, last_told.reason) == (
        str(path),
        "it changed while it was read; wait until it is written, and read it again",
    )
    made_up = [entry for entry in claims if entry not in whole]
    assert len(made_up) <= (suffix == ".csv"), "at most the row that was torn"
    assert len(claims) >= (0 if suffix == ".json" else MANY // 3), "what was read before is kept"


def test_a_long_line_takes_linear_memory(tmp_path: Path) -> None:
    """The same law holds for a line of 100 MB; a tenth of a megabyte shows it."""
    peaks = []
    for size in (100_000, 200_000, 400_000):
        (tmp_path / "a.jsonl").write_text(START + '"' + "12 " * (size // 3) + '"}\n' + START + '"5"}', encoding="utf-8")
        tracemalloc.start()
        everything(find_conflicts(load(tmp_path / "a.jsonl")))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < 2.5 * peaks[1] < 6.25 * peaks[0], peaks


# Vocabularies

VOCABULARY_FILES: list[tuple[str, str, str]] = [
    ("a.toml", "aliases.a = " + "[" * 99_999 + "]" * 99_999, "not TOML: it is nested too deeply"),
    ("a.toml", "aliases = " + "{a=" * 5000 + "1" + "}" * 5000, "not TOML: it is nested too deeply"),
    ("a.toml", "attributes." + ".".join("a" * 60) + " = 1", "attributes.a.a: no such field"),
    ("a.toml", "aliases." + ".".join("a" * 60) + " = 1", "is not a name"),
    ("a.toml", f"aliases.a = {DIGITS}", "not TOML: a number is too long"),
    ("a.toml", "aliases.a = nan", "aliases.a: nan is not a name"),
    ("a.toml", "aliases.a = 9999-12-31T23:59:59-23:59", "is not a name"),
    ("a.json", "[" * 99_999 + "]" * 99_999, "not JSON: it is nested too deeply"),
    ("a.json", '{"aliases": {"a": ' + DIGITS + "}}", "not JSON: a number is too long"),
    ("a.json", '{"attributes": {"a": {"kind": 1e999}}}', "attributes.a.kind: inf is not a text"),
]


@pytest.mark.parametrize(("name", "text", "expected"), VOCABULARY_FILES)
def test_vocabulary_files(tmp_path: Path, name: str, text: str, expected: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    problem = answers(lambda: Vocabulary.from_file(tmp_path / name))
    assert expected in problem
    assert len(problem) < 1000


N = 3000
VOCABULARIES: list[tuple[dict[str, Any], str, str]] = [
    ({"aliases": {f"a{n}": [f"a{n + 1}"] for n in range(N)}}, "a result", "a chain of aliases"),
    ({"aliases": {f"a{n}": [f"a{(n + 1) % N}"] for n in range(N)}}, "aliases: a cycle: a0 is a2999 is", "a cycle"),
    ({"aliases": {"a": ["b"], "b": ["a"]}}, "aliases: a cycle: a is b is a", "a small one"),
    ({"aliases": {f"a{n}": ["b"] for n in range(N)}}, "aliases: 'b' stands for both 'a0' and 'a1'", "contradictory"),
    ({"scopes": {f"a{n}": [f"a{(n + 1) % N}"] for n in range(N)}}, "scopes: a cycle", "scopes too"),
    ({"places": {f"a{n}": [f"a{n + 1}"] for n in range(N)}}, "a result", "a chain of places"),
    ({"places": {f"a{n}": [f"a{(n + 1) % N}"] for n in range(N)}}, "places: a cycle: a0 lies in a1", "a cycle"),
    ({"places": {"a": "a"}}, "places: a cycle: a lies in a", "a place in itself"),
    ({"places": {f"a{n}": [f"a{n + 1}", f"a{n + 2}"] for n in range(N)}}, "a result", "2 ** N ways up"),
    ({"attributes": {"*a" * 400 + "*b": {"kind": "time"}}}, "a result", "a pattern that could run away"),
    ({"attributes": {"a": DEEP_DICT}}, "attributes.a.a: no such field", "a deep table"),
    ({"attributes": {"a": {"kind": HUGE}}}, "attributes.a.kind: a value of type int is not a text", "a huge number"),
    ({"attributes": {"a": {"tolerance": DIGITS}}}, "attributes.a", "a tolerance of 100,000 digits"),
    ({"attributes": {"a": {"tolerance": "1e99999999"}}}, "attributes.a", "and one that fills the memory"),
    ({"constraints": ["(" * 99_999 + "a" + ")" * 99_999 + " < b"]}, "is too long", "deep parentheses"),
    ({"constraints": ["(" * 200 + "a" + ")" * 200 + " < b"]}, "brackets in brackets", "as deep as fits"),
    ({"constraints": ["-" * 480 + "a < b"]}, "a result", "many signs"),
    ({"constraints": ["a / (b - b) < c"]}, "a division by zero", "a division by what is always zero"),
    ({"constraints": ["a / 0 < b"]}, "a division by zero", "by zero itself"),
    ({"constraints": ["9" * 450 + " * a < b"]}, "a result", "a number of 450 digits"),
]


@pytest.mark.parametrize(("data", "expected", "why"), VOCABULARIES, ids=[why for *_, why in VOCABULARIES])
def test_vocabularies(data: dict[str, Any], expected: str, why: str) -> None:
    def work() -> None:
        vocabulary = Vocabulary.default() | Vocabulary.from_dict(data)
        find_conflicts([claim("a", "a" * 3000, "5", "Ann"), claim("b", "a" * 3000, "7", "Bob")], vocabulary)

    start = time.process_time()
    problem = answers(work)
    assert problem.startswith("a result") == (expected == "a result"), problem[:300]
    assert expected in problem
    assert time.process_time() - start < 5, "a step a link, not one a pair of links"


LONG = "x" * 100_000
LONG_NAMES: list[tuple[dict[str, Any], str]] = [
    ({LONG: 1}, "no such key"),
    ({"attributes": {"a": {LONG: 1}}}, "no such field"),
    ({"attributes": {LONG: {"kind": "x"}}}, "'x' is not one of"),
    ({"aliases": {LONG: 3}}, "3 is not a name"),
    ({"aliases": {"a": [LONG], "b": [LONG]}}, "stands for both 'a' and 'b'"),
    ({"aliases": {LONG: ["a"], "a": [LONG]}}, "aliases: a cycle"),
    ({"scopes": {f"a{n}": [f"a{n + 1}"] for n in range(3000)} | {"a3000": ["a0"]}}, "scopes: a cycle: a0 is a3000 is"),
]


@pytest.mark.parametrize(("data", "expected"), LONG_NAMES, ids=range(len(LONG_NAMES)))
def test_an_error_about_a_long_name_can_be_read(data: dict[str, Any], expected: str) -> None:
    problem = answers(lambda: Vocabulary.from_dict(data))
    assert expected in problem
    assert len(problem) < 500


@pytest.mark.parametrize("header", [LONG, f"{LONG},{LONG}", HEAD.strip() + f",{LONG}"])
def test_an_error_about_a_long_column_can_be_read(header: str) -> None:
    problem = answers(lambda: load(io.StringIO(header + "\n"), format="csv"))
    assert "no such field" in problem
    assert len(problem) < 1000


OVERFLOWS = ["0", "-1", "1e308", "9" * 900, "none", "not yet known", "at least 3", "12 percent", "1/3", "Friday"]


@pytest.mark.parametrize(
    "text", ["a / b <= c", "a * b * c == d", "a / (b - c) >= d", "1 / a < b * b * b", "a - a * b < c"]
)
def test_constraints_that_divide_or_overflow(text: str) -> None:
    vocabulary = Vocabulary.from_dict({"constraints": [text]})
    for turn in range(len(OVERFLOWS)):
        claims = [claim(n, n, OVERFLOWS[(turn + 3 * k) % len(OVERFLOWS)], n) for k, n in enumerate("abcd")]
        everything(find_conflicts(claims, vocabulary, errors="unread"))


def test_an_attribute_without_a_letter() -> None:
    """Found by fuzzing the constraints."""
    report = find_conflicts([claim("a", "___", "5", "Ann"), claim("b", "___", "7", "Bob")])
    assert "“___”" in report[0].because


# Baselines

BASELINES = [
    '{"known": ' + "[" * 99_999 + "]" * 99_999 + "}",
    f'{{"known": [{DIGITS}]}}',
    "\0",
    "[",
    '{"known": [NaN]}',
    '{"known": {"a": 1}}',
]


@pytest.mark.parametrize("text", BASELINES, ids=range(len(BASELINES)))
def test_baselines(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    problem = answers(lambda: Baseline.load(tmp_path / "known.json"))
    assert problem.startswith(str(tmp_path / "known.json"))


# Reading

REPEATED = [
    *("9", "9,", "1,000,", "(", ")", "- ", " ", "not ", "about ", "between ", "Friday or ", "next ", "the day after "),
    *("two hundred ", "twenty-", "1/2 ", "½", "² ", "$", "2025-", "2025-07-21/", "[2025..", "...", "“", "Mr. ", "Ü"),
    *("é", "\u200b", "\ud800", "\0", "12:", "p.m. ", "+03:00", "W", "?", "1e", "Smith", "aaa", "e m a r ", "± 5 "),
]


@pytest.mark.parametrize("piece", REPEATED, ids=map(ascii, REPEATED))
def test_long_texts_take_no_more_than_their_length(piece: str) -> None:
    """From one length to four times it: four times the work, and no sixteen; with room for a noisy machine."""
    for kind in (None, "time", "duration", "quantity", "name", "flag"):
        taken = []
        for length in (1500, 6000):
            text = "a" + piece * (length // len(piece)) + " b"
            start = time.process_time()
            answers(lambda text=text, kind=kind: str(read(text, kind=kind, asserted_at=MONDAY)))  # type: ignore[misc]
            taken.append(time.process_time() - start)
        assert taken[1] < max(0.3, 9 * taken[0]), (kind, taken)


# Many claims


SHAPES: list[tuple[str, Callable[[int], Claim]]] = [
    ("one item, a figure each", lambda n: claim(f"c{n}", "height", str(n), f"s{n}")),
    ("one item, a name each", lambda n: claim(f"c{n}", "chair", f"Name{n}", f"s{n}")),
    ("one item, hedged", lambda n: claim(f"c{n}", "height", str(n), f"s{n}", hedged=True)),
    ("one item, ranges", lambda n: claim(f"c{n}", "height", f"between {n} and {n + 500}", f"s{n}")),
    ("an item each", lambda n: claim(f"c{n}", "height", str(n), f"s{n}", subject=f"e{n}")),
    ("an item for each two", lambda n: claim(f"c{n}", "height", str(n), f"s{n}", subject=f"e{n // 2}")),
    ("an attribute each", lambda n: claim(f"c{n}", f"a{n}", str(n), f"s{n}")),
    ("through one another", lambda n: claim(f"c{n}", "height", str(n % 2), f"s{n}", via=[f"s{n + 1}"])),
    ("copies", lambda n: claim(f"c{n}", "height", str(int(n == 0)), "Ann" if n else "Bob", via=[f"s{n}"])),
    (
        "retractions",
        lambda n: claim(f"c{n}", "height", str(n), f"s{n}", via=["r"], retracts=f"c{n - 1}" if n else None),
    ),
    ("denials", lambda n: claim(f"c{n}", "height", str(n), f"s{n}", polarity="denied")),
]


@pytest.mark.parametrize(("shape", "make"), SHAPES, ids=[shape for shape, _ in SHAPES])
def test_work_grows_with_the_number_of_claims(shape: str, make: Callable[[int], Claim]) -> None:
    """From five hundred to two thousand claims, and so to a million: counted in calls, the exponent is near one.

    Sets of several intervals, such as denials of round figures, cost more, but never a step a pair.
    """
    claims = [make(n) for n in range(2000)]
    find_conflicts(claims[:100])  # what is read once for all
    steps = [counted(lambda k=k: list(find_conflicts(claims[:k]))) for k in (500, 2000)]  # type: ignore[misc]
    assert math.log(steps[1] / steps[0], 4) < (1.5 if shape == "denials" else 1.2), steps


@pytest.mark.parametrize("one_item", [True, False])
def test_memory_grows_with_the_number_of_claims(one_item: bool) -> None:
    peaks = []
    for size in (1000, 4000):
        claims = [claim(f"c{n}", "height", str(n), f"s{n}", subject="e" if one_item else f"e{n}") for n in range(size)]
        tracemalloc.start()
        report = find_conflicts(claims)
        assert len(report) == one_item
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 7 * peaks[0], "four times as much, and tables that have just doubled; a step a pair is 16 times"


def test_sets_of_two_points_make_no_cubic_camps() -> None:
    """Alternatives ("Wednesday or Thursday") once compared every stretch with every other, member by member."""
    steps = []
    for size in (300, 1200):
        points = [{n, (7 * n + 3) % size} for n in range(size)] + [{0}, {0}]
        sets = [Extent([((at, 0), (at, 0)) for at in found]) for found in points]
        steps.append(counted(lambda sets=sets: Sweep(sets)))  # type: ignore[misc]
        together = {frozenset(n for n, found in enumerate(points) if at in found) for at in range(size)}
        assert len(Sweep(sets)) == len(together), "each point has members of its own, but for pairs that share two"
    assert steps[1] < 5 * steps[0]


# Processes

CHECKS = """
import sys
from conflicts.cli import main
sys.exit(main(["check", *sys.argv[1:]]))
"""


def test_two_processes_write_one_output(tmp_path: Path) -> None:
    """One wins whole; no half of one and no mixture."""
    for name, value in (("a", "7"), ("b", "9")):
        record = {"subject": "x", "attribute": "height", "asserted_at": MONDAY}
        lines = [record | {"value": "5", "source": "Ann"}, record | {"value": value, "source": "Bob"}]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    root = str(Path(__file__).parent.parent)
    command = [sys.executable, "-c", CHECKS]
    options = ["--format", "json", "--output", "out.json"]
    alone = {}
    for name in ("a", "b"):
        subprocess.run([*command, f"{name}.jsonl", *options], cwd=tmp_path, check=False, env={"PYTHONPATH": root})
        alone[name] = (tmp_path / "out.json").read_bytes()
    assert alone["a"] != alone["b"]
    both = [
        subprocess.Popen([*command, f"{name}.jsonl", *options], cwd=tmp_path, env={"PYTHONPATH": root})
        for name in ("a", "b")
    ]
    assert [process.wait() for process in both] == [1, 1]
    assert (tmp_path / "out.json").read_bytes() in alone.values()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "b.jsonl", "out.json"]
