"""Spelling keys: which names may be one, and which may not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.known_names import KNOWN_NAMES

from conflicts.reading.titles import person_form
from conflicts.reading.transliteration import MOST_WORDS, spelling, spelling_hint
from conflicts.values.extent import Extent
from conflicts.values.names import alike, has_kin, name_number, normal_form


def kin(name: str) -> Extent:
    """All names that `name` may be another spelling of, or short for."""
    known = spelling(person_form(name))
    return alike(known.start)


PAIRS: list[tuple[str, str, bool, str]] = [
    ("Zelenskyy", "Selenskyj", True, "English and German"),
    ("Zelenskiy", "Zelensky", True, "two English ways"),
    ("Зеленський", "Zelenskyj", True, "Ukrainian letters"),
    ("Зеленский", "Зеленський", True, "Russian and Ukrainian"),
    ("Umerov", "Umjerow", True, "a j after a consonant, w for v"),
    ("Gaddafi", "Qaddafi", True, "g and q"),
    ("Gaddafi", "Kadhafi", True, "dh"),
    ("Netanyahu", "Netanjahu", True, "y and j"),
    ("Muhammad", "Mohammed", True, "vowels and a double letter"),
    ("Khrushchev", "Chruschtschow", True, "kh and ch, shch and schtsch"),
    ("Yeltsin", "Jelzin", True, "ts and z"),
    ("Shevchenko", "Schewtschenko", True, "ch and tsch"),
    ("Tchaikovsky", "Tschaikowski", True, "tch and tsch"),
    ("Lukashenko", "Lukaschenko", True, "sh and sch"),
    ("Sergei", "Serhiy", True, "Russian g, Ukrainian h"),
    ("Oleg", "Oleh", True, "and at the end"),
    ("Abdulla", "Abdullah", True, "a silent h"),
    ("Rachmaninoff", "Rakhmaninov", False, "ch for kh between vowels is not seen"),
    ("Orban", "Orbán", True, "an accent"),
    ("Erdoğan", "Erdogan", True, "an accent"),
    ("Volodymyr Zelensky", "Wolodymyr Selenskyj", True, "both names"),
    ("Zelensky", "Volodymyr Zelensky", True, "the family name alone"),
    ("President Zelensky", "Volodymyr Zelensky", True, "with a title"),
    ("V. Zelensky", "Volodymyr Zelensky", True, "an initial"),
    ("O. Zelensky", "Volodymyr Zelensky", False, "another initial"),
    ("C. Michel", "Charles Michel", True, "an initial that does not tell the sound"),
    ("J. D. Vance", "JD Vance", True, "initials apart and together"),
    ("JD Vance", "James David Vance", True, "initials in full"),
    ("George Bush", "George W. Bush", True, "a middle initial left out"),
    ("George W. Bush", "George H. W. Bush", False, "two middle initials"),
    ("Joe Biden", "Hunter Biden", False, "two of one family"),
    ("Joe Biden", "Jill Biden", False, "two of one family with one initial"),
    ("J. Biden", "Hunter Biden", False, "an initial of another"),
    ("Biden", "Bidenko", False, "a longer name"),
    ("Maria", "Mario", False, "the last a tells them apart"),
    ("Zelensky", "Zelenska", False, "he and she"),
    ("Xi", "Xi Jinping", True, "the family name comes first"),
    ("Jinping", "Xi Jinping", False, "it is no family name there"),
    ("Kim Jong-un", "Kim Jong Un", True, "hyphens"),
    ("Kim", "Kim Jong-un", True, "the family name comes first"),
    ("Kim Jong-un", "Kim Jong-il", False, "father and son"),
    ("Kardashian", "Kim Kardashian", True, "a given name that elsewhere is a family's"),
    ("Assad", "Bashar al-Assad", True, "an article"),
    ("bin Laden", "Osama bin Laden", True, "a particle"),
    ("von der Leyen", "Ursula von der Leyen", True, "particles"),
    ("Donald Trump", "Donald Trump Jr.", True, "junior left out"),
    ("Charles II", "Charles III", False, "numbered"),
    ("King Charles", "King Charles III", True, "the number left out"),
    ("Group A", "Group B", False, "a last letter is no initial"),
    ("Su-27", "Su-35", False, "digits"),
    ("Li", "Lee", True, "short names keep their vowels"),
    ("Li", "Lu", False, "which tell them apart"),
    ("World Bank", "Deutsche Bank", False, "two banks"),
]


@pytest.mark.parametrize(("a", "b", "may", "why"), PAIRS)
def test_names_that_may_be_one(a: str, b: str, may: bool, why: str) -> None:
    assert kin(a).meets(kin(b)) is may, why
    assert kin(b).meets(kin(a)) is may, why
    assert (spelling_hint(a, b) is not None) is (may and person_form(a) != person_form(b)), why


def test_few_of_the_names_in_the_news_are_taken_for_one_another() -> None:
    sets = {name: kin(name) for name in KNOWN_NAMES}
    assert len(sets) == len(KNOWN_NAMES) >= 300
    pairs = list(combinations(KNOWN_NAMES, 2))
    met = [(a, b) for a, b in pairs if sets[a].meets(sets[b])]
    assert len(met) <= len(pairs) / 1000, met


def test_few_family_names_alone_are_taken_for_one_another() -> None:
    families = sorted({normal_form(name).split()[-1] for name in KNOWN_NAMES})
    pairs = list(combinations(families, 2))
    met = [(a, b) for a, b in pairs if kin(a).meets(kin(b))]
    assert len(met) <= len(pairs) / 1000, met


HINTS: list[tuple[str, str, str | None]] = [
    ("Zelenskyy", "Selenskyj", "“Zelenskyy” and “Selenskyj” can be one name in two spellings; if so, add an alias."),
    ("Joe Biden", "Biden", "“Biden” can be short for “Joe Biden”; if so, add an alias."),
    ("J. Biden", "Joe Biden", "“J. Biden” can be short for “Joe Biden”; if so, add an alias."),
    ("Mr Biden", "biden", None),
    ("", "Biden", None),
    ("???", "!!!", None),
]


@pytest.mark.parametrize(("a", "b", "hint"), HINTS)
def test_hints(a: str, b: str, hint: str | None) -> None:
    assert spelling_hint(a, b) == hint


WORDS = st.sampled_from(
    ["Joe", "al-", "J.", "von", "Sch", "", "Jr", "Xi", "Ян", "É", "Dr", "of", "\u0300", "7", "-", "ß", "xx"]
)
NAMES = st.text(max_size=12) | st.lists(WORDS, max_size=10).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(name=NAMES)
def test_a_name_lies_among_its_kin(name: str) -> None:
    form = person_form(name)
    known = spelling(form)
    assert known.key.startswith(known.start)
    if known.key:
        assert has_kin(name_number(form, known.key))
        assert Extent.point(name_number(form, known.key)) <= alike(known.start)
        assert spelling(form.upper().lower()).key == known.key or not form.isascii()


@settings(derandomize=True, deadline=None, max_examples=100)
@given(names=st.lists(NAMES, min_size=2, max_size=2))
def test_kin_lie_in_each_other_or_apart(names: list[str]) -> None:
    a, b = map(kin, names)
    assert not a.meets(b) or a <= b or b <= a


def test_a_sentence_is_no_name() -> None:
    assert spelling("a " * MOST_WORDS + "b").key == ""
