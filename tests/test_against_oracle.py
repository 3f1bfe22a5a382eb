"""Random questions about the real figures: the program against the oracle, cell by cell."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests import oracle
from tests.conftest import Ran
from tests.drawn import seeds
from tradecli.catalogue.style import Style
from tradecli.errors import NoData
from tradecli.load import load
from tradecli.model.figure import Window
from tradecli.question import Question
from tradecli.render.delimited import delimited
from tradecli.render.rows import table
from tradecli.reports import flows, surplus
from tradecli.reports.series_asked import Asked
from tradecli.series import Series
from tradecli.statistics.records import WINDOW, records

SURPLUS = (
    *("flow", "span", "period", "value", "value_note", "base_value", "change", "yoy", "yoy_note"),
    *("previous_year", "record", "record_since", "previous_record", "previous_record_period"),
    *("basis", "precision", "source", "vintage", "vintage_basis"),
)
FLOWS = (
    *("flow", "period", "value", "mom", "yoy", "ytd", "ytd_yoy", "rolling_12", "rank", "record", "streak"),
    *("basis", "vintage", "ytd_basis", "rolling_12_basis", "source"),
)
#: Partners with rich history come up more often.
PARTNERS = ["US", "WORLD", "CN", "HK", "CN+HK", "JP", "KR", "SG", "DE", "MX", "VN", "IN", "ASEAN", "EUROPE"]


def asked(seed: int) -> dict[str, Any]:
    """A question from a seed: who, with whom, through when, as known when."""
    dice = random.Random(seed)
    reporter, partner = ("US", dice.choice(["TW", "CN", "WORLD"])) if seed % 7 == 0 else ("TW", "")
    vintages = [row["vintage"] for row in oracle.load("mof" if reporter == "TW" else "census")]
    as_of = dice.choice([None, *sorted(set(vintages)), date(2025, 9, 1), date(2024, 12, 31)])
    return {
        "reporter": reporter,
        "partner": partner or dice.choice(PARTNERS),
        "as_of": as_of,
        "strict": as_of is not None and dice.random() < 0.3,
        "through": f"{dice.choice([2002, 2010, 2019, *range(2022, 2027)])}-{dice.randint(1, 12):02}",
    }


def rows_of(question: Mapping[str, Any]) -> tuple[oracle.Observation, ...]:
    source = {"TW": "mof", "US": "census"}[question["reporter"]]
    return oracle.load(source, question["partner"])


def told(question: Mapping[str, Any]) -> Question:
    return Question(**{name: value for name, value in question.items() if name != "through"})


def agree(found: Any, expected: Any) -> bool:
    """Whether two cells say the same; rates are floats on one side and fractions on the other."""
    if isinstance(expected, Fraction):
        return found not in {None, ""} and abs(Fraction(found) - expected) <= abs(expected) / 10**12
    return (found if found != "" else None) == (expected if expected != "" else None)


def differences(
    found: list[dict[str, Any]], expected: list[dict[str, Any]], names: tuple[str, ...]
) -> list[Any]:
    pairs = zip(found, expected, strict=True)
    return [
        (mine["flow"], mine["period"], name, mine[name], theirs[name])
        for mine, theirs in pairs
        for name in names
        # Of a figure that is missing the program still says who was asked; the oracle does not.
        if not agree(mine[name], theirs[name]) and (name != "source" or theirs[name])
    ]


@pytest.mark.drawn
@pytest.mark.parametrize("block", seeds(2, 6))
def test_surplus(block: int) -> None:
    for seed in range(block * 20, block * 20 + 20):
        question = asked(seed)
        through = oracle.month_number(question["through"])
        expected = oracle.surplus_rows(rows_of(question), **question)
        try:
            answer = surplus.report(load(told(question)), date(through // 12, through % 12 + 1, 1))
        except NoData:
            assert expected == [], question
            continue
        if not expected:
            # One flow is out: it is shown, and nothing is said of a balance.
            balances = [row for row in table(answer).to_dicts() if row["flow"] == "balance"]
            assert [row["value"] for row in balances] == [None, None], question
            continue
        # The month's rows come first here, the flows' rows there.
        expected.sort(key=lambda row: row["span"])
        assert differences(table(answer).to_dicts(), expected, SURPLUS) == [], question


@pytest.mark.drawn
@pytest.mark.parametrize("block", seeds(2, 4))
def test_exports_and_imports(block: int) -> None:
    for seed in range(1000 + block * 10, 1010 + block * 10):
        question = asked(seed)
        flow = ("export", "import")[seed % 2]
        through = oracle.month_number(question["through"])
        expected = oracle.flow_rows(rows_of(question), flow, months=3, **question)
        try:
            last = date(through // 12, through % 12 + 1, 1)
            answer = flows.report([load(told(question))], flow, Asked(last, months=3))
        except NoData:
            assert expected[-1]["value"] is None, question
            assert expected[-1]["ytd"] is None, question
            continue
        rows = table(answer).to_dicts()
        held = {row["period"] for row in rows}
        expected = [row for row in expected if row["period"] in held]
        assert differences(rows, expected, FLOWS) == [], question


@pytest.mark.parametrize("seed", range(2000, 2012))
def test_records_of_every_kind(seed: int) -> None:
    question = asked(seed)
    last = oracle.month_number(question.pop("through"))
    try:
        pair = Series(load(told(question)))
    except NoData:
        assert not oracle.Known(rows_of(question), **question).figures
        return
    theirs = oracle.Known(rows_of(question), **question)
    for kind in oracle.KINDS:
        if kind in {"quarter", "year"} and (last + 1) % {"quarter": 3, "year": 12}[kind]:
            continue
        day = date(last // 12, last % 12 + 1, 1)
        placed = records(pair.windows(WINDOW.get(kind, kind)), kind, periods=[day]).to_dicts()
        mine = {row["flow"]: row for row in placed}
        for flow in oracle.FLOWS:
            expected = oracle.record_of(theirs, flow, kind, last)
            names = {"record": "record", "rank": "rank", "previous": "previous_value"}
            found = {mine_name: mine.get(flow, {}).get(name) for mine_name, name in names.items()}
            assert found == {name: getattr(expected, name) for name in names}, (question, flow, kind)
            rank = pair.rank(kind, pair.figure(flow, Window(WINDOW.get(kind, kind), day)))
            scalar = {
                "record": rank.record,
                "rank": rank.rank,
                "previous": rank.previous and rank.previous.value,
            }
            assert scalar == found, (question, flow, kind)


@pytest.mark.parametrize("seed", [3, 8, 14, 21, 35, 50, 64, 77, 91, 118])
def test_the_command_line_gives_the_same_cells(trade: Any, seed: int) -> None:
    question = asked(seed)
    words = ["surplus", "--format", "csv"]
    for name in ("reporter", "partner", "through"):
        words += [f"--{name}", question[name]]
    if question["as_of"]:
        words += ["--as-of", question["as_of"].isoformat()]
    words += ["--as-of-strict"] if question["strict"] else []
    ran: Ran = trade(*words)
    expected = oracle.surplus_rows(rows_of(question), **question)
    if not expected:
        balances = [row["value"] for row in ran.rows if row["flow"] == "balance"]
        assert (ran.code, balances) in [(3, []), (0, ["", ""])]
        return
    expected.sort(key=lambda row: row["span"])
    plain = [{name: printed(row[name]) for name in SURPLUS} for row in expected]
    assert differences(ran.rows, plain, SURPLUS) == []


def printed(value: Any) -> Any:
    """A cell as CSV writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, Fraction) or value is None else str(value)


def test_the_comparison_sees_a_wrong_cell() -> None:
    question = {"reporter": "TW", "partner": "US", "through": "2025-11"}
    expected = sorted(oracle.surplus_rows(rows_of(question), **question), key=lambda row: row["span"])
    answer = surplus.report(load(told(question)), date(2025, 11, 1))
    for name in SURPLUS:
        wrong = [{**row, name: 0.125} for row in table(answer).to_dicts()]
        assert {row[2] for row in differences(wrong, expected, SURPLUS)} == {name}
    text = delimited(answer, Style())
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(expected)
