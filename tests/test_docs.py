"""What the pages of docs/ show is what happens: every Python block is run, every name is there."""

from __future__ import annotations

import doctest
import re

import pytest

import tradecli as trade
from tests.conftest import CHECKOUT

API = CHECKOUT / "docs" / "api.md"


def test_the_examples_of_the_api_are_true() -> None:
    text = API.read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    found = doctest.DocTestParser().get_doctest("".join(blocks), {}, "docs/api.md", str(API), 0)
    assert len(found.examples) > 20
    said: list[str] = []
    ran = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(found, out=said.append)
    assert ran.failed == 0, "".join(said)


def test_the_page_of_the_api_names_every_public_name() -> None:
    text = API.read_text(encoding="utf-8")
    described_by_their_values = {
        "When",
        "Scope",
        "Source",
        "Table",
        "Answer",
        "Chart",
        "Citation",
        "Release",
        "Finding",
        "Note",
    }
    names = set(trade.__all__) - described_by_their_values - {"__version__"}
    assert [name for name in sorted(names) if f"`{name}" not in text] == []


@pytest.mark.parametrize("page", sorted((CHECKOUT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: object) -> None:
    path = CHECKOUT / "docs" / str(getattr(page, "name", ""))
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
