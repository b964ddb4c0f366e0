"""Numbers written as words: "one hundred and twenty-three", "dreiundzwanzigtausend", "quatre-vingt-onze".

A language differs in its words and in four habits: whether units stand before tens, whether a number is written
as one word, where "and" may stand, and which tens take ten to nineteen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Final

from attrs import frozen

HUNDRED: Final = 100
THOUSAND: Final = 1000
LONGEST_WORD: Final = 90
MOST_ATOMS: Final = 40


class Role(IntEnum):
    """What a word does inside a spelled number."""

    SMALL = 1
    TENS = 2
    MULTIPLIER = 3
    ORDINAL = 4
    JOIN = 5


@frozen
class Atom:
    """One word of a spelled number; `end` is the token after it, or -1 inside a token."""

    role: Role
    value: int
    end: int


@frozen
class Spelled:
    """A spelled number: its value, where it ends, and what multiplied it last.

    `last` is the last multiplier (a million in "three hundred million", 1 if the number ends in units), `scale`
    the product of all that stand at the end (a hundred million there).
    """

    value: int
    last: int
    scale: int
    end: int
    is_ordinal: bool = False


@frozen
class Habits:
    """How a language builds numbers of words."""

    units_first: bool = False
    glued: bool = False
    join_always: bool = False
    long_tens: frozenset[int] = frozenset()


class Spelling:
    """The words of numbers of one language, by their first token, and how they are put together."""

    def __init__(self, words: Mapping[tuple[str, ...], tuple[Role, int]], habits: Habits) -> None:
        self.habits = habits
        self.by_first: dict[str, list[tuple[tuple[str, ...], Role, int]]] = {}
        for key, (role, value) in words.items():
            self.by_first.setdefault(key[0], []).append((key[1:], role, value))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.single = {key[0]: found for key, found in words.items() if len(key) == 1}
        self.longest = max(map(len, self.single), default=0)

    def starts(self, word: str) -> bool:
        """Whether a spelled number can start with `word`."""
        return word in self.by_first or (self.habits.glued and self.pieces(word) is not None)

    def pieces(self, word: str) -> list[tuple[Role, int]] | None:
        """A word cut into number words ("drei-und-zwanzig"), or None if that leaves a rest.

        Longer pieces are tried first. Each place is tried once, so the time is linear in the word.
        """
        if len(word) > LONGEST_WORD or not word.isalpha():
            return None
        back: dict[int, tuple[int, tuple[Role, int]] | None] = {len(word): None}
        for start in range(len(word) - 1, -1, -1):
            for end in range(min(len(word), start + self.longest), start, -1):
                found = self.single.get(word[start:end])
                if found is not None and end in back:
                    back[start] = (end, found)
                    break
        pieces = []
        step = back.get(0)
        while step is not None:
            pieces.append(step[1])
            step = back[step[0]]
        return pieces or None

    def atoms(self, low: Sequence[str], gap: Sequence[bool], i: int) -> list[Atom]:
        """The words of a number from token `i` on, as far as they go."""
        atoms: list[Atom] = []
        size = len(low)
        while i < size and len(atoms) < MOST_ATOMS:
            word = low[i]
            if word == "-" and atoms and i + 1 < size and not gap[i] and not gap[i + 1]:
                i += 1
                word = low[i]
                if word not in self.by_first:
                    break
            for rest, role, value in self.by_first.get(word, ()):
                end = i + 1 + len(rest)
                if not rest or tuple(low[i + 1 : end]) == rest:
                    atoms.append(Atom(role, value, end))
                    i = end
                    break
            else:
                pieces = self.pieces(word) if self.habits.glued else None
                if pieces is None:
                    break
                i += 1
                atoms.extend(Atom(role, value, -1) for role, value in pieces[:-1])
                atoms.append(Atom(*pieces[-1], i))
        return atoms

    def number(self, atoms: Sequence[Atom], *, joins: bool) -> Spelled | None:
        """The number at the start of `atoms`, or None. `joins`: whether "and" may stand after hundreds."""
        return _Builder(atoms, self.habits, joins).number()


def spelling(
    tables: Iterable[tuple[Mapping[tuple[str, ...], int], Role]], joins: Iterable[str], habits: Habits
) -> Spelling:
    """The spelling of a language; of words in several tables the last one counts."""
    words: dict[tuple[str, ...], tuple[Role, int]] = {}
    for table, role in tables:
        words.update((key, (role, value)) for key, value in table.items())
    words.update(((word,), (Role.JOIN, 0)) for word in joins)
    return Spelling(words, habits)


class _Builder:
    """One pass over the atoms: hundreds inside thousands inside the whole."""

    def __init__(self, atoms: Sequence[Atom], habits: Habits, joins: bool) -> None:
        self.atoms = atoms
        self.habits = habits
        self.joins = joins
        self.is_ordinal = False

    def role(self, k: int) -> Role | None:
        return self.atoms[k].role if k < len(self.atoms) else None

    def number(self) -> Spelled | None:
        total, k, done, last, scale, ceiling = 0, 0, 0, 1, 1, 0
        while not self.is_ordinal:
            start = k + 1 if done and self.joins and self.role(k) is Role.JOIN else k
            group = self.group(start)
            if group is None:
                break
            value, after, hundreds = group
            if self.role(after) is Role.MULTIPLIER and not self.is_ordinal:
                size = self.atoms[after].value
                if ceiling and size >= ceiling:
                    break
                total, k, last, scale, ceiling = total + value * size, after + 1, size, size * hundreds, size
                # "Thousand million" multiplies; "million mille" adds, for a larger multiplier never follows there.
                while self.role(k) is Role.MULTIPLIER and self.atoms[k].value >= max(size, THOUSAND) and not done:
                    size = self.atoms[k].value
                    total, last, scale, k = total * size, last * size, scale * size, k + 1
                done = k
                if ceiling < HUNDRED:
                    break
            else:
                total, last, scale, done = total + value, hundreds, hundreds, after
                break
        if not done or self.atoms[done - 1].end < 0:
            return None
        return Spelled(total, last, scale, self.atoms[done - 1].end, self.is_ordinal)

    def group(self, k: int) -> tuple[int, int, int] | None:
        """A number below a thousand at `k`: its value, where it ends, and 100 if it ends in hundreds, else 1."""
        below = self.below_hundred(k)
        value, after = below if below is not None else (1, k)
        if self.role(after) is not Role.MULTIPLIER or self.atoms[after].value != HUNDRED or self.is_ordinal:
            bare = self.role(k) is Role.MULTIPLIER and self.atoms[k].value == THOUSAND
            return (value, after, 1) if below is not None or bare else None
        value, after = value * HUNDRED, after + 1
        rest = after + 1 if self.joins and self.role(after) is Role.JOIN else after
        tail = self.below_hundred(rest)
        return (value, after, HUNDRED) if tail is None else (value + tail[0], tail[1], 1)

    def below_hundred(self, k: int) -> tuple[int, int] | None:
        role = self.role(k)
        if role is Role.ORDINAL:
            self.is_ordinal = True
            return self.atoms[k].value, k + 1
        if role is Role.SMALL:
            units = self.atoms[k].value
            if (
                self.habits.units_first
                and 0 < units < 10
                and self.role(k + 1) is Role.JOIN
                and self.role(k + 2) is Role.TENS
            ):
                return units + self.atoms[k + 2].value, k + 3
            return units, k + 1
        return self.tens(k) if role is Role.TENS else None

    def tens(self, k: int) -> tuple[int, int]:
        tens = self.atoms[k].value
        if self.habits.units_first:
            return tens, k + 1
        unit = k + 2 if self.habits.join_always and self.role(k + 1) is Role.JOIN else k + 1
        role = self.role(unit)
        if role in {Role.SMALL, Role.ORDINAL}:
            value = self.atoms[unit].value
            if 0 < value < (20 if tens in self.habits.long_tens else 10):
                self.is_ordinal = role is Role.ORDINAL
                return tens + value, unit + 1
        return tens, k + 1
