"""Printed quantities in English: what each phrase says, and why."""

from __future__ import annotations

from fractions import Fraction

import pytest

from conflicts.errors import UnreadError
from conflicts.reading.quantity import read_quantity
from conflicts.reading.settings import Settings
from conflicts.values.extent import Extent
from conflicts.values.value import Relation, Value

ASKED = Settings(kind="quantity")
UNASKED = Settings()


def shown(extent: Extent) -> str:
    """A set in the usual notation: "[3, 5)", "(50, ∞)", "{12}"."""
    parts = []
    for (lo, lo_side), (hi, hi_side) in extent.intervals:
        if (lo, lo_side) == (hi, hi_side):
            parts.append(f"{{{lo}}}")
            continue
        low = "(-∞" if lo == -float("inf") else f"{'(' if lo_side else '['}{lo}"
        high = "∞)" if hi == float("inf") else f"{hi}{')' if hi_side else ']'}"
        parts.append(f"{low}, {high}")
    return " ".join(parts)


def said(value: Value | None) -> str:
    if value is None:
        return "no quantity"
    strict, loose = shown(value.strict), shown(value.loose)
    return f"{value.axis} {strict}" + ("" if strict == loose else f" ~ {loose}")


def outcome(text: str, settings: Settings) -> str:
    try:
        return said(read_quantity(text, settings))
    except UnreadError as error:
        return f"unread: {error}"


COUNTS = [
    ("12", "count {12}", "a count is the point"),
    ("two", "count {2}", "in words the same"),
    ("a dozen", "count {12}", "twelve, not about twelve"),
    ("half a dozen", "count {6}", "a whole number of things"),
    ("two dozen", "count {24}", "a multiplier below a thousand rounds nothing"),
    ("1,187", "count {1187}", "grouped by a comma"),
    ("1 187", "count {1187}", "grouped by a space"),
    ("1 187", "count {1187}", "grouped by a narrow no-break space"),
    ("1'187", "count {1187}", "grouped by an apostrophe"),
    ("12,34,567", "count {1234567}", "Indian groups"),
    ("１２３", "count {123}", "full-width digits"),
    ("40,000", "count {40000} ~ [38000, 42000]", "a large round count is loosely 5 % wide"),
    ("12,500", "count {12500} ~ [12450, 12550]", "half a unit of its last other digit is less than 5 %"),
    ("500", "count {500}", "round but not large"),
    ("1,234.5", "count [24689/20, 24691/20]", "a decimal is rounded"),
    ("1.83", "count [73/40, 367/200]", "a plain decimal lies on the count axis"),
    ("14 million", "count [13500000, 14500000]", "so many millions are rounded to the million"),
    ("1.2 million people", "count [1150000, 1250000]", "rounded to the hundred thousand"),
    ("1.20 million people", "count [1195000, 1205000]", "a decimal nought was meant"),
    ("1.2m people", "count [1150000, 1250000]", "m before a thing is a million"),
    (
        "300 million people",
        "count [299500000, 300500000] ~ [285000000, 315000000]",
        "noughts widen counts loosely only",
    ),
    ("5k", "count [4500, 5500]", "a letter multiplies too"),
    ("5bn", "count [4500000000, 5500000000]", "billion"),
    ("5 lakh", "count [450000, 550000]", "an Indian multiplier"),
    ("one hundred and twenty-three thousand", "count {123000} ~ [122500, 123500]", "words to the thousand"),
    ("nineteen thousand four hundred and five", "count {19405}", "words to the unit"),
    ("twelve hundred", "count {1200} ~ [1150, 1250]", "hundreds beyond nine"),
    ("half a million", "count [475000, 525000] ~ [450000, 550000]", "a fraction is 5 % wide, loosely 10 %"),
    ("one and a half million", "count [1425000, 1575000] ~ [1350000, 1650000]", "a mixed number"),
    ("two-and-a-half million", "count [2375000, 2625000] ~ [2250000, 2750000]", "with hyphens"),
    ("2½ million", "count [2375000, 2625000] ~ [2250000, 2750000]", "with a vulgar fraction"),
    ("one point five million", "count [1450000, 1550000]", "decimals in words"),
    ("3 × 10⁵", "count [250000, 350000]", "a power of ten"),
    ("3e5", "count [250000, 350000]", "scientific notation"),
    ("-5", "count {-5}", "a hyphen as a sign"),
    ("−5", "count {-5}", "a minus sign"),
    ("minus five", "count {-5}", "a sign in words"),
    ("450 delegates", "count {450}", "a count of things"),
    ("two earlier rounds", "count {2}", "an adjective between"),
    ("12 people were killed", "count {12}", "a verb after"),
    ("a total of 12 people", "count {12}", "words that say nothing of the number"),
    ("killed 12", "count {12}", "a verb before"),
    ("the death toll is 34", "count {34}", "a sentence"),
    ("toll: 34", "count {34}", "a label"),
    ("rose to 40", "count {40}", "the new figure"),
    ("34, up from 30", "count {34}", "what it was before is left out"),
    ("34 (preliminary)", "count {34}", "a remark in brackets"),
    ("12 COVID-19 patients", "count {12}", "the other figure is part of a name"),
    ("third round", "count {3}", "an ordinal"),
    ("a third round", "count {3}", "an ordinal with an article"),
    ("the 21st", "count {21}", "an ordinal in digits"),
    ("twenty-first", "count {21}", "an ordinal in words"),
    ("zero", "count {0}", "nought"),
    ("no casualties", "count {0}", "none of them"),
    ("nobody was killed", "count {0}", "none of them"),
    ("none", "count {0}", "none of them"),
    ("12 or 13", "count {12} {13}", "either"),
    ("45-50", "count [45, 50]", "a range with a hyphen"),
    ("45–50", "count [45, 50]", "a range with a dash"),
    ("45 to 50", "count [45, 50]", "a range in words"),
    ("between 45 and 50 people", "count [45, 50]", "a range in words"),
    ("between two hundred and three hundred", "count [200, 300]", "'and' links the ends here"),
    ("two to three hundred", "count [200, 300]", "the first number borrows the multiplier"),
    ("between 500 and 2 million", "count [500, 2000000]", "five hundred million would be more than two million"),
    ("45 ± 3", "count [42, 48]", "a margin"),
]

HEDGES = [
    ("at least 50", "count [50, ∞)", "from 50 on"),
    ("no fewer than 45", "count [45, ∞)", "from 45 on"),
    ("upwards of 1,000", "count [1000, ∞)", "from there on"),
    ("50+", "count [50, ∞)", "a plus after"),
    ("30-plus", "count [30, ∞)", "a plus in words"),
    ("40 people or more", "count [40, ∞)", "the hedge after the noun"),
    ("more than 50", "count (50, ∞) ~ [50, ∞)", "loosely 50 itself"),
    ("over 100", "count (100, ∞) ~ [100, ∞)", "the same"),
    ("well over 100", "count (100, ∞) ~ [100, ∞)", "how far over is not said"),
    ("up to 30", "count (-∞, 30]", "an upper bound"),
    ("as many as 300 people", "count (-∞, 300]", "an upper bound"),
    ("no more than 45", "count (-∞, 45]", "an upper bound"),
    ("not more than 45", "count (-∞, 45]", "not a denial"),
    ("fewer than 15", "count (-∞, 15) ~ (-∞, 15]", "loosely 15 itself"),
    ("less than 14 million", "count (-∞, 13500000) ~ (-∞, 14000000]", "what prints as 14 million is strictly left out"),
    ("less than 5 million", "count (-∞, 5000000) ~ (-∞, 5000000]", "one digit is a mere bound"),
    ("exactly 40,000", "count {40000}", "the point"),
    ("about 1,200", "count [1080, 1320] ~ [960, 1440]", "10 %, loosely 20 %"),
    ("some 40", "count [36, 44] ~ [32, 48]", "the same"),
    ("~40", "count [36, 44] ~ [32, 48]", "the same"),
    ("60-odd", "count [54, 66] ~ [48, 72]", "the same"),
    ("40, give or take", "count [36, 44] ~ [32, 48]", "the same"),
    ("40 give or take 5", "count [35, 45]", "a margin"),
    ("about five", "count [4, 6] ~ [3, 7]", "one more or less of a small count"),
    ("nearly 300", "count [270, 300) ~ [240, 300]", "below, not far"),
    ("just under 500", "count [450, 500) ~ [400, 500]", "the same"),
    ("just over 500", "count (500, 550] ~ [500, 600]", "above, not far"),
    ("dozens", "count [24, 100) ~ [20, ∞)", "two dozen to a hundred, no agreed limit"),
    ("dozens of people", "count [24, 100) ~ [20, ∞)", "with a noun"),
    ("dozens people", "count [24, 100) ~ [20, ∞)", "as badly written"),
    ("hundreds", "count [200, 1000) ~ [100, ∞)", "two hundred to a thousand"),
    ("tens of thousands", "count [20000, 100000) ~ [10000, ∞)", "scaled"),
    ("several hundred", "count [300, 1000) ~ [200, 3000)", "scaled"),
    ("several", "count [3, 10) ~ [2, 30)", "a vague word"),
    ("a few", "count [2, 8) ~ [1, 20)", "a vague word"),
    ("more than a dozen", "count (12, ∞) ~ [12, ∞)", "a bound on a word"),
    ("at least several hundred", "count [300, ∞) ~ [200, ∞)", "a bound on a vague word"),
    ("at least 3 but fewer than 5", "count [3, 5) ~ [3, 5]", "two bounds"),
    ("at most 3 or at least 7", "count (-∞, 3] [7, ∞)", "either bound"),
]

SHARES = [
    ("12 percent", "share [23/200, 1/8]", "half a point either side"),
    ("12 per cent of voters", "share [23/200, 1/8]", "in two words"),
    ("12.5%", "share [249/2000, 251/2000]", "half a tenth of a point"),
    ("60 %", "share [117/200, 123/200] ~ [57/100, 63/100]", "a nought: at most 2.5 % of it, loosely 5 %"),
    ("10-15%", "share [1/10, 3/20]", "the unit counts for both ends"),
    ("one in five", "share [19/100, 21/100] ~ [9/50, 11/50]", "a fraction is 5 % wide, loosely 10 %"),
    ("nine out of 10", "share [171/200, 189/200] ~ [81/100, 99/100]", "a ratio"),
    ("two-thirds", "share [19/30, 7/10] ~ [3/5, 11/15]", "a fraction"),
    ("a third of voters", "share [19/60, 7/20] ~ [3/10, 11/30]", "not an ordinal"),
    ("half of voters", "share [19/40, 21/40] ~ [9/20, 11/20]", "a half"),
    ("¾", "share [57/80, 63/80] ~ [27/40, 33/40]", "a vulgar fraction"),
    ("more than half", "share (1/2, ∞) ~ [1/2, ∞)", "a bound on a fraction"),
    ("a majority of delegates", "share (1/2, 1]", "more than half"),
    ("3 percentage points", "percentage points [5/2, 7/2]", "points are no share"),
    ("25 basis points", "percentage points [49/200, 51/200]", "a hundredth of a point"),
    ("a rise of 3 percent", "share [1/40, 7/200]", "upwards"),
    ("fell by 3 percent", "share [-7/200, -1/40] [1/40, 7/200]", "downwards: with or without the sign"),
]

MEASURES = [
    ("8 km", "length [7500, 8500]", "half a unit either side"),
    ("8.0 km", "length [7950, 8050]", "the nought after the point was meant"),
    ("2,700 m", "length [2650, 2750]", "half a hundred"),
    ("5,000 m", "length [4875, 5125] ~ [4750, 5250]", "half a thousand would be more than 2.5 %"),
    ("5 miles", "length [905256/125, 1106424/125]", "half a mile either side, in metres"),
    ("five miles", "length [905256/125, 1106424/125]", "in words the same"),
    ("8 km from the border", "length [7500, 8500]", "words after"),
    ("3 to 5 km", "length [3000, 5000]", "the unit counts for both ends"),
    ("5 ± 0.2 km", "length [4800, 5200]", "a margin"),
    ("5 km ± 10 %", "length [4500, 5500]", "a margin in percent"),
    ("1.2m", "length [23/20, 5/4]", "m alone is a metre"),
    ("3m high", "length [5/2, 7/2]", "m before a direction is a metre"),
    ("5 miles (8 km)", "length [905256/125, 1106424/125]", "said twice; the first counts"),
    ("5 feet 10 inches", "length [17653/10000, 17907/10000]", "one amount in two units"),
    ("6-foot-4", "length [19177/10000, 19431/10000]", "inches after feet"),
    ("half a mile", "length [477774/625, 528066/625] ~ [452628/625, 553212/625]", "5 % either side"),
    ("500 km²", "area [487500000, 512500000] ~ [475000000, 525000000]", "a square"),
    ("500 sq km", "area [487500000, 512500000] ~ [475000000, 525000000]", "the same"),
    ("12 tonnes", "mass [11500, 12500]", "a mass"),
    ("2m tonnes", "mass [1500000000, 2500000000]", "m before a unit is a million"),
    ("38C", "temperature [6213/20, 6233/20]", "kelvin inside"),
    ("-5 °C", "temperature [5353/20, 5373/20]", "below zero"),
    ("5 degrees Celsius below zero", "temperature [5353/20, 5373/20]", "below zero in words"),
    ("a rise of 1.5 °C", "temperature difference [29/20, 31/20]", "a difference has no offset"),
    ("1.5C above pre-industrial levels", "temperature difference [29/20, 31/20]", "a difference"),
    ("2.7 °F warmer", "temperature difference [53/36, 55/36]", "2.7 °F of difference are 1.5 °C"),
    (
        "a difference of exactly 1 °C or a difference of exactly 2 °C",
        "temperature difference {1} {2}",
        "words of two intervals",
    ),
    ("500 MW", "power [487500000, 512500000] ~ [475000000, 525000000]", "mega"),
    ("3 kWh", "energy [9000000, 12600000]", "3,600 J a watt-hour"),
    ("1013 hPa", "pressure [101250, 101350]", "hecto"),
    ("5 GB", "data [4500000000, 5500000000]", "giga"),
]

MONEY = [
    ("$1.2bn", "money USD [1150000000, 1250000000]", "a dollar alone is American"),
    ("$1.2 billion", "money USD [1150000000, 1250000000]", "the same"),
    ("US$5m", "money USD [4500000, 5500000]", "m after money is a million"),
    ("€1.1 billion", "money EUR [1050000000, 1150000000]", "a sign before"),
    ("5 million euros", "money EUR [4500000, 5500000]", "words after"),
    ("A$5m", "money AUD [4500000, 5500000]", "a country's sign"),
    ("5 Australian dollars", "money AUD [9/2, 11/2]", "a country's word"),
    ("£5", "money GBP [9/2, 11/2]", "a pound sign is money"),
    ("12p", "money GBP [23/200, 1/8]", "pence"),
    ("300 hryvnia", "money UAH [585/2, 615/2] ~ [285, 315]", "a word"),
    ("₴3", "money UAH [5/2, 7/2]", "a sign"),
    ("3 roubles", "money RUB [5/2, 7/2]", "a word"),
    ("$3-5 million", "money USD [3000000, 5000000]", "sign and multiplier count for both ends"),
    ("$1.5m-$2m", "money USD [1500000, 2000000]", "both written out"),
    ("-$5m", "money USD [-5500000, -4500000]", "a loss"),
    ("$82 a barrel", "money USD per bbl [163/2, 165/2]", "a price per barrel is no sum"),
    ("$82 per barrel", "money USD per bbl [163/2, 165/2]", "the same"),
    ("12 per 100,000", "count per 100,000 {12}", "a rate"),
]

NOT_QUANTITIES = [
    ("two hours", "a duration"),
    ("5 p.m.", "a time of day"),
    ("90-minute", "a duration"),
    ("12 June", "a date"),
    ("the 1980s", "a decade"),
    ("not 12", "a denial is for the frame around the value"),
    ("possibly 12", "a doubt of the source is for the frame"),
    ("12 didn't", "a denial"),
    ("Boeing 747", "a name"),
    ("COVID-19", "a name"),
    ("Istanbul", "a name"),
    ("many", "no range is agreed"),
    ("at least", "a hedge without a number"),
    ("", "nothing"),
    ("…", "nothing"),
]

UNREAD = [
    ("34 civilians, including 3 children", "two numbers"),
    ("12 killed, 30 wounded", "two numbers"),
    ("12 in 2024", "two numbers"),
    ("another 12", "adds to a figure"),
    ("12 more", "compares with a figure"),
    ("3 times as many", "compares with a figure"),
    ("5 pounds", "can be GBP, lb"),
    ("5 kr", "can be SEK, NOK"),
    ("5 mw", "can be MW or mW"),
    ("50 to 45", "does not run"),
    ("1,2,3", "is no number"),
    ("rose from 3 to 5", "a change"),
    ("5 miles (20 km)", "another quantity"),
    ("R$ 5 milhões", "multiplies in another language"),
    ("from 45", "needs two numbers"),
    ("40 below zero", "without a unit"),
    ("more than 5 and fewer than 3", "no number fits"),
    ("5 km or 3 kg", "different things"),
    ("12" + " a" * 200, "a passage"),
]

UNASKED_YES = [
    ("12", "count {12}", "a number"),
    ("third round", "count {3}", "an ordinal with what it counts"),
    ("450 delegates", "count {450}", "a number and a noun"),
    ("8 km from Kyiv", "length [7500, 8500]", "a unit allows capitals"),
    ("at least 12 Palestinians", "count [12, ∞)", "a hedge allows capitals"),
    ("no casualties", "count {0}", "a noun that is counted"),
]

UNASKED_NO = [
    ("none", "any kind of value may be none"),
    ("no talks are planned", "not a count"),
    ("killed 12", "does not begin with the number"),
    ("Three Mile Island", "a name"),
    ("7 October Street", "a name"),
    ("9/11 memorial", "a name"),
    ("Channel 4", "a name"),
    ("50 Cent", "a name"),
    ("12 Angry Men", "a title"),
    ("first lady", "a title"),
    ("third party", "a name"),
    ("one of the attackers", "a person"),
    ("3-1", "a score"),
    ("2025-07-23", "a date"),
    ("20:30", "a time"),
    ("24/7", "a phrase"),
    ("007", "a code"),
    ("12 may have died", "a doubt"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTS + HEDGES + SHARES + MEASURES + MONEY)
def test_reads(text: str, expected: str, why: str) -> None:
    assert outcome(text, ASKED) == expected, why


@pytest.mark.parametrize(("text", "why"), NOT_QUANTITIES)
def test_is_no_quantity(text: str, why: str) -> None:
    assert outcome(text, ASKED) == "no quantity", why


@pytest.mark.parametrize(("text", "reason"), UNREAD)
def test_is_unread_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read_quantity(text, ASKED)
    assert reason in str(caught.value)


@pytest.mark.parametrize(("text", "expected", "why"), UNASKED_YES)
def test_reads_unasked(text: str, expected: str, why: str) -> None:
    assert outcome(text, UNASKED) == expected, why


@pytest.mark.parametrize(("text", "why"), UNASKED_NO)
def test_is_no_quantity_unasked(text: str, why: str) -> None:
    assert outcome(text, UNASKED) == "no quantity", why


@pytest.mark.parametrize(
    ("text", "unit", "expected", "why"),
    [
        ("8", "km", "length [7500, 8500]", "a bare number is in the attribute's unit"),
        ("5 miles", "km", "length [905256/125, 1106424/125]", "another unit of the dimension converts"),
        ("5 kg", "km", "mass [9/2, 11/2]", "another dimension keeps its own axis"),
        ("12 dead", "km", "count {12}", "a noun says what is counted"),
        ("61", "percent", "share [121/200, 123/200]", "a bare number of percent"),
        ("two-thirds", "percent", "share [19/30, 7/10] ~ [3/5, 11/15]", "a fraction is no percentage"),
        ("$5", "AUD", "money AUD [9/2, 11/2]", "the attribute says whose dollars"),
        ("5 pounds", "GBP", "money GBP [9/2, 11/2]", "the attribute says which pounds"),
        ("5 pounds", "kg", "mass [408233133/200000000, 498951607/200000000]", "the attribute says which pounds"),
        ("38 degrees", "°C", "temperature [6213/20, 6233/20]", "the attribute says which degrees"),
        ("1.5 °C", "temperature difference", "temperature difference [29/20, 31/20]", "the attribute is a difference"),
        ("1.2m", "EUR", "money EUR [1150000, 1250000]", "m is a million where money is expected"),
        ("300 K", "K", "temperature [585/2, 615/2] ~ [285, 315]", "kelvin, not thousand"),
    ],
)
def test_the_unit_of_the_attribute(text: str, unit: str, expected: str, why: str) -> None:
    assert outcome(text, Settings(kind="quantity", unit=unit)) == expected, why


def test_keeps_every_reading_of_an_ambiguous_unit() -> None:
    value = read_quantity("38 degrees", ASKED)
    assert value is not None
    assert len(value.strict.intervals) == 2
    assert value.note == "it can be read in two ways: both are kept"


def test_three_noughts_after_a_point_are_groups_or_decimals() -> None:
    assert outcome("300.000", ASKED) == "count {300000} ~ [599999/2000, 600001/2000] [285000, 315000]"


def test_says_the_unit_as_printed() -> None:
    values = [read_quantity(text, ASKED) for text in ("5 miles", "$5", "12", "12 %")]
    assert [value and value.unit for value in values] == ["mi", "USD", None, "%"]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("at least 50", "63", Relation.COMPATIBLE),
        ("up to 30", "at least 45", Relation.CONTRADICTION),
        ("about 1,200", "1,187", Relation.COMPATIBLE),
        ("dozens", "at least 27", Relation.COMPATIBLE),
        ("dozens", "more than 100", Relation.TENSION),
        ("12", "31", Relation.CONTRADICTION),
        ("5 miles", "8 kilometres", Relation.COMPATIBLE),
        ("$1.2 billion", "€1.1 billion", Relation.NOT_COMPARABLE),
        ("60 percent", "240", Relation.NOT_COMPARABLE),
        ("1.5 °C", "2.7 °F", Relation.CONTRADICTION),
        ("a rise of 1.5 °C", "a rise of 2.7 °F", Relation.COMPATIBLE),
        ("1.2 million", "1.2 billion", Relation.CONTRADICTION),
        ("1.2 million", "1,187,000", Relation.COMPATIBLE),
        ("more than 50", "50", Relation.TENSION),
        ("half of voters", "50 percent", Relation.COMPATIBLE),
        ("one in five", "20%", Relation.COMPATIBLE),
        ("half a million", "500,000", Relation.COMPATIBLE),
        ("3 percent", "3 percentage points", Relation.NOT_COMPARABLE),
        ("at least 34", "40", Relation.COMPATIBLE),
        ("1 km", "1000 m", Relation.COMPATIBLE),
        ("100 °F", "38 °C", Relation.COMPATIBLE),
    ],
)
def test_how_two_figures_relate(one: str, other: str, relation: Relation) -> None:
    first, second = read_quantity(one, ASKED), read_quantity(other, ASKED)
    assert first is not None
    assert second is not None
    assert first.relation(second) is second.relation(first) is relation


def test_is_exact() -> None:
    value = read_quantity("exactly 5 miles", ASKED)
    assert value is not None
    assert value.strict == Extent.point(5 * Fraction("1609.344"))
