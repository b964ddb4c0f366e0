"""Claims: who says, through whom, when it was said, that which thing's which attribute has which value."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Set
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from typing import Any, Final, Literal, TypeAlias

from attrs import Attribute, field, fields, frozen

from conflicts.errors import InputError, shown
from conflicts.values.extent import Extent
from conflicts.values.value import Value

Moment: TypeAlias = date | datetime
Printed: TypeAlias = str | int | float | Fraction | bool | date | datetime | Value
Polarity: TypeAlias = Literal["affirmed", "denied"]
Modality: TypeAlias = Literal["fact", "plan", "hypothetical"]

POLARITIES: Final = ("affirmed", "denied")
MODALITIES: Final = ("fact", "plan", "hypothetical")
_ISO_FORM: Final = re.compile(r"\d{4}-\d\d-\d\d($|[T ]\d\d:\d\d)")
_NO_ZONES: Final = frozenset({"localtime", "posixrules", "Factory"})
"""Files beside the zones that stand for this machine's own clock, or for none."""
_MOST_DIGITS: Final = 1000
_TOO_LONG: Final = 10**_MOST_DIGITS
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}")
"""The shape of a language tag (BCP 47), with underscores let through."""


def _name(what: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{what}: {shown(value)} is not a name; a text that is not empty is needed")
    return value


def _text(what: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    is_number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**20
    hint = f"; write {str(value)!r}" if is_number else ""
    raise InputError(f"{what}: {shown(value)} is not a text{hint}")


def _flag(what: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value is None or value == "":
        return False
    if isinstance(value, str) and value.strip().casefold() in {"true", "false"}:
        return value.strip().casefold() == "true"
    raise InputError(f"{what}: {shown(value)} is not true or false")


def _moment(what: str, value: object) -> Moment | None:
    if value is None or isinstance(value, date):
        return value if value is None or value == value else None  # a data frame's NaT is a datetime too
    if not isinstance(value, str):
        raise InputError(f"{what}: {shown(value)} is not a date; ISO text, a date or a datetime is needed")
    text = value.strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text) if len(text) <= 10 and "T" not in text else datetime.fromisoformat(text)
    except ValueError:
        if _ISO_FORM.match(text):
            raise InputError(f"{what}: {shown(value)} names a day or a time that does not exist") from None
        raise InputError(
            f"{what}: {shown(value)} is not an ISO date; write 2025-07-21 or 2025-07-21T20:00:00+03:00"
        ) from None


def _one_of(what: str, allowed: tuple[str, ...], default: str | None, value: object) -> Any:
    if value is None or value == "":
        return default
    if value in allowed:
        return value
    raise InputError(f"{what}: {shown(value)} is not one of {', '.join(allowed)}{near(value, allowed)}")


def near(wrong: object, allowed: Iterable[str]) -> str:
    """The hint that an error ends with if `wrong` is nearly one of `allowed`.

    >>> near("Atribute", FIELDS), near("colour", FIELDS)
    ("; did you mean 'attribute'?", '')
    """
    names = {name.casefold(): name for name in allowed}
    close = difflib.get_close_matches(wrong[:100].casefold(), names, n=1) if isinstance(wrong, str) else ()
    return f"; did you mean {names[close[0]]!r}?" if close else ""


@lru_cache(maxsize=4096)
def _zone_problem(name: str) -> str | None:
    from zoneinfo import ZoneInfo, available_timezones

    try:
        is_zone = name not in _NO_ZONES and ZoneInfo(name) is not None
    except (KeyError, ValueError, OSError):
        is_zone = False
    zones = () if is_zone else sorted(available_timezones() - _NO_ZONES)
    return None if is_zone else f"timezone: {shown(name)} is not an IANA time zone{near(name, zones)}"


def check_zone(name: str) -> None:
    """Raise `InputError` unless `name` is an IANA time zone.

    >>> check_zone("Europe/Kiew")
    Traceback (most recent call last):
    ...
    conflicts.errors.InputError: timezone: 'Europe/Kiew' is not an IANA time zone; did you mean 'Europe/Kiev'?
    """
    if problem := _zone_problem(name):
        raise InputError(problem)


def _zone(value: object) -> str | None:
    text = _text("timezone", value)
    if text is not None:
        check_zone(text)
    return text


def _language(value: object) -> str | None:
    text = _text("lang", value)
    if text is not None and not _LANGUAGE.fullmatch(text):
        raise InputError(f"lang: {shown(text)} is not a language tag; write one such as en, de or fr-CA")
    return text


def _relays(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    relays = (value,) if isinstance(value, str) else value
    if not isinstance(relays, Iterable) or isinstance(relays, Mapping | Set | bytes):
        raise InputError(f"via: {shown(value)} is not a list of names, from the origin outwards")
    return tuple(_name("via", relay) for relay in relays)


def _printed(value: object) -> Printed:
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise InputError(f"value: {shown(value)} is not a number that can be compared")
        if abs(value.adjusted()) + len(value.as_tuple().digits) >= _MOST_DIGITS:  # before it is written out
            raise InputError("value: a number of more than 1,000 digits is no printed value")
        return Fraction(value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        raise InputError(f"value: {shown(value)} is not a number that can be compared")
    if isinstance(value, int | Fraction) and max(abs(value.numerator), value.denominator) >= _TOO_LONG:
        raise InputError("value: a number of more than 1,000 digits is no printed value")
    if isinstance(value, str | int | float | Fraction | date | Value):
        if isinstance(value, str) and not value.strip():
            raise InputError("value: it is empty; write the value as it was printed")
        return value
    raise InputError(
        f"value: {shown(value)} is not a value; text as printed, a date, datetime, number, bool or Value is needed"
    )


def _given(value: Any) -> Any:
    """Take anything: all fields are checked together, so that every problem is told at once."""
    return value


@frozen
class Claim:
    """An assertion attributed to a source.

    `source` is the origin, the one who asserts; `via` lists who passed it on, from the origin outwards, the
    publisher last. `asserted_at` is when the source said it, `published_at` when the last relay printed it, `as_of`
    the moment it speaks of (`asserted_at` if absent). `value` is the text as printed, or a date, datetime, number,
    bool or `Value`. `where` is the place in the input that it came from ("claims.jsonl:3"), which loading fills in; it
    is no part of what the claim says.

    Two claims are equal if all their fields but `where` are. A claim without an `id` gets one made from its content, so
    the same content has the same id in every run. Bad fields raise `InputError`, which names the field.

    >>> claim = Claim("third round", "scheduled_date", "Wednesday", "Rustem Umerov", via=["Volodymyr Zelensky"],
    ...               asserted_at="2025-07-21")
    >>> claim.via, claim.asserted_at
    (('Volodymyr Zelensky',), datetime.date(2025, 7, 21))
    """

    subject: str = field(converter=_given)
    attribute: str = field(converter=_given)
    value: Printed = field(converter=_given)
    source: str = field(converter=_given)
    via: tuple[str, ...] = field(default=(), converter=_given, kw_only=True)
    asserted_at: Moment | None = field(default=None, converter=_given, kw_only=True)
    published_at: Moment | None = field(default=None, converter=_given, kw_only=True)
    as_of: Moment | None = field(default=None, converter=_given, kw_only=True)
    scope: str | None = field(default=None, converter=_given, kw_only=True)
    polarity: Polarity = field(default="affirmed", converter=_given, kw_only=True)
    modality: Modality | None = field(default=None, converter=_given, kw_only=True)
    hedged: bool = field(default=False, converter=_given, kw_only=True)
    anonymous: bool = field(default=False, converter=_given, kw_only=True)
    subject_id: str | None = field(default=None, converter=_given, kw_only=True)
    timezone: str | None = field(default=None, converter=_given, kw_only=True)
    lang: str | None = field(default=None, converter=_given, kw_only=True)
    utterance: str | None = field(default=None, converter=_given, kw_only=True)
    retracts: str | None = field(default=None, converter=_given, kw_only=True)
    quote: str | None = field(default=None, converter=_given, kw_only=True)
    url: str | None = field(default=None, converter=_given, kw_only=True)
    _id: str | None = field(default=None, converter=_given, alias="id", kw_only=True)
    where: str | None = field(default=None, converter=_given, eq=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems: list[str] = []
        for name, check in _CHECKS.items():
            given = getattr(self, name)
            if given is None and name not in REQUIRED and name not in _NEVER_NONE:
                continue
            try:
                checked = check(given)
            except InputError as error:
                problems.extend(error.problems)
            else:
                if checked is not given:
                    object.__setattr__(self, name, checked)
        if self.retracts is not None and self.retracts == self._id:
            problems.append(
                f"retracts: claim {shown(self.retracts)} retracts itself; name the claim that it takes back"
            )
        if problems:
            raise InputError(*problems)

    @property
    def id(self) -> str:
        """The id given, or one made from the content."""
        return self._id or self._made_id

    @cached_property
    def _made_id(self) -> str:
        return "c" + hashlib.blake2b(json.dumps(self.content).encode(), digest_size=8).hexdigest()

    @property
    def printed(self) -> str:
        """The value as it was printed, in one line; of a value that is no text, its words."""
        value = self.value.text or self.value if isinstance(self.value, Value) else _plain(self.value)
        return str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())

    @property
    def content(self) -> list[str]:
        """All but the id, as texts: equal iff two claims say the same, to the offset and the type of the value."""
        return [_content_text(getattr(self, name)) for name in FIELDS if name != "id"]

    def to_dict(self) -> dict[str, Any]:
        """The fields that differ from their defaults, as JSON can hold them; `from_record` reads them back."""
        record: dict[str, Any] = {} if self._id is None else {"id": self._id}
        for name, default in _DEFAULTS.items():
            value = getattr(self, name)
            if value != default or name in REQUIRED:
                record[name] = _plain(value)
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any], *, where: str | None = None) -> Claim:
        """Build a claim from a mapping with these field names, found at the place `where`.

        Raises `InputError` with all the problems of the record, each beginning with its field.

        >>> Claim.from_record({"subject": "talks", "atribute": "date", "value": "Monday", "source": "AP"})
        Traceback (most recent call last):
        ...
        conflicts.errors.InputError: atribute: no such field; did you mean 'attribute'?
        attribute: it is missing
        """
        problems = [f"{_key(name)}: no such field{near(name, FIELDS)}" for name in record if name not in _KNOWN]
        problems += [f"{name}: it is missing" for name in REQUIRED if record.get(name) is None]
        given = {name: value for name, value in record.items() if name in _KNOWN and value is not None}
        try:
            claim = cls(**(dict.fromkeys(REQUIRED, "missing") | given), where=where)
        except InputError as error:
            problems.extend(error.problems)
        if problems:
            raise InputError(*problems)
        return claim


def _key(name: object) -> str:
    return name[:80] if isinstance(name, str) else shown(name)


def _content_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else repr(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, datetime) and not value.second and not value.microsecond:
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(Value("count", Extent.point(value), Extent.point(value)))
    return str(value) if isinstance(value, Value) else value


def _public(attribute: Attribute[Any]) -> str:
    return attribute.alias or attribute.name


FIELDS: Final = tuple(_public(a) for a in fields(Claim) if a.eq)
_KNOWN: Final = frozenset(FIELDS)
REQUIRED: Final = ("subject", "attribute", "value", "source")
_NEVER_NONE: Final = frozenset({"via", "polarity", "hedged", "anonymous"})
_DEFAULTS: Final = {_public(a): a.default for a in fields(Claim) if a.eq and a.name != "_id"}
_CHECKS: Final[Mapping[str, Callable[[object], object]]] = {
    "subject": partial(_name, "subject"),
    "attribute": partial(_name, "attribute"),
    "value": _printed,
    "source": partial(_name, "source"),
    "via": _relays,
    "asserted_at": partial(_moment, "asserted_at"),
    "published_at": partial(_moment, "published_at"),
    "as_of": partial(_moment, "as_of"),
    "scope": partial(_text, "scope"),
    "polarity": partial(_one_of, "polarity", POLARITIES, "affirmed"),
    "modality": partial(_one_of, "modality", MODALITIES, None),
    "hedged": partial(_flag, "hedged"),
    "anonymous": partial(_flag, "anonymous"),
    "subject_id": partial(_text, "subject_id"),
    "timezone": _zone,
    "lang": _language,
    "utterance": partial(_text, "utterance"),
    "retracts": partial(_text, "retracts"),
    "quote": partial(_text, "quote"),
    "url": partial(_text, "url"),
    "_id": partial(_text, "id"),
    "where": partial(_text, "where"),
}
