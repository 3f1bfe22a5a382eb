"""What a process has worked out before is used again, and never where something has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from pathlib import Path

import polars as pl
import pytest

from tests.conftest import Ran
from tests.made_up import known, months
from tests.publishers import Ministry
from tradecli import ask, load, load_parts, pinned, vintages
from tradecli.model.figure import Window
from tradecli.question import Question
from tradecli.remembered import Remembered
from tradecli.remembered_series import series_of

Trade = Callable[..., Ran]


class Tomorrow(datetime):
    """A clock that is a day ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Tomorrow:
        return cls.fromtimestamp(datetime.now(tz).timestamp() + 86_400, tz)


def test_a_second_question_about_a_pair_reads_nothing(monkeypatch: pytest.MonkeyPatch, trade: Trade) -> None:
    load.forget()
    asked = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "csv")
    first = trade(*asked)

    def refuse(*_: object) -> pl.LazyFrame:
        raise AssertionError("a file is read again")

    monkeypatch.setattr(pl, "scan_parquet", refuse)
    assert trade(*asked) == first
    assert trade("surplus", "--partner", "US", "--through", "2025-10", "--format", "csv").code == 0


def test_what_comes_into_the_store_is_in_the_next_answer(
    monkeypatch: pytest.MonkeyPatch, trade: Trade, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    asked = ("exports", "--partner", "US", "--through", "2026-10", "--format", "csv")
    assert trade(*asked).code == 3
    for flow in ("ex", "im"):
        path = tmp_path / f"u2010{flow}.csv"
        path.write_bytes(Ministry(through=date(2026, 10, 1)).u2010(flow))
        assert trade("store", "add", str(path), "--source", "mof", "--vintage", "2026-11-10").code == 0
    assert trade(*asked).rows[-1]["vintage"] == "2026-11-10"


def test_another_day_makes_them_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question(partner="US")
    first = load.load(question)
    assert load.load(question) is first
    monkeypatch.setattr(pinned, "datetime", Tomorrow)
    assert load.load(question) is not first


def test_a_ranking_is_the_same_after_those_of_many_years(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_parts, "_YEARS", Remembered(most=2))
    monkeypatch.setattr(load_parts, "_PARTNERS", Remembered(most=9))
    asked = {"reporter": "JP", "span": "rolling_12"}
    # Its figures before 2009 are in doubt, which an answer says that rests on them.
    first = [ask.partners(f"{year}-03", **asked) for year in (2017, 2010)]
    for year in range(2011, 2014):
        ask.partners(f"{year}-03", **asked)
    monkeypatch.setattr(vintages, "newest", lambda *_, **__: pytest.fail("figures are made again"))
    again = [ask.partners(f"{year}-03", **asked) for year in (2017, 2010)]
    assert [one.to("json") for one in again] == [one.to("json") for one in first]
    assert ["doubt" in {note.key for note in one.notes} for one in again] == [False, True]


def test_series_of_the_same_figures_share_windows_and_nothing_else() -> None:
    one = known(months("export", "2024-01", [5, 9, 7]))
    first = series_of(one, flows=("export",), spans=("month",))
    first.later = first
    other = one._replace(question=one.question._replace(commodity="mof:MACHINERY"))
    second = series_of(other, flows=("export",), spans=("month",))
    assert second.windows("month") is first.windows("month")
    assert (second.later, second.known.question.commodity) == (None, "mof:MACHINERY")
    march = Window("month", date(2024, 3, 1))
    fresh = series_of(known(months("export", "2024-01", [5, 9, 8])), flows=("export",), spans=("month",))
    assert [one.figure("export", march).value for one in (first, second, fresh)] == [7, 7, 8]


def test_only_the_newest_used_are_kept() -> None:
    made: list[str] = []
    kept = Remembered[str](most=2)
    for word in ("a", "b", "a", "c", "a", "b"):
        kept.get(word, lambda word=word: made.append(word) or word, keep=lambda _: True)  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    kept.get("d", lambda: "d", keep=lambda _: False)
    kept.get("d", lambda: made.append("d") or "d")
    assert made[-1] == "d"
