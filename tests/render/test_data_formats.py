"""SDMX-CSV, CSV on the Web, Arrow and what a Parquet file says of itself, read by other programs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import tradecli as trade
from tests import generated
from tests.conftest import Ran
from tradecli import holdings
from tradecli.answer import Answer
from tradecli.render import arrow_schema

Trade = Callable[..., Ran]

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
    # Many readers know no views of texts.
    assert table.schema.field("flow").type == pa.large_string()
    assert EXPORTS in read["value"].to_list()
    with duckdb.connect() as engine:
        engine.register("answer", table)
        assert (EXPORTS,) in engine.execute("select value from answer").fetchall()


@pytest.mark.parametrize(
    "texts", [{}, {"": "v", "k": ""}, {"長": "值" * 999}, {f"{n}": "x" * n for n in range(70)}]
)
def test_texts_of_any_length_stand_in_a_stream(texts: dict[str, str]) -> None:
    rows = pl.DataFrame({"a": [1, None], "b": ["x", "y"]})
    rows.write_ipc_stream(plain := io.BytesIO())
    content = arrow_schema.told(plain.getvalue(), texts)
    table = pa.ipc.open_stream(content).read_all()
    table.validate(full=True)
    assert {key.decode(): text.decode() for key, text in (table.schema.metadata or {}).items()} == texts
    assert pl.read_ipc_stream(io.BytesIO(content)).equals(rows)
    assert pl.DataFrame(table).equals(rows)


def test_parquet_and_arrow_say_what_they_rest_on(surplus: Answer, tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    surplus.to(path=path)
    names = ("schema", "question", "title", "sources", "vintages", "provenance", "currency", "program")
    with_pyarrow = {key.decode(): text.decode() for key, text in pq.read_metadata(path).metadata.items()}
    query = "select decode(key), decode(value) from parquet_kv_metadata(?)"
    streamed = pa.ipc.open_stream(surplus.to("arrow")).schema.metadata
    in_stream = {key.decode(): text.decode() for key, text in streamed.items()}
    for said in (dict(duckdb.execute(query, [str(path)]).fetchall()), with_pyarrow, in_stream):
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


@pytest.fixture(name="described")
def _described(run: Trade, tmp_path: Path) -> Callable[..., tuple[Path, dict[str, Any]]]:
    """Asks a question, and gives the file that was written and what describes it."""

    def ask(*words: str) -> tuple[Path, dict[str, Any]]:
        path = tmp_path / "x.csv"
        assert run(*words, "-o", str(path), "--csvw").code in {0, 1}
        return path, json.loads((tmp_path / "x.csv-metadata.json").read_text(encoding="utf-8"))

    return ask


DESCRIBED = {
    "surplus": ("surplus", "--partner", "US", "--through", "2025-11"),
    "series": ("exports", "--partner", "US,JP", "--months", "3", "--share"),
    "quarters": ("surplus", "--partner", "US", "--by", "quarter", "--from", "2025"),
    "matrix": ("revisions", "--months", "2", "--matrix", "--through", "2025-11"),
    "drivers": ("drivers", "--through", "2025-11"),
    "partners": ("partners", "--through", "2025-11"),
    "records": ("records", "--partner", "US", "--lang", "zh"),
    "explain": ("explain", "--partner", "US"),
    "check": ("check", "exports 2025-11: 64.05 bn", "exports 2025-11: 99 bn"),
    "policy": ("surplus", "--partner", "US", "--policy", "--through", "2024"),
    "chart": ("chart", "--partner", "US", "--months", "6"),
}


# It leaves the file open that it reads.
LEFT_OPEN = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@LEFT_OPEN
@pytest.mark.parametrize("name", DESCRIBED)
def test_csv_on_the_web_is_valid_for_another_program(
    name: str, described: Callable[..., tuple[Path, dict[str, Any]]]
) -> None:
    csvw = pytest.importorskip("csvw", reason="read by csvw")
    path, about = described(*DESCRIBED[name])
    read = csvw.CSVW(str(path), validate=True)
    assert read.is_valid
    rows = list(read.tables[0])
    header = next(csv.reader(path.open(encoding="utf-8", newline="")))
    assert list(rows[0]) == header == [column["name"] for column in about["tableSchema"]["columns"]]
    frame = pl.read_csv(path, infer_schema=False)
    assert len(rows) == frame.height
    key = about["tableSchema"].get("primaryKey")
    assert key is None or not frame.select(key).is_duplicated().any()


@LEFT_OPEN
@pytest.mark.filterwarnings("default::UserWarning")
def test_csv_on_the_web_finds_what_is_wrong(described: Callable[..., tuple[Path, dict[str, Any]]]) -> None:
    csvw = pytest.importorskip("csvw", reason="read by csvw")
    path, _ = described(*DESCRIBED["surplus"])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f",{EXPORTS},", ",many,"), encoding="utf-8")
    assert not csvw.CSVW(str(path), validate=True).is_valid
    path.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="duplicate primary key"):
        _ = csvw.CSVW(str(path), validate=True).is_valid


def test_a_column_is_described_in_two_languages_with_its_unit(
    described: Callable[..., tuple[Path, dict[str, Any]]],
) -> None:
    _, about = described(*DESCRIBED["surplus"])
    columns = {column["name"]: column for column in about["tableSchema"]["columns"]}
    assert columns["value"]["titles"] == {"en": ["value"], "zh-Hant": "金額"}
    assert columns["base_value"]["titles"] == {"en": ["base_value", "base value"], "zh-Hant": "上年同期金額"}
    assert (columns["value"]["datatype"], columns["value"]["schema:unitText"]) == ("integer", "USD")
    assert (columns["yoy"]["datatype"], columns["yoy"]["schema:unitText"]) == ("double", "percent")
    assert columns["vintage"]["datatype"] == "date"
    assert columns["yoy"]["dc:description"] == {
        "@value": holdings.schema("surplus")["properties"]["rows"]["items"]["properties"]["yoy"][
            "description"
        ],
        "@language": "en",
    }
    assert about["tableSchema"]["primaryKey"] == ["reporter", "partner", "flow", "span", "period"]
    assert about["dc:license"] == ["Open Government Data License, version 1.0"]
    files = {one["dc:identifier"]: one["schema:sha256"] for one in about["dc:source"]}
    assert files["mof-2026-10-08-u2010ex"].startswith("1a9d7505ec51")
    assert about["url"] == "x.csv"


#: What Data Package 2 wants of a package, a table and a field, and the types of fields that it knows.
WANTED = {"resources"}, {"name", "path", "schema"}, {"name", "type"}
KNOWN = {"string", "number", "integer", "boolean", "date"}


def test_a_folder_is_a_data_package(run: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {
        "s.csv": "surplus",
        "S.csv": "quarters",
        "d.csv": "drivers",
        "m.csv": "matrix",
        "s.csv ": "surplus",
    }
    for name, question in files.items():
        asked = run(*DESCRIBED[question], "-o", name.strip(), "--datapackage")
        assert asked.code == 0, asked.err
    package = json.loads(Path("datapackage.json").read_text(encoding="utf-8"))
    resources = package["resources"]
    assert WANTED[0] <= set(package)
    assert package["$schema"].endswith("/2.0/datapackage.json")
    # What is written anew is renewed, and names that differ in capitals alone are told apart.
    assert [one["path"] for one in resources] == ["S.csv", "d.csv", "m.csv", "s.csv"]
    assert sorted(one["name"] for one in resources) == ["d", "m", "s", "s-2"]
    for one in resources:
        assert WANTED[1] <= set(one)
        content = Path(one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        fields = one["schema"]["fields"]
        assert all(WANTED[2] <= set(field) and field["type"] in KNOWN for field in fields)
        frame = pl.read_csv(content, infer_schema=False)
        assert [field["name"] for field in fields] == frame.columns
        assert set(one["schema"].get("primaryKey", ())) <= set(frame.columns)
        required = [field["name"] for field in fields if field.get("constraints", {}).get("required")]
        assert all(frame[name].null_count() == 0 for name in required)
        assert one["licenses"] == [
            {"name": "OGDL-Taiwan-1.0", "title": "Open Government Data License, version 1.0"}
        ]
        # One article is known by its publisher alone.
        assert all(source["title"] for source in one["sources"])
        assert sum("path" not in source for source in one["sources"]) <= 1


@pytest.mark.parametrize("text", ["{", "[]", '{"resources": 1}', '{"name": "x"}', '{"resources": ["x"]}'])
def test_what_describes_no_folder_is_left_as_it_is(
    text: str, run: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("datapackage.json").write_text(text, encoding="utf-8")
    ran = run("surplus", "-o", "x.csv", "--datapackage")
    assert ran.code == 6
    assert "no data package" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["datapackage.json"]
    assert Path("datapackage.json").read_text(encoding="utf-8") == text


def test_what_others_say_of_a_folder_stays(
    run: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {"name": "mine", "contributors": [{"title": "A"}], "resources": [{"name": "x", "path": "a.csv"}]}
    Path("datapackage.json").write_text(json.dumps(before), encoding="utf-8")
    assert run("surplus", "-o", "x.csv", "--datapackage").code == 0
    after = json.loads(Path("datapackage.json").read_text(encoding="utf-8"))
    assert {**after, "resources": after["resources"][:1]} == before
    assert [one["name"] for one in after["resources"]] == ["x", "x-2"]
