"""This library: the claims as they are, with the case's vocabulary on top of the default one."""

from __future__ import annotations

from importlib.metadata import version

from mapping import Answer, Case, serve

from conflicts import Report, Vocabulary, find_conflicts


def answer(case: Case) -> Answer:
    vocabulary = Vocabulary.default() | Vocabulary.from_dict(case.get("vocabulary", {}))
    report = find_conflicts(case["claims"], vocabulary)
    items = {(claim.subject, claim.attribute) for found in report.contradictions for claim in found.claims}
    return Answer(verdict(report), tuple(sorted(items)))


def verdict(report: Report) -> str:
    """One word for a whole report, the strongest finding first."""
    if report.contradictions:
        return "jointly_impossible" if all(found.joint for found in report.contradictions) else "conflict"
    if report.tensions:
        return "tension"
    return "revision" if report.revisions else "no_conflict"


if __name__ == "__main__":
    serve(answer, version("conflicts"))
