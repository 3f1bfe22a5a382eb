"""SDMX-CSV, CSV on the Web, Arrow and what a Parquet file says of itself, read by other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import tradecli as trade
from tests import generated
from tradecli import holdings
from tradecli.answer import Answer

#: Taiwan's exports to the United States in November 2025, as the ministry's table of 2026-10-08 has them.
EXPORTS = 24_420_124_000
#: The answers whose rows are observations of a period, and others.
OBSERVED = [
    *("surplus", "surplus_series", "exports", "imports", "records", "drivers", "partners", "mirror"),
    *("revisions", "matrix", "chart", "cite"),
]


@pytest.fixture(name="surplus", scope="module")
def _surplus() -> Answer:
    return trade.surplus("US", "2025-11")


@pytest.mark.parametrize("name", OBSERVED)
def test_sdmx_csv_is_read_by_another_program(name: str) -> None:
    pytest.importorskip("pandas", reason="read by pysdmx, which needs pandas")
    reader = pytest.importorskip("pysdmx.io", reason="read by pysdmx")
    answer = generated.QUESTIONS[name]()
    [data] = reader.read_sdmx(str(answer.to("sdmx-csv"))).data
    assert len(data.data) == len(answer)
    assert str(data.action).endswith("Information")
    layout = answer.schema.removeprefix("trade.").replace(".", "_").upper().replace("/1", "(1.0)")
    assert data.short_urn.endswith(f"TRADECLI:{layout}")
    dimensions = data.data.columns[: list(data.data.columns).index("TIME_PERIOD")]
    assert not data.data[dimensions].isna().any().any()


def test_sdmx_csv_names_what_others_name(surplus: Answer) -> None:
    rows = list(csv.DictReader(io.StringIO(str(surplus.to("sdmx-csv")))))
    [month] = [row for row in rows if (row["FLOW"], row["SPAN"]) == ("export", "month")]
    known = ("STRUCTURE", "ACTION", "REF_AREA", "COUNTERPART_AREA", "TIME_PERIOD", "OBS_VALUE", "CURRENCY")
    assert [month[name] for name in known] == ["dataflow", "I", "TW", "US", "2025-11", str(EXPORTS), "USD"]
    assert list(rows[0])[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]


def test_what_is_no_observation_is_refused() -> None:
    with pytest.raises(trade.QueryError, match="no observations by period"):
        trade.sources().to("sdmx-csv")


def test_an_arrow_stream_is_read_by_others(surplus: Answer) -> None:
    content = surplus.to("arrow")
    assert isinstance(content, bytes)
    read = pl.read_ipc_stream(io.BytesIO(content))
    table = pa.ipc.open_stream(content).read_all()
    assert read["value"].to_list() == table["value"].to_pylist() == surplus.df["value"].to_list()
    assert EXPORTS in read["value"].to_list()
    with duckdb.connect() as engine:
        engine.register("answer", table)
        assert (EXPORTS,) in engine.execute("select value from answer").fetchall()


def test_parquet_says_what_it_rests_on(surplus: Answer, tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    surplus.to(path=path)
    names = ("schema", "question", "title", "sources", "vintages", "provenance", "currency", "program")
    with_pyarrow = {key.decode(): text.decode() for key, text in pq.read_metadata(path).metadata.items()}
    query = "select decode(key), decode(value) from parquet_kv_metadata(?)"
    for said in (dict(duckdb.execute(query, [str(path)]).fetchall()), with_pyarrow):
        assert {f"trade.{name}" for name in names} <= set(said)
        assert said["trade.schema"] == "trade.surplus/1"
        assert json.loads(said["trade.question"])["partner"] == "US"
        hashes = {one["id"]: one["sha256"] for one in json.loads(said["trade.provenance"])}
        assert hashes == {one["id"]: one["sha256"] for one in surplus.sources}
        assert json.loads(said["trade.vintages"])[-2:] == ["2026-09-09", "2026-10-08"]
    assert pl.read_parquet(path)["value"].to_list() == surplus.df["value"].to_list()


def test_every_column_has_a_chinese_name_and_each_key_tells_rows_apart() -> None:
    for name in OBSERVED:
        answer = generated.QUESTIONS[name]()
        row = holdings.schema(answer.schema.removeprefix("trade.").partition("/")[0])
        row = row["properties"]["rows"]["items"]
        assert not answer.df.select(row["key"]).is_duplicated().any(), name
        for column, about in row["properties"].items():
            assert (
                column == "origins"
                or any("一" <= sign <= "鿿" for sign in about["title_zh"])
                or (about["title_zh"] == "SHA-256")
            ), (name, column)
