"""The grammar of a printed quantity: what stands before and after the number, alternatives, rates."""

from __future__ import annotations

from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.quantity.core import NumberGrammar
from conflicts.reading.quantity.items import Amount, Item, Part
from conflicts.reading.quantity.meaning import NUMBER, SIGNED_AXES, TEMPERATURE, Bounded, Outcome, Sense, outcome_of
from conflicts.reading.quantity.numeral import Numeral, Style
from conflicts.values.extent import LINE
from conflicts.values.units import Meaning, is_quantity_axis

PLAIN_PARTS: Final = frozenset({"2", "3", "4", "5", "6", "8", "10"})
"""What may stand below the stroke of a fraction that is no date, where no quantity is asked for."""
FEW_WORDS: Final = 10
MANY_WORDS: Final = 24
MAY_FALL: Final = SIGNED_AXES | {TEMPERATURE}
NOUN_WITHIN: Final = 3
"""Among how many words after a number its noun is looked for: "eine sehr große Zahl"."""


class Grammar(NumberGrammar):
    """Reads all the items of one text."""

    # ------------------------------------------------------------------ the whole

    def read(self) -> Outcome:
        """Read all items. Raises `NotAQuantityError` or `UnreadError`."""
        if any(item.part in {Part.STOP, Part.DURATION} for item in self.items):
            self.fail()
        glued = next((item.payload for item in self.items if item.part is Part.GLUED), None)
        if glued and self.is_wanted:
            raise UnreadError(f"{glued!r} can be a name or a unit not listed; write out what is counted")
        if glued:
            self.fail()
        whole = self._any()
        if whole is not None:
            return whole
        if self.is_wanted:
            self._without_lead()
        self._leading()
        alternatives = [[self.bounded()]]
        self._tail(alternatives)
        if not self.is_wanted:
            self._check_unasked(alternatives)
        if self.has_become:
            self.change = 0
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
        after = units[0].end
        has_of = after < len(self.tokens.low) and self.tokens.low[after] in self.lexicon.of
        is_fraction = first.value < 1 and (has_of or self.tokens.raw[after - 1] in PLAIN_PARTS)
        is_date = first.is_slashed and not is_fraction
        is_member = first.style is Style.PLAIN and has_of
        is_rank = first.style is Style.ORDINAL and self.n_words and not self.has_ordinal_noun
        if self.has_capital or is_code or is_date or is_rank or is_member:
            self.fail()

    def _is_name(self, item: Item) -> bool:
        """Whether the unit of an amount is written as in a name: "Three Mile", "50 Cent"."""
        amount: Amount = item.payload
        last = self.tokens.raw[item.end - 1]
        if amount.meaning is None or len(last) < 4 or not last.istitle():
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

    def _without_lead(self) -> None:
        """Leave out a noun that says of what the number is: "eine Gruppe von 12", "un taux de 5 %", not "un bus de 12".

        Its article is no number. The noun is one of many, or the number has a unit that has no sign: "ein Kurssturz von
        3 Prozent" is negative.
        """
        first, k = self.items[0], 1
        if first.part is not Part.AMOUNT or not self._is_article(first):
            return
        while k < len(self.items) and self.items[k].part is Part.WORD:
            k += 1
        if not 1 < k <= NOUN_WITHIN + 1 or k >= len(self.items):
            return
        link = self.items[k]
        if self.tokens.low[link.start] not in self.lexicon.of:
            return
        goes_with_number = link.end - link.start > 1  # "der Stärke"
        start = k if goes_with_number else k + 1
        meaning = next((item.payload.meaning for item in self.items[start:] if item.part is Part.AMOUNT), None)
        is_unsigned = meaning is not None and all(unit.axis not in MAY_FALL for unit in meaning.units)
        is_group = self.lexicon.is_of_many(self.tokens.low[self.items[k - 1].start])
        if self.starts_amount(start) and (goes_with_number or is_group or is_unsigned):
            del self.items[:start]

    def _is_article(self, number: Item) -> bool:
        amount: Amount = number.payload
        return (
            number.end == number.start + 1
            and self.tokens.low[number.start] in self.lexicon.articles
            and amount.meaning is None
            and amount.numeral.style is Style.PLAIN
        )

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
            elif part is Part.LINK and item.payload == "to" and self.is_wanted:
                self.has_become = True  # "down to 5 percent"
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
            after = self.items[1]
            if after.part is not Part.FILLER or after.end - after.start < 2:  # "Erdbeben der Stärke 6" is no name.
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
                if item.payload == "plus_minus" and self._has_margin(last):
                    self._margin(last)
                    continue
                if item.payload == "and" and self._names_more():
                    raise UnreadError("it tells of more than it counts; give the number of all")
                if item.payload == "plus_minus":
                    last.ops.append("about")
            elif part is Part.EARLIER:
                self.at = self._after_earlier(self.at)
                continue
            elif part is Part.AMOUNT:
                self.two_numbers(item)
            elif part is Part.RELATIVE:
                raise UnreadError(f"{self.printed(item)!r} compares with a figure that is not given; give the total")
            elif part is Part.PER and self.per not in {None, item.payload}:
                self.fail()
            elif part is Part.PER:
                self.per = item.payload
            elif part is Part.CHANGE:
                self.change = self.change or item.payload
            elif part is Part.HEDGE and self.is_hedge_after(item):
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

    def _has_margin(self, last: Bounded) -> bool:
        """Whether a margin follows the noun that was counted: "50 people ± 10 %"."""
        return self.has_bare_noun and last.link is None and self.starts_amount(self.at + 1)

    def _margin(self, last: Bounded) -> None:
        self.at += 1
        counted = last.amounts[0]
        last.amounts = [Amount(counted.numeral, counted.meaning or Meaning((NUMBER,), NUMBER)), self._amount(last)]
        last.link = "plus_minus"

    def _names_more(self) -> bool:
        """Whether others follow who belong to those that are counted: "one woman and her child"."""
        k = self.at + 1
        return k < len(self.items) and self.tokens.low[self.items[k].start] in self.lexicon.possessives

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
        """The item after "up from 30": what the figure was before is left out, with its own rate ("10 a year")."""
        self.change = 0
        while self.starts_amount(k + 1) and self.items[k].part is not Part.AMOUNT:
            k += 1
        has_rate = k + 1 < len(self.items) and self.items[k + 1].part is Part.PER and self.per is not None
        return k + 2 if has_rate else k + 1

    def _starts_bound(self, k: int) -> bool:
        return k < len(self.items) and self.items[k].part is Part.HEDGE and self.starts_amount(k)

    def _is_harmless(self, item: Item) -> bool:
        if item.payload in {",", ".", ";", "-", '"', "'", "!", "(", ")"}:
            return True
        return self.is_wanted and item.payload in {":", "/", "&"}

    def _check_counts(self, number: Item) -> None:
        """Whether the noun after `number` is one that it counts: not in "eine Reihe", "une famille", "two couples"."""
        numeral = number.payload.numeral
        is_article = self._is_article(number)
        if number.payload.meaning is not None or numeral.style is not Style.PLAIN:
            return
        for k in range(self.at, min(self.at + NOUN_WITHIN, len(self.items))):
            item = self.items[k]
            if item.part is not Part.WORD:
                return
            word = self.tokens.low[item.start]
            if is_article and self.lexicon.is_of_many(word):
                printed = " ".join(self.tokens.raw[number.start : item.end])
                raise UnreadError(f"{printed!r} does not tell how many; give the number")
            if word in self.lexicon.pairs and numeral.value != 1:
                raise UnreadError(f"{self.printed(item)!r} can be counted as one or as two each; give the number alone")
            if self.lexicon.capital_nouns and self.tokens.raw[item.start][0].isupper():
                return

    def _noun(self, item: Item, *, is_first: bool) -> None:
        if is_first and self.at and self.items[self.at - 1].part is Part.AMOUNT:
            self._check_counts(self.items[self.at - 1])
        self.n_words += 1
        word = str(item.payload)
        if self.n_words > (MANY_WORDS if self.is_wanted else FEW_WORDS):
            raise UnreadError("it is a sentence; give the quantity alone")
        if word[0].isupper() and not self.lexicon.capital_nouns:
            self.has_capital = True
        if self.tokens.low[item.start] in self.lexicon.ordinal_nouns:
            self.has_ordinal_noun = True
        is_type = item.end - item.start > 1  # "A-10" is not the article.
        if is_first and (is_type or self.tokens.low[item.start] not in self.lexicon.metres):
            self.has_bare_noun = True
