"""Plain sentences that a person can check by hand: why something is a conflict."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations
from typing import Final

from conflicts.assertions import Assertion
from conflicts.claims import Claim, Moment
from conflicts.disputes import Dispute, Severity
from conflicts.items import ID_MARK
from conflicts.moments import Order
from conflicts.reading.transliteration import spelling_hint
from conflicts.standing import moment_order
from conflicts.statements import Statement
from conflicts.values.allen import AXIS as ORDER_AXIS
from conflicts.values.calendar import MONTHS
from conflicts.values.extent import LINE, NOT_SETTLED, NOTHING_SUCH, Extent
from conflicts.values.value import Value
from conflicts.values.words import plainly, set_words

NOUNS: Final = frozenset(
    [
        "date",
        "day",
        "time",
        "deadline",
        "venue",
        "place",
        "location",
        "city",
        "country",
        "toll",
        "number",
        "amount",
        "ordinal",
        "share",
        "status",
        "age",
        "magnitude",
        "duration",
        "name",
        "cost",
        "price",
        "size",
        "length",
        "height",
        "weight",
        "speed",
        "temperature",
        "cause",
        "reason",
        "result",
        "score",
        "winner",
        "head",
        "total",
        "count",
        "figure",
        "title",
        "role",
        "position",
        "turnout",
        "distance",
        "area",
        "depth",
        "strength",
    ]
)
ONE_PERSON: Final = frozenset({
    "source", "official", "diplomat", "insider", "aide", "adviser", "advisor", "minister", "officer", "soldier",
    "commander", "spokesman", "spokeswoman", "spokesperson", "person", "witness", "resident", "negotiator",
    "delegate", "lawmaker", "lawyer", "MP", "analyst", "banker", "trader", "executive", "manager", "employee",
    "staffer", "doctor", "worker", "prosecutor", "investigator", "reporter", "correspondent", "observer", "survivor",
    "relative", "friend",
})  # fmt: skip
"""What an unnamed source is called if it is one, in English; before other names no article is sure."""
DETERMINERS: Final = frozenset({
    "a", "an", "the", "one", "two", "three", "four", "five", "several", "some", "many", "few", "various", "other",
    "its", "his", "her", "their",
})  # fmt: skip
SOUND_AS_CONSONANTS: Final = ("euro", "one", "uga", "ukrain", "union", "unit", "univers", "urug", "use")
MOST_SIDES: Final = 4
MOST_NAMES: Final = 20


def attribute_words(attribute: str) -> str:
    """An attribute's name as words.

    >>> attribute_words("scheduled_date")
    'scheduled date'
    """
    return " ".join(attribute.replace("_", " ").split()) or attribute


def topic(claim: Claim, *, is_order: bool = False) -> str:
    """What a claim is about, in words: "the scheduled date of the third round".

    >>> topic(Claim("the strike", "killed", "12", "AP"))
    '“killed” of the strike'
    >>> topic(Claim("the strike", "before", "the truce", "AP"), is_order=True)
    'the order of the strike and the truce'
    """
    if is_order:
        return f"the order of {claim.subject} and {claim.printed}"
    words = attribute_words(claim.attribute)
    is_noun = words.split()[-1].casefold() in NOUNS or words.casefold().startswith(("number of", "head of"))
    named = f"the {words}" if is_noun else f"“{words}”"
    scope = f" ({claim.scope})" if claim.scope and claim.scope.casefold() not in {"total", "in total"} else ""
    return f"{named} of {claim.subject}{scope}"


def moment_words(moment: Moment) -> str:
    """A day, or a day and a time with its offset, as an editor writes them.

    >>> moment_words(datetime.fromisoformat("2025-07-21T20:00:00+03:00"))
    '21 July 2025, 20:00 +03:00'
    """
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if not isinstance(moment, datetime):
        return day
    zone = moment.strftime("%z")
    return f"{day}, {moment:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def source_words(claim: Claim) -> str:
    """Who says so, through whom: "a confidential source through TASS and Example Daily".

    >>> source_words(Claim("talks", "date", "Monday", "unnamed source", anonymous=True, via=["TASS", "AP"]))
    'an unnamed source through TASS and AP'
    """
    name = claim.source
    if claim.anonymous and name.split()[-1] in ONE_PERSON and name.split()[0].casefold() not in DETERMINERS:
        name = f"{_article(name)} {name}"
    return f"{name} through {and_list(claim.via)}" if claim.via else name


def _article(name: str) -> str:
    """ "a" or "an", by how the first word sounds: "a US official", "an EU diplomat", "an MP"."""
    word = name.split(maxsplit=1)[0]
    if word.isupper() and (len(word) < 4 or "." in word):  # spelled out
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    is_vowel = word[0].casefold() in "aeiou" and not word.casefold().startswith(SOUND_AS_CONSONANTS)
    return "an" if is_vowel else "a"


def and_list(words: tuple[str, ...] | list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def marks(claim: Claim) -> str:
    """What a claim's fields say beside its words: ", denied", ", hedged"."""
    return ", denied" * (claim.polarity == "denied") + ", hedged" * claim.hedged


def value_words(value: Value) -> str:
    """A value as printed, with what it was read as where that says more: “Wednesday” (23 July 2025)."""
    printed = " ".join(value.text.split())
    read = plainly(set_words(value, value.strict))
    if not printed:
        return read
    if (
        read.casefold() == printed.casefold()
        or (value.label and value.axis != "time")
        or value.axis in {"flag", "member"}
    ):
        return f"“{printed}”"
    return f"“{printed}” ({read})"


def because(dispute: Dispute) -> str:
    """Why this is a conflict: who says what through whom and when, with the words as printed and as read."""
    statements = dispute.statements
    alone, neutral = dispute.camps.sides
    sides = [[statements[i] for i in members] for members in alone if members]
    if len(sides) < 2:
        sides, neutral = [[statement] for statement in statements], []
    settled = [side for side in sides if not _is_open(side[0])]
    still_open = [side for side in sides if _is_open(side[0])]
    if not settled:
        settled, still_open = still_open, []
    told = [_side(side) for side in settled[:MOST_SIDES]]
    more = f"; and {len(settled) - MOST_SIDES} more" if len(settled) > MOST_SIDES else ""
    about = topic(statements[0].claim, is_order=dispute.item.axis == ORDER_AXIS)
    sentences = [f"{_lead(dispute)} {about}: {'; '.join(told)}{more}."]
    sentences += [_open_side(side) for side in still_open[:MOST_SIDES]]
    told_at = {statement.speaker.as_of for side in sides for statement in side}
    is_freely = dispute.item.changes == "freely"  # what speaks of another moment was compared with nobody
    fits = [statements[i] for i in neutral if not is_freely or statements[i].speaker.as_of in told_at]
    sentences += _fits(fits, len(settled))
    sentences += _hints(dispute)
    return " ".join(sentences)


def _lead(dispute: Dispute) -> str:
    firm = dispute.severity is Severity.CONTRADICTION
    if dispute.kind == "joint":
        return "No one value fits all that is said on"
    if dispute.kind == "misquote":
        return "Relays of one source differ on"
    if dispute.kind == "self-contradiction":
        return "One source says two things at once on" if firm else "One source says two things on"
    if dispute.kind == "denial":
        return "One side denies what the other says on"
    return "Sources differ on" if firm else "Sources may differ on"


def _is_open(statement: Statement) -> bool:
    return statement.value.strict == NOT_SETTLED


def _voices(side: list[Statement]) -> list[Statement]:
    """One statement for each source of a side; those who only pass another's words on are named through it."""
    relays = {relay for statement in side for relay in statement.claim.via}
    by_source: dict[str, Statement] = {}
    for statement in side:
        if statement.claim.source not in relays or len(side) == 1:
            by_source.setdefault(statement.claim.source, statement)
    return list(by_source.values()) or side[:1]


def _side(side: list[Statement]) -> str:
    """What a side says; who says it in another sense, that only fits, is told with it."""
    voices = _voices(side)
    shown = voices[:MOST_SIDES]
    more = f" and {len(voices) - len(shown)} more" if len(voices) > len(shown) else ""
    by_sense: dict[Extent, list[Statement]] = {}
    for statement in shown:
        by_sense.setdefault(statement.value.strict, []).append(statement)
    told = [f"{said(alike[0])}, {_says([s.claim for s in alike])}" for alike in by_sense.values()]
    return ", and ".join(told) + more


def said(statement: Statement) -> str:
    """What a statement says, in words, its denial included: not “Wednesday” (23 July 2025), X before “Y”."""
    words = assertion_words(statement.speaker)
    return f"{statement.claim.subject} {words}" if statement.value.axis == ORDER_AXIS else words


def assertion_words(speaker: Assertion) -> str:
    """What an assertion says, in words, its denial included: not “Wednesday” (23 July 2025)."""
    value = speaker.value
    if value.axis == ORDER_AXIS:
        denies = "not " if speaker.claim.polarity == "denied" else ""
        return f"{denies}{attribute_words(speaker.claim.attribute)} “{speaker.claim.printed}”"
    if speaker.member is not None:
        words = f"“{speaker.member.label}”" if speaker.member.label else value_words(speaker.member)
        return f"not {words}" if speaker.is_denial else words
    words = value_words(value)
    claim_denies = speaker.claim.polarity == "denied" and value.strict != NOTHING_SUCH
    return f"not {words}" if claim_denies and not value.text.casefold().startswith(("not ", "no ")) else words


def _says(claims: list[Claim]) -> str:
    moments = {claim.asserted_at for claim in claims}
    if len(moments) == 1 and (moment := claims[0].asserted_at) is not None:
        return f"says {and_list([source_words(c) for c in claims])} on {moment_words(moment)}"
    parts = [
        source_words(c) + (f" on {moment_words(c.asserted_at)}" if c.asserted_at is not None else "") for c in claims
    ]
    return f"says {and_list(parts)}"


def _open_side(side: list[Statement]) -> str:
    voices = _voices(side)
    claims = [statement.claim for statement in voices[:MOST_SIDES]]
    return f"Not settled (“{voices[0].value.text}”), {_says(claims)}."


def _fits(neutral: list[Statement], sides: int) -> list[str]:
    texts = list(dict.fromkeys(f"“{' '.join(s.value.text.split())}”" for s in neutral))
    if not texts:
        return []
    verb = "fits" if len(texts) == 1 else "fit"
    return [f"{and_list(texts[:MOST_SIDES])} {verb} {'both' if sides == 2 else 'several sides'}."]


def _hints(dispute: Dispute) -> list[str]:
    hints = []
    statements = dispute.statements
    notes = dict.fromkeys(s.value.note for s in statements if s.value.note)
    hints += [f"Note: {note}." for note in list(notes)[:2]]
    is_open = any(s.value.loose >= LINE for s in statements) and not dispute.item.declaration.is_exclusive
    if dispute.severity is Severity.TENSION and dispute.item.axis == "name" and is_open:
        name = dispute.item.key[1]
        hints.append(f"Declare “{name}” single-valued if only one can be true, or name the aliases if they are one.")
    if dispute.item.axis == "name":
        labels = sorted({s.value.label for s in statements[:MOST_NAMES] if s.value.label})
        hints += [hint for a, b in combinations(labels, 2) if (hint := spelling_hint(a, b))][:1]
    if dispute.kind in {"misquote", "self-contradiction"} and dispute.severity is Severity.TENSION:
        a, b = statements[0].claim, statements[1].claim
        if moment_order(a, b) is Order.UNKNOWN:
            hints.append("Which was said last is not known.")
    return hints


def subject_words(subject: str) -> str:
    """The subject of an item's key as it can be shown."""
    return subject.removeprefix(ID_MARK)
