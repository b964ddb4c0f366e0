"""How long, and how often."""

from __future__ import annotations

from reading.phrases.sets import UNREAD, Expected, at_least, at_most, length, less_than, more_than, phrases

HOUR, MINUTE, WEEK, MONTH, YEAR = 3600, 60, 7 * 86_400, 2_629_746, 31_556_952


def of(expected: Expected) -> Expected:
    return Expected("duration", expected.extent)


PHRASES = phrases(
    [
        ("three days", length(2.5, 3.5), "half a day either side", {"about": True}),
        ("two hours", length(1.5, 2.5, unit=HOUR), "half an hour either side", {"about": True}),
        ("90 minutes", length(87.75, 92.25, unit=MINUTE), "at most 2.5 %", {"about": True}),
        ("half an hour", length(25, 35, unit=MINUTE), "thirty minutes", {"about": True}),
        ("an hour and a half", length(75, 105, unit=MINUTE), "ninety minutes", {"about": True}),
        ("a fortnight", length(7, 21), "half a fortnight either side", {"about": True}),
        ("six weeks", length(5.5, 6.5, unit=WEEK), "half a week either side", {"about": True}),
        ("18 months", length(17.5, 18.5, unit=MONTH), "half a month either side", {"about": True}),
        ("two years", length(1.5, 2.5, unit=YEAR), "half a year either side", {"about": True}),
        ("a decade", length(5, 15, unit=YEAR), "half a decade either side", {"about": True}),
        ("48 hours", length(47.5, 48.5, unit=HOUR), "half an hour either side", {"about": True}),
        ("2 hours 40 minutes", length(159.5, 160.5, unit=MINUTE), "half a minute either side", {"about": True}),
        ("two and a half hours", length(135, 165, unit=MINUTE), "a fraction", {"about": True}),
        (
            "1.5 hours",
            length(75, 105, unit=MINUTE),
            "one and a half: a quarter of an hour either side",
            {"about": True},
        ),
        ("at least three days", of(at_least(3 * 86_400)), "a bound", {"about": True}),
        ("more than two hours", of(more_than(2 * HOUR)), "a bound", {"about": True}),
        ("up to six hours", of(at_most(6 * HOUR)), "a bound", {"about": True}),
        ("less than an hour", of(less_than(HOUR)), "a bound", {"about": True}),
        ("nearly three hours", length(2.7, 3, unit=HOUR), "just below", {"about": True}),
        ("about 40 minutes", length(36, 44, unit=MINUTE), "a tenth either side", {"about": True}),
        ("two to three weeks", length(2, 3, unit=WEEK), "both ends", {"about": True}),
        ("between 30 and 60 days", length(30, 60), "both ends", {"about": True}),
        ("30-day", length(29.25, 30.75), "before a noun", {"about": True, "hard": True}),
        ("three-hour", length(2.5, 3.5, unit=HOUR), "before a noun", {"about": True, "hard": True}),
        ("PT2H30M", length(150, unit=MINUTE), "ISO 8601", {"about": True}),
        ("P3D", length(2.5, 3.5), "ISO 8601", {"about": True}),
        ("several hours", length(2, 12, unit=HOUR), "vague", {"about": True}),
        ("a few minutes", length(2, 6, unit=MINUTE), "vague", {"about": True}),
        ("weeks", length(2, 10, unit=WEEK), "vague", {"about": True, "hard": True}),
        ("drei Tage", length(2.5, 3.5), "German", {"about": True, "lang": "de"}),
        ("anderthalb Stunden", length(75, 105, unit=MINUTE), "German", {"about": True, "lang": "de", "hard": True}),
        ("zwei Wochen", length(1.5, 2.5, unit=WEEK), "German", {"about": True, "lang": "de"}),
        ("trois jours", length(2.5, 3.5), "French", {"about": True, "lang": "fr"}),
        ("deux heures", length(1.5, 2.5, unit=HOUR), "French", {"about": True, "lang": "fr"}),
        ("une demi-heure", length(25, 35, unit=MINUTE), "French", {"about": True, "lang": "fr", "hard": True}),
        ("quickly", UNREAD, "says no length"),
    ],
    kind="duration",
)
