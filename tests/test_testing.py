"""What users run in their own CI: strategies that say what they mean, laws that name what is broken, a light start."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TextIO

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from strategies import vocabulary

from conflicts import (
    Claim,
    Conflict,
    Detector,
    Relation,
    Report,
    Severity,
    Value,
    Vocabulary,
    find_conflicts,
    read,
    testing,
)
from conflicts.errors import InputError, VocabularyError
from conflicts.formats import Format, Found, find_format
from conflicts.formats.base import record
from conflicts.testing import (
    LAWS,
    BrokenLaw,
    Law,
    Printed,
    Story,
    check_claims,
    check_format,
    check_value_laws,
    check_vocabulary,
    printed,
    registration,
    stories,
    verdict_of,
)
from conflicts.testing.kind_laws import LAWS as VALUE_LAWS
from conflicts.testing.telling import VERDICTS, Verdict
from conflicts.values.extent import LINE, Extent
from conflicts.vocabulary import Declaration

ROOT = Path(__file__).parent.parent
law = settings(max_examples=100, derandomize=True, deadline=None)
SIMPLE: list[Verdict] = [verdict for verdict in VERDICTS if verdict != "jointly impossible"]


# Strategies


@law
@given(printed())
def test_a_printed_value_is_what_its_text_reads_as(found: Printed) -> None:
    declared = Vocabulary.from_dict({"attributes": {"a": {"kind": found.kind}}})
    if found.kind == "place":
        declared = Vocabulary.default() | declared
    value = read(found.text, vocabulary=declared, attribute="a")
    assert value == found.value, f"{found.text!r}: {value}, not {found.value}"


@pytest.mark.parametrize("verdict", SIMPLE)
def test_a_story_gets_the_verdict_it_was_made_for(verdict: Verdict) -> None:
    @law
    @given(stories(verdict))
    def holds(story: Story) -> None:
        report = find_conflicts(story.claims, story.vocabulary)
        assert verdict_of(report) == story.verdict, f"{story}\n{report.explain()}"
        assert not report.unread, str(story)

    holds()


SMALLEST: list[tuple[Verdict, list[str]]] = [
    ("agreeing", ["1"]),
    ("conflicting", ["1", "2"]),
    ("tense", ["1", "2"]),
    ("revised", ["2", "1"]),
]


@pytest.mark.parametrize(("verdict", "values"), SMALLEST)
def test_a_story_shrinks_to_the_fewest_plain_claims(verdict: Verdict, values: list[str]) -> None:
    story = find(stories(verdict), lambda story: True)
    assert [claim.value for claim in story.claims] == values
    assert all(claim.via == () for claim in story.claims)
    assert {claim.attribute for claim in story.claims} == {"number_of_tents"}


def test_a_failing_story_shrinks_to_what_matters() -> None:
    """A person's own rule, that no one is passed on by AFP, is broken by one claim that reads at a glance."""
    found = find(stories(), lambda story: any("AFP" in claim.via for claim in story.claims))
    (claim,) = found.claims
    assert (claim.value, claim.via) == ("1", ("AFP",))


@law
@given(testing.vocabularies())
def test_vocabularies_are_whole(found: Vocabulary) -> None:
    assert Vocabulary.from_dict({"aliases": found.aliases, "places": found.places}).name("Kiev") == found.name("Kiev")
    assert found | found == found


PASTED: list[tuple[Claim, str]] = [
    (Claim("s", "a", "v", "x"), "Claim('s', 'a', 'v', 'x')"),
    (
        Claim("s", "a", Value.of("count", (None, 3)), "x", asserted_at="2025-07-21T20:00+03:00", retracts="b"),
        "Claim('s', 'a', Value.of('count', (None, 3)), 'x', asserted_at='2025-07-21 20:00:00+03:00', retracts='b')",
    ),
    (
        Claim("s", "a", Value("time", Extent.half_open(0, 5), Extent.at_least(0), clock="zoned"), "x"),
        "Claim('s', 'a', Value('time', Extent([((0, 0), (5, -1))]), Extent([((0, 0), (float(\"inf\"), 0))]), "
        "clock='zoned'), 'x')",
    ),
]


@pytest.mark.parametrize(("claim", "expected"), PASTED)
def test_claims_can_be_pasted(claim: Claim, expected: str) -> None:
    source = testing.paste([claim])
    assert source == f"claims = [\n    {expected},\n]"
    scope: dict[str, Any] = {"Claim": Claim, "Value": Value, "Extent": Extent}
    exec(source, scope)
    assert scope["claims"][0].content == claim.content


@law
@given(testing.claims())
def test_any_claim_can_be_pasted(claim: Claim) -> None:
    scope: dict[str, Any] = {"Claim": Claim}
    exec(testing.paste([claim]), scope)
    assert scope["claims"] == [claim]


# st.from_type

TYPES = [Claim, Conflict, Declaration, Detector, Extent, Printed, Report, Story, Value, Vocabulary]


@pytest.fixture
def registered() -> Iterator[None]:
    from hypothesis.strategies._internal.types import _global_extra_lookup as resolvers

    before = dict(resolvers)
    registration.register()
    yield
    resolvers.clear()
    resolvers.update(before)


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("thing", [*TYPES, Relation, Severity])
def test_from_type_finds_a_strategy(thing: type) -> None:
    @settings(max_examples=10, derandomize=True, deadline=None)
    @given(st.from_type(thing))
    def holds(found: object) -> None:
        assert isinstance(found, thing)

    holds()


@pytest.mark.usefixtures("registered")
def test_what_has_no_strategy_is_left_to_hypothesis() -> None:
    assert registration.strategy_of(int) is None
    assert registration.strategy_of(Format) is None
    assert registration.strategy_of(list[int]) is None
    assert find(st.from_type(int), lambda number: True) == 0


def test_every_type_is_registered_where_hypothesis_has_no_resolvers(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[type, Callable[[type], st.SearchStrategy[Any]]] = {}
    monkeypatch.delattr("hypothesis.strategies._internal.types._global_extra_lookup")
    monkeypatch.setattr("hypothesis.strategies.register_type_strategy", seen.__setitem__)
    registration.register()
    assert set(seen) == set(TYPES)
    assert isinstance(find(seen[Claim](Claim), lambda claim: True), Claim)


STARTS = [
    ("import conflicts", ["hypothesis", "conflicts.claims", "conflicts.testing"], "conflicts alone"),
    (
        "import hypothesis; from conflicts.testing.registration import register; register()",
        ["conflicts.claims", "conflicts.errors", "conflicts.testing.claiming", "attrs"],
        "hypothesis at its start",
    ),
    ("from conflicts import find_conflicts; find_conflicts([])", ["hypothesis", "conflicts.testing"], "a plain run"),
]


@pytest.mark.parametrize(("code", "unloaded", "why"), STARTS, ids=[case[2] for case in STARTS])
def test_what_is_not_loaded(code: str, unloaded: Sequence[str], why: str) -> None:
    probe = f"{code}\nimport sys; print([name for name in {list(unloaded)!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "[]", why


def test_the_entry_point_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["hypothesis"]["conflicts"].partition(":")
    assert getattr(import_module(module), name) is registration.register


def test_without_hypothesis_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "try:\n    from conflicts.testing import claims\n"
        "except ImportError as error:\n    print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "conflicts.testing needs the extra testing: pip install 'conflicts[testing]'"


def test_a_part_that_is_gone_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "conflicts.testing.broken", None)
    with pytest.raises(ModuleNotFoundError, match=r"conflicts\.testing\.broken"):
        testing.BrokenLaw  # noqa: B018


def test_every_name_is_there() -> None:
    assert [name for name in testing.__all__ if not hasattr(testing, name)] == []
    assert set(testing.__all__) <= set(dir(testing))
    with pytest.raises(AttributeError, match="no attribute 'claim'"):
        testing.claim  # noqa: B018


# Laws: each names what is broken. A pipeline with one fault for each law.

Faulty = Callable[[Callable[..., Report], Sequence[Claim], Vocabulary], Report]


def without_last(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Forgets what comes last."""
    return real(claims[:-1], words)


def by_id(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Hears the claims with an id that begins with "c" only."""
    return real([claim for claim in claims if claim.id.startswith("c")], words)


def by_subject(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Takes one subject for another."""
    return real([evolve(claim, subject="it") for claim in claims], words)


def by_count(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Believes what is printed twice."""
    told = [(claim.subject, claim.attribute, claim.value) for claim in claims]
    return real([c for c in claims if told.count((c.subject, c.attribute, c.value)) > 1] or claims, words)


def of_two(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Gives up where more than two sources speak."""
    return real(claims if len({claim.source for claim in claims}) <= 2 else [], words)


def of_three(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Gives up on more than three claims."""
    return real(claims if len(claims) <= 3 else [], words)


def unhedged(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Takes hedges for denials."""
    return real([evolve(c, hedged=False, polarity="denied" if c.hedged else c.polarity) for c in claims], words)


def nameless(real: Callable[..., Report], claims: Sequence[Claim], words: Vocabulary) -> Report:
    """Takes every claim for that of another source."""
    return real([evolve(claim, anonymous=True, utterance=claim.id) for claim in claims], words)


FAULTS: list[tuple[Faulty, str]] = [
    (without_last, "the order of the claims changes nothing"),
    (by_id, "the ids of the claims change nothing"),
    (by_subject, "the names of the subjects change nothing but the fingerprints"),
    (by_count, "an exact copy changes nothing but the list of copies"),
    (without_last, "a detector that gets the claims one by one reports what the batch reports"),
    (of_two, "a claim of another source removes no conflict"),
    (nameless, "a source's correction never clashes with what it corrects"),
    (unhedged, "hedging a claim never adds a contradiction"),
    (of_two, "two claims that contradict each other do so among others too"),
    (of_three, "a fingerprint names one disputed item, whatever is claimed of others"),
]


def caught(monkeypatch: pytest.MonkeyPatch, fault: Faulty, words: str, **options: Any) -> BrokenLaw:
    """What a check of the vocabulary says of a faulty pipeline, of one law only."""
    real: Callable[..., Report] = find_conflicts

    def faulty(claims: Sequence[Claim], vocabulary: Vocabulary, **options: Any) -> Report:
        return fault(lambda *given: real(*given, **options), list(claims), vocabulary)

    monkeypatch.setattr("conflicts.testing.laws.find_conflicts", faulty)
    (one,) = (law for law in LAWS if law.words == words)
    monkeypatch.setattr("conflicts.testing.vocabulary_laws.LAWS", (one,))
    with pytest.raises(BrokenLaw) as broken:
        check_vocabulary(vocabulary(), **options)
    assert broken.value.law == words
    return broken.value


UNSHRUNK = settings(
    max_examples=40, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_a_fault_breaks_its_law(monkeypatch: pytest.MonkeyPatch, fault: Faulty, words: str) -> None:
    error = caught(monkeypatch, fault, words, settings=UNSHRUNK)
    assert str(error).startswith(f"this law does not hold: {words}\n")
    assert "claims = [\n    Claim('the talks', " in str(error)
    assert getattr(error, "__notes__", []) == []


@pytest.mark.parametrize(("fault", "words"), [FAULTS[0], FAULTS[7]], ids=[FAULTS[0][1], FAULTS[7][1]])
def test_the_smallest_story_is_told(monkeypatch: pytest.MonkeyPatch, fault: Faulty, words: str) -> None:
    """By shrinking, which takes most of the time; what Hypothesis can do for two laws it can do for all."""
    error = caught(monkeypatch, fault, words)
    assert 2 <= len(error.story) <= 3, str(error)
    assert all(claim.via == () for claim in error.story)
    assert getattr(error, "__notes__", []) == []


class Changed:
    """A conflict of which some properties are told otherwise."""

    def __init__(self, conflict: Conflict, **changes: Any) -> None:
        self._conflict = conflict
        vars(self).update(changes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._conflict, name)


def with_each(report: Report, change: Callable[[Conflict], dict[str, Any]]) -> Report:
    conflicts: tuple[Any, ...] = tuple(Changed(conflict, **change(conflict)) for conflict in report)
    return Report(conflicts)


def backwards(report: Report) -> Report:
    return with_each(report, lambda conflict: {"claims": conflict.claims[::-1]})


def unlisted(report: Report) -> Report:
    return with_each(report, lambda c: {"claims": [one for one in c.claims if not one.id.startswith("copy of")]})


def sideless(report: Report) -> Report:
    def camp_of(camp: Any) -> Any:
        told = {name: getattr(camp, name) for name in ("value", "statements", "claims", "origins")}
        return SimpleNamespace(**told, interval=None)

    return with_each(report, lambda conflict: {"camps": list(map(camp_of, conflict.camps))})


def taken_back(report: Report) -> Report:
    revision: Any = SimpleNamespace(earlier=report[0].claims[0], later=report[0].claims[1])
    return Report(report.conflicts, revisions=(revision,))


TALKS = [Claim("talks", "venue", "Geneva", "Kyiv", id="a"), Claim("talks", "venue", "Istanbul", "Moscow", id="b")]
TOLD_OTHERWISE: list[tuple[str, Callable[[Report], Report], str]] = [
    ("the order of the claims changes nothing", backwards, "lists its claims, sides or pairs in another order"),
    ("the order of the claims changes nothing", taken_back, "other revisions, or in another order"),
    ("an exact copy changes nothing but the list of copies", unlisted, "the copy of a is not listed beside it"),
    ("a source's correction never clashes with what it corrects", taken_back, "was taken back by b, and still takes"),
    ("the claims of a side share a value", sideless, "shares no value"),
    (
        "a fingerprint names one disputed item, whatever is claimed of others",
        lambda report: Report(report.conflicts * 2),
        "two conflicts have one fingerprint",
    ),
]


@pytest.mark.parametrize(("words", "change", "problem"), TOLD_OTHERWISE, ids=[case[2] for case in TOLD_OTHERWISE])
def test_a_report_that_tells_it_otherwise_breaks_its_law(
    monkeypatch: pytest.MonkeyPatch, words: str, change: Callable[[Report], Report], problem: str
) -> None:
    """Where the conflicts are right and what is said of them is not; the first report is, but for what needs one."""
    reports = 0

    def faulty(claims: Sequence[Claim], vocabulary: Vocabulary, **options: Any) -> Report:
        nonlocal reports
        reports += 1
        report = find_conflicts(claims, vocabulary, **options)
        return change(report) if reports > 1 or "order" not in words else report

    monkeypatch.setattr("conflicts.testing.laws.find_conflicts", faulty)
    (one,) = (law for law in LAWS if law.words == words)
    with pytest.raises(BrokenLaw) as broken:
        one.check(TALKS)
    assert problem in broken.value.why


def test_what_fails_in_a_law_is_told_with_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object, **options: object) -> Report:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("conflicts.testing.laws.find_conflicts", fails)
    with pytest.raises(BrokenLaw, match="it raised ZeroDivisionError: by nought") as caught:
        check_claims([Claim("talks", "venue", "Geneva", "Kyiv")])
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_claims_of_your_own_are_checked() -> None:
    claims = [Claim("talks", "venue", place, source) for place, source in (("Geneva", "Kyiv"), ("Istanbul", "Moscow"))]
    check_claims([*claims, *claims])
    never = Law("there is no claim", lambda claims, vocabulary: "there is one")
    with pytest.raises(BrokenLaw, match="there is no claim"):
        check_claims(claims, laws=[never])


# check_vocabulary

FLAWED: list[tuple[dict[str, Any], dict[str, list[str]], type[Exception], str]] = [
    ({"places": {"a": "b", "b": "a"}}, {}, VocabularyError, "places: a cycle"),
    ({"aliases": {"a": ["c"], "b": ["c"]}}, {}, VocabularyError, "aliases: 'c' stands for both 'a' and 'b'"),
    ({"attributes": {"a": {"kind": "x"}}}, {}, VocabularyError, "attributes.a.kind: 'x' is not one of"),
    ({"constraints": ["a <="]}, {}, VocabularyError, "constraints: "),
    (
        {"attributes": {"a": {"kind": "name", "single": False}}, "constraints": ["a <= b"]},
        {},
        Exception,
        "constraints: ",
    ),
    (
        {"attributes": {"lasted": {"kind": "duration"}}, "constraints": ["lasted <= laste"]},
        {},
        BrokenLaw,
        "'laste' is declared nowhere; did you mean 'lasted'?",
    ),
    (
        {"attributes": {"lasted": {"kind": "duration"}}},
        {"lasted": ["2 hours", "Geneva"]},
        BrokenLaw,
        "attributes.lasted: 'Geneva': 'Geneva' cannot be read as a duration",
    ),
    (
        {"attributes": {"lasted": {"kind": "duration"}}},
        {"lastde": ["2 hours"]},
        BrokenLaw,
        "texts_of: 'lastde' is neither an attribute nor a kind of this vocabulary; did you mean 'lasted'?",
    ),
]


@pytest.mark.parametrize(("data", "texts_of", "error", "problem"), FLAWED, ids=[case[3] for case in FLAWED])
def test_a_flawed_vocabulary_is_told(
    data: dict[str, Any], texts_of: dict[str, list[str]], error: type[Exception], problem: str
) -> None:
    with pytest.raises(error) as caught:
        check_vocabulary(data, texts_of=texts_of, max_examples=1)
    assert problem in str(caught.value)


def test_an_attribute_under_which_nothing_can_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflicts.testing.samples.printed", lambda kind, vocabulary: st.just("gibberish"))
    unread = r"attributes\.\*_date: no text of its kind can be read, for example: 'gibberish'"
    with pytest.raises(BrokenLaw, match=unread):
        check_vocabulary({"attributes": {"*_date": {"kind": "time"}}})


def test_the_newsroom_vocabulary_holds(tmp_path: Path) -> None:
    check_vocabulary(Vocabulary.default(), max_examples=10)
    file = tmp_path / "ours.toml"
    file.write_text('[attributes.mediator]\nkind = "name"\nsingle = true\n', encoding="utf-8")
    check_vocabulary(file, settings=settings(max_examples=3, derandomize=True, deadline=None))
    check_vocabulary({"attributes": {"quarter": {"kind": "place"}}}, max_examples=3)  # without a place of its own


# check_value_laws

BAD_VALUES: list[tuple[Callable[[Value, Value], Relation], str]] = [
    (lambda a, b: Relation.CONTRADICTION, "no value clashes with itself, coarsened or hedged"),
    (lambda a, b: Relation.COMPATIBLE, "a value clashes with its denial"),
    (lambda a, b: Relation.COMPATIBLE if a.strict <= b.strict else Relation.TENSION, "a relation is symmetric"),
    (lambda a, b: Relation.NOT_COMPARABLE, "values compare with those on their axis, and with no others"),
]


@pytest.mark.parametrize(("relation", "words"), BAD_VALUES, ids=[words for _, words in BAD_VALUES])
def test_a_faulty_relation_breaks_its_law(
    monkeypatch: pytest.MonkeyPatch, relation: Callable[[Value, Value], Relation], words: str
) -> None:
    monkeypatch.setattr(Value, "relation", relation)
    with pytest.raises(BrokenLaw) as caught:
        check_value_laws(testing.values(), max_examples=40)
    assert caught.value.law == words
    assert "Value.of('count', " in caught.value.why


def test_a_relation_that_gets_worse_breaks_its_law(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflicts.testing.kind_laws.LAWS", [law for law in VALUE_LAWS if "never makes" in law[0]])
    worse = Relation.CONTRADICTION
    monkeypatch.setattr(Value, "relation", lambda a, b: worse if a.loose >= LINE else Relation.COMPATIBLE)
    with pytest.raises(BrokenLaw, match="compatible, but contradiction once the first is hedged"):
        check_value_laws(st.just(Value.of("count", 1)), max_examples=3)


@pytest.mark.parametrize("kind", ["time", "duration", "quantity", "place", "name", "choice", "flag", "order"])
def test_the_laws_hold_for_each_kind(kind: str) -> None:
    check_value_laws(kind, max_examples=25)


WRONG_CALLS: list[tuple[Callable[[], None], str]] = [
    (lambda: check_value_laws("dew_point"), "kind: 'dew_point' is neither built in nor added"),
    (lambda: check_value_laws(testing.values(), ["12"]), "texts: only a kind given by its name"),
    (lambda: check_format(Format("none")), "is not a Format that reads or writes"),
]


@pytest.mark.parametrize(("call", "problem"), WRONG_CALLS, ids=[case[1] for case in WRONG_CALLS])
def test_a_wrong_call_is_told(call: Callable[[], None], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        call()


def test_a_text_that_is_not_read_breaks_a_law() -> None:
    with pytest.raises(BrokenLaw, match="each text of the kind is read\n'soon' is unread"):
        check_value_laws("duration", ["2 hours", "soon"])


# check_format


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "text"])
def test_the_laws_hold_for_each_format(name: str) -> None:
    check_format(find_format(name), max_examples=25)


def write_lines(claims: Sequence[Claim], stream: TextIO) -> None:
    for claim in claims:
        print("|".join((claim.id, claim.subject, claim.attribute, str(claim.value), claim.source)), file=stream)


def read_lines(stream: TextIO, name: str) -> Iterator[Found]:
    for n, line in enumerate(stream, 1):
        fields = line.rstrip("\n").split("|")
        yield record(f"{name}:{n}", dict(zip(("id", "subject", "attribute", "value", "source"), fields, strict=False)))


def failing(stream: TextIO, name: str) -> Iterator[Found]:
    yield record(name, [1][len(stream.read())])


def placeless(stream: TextIO, name: str) -> Iterator[Found]:
    yield Found("somewhere", None, "it is bad")


def shapeless(stream: TextIO, name: str) -> Iterator[Found]:
    yield "a line"  # type: ignore[misc]


def empty(stream: TextIO, name: str) -> Iterator[Found]:
    yield Found(name, None, None)


def double(stream: TextIO, name: str) -> Iterator[Found]:
    yield Found(name, {}, "and a problem")


def forgetful(stream: TextIO, name: str) -> Iterator[Found]:
    yield from list(read_lines(stream, name))[1:]


def choosy(stream: TextIO, name: str) -> Iterator[Found]:
    yield from (Found(found.where, None, "too odd") for found in read_lines(stream, name))


BAD_READERS: list[tuple[Callable[[TextIO, str], Iterator[Found]], str]] = [
    (shapeless, "gives a str; a Found is needed"),
    (empty, "gives, at a file, neither a record nor a problem"),
    (double, "gives, at a file, a record and a problem"),
    (forgetful, "1 claims became 0:"),
    (choosy, "a file:1: too odd in what was written:"),
]


@pytest.mark.parametrize(("reader", "problem"), BAD_READERS, ids=[case[1] for case in BAD_READERS])
def test_a_reader_that_keeps_no_promise_is_told(reader: Callable[[TextIO, str], Iterator[Found]], problem: str) -> None:
    with pytest.raises(BrokenLaw) as broken:
        check_format(Format("own", read=reader), write_lines)
    assert problem in broken.value.why


FORMATS: list[tuple[Format, str]] = [
    (Format("lines", read=read_lines), "claims written as 'lines' and read again are the same claims"),
    (Format("failing", read=failing), "the format 'failing' reads any text, or says where and why it cannot"),
    (Format("placeless", read=placeless), "the format 'placeless' reads any text, or says where and why it cannot"),
]


@pytest.mark.parametrize(("adapter", "words"), FORMATS, ids=[adapter.name for adapter, _ in FORMATS])
def test_a_faulty_format_breaks_its_law(adapter: Format, words: str) -> None:
    with pytest.raises(BrokenLaw) as caught:
        check_format(adapter, write_lines)
    assert caught.value.law == words
