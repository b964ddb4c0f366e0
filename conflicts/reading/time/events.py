"""The grammar of a length that is told of a named event: "a two-day visit", "une trêve de 10 jours"."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time.counting import cardinal, decimal
from conflicts.reading.time.lasting import way_of, whole
from conflicts.reading.time.measures import Sets, filler_at, vague
from conflicts.reading.time.tokens import Tokens

_NAMELESS: Final = frozenset({"across_years"})
_NO_NOUN: Final = frozenset({"unit", "number", "month", "weekday"})
JOINING: Final = frozenset({"of", "partitive", "lasting"})
_JOINTS: Final = frozenset({"to", "or", "and"})
_MOST_NOUNS: Final = 4
_MOST_ADJECTIVES: Final = 2


def _is_noun(tokens: Tokens, at: int) -> bool:
    """Whether the word may name what lasts: no list gives it a meaning in a length."""
    word, senses = tokens.word(at), tokens.senses(at).keys()
    is_compound = way_of(tokens, at) == "adjective" and tokens.word(at + 1) == "-"  # "full-scale"
    return len(word) > 1 and word.isalpha() and (senses <= _NAMELESS or is_compound)


def _is_part_of_noun(tokens: Tokens, at: int) -> bool:
    """Whether the word after a hyphen may be of the noun before: "cessez-le-feu", "sit-in"."""
    is_word = tokens.is_glued(at - 1) and tokens.is_glued(at) and tokens.word(at).isalpha()
    return is_word and tokens.senses(at).keys().isdisjoint(_NO_NOUN)


def _are_nouns(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a few nouns and nothing else stand there: "cease-fire", "jours de deuil national"."""
    at, count = start, 0
    while at < end and count < _MOST_NOUNS and _is_noun(tokens, at):
        at, count = at + 1, count + 1
        while at < end - 1 and tokens.word(at) == "-" and _is_part_of_noun(tokens, at + 1):
            at += 2
        joint = tokens.sense(at, "duration_filler")
        if at < end - 1 and tokens.word(at) == "'":
            at += 1
        elif joint and joint[0] in JOINING and joint[0] != "lasting" and joint[1] < end:
            at = joint[1]
    return at == end > start


def of_event(tokens: Tokens, text: str) -> Sets | None:
    """The length of a named event: "a two-day visit", "10 days of mourning", "une trêve de 10 jours"."""
    end = tokens.size
    while end and tokens.word(end - 1) in (".", ",", '"'):
        end -= 1
    tokens = tokens.part(0, end)
    return _before_noun(tokens, text) or _beside_of(tokens)


def _before_noun(tokens: Tokens, text: str) -> Sets | None:
    """ "a two-day visit", "a 90 minute meeting", "the week-long strike", "zehn Jahre Haft"."""
    start = next((at for at in range(1, tokens.size) if _are_nouns(tokens, at, tokens.size)), 0)
    first = _past_determiner(tokens)
    begins = first
    while first and begins < start and begins < first + _MOST_ADJECTIVES and _is_noun(tokens, begins):
        begins += 1
    end = start - 1 if tokens.word(start - 1) == "-" and _is_plural(tokens, start - 2) else start
    if _is_attributive(tokens, begins, end):
        told = _unhyphened(tokens.part(begins, end))
        return _vague_alone(told) or _strictly(told) or _strictly(tokens.part(0, start))
    if start != tokens.size - 1 or not start or way_of(tokens, start - 1) != "capital":
        return None
    return _strictly(tokens.part(0, start)) if text.rsplit(maxsplit=1)[-1][:1].isupper() else None


def _is_plural(tokens: Tokens, at: int) -> bool:
    """Whether it is the unit of a compound, "48-Stunden-Streik", and none of a name, "100-Jahr-Feier"."""
    return tokens.sense(at, "plural") is not None and tokens.is_glued(at + 1) and tokens.is_glued(at + 2)


def _unhyphened(tokens: Tokens) -> Tokens:
    """The length without the hyphens of "one-and-a-half-hour", "two- to three-day"."""
    if not any(word.isalpha() and not _JOINTS.isdisjoint(tokens.senses(at)) for at, word in enumerate(tokens.words)):
        return tokens
    while "-" in tokens.words:
        at = tokens.words.index("-")
        tokens = tokens.without(at, at + 1)
    return tokens


def _past_determiner(tokens: Tokens) -> int:
    """The index after "a", "the", "their", "for a" at the start; 0 if there is none."""
    at = 0
    if "article" not in tokens.senses(0):
        at = filler_at(tokens, 0) or 0
    article, whose = tokens.sense(at, "article"), tokens.sense(at, "relative")
    if article:
        return article[1]
    return whose[1] if whose and whose[0] == "this" else 0


def _is_attributive(tokens: Tokens, begins: int, end: int) -> bool:
    """Whether the length that ends at `end` belongs to the noun after it, as hyphens show, "long", or "a 90 minute"."""
    if end and (way_of(tokens, end - 1) == "long" or tokens.senses(end - 1).keys() == {"duration_vague"}):
        return True
    at = next((at for at in range(end - 1, max(end - 4, -1), -1) if (tokens.sense(at, "unit") or ("", 0))[1] == end), 0)
    if at and tokens.is_glued(at):
        is_sign = len(tokens.word(at)) == 1  # "A 3-D film", "a 4-H club", but "a 2h meeting".
        return not is_sign if tokens.word(at - 1) == "-" else tokens.word(at) == "h" or not is_sign
    article = tokens.sense(begins - 1, "article") if begins else None
    number = decimal(tokens, begins) or cardinal(tokens, begins)
    return bool(at and article and article[0] == "a" and number and number[0] > 1)


def _beside_of(tokens: Tokens) -> Sets | None:
    """ "10 days of mourning", "two weeks' notice", "a ceasefire of 10 days", "the talks lasted two hours"."""
    first = _past_determiner(tokens)
    for at in range(1, tokens.size - 1):
        joint = _joint(tokens, at)
        if joint is None:
            continue
        way, end = joint
        found = None
        is_one_of = way == "partitive" and at == first + 1 and tokens.sense(first - 1, "article") == ("the", first)
        if (first or way == "lasting") and way != "'" and not is_one_of and _are_nouns(tokens, first, at):
            found = _strictly(tokens.part(end, tokens.size))
        elif way != "lasting" and _are_nouns(tokens, end, tokens.size):
            head = tokens.part(0, at)
            is_some = any("relative" in head.senses(n) or way_of(head, n) == "again" for n in range(at))
            found = None if is_some else _strictly(head) or _vague_alone(head)
        if found:
            return found
    return None


def _joint(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """What joins a length and its event at `at`, and the index after it: "of", "lasting", "'s" in "a day's rest"."""
    word = tokens.sense(at, "duration_filler")
    if word and word[0] in JOINING:
        return word
    if tokens.word(at) == "'" and tokens.is_glued(at) and "unit" in tokens.senses(at - 1):
        return "'", at + (2 if tokens.word(at + 1) == "s" and tokens.is_glued(at + 1) else 1)
    return None


def _vague_alone(tokens: Tokens) -> Sets | None:
    """ "hours", "weeks" before "of talks", and no article."""
    word = tokens.sense(0, "duration_vague")
    found = vague(tokens, 0) if word and word[1] == tokens.size else None
    return found[0] if found else None


def _strictly(tokens: Tokens) -> Sets | None:
    """The sets of a length that is told by a count."""
    return whole(tokens, is_asked=False)
