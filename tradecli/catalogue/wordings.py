"""Sentences that are raised or returned in English, in another language.

A language other than English holds, by topic, the twin of every template with the same facts; which of them
a program needs is known only when something fails, so all are read then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module

from tradecli.wording import Later, Listed, Wording

#: The files of twins in the folder of a language.
TOPICS = (
    "asking",
    "claims",
    "doors",
    "figures",
    "formats",
    "help",
    "own_rows",
    "own_table",
    "layouts",
    "places",
    "reporters",
    "reports",
    "fetching",
    "sources",
    "store",
    "words",
)
#: How a language joins several facts.
_JOINED = {"zh": {",": "、", ";": "；", "or": "或", "and": "與"}}
_SEVERAL = {"zh": "、"}


def in_language(sentence: object, lang: str) -> str:
    """A sentence in a language; text that no catalogue knows, such as another program's, as it is.

    Examples:
        >>> in_language(Wording("{name}: the file is empty", name="a.csv"), "zh")
        'a.csv：檔案是空的'
    """
    if lang == "en" or not isinstance(sentence, Wording | BaseException):
        return str(sentence)
    if isinstance(sentence, BaseException):
        return in_language(_of_error(sentence), lang)
    twin = twins(lang).get(sentence.template, sentence.template)
    if not sentence.facts:
        return twin if twin != sentence.template else _foreign(twin, lang)
    return twin.format_map({name: _fact(value, lang) for name, value in sentence.facts.items()})


def _of_error(error: BaseException) -> Wording:
    """What an error says; of the system's own its reason, without the number and the file."""
    said = error.args[0] if error.args else ""
    return Wording(said if isinstance(said, Wording) else getattr(error, "strerror", None) or str(error))


def _fact(value: object, lang: str) -> object:
    """A fact as a field of a twin takes it: what is a sentence itself is written, all else stays typed."""
    if isinstance(value, Listed):
        *first, last = [in_language(item, lang) for item in value] or [""]
        joint = _JOINED[lang][value.word]
        return joint.join(
            [*([(joint if value.word in ",;" else _SEVERAL[lang]).join(first)] if first else []), last]
        )
    if isinstance(value, Later):
        value = value.made()
    return in_language(value, lang) if isinstance(value, Wording | BaseException) else value


def _foreign(text: str, lang: str) -> str:
    """What another program said, in a language where its sentence is known; else as it is."""
    for template, twin in _patterns(lang):
        if found := template.fullmatch(text):
            return twin.format_map({name: _foreign(part, lang) for name, part in found.groupdict().items()})
    return text


@cache
def _patterns(lang: str) -> Sequence[tuple[re.Pattern[str], str]]:
    foreign = import_module(f"tradecli.catalogue.{lang}.wordings.foreign").WORDINGS
    fields = re.compile(r"\\{(\w+)\\}")
    return [
        (re.compile(fields.sub(r"(?P<\1>.+?)", re.escape(template)), re.DOTALL), twin)
        for template, twin in foreign.items()
    ]


@cache
def twins(lang: str) -> Mapping[str, str]:
    """The twin of every template that a language knows."""
    return dict(_twins(lang))


def _twins(lang: str) -> Iterator[tuple[str, str]]:
    for topic in TOPICS:
        yield from import_module(f"tradecli.catalogue.{lang}.wordings.{topic}").WORDINGS.items()
