"""The claims that our own program makes of a wire item must not contradict each other."""

import csv
import io

WIRE = """\
subject;attribute;value;source;asserted_at
Harbour Bridge;scheduled_reopening;on Friday;mayor's office;2026-03-03
Harbour Bridge;scheduled_reopening;6 March;City Radio;2026-03-04
"""


def parse(wire):
    return list(csv.DictReader(io.StringIO(wire), delimiter=";"))


def test_a_wire_item_is_consistent(assert_consistent):
    assert_consistent(parse(WIRE))
