"""Constraints: their text, their linear form, their units, and the words of every error."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Vocabulary, VocabularyError
from conflicts.constraints import (
    Attribute,
    Constraint,
    Expression,
    Number,
    Operation,
    axes_fit,
    check_units,
    linear_form,
    parse_constraint,
)
from conflicts.vocabulary import attribute_form

GOOD: list[tuple[str, str, tuple[str, ...], str]] = [
    ("killed_children + killed_women <= killed", "<=", ("killed", "killed_children", "killed_women"), "a sum"),
    ("ordinal == earlier_rounds + 1", "==", ("earlier_rounds", "ordinal"), "a number"),
    ("votes == share * delegates", "==", ("delegates", "share", "votes"), "a product"),
    ("2 * (a - b) > -c / 3", ">", ("a", "b", "c"), "brackets, a sign, a quotient"),
    ("a<=b", "<=", ("a", "b"), "no blanks"),
    ("\t a \n>=\u00a0b ", ">=", ("a", "b"), "any blanks"),
    ("from + in < class", "<", ("class", "from", "in"), "words that are keywords elsewhere"),
    ("not <= and", "<=", ("and", "not"), "even these"),
    ("getötete <= verletzte", "<=", ("getötete", "verletzte"), "any language"),
    ("geto\u0308tete <= KILLED", "<=", ("getötete", "killed"), "in any form: as attribute_form has it"),
    ("मृतक <= हताहत", "<=", ("मृतक", "हताहत"), "any script, marks included"),
    ("a_1 <= b2", "<=", ("a_1", "b2"), "digits"),
    ("a - -+-b <= 0.5", "<=", ("a", "b"), "signs before signs"),
    ("a + b <= .5", "<=", ("a", "b"), "no digit before the point"),
    ("a + b <= 100 %", "<=", ("a", "b"), "percent"),
]


@pytest.mark.parametrize(("text", "comparison", "attributes", "why"), GOOD, ids=[case[3] for case in GOOD])
def test_parsed(text: str, comparison: str, attributes: tuple[str, ...], why: str) -> None:
    found = parse_constraint(text)
    assert (found.comparison, found.attributes) == (comparison, attributes), why
    assert all(attribute_form(name) == name for name in found.attributes), why
    assert hash(found) == hash(parse_constraint.__wrapped__(text)), why


TREES: list[tuple[str, Expression, str]] = [
    ("a + b * c", Operation("+", Attribute("a"), Operation("*", Attribute("b"), Attribute("c"))), "products first"),
    ("a - b - c", Operation("-", Operation("-", Attribute("a"), Attribute("b")), Attribute("c")), "left to right"),
    ("(a + b) * c", Operation("*", Operation("+", Attribute("a"), Attribute("b")), Attribute("c")), "brackets"),
    ("-a * 2", Operation("*", Operation("-", Number(Fraction(0)), Attribute("a")), Number(Fraction(2))), "signs first"),
    ("a * -0.10", Operation("*", Attribute("a"), Number(Fraction(-1, 10))), "exactly a tenth"),
    ("a * 60 %", Operation("*", Attribute("a"), Number(Fraction(3, 5), "share")), "a share"),
]


@pytest.mark.parametrize(("text", "tree", "why"), TREES, ids=[case[0] for case in TREES])
def test_trees(text: str, tree: Expression, why: str) -> None:
    assert parse_constraint(f"{text} <= zz").left == tree, why


BAD: list[tuple[str, str]] = [
    ("", "'' is not a constraint; write one such as part + other_part <= whole"),
    ("   ", "'   ' is not a constraint; write one such as part + other_part <= whole"),
    ("killed", "'killed': column 7: a comparison, one of <= < == >= >, is needed here, not the end"),
    ("a <= b <= c", "column 8: only one comparison is allowed; write a <= b <= c as two constraints"),
    ("a <= <= c", "column 6: an attribute or a number is needed before '<='"),
    ("<= c", "column 1: an attribute or a number is needed before '<='"),
    ("a != b", "column 3: '!=' has no meaning here: that two values differ cannot be a constraint"),
    ("a = b", "column 3: '=' has no meaning here: write =="),
    ("a ≤ b", "column 3: '≤' has no meaning here: write <="),
    ("a =< b", "column 3: '=<' has no meaning here: write <="),
    ("a <=", "column 5: an attribute or a number is needed here, not the end"),
    ("a <= b +", "column 9: an attribute or a number is needed here, not the end"),
    ("a <= * b", "column 6: an attribute or a number is needed here, not '*'"),
    ("a <= a + 1", "'a <= a + 1': it ties a to itself; a constraint needs two attributes"),
    ("1 <= 2", "'1 <= 2': it names no attribute; a constraint needs two attributes"),
    ("a - a <= b - b", "all attributes cancel out; it is always true"),
    ("a + b < a + b", "all attributes cancel out; it is never true"),
    ("a + b == b + a + 1", "all attributes cancel out; it is never true"),
    ("a + b >= b + 1", "b cancels out; leave it out"),
    ("killed-or-injured >= killed", "killed cancels out; leave it out, or write the name with underscores"),
    ("a * b <= 3 c", "column 12: an operation is missing between '3' and 'c'"),
    ("f(a) <= b", "column 2: there are no functions; write f * (…) if a product is meant"),
    ("a ** 9 <= b", "column 3: '**' has no meaning here: there are no powers; write a * a"),
    ("a ^ 9 <= b", "column 3: '^' has no meaning here: there are no powers; write a * a"),
    ("a <= 'b'", 'column 6: "\'" has no meaning here: write names without quotation marks'),
    ("a <= b or c", "column 8: a constraint is one comparison, without and, or, not; write several constraints"),
    ("killed children <= killed", "words of one name are joined by underscores: killed_children"),
    ("2a <= b", "column 1: '2a' is neither a number nor a name; write 2 * a for twice a"),
    ("a <= b + 1e9", "column 10: '1e9' is neither a number nor a name"),
    ("a + b <= 1,000", "column 11: ',' has no meaning here: write numbers without commas"),
    ("a <= b %", "column 8: '%' has no meaning here: only a number can be percent"),
    ("a <= ٣ * b", "column 6: '٣' has no meaning here: write numbers with the digits 0 to 9"),
    ("a.b <= c", "column 2: '.' has no meaning here: an attribute's name has only letters, digits and underscores"),
    ("a; b", "column 2: ';' has no meaning here: write a constraint such as part + other_part <= whole"),
    ("a\0 <= b", "column 2: '\\x00' has no meaning here"),
    ("(a + b <= c", "column 8: only one comparison is allowed"),
    ("a + b <= c)", "column 11: there is no opening bracket for this one"),
    ("(a + b c) <= d", "an operation is missing between 'b' and 'c'"),
    ("a <= b / 0", "column 8: a division by zero"),
    ("a <= b / (c - c)", "column 8: a division by zero"),
    ("a <= " + "9" * 100_000, "a constraint of 100005 characters is too long; 500 are allowed"),
    ("(" * 3000, "is too long"),
    ("a <= " + "(" * 400 + "b" + ")" * 50, "brackets in brackets, more than 30 deep"),
    ("b <= a" + "*a" * 200, "more than 100 sums and products are too many"),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[case[0][:20] for case in BAD])
def test_refused(text: str, message: str) -> None:
    with pytest.raises(VocabularyError) as told:
        parse_constraint(text)
    assert message in str(told.value)
    assert len(told.value.problems) == 1


def test_a_vocabulary_tells_all_its_bad_constraints() -> None:
    with pytest.raises(VocabularyError) as told:
        Vocabulary.from_dict({"constraints": ["a <= b", "a <=", "c <= c"]})
    assert [problem.partition(": ")[0] for problem in told.value.problems] == ["constraints", "constraints"]


def test_what_is_just_allowed_does_not_break_the_parser() -> None:
    parse_constraint("-" * 400 + "a <= b")
    parse_constraint("(" * 30 + "a" + ")" * 30 + " <= b")
    hash(check_units(parse_constraint("b <= a" + "*a" * 100), {}))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(text=st.text(alphabet="ab1.5%()+-*/<=> ,é", max_size=25) | st.text(max_size=25))
def test_any_text_is_a_constraint_or_an_error(text: str) -> None:
    with suppress(VocabularyError):
        assert len(parse_constraint(text).attributes) >= 2, "a constraint ties two"


LINEAR: list[tuple[str, dict[str, str] | None, str, str]] = [
    ("a + b <= c", {"a": "1", "b": "1", "c": "-1"}, "0", "<="),
    ("c >= a + b", {"a": "1", "b": "1", "c": "-1"}, "0", "<="),
    ("a > b + 2", {"a": "-1", "b": "1"}, "2", "<"),
    ("a == b + 1", {"a": "1", "b": "-1"}, "-1", "=="),
    ("2 * (a - b) > -c / 3", {"a": "-2", "b": "2", "c": "-1/3"}, "0", "<"),
    ("0.1 * a + b * 3 < 0.3", {"a": "1/10", "b": "3"}, "-3/10", "<"),
    ("(1 + 2) * a <= b * (6 - 1)", {"a": "3", "b": "-5"}, "0", "<="),
    ("a <= 60 % * b", {"a": "1", "b": "-3/5"}, "0", "<="),
    ("a * b <= c", None, "", ""),
    ("a / b <= c", None, "", ""),
    ("1 / a <= b", None, "", ""),
]


@pytest.mark.parametrize(("text", "coefficients", "constant", "comparison"), LINEAR, ids=[case[0] for case in LINEAR])
def test_linear_form(text: str, coefficients: dict[str, str] | None, constant: str, comparison: str) -> None:
    constraint = parse_constraint(text)
    form = linear_form(constraint)
    assert constraint.is_linear is (coefficients is not None)
    if coefficients is None:
        assert form is None
        return
    assert form is not None
    assert form.coefficients == tuple((name, Fraction(by)) for name, by in coefficients.items())
    assert (form.constant, form.comparison) == (Fraction(constant), comparison)


ATTRIBUTES = st.sampled_from(["a", "b", "c"]).map(Attribute)
NUMBERS = st.fractions(-5, 5, max_denominator=4).map(Number)
EXPRESSIONS = st.recursive(
    ATTRIBUTES | NUMBERS,
    lambda inner: st.builds(Operation, st.sampled_from(["+", "-", "*", "/"]), inner, inner),
    max_leaves=8,
)
POINTS = st.fixed_dictionaries(dict.fromkeys("abc", st.fractions(-5, 5, max_denominator=4)))


def value(node: Expression, at: Mapping[str, Fraction]) -> Fraction:
    """What an expression is at a point."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Attribute):
        return at[node.name]
    left, right = value(node.left, at), value(node.right, at)
    if node.operator == "/":
        return left / right
    return left + right if node.operator == "+" else left - right if node.operator == "-" else left * right


def holds(comparison: str, left: Fraction, right: Fraction) -> bool:
    return {
        "<=": left <= right,
        "<": left < right,
        "==": left == right,
        ">=": left >= right,
        ">": left > right,
    }[comparison]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(left=EXPRESSIONS, right=EXPRESSIONS, comparison=st.sampled_from(["<=", "<", "==", ">=", ">"]), at=POINTS)
def test_the_linear_form_holds_where_the_constraint_does(
    left: Expression, right: Expression, comparison: str, at: dict[str, Fraction]
) -> None:
    form = linear_form(Constraint("", comparison, left, right, ("a", "b", "c")))  # type: ignore[arg-type]
    if form is None:
        return
    total = sum((by * at[name] for name, by in form.coefficients), form.constant)
    assert holds(form.comparison, total, Fraction(0)) == holds(comparison, value(left, at), value(right, at))


KNOWN: Mapping[str, tuple[str, Fraction | None] | None] = {
    "start": ("time", None),
    "end": ("time", None),
    "lasted": ("duration", None),
    "minutes": ("duration", Fraction(60)),
    "killed": ("count", Fraction(1)),
    "injured": ("count", Fraction(1)),
    "turnout": ("share", None),
    "length": ("length", None),
    "width": ("length", Fraction(1000)),
    "depth": ("length", Fraction(1000)),
    "inches": ("length", Fraction(127, 5000)),
    "area": ("area", None),
    "volume": ("volume", None),
    "speed": ("speed", None),
    "power": ("power", None),
    "energy": ("energy", None),
    "frequency": ("frequency", None),
    "rate": ("data rate", None),
    "size": ("data", None),
    "price": ("money USD per barrel", None),
    "fare": ("money USD per passenger", None),
    "daily": ("count per day", None),
    "cost": ("money USD", None),
    "euros": ("money EUR", None),
    "warm": ("temperature", Fraction(1)),
    "cold": ("temperature", Fraction(1)),
    "warmer": ("temperature difference", Fraction(1)),
    "venue": ("place", None),
    "winner": ("name", None),
    "members": ("member", None),
}

FITTING: list[tuple[str, str, str]] = [
    ("end == start + lasted", "start + lasted", "a time and a duration"),
    ("end == lasted + start", "lasted + start", "in any order"),
    ("lasted == end - start", "end - start", "two times"),
    ("lasted + start <= minutes + end", "minutes + end", "times on both sides"),
    ("0 <= end - start", "end - start", "nothing needs no unit"),
    ("lasted <= minutes + 30", "minutes + 1800", "half an hour"),
    ("minutes <= 30 + lasted / 2", "1800 + (lasted / 2)", "the unit from the other side"),
    ("length <= width + 2", "width + 2000", "kilometres"),
    ("length <= 2 * 3 + width", "6000 + width", "a product of numbers is one number"),
    ("length <= 3 * (width + 2)", "3 * (width + 2000)", "in brackets, too"),
    ("killed == injured + 1", "injured + 1", "a count and a number"),
    ("turnout <= 0.5 + turnout * killed / injured", "50 % + ((turnout * killed) / injured)", "parts of one"),
    ("turnout == killed / injured", "killed / injured", "a ratio is a share"),
    ("turnout * injured >= killed", "killed", "a share of a count"),
    ("injured * length >= width", "width", "so many times"),
    ("length * width == area", "area", "an area"),
    ("area * length == volume", "volume", "a volume"),
    ("volume / area == length", "length", "and back"),
    ("speed * lasted == length", "length", "a way"),
    ("length / lasted == speed", "speed", "a speed"),
    ("length / speed == lasted", "lasted", "a time taken"),
    ("power * lasted == energy", "energy", "energy"),
    ("frequency * lasted == killed", "killed", "how often"),
    ("cost == fare * killed", "fare * killed", "so much each"),
    ("warm == cold + warmer", "cold + warmer", "a rise"),
    ("warm - cold <= warmer + 5", "warmer + 5", "degrees"),
    ("unknown <= length + 2 * other", "length + (2 * other)", "what is not known fits"),
    ("unknown * length == other / start2", "other / start2", "whatever it is multiplied with"),
    ("unknown <= other + 5", "other + 5", "a bare number beside it stays"),
]


@pytest.mark.parametrize(("text", "right", "why"), FITTING, ids=[case[0] for case in FITTING])
def test_units_fit(text: str, right: str, why: str) -> None:
    found = check_units(parse_constraint(text), KNOWN)
    assert str(found.right) == right, why
    assert found.text == text
    assert check_units(found, KNOWN) == found, "checked again it stays"


UNFIT: list[tuple[str, str]] = [
    ("killed <= length", "column 11: killed is a count, but length is a length; only like can be added and compared"),
    ("cost <= euros", "cost is an amount of money (USD), but euros is an amount of money (EUR)"),
    ("killed <= length + injured", "column 11: killed is a count, but length is a length"),
    ("killed + turnout <= injured", "column 10: killed is a count, but turnout is a share"),
    ("start + end <= lasted", "column 9: two times cannot be added; time - time is a duration"),
    ("lasted - start <= minutes", "column 10: a time can only be taken from another; time - time is a duration"),
    ("start <= lasted", "column 10: start is a time, but lasted is a duration; only like can be compared"),
    ("lasted <= start + minutes", "column 17: start + minutes is a time, but lasted is a duration"),
    ("end <= start + 2", "column 16: 2: 2 what? beside a time only a duration can stand"),
    ("2 * start <= end", "column 5: start is a time, which cannot be multiplied or divided"),
    ("length <= lasted * start", "column 20: start is a time, which cannot be multiplied or divided"),
    ("warm + cold <= warmer", "column 8: two temperatures cannot be added"),
    ("length <= area + 2", "column 11: length is a length, but area is an area"),
    ("length * length <= area + 2", "column 27: 2: 2 what? declare the unit of length * length or area"),
    ("width <= inches + 2", "column 19: 2: 2 what? width and inches are declared in different units"),
    ("length <= width * cost", "column 17: a length times an amount of money (USD) is no measure that is known"),
    ("killed / lasted <= daily", "column 8: a count divided by a duration is no measure that is known"),
    ("size == rate * lasted", "column 14: a data rate times a duration is 8 times data in base units"),
    ("cost == price * volume", "an amount of money (USD per barrel) times a volume is no measure that is known"),
    ("length <= width + killed / injured", "killed / injured is a ratio, and cannot be added to a length"),
    (
        "turnout + turnout * killed / injured <= 100",
        "column 41: 100: a share is a part of one; write 100 % for percent",
    ),
    ("end <= start + 0.5", "0.5: 0.5 what? beside a time only a duration can stand"),
    ("length <= killed + 60 %", "length is a length, but killed is a count"),
    ("killed <= injured + 60 %", "column 21: killed is a count, but 60 % is a share"),
    ("venue <= killed", "column 1: venue is a place; a constraint ties quantities, durations and times"),
    ("killed <= winner", "column 11: winner is a name"),
    ("killed <= members", "column 11: members has many values at once"),
]


@pytest.mark.parametrize(("text", "message"), UNFIT, ids=[case[0] for case in UNFIT])
def test_units_do_not_fit(text: str, message: str) -> None:
    with pytest.raises(VocabularyError) as told:
        check_units(parse_constraint(text), KNOWN)
    assert message in str(told.value)
    assert str(told.value).startswith(repr(text))


AXES: list[tuple[str, dict[str, str], str | None]] = [
    ("a + b <= c", {"a": "count", "b": "count", "c": "count"}, None),
    ("a + b <= c", {"a": "count", "b": "count"}, None),
    ("a + b <= c", {"a": "count", "b": "any", "c": "any"}, None),
    ("a + b <= c", {"a": "count", "b": "share", "c": "count"}, "a is a count, but b is a share"),
    ("a + b <= c", {"a": "money USD", "b": "money USD", "c": "money EUR"}, "amount of money (EUR)"),
    ("a == b + 1", {"a": "count", "b": "count"}, None),
    ("a == b + 1", {"a": "length", "b": "length"}, "1 what? declare the unit of a or b"),
    ("a + b <= 100 %", {"a": "share", "b": "share"}, None),
    ("a + b <= 100 %", {"a": "count", "b": "count"}, "100"),
    ("a <= b", {"a": "place 12ab34cd", "b": "count"}, "a is a place"),
    ("a <= b", {"a": "event", "b": "event"}, "a is an event"),
    ("a == b * c", {"a": "count", "b": "share", "c": "count"}, None),
]


@pytest.mark.parametrize(("text", "axes", "reason"), AXES)
def test_axes_of_the_values_at_hand(text: str, axes: dict[str, str], reason: str | None) -> None:
    found = axes_fit(check_units(parse_constraint(text), {}), axes)
    assert found is None if reason is None else found is not None and reason in found


def test_a_number_in_declared_units_fits_only_what_they_measure() -> None:
    wider = check_units(parse_constraint("width >= other + 2"), KNOWN)
    assert axes_fit(wider, {"width": "length", "other": "length"}) is None
    assert axes_fit(wider, {"width": "mass", "other": "mass"}) is not None
