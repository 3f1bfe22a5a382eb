"""README and the pages of docs/: what they show is run, what they link to is there, nothing is left out."""

from __future__ import annotations

import re
import runpy
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

import tradecli as trade
from tests.conftest import CHECKOUT, Ran
from tests.readme import PICTURE, README, documents, examples, pictures
from tests.reference import NOTE_CODES, VARIABLES
from tradecli.cli import COMMANDS

DOCS = CHECKOUT / "docs"
NAVIGATION = runpy.run_path(str(DOCS / "conf.py"))["NAVIGATION"]
#: What a tutorial may hold besides what is run.
SHOWN_ONLY = {"text"}
SETTINGS = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")


def blocks(text: str) -> list[tuple[str, str]]:
    """The blocks of code: language and content."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)


def anchors(path: Path) -> set[str]:
    """The anchors of a page, as its headings make them."""
    prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    heads = re.findall(r"^#+ (.+)$", prose, re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_readme_is_a_screen_and_a_half() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 110


def test_its_first_two_blocks_of_commands_install_and_test() -> None:
    first, second = (
        text for language, text in blocks(README.read_text(encoding="utf-8")) if language == "sh"
    )
    assert "install -q --no-compile -e ." in first
    assert "trade surplus --partner US --through 2025-11" in first
    assert '".[test]"' in second
    assert second.rstrip().endswith("-m pytest -q -n auto")


SEVEN = re.search(r"^\| question \| command \|\n.+?\n((?:\|.+\n)+)", README.read_text(encoding="utf-8"), re.M)
ASKED = [
    command
    for row in (SEVEN[1] if SEVEN else "").splitlines()
    for command in re.findall(r"`(trade .+?)`", row)
]


def test_readme_asks_seven_questions() -> None:
    assert SEVEN
    assert len(SEVEN[1].splitlines()) == 7


@pytest.mark.parametrize("command", ASKED)
def test_each_of_its_questions_is_answered(
    command: str, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    ran = run(*shlex.split(command)[1:])
    assert ran.code == 0, ran.err
    assert ran.out


def test_the_first_page_names_every_command() -> None:
    text = (DOCS / "index.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}`" not in text] == []


def test_every_page_is_in_the_navigation_and_linked_from_readme() -> None:
    pages = {str(path.relative_to(DOCS).with_suffix("")) for path in documents()[1:]}
    listed = [page for group in NAVIGATION.values() for page in group]
    assert sorted([*listed, "index"]) == sorted(pages)
    linked = re.findall(r"\]\(docs/(.+?)\.md\)", README.read_text(encoding="utf-8"))
    assert pages - set(linked) == set()


@pytest.mark.parametrize("path", sorted((DOCS / "tutorials").glob("*.md")), ids=lambda path: path.name)
def test_all_code_of_a_tutorial_is_run(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for language, block in blocks(text):
        assert language in {"console", "python"} | SHOWN_ONLY
        assert language != "python" or block.startswith(">>> ")
    assert len(examples(text)) >= 5


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_links_lead_to_pages_and_headings(path: Path) -> None:
    for link, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", path.read_text("utf-8")):
        target = path.parent / link if link else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), f"{link}#{anchor}"


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_each_picture_is_what_its_command_draws(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"!\[", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))) == len(
        PICTURE.findall(text)
    )
    for place, drawn in pictures(path, tmp_path).items():
        assert place.read_text(encoding="utf-8") == drawn, f"{place}: run python -m tests.readme"


def test_readme_has_a_picture() -> None:
    assert len(PICTURE.findall(README.read_text(encoding="utf-8"))) == 1


def test_the_reference_names_every_public_name() -> None:
    heads = anchors(DOCS / "reference" / "python.md")
    assert {name.lower() for name in trade.__all__ if name != "__version__"} <= heads


def test_every_variable_of_the_environment_is_explained() -> None:
    named: set[str] = set()
    for path in (CHECKOUT / "tradecli").rglob("*.py"):
        named.update(re.findall(r'"(TRADE_[A-Z_]*[A-Z])"', path.read_text(encoding="utf-8")))
    assert {"TRADE_DATA_DIR", "TRADE_STRICT", "TRADE_TIMEOUT"} <= named
    assert [name for name in sorted(named) if f"`{name}`" not in SETTINGS] == []
    assert [name for name in VARIABLES if f"`{name}`" not in SETTINGS] == []


def test_every_code_in_a_column_is_explained() -> None:
    answers = [
        trade.surplus("US", "2025-11", as_of="2026-01-09"),
        trade.surplus("CN", "2026-08"),
        trade.exports("US", "2026-08", months=300),
        trade.drivers(through="2025-11", flow="balance"),
        trade.partners("2025-11", by="growth"),
    ]
    found = {
        note
        for answer in answers
        for name in answer.df.columns
        if name.endswith("_note")
        for note in answer.df[name].drop_nulls().to_list()
    }
    assert {"missing", "sign_change"} <= found
    assert {re.sub(r"\(\d+ of \d+\)", "(k of n)", note) for note in found} <= set(NOTE_CODES)
