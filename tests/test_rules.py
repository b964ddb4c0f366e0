"""Own rules: found by entry point, turned on by a vocabulary, named when they are broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, permutations

import pytest
from plugging import Plug, plug_fixture

from conflicts import Claim, Detector, Severity, Vocabulary, find_conflicts, rules
from conflicts.errors import PluginError
from conflicts.items import Group
from conflicts.joint import Ties, contradictions
from conflicts.reasoning import reasoning
from conflicts.rules import Impossible, Said
from conflicts.standing import Retractions

plug = plug_fixture(rules, rules._find)


def one_place_at_a_time(said: Sequence[Said]) -> Iterable[Impossible]:
    """Nobody is in two places at once."""
    seen = [one for one in said if one.item[1] == "seen_in"]
    for a, b in combinations(seen, 2):
        if a.item[0] == b.item[0] and not a.value.strict.meets(b.value.strict):
            yield Impossible([a.claim, b.claim], f"{a.claim.subject} was in two places.", Severity.TENSION)


def seen(where: str, source: str, id_: str, **more: str) -> Claim:
    return Claim("the envoy", "seen_in", where, source, id=id_, scope=id_, **more)


def with_rule(*names: str) -> Vocabulary:
    return Vocabulary.default() | Vocabulary.from_dict(
        {"attributes": {"seen_in": {"kind": "place"}}, "rules": list(names)}
    )


def test_a_rule_finds_what_no_item_holds(plug: Plug) -> None:
    plug({"one_place_at_a_time": one_place_at_a_time})
    claims = [seen("Geneva", "AP", "a"), seen("Ankara", "AFP", "b"), seen("Switzerland", "dpa", "c")]
    assert len(find_conflicts(claims, with_rule())) == 0, "three scopes are three items"
    (first, second) = find_conflicts(claims, with_rule("one_place_at_a_time"))
    assert [(c.kind, c.joint, c.severity.value, c.rules) for c in (first, second)] == [
        ("joint", True, "tension", ("one_place_at_a_time",))
    ] * 2
    assert {tuple(claim.id for claim in c.claims) for c in (first, second)} == {("a", "b"), ("b", "c")}
    assert first.because == "the envoy was in two places. Rule: one_place_at_a_time."
    assert "the envoy: one place at a time" in find_conflicts(claims, with_rule("one_place_at_a_time")).explain()


def test_a_rule_sees_only_what_stands_in_any_order_and_in_feeds(plug: Plug) -> None:
    plug({"one_place_at_a_time": one_place_at_a_time})
    vocabulary = with_rule("one_place_at_a_time")
    claims = [
        seen("Geneva", "AP", "a"),
        seen("Ankara", "AFP", "b"),
        Claim("the envoy", "seen_in", "withdrawn", "AFP", id="w", retracts="b"),
    ]
    assert len(find_conflicts(claims, vocabulary)) == 0
    reports = [find_conflicts(list(some), vocabulary).to_dict()["conflicts"] for some in permutations(claims[:2])]
    assert reports[0] == reports[1]
    detector = Detector(vocabulary)
    assert not detector.add(claims[:1])
    assert len(detector.add(claims[1:2]).new) == 1
    assert len(detector.report()) == 1
    assert len(detector.add(claims[2:]).settled) == 1
    assert len(detector.report()) == 0


def broken_rule(said: Sequence[Said]) -> Iterable[Impossible]:
    raise ValueError("oh no")


def wrong_yield(said: Sequence[Said]) -> Iterable[object]:
    yield "a text"


def stranger(said: Sequence[Said]) -> Iterable[Impossible]:
    yield Impossible([Claim("x", "y", "z", "nobody", id="stranger")], "because")


def nobody(said: Sequence[Said]) -> Iterable[Impossible]:
    yield Impossible([], "because")


FAULTS = [
    ("broken_rule", broken_rule, "raised ValueError: oh no", "it raises"),
    ("wrong_yield", wrong_yield, "yielded a str; it must yield conflicts.rules.Impossible", "it yields something else"),
    ("stranger", stranger, "blames the claim 'stranger', which does not speak", "a claim that it was not given"),
    ("nobody", nobody, "blames no claim", "an empty set of claims"),
    ("not_callable", 5, "is a int; a callable (statements) -> iterable of Impossible is needed", "no function at all"),
]


@pytest.mark.parametrize(("name", "rule", "message", "why"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_broken_rule_is_named(plug: Plug, name: str, rule: object, message: str, why: str) -> None:
    plug({name: rule})
    with pytest.raises(PluginError) as caught:
        find_conflicts([seen("Geneva", "AP", "a")], with_rule(name))
    assert message in str(caught.value), why
    assert name in str(caught.value)


def test_a_rule_that_nobody_offers_is_an_error(plug: Plug) -> None:
    plug({})
    with pytest.raises(PluginError, match="no installed package has the rule 'missing'"):
        find_conflicts([seen("Geneva", "AP", "a")], with_rule("missing"))


STORIES = [
    (
        "a circle of events",
        [("ambush", "before", "arrival"), ("arrival", "before", "truce"), ("truce", "before", "ambush")],
    ),
    ("parts and a whole", [("strike", "killed_women", "9"), ("strike", "killed", "7")]),
    ("nothing", [("ambush", "before", "arrival"), ("arrival", "before", "truce")]),
]


@pytest.mark.parametrize(("name", "told"), STORIES, ids=[name for name, _ in STORIES])
def test_the_built_in_joint_step_as_a_rule_finds_the_same(
    plug: Plug, name: str, told: list[tuple[str, str, str]]
) -> None:
    vocabulary = Vocabulary.default()

    def as_a_rule(said: Sequence[Said]) -> Iterable[Impossible]:
        groups: dict[object, Group] = {}
        for one in said:
            groups.setdefault(one.item, Group(one.item)).add(one.statement.speaker)
        for joint in contradictions(groups.values(), Ties(vocabulary), Retractions((), vocabulary)).joints:
            severity = Severity.CONTRADICTION if joint.is_firm else Severity.TENSION
            yield Impossible([voice.assertion.claim for voice in joint.voices], reasoning(joint).text, severity)

    plug({"as_a_rule": as_a_rule})
    at = "2025-07-22T12:00:00+00:00"
    claims = [Claim(s, a, v, f"source {n}", asserted_at=at, id=str(n)) for n, (s, a, v) in enumerate(told)]
    report = find_conflicts(claims, vocabulary | Vocabulary(rules=("as_a_rule",)))
    by_rule = [c for c in report if "as_a_rule" in c.rules]
    built_in = [c for c in report if "as_a_rule" not in c.rules]
    assert [{claim.id for claim in c.claims} for c in by_rule] == [{claim.id for claim in c.claims} for c in built_in]
    assert [c.severity for c in by_rule] == [c.severity for c in built_in]
    assert [c.because.removesuffix(" Rule: as_a_rule.") for c in by_rule] == [c.because for c in built_in]
