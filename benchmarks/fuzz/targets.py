"""What is fuzzed: each target takes bytes and may raise nothing but a `ConflictsError`, and must keep what it promises.

The first bytes of an input choose options, the rest is the text, so that a mutator reaches every option.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from conflicts import Claim, ConflictsError, Report, UnreadError, Vocabulary, find_conflicts, load, read
from conflicts.cli import main
from conflicts.constraints import parse_constraint
from conflicts.formats import find_format, names
from conflicts.gate import Baseline
from conflicts.vocabulary import KINDS

T = TypeVar("T")
DAYS: Final = ("2025-07-21", None, "2024-02-29T23:59:59+03:00", "0001-01-01", "9999-12-31", "0001-01-01T00:00+14:00")
LANGUAGES: Final = ("en", "de", "fr", "en-US", "de-CH", "en-IN", "xx")
FIGURES: Final = ("5", "0", "-3", "at least 12", "1e300", "0.1", "none", "not yet known", "12 percent", "two hours",
                  "9" * 400, "Friday", "nearly 300", "$1.2bn", "3 km", "not 5")  # fmt: skip
OPTIONS: Final = ("kind", "asserted-at", "timezone", "lang", "unit", "attribute", "context")
FILES: Final = (".jsonl", ".json", ".csv", ".tsv", "")


class BrokenPromise(AssertionError):
    """The library answered, and the answer is not what it promises."""


def promise(holds: object, what: str) -> None:
    """Raise `BrokenPromise` unless it holds."""
    if not holds:
        raise BrokenPromise(what)


def _split(data: bytes, options: int) -> tuple[list[int], str]:
    chosen = [*data[:options], *([0] * options)][:options]
    return chosen, data[options:].decode("utf-8", "surrogateescape")


def _one(of: Sequence[T], number: int) -> T:
    return of[number % len(of)]


@cache
def _file() -> Path:
    """One file that every input is written to, in memory where there is such a disk."""
    memory = "/dev/shm"
    return Path(tempfile.mkdtemp(dir=memory if os.path.isdir(memory) else None)) / "input"


def _written(text: str, suffix: str) -> Path:
    path = _file().with_suffix(suffix)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def _told(report: Report) -> None:
    """Everything that a report can say is asked for."""
    for name in names():
        write = find_format(name).write
        if write is not None:
            write(report, io.StringIO())
    for conflict in report:
        promise(conflict.because, "every conflict has a reason")
        promise(conflict.retractions >= 1, "a conflict takes a withdrawal")


def reading(data: bytes) -> None:
    """`read` of any text: a value whose strict set lies in the loose one and that has words, or `UnreadError`."""
    (kind, day, lang, modality), text = _split(data, 4)
    try:
        value = read(
            text,
            kind=_one((None, *KINDS), kind),
            asserted_at=_one(DAYS, day),
            lang=_one(LANGUAGES, lang),
            modality=_one(("plan", "fact", "hypothetical"), modality),
            context=_one((None, "It will be held on Friday.", text), modality // 3),
        )
    except UnreadError as error:
        promise(str(error).strip(), "an unread text has a reason")
        return
    promise(not value.strict.is_empty or value.is_denied, "a value that is read has a set")
    promise(value.strict <= value.loose, "the strict set lies in the loose one")
    promise(str(value).strip(), "a value has words")
    value.to_timex3()
    value.to_edtf()


def constraint(data: bytes) -> None:
    """Any constraint, alone and with claims for the attributes that it ties."""
    figures, text = _split(data, 3)
    parsed = parse_constraint(text)
    promise(parse_constraint(str(parsed.text)) == parsed, "the text of a constraint parses to the same")
    vocabulary = Vocabulary.from_dict({"constraints": [text]})
    claims = [
        Claim("the event", name, _one(FIGURES, figures[n % 3] + n), f"source {n}", asserted_at="2025-07-21", id=str(n))
        for n, name in enumerate(parsed.attributes[:6])
    ]
    _told(find_conflicts(claims, vocabulary, errors="unread"))


def vocabulary(data: bytes) -> None:
    """Any vocabulary file, TOML or JSON; what is good in it judges some claims."""
    (form,), text = _split(data, 1)
    found = Vocabulary.from_file(_written(text, _one((".toml", ".json"), form)))
    joined = Vocabulary.default() | found
    promise(joined | found == joined, "joining twice is joining once")
    subjects = ["the event", *list(found.aliases)[:2]]
    attributes = ["killed", "scheduled_date", *list(found.attributes)[:4]]
    values: list[Any] = ["5", "Friday", *list(found.places)[:2]]
    claims = [
        Claim(subject, attribute, value, source, asserted_at="2025-07-21", id=f"{source} {a} {v} {s}")
        for s, subject in enumerate(subjects)
        if subject.strip()
        for a, attribute in enumerate(attributes)
        for v, (value, source) in enumerate(zip(values, "pqrs", strict=False))
        if attribute.strip() and value.strip()
    ]
    find_conflicts(claims, joined, errors="unread")


def claims(data: bytes) -> None:
    """Any file of claims: every record is a claim or is told to be bad, and the good ones are checked."""
    (form,), text = _split(data, 1)
    path = _written(text, _one(FILES, form))
    found = load(path, errors="unread")
    report = find_conflicts(found)
    promise(all(entry in found or entry.claim in found for entry in report.unread), "what is unread was given")
    _told(report)
    try:
        good = load(path)
    except ConflictsError:
        promise(not all(isinstance(entry, Claim) for entry in found), "what is raised for is listed as unread")
    else:
        promise(good == found, "good input loads the same either way")


def baseline(data: bytes) -> None:
    """Any baseline: what is read is written and read again as it was."""
    path = _written(data.decode("utf-8", "surrogateescape"), ".json")
    found = Baseline.load(path)
    found.save(path)
    promise(Baseline.load(path) == found, "a baseline reads back")


def command(data: bytes) -> None:
    """`conflicts read` with any options, a line each after the text: a value, or one line that says what is wrong."""
    text, *given = _split(data, 0)[1].split("\n")
    chosen = [f"--{option}={value}" for option, value in zip(OPTIONS, given, strict=False) if value]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["read", *chosen, "--", text])
    answer = code, bool(out.getvalue()), bool(err.getvalue())
    promise(answer in {(0, True, False), (2, False, True)}, "a value or an error, never both")
    promise(code == 0 or err.getvalue().startswith("conflicts:"), "an error says whose it is")


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "read": reading,
    "constraint": constraint,
    "vocabulary": vocabulary,
    "claims": claims,
    "baseline": baseline,
    "command": command,
}


def run(name: str, data: bytes) -> None:
    """One input: an error of the library's own is a good answer, any other is raised."""
    try:
        TARGETS[name](data)
    except ConflictsError as error:
        promise(str(error).strip(), "an error says something")
