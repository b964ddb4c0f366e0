"""Names, places, flags and events: the values that are points or trees, not measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from conflicts.errors import UnreadError
from conflicts.reading.frame import APOSTROPHES, frame, split
from conflicts.reading.settings import Settings
from conflicts.reading.titles import languages, name_words, person_form
from conflicts.reading.transliteration import spelling
from conflicts.values.extent import LINE, Extent
from conflicts.values.names import alike, has_kin, name_number, normal_form, read_alike
from conflicts.values.places import unknown_place
from conflicts.values.value import Value
from conflicts.values.words import BUT, LOOSELY, OR

__all__ = ["person_form", "read_event", "read_flag", "read_name", "read_place"]

MAX_NAME = 300


@frozen
class PlaceWords:
    """The words around places, in lower case; those before a place with the blank, if one follows."""

    prepositions: tuple[str, ...]
    near: tuple[str, ...]
    endings: tuple[str, ...]
    """Words behind a place with which it is only near."""
    either: tuple[str, ...]
    joints: frozenset[str]
    """What stands between two places either of which may be meant."""


@cache
def _place_words(lang: str) -> PlaceWords:
    """The words of `lang` ("de", "de-CH") and the English ones, which stand in texts of any language."""
    own = re.split("[-_]", lang)[0].casefold()
    lists = [name_words(known) for known in dict.fromkeys((own, "en")) if known in languages()]

    def openings(*keys: str) -> tuple[str, ...]:
        words = {word if word.endswith("'") else word + " " for data in lists for key in keys for word in data[key]}
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    return PlaceWords(
        prepositions=openings("prepositions"),
        near=openings("near", "around_before"),
        endings=tuple(f" {word}" for data in lists for word in data["around"]),
        either=tuple(data["either"] + " " for data in lists),
        joints=frozenset(data["or"] for data in lists),
    )


def read_name(text: str, settings: Settings) -> Value:
    """A name: the point of its canonical form.

    Loosely it is any name, unless differing names are known to exclude each other; then it is any that may be a
    spelling of it, or that it may be short for. A choice is one of a list, and is spelt as it is there.
    """
    printed = text.strip()
    kin = read_alike(printed)
    if kin is not None:
        return Value("name", kin, kin if settings.is_declared else LINE, text=text)
    label = settings.name(printed)
    form = normal_form(label)
    if label == printed:
        bare = person_form(label)
        if bare != form:
            label = settings.name(bare)
            form = normal_form(label)
    if not form:
        raise UnreadError("there is no name in it")
    if len(form) > MAX_NAME:
        raise UnreadError(f"a name of {len(form)} characters is taken for running text; give the name alone")
    known = spelling(form)
    point = Extent.point(name_number(form, known.key))
    if not settings.is_declared:
        loose = LINE
    elif known.key and has_kin(point.lo[0]) and settings.kind != "choice" and not _is_composed(form):
        loose = alike(known.start)
        if known.tail:
            loose |= alike(known.tail)
    else:
        loose = point
    return Value("name", point, loose, text=text, label=label)


def _is_composed(form: str) -> bool:
    """Whether the words of a set would be told wrongly from words of the name itself."""
    return OR in form or LOOSELY in form or form.startswith(BUT)


def read_event(text: str, settings: Settings) -> Value:
    """The other event of an order claim: a point, by its name."""
    label = settings.name(text.strip())
    point = Extent.point(name_number(normal_form(label)))
    return Value("event", point, point, text=text, label=label)


def read_place(text: str, settings: Settings) -> Value:
    """A place: its interval in the tree, or a point of its own (loosely anywhere) if the tree does not know it.

    "Istanbul, Turkey" is what the two share; "Foo, Turkey" with an unknown Foo is no more than Turkey;
    "Istanbul or Ankara" is either; "near Istanbul" is Istanbul, loosely anywhere.
    """
    if len(text) > MAX_NAME:
        raise UnreadError(f"a place of {len(text)} characters is taken for running text; give the place alone")
    words = _place_words(settings.lang)
    body = text.strip()
    either = next((word for word in words.either if body.lower().startswith(word)), "")
    options = [_one_place(option, settings) for option in _options(body[len(either) :], words.joints)]
    strict = options[0].extent
    for option in options[1:]:
        strict |= option.extent
    loose = strict if all(option.is_sure for option in options) else LINE
    return Value(settings.place_axis, strict, loose, text=text, label=OR.join(o.label for o in options))


def _options(text: str, joints: frozenset[str]) -> list[str]:
    """What a text names between the joints, a joint at its begin or end being part of a name."""
    options: list[list[str]] = [[]]
    words = text.split()
    for n, word in enumerate(words):
        if word.casefold() in joints and options[-1] and n + 1 < len(words):
            options.append([])
        else:
            options[-1].append(word)
    return [" ".join(option) for option in options]


@frozen
class _Place:
    extent: Extent
    label: str
    is_sure: bool


def _one_place(text: str, settings: Settings) -> _Place:
    words = _place_words(settings.lang)
    whole = _known_place(text, settings)
    if whole is not None:
        return whole
    body = _without(text, words.prepositions)
    near = _without(body, words.near)
    if near != body:
        place = _one_place(near, settings)
        return _Place(place.extent, f"near {place.label}", is_sure=False)
    ending = next((word for word in words.endings if body.lower().endswith(word)), None)
    if ending is not None:
        around = _known_place(body[: -len(ending)], settings)
        if around is not None:  # the Kursk region may be all about the city of Kursk
            return _Place(around.extent, text, is_sure=False)
    parts = [part.strip() for part in body.split(",") if part.strip()]
    known = [found for part in parts if (found := _known_place(part, settings)) is not None] if len(parts) > 1 else []
    if known:
        shared = known[0].extent
        for found in known[1:]:
            shared &= found.extent
        if shared.is_empty:
            raise UnreadError(f"{text!r}: none of these places lies in the other, by the vocabulary's places")
        return _Place(shared, text, is_sure=True)
    label = settings.name(body)
    form = normal_form(label)
    if not form:
        raise UnreadError("there is no place in it")
    return _Place(unknown_place(form), label, is_sure=False)


def _known_place(text: str, settings: Settings) -> _Place | None:
    for candidate in _shortened(text, _place_words(settings.lang).prepositions):
        label = settings.name(candidate)
        extent = settings.places.get(normal_form(label))
        if extent is not None:
            return _Place(extent, label, is_sure=True)
    return None


def _shortened(text: str, openings: tuple[str, ...]) -> Iterator[str]:
    """`text`, then what is left as the openings it starts with are taken off one by one, as long as something is."""
    rest = text
    found: str | None = ""
    while found is not None:
        rest = rest[len(found) :].strip()
        yield rest
        folded = rest.lower().translate(APOSTROPHES)
        found = next((o for o in openings if folded.startswith(o) and len(rest) > len(o)), None)


def _without(text: str, openings: tuple[str, ...]) -> str:
    """`text` without the openings it starts with, as long as something is left."""
    *_, shortest = _shortened(text, openings)
    return shortest


YES = Extent.point(1)
NO = Extent.point(0)


def read_flag(text: str, settings: Settings) -> Value | None:
    """Yes or no, or None if the text is neither."""
    words = split(text)
    lists = frame(settings.lang)
    if words in lists.yes:
        return Value("flag", YES, YES, text=text)
    if words in lists.no:
        return Value("flag", NO, NO, text=text)
    return None
