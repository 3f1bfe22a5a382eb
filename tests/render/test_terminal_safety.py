"""Text that would steer a terminal: 44 payloads, each through every output, with pyte as the screen."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pyte
import pytest

from tests.conftest import Ran
from tests.render.made_up import report
from tradecli.catalogue.style import Style
from tradecli.model.document import of_report
from tradecli.model.report import Statement
from tradecli.render import clean as cleaning
from tradecli.render.delimited import delimited
from tradecli.render.markdown import markdown
from tradecli.render.table import table

PAYLOADS = {
    # CSI
    "red": "\x1b[31mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H",
    "cursor up": "\x1b[3Aup",
    "erase line": "\x1b[2Kgone",
    "hide cursor": "\x1b[?25l",
    "alternate screen": "\x1b[?1049h",
    "report position": "\x1b[6n",
    "insert lines": "\x1b[5L",
    "scroll region": "\x1b[1;2r",
    "bracketed paste": "\x1b[?2004h",
    # OSC
    "title": "\x1b]0;owned\x07",
    "title, ended by ST": "\x1b]2;owned\x1b\\",
    "link": "\x1b]8;;https://x.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "palette": "\x1b]4;1;rgb:00/00/00\x07",
    "notification": "\x1b]9;hello\x07",
    # Other sequences
    "DCS": "\x1bP1$r0m\x1b\\",
    "APC": "\x1b_command\x1b\\",
    "PM": "\x1b^private\x1b\\",
    "SOS": "\x1bXstring\x1b\\",
    "reset": "\x1bc",
    "character set": "\x1b(0lqqk",
    "lone escape": "end\x1b",
    # C1
    "C1 CSI": "\x9b31mred",
    "C1 OSC": "\x9d0;owned\x9c",
    "C1 DCS": "\x90q\x9c",
    "C1 next line": "a\x85b",
    # Overwriting
    "carriage return": "100\r999",
    "backspace": "100\b\b\b999",
    "vertical tab": "a\x0bb",
    "form feed": "a\x0cb",
    "bell": "a\x07b",
    "NUL": "a\x00b",
    "DEL": "a\x7fb",
    "shift out": "a\x0eb",
    "tab": "a\tb",
    # Direction and width
    "override": "\u202eSU\u202c",
    "isolate": "\u2066abc\u2069",
    "marks": "a\u200e\u200f\u061cb",
    "zero width": "a\u200b\u200c\u200d\ufeffb",
    "line separator": "a\u2028b\u2029c",
    # Markup of rich
    "markup": "[bold red]loud[/bold red]",
    "markup that does not close": "HS [/85] [link=https://x.example]y",
    "emoji code": ":smile: :warning:",
}
BAD = {
    *(chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))),
    *"\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\ufeff",
    *(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}


def test_there_are_44_payloads() -> None:
    assert len(set(PAYLOADS.values())) == 44


def screen(text: str, columns: int = 200, lines: int = 30) -> pyte.Screen:
    """What a terminal shows after the text."""
    shown = pyte.Screen(columns, lines)
    pyte.Stream(shown).feed(text.replace("\n", "\r\n"))
    return shown


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_table_shows_it_and_stays_in_line(name: str) -> None:
    title = Statement("column", {"name": PAYLOADS[name]})
    nasty = report((PAYLOADS[name], "DE", "FR"), title=title)
    text = table(nasty, Style(), width=200, colour=False)
    assert not BAD & set(text), ascii(text)
    shown = screen(text)
    assert shown.title == ""
    assert not {char.fg for row in shown.buffer.values() for char in row.values()} - {"default"}
    lines = [line.rstrip() for line in shown.display]
    assert lines[: len(text.splitlines())] == text.splitlines()
    # Every figure of the column stands where its header ends.
    rows = [line for line in lines if "+10.0 %" in line]
    assert {line.index("+10.0 %") for line in rows} == {rows[0].index("+10.0 %")}
    assert len(rows) == 3


@pytest.mark.parametrize("name", PAYLOADS)
def test_an_error_shows_it_in_one_line(trade: Callable[..., Ran], name: str) -> None:
    ran = trade("surplus", "--partner", f"zz{PAYLOADS[name]}")
    assert (ran.code, ran.out) == (3, "")
    assert not BAD & set(ran.err), ascii(ran.err)
    assert len(ran.err.splitlines()) == 2
    assert screen(ran.err).title == ""


@pytest.mark.parametrize("name", PAYLOADS)
def test_csv_and_markdown_carry_nothing_that_steers(name: str) -> None:
    asked = report((PAYLOADS[name], "DE", "FR"), notes=[Statement("column", {"name": PAYLOADS[name]})])
    text = delimited(asked, Style())
    assert not BAD & set(text), ascii(text)
    assert [len(row) for row in csv.reader(io.StringIO(text))] == [7] * 4
    document = markdown(of_report(asked), Style())
    assert not BAD & set(document), ascii(document)
    assert document.count("+10.0 %") == 3


def test_markup_and_emoji_codes_are_literal() -> None:
    texts = (PAYLOADS["markup"], PAYLOADS["markup that does not close"], PAYLOADS["emoji code"])
    text = table(report(texts), Style(), width=200, colour=True)
    assert all(literal in text for literal in texts)


def test_the_check_sees_what_steers() -> None:
    assert BAD & set(PAYLOADS["red"])
    assert screen(PAYLOADS["title"]).title == "owned"
    assert screen("100\r999").display[0].startswith("999")


def test_no_character_that_is_shown_as_an_escape_counts_as_printable() -> None:
    # A text that is printable throughout is not looked at any further.
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    assert re.search(cleaning._CONTROLS, printable) is None
    assert cleaning.clean("日本\u200b\ufeff\U000e0041") == r"日本\u200b\ufeff\U000e0041"
