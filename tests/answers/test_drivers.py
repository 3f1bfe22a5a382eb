"""`trade drivers` against the published tables, month by month, and its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests import made_up as rows
from tests.answers import figures
from tests.conftest import Ran
from tests.drawn import THOROUGH
from tradecli import load_parts
from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Report
from tradecli.parts import Parts
from tradecli.question import Known, Question, figures_by_partner
from tradecli.reports import breakdown
from tradecli.reports.drivers import Row, report

Trade = Callable[..., Ran]
NEWS = ("drivers", "--through", "2025-11")


def by_part(ran: Ran) -> dict[str, dict[str, str]]:
    assert (ran.code, ran.err) == (0, "")
    return {row["part"] or row["role"]: row for row in ran.rows}


@pytest.mark.drawn
@pytest.mark.parametrize("by", ["commodity", "partner"])
@pytest.mark.parametrize("span", ["month", "year_to_date", "rolling_12"])
@pytest.mark.parametrize("flow", ["export", "import", "balance"])
def test_contributions_add_up_to_the_last_dollar(by: str, span: str, flow: str) -> None:
    known = load_parts.partners(Question()) if by == "partner" else load_parts.groups(Question())
    parts = Parts(known, flow, span, by)
    way = parts.countries() if by == "partner" else parts.groups("mof")
    months = parts.answerable(way)
    assert len(months) > 270
    # Both steps meet each month of the year.
    for month in sorted(months)[:: 7 if THOROUGH else 23]:
        codes = way[month]
        *lines, total = breakdown.lines(parts, codes, month, by)
        assert len(lines) == len(codes) + 1
        assert sum(line.moved for line in lines) == total.moved
        for side in ("now", "base"):
            assert sum(getattr(line, side).value for line in lines) == getattr(total, side).value
        if total.growth.percent is not None:
            assert sum(line.points.percent for line in lines if line.points) == total.growth.percent


GROUPS = {
    "mof:ICT_AV",
    "mof:ELECTRONIC_COMPONENTS",
    "mof:MACHINERY",
    "mof:ELECTRICAL_MACHINERY",
    "mof:HOUSEHOLD_APPLIANCES",
    "mof:BASE_METALS",
    "mof:PLASTICS_RUBBER",
    "mof:CHEMICALS",
    "mof:MINERALS",
    "mof:TRANSPORT",
    "mof:TEXTILES",
    "mof:OPTICAL_PRECISION_CLOCKS_MUSIC",
}


def test_by_commodity_as_the_published_months_give_it(trade: Trade, shared: Path) -> None:
    held = figures.newest(shared / "data" / "mof.csv")
    now, then = figures.january_to(2025, 11), figures.january_to(2024, 11)
    rows = by_part(trade(*NEWS))
    assert set(rows) == GROUPS | {"rest", "total"}
    base = figures.total(held, "WORLD", "export", "total:TOTAL", then)
    left = figures.total(held, "WORLD", "export", "total:TOTAL", now) - base
    for goods in GROUPS:
        value, before = (figures.total(held, "WORLD", "export", goods, months) for months in (now, then))
        row = rows[goods]
        assert (int(row["value"]), int(row["base_value"])) == (value, before)
        exact = Fraction(100 * (value - before), base)
        assert abs(Fraction(row["contribution"]) - exact) < Fraction(1, 10**12)
        left -= value - before
    assert int(rows["rest"]["change"]) == left
    assert list(rows)[:2] == ["mof:ICT_AV", "mof:ELECTRONIC_COMPONENTS"]


def test_by_partner_the_united_states_carried_it(trade: Trade, shared: Path) -> None:
    held = figures.newest(shared / "data" / "mof.csv")
    rows = by_part(trade(*NEWS, "--by", "partner"))
    change = {
        code: figures.total(held, code, "export", "total:TOTAL", figures.january_to(2025, 11))
        - figures.total(held, code, "export", "total:TOTAL", figures.january_to(2024, 11))
        for code in ("US", "WORLD", "HK")
    }
    assert next(iter(rows)) == "US"
    assert int(rows["US"]["change"]) == change["US"]
    assert Fraction(rows["US"]["share_of_change"]) == pytest.approx(100 * change["US"] / change["WORLD"])
    assert {"CN", "HK"} < set(rows)
    assert not {"CN+HK", "ASIA", "EUROPE", "ASEAN", "WORLD"} & set(rows)


def test_a_balance_is_taken_apart_in_money(trade: Trade) -> None:
    rows = by_part(trade(*NEWS, "--by", "partner", "--flow", "balance"))
    exports = by_part(trade(*NEWS, "--by", "partner"))
    imports = by_part(trade(*NEWS, "--by", "partner", "--flow", "import"))
    for part in ("US", "JP", "total"):
        assert int(rows[part]["change"]) == int(exports[part]["change"]) - int(imports[part]["change"])
    assert rows["NL"]["yoy_note"] == "sign_change"
    assert rows["NL"]["yoy_display"] == "swing"


def test_the_sections_of_exports_to_the_united_states(trade: Trade) -> None:
    asked = ("drivers", "--partner", "US", "--through", "2024-11", "--as-of", "2024-12-09")
    rows = by_part(trade(*asked))
    assert {part.partition(":")[0] for part in rows if ":" in part} == {"mof-section"}
    # The nineteen sections are the whole of it: no more than their rounding is left, 11 months of 20 figures.
    assert abs(int(rows["rest"]["value"])) <= 11 * 20 * 1000 // 2


def test_china_with_hong_kong_has_groups_of_its_own(trade: Trade) -> None:
    rows = by_part(trade("drivers", "--partner", "CN+HK", "--through", "2025-08", "--span", "month"))
    assert "mof:ELECTRONIC_COMPONENTS" in rows
    assert int(rows["total"]["change"]) == sum(
        int(row["change"]) for part, row in rows.items() if part != "total"
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--by", "colour"), 2, "cannot break down by 'colour'"),
        (("--by", "partner", "--partner", "US"), 2, "by partner the whole world is broken down"),
        (("--span", "day"), 2, "there is no span 'day'"),
        (("--flow", "re-export"), 2, "there is no flow 're-export'"),
        (("--classification", "sitc"), 2, "there is no list 'sitc'"),
        (("--through", "2027-01"), 3, "the newest month that can be answered is 2026-09"),
        (("--partner", "JP"), 3, "the exports to Japan cannot be broken down by commodity (mof)"),
        (("--as-of", "2001-01-01"), 3, "nothing was known on 2001-01-01"),
        (("--partner", "BJ", "--flow", "export"), 3, "cannot be broken down"),
    ],
)
def test_what_cannot_be_answered(trade: Trade, words: tuple[str, ...], code: int, message: str) -> None:
    ran = trade("drivers", *words)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


@pytest.mark.parametrize(
    ("through", "english", "chinese"),
    [
        ("2023-01", "The deficit narrowed by ", "入超較上年同期縮小"),
        ("2022-12", "The deficit widened by ", "入超較上年同期擴大"),
    ],
)
def test_a_deficit_widens_or_narrows(trade: Trade, through: str, english: str, chinese: str) -> None:
    words = ("drivers", "--reporter", "US", "--by", "partner", "--flow", "balance", "--through", through)
    assert f"\n- {english}" in trade(*words, "--format", "markdown").out
    text = trade(*words, "--format", "markdown", "--lang", "zh").out
    said = next(line for line in text.splitlines() if line.startswith(f"- {chinese}"))
    # No fall beside a rise: a deficit's own words, and the parts by their signs.
    assert not any(word in said for word in ("年增", "年減", "增加", "減少"))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        NEWS,
        (*NEWS, "--by", "partner", "--flow", "balance"),
        ("drivers", "--flow", "balance", "--span", "rolling_12", "--through", "2009-03"),
        ("drivers", "--flow", "import", "--span", "month", "--through", "2026-08"),
        ("drivers", "--partner", "US", "--through", "2024-11"),
    ],
    ids=["news", "balance", "crisis", "imports", "sections"],
)
def test_words(trade: Trade, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str) -> None:
    ran = trade(*words, "--format", "table", "--lang", lang)
    assert ran.code == 0
    assert f"{ran.out}---\n{ran.err}" == snapshot


def made_up(terms: dict[str, tuple[int, int | None]]) -> Report:
    """Made-up exports of one month and the year before, a partner each."""
    lines = [
        rows.row("export", "month", month, value, partner=partner)
        for partner, values in terms.items()
        for month, value in zip(("2025-11", "2024-11"), values, strict=True)
        if value is not None
    ]
    table = rows.frame(lines)
    known = Known(Question(), "mof", table, figures_by_partner(table), dict)
    return report(known, by="partner", flow="export", span="month", through=date(2025, 11, 1))


def told(terms: dict[str, tuple[int, int]], lang: str = "en") -> str:
    """The words of made-up exports."""
    found, style = made_up(dict(terms)), Style(lang, unit="dollar")
    return "\n".join(write(statement, style) for statement in (*found.findings, *found.notes))


def test_a_part_that_lacks_a_term_is_counted_in_the_rest() -> None:
    found = made_up({"WORLD": (100, 80), "US": (50, 40), "KH": (3, None)})
    part, rest, _ = (Row._make(row) for row in found.rows)
    assert (part.part, part.value, part.base_value) == ("US", 50, 40)
    assert (rest.role, rest.value, rest.base_value) == ("rest", 50, 40)


def test_each_row_rests_on_its_figure_and_the_one_a_year_earlier() -> None:
    found = made_up({"WORLD": (100, 80), "US": (50, 40)})
    for (now, base), line in zip(found.row_figures, found.rows, strict=True):
        row = Row._make(line)
        assert (now.value, base.value) == (row.value, row.base_value)
        assert now.origins == base.origins == ("made-up",)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"WORLD": (100, 100), "US": (50, 50)}, "Exports of November 2025 unchanged on a year earlier."),
        (
            {"WORLD": (100, 50), "US": (20, 30)},
            "Exports rose by 50 on a year earlier (~+100.0 %) in November 2025; "
            "no part available moved the same way.",
        ),
        ({"WORLD": (100, 50), "US": (20, 30)}, "One partner moved the other way: the United States (-10)."),
        (
            {"WORLD": (50, 100), "US": (20, 40)},
            "Exports fell by 50 on a year earlier (~-50.0 %), led by the United States (-20",
        ),
        ({"WORLD": (50, 100), "US": (20, 40)}, "% of the fall)."),
        ({"WORLD": (100, 90), "US": (200, 40)}, "what is left over is negative"),
        (
            {"WORLD": (100_100, 100_000), "US": (200, 40)},
            "no shares of the change: the total moved by less than 0.5 %",
        ),
        ({"WORLD": (100, 0), "US": (20, 0)}, "no contributions in points: there was none a year earlier"),
    ],
)
def test_every_branch_of_the_words(terms: dict[str, tuple[int, int]], expected: str) -> None:
    assert expected in told(terms)
    assert told(terms, lang="zh")
