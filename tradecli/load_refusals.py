"""Why there are no figures for a question, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from tradecli import published
from tradecli.errors import NoData
from tradecli.facts import commodities, harmonized_system, places
from tradecli.facts.places import Place
from tradecli.published import Published
from tradecli.question import Question
from tradecli.sources import SOURCES, fetch_command, fetch_goods_command
from tradecli.wording import Listed, Wording


def not_together(lacking: Question, partners: Sequence[str], source: str) -> NoData:
    """The refusal of several partners of which no source has each, where some are available."""
    commands = [fetch_command(lacking.reporter, partner) for partner in partners]
    return NoData(
        "no source has all of these partners: {source} lacks {partner.name}, and one is to answer for all",
        hint="get all from one: {commands}",
        source=source,
        partner=places.place(lacking.partner),
        commands=Listed(commands, ";"),
    )


def nothing(question: Question, source: str) -> NoData:
    """Why there are no figures of a pair, and what to do."""
    reporter, partner = places.place(question.reporter), places.place(question.partner)
    pair = Wording("{reporter.name} and {partner.name}", reporter=reporter, partner=partner)
    whole = question.table or question.source or SOURCES[source].every_partner
    if reporter == partner:
        return _itself(partner, source, came_back=not whole and question.flows == ("import",))
    if not whole and reporter.level in {"world", "region", "area"} and reporter.code not in {"EU", "EA"}:
        return _no_office(reporter)
    if not whole and (question.commodity, question.adjustment) == ("TOTAL", "none"):
        return NoData(
            "no figures of {source} are available for {pair}, and {source} answers for {reporter.name}",
            hint="get them: {command}",
            source=source,
            pair=pair,
            reporter=reporter,
            command=fetch_command(reporter.code, partner.code),
        )
    goods = (
        ""
        if question.commodity == "TOTAL"
        else Wording(
            " of {classification}:{commodity}",
            classification=question.classification,
            commodity=question.commodity,
        )
    )
    adjusted = (
        ""
        if question.adjustment == "none"
        else Wording(" (adjustment: {adjustment})", adjustment=Wording(question.adjustment))
    )
    return NoData(
        "no figures{goods}{adjusted} are available for {pair} ({source})",
        hint=goods_hint(question, source)
        or "`trade sources` says what each source covers, `trade codes` finds codes",
        goods=goods,
        adjusted=adjusted,
        pair=pair,
        source=source,
    )


def _itself(partner: Place, source: str, *, came_back: bool) -> NoData:
    """The refusal of a place as its own partner; goods that came back can be asked for."""
    if came_back:
        return NoData(
            "no figures of {source} are available of goods that came back to {partner.prose}",
            hint="get them: {command}",
            source=source,
            partner=partner,
            command=fetch_command(partner.code, partner.code),
        )
    return NoData(
        "{partner.name} is both the reporter and the partner ({source})",
        hint="name another --partner, or another --reporter",
        partner=partner,
        source=source,
    )


def _no_office(reporter: Place) -> NoData:
    """The refusal of an area as a reporter: no office has its figures, and none can be fetched."""
    return NoData(
        "no office counts the trade of {reporter.prose} as a whole",
        hint="ask one country's: as --reporter, in `mirror` as --partner",
        reporter=reporter,
    )


def goods_hint(question: Question, source: str) -> str:
    """What is available instead of goods that are not, and what brings them; empty of all goods."""
    if question.table or question.commodity == "TOTAL":
        return ""
    asked = question.commodity
    if question.classification != "hs":
        same = harmonized_system.with_words(commodities.named(f"{question.classification}:{asked}").name)
        if not same:
            return ""
        asked = same[0].code
    if other := _elsewhere(question, source, asked):
        return Wording(
            "{other} has {named}: --source {other} --commodity {named}", other=other, named=f"hs:{asked}"
        )
    held = published.goods(source, "hs", published.EMBEDDED)
    rows = held.filter(reporter=question.reporter, partner=question.partner)
    codes = sorted(rows.get_column("commodity").unique())
    near = [code for code in codes if asked.startswith(code) or code.startswith(asked)] or codes
    shown = [f"hs:{code}" for code in near[:3]]
    command = fetch_goods_command(question.reporter, question.partner, asked)
    facts = {"named": f"hs:{asked}", "command": command, "shown": Listed(shown), "source": source}
    if not command:
        world = held.filter(reporter=question.reporter, partner="WORLD").get_column("commodity").unique()
        alone = [f"hs:{code}" for code in world.sort() if code.startswith(asked) or asked.startswith(code)]
        if not shown and alone:
            return Wording("{source} has {alone} of trade with the world alone", alone=Listed(alone), **facts)
        return Wording("available of the Harmonized System: {shown}", **facts) if shown else ""
    if question.classification != "hs":
        return Wording("in the Harmonized System: {named}; get it: {command}", **facts)
    if not shown or question.commodity in codes:
        return Wording("get them: {command}", **facts)
    return Wording("{source} has {shown}; get {named}: {command}", **facts)


def _elsewhere(question: Question, source: str, code: str) -> str:
    """Another source that has a code of a pair, whose own office answers without it; empty where none."""
    for name, other in SOURCES.items():
        if name != source and other.hs_codes:
            held = published.goods(name, "hs", published.EMBEDDED)
            if held.filter(reporter=question.reporter, partner=question.partner, commodity=code).height:
                return name
    return ""


def unknown(question: Question, found: Published) -> NoData:
    """Why nothing was known of a pair on the question's day, and what to do."""
    source, rows = found.source, found.rows
    reporter, partner = places.place(question.reporter), places.place(question.partner)
    pair = Wording("{reporter.name} and {partner.name}", reporter=reporter, partner=partner)
    if rows.is_empty() and question.commodity != "TOTAL":
        return nothing(question, source)
    if rows.is_empty():
        return NoData(
            "nothing is available of trade between {pair} ({source})",
            hint="`trade sources` says what each source covers",
            pair=pair,
            source=source,
        )
    first = min(rows["known_by" if question.strict else "vintage"])
    return NoData(
        "nothing was known on {as_of} of trade between {pair} ({source})",
        hint="the oldest available vintage is of {first}",
        as_of=question.as_of,
        pair=pair,
        source=source,
        first=first,
    )
