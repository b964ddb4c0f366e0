"""Clock times: zones by name, abbreviation and offset, nights when clocks change, parts of the day."""

from __future__ import annotations

from typing import Any

from reading.phrases.sets import Expected, before, either, hours, minute, phrases, since, span, zoned

KYIV, MOSCOW, LONDON, BERLIN = "Europe/Kyiv", "Europe/Moscow", "Europe/London", "Europe/Berlin"
NEW_YORK, CHICAGO, LOS_ANGELES, TOKYO = "America/New_York", "America/Chicago", "America/Los_Angeles", "Asia/Tokyo"


def local(text: str, zone: str) -> Expected:
    """The minute a clock of that zone shows."""
    return zoned(minute(text), zone)


ZONED = phrases(
    [
        ("18:00 UTC on Thursday", local("2025-07-24T18:00", "+00:00"), "as printed"),
        ("1800 UTC Thursday", local("2025-07-24T18:00", "+00:00"), "four digits before a zone"),
        ("at 0300 GMT on Wednesday", local("2025-07-23T03:00", "+00:00"), "four digits before a zone"),
        ("3 p.m. GMT on Friday", local("2025-07-25T15:00", "+00:00"), "GMT is UTC"),
        ("15:30 BST on Friday", local("2025-07-25T15:30", "+01:00"), "British summer time"),
        ("3.30pm BST on Friday", local("2025-07-25T15:30", "+01:00"), "a point between hours and minutes"),
        ("7 p.m. ET Thursday", local("2025-07-24T19:00", NEW_YORK), "Eastern"),
        ("7 p.m. EDT Thursday", local("2025-07-24T19:00", "-04:00"), "Eastern, summer"),
        ("7 p.m. Eastern on Thursday", local("2025-07-24T19:00", NEW_YORK), "Eastern in words"),
        ("7 p.m. Eastern time on Thursday", local("2025-07-24T19:00", NEW_YORK), "Eastern in words"),
        ("6 p.m. CDT Thursday", local("2025-07-24T18:00", "-05:00"), "Central, summer"),
        ("noon PT on Saturday", local("2025-07-26T12:00", LOS_ANGELES), "Pacific"),
        ("9 a.m. PDT on Saturday", local("2025-07-26T09:00", "-07:00"), "Pacific, summer"),
        ("10:00 Kyiv time on Wednesday", either(local("2025-07-23T10:00", KYIV), local("2025-07-23T22:00", KYIV)),
            "morning, or evening"),
        ("10 a.m. Moscow time on Wednesday", local("2025-07-23T10:00", MOSCOW), "a city's clock"),
        ("8 a.m. London time Friday", local("2025-07-25T08:00", LONDON), "a city's clock"),
        ("2 p.m. Istanbul time on Wednesday", local("2025-07-23T14:00", "Europe/Istanbul"), "a city's clock"),
        ("11:00 Tokyo time on Friday", either(local("2025-07-25T11:00", TOKYO), local("2025-07-25T23:00", TOKYO)),
            "morning, or evening"),
        ("21:00 CEST on Friday", local("2025-07-25T21:00", "+02:00"), "Central European summer time"),
        ("9 p.m. New York time on Friday", local("2025-07-25T21:00", NEW_YORK), "a city's clock"),
        ("16:00 GMT+3 on Friday", local("2025-07-25T16:00", "+03:00"), "by offset"),
        ("16:00 (UTC+3) on Friday", local("2025-07-25T16:00", "+03:00"), "by offset, in brackets"),
        ("Friday 16:00 UTC+2", local("2025-07-25T16:00", "+02:00"), "by offset"),
        ("09:15 MSK on Friday", local("2025-07-25T09:15", "+03:00"), "Moscow"),
        ("10 a.m. JST on Friday", local("2025-07-25T10:00", "+09:00"), "Japan"),
        ("10:30 a.m. AEST on Friday", local("2025-07-25T10:30", "+10:00"), "Eastern Australia"),
        ("3 p.m. (1200 GMT) on Friday", local("2025-07-25T12:00", "+00:00"), "told twice"),
        ("July 25, 2025 at 14:00 UTC", local("2025-07-25T14:00", "+00:00"), "the day first"),
        ("Friday, July 25, at 2:00 p.m. EDT", local("2025-07-25T14:00", "-04:00"), "the day first"),
        ("2 p.m. EDT on July 25, 2025", local("2025-07-25T14:00", "-04:00"), "the clock first"),
        ("2025-07-25T14:00:00Z", zoned(span("2025-07-25T14:00:00", "2025-07-25T14:00:01"), "+00:00"), "ISO 8601"),
        ("2025-07-25T14:00+03:00", local("2025-07-25T14:00", "+03:00"), "ISO 8601"),
        ("2025-07-25 14:00 EST", local("2025-07-25T14:00", "-05:00"), "the abbreviation as printed, even in July",
            {"loose": local("2025-07-25T14:00", "-05:00")}),
        ("midnight GMT on Friday", either(local("2025-07-25T00:00", "+00:00"), local("2025-07-26T00:00", "+00:00")),
            "the start or the end of Friday", {"hard": True}),
        ("by 6 p.m. GMT on Friday", zoned(before("2025-07-25T18:00"), "+00:00"), "a deadline in a zone"),
        ("no earlier than 9 a.m. ET Friday", zoned(since("2025-07-25T09:00"), NEW_YORK), "a bound in a zone"),
        ("between 10 a.m. and noon ET on Friday", zoned(span("2025-07-25T10:00", "2025-07-25T12:00"), NEW_YORK),
            "hours in a zone"),
        ("14:00-16:00 UTC on Friday", zoned(span("2025-07-25T14:00", "2025-07-25T16:00"), "+00:00"), "hours in a zone"),
        ("9 p.m. local time on Friday", minute("2025-07-25T21:00"), "the event's own clock floats"),
        ("0900 local on Friday", minute("2025-07-25T09:00"), "the event's own clock floats", {"hard": True}),
        ("9:30 p.m. (local time) Friday", minute("2025-07-25T21:30"), "the event's own clock floats"),
        ("9 p.m. on Friday", zoned(minute("2025-07-25T21:00"), KYIV), "the zone comes with the claim",
            {"timezone": KYIV}),
        ("5 a.m. Kyiv time", local("2025-07-21T05:00", KYIV), "today, or the next one",
            {"loose": local("2025-07-22T05:00", KYIV)}),
    ],
    asserted_at="2025-07-21",
    modality="plan",
    kind="time",
)  # fmt: skip

SPRING: dict[str, Any] = {"asserted_at": "2026-03-02"}
AUTUMN: dict[str, Any] = {"asserted_at": "2025-10-20"}
CHANGES = phrases(
    [
        ("3 p.m. ET on March 9", local("2026-03-09T15:00", NEW_YORK), "summer time since the day before", SPRING),
        ("3 p.m. ET on March 6", local("2026-03-06T15:00", NEW_YORK), "still winter time", SPRING),
        ("2 p.m. London time on 27 March", local("2026-03-27T14:00", "+00:00"), "before the last Sunday of March",
            SPRING),
        ("2 p.m. London time on 30 March", local("2026-03-30T14:00", "+01:00"), "after it", SPRING),
        ("10 a.m. Berlin time on Monday", local("2025-10-27T10:00", "+01:00"), "winter time since Sunday",
            AUTUMN | {"asserted_at": "2025-10-24"}),
        ("10 a.m. Berlin time on Friday", local("2025-10-24T10:00", "+02:00"), "still summer time", AUTUMN),
        ("2:30 a.m. Berlin time on 26 October 2025",
            either(local("2025-10-26T02:30", "+02:00"), local("2025-10-26T02:30", "+01:00")), "it happens twice",
            AUTUMN),
        ("1 a.m. EDT on Nov. 2", local("2025-11-02T01:00", "-04:00"), "the first of two", AUTUMN),
        ("1 a.m. EST on Nov. 2", local("2025-11-02T01:00", "-05:00"), "the second of two", AUTUMN),
        ("1:30 a.m. ET on Nov. 2",
            either(local("2025-11-02T01:30", "-04:00"), local("2025-11-02T01:30", "-05:00")), "it happens twice",
            AUTUMN),
        ("4 a.m. Kyiv time on 26 October 2025", local("2025-10-26T04:00", "+02:00"), "the clock goes back from four",
            AUTUMN | {"about": True}),
        ("on the night of 25-26 October", span("2025-10-25T18:00", "2025-10-26T09:00"), "a night of 25 hours",
            AUTUMN | {"about": True}),
    ],
    modality="plan",
    kind="time",
)  # fmt: skip

CLOCKS = phrases(
    [
        ("Friday at 11 a.m.", minute("2025-07-25T11:00"), "to the minute"),
        ("11.15am on Friday", minute("2025-07-25T11:15"), "a point between hours and minutes"),
        ("Friday at 11:15", either(minute("2025-07-25T11:15"), minute("2025-07-25T23:15")),
            "morning, or evening", {"about": True, "loose": minute("2025-07-25T11:15")}),
        ("Friday at 19:45", minute("2025-07-25T19:45"), "24-hour clock"),
        ("1945 hours on Friday", minute("2025-07-25T19:45"), "as the military writes", {"hard": True}),
        ("7.45 on Friday evening", minute("2025-07-25T19:45"), "the evening settles it", {"hard": True}),
        ("noon on Thursday", minute("2025-07-24T12:00"), "twelve"),
        ("12 noon Thursday", minute("2025-07-24T12:00"), "twelve"),
        ("12 p.m. on Thursday", minute("2025-07-24T12:00"), "noon"),
        ("12:30 a.m. on Thursday", minute("2025-07-24T00:30"), "half an hour into Thursday"),
        ("23:59 on 31 July", minute("2025-07-31T23:59"), "the last minute"),
        ("24:00 on 31 July", minute("2025-08-01T00:00"), "the end of the day"),
        ("00:01 on 1 August", minute("2025-08-01T00:01"), "the first minute"),
        ("half past three on Friday afternoon", minute("2025-07-25T15:30"), "in words"),
        ("a quarter past eight on Friday morning", minute("2025-07-25T08:15"), "in words"),
        ("three o'clock on Friday afternoon", minute("2025-07-25T15:00"), "in words"),
        ("ten to six on Friday evening", minute("2025-07-25T17:50"), "in words", {"hard": True}),
        ("around 3 p.m. on Friday", span("2025-07-25T14:45", "2025-07-25T15:16"), "a quarter of an hour either way",
            {"about": True}),
        ("shortly before 3 p.m. on Friday", span("2025-07-25T14:30", "2025-07-25T15:00"), "half an hour",
            {"about": True}),
        ("just after noon on Friday", span("2025-07-25T12:00", "2025-07-25T12:30"), "half an hour", {"about": True}),
        ("after 6 p.m. on Friday", since("2025-07-25T18:00"), "what is left of Friday, or any time later"),
        ("early Saturday morning", hours("2025-07-26", 0, 9), "the small hours too", {"about": True}),
        ("the early hours of Wednesday", hours("2025-07-23", 0, 6), "before dawn", {"about": True}),
        ("the small hours of Thursday", hours("2025-07-24", 0, 5), "before dawn", {"about": True}),
        ("before dawn on Thursday", before("2025-07-24T05:00"), "a bound", {"about": True}),
        ("at dawn on Thursday", hours("2025-07-24", 4, 8), "a part of the day", {"about": True}),
        ("late on Wednesday night", span("2025-07-23T21:00", "2025-07-24T03:00"), "into Thursday", {"about": True}),
        ("Monday night", span("2025-07-21T19:00", "2025-07-22T05:00"), "into Tuesday", {"about": True}),
        ("the night of 24 July", span("2025-07-24T19:00", "2025-07-25T05:00"), "into the next day", {"about": True}),
        ("on the evening of 24 July", hours("2025-07-24", 18, 24), "a part of the day", {"about": True}),
        ("mid-morning on Thursday", hours("2025-07-24", 9, 11), "a part of the day", {"about": True, "hard": True}),
        ("by dawn on Friday", before("2025-07-25T07:00"), "a deadline", {"about": True, "hard": True}),
        ("overnight", span("2025-07-21T18:00", "2025-07-22T09:00"), "the coming night", {"about": True}),
    ],
    asserted_at="2025-07-21",
    modality="plan",
    kind="time",
)  # fmt: skip

PHRASES = ZONED + CHANGES + CLOCKS
