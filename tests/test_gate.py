"""The gate: which conflicts let a check fail, and the baseline that may only shrink."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import find_conflicts
from conflicts.cli import main
from conflicts.disputes import Severity
from conflicts.errors import InputError
from conflicts.gate import FAIL_ON, Baseline, FailOn, Gate, Known
from conflicts.report import Report

BASE: dict[str, Any] = {"attribute": "scheduled_date", "asserted_at": "2025-07-21"}


def story(**items: str) -> list[dict[str, Any]]:
    """Two claims for each subject: "c" they contradict each other, "t" they are in tension, "-" they agree."""
    claims = []
    for subject, state in items.items():
        claims.append({**BASE, "subject": subject, "id": f"{subject}1", "value": "Wednesday", "source": "AP"})
        value = "Wednesday" if state == "-" else "Thursday"
        other = {**BASE, "subject": subject, "id": f"{subject}2", "value": value, "source": "TASS"}
        claims.append({**other, "hedged": True} if state == "t" else other)
    return claims


def report(**items: str) -> Report:
    return find_conflicts(story(**items))


def known(**items: str) -> Baseline:
    return Baseline().with_conflicts(report(**items))


GATES: list[tuple[FailOn, dict[str, str] | None, dict[str, str], bool, str]] = [
    ("tension", None, {"a": "-"}, False, "no conflict"),
    ("tension", None, {"a": "t"}, True, "a tension"),
    ("contradiction", None, {"a": "t"}, False, "milder"),
    ("contradiction", None, {"a": "c"}, True, "a contradiction"),
    ("never", None, {"a": "c"}, False, "never"),
    ("tension", {}, {"a": "t"}, True, "an empty baseline knows nothing"),
    ("tension", {"a": "c"}, {"a": "c"}, False, "known"),
    ("tension", {"a": "t"}, {"a": "c"}, True, "worse than known"),
    ("tension", {"a": "c"}, {"a": "t"}, False, "better than known"),
    ("tension", {"a": "c"}, {"a": "c", "b": "t"}, True, "one known, one new"),
    ("contradiction", {"a": "c"}, {"a": "c", "b": "t"}, False, "one known, a new one that is mild"),
    ("tension", {"a": "c"}, {"a": "-"}, True, "settled, and still in the baseline"),
    ("contradiction", {"a": "t"}, {"a": "-"}, False, "settled, a mild one"),
    ("never", {"a": "c"}, {"a": "-"}, False, "settled, but nothing fails"),
]


@pytest.mark.parametrize(("fail_on", "entries", "items", "fails", "why"), GATES)
def test_what_fails(
    fail_on: FailOn, entries: dict[str, str] | None, items: dict[str, str], fails: bool, why: str
) -> None:
    gate = Gate(fail_on, None if entries is None else known(**entries))
    assert gate.fails(report(**items)) is fails, why


def test_a_part_of_the_input_settles_nothing() -> None:
    gate = Gate("tension", known(a="c", b="c"))
    assert not gate.within(report(a="c")).fails(report(a="c"))
    assert gate.within(report(b="c", c="t")).fails(report(b="c", c="t"))
    assert Gate("tension").within(report()) == Gate("tension")


STATES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("ct-"))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(before=STATES, after=STATES)
def test_a_baseline_only_shrinks(before: dict[str, str], after: dict[str, str]) -> None:
    first, found = known(**before), report(**after)
    shrunk = first.shrunk_to(found)
    assert set(shrunk.entries) <= set(first.entries)
    assert all(entry.severity in (first.entries[name].severity, Severity.TENSION)
               for name, entry in shrunk.entries.items())  # fmt: skip
    gate, tight = Gate("tension", first), Gate("tension", shrunk)
    assert [gate.knows(conflict) for conflict in found] == [tight.knows(conflict) for conflict in found]
    assert tight.settled(found) == ()
    assert shrunk.shrunk_to(found) == shrunk
    assert not Gate("tension", known(**after)).fails(found)


def test_the_file_is_for_reviewers(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    entries = known(b="t", ü="c")
    entries.save(path)
    b, u = (f'"{entry.fingerprint}"' for entry in sorted(entries.entries.values(), key=lambda entry: entry.item))
    assert path.read_text(encoding="utf-8") == (
        '{"known": [\n'
        f'{{"fingerprint": {b}, "severity": "tension", "item": "b: scheduled date"}},\n'
        f'{{"fingerprint": {u}, "severity": "contradiction", "item": "ü: scheduled date"}}\n'
        "]}\n"
    )
    assert Baseline.load(path) == entries
    Baseline().save(path)
    assert path.read_text(encoding="utf-8") == '{"known": [\n]}\n'
    assert Baseline.load(path) == Baseline()


ENTRY = {"fingerprint": "0" * 16, "severity": "tension", "item": "x"}
BROKEN: list[tuple[bytes, list[str], str]] = [
    (b"", [":1: not JSON: Expecting value (column 1)"], "empty"),
    (b'{"known": [\n{]}', [":2: not JSON: Expecting property name enclosed in double quotes (column 2)"], "cut short"),
    (b"[" * 100_000, [": not JSON: it is nested too deeply"], "deep"),
    (b"1" * 5000, [": not JSON: a number is too long"], "a long number"),
    (b"\xff", [": not UTF-8 text: invalid start byte at byte 0"], "no text"),
    *[
        (
            text,
            [': a baseline is a JSON object with a list under "known"; write it anew with --update-baseline'],
            "other",
        )
        for text in (b"[]", b"{}", b'{"known": {}}', b"null")
    ],
    (
        json.dumps({"known": [3, {}, {**ENTRY, "severity": "bad"}, ENTRY, ENTRY, {**ENTRY, "item": 3}]}).encode(),
        [
            ": known[0]: an object with fingerprint, severity and item is needed",
            ": known[1]: fingerprint: a text is needed",
            ": known[2]: severity: 'bad' is not one of contradiction, tension",
            f": known[4]: fingerprint: '{'0' * 16}' stands twice",
            ": known[5]: item: a text is needed",
        ],
        "every entry that is wrong",
    ),
]


@pytest.mark.parametrize(("text", "problems", "why"), BROKEN)
def test_a_broken_file(tmp_path: Path, text: bytes, problems: list[str], why: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(text)
    with pytest.raises(InputError) as caught:
        Baseline.load(path)
    assert list(caught.value.problems) == [f"{path}{problem}" for problem in problems], why


def test_a_folder_is_no_baseline(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Is a directory"):
        Baseline.load(tmp_path)


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "k.json").write_bytes(b'\xef\xbb\xbf{"known": []}')
    assert Baseline.load(tmp_path / "k.json") == Baseline()


def test_entries() -> None:
    (conflict,) = report(a="t")
    assert Known.of(conflict) == Known(conflict.fingerprint, Severity.TENSION, "other words are the same entry")
    assert FAIL_ON == ("contradiction", "tension", "never")


# The command line.


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*options: str, **items: str) -> int:
    Path("claims.jsonl").write_text("".join(json.dumps(c) + "\n" for c in story(**items)), encoding="utf-8")
    return main(["check", "claims.jsonl", "--baseline", "known.json", *options])


def listed() -> list[str]:
    return [f"{entry['item'][0]}:{entry['severity'][0]}" for entry in
            json.loads(Path("known.json").read_text(encoding="utf-8"))["known"]]  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_the_life_of_a_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(a="c", b="c") == 2, "there is none yet"
    assert capsys.readouterr().err == "conflicts: known.json: No such file or directory; --update-baseline writes it\n"
    assert check("--update-baseline", a="c", b="c") == 0
    assert listed() == ["a:c", "b:c"]
    assert check(a="c", b="c") == 0
    assert check("--update-baseline", a="c", b="c", d="t") == 1, "what is new is not taken in"
    assert listed() == ["a:c", "b:c"]
    assert check(a="c", b="-") == 1, "settled, and to be taken out"
    assert check("--fail-on", "never", a="c", b="-") == 0
    assert listed() == ["a:c", "b:c"], "checking alone changes no file"
    assert check("--update-baseline", a="t", b="-") == 0
    assert listed() == ["a:t"], "what is less bad stays so"
    assert check(a="c", b="-") == 1, "worse than known"
    assert check(a="t", b="c") == 1, "what was settled is new when it comes back"
    capsys.readouterr()
    assert check("--accept", "0" * 16, a="t", b="c") == 2
    assert capsys.readouterr().err == f"conflicts: --accept: no conflict has the fingerprint '{'0' * 16}'\n"
    (b,) = [c.fingerprint for c in report(a="t", b="c") if c.items[0][0] == "b"]
    assert check("--accept", b, a="t", b="c") == 0
    assert listed() == ["a:t", "b:c"]
    assert check("--update-baseline", a="-", b="-") == 0
    assert listed() == []


@pytest.mark.usefixtures("folder")
def test_a_baseline_is_not_shrunk_while_records_are_unread(capsys: pytest.CaptureFixture[str]) -> None:
    check("--update-baseline", a="c", b="c")
    with Path("claims.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("{\n")
    capsys.readouterr()
    options = ["check", "claims.jsonl", "--keep-going", "--baseline", "known.json", "--update-baseline"]
    assert main(options) == 2
    assert capsys.readouterr().err == (
        "conflicts: --update-baseline: 1 record could not be read, and known conflicts would seem settled; "
        "mend the input first\n"
    )
    assert listed() == ["a:c", "b:c"]


@pytest.mark.usefixtures("folder")
def test_accepting_alone_makes_a_file() -> None:
    a, b = (c.fingerprint for c in report(a="c", b="c"))
    assert check("--accept", a, a="c", b="c") == 1, "the other is new"
    assert listed() == ["a:c"]
    assert check("--accept", b, a="c", b="c") == 0


@pytest.mark.usefixtures("folder")
def test_a_file_that_need_not_change_is_not_written() -> None:
    check("--update-baseline", a="c")
    Path("known.json").write_text(Path("known.json").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = Path("known.json").stat().st_ino
    assert check("--update-baseline", a="c") == 0
    assert Path("known.json").stat().st_ino == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("option", [["--update-baseline"], ["--accept", "x"]])
def test_the_file_must_be_named(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.jsonl").write_text("", encoding="utf-8")
    assert main(["check", "c.jsonl", *option]) == 2
    assert capsys.readouterr().err == f"conflicts: {option[0]}: name the file with --baseline\n"


@pytest.mark.usefixtures("folder")
def test_the_report_tells_known_from_new(capsys: pytest.CaptureFixture[str]) -> None:
    check("--update-baseline", a="c", b="t")
    capsys.readouterr()
    prints = {c.items[0][0]: c.fingerprint for c in (*report(a="c", b="t"), *report(d="c"))}
    assert check(a="c", b="-", d="c") == 1
    text = capsys.readouterr().out
    assert text.startswith("6 claims, 2 contradictions, 0 tensions, 1 known\n\nCONTRADICTION  d: scheduled date")
    assert text.count("CONTRADICTION  ") == 1, "what is known is one line"
    assert text.endswith(
        f"\n\nNew, not in the baseline\n  {prints['d']}  contradiction  d: scheduled date\n"
        f"\nKnown, in the baseline\n  {prints['a']}  contradiction  a: scheduled date\n"
        "\nSettled, but in the baseline; take it out with --update-baseline\n"
        f"  {prints['b']}  tension  b: scheduled date\n"
    )
    assert check("--format", "json", a="c", b="-", d="c") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["baseline"] == {"new": [prints["d"]], "known": [prints["a"]], "settled": [prints["b"]]}
    check("--update-baseline", **{f"s{n}": "c" for n in range(10, 40)})
    capsys.readouterr()
    Path("known.json").unlink()
    check("--update-baseline", **{f"s{n}": "c" for n in range(10, 40)})
    assert "  … and 10 more\n" in capsys.readouterr().out
