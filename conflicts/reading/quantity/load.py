"""The lexicon of a language from its data file, `words/quantity.LANG.toml`, over the English one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import product
from typing import Any, Final

from conflicts.reading.quantity.lexicon import Hedge, Kind, Lexicon, Name, Phrase, Vague
from conflicts.reading.quantity.spelled import Habits, Role, Spelling, spelling
from conflicts.reading.quantity.tokens import tokenise
from conflicts.values.units import Meaning, unit_table

FALLBACK: Final = "en"
BIG: Final = 1_000_000
"""From here on a multiplier at the end of a word cannot be the end of another word."""


def words_of(text: str) -> tuple[str, ...]:
    """A phrase of a data file as its tokens in lower case."""
    return tuple(tokenise(text).low)


def _first_rest(items: Iterable[tuple[tuple[str, ...], Any]]) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    for words, payload in items:
        if words:
            yield words[0], words[1:], payload


def _load(lang: str) -> dict[str, Any] | None:
    file = resources.files("conflicts.reading").joinpath("words", f"quantity.{lang}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


def _layers(language: str) -> list[dict[str, Any]]:
    """The data of the language over that of the fallback: what is the same in both is the language's own."""
    base = _load(FALLBACK)
    assert base is not None, "the English words are part of the package"
    own = None if language == FALLBACK else _load(language)
    return [base] if own is None else [base, own]


def _phrases(layer: Mapping[str, Any]) -> dict[tuple[str, ...], tuple[Kind, Any]]:
    """Every phrase of one data file with what it does. Later kinds do not replace earlier ones."""
    found: dict[tuple[str, ...], tuple[Kind, Any]] = {}

    def add(texts: Iterable[str], kind: Kind, payload: Any = None) -> None:
        for text in texts:
            found.setdefault(words_of(text), (kind, payload))

    hedges: dict[tuple[str, ...], Hedge] = {}
    for op, lists in layer.get("hedges", {}).items():
        for side in ("before", "after"):
            for text in lists.get(side, ()):
                key = words_of(text)
                old = hedges.get(key, Hedge(op))
                hedges[key] = Hedge(old.op, before=old.before or side == "before", after=old.after or side == "after")
    links = layer.get("links", {})
    add(links.get("plus_minus", ()), Kind.LINK, "plus_minus")
    found.update((key, (Kind.HEDGE, hedge)) for key, hedge in hedges.items() if key not in found)
    words = layer.get("words", {})
    add(words.get("no", ()), Kind.NONE)
    add(words.get("additional", ()), Kind.ADDITION)
    add(words.get("changed_to", ()), Kind.BECOMES)
    add(words.get("up", ()), Kind.CHANGE, 1)
    add(words.get("down", ()), Kind.CHANGE, -1)
    add(words.get("openings", ()), Kind.OPENING)
    add(words.get("stops", ()), Kind.STOP)
    add(words.get("clock", ()), Kind.CLOCK)
    add(words.get("before_that", ()), Kind.EARLIER)
    add(words.get("any", ()), Kind.ANY)
    for name in ("between", "from", "to", "or", "but", "and", "out_of", "in_number", "below_zero", "some_more"):
        add(links.get(name, ()), Kind.LINK, name)
    add(layer.get("numbers", {}).get("half_after", ()), Kind.LINK, "half_after")
    add(words.get("fillers", ()), Kind.FILLER)
    add(
        (text for text in links.get("per", ()) if text not in layer.get("per", {}).get("articles", ())),
        Kind.LINK,
        "per",
    )
    for sign in ("minus", "plus"):
        add(links.get(sign, ()), Kind.LINK, sign)
    return found


def _vague(layers: Iterable[Mapping[str, Any]]) -> dict[str, list[tuple[tuple[str, ...], Vague]]]:
    found: dict[tuple[str, ...], Vague] = {}
    for layer in layers:
        of_ten: dict[str, int] = {}
        for word, size in layer.get("numbers", {}).get("plurals", {}).items():
            found[words_of(word)] = Vague((2 * size, 10 * size), (size, None))
            if set(str(size)) == {"0", "1"}:
                of_ten[word] = size
        for entry in layer.get("vague", ()):
            usual, widest = entry["usual"], entry["widest"]
            vague = Vague(
                (usual[0], usual[1] if len(usual) > 1 else None),
                (widest[0], widest[1] if len(widest) > 1 else None),
            )
            found.update((words_of(text), vague) for text in entry["words"])
            if "unit" in entry:
                of_ten.update((text, entry["unit"]) for text in entry["words"])
        found.update(_parts_of_ten(of_ten, layer.get("part_of_ten", ())))
        for entry in layer.get("share", ()):
            above, below = entry.get("above"), entry.get("below")
            usual = (Fraction(above), Fraction(1)) if above else (Fraction(0), Fraction(below))
            found.update((words_of(text), Vague(usual, usual, "share")) for text in entry["words"])
    table: dict[str, list[tuple[tuple[str, ...], Vague]]] = {}
    for first, rest, vague in _first_rest(found.items()):
        table.setdefault(first, []).append((rest, vague))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _parts_of_ten(
    of_ten: Mapping[str, int], parts: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[tuple[str, ...], Vague]]:
    """ "Low hundreds", "mid-single digits": a part of what is vague by a power of ten."""
    for part in parts:
        (lo, hi), (low, high) = part["usual"], part["widest"]
        for word, (text, unit) in product(part["words"], of_ten.items()):
            vague = Vague((lo * unit, hi * unit), (low * unit, high * unit))
            yield words_of(f"{word} {text}"), vague
            yield words_of(f"{word}-{text}"), vague


def _unit_names(forms: Mapping[str, Meaning], *, folded: bool) -> dict[str, list[Name]]:
    table: dict[str, list[Name]] = {}
    for form, meaning in forms.items():
        tokens = tokenise(form)
        words = tokens.low if folded else tokens.raw
        table.setdefault(words[0], []).append(Name(tuple(words[1:]), meaning))
    for names in table.values():
        names.sort(key=lambda name: -len(name.rest))
    return table


def _merged(layers: list[dict[str, Any]], section: str, key: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for layer in layers:
        merged.update(layer.get(section, {}).get(key, {}))
    return merged


def _spelling(layers: list[dict[str, Any]], numbers: Mapping[str, Any]) -> Spelling:
    tables = (
        ("ordinals", "words", Role.ORDINAL),
        ("numbers", "plurals", Role.MULTIPLIER),
        ("numbers", "multipliers", Role.MULTIPLIER),
        ("numbers", "tens", Role.TENS),
        ("numbers", "small", Role.SMALL),
    )
    habits = Habits(
        units_first=numbers["order"] == "units first",
        glued=numbers["glued"],
        join_always=numbers["join_always"],
        long_tens=frozenset(numbers["long_tens"]),
    )
    listed = (
        ({words_of(word): value for word, value in _merged(layers, section, key).items()}, role)
        for section, key, role in tables
    )
    return spelling(listed, numbers["join"], habits)


@cache
def lexicon(language: str, region: str = "") -> Lexicon:
    """The words of `language` ("de") over the English ones, with the figures of `region` ("CH"). Read once.

    A language without a data file of its own has the English words.
    """
    layers = _layers(language)
    base, own = layers[0], layers[-1]
    numbers = {**base["numbers"], **own.get("numbers", {})}
    figures = {**base["figures"], **own.get("figures", {})}
    figures.update(figures.get(region, {}))

    found: dict[tuple[str, ...], tuple[Kind, Any]] = {}
    for layer in layers:
        found.update(_phrases(layer))
    phrases: dict[str, list[Phrase]] = {}
    for first, rest, (kind, payload) in _first_rest(found.items()):
        phrases.setdefault(first, []).append(Phrase(rest, kind, payload))
    for listed in phrases.values():
        listed.sort(key=lambda phrase: -len(phrase.rest))

    table = unit_table(language)
    own_words = {word for layer in layers for word in layer.get("words", {}).get("no_units", ())}
    lower = {form.lower(): meaning for form, meaning in table.symbols.items() if len(form) > 1}
    symbols = {form: meaning for form, meaning in table.symbols.items() if form not in own_words}
    lower = {form: meaning for form, meaning in lower.items() if form not in own_words and form not in table.unclear}
    names = {**lower, **table.names}
    every = {word for layer in layers for word in layer.get("words", {}).get("relative", ())}
    relative: dict[str, list[tuple[str, ...]]] = {}
    for text in every:
        words = words_of(text)
        relative.setdefault(words[0], []).append(words[1:])

    def union(section: str, key: str) -> frozenset[str]:
        return frozenset(word for layer in layers for word in layer.get(section, {}).get(key, ()))

    def by_word(key: str) -> dict[str, str]:
        """The English name of what a rate is by, for each word of the languages."""
        tables = [layer.get("per", {}).get(key, {}) for layer in layers]
        return {word: by for table in tables for by, listed in table.items() for word in listed}

    adverbs = by_word("adverbs")
    fractions = {word: Fraction(size) for word, size in _merged(layers, "fractions", "words").items()}
    return Lexicon(
        decimal=figures["decimal"],
        groups=frozenset(figures["groups"]),
        spelling=_spelling(layers, numbers),
        capital_nouns=numbers["capital_nouns"],
        join=frozenset(numbers["join"]),
        point=union("numbers", "point"),
        articles=union("numbers", "articles"),
        of=union("links", "of"),
        small=_merged(layers, "numbers", "small"),
        multipliers=_merged(layers, "numbers", "multipliers"),
        plurals=_merged(layers, "numbers", "plurals"),
        big=tuple(word for word, size in _merged([own], "numbers", "multipliers").items() if size >= BIG),
        letters=_merged(layers, "numbers", "letters"),
        money_letters=_merged(layers, "numbers", "money"),
        fractions=fractions,
        ordinals=_merged(layers, "ordinals", "words"),
        suffixes=union("ordinals", "suffixes"),
        after_fraction=union("ordinals", "after_fraction"),
        vague=_vague(layers),
        phrases=phrases,
        symbols=_unit_names(symbols, folded=False),
        names=_unit_names(names, folded=True),
        before=_unit_names({form: table.symbols[form] for form in table.money}, folded=False),
        unclear=table.unclear,
        then=table.then,
        counted=union("words", "counted"),
        durations=union("words", "durations"),
        relative=relative,
        metres=union("words", "metres"),
        foreign=frozenset(_merged(layers, "numbers", "foreign").get("words", ())),
        number_ends=tuple(_merged(layers, "numbers", "foreign")["ends"]),
        ordinal_nouns=union("ordinals", "nouns"),
        collective=union("words", "collective"),
        pairs=union("words", "pairs"),
        possessives=union("words", "possessives"),
        capital=union("numbers", "capital"),
        each=union("fractions", "each"),
        per_articles=union("per", "articles"),
        per_nouns=union("per", "nouns"),
        per_when=union("per", "when"),
        per_or_when=union("per", "or_when"),
        per_within=union("per", "within"),
        per_adverbs=adverbs,
        per_names=by_word("names"),
        rates=union("per", "articles") | frozenset(adverbs),
    )
