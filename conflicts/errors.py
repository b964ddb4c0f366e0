"""Every error this library raises on purpose, under one base."""

from __future__ import annotations

from collections.abc import Sequence


class ConflictsError(Exception):
    """The base of all errors of this library."""


class InputError(ConflictsError, ValueError):
    """Input that cannot be used: what was wrong, where, and what would be right.

    `problems` holds one line for each thing that is wrong; the message is all of them.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class VocabularyError(InputError):
    """A vocabulary that contradicts itself or says something that has no meaning."""


class UnreadError(ConflictsError, ValueError):
    """A printed value that cannot be read; the message is the reason, written for an editor."""


class NoTruthValueError(ConflictsError, TypeError):
    """Raised where a result with four answers is used as if it had two."""


class PluginError(ConflictsError):
    """A plug-in of another package that is broken: which one, from which package, and what it did."""


def written(value: object) -> str:
    """The `repr` of a value; of one that Python itself cannot write out (too deep, too many digits), its type.

    >>> written(5), written(10**5000)
    ('5', 'a value of type int')
    """
    try:
        return repr(value)
    except (ValueError, RecursionError):
        return f"a value of type {type(value).__name__}"


def shown(value: object) -> str:
    """A value as an error shows it: `written`, cut to 80 characters.

    >>> shown("x" * 100)[-5:]
    'xx...'
    """
    text = written(value[:80] if isinstance(value, str) else value)
    return text if len(text) <= 80 else text[:77] + "..."


def shown_key(name: object) -> str:
    """A key as an error names it: as it is written, cut to 80 characters; escaped where a terminal would obey it.

    >>> shown_key("scope"), shown_key("a\\x1b[2J")
    ('scope', "'a\\\\x1b[2J'")
    """
    return name[:80] if isinstance(name, str) and name.isprintable() else shown(name)


def cycle_words(names: Sequence[object], verb: str) -> str:
    """Names that lead back to the first, in one line; of very many the first and the last.

    >>> cycle_words(["Kyiv", "Ukraine", "Kyiv"], "lies in")
    'a cycle: Kyiv lies in Ukraine lies in Kyiv'
    """
    told = [shown_key(name) for name in (names if len(names) < 12 else [*names[:5], "…", *names[-5:]])]
    return f"a cycle: {f' {verb} '.join(told)}"
