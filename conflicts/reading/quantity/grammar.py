"""The grammar of a printed quantity: what stands before and after the number, alternatives, rates."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.quantity.core import NumberGrammar
from conflicts.reading.quantity.items import Amount, Item, Part
from conflicts.reading.quantity.meaning import Bounded, Outcome, Sense, outcome_of
from conflicts.reading.quantity.numeral import Numeral, Style
from conflicts.values.extent import LINE
from conflicts.values.units import is_quantity_axis

PLAIN_PARTS: Final = frozenset({2, 3, 4, 5, 6, 8, 10})
FEW_WORDS: Final = 10
MANY_WORDS: Final = 24


class Grammar(NumberGrammar):
    """Reads all the items of one text."""

    # ------------------------------------------------------------------ the whole

    def read(self) -> Outcome:
        """Read all items. Raises `NotAQuantityError` or `UnreadError`."""
        if any(item.part in {Part.STOP, Part.DURATION} for item in self.items):
            self.fail()
        whole = self._any()
        if whole is not None:
            return whole
        self._leading()
        alternatives = [[self.bounded()]]
        self._tail(alternatives)
        if not self.is_wanted:
            self._check_unasked(alternatives)
        sense = Sense(
            expected=self.expected,
            region=self.region,
            way=self.way,
            per=self.per,
            change=self.change,
            in_number=self.in_number,
            has_bare_noun=self.has_bare_noun,
        )
        return outcome_of(alternatives, sense)

    def _check_unasked(self, alternatives: list[list[Bounded]]) -> None:
        """Where no quantity is asked for: refuse what may as well be a name, a date, a score or a rank.

        A hedge or a unit shows a quantity, whatever capitals follow ("8 km from Kyiv").
        """
        parts = [bounded for alternative in alternatives for bounded in alternative]
        first = parts[0].amounts[0].numeral
        units = [self.items[k] for k in range(len(self.items)) if self.items[k].part is Part.AMOUNT]
        has_unit = any(amount.meaning is not None for bounded in parts for amount in bounded.amounts)
        if has_unit and not self.lexicon.capital_nouns and any(self._is_name(item) for item in units):
            self.fail()
        if any(bounded.ops or bounded.link for bounded in parts) or has_unit:
            return
        start = self.tokens.raw[units[0].start]
        is_code = len(start) > 1 and start[0] == "0" and start.isdecimal()
        is_date = first.is_slashed and (first.value >= 1 or Fraction(first.value).denominator not in PLAIN_PARTS)
        after = units[0].end
        is_member = (
            first.style is Style.PLAIN and after < len(self.tokens.low) and self.tokens.low[after] in self.lexicon.of
        )
        is_rank = first.style is Style.ORDINAL and self.n_words and not self.has_ordinal_noun
        if self.has_capital or is_code or is_date or is_rank or is_member:
            self.fail()

    def _is_name(self, item: Item) -> bool:
        """Whether the unit of an amount is written as in a name: "Three Mile", "50 Cent"."""
        amount: Amount = item.payload
        last = self.tokens.raw[item.end - 1]
        if amount.meaning is None or item.end - item.start < 2 or len(last) < 4 or not last.istitle():
            return False
        return amount.meaning.units[0].axis != "temperature"

    def _any(self) -> Outcome | None:
        """ "Any length": the whole line."""
        if self.part() is not Part.ANY or len(self.items) == 1:
            return None
        start = self.items[0].end
        axis = " ".join(self.tokens.raw[start:])
        if not is_quantity_axis(axis):
            self.fail()
        return Outcome(axis, LINE, LINE, None)

    # ------------------------------------------------------------------ before the number

    def _leading(self) -> None:
        """What stands before the number and its hedges."""
        while not self.starts_amount(self.at):
            part = self.part()
            if part is None:
                self.fail()
            item = self.items[self.at]
            if part is Part.NONE:
                self._none(item)
                return
            if part is Part.ADDITION and self.starts_amount(self.at + 1):
                raise UnreadError(f"{self.printed(item)!r} adds to a figure that is not given; give the total")
            if part is Part.CHANGE:
                self.change = self.change or item.payload
            elif part is Part.FILLER:
                pass
            elif part is Part.BECOMES and self.is_wanted:
                self.has_become = True
            elif not self.is_wanted or part in {Part.OPENING, Part.ANY, Part.RELATIVE, Part.CLOCK}:
                self.fail()
            elif part is Part.WORD:
                self._leading_word(item)
            elif part is Part.MARK and item.payload not in {":", ",", '"', "'"}:
                self.fail()
            self.at += 1

    def _leading_word(self, item: Item) -> None:
        self.n_words += 1
        if str(item.payload)[0].isupper() and self.starts_amount(self.at + 1) and self.at == 0:
            self.fail()

    def _none(self, item: Item) -> None:
        """ "No casualties", "nobody": a count of nought."""
        rest = self.items[self.at + 1 :]
        if not self.is_wanted and not (
            rest and len(rest) <= 3 and self.tokens.low[rest[-1].start] in self.lexicon.counted
        ):
            self.fail()
        self.items[self.at] = Item(Part.AMOUNT, Amount(Numeral(0)), item.start, item.end)

    # ------------------------------------------------------------------ after the number

    def _tail(self, alternatives: list[list[Bounded]]) -> None:
        """The rest of the text: nouns, rates, later hedges, alternatives. Anything else is unread."""
        last = alternatives[-1][-1]
        is_first = True
        while self.at < len(self.items):
            item = self.items[self.at]
            part = item.part
            if part is Part.LINK:
                if item.payload == "or" and self.starts_amount(self.at + 1):
                    self.at += 1
                    last = self.bounded()
                    alternatives.append([last])
                    continue
                if item.payload in {"but", "and"} and self._starts_bound(self.at + 1) and last.ops:
                    self.at += 1
                    last = self.bounded()
                    alternatives[-1].append(last)
                    continue
                if item.payload == "plus_minus":
                    last.ops.append("about")
            elif part is Part.EARLIER:
                self.at = self._after_earlier(self.at)
                continue
            elif part is Part.AMOUNT:
                self.two_numbers(item)
            elif part is Part.RELATIVE:
                raise UnreadError(f"{self.printed(item)!r} compares with a figure that is not given; give the total")
            elif part is Part.PER and self.per is not None:
                self.fail()  # "7/8/07" is no rate.
            elif part is Part.PER:
                self.per = item.payload
            elif part is Part.CHANGE:
                self.change = self.change or item.payload
            elif part is Part.HEDGE and item.payload.after and not self.starts_amount(self.at):
                last.ops.append(item.payload.op)
            elif part is Part.CLOCK:
                if is_first:
                    self.fail()
            elif part is Part.WORD:
                self._noun(item, is_first=is_first)
            elif part is Part.MARK and item.payload == "," and self._is_listed(last):
                self.at += 1
                last = self.bounded()
                alternatives.append([last])
                continue
            elif part is Part.MARK and not self._is_harmless(item):
                self.fail()
            is_first = is_first and part in {Part.FILLER, Part.PER, Part.HEDGE, Part.CHANGE}
            self.at += 1

    def _is_listed(self, last: Bounded) -> bool:
        """Whether the comma stands in a list of rising numbers that ends in "or": "10, 11 or 12"."""
        k, below = self.at, last.amounts[-1].numeral.value
        if last.link is not None or last.ops or self.items[k - 1].part is not Part.AMOUNT:
            return False
        while k + 1 < len(self.items) and self.items[k + 1].part is Part.AMOUNT:
            value = self.items[k + 1].payload.numeral.value
            if value <= below:
                return False
            below, k = value, k + 2
            if k >= len(self.items) or self.items[k].payload != ",":
                return k + 1 < len(self.items) and self.link(k - self.at) == "or"
        return False

    def _after_earlier(self, k: int) -> int:
        """The item after "up from 30": what the figure was before is left out."""
        self.change = 0
        while self.starts_amount(k + 1) and self.items[k].part is not Part.AMOUNT:
            k += 1
        return k + 1

    def _starts_bound(self, k: int) -> bool:
        return k < len(self.items) and self.items[k].part is Part.HEDGE and self.starts_amount(k)

    def _is_harmless(self, item: Item) -> bool:
        if item.payload in {",", ".", ";", "-", '"', "'", "!", "(", ")"}:
            return True
        return self.is_wanted and item.payload in {":", "/", "&"}

    def _noun(self, item: Item, *, is_first: bool) -> None:
        self.n_words += 1
        word = str(item.payload)
        if self.n_words > (MANY_WORDS if self.is_wanted else FEW_WORDS):
            raise UnreadError("it is a sentence; give the quantity alone")
        if word[0].isupper() and not self.lexicon.capital_nouns:
            self.has_capital = True
        if self.tokens.low[item.start] in self.lexicon.ordinal_nouns:
            self.has_ordinal_noun = True
        if is_first and self.tokens.low[item.start] not in self.lexicon.metres:
            self.has_bare_noun = True
