"""Names, places, flags and events: what is the same, what lies in what, and what is only perhaps so."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Relation, Vocabulary
from conflicts.errors import UnreadError
from conflicts.reading import read_text
from conflicts.reading.names import MAX_NAME, person_form, read_event, read_flag, read_name, read_place
from conflicts.reading.settings import Settings
from conflicts.values.extent import LINE, Extent
from conflicts.values.names import WIDTH, alike, has_kin, name_number, name_text, name_words, normal_form, read_alike
from conflicts.values.words import OR

VOCABULARY = Vocabulary.from_dict(
    {
        "aliases": {
            "Kyiv": ["Kiev"],
            "United Kingdom": ["UK", "U.K."],
            "Volodymyr Zelensky": ["Zelensky", "Zelenskyy"],
        },
        "places": {
            "Istanbul": ["Turkey", "Europe"],
            "Ankara": "Turkey",
            "Kyiv": "Ukraine",
            "Ukraine": "Europe",
            "Paris": "France",
            "The Hague": "Netherlands",
        },
    }
)
SETTINGS = Settings(name=VOCABULARY.name, places=VOCABULARY.place_extents)
SURE = evolve(SETTINGS, is_declared=True)
YES, NO, TENSION = Relation.COMPATIBLE, Relation.CONTRADICTION, Relation.TENSION

FORMS: list[tuple[str, str, bool, str]] = [
    ("TASS", "tass", True, "case"),
    ("“TASS”", "TASS", True, "quotation marks"),
    ("O’Brien", "O'Brien", True, "apostrophes"),
    ("Jean–Luc", "Jean-Luc", True, "dashes"),
    ("U.S.", "US", True, "dots"),
    ("a\u00a0b", "a  b", True, "any white space"),
    ("Cafe\u0301", "Café", True, "composed and decomposed"),
    ("STRASSE", "Straße", True, "case as Unicode folds it"),
    ("ＡＰ", "AP", True, "full width"),
    ("co\u00adop", "coop", True, "a soft hyphen"),
    ("TASS,", "TASS", True, "punctuation at the end"),
    ("Müller", "Muller", False, "accents tell names apart"),
    ("Jean-Luc", "Jean Luc", False, "a hyphen is no blank"),
    ("A B", "AB", False, "nor nothing"),
    ("...", "", False, "a name of marks alone is still a name"),
]


@pytest.mark.parametrize(("a", "b", "same", "why"), FORMS)
def test_normal_form(a: str, b: str, same: bool, why: str) -> None:
    assert (normal_form(a) == normal_form(b)) is same, why


ODD = st.text("'’.–-\u0300\u0301\u00ad\u200beIİßé …´,; ", max_size=6)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(name=ODD | st.text(max_size=8))
def test_a_normal_form_is_its_own(name: str) -> None:
    form = normal_form(name)
    assert normal_form(form) == form
    assert normal_form(f" {name}\n") == form


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    a=st.text(max_size=8) | st.text(max_size=120), b=st.text(max_size=8), key=st.sampled_from(["", "smth ", "smth jn "])
)
def test_a_name_and_its_number(a: str, b: str, key: str) -> None:
    number = name_number(a, key)
    assert name_text(number) == a
    assert (number == name_number(b, key)) is (a == b)
    assert number > 0


KEYS = st.text("ab ", max_size=3) | st.text("ab ", min_size=WIDTH - 9, max_size=WIDTH - 3)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(key=KEYS, other=KEYS, form=st.text(max_size=4) | st.text(min_size=80, max_size=100))
def test_names_of_one_beginning_are_one_interval(key: str, other: str, form: str) -> None:
    number = name_number(form, other)
    point = Extent.point(number)
    assert (point <= alike(key)) is point.meets(alike(key)) is (has_kin(number) and other.startswith(key))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(key=KEYS.filter(bool))
def test_the_words_of_an_interval_of_names(key: str) -> None:
    (interval,) = alike(key).intervals
    assert read_alike(name_words(interval)) == alike(key)


def test_the_words_of_one_name_are_its_label() -> None:
    (interval,) = Extent.point(name_number("umerov", "amrv ")).intervals
    assert name_words(interval, "Umerov") == "Umerov"
    assert name_words(interval, "Rustem Umerov") == name_words(interval) == "umerov"
    assert name_words((LINE.lo, interval[1])) == "any name"


PERSONS: list[tuple[str, str, str]] = [
    ("Mr Smith", "smith", "a form of address"),
    ("Dr. John Smith", "john smith", "a title"),
    ("Ambassador Rustem Umerov", "rustem umerov", "an office before a name"),
    ("Foreign Minister Andrii Sybiha", "andrii sybiha", "two words of office"),
    ("Prime Minister Keir Starmer", "keir starmer", "two words of office"),
    ("President Zelensky", "president zelensky", "one word is left: it may be “President Hotel”"),
    ("General Motors", "general motors", "no general"),
    ("Secretary of State", "secretary of state", "an office, not a person"),
    ("President of France", "president of france", "an office, not a person"),
    ("Dr", "dr", "nothing would be left"),
    ("Kremlin spokesman Dmitry Peskov", "dmitry peskov", "what the office is of goes with it"),
    ("Secretary of State Marco Rubio", "marco rubio", "an office of several words"),
    ("Chancellor of the Exchequer Rachel Reeves", "rachel reeves", "an office of several words"),
    ("Ukraine's President Volodymyr Zelensky", "volodymyr zelensky", "whose office it is"),
    ("Kremlin spokesman Peskov", "kremlin spokesman peskov", "one word is left: its key has no title"),
    ("Bundeskanzler Friedrich Merz", "friedrich merz", "an office told by its ending"),
    ("Verteidigungsministerin Christine Lambrecht", "christine lambrecht", "an ending, of a woman"),
    ("CDU-Chef Friedrich Merz", "friedrich merz", "an ending behind a hyphen"),
    ("Staats- und Parteichef Xi Jinping", "xi jinping", "two compounds of one ending"),
    ("der ukrainische Präsident Wolodymyr Selenskyj", "wolodymyr selenskyj", "an article and an adjective"),
    ("Präsident der Ukraine", "präsident der ukraine", "an office, not a person"),
    ("Oberbürgermeister", "oberbürgermeister", "nothing would be left"),
    ("Papst Leo XIV.", "leo xiv", "a German title"),
    ("Pope Leo XIV", "leo xiv", "an English one"),
    ("le président Emmanuel Macron", "emmanuel macron", "a French title with its article"),
    ("le chef de l'État Emmanuel Macron", "emmanuel macron", "a French office of several words"),
    ("le porte-parole du Kremlin, Dmitri Peskov", "dmitri peskov", "and a comma"),
    ("la présidente de la Commission, Ursula von der Leyen", "ursula von der leyen", "an office of what no list knows"),
    ("Président de Gaulle", "président de gaulle", "de may begin the name"),
    ("wife of President Emmanuel Macron", "wife of president emmanuel macron", "another person"),
    ("aide to President Donald Trump", "aide to president donald trump", "another person"),
    ("Frau von Präsident Emmanuel Macron", "von präsident emmanuel macron", "another person"),
    ("la femme du président Emmanuel Macron", "la femme du président emmanuel macron", "another person"),
    ("Joe Biden, President Donald Trump", "joe biden, president donald trump", "two persons"),
    ("Macron und Kanzler Friedrich Merz", "macron und kanzler friedrich merz", "two persons"),
    ("President of France, Macron and Merz", "president of france, macron and merz", "two persons"),
    ("Martin Luther King III", "martin luther king iii", "a family name that is a title elsewhere"),
    ("Hoffmeister Schmidt", "hoffmeister schmidt", "no office, though it ends like one"),
    ("Frau von der Leyen", "von der leyen", "a name that begins as an office goes on"),
    ("Friedrich Merz (CDU)", "friedrich merz", "a party"),
    ("Smith (SNP)", "smith (snp)", "which may be all that tells two Smiths apart"),
    ("Chelsea FC (women)", "chelsea fc (women)", "no party"),
    ("George Bush (II)", "george bush (ii)", "no party"),
    ("Djokovic, Novak", "novak djokovic", "the family name first"),
    ("Rubio, Secretary", "rubio, secretary", "a title behind the comma"),
    ("Biden, Jr", "biden, jr", "no given name"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("name", "expected", "why"), PERSONS)
def test_person_form(name: str, expected: str, why: str) -> None:
    assert person_form(name) == expected, why


NAMES: list[tuple[str, str, Relation, Relation, str]] = [
    ("TASS", " “tass” ", YES, YES, "one name"),
    ("Kiev", "KYIV", YES, YES, "an alias"),
    ("Zelenskyy", "Volodymyr Zelensky", YES, YES, "an alias"),
    ("President Volodymyr Zelensky", "Zelensky", YES, YES, "an alias behind a title"),
    ("Mr Smith", "Smith", YES, YES, "a form of address"),
    ("Smith", "Jones", TENSION, NO, "two names exclude each other only where that is declared"),
    ("Zelenskiy", "Selenskyj", TENSION, TENSION, "two spellings are for an editor to join"),
    ("Wolodymyr Selenskyj", "Volodymyr Zelensky", TENSION, TENSION, "two spellings"),
    ("Biden", "Joe Biden", TENSION, TENSION, "a family name may be short for it"),
    ("J. Biden", "Joe Biden", TENSION, TENSION, "an initial"),
    ("Joe Biden", "Hunter Biden", TENSION, NO, "two of one family"),
    ("George W. Bush", "George H. W. Bush", TENSION, NO, "two middle initials"),
    ("Kanzler Merz", "Friedrich Merz", TENSION, TENSION, "a title before the family name"),
    ("Kremlin spokesman Peskov", "Dmitri Peskow", TENSION, TENSION, "a title, and another spelling"),
    ("EU chief von der Leyen", "Ursula von der Leyen", TENSION, TENSION, "a title before a particle"),
    ("Bundeskanzler Friedrich Merz", "Friedrich Merz (CDU)", YES, YES, "one man"),
    ("Papst Leo XIV.", "Pope Leo XIV", YES, YES, "one man"),
    ("Djokovic, Novak", "Novak Djokovic", YES, YES, "one man"),
    ("Djokovic, Novak", "Djokovic, Marko", TENSION, NO, "two of one family"),
    ("President Kennedy", "Robert Kennedy", TENSION, TENSION, "a family name may be short for it"),
    ("President John Kennedy", "Robert Kennedy", TENSION, NO, "two of one family"),
    ("wife of President Emmanuel Macron", "Emmanuel Macron", TENSION, NO, "two persons"),
    ("CSU-Chef Markus Söder", "CDU-Chef Friedrich Merz", TENSION, NO, "one office, two men"),
    ("the old dissident Alexei Navalny", "Alexei Navalny", TENSION, TENSION, "what no list knows, then a name"),
    ("Federal Reserve Chair Jerome Powell", "Jerome Powell", TENSION, TENSION, "what no list knows, then a name"),
    ("George Herbert Walker Bush", "George Bush", TENSION, TENSION, "all his names"),
    ("Bank of New York", "Bank of Chicago", TENSION, NO, "no office and no name"),
    ("Labour", "Labour Party", TENSION, TENSION, "a party's word behind its name"),
    ("Labour Party", "Green Party", TENSION, NO, "two parties"),
    ("Real Madrid", "Real Madrid CF", TENSION, TENSION, "a club's letters behind its name"),
    ("Manchester United", "Manchester City", TENSION, NO, "two clubs"),
    ("Smith (SNP)", "Smith (Labour)", TENSION, TENSION, "two parties may be two men"),
]


@pytest.mark.parametrize(("a", "b", "open_", "declared", "why"), NAMES)
def test_names(a: str, b: str, open_: Relation, declared: Relation, why: str) -> None:
    assert read_name(a, SETTINGS).relation(read_name(b, SETTINGS)) is open_, why
    assert read_name(a, SURE).relation(read_name(b, SURE)) is declared, why


def test_a_choice_is_spelt_as_it_is_listed() -> None:
    choice = evolve(SURE, kind="choice")
    assert read_name("failed", choice).relation(read_name("fold", choice)) is NO
    assert read_name("failed", choice).relation(read_name("“Failed”", choice)) is YES


def test_a_denied_name_is_denied_in_every_spelling() -> None:
    denied = read_name("Zelenskiy", SURE).denied()
    assert denied.relation(read_name("Zelenskiy", SURE)) is NO
    assert denied.relation(read_name("Selenskyj", SURE)) is NO
    assert denied.relation(read_name("Umerov", SURE)) is YES
    assert read_name("Biden", SURE).denied().relation(read_name("Joe Biden", SURE)) is NO
    assert read_name("Joe Biden", SURE).denied().relation(read_name("Biden", SURE)) is YES


WORDS = st.sampled_from(
    ["Joe", "J.", "al-", "von", "Trick", "or", "Xi", "Сергей", "É", "Dr", "7", "any name like", "-", "Jr"]
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(words=st.lists(WORDS, min_size=1, max_size=9), denies=st.booleans())
def test_the_words_of_a_name_give_its_sets_back(words: list[str], denies: bool) -> None:
    name = read_name(" ".join(words), SURE)
    value = name.denied() if denies and OR not in name.text else name
    assert read_text(str(value), evolve(SURE, kind="name")).base == value


PLACES: list[tuple[str, str, Relation, str]] = [
    ("Istanbul", "Turkey", YES, "a part and its whole"),
    ("Istanbul", "Europe", YES, "its other whole"),
    ("Istanbul", "Ankara", NO, "two parts"),
    ("Kiev", "Ukraine", YES, "an alias"),
    ("Kyiv", "Turkey", NO, "elsewhere"),
    ("in Kyiv", "Kyiv", YES, "a preposition"),
    ("in the Hague", "Netherlands", YES, "an article that belongs to the name"),
    ("Istanbul, Turkey", "Istanbul", YES, "a part with its whole"),
    ("Istanbul, Turkey", "Ankara", NO, "a part with its whole"),
    ("Foo, Turkey", "Ankara", YES, "an unknown part says no more than its whole"),
    ("Foo, Turkey", "Kyiv", NO, "and not less"),
    ("Istanbul or Ankara", "Ankara", YES, "either"),
    ("either Istanbul or Ankara", "Kyiv", NO, "neither"),
    ("near Istanbul", "Ankara", TENSION, "only a hint"),
    ("outside Kyiv, Ukraine", "Kyiv", YES, "only a hint"),
    ("Foo", "Bar", TENSION, "two unknown places may lie in each other"),
    ("Foo", "foo", YES, "one unknown place"),
    ("Foo", "Turkey", TENSION, "an unknown place may lie anywhere"),
    ("Foo or Istanbul", "Ankara", TENSION, "one option is unknown"),
    ("Istanbul province", "Istanbul", YES, "a region called by its city"),
    ("Istanbul province", "Ankara", TENSION, "which may reach further"),
    ("province of Istanbul", "Turkey", YES, "the word before the name"),
    ("Foo province", "Foo", TENSION, "an unknown region is not its city"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), PLACES)
def test_places(a: str, b: str, expected: Relation, why: str) -> None:
    one, other = read_place(a, SETTINGS), read_place(b, SETTINGS)
    assert one.relation(other) is expected, why
    assert other.relation(one) is expected, why


UNREAD: list[tuple[str, str]] = [
    ("Kyiv, Turkey", "'Kyiv, Turkey': none of these places lies in the other, by the vocabulary's places"),
    ("x" * (MAX_NAME + 1), f"a place of {MAX_NAME + 1} characters is taken for running text; give the place alone"),
]


@pytest.mark.parametrize(("text", "reason"), UNREAD)
def test_unread_places(text: str, reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read_place(text, SETTINGS)
    assert str(caught.value) == reason


def test_a_passage_is_no_name() -> None:
    assert read_name("x" * MAX_NAME, SETTINGS).label == "x" * MAX_NAME
    with pytest.raises(UnreadError, match="a name of 301 characters is taken for running text; give the name alone"):
        read_name("x" * (MAX_NAME + 1), SETTINGS)


FLAGS: list[tuple[str, str, int | None]] = [
    ("yes", "en", 1),
    ("True.", "en", 1),
    ("no", "en", 0),
    ("it did not", "en", 0),
    ("perhaps", "en", None),
    ("", "en", None),
    ("ja", "de", 1),
    ("nein", "de", 0),
    ("oui", "fr", 1),
    ("non", "fr", 0),
    ("oui", "en", None),
]


@pytest.mark.parametrize(("text", "lang", "expected"), FLAGS)
def test_flags(text: str, lang: str, expected: int | None) -> None:
    value = read_flag(text, evolve(SETTINGS, lang=lang))
    assert (None if value is None else value.strict) == (None if expected is None else Extent.point(expected))


def test_events_are_points_by_name() -> None:
    a, b, c = (read_event(text, SETTINGS) for text in ("the Kiev talks", "“The Kiev talks”", "the summit"))
    assert a.strict == b.strict == a.loose
    assert a.relation(c) is Relation.CONTRADICTION
    assert read_event("Kiev", SETTINGS) == read_event("Kyiv", SETTINGS)


TEXTS = st.text(max_size=12) | st.lists(st.sampled_from(["Kyiv", "or", "near", "in", "the", ",", "Turkey", "x"])).map(
    " ".join
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(text=TEXTS)
def test_any_text_is_read_or_unread(text: str) -> None:
    for reader in (read_name, read_place, read_event):
        try:
            value = reader(text, SETTINGS)
        except UnreadError:
            continue
        assert value.text == text
        assert value.strict <= value.loose <= LINE
