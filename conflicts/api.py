"""The front door: which of objects, mappings, frames and files, and the two functions most people need."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal, TextIO, TypeAlias

from attrs import define, evolve

from conflicts.assertions import Reader, Unread
from conflicts.claims import Claim, Printed
from conflicts.detect import MAX_JOINT, MAX_JOINT_SIZE, Progress, detect
from conflicts.errors import InputError, UnreadError, shown
from conflicts.formats import Found, find_format, format_of
from conflicts.kinds import find_kind, own_kinds
from conflicts.reading import Settings, read_typed, read_value
from conflicts.report import Report
from conflicts.values.value import Value
from conflicts.vocabulary import KINDS, Declaration, Kind, Vocabulary, is_unit

Errors: TypeAlias = Literal["raise", "unread"]
Source: TypeAlias = "str | Path | TextIO"


def find_conflicts(
    claims: Iterable[Claim | Mapping[str, Any] | Unread] | Any,
    vocabulary: Vocabulary | None = None,
    *,
    errors: Errors = "raise",
    max_joint: int = MAX_JOINT,
    max_joint_size: int = MAX_JOINT_SIZE,
    progress: Progress | None = None,
) -> Report:
    """Find which claims cannot all be true, why, and who stands on which side.

    `claims` are `Claim` objects, mappings with their field names, or a data frame with such columns. `vocabulary` says
    what attributes mean; None is the newsroom's (`Vocabulary.default()`). A value that cannot be read is listed in
    `Report.unread` with the reason. Input that is wrong in itself (a bad date, one id with two contents, a `retracts`
    that names nothing) raises `InputError` with all its problems; with `errors="unread"` it is listed too and the good
    claims are checked. At most `max_joint` joint conflicts over several items are listed, of up to `max_joint_size`
    statements each (if that is 7 or more, one larger one where there are no others); `Report.truncated` says whether
    more may be left. `progress` is called now and then with the number of claims read.

    The order of the claims changes nothing. Time is linear in the number of claims, plus O(n log n) for the n claims of
    each item that is in dispute.

    >>> report = find_conflicts([
    ...     Claim("the talks", "scheduled_date", "Wednesday", "Rustem Umerov", asserted_at="2025-07-21"),
    ...     Claim("the talks", "scheduled_date", "Thursday", "a source", anonymous=True, asserted_at="2025-07-21"),
    ... ])
    >>> [conflict.severity.value for conflict in report], [camp.origins for camp in report[0].camps]
    (['contradiction'], [('Rustem Umerov',), ('a source',)])
    """
    for name, limit in (("max_joint", max_joint), ("max_joint_size", max_joint_size)):
        if isinstance(limit, bool) or not isinstance(limit, int) or limit < 0:
            raise InputError(f"{name}: {shown(limit)} is not a whole number of at least 0")
    vocabulary = _vocabulary(vocabulary)
    checked = _checked(_found(claims), errors, vocabulary)
    return report_on(checked, vocabulary, progress, max_joint=max_joint, max_joint_size=max_joint_size)


def report_on(
    checked: Checked,
    vocabulary: Vocabulary,
    progress: Progress | None = None,
    *,
    max_joint: int = MAX_JOINT,
    max_joint_size: int = MAX_JOINT_SIZE,
) -> Report:
    """The report on checked input, with what is bad in it among the unread."""
    report = detect(checked.claims, vocabulary, max_joint=max_joint, max_joint_size=max_joint_size, progress=progress)
    return evolve(report, unread=(*checked.bad, *report.unread)) if checked.bad else report


def load(*sources: Source, errors: Errors = "raise", format: str | None = None) -> list[Claim | Unread]:
    """Load claims from files or streams: JSON Lines, JSON or CSV, told by the name's ending or, failing that, the text.

    "-" is standard input. Several sources are one input: an id may stand in one of them only, or with the same content.
    Raises `InputError` with every problem of every source ("claims.jsonl:3: asserted_at: …"). With `errors="unread"`
    each bad record is returned as an `Unread` among the claims, which `find_conflicts` lists.
    """
    checked = check_files(*sources, errors=errors, format=format)
    return [*checked.claims, *checked.bad]


def check_files(
    *sources: Source, errors: Errors = "raise", format: str | None = None, vocabulary: Vocabulary | None = None
) -> Checked:
    """The claims of files or streams as `load` gives them, and what is bad; see `_checked`."""
    return _checked((found for source in sources for found in _records(source, format)), errors, vocabulary)


def read(
    text: Printed,
    *,
    asserted_at: date | str | None = None,
    kind: Kind | str | None = None,
    modality: Literal["fact", "plan", "hypothetical"] = "fact",
    timezone: str | None = None,
    lang: str = "en",
    unit: str | None = None,
    context: str | None = None,
    vocabulary: Vocabulary | None = None,
    attribute: str | None = None,
) -> Value:
    """Read one printed value.

    Relative times count from `asserted_at` (a date, a datetime or ISO text), on the wall clock of `timezone` (an IANA
    name) if one is named. `kind` says what is wanted ("time", "duration", "quantity", "place", "name", "choice",
    "flag", "order"); None finds out. `modality` "plan" lets a bare weekday look forward. `lang` says how numbers are
    written ("en", "de", "fr", "de-CH", "en-IN"), `unit` what a bare number counts. `context` is the sentence, or the
    text before. `attribute` takes kind, unit, tense and zone from the vocabulary (the newsroom's if None is given).

    Raises `UnreadError` with the reason if the text cannot be read, `InputError` if an argument is wrong.

    >>> str(read("Wednesday", asserted_at="2025-07-21", modality="plan"))
    '23 July 2025'
    >>> read("at least 50").relation(read("up to 30"))
    <Relation.CONTRADICTION: 'contradiction'>
    """
    same = None if vocabulary is None else _Same(vocabulary)
    moment = _offset_and_fold(asserted_at) if isinstance(asserted_at, datetime) else None
    try:
        found = _read_again(text, context, asserted_at, moment, kind, modality, timezone, lang, unit, attribute, same)
    except (TypeError, _NotKept):  # what cannot be hashed is a wrong argument, and told as one below
        pass
    else:
        if found.__class__ is str:
            raise UnreadError(found)
        return found  # type: ignore[return-value]
    settings = _settings(text, (asserted_at, moment, kind, modality, timezone, lang, unit, attribute, same))
    if context is not None:
        if not isinstance(context, str):
            raise InputError(f"context: {shown(context)} is not a text")
        settings = evolve(settings, context=context)
    if isinstance(text, Value):
        return text
    return read_value(text, settings) if isinstance(text, str) else read_typed(text, settings).value()


_CONTEXTS: Final = (str, type(None))
_KEPT: Final = 2000
"""Texts that have more characters with their context are not kept for the next time."""


class _NotKept(Exception):
    """What is read is no text, or too long a one, to be kept for the next time."""


class _Same:
    """A vocabulary as a key: equal to itself alone, for comparing whole ones would cost more than reading."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.vocabulary is other.vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)


_Circumstances: TypeAlias = tuple[Any, Any, Any, Any, Any, Any, Any, Any, _Same | None]
"""asserted_at, its offset and fold, kind, modality, timezone, lang, unit, attribute, vocabulary."""


def _offset_and_fold(moment: datetime) -> tuple[timedelta | None, int] | None:
    """What tells apart moments that compare equal: 12:00 in London and 14:00 in Kyiv."""
    return (moment.utcoffset(), moment.fold) if moment == moment else None  # a data frame's NaT has neither


@lru_cache(maxsize=4096)
def _read_again(text: Printed, context: str | None, *circumstances: Any) -> Value | str:
    """The value of a text, or the reason why it is unread: what was read once is not read again."""
    if text.__class__ is not str or context.__class__ not in _CONTEXTS or len(text) + len(context or "") > _KEPT:
        raise _NotKept
    settings = _settings_again(*circumstances) if text.strip() else _settings(text, circumstances)
    if context is not None:
        settings = evolve(settings, context=context)
    try:
        return read_value(text, settings)
    except UnreadError as error:
        return str(error)


def _settings(text: Printed, circumstances: _Circumstances) -> Settings:
    """What is known beside the text. Raises `InputError` with all that is wrong with it or with the text."""
    asserted_at, _, kind, modality, timezone, lang, unit, attribute, same = circumstances
    if kind is not None and kind not in KINDS and not (isinstance(kind, str) and find_kind(kind)):
        raise InputError(f"kind: {shown(kind)} is not one of {', '.join((*KINDS, *own_kinds()))}")
    if unit is not None and not isinstance(unit, str):
        raise InputError(f"unit: {shown(unit)} is not a text")
    if unit and not is_unit(unit):
        raise InputError(f"unit: {shown(unit)} is not a unit this library knows")
    reader = _reader(same)
    probe = Claim(
        "a value",
        "value" if attribute is None else attribute,
        text,
        "a reader",
        asserted_at=asserted_at,
        modality=modality,
        timezone=timezone,
        lang=lang,
    )
    declaration = Declaration() if attribute is None else reader.vocabulary.declaration(attribute)
    settings = reader.settings(probe, declaration)
    return evolve(settings, kind=kind or settings.kind, unit=unit or settings.unit)


@lru_cache(maxsize=1024)
def _settings_again(*circumstances: Any) -> Settings:
    """The settings of a text that is good in itself: those of its circumstances, and the day on which it was said."""
    said, _, _, _, timezone, _, _, attribute, _ = circumstances
    if said.__class__ is str:
        try:
            if len(said) == 10:
                said = date.fromisoformat(said)
            elif timezone is attribute is None and len(said) > 10:  # nothing moves it to another wall clock
                said = datetime.fromisoformat(said)
        except ValueError:  # and so it is told as a claim's would be
            return _settings("a value", circumstances)
    if said.__class__ is str or (said.__class__ is not date and circumstances[0].__class__ is not str):
        return _settings("a value", circumstances)
    return _settings_of_no_day(*circumstances[1:]).at(said)


@lru_cache(maxsize=256)
def _settings_of_no_day(*circumstances: Any) -> Settings:
    return _settings("a value", (None, *circumstances))


@lru_cache(maxsize=8)
def _reader(same: _Same | None) -> Reader:
    """The reader of a vocabulary; to number the places of a large one takes a while."""
    return Reader(_vocabulary(None if same is None else same.vocabulary))


def _found(claims: Any) -> Iterator[Found | Claim | Unread]:
    """The claims of any input, mappings with their place."""
    if isinstance(claims, Claim | Mapping | str | bytes) or not isinstance(claims, Iterable):
        hint = "; load it with conflicts.load" if isinstance(claims, str | Path) else ""
        raise InputError(f"claims: a list of claims is needed, this is of type {type(claims).__name__}{hint}")
    if hasattr(claims, "to_dicts"):
        claims = claims.to_dicts()
    elif hasattr(claims, "to_dict") and hasattr(claims, "columns"):
        claims = claims.to_dict("records")
    for n, claim in enumerate(claims):
        if isinstance(claim, Claim | Unread):
            yield claim
        elif isinstance(claim, Mapping):
            yield Found(f"claims[{n}]", {k: v for k, v in claim.items() if not _is_absent(v)})
        else:
            yield Found(f"claims[{n}]", None, f"a Claim or a mapping is needed, this is of type {type(claim).__name__}")


def _is_absent(value: object) -> bool:
    """Whether a data frame's cell holds nothing: None, NaN, NaT, or pandas' NA, which differs from nothing."""
    if value is None or isinstance(value, str | list | tuple | Value):
        return value is None
    try:
        different = value != value
    except (TypeError, ValueError, ArithmeticError):  # a signalling NaN is told as what it is
        return False
    try:
        return bool(different)
    except TypeError:  # pandas' NA is neither true nor false
        return different is value
    except ValueError:  # an array of cells
        return False


@define
class Checked:
    """Checked input: the good claims, each id once, and what is bad."""

    claims: list[Claim]
    bad: list[Unread]


def _checked(found: Iterable[Found | Claim | Unread], errors: Errors, vocabulary: Vocabulary | None = None) -> Checked:
    """Sort the good from the bad. Raises `InputError` with all the problems, if `errors` says so.

    With a vocabulary, a value that is no text must fit the kind that it declares.
    """
    reader = None if vocabulary is None else Reader(vocabulary)
    if errors not in ("raise", "unread"):
        raise InputError(f"errors: {shown(errors)} is not one of raise, unread")
    claims: dict[str, Claim] = {}
    places: dict[str, str] = {}
    bad: list[Unread] = []
    problems: list[str] = []
    unusable: set[object] = set()

    def refuse(claim: Claim | None, where: str, *reasons: str, record: object = None) -> None:
        problems.extend(f"{where}: {reason}" if where else reason for reason in reasons)
        bad.append(Unread(claim, "; ".join(reasons), where or None, record))

    twice: dict[str, str] = {}
    for n, entry in enumerate(found):
        if isinstance(entry, Unread):
            bad.append(entry)
            continue
        if isinstance(entry, Claim):
            claim, where = entry, f"claims[{n}]"
        else:
            where = entry.where
            try:
                if entry.record is None:
                    raise InputError(entry.problem or "it cannot be read")
                claim = Claim.from_record(entry.record, where=where)
            except InputError as error:
                refuse(None, where, *error.problems, record=entry.record)
                unusable.add(_id_of(entry.record))
                continue
        if reader is not None and not isinstance(claim.value, str | Value):
            misfit = reader.read(claim)
            if isinstance(misfit, Unread):
                refuse(claim, where, f"value: {misfit.reason}")
                unusable.add(claim.id)
                continue
        known = claims.setdefault(claim.id, claim)
        if known is not claim and known.content != claim.content:
            twice[claim.id] = where
            refuse(claim, where, _stands_twice(claim.id, places[claim.id]))
        places.setdefault(claim.id, where)
    for claim in claims.values():
        if claim.retracts is not None and claim.retracts not in claims:
            if claim.retracts not in unusable:
                refuse(claim, places[claim.id], f"retracts: {shown(claim.retracts)} is the id of no claim")
            elif errors == "unread":
                refuse(
                    claim, places[claim.id], f"retracts: {shown(claim.retracts)} is the id of a claim that is not good"
                )
    if problems and errors == "raise":
        raise InputError(*problems)
    for id_, where in twice.items():
        refuse(claims[id_], places[id_], _stands_twice(id_, where))
    refused = {u.claim.id for u in bad if u.claim is not None}
    return Checked([claim for claim in claims.values() if claim.id not in refused], bad)


def _stands_twice(id_: str, where: str) -> str:
    return f"id: {shown(id_)} stands at {where} too, with other content; give each claim its own id"


def _id_of(record: object) -> object:
    found = record.get("id") if isinstance(record, Mapping) else None
    return found if isinstance(found, str) else None


def _records(source: Source, format_name: str | None) -> Iterator[Found]:
    if isinstance(source, str | Path) and str(source) != "-":
        try:
            # Bytes that are no UTF-8 come as lone surrogates, so that each is told with its line.
            stream = open(source, encoding="utf-8-sig", errors="surrogateescape", newline="")  # noqa: SIM115
        except (OSError, ValueError) as error:
            yield Found(str(source) or "a file without a name", None, getattr(error, "strerror", None) or str(error))
            return
        with stream:
            yield from _stream_records(stream, str(source), format_name)
        return
    given: Any = sys.stdin if isinstance(source, str | Path) else source
    if not hasattr(given, "read") or isinstance(given.read(0), bytes):
        kind = type(given).__name__
        raise InputError(
            f"load: a path or a stream of text is needed, this is of type {kind}; find_conflicts takes claims"
        )
    if given is sys.stdin and isinstance(given, io.TextIOWrapper):
        with suppress(io.UnsupportedOperation):  # it has been read from already
            given.reconfigure(encoding="utf-8-sig", errors="surrogateescape", newline="")
    name = "standard input" if given is sys.stdin else str(getattr(given, "name", "stream"))
    yield from _stream_records(given, name, format_name)


def _stream_records(stream: TextIO, name: str, format_name: str | None) -> Iterator[Found]:
    found = find_format(format_name) if format_name else format_of(name)
    before = _state(stream)
    try:
        if found is None:
            text = stream.read()
            given: TextIO = io.StringIO(text, newline="")
            found = find_format(_format_of_text(text))
        else:
            given = stream
        if found.read is None:
            raise InputError(f"format: {found.name!r} can be written, but not read")
        yield from found.read(given, name)
    except UnicodeDecodeError as error:
        yield Found(name, None, f"not UTF-8 text: {error.reason}")
    except OSError as error:
        yield Found(name, None, error.strerror or str(error))
    if _state(stream) != before:  # a row that was cut short can look like a whole one
        yield Found(name, None, "it changed while it was read; wait until it is written, and read it again")


def _state(stream: TextIO) -> tuple[int, int] | None:
    """The size of the file behind a stream, and when it last changed; None if there is no file."""
    try:
        found = os.fstat(stream.fileno())
    except (AttributeError, OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _vocabulary(given: Vocabulary | None) -> Vocabulary:
    if given is None:
        return Vocabulary.default()
    if not isinstance(given, Vocabulary):
        kind = type(given).__name__
        raise InputError(
            f"vocabulary: a Vocabulary is needed, this is of type {kind}; see Vocabulary.from_dict and .from_file"
        )
    return given


def _format_of_text(text: str) -> str:
    """JSON starts with a bracket, or is one object over all its lines; JSON Lines with a brace on each; else CSV."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("["):
        return "json"
    if not stripped.startswith("{"):
        return "csv"
    first = stripped.splitlines()[0].rstrip()
    if not first.endswith("}"):
        return "json"
    try:
        alone = json.loads(first)
    except (ValueError, RecursionError):
        return "jsonl"
    return "json" if isinstance(alone, dict) and isinstance(alone.get("claims"), list) else "jsonl"
