"""`trade codes`: a code of the Harmonized System in its place, and goods by words."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


def rows(run: Run, text: str) -> list[dict[str, str]]:
    ran = run("codes", text, "--format", "csv")
    assert ran.code == 0, ran.err
    return ran.rows


def test_a_heading_stands_between_its_chapter_and_its_subheadings(run: Run) -> None:
    found = rows(run, "8542")
    assert [(row["level"], row["code"]) for row in found[:4]] == [
        ("section", "16"),
        ("chapter", "85"),
        ("heading", "8542"),
        ("subheading", "854231"),
    ]
    by_code = {row["code"]: row for row in found}
    assert by_code["8542"]["editions"] == "1992-2022"
    assert by_code["8542"]["name_zh"] == "電子積體電路"
    assert by_code["854231"]["editions"] == "2007-2022"
    assert by_code["854231"]["available_from"] == "mof"
    assert by_code["85"]["available_from"] == "census"
    # Replaced in 2007; the tables send its goods to these.
    assert by_code["854221"]["editions"] == "2002"
    assert "854231" in by_code["854221"]["became"].split()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("integrated circuits", {"INTEGRATED_CIRCUITS", "8542", "854239", "854290"}),
        ("積體電路", {"INTEGRATED_CIRCUITS", "8542", "854231"}),
        ("passenger car", {"8703"}),
        ("小客車", {"8703"}),
        ("851712", {"16", "85", "8517", "851712"}),
        ("XVI", {"16", "84", "85"}),
        ("hs:8703", {"17", "87", "8703", "870380"}),
    ],
)
def test_codes_are_found_by_digits_and_by_words(run: Run, text: str, codes: set[str]) -> None:
    assert codes <= {row["code"] for row in rows(run, text)}


def test_a_code_of_no_edition_is_not_found(run: Run) -> None:
    assert run("codes", "854277").code == 3


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_tree_fits(run: Run, monkeypatch: pytest.MonkeyPatch, width: str, lang: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for text in ("8471", "85", "854140"):
        shown = run("codes", text, "--format", "table", "--lang", lang)
        assert shown.code == 0
        for line in shown.out.splitlines():
            wide = sum(1 + ("\u2e80" <= character <= "\uffef") for character in line)
            assert wide <= int(width), line


@pytest.mark.parametrize("form", ["json", "ndjson", "tsv", "markdown", "html"])
def test_every_form_has_it(run: Run, form: str) -> None:
    shown = run("codes", "8542", "--format", form)
    assert shown.code == 0
    assert "Electronic integrated circuits" in shown.out
    if form == "json":
        assert json.loads(shown.out)["schema"] == "trade.codes/1"


@pytest.mark.parametrize("text", ["japan", "日本"])
def test_goods_are_not_found_by_whose_list_they_are_of(run: Run, text: str) -> None:
    assert [(row["type"], row["code"]) for row in rows(run, text)] == [("country", "JP")]
