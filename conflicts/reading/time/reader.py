"""Reading a printed time: text and settings in, a value on the axis "time" out."""

from __future__ import annotations

from functools import lru_cache

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import lexicon
from conflicts.reading.time.build import Built, build, build_plain
from conflicts.reading.time.clocks import counts_to_twelve, settled
from conflicts.reading.time.cues import anchor_of
from conflicts.reading.time.frequencies import frequency
from conflicts.reading.time.glance import at_a_glance
from conflicts.reading.time.literals import literal
from conflicts.reading.time.near import rounded
from conflicts.reading.time.phrases import phrase
from conflicts.reading.time.sight import can_be_time
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import LONGEST, Tokens, normal
from conflicts.reading.time.trees import Phrase
from conflicts.reading.time.twice import told_twice
from conflicts.reading.time.zones import settings_zone
from conflicts.values.bounds import HIGHEST, LOWEST
from conflicts.values.extent import LINE
from conflicts.values.value import Value

AXIS = "time"


def read_time(text: str, settings: Settings) -> Value | None:
    """The time that `text` says, or None if it is not a time.

    Days and clock times float unless the text or the settings name a zone. Without `settings.kind` only texts that can
    be nothing but a time are read: not "2026", "may" or "march".

    Raises `UnreadError` for a time that cannot be placed: a weekday with no anchor, 30 February.

    >>> from datetime import date
    >>> read_time("July 23", Settings(said=date(2025, 7, 22), modality="plan")).timex
    '2025-07-23'
    """
    if len(text) > LONGEST or not text:
        return None
    plain = normal(text)
    if not plain or len(plain) > LONGEST:
        return None
    try:
        return _read(text, plain, settings)
    except (OverflowError, RecursionError):
        raise UnreadError("a time beyond every calendar") from None


def glanced(text: str, settings: Settings) -> Value | None:
    """The time of one of the commonest forms, around which no frame stands; None if it is none that can be placed."""
    lang, plain = settings.lang, normal(text)
    try:
        is_iso = plain[4:5] == "-" == plain[7:8]  # most of these are dates of ISO 8601, and none is of another form
        exact = literal(plain, _zone(settings)) if is_iso else None
        if exact is None:
            seen = at_a_glance(plain, lexicon.load(lang), lang)
            if seen is not None:
                return _placed(seen, text, settings)
            exact = literal(plain, _zone(settings)) if plain[:1].isdecimal() and not is_iso else None
        return None if exact is None else _value(exact, text, settings)
    except (OverflowError, UnreadError):
        return None


def _zone(settings: Settings) -> str | None:
    return settings_zone(settings.zone) if settings.zone else None


def _placed(seen: Spec | Phrase, text: str, settings: Settings) -> Value:
    anchor = settings.anchor if settings.context is None else anchor_of(settings, text)
    zone = _zone(settings)
    built = build_plain(seen, anchor, zone) if isinstance(seen, Spec) else build(seen, anchor, zone)
    return _value(built, text, settings)


def _read(text: str, plain: str, settings: Settings) -> Value | None:
    zone, lang = _zone(settings), settings.lang
    own = lexicon.load(lang)
    for words in _lexicons(own):
        seen = at_a_glance(plain, words, lang)
        if seen is not None:
            if settings.kind is None and not _is_strong(seen):
                continue
            return _placed(seen, text, settings)
        exact = literal(plain, zone) if words is own else None
        if exact is not None:
            return _value(exact, text, settings)
        if "(" in plain:
            twice = told_twice(Tokens(plain, words), settings, zone, text)
            if twice is not None:
                return _value(twice, text, settings)
        tree = parsed(plain, words, lang)
        if tree is None:
            repeated = frequency(Tokens(plain, words)) if settings.kind == AXIS else None
            if repeated:
                return Value(
                    AXIS, LINE, LINE, "floating", text=text, timex=repeated, note="a repeated time, not a single one"
                )
        elif settings.kind is not None or _is_strong(tree):
            return _value(build(tree, anchor_of(settings, text), zone), text, settings)
    if settings.kind == AXIS and not own.neither.isdisjoint(plain.split()) and can_be_time(Tokens(plain, own)):
        raise UnreadError("more than one time is denied; make a claim of each")
    return None


@lru_cache(maxsize=1024)
def parsed(plain: str, words: lexicon.Lexicon, lang: str) -> Phrase | None:
    """The tree of a whole text, or None; it depends on no date, so that many claims may share it. Nobody changes it."""
    tokens = Tokens(plain, words)
    if not can_be_time(tokens):
        return None
    tree = phrase(tokens, lang)
    if tree is None or not _is_whole(tree):
        return None
    _settle(tree, words, lang)
    return tree


def _lexicons(own: lexicon.Lexicon) -> tuple[lexicon.Lexicon, ...]:
    """The words of the language, then the English ones: `lang` tells how numbers are written, not always the words."""
    return (own,) if own.lang == lexicon.DEFAULT else (own, lexicon.load(lexicon.DEFAULT))


def _specs(tree: Phrase) -> list[Spec]:
    found = [] if tree.spec is None else [tree.spec]
    for part in tree.parts:
        found += _specs(part)
    return found


def _is_whole(tree: Phrase) -> bool:
    """Whether no number is left that is neither a day nor an hour."""
    spec = tree.spec
    if spec is not None and (spec.bare is not None or spec.is_empty):
        return False
    return not tree.parts or all(map(_is_whole, tree.parts))


def _is_strong(tree: Spec | Phrase) -> bool:
    if isinstance(tree, Spec):
        return tree.is_strong
    return (tree.spec is not None and tree.spec.is_strong) or any(map(_is_strong, tree.parts))


def _settle(tree: Phrase, words: lexicon.Lexicon, lang: str) -> None:
    """What is read otherwise where English is not: hours are counted to 24, and some counts of days are rounded."""
    if counts_to_twelve(lang):
        return
    for spec in _specs(tree):
        if spec.clock is not None:
            spec.clock = settled(spec.clock, spec.part, lang)
        if spec.offset is not None and words.rounded:
            spec.offset = rounded(spec.offset, words)


def _value(built: Built, text: str, settings: Settings) -> Value:
    strict = built.strict
    if strict.intervals[0][0] == HIGHEST or strict.intervals[-1][1] == LOWEST:
        raise UnreadError("it lies beyond the years that can be told apart")
    note = "; ".join(built.notes) if built.notes else None
    if built.is_zoned:
        return Value(AXIS, strict, built.loose, "zoned", None, text, built.timex, note)
    return Value(AXIS, strict, built.loose, "floating", settings.anchor.offset, text, built.timex, note)
