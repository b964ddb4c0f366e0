"""Reading a printed length of time: text and settings in, a value on the axis "duration" out."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import lexicon
from conflicts.reading.time.counting import cardinal, decimal
from conflicts.reading.time.lengths import length, respelled, unmixed
from conflicts.reading.time.measures import (
    Measured,
    Sets,
    both,
    bounded,
    filler_at,
    measured,
    partly,
    read_length,
    rough,
    signed,
    vague,
)
from conflicts.reading.time.spec import Count, Length
from conflicts.reading.time.tokens import LONGEST, Tokens, normal
from conflicts.values.bounds import Number, exact
from conflicts.values.calendar import DAY
from conflicts.values.extent import Extent
from conflicts.values.value import Value

AXIS = "duration"


def read_duration(text: str, settings: Settings) -> Value | None:
    """The length of time that `text` says, in seconds, or None if it is not one.

    A plain "two hours" stands for half an hour either side, as measures do; months are 28 to 31 days, years 365 or
    366. "Exactly", "at least", "up to", "between … and …" are sharp, "about" is wider.

    >>> value = read_duration("at least 90 minutes", Settings())
    >>> value.strict == Extent.at_least(5400), value.timex
    (True, 'PT90M')
    """
    if len(text) > LONGEST:
        return None
    plain = normal(unmixed(text))
    if not plain or len(plain) > LONGEST:
        return None
    own = lexicon.load(settings.lang)
    reason: str | None = None
    for words in (own,) if own.lang == lexicon.DEFAULT else (own, lexicon.load(lexicon.DEFAULT)):
        tokens = Tokens(plain, words)
        if settings.kind is None and not _has_unit(tokens):
            continue
        try:
            found = _whole(tokens, is_asked=settings.kind is not None)
            if found is None and settings.kind == AXIS:
                tokens = Tokens(respelled(plain, words), words)
                found = _years(tokens) or _whole(tokens, is_asked=True)
                if found is None and (words is own or not _is_known(tokens, own)):
                    found = _of_event(tokens, text)
            reason = reason or (None if found else _why_not(tokens, text, is_asked=settings.kind == AXIS))
        except (OverflowError, RecursionError):
            raise UnreadError("a length of time beyond measure") from None
        if found:
            strict, loose, timex = found
            return Value(AXIS, strict, loose, text=text, timex=timex, unit="s")
    if reason:
        raise UnreadError(reason)
    return None


def _has_unit(tokens: Tokens) -> bool:
    """Whether some token can begin the name of a unit, or a length in signs ("P3D", "1:45:30")."""
    return any("unit" in tokens.senses(at) or tokens.words[at] in _SIGNS for at in range(tokens.size))


def _is_known(tokens: Tokens, own: lexicon.Lexicon) -> bool:
    """Whether some word means nothing in the language of the tokens, and something in the text's own."""
    return any(not tokens.senses(at) and own.senses([word], 0) for at, word in enumerate(tokens.words))


_SIGNS: Final = frozenset({":", "p", "pt"})


def _whole(tokens: Tokens, *, is_asked: bool) -> Sets | None:
    """The sets of the text by the first rule that takes it in whole; vague lengths only where a length is wanted."""
    for rule in (both, _between, bounded, vague, partly, _plain) if is_asked else (both, _between, bounded, _counted):
        found = rule(tokens, 0)
        if found and _ends(tokens, found[1]):
            return found[0]
    return None


def _ends(tokens: Tokens, at: int) -> bool:
    return _skip_fillers(tokens, tokens.skip(at, ".,'\"-")) >= tokens.size


def _skip_fillers(tokens: Tokens, at: int) -> int:
    while at < tokens.size:
        filler = filler_at(tokens, at)
        if filler is None and tokens.word(at) == "-" and at:
            at += 1
            continue
        if filler is None:
            return at
        at = filler
    return at


def _extent(read: Measured, slack: Count) -> Extent:
    return Extent.closed(exact(max(read.low - slack, Fraction(0))), exact(read.high + slack))


def _plain(tokens: Tokens, at: int, *, bare: bool = True) -> tuple[Sets, int] | None:
    """A length with or without a hedge: "two hours", "about two hours", "exactly 90 minutes", "the next four years"."""
    at = _skip_fillers(tokens, at)
    ahead = tokens.sense(at, "relative")
    if ahead and not tokens.sense(at, "unit"):
        at = _skip_fillers(tokens, ahead[1])
    sharp = tokens.sense(at, "exact")
    about = (tokens.sense(at, "approx") or _some(tokens, at)) if "at" not in tokens.senses(at) else None  # "vers 9 h"
    start = sharp[1] if sharp else about[1] if about else at
    if not sharp and not about:
        start = _skip_fillers(tokens, start)
    bare = (bare and start > 0) or _is_long(tokens, start)
    found = signed(tokens, start) if sharp else read_length(tokens, start, bare=bare)
    if found is None:
        return None
    read, end = found
    after = tokens.sense(end, "approx")
    if after and not about:
        about, end = after, after[1]
    if sharp:
        point = Extent.closed(exact(read.low), exact(read.high))
        return (point, point, read.timex), end
    if read.is_vague:
        strict = Extent.closed(exact(read.low), exact(read.high))
        return (strict, Extent.closed(exact(read.low / 2), exact(read.high * 2)), read.timex), end
    if about:
        return (*rough(read, about[0]), read.timex), end
    strict = _extent(read, read.half)
    return (strict, strict, read.timex), end


def _some(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The word for a few that is none before a number: "some 20 minutes"."""
    few = tokens.sense(at, "vague_count")
    return ("about", few[1]) if few and (tokens.is_number(few[1]) or tokens.sense(few[1], "number")) else None


def _is_long(tokens: Tokens, at: int) -> bool:
    """Whether a unit stands at `at` with no number, but as long as one: "week-long"."""
    unit = tokens.sense(at, "unit") if tokens.sense(at, "plural") is None else None
    return unit is not None and _way(tokens, unit[1] + (tokens.word(unit[1]) == "-")) == "long"


def _counted(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """A plain length that no other kind of value can be: not "the week", nor "a quarter", which may be a share."""
    return _plain(tokens, at, bare=False) if tokens.sense(tokens.size - 1, "share") is None else None


def _between(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """ "between one and two hours", "from 90 minutes to 2 hours", "two to three days", "5-7 years"."""
    at = _skip_fillers(tokens, at)
    word = tokens.sense(at, "between") or tokens.sense(at, "from")
    start = word[1] if word else at
    first, end = _count_or_length(tokens, start)
    if end <= start:
        return None
    joint = tokens.sense(end, "and" if word and tokens.sense(at, "between") else "to") or tokens.sense(end, "or")
    if joint is None and isinstance(first, Measured) and tokens.sense(at, "from") and cardinal(tokens, start):
        return _plain(tokens, start) if first.is_vague else None  # "From 5 to 10 hours" is "5 to 10 hours".
    if joint is None or (tokens.sense(start - 1, "from") and tokens.word(end - 1) == "h"):
        return None  # "De 9 h à 11 h" are two clock times.
    last = signed(tokens, joint[1])
    if last is None or (tokens.word(end) == "-" and "article" in tokens.senses(joint[1])):
        return None  # "A two-hour-a-day job" has no range.
    read, end = last
    if not isinstance(first, Measured):
        found = length(tokens, joint[1])
        if found is None or len(found[0].parts) != 1:
            return None
        unit = found[0].parts[0][2]
        first = measured(Length(((first, first, unit),)))
    if first.low > read.high:
        return None
    strict = Extent.closed(exact(first.low), exact(read.high))
    return (strict, strict, None), end


def _count_or_length(tokens: Tokens, at: int) -> tuple[Count | Measured, int]:
    found = signed(tokens, at, is_first=True) or signed(tokens, at)
    if found:
        return found
    number = decimal(tokens, at)
    if number:
        return number
    words = cardinal(tokens, at)
    return words or (0, at)


_HEDGES: Final = ("bound_duration", "bound_duration_after", "approx")
_NAMELESS: Final = frozenset({"across_years"})
_NO_NOUN: Final = frozenset({"unit", "number", "month", "weekday"})
_JOINING: Final = frozenset({"of", "partitive", "lasting"})
_JOINTS: Final = frozenset({"to", "or", "and"})
_MOST_NOUNS: Final = 4
_MOST_ADJECTIVES: Final = 2


def _is_noun(tokens: Tokens, at: int) -> bool:
    """Whether the word may name what lasts: no list gives it a meaning in a length."""
    word, senses = tokens.word(at), tokens.senses(at).keys()
    is_compound = _way(tokens, at) == "adjective" and tokens.word(at + 1) == "-"  # "full-scale"
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
        elif joint and joint[0] in _JOINING and joint[0] != "lasting" and joint[1] < end:
            at = joint[1]
    return at == end > start


def _of_event(tokens: Tokens, text: str) -> Sets | None:
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
    if start != tokens.size - 1 or not start or _way(tokens, start - 1) != "capital":
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
    if end and (_way(tokens, end - 1) == "long" or tokens.senses(end - 1).keys() == {"duration_vague"}):
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
            is_some = any("relative" in head.senses(n) or _way(head, n) == "again" for n in range(at))
            found = None if is_some else _strictly(head) or _vague_alone(head)
        if found:
            return found
    return None


def _way(tokens: Tokens, at: int) -> str:
    """How a word bears on the length beside it, as the word lists tell; "" if it does not."""
    return tokens.senses(at).get("duration_filler", ("", 0))[0]


def _joint(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """What joins a length and its event at `at`, and the index after it: "of", "lasting", "'s" in "a day's rest"."""
    word = tokens.sense(at, "duration_filler")
    if word and word[0] in _JOINING:
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
    return _whole(tokens, is_asked=False)


def _why_not(tokens: Tokens, text: str, *, is_asked: bool) -> str | None:
    """Why a length stands there and is none of the event, if that shows by the first such word of its kind."""

    def is_length(part: Tokens) -> bool:
        found = _whole(part, is_asked=is_asked) or (_of_event(part, text) if is_asked and part.size else None)
        return found is not None

    at, seen = 0, {""}
    while at < tokens.size:
        hedge = max((tokens.senses(at).get(kind, ("", 0))[1] for kind in _HEDGES), default=0)
        if hedge > at + 1:
            at = hedge  # "No more than", "or longer", "more or less".
            continue
        way, end = tokens.sense(at, "duration_filler") or ("", at + 1)
        if way in seen:
            way = ""
        seen.add(way)
        if way == "more":
            rest = tokens.without(at, end)
            bare = read_length(tokens, end, bare=True)
            if is_length(rest) or is_length(rest.part(1, rest.size)) or (bare and _ends(tokens, bare[1])):
                return f"{_printed(tokens, at, end)!r} compares with a length that is not given; give the total"
        if is_asked and way == "person" and _has_unit(tokens):
            return f"{_printed(tokens, at, end)!r} tells that it is an age, not how long something lasts"
        if is_asked and way == "always":
            return f"{_printed(tokens, at, end)!r} tells that it never pauses, not how long it lasts"
        if is_asked and way == "each" and is_length(tokens.without(at, end)):
            return f"{_printed(tokens, at, end)!r} tells that there are many, not how long it lasts in all"
        per = tokens.sense(at, "per")
        if is_asked and per and _way(tokens, at - 1) not in _JOINING and is_length(tokens.part(0, at)):
            return f"{_printed(tokens, at, per[1])!r} tells how much in each, not how long it lasts"
        at += 1
    return None


def _printed(tokens: Tokens, start: int, end: int) -> str:
    """What is printed there, but for its capitals."""
    glue = ("" if tokens.is_glued(at) else " " for at in range(start, end))
    return "".join(space + word for space, word in zip(glue, tokens.words[start:end], strict=True)).strip()


def _years(tokens: Tokens) -> Sets | None:
    """A length told by its first and last year: "from 2009 to 2011"; only where a duration is wanted."""
    word = tokens.sense(0, "between") or tokens.sense(0, "from")
    if word is None or not tokens.is_number(word[1]) or len(tokens.words[word[1]]) != 4:
        return None
    joint = tokens.sense(word[1] + 1, "and") or tokens.sense(word[1] + 1, "to")
    if (
        joint is None
        or not tokens.is_number(joint[1])
        or joint[1] + 1 != tokens.size
        or len(tokens.words[joint[1]]) != 4
    ):
        return None
    years = int(tokens.words[joint[1]]) - int(tokens.words[word[1]])
    if years <= 0:
        return None
    low: Number = (years - 1) * 365 * DAY
    strict = Extent.closed(max(low, 0), (years + 1) * 366 * DAY)
    return strict, strict, f"P{years}Y"
