"""`trade cite`: a citation names who published a figure, and its command prints the figure again."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

import tradecli
from tests.answers.test_explain import ASKED
from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
NEWS = ("cite", "--partner", "US", "--through", "2025-11")


def words(partner: str, flow: str, span: str, month: str, day: str) -> list[str]:
    asked = ["--partner", partner, "--flow", flow, "--span", span, "--through", month]
    return [*asked, *(["--as-of", day] if day else [])]


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_the_command_prints_the_figure_again(run: Trade, asked: tuple[str, ...]) -> None:
    [row] = run("cite", *words(*asked), "--format", "csv").rows
    name, *again = shlex.split(row["command"])
    [figure, *_] = run(*again, "--format", "csv").rows
    assert name == "trade"
    assert (figure["value"], figure["basis"], figure["vintage"]) == (
        row["value"],
        row["basis"],
        row["vintage"],
    )
    assert "--as-of" in again


def test_the_command_keeps_commodity_and_strictness(run: Trade) -> None:
    asked = ("--flow", "export", "--commodity", "hs-section:16", "--as-of", "2026-11-20", "--as-of-strict")
    [row] = run("cite", *asked, "--format", "csv").rows
    again = shlex.split(row["command"])
    assert {"hs-section:16", "2026-11-20", "--as-of-strict"} <= set(again)
    assert run(*again[1:], "--format", "csv").rows[0]["value"] == row["value"]


def test_the_command_names_the_own_table(run: Trade, tmp_path: Path) -> None:
    path = tmp_path / "my records.csv"
    rows = [f"2025-{month:02d},US,E,{month}000" for month in range(1, 13)]
    path.write_text("\n".join(["month,partner,flow,value", *rows]), encoding="utf-8")
    asked = ("--flow", "export", "--through", "2025-11", "--partner", "US", "--table", str(path))
    ran = run("cite", *asked, "--columns", "period=month,complete=2025-12", "--format", "csv")
    [row] = ran.rows
    assert (row["value"], row["licence"], row["publisher"]) == ("66000", "", "")
    again = shlex.split(row["command"])
    assert run(*again[1:], "--format", "csv").rows[0]["value"] == "66000"


def test_the_sentence_names_figure_publisher_and_day(run: Trade) -> None:
    # 131.8 billion, as the ministry said on 2026-01-09.
    [row] = run(*NEWS, "--as-of", "2026-01-09", "--format", "csv").rows
    assert row["sentence"] == (
        "Taiwan's trade surplus with the United States was US$ 131.8 billion in January-November 2025 "
        "(Taiwan Ministry of Finance, release of 2026-01-09, exports FOB, imports CIF)."
    )
    [row] = run(*NEWS, "--as-of", "2026-01-09", "--lang", "zh", "--format", "csv").rows
    assert row["sentence"] == (
        "2025年1-11月臺灣對美國出超1,318億美元（財政部2026-01-09發布，出口FOB、進口CIF）。"
    )


def test_an_inferred_day_and_a_computed_figure_are_told(run: Trade) -> None:
    [row] = run(*NEWS, "--format", "csv").rows
    assert "release of 2026-10-08 (day inferred), exports minus imports" in row["sentence"]
    assert (row["vintage_basis"], row["basis"]) == ("inferred", "difference")


def test_hashes_stand_in_the_order_of_the_files(run: Trade) -> None:
    [row] = run(*NEWS, "--format", "csv").rows
    files, hashes = row["files"].split("; "), row["sha256"].split("; ")
    assert len(files) == 2
    for file, sha in zip(files, hashes, strict=True):
        assert hashlib.sha256((CHECKOUT / "fixtures" / file).read_bytes()).hexdigest() == sha
    assert row["licence"] == "Open Government Data License, version 1.0"


def test_json_keeps_its_schema_and_names_the_files(run: Trade) -> None:
    answer = json.loads(run(*NEWS, "--format", "json").out)
    assert answer["rows"][0]["files"] == "; ".join(entry["file"] for entry in answer["provenance"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_bibtex_is_one_entry_without_open_signs(run: Trade, tmp_path: Path, lang: str) -> None:
    ran = run(*NEWS, "--lang", lang, "--format", "bibtex")
    assert ran.code == 0
    assert re.match(r"@misc\{mof-tw-us-balance-year-to-date-2025-11-20261008,\n", ran.out)
    assert ran.out.count("{") - ran.out.count(r"\{") == ran.out.count("}") - ran.out.count(r"\}")
    bare = [line for line in ran.out.splitlines() if not line.strip().startswith("url = ")]
    assert not re.search(r"(?<!\\)[&%$#_]", "\n".join(bare[1:]))
    file = tmp_path / "trade.bib"
    assert run(*NEWS, "--lang", lang, "-o", str(file)).code == 0
    assert file.read_text(encoding="utf-8") == ran.out
    assert tradecli.cite("US", "2025-11").styled(lang).to("bibtex") == ran.out


def test_a_table_shows_every_part(run: Trade) -> None:
    text = " ".join(run(*NEWS, "--format", "table").out.split())
    for part in (
        "trade surplus",
        "Open Government Data License",
        "2026-10-31",
        "u2010im.csv",
        "trade explain",
    ):
        assert part in text
