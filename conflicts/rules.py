"""Own rules: plain callables that find what cannot be true in ways of their own, behind entry points "conflicts.rules".

A vocabulary turns a rule on by its name (`rules = ["one_place_at_a_time"]`). The rule is called with all statements
that stand, each with its claim, its value and the item it speaks of, in an order that depends on the claims alone, and
yields an `Impossible` for each set of them that cannot be true. A rule sees a whole report's statements at once; how
much work it does is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Final, TypeAlias

from attrs import field, frozen

from conflicts.claims import Claim
from conflicts.disputes import Severity
from conflicts.errors import PluginError
from conflicts.items import Key
from conflicts.plugins import Plugin, kind_of, loaded
from conflicts.statements import Statement
from conflicts.values.value import Value

GROUP: Final = "conflicts.rules"


@frozen
class Said:
    """One statement that stands, as a rule sees it: the claim that speaks, what it was read as, and its item."""

    claim: Claim
    value: Value
    item: Key
    statement: Statement = field(repr=False)


def _claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claims)


@frozen
class Impossible:
    """What a rule yields: claims that cannot all be true, why in a plain sentence, and how firmly that is known."""

    claims: tuple[Claim, ...] = field(converter=_claims)
    because: str
    severity: Severity = Severity.CONTRADICTION


Rule: TypeAlias = Callable[[Sequence[Said]], Iterable[Impossible]]


@frozen
class Broken:
    """What a rule found: its name, the statements, why, and how firmly."""

    rule: str
    said: tuple[Said, ...]
    because: str
    severity: Severity


def find_rule(name: str) -> Plugin:
    """The rule of that name. Raises `PluginError` if no installed package has one, or if it is broken."""
    found = _find(name)
    if found is None:
        raise PluginError(f"no installed package has the rule {name!r} (entry points of {GROUP!r})")
    return found


@cache
def _find(name: str) -> Plugin | None:
    return loaded(_entries(name), f"the rule {name!r}", "(statements) -> iterable of Impossible")


def _entries(name: str) -> Sequence[EntryPoint]:
    return tuple(entry_points(group=GROUP, name=name))


def broken(names: Iterable[str], said: Sequence[Said]) -> Iterator[Broken]:
    """What the rules of these names find among statements, each finding once.

    Raises `PluginError` if a rule raises, yields anything but `Impossible`, or blames a claim that does not speak.
    """
    by_id = {one.claim.id: one for one in said}
    for name in names:
        plugin = find_rule(name)
        seen: set[tuple[str, ...]] = set()
        try:
            findings = list(plugin.target(tuple(said)))
        except Exception as error:
            raise PluginError(f"{plugin.origin} raised {type(error).__name__}: {error}") from error
        for found in findings:
            if not isinstance(found, Impossible):
                raise PluginError(f"{plugin.origin} yielded {kind_of(found)}; it must yield conflicts.rules.Impossible")
            ids = tuple(sorted({claim.id for claim in found.claims}))
            strangers = [id_ for id_ in ids if id_ not in by_id]
            if strangers or not ids:
                whom = f"the claim {strangers[0]!r}, which does not speak" if strangers else "no claim"
                raise PluginError(f"{plugin.origin} blames {whom}; it must name claims of the statements it was given")
            if ids not in seen:
                seen.add(ids)
                yield Broken(name, tuple(by_id[id_] for id_ in ids), found.because, found.severity)
