"""What qualifies goods compared across editions of the Harmonized System: what a code holds has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tradecli.facts import harmonized_system, hs_adoption, places
from tradecli.facts.commodities import named
from tradecli.facts.hs_adoption import Adoption
from tradecli.model.report import Statement
from tradecli.question import Known
from tradecli.reports.shared import say
from tradecli.statistics import concordance

#: Codes that a sentence names; of more it says how many.
_NAMED = 4


def of(known: Known, first: date, last: date) -> Iterator[Statement]:
    """Each edition that came between two months and changed what the code asked for holds.

    Args:
        known: Figures of one code of the Harmonized System; of other goods nothing is said.
        first: The first month that is compared.
        last: The last one.
    """
    question = known.question
    if question.classification != "hs":
        return
    code = question.commodity
    for one in _changes(known, first, last):
        if not first < one.day.replace(day=1) <= last:
            continue
        pairs = harmonized_system.correlation(one.edition)
        gone, came = (
            [other for other in codes if other != code]
            for codes in (concordance.later(code, pairs), concordance.earlier(code, pairs))
        )
        if not gone and not came:
            continue
        facts: dict[str, Any] = {
            "goods": named(f"hs:{code}"),
            "reporter": places.place(question.reporter),
            "edition": one.edition,
            "day": one.day,
            "gone": _few(gone),
            "came": _few(came),
        }
        yield say("hs_edition", None if one.known else "earliest", **facts)


def _few(codes: list[str]) -> list[str] | None:
    """The first few codes as they are written, then three dots where there are more; None of none."""
    shown = [f"hs:{code}" for code in codes[:_NAMED]]
    return [*shown, *(["..."] if len(codes) > _NAMED else [])] or None


def _changes(known: Known, first: date, last: date) -> list[Adoption]:
    """When each edition came: as the files say that were read, else as the reporter's tariff does."""
    stated = _stated(known)
    spans = [span for spans in stated.values() for span in spans]
    if spans and min(begin for begin, _ in spans) <= first and max(end for _, end in spans) >= last:
        editions = sorted(stated)[1:]
        return [Adoption(one, min(begin for begin, _ in stated[one]), known=True) for one in editions]
    return [hs_adoption.adoption(known.question.reporter, one) for one in harmonized_system.EDITIONS[1:]]


def _stated(known: Known) -> dict[int, list[tuple[date, date]]]:
    """The months of each edition, as the files say whose figures are known."""
    found: dict[int, list[tuple[date, date]]] = {}
    origins = known.origins()
    for origin in known.observations["origin"].unique():
        for text in origins.get(origin, {}).get("editions", ()):
            reporter, edition, *months = text.split(" ")
            if reporter == known.question.reporter:
                begin, end = (date.fromisoformat(f"{month}-01") for month in months)
                found.setdefault(int(edition), []).append((begin, end))
    return found
