"""Copies are folded, relays are told from origins: nobody counts twice."""

from __future__ import annotations

from stories import MONDAY, SIX, check, claim, sides, when


def killed(id_: str, value: str, source: str, *via: str) -> object:
    return claim(id_, "killed", value, source, via=via)


def origins(*claims: object) -> list[tuple[str, ...]]:
    (conflict,) = check(claims)  # type: ignore[arg-type]
    return [camp.origins for camp in conflict.camps]


def test_a_wire_copied_three_times_is_one_against_one() -> None:
    copies = [killed(f"copy {n}", "34", "ministry", "AFP", f"Daily {n}") for n in range(3)]
    report = check([killed("original", "34", "ministry", "AFP"), *copies, killed("other", "29", "police", "Reuters")])  # type: ignore[list-item]
    (conflict,) = report
    assert sides(report) == [{"other"}, {"original", "copy 0", "copy 1", "copy 2"}]
    assert [len(camp.statements) for camp in conflict.camps] == [1, 1]
    assert conflict.camps[1].claims[0].id == "original", "the shortest chain speaks"
    assert (conflict.n_pairs, conflict.retractions) == (1, 1)
    assert origins(*copies, killed("other", "29", "police")) == [("police",), ("ministry",)]


def test_a_hedge_lost_in_the_copy_is_the_copys() -> None:
    claims = [killed("a", "at least 34", "ministry", "AFP"), killed("b", "34", "ministry", "AFP", "Daily")]
    assert not check([*claims, killed("c", "40", "police")])  # type: ignore[list-item]


def test_a_relay_and_its_origin_are_one_origin() -> None:
    claims = [
        when("z", "Wednesday", "Zelensky", MONDAY),
        when("u", "Wednesday", "Umerov", MONDAY, via=["Zelensky"]),
        when("t", "Thursday", "a source", MONDAY, anonymous=True, via=["TASS"]),
    ]
    assert origins(*claims) == [("Umerov",), ("a source",)]


def test_sources_that_cite_each_other_are_one_origin() -> None:
    claims = [
        when("a", "Wednesday", "A", via=["B"]),
        when("b", "Wednesday", "B", via=["C"]),
        when("c", "Wednesday", "C", via=["A"]),
        when("d", "Wednesday", "D", via=["A"]),
        when("e", "Thursday", "E"),
    ]
    assert origins(*claims) == [("D",), ("E",)], "A passes on D, so the circle is no origin of its own"
    assert origins(*claims[:3], claims[4]) == [("A / B / C",), ("E",)]


def test_unnamed_sources_are_never_taken_for_one() -> None:
    unnamed = [
        when("a", "Wednesday", "a source", anonymous=True, via=["TASS"]),
        when("b", "Wednesday", "a source", anonymous=True, via=["AFP"]),
        when("c", "Wednesday", "an aide", anonymous=True, via=["AFP"]),
    ]
    assert origins(*unnamed, when("d", "Thursday", "E")) == [("a source", "a source", "an aide"), ("E",)]


def test_relays_that_differ_make_a_misquote_and_the_same_relay_does_not() -> None:
    (misquote,) = check([when("a", "Wednesday", "Z", SIX, via=["AP"]), when("b", "Thursday", "Z", SIX, via=["AFP"])])
    (contradiction,) = check([when("a", "Wednesday", "Z"), when("b", "Thursday", "Z")])
    assert (misquote.kind, contradiction.kind) == ("misquote", "self-contradiction")


def test_an_alias_of_a_relay_is_the_same_relay() -> None:
    claims = [when("a", "Wednesday", "Z", SIX, via=["AP"]), when("b", "Thursday", "Z", SIX, via=["Associated Press"])]
    (conflict,) = check(claims, aliases={"AP": ["Associated Press"]})
    assert conflict.kind == "self-contradiction"


def test_the_same_printed_twice_by_one_relay_is_one_statement() -> None:
    claims = [killed("a", "34", "ministry", "AFP"), killed("b", "34", "ministry", "AFP"), killed("c", "29", "police")]
    (conflict,) = check(claims)  # type: ignore[arg-type]
    assert [len(camp.statements) for camp in conflict.camps] == [1, 1]
    assert [len(camp.claims) for camp in conflict.camps] == [1, 2]
    assert conflict.n_pairs == 1


def test_of_one_chain_the_firm_print_speaks_before_the_hedged_one() -> None:
    for firm, hedged in (("a", "b"), ("b", "a")):
        told = [
            claim(firm, "killed", "34", "ministry", via=["AFP"]),
            claim(hedged, "killed", "34", "ministry", via=["AFP"], hedged=True),
            claim("c", "killed", "29", "police"),
        ]
        (conflict,) = check(told)
        assert conflict.severity.value == "contradiction"
        assert [camp.statements[0].claim.id for camp in conflict.camps] == ["c", firm]


def test_the_shortest_chain_speaks_though_a_copy_says_more() -> None:
    told = [
        claim("z", "killed", "34", "ministry", hedged=True),
        claim("a", "killed", "34", "ministry", via=["AFP"]),
        claim("c", "killed", "29", "police"),
    ]
    (conflict,) = check(told)
    assert conflict.severity.value == "tension", "the ministry itself was not sure"
    assert [camp.statements[0].claim.id for camp in conflict.camps] == ["c", "z"]


def test_chains_that_part_are_two_statements() -> None:
    told = [
        claim("a", "killed", "34", "ministry", via=["AFP"]),
        claim("b", "killed", "34", "ministry", via=["Reuters"]),
        claim("c", "killed", "29", "police"),
    ]
    (conflict,) = check(told)
    assert [len(camp.statements) for camp in conflict.camps] == [1, 2]
    assert conflict.camps[1].origins == ("ministry",), "two statements of one origin"


def test_a_longer_circle_and_what_hangs_on_it() -> None:
    told = [
        when("a", "Wednesday", "A", via=["B"]),
        when("b", "Wednesday", "B", via=["A"]),
        when("c", "Wednesday", "C", via=["D"]),
        when("d", "Wednesday", "D", via=["C"]),
        when("f", "Wednesday", "F"),
        when("e", "Thursday", "E"),
    ]
    assert origins(*told) == [("A / B", "C / D", "F"), ("E",)]


def test_of_two_names_of_one_source_the_first_by_alphabet_is_shown() -> None:
    for names in (("Associated Press", "AP"), ("AP", "Associated Press")):
        two = [claim("a", "killed", "12", names[0], via=["X"]), claim("b", "killed", "12", names[1], via=["Y"])]
        (conflict,) = check([*two, claim("c", "killed", "29", "E")], aliases={"AP": ["Associated Press"]})
        assert conflict.camps[0].origins == ("AP",)
