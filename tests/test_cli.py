"""The command line: exit codes, where the report and the errors go, and what each option does."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, TextIO

import pytest

from conflicts.cli import main

ROOT = Path(__file__).parent.parent
SEED = str(ROOT / "seeds" / "peace_talks.jsonl")
BASE: dict[str, Any] = {"subject": "talks", "attribute": "scheduled_date", "source": "AP", "asserted_at": "2025-07-21"}
WEDNESDAY = {**BASE, "id": "w", "value": "Wednesday"}
THURSDAY = {**BASE, "id": "t", "value": "Thursday", "source": "TASS"}
MAYBE = {**THURSDAY, "hedged": True}
BAD = {**BASE, "id": "b", "value": "Friday", "asserted_at": "21 July", "polarity": "maybe"}
NOT_ISO = "asserted_at: '21 July' is not an ISO date; write 2025-07-21 or 2025-07-21T20:00:00+03:00"
NOT_POLARITY = "polarity: 'maybe' is not one of affirmed, denied"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a file for each outcome."""
    monkeypatch.chdir(tmp_path)
    for name, records in {
        "clean.jsonl": [WEDNESDAY],
        "contradiction.jsonl": [WEDNESDAY, THURSDAY],
        "tension.jsonl": [WEDNESDAY, MAYBE],
        "bad.jsonl": [WEDNESDAY, BAD, THURSDAY],
        "typed.jsonl": [WEDNESDAY, {**THURSDAY, "value": 12.5}],
        "empty.jsonl": [],
    }.items():
        Path(name).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    Path("v.toml").write_text('[attributes.scheduled_date]\ntolerance = "2 days"\n', encoding="utf-8")
    Path("bad.toml").write_text("[attributes.x]\nkind = 'tme'\n[aliases]\ny = 3\n", encoding="utf-8")
    return tmp_path


CODES: list[tuple[str, int, str]] = [
    ("clean.jsonl", 0, "one claim"),
    ("empty.jsonl", 0, "no claims"),
    ("contradiction.jsonl", 1, "a contradiction"),
    ("tension.jsonl", 1, "a tension"),
    ("tension.jsonl contradiction.jsonl", 2, "one id with two contents"),
    ("clean.jsonl contradiction.jsonl", 1, "the same claim in two files"),
    ("tension.jsonl --fail-on tension", 1, "the default"),
    ("tension.jsonl --fail-on contradiction", 0, "a tension is milder"),
    ("contradiction.jsonl --fail-on contradiction", 1, "a contradiction"),
    ("contradiction.jsonl --fail-on never", 0, "never"),
    ("bad.jsonl", 2, "bad input"),
    ("bad.jsonl --fail-on never", 2, "bad input is bad whatever fails"),
    ("bad.jsonl --keep-going", 1, "the good claims of a bad file"),
    ("bad.jsonl --keep-going --fail-on never", 0, "the good claims of a bad file"),
    ("typed.jsonl", 2, "a value that does not fit its kind"),
    ("typed.jsonl --keep-going", 0, "it is listed"),
    ("contradiction.jsonl --vocabulary v.toml", 0, "Thursday is within the tolerance of Wednesday"),
    ("contradiction.jsonl --vocabulary bad.toml", 2, "a bad vocabulary"),
    ("contradiction.jsonl --vocabulary none.toml", 2, "no vocabulary"),
    ("none.jsonl", 2, "no file"),
    (".", 2, "a folder"),
    ("clean.jsonl --output none/report.txt", 2, "no folder to write to"),
    ("clean.jsonl --output .", 2, "a folder is no file"),
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("arguments", "code", "why"), CODES)
def test_exit_codes(arguments: str, code: int, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *arguments.split()]) == code, why
    out, err = capsys.readouterr()
    assert (out == "") is (code == 2), "a report or an error, never both"
    assert (err == "") is (code != 2)


ERRORS: list[tuple[str, str]] = [
    ("bad.jsonl", f"conflicts:\nbad.jsonl:2: {NOT_ISO}\nbad.jsonl:2: {NOT_POLARITY}\n"),
    (
        "none.jsonl bad.jsonl .",
        "conflicts:\nnone.jsonl: No such file or directory\n"
        f"bad.jsonl:2: {NOT_ISO}\nbad.jsonl:2: {NOT_POLARITY}\n.: Is a directory\n",
    ),
    (
        "clean.jsonl tension.jsonl contradiction.jsonl",
        "conflicts: contradiction.jsonl:2: id: 't' stands at tension.jsonl:2 too, with other content; "
        "give each claim its own id\n",
    ),
    ("typed.jsonl", "conflicts: typed.jsonl:2: value: 12.5 is a number, but a time is wanted here\n"),
    ("clean.jsonl --vocabulary none.toml", "conflicts: none.toml: No such file or directory\n"),
    (
        "clean.jsonl --vocabulary bad.toml",
        "conflicts:\nbad.toml: attributes.x.kind: 'tme' is not one of time, duration, quantity, place, name, choice, "
        "flag, order; did you mean 'time'?\nbad.toml: aliases.y: 3 is not a name or a list of names\n",
    ),
    ("clean.jsonl --output none/r.txt", "conflicts: none/r.txt: No such file or directory\n"),
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("arguments", "message"), ERRORS)
def test_errors(arguments: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *arguments.split()]) == 2
    assert capsys.readouterr().err == message


USAGE = [
    "",
    "check",
    "frobnicate",
    "check --format docx x",
    "check --fail-on x y",
    "read",
    "read x --modality past",
    "check x -y",
]


@pytest.mark.parametrize("arguments", USAGE)
def test_bad_usage(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments.split())
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: conflicts")


@pytest.mark.usefixtures("files")
def test_bad_records_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "bad.jsonl", "--keep-going"])
    text = capsys.readouterr().out
    assert text.startswith("2 claims, 1 contradiction, 0 tensions, 1 unread\n")
    assert " ".join(text.split()).endswith(f"Unread bad.jsonl:2: {NOT_ISO}; {NOT_POLARITY}")


@pytest.mark.usefixtures("files")
def test_the_report_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad.jsonl", "--keep-going", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [conflict["severity"] for conflict in report["conflicts"]] == ["contradiction"]
    assert [claim["id"] for claim in report["claims"]] == ["w", "t"]
    (unread,) = report["unread"]
    assert unread["where"] == "bad.jsonl:2"
    assert unread["reason"] == f"{NOT_ISO}; {NOT_POLARITY}"


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_report_goes_to_a_file(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "contradiction.jsonl", "--format", form]) == 1
    printed = capsys.readouterr().out
    assert main(["check", "contradiction.jsonl", "--format", form, "--output", "report"]) == 1
    assert capsys.readouterr().out == ""
    assert Path("report").read_text(encoding="utf-8") == printed


@pytest.mark.usefixtures("files")
def test_a_report_can_be_checked_again(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "contradiction.jsonl", "--format", "json", "--output", "report.json"])
    assert main(["check", "contradiction.jsonl", "report.json"]) == 1
    assert capsys.readouterr().out.startswith("2 claims, 1 contradiction")


@pytest.mark.usefixtures("files")
def test_half_a_character_is_printed_as_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    odd = [{**record, "subject": "talks \ud800"} for record in (WEDNESDAY, THURSDAY)]
    Path("odd.jsonl").write_text("\n".join(map(json.dumps, odd)), encoding="utf-8")
    assert main(["check", "odd.jsonl"]) == 1
    assert "talks \\ud800" in capsys.readouterr().out
    assert main(["check", "odd.jsonl", "--format", "json", "--output", "odd.json"]) == 1
    assert json.loads(Path("odd.json").read_text(encoding="utf-8"))["claims"][0]["subject"] == "talks \ud800"


STDIN: list[tuple[str, int, str]] = [
    (json.dumps(WEDNESDAY) + "\n" + json.dumps(THURSDAY), 1, "JSON Lines"),
    ("\ufeff" + json.dumps([WEDNESDAY, THURSDAY]), 1, "JSON after a byte-order mark"),
    ("id,subject,attribute,value,source\n1,s,venue,Kyiv,a\n2,s,venue,Ankara,b\n", 1, "CSV"),
    ("", 0, "nothing"),
    ("{", 2, "broken"),
]


@pytest.mark.parametrize(("text", "code", "why"), STDIN)
def test_standard_input(
    text: str, code: int, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert main(["check", "-"]) == code, why
    if code == 2:
        assert capsys.readouterr().err.startswith("conflicts: standard input:1: not JSON: ")


def run(*arguments: str, given: bytes = b"", path: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, in the barest locale, with what else can be imported."""
    barest = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment = os.environ | barest | {"PYTHONPATH": f"{ROOT}{os.pathsep}{path}"}
    command = [sys.executable, "-m", "conflicts", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, env=environment)


def test_bytes_from_a_pipe_are_utf_8_whatever_the_locale() -> None:
    lines = [json.dumps({**record, "source": name}, ensure_ascii=False).encode() for record, name in
             ((WEDNESDAY, "Zürich"), (THURSDAY, "Київ"))]  # fmt: skip
    done = run("check", "-", "-", "--format", "json", given=b"\xef\xbb\xbf" + b"\r\n".join(lines))
    assert (done.returncode, done.stderr) == (1, b"")
    assert [claim["source"] for claim in json.loads(done.stdout)["claims"]] == ["Zürich", "Київ"]
    done = run("check", "-", given=lines[0] + b"\n\xff\n")
    assert done.returncode == 2
    assert done.stderr.strip() == b"conflicts: standard input:2: not UTF-8 text: the byte 0xff at character 1"


def test_the_seed_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SEED]) == 1
    text = capsys.readouterr().out
    assert text.startswith("19 claims, 1 contradiction, 0 tensions\n")
    assert text.count("CONTRADICTION  ") == 1
    assert "1 independent origin (Rustem Umerov)" in text
    assert "1 independent origin (a confidential source)" in text


READS: list[tuple[list[str], int, str]] = [
    (["Wednesday", "--asserted-at", "2025-07-21", "--modality", "plan"], 0, "strictly 23 July 2025\n"),
    (["Wednesday", "--asserted-at", "2025-07-21", "--attribute", "scheduled_date"], 0, "EDTF     2025-07-23\n"),
    (["at least 50"], 0, "axis     count\n"),
    (["5", "--unit", "km"], 0, "axis     length\n"),
    (["-5"], 0, "strictly -5\n"),
    (["Kiev", "--kind", "place"], 0, "strictly Kyiv\n"),
    (["5.000", "--lang", "de"], 0, "strictly exactly 5,000\n"),
    ([""], 2, "conflicts: value: it is empty; write the value as it was printed\n"),
    (["pigs fly", "--kind", "time"], 2, "conflicts: unread: 'pigs fly' cannot be read as a time\n"),
    (["12", "--timezone", "Mars"], 2, "conflicts: timezone: 'Mars' is not an IANA time zone"),
    (["12", "--timezone", "Europe/Kiew"], 2, "is not an IANA time zone; did you mean 'Europe/Kiev'?\n"),
    (["12", "--kind", "tme"], 2, "conflicts: kind: 'tme' is not one of time, duration, quantity, place, name, choice, "
                                 "flag, order\n"),
    (["12", "--unit", "flurbs"], 2, "conflicts: unit: 'flurbs' is not a unit this library knows\n"),
    (["12", "--unit", "people"], 0, "axis     count\n"),
    (["12", "--unit", "hours", "--kind", "duration"], 0, "axis     duration\n"),
    (["12", "--lang", "!!"], 2, "conflicts: lang: '!!' is not a language tag; write one such as en, de or fr-CA\n"),
    (["12", "--lang", "deutsch"], 0, "note     no words of 'deutsch' are known, only of de, en, fr\n"),
    (["12", "--attribute", ""], 2, "conflicts: attribute: '' is not a name; a text that is not empty is needed\n"),
    (["12", "--asserted-at", "today"], 2, "conflicts: asserted_at: 'today' is not an ISO date; write "),
    (["12", "--vocabulary", "/none.toml"], 2, "conflicts: /none.toml: No such file or directory\n"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "expected"), READS)
def test_read(arguments: list[str], code: int, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *arguments]) == code
    out, err = capsys.readouterr()
    assert expected in (err if code else out)
    assert (err if code == 0 else out) == ""


@pytest.mark.parametrize("lang", ["en", "de-CH", "DE_at", "fr", ""])
def test_a_language_that_is_known_needs_no_note(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "12", "--lang", lang]) == 0
    assert "note" not in capsys.readouterr().out


PLUGIN = """
from conflicts import UnreadError, Value
def dew_point(text, settings):
    if not text.isdecimal():
        raise UnreadError(f"{text!r} is no dew point")
    return Value.of("dew point", int(text), unit="°C", text=text)
"""


def test_read_takes_the_kinds_of_other_packages(tmp_path: Path) -> None:
    """A package is installed, as far as Python can tell: a module, and a folder that names its entry points."""
    (tmp_path / "a_plugin.py").write_text(PLUGIN, encoding="utf-8")
    described = tmp_path / "a_plugin-1.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: a-plugin\nVersion: 1\n", encoding="utf-8")
    points = "[conflicts.values]\ndew_point = a_plugin:dew_point\nbroken = a_plugin:none\n"
    (described / "entry_points.txt").write_text(points, encoding="utf-8")
    for text, kind, code, told in [
        ("12", "dew_point", 0, "axis     dew point\nstrictly exactly 12 °C\n"),
        ("x", "dew_point", 2, "conflicts: unread: 'x' is no dew point\n"),
        ("12", "dew", 2, "conflicts: kind: 'dew' is not one of time, duration, quantity, place, name, choice, flag, "
                         "order, broken, dew_point\n"),
        ("12", "broken", 2, "conflicts: the plug-in 'broken' (a_plugin:none, from a-plugin 1) cannot be loaded: "
                            "AttributeError: module 'a_plugin' has no attribute 'none'\n"),
    ]:  # fmt: skip
        done = run("read", text, "--kind", kind, path=tmp_path)
        assert (done.returncode, (done.stdout or done.stderr).decode()) == (code, told)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("form", ["graphml", "junit", "markdown", "sarif"])
def test_every_format_goes_to_a_file_as_to_standard_output(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "contradiction.jsonl", "--format", form]) == 1
    printed = capsys.readouterr().out
    assert main(["check", "contradiction.jsonl", "--format", form, "--output", "report"]) == 1
    assert capsys.readouterr().out == ""
    assert Path("report").read_text(encoding="utf-8") == printed
    assert main(["check", "clean.jsonl", "--format", form]) == 0


@pytest.mark.usefixtures("files")
def test_a_file_that_cannot_be_checked_leaves_the_old_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("report").write_text("old", encoding="utf-8")
    assert main(["check", "bad.jsonl", "--output", "report"]) == 2
    assert Path("report").read_text(encoding="utf-8") == "old"
    assert capsys.readouterr().err != ""


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A line of shell in which $conflicts is the command and $seed the story; what is printed waits in a buffer."""
    named = {"conflicts": f"{sys.executable} -m conflicts", "seed": SEED}
    environment = os.environ | named | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}
    return subprocess.run(["bash", "-c", script], capture_output=True, check=False, env=environment, cwd=folder)


FULL = b"conflicts: standard output: No space left on device\n"
STREAMS: list[tuple[str, int, bytes, str]] = [
    ("$conflicts check $seed >/dev/full", 2, FULL, "a full disk"),
    ("$conflicts check $seed --format json >/dev/full", 2, FULL, "a full disk, a long report"),
    ("$conflicts read 5 >/dev/full", 2, FULL, "a full disk, another command"),
    ("$conflicts check $seed --output /dev/full", 2, b"conflicts: /dev/full: No space left on device\n", "as a file"),
    ("set -o pipefail; $conflicts check $seed --format json | true", 2, b"", "a closed pipe"),
    ("$conflicts check $seed >&-", 2, b"conflicts: standard output: it is closed\n", "closed from the start"),
    ("$conflicts check none.jsonl 2>&-", 2, b"", "no way to tell an error"),
    ("$conflicts check none.jsonl 2>/dev/full", 2, b"", "no room to tell an error"),
    ("$conflicts check $seed --output /dev/stdout | grep -c Umerov", 0, b"", "a pipe by its name"),
    (
        "ulimit -f 8; $conflicts check $seed --format json --output old",
        2,
        b"conflicts: old: File too large\n",
        "no room",
    ),
    (
        "ulimit -f 0; $conflicts check $seed --baseline k --update-baseline",
        2,
        b"conflicts: k: File too large\n",
        "none",
    ),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the devices of Linux")
@pytest.mark.parametrize(("script", "code", "told", "why"), STREAMS)
def test_streams_that_break(tmp_path: Path, script: str, code: int, told: bytes, why: str) -> None:
    (tmp_path / "old").write_text("old", encoding="utf-8")
    done = shell(script, tmp_path)
    assert (done.returncode, done.stderr) == (code, told), why
    assert os.listdir(tmp_path) == ["old"], "no baseline, no temporary file"
    assert (tmp_path / "old").read_text(encoding="utf-8") == "old"


class Breaks(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error


BREAKS: list[tuple[TextIO | None, str, str]] = [
    (Breaks(OSError(28, "No space left on device")), FULL.decode(), "a full disk"),
    (Breaks(BrokenPipeError(32, "Broken pipe")), "", "nobody listens any more"),
    (None, "conflicts: standard output: it is closed\n", "closed"),
]


@pytest.mark.parametrize(("stream", "told", "why"), BREAKS)
def test_output_that_breaks(
    stream: TextIO | None, told: str, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", SEED]) == 2, why
    assert capsys.readouterr().err == told
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", SEED]) == 2, "and no way to tell"


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", SEED, "z-wed", "t-thu"]) == 0
    assert capsys.readouterr().out.startswith("z-wed and t-thu contradict each other")
    assert main(["explain", SEED, "z-wed", "none"]) == 2
    assert "none" in capsys.readouterr().err


def test_progress_is_shown_where_a_person_is_watching(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    records = [{**WEDNESDAY, "id": str(n), "subject": str(n)} for n in range(5000)]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["check", str(path), "--output", str(tmp_path / "report")]) == 0
    shown = terminal.getvalue()
    assert shown.startswith("read 1,000 of 5,000 claims\rread 2,000")
    assert shown.endswith("\r\x1b[K")
    assert "read" not in (tmp_path / "report").read_text(encoding="utf-8")


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("conflicts.cli.check_files", interrupted)
    monkeypatch.setattr("conflicts.cli._drop", lambda stream: None)
    assert main(["check", SEED]) == 130
    assert capsys.readouterr() == ("", "")
