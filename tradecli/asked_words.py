"""What is asked in words alone, without options: partners, periods, goods, whose figures, by what. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile, islice

from tradecli import asked_chinese, asked_periods, asked_vocabulary, scope
from tradecli.asked_names import as_pairs, goods_named, is_country, places_named
from tradecli.asked_refusals import ambiguous, as_area, hint, in_order, not_understood, refusal, refuse
from tradecli.asked_vocabulary import (
    BEFORE,
    COMPARED,
    EITHER,
    FLOW_OF,
    FLOWS,
    FREE,
    FULL_YEAR,
    IMPLIED,
    INSTEAD,
    LONGEST,
    MANY,
    MOST,
    NOTHING,
    OF_ALL_FLOWS,
    ONWARD,
    OPENING,
    PLACE,
    REFUSED,
    SAME_AS,
    SHARE,
    TURNED,
    Asked,
    Part,
    Slot,
)
from tradecli.errors import QueryError
from tradecli.scope import NEWEST
from tradecli.synonyms import meant
from tradecli.written_periods import written


def read(words: Sequence[str], asked: Asked) -> dict[str, str]:
    """What the words mean, by option, each value as it is written in full.

    Args:
        words: As they were typed, without options.
        asked: The command.

    Raises:
        QueryError: They may mean two things, or one twice, or the command has no such option.
        NoData: A word is the name of nothing.

    Examples:
        >>> read(["south", "korea", "nov", "2025"], Asked({"partner": (), "through": ()}))
        {'partner': 'KR', 'through': '2025-11'}
    """
    pieces = tuple(_pieces(words))
    if len(pieces) > MOST:
        raise QueryError("{count} words are too many", hint="write: US 2025-11", count=len(pieces))
    refuse(pieces)
    asked = asked._replace(shares=not SHARE.isdisjoint(pieces))
    reader = _Reader(asked, _flow(pieces, asked))
    if lacking := reader.lacking(pieces):
        # Only what nothing else explains is looked up among the names of the Harmonized System.
        reader = _Reader(asked, reader.flow, everywhere=True)
        lacking = reader.lacking(pieces)
    cut = [] if lacking else list(islice(reader.readings(pieces), MANY))
    readings = [_settled(one, asked) for one in cut]
    if len(readings) == MANY:
        raise QueryError("{said!r} may mean many things", hint="write: US 2025-11", said=" ".join(pieces))
    if not any(readings):
        if not lacking and not {*NOTHING, *BEFORE}.issuperset(pieces):
            # Nothing but names of what the command answers anyway.
            return {}
        raise not_understood(pieces, asked, lacking)
    pairs = (_settled(pair, asked) for pair in as_pairs(cut, pieces, asked))
    if not (able := [one for one in (*pairs, *readings) if not refusal(one, asked)]):
        raise QueryError(refusal(readings[0], asked), hint=hint(readings[0], asked))
    if "," not in pieces:
        able += [one for parts in able if (one := as_area(parts))]
    distinct = list({frozenset(one): one for one in able}.values())
    if len(distinct) > 1:
        raise ambiguous(pieces, distinct)
    return {part.option: part.value for part in in_order(distinct[0])}


def names_something(words: Sequence[str]) -> bool:
    """Whether the first words name a place, goods or a period, so that they ask a question."""
    silent, reader = {*NOTHING, *BEFORE}, _Reader(Asked({}), "")
    pieces = list(dropwhile(lambda word: word in silent, _pieces(words)))
    lengths = range(1, min(LONGEST, len(pieces)) + 1)
    texts = [" ".join(pieces[:length]) for length in lengths]
    return any(text.casefold() in REFUSED or reader.named_of(text, FREE) for text in texts)


def has_instead(words: Sequence[str]) -> bool:
    """Whether the first word is none of a question, but of one that is asked otherwise: who, why, top."""
    return bool(words) and words[0].casefold() in INSTEAD


def _pieces(words: Sequence[str]) -> Iterator[str]:
    """The words one by one: of a list each place, of a Chinese text each word."""
    text = COMPARED.sub(", ", " ".join(words).translate(_DASHES)).removeprefix(", ")
    text = OPENING.sub("", text, count=1) if OPENING.match(text) else text
    if FLOWS.intersection(text.split()) and (asking := asked_vocabulary.ASKING.match(text)):
        text = text[asking.end() :]
    for word in text.split():
        for piece in re.split("([,，、;；])", word.strip("?!.。？！")):
            yield from (",",) if piece in set(",，、;；") else asked_chinese.cut(piece) if piece else ()


_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}


class _Reader:
    """Every way to read words for one command."""

    def __init__(self, asked: Asked, flow: str, *, everywhere: bool = False) -> None:
        self.asked, self.flow, self.everywhere = asked, flow, everywhere
        self._before = {**BEFORE, **_turned(flow)}
        if asked.shares:
            # The share of China: whose part it is, not whose figures.
            self._before.pop("of", None)
        self.named_of = cache(self._named)

    def readings(
        self, words: tuple[str, ...], slot: Slot = FREE, before: str = ""
    ) -> Iterator[tuple[Part, ...]]:
        """Every way to cut the words into things they name.

        Args:
            words: The words that are left.
            slot: What the word before says of the next thing.
            before: What a word said that the last place is: the place after it is the same.
        """
        if not words:
            yield ()
            return
        first = words[0].casefold()
        if first in {"by", "per", "each", "every"} and (chosen := list(self._chosen(" ".join(words[1:2])))):
            yield from ((*chosen[0], *rest) for rest in self.readings(words[2:]))
            return
        if words[:2] == ("as", "of"):
            yield from self._names(words[2:], Slot(period="as_of"))
            return
        if length := self._answered(words):
            yield from self.readings(words[length:], slot)
            if length > 1:
                return
        if first in self._before or first in NOTHING:
            usual = Slot(slot.place or before, slot.period)
            yield from self.readings(words[1:], self._before.get(first, usual))
            if words[0] == first:
                # In small letters these are words; IN and TO are India and Tonga.
                return
        yield from self._names(words, Slot(slot.place or before, slot.period))

    def _names(self, words: tuple[str, ...], slot: Slot) -> Iterator[tuple[Part, ...]]:
        """Every way to read words that begin with a name, the longest first."""
        whole = False
        for length in range(min(LONGEST, len(words)), 0, -1):
            for parts in self.named_of(" ".join(words[:length]), slot):
                if whole and parts and parts[0].option in {"partner", "reporter", PLACE, EITHER}:
                    # United States of America is one place, not two.
                    continue
                whole = whole or is_country(parts)
                kept = slot.place if parts and parts[0].option == slot.place else ""
                owns = self._owns(parts, words[length:])
                for rest in self.readings(words[length:], FREE, kept):
                    yield (*parts, *rest)
                    if owns:
                        yield (parts[0]._replace(option="reporter"), *rest)

    def _owns(self, parts: Sequence[Part], following: Sequence[str]) -> bool:
        """Whether a place may be whose flow it is, since its name stands right before it: Japan exports."""
        silent = NOTHING | asked_vocabulary.ADVERBS
        after = next((word.casefold() for word in following if word.casefold() not in silent), "")
        return not self.asked.shares and [part.option for part in parts] == [PLACE] and after in FLOWS

    def _answered(self, words: tuple[str, ...]) -> int:
        """How many words name what every answer holds, where no option takes them."""
        said = (n for n in (3, 2, 1) if " ".join(words[:n]).casefold() in asked_vocabulary.ANSWERED)
        length = next(said, 0)
        text = " ".join(words[:length])
        taken = any(meant(name, text) in self.asked.options.get(name, ()) for name in ("by", "span"))
        return 0 if taken else length

    def lacking(self, words: tuple[str, ...]) -> list[str]:
        """The words that are in nothing that can be read."""
        read: set[int] = set()
        for start in range(len(words)):
            for length in range(1, min(LONGEST, len(words) - start) + 1):
                phrase = words[start : start + length]
                if next(self.readings(phrase), None) is not None:
                    read.update(range(start, start + length))
        return [word for at, word in enumerate(words) if at not in read]

    def _named(self, text: str, slot: Slot) -> tuple[tuple[Part, ...], ...]:
        plain = unicodedata.normalize("NFKC", text).casefold().replace(" , ", " ")
        periods = tuple(self._period(plain, slot))
        return periods or (
            *self._counted(plain),
            *self._chosen(plain),
            *places_named(text, slot),
            *goods_named(text, everywhere=self.everywhere),
        )

    def _period(self, text: str, slot: Slot) -> Iterator[tuple[Part, ...]]:
        """A period, or from one to another."""
        if slot.period == "as_of":
            yield from [(Part("as_of", text),)] if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else ()
            return
        if text in NEWEST:
            yield (Part("through", "latest"),)
            return
        since = next((text.removesuffix(word) for word in ONWARD if text.endswith(word)), "")
        if since:
            text, slot = since.strip(), Slot(period="since")
        today = self.asked.today or scope.today()
        period = written(text) or asked_periods.relative(text, today)
        if period and not 1900 <= period.through.year <= today.year + 50:
            return
        if period and text in {"this year", "今年"} and "since" in self.asked.options:
            yield (Part("since", asked_periods.label(period)),)
        elif period:
            label = asked_periods.begins if slot.period == "since" else asked_periods.label
            yield (Part(slot.period or "through", label(period)),)
        elif span := asked_periods.span_of(text):
            through = Part("through", asked_periods.label(span.last))
            headline = self.asked.command == "surplus" or "since" not in self.asked.options
            if headline and span.is_year_to_date:
                yield (through,)
            else:
                yield (Part("since", asked_periods.begins(span.first)), through)

    def _counted(self, text: str) -> Iterator[tuple[Part, ...]]:
        """The last so many months, so many of the first, a period since which."""
        if found := asked_periods.last_so_many(text):
            months, by = Part("months", str(found[0])), found[1]
            if by == "month" or by not in self.asked.options.get("by", ()):
                yield (months,)
            else:
                yield (Part(IMPLIED, by), months)
        elif match := re.fullmatch(r"(?:top|largest|biggest|前) ?(\d{1,3})(?:大|名)?", text):
            yield (Part("top", match[1]),)

    def _chosen(self, text: str) -> Iterator[tuple[Part, ...]]:
        """One of the words that an option of the command takes; a share; what the command is about."""
        word, options = text.removeprefix("by "), self.asked.options
        own = word in FLOWS and meant("flow", word) == FLOW_OF.get(self.asked.command)
        by_year = self.asked.command != "surplus" and "year" in options.get("by", ())
        own = own or (word in FLOWS and self.asked.command in OF_ALL_FLOWS)
        if own or (word in FULL_YEAR and not by_year):
            yield ()
        elif word in FULL_YEAR:
            yield (Part("by", "year"),)
        elif word in SHARE and "share" in options:
            yield (Part("share", ""),)
        else:
            taken = ((name, meant(name, word)) for name in ("by", "flow", "span"))
            yield from [(Part(name, value),) for name, value in taken if value in options.get(name, ())][:1]


def _flow(words: Sequence[str], asked: Asked) -> str:
    """Which flow is asked about: that of the command, or the one that a word names."""
    named = (meant("flow", word.casefold()) for word in words if word.casefold() in FLOWS)
    return FLOW_OF.get(asked.command) or next(named, "")


def _turned(flow: str) -> Mapping[str, Slot]:
    turned = TURNED.get(flow, {})
    return turned | {word: turned[same] for word, same in SAME_AS.items() if same in turned}


def _settled(parts: Sequence[Part], asked: Asked) -> tuple[Part, ...]:
    """Places that no word puts anywhere are partners; the home, or one beside a partner, reports."""
    named = {part.option for part in parts}
    said = () if "by" in named else ("by",)
    parts = [part._replace(option=said[0]) if part.option == IMPLIED and said else part for part in parts]
    parts = [part for part in parts if part.option != IMPLIED]
    free = [part.value for part in parts if part.option in {PLACE, EITHER}]
    own = asked.home if asked.home in free and asked.options.get("reporter") is not None else ""
    if EITHER in named and len(free) > 1:
        own = own or free[0]
    told: list[Part] = []
    for part in parts:
        if part.option in {PLACE, EITHER}:
            reports = "partner" in named or part.value == own
            part = part._replace(option="reporter" if reports and "reporter" not in named else "partner")
        told.append(part)
    named_all = [part.value for part in told if part.option == "partner"]
    partners = list(dict.fromkeys(named_all))
    if len(named_all) > 1 and (asked.several or len(partners) == 1):
        told = [part for part in told if part.option != "partner"]
        told.append(Part("partner", ",".join(partners)))
    return tuple(told)
