"""Property 22 of whole answers, and 1 and 4 of them; and that every property has its test."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

from tests.drawn import examples
from tests.made_up import Row, known, months
from tests.properties.tables import MONTHS, tables
from tradecli.catalogue.style import Style
from tradecli.errors import NoData
from tradecli.model.report import Report
from tradecli.render.formats import rendered
from tradecli.reports import flows, surplus
from tradecli.reports.series_asked import Asked

#: The properties of the method that concern what exists.
PROPERTIES = {1, *range(3, 18), 20, 22}
#: nan, inf or a negative zero, as a word or number of its own.
BAD = re.compile(r"(?<![\w.])(nan|inf|infinity|-0|-0\.0+)(?![\w.,]*\d|\w)", re.IGNORECASE)


def reports(rows: list[Row], through: str) -> Iterator[Report]:
    """The answers of a pair, as far as there are any."""
    last = date.fromisoformat(f"{through}-01")
    held = known(rows)
    try:
        yield surplus.report(held, last)
    except NoData:
        event("no balance")
    for flow in ("export", "import"):
        try:
            yield flows.report([held], flow, Asked(last, months=3))
        except NoData:
            event(f"no {flow}s")


@given(rows=tables(), through=st.sampled_from(MONTHS[12:]), lang=st.sampled_from(["en", "zh"]))
@examples(20, 60)
def test_22_no_answer_holds_nan_inf_or_a_negative_zero(rows: list[Row], through: str, lang: str) -> None:
    if not rows:
        return
    for report in reports(rows, through):
        for name in ("table", "csv", "json", "markdown"):
            text = rendered(report, name, Style(lang), width=100)
            assert not BAD.search(str(text)), text


def test_22_the_search_sees_them() -> None:
    for bad in ("x nan y", "a,-0.0,b", "NaN", "-0.00", "[-inf]", "-0 %"):
        assert BAD.search(bad)
    for good in ("-0.04", "finance", "information", "0.0", "-0.5 %", "Infant"):
        assert not BAD.search(good)


@given(
    exports=st.lists(st.integers(0, 10**12), min_size=24, max_size=24),
    imports=st.lists(st.integers(0, 10**12), min_size=24, max_size=24),
)
@examples(20, 60)
def test_22_a_change_of_sign_has_no_percentage_in_any_row(exports: list[int], imports: list[int]) -> None:
    rows = months("export", "2024-01", exports) + months("import", "2024-01", imports)
    for row in balances(rows):
        if row["value"] * row["base_value"] <= 0:
            event(row["yoy_note"] or "two zeros")
            assert row["yoy"] is None
            assert "%" not in row["yoy_display"]
            assert "x" not in row["yoy_display"]


@given(
    exports=st.lists(st.integers(0, 10**9), min_size=24, max_size=24),
    imports=st.lists(st.integers(0, 10**9), min_size=24, max_size=24),
)
@examples(15, 40)
def test_1_swapping_the_flows_of_an_answer_turns_its_balances_round(
    exports: list[int], imports: list[int]
) -> None:
    there = balances(months("export", "2024-01", exports) + months("import", "2024-01", imports))
    back = balances(months("export", "2024-01", imports) + months("import", "2024-01", exports))
    for name in ("value", "base_value", "change"):
        assert [row[name] for row in there] == [-row[name] for row in back]
    # A deficit grows as the surplus of the other side does.
    assert [row["yoy"] for row in there] == [row["yoy"] for row in back]


@given(
    exports=st.lists(st.integers(0, 10**9), min_size=24, max_size=24),
    imports=st.lists(st.integers(0, 10**9), min_size=24, max_size=24),
    scale=st.sampled_from([10, 1_000, 10**6]),
)
@examples(15, 40)
def test_4_the_rates_of_an_answer_do_not_depend_on_the_unit(
    exports: list[int], imports: list[int], scale: int
) -> None:
    def rates(factor: int) -> list[float | None]:
        sold = months("export", "2024-01", [value * factor for value in exports])
        bought = months("import", "2024-01", [value * factor for value in imports])
        return [row["yoy"] for row in balances(sold + bought)]

    for plain, scaled in zip(rates(1), rates(scale), strict=True):
        assert (plain is None) == (scaled is None)
        assert plain is None or abs(plain - scaled) <= abs(plain) / 10**12  # type: ignore[operator]


def balances(rows: list[Row]) -> list[dict[str, Any]]:
    """The balance rows of an answer through December 2025, as JSON has them."""
    report = surplus.report(known(rows), date(2025, 12, 1))
    answer = json.loads(rendered(report, "json", Style()))
    return [row for row in answer["rows"] if row["flow"] == "balance"]


def test_every_property_has_a_test() -> None:
    folder = Path(__file__).parent
    names = re.findall(
        r"^def test_((?:\d+_(?:and_)?)+)", "\n".join(map(_text, folder.glob("test_*.py"))), re.MULTILINE
    )
    assert {int(number) for name in names for number in re.findall(r"\d+", name)} >= PROPERTIES


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
