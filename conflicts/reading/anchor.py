"""The moment of speaking, and which way a time without a year or a week looks from it."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

from attrs import define

from conflicts.errors import UnreadError
from conflicts.values.calendar import DAY, day_of


@define
class Anchor:
    """What relative times are counted from; nobody changes one.

    `day` is the speaker's own day (None if unknown), `second` the second of that day where it is known. `is_forward`
    tells that bare weekdays and dates look to the future. `context` is the sentence, for times told by another time.
    """

    day: int | None
    second: int | Fraction | None
    is_forward: bool
    offset: int | None
    context: str | None = None
    text: str = ""
    lang: str = "en"

    def need(self, what: str) -> int:
        """The day of speaking; raises `UnreadError` where it is unknown, saying what needs it."""
        if self.day is None:
            raise UnreadError(f"{what} with no `asserted_at`")
        return self.day

    @property
    def now(self) -> int | Fraction | None:
        """The moment of speaking in seconds, where the time of day is known."""
        return None if self.day is None or self.second is None else self.day * DAY + self.second

    @classmethod
    def at(cls, said: date | None, *, is_forward: bool, lang: str) -> Anchor:
        """The moment at which a claim was asserted, on the wall clock of its speaker; None if it is not known."""
        if said is None:
            return cls(None, None, is_forward, None, None, "", lang)
        day = day_of(said)
        if not isinstance(said, datetime):
            return cls(day, None, is_forward, None, None, "", lang)
        away = said.utcoffset()
        second = said.hour * 3600 + said.minute * 60 + said.second
        return cls(day, second, is_forward, None if away is None else int(away.total_seconds()), None, "", lang)

    def on(self, day: int) -> Anchor:
        """The same anchor moved to another day, of which the time of day is unknown."""
        return Anchor(day, None, self.is_forward, self.offset, None, self.text, self.lang)

    def behind(self) -> Anchor:
        """The same anchor, looking to the past."""
        return Anchor(self.day, self.second, False, self.offset, self.context, self.text, self.lang)

    def ahead(self) -> Anchor:
        """The same anchor, looking to the future."""
        return Anchor(self.day, self.second, True, self.offset, self.context, self.text, self.lang)
