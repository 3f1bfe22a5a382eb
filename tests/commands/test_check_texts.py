"""`trade check` of texts: what is handed over, in every way, and what comes out of it in every form."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
ARTICLE = CHECKOUT / "docs" / "examples" / "article.txt"
#: Figures of the ministry's release of 2025-12-09; at its end October's exports, 61.80, are given as 81.80.
TEXT = (
    "TAIPEI, Dec. 9, 2025 -- Taiwan's exports rose 56.0% from a year earlier to US$64.05 billion in "
    "November, a monthly record. Exports are forecast to reach US$60 billion in December.\n\n"
    "Taiwan's exports in October 2025 came to US$81.80 billion.\n"
)
VERDICTS = ["as_stated", "true_when_published", "true_when_published", "no_claim", "false"]


def verdicts(ran: Ran) -> list[str]:
    return [row["verdict"] for row in ran.rows]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        (
            "a.md",
            "# Exports\n\n"
            + TEXT.replace("56.0%", "**56.0%**").replace("US$81.80", "[US$81.80](https://x.org)"),
        ),
        (
            "a.html",
            f"<html><body><nav>9%</nav><p>{TEXT.replace('56.0%', '<b>56.0</b>&#37;')}</p></body></html>",
        ),
        ("no suffix", TEXT),
    ],
)
def test_a_file(trade: Trade, tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    ran = trade("check", str(path), "--format", "csv")
    assert ran.code == 1
    assert verdicts(ran) == VERDICTS
    for row in ran.rows:
        printed = content[int(row["start"]) : int(row["end"])]
        assert re.sub(r"<[^>]*>|\*|[\[\]]|\(http[^)]*\)", "", printed).replace("&#37;", "%") == row["text"]
    assert {row["file"] for row in ran.rows} == {str(path)}


def test_standard_input_and_several_files(
    trade: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.txt"
    path.write_text("# date: 2025-11-07\n10月出口618億美元，年增49.7%。\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    ran = trade("check", "-", str(path), "--format", "csv")
    assert verdicts(ran)[:5] == VERDICTS
    assert [(row["file"], row["number"], row["made"]) for row in ran.rows][-2:] == [
        (str(path), "5", "2025-11-07"),
        (str(path), "6", "2025-11-07"),
    ]


def test_a_sentence(trade: Trade) -> None:
    ran = trade(
        "check",
        "Taiwan's exports rose 56 percent in November 2025",
        "--made",
        "2025-12-09",
        "--format",
        "csv",
    )
    assert (ran.code, verdicts(ran)) == (0, ["true"])


def test_claims_in_a_text_and_beside_one(trade: Trade, tmp_path: Path) -> None:
    line = "exports 2025-11: 64.05 bn, +99.0 % y/y @ 2025-12-09"
    path = tmp_path / "c.txt"
    path.write_text(f"{TEXT}\nIn short:\n{line}\n", encoding="utf-8")
    ran = trade("check", str(path), "--format", "csv")
    assert verdicts(ran) == [*VERDICTS, "true_when_published", "false"]
    tables = tmp_path / "d.toml"
    tables.write_text('[[claim]]\nflow = "exports"\nperiod = "2025-11"\nlevel = 64.04\n', encoding="utf-8")
    assert verdicts(trade("check", str(tables), TEXT, "--format", "csv")) == ["true", *VERDICTS]
    # Claims alone are answered as they always were.
    assert json.loads(trade("check", line, "--format", "json").out)["schema"] == "trade.check/1"


def test_the_day_of_claims(trade: Trade) -> None:
    ran = trade("check", "exports 2025-11: 64.05 bn", "--made", "2025-12-09", "--format", "csv")
    assert verdicts(ran) == ["true_when_published"]


@pytest.mark.parametrize(
    ("word", "error", "hint"),
    [
        ("https://example.org/a.html", "is an address", "save the page"),
        ("nowhere.txt", "No such file", "trade check --help"),
        ("nowhere", "No such file", "trade check --help"),
        (str(CHECKOUT), "Is a directory", "trade check --help"),
    ],
)
def test_what_cannot_be_read(trade: Trade, word: str, error: str, hint: str) -> None:
    ran = trade("check", word)
    assert (ran.code, ran.out) == (2, "")
    assert error in ran.err
    assert hint in ran.err


def test_bytes_that_are_no_text(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n\x00\xff")
    ran = trade("check", str(path))
    assert ran.code == 2
    assert "a.pdf is no text" in ran.err


def test_a_text_that_says_nothing_of_trade(trade: Trade) -> None:
    ran = trade("check", "The weather was fine.", "--format", "table")
    assert ran.code == 3
    assert "no statement about trade" in ran.out


def test_a_day_that_has_to_be_assumed_is_said_and_makes_nothing_false(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Taiwan's exports in November came to US$46.04 billion.", encoding="utf-8")
    ran = trade("check", str(path), "--format", "json")
    answer = json.loads(ran.out)
    assert "--made" in answer["notes"][0]["text"]
    assert [row["verdict"] for row in answer["rows"]] == ["cannot_tell"]
    path.write_text("Taiwan's exports in November 2025 came to US$46.04 billion.", encoding="utf-8")
    assert trade("check", str(path), "--format", "csv").code == 1


def test_how_a_statement_was_read(trade: Trade) -> None:
    ran = trade("check", TEXT, "--explain", "4", "--format", "csv")
    slots = {row["slot"]: (row["value"], row["evidence"]) for row in ran.rows}
    assert slots["period"] == ("month 2025-10", "explicit")
    assert slots["flow"] == ("export", "explicit")
    ran = trade("check", TEXT, "--explain", "40")
    assert (ran.code, "there is no statement 40" in ran.err) == (2, True)


def test_corrections(trade: Trade) -> None:
    ran = trade("check", TEXT, "--corrections", "--format", "csv")
    [row] = ran.rows
    assert row["corrected"] == "Taiwan's exports in October 2025 came to US$61.80 billion."
    ran = trade(
        "check", "# date: 2025-11-07\n10月出口681億美元，年增49.7%。", "--corrections", "--format", "csv"
    )
    assert [row["right"] for row in ran.rows] == ["618億美元"]


def test_markdown_has_a_footnote_a_statement(trade: Trade) -> None:
    text = trade("check", TEXT, "--format", "markdown").out
    assert "**US$64.05 billion**[^2]" in text
    assert re.findall(r"^\[\^(\d)\]: (\S)", text, re.MULTILINE) == [
        ("1", "✓"),
        ("2", "✓"),
        ("3", "✓"),
        ("4", "✗"),
    ]
    assert "mof/2025-12-09/press.csv" in text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "4 statements: 2 true when published, 1 as stated, 1 false; 1 number is no trade statement"),
        ("zh", "4項說法：2項發布時屬實、1項發布機關如此載明、1項不實；1個數字不是貿易說法"),
    ],
)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_terminal(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, lang: str, said: str, width: int
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(width))
    out = trade("check", TEXT, "--format", "table", "--lang", lang).out
    assert said in out.replace("\n", " ") or said in out.replace("\n", "")
    lines = out.split(said[:12])[0].splitlines()[1:]
    assert max(map(cell_len, lines)) <= width
    # What is underlined stands below the words, and its verdict in the margin of a line.
    under = "".join(
        above[place]
        for above, below in pairwise(lines)
        for place, sign in enumerate(below)
        if sign == "^" and place < len(above)
    )
    for printed in ("56.0%", "64.05", "record", "81.80"):
        assert printed in under
    assert len(re.findall(r"[✓✗?≈] \d+ \S", "\n".join(lines))) == 4


def test_every_other_form_holds_the_same_rows(trade: Trade, tmp_path: Path) -> None:
    import polars as pl

    path = tmp_path / "a.parquet"
    assert trade("check", TEXT, "-o", str(path)).code == 1
    assert pl.read_parquet(path)["verdict"].to_list() == VERDICTS
    assert trade("check", TEXT, "--format", "ndjson").out.count('"kind": "claim"') == 4
