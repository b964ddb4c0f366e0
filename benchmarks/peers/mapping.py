"""What every adapter shares: how cases come in, how answers go out, and how a claim becomes a row for a peer.

The peers know things, properties, values and sources, but not scopes, tenses, aliases or many-valued attributes. So
that no peer is blamed for a key that its user could have chosen better, the rows are made with the most favourable
keys that can be made from one claim and its case's vocabulary, without reading the value:

* the subject and the source are written by their first name where the vocabulary lists aliases;
* the property carries the scope and the modality, so that "since Sunday" and "in total", or a plan and an outcome,
  are different properties;
* where the vocabulary says that many values can be true (or that the attribute orders events), the value becomes a
  part of the property and the row's value is "yes";
* a statement that only withdraws another asserts no value, so it gives no row;
* an unnamed source is told from another by its words and its first relay.

What the peers are not given is any judgement of values (that 1 km is 1000 m) or of which claims still stand.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Case = dict[str, Any]
Item = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """One claim as thing, key (its property), value, source and time, and the item (subject, attribute) it is about."""

    claim: str
    item: Item
    thing: str
    key: str
    value: str
    source: str
    relays: tuple[str, ...]
    time: str
    denied: bool
    attribute: str
    is_order: bool = False
    is_member: bool = False

    @property
    def printed(self) -> str:
        """The printed value; a denial says so, in words."""
        says_so = re.match(r"(not?|never)\b", self.value, re.IGNORECASE)
        return f"not {self.value}" if self.denied and not self.is_member and not says_so else self.value


@dataclass(frozen=True)
class Answer:
    """What a tool says of one case: a verdict, and the items (subject, attribute) that it flags."""

    verdict: str
    items: tuple[Item, ...] = ()


def rows(case: Case) -> list[Row]:
    """The claims of a case as rows with the most favourable keys (see above), in the order of the case."""
    return list(_rows(case))


def flagged(items: set[Item]) -> Answer:
    """The answer of a tool that has one kind of alert."""
    return Answer("conflict" if items else "no_conflict", tuple(sorted(items)))


def serve(answer: Callable[[Case], Answer], version: str) -> None:
    """Read the cases from standard input, ask, and print the answers as JSON.

    What a peer prints on its own meanwhile goes to standard error.
    """
    out, sys.stdout = sys.stdout, sys.stderr
    cases: list[Case] = json.load(sys.stdin)
    answers = {}
    for case in cases:
        try:
            given = answer(case)
        except Exception as error:
            given = Answer(f"{type(error).__name__}: {error}")
        answers[case["id"]] = {"verdict": given.verdict, "items": given.items}
    json.dump({"version": version, "answers": answers}, out)
    out.flush()


def _rows(case: Case) -> Iterator[Row]:
    vocabulary = case.get("vocabulary", {})
    first_name = {other: name for name, others in vocabulary.get("aliases", {}).items() for other in others}
    first_scope = {other: name for name, others in vocabulary.get("scopes", {}).items() for other in others}
    for position, claim in enumerate(case["claims"]):
        if claim.get("retracts"):
            continue
        subject, attribute, value = claim["subject"], claim["attribute"], str(claim["value"])
        declared = vocabulary.get("attributes", {}).get(attribute, {})
        is_order = declared.get("kind") == "order"
        is_member = declared.get("single") is False
        scope = claim.get("scope") or "in total"
        scope = "in total" if scope == "total" else first_scope.get(scope, scope)
        name = f"{attribute}, {scope}, {claim.get('modality') or 'fact'}"
        via = tuple(claim.get("via") or ())
        source = first_name.get(claim["source"], claim["source"])
        if claim.get("anonymous"):
            source = f"{source} ({via[0] if via else 'unnamed'})"
        many = is_member or is_order
        yield Row(
            claim=str(claim.get("id", position)),
            item=(subject, attribute),
            thing=str(claim.get("subject_id") or first_name.get(subject, subject)),
            key=f"{name}: {value}" if many else name,
            value=value if not many else "no" if claim.get("polarity") == "denied" else "yes",
            source=source,
            relays=via,
            time=str(claim.get("asserted_at") or ""),
            denied=claim.get("polarity") == "denied",
            attribute=attribute,
            is_order=is_order,
            is_member=is_member,
        )
