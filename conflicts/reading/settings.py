"""What a reader may know beside the text: plain settings, no vocabulary, no clock, no locale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from attrs import field, frozen

from conflicts.reading.anchor import Anchor
from conflicts.values.extent import Extent

Modality = Literal["fact", "plan", "hypothetical"]


@frozen(slots=False)  # one is made for each day on which something was said: so it is filled much faster
class Settings:
    """Everything beside the text that a reading may depend on.

    `said` is the anchor of relative times: the day, or the moment, at which the claim was asserted, on the wall
    clock of the speaker (aware if its offset is known). `zone` names the time zone in which days and clock times
    are meant (an IANA name, or "+03:00"); None means they float. `context` is the sentence, or the text before.
    """

    said: date | datetime | None = None
    modality: Modality = "fact"
    zone: str | None = None
    lang: str = "en"
    unit: str | None = None
    context: str | None = None
    kind: str | None = None
    name: Callable[[str], str] = str
    """The canonical form of a name, after aliases."""
    places: Mapping[str, Extent] = field(factory=dict)
    """The extent of each known place, by normal form."""
    place_axis: str = "place"
    is_declared: bool = False
    """Whether differing names are known to exclude each other."""
    relation: str | None = None
    """The order relation of an order claim."""

    @cached_property
    def anchor(self) -> Anchor:
        """What relative times are counted from, as far as no context tells more."""
        return self._anchored(self.said)

    def at(self, said: date | datetime) -> Settings:
        """The same, said at another time."""
        moved = object.__new__(Settings)
        moved.__dict__.update(self.__dict__, said=said, anchor=self._anchored(said))
        return moved

    def _anchored(self, said: date | datetime | None) -> Anchor:
        return Anchor.at(said, is_forward=self.modality != "fact", lang=self.lang)
