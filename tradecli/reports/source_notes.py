"""What qualifies an answer as a whole: how old its sources are, what of them could not be read or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tradecli.facts import places
from tradecli.model.report import Named, Report, Statement
from tradecli.periods import shift
from tradecli.question import Known, Question
from tradecli.reports.shared import say
from tradecli.schema import OWN

#: Answers that compare months with those a year earlier, and none with all before.
_OF_A_YEAR = frozenset({"trade.drivers/1", "trade.partners/1", "trade.mirror/1"})
#: Days after which figures are so old that nobody who asks without a month can mean them.
YEAR = 365


def before(report: Report, known: Sequence[Known], through: date | None = None) -> Report:
    """The report, its notes after those about its sources."""
    editions = _editions(known, through, one_year=report.schema in _OF_A_YEAR)
    return report._replace(notes=[*of(known, through), *editions, *report.notes])


def warned(report: Report, troubles: Iterable[str]) -> Report:
    """The report, and before its notes what went wrong, each once."""
    return report._replace(notes=[*map(warning, dict.fromkeys(troubles)), *report.notes])


def warning(trouble: str) -> Statement:
    """Something that went wrong and did not keep the answer from being given."""
    return say("warning", text=trouble)


def of(known: Sequence[Known], through: date | None = None) -> Iterator[Statement]:
    """What is to be known of the sources of an answer, whatever was asked of them.

    Args:
        known: What the answer rests on.
        through: The month that was asked for, if one was.
    """
    yield from map(warning, dict.fromkeys(trouble for one in known for trouble in one.troubles))
    yield from _ages(known, through)
    yield from _held(known, through)
    tables = {one.question.table.path: one for one in known if one.question.table}
    for one in tables.values():
        yield from _own_table(one)


def _editions(known: Sequence[Known], through: date | None, *, one_year: bool) -> Iterator[Statement]:
    """What of the goods changed with an edition of their classification, of each reporter once."""
    of_codes = [one for one in known if one.question.classification == "hs"]
    if not of_codes:
        return
    from tradecli.reports import edition_notes

    said: dict[str, Statement] = {}
    for one in of_codes:
        months: list[date] = one.observations["period"].unique().sort().to_list()
        last = min(through or months[-1], months[-1])
        first = max(months[0], shift(last, -24)) if one_year else months[0]
        said |= {str(note): note for note in edition_notes.of(one, first, last)}
    yield from said.values()


def _held(known: Sequence[Known], through: date | None) -> Iterator[Statement]:
    """What of the pairs is missing or in doubt, each said once; the usual answer has nothing of the kind."""
    open_to_it = [one for one in known if _has_gaps(one)]
    if open_to_it:
        from tradecli.reports import held_notes

        yield from {str(note): note for one in open_to_it for note in held_notes.of(one, through)}.values()


def _has_gaps(known: Known) -> bool:
    """Whether what is available of a pair may lack a flow or months, or be in doubt."""
    from tradecli.sources import SOURCES

    if known.question.table:
        return False
    source = SOURCES[known.source]
    return not source.every_partner or source.adjusted or bool(source.doubts)


def _ages(known: Sequence[Known], through: date | None) -> Iterator[Statement]:
    """The sources of which more must be out by their usual days, of several figures by the oldest.

    Not of a month that others followed: whoever asks for one is told nothing of the newest.
    """
    found = {one.source: (age, one.question) for one in known if (age := one.stale)}
    for one in known:
        if (age := one.stale) and age.day < found[one.source][0].day:
            found[one.source] = age, one.question
    for source, (age, question) in found.items():
        if through and through < age.month:
            continue
        from tradecli.sources import SOURCES

        described = SOURCES[source]
        very_old = "very_old" if age.days > YEAR else None
        today = age.day + timedelta(days=age.days)
        if not very_old and described.release(shift(age.month, 1)) > today:
            # The publisher is not yet to have published more.
            continue
        variants = (None if described.fetchable else "page", very_old)
        asked = _asked(question, described.reporter)
        facts = {"source": source, "page": described.home, **age._asdict()}
        yield say("age", *variants, publisher=Named(*described.names), asked=asked, **facts)


def _asked(question: Question, reporter: str) -> str | None:
    """What `trade fetch` is to be told besides the source: the pair of one that has many, and goods."""
    goods = f" --commodity hs:{question.commodity}" if question.classification == "hs" else ""
    if reporter and not goods:
        return None
    return f"--reporter {question.reporter} --partner {question.partner}{goods}"


def _own_table(known: Known) -> Iterator[Statement]:
    """What an own table is, which of its rows were left out, by which rule, and what was not added."""
    entry, path = next(iter(known.origins().values()), {}), known.question.table and known.question.table.path
    records = "records" if known.source == OWN else None
    yield say("own_table", records, path=path, rows=entry.get("rows", 0), files=entry.get("files", 0))
    if records and known.question.table and not known.question.table.reporter:
        yield say("own_table_reporter", reporter=places.place(known.question.reporter))
    if entry.get("currency_unsaid"):
        yield say("own_table_currency")
    if layout := entry.get("layout"):
        remark = layout["remark"] or None
        yield say("own_table_layout", layout=layout["name"], title=layout["title"], remark=remark)
    if dropped := entry.get("dropped"):
        values = entry.get("values")
        facts = {"left": sum(dropped.values()), "rows": values or entry["rows"], "dropped": dropped}
        yield say("own_table_dropped", "values" if values else None, path=path, **facts)
    yield from _not_added(entry)
    kept = entry.get("cube", {})
    if kept.get("counted") or kept.get("gone"):
        yield say("own_table_cube", **{name: kept[name] for name in ("counted", "kept", "gone")})
    if kept and not kept["used"]:
        yield say("own_table_cube", "chapters")
    if unknown := entry.get("unknown_partners"):
        yield say("own_table_unknown", unknown=unknown)


def _not_added(entry: Mapping[str, Any]) -> Iterator[Statement]:
    """What is not added to the rest, and why."""
    if others := entry.get("not_added"):
        yield say("own_table_groups", others=others)
    if parts := entry.get("parts"):
        yield say("own_table_parts", rows=parts)
    if longer := entry.get("longer"):
        yield say("own_table_longer", rows=longer)
    if exponents := entry.get("exponents"):
        yield say("own_table_exponents", values=exponents)
    for column, value in entry.get("totals", {}).items():
        yield say("own_table_total", column=column, value=value)
    for repeated, same in entry.get("repeated", {}).items():
        yield say("own_table_repeated", repeated=repeated, same=same)
    if month := entry.get("running"):
        yield say("own_table_running", month=month)
    if months := entry.get("no_rows"):
        yield say("own_table_no_rows", months=months)
