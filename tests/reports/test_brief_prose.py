"""Every sentence of a release in both languages, from made-up figures whose numbers are computed by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tradecli.catalogue.en.brief import MESSAGES
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.facts.places import place
from tradecli.model.figure import Figure, Streak, Vintage, Window
from tradecli.model.money import Change, Money
from tradecli.model.ratio import Share
from tradecli.model.report import Named, Statement
from tradecli.reports import brief_prose
from tradecli.reports.brief_prose import Placed, headline, step
from tradecli.reports.shared import say
from tradecli.statistics.growth import growth_of

NAMES: dict[str, Any] = {"reporter": place("TW"), "partner": place("US")}
WORLD: dict[str, Any] = {"reporter": place("TW"), "partner": None}
MAY = Window("month", date(2025, 5, 1))
APRIL = Window("month", date(2025, 4, 1))
OF_THE_YEAR = Window("year_to_date", date(2025, 5, 1))


def bn(value: float | None, flow: str = "export", window: Window = MAY) -> Figure:
    return Figure(flow, window, None if value is None else Money(round(value * 10**9), 1, "USD"))


def usd(value: float) -> Money:
    return Money(round(value * 10**9), 1, "USD")


def both(statement: Statement) -> tuple[str, str]:
    return write(statement, Style()), write(statement, Style("zh"))


def placed(figure: Figure, base: float | None = 2, *, record: bool = False, passed: bool = False) -> Placed:
    before = bn(base, figure.flow, figure.window.year_before)
    return Placed(figure, before, growth_of(figure, before), record, passed)


NOTHING = placed(bn(None), None)
HEADLINES = {
    "record": (
        (placed(bn(3), record=True), placed(bn(2, "balance"), record=True), NAMES),
        "Taiwan's exports to the United States hit a record US$ 3.00 billion in May 2025, "
        "up 50.0 % on the year",
        "臺灣2025年5月對美國出口30.00億美元，年增50.0%，創歷年單月新高",
    ),
    "record, passed since": (
        (placed(bn(3), record=True, passed=True), NOTHING, NAMES),
        "Taiwan's exports to the United States hit US$ 3.00 billion in May 2025, then a record, "
        "up 50.0 % on the year",
        "臺灣2025年5月對美國出口30.00億美元，年增50.0%，創當時歷年單月新高",
    ),
    "no record": (
        (placed(bn(1.5)), placed(bn(2, "balance"), record=True), NAMES),
        "Taiwan's exports to the United States were US$ 1.50 billion in May 2025, down 25.0 % on the year",
        "臺灣2025年5月對美國出口15.00億美元，年減25.0%",
    ),
    "year to date, nobody named": (
        (placed(bn(3, window=OF_THE_YEAR), record=True), NOTHING, WORLD),
        "Taiwan's exports hit a record US$ 3.00 billion in January-May 2025, up 50.0 % on the year",
        "臺灣2025年1-5月出口30.00億美元，年增50.0%，創歷年同期新高",
    ),
    "no growth": (
        (placed(bn(3), None), NOTHING, WORLD),
        "Taiwan's exports were US$ 3.00 billion in May 2025",
        "臺灣2025年5月出口30.00億美元",
    ),
    "unchanged": (
        (placed(bn(2)), NOTHING, WORLD),
        "Taiwan's exports were US$ 2.00 billion in May 2025, unchanged on the year",
        "臺灣2025年5月出口20.00億美元，與上年同期持平",
    ),
    "deficit": (
        (NOTHING, placed(bn(-3, "balance"), -2), NAMES),
        "Taiwan's trade deficit with the United States was US$ 3.00 billion in May 2025, "
        "up 50.0 % on the year",
        "臺灣2025年5月對美國入超30.00億美元，年增50.0%",
    ),
    "record deficit": (
        (NOTHING, placed(bn(-3, "balance"), 1, record=True), NAMES),
        "Taiwan's trade deficit with the United States was a record US$ 3.00 billion in May 2025",
        "臺灣2025年5月對美國入超30.00億美元，創歷年單月新高",
    ),
    "record deficit, passed since": (
        (NOTHING, placed(bn(-3, "balance"), 1, record=True, passed=True), NAMES),
        "Taiwan's trade deficit with the United States was US$ 3.00 billion in May 2025, then a record",
        "臺灣2025年5月對美國入超30.00億美元，創當時歷年單月新高",
    ),
}


@pytest.mark.parametrize("case", HEADLINES)
def test_every_headline(case: str) -> None:
    (export, balance, names), english, chinese = HEADLINES[case]
    said = headline(export, balance, names)
    assert both(said) == (english, chinese)
    shown = export if export.figure.money else balance
    assert said.figures == (shown.figure, shown.base)


@pytest.mark.parametrize(
    ("flow", "now", "before", "english", "chinese"),
    [
        *(
            (
                "export",
                3,
                4,
                "Exports to the United States in May were down 25.0 % on April.",
                "對美國出口月減25.0%。",
            ),
            (
                "import",
                3,
                2,
                "Imports from the United States in May were up 50.0 % on April.",
                "自美國進口月增50.0%。",
            ),
            (
                "export",
                3,
                0.1,
                "Exports to the United States in May were 30.0 times that of April.",
                "對美國出口為上月的30.0倍。",
            ),
            (
                "balance",
                3,
                2,
                "The surplus with the United States in May was up 50.0 % on April.",
                "對美國出超月增50.0%。",
            ),
            (
                "balance",
                -3,
                -2,
                "The deficit with the United States in May was up 50.0 % on April.",
                "對美國入超月增50.0%。",
            ),
            (
                "balance",
                3,
                0.1,
                "The surplus with the United States in May was 30.0 times that of April.",
                "對美國出超為上月的30.0倍。",
            ),
            (
                "balance",
                -3,
                2,
                "The balance with the United States turned from a surplus of US$ 2.00 billion in April "
                "to a deficit of US$ 3.00 billion in May.",
                "對美國由上月出超20.00億美元轉為入超30.00億美元。",
            ),
        )
    ],
)
def test_the_month_before(flow: str, now: float, before: float, english: str, chinese: str) -> None:
    figure, base = bn(now, flow), bn(before, flow, APRIL)
    [said] = step(figure, base, NAMES)
    assert both(said) == (english, chinese)
    assert said.figures == (figure, base)


def test_without_the_month_before_nothing_is_said_of_it() -> None:
    assert list(step(bn(3), bn(None, window=APRIL), NAMES)) == []


@pytest.mark.parametrize(
    ("flow", "length", "open_", "english", "chinese"),
    [
        ("export", 28, False, "They have risen on the year for 28 months in a row.", "年增率連28紅。"),
        (
            "export",
            28,
            True,
            "They have risen on the year for at least 28 months in a row.",
            "年增率至少連28紅。",
        ),
        ("import", -3, False, "They have fallen on the year for 3 months in a row.", "年增率連3黑。"),
        (
            "import",
            -3,
            True,
            "They have fallen on the year for at least 3 months in a row.",
            "年增率至少連3黑。",
        ),
        ("balance", 120, False, "There has been a surplus for 120 months in a row.", "連續120個月出超。"),
        (
            "balance",
            120,
            True,
            "There has been a surplus for at least 120 months in a row.",
            "至少連續120個月出超。",
        ),
        ("balance", -12, False, "There has been a deficit for 12 months in a row.", "連續12個月入超。"),
        (
            "balance",
            -12,
            True,
            "There has been a deficit for at least 12 months in a row.",
            "至少連續12個月入超。",
        ),
    ],
)
def test_how_many_in_a_row(flow: str, length: int, open_: bool, english: str, chinese: str) -> None:
    [said] = brief_prose.run(bn(3, flow), Streak(length, open_))
    assert both(said) == (english, chinese)


@pytest.mark.parametrize(("flow", "length"), [("export", 2), ("balance", 11), ("import", -1)])
def test_a_short_run_is_no_news(flow: str, length: int) -> None:
    assert list(brief_prose.run(bn(3, flow), Streak(length, False))) == []
    assert list(brief_prose.run(bn(3, flow), None)) == []


def test_a_year_to_date_that_turned() -> None:
    now, base = bn(-3, "balance", OF_THE_YEAR), bn(4.5, "balance", OF_THE_YEAR.year_before)
    [said] = brief_prose.turned(now, base)
    assert both(said) == (
        "For January-May 2025 it turned from a surplus of US$ 4.50 billion a year earlier "
        "to a deficit of US$ 3.00 billion.",
        "2025年1-5月由上年同期出超45.00億美元轉為入超30.00億美元。",
    )
    assert list(brief_prose.turned(bn(3, "balance"), bn(4, "balance"))) == []


def test_a_figure_as_it_was_first_published() -> None:
    was = bn(3.25)._replace(vintage=Vintage(date(2025, 6, 9), "published"))
    [said] = brief_prose.first(was, bn(3))
    assert both(said) == (
        "May 2025 was first published as US$ 3.25 billion on 2025-06-09, and revised by -0.25 since.",
        "2025年5月於2025-06-09初次發布為32.50億美元，其後修正-2.50億美元。",
    )
    assert said.figures == (was, bn(3))
    [said] = brief_prose.first(was._replace(vintage=Vintage(date(2025, 6, 9), "inferred")), bn(3))
    assert "on 2025-06-09 (day inferred), and" in both(said)[0]
    assert "於2025-06-09（推定日）初次" in both(said)[1]
    deficit = bn(-3.25, "balance")._replace(vintage=Vintage(date(2025, 6, 9), "published"))
    [said] = brief_prose.first(deficit, bn(-3.5, "balance"))
    assert both(said) == (
        "May 2025 was first published as a deficit of US$ 3.25 billion on 2025-06-09, "
        "and the balance revised by -0.25 since.",
        "2025年5月於2025-06-09初次發布為入超32.50億美元，其後出入超修正-2.50億美元。",
    )


def test_the_oldest_figure_available_is_not_called_the_first() -> None:
    was = bn(3.25)._replace(vintage=Vintage(date(2025, 6, 9), "published"))
    [said] = brief_prose.first(was, bn(3), oldest=True)
    assert both(said) == (
        "The oldest published figure of May 2025 available, on 2025-06-09, is US$ 3.25 billion; "
        "revised by -0.25 since.",
        "2025年5月現有最早發布值為2025-06-09之32.50億美元，其後修正-2.50億美元。",
    )
    deficit = bn(-3.25, "balance")._replace(vintage=Vintage(date(2025, 6, 9), "published"))
    [said] = brief_prose.first(deficit, bn(-3.5, "balance"), oldest=True)
    assert both(said) == (
        "The oldest published figure of May 2025 available, on 2025-06-09, is a deficit of "
        "US$ 3.25 billion; the balance has been revised by -0.25 since.",
        "2025年5月現有最早發布值為2025-06-09之入超32.50億美元，其後出入超修正-2.50億美元。",
    )


def share(value: float) -> Share:
    from fractions import Fraction

    exact = Fraction(value)
    return Share(exact, exact, exact)


LED = [
    say(
        "brief.led",
        name=say("brief.goods", goods=Named("Machinery", "機械")),
        change=Change(usd(1.5)),
        share=share(75),
    ),
    say("brief.led", name=Named("the United States", "美國"), change=Change(usd(0.5)), share=share(25)),
]
ALONE = [
    say(
        "brief.led", "no_share", name=Named("the United States", "美國"), change=Change(usd(-0.5)), share=None
    )
]
THEIRS = bn(-2, "balance", OF_THE_YEAR)
MIRROR: dict[str, Any] = {
    **NAMES,
    "theirs": THEIRS,
    "size": usd(2),
    "gap": usd(0.5),
    "window": OF_THE_YEAR,
    "currency": "USD",
    "partner_currency": "EUR",
}
MOVED: dict[str, Any] = {**NAMES, "window": OF_THE_YEAR, "size": usd(2), "flow": "export"}
RECORDS = [say("brief.kinds", flow="export", kinds=[say("kind_month"), say("kind_growth")])]
DAY = date(2025, 12, 9)
SENTENCES: dict[str, tuple[Statement, str, str]] = {
    "drivers.commodity": (
        say("brief.drivers.commodity", led=LED, **MOVED),
        "The rise of US$ 2.00 billion in exports to the United States in January-May 2025 was led by "
        "machinery (+1.50, 75.0 % of it); the United States (+0.50, 25.0 % of it).",
        "2025年1-5月對美國出口較上年同期增加20.00億美元，主要來自機械（+15.00億美元，占75.0%）；美國（+5.00億美元，占25.0%）。",
    ),
    "drivers.commodity.no_shares": (
        say("brief.drivers.commodity.no_shares", led=ALONE, **MOVED),
        "Exports to the United States rose by US$ 2.00 billion in January-May 2025, "
        "led by the United States (-0.50).",
        "2025年1-5月對美國出口較上年同期增加20.00億美元，以美國（-5.00億美元）為主。",
    ),
    "drivers.commodity.fall": (
        say("brief.drivers.commodity.fall", led=LED[:1], **MOVED),
        "The fall of US$ 2.00 billion in exports to the United States in January-May 2025 was led by "
        "machinery (+1.50, 75.0 % of it).",
        "2025年1-5月對美國出口較上年同期減少20.00億美元，主要來自機械（+15.00億美元，占75.0%）。",
    ),
    "drivers.commodity.fall.no_shares": (
        say("brief.drivers.commodity.fall.no_shares", led=ALONE, **MOVED),
        "Exports to the United States fell by US$ 2.00 billion in January-May 2025, "
        "led by the United States (-0.50).",
        "2025年1-5月對美國出口較上年同期減少20.00億美元，以美國（-5.00億美元）為主。",
    ),
    "drivers.partner": (
        say("brief.drivers.partner", led=LED[1:], **MOVED),
        "By destination, the rise in January-May 2025 was led by the United States (+0.50, 25.0 % of it).",
        "按出口市場，2025年1-5月增額主要來自美國（+5.00億美元，占25.0%）。",
    ),
    "drivers.partner.fall": (
        say("brief.drivers.partner.fall", led=LED[1:], **MOVED),
        "By destination, the fall in January-May 2025 was led by the United States (+0.50, 25.0 % of it).",
        "按出口市場，2025年1-5月減額主要來自美國（+5.00億美元，占25.0%）。",
    ),
    "against": (
        say("brief.against", name=Named("the Netherlands", "荷蘭"), change=Change(usd(-0.5))),
        "The Netherlands fell most (-0.50).",
        "荷蘭減少最多（-5.00億美元）。",
    ),
    "against.rise": (
        say("brief.against.rise", name=Named("the Netherlands", "荷蘭"), change=Change(usd(0.5))),
        "The Netherlands rose most (+0.50).",
        "荷蘭增加最多（+5.00億美元）。",
    ),
    "widest_surplus": (
        say(
            "brief.widest_surplus",
            before=say("brief.before.same", before=1),
            name=Named("Japan", "日本"),
            **MOVED,
        ),
        "The widest surplus of January-May 2025 was with Japan, US$ 2.00 billion (as a year earlier).",
        "2025年1-5月以對日本出超20.00億美元最大（與上年同期相同）。",
    ),
    "widest_surplus, another before": (
        say(
            "brief.widest_surplus", before=say("brief.before", before=3), name=Named("Japan", "日本"), **MOVED
        ),
        "The widest surplus of January-May 2025 was with Japan, US$ 2.00 billion (number 3 a year earlier).",
        "2025年1-5月以對日本出超20.00億美元最大（上年同期第3名）。",
    ),
    "widest_deficit": (
        say("brief.widest_deficit", before=None, name=Named("Japan", "日本"), **MOVED),
        "The widest deficit of January-May 2025 was with Japan, US$ 2.00 billion.",
        "2025年1-5月以對日本入超20.00億美元最大。",
    ),
    "climbed": (
        say("brief.climbed", name=Named("the Philippines", "菲律賓"), rank=4, before=9),
        "The Philippines climbed most by balance, from number 9 to number 4.",
        "出入超名次以菲律賓上升最多，由第9名升至第4名。",
    ),
    "mirror.more": (
        say("brief.mirror.more", **MIRROR),
        "The United States reports a deficit of US$ 2.00 billion for January-May 2025, "
        "US$ 0.50 billion more than Taiwan does.",
        "美國公布2025年1-5月入超20.00億美元，較臺灣所公布多5.00億美元。",
    ),
    "mirror.less": (
        say("brief.mirror.less", **MIRROR),
        "The United States reports a deficit of US$ 2.00 billion for January-May 2025, "
        "US$ 0.50 billion less than Taiwan does.",
        "美國公布2025年1-5月入超20.00億美元，較臺灣所公布少5.00億美元。",
    ),
    "mirror.equal": (
        say("brief.mirror.equal", **MIRROR),
        "The United States reports a deficit of US$ 2.00 billion for January-May 2025, as Taiwan does.",
        "美國公布2025年1-5月入超20.00億美元，與臺灣所公布相同。",
    ),
    "mirror.same_side": (
        say("brief.mirror.same_side", **MIRROR),
        "The United States reports a deficit of US$ 2.00 billion for January-May 2025, "
        "and so does Taiwan: they are US$ 0.50 billion apart.",
        "美國公布2025年1-5月入超20.00億美元，與臺灣同方向，合計相差5.00億美元。",
    ),
    "mirror.currencies": (
        say("brief.mirror.currencies", **MIRROR),
        "Taiwan reports in US$, the United States in EUR: figures are never converted, so no gap is shown.",
        "臺灣以美元、美國以歐元公布：不換算幣別，故無差額。",
    ),
    "mirror_before.more": (
        say("brief.mirror_before.more", **MIRROR),
        "A year earlier it reported US$ 0.50 billion more.",
        "上年同期多5.00億美元。",
    ),
    "mirror_before.more.turned": (
        say("brief.mirror_before.more.turned", **MIRROR),
        "A year earlier it reported US$ 0.50 billion more: the gap is no constant.",
        "上年同期則多5.00億美元，差額並不固定。",
    ),
    "mirror_before.less": (
        say("brief.mirror_before.less", **MIRROR),
        "A year earlier it reported US$ 0.50 billion less.",
        "上年同期少5.00億美元。",
    ),
    "mirror_before.less.turned": (
        say("brief.mirror_before.less.turned", **MIRROR),
        "A year earlier it reported US$ 0.50 billion less: the gap is no constant.",
        "上年同期則少5.00億美元，差額並不固定。",
    ),
    "mirror_before.equal": (
        say("brief.mirror_before.equal", **MIRROR),
        "A year earlier both reported the same.",
        "上年同期雙方相同。",
    ),
    "mirror_before.same_side": (
        say("brief.mirror_before.same_side", **MIRROR),
        "A year earlier they were US$ 0.50 billion apart.",
        "上年同期相差5.00億美元。",
    ),
    "record_of": (
        say("brief.record_of", flow="export", window=OF_THE_YEAR),
        "Exports, January-May",
        "出口歷年同期",
    ),
    "record_of.growth": (
        say("brief.record_of.growth", flow="export", window=MAY),
        "Exports, growth on the year",
        "出口年增率",
    ),
    "record_of.share": (
        say("brief.record_of.share", flow="export", window=MAY),
        "Exports, share of the total",
        "出口占比",
    ),
    "passed": (
        say("brief.passed", money=usd(2), when=say("brief.month", window=MAY)),
        "2.00 (May 2025)",
        "20.00（2025年5月）",
    ),
    "new": (say("brief.new", day=DAY), "New since 2025-12-09", "2025-12-09以後新增"),
    "new_months": (
        say("brief.new_months", months=[APRIL, MAY], flows=[say("row_export"), say("row_import")], count=2),
        "New: April 2025 and May 2025 (exports, imports).",
        "新增2025年4月、2025年5月（出口、進口）。",
    ),
    "new_months.many": (
        say("brief.new_months.many", first=APRIL, last=MAY, flows=[say("row_export")], count=5),
        "New: April 2025 to May 2025, 5 months (exports).",
        "新增2025年4月至2025年5月，共5個月（出口）。",
    ),
    "records_made": (
        say("brief.records_made", records=RECORDS),
        "Records made: exports (any month, growth).",
        "新紀錄：出口（單月、年增率）。",
    ),
    "records_unmade": (
        say("brief.records_unmade", records=RECORDS),
        "No longer records: exports (any month, growth).",
        "不再是紀錄：出口（單月、年增率）。",
    ),
    "more_revised": (
        say("brief.more_revised", count=2),
        "2 other figures were revised by less: `trade revisions` lists them.",
        "另有2筆修正幅度較小，見 `trade revisions`。",
    ),
    "more_revised, one": (
        say("brief.more_revised", count=1),
        "1 other figure was revised by less: `trade revisions` lists them.",
        "另有1筆修正幅度較小，見 `trade revisions`。",
    ),
    "nothing_new": (
        say("brief.nothing_new", day=DAY),
        "Nothing has changed since 2025-12-09.",
        "2025-12-09以後無變動。",
    ),
    "not_told": (
        say(
            "brief.not_told",
            parts=[
                say("brief.lacks_commodities", **WORLD),
                say("brief.lacks_partners"),
                say("brief.lacks_mirror"),
                say("brief.lacks_mirror.own_table"),
            ],
        ),
        "Not told: what drove exports (no commodity groups are available); the partners (not available for "
        "this month); the partner's own figures (not available for this month); the partner's own figures "
        "(an own table is not compared).",
        "未列：出口主要貢獻（無貨品別資料）；主要貿易夥伴（無當月資料）；對方統計（無當月資料）；對方統計（自有資料表不作對照）。",
    ),
    "source": (
        say(
            "brief.source",
            publisher=Named("Ministry", "財政部"),
            day="2025-12-09",
            inferred=None,
            press=say("marked_press"),
            files=("a.csv (012345678901)", "b.csv (012345678901)"),
        ),
        "Ministry, vintage 2025-12-09 (press): a.csv (012345678901), b.csv (012345678901)",
        "財政部，2025-12-09版（新聞稿）：a.csv (012345678901)、b.csv (012345678901)",
    ),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_every_other_sentence(case: str) -> None:
    said, english, chinese = SENTENCES[case]
    assert both(said) == (english, chinese)


def test_no_sentence_is_left_out() -> None:
    """Each message of the catalogue that ends as a sentence does is one of those above."""
    tested = {statement.key.removeprefix("brief.") for statement, _, _ in SENTENCES.values()}
    tested |= {
        "step",
        "step.multiple",
        "step.balance",
        "step.balance.multiple",
        "step.balance.turned",
        "turned",
        "first",
        "first.deficit",
        "first.oldest",
        "first.oldest.deficit",
    }
    whole = {key.removeprefix("brief.") for key, text in MESSAGES.items() if text.endswith(".")}
    runs = {key for key in whole if key.startswith("run.")}
    elsewhere = {"columns_gone", "chart", "trace_elsewhere", "no_extra", "trace"}
    assert whole - tested - runs - elsewhere == set()
