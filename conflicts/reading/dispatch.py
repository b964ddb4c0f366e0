"""Which grammar reads a text: the frame around the value first, then the kinds in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import define, evolve

from conflicts.errors import UnreadError
from conflicts.kinds import read_own
from conflicts.reading import names
from conflicts.reading.frame import Frame, Words, frame, split
from conflicts.reading.quantity import read_quantity
from conflicts.reading.settings import Modality, Settings
from conflicts.reading.time import glanced, read_duration, read_time
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING, NOTHING_SUCH, Extent
from conflicts.values.value import ANY_AXIS, Value
from conflicts.values.words import ANY_VALUE, ANYTHING, BUT, LOOSELY, NO_SUCH_VALUE, NOT_SETTLED_WORDS, OR

MAX_TEXT: Final = 1000
TAKES_ANY_WORDS: Final = frozenset({"quantity", "place"})
"""Kinds whose readers pass over the words around a figure, or take them for a name: the frame comes first."""
SPECIAL: Final = {ANYTHING: EVERYTHING, ANY_VALUE: LINE, NOT_SETTLED_WORDS: NOT_SETTLED, NO_SUCH_VALUE: NOTHING_SUCH}
AXIS_OF_KIND: Final = {
    "time": "time",
    "duration": "duration",
    "flag": "flag",
    "name": "name",
    "choice": "name",
    "order": "event",
}


@define
class Reading:
    """A read text before its denial and its hedges are applied: what is denied, and how sure the text is.

    Nobody changes one.
    """

    base: Value
    is_denied: bool = False
    is_hedged: bool = False
    has_negation: bool = False
    """Whether the text itself denies, so that a claim's own `polarity` denies nothing more."""
    tense: Modality | None = None
    """Whether the text's own first words call it a plan ("scheduled for …") or a fact ("held on …")."""

    def denies(self, denied: bool) -> bool:
        """Whether it denies its base, given whether the claim itself denies: a denial in both is one denial."""
        return self.is_denied or (denied and not self.has_negation)

    def value(self, *, denied: bool = False, hedged: bool = False) -> Value:
        """The value, with the claim's own denial and hedge."""
        value = self.base.denied() if self.denies(denied) else self.base
        return value.hedged() if hedged or self.is_hedged else value


def read_text(text: str, settings: Settings) -> Reading:
    """Read a printed text.

    Raises `UnreadError` with the reason if it cannot be read, `PluginError` if a plug-in for its kind is broken; never
    anything else.
    """
    found = _read(text, settings)
    return Reading(found) if isinstance(found, Value) else found


def read_value(text: str, settings: Settings) -> Value:
    """The value of a printed text, its own denial and hedges applied. Raises as `read_text`."""
    found = _read(text, settings)
    return found if isinstance(found, Value) else found.value()


def _read(text: str, settings: Settings) -> Reading | Value:
    """What a text says, as a plain value where no frame stands around it."""
    stripped = " ".join(text.split())
    if not stripped:
        raise UnreadError("it is empty")
    if len(stripped) > MAX_TEXT:
        raise UnreadError(f"a text of {len(stripped)} characters is no printed value; give the value alone")
    if settings.kind == "time":
        common = glanced(stripped, settings)
        if common is not None:
            return common if stripped == text else evolve(common, text=text)
    composed = _composed(stripped, settings)
    if composed is not None:
        return evolve(composed, text=text)
    reading = _framed(stripped, settings, frame(settings.lang))
    return reading if reading.base.text == text else evolve(reading, base=evolve(reading.base, text=text))


def read_typed(value: date | datetime | int | float | Fraction | bool, settings: Settings) -> Reading:
    """Read a value that is no text. Raises `UnreadError` if it does not fit the kind that is wanted."""
    kind = settings.kind
    if isinstance(value, bool):
        if kind not in {None, "flag"}:
            raise UnreadError(f"{str(value).lower()} is a yes or no, but a {kind} is wanted here")
        extent = names.YES if value else names.NO
        return Reading(Value("flag", extent, extent, text=str(value).lower()), has_negation=not value)
    if isinstance(value, date):
        if kind not in {None, "time"}:
            raise UnreadError(f"{value.isoformat()} is a time, but a {kind} is wanted here")
        return read_text(_iso(value), evolve(settings, kind="time"))
    text = format(Decimal(str(value)), "f") if isinstance(value, float) else str(value)
    if kind == "time" and (not isinstance(value, int) or not 0 < value < 10000):
        raise UnreadError(f"{text} is a number, but a time is wanted here")
    if kind in {"place", "flag", "order", "name"}:
        raise UnreadError(f"{text} is a number, but a {kind} is wanted here")
    if isinstance(value, Fraction) and kind in READERS:
        point = Extent.point(value)
        return Reading(Value("count", point, point, text=text))
    return read_text(text, evolve(settings, kind=kind or "quantity"))


def _iso(value: date) -> str:
    """ISO text as exact as the value: to the minute where its seconds are zero, for then nobody gave them."""
    if not isinstance(value, datetime):
        return value.isoformat()
    return value.isoformat(timespec="auto" if value.second or value.microsecond else "minutes")


def _framed(text: str, settings: Settings, words: Frame) -> Reading:
    parts = split(text)
    sets = words.sets_of(parts, settings.kind)
    counts_none = settings.kind == "quantity" and sets is not None and sets[0] != EVERYTHING and parts[0] != "not"
    if counts_none:
        value = _kind_value(text, settings)
        if value is not None:
            return Reading(value, has_negation=words.starts_negated(text))
    if sets is not None:
        return Reading(Value(_axis(settings), *sets, text=text), has_negation=True)
    problem: str | None = None  # its words alone: an error holds this frame, which would hold it
    if parts and parts[0] in words.openings.by_first:
        inner = _without_opening(text, settings, words, is_first=True)
        if inner is not None:
            return inner
        settings = _in_its_tense(parts, settings, words)
    if settings.kind in TAKES_ANY_WORDS:
        inner = _without_ending(text, settings, words)
        if inner is not None:
            return inner
    try:
        value = _kind_value(text, settings)
    except UnreadError as error:
        value, problem = None, str(error)
    if value is not None:
        is_no = value.strict.intervals == names.NO.intervals
        return Reading(value, has_negation=is_no and words.starts_negated(text))
    inner = _without_opening(text, settings, words) or _without_ending(text, settings, words)
    if inner is not None:
        return inner
    if problem is not None:
        raise UnreadError(problem)
    if settings.kind not in {None, "name", "choice"}:
        raise UnreadError(_mismatch(text, settings))
    return Reading(names.read_name(text, settings))


def _in_its_tense(parts: Words, settings: Settings, words: Frame) -> Settings:
    """The settings with the tense that the text's own first words tell: "scheduled for Wednesday" is a plan."""
    if settings.kind not in {None, "time"} or settings.modality == "hypothetical":
        return settings
    tense = words.tense(parts)
    return settings if tense is None or tense == settings.modality else evolve(settings, modality=tense)


def _without_opening(text: str, settings: Settings, words: Frame, *, is_first: bool = False) -> Reading | None:
    """What is left without the opening; None if it has none, or nothing can be read.

    Before the value itself `is_first` tried: then one word alone may be part of the value ("May 5"), and so may "not"
    at the end ("is not more than 12"); of a place neither.
    """
    in_doubt = is_first and settings.kind != "place"
    parts = split(text)
    printed = text.split()
    for phrase, mark in words.openings.matching(parts):
        if in_doubt and (len(phrase) == 1 or (mark == "deny" and phrase[-1] == "not")):
            continue
        tense: Modality = (
            mark if mark in {"plan", "fact"} and settings.modality != "hypothetical" else settings.modality
        )
        if mark in {"plan", "fact"} and settings.kind in {None, "name", "choice"}:
            inner = _value_or_none(" ".join(printed[len(phrase) :]), evolve(settings, modality=tense))
            if inner is not None:
                return Reading(inner)
            continue
        try:
            reading = _framed(" ".join(printed[len(phrase) :]), evolve(settings, modality=tense), words)
        except UnreadError:
            continue
        if mark == "deny" and not reading.has_negation:
            return evolve(reading, is_denied=True, has_negation=True)
        return evolve(reading, is_hedged=True) if mark == "hedge" else reading
    return None


def _without_ending(text: str, settings: Settings, words: Frame) -> Reading | None:
    folded = text.casefold()
    if not folded.endswith(words.endings):
        return None
    for phrase, mark in words.ending_marks.items():
        if folded.endswith(phrase) and len(folded) > len(phrase):
            rest = text[: -len(phrase)]
            if rest[-1].isalnum() and phrase[0].isalnum():
                continue
            inner = settings
            if mark != "hedge":
                if settings.kind not in {"time", "place"}:
                    continue
                if (mark == "plan" or mark == "fact") and settings.modality != "hypothetical":
                    inner = evolve(settings, modality=mark)
            try:
                reading = _framed(rest.strip(" ,;"), inner, words)
            except UnreadError:
                continue
            return evolve(reading, is_hedged=True) if mark == "hedge" else reading
    return None


def _value_or_none(text: str, settings: Settings) -> Value | None:
    try:
        return _kind_value(text, settings)
    except UnreadError:
        return None


def _read_duration(text: str, settings: Settings) -> Value | None:
    value = read_duration(text, settings)
    if value is None and settings.kind == "duration" and settings.unit is not None and text[-1:].isdigit():
        value = read_duration(f"{text} {settings.unit}", settings)
    return value


Reader = Callable[[str, Settings], Value | None]
READERS: Final[dict[str | None, tuple[Reader, ...]]] = {
    "time": (read_time,),
    "duration": (_read_duration,),
    "quantity": (read_quantity, _read_duration),
    "flag": (names.read_flag,),
    "place": (names.read_place,),
    "order": (names.read_event,),
    "name": (),
    "choice": (),
    None: (names.read_flag, read_time, _read_duration, read_quantity),
}


def _kind_value(text: str, settings: Settings) -> Value | None:
    readers = READERS.get(settings.kind)
    if readers is None:
        return read_own(text, settings)
    for reader in readers:
        value = reader(text, settings)
        if value is not None:
            return value
    if settings.kind is None and settings.places:
        value = names.read_place(text, settings)
        return value if value.loose == value.strict else None
    return None


WANTED: Final = {
    "time": "a time",
    "duration": "a duration",
    "quantity": "a quantity",
    "place": "a place",
    "flag": "a yes or no",
    "order": "an event",
}


def _mismatch(text: str, settings: Settings) -> str:
    wanted = WANTED[settings.kind or ""]
    for kind in ("time", "duration", "quantity", "flag"):
        if kind != settings.kind and _value_or_none(text, evolve(settings, kind=kind)) is not None:
            return f"{text!r} reads as {WANTED[kind]}, but {wanted} is wanted here"
    return f"{text!r} cannot be read as {wanted}"


def _composed(text: str, settings: Settings) -> Value | None:
    """Read the words that `str(value)` writes where one plain phrase does not say it all."""
    if not (LOOSELY in text or "any" in text or NOT_SETTLED_WORDS in text or NO_SUCH_VALUE in text):
        return None
    if text == NOT_SETTLED_WORDS:  # as it is printed, it leaves everything open
        return None
    strict_text, loosely, loose_text = text.partition(LOOSELY)
    strict = _set(strict_text, settings, forced=bool(loosely))
    if strict is None:
        return None
    loose = _set(loose_text, settings, forced=True) if loosely else strict
    if loose is None:
        raise UnreadError(f"{loose_text!r} after {LOOSELY.strip()!r} is not a set of values")
    (value, extent), (_, wider) = strict, loose
    return evolve(value, strict=extent, loose=extent | wider)


def _set(text: str, settings: Settings, *, forced: bool) -> tuple[Value, Extent] | None:
    """A template value and the set, or None if the text is not in the grammar of composed words."""
    parts = text.removeprefix(BUT).split(OR)
    if not forced and not text.startswith(BUT) and not SPECIAL.keys() & set(parts):
        return None
    template, extent = Value(_axis(settings), EVERYTHING, EVERYTHING), NOTHING
    for part in parts:
        found = SPECIAL.get(part)
        if found is None:
            value = _value_or_none(part, settings)
            if value is None and settings.kind in {None, "name", "choice"}:
                value = names.read_name(part, settings)
            if value is None:
                return None
            template, found = value, value.strict
        extent |= found
    if text.startswith(BUT):
        extent = ~extent
    return None if extent.is_empty else (template, extent)


def _axis(settings: Settings) -> str:
    """The axis of a text that names no point of one."""
    return settings.place_axis if settings.kind == "place" else AXIS_OF_KIND.get(settings.kind or "", ANY_AXIS)
