"""The reader of quantities: counts, shares, measures and money, with the hedges of reporters."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.quantity.grammar import Grammar
from conflicts.reading.quantity.items import NotAQuantityError, Part
from conflicts.reading.quantity.load import lexicon
from conflicts.reading.quantity.meaning import COUNT, Outcome
from conflicts.reading.quantity.scan import Scanner
from conflicts.reading.quantity.tokens import LONGEST, Tokens, tokenise
from conflicts.reading.settings import Settings
from conflicts.values.units import Unit, find_unit
from conflicts.values.value import Value

MOST_WAYS: Final = 3


def read_quantity(text: str, settings: Settings) -> Value | None:
    """Read a printed quantity.

    Returns None if the text is no quantity, so that another reader may try. Where `settings.kind` is "quantity"
    words may stand before the number ("killed 12") and "no", "none" count nought; else the text must begin with
    the number and its hedges. `settings.unit` is the unit of a bare number, and settles what "$" or "pounds" mean.
    Time linear in the text, which may have up to 300 characters.

    Raises `UnreadError` if it is a quantity that cannot be told: two numbers, a unit with several meanings.

    >>> at_least = read_quantity("at least 50", Settings())
    >>> at_least.axis, str(at_least.strict.lo)
    ('count', '(50, 0)')
    >>> read_quantity("Istanbul", Settings()) is None
    True
    """
    if len(text) > LONGEST:
        if settings.kind == "quantity":
            raise UnreadError(f"a text of {len(text)} characters is a passage; give the quantity alone")
        return None
    tokens = tokenise(text.strip(" \t\n.,;!\"'“”„«»‘’"))
    if not tokens.raw:
        return None
    try:
        return _restated(text, tokens, settings) or _read(text, tokens, settings)
    except NotAQuantityError:
        return None


def _restated(text: str, tokens: Tokens, settings: Settings) -> Value | None:
    """ "5 miles (8 km)": a quantity said twice, the second time in brackets; or None if the text is nothing such.

    The first is the value. Money may be restated in another currency, which a note then says.
    """
    if "(" not in tokens.raw or tokens.raw[-1] not in {")"} or tokens.raw.count("(") != 1:
        return None
    at = tokens.raw.index("(")
    inner = tokens.part(at + 1, len(tokens.raw) - 1)
    if not at or not any(token[0].isdecimal() for token in inner.raw):
        return None
    first, second = _read(text, tokens.part(0, at), settings), _read(text, inner, settings)
    if first.axis == second.axis:
        if first.loose.meets(second.loose):
            return first
        raise UnreadError("what stands in brackets is another quantity; give the one that is meant")
    if first.axis.startswith("money ") and second.axis.startswith("money "):
        return evolve(first, note=f"also given in {second.unit}, which is left out")
    return None


def _read(text: str, tokens: Tokens, settings: Settings) -> Value:
    language, _, region = settings.lang.partition("-")
    words = lexicon(language.lower(), region.upper())
    expected = None if settings.unit is None else find_unit(settings.unit, settings.lang)
    if expected is None and settings.unit:
        # A unit that is no measure is a thing that is counted: "people".
        expected = Unit(settings.unit, COUNT, Fraction(1))

    def attempt(way: int) -> tuple[Outcome, int]:
        items = Scanner(tokens, words, expected, way).scan()
        figures = max([i.payload.numeral.ways for i in items if i.part is Part.AMOUNT], default=1)
        outcome = Grammar(items, tokens, words, expected, settings.kind, region.upper(), way).read()
        return outcome, figures

    outcome, figures = attempt(0)
    for way in range(1, min(max(figures, outcome.ways), MOST_WAYS)):
        other, _ = attempt(way)
        outcome = _either(outcome, other, is_likelier=figures > 1)
    return Value(outcome.axis, outcome.strict, outcome.loose, text=text, note=outcome.note, unit=outcome.unit)


def _either(one: Outcome, other: Outcome, *, is_likelier: bool) -> Outcome:
    """Both readings of a text that allows two; the first alone strictly, where that is the likelier."""
    if one.axis != other.axis:
        raise UnreadError(f"it can be on two axes, {one.axis} and {other.axis}; name the unit")
    return evolve(
        one,
        strict=one.strict if is_likelier else one.strict | other.strict,
        loose=one.loose | other.loose,
        unit=one.unit if one.unit == other.unit else None,
        note="it can be read in two ways: both are kept",
    )


__all__ = ["read_quantity"]
