"""The command line: `conflicts check FILE…`, `conflicts explain FILE… A B` and `conflicts read TEXT`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import resources
from typing import TextIO

from conflicts.api import Checked, Errors, check_files, read, report_on
from conflicts.claims import MODALITIES
from conflicts.detect import Progress
from conflicts.errors import ConflictsError, InputError, UnreadError
from conflicts.files import write_whole
from conflicts.formats import find_format, names
from conflicts.gate import FAIL_ON, Baseline, Gate
from conflicts.report import Report
from conflicts.values.value import Value
from conflicts.vocabulary import KINDS, Vocabulary

CLEAN, FOUND, WRONG, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 clean, 1 conflicts found, 2 bad usage or input, or a report that
    could not be written.
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        code = {"check": _check, "explain": _explain, "read": _read}[options.command](options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except ConflictsError as error:
        _tell(told(error))
    except BrokenPipeError:  # who read the report has seen enough
        _drop(sys.stdout)
    except OSError as error:
        _drop(sys.stdout)
        _tell(told(InputError(f"standard output: {error.strerror or error}")))
    except KeyboardInterrupt:
        _drop(sys.stdout)
        return INTERRUPTED
    return WRONG


def told(error: ConflictsError) -> str:
    """An error as the command line tells it: on the same line, or a line for each problem."""
    return f"conflicts: {error}" if "\n" not in str(error) else f"conflicts:\n{error}"


def _tell(text: str) -> None:
    if sys.stderr is not None:
        try:
            print(text, file=sys.stderr, flush=True)
        except OSError:
            _drop(sys.stderr)


def _drop(stream: TextIO) -> None:
    """Let what is still unwritten go nowhere, or Python would try again at its end, and fail again."""
    with suppress(OSError, ValueError, AttributeError):
        unwritten = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, unwritten)
        os.close(nowhere)


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
    known = check.add_argument_group("known conflicts", "A baseline lists conflicts that do not fail. It only shrinks.")
    known.add_argument("--baseline", metavar="FILE", help="the known conflicts, as --update-baseline writes them")
    known.add_argument(
        "--update-baseline",
        action="store_true",
        help="take out what is settled; if there is no such file yet, write it with all conflicts found",
    )
    known.add_argument(
        "--accept", metavar="FINGERPRINT", action="append", default=[], help="add this conflict to the baseline"
    )

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
    one.add_argument("--kind", help=f"{', '.join(KINDS)}, or one that an installed package adds (default: found out)")
    one.add_argument("--modality", choices=MODALITIES, default="fact")
    one.add_argument("--timezone", metavar="ZONE", help="an IANA name, such as Europe/Kyiv")
    one.add_argument("--lang", default="en", help="how it is written, such as de or de-CH (default: en)")
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


def vocabulary_of(path: str | None) -> Vocabulary:
    """The newsroom's vocabulary, with that of a file joined onto it."""
    default = Vocabulary.default()
    return default if path is None else default | Vocabulary.from_file(path)


def _check(options: argparse.Namespace) -> int:
    errors: Errors = "unread" if options.keep_going else "raise"
    vocabulary = vocabulary_of(options.vocabulary)
    baseline = _baseline(options)
    checked = check_files(*options.files, errors=errors, vocabulary=vocabulary)
    report = report_on(checked, vocabulary, _progress(len(checked.claims), sys.stderr))
    gate = Gate(options.fail_on, _updated(baseline, report, checked, options))
    write = find_format(options.format).write
    assert write is not None
    _deliver(lambda stream: write(report, stream, gate), options.output)
    return FOUND if gate.fails(report) else CLEAN


def _deliver(write: Callable[[TextIO], None], path: str | None) -> None:
    if path is not None:
        write_whole(path, write)
    elif sys.stdout is not None:
        write(sys.stdout)
    else:
        raise InputError("standard output: it is closed")


def _baseline(options: argparse.Namespace) -> Baseline | None:
    """The baseline that is named; None if none is, or if it is yet to be written."""
    if options.baseline is None:
        if options.update_baseline or options.accept:
            option = "--update-baseline" if options.update_baseline else "--accept"
            raise InputError(f"{option}: name the file with --baseline")
        return None
    try:
        return Baseline.load(options.baseline)
    except FileNotFoundError as error:
        if options.update_baseline or options.accept:
            return None
        raise InputError(f"{options.baseline}: {error.strerror}; --update-baseline writes it") from None


def _updated(
    baseline: Baseline | None, report: Report, checked: Checked, options: argparse.Namespace
) -> Baseline | None:
    """The baseline after what is asked for: shrunk, or written for the first time, or with what is accepted."""
    if not options.update_baseline and not options.accept:
        return baseline
    unknown = set(options.accept).difference(conflict.fingerprint for conflict in report)
    if unknown:
        raise InputError(*(f"--accept: no conflict has the fingerprint {name!r}" for name in sorted(unknown)))
    updated = baseline or Baseline()
    if options.update_baseline and checked.bad:
        n = len(checked.bad)
        raise InputError(
            f"--update-baseline: {n:,} record{'' if n == 1 else 's'} could not be read, and known conflicts would seem "
            "settled; mend the input first"
        )
    if options.update_baseline:
        updated = Baseline().with_conflicts(report) if baseline is None else baseline.shrunk_to(report)
    updated = updated.with_conflicts(conflict for conflict in report if conflict.fingerprint in options.accept)
    if updated != baseline:
        updated.save(options.baseline)
    return updated


def _explain(options: argparse.Namespace) -> int:
    vocabulary = vocabulary_of(options.vocabulary)
    report = report_on(check_files(*options.files, errors="unread", vocabulary=vocabulary), vocabulary)
    print(report.explain(options.a, options.b))
    return CLEAN


def _progress(total: int, stream: TextIO | None) -> Progress | None:
    """Counts the claims read, in one line, where a person is watching and there are many."""
    if total < 5000 or stream is None or not stream.isatty():
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
            vocabulary=vocabulary_of(options.vocabulary),
            attribute=options.attribute,
        )
    except UnreadError as error:
        raise InputError(f"unread: {error}") from None
    print("\n".join([*_value_lines(value), *_language_lines(options.lang)]))
    return CLEAN


def _language_lines(lang: str) -> list[str]:
    """A caveat on a language without words of its own: claims may name it, and are read with the English ones."""
    words = resources.files("conflicts.reading").joinpath("words")
    known = sorted(name.split(".")[1] for entry in words.iterdir() if (name := entry.name).startswith("quantity."))
    own = lang.replace("_", "-").partition("-")[0].casefold()
    return [] if own in {"", *known} else [f"note     no words of {own!r} are known, only of {', '.join(known)}"]


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
