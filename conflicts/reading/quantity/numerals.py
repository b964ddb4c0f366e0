"""Numerals: numbers in digits and in words, with their multipliers, fractions and vague plurals."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import evolve

from conflicts.reading.quantity.exact import Exact, whole
from conflicts.reading.quantity.figures import GROUP, Figure, read_figure
from conflicts.reading.quantity.lexicon import Lexicon
from conflicts.reading.quantity.numeral import BIG, Numeral, Style
from conflicts.reading.quantity.spelled import Atom, Role, Spelled
from conflicts.reading.quantity.tokens import Tokens

MILLION: Final = 1_000_000
LARGEST_POWER: Final = 60
LONGEST_POINT: Final = 12


Found: TypeAlias = tuple[Numeral, int]


@lru_cache(maxsize=4096)
def _plain(value: int) -> Numeral:
    return Numeral(value)


def _of_words(spelled: Spelled) -> Numeral:
    """A number in words is meant to the unit, unless it is so many millions."""
    if spelled.last < MILLION:
        return Numeral(spelled.value, scale=spelled.scale)
    return Numeral(spelled.value, spelled.last, Style.ROUNDED, scale=spelled.scale)


class NumeralReader:
    """Reads the numeral that starts at a token.

    `way` chooses among the readings of an ambiguous figure; `unit` is a short form that never multiplies ("K" where
    kelvins are expected).
    """

    def __init__(self, tokens: Tokens, lexicon: Lexicon, way: int = 0, unit: str | None = None) -> None:
        self.tokens = tokens
        self.raw, self.low, self.gap = tokens.raw, tokens.low, tokens.gap
        self.size = len(tokens.raw)
        self.lexicon = lexicon
        self.way = way
        self.unit = unit

    def read(self, i: int, *, joins: bool = True) -> Found | None:
        """The numeral at token `i` and where it ends, or None. `joins`: whether "and" may stand inside it."""
        found = self._figure(i) if self.raw[i][0].isdecimal() else self._words(i, joins=joins)
        if found is None:
            return None
        numeral, j = found
        numeral, j = self._and_part(numeral, j) if joins else (numeral, j)
        return self.multiplied(numeral, j)

    # ------------------------------------------------------------------ digits

    def _figure(self, i: int) -> Found | None:
        raw = self.raw[i]
        j = i + 1
        if j < self.size and self.gap[j] and self.raw[j][0].isdecimal():
            joined, j = self._spaced(i)
            raw = joined or raw
        figure = read_figure(raw, self.lexicon.decimal, self.lexicon.groups, self.way)
        if figure is None:
            return None
        if j == self.size:
            return self._numeral(figure), j
        slashed = self._slashed(figure, j)
        if slashed is not None:
            return slashed
        if figure.is_whole and self.gap[j] and self.raw[j].isdecimal():
            part = self._slashed(Figure(int(self.raw[j])), j + 1)
            if part is not None and part[0].value < 1:
                return evolve(part[0], value=figure.value + part[0].value, is_slashed=False), part[1]
        return self._power(self._numeral(figure), j)

    @staticmethod
    def _numeral(figure: Figure) -> Numeral:
        if figure.step == 1 and figure.ways == 1 and isinstance(figure.value, int):
            return _plain(figure.value)
        style = Style.PLAIN if figure.is_whole else Style.DECIMAL
        return Numeral(figure.value, figure.step, style, ways=figure.ways)

    def _spaced(self, i: int) -> tuple[str | None, int]:
        """Digits grouped by spaces, "1 234,5", joined; or None."""
        head = self.raw[i]
        j = i + 1
        if not head.isdecimal() or len(head) > GROUP or head[0] == "0":
            return None, j
        joined = head
        while j < self.size and self.gap[j]:
            token = self.raw[j]
            if not token[:GROUP].isdecimal() or len(token) < GROUP:
                break
            if len(token) > GROUP and token[GROUP].isdecimal():
                break
            if j + 1 < self.size and self.raw[j + 1] == "/" and not self.gap[j + 1]:
                break
            joined += token
            j += 1
            if len(token) > GROUP:
                # A sign after a spaced group can only be the decimal one: write it so that nothing else is read.
                head, part = joined[: -len(token) + GROUP], token[GROUP + 1 :]
                # Three digits after it may be one more group, unless the sign can only be the decimal one.
                is_decimal = len(part) != GROUP or token[GROUP] == self.lexicon.decimal
                return (f"{head}{self.lexicon.decimal}{part}", j) if part.isdecimal() and is_decimal else (None, i + 1)
        return joined, j

    def _slashed(self, top: Figure, j: int) -> Found | None:
        """A fraction with a stroke: "3/4"."""
        if j + 1 >= self.size or self.raw[j] != "/" or self.gap[j] or self.gap[j + 1]:
            return None
        below = self.raw[j + 1]
        if not below.isdecimal() or not int(below) or not top.is_whole:
            return None
        if j + 2 < self.size and self.raw[j + 2] == "/":
            return None
        return Numeral(whole(Fraction(top.value) / int(below)), 1, Style.FRACTION, is_slashed=True), j + 2

    def _power(self, numeral: Numeral, j: int) -> Found | None:
        """Powers of ten: "3e5", "3 × 10^5", "10^5"."""
        low, size = self.low, self.size
        if low[j] == "e" and not self.gap[j]:
            found = self._exponent(j + 1)
            return self._raised(numeral, *found) if found else (numeral, j)
        if low[j] == "^" and numeral.value == 10:
            found = self._exponent(j + 1)
            return self._raised(Numeral(1), *found) if found else None
        if low[j] in {"×", "x", "*", "·"} and j + 3 < size and self.raw[j + 1] == "10" and low[j + 2] == "^":
            found = self._exponent(j + 3)
            return self._raised(numeral, *found) if found else None
        return numeral, j

    def _exponent(self, j: int) -> tuple[int, int] | None:
        sign = 1
        if j < self.size and self.raw[j] in {"-", "+"} and not self.gap[j]:
            sign = -1 if self.raw[j] == "-" else 1
            j += 1
        if j >= self.size or self.gap[j] or not self.raw[j].isdecimal() or int(self.raw[j]) > LARGEST_POWER:
            return None
        return sign * int(self.raw[j]), j + 1

    @staticmethod
    def _raised(numeral: Numeral, power: int, j: int) -> Found:
        factor = Fraction(10) ** power
        value, step = whole(numeral.value * factor), whole(numeral.step * factor)
        style = Style.ROUNDED if numeral.style is Style.PLAIN else numeral.style
        return Numeral(value, step, style, ways=numeral.ways), j

    # ------------------------------------------------------------------ words

    def _words(self, i: int, *, joins: bool) -> Found | None:
        vague = self._vague(i)
        if vague is not None:
            return vague
        if self.low[i] in self.lexicon.each:
            return self._each(i + 1)
        if self.low[i] in self.lexicon.articles:
            after = self._hyphen(i + 1)
            if after < self.size:
                found = self._fraction(1, after, article=True) or self._scale(after) or self._ordinal(after)
                if found is not None:
                    return found
        if self.low[i] in self.lexicon.fractions:
            found = self._fraction(1, i, article=False)
            if found is not None:
                return found
        return self._spelled(i, joins=joins) or self._scale(i, bare=True)

    def _hyphen(self, j: int) -> int:
        """The token after `j` if that is a hyphen inside a word."""
        return j + 1 if j + 1 < self.size and self.low[j] == "-" and not self.gap[j] and not self.gap[j + 1] else j

    def _vague(self, i: int) -> Found | None:
        for rest, vague in self.lexicon.vague.get(self.low[i], ()):
            j = i + 1 + len(rest)
            if tuple(self.low[i + 1 : j]) == rest:
                if self.low[j - 1] in self.lexicon.capital and self.raw[j - 1].istitle():
                    return None
                numeral = Numeral(vague.usual[0], 1, Style.VAGUE, vague)
                while j < self.size:
                    k = j + 1 if j + 1 < self.size and self.low[j] in self.lexicon.of else j
                    size = self.lexicon.multipliers.get(self.low[k]) or self.lexicon.plurals.get(self.low[k])
                    if size is None:
                        break
                    numeral, j = numeral.times(size), k + 1
                return numeral, j
        return None

    def _scale(self, i: int, *, bare: bool = False) -> Found | None:
        """A multiplier that counts one of itself: "a hundred", "(a) dozen"."""
        size = self.lexicon.multipliers.get(self.low[i])
        if size is None or (bare and size > BIG):
            return None
        atoms = self.lexicon.spelling.atoms(self.low, self.gap, i)
        spelled = self.lexicon.spelling.number([Atom(Role.SMALL, 1, i), *atoms], joins=True)
        if spelled is None:
            return None
        return _of_words(spelled), spelled.end

    def _ordinal(self, i: int) -> Found | None:
        value = self.lexicon.ordinals.get(self.low[i])
        return None if value is None else (Numeral(value, style=Style.ORDINAL), i + 1)

    def _each(self, i: int) -> Found | None:
        """The share that an ordinal after "every" tells: "every fifth (German)", "jeder 10."."""
        if i >= self.size:
            return None
        size, j = self.lexicon.ordinals.get(self.low[i]), i + 1
        if size is None and self.raw[i].isdecimal():
            if j < self.size and not self.gap[j] and self.low[j] in self.lexicon.suffixes:
                size, j = int(self.raw[i]), j + 1
            elif j == self.size and "." in self.lexicon.suffixes:
                size = int(self.raw[i])  # The point of "jeder 10." was taken for the end of a sentence.
        if size is None or size < 2:
            return None
        return Numeral(Fraction(1, size), 1, Style.FRACTION), j

    def _fraction(self, count: Exact, i: int, *, article: bool, is_added: bool = False) -> Found | None:
        """A fraction word after `count`: "half", "(two) thirds", "(a) quarter"; and "half a million".

        `is_added` tells that it is added to a whole number: "two and a third million".
        """
        word = self.low[i]
        size = self.lexicon.fractions.get(word)
        j = i + 1
        if size is None:
            return None
        is_ordinal = word in self.lexicon.ordinals
        if is_ordinal and count == 1:
            follows = self.low[j] if j < self.size else ""
            is_noun = follows.isalpha() and follows not in self.lexicon.after_fraction
            is_noun = is_noun and not (is_added and follows in self.lexicon.multipliers)
            if not article or is_noun:
                return None
        elif is_ordinal and count != 1:
            return None
        numeral = Numeral(count * size, 1, Style.FRACTION)
        k = self._past_of_a(j)
        if k < self.size and self.low[k] in self.lexicon.multipliers:
            return numeral, k
        return numeral, j

    def _past_of_a(self, j: int) -> int:
        """The token after "of a", with hyphens or without: "quarter of a million", "half-a-million"."""
        k = self._hyphen(j)
        for words in (self.lexicon.of, self.lexicon.articles):
            if k < self.size and self.low[k] in words:
                k = self._hyphen(k + 1)
        return k

    def _spelled(self, i: int, *, joins: bool) -> Found | None:
        atoms = self.lexicon.spelling.atoms(self.low, self.gap, i)
        if not atoms:
            return None
        spelled = self.lexicon.spelling.number(atoms, joins=joins)
        if spelled is None:
            return None
        j = spelled.end
        if spelled.is_ordinal:
            return Numeral(spelled.value, style=Style.ORDINAL), j
        if j < self.size:
            after = self._hyphen(j)
            if spelled.last == 1 and self.low[after] in self.lexicon.fractions:
                found = self._fraction(spelled.value, after, article=True)
                if found is not None:
                    return found
            if self.low[j] in self.lexicon.point:
                found = self._point(spelled.value, j + 1)
                if found is not None:
                    return found
        return _of_words(spelled), j

    def _point(self, integer: int, j: int) -> Found | None:
        """The digits after "point", word by word."""
        digits = ""
        while j < self.size and len(digits) < LONGEST_POINT:
            digit = self.lexicon.small.get(self.low[j], 10)
            if digit > 9:
                break
            digits += str(digit)
            j += 1
        if not digits:
            return None
        step = Fraction(1, 10 ** len(digits))
        return Numeral(whole(integer + int(digits) * step), step, Style.DECIMAL), j

    def _and_part(self, numeral: Numeral, j: int) -> Found:
        """The fraction after a whole number: "two and a half", "one and three quarters"."""
        start = self._hyphen(j)
        if start + 1 >= self.size or self.low[start] not in self.lexicon.join or numeral.style is not Style.PLAIN:
            return numeral, j
        k = self._hyphen(start + 1)
        found: Found | None = None
        if self.low[k] in self.lexicon.articles and k + 1 < self.size:
            found = self._fraction(1, self._hyphen(k + 1), article=True, is_added=True)
        elif self.low[k] in self.lexicon.fractions:
            found = self._fraction(1, k, article=True)
        else:
            count = self.lexicon.small.get(self.low[k])
            after = self._hyphen(k + 1)
            if count and after < self.size:
                found = self._fraction(count, after, article=True)
        if found is None or found[0].value >= 1:
            return numeral, j
        return evolve(found[0], value=numeral.value + found[0].value), found[1]

    def multiplied(self, numeral: Numeral, j: int) -> Found:
        """Multipliers after the number, in words or short: "million", "dozen", "bn", "k"."""
        lexicon = self.lexicon
        while j < self.size and numeral.style is not Style.ORDINAL:
            k = self._hyphen(j)
            low = self.low[k]
            is_figure = numeral.style is Style.PLAIN or numeral.style is Style.DECIMAL
            size = lexicon.multipliers.get(low) or (lexicon.plurals.get(low) if is_figure else None)
            k += 1
            if size is None and k == j + 1:
                raw = self.raw[j]
                is_unit = raw == self.unit or (self.gap[j] and raw in lexicon.symbols) or self.tokens.name_end(j) > j
                size = None if is_unit else lexicon.letters.get(raw) or lexicon.letters.get(low)
                if size is not None:
                    lexicon.check_letter(self.tokens, j)
                if size is not None and k < self.size and self.raw[k] == "." and not self.gap[k]:
                    k += 1
            if size is None or numeral.value == 0:
                break
            numeral, j = numeral.times(size), k
        return numeral, j
