"""From tokens to items: amounts, hedges, links and words, in one pass from left to right."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.quantity.items import Amount, Item, Part
from conflicts.reading.quantity.lexicon import Kind, Lexicon, Name, Phrase
from conflicts.reading.quantity.numeral import Numeral, Style
from conflicts.reading.quantity.numerals import NumeralReader
from conflicts.reading.quantity.rates import RateReader
from conflicts.reading.quantity.tokens import Tokens
from conflicts.values.units import Meaning, Unit

MANY: Final = 1000
"""From here on "won" is a currency, not a verb."""
NAMED_ONE: Final = 4
"""The shortest name of a unit that "a" may count: "a mile", not "a bit"."""
PARTS_OF_YEAR: Final = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})
COUNTING: Final = frozenset("mbB")
"""The letters that multiply where things are counted: "3m", "3b" people."""


class Scanner:
    """Finds the items of one text. `expected` is the attribute's unit, `way` one reading of ambiguous figures."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, expected: Unit | None, way: int) -> None:
        self.tokens = tokens
        self.raw, self.low, self.gap = tokens.raw, tokens.low, tokens.gap
        self.size = len(tokens.raw)
        self.lexicon = lexicon
        self.expected = expected
        self.numerals = NumeralReader(tokens, lexicon, way, None if expected is None else expected.symbol)
        self.items: list[Item] = []
        self.rates = RateReader(tokens, lexicon, self.numerals, self.items)
        self.is_in_between = False

    def scan(self) -> list[Item]:
        """All items of the text. Raises `UnreadError` at a figure or a unit that cannot be told."""
        i = 0
        while i < self.size:
            item = self._item(i)
            self.items.append(item)
            i = item.end
        return self.items

    def _item(self, i: int) -> Item:
        raw = self.raw[i]
        if raw[0].isdecimal():
            return self._part_of_name(i) or self._amount(i, i) or self._bad_figure(i)
        if len(raw) == 1 and self._is_glued_letter(i):
            return Item(Part.GLUED, self.raw[i - 1] + raw, i, i + 1)
        if raw[0].isupper():
            name = self._type(i)
            if name is not None:
                return name
        if raw in "-+" and self._is_sign(i):
            signed = self._amount(i + 1, i)
            if signed is not None:
                return signed if raw == "+" else self._negated(signed)
        phrase = self.lexicon.phrase(self.tokens, i)
        number = self._amount(i, i) if self._may_start_number(i) else None
        if number is not None and number.payload.numeral.style is Style.VAGUE:
            share = self._named_share(number)
            if share is not None:
                return share
        if number is not None and (phrase is None or i + 1 + len(phrase.rest) <= number.end):
            return number
        if phrase is not None:
            return self._phrased(phrase, i)
        return self._word(i)

    def _named_share(self, number: Item) -> Item | None:
        """ "A majority of" where the share itself follows, "52 percent": the words say nothing more."""
        amount: Amount = number.payload
        if amount.numeral.vague is None or amount.numeral.vague.axis != "share" or amount.meaning is not None:
            return None
        k = number.end
        k = k + 1 if k < self.size and self.low[k] in self.lexicon.of else k
        if k + 1 >= self.size or not self.raw[k][0].isdecimal():
            return None
        name = self.lexicon.unit(self.tokens, k + 1)
        is_share = name is not None and name.meaning.units[0].axis == "share"
        return Item(Part.FILLER, None, number.start, k) if is_share else None

    def _may_start_number(self, i: int) -> bool:
        lexicon, low = self.lexicon, self.low[i]
        return (
            low in lexicon.spelling.by_first
            or low in lexicon.vague
            or low in lexicon.fractions
            or low in lexicon.articles
            or (low in lexicon.each and not any(item.part is Part.AMOUNT for item in self.items))
            or self.raw[i] in lexicon.before
            or (lexicon.spelling.habits.glued and lexicon.spelling.starts(low))
        )

    # ------------------------------------------------------------------ signs and names

    def _is_sign(self, i: int) -> bool:
        """Whether "-" or "+" at `i` is the sign of the number after it, not a link between two."""
        if i + 1 >= self.size or self.gap[i + 1] or (i and not self.gap[i] and self.raw[i - 1].isalnum()):
            return False
        if not (self.raw[i + 1][0].isdecimal() or self.raw[i + 1] in self.lexicon.before):
            return False
        return not self.items or self.items[-1].part is not Part.AMOUNT

    @staticmethod
    def _negated(item: Item) -> Item:
        amount: Amount = item.payload
        item.payload = Amount(evolve(amount.numeral, value=-amount.numeral.value), amount.meaning)
        return item

    def _type(self, i: int) -> Item | None:
        """The name of a type at `i`: "F-16", "M1". A sum of money ("USD5"), a clock time ("10 AM-12") is none."""
        end = self.tokens.name_end(i)
        if end == i or self.lexicon.money_before(self.tokens, i) is not None:
            return None
        phrase = self.lexicon.phrase(self.tokens, i)
        if phrase is not None and phrase.kind is Kind.CLOCK:
            return None
        is_part_of_year = self._after_amount() and "".join(self.low[i:end]) in PARTS_OF_YEAR
        return Item(Part.CLOCK if is_part_of_year else Part.WORD, self.low[i], i, end)

    def _part_of_name(self, i: int) -> Item | None:
        """A figure that belongs to the word before it: "COVID-19", "F-16", "CO2"."""
        if not self.items or self.gap[i]:
            return None
        before = self.items[-1]
        if self.raw[before.start] == "-" and not self.gap[before.start] and len(self.items) > 1:
            before = self.items[-2]
        if before.part is not Part.WORD or not self.raw[before.start][0].isalpha():
            return None
        at = self.items.index(before)
        if at and self.items[at - 1].part is Part.AMOUNT and not self.gap[before.start]:
            return None  # "4x4" is two numbers.
        return Item(Part.WORD, self.raw[i], i, i + 1)

    def _bad_figure(self, i: int) -> Item:
        raise UnreadError(f"{self.raw[i]!r} is no number: its points and commas stand in no known order")

    # ------------------------------------------------------------------ phrases and words

    def _phrased(self, phrase: Phrase, i: int) -> Item:
        end = i + 1 + len(phrase.rest)
        kind, payload = phrase.kind, phrase.payload
        rate = self.rates.said(i, end) if self.low[i] in self.lexicon.rates and self.items else None
        if rate is not None:
            return rate
        if kind is Kind.LINK:
            self.is_in_between = payload == "between" or (self.is_in_between and payload != "and")
            if payload == "per":
                return self.rates.linked(i, end)
            if payload in {"minus", "plus"} and end < self.size and not self._after_amount():
                signed = self._amount(end, i)
                if signed is not None:
                    return signed if payload == "plus" else self._negated(signed)
        if self._after_amount():
            if (kind is Kind.HEDGE and payload.after) or payload == "some_more":
                end = self._taken_on(end)
            for rest in self.lexicon.relative.get(self.low[i], ()):
                if len(rest) >= len(phrase.rest) and tuple(self.low[i + 1 : i + 1 + len(rest)]) == rest:
                    return Item(Part.RELATIVE, self.low[i], i, i + 1 + len(rest))
        return Item(Part[kind.name], payload, i, end)

    def _after_amount(self, *, over_hyphen: bool = False) -> bool:
        """Whether the last item is an amount; `over_hyphen`: or one and a hyphen glued to it, or a hedge after it.

        So in "90-minute" and "30-odd years".
        """
        if not self.items:
            return False
        last = self.items[-1]
        if last.part is Part.AMOUNT or not over_hyphen or len(self.items) == 1:
            return last.part is Part.AMOUNT
        is_glued = last.part is Part.LINK and self.raw[last.start] == "-" and not self.gap[last.start]
        is_hedge = last.part is Part.HEDGE and last.payload.after
        return (is_glued or is_hedge) and self.items[-2].part is Part.AMOUNT

    def _after_many_of(self) -> bool:
        """Whether "of" and a number that takes it stand before: "une dizaine de (jours)", "millions of (years)"."""
        if len(self.items) < 2 or self.low[self.items[-1].start] not in self.lexicon.of:
            return False
        before = self.items[-2]
        if before.part is not Part.AMOUNT:
            return False
        numeral: Numeral = before.payload.numeral
        return numeral.style is Style.VAGUE or numeral.scale > 1

    def _age(self, i: int) -> Item | None:
        """The adjective of how old or long those are that the number before it counts: "ein 64-jähriger Mann"."""
        *_, counting, size, hyphen = (None, None, None, *self.items)
        if counting is None or size is None or hyphen is None or counting.part is not Part.AMOUNT:
            return None
        if size.part is not Part.AMOUNT or self.raw[hyphen.start] != "-" or self.gap[i]:
            return None
        del self.items[-2:]
        is_old = i + 2 < self.size and self.low[i + 1] == "-" and not self.gap[i + 1]
        return Item(Part.FILLER, None, size.start, i + 3 if is_old else i + 1)

    def _taken_on(self, j: int) -> int:
        """The end of what goes on from the number over a hedge: "30-odd million km", "50-plus tonnes"."""
        item = self.items[-1]
        amount: Amount = item.payload
        is_money = amount.meaning is not None and self.raw[item.start] in self.lexicon.before
        if j >= self.size or amount.numeral.style is Style.ORDINAL or (amount.meaning is not None and not is_money):
            return j
        numeral, end = self.numerals.multiplied(amount.numeral, j)
        meaning, end = self._unit_after(numeral, end, amount.meaning)
        if end > j:
            item.payload = Amount(numeral, meaning)
        return end

    def _word(self, i: int) -> Item:
        low = self.low[i]
        end = i + 1
        rate = self.rates.said(i, end) if low in self.lexicon.rates and self.items else None
        if rate is not None:
            return rate
        if low.endswith("n'") and end < self.size and self.low[end] == "t":
            return Item(Part.STOP, None, i, end + 1)
        if low in self.lexicon.durations and (self._after_amount(over_hyphen=True) or self._after_many_of()):
            return self._age(i) or Item(Part.DURATION, low, i, end)
        if self._after_amount(over_hyphen=True):
            for rest in self.lexicon.relative.get(low, ()):
                if tuple(self.low[end : end + len(rest)]) == rest:
                    return Item(Part.RELATIVE, low, i, end + len(rest))
            if low in self.lexicon.foreign:
                raise UnreadError(
                    f"{self.raw[i]!r} multiplies in another language; give `lang`, or write it in English"
                )
            is_number = low.endswith(self.lexicon.number_ends) and not low.endswith(self.lexicon.big)
            if is_number or (self.lexicon.spelling.habits.glued and low.endswith(self.lexicon.big)):
                raise UnreadError(f"{self.raw[i]!r} multiplies, but it is not listed how; write the number in digits")
            if low in self.lexicon.unclear:
                choices = " or ".join(self.lexicon.unclear[low])
                raise UnreadError(f"{self.raw[i]!r} can be {choices}; write it as the unit is written")
        return Item(Part.WORD if low[0].isalpha() else Part.MARK, self.raw[i], i, end)

    def _is_glued_letter(self, i: int) -> bool:
        """Whether the letter at `i`, which is no unit, ends a figure: "5G", "3D", "10x"."""
        is_unit = not self.raw[i].isalpha() or self.low[i] in self.lexicon.durations
        if is_unit or self.gap[i] or not self._after_amount():
            return False
        is_end = i + 1 == self.size or self.gap[i + 1] or not self.raw[i + 1][0].isalnum()
        return is_end and self.raw[i - 1][-1].isdecimal()

    # ------------------------------------------------------------------ amounts

    def _amount(self, i: int, start: int) -> Item | None:
        """The number at `i`, a currency before it or a unit after it included."""
        prefix: Name | None = None
        name = self.lexicon.money_before(self.tokens, i) if self.raw[i] in self.lexicon.before else None
        j = i
        is_negative = False
        if name is not None:
            j = i + 1 + len(name.rest)
            if j < self.size and self.raw[j] == "-" and j + 1 < self.size and not self.gap[j + 1]:
                is_negative, j = True, j + 1
            if j >= self.size:
                return None
            if self.raw[j][0].isdecimal() or self._may_start_number(j):
                prefix = name
            else:
                return None
        found = self.numerals.read(j, joins=not self.is_in_between)
        if found is None:
            return self._one_unit(i) if prefix is None else None
        numeral, j = found
        if is_negative:
            numeral = evolve(numeral, value=-numeral.value)
        numeral, j = self._suffixed(numeral, j)
        meaning = None if prefix is None else prefix.meaning
        if j < self.size and numeral.style is not Style.ORDINAL:
            numeral, j = self._lettered(numeral, j, meaning)
            meaning, j = self._unit_after(numeral, j, meaning)
        return Item(Part.AMOUNT, Amount(numeral, meaning), start, j)

    def _one_unit(self, i: int) -> Item | None:
        """ "A mile": the article counts one."""
        j = i + 1
        if j >= self.size or self.low[i] not in self.lexicon.articles or len(self.low[j]) < NAMED_ONE:
            return None
        if any(item.part is Part.AMOUNT for item in self.items):
            return None
        meaning, end = self._unit_after(Numeral(1), j, None)
        return None if meaning is None else Item(Part.AMOUNT, Amount(Numeral(1), meaning), i, end)

    def _suffixed(self, numeral: Numeral, j: int) -> tuple[Numeral, int]:
        """The ending that makes a figure an ordinal: "21st"."""
        if (
            j >= self.size
            or self.gap[j]
            or self.low[j] not in self.lexicon.suffixes
            or numeral.style is not Style.PLAIN
        ):
            return numeral, j
        if self.raw[j] == "." and not (j + 1 < self.size and self.raw[j + 1][0].isalpha() and self.gap[j + 1]):
            return numeral, j
        return Numeral(numeral.value, style=Style.ORDINAL), j + 1

    def _lettered(self, numeral: Numeral, j: int, meaning: Meaning | None) -> tuple[Numeral, int]:
        """A letter that multiplies only where money or things are counted: "$5m", "1.2m people"."""
        size = self.lexicon.money_letters.get(self.raw[j])
        if size is None or numeral.scale > 1 or numeral.style is Style.VAGUE:
            return numeral, j
        is_money = meaning is not None
        if meaning is None and self.expected is not None:
            is_counted = self.expected.axis == "count" and self.raw[j] in COUNTING
            if self.expected.currency is None and not (is_counted and not self._goes_on_in_metres(j + 1)):
                return numeral, j
            is_money = True
        raw = self.raw[j]
        can_count = raw == "m" or raw not in self.lexicon.symbols
        if not is_money and not (can_count and self._counts_things(j + 1)):
            return numeral, j
        return numeral.times(size), j + 1

    def _counts_things(self, j: int) -> bool:
        """Whether the word at `j` is a thing that is counted, or a unit, and does not go on about metres."""
        j = self._past_range(j)
        return j < self.size and self.gap[j] and self.low[j].isalpha() and self.low[j] not in self.lexicon.metres

    def _goes_on_in_metres(self, j: int) -> bool:
        """Whether the word at `j` tells of a length, where things are expected: "3m high"."""
        j = self._past_range(j)
        return j < self.size and self.low[j] in self.lexicon.metres

    def _past_range(self, j: int) -> int:
        """The token after further figures with the same letter as the one before `j`: "1.2m to 1.3m people"."""
        letter = self.raw[j - 1]
        while self.raw[j + 1 : j + 3][1:] == [letter] and self.raw[j + 1][0].isdecimal():
            phrase = self.lexicon.phrase(self.tokens, j)
            if phrase is None or phrase.payload not in {"to", "and", "or"}:
                break
            j += 3
        return j

    def _unit_after(self, numeral: Numeral, j: int, meaning: Meaning | None) -> tuple[Meaning | None, int]:
        """The unit that stands after the number, over the currency before it where both stand."""
        k = j
        if numeral.style is Style.FRACTION and numeral.scale == 1:
            k = k + 1 if k + 1 < self.size and self.low[k] in self.lexicon.of else k
            k = k + 1 if k + 1 < self.size and self.low[k] in self.lexicon.articles else k
        elif numeral.style is Style.VAGUE or numeral.scale > 1:
            k = k + 1 if k + 1 < self.size and self.low[k] in self.lexicon.of else k
        is_hyphen = k + 1 < self.size and self.raw[k] == "-" and not self.gap[k] and not self.gap[k + 1]
        if is_hyphen and self.raw[k + 1][0].isalpha():
            k += 1
        if k >= self.size:
            return meaning, j
        name = self.lexicon.unit(self.tokens, k)
        if name is None or not self._is_unit_here(name, k, numeral):
            return meaning, j
        end = k + 1 + len(name.rest)
        if meaning is None:
            return name.meaning, end
        return (name.meaning, end) if set(name.meaning.units) & set(meaning.units) else (meaning, j)

    def _is_over(self, j: int) -> bool:
        """Whether no noun follows at `j`: "5 billion won in aid", not "5,000 won medals"."""
        follows = self.low[j] if j < self.size else ""
        return not follows.isalpha() or follows in self.lexicon.metres

    def _is_unit_here(self, name: Name, k: int, numeral: Numeral) -> bool:
        end = k + 1 + len(name.rest)
        if name.meaning.is_scaled and (max(numeral.scale, numeral.value) < MANY or not self._is_over(end)):
            return False
        if name.meaning.is_attached_only and self.gap[k]:
            return False
        if self._is_type(name, k):
            return False
        if name.meaning.is_wary and end < self.size:
            return not self.raw[end][0].isalpha()
        return True

    def _is_type(self, name: Name, k: int) -> bool:
        """Whether a short form of a unit is the start of a name: "12 F-16 jets", not "5 MW-6" or what is expected."""
        if self.expected is not None and any(unit.axis == self.expected.axis for unit in name.meaning.units):
            return False
        self.lexicon.check_letter(self.tokens, k)
        end = self.tokens.name_end(k)
        if end <= k + 1 + len(name.rest):
            return False
        return len(self.raw[k]) == 1 or (end < self.size and self.raw[end][0].isalpha())
