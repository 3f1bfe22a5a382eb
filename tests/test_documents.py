"""The project's own documents: what they name is there, and the picture's arrows are the house's."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.test_layers import ALLOWED, PACKAGE

ARCHITECTURE = CHECKOUT / "docs" / "explanation" / "architecture.md"
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"`(?:tests/)?(?:\w+/)*(test_\w+\.py)`", page.read_text(encoding="utf-8"))
    there = {path.name for path in (CHECKOUT / "tests").rglob("test_*.py")}
    assert [name for name in named if name not in there] == []


def test_every_arrow_of_the_picture_is_one_of_the_house() -> None:
    arrows = re.findall(r"^ +(\w+) --> (\w+)$", ARCHITECTURE.read_text(encoding="utf-8"), re.M)
    assert len(arrows) > 20
    ends = {
        start: {end for room in ALLOWED if room.split(".")[0] == start for end in ALLOWED[room]}
        for start, _ in arrows
    }
    assert [(start, end) for start, end in arrows if end not in ends[start]] == []


def test_every_room_of_the_table_is_there() -> None:
    rows = re.findall(r"^\| (`.+?) \|", ARCHITECTURE.read_text(encoding="utf-8"), re.M)
    rooms = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert len(rooms) > 15
    assert [name for name in rooms if not list((CHECKOUT / PACKAGE).glob(name.rstrip("/")))] == []


def test_the_changelog_has_days_and_kinds() -> None:
    text = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^### (.+)$", text, re.M)) <= set(KINDS)
    entries = re.findall(r"^- (\S+)", text, re.M)
    assert entries
    for entry in entries:
        date.fromisoformat(entry.rstrip(":"))
