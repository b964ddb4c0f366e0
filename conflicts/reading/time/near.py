"""Pieces of a time that tell it by another: "next week", "two days ago", "in three months", "the day before"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.reading.time import beside, named, pieces
from conflicts.reading.time.counting import cardinal, is_decade
from conflicts.reading.time.lengths import length, vague_length
from conflicts.reading.time.lexicon import Lexicon
from conflicts.reading.time.spec import Length, Offset, Rolling, Spec
from conflicts.reading.time.tokens import Tokens

_AGO: Final = frozenset({"ago", "before"})
_OF_CONTEXT: Final = frozenset({"later", "before"})
FORWARD: Final = frozenset({"next", "coming", "following"})
BACK: Final = frozenset({"last", "previous", "past"})
_LONG: Final = frozenset({"day", "week", "fortnight", "month", "year"})
_OF_ACCOUNTS: Final = frozenset({"month", "quarter", "year"})
_DAYS_OFF: Final = {"next": 1, "following": 1, "coming": 0, "this": 0} | dict.fromkeys(BACK, -1)


def relative_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "next week", "last Friday", "this morning", "the next three days", "the coming weeks"."""
    meaning, end = tokens.senses(at)["relative"]
    of = end
    article = tokens.sense(of, "article")
    if article and article[0] == "the":
        of = article[1]
    rolled = None if is_decade(tokens, of) else length(tokens, of)
    if rolled and (tokens.sense(of, "article") is None):
        direction = 1 if meaning in FORWARD else -1 if meaning in BACK else 0
        if direction and spec.rolling is not None:
            return -1
        if direction:
            spec.rolling, spec.is_strong = Rolling(direction, rolled[0], rolled[0].is_vague), True
            return rolled[1]
    of = end
    senses = tokens.senses(of)
    weekday = senses.get("weekday")
    if weekday:
        if spec.weekday is not None:
            return -1
        way = beside.before_or_after(tokens, weekday[1])
        if way and meaning in (FORWARD if way[0] == "after" else BACK):
            follows = beside.nth_beside(tokens, 1 if meaning in FORWARD else -1, of, spec, lang)
            if follows > of:
                return follows
        spec.weekday, spec.weekday_relative, spec.is_strong = int(weekday[0]), meaning, True
        return weekday[1]
    unit = senses.get("unit")
    if unit and not (senses.get("ordinal") and unit[0] == "second"):
        return relative_unit(tokens, unit, meaning, spec)
    part = senses.get("part")
    if part and (spec.part is not None or spec.relative_day is not None):
        return -1
    if part:
        part_of_relative_day(spec, part[0], meaning)
        return part[1]
    if meaning in ("afternext", "beforelast"):
        return -1
    month = senses.get("month")
    if month:
        end = named.month_piece(tokens, of, spec, lang)
        spec.month_relative, spec.is_strong = meaning, True
        return end
    for kind in ("season", "holiday", "quarter_mark"):
        if kind in senses:
            follows = pieces.RULES[kind](tokens, of, spec, lang)
            if follows > of:
                spec.period_relative, spec.is_strong = meaning, True
                return follows
    if tokens.is_number(of) or senses.get("number"):
        follows = pieces.piece(tokens, of, spec, lang)
        if follows > of and (spec.month is not None or spec.dates is not None):
            spec.month_relative, spec.is_strong = meaning, True
            return follows
    return -1


def part_of_relative_day(spec: Spec, part: str, way: str) -> None:
    """ "This morning", "next evening"."""
    spec.part, spec.is_strong = part, True
    spec.relative_day = _DAYS_OFF.get(way)
    if spec.relative_day is None:
        spec.relatives += (("day", way),)


def relative_unit(tokens: Tokens, unit: tuple[str, int], meaning: str, spec: Spec) -> int:
    name, end = unit
    if spec.rolling is not None:
        return -1
    is_plural = tokens.sense(end - 1, "plural") is not None
    spec.is_strong = True
    if name == "fiscal" or name == "school":
        spec.fiscal = True
        spec.relatives += (("year", meaning),)
        return end
    sign = 1 if meaning in FORWARD else -1 if meaning in BACK else 0
    if is_plural and sign:
        spec.rolling = Rolling(sign, vague_length(name), is_vague=True)
        return end
    if sign and name != "night":
        more = length(tokens, end - 1, bare=True)
        if more and (len(more[0].parts) > 1 or more[0].is_vague):
            spec.rolling = Rolling(sign, more[0], more[0].is_vague)
            return more[1]
        about = tokens.sense(end, "approx_after")
        if about:
            spec.rolling = Rolling(sign, Length(((1, 1, name),)), is_vague=True)
            return about[1]
    if name == spec.nth_unit or (name == "night" and (spec.part is not None or spec.relative_day is not None)):
        return -1  # "The first day the last day", "tonight last night".
    if name == "night" and sign:
        spec.part, spec.relative_day = "NI", sign
        return end
    if name in ("second", "minute", "hour") or (name == "fortnight" and sign):
        if not sign:
            return -1
        spec.rolling = Rolling(sign, Length(((1, 1, name),)))
        return end
    spec.relatives += ((name, meaning),)
    return end


def length_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A length that is placed: "two days ago", "3 weeks after Easter", "2 upcoming months", "a week on Wednesday"."""
    ahead = cardinal(tokens, at)
    if ahead:
        way = tokens.sense(ahead[1], "relative")
        if way and (way[0] in FORWARD or way[0] in BACK) and tokens.sense(way[1], "plural"):
            unit = tokens.senses(way[1])["unit"]
            spec.rolling = Rolling(1 if way[0] in FORWARD else -1, Length(((ahead[0], ahead[0], unit[0]),)))
            spec.is_strong = True
            return unit[1]
        weekday = tokens.sense(ahead[1], "weekday") or tokens.sense(ahead[1], "weekdays")
        if weekday and spec.weekday is None:
            way = tokens.sense(weekday[1], "ago")
            if way:
                spec.weekday, spec.is_strong = int(weekday[0]), True
                is_back = way[0] in _AGO
                spec.weekday_relative = "past" if is_back else "coming"
                spec.weekday_shift = (ahead[0] - 1) * (-1 if is_back else 1)
                return way[1]
    found = length(tokens, at)
    if found is None or spec.offset is not None:
        return -1
    if found[0].finest in _OF_ACCOUNTS:
        follows = beside.stretch_to(tokens, found[0], found[1], spec, lang)
        if follows > at:
            return follows
    return placing(tokens, found[0], found[1], spec, lang)


def placed_by(way: str, how_long: Length) -> Offset:
    """A length before or after the moment of speaking ("ago", "hence"), or one that the context tells."""
    return Offset(-1 if way in _AGO else 1, how_long, is_from_context=way in _OF_CONTEXT)


def from_day(tokens: Tokens, at: int, spec: Spec, day: int) -> int:
    """After a day told from today, a length to its other end: "heute in einer Woche", "aujourd'hui en huit"."""
    weeks = tokens.sense(at, "weeks_on")
    if weeks and not spec.has_date:
        how_long, sign, end = Length(((int(weeks[0]), int(weeks[0]), "week"),)), 1, weeks[1]
    else:
        ahead, back = tokens.sense(at, "in"), tokens.sense(at, "ago_first")
        way = ahead or back
        found = length(tokens, way[1]) if way and not spec.has_date else None
        if found is None or found[0].finest not in _LONG or found[0].is_vague:
            return -1
        how_long, end = found
        sign = 1 if ahead else -1
    spec.offset, spec.is_strong = Offset(sign, how_long, Spec(relative_day=day), is_exact_day=True), True
    return end


def rounded(offset: Offset, lexicon: Lexicon) -> Offset:
    """The offset with the days that are meant as well where people round its count: "in acht Tagen" is in a week."""
    low, high, unit = offset.length.parts[0]
    is_from_now = offset.base is None or offset.base.relative_day is not None
    if unit != "day" or low != high or len(offset.length.parts) > 1 or not is_from_now:
        return offset
    return evolve(offset, rounded=lexicon.rounded.get(int(low), 0))


def placing(tokens: Tokens, how_long: Length, end: int, spec: Spec, lang: str) -> int:
    """What follows a length and places it."""
    about = tokens.sense(end, "approx_after")
    if about and (tokens.sense(about[1], "ago") or tokens.sense(about[1], "from_base")):
        spec.approx, end = spec.approx or about[0], about[1]  # "A week or so ago".
    way = tokens.sense(end, "ago")
    base_word = tokens.sense(end, "from_base")
    if way and (base_word is None or way[1] > base_word[1]) and not (way[0] == "later" and tokens.word(end) == "on"):
        day = tokens.sense(way[1], "relative_day") if way[0] == "ago" else None
        if day and day[1] == tokens.size:
            # "A week ago yesterday".
            spec.offset = Offset(-1, how_long, Spec(relative_day=int(day[0])), is_exact_day=True)
            spec.is_strong = True
            return day[1]
        spec.offset = placed_by(way[0], how_long)
        spec.is_strong = True
        return way[1]
    if base_word and tokens.word(end) != "on":
        base, follows = pieces.point(tokens, base_word[1], lang)
        if follows > base_word[1] and base.has_date:
            if base.holiday is not None and spec.weekday is None:
                spec.weekday, base.weekday = base.weekday, None  # "Three weeks after Christmas, on Friday".
            sign = -1 if base_word[0] == "before" else 1
            spec.offset, spec.is_strong = Offset(sign, how_long, base, is_exact_day=True), True
            spec.zone = spec.zone or base.zone
            return follows
        return -1
    if base_word and how_long.finest in ("week", "fortnight") and tokens.sense(base_word[1], "weekday"):
        base, follows = pieces.point(tokens, base_word[1], lang)
        base.weekday_relative = base.weekday_relative or "coming"
        spec.offset, spec.is_strong = Offset(1, how_long, base, is_exact_day=True), True
        return follows
    day = tokens.sense(end, "relative_day")
    if day and int(day[0]) >= 0 and how_long.finest in ("week", "fortnight", "month", "year"):
        # "A week tomorrow".
        base = Spec(relative_day=int(day[0]))
        spec.offset, spec.is_strong = Offset(1, how_long, base, is_exact_day=True), True
        return day[1]
    start = tokens.sense(end, "starting")
    if start:
        base, follows = pieces.point(tokens, start[1], lang)
        if follows > start[1] and base.has_date:
            spec.offset, spec.is_strong = Offset(0, how_long, base), True
            return follows
    return -1


def in_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "in two weeks", else a word that only leads on: "in June", "in the morning"."""
    end = tokens.senses(at)["in"][1]
    if not spec.is_empty and tokens.sense(at, "to"):
        return -1
    less = tokens.sense(end, "bound_duration")
    about = None if less else tokens.sense(end, "approx")
    found = length(tokens, less[1] if less else about[1] if about else end)
    if found and spec.offset is None and spec.rolling is None and not tokens.sense(found[1], "ago_only"):
        how_long, follows = found
        to = beside.stretch_to(tokens, how_long, follows, spec, lang)
        if to > follows:
            return to
        if about and about[0] != "ish":
            spec.approx = spec.approx or about[0]
        hence = tokens.sense(follows, "in_after")
        if hence:
            follows = hence[1]
        start = tokens.sense(follows, "from_base")
        if start and tokens.word(follows) not in ("on",):
            placed = placing(tokens, how_long, follows, spec, lang)
            if placed > follows:
                return placed
        spec.is_strong = True
        if less and less[0] == "less":
            spec.rolling = Rolling(1, how_long)
        else:
            spec.offset = Offset(1, how_long)
        return follows
    ahead = tokens.sense(end + 1, "relative") if tokens.sense(end, "article") else None
    unit = tokens.sense(ahead[1], "unit") if ahead and ahead[0] == "next" else None
    if (
        unit
        and unit[0] in ("week", "fortnight", "month", "year", "decade")
        and unit[1] == tokens.size
        and spec.is_empty
    ):
        spec.rolling, spec.is_strong = Rolling(1, Length(((1, 1, unit[0]),))), True
        return unit[1]
    if tokens.sense(end, "month") or (tokens.is_number(end) and len(tokens.words[end]) == 4):
        spec.is_strong = True
    spec.leads += 1
    return end if end < tokens.size else -1


def ago_first(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """Languages that put "ago" first: "vor zwei Wochen", "il y a deux semaines"."""
    _, end = tokens.senses(at)["ago_first"]
    about = tokens.sense(end, "approx")
    found = length(tokens, about[1] if about else end)
    if found is None or spec.offset is not None:
        return -1
    if about:
        spec.approx = spec.approx or about[0]
    spec.offset, spec.is_strong = Offset(-1, found[0]), True
    return found[1]
