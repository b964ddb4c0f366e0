"""Vocabulary: what attributes mean, and which names are the same."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from fractions import Fraction
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from attrs import asdict, evolve, field, fields_dict, frozen

from conflicts.claims import MODALITIES, Modality, check_zone, near
from conflicts.constraints import Constraint, check_units, parse_constraint
from conflicts.errors import InputError, VocabularyError, cycle_words, shown, shown_key
from conflicts.files import read_data
from conflicts.kinds import find_kind, own_kinds
from conflicts.reading.tolerance import DURATION_UNITS, parse_tolerance
from conflicts.values.allen import RELATIONS
from conflicts.values.extent import Extent
from conflicts.values.names import normal_form
from conflicts.values.places import place_extents

Kind = Literal["time", "duration", "quantity", "place", "name", "choice", "flag", "order"]
Changes = Literal["never", "grows", "freely"]

KINDS: Final = ("time", "duration", "quantity", "place", "name", "choice", "flag", "order")
CHANGES: Final = ("never", "grows", "freely")
ROLES: Final = ("start", "end", "whole", "none")
COUNTED: Final = frozenset({"people", "count"})
"""The units of what is counted, not measured."""
MOST_FORMS: Final = 200_000
"""How many names a vocabulary remembers the normal forms of; a long-lived one must not grow without end."""
TOTAL: Final = "in total"
"""The scope of a claim that names none."""

T = TypeVar("T")


@frozen
class Declaration:
    """What a vocabulary says of an attribute; None where it says nothing."""

    kind: Kind | str | None = None
    """One of `KINDS`, or a kind that an installed package adds (see `conflicts.kinds`)."""
    single: bool | None = None
    unit: str | None = None
    tolerance: str | None = None
    changes: Changes | None = None
    modality: Modality | None = None
    timeless: bool | None = None
    timezone: str | None = None
    role: Literal["start", "end", "whole", "none"] | None = None
    relation: str | None = None

    def __or__(self, other: Declaration) -> Declaration:
        """This declaration with every field that `other` sets taken from it."""
        said = {name: value for name, value in asdict(other).items() if value is not None}
        return evolve(self, **said) if said else self

    @cached_property
    def is_plain(self) -> bool:
        """Whether a value counts as it is read: one value, no tolerance."""
        return self.tolerance is None and not self.is_many_valued

    @cached_property
    def is_many_valued(self) -> bool:
        """Whether several values can be true at once; order relations always can."""
        return self.kind == "order" or self.single is False

    @property
    def is_exclusive(self) -> bool:
        """Whether differing names are known to exclude each other."""
        return self.single is True or (self.single is None and self.kind in {"choice", "flag"})


_OPTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": KINDS,
    "changes": CHANGES,
    "modality": MODALITIES[:2],
    "role": ROLES,
    "relation": RELATIONS,
}
_FLAGS: Final = ("single", "timeless")
_MEANT_FOR: Final[Mapping[str, tuple[str, ...]]] = {
    "unit": ("quantity", "duration"),
    "tolerance": ("time", "duration", "quantity"),
    "timezone": ("time",),
    "role": ("time",),
    "relation": ("order",),
}


def _declaration(where: str, entry: object) -> Declaration:
    if isinstance(entry, Declaration):
        entry = {name: value for name, value in asdict(entry).items() if value is not None}
    if not isinstance(entry, Mapping):
        raise VocabularyError(f'{where}: {shown(entry)} is not a table of fields such as {{kind = "time"}}')
    problems = []
    known = fields_dict(Declaration)
    for name, value in entry.items():
        if name not in known:
            problems.append(f"{where}.{shown_key(name)}: no such field{near(name, known)}")
        elif name in _FLAGS and not isinstance(value, bool):
            problems.append(f"{where}.{name}: {shown(value)} is not true or false")
        elif name not in _FLAGS and not isinstance(value, str):
            problems.append(f"{where}.{name}: {shown(value)} is not a text")
        elif name == "kind" and value not in KINDS and find_kind(value):
            continue
        elif name in _OPTIONS and value not in _OPTIONS[name]:
            options = (*KINDS, *own_kinds()) if name == "kind" else _OPTIONS[name]
            problems.append(f"{where}.{name}: {shown(value)} is not one of {', '.join(options)}{near(value, options)}")
        else:
            problems += _problems_inside(where, name, value)
    if problems:
        raise VocabularyError(*problems)
    declared = Declaration(**entry)
    if declared.kind == "order" and declared.single:
        raise VocabularyError(f"{where}: an order relation is many-valued by nature; leave out single = true")
    for name, kinds in _MEANT_FOR.items():
        if entry.get(name) is not None and declared.kind in KINDS and declared.kind not in kinds:
            only = " or ".join(kinds)
            problems.append(f"{where}.{name}: only an attribute of kind {only} has one, this is {declared.kind}")
    if declared.kind in {"time", "duration"} and declared.tolerance is not None:
        tolerance = parse_tolerance(declared.tolerance)
        if tolerance.axis != "duration" and not (tolerance.is_relative and declared.kind == "duration"):
            problems.append(f'{where}.tolerance: {declared.tolerance!r} is not a length of time; write "10 min"')
    if declared.changes == "grows" and declared.kind in KINDS and declared.kind not in {"quantity", "duration"}:
        problems.append(f"{where}.changes: only a quantity or a duration grows, this is a {declared.kind}")
    if problems:
        raise VocabularyError(*problems)
    return declared


def _problems_inside(where: str, name: str, value: str) -> list[str]:
    try:
        if name == "timezone" and value != "speaker":
            check_zone(value)
        if name == "tolerance":
            parse_tolerance(value)
        if name == "unit" and not is_unit(value):
            return [f"{where}.unit: {shown(value)} is not a unit this library knows"]
    except InputError as error:
        return [f"{where}.{problem if name == 'timezone' else f'{name}: {problem}'}" for problem in error.problems]
    return []


def is_unit(text: str) -> bool:
    """Whether something can be measured or counted in it: "km", "USD", "hours", "people".

    >>> is_unit("km"), is_unit("flurbs")
    (True, False)
    """
    from conflicts.values.units import find_unit

    return text in DURATION_UNITS or text in COUNTED or find_unit(text) is not None


def _names(where: str, value: object) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else value
    if not isinstance(names, Sequence) or not all(isinstance(n, str) and n.strip() for n in names):
        raise VocabularyError(f"{where}: {shown(value)} is not a name or a list of names")
    return tuple(names)


def _table(what: str, convert: Callable[[str, object], T], entries: object) -> dict[str, T]:
    """The entries of a mapping, each converted; all bad ones are reported by name."""
    if entries is None:
        return {}
    if not isinstance(entries, Mapping):
        raise VocabularyError(f"{what}: {shown(entries)} is not a table")
    problems: list[str] = []
    table: dict[str, T] = {}
    for name, entry in entries.items():
        if not isinstance(name, str) or not name.strip():
            problems.append(f"{what}: {shown(name)} is not a name")
            continue
        try:
            table[name] = convert(f"{what}.{shown_key(name)}", entry)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise VocabularyError(*problems)
    return table


def _attributes(entries: object) -> dict[str, Declaration]:
    return _table("attributes", _declaration, entries)


def _aliases(entries: object) -> dict[str, tuple[str, ...]]:
    return _table("aliases", _names, entries)


def _places(entries: object) -> dict[str, tuple[str, ...]]:
    return _table("places", _names, entries)


def _scopes(entries: object) -> dict[str, tuple[str, ...]]:
    return _table("scopes", _names, entries)


def _rules(value: object) -> tuple[str, ...]:
    return () if value is None else tuple(dict.fromkeys(_names("rules", value)))


def _constraints(value: object) -> tuple[str, ...]:
    texts = () if value is None else _names("constraints", value)
    problems = []
    for text in texts:
        try:
            parse_constraint(text)
        except VocabularyError as error:
            problems += [f"constraints: {problem}" for problem in error.problems]
    if problems:
        raise VocabularyError(*problems)
    return texts


def _axis_of(declaration: Declaration) -> tuple[str, Fraction | None] | None:
    """The axis that a declaration puts an attribute on, and the size of its unit in base units; None if it tells none.

    A kind without a unit may still have values on many axes: a quantity can be a length, or an amount of money.
    """
    if declaration.is_many_valued:
        return "member", None
    unit = declaration.unit
    if unit is not None:
        if unit in COUNTED:
            return "count", Fraction(1)
        if unit in DURATION_UNITS:
            return "duration", Fraction(DURATION_UNITS[unit])
        from conflicts.values.units import find_unit

        found = find_unit(unit)
        return None if found is None else (found.axis, found.factor)
    if declaration.kind is None or declaration.kind == "quantity" or declaration.kind not in KINDS:
        return None
    return declaration.kind, None


def attribute_form(attribute: str) -> str:
    """The form in which two spellings of an attribute are the same: case, spaces and hyphens make no difference.

    >>> attribute_form("Scheduled date")
    'scheduled_date'
    """
    return "_".join(normal_form(attribute).replace("-", " ").split())


@frozen
class Vocabulary:
    """What attributes mean, which names are the same, which places lie in which.

    Build one with `Vocabulary.from_dict`, `.from_file` (TOML or JSON) or `.default()`, the newsroom's; `a | b` joins
    two key by key, the right one winning. Every entry is checked: `VocabularyError` names each bad one.

    >>> vocabulary = Vocabulary.from_dict({"attributes": {"*_date": {"kind": "time"}}})
    >>> vocabulary.declaration("opening date").kind
    'time'
    """

    attributes: Mapping[str, Declaration] = field(factory=dict, converter=_attributes)
    constraints: tuple[str, ...] = field(default=(), converter=_constraints)
    aliases: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=_aliases)
    places: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=_places)
    scopes: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=_scopes)
    rules: tuple[str, ...] = field(default=(), converter=_rules)
    """The names of own rules to apply, which installed packages offer; see `conflicts.rules`."""
    minimum_population: int | None = None
    """Of the cities that the gazetteer adds to the places; None without it. See `with_gazetteer`."""
    _canonical: Mapping[str, str] = field(init=False, repr=False, eq=False)
    _scope_names: Mapping[str, str] = field(init=False, repr=False, eq=False)
    _extents: Mapping[str, Extent] = field(init=False, repr=False, eq=False)
    _declared: dict[str, Declaration] = field(init=False, repr=False, eq=False, factory=dict)
    _forms: dict[str, str] = field(init=False, repr=False, eq=False, factory=dict)
    _entries: tuple[tuple[str, Declaration], ...] = field(init=False, repr=False, eq=False)
    _parsed: tuple[Constraint, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        set_once = object.__setattr__
        set_once(self, "_canonical", _resolved("aliases", self.aliases))
        set_once(self, "_scope_names", _resolved("scopes", self.scopes))
        set_once(self, "_extents", self._place_extents())
        entries = [(_entry_form(name), declaration) for name, declaration in self.attributes.items()]
        entries.sort(key=lambda entry: ("*" not in entry[0], len(entry[0].replace("*", "")), entry[0]))
        set_once(self, "_entries", tuple(entries))
        set_once(self, "_parsed", self._checked_constraints())

    def _checked_constraints(self) -> tuple[Constraint, ...]:
        """The constraints under these declarations: what each measures decides whether they make sense."""
        problems: list[str] = []
        checked: list[Constraint] = []
        for text in self.constraints:
            constraint = parse_constraint(text)
            declared = {name: _axis_of(self.declaration(name)) for name in constraint.attributes}
            try:
                checked.append(check_units(constraint, declared))
            except VocabularyError as error:
                problems += [f"constraints: {problem}" for problem in error.problems]
        if problems:
            raise VocabularyError(*problems)
        return tuple(checked)

    @property
    def parsed_constraints(self) -> tuple[Constraint, ...]:
        """The constraints, parsed, their units checked and their bare numbers in base units.

        >>> vocabulary = Vocabulary.from_dict({"constraints": ["part <= whole"]})
        >>> [constraint.attributes for constraint in vocabulary.parsed_constraints]
        [('part', 'whole')]
        """
        return self._parsed

    def _place_extents(self) -> dict[str, Extent]:
        links: dict[str, list[str]] = {}
        for part, wholes in self.places.items():
            own = links.setdefault(self.name_form(part), [])
            own.extend(self.name_form(whole) for whole in wholes)
        if self.minimum_population is None:
            return place_extents(links)
        from conflicts.gazetteer import known_places

        aliases = {form: normal_form(canonical) for form, canonical in self._canonical.items()}
        return known_places(links, aliases, self.minimum_population)

    def with_gazetteer(self, minimum_population: int = 15_000) -> Vocabulary:
        """This vocabulary with the places of the world, its cities down to that many people; its own places win.

        Takes the extra `[places]`, and about a second. Raises `MissingExtraError` if the extra is not installed.

        >>> places = Vocabulary().with_gazetteer().place_extents  # doctest: +SKIP
        >>> places["istanbul"] <= places["turkey"], places["ankara"].meets(places["istanbul"])  # doctest: +SKIP
        (True, False)
        """
        return evolve(self, minimum_population=minimum_population)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Vocabulary:
        """Build a vocabulary from a mapping with the keys attributes, constraints, aliases, places, scopes, rules.

        >>> Vocabulary.from_dict({"attributes": {"killed": {"kind": "quantitty"}}})
        Traceback (most recent call last):
        ...
        conflicts.errors.VocabularyError: attributes.killed.kind: 'quantitty' is not one of time, duration, quantity, \
place, name, choice, flag, order; did you mean 'quantity'?
        """
        if not isinstance(data, Mapping):
            raise VocabularyError(f"{shown(data)} is not a table with the keys {', '.join(SECTIONS)}")
        problems = [f"{shown_key(name)}: no such key{near(name, SECTIONS)}" for name in data if name not in SECTIONS]
        sections: dict[str, Any] = {}
        for name, convert in _CONVERTERS.items():
            try:
                sections[name] = convert(data.get(name))
            except InputError as error:
                problems.extend(error.problems)
        if problems:
            raise VocabularyError(*problems)
        return cls(**sections)

    @classmethod
    def from_file(cls, path: str | Path) -> Vocabulary:
        """Read a vocabulary from a TOML or JSON file (told by its name's ending).

        Raises `VocabularyError`, which names the file, if it cannot be read or says something wrong.
        """
        try:
            data = read_data(path, "JSON" if str(path).casefold().endswith(".json") else "TOML")
        except FileNotFoundError as error:
            raise VocabularyError(f"{path}: {error.strerror}") from None
        except InputError as error:
            raise VocabularyError(*error.problems) from None
        try:
            return cls.from_dict(data)
        except InputError as error:
            raise VocabularyError(*(f"{path}: {problem}" for problem in error.problems)) from None

    @classmethod
    def default(cls) -> Vocabulary:
        """The newsroom vocabulary that is used when none is given; its text is `conflicts/newsroom.toml`."""
        return _newsroom()

    def __or__(self, other: Vocabulary) -> Vocabulary:
        """Both vocabularies, joined key by key; where both say something of one key, `other` wins.

        An attribute that both declare takes each field from `other` where it sets one; a name that both speak of is an
        alias of what `other` says, or of nothing.

        >>> joined = Vocabulary.default() | Vocabulary.from_dict({"aliases": {"Kiev": ["Kyiv"]}})
        >>> joined.name("Kyiv"), joined.name("Kiew")
        ('Kiev', 'Kiev')
        """
        if not isinstance(other, Vocabulary):
            return NotImplemented
        attributes = dict(self.attributes)
        for name, declaration in other.attributes.items():
            attributes[name] = attributes.get(name, Declaration()) | declaration
        return Vocabulary(
            attributes=attributes,
            constraints=tuple(dict.fromkeys((*self.constraints, *other.constraints))),
            aliases=_joined_groups(self.aliases, other.aliases),
            places={**self.places, **other.places},
            scopes=_joined_groups(self.scopes, other.scopes),
            rules=(*self.rules, *other.rules),
            minimum_population=min(filter(None, (self.minimum_population, other.minimum_population)), default=None),
        )

    def declaration(self, attribute: str) -> Declaration:
        """What is declared of `attribute`: its own entry over longer patterns over shorter ones, field by field."""
        found = self._declared.get(attribute)
        if found is None:
            form = attribute_form(attribute)
            found = Declaration()
            for name, declaration in self._entries:
                if name == form or ("*" in name and fnmatchcase(form, name)):
                    found |= declaration
            self._declared[attribute] = found
        return found

    def name(self, name: str) -> str:
        """The canonical name for `name`: the one it is an alias of, else itself."""
        return self._canonical.get(normal_form(name), name)

    def name_form(self, name: str) -> str:
        """The normal form of the canonical name: equal iff two names are the same after aliases."""
        known = self._forms.get(name)
        if known is not None:
            return known
        form = normal_form(name)
        canonical = self._canonical.get(form)
        if len(self._forms) >= MOST_FORMS:
            self._forms.clear()
        self._forms[name] = found = form if canonical is None else normal_form(canonical)
        return found

    def scope(self, scope: str | None) -> str:
        """The canonical scope: that of the alias, the text itself, or "in total" for none."""
        form = normal_form(TOTAL if scope is None else scope)
        return self._scope_names.get(form, form)

    @cached_property
    def place_axis(self) -> str:
        """The axis of places under this vocabulary: numbers of different trees must not be compared."""
        if not self.places:
            return "place"
        links = sorted((self.name_form(a), sorted(map(self.name_form, b))) for a, b in self.places.items())
        return "place " + hashlib.blake2b(repr(links).encode(), digest_size=4).hexdigest()

    @property
    def place_extents(self) -> Mapping[str, Extent]:
        """The extent of each place, by normal form."""
        return self._extents


_CONVERTERS: Final[Mapping[str, Callable[[object], Any]]] = {
    "attributes": _attributes,
    "constraints": _constraints,
    "aliases": _aliases,
    "places": _places,
    "scopes": _scopes,
    "rules": _rules,
}
SECTIONS: Final = tuple(_CONVERTERS)


def _entry_form(name: str) -> str:
    """The form of an attribute's name or pattern in which only "*" is special."""
    return attribute_form(name).replace("[", "[[]").replace("?", "[?]") if "*" in name else attribute_form(name)


def _joined_groups(
    ours: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Two tables of aliases: a name that the second speaks of is taken from the lists of the first."""
    spoken_of = {normal_form(name) for head, others in theirs.items() for name in (head, *others)}
    kept = {head: tuple(n for n in others if normal_form(n) not in spoken_of) for head, others in ours.items()}
    return {**{head: kept[head] for head in kept if head not in theirs}, **theirs}


def _resolved(what: str, groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each name's canonical name, by normal form, chains followed to their end; linear in the number of names.

    Raises `VocabularyError` on a cycle and on an alias of two different names.
    """
    parent: dict[str, str] = {}
    written: dict[str, str] = {}
    for canonical, others in groups.items():
        head = normal_form(canonical)
        written.setdefault(head, canonical)
        for other in others:
            form = normal_form(other)
            written.setdefault(form, other)
            if form == head:
                continue
            if parent.get(form, head) != head:
                raise VocabularyError(
                    f"{what}: {shown(other)} stands for both {shown(written[parent[form]])} and {shown(canonical)}; "
                    "keep one of them"
                )
            parent[form] = head
    ends: dict[str, str] = {}
    for form in written:
        path: dict[str, None] = {}
        end = form
        while end in parent and end not in ends:
            if end in path:
                cycle = [written[f] for f in (*list(path)[list(path).index(end) :], end)]
                raise VocabularyError(f"{what}: {cycle_words(cycle, 'is')}")
            path[end] = None
            end = parent[end]
        ends.update(dict.fromkeys((form, *path), ends.get(end, end)))
    return {form: written[ends[form]] if what == "aliases" else ends[form] for form in written}


@cache
def _newsroom() -> Vocabulary:
    text = resources.files("conflicts").joinpath("newsroom.toml").read_text(encoding="utf-8")
    return Vocabulary.from_dict(tomllib.loads(text))
