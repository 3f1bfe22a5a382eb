"""The words of a command line before the parser reads them: which command they mean, what is of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

#: Other words for a command.
SYNONYMS = {
    **dict.fromkeys(("balance", "deficit"), "surplus"),
    "export": "exports",
    "import": "imports",
    "record": "records",
    "driver": "drivers",
    "partner": "partners",
    "revision": "revisions",
    "charts": "chart",
    "plot": "chart",
    "verify": "check",
    "release": "brief",
    "download": "fetch",
    "source": "sources",
    "code": "codes",
}

_FORMATS = {f"--{name}": ("--format", name) for name in ("json", "csv", "tsv", "markdown")}


def commanded(words: list[str], commands: Sequence[str]) -> list[str]:
    """The words with the command they mean; those that name a pair or month ask for the surplus."""
    words = [part for word in words for part in _FORMATS.get(word, (word,))]
    first = next((number for number, word in enumerate(words) if not word.startswith("-")), None)
    if first is None or words[first] in commands:
        return words
    name = words[first].casefold()
    if name in commands or name in SYNONYMS:
        return [*words[:first], SYNONYMS.get(name, name), *words[first + 1 :]]
    from tradecli.asked_words import names_something

    return [*words[:first], "surplus", *words[first:]] if names_something(words[first:]) else words


def whole_first(words: Sequence[str]) -> list[str]:
    """The options of the program as a whole before the command, wherever they stand.

    Examples:
        >>> whole_first(["surplus", "-q", "--color", "never", "--lang", "zh"])
        ['-q', '--color=never', 'surplus', '--lang', 'zh']
    """
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            return [*front, *rest, word, *waiting]
        if word in {"-q", "--quiet", "-v", "--verbose", "--debug"} or word.startswith("--color="):
            front.append(word)
        elif word == "--color":
            # As one word, so that the first of the others is the command.
            front.append("=".join([word, *islice(waiting, 1)]))
        else:
            rest.append(word)
    return front + rest
