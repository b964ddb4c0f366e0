"""The grammar of bounds: deadlines, "since", "no earlier than", lengths from now on."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.time import phrases
from conflicts.reading.time.counting import is_decade
from conflicts.reading.time.dates import is_plainly_a_year
from conflicts.reading.time.hours import is_by_the_clock
from conflicts.reading.time.lengths import length, vague_length
from conflicts.reading.time.pairs import bounding, two_as_one
from conflicts.reading.time.pieces import point
from conflicts.reading.time.shares import hedge
from conflicts.reading.time.spec import Clock, Length, Offset, Rolling, Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.trees import Found, Phrase, lend

_PERIOD_WORDS: Final = ("unit", "weekday", "month", "season", "holiday")
_PLACED: Final = frozenset({"weekend", "workweek"})
"""Units that lie where they lie: "the next weekend" does not begin today."""
_YEARLY: Final = frozenset({"asof", "by", "since", "starting", "until", "notafter", "notbefore", "before", "after"})


def magnitude(tokens: Tokens, at: int, lang: str) -> Found:
    """ "more than two weeks ago", "less than 3 days after Easter": the bound is on the length."""
    name, end = tokens.senses(at)["bound_duration"]
    longer = tokens.sense(at, "bound")
    if longer and longer[1] > end:
        return None  # "Au plus tard" bounds no length, though "au plus" does.
    spec, end = point(tokens, end, lang)
    if spec.offset is None or spec.offset.sign == 0:
        return None
    if spec.has_time or spec.weekday is not None:
        raise UnreadError("a bound on a length, and a day or an hour beside it")
    if name in ("more", "atleast"):
        return Phrase("point", spec, bound="notafter" if spec.offset.sign < 0 else "notbefore"), end
    ends = Phrase("point", spec.offset.base or Spec(is_now=True)), Phrase("point", spec)
    return Phrase("range", parts=ends if spec.offset.sign > 0 else ends[::-1]), end


def ahead(tokens: Tokens, at: int, lang: str) -> Found:
    """ "In at least two weeks", "in no more than a month": the bound is on the length."""
    less = tokens.sense(tokens.senses(at)["in"][1], "bound_duration")
    found = length(tokens, less[1]) if less else None
    hence = tokens.sense(found[1], "in_after") if found else None
    if less is None or found is None or (tokens.sense(found[1], "from_base") and not hence):
        return None
    end = hence[1] if hence else found[1]
    if less[0] in ("more", "atleast"):
        return Phrase("point", Spec(offset=Offset(1, found[0]), is_strong=True), bound="notbefore"), end
    return Phrase("point", Spec(rolling=Rolling(1, found[0]), is_strong=True)), end


def within(tokens: Tokens, at: int, lang: str) -> Found:
    """ "within 50 days", "within the next three weeks", "within 50 days of June 2"."""
    end = tokens.senses(at)["within"][1]
    article = tokens.sense(end, "article")
    end = article[1] if article and article[0] == "the" else end
    ahead = tokens.sense(end, "relative")
    end = ahead[1] if ahead else end
    if ahead and ahead[0] not in ("next", "coming", "following"):
        return None
    if tokens.sense(end, "decade_before") and tokens.is_number(end + 1):
        return None  # "Dans les années 1990" is no length.
    if is_decade(tokens, end):
        spec, end = point(tokens, end, lang)
        return None if ahead else (Phrase("point", spec), end)
    whole = tokens.sense(end, "unit") if ahead else None
    if whole and whole[0] in _PLACED and not tokens.sense(end, "plural"):
        return None  # "Over the coming weekend" is that weekend, and no stretch as long as one.
    vague = tokens.sense(end, "plural")
    found = (vague_length(vague[0]), vague[1]) if vague else length(tokens, end, bare=ahead is not None)
    if found is None or (ahead is None and tokens.word(at) in ("over", "no")):
        return None
    how_long, end = found
    ahead = ahead or (tokens.sense(end, "relative_after") if vague else None)
    if ahead and ahead[0] == "coming" and ahead[1] > end:
        end = ahead[1]  # "Dans les jours à venir".
    if ahead is None and how_long.finest == "quarter":  # "Within a quarter" begins today
        how_long = Length(tuple((3 * low, 3 * high, "month") for low, high, _ in how_long.parts))
    spec = Spec(rolling=Rolling(1, how_long, how_long.is_vague), is_strong=True)
    time = None if ahead else tokens.sense(end, "in_after")
    end = time[1] if time and tokens.word(time[1] - 1) == "time" else end  # "Within a week's time".
    base_word = tokens.sense(end, "from_base") or (("after", end + 1) if tokens.word(end) == "of" else None)
    if base_word is None:
        return Phrase("point", spec), end
    base, follows = point(tokens, base_word[1], lang)
    if base_word[0] != "after" or not (base.has_date or base.has_time):
        return None
    bound = "around" if tokens.word(end) == "of" else None  # "Within an hour of noon" can be before it too.
    return Phrase("within", spec=base, bound=bound, parts=(Phrase("point", spec),)), follows


def lasting(tokens: Tokens, at: int, lang: str, lead: Spec | None = None) -> Found:
    """A start and a length: "from 2 p.m. for two hours", "for a week from 20 December"."""
    if tokens.word(at) == "for":
        found = length(tokens, at + 1)
        start = tokens.sense(tokens.skip(found[1], ","), "from") if found else None
        if found is None or start is None:
            return None
        spec, end = point(tokens, start[1], lang)
    else:
        start = tokens.sense(at, "from")
        if start is None:
            return None
        spec, end = point(tokens, start[1], lang)
        found = length(tokens, end + 1) if tokens.word(end) == "for" else None
        if found is None:
            return None
        end = found[1]
    if lead is not None and not lead.is_empty:
        lend(lead, spec, is_left=True, is_lead=True)
    if spec.is_empty or (spec.offset is not None and is_by_the_clock(spec.offset)):
        return None
    if spec.bare is not None and spec.bare[0] <= 24:
        spec.clock, spec.bare = Clock(spec.bare[0], is_open=1 <= spec.bare[0] <= 12), None
    return Phrase("point", Spec(offset=Offset(0, found[0], spec), zone=spec.zone, is_strong=True)), end


def hedged(tokens: Tokens, at: int, lang: str) -> Found:
    """ "exactly 21:00 on 2 June", "about 9 p.m.", "the instant …"."""
    instant = tokens.sense(at, "instant")
    exact = tokens.sense(instant[1] if instant else at, "exact")
    about = hedge(tokens, at)
    start = exact[1] if exact else instant[1] if instant else about[1] if about and about[0] != "ish" else at
    spec, end = point(tokens, start, lang)
    if spec.is_empty or start == at:
        return None
    spec.is_exact = exact is not None or instant is not None
    if exact and spec.offset is not None:
        spec.offset = evolve(spec.offset, is_exact_day=True)  # "Exactly a year ago" is to the day.
    if about and not spec.is_exact:
        spec.approx = spec.approx or about[0]
    if instant:
        return Phrase("point", spec, is_instant=True), end
    return phrases.after_point(tokens, spec, end, lang)


def bound_word(tokens: Tokens, at: int, lang: str) -> tuple[str, int] | None:
    """The name of the bound whose words stand at `at`, and the index after them."""
    near = tokens.sense(at, "nearby")
    if near:
        return "just" + near[0], near[1]
    sign = tokens.word(at)
    if sign and sign in "<>" and tokens.word(at + 1) == "=":
        return ("notbefore" if sign == ">" else "notafter"), at + 2
    found = tokens.sense(at, "bound")
    if found is None:
        return None
    part = tokens.sense(at, "early")
    if part and part[1] > found[1]:
        return None
    ahead = tokens.sense(at, "relative")
    if ahead and any(kind in tokens.senses(ahead[1]) for kind in _PERIOD_WORDS):
        # "Following July 30" is after it, for there is but one; "following July" may be the next.
        base, _ = point(tokens, ahead[1], lang)
        is_one = base.year is not None or base.dates is not None or (base.month is not None and base.day is not None)
        if base.holiday is not None and base.weekday is None and base.year is None:
            return "notbefore", found[1]  # After the one, or on the next: both lie there.
        return found if is_one else None
    return found


def bounded(tokens: Tokens, at: int, lang: str, lead: Spec | None = None) -> Found:
    """ "by Friday", "no earlier than June 2", "Tuesday after 1 p.m."; two bounds may be joined by "and"."""
    word = bound_word(tokens, at, lang)
    if word is None:
        return None
    name, follows = word
    if lead is not None and (not lead.has_date or lead.has_time or name in ("until", "since", "starting", "equal")):
        return None
    about, sharp = hedge(tokens, follows), tokens.sense(follows, "exact")
    if about and about[0] != "ish":
        follows = about[1]
    pair = two_as_one(tokens, follows, lang)
    if pair:
        spec, end = bounding(pair[0], name), pair[1]
    else:
        spec, end = point(tokens, sharp[1] if sharp else follows, lang)
    if spec.is_empty and name == "since":
        spec, end = _so_long(tokens, follows)
    if spec.is_empty:
        return None
    spec.is_exact = sharp is not None
    onwards = tokens.sense(end, "bound_after")
    if onwards and onwards[0] == "notbefore" and name in ("notbefore", "since", "starting"):
        end = onwards[1]
    if onwards and onwards[0] == "notbefore" and name == "until" and not tokens.sense(end, "from_base"):
        name, end = "notbefore", onwards[1]  # "Until Friday at the earliest" is then, or later.
    if onwards and onwards[0] == "notafter" and name in ("by", "until", "notafter"):
        end = onwards[1]
    if name in ("by", "until", "notafter"):
        end = past_inclusive(tokens, end, spec)
    if lead is not None:
        if spec.has_date:
            return None
        lend(lead, spec, is_left=True, is_lead=True)
    if about:
        spec.approx = about[0]
    if is_plainly_a_year(spec.year) and name in _YEARLY and not tokens.sense(at, "any_bound"):
        spec.is_strong = True
    return _both(tokens, Phrase("point", spec, bound=None if name == "equal" else name), end, lang)


def _so_long(tokens: Tokens, at: int) -> tuple[Spec, int]:
    """The start of what has lasted so long: "seit zwei Wochen", "depuis deux ans"."""
    found = length(tokens, at)
    if found is None:
        return Spec(), at
    return Spec(offset=Offset(-1, found[0]), is_strong=True), found[1]


def past_inclusive(tokens: Tokens, at: int, last: Spec) -> int:
    """The index after "inclusive" behind the last of several days; hours have their own ends, and take no such word."""
    comma = at + 1 if tokens.word(at) == "," else at
    word = tokens.sense(comma, "inclusive")
    return word[1] if word and last.has_date and not last.has_time else at


def bound_after(tokens: Tokens, spec: Spec, end: int, lang: str) -> Found:
    """A point and what bounds it from behind: "Friday at the latest", "2018 or later", "3 p.m. or later on Monday"."""
    tree = Phrase("point", spec)
    comma = end + 1 if tokens.word(end) == "," else end
    after = tokens.sense(comma, "bound_after")
    if after is None or tokens.sense(after[1], "number"):
        return _both(tokens, tree, end, lang) if after is None else (tree, end)
    tree.bound = after[0]
    spec.is_strong = spec.is_strong or spec.year is not None
    if after[1] < tokens.size and not spec.has_date:
        more, follows = point(tokens, after[1], lang)
        if more.has_date and not more.has_time:
            lend(more, spec, is_left=True)
            return tree, follows
    return _both(tokens, tree, after[1], lang)


def _both(tokens: Tokens, tree: Phrase, end: int, lang: str) -> Found:
    """Join a second bound: "after 9 p.m. and before midnight", "no earlier than Monday but before Friday"."""
    also = tokens.sense(end, "join") or (("and", end + 1) if tokens.word(end) == "but" else None)
    if tree.bound is None or also is None or tokens.word(end) == "&" or bound_word(tokens, also[1], lang) is None:
        return tree, end
    more = bounded(tokens, also[1], lang)
    if more is None or more[0].kind not in ("point", "both"):
        return tree, end
    if tree.spec is not None and more[0].spec is not None:
        lend(tree.spec, more[0].spec, is_left=False)
        lend(more[0].spec, tree.spec, is_left=True)
    return Phrase("both", parts=(tree, more[0])), more[1]
