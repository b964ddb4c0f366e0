"""How long a named event is, as newspapers print it: "a two-day visit", "10 days of mourning", "zehn Jahre Haft"."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import ConflictsError, read
from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import lexicon, read_duration
from conflicts.values.bounds import INFINITY
from conflicts.values.calendar import DAY, HOUR
from conflicts.values.value import Value

MINUTE, WEEK, YEAR, LEAP = 60, 7 * DAY, 365 * DAY, 366 * DAY
Ends = tuple[float, float]
Row = tuple[str, Ends, str]


def near(count: float, unit: float, half: float = 0.5) -> Ends:
    """So many of a unit, half a unit either side unless another share of it is told."""
    return (count - half) * unit, (count + half) * unit


def months(count: int) -> Ends:
    """So many months of 28 to 31 days, half a short one either side."""
    return (28 * count - 14) * DAY, (31 * count + 14) * DAY


def years(count: int) -> Ends:
    """So many years of 365 or 366 days, half a short one either side."""
    return (count - 0.5) * YEAR, count * LEAP + 0.5 * YEAR


ENGLISH: list[Row] = [
    ("a two-day visit", near(2, DAY), "a hyphen joins it to its noun"),
    ("a 90-minute meeting", near(90, MINUTE, 4.5), "a round number"),
    ("a 10-day ceasefire", near(10, DAY), "in digits"),
    ("a 10-day cease-fire", near(10, DAY), "a noun with a hyphen"),
    ("the 12-day war", near(12, DAY), "after 'the'"),
    ("his 10-day trip", near(10, DAY), "after whose it is"),
    ('a "10-day" ceasefire', near(10, DAY), "in quotation marks"),
    ("for a two-week period", near(2, WEEK), "after 'for a'"),
    ("a planned three-day visit", near(3, DAY), "a word before the count"),
    ("a 48-hour general strike", near(48, HOUR), "two words of a noun"),
    ("a 10-day anti-government protest", near(10, DAY), "'anti-government' is one word"),
    ("a 24-hour sit-in", near(24, HOUR), "a noun that ends in a word of times"),
    ("a two-week campaign", near(2, WEEK), "a campaign lies in years, and lasts as well"),
    ("a 90 minute meeting", near(90, MINUTE, 4.5), "'a' before more than one of a unit"),
    ("a 2h30 meeting", near(150, MINUTE), "hours and minutes in signs"),
    ("an 11-month investigation", months(11), "months"),
    ("a one-and-a-half-hour flight", near(1.5, HOUR, 0.25), "all of it with hyphens"),
    ("a half-hour interview", near(0.5, HOUR, 0.25), "a fraction with a hyphen"),
    ("a three-quarter-hour delay", near(45, MINUTE, 7.5), "a fraction with hyphens"),
    ("a two- to three-day visit", (2 * DAY, 3 * DAY), "two counts, one unit"),
    ("a 10-to-14-day quarantine", (10 * DAY, 14 * DAY), "two counts, hyphens between"),
    ("a nearly four-hour speech", (3.5 * HOUR, 4 * HOUR), "a hedge before the count"),
    ("a more than two-hour delay", (2 * HOUR, INFINITY), "a bound before the count"),
    ("an up to 15-year prison sentence", (-INFINITY, 15 * LEAP), "a bound before the count"),
    ("a multi-day strike", (3 * DAY, 7 * DAY), "several"),
    ("a six-week-long strike", near(6, WEEK), "'-long'"),
    ("a three month long siege", months(3), "'long' in a word of its own"),
    ("the week-long strike", near(1, WEEK), "one of a unit"),
    ("a yearlong boycott", years(1), "in one word"),
    ("months-long negotiations", (56 * DAY, 744 * DAY), "vague"),
    ("an hours-long meeting", (2 * HOUR, 24 * HOUR), "vague, and never one hour"),
    ("10 days of mourning", near(10, DAY), "'of' and a noun"),
    ("three weeks of talks", near(3, WEEK), "'of' and a noun"),
    ("nine days of official national mourning", near(9, DAY), "three words of a noun"),
    ("three years of full-scale war", years(3), "'full' belongs to the noun"),
    ("about three weeks of heavy fighting", near(3, WEEK), "a tenth, at least half a unit"),
    ("at least two years of probation", (2 * YEAR, INFINITY), "a bound"),
    ("three days or more of rain", (3 * DAY, INFINITY), "a bound behind"),
    ("an hour or two of debate", (HOUR, 2 * HOUR), "two counts"),
    ("some two hours of talks", near(2, HOUR), "'some' before a number is 'about'"),
    ("years of war", (2 * YEAR, 60 * LEAP), "vague"),
    ("1½ hours of talks", near(1.5, HOUR, 0.25), "one and a half, not eleven halves"),
    ("six months' imprisonment", months(6), "an apostrophe for 'of'"),
    ("an hour's delay", near(1, HOUR), "an apostrophe for 'of'"),
    ("a ceasefire of 10 days", near(10, DAY), "the noun before"),
    ("a prison term of seven years", years(7), "two words before"),
    ("a delay of between two and four hours", (2 * HOUR, 4 * HOUR), "a range behind"),
    ("a stopover of 1 hour and 50 minutes", near(110, MINUTE), "two units behind"),
    ("the flight ban of 10 days", near(10, DAY), "'the' before two words"),
    ("the talks lasted almost five hours", (4.5 * HOUR, 5 * HOUR), "a verb"),
    ("a power cut lasting up to 12 hours", (-INFINITY, 12 * HOUR), "a verb"),
    ("the trial will last six weeks", near(6, WEEK), "a verb ahead"),
    ("it took two hours", near(2, HOUR), "a verb"),
]
GERMAN: list[Row] = [
    ("ein dreitägiger Besuch", near(3, DAY), "count and unit in one word"),
    ("die 90-minütige Sitzung", near(90, MINUTE, 4.5), "count in digits"),
    ("eine 90minütige Rede", near(90, MINUTE, 4.5), "and no hyphen"),
    ("eine zweiwöchige Frist", near(2, WEEK), "weeks"),
    ("eine dreimonatige Frist", months(3), "months"),
    ("ein halbstündiges Gespräch", near(0.5, HOUR, 0.25), "half an hour"),
    ("anderthalbstündige Gespräche", near(1.5, HOUR, 0.25), "one and a half"),
    ("ein 3,5-stündiger Film", near(3.5, HOUR, 0.25), "a decimal comma"),
    ("eine mehrstündige Sitzung", (3 * HOUR, 7 * HOUR), "several"),
    ("ein ganztägiger Warnstreik", near(1, DAY), "all of a day"),
    ("eine knapp zweistündige Unterbrechung", (1.5 * HOUR, 2 * HOUR), "a hedge before"),
    ("eine bis zu 30-tägige Feuerpause", (-INFINITY, 30 * DAY), "a bound before"),
    ("zwei- bis dreiwöchige Wartezeit", (2 * WEEK, 3 * WEEK), "two counts, one unit"),
    ("wochenlange Proteste", (2 * WEEK, 12 * WEEK), "vague"),
    ("ein 48-Stunden-Streik", near(48, HOUR), "one compound"),
    ("der Zwölf-Tage-Krieg", near(12, DAY), "one compound"),
    ("zehn Jahre Haft", years(10), "nothing stands between"),
    ("bis zu zehn Jahre Haft", (-INFINITY, 10 * LEAP), "a bound before"),
    ("eine Dreiviertelstunde Verspätung", near(45, MINUTE, 7.5), "a fraction in one word"),
    ("eine Waffenruhe von zehn Tagen", near(10, DAY), "the noun before"),
    ("eine Verspätung von mindestens zwei Stunden", (2 * HOUR, INFINITY), "a bound behind"),
    ("ein Zeitraum von sechs bis acht Wochen", (6 * WEEK, 8 * WEEK), "a range behind"),
    ("das Treffen dauerte drei Stunden", near(3, HOUR), "a verb"),
]
FRENCH: list[Row] = [
    ("une trêve de 10 jours", near(10, DAY), "the noun before"),
    ("la trêve de 10 jours", near(10, DAY), "'de' before a number tells none of many"),
    ("une peine de prison de cinq ans", years(5), "'de' inside the noun"),
    ("un cessez-le-feu de 60 jours", near(60, DAY, 3), "a noun with hyphens"),
    ("une attente d'au moins trois heures", (3 * HOUR, INFINITY), "a bound behind"),
    ("une attente de plus d'une heure", (HOUR, INFINITY), "'de plus' tells nothing more here"),
    ("une suspension de quelques heures", (2 * HOUR, 4 * HOUR), "vague"),
    ("un délai de deux à trois semaines", (2 * WEEK, 3 * WEEK), "a range behind"),
    ("trois jours de deuil national", near(3, DAY), "'de' and a noun"),
    ("deux mois d'absence", months(2), "'d''"),
    ("plus de deux ans de guerre", (2 * YEAR, INFINITY), "a bound before"),
    ("une heure et demie de retard", near(1.5, HOUR, 0.25), "a half"),
    ("trois quarts d'heure de discussions", near(45, MINUTE, 7.5), "a fraction"),
    ("des heures d'attente", (2 * HOUR, 24 * HOUR), "vague"),
    ("le sommet a duré deux jours", near(2, DAY), "a verb"),
]
ROWS = [(lang, *row) for lang, rows in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)) for row in rows]


def told(text: str, lang: str = "en") -> Value | None:
    try:
        return read_duration(text, Settings(kind="duration", lang=lang))
    except UnreadError:
        return None


@pytest.mark.parametrize(("lang", "text", "ends", "why"), ROWS)
def test_an_event_lasts(lang: str, text: str, ends: Ends, why: str) -> None:
    value = told(text, lang)
    assert value is not None, why
    assert (value.strict.lo[0], value.strict.hi[0]) == ends, why
    assert value.strict <= value.loose


@pytest.mark.parametrize(("lang", "text", "ends", "why"), ROWS)
def test_the_words_of_its_length_read_back(lang: str, text: str, ends: Ends, why: str) -> None:
    value = read(text, kind="duration", lang=lang)
    again = read(str(value), kind="duration")
    assert (again.strict, again.loose) == (value.strict, value.loose), why


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        ("en", "a two-year-old boy", "an age"),
        ("en", "an eight-month-old conflict", "an age"),
        ("en", "four years of age", "an age"),
        ("en", "a man of 45 years", "an age"),
        ("de", "ein zweijähriger Junge", "an age"),
        ("de", "der 45-jährige Präsident", "an age, as the word mostly is"),
        ("de", "ein zwei Tage altes Kalb", "an age"),
        ("fr", "un homme de 45 ans", "an age"),
        ("en", "the third day of talks", "a place in a series"),
        ("en", "a second two-day visit", "a place in a series, no second"),
        ("en", "the first two days of talks", "a part"),
        ("en", "the last three days of the siege", "a part"),
        ("en", "the next two days of talks", "a part"),
        ("en", "the hottest of 10 days", "one of many"),
        ("de", "der heißeste von zehn Tagen", "one of many"),
        ("en", "a fraction of a second", "a part"),
        ("en", "another 48 hours of talks", "it is added to others"),
        ("en", "two weeks of holiday left", "the rest of a length"),
        ("en", "two weeks of August", "a time"),
        ("en", "three days in May", "a time"),
        ("en", "two days of talks on Monday", "a time behind"),
        ("en", "a two-hour delay from Monday", "a time behind"),
        ("en", "two days of talks and a dinner", "more than the noun"),
        ("en", "the day of mourning", "which day, not how long"),
        ("en", "the week of talks", "which week, not how long"),
        ("en", "a day trip", "no count"),
        ("en", "two days late", "no noun"),
        ("en", "two days talks", "no apostrophe: any word may stand there"),
        ("en", "a two-hour-a-day job", "how much in each, no range of hours"),
        ("en", "a ceasefire instead of 10 days", "what it is not"),
        ("en", "talks not lasting two days", "what it is not"),
        ("en", "two 90-minute halves", "how many"),
        ("en", "a 35-hour week", "a week"),
        ("de", "eine 35-Stunden-Woche", "a week"),
        ("de", "die 100-Jahr-Feier", "an anniversary"),
        ("en", "the 10-year anniversary", "an anniversary"),
        ("en", "a 10-year high", "since when"),
        ("en", "a 3-D film", "a sign that is no unit"),
        ("en", "a 4-H club", "a sign that is no unit"),
        ("en", "an average of two days", "no length of one event"),
        ("en", "20 years to life", "no end"),
        ("en", "from 9h30 to 11h", "clock times"),
        ("fr", "de 9h à 11h", "clock times"),
        ("fr", "vers 9h30", "a clock time"),
        ("de", "zehn jahre haft", "no noun shows"),
        ("de", "zwei Jahre jünger", "no noun"),
        ("de", "zwei Tage Mai", "a month"),
        ("fr", "trois mois ferme", "no noun after 'de'"),
        ("fr", "une visite de deux jours en mai", "a time behind"),
        ("fr", "le deuxième jour de grève", "a place in a series"),
    ],
)
def test_no_length_of_an_event(lang: str, text: str, why: str) -> None:
    assert told(text, lang) is None, why


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "three more days", "'more' compares with a length that is not given"),
        ("en", "two weeks longer", "'longer' compares with a length"),
        ("en", "an extra day", "'extra' compares with a length"),
        ("en", "a further two weeks", "'further' compares with a length"),
        ("en", "a 60-day deadline extension", "'extension' compares with a length"),
        ("en", "an extension of 60 days", "'extension' compares with a length"),
        ("de", "drei weitere Tage", "'weitere' compares with a length"),
        ("de", "eine Verlängerung von drei Tagen", "'verlängerung' compares with a length"),
        ("de", "von zwei auf drei Jahre", "'auf' compares with a length"),
        ("fr", "trois jours supplémentaires", "'supplémentaires' compares with a length"),
        ("fr", "deux jours de plus", "'plus' compares with a length"),
        ("en", "24 hours a day", "'a day' tells how much in each"),
        ("en", "two hours of leave per week", "'per week' tells how much in each"),
        ("de", "acht Stunden am Tag", "'am tag' tells how much in each"),
        ("fr", "35 heures par semaine", "'par semaine' tells how much in each"),
        ("en", "every six hours", "'every' tells that there are many"),
        ("en", "two days each", "'each' tells that there are many"),
        ("fr", "tous les deux jours", "'tous' tells that there are many"),
        ("en", "round the clock", "never pauses"),
        ("en", "24/7", "never pauses"),
        ("de", "rund um die Uhr", "never pauses"),
        ("fr", "24 heures sur 24", "never pauses"),
        ("en", "a two-year-old boy", "'boy' tells that it is an age"),
        ("fr", "un enfant de deux ans", "'enfant' tells that it is an age"),
    ],
)
def test_why_it_is_none(lang: str, text: str, reason: str) -> None:
    with pytest.raises(ConflictsError, match=reason):
        read(text, kind="duration", lang=lang)


@pytest.mark.parametrize(
    "text", ["a two-day visit", "10 days of mourning", "a ceasefire of 10 days", "two hours' delay"]
)
def test_nouns_are_passed_over_only_where_a_length_is_wanted(text: str) -> None:
    assert told(text) is not None
    assert read_duration(text, Settings()) is None
    assert read_duration(text, Settings(kind="quantity")) is None


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    count=st.integers(2, 99),
    unit=st.sampled_from(("second", "minute", "hour", "day", "week", "month", "year", "decade")),
    hedge=st.sampled_from(("", "about ", "nearly ", "more than ", "at least ", "up to ", "less than ")),
)
def test_an_event_is_as_long_as_the_length_alone(count: int, unit: str, hedge: str) -> None:
    alone = told(f"{hedge}{count} {unit}s")
    assert alone is not None
    for text in (
        f"a {hedge}{count}-{unit} siege",
        f"the {hedge}{count}-{unit}-long siege",
        f"{hedge}{count} {unit}s of heavy siege",
        f"{hedge}{count} {unit}s' siege",
        f"a siege of {hedge}{count} {unit}s",
        f"the siege lasted {hedge}{count} {unit}s",
    ):
        value = told(text)
        assert value is not None, text
        assert (value.strict, value.loose) == (alone.strict, alone.loose), text


TIMES = {"month", "weekday", "relative_day", "holiday", "season", "number", "unit", "ago", "part"}


@pytest.mark.parametrize(("lang", "of"), [("en", "of"), ("de", "von"), ("fr", "de")])
def test_no_other_time_is_taken_for_a_noun(lang: str, of: str) -> None:
    words = lexicon.load(lang)
    unit = {"en": "days", "de": "tage", "fr": "jours"}[lang]
    senses = {word: words.senses([word], 0).keys() for word in sorted(words.first_words)}
    times = [word for word, kinds in senses.items() if kinds & TIMES and "duration_filler" not in kinds]
    assert len(times) > 80
    for word in times:
        for text in (f"10 {unit} {of} {word}", f"a 10-day {word}", f"a {word} {of} 10 {unit}"):
            assert told(text, lang) is None, text


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            ("a", "the", "two", "10", "-", "day", "days", "week", "hour", "long", "of", "lasting", "visit", "talks",
             "more", "each", "half", "'", "s", "to", "and", "about", "at least", "2h30", "most of", "man", "old", "1½")
        ),
        max_size=9,
    ).map(" ".join),
    st.sampled_from(("en", "de", "fr")),
)  # fmt: skip
def test_any_of_its_words_in_any_order_are_read_or_unread(text: str, lang: str) -> None:
    value = told(text, lang)
    if value is not None:
        assert not value.strict.is_empty
        assert value.strict <= value.loose
