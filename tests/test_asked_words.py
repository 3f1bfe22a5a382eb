"""Words that hang on the day of the question, on the command, or on what an option says already."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from tests.conftest import Ran
from tradecli import asked_words, periods, synonyms
from tradecli.asked_vocabulary import Asked
from tradecli.errors import QueryError
from tradecli.facts import asked_places

Trade = Callable[..., Ran]
SERIES = dict.fromkeys(("reporter", "partner", "commodity", "since", "through", "months"), ())
FLOW = Asked({**SERIES, "by": ("month", "quarter", "year")}, "exports", True, "TW", date(2026, 1, 9))


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("us last month", {"partner": "US", "through": "2025-12"}),
        ("us last quarter", {"partner": "US", "through": "2025-Q4"}),
        ("us last year", {"partner": "US", "through": "2025"}),
        ("us this year", {"partner": "US", "since": "2026"}),
        ("美國 去年", {"partner": "US", "through": "2025"}),
        ("since last year us", {"partner": "US", "since": "2025"}),
        ("2025年起 美國", {"partner": "US", "since": "2025"}),
        ("passenger cars 2025", {"commodity": "hs:8703", "through": "2025"}),
        ("japan 8542", {"partner": "JP", "commodity": "hs:8542"}),
        ("japan 2009", {"partner": "JP", "through": "2009"}),
        ("自動資料處理機 2025-11", {"commodity": "hs:8471", "through": "2025-11"}),
    ],
)
def test_words_of_the_calendar_are_of_the_day_of_the_question(words: str, read: dict[str, str]) -> None:
    assert asked_words.read(words.split(), FLOW) == read


def test_taiwan_is_the_partner_where_an_option_says_whose_figures(trade: Trade) -> None:
    asked = trade("exports", "taiwan", "--reporter", "US", "--months", "1", "--format", "csv")
    assert "read as: trade exports --partner TW " in asked.err
    assert [row["partner"] for row in asked.rows] == ["TW"]


def test_from_and_to_are_turned_by_the_flow_that_a_word_names() -> None:
    chart = Asked(SERIES | {"flow": ("export", "import", "balance")}, "chart", False, "TW")
    assert asked_words.read(["imports", "to", "us"], chart) == {"reporter": "US", "flow": "import"}
    assert asked_words.read(["exports", "to", "us"], chart) == {"partner": "US", "flow": "export"}


@pytest.mark.parametrize("text", ["us and japan,", "US & JP"])
def test_a_question_of_one_partner_names_the_command_for_several(text: str) -> None:
    one = FLOW._replace(several=False)
    with pytest.raises(QueryError, match="takes one partner: US,JP") as error:
        asked_words.read(text.split(), one)
    assert "exports, imports and surplus" in error.value.hint


@pytest.mark.parametrize(
    ("option", "options", "meant"),
    [
        ("start", {"from": ()}, ("from",)),
        ("to", {"through": ()}, ("through",)),
        ("country", {"partner": ()}, ("partner",)),
        ("quarterly", {"by": ("month", "quarter")}, ("by", "quarter")),
        ("to", {"to": (), "through": ()}, ("to",)),
        ("foo", {"from": ()}, ("foo",)),
    ],
)
def test_another_name_of_an_option(option: str, options: dict[str, tuple[str, ...]], meant: object) -> None:
    assert synonyms.option_meant(option, options) == meant


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2025-Q3", "2025-07", "2025-09"), ("1H 2025", "2025-01", "2025-06"), ("2025", "2025-01", "2025-12")]
    + [
        (text, "2025-07", "2025-09")
        for text in ("25Q3", "Q3'25", "third quarter of 2025", "3rd quarter 2025")
    ],
)
def test_a_period_begins_with_its_first_month_and_ends_with_its_last(
    text: str, first: str, last: str
) -> None:
    assert (periods.label(periods.parse_first(text)), periods.label(periods.parse(text))) == (first, last)


def test_a_list_of_places_keeps_names_with_commas() -> None:
    assert [one.code for one in asked_places.listed("Korea, South,US,Taiwan, Province of China")] == [
        "KR",
        "US",
        "TW",
    ]


@pytest.mark.parametrize("options", ["--since 2026-08", "--start 2026-08", "--from=2026-08"])
def test_options_by_other_names_ask_the_same(trade: Trade, options: str) -> None:
    asked = trade("exports", "--country", "us", *options.split(), "--format", "csv")
    assert [(row["partner"], row["period"]) for row in asked.rows] == [("US", "2026-08"), ("US", "2026-09")]


def test_partners_of_the_environment_and_of_a_list_are_several(
    trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_PARTNER", "US,JP")
    asked = trade("exports", "--months", "1", "--format", "csv")
    assert [row["partner"] for row in asked.rows] == ["US", "JP"]
    refused = trade("mirror")
    assert "this question takes one partner, not several: US,JP" in refused.err


def test_a_number_of_months_in_the_environment_gives_way_and_makes_no_series_of_the_surplus(
    trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRADE_MONTHS", "2")
    months = [row["period"] for row in trade("exports", "--from", "2026-06", "--format", "csv").rows]
    assert months == ["2026-06", "2026-07", "2026-08", "2026-09"]
    assert len(trade("exports", "--format", "csv").rows) == 2
    assert json.loads(trade("surplus", "us", "--json").out)["schema"] == "trade.surplus/1"
