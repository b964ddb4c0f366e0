"""The command line: `conflicts check FILE…`, `conflicts explain FILE… A B` and `conflicts read TEXT`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from conflicts.api import Errors, check_files, read, report_on
from conflicts.claims import MODALITIES
from conflicts.detect import Progress
from conflicts.errors import ConflictsError, InputError, UnreadError
from conflicts.formats import find_format, names
from conflicts.report import Report
from conflicts.values.value import Value
from conflicts.vocabulary import KINDS, Vocabulary

CLEAN, FOUND, WRONG = 0, 1, 2
FAIL_ON = ("contradiction", "tension", "never")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 clean, 1 conflicts found, 2 bad usage or input."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        return {"check": _check, "explain": _explain, "read": _read}[options.command](options)
    except ConflictsError as error:
        print(f"conflicts: {error}" if "\n" not in str(error) else f"conflicts:\n{error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return WRONG


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"conflicts {version('conflicts')}")
        except PackageNotFoundError:
            print("conflicts, not installed")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="conflicts", description="Find contradictions between sources.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check",
        help="report the conflicts among the claims of files",
        description="Report which claims cannot all be true. Exit code: 0 none, 1 some found, 2 bad usage or input.",
    )
    _takes_files(check)
    _takes_vocabulary(check)
    check.add_argument("--format", default="text", choices=_writable(), help="of the report (default: text)")
    check.add_argument("--output", metavar="FILE", help="write the report there, not to standard output")
    check.add_argument(
        "--fail-on", choices=FAIL_ON, default="tension", help="the mildest finding with exit code 1 (default: tension)"
    )
    check.add_argument("--keep-going", action="store_true", help="list bad records and check the good ones")

    pair = commands.add_parser(
        "explain",
        help="say of two claims why they clash or why not",
        description="Say of two claims, in one sentence, why they clash or why not. Exit code: 0, or 2 for bad input.",
    )
    _takes_files(pair)
    pair.add_argument("a", metavar="A", help="the id of one claim")
    pair.add_argument("b", metavar="B", help="the id of the other")
    _takes_vocabulary(pair)

    one = commands.add_parser(
        "read", help="show how a printed value is read", description="Show how one value is read."
    )
    one.add_argument("text", metavar="TEXT")
    one.add_argument("--asserted-at", metavar="DATE", help="when it was said, as ISO text")
    one.add_argument("--kind", choices=KINDS)
    one.add_argument("--modality", choices=MODALITIES, default="fact")
    one.add_argument("--timezone", metavar="ZONE", help="an IANA name, such as Europe/Kyiv")
    one.add_argument("--lang", default="en", help="how numbers are written (default: en)")
    one.add_argument("--unit", help="what a bare number counts")
    one.add_argument("--context", metavar="TEXT", help="the sentence, or the text before")
    one.add_argument("--attribute", metavar="NAME", help="take kind, unit and tense from the vocabulary")
    _takes_vocabulary(one)
    return parser


def _takes_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="JSON Lines, JSON or CSV; - is standard input")


def _takes_vocabulary(command: argparse.ArgumentParser) -> None:
    command.add_argument("--vocabulary", metavar="FILE", help="TOML or JSON, joined onto the newsroom's vocabulary")


def _writable() -> list[str]:
    return [name for name in names() if find_format(name).write is not None]


def _vocabulary(path: str | None) -> Vocabulary:
    default = Vocabulary.default()
    return default if path is None else default | Vocabulary.from_file(path)


def _check(options: argparse.Namespace) -> int:
    errors: Errors = "unread" if options.keep_going else "raise"
    vocabulary = _vocabulary(options.vocabulary)
    checked = check_files(*options.files, errors=errors, vocabulary=vocabulary)
    report = report_on(checked, vocabulary, _progress(len(checked.claims), sys.stderr))
    write = find_format(options.format).write
    assert write is not None
    if options.output is None:
        write(report, sys.stdout)
    else:
        try:
            with Path(options.output).open("w", encoding="utf-8", errors="backslashreplace") as stream:
                write(report, stream)
        except OSError as error:
            raise InputError(f"{options.output}: {error.strerror or error}") from None
    return FOUND if _fails(report, options.fail_on) else CLEAN


def _explain(options: argparse.Namespace) -> int:
    vocabulary = _vocabulary(options.vocabulary)
    report = report_on(check_files(*options.files, errors="unread", vocabulary=vocabulary), vocabulary)
    print(report.explain(options.a, options.b))
    return CLEAN


def _fails(report: Report, fail_on: str) -> bool:
    return {"contradiction": bool(report.contradictions), "tension": bool(report.conflicts), "never": False}[fail_on]


def _progress(total: int, stream: TextIO) -> Progress | None:
    """Counts the claims read, in one line, where a person is watching and there are many."""
    if total < 5000 or not stream.isatty():
        return None

    def show(done: int) -> None:
        end = "\r" if done + 1000 <= total else "\r\x1b[K"
        print(f"read {done:,} of {total:,} claims", end=end, file=stream, flush=True)

    return show


def _read(options: argparse.Namespace) -> int:
    try:
        value = read(
            options.text,
            asserted_at=options.asserted_at,
            kind=options.kind,
            modality=options.modality,
            timezone=options.timezone,
            lang=options.lang,
            unit=options.unit,
            context=options.context,
            vocabulary=_vocabulary(options.vocabulary),
            attribute=options.attribute,
        )
    except UnreadError as error:
        raise InputError(f"unread: {error}") from None
    print("\n".join(_value_lines(value)))
    return CLEAN


def _value_lines(value: Value) -> list[str]:
    strict, _, loose = str(value).partition("; loosely ")
    lines = [f"axis     {value.axis}" + (f" ({value.clock})" if value.clock else ""), f"strictly {strict}"]
    if loose:
        lines.append(f"loosely  {loose}")
    if value.axis in {"time", "duration"}:
        lines += [f"TIMEX3   {t}" for t in [value.to_timex3()] if t]
    if value.axis == "time":
        lines += [f"EDTF     {t}" for t in [value.to_edtf()] if t]
    if value.note:
        lines.append(f"note     {value.note}")
    return lines
