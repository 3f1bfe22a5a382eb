"""The words of a command line before the parser reads them: which command they mean, what is of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

#: The commands that answer from figures, in the order of the help: every door has them, and receipts.
QUESTIONS = (
    "surplus",
    "exports",
    "imports",
    "records",
    "drivers",
    "partners",
    "mirror",
    "revisions",
    "explain",
    "cite",
    "check",
    "brief",
    "chart",
    "watch",
)
#: Other words for a command.
SYNONYMS = {
    **dict.fromkeys(("出口",), "exports"),
    **dict.fromkeys(("進口",), "imports"),
    **dict.fromkeys(("出超", "入超", "順差", "逆差", "出入超", "貿易差額"), "surplus"),
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
    # Imported only here: a command that stands first, the usual case, needs none of it.
    from tradecli import asked_chinese, asked_words

    options = next((at for at in range(first, len(words)) if words[at].startswith("-")), len(words))
    said = [piece for word in words[first:options] for piece in asked_chinese.cut(word)]
    named = _named(said)
    if named is None and not asked_words.names_something(said) and not asked_words.has_instead(said):
        return words
    if named is not None and named[1] not in _FLOWS:
        del said[named[0]]
    return [*words[:first], named[1] if named else "surplus", *said, *words[options:]]


#: Questions that can stand after other words; before those, where both are named, one about them.
_FLOWS = ("exports", "imports", "surplus")
_ABOUT = ("records", "drivers", "mirror", "revisions", "chart", "brief", "partners")


def _named(words: Sequence[str]) -> tuple[int, str] | None:
    """The place of the only question that some words name, and its command."""
    from tradecli.asked_chinese import COMMANDS

    known = {**{name: name for name in (*_FLOWS, *_ABOUT)}, **SYNONYMS, **COMMANDS}
    found = [(at, known[word.casefold()]) for at, word in enumerate(words) if word.casefold() in known]
    for kind in (_ABOUT, _FLOWS):
        of_kind = [one for one in found if one[1] in kind]
        if of_kind:
            return of_kind[0] if len({name for _, name in of_kind}) == 1 else None
    return None


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
