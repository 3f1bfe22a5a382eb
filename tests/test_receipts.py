"""Receipts: what they say, and that an answer is given again to the last digit after newer figures came."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from inspect import signature
from itertools import product
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple

import pytest

import tradecli as trade
from tests.conftest import Once, Ran
from tests.live import MONDAY, Desk, with_a_release
from tests.publishers import Ministry
from tests.server import Server
from tradecli import cli
from tradecli.command_words import QUESTIONS as ANSWERED
from tradecli.replaying import first_difference
from tradecli.store import manifest, writing

Trade = Callable[..., Ran]

#: Ten questions in ten forms, each about five partners.
QUESTIONS = {
    "surplus.csv": ("surplus", "--through", "2026-08"),
    "exports.json": ("exports", "--months", "3"),
    "imports.xlsx": ("imports", "--from", "2026-01", "--by", "quarter"),
    "records.ndjson": ("records", "--lang", "zh"),
    "quarters.md": ("surplus", "--by", "quarter", "--from", "2025"),
    "revisions.parquet": ("revisions", "--months", "2"),
    "explain.txt": ("explain", "--flow", "export"),
    "cite.html": ("cite", "--flow", "import", "--span", "month"),
    "chart.svg": ("chart", "--months", "12"),
    "series.arrows": ("surplus", "--months", "4"),
}
PARTNERS = ("US", "JP", "KR", "DE", "WORLD")


class Stores(NamedTuple):
    """The store of each test, and the one that it becomes when newer figures come."""

    folder: Path
    later: Path


def with_a_later_release(before: Path, folder: Path) -> None:
    """Fill a store with what was before, and a release in which every figure of 2026 is a million higher."""
    copytree(before, folder, dirs_exist_ok=True)
    with Server() as server:
        later = Desk(folder, server)
        later.serve(Ministry(change=lambda _f, _p, month, value: value + (month.year == 2026) * 1_000_000))
        assert "new" in {outcome.status for outcome in later.refresh("mof", now=MONDAY.replace(day=10))}


@pytest.fixture(name="stores")
def _stores(once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stores:
    """A store of its own, which this process answers from."""
    before = once("release", with_a_release)
    copytree(before, tmp_path / "store")
    monkeypatch.setenv("TRADE_DATA_DIR", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    return Stores(tmp_path / "store", once("releases", partial(with_a_later_release, before)))


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write to; the embedded figures answer."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def newer(stores: Stores) -> None:
    """What came since."""
    copytree(stores.later, stores.folder, dirs_exist_ok=True)


def ask(run: Trade, name: str, partner: str, *more: str) -> Path:
    """Ask a question of `QUESTIONS` and write it to a file of its own."""
    path = Path(f"{partner}-{name}")
    ran = run(*QUESTIONS[name], "--partner", partner, "--output", str(path), *more)
    assert ran.code == 0, ran.err
    return path


def test_fifty_receipts_are_answered_again_after_newer_figures_came(stores: Stores, run: Trade) -> None:
    files = [ask(run, name, partner, "--receipt") for name, partner in product(QUESTIONS, PARTNERS)]
    assert len(files) == 50
    before = {path: path.read_bytes() for path in files}
    newer(stores)
    ran = run("replay", *(f"{path}.receipt.json" for path in files), "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert [(row["state"], row["file_state"]) for row in ran.rows] == [("equal", "as written")] * 50
    assert [row["found"] for row in ran.rows] == [hashlib.sha256(before[path]).hexdigest() for path in files]
    # What is asked anew is answered with what came since: all but the other office's files.
    for name in QUESTIONS:
        assert ask(run, name, "US").read_bytes() != before[Path(f"US-{name}")], name


OTHERS = {
    "mirror.csv": ("mirror", "--through", "2026-06"),
    "partners.csv": ("partners", "--by", "growth"),
    "drivers.csv": ("drivers", "--by", "partner"),
    "check.json": ("check", "exports 2026-08: 99 bn", "exports 2025-11: 64.05 bn @ 2025-12-09"),
    "brief.html": ("brief", "--partner", "US"),
    "brief.docx": ("brief", "--through", "2026-07"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_so_are_other_questions(name: str, stores: Stores, run: Trade) -> None:
    pytest.importorskip("docx", reason="a Word file needs python-docx")
    asked = run(*OTHERS[name], "--output", name, "--receipt")
    assert asked.code in {0, 1}, asked.err
    newer(stores)
    ran = run("replay", f"{name}.receipt.json", "--format", "csv")
    assert (ran.code, ran.rows[0]["state"]) == (0, "equal"), ran.err


def test_a_receipt_names_question_program_and_files(stores: Stores, run: Trade) -> None:
    path = ask(run, "surplus.csv", "US", "--receipt")
    document: dict[str, Any] = json.loads(Path(f"{path}.receipt.json").read_text(encoding="utf-8"))
    answer = document["entity"]["trade:answer"]
    assert answer["trade:sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    known = {entry.id: entry for entry in manifest.current(stores.folder).entries}
    files = [one for name, one in document["entity"].items() if name.startswith("trade:file")]
    stored = [one for one in files if one["trade:id"] in known]
    assert stored
    for one in stored:
        assert one["trade:sha256"] == known[one["trade:id"]].sha256
        assert one["trade:vintage"] == known[one["trade:id"]].vintage
    names = {*document["entity"], *document["agent"], *document["activity"]}
    for kind in ("used", "wasGeneratedBy", "wasDerivedFrom", "wasAssociatedWith"):
        for relation in document[kind].values():
            assert {relation[part] for part in relation if part != "prov:time"} <= names
    assert len(document["wasDerivedFrom"]) == len(files)


@pytest.mark.usefixtures("here")
def test_another_program_reads_a_receipt(run: Trade) -> None:
    prov = pytest.importorskip("prov.model", reason="read by prov")
    text = Path(f"{ask(run, 'surplus.csv', 'US', '--receipt')}.receipt.json").read_text(encoding="utf-8")
    document = prov.ProvDocument.deserialize(content=text, format="json")
    assert len(list(document.get_records(prov.ProvActivity))) == 1
    assert len(list(document.get_records(prov.ProvDerivation))) == text.count("prov:usedEntity")


def test_what_is_gone_or_damaged_is_refused_by_name(stores: Stores, run: Trade) -> None:
    receipt = f"{ask(run, 'surplus.csv', 'US', '--receipt')}.receipt.json"
    [entry] = [one for one in manifest.current(stores.folder).entries if one.name == "u2010ex.csv"]
    stored = stores.folder / entry.stored
    whole = stored.read_bytes()
    stored.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    ran = run("replay", receipt)
    assert (ran.code, ran.out) == (6, "")
    assert entry.id in ran.err
    newer(stores)
    writing.prune(stores.folder, [entry.id])
    ran = run("replay", receipt)
    assert (ran.code, ran.out) == (6, "")
    assert "no longer available" in ran.err
    assert entry.vintage in ran.err


def changed(document: dict[str, Any], **options: object) -> None:
    question = document["entity"]["trade:question"]
    question["trade:options"] = json.dumps(json.loads(question["trade:options"]) | options)


def called(name: str, document: dict[str, Any]) -> None:
    document["entity"]["trade:answer"]["trade:name"] = name


FORGED: dict[str, tuple[Callable[[dict[str, Any]], object], int, str]] = {
    "another answer": (lambda d: d["entity"]["trade:answer"].update({"trade:sha256": "0" * 64}), 1, ""),
    "another question": (lambda d: changed(d, partner="JP"), 1, ""),
    "a command that is no question": (
        lambda d: d["entity"]["trade:question"].update({"trade:command": "store"}),
        5,
        "no question",
    ),
    "no command": (lambda d: d["entity"]["trade:question"].update({"trade:command": "os"}), 5, "no question"),
    "an option that there is not": (lambda d: changed(d, yes=True), 5, "no question"),
    "a number for a text": (lambda d: changed(d, through=5), 5, "no question"),
    "a text for a list": (lambda d: changed(d, partner=["US"]), 5, "no question"),
    "another layout": (lambda d: d["entity"]["trade:answer"].update({"trade:receipt": "x"}), 5, "no receipt"),
    "no files": (lambda d: d.pop("activity"), 5, "no receipt"),
    "another headline": (lambda d: d["entity"]["trade:answer"].update({"prov:label": "999 billion"}), 1, ""),
    "another vintage": (
        lambda d: d["entity"]["trade:file1"].update({"trade:vintage": "2020-01-01"}),
        1,
        "",
    ),
    "a file left out": (lambda d: d["entity"].pop("trade:file1"), 1, ""),
    "an endless number": (
        lambda d: d["entity"]["trade:answer"].update({"trade:exit_code": math.inf}),
        5,
        "no receipt",
    ),
    "a time of nowhere": (
        lambda d: d["activity"]["trade:answering"].update({"prov:endTime": "2026-01-09T00:00:00"}),
        5,
        "no receipt",
    ),
    **{
        f"a file called {name!r}": (partial(called, name), 5, "no receipt")
        for name in ("", "a\0.csv", "../x.csv")
    },
    "a file that was another": (
        lambda d: d["entity"]["trade:file1"].update({"trade:sha256": "0" * 64}),
        6,
        "another file now",
    ),
}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("case", FORGED)
def test_a_receipt_that_is_not_of_the_answer_is_found_out(case: str, run: Trade) -> None:
    change, code, said = FORGED[case]
    path = ask(run, "surplus.csv", "US", "--receipt")
    receipt = Path(f"{path}.receipt.json")
    document = json.loads(receipt.read_text(encoding="utf-8"))
    change(document)
    receipt.write_text(json.dumps(document), encoding="utf-8")
    before = path.read_bytes()
    ran = run("replay", str(receipt), "--format", "csv")
    assert ran.code == code
    assert said in ran.err
    assert path.read_bytes() == before
    if code == 1:
        assert ran.rows[0]["state"] == "differs" or ran.rows[0]["unlike"] in {"title", "files"}
        assert "999" not in ran.out


PYTHON: dict[str, Callable[[], trade.Answer | trade.Release]] = {
    "series.csv": lambda: trade.surplus(["US", "JP"], months=3),
    "million.txt": lambda: trade.surplus("US", date(2025, 11, 30), as_of=date(2026, 1, 9)).styled(
        "zh", "million", 1
    ),
    "check.json": lambda: trade.check("exports 2025-11: 64.05 bn", "Exports rose 65 % in 2025-11."),
    "cite.bib": lambda: trade.cite("US", "2025-11"),
}


@pytest.mark.usefixtures("here")
def test_what_python_answered_is_answered_again_from_python() -> None:
    for name, ask in PYTHON.items():
        ask().to("table" if name.endswith("txt") else "", name, receipt=True)
    found = trade.replay(*(f"{name}.receipt.json" for name in PYTHON))
    assert (found.exit_code, found.df["state"].unique().to_list()) == (0, ["equal"])
    assert found.df["file_state"].unique().to_list() == ["as written"]
    Path("series.csv").write_text("", encoding="utf-8")
    assert trade.replay("series.csv.receipt.json").exit_code == 1
    with pytest.raises(trade.QueryError, match="has no receipt"):
        trade.sources().to("csv", "sources.csv", receipt=True)
    with pytest.raises(trade.QueryError, match="beside another"):
        trade.surplus().to("csv", receipt=True)
    with pytest.raises(trade.InvalidData, match="no receipt"):
        trade.replay("series.csv")


@pytest.mark.usefixtures("here")
def test_questions_of_a_file_and_entries_of_bibtex_have_receipts_too(run: Trade) -> None:
    questions = (
        '[a]\ncommand = "surplus"\npartner = ["US", "JP"]\noutput = "a.csv"\ncsvw = true\nreceipt = true\n'
        '[b]\ncommand = "check"\ntext = "Exports rose 65 % in 2025-11."\noutput = "b.json"\nreceipt = true\n'
        '[c]\ncommand = "cite"\noutput = "c.bib"\nreceipt = true\n'
    )
    Path("q.toml").write_text(questions, encoding="utf-8")
    assert run("run", "q.toml").code in {0, 1, 3}
    assert Path("a.csv-metadata.json").is_file()
    assert run("cite", "us", "2025-11", "-o", "d.bib", "--receipt").code == 0
    names = ("a.csv", "b.json", "c.bib", "d.bib")
    ran = run("replay", *(f"{name}.receipt.json" for name in names), "--format", "csv")
    assert (ran.code, [row["state"] for row in ran.rows]) == (0, ["equal"] * 4), ran.err


@pytest.mark.usefixtures("here")
def test_a_file_that_was_changed_is_told_apart_from_its_answer(run: Trade) -> None:
    path = ask(run, "surplus.csv", "US", "--receipt")
    path.write_bytes(path.read_bytes().replace(b"TW,", b"KR,", 1))
    ran = run("replay", f"{path}.receipt.json", "--format", "csv")
    assert (ran.code, ran.rows[0]["state"], ran.rows[0]["file_state"]) == (1, "equal", "changed")
    path.unlink()
    ran = run("replay", f"{path}.receipt.json", "--format", "csv")
    assert (ran.code, ran.rows[0]["file_state"]) == (0, "gone")


def test_an_own_table_that_was_changed_is_refused(run: Trade, tmp_path: Path) -> None:
    records = tmp_path / "own.csv"
    lines = [f"2025-{month:02},US,export,{month * 1000}" for month in range(1, 13)]
    records.write_text("\n".join(["month,ctry,ie,usd", *lines]), encoding="utf-8")
    out = tmp_path / "x.csv"
    columns = "period=month,partner=ctry,flow=ie,value=usd"
    asked = ("exports", "--partner", "US", "--reporter", "TW", "--table", str(records), "--columns", columns)
    assert run(*asked, "--output", str(out), "--receipt").code == 0
    assert run("replay", f"{out}.receipt.json").code == 0
    records.write_text(records.read_text(encoding="utf-8").replace("12000", "12001"), encoding="utf-8")
    ran = run("replay", f"{out}.receipt.json")
    assert ran.code == 6
    assert "own.csv" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--receipt",), "beside another"),
        (("--csvw", "--format", "csv"), "beside another"),
        (("--csvw", "-o", "x.json"), "describes a CSV file"),
        (("--datapackage",), "beside another"),
        (("--datapackage", "-o", "x.tsv"), "describes a CSV file"),
        (("--receipt", "-o", "/dev/full", "-f", "csv"), "device or a pipe"),
    ],
)
def test_what_nothing_can_stand_beside_is_refused(
    words: tuple[str, ...], said: str, run: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("surplus", "--partner", "US", *words)
    assert (ran.code, ran.out) in {(2, ""), (6, "")}
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_neither_file_is_written_without_the_other(
    run: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.csv.receipt.json").mkdir()
    Path("x.csv").write_text("before", encoding="utf-8")
    ran = run("surplus", "--partner", "US", "-o", "x.csv", "--receipt")
    assert ran.code == 6
    assert Path("x.csv").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.csv", "x.csv.receipt.json"]


def test_what_came_from_standard_input_cannot_be_asked_again(run: Trade, tmp_path: Path) -> None:
    receipt = tmp_path / "x.csv.receipt.json"
    out = tmp_path / "x.csv"
    assert run("check", "exports 2025-11: 64.05 bn", "-o", str(out), "--receipt").code == 0
    document = json.loads(receipt.read_text(encoding="utf-8"))
    changed(document, claims=["-"])
    receipt.write_text(json.dumps(document), encoding="utf-8")
    ran = run("replay", str(receipt))
    assert ran.code == 2
    assert "standard input" in ran.err


def test_the_first_line_that_differs_is_named() -> None:
    assert first_difference(b"a\nb\nc", b"a\nb\nc\nd") == 4
    assert first_difference(b"", b"a") == 1


def test_every_command_with_the_option_can_be_asked_again() -> None:
    for name in cli.COMMANDS:
        command = getattr(import_module(f"tradecli.commands.{name}"), name)
        assert ("receipt" in signature(command).parameters) == (name in ANSWERED), name
