"""Why claims on several items cannot all be true: the chain of reasoning, in plain sentences with the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from conflicts.because import and_list, assertion_words, attribute_words, source_words, topic
from conflicts.constraints import Attribute, Expression, Number
from conflicts.constraints.tree import names as names_in
from conflicts.items import ORDER
from conflicts.joint import Joint, Voice
from conflicts.joint.budget import Budget
from conflicts.joint.network import Row, bound_of
from conflicts.joint.oracle import Oracle, Reason, reasons
from conflicts.joint.problem import ORIGIN, Instance, Name, Problem
from conflicts.joint.products import value_range
from conflicts.values import allen
from conflicts.values.bounds import HIGHEST, LOWEST, Interval
from conflicts.values.value import Value
from conflicts.values.words import interval_words, plainly

STEPS: Final = 100_000
MOST_NAMES: Final = 4
CHAINED: Final = frozenset(map(allen.ALLEN.index, ("before", "meets", "met_by", "after")))
"""The relations under which one event is over before the other begins."""
TOUCHING: Final = frozenset(map(allen.ALLEN.index, ("meets", "met_by")))
PLACES: Final = frozenset(["before", "after", "during", "within", "met", "overlapped", "started", "finished", "not"])
"""What an order claim can begin with that is no verb: the ambush *is* before the truce."""
EARLIER: Final = frozenset(map(allen.ALLEN.index, ("before", "meets")))


@frozen
class Reasoning:
    """Why some claims cannot all be true, the constraints that took, and what it is about."""

    text: str
    rules: tuple[str, ...]
    title: str


def reasoning(joint: Joint) -> Reasoning:
    """The reasoning of a joint contradiction: the shortest of its chains that the oracle finds, in words."""
    problem = joint.problem
    voices = problem.voices
    refutation = Oracle(problem, Budget(STEPS)).refutation(range(len(voices)))
    found = [] if refutation is None else reasons(refutation)
    made = [reason.rule for reason in found if reason.rule is not None]
    if not made and (refutation is None or not found):
        made = problem.products
    names = _Names(problem)
    told = _chain(voices, names)
    if told is None and made:
        told = _constraint(joint, made[0]) if len(made) == 1 else None
    elif told is None:
        told = _walk(problem, [reason for reason in found if reason.row is not None], names)
    sentences = [told or _listed(voices)]
    rules = tuple(sorted({one.constraint.text for one in made}))
    if rules:
        sentences.append(f"{'Rule' if len(rules) == 1 else 'Rules'}: {'; '.join(rules)}.")
    if problem.has_slack:
        sentences.append("Times without a zone are taken at the speaker's offset, loosely anywhere on Earth.")
    return Reasoning(" ".join(sentences), rules, _title(voices, names))


class _Names:
    """The words for the numbers of a problem: subjects as its claims print them."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.subjects: dict[str, str] = {}
        for voice in problem.voices:
            claim, key = voice.assertion.claim, voice.key
            if key[1] == ORDER:
                turned = voice.assertion.is_turned
                self.subjects.setdefault(key[4] if turned else key[0], claim.subject)
                self.subjects.setdefault(key[0] if turned else key[4], claim.printed)
            else:
                self.subjects.setdefault(key[0], claim.subject)

    def number(self, x: int) -> str:
        """ "the start of the ambush", "“killed” of the strike"."""
        name = self._problem.names[x]
        assert isinstance(name, Name)
        subject = self.subjects.get(name.place[0], name.place[0])
        if name.what == "value":
            return f"“{attribute_words(name.attribute.partition(' ')[0])}” of {subject}"
        return f"the {name.what} of {subject}"


def _title(voices: Sequence[Voice], names: _Names) -> str:
    if any(voice.key[1] == ORDER for voice in voices):
        events = dict.fromkeys(s for v in voices for s in ((v.key[0], v.key[4]) if v.key[1] == ORDER else (v.key[0],)))
        shown = [names.subjects[event] for event in events]
        more = [f"{len(shown) - MOST_NAMES} more"] if len(shown) > MOST_NAMES else []
        return f"the order of {and_list([*shown[:MOST_NAMES], *more])}"
    subjects = list(dict.fromkeys(v.assertion.claim.subject for v in voices))
    return f"{and_list(subjects)}: {and_list(sorted({attribute_words(v.assertion.claim.attribute) for v in voices}))}"


def _says(voice: Voice) -> str:
    """What a voice says, in words: "the scheduled date of the talks is “Wednesday” (23 July 2025)"."""
    claim = voice.assertion.claim
    words = assertion_words(voice.assertion)
    if voice.key[1] != ORDER:
        return f"{topic(claim)} is {words}"
    return f"{claim.subject} {'is ' if words.split()[0].casefold() in PLACES else ''}{words}"


def _told(voice: Voice) -> str:
    return f"{_says(voice)} ({source_words(voice.assertion.claim)})"


def _but(voice: Voice) -> str:
    return f"but {source_words(voice.assertion.claim)} says that {_says(voice)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(voices: Sequence[Voice]) -> str:
    return f"Not all of this can be true: {'; '.join(map(_told, voices))}."


def _chain(voices: Sequence[Voice], names: _Names) -> str | None:
    """Events each of which is over before the next, in a circle: "A before B (Reuters), B before C (AFP), so …"."""
    after: dict[str, tuple[str, Voice]] = {}
    for voice in voices:
        relations = allen.from_extent(voice.assertion.value.strict)
        if voice.key[1] != ORDER or len(relations) != 1 or not relations <= CHAINED:
            return None
        first, second = (voice.key[0], voice.key[4])[:: 1 if relations <= EARLIER else -1]
        if first in after:
            return None
        after[first] = (second, voice)
    place = start = next(iter(after))
    path: list[tuple[str, str, str, Voice]] = []
    while place in after and len(path) < len(after):
        following, voice = after[place]
        how = "meets" if allen.from_extent(voice.assertion.value.strict) <= TOUCHING else "is before"
        path.append((names.subjects[place], how, names.subjects[following], voice))
        place = following
    if place != start or len(path) != len(after):
        return None
    *links, (last, how, first, voice) = path
    who = source_words(voice.assertion.claim)
    if not links:
        return f"No event is over before it begins, but {who} says so of {last}."
    told = ", ".join(f"{a} {verb} {b} ({source_words(v.assertion.claim)})" for a, verb, b, v in links)
    so = f", so {first} is before {last}" if len(links) > 1 else ""
    return f"{_capital(told)}{so}; but {who} says that {last} {how} {first}."


def _walk(problem: Problem, found: Sequence[Reason], names: _Names) -> str | None:
    """A circle of conditions on pairs of numbers, from one bound to the one that it contradicts."""
    following: dict[int, Reason] = {}
    for reason in found:
        assert reason.row is not None
        if reason.row[1] in following:
            return None
        following[reason.row[1]] = reason
    at = start = ORIGIN if ORIGIN in following else min(following, default=ORIGIN)
    walk: list[Reason] = []
    while at in following and len(walk) < len(following):
        walk.append(following[at])
        row = following[at].row
        assert row is not None
        at = row[0]
    if at != start or len(walk) != len(following) or not walk:
        return None
    return _bounds(problem, walk) if start == ORIGIN else _ends(problem, walk, names)


def _bounds(problem: Problem, walk: Sequence[Reason]) -> str | None:
    """The latest that a number can be, from one claim through others, and what another claim says it is at least."""
    *steps, last = walk
    if last.label is None or last.row is None:
        return None
    limit: Fraction | int = 0
    is_strict = False
    told: dict[int, None] = {}
    for reason in steps:
        assert reason.row is not None
        limit += reason.row[2]
        is_strict |= reason.row[3]
        if reason.label is not None and reason.label != last.label:
            told.setdefault(reason.label)
    value = problem.value(last.label)
    if problem.names[last.row[1]] is None or value.axis == "duration":
        return None
    at_most = plainly(interval_words(value, (LOWEST, (limit, -int(is_strict)))))
    claims = "; ".join(_told(problem.voices[label]) for label in told)
    if not claims:
        return None
    other = problem.voices[last.label]
    return f"{_capital(claims)}: so {topic(other.assertion.claim)} is {at_most}; {_but(other)}."


def _ends(problem: Problem, walk: Sequence[Reason], names: _Names) -> str | None:
    """Ends of events each of which comes before the next, back to the first."""
    told = dict.fromkeys(reason.label for reason in walk if reason.label is not None)
    parts: list[str] = []
    for reason in reversed(walk):  # a condition x - y <= 0 leads from y to x, so that backwards time runs forwards
        assert reason.row is not None
        _, y, c, is_strict = reason.row
        if c != 0:
            return None
        parts.append(f"{'before' if is_strict else 'no later than'} {names.number(y)}")
    first = walk[-1].row
    assert first is not None
    claims = "; ".join(_told(problem.voices[label]) for label in told)
    return f"{_capital(claims)}. Then {names.number(first[0])} would be {', which is '.join(parts)}."


def _constraint(joint: Joint, made: Instance) -> str | None:
    """One constraint, with the numbers on its two sides."""
    problem = joint.problem
    attribute_of = {x: name for name, x in made.variables}
    box: dict[str, Interval] = {}
    values: dict[str, Value] = {}
    told: list[Voice] = []
    for label in sorted(range(len(problem.voices)), key=lambda n: _position(problem, n, made)):
        told.append(problem.voices[label])
        for row in problem.hull(label):
            name = attribute_of.get(row[0] or row[1])
            if name is None or (row[0] and row[1]):
                return None
            box[name] = _narrowed(box.get(name, (LOWEST, HIGHEST)), row)
            values[name] = problem.value(label)
    if any(lo > hi for lo, hi in box.values()):
        return None
    sides = [f"{_expression(side)} is {_words(value_range(side, box), values)}" for side in _worked_out(made)]
    sentences = [_capital("; ".join(map(_figure, told))), _capital(", but ".join(sides))]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _worked_out(made: Instance) -> list[Expression]:
    """The sides of a constraint that a reader would have to work out, with the other side to compare them with."""
    sides = [made.constraint.left, made.constraint.right]
    if all(isinstance(side, Attribute) for side in sides):
        return []
    return [side for side in sides if not isinstance(side, Number)]


def _figure(voice: Voice) -> str:
    claim = voice.assertion.claim
    return f"{attribute_words(claim.attribute)} is {assertion_words(voice.assertion)} ({source_words(claim)})"


def _position(problem: Problem, label: int, made: Instance) -> tuple[int, int]:
    """Where in the constraint a voice's attribute stands, so that the parts are told before the whole."""
    constraint = made.constraint
    order = [*names_in(constraint.left), *names_in(constraint.right)]
    attribute = problem.voices[label].key[1]
    return (order.index(attribute) if attribute in order else len(order), label)


def _words(interval: Interval, values: Mapping[str, Value]) -> str:
    lines = [value for value in values.values() if value.axis not in {"share", "duration"}]
    return plainly(interval_words((lines or list(values.values()))[0], interval)).removeprefix("exactly ")


def _expression(node: Expression) -> str:
    return attribute_words(str(node))


def _narrowed(known: Interval, row: Row) -> Interval:
    lo, hi = known
    is_upper, bound = bound_of(row)
    return (lo, min(hi, bound)) if is_upper else (max(lo, bound), hi)
