"""The newsroom's places: a city and its own region, what is disputed, and names in German and French."""

from __future__ import annotations

import pytest

from conflicts import Relation, Vocabulary, read

YES, NO, TENSION = Relation.COMPATIBLE, Relation.CONTRADICTION, Relation.TENSION
NEWSROOM = Vocabulary.default()


def relation(a: str, b: str, lang: str = "en", other_lang: str = "en") -> Relation:
    one = read(a, kind="place", lang=lang, vocabulary=NEWSROOM)
    other = read(b, kind="place", lang=other_lang, vocabulary=NEWSROOM)
    assert one.relation(other) is other.relation(one)
    return one.relation(other)


REGIONS: list[tuple[str, str, Relation, str]] = [
    ("London", "England", YES, "a nation of the United Kingdom"),
    ("Heathrow", "England", YES, "a part of a part"),
    ("London", "Scotland", NO, "another nation"),
    ("Houston", "Texas", YES, "a state"),
    ("Houston", "Florida", NO, "another state"),
    ("Mar-a-Lago", "Florida", YES, "a house in a town in a state"),
    ("New York", "New York State", YES, "a city and a state of one name"),
    ("Atlanta", "Georgia", TENSION, "not listed, for the name is a country's too"),
    ("Toronto", "Ontario", YES, "a province"),
    ("Sydney", "New South Wales", YES, "a state"),
    ("Munich", "Bavaria", YES, "a Land"),
    ("Munich", "Saxony", NO, "another Land"),
    ("Barcelona", "Catalonia", YES, "a community"),
    ("Palermo", "Sicily", YES, "a region"),
    ("Grozny", "Chechnya", YES, "a republic"),
    ("Vladivostok", "Siberia", YES, "a region of a region"),
    ("Lhasa", "Tibet", YES, "an autonomous region"),
    ("New Delhi", "Delhi", YES, "a territory"),
    ("Goma", "North Kivu", YES, "a province"),
    ("El Fasher", "Darfur", YES, "a region of several states"),
    ("Maiduguri", "Borno", YES, "a state"),
    ("Culiacan", "Sinaloa", YES, "a state"),
    ("Ramallah", "West Bank", YES, "a territory"),
    ("Kupiansk", "Kharkiv region", YES, "a region called by its city"),
    ("Kupiansk", "Kharkiv", NO, "whose city is another"),
    ("Natanz", "Isfahan", NO, "two sites"),
    ("Natanz", "Isfahan province", YES, "in one province"),
    ("Borno State", "Maiduguri", YES, "a region with its word"),
    ("the Kursk region", "Russia", YES, "a region that is known by its city alone"),
    ("the Kursk region", "Moscow", TENSION, "and of which not more is known"),
    ("Vatican City", "Rome", YES, "a state inside a city"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), REGIONS)
def test_regions_hold_their_cities(a: str, b: str, expected: Relation, why: str) -> None:
    assert relation(a, b) is expected, why


DISPUTED: list[tuple[str, tuple[str, ...], str]] = [
    ("Crimea", ("Ukraine", "Russia"), "Poland"),
    ("Sevastopol", ("Ukraine", "Russia", "Crimea"), "Kyiv"),
    ("Donetsk", ("Ukraine", "Russia", "Donbas"), "Poland"),
    ("Mariupol", ("Ukraine", "Russia", "Donetsk"), "Luhansk"),
    ("Luhansk", ("Ukraine", "Russia"), "Donetsk"),
    ("Kherson", ("Ukraine", "Russia"), "Moscow"),
    ("Enerhodar", ("Ukraine", "Russia", "Zaporizhzhia"), "Kherson"),
    ("Kosovo", ("Serbia", "Europe"), "Albania"),
    ("Pristina", ("Serbia", "Kosovo"), "Belgrade"),
    ("Taipei", ("Taiwan", "China", "Asia"), "Beijing"),
    ("East Jerusalem", ("Jerusalem", "Israel", "West Bank", "Palestine"), "Tel Aviv"),
    ("Golan Heights", ("Israel", "Syria"), "Lebanon"),
    ("Stepanakert", ("Nagorno-Karabakh", "Armenia", "Azerbaijan"), "Yerevan"),
    ("Srinagar", ("Kashmir", "Jammu and Kashmir", "India", "Pakistan"), "New Delhi"),
    ("Leh", ("Ladakh", "Kashmir", "India", "China"), "Srinagar"),
    ("Tiraspol", ("Transnistria", "Moldova"), "Chisinau"),
    ("Nicosia", ("Cyprus", "Northern Cyprus"), "Larnaca"),
    ("Laayoune", ("Western Sahara", "Morocco", "Africa"), "Rabat"),
    ("Gibraltar", ("Spain", "UK"), "Portugal"),
    ("Hargeisa", ("Somaliland", "Somalia"), "Mogadishu"),
    ("Scarborough Shoal", ("China", "Philippines"), "Vietnam"),
]


@pytest.mark.parametrize(("place", "claimants", "elsewhere"), DISPUTED)
def test_a_disputed_place_lies_in_all_that_claim_it(place: str, claimants: tuple[str, ...], elsewhere: str) -> None:
    assert [whole for whole in claimants if relation(place, whole) is not YES] == []
    assert relation(place, elsewhere) is NO


def test_what_is_not_disputed_lies_where_it_lies() -> None:
    for place, whole in (("Kyiv", "Russia"), ("Melilla", "Morocco"), ("Nablus", "Israel"), ("Poltava", "Russia")):
        assert relation(place, whole) is NO, place


ABROAD: list[tuple[str, str, str, str, Relation, str]] = [
    ("in der Türkei", "de", "à Istanbul", "fr", YES, "an article behind the preposition"),
    ("in den Niederlanden", "de", "in Den Haag", "de", YES, "a dative; an article that belongs to the name"),
    ("aux Pays-Bas", "fr", "à La Haye", "fr", YES, "the same in French"),
    ("au Caire", "fr", "in Ägypten", "de", YES, "an article inside the preposition"),
    ("nach Moskau", "de", "en Russie", "fr", YES, "capitals and countries"),
    ("in den USA", "de", "aux États-Unis", "fr", YES, "one country"),
    ("im Vereinigten Königreich", "de", "à Londres", "fr", YES, "a name declined"),
    ("im Gazastreifen", "de", "dans la bande de Gaza", "fr", YES, "a territory"),
    ("auf der Krim", "de", "en Crimée", "fr", YES, "a peninsula"),
    ("in Bayern", "de", "Munich", "en", YES, "a Land"),
    ("en Suisse", "fr", "Wien", "de", NO, "a country and another's capital"),
    ("in Frankreich", "de", "à Genève", "fr", NO, "a country and another's city"),
    ("à l’Istanbul", "fr", "Ankara", "en", NO, "an elision, with either apostrophe"),
    ("Istanbul oder Ankara", "de", "Ankara", "en", YES, "a choice"),
    ("Paris ou Londres", "fr", "Berlin", "en", NO, "a choice"),
    ("entweder Paris oder London", "de", "Berlin", "en", NO, "a choice"),
    ("in der Nähe von Kiew", "de", "Lviv", "en", TENSION, "only a hint"),
    ("bei Kiew", "de", "Kyiv", "en", YES, "only a hint"),
    ("près d'Odessa", "fr", "Kyiv", "en", TENSION, "only a hint"),
    ("Region Kursk", "de", "Moskau", "de", TENSION, "the word before the name"),
    ("région de Koursk", "fr", "Koursk", "fr", YES, "the word before the name"),
    ("in Österreich", "de-AT", "Wien", "de", YES, "a language of a country"),
    ("nach Istanbul", "en", "Istanbul", "en", TENSION, "no preposition in English"),
]


@pytest.mark.parametrize(("a", "lang", "b", "other_lang", "expected", "why"), ABROAD)
def test_german_and_french(a: str, lang: str, b: str, other_lang: str, expected: Relation, why: str) -> None:
    assert relation(a, b, lang, other_lang) is expected, why


def test_every_alias_of_a_place_means_it_alone() -> None:
    names = {NEWSROOM.name_form(place) for place in NEWSROOM.places}
    assert [place for place in NEWSROOM.aliases if NEWSROOM.name_form(place) in NEWSROOM.place_extents] == [
        *NEWSROOM.aliases
    ]
    assert {NEWSROOM.name_form(alias) for aliases in NEWSROOM.aliases.values() for alias in aliases} <= {
        *names,
        *NEWSROOM.place_extents,
    }
