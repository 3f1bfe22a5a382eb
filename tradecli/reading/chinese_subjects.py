"""Of what a statement in Chinese is: the flow, partner, goods and period that its words name. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, NamedTuple, TypeVar

from tradecli.model.figure import Window
from tradecli.reading.chinese_periods import Period
from tradecli.reading.lexicon_zh import EXPORT
from tradecli.reading.model import Evidence, Flow, Focus, Slots, Subject
from tradecli.reading.statement import TOTAL, WORLD, Filled

T = TypeVar("T")


@dataclass(frozen=True)
class Slot(Generic[T]):
    """What was named last for one slot: one value, or a list of them, and the clause it stands in."""

    values: tuple[T, ...] = ()
    clause: int = -1

    def __bool__(self) -> bool:
        return bool(self.values)


@dataclass
class Header:
    """What has been named since the last number: it is what the next number is of.

    `whole` says that the flow is of all goods and partners (總出口), `among` that it is a part of what was
    spoken of before (其中), `unclear` that words stand there which are not understood.
    """

    flows: Slot[Flow] = field(default_factory=Slot)
    places: Slot[str] = field(default_factory=Slot)
    goods: Slot[str] = field(default_factory=Slot)
    periods: Slot[Window] = field(default_factory=Slot)
    whole: bool = False
    among: bool = False
    unclear: bool = False
    #: Months that are no window with figures: 3至6月.
    odd: bool = False
    #: A window that hangs on what is spoken of: 單月, 單季.
    loose: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was named but, perhaps, a period."""
        return not (self.flows or self.places or self.goods)


class Topic(NamedTuple):
    """What is known besides the header: the subjects before it, in the sentence and in the one before.

    `flow` is the flow to take where none was named, from the sentence before or as usual where it speaks
    of markets or goods; `number` the number of the sentence.
    """

    focus: Focus
    number: int
    reporter: str
    before: tuple[Subject, ...] = ()
    flow: Flow | None = None

    @property
    def earlier(self) -> Evidence:
        """What is taken over: from another sentence, or from before a semicolon of this one."""
        known = self.focus.subjects
        return "near" if known and "carried" not in known[-1].slots else "carried"

    def kept(self, slot: str) -> Evidence:
        """How the subject before knew a slot: what it named is near, what it took over stays as weak."""
        evidence: Evidence = getattr(self.before[0].slots, slot)
        return "near" if evidence == "explicit" else evidence


def period_of(header: Header, topic: Topic, clause: int) -> tuple[tuple[Window, ...], Evidence]:
    """The windows a number is of: those named, those of the number before it, else the text's month.

    A sentence that turns to other partners or goods speaks of the text's month again, unless it goes on
    after a semicolon; that is less sure than where no other period was spoken of.
    """
    if header.periods:
        return header.periods.values, _where(header.periods.clause, clause)
    if topic.before:
        windows = tuple(dict.fromkeys(one.period for one in topic.before))
        return windows, topic.kept("period")
    if header.empty and topic.focus.subjects:
        return (topic.focus.subjects[-1].period,), "near"
    kept = topic.focus.period
    if kept and topic.number - kept[1] <= 1 and kept[0] != topic.focus.month:
        turned = (header.places or header.goods) and not topic.focus.subjects
        return (topic.focus.month if turned else kept[0],), "carried" if turned else topic.earlier
    return (topic.focus.month,), "focus"


def _where(named: int, clause: int) -> Evidence:
    return "explicit" if named == clause else "near"


def _loosened(header: Header, windows: tuple[Window, ...], focus: Focus) -> tuple[Window, ...]:
    """The windows, where 單月 or 單季 says that they are of a month or quarter."""
    if header.loose == "month" and all(one.span != "month" for one in windows):
        return (Window("month", windows[0].through),) if len(windows) == 1 else ()
    if header.loose == "quarter" and all(one.span != "quarter" for one in windows):
        ends = windows[0].through.month % 3 == 0
        return (Window("quarter", windows[0].through),) if len(windows) == 1 and ends else ()
    return windows


def subjects(header: Header, topic: Topic, clause: int) -> tuple[Subject, ...]:
    """What the next number is of: one subject, or more where a list is named; none where that is unclear."""
    flows, by_flow = _flows(header, topic, clause)
    partners, by_partner = _partners(header, topic, clause, by_flow)
    goods, by_goods = _goods(header, topic, clause, by_flow)
    windows, by_period = period_of(header, topic, clause)
    windows = _loosened(header, windows, topic.focus)
    lists = [len(one) for one in (flows, partners, goods, windows)]
    if (
        header.unclear
        or header.odd
        or not all(lists)
        or sum(length > 1 for length in lists) > 1
        or "" in goods
    ):
        return ()
    by_reporter: Evidence = "default" if topic.reporter == "TW" else "near"
    slots = Slots(by_flow, by_partner, by_goods, by_period, by_reporter)
    return tuple(
        Subject(flow, partner, one, window, slots)
        for flow in flows
        for partner in partners
        for one in goods
        for window in windows
    )


def _flows(header: Header, topic: Topic, clause: int) -> tuple[tuple[Flow, ...], Evidence]:
    if header.flows:
        return header.flows.values, _where(header.flows.clause, clause)
    if header.goods and _of_balance(topic):
        return (EXPORT,), "default"
    if topic.before:
        return tuple(dict.fromkeys(one.flow for one in topic.before)), topic.kept("flow")
    if topic.flow:
        return (topic.flow,), "near"
    kept = topic.focus.flow
    if kept and topic.number - kept[1] <= 1:
        return (kept[0],), topic.earlier
    return (), "default"


def _of_balance(topic: Topic) -> bool:
    """Whether what was spoken of is the balance, of which no goods are told: they are those exported."""
    if topic.before:
        return all(one.flow.flow == "balance" for one in topic.before)
    kept = topic.focus.flow
    return bool(kept and topic.number - kept[1] <= 1 and kept[0].flow == "balance")


def _partners(
    header: Header, topic: Topic, clause: int, by_flow: Evidence
) -> tuple[tuple[str, ...], Evidence]:
    if header.places:
        return header.places.values, _where(header.places.clause, clause)
    if header.whole:
        return (WORLD,), by_flow
    if topic.before:
        found = tuple(dict.fromkeys(one.partner for one in topic.before))
        if header.goods and found != (WORLD,) and not header.among:
            return (), "default"
        return found, topic.kept("partner")
    kept = topic.focus.partner
    if kept and topic.number - kept[1] <= 1 and (header.among or header.empty):
        if topic.focus.several:  # goods among what was told of several partners are those of all
            return (WORLD,) if header.goods else (), topic.earlier
        return (kept[0],), topic.earlier
    return (WORLD,), by_flow


def _goods(header: Header, topic: Topic, clause: int, by_flow: Evidence) -> tuple[tuple[str, ...], Evidence]:
    if header.goods:
        return header.goods.values, _where(header.goods.clause, clause)
    if header.whole:
        return (TOTAL,), by_flow
    if topic.before:
        found = tuple(dict.fromkeys(one.goods for one in topic.before))
        alone = all(one.partner == WORLD for one in topic.before)
        if header.places and found != (TOTAL,) and alone and not header.among:
            return (), "default"
        return found, topic.kept("commodity")
    kept = topic.focus.commodity
    if kept and topic.number - kept[1] <= 1 and (header.among or header.empty):
        return (kept[0],), topic.earlier
    return (TOTAL,), by_flow


def filled(subject: Subject, reporter: str) -> Filled:
    """A subject with whose figures they are."""
    return Filled(subject.flow, subject.partner, subject.goods, subject.period, reporter, subject.slots)


def named(header: Header, found: Period, clause: int) -> Header:
    """The header with a period."""
    if found.loose:
        return replace(header, loose=found.loose)
    return replace(header, periods=Slot(found.windows, clause), odd=not found.windows, loose="")


#: Subjects that together are one that has figures of its own.
TOGETHER = {
    frozenset({"mof:ELECTRONIC_COMPONENTS", "mof:ICT_AV"}): "mof:ELECTRONIC_COMPONENTS_ICT_AV",
    frozenset({"CN", "HK"}): "CN+HK",
}


def together(several: Sequence[Subject]) -> Subject | None:
    """The one subject that some are together; None where there is none.

    The ministry counts electronic components and information products together, and China with Hong Kong.
    """
    goods = TOGETHER.get(frozenset(one.goods for one in several))
    partner = TOGETHER.get(frozenset(one.partner for one in several))
    if goods and len({one.partner for one in several}) == 1:
        return several[0]._replace(goods=goods)
    if partner and len({one.goods for one in several}) == 1:
        return several[0]._replace(partner=partner)
    return None


def distinct(found: Sequence[Subject]) -> Iterator[Subject]:
    """The newest of every subject, in the order in which they were first named."""
    newest: dict[tuple[Flow, str, str], Subject] = {}
    for one in found:
        newest[one.same] = one
    yield from newest.values()
