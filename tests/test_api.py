"""The Python API: the questions of the shell as functions, their answers as values."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

import tradecli as trade
from tests.conftest import CHECKOUT, Ran
from tradecli.cli import COMMANDS

#: Each question in Python, and the same in the shell.
SAME: dict[str, tuple[Callable[[], trade.Answer], str]] = {
    "surplus": (
        lambda: trade.surplus("US", through="2025-11", as_of="2026-01-09"),
        "surplus --partner US --through 2025-11 --as-of 2026-01-09",
    ),
    "policy": (
        lambda: trade.surplus("US", "2024", policy=True),
        "surplus --partner US --through 2024 --policy",
    ),
    "exports": (
        lambda: trade.exports("美國", date(2025, 11, 30), months=3),
        "exports --partner US --through 2025-11 --months 3",
    ),
    "imports": (
        lambda: trade.imports(through="2025-Q3", commodity="machinery"),
        "imports --through 2025-09 --commodity mof:MACHINERY",
    ),
    "records": (lambda: trade.records("Japan"), "records --partner JP"),
    "drivers": (
        lambda: trade.drivers(through="2025-11", by="partner", flow="balance"),
        "drivers --by partner --flow balance --through 2025-11",
    ),
    "partners": (lambda: trade.partners("2025-11", by="growth"), "partners --by growth --through 2025-11"),
    "mirror": (
        lambda: trade.mirror(through="2025-11", cif_fob="1.06"),
        "mirror --through 2025-11 --cif-fob 1.06",
    ),
    "revisions": (
        lambda: trade.revisions(through="2025-11", months=2, matrix=True),
        "revisions --through 2025-11 --months 2 --matrix",
    ),
    "check": (
        lambda: trade.check("exports 2025-11: 64.05 bn @ 2025-12-09", "imports 2025-11: 40 bn"),
        "check|exports 2025-11: 64.05 bn @ 2025-12-09|imports 2025-11: 40 bn",
    ),
    "chart": (
        lambda: trade.chart("US", "2025-11", months=6),
        "chart --partner US --through 2025-11 --months 6",
    ),
    "bars": (
        lambda: trade.chart(through="2025-11", drivers="commodity"),
        "chart --drivers commodity --through 2025-11",
    ),
    "codes": (lambda: trade.codes("hong"), "codes hong"),
    "sources": (lambda: trade.sources(), "sources"),
    "store": (lambda: trade.store("path"), "store path"),
    "doctor": (lambda: trade.doctor(), "doctor"),
    "table": (
        lambda: trade.table("inspect", "docs/examples/aduana.csv"),
        "table inspect docs/examples/aduana.csv",
    ),
    "explain": (
        lambda: trade.explain("US", "2025-11", flow="export", span="month"),
        "explain --partner US --through 2025-11 --flow export --span month",
    ),
    "cite": (lambda: trade.cite("US", "2025-11"), "cite --partner US --through 2025-11"),
}


@pytest.mark.parametrize("name", SAME)
def test_a_question_has_the_answer_of_the_shell(run: Callable[..., Ran], name: str) -> None:
    ask, command = SAME[name]
    words = command.split("|") if "|" in command else command.split()
    answer = ask()
    ran = run(*words, "--format", "json")
    assert answer.to("json") == ran.out
    assert answer.exit_code == ran.code
    said = json.loads(ran.out)
    assert (answer.schema, answer.question, answer.currency) == (
        said["schema"],
        said["question"],
        said["currency"],
    )
    assert (answer.title, len(answer)) == (said["title"], len(said["rows"]))
    assert [str(finding) for finding in answer.findings] == [finding["text"] for finding in said["findings"]]
    assert [note._asdict() for note in answer.notes] == said["notes"]
    assert json.loads(json.dumps(answer.sources)) == said["provenance"]


def test_every_question_of_the_shell_is_a_function() -> None:
    # Three are about the shell itself; by one it asks many questions.
    assert set(COMMANDS) - {"completion", "config", "help", "batch", "mcp", "run"} <= set(trade.__all__)
    for name in trade.__all__:
        assert getattr(trade, name) is not None
        assert name.startswith("__") or inspect.getdoc(getattr(trade, name))


def test_a_signature_names_every_value() -> None:
    taken = inspect.signature(trade.surplus).parameters
    assert list(taken)[:2] == ["partner", "through"]
    assert {"reporter", "source", "as_of", "as_of_strict", "table", "columns", "engine", "cube"} <= set(taken)
    # Empty: whose records an own table says they are, else Taiwan.
    assert taken["reporter"].default == ""
    assert not [one for one in taken.values() if one.kind is one.VAR_KEYWORD]
    assert "table" not in inspect.signature(trade.mirror).parameters


def test_nothing_else_is_a_name_of_the_package() -> None:
    assert set(dir(trade)) == set(trade.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'suplus'"):
        trade.suplus  # type: ignore[attr-defined]  # noqa: B018


def test_importing_it_loads_nothing() -> None:
    code = "import sys; before = set(sys.modules); import tradecli; print(*sorted(set(sys.modules) - before))"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    assert set(ran.stdout.split()) <= {"tradecli", "types"}


def test_the_folders_do_not_hide_the_questions() -> None:
    import tradecli.sources
    import tradecli.store.manifest

    assert callable(tradecli.sources)
    assert callable(trade.store)


def test_the_frame_holds_dates_and_whole_dollars() -> None:
    frame = trade.surplus("US", through="2025-11").df
    assert frame.schema["period"] == pl.Date()
    assert frame.columns[frame.columns.index("period") + 1] == "period_label"
    row = frame.row(
        by_predicate=(pl.col("flow") == "balance") & (pl.col("span") == "year_to_date"), named=True
    )
    # 176.018771 - 44.991295 billion, from the ministry's tables of 2026-10 and 2026-09.
    assert (row["period"], row["period_label"]) == (date(2025, 11, 1), "2025-11")
    assert (row["value"], row["currency"]) == (131_027_476_000, "USD")


def test_it_is_handed_to_others_by_arrow() -> None:
    answer = trade.exports(through="2025-11", months=2)
    table = pa.table(answer)
    assert table.schema.field("period").type == pa.date32()
    assert table["value"].to_pylist() == answer.df["value"].to_list()
    assert len(answer) == table.num_rows == 2


def test_it_is_shown_in_another_language_and_unit() -> None:
    answer = trade.surplus("US", through="2025-11")
    chinese = answer.styled("zh", unit="million", digits=0)
    assert chinese.title == "臺灣對美國貿易出超，2025年1-11月"
    assert "131,027" in str(chinese)
    assert answer.title.startswith("Taiwan's trade surplus")
    assert answer.df.equals(chinese.df)
    with pytest.raises(trade.QueryError, match="no language 'fr'"):
        answer.styled("fr")


def test_it_prints_as_the_shell_prints(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    asked = ("surplus", "--partner", "US", "--through", "2025-11", "--format", "table")
    ran = run(*asked, "--why", "--notes")
    assert f"{trade.surplus('US', through='2025-11')}\n" == ran.out + ran.err


def test_a_notebook_shows_it() -> None:
    answer = trade.surplus("US", through="2025-11")
    assert answer._repr_html_().startswith('<main class="figures">')
    assert "131.03" in answer._repr_html_()
    assert answer._repr_markdown_().startswith("## Taiwan's trade surplus")
    assert repr(answer).startswith("<trade.surplus/1: Taiwan's trade surplus")
    assert "<svg" in trade.chart("US", "2025-11", months=6)._repr_html_()
    assert trade.brief("US", "2025-11")._repr_html_().startswith("<main>")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.parquet", "a.json", "a.md"])
def test_it_is_written_to_a_file(tmp_path: Path, name: str) -> None:
    content = trade.records(through="2025-11").to(path=tmp_path / name)
    assert (tmp_path / name).read_bytes() == (content if isinstance(content, bytes) else content.encode())
    with pytest.raises(trade.StoreError, match="there is no folder"):
        trade.codes("US").to(path=tmp_path / "no" / name)


def test_a_release_and_a_picture_are_written_too(tmp_path: Path) -> None:
    release = trade.brief("US", "2025-11")
    assert release.title in " ".join(str(release).split())
    assert str(release.to("markdown")).startswith(f"# {release.title}")
    release.styled("zh").to(path=tmp_path / "x.html")
    assert 'lang="zh-Hant"' in (tmp_path / "x.html").read_text(encoding="utf-8")
    trade.chart("US", "2025-11", months=6).to(path=tmp_path / "x.svg")
    assert (tmp_path / "x.svg").read_bytes().lstrip().startswith(b"<svg")


def test_an_error_says_in_fields_what_to_do() -> None:
    with pytest.raises(trade.NoData) as late:
        trade.surplus("US", through="2026-10")
    assert (late.value.kind, late.value.exit_code) == ("no_data", 3)
    assert late.value.newest_month == "2026-08"
    assert trade.surplus("US", through=late.value.newest_month).title
    with pytest.raises(trade.TradeError) as unknown:
        trade.exports("Germny")
    assert unknown.value.candidates == ("DE", "GG")
    with pytest.raises(trade.QueryError) as malformed:
        trade.exports(through="2025-13")
    assert (malformed.value.kind, malformed.value.candidates, malformed.value.newest_month) == (
        "usage",
        (),
        None,
    )


def test_every_error_has_a_kind_of_its_own() -> None:
    errors = [getattr(trade, name) for name in trade.__all__ if name[0].isupper()]
    kinds = [
        error.kind for error in errors if isinstance(error, type) and issubclass(error, trade.TradeError)
    ]
    assert len(kinds) == len(set(kinds)) == 7


def test_a_claim_is_checked() -> None:
    answer = trade.check("exports 2025-11: 640.5 bn")
    assert answer.exit_code == 1
    assert answer.df["verdict"].to_list() == ["false"]


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: trade.surplus(None), "partner takes a text or a list of texts, not NoneType"),
        (lambda: trade.surplus(["US", 3]), "partner takes a text or a list of texts, not list"),
        (lambda: trade.records(["US", "JP"]), "partner takes a text, not list"),
        (lambda: trade.surplus("US", through=2025), "through takes a text or a date, not int"),
        (lambda: trade.surplus("US", columns={"period": "month"}), "columns takes a text, not dict"),
        (lambda: trade.exports("US", months="3"), "months takes a whole number, not str"),
        (lambda: trade.exports("US", months=2.5), "months takes a whole number, not float"),
        (lambda: trade.exports("US", months=True), "months takes a whole number, not bool"),
        (lambda: trade.mirror("US", cif_fob=0), "cif_fob takes a text, not int"),
        (lambda: trade.check(["exports 2025-11: 64.05 bn"]), "claims takes a text, not list"),
        (lambda: trade.check(), "there is no claim to check"),
        (lambda: trade.codes(3), "text takes a text, not int"),
        (lambda: trade.fetch(dry_run=True, partners="US"), "partners takes a list of texts, not str"),
    ],
)
def test_an_argument_of_another_type_is_refused_by_name(ask: Callable[[], object], says: str) -> None:
    with pytest.raises(trade.QueryError, match=says):
        ask()


def test_a_time_is_its_day_and_a_path_its_text(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 9, 16, tzinfo=UTC)
    told = trade.surplus("US", through=datetime(2025, 11, 1, tzinfo=UTC), as_of=moment)
    assert told.df.equals(trade.surplus("US", through="2025-11", as_of="2026-01-09").df)
    with pytest.raises(trade.QueryError, match="there is no table at"):
        trade.surplus("US", table=tmp_path / "none.csv")


def test_a_name_that_there_is_not_is_said_of_the_question() -> None:
    with pytest.raises(TypeError, match=r"surplus\(\) got an unexpected keyword argument 'unit'"):
        trade.surplus("US", unit="million")
