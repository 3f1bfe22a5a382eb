"""A release as a Word file: opened with python-docx, its values read from its tables and paragraphs."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

import tradecli
from tests.conftest import Ran

Trade = Callable[..., Ran]
NOVEMBER = ("brief", "--partner", "US", "--through", "2025-11")


def opened(lang: str = "en", **asked: Any) -> Any:
    content = tradecli.brief("US", "2025-11", **asked).styled(lang).to("docx")
    assert isinstance(content, bytes)
    return docx.Document(io.BytesIO(content))


def headings(file: Any) -> list[str]:
    return [one.text for one in file.paragraphs if one.style.name == "Heading 1"]


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_title_headings_and_order() -> None:
    file = opened()
    title, subtitle = file.paragraphs[:2]
    assert (title.style.name, subtitle.style.name) == ("Title", "Subtitle")
    assert title.text.startswith("Taiwan's exports to the United States hit US$ 24.42 billion")
    assert headings(file) == [
        *("Exports", "Imports", "Balance", "Other records", "The partner's own figures", "Notes on method"),
        *("Sources", headings(file)[-1]),
    ]
    assert headings(file)[-1].startswith("Trace of ")
    assert file.core_properties.title == title.text


def test_the_values_of_the_first_table() -> None:
    """Hand-rounded from the ministry's tables of October 2026: 24,420,124 and 176,018,771 thousand US$."""
    rows = cells(opened().tables[0])
    assert rows[0] == ["", "Nov 2025", "y/y", "Jan-Nov 2025", "y/y"]
    assert [row[1:] for row in rows[1:]] == [
        ["24.42", "+182.3 %", "176.02", "+73.4 %"],
        ["4.54", "+49.2 %", "44.99", "+4.6 %"],
        ["19.88", "+254.4 %", "131.03", "+124.0 %"],
    ]
    assert [row[0].split(" ")[0] for row in rows[1:]] == ["Exports", "Imports", "Balance"]


def test_the_trace_holds_every_digit() -> None:
    rows = cells(opened().tables[-1])
    assert rows[0] == ["figure", "US$", "basis", "vintage", "source"]
    found = {row[0]: row[1:3] for row in rows[1:] if row[3] == "2026-10-08"}
    assert found["Taiwan exports, United States, Nov 2025"] == ["24,420,124,000", "published"]
    assert found["Taiwan balance, United States, Jan-Nov 2025"] == [
        "131,027,476,000",
        "exports minus imports",
    ]
    assert all(Decimal(row[1].replace(",", "")) for row in rows[1:])


def test_footnotes_are_raised_and_listed() -> None:
    file = opened()
    raised = [run.text for one in file.paragraphs for run in one.runs if run.font.superscript]
    numbers = {int(n) for text in raised for n in re.findall(r"\d+", text)}
    listed = [one.text for one in file.paragraphs if one.text.startswith("[")]
    assert [text.partition("]")[0] for text in listed] == [f"[{n}" for n in range(1, len(listed) + 1)]
    assert numbers <= set(range(1, len(listed) + 1))
    assert all("vintage" in text for text in listed)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_chinese_has_a_font_of_its_own(lang: str) -> None:
    file = opened(lang)
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        fonts = file.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft JhengHei"
        assert fonts.get(qn("w:eastAsiaTheme")) is None
    assert file.core_properties.language == {"en": "en", "zh": "zh-TW"}[lang]


def test_chinese() -> None:
    file = opened("zh")
    assert file.paragraphs[0].text == "臺灣2025年11月對美國出口244.20億美元，年增182.3%，創當時歷年單月新高"
    assert cells(file.tables[0])[3][1:] == ["198.85", "+254.4%", "1,310.27", "+124.0%"]
    assert headings(file)[:3] == ["出口", "進口", "出入超"]


def test_the_picture_is_there_and_told_in_words() -> None:
    file = opened()
    assert len(file.inline_shapes) == 1
    [described] = file.element.body.findall(f".//{qn('wp:docPr')}")
    assert "19.88" in described.get("descr")


def test_without_the_extra_for_pictures_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    file = opened()
    assert len(file.inline_shapes) == 0
    told = "\n".join(one.text for one in file.paragraphs)
    assert "trade chart --partner US --through 2025-11 --output chart.svg" in told
    assert "pip install 'tradecli[charts]'" in told


def test_without_its_own_extra_it_is_refused(
    trade: Trade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    path = tmp_path / "november.docx"
    ran = trade(*NOVEMBER, "--output", str(path))
    assert (ran.code, path.exists()) == (2, False)
    assert "tradecli[docx]" in ran.err


def test_it_is_written_to_a_file(trade: Trade, tmp_path: Path) -> None:
    path = tmp_path / "november.docx"
    ran = trade(*NOVEMBER, "--output", str(path))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert docx.Document(str(path)).tables
