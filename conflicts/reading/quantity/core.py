"""One hedged number with its unit: ranges, margins, ratios, compounds. The grammar of the whole text builds on it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NoReturn

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.quantity.exact import whole
from conflicts.reading.quantity.items import Amount, Item, NotAQuantityError, Part
from conflicts.reading.quantity.lexicon import Lexicon, Vague
from conflicts.reading.quantity.meaning import Bounded
from conflicts.reading.quantity.numeral import Numeral, Style
from conflicts.reading.quantity.sets import last_place
from conflicts.reading.quantity.tokens import Tokens
from conflicts.values.units import Meaning, Unit

IN_OF_LIMIT: Final = 1_000_000
YEARS: Final = range(1800, 2101)
SMALL_PART: Final = 10
"""Below this "three people in four" is a share; "12 villages sur 20" counts villages."""


class NumberGrammar:
    """A walk over the items of one text, and the reading of one hedged number where it stands.

    `way` chooses among the units that an ambiguous name can mean.
    """

    def __init__(
        self,
        items: list[Item],
        tokens: Tokens,
        lexicon: Lexicon,
        expected: Unit | None,
        kind: str | None,
        region: str,
        way: int,
    ) -> None:
        self.items = items
        self.tokens = tokens
        self.lexicon = lexicon
        self.expected = expected
        self.is_wanted = kind == "quantity"
        self.region = region
        self.way = way
        self.at = 0
        self.per: str | None = None
        self.change = 0
        self.in_number = False
        self.has_become = False
        self.n_words = 0
        self.has_capital = False
        self.has_bare_noun = False
        self.has_ordinal_noun = False

    # ------------------------------------------------------------------ walking

    def part(self, ahead: int = 0) -> Part | None:
        k = self.at + ahead
        return self.items[k].part if k < len(self.items) else None

    def link(self, ahead: int = 0) -> str | None:
        """The name of the link at a place, or None."""
        k = self.at + ahead
        if k < len(self.items) and self.items[k].part is Part.LINK:
            name: str = self.items[k].payload
            return name
        return None

    def fail(self) -> NoReturn:
        raise NotAQuantityError

    def printed(self, item: Item) -> str:
        return "".join(
            (" " if self.tokens.gap[k] and k > item.start else "") + self.tokens.raw[k]
            for k in range(item.start, item.end)
        )

    def starts_amount(self, k: int) -> bool:
        """Whether hedges and links lead from item `k` to a number."""
        while k < len(self.items):
            item = self.items[k]
            if item.part is Part.AMOUNT:
                return True
            if item.part is Part.HEDGE:
                if not item.payload.before:
                    return False
            elif item.part is Part.LINK:
                if item.payload not in {"between", "from", "plus_minus"}:
                    return False
            elif item.part not in {Part.FILLER, Part.CHANGE}:
                return False
            k += 1
        return False

    # ------------------------------------------------------------------ the number

    def _amount(self, bounded: Bounded | None = None) -> Amount:
        """The next number; a hedge before it is that of the whole, if it is one that widens."""
        while self.part() in {Part.FILLER, Part.HEDGE, Part.CHANGE}:
            item = self.items[self.at]
            if item.part is Part.HEDGE:
                if bounded is None or item.payload.op not in {"about", "exactly"}:
                    raise UnreadError(f"{self.printed(item)!r} inside a range cannot be read; give one bound")
                bounded.ops.append(item.payload.op)
            self.at += 1
        if self.part() is not Part.AMOUNT:
            self.fail()
        amount: Amount = self.items[self.at].payload
        self.at += 1
        return amount

    def bounded(self) -> Bounded:
        """Hedges, one number or a range, and the hedges right after it."""
        ops: list[str] = []
        opener: str | None = None
        while self.part() is not Part.AMOUNT:
            item = self.items[self.at]
            if item.part is Part.HEDGE:
                ops.append(item.payload.op)
            elif item.part is Part.LINK:
                opener = item.payload
            elif item.part is Part.CHANGE:
                self.change = self.change or item.payload
            self.at += 1
        amount = self._amount()
        bounded = Bounded([amount], ops)
        if opener == "plus_minus":
            raise UnreadError("a margin, but no figure before it; give the figure too")
        if opener is not None:
            self._range(bounded, opener)
        else:
            self._linked(bounded)
        self._after(bounded)
        return bounded

    def _range(self, bounded: Bounded, opener: str) -> None:
        wanted = {"and", "to"} if opener == "between" else {"to"}
        if self.link() in wanted and self.starts_amount(self.at + 1):
            self.at += 1
            bounded.amounts.append(self._amount(bounded))
            bounded.link = "to"
            if opener == "from" and (self.change or self.has_become):
                raise UnreadError("it tells a change from one figure to another; give the figure that is meant")
            return
        raise UnreadError(f'{opener!r} needs two numbers: "between 3 and 5", "from 3 to 5"')

    def _linked(self, bounded: Bounded) -> None:
        """A range, a margin, a ratio or a second part of the same amount."""
        name = self.link()
        if name is None and self.part() is Part.MARK and self.link(1) == "plus_minus":
            self.at += 1  # "100, give or take 10"
            name = self.link()
        if name in {"to", "plus_minus"} and self.starts_amount(self.at + 1):
            if name == "to" and (self._sub_unit(bounded, 1) or self._is_too_many(bounded)):
                return
            is_score = self.printed(self.items[self.at]) == "-" and not self.is_wanted
            self.at += 1
            bounded.amounts.append(self._amount(bounded))
            bounded.link = name
            if is_score and bounded.amounts[0].numeral.value >= bounded.amounts[1].numeral.value:
                self.fail()
        elif name == "out_of" and self.part(1) is Part.AMOUNT:
            self._ratio(bounded)
        elif self.part() in {Part.WORD, Part.NONE} and self._is_ratio_of(bounded):
            self.at += 1
            self._ratio(bounded)
        elif name == "half_after":
            self.at += 1
            self._half(bounded)
        elif self.part() is Part.AMOUNT:
            self._compound(bounded, 0)
        elif name == "and" and self.part(1) is Part.AMOUNT:
            self._compound(bounded, 1)

    def _half(self, bounded: Bounded) -> None:
        amount = bounded.amounts[-1]
        value = amount.numeral.value + Fraction(amount.numeral.scale, 2)
        bounded.amounts[-1] = Amount(evolve(amount.numeral, value=value, style=Style.FRACTION), amount.meaning)

    def _ratio(self, bounded: Bounded) -> None:
        """ "One in five", "three out of four"."""
        part, whole = bounded.amounts[0], self.items[self.at + 1].payload
        link = self.printed(self.items[self.at])
        top, bottom = part.numeral.value, whole.numeral.value
        plain = part.numeral.style is whole.numeral.style is Style.PLAIN and part.meaning is whole.meaning is None
        if (
            not plain
            or not 0 <= top <= bottom
            or bottom < 2
            or bottom > IN_OF_LIMIT
            or (link == "in" and bottom in YEARS)
        ):
            self.two_numbers(self.items[self.at + 1])
        self.at += 2
        bounded.amounts = [Amount(Numeral(Fraction(top) / bottom, 1, Style.FRACTION))]

    def _is_ratio_of(self, bounded: Bounded) -> bool:
        """Whether one noun and the whole follow and nothing more: "un Français sur cinq", "three people in four"."""
        if self.link(1) != "out_of" or self.part(2) is not Part.AMOUNT or self.at + 3 != len(self.items):
            return False
        return bounded.amounts[0].numeral.value < SMALL_PART

    def _compound(self, bounded: Bounded, ahead: int) -> None:
        """ "5 feet 10 inches": a large unit and a smaller one of the same axis."""
        first, second = bounded.amounts[-1], self.items[self.at + ahead].payload
        if first.meaning is None or second.meaning is None or first.numeral.style is not Style.PLAIN:
            self._sub_unit(bounded, ahead)
            return
        large = first.meaning.units[0]
        small = next((unit for unit in second.meaning.units if unit.axis == large.axis), large)
        if large.factor <= small.factor or second.numeral.style is Style.VAGUE:
            return
        value = first.numeral.value * large.factor / small.factor + second.numeral.value
        self.at += ahead + 1
        style = Style.FRACTION if second.numeral.style is Style.FRACTION else Style.DECIMAL
        bounded.amounts[-1] = Amount(evolve(second.numeral, value=value, style=style), Meaning((small,), small))

    def _sub_unit(self, bounded: Bounded, ahead: int) -> bool:
        """ "6 foot 4", "6-foot-4": a bare number after a unit that has a customary smaller one."""
        first, item = bounded.amounts[-1], self.items[self.at + ahead]
        if first.meaning is None or item.part is not Part.AMOUNT or item.payload.meaning is not None:
            return False
        large = first.meaning.units[0]
        small = self.lexicon.then.get(large.symbol)
        tail: Numeral = item.payload.numeral
        if (
            small is None
            or {first.numeral.style, tail.style} != {Style.PLAIN}
            or tail.value * small.factor >= large.factor
        ):
            return False
        value = whole(first.numeral.value * large.factor / small.factor + tail.value)
        self.at += ahead + 1
        bounded.amounts[-1] = Amount(evolve(tail, value=value, style=Style.DECIMAL), Meaning((small,), small))
        return True

    def _is_too_many(self, bounded: Bounded) -> bool:
        """Raises `UnreadError` for "6-foot-12", which is no range, for its unit stands inside it; else False."""
        first, hyphen, second = bounded.amounts[-1], self.items[self.at], self.items[self.at + 1]
        if first.meaning is None or second.part is not Part.AMOUNT or second.payload.meaning is not None:
            return False
        large = first.meaning.units[0].symbol
        gaps = self.tokens.gap
        if large in self.lexicon.then and not (gaps[hyphen.start] or gaps[second.start]):
            raise UnreadError(f"there are not {self.printed(second)} {self.lexicon.then[large].symbol} in 1 {large}")
        return False

    def _some_more(self, amount: Amount) -> Amount:
        """ "Fifty-something": from fifty to before sixty."""
        numeral = amount.numeral
        if numeral.style is not Style.PLAIN or not isinstance(numeral.value, int) or numeral.value <= 0:
            self.fail()
        ends = numeral.value, numeral.value + last_place(numeral.value, 1)
        return Amount(evolve(numeral, style=Style.VAGUE, vague=Vague(ends, ends)), amount.meaning)

    def _after(self, bounded: Bounded) -> None:
        """The hedges right after a number: "or more", "-odd", "in number"."""
        while True:
            item = self.items[self.at] if self.at < len(self.items) else None
            if item is None:
                return
            name = item.payload if item.part is Part.LINK else None
            if item.part is Part.HEDGE and self.is_hedge_after(item):
                bounded.ops.append(item.payload.op)
            elif name == "some_more":
                bounded.amounts[-1] = self._some_more(bounded.amounts[-1])
            elif name == "in_number":
                self.in_number = True
            elif name == "below_zero":
                last = bounded.amounts[-1]
                if last.meaning is None and (self.expected is None or not self.expected.axis.startswith("temperature")):
                    raise UnreadError("a temperature without a unit; write °C or °F, or give the attribute a unit")
                bounded.amounts[-1] = Amount(evolve(last.numeral, value=-last.numeral.value), last.meaning)
            elif name == "minus" and not self.starts_amount(self.at + 1):
                self._minus(bounded)
            elif name == "plus_minus" and not self.starts_amount(self.at + 1):
                bounded.ops.append("about")
            else:
                return
            self.at += 1

    def _minus(self, bounded: Bounded) -> None:
        """A minus after the number: "5 Grad minus" are below nought, "0,3 Prozent minus" are a fall."""
        last = bounded.amounts[-1]
        axis = "" if last.meaning is None else last.meaning.units[0].axis
        if axis == "temperature":
            bounded.amounts[-1] = Amount(evolve(last.numeral, value=-last.numeral.value), last.meaning)
        elif axis in {"share", "percentage points"}:
            self.change = self.change or -1
        else:
            raise UnreadError("a minus after the number; write it before, if the number is negative")

    def is_hedge_after(self, item: Item) -> bool:
        """Whether the hedge where the walk stands is that of the number before it.

        "12 dead, nearly" is, but "nearly" before another word goes with that: "12 dead, nearly all of them".
        """
        if not item.payload.after or self.starts_amount(self.at):
            return False
        return item.payload.op != "nearly" or self.part(1) in {None, Part.MARK}

    def two_numbers(self, second: Item) -> NoReturn:
        first = next(item for item in self.items if item.part is Part.AMOUNT)
        if not self.is_wanted and self.tokens.raw[second.start - 1] in {"-", ":", "/"}:
            self.fail()
        both = f"{self.printed(first)!r} and {self.printed(second)!r}"
        raise UnreadError(f"there are two numbers in it, {both}; give the one that is meant")
