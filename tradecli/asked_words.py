"""What is asked in words alone, without options: a partner, a period, goods, whose figures. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradecli.errors import NoData, QueryError
from tradecli.facts import commodities, places
from tradecli.scope import NEWEST
from tradecli.wording import Listed, Wording
from tradecli.written_periods import written

#: Words that say which slot the place after them fills, and words that say nothing.
_BEFORE = {
    **dict.fromkeys(("to", "from", "with", "between"), "partner"),
    **dict.fromkeys(("by", "reporter"), "reporter"),
}
_NOTHING = frozenset({"the", "in", "of", "for", "and", "through", "until", "on", "month", "trade", "goods"})
#: A place before it is known whether it is the partner or the reporter.
_PLACE = "place"
_ORDER = ("reporter", "partner", "commodity", "through")
#: A question in words has no more; no name or period has more words than `_LONGEST`.
MOST = 12
_LONGEST = 6


class Part(NamedTuple):
    """One thing that words name: the option it stands for, and the value."""

    option: str
    value: str


def read(words: Sequence[str], options: Sequence[str]) -> dict[str, str]:
    """What the words mean, by option, each value as it is written in full.

    Args:
        words: As they were typed, without options.
        options: The options that the command has.

    Raises:
        QueryError: They may mean two things, or one twice, or the command has no such option.
        NoData: A word is the name of nothing.

    Examples:
        >>> read(["south", "korea", "nov", "2025"], ["partner", "through"])
        {'partner': 'KR', 'through': '2025-11'}
    """
    pieces = [piece for word in words for piece in word.strip(" ,;").split()]
    if len(pieces) > MOST:
        raise QueryError("{count} words are too many", hint="write: US 2025-11", count=len(pieces))
    readings = [_settled(one) for one in _readings(tuple(pieces))]
    if not any(readings):
        raise _not_understood(pieces)
    able = [one for one in readings if not _refusal(one, options)]
    if not able:
        raise QueryError(_refusal(readings[0], options), hint="write: US 2025-11, or US with CN 2025-11")
    distinct = list({frozenset(one): one for one in able}.values())
    if len(distinct) > 1:
        meant, said = [_spelled(sorted(one)) for one in distinct], " ".join(pieces)
        raise QueryError(
            "{said!r} may mean two things",
            hint="{meant}",
            candidates=meant,
            said=said,
            meant=Listed(meant, "or"),
        )
    return {
        part.option: part.value for part in sorted(distinct[0], key=lambda part: _ORDER.index(part.option))
    }


def names_something(words: Sequence[str]) -> bool:
    """Whether the first words name a place, goods or a period, so that they ask a question."""
    return any(
        list(_meant(" ".join(words[:length]), "")) for length in range(1, min(_LONGEST, len(words)) + 1)
    )


def _readings(words: tuple[str, ...], slot: str = "") -> Iterator[tuple[Part, ...]]:
    """Every way to cut the words into things they name."""
    if not words:
        yield ()
        return
    first = words[0].casefold()
    if first in _BEFORE or first in _NOTHING:
        yield from _readings(words[1:], _BEFORE.get(first, slot))
        if words[0] == first:
            # In small letters these are words; IN and TO are India and Tonga.
            return
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for part in _meant(" ".join(words[:length]), slot):
            for rest in _readings(words[length:]):
                yield (part, *rest)


def _settled(parts: Sequence[Part]) -> tuple[Part, ...]:
    """A place that no word puts anywhere is the partner; beside a partner (US with China) it reports."""
    other = "reporter" if any(part.option == "partner" for part in parts) else "partner"
    return tuple(part._replace(option=other) if part.option == _PLACE else part for part in parts)


def _meant(text: str, slot: str) -> Iterator[Part]:
    """What a text names as it stands."""
    if text.casefold() in NEWEST:
        yield Part("through", "latest")
        return
    if period := written(text):
        label = {
            "quarter": f"{period.through:%Y}-Q{period.through.month // 3}",
            "year": f"{period.through:%Y}",
        }
        yield Part("through", label.get(period.kind, f"{period.through:%Y-%m}"))
        return
    owner = text.removesuffix("'s").removesuffix("’s")
    if not text.isdecimal() and (place := places.meant(owner)):
        yield Part("reporter" if owner != text else slot or _PLACE, place.code)
    if goods := commodities.meant(text):
        yield Part("commodity", goods.spelling)


def _refusal(parts: Sequence[Part], options: Sequence[str]) -> str:
    """Why parts cannot be one question; empty where they can."""
    names = [part.option for part in parts]
    if twice := next((name for name in names if names.count(name) > 1), None):
        values = Listed((part.value for part in parts if part.option == twice), "and")
        return Wording("there is more than one {twice}: {values}", twice=Wording(twice), values=values)
    lacking = next((part for part in parts if part.option not in options), None)
    return (
        Wording(
            "the question takes no {option} ({value})", option=Wording(lacking.option), value=lacking.value
        )
        if lacking
        else ""
    )


def _spelled(parts: Sequence[Part]) -> str:
    return " ".join(f"--{part.option} {part.value}" for part in parts)


def _not_understood(words: Sequence[str]) -> NoData:
    """The refusal of words, by the first that is the name of nothing."""
    unknown = next((word for word in words if not list(_readings((word,)))), " ".join(words))
    try:
        places.find(unknown)
    except (NoData, QueryError) as error:
        hint, candidates = error.hint, error.candidates
    else:
        hint, candidates = "", ()
    return NoData(
        "{unknown!r} is no partner, goods or period",
        hint=hint or "write a partner and a month, such as: US 2025-11",
        candidates=candidates,
        unknown=unknown,
    )
