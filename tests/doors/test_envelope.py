"""What an agent is given: the shell's answer in pages, errors as objects, arguments checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import fastjsonschema
import pytest

from tests.conftest import Ran
from tests.doors.test_asking import SAME
from tradecli.doors import envelope
from tradecli.doors.described import OWN_TABLE, described
from tradecli.doors.envelope import ROWS, TOOLS, Result, call
from tradecli.doors.layouts import output_schema

Trade = Callable[..., Ran]
PAGED = {"row_count", "next_cursor"}
KEEPS = {name: fastjsonschema.compile(output_schema(name)) for name in TOOLS}
#: A question for each tool, with the options that ask it in a shell.
ASKED: Mapping[str, tuple[str, dict[str, Any], str]] = {
    **{
        name: (words.split()[0], values, words)
        for name, (values, words) in SAME.items()
        if words.split()[0] in TOOLS
    },
    "a claim": ("check", {"claims": ["exports 2025-11: 64.05 bn"]}, "check|exports 2025-11: 64.05 bn"),
    "corrections": (
        "check",
        {"text": "Taiwan's exports rose 65 percent in November 2025.", "corrections": True},
        "check|Taiwan's exports rose 65 percent in November 2025.|--corrections",
    ),
}


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """As it is sent."""
    found: dict[str, Any] = json.loads(json.dumps(values, allow_nan=False))
    return found


def refused(found: Result) -> dict[str, Any]:
    assert found.failed
    assert set(found.values) == {"error"}
    error: dict[str, Any] = found.values["error"]
    assert found.text.startswith(f"{error['kind']}: {error['message']}")
    return error


def test_there_is_a_tool_for_each_question_asked_of_it() -> None:
    named = (
        "surplus exports imports records drivers partners mirror revisions check brief codes sources explain"
    )
    assert set(named.split()) <= set(TOOLS)
    assert not {"fetch", "store", "table", "batch", "mcp"} & set(TOOLS)
    assert {name for name, _, _ in ASKED.values()} == set(TOOLS) - {"brief"}


@pytest.mark.parametrize("name", ASKED)
def test_its_values_are_the_json_of_the_shell_and_keep_its_schema(run: Trade, name: str) -> None:
    tool, values, words = ASKED[name]
    found = plain(call(tool, {**values, "page_size": 1_000}).values)
    KEEPS[tool](found)
    shell = json.loads(run(*(words.split("|") if "|" in words else words.split()), "--format", "json").out)
    assert found["row_count"] == len(shell["rows"])
    assert found["next_cursor"] is None or found["row_count"] > 1_000
    assert {key: part for key, part in found.items() if key not in PAGED | {"rows"}} == {
        key: part for key, part in shell.items() if key != "rows"
    }
    assert found["rows"] == shell["rows"][:1_000]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_names_all_that_it_takes_and_nothing_else(tool: str) -> None:
    about = envelope.tool(tool)
    schema = about.schema(envelope.leaving(own_tables=False))
    assert schema["additionalProperties"] is False
    assert not set(OWN_TABLE) & set(schema["properties"])
    assert {"table"} & set(about.arguments) == {"table"} & set(described(tool).arguments)
    error = refused(call(tool, {"parnter": "US"}))
    assert (error["kind"], "'parnter'" in error["message"]) == ("usage", True)
    if "partner" in about.arguments:
        assert error["candidates"] == ["partner"]


def test_the_text_says_what_a_person_reads_and_what_it_rests_on() -> None:
    found = call("surplus", {"partner": "US", "through": "2025-11"})
    # The headline and the balance of January to November 2025 as published on 2026-10-08.
    assert found.text.startswith("## Taiwan's trade surplus with the United States, January-November 2025\n")
    assert "| balance | 131.03 | 58.49 | +72.54 | +124.0 % | 64.70 |" in found.text
    assert found.text.splitlines()[-1].startswith("origins: mof-")
    assert len(found.text) < 3_000


def test_a_release_is_its_text() -> None:
    found = call("brief", {"partner": "US", "through": "2025-11"})
    KEEPS["brief"](plain(found.values))
    assert found.text == found.values["markdown"]
    assert "24.42" in found.text
    told = {(row["chapter"], row["flow"], row["span"]): row for row in found.values["rows"]}
    # As published by the vintage of 2026-10-08.
    assert told["surplus", "export", "month"]["value"] == 24_420_124_000
    assert set(told["surplus", "export", "month"]["origins"]) <= {
        one["id"] for one in found.values["provenance"]
    }
    assert {"surplus", "records", "mirror"} <= {chapter for chapter, _, _ in told}
    page = call("brief", {"partner": "US", "through": "2025-11", "page_size": 2}).values
    assert (len(page["rows"]), page["row_count"]) == (2, len(found.values["rows"]))


def test_rows_come_in_pages_that_make_the_whole() -> None:
    asked = {"through": "2025-11", "months": 30}
    whole = call("exports", asked).values
    rows: list[object] = []
    cursor, texts = "", []
    for _ in range(5):
        more = {"cursor": cursor} if cursor else {}
        page = call("exports", {**asked, **more, "page_size": 7})
        KEEPS["exports"](plain(page.values))
        assert page.values["row_count"] == 30
        rows += page.values["rows"]
        texts.append(page.text)
        cursor = page.values["next_cursor"] or ""
    assert (cursor, rows) == ("", whole["rows"])
    # Who reads no values is told how to go on, and reads the rows of later pages.
    assert "next_cursor: 7." in texts[0]
    assert '"period": "2025-11"' in texts[-1]
    assert len(call("codes", {}).values["rows"]) == ROWS


def test_a_cursor_goes_with_its_question_and_its_figures_alone() -> None:
    asked = {"through": "2025-11", "months": 30, "page_size": 7}
    cursor = call("exports", asked).values["next_cursor"]
    for other in ({**asked, "months": 29}, {**asked, "partner": "US"}, {**asked, "as_of": "2026-01-09"}):
        assert "cursor" in refused(call("exports", {**other, "cursor": cursor}))["message"]
    assert "cursor" in refused(call("imports", {**asked, "cursor": cursor}))["message"]
    for broken in ("7", "x", f"9{cursor}", f"-{cursor}", cursor[:-1], "٣." + cursor.split(".")[1]):
        assert refused(call("exports", {**asked, "cursor": broken}))["kind"] == "usage"


@pytest.mark.parametrize("size", [0, -1, 1_001, 10**30, 1.5, "7", None])
def test_a_page_has_some_rows(size: object) -> None:
    assert refused(call("exports", {"page_size": size}))["kind"] == "usage"


REFUSED: dict[str, tuple[str, dict[str, Any], str, dict[str, Any]]] = {
    # As the shell's own errors say it: docs/how-to/scripts.md shows the first.
    "not released": (
        "surplus",
        {"partner": "US", "through": "2026-11"},
        "no_data",
        {"newest_month": "2026-08"},
    ),
    "a number of two": ("surplus", {"partner": "156"}, "usage", {"candidates": ["CN", "CA"]}),
    "nobody": ("records", {"partner": "Germny"}, "no_data", {}),
    "no claim": ("check", {}, "usage", {}),
    "a file": ("surplus", {"table": "/etc/passwd"}, "usage", {}),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_error_is_an_answer_with_what_can_be_done(name: str, lang: str) -> None:
    tool, values, kind, says = REFUSED[name]
    error = refused(call(tool, values, envelope.leaving(own_tables=False), lang))
    assert error["kind"] == kind
    assert {key: error[key] for key in says} == says
    assert any("一" <= sign <= "鿿" for sign in error["message"]) is (lang == "zh")
    KEEPS[tool]({"error": error})


def test_an_error_nobody_foresaw_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nobody foresaw it")

    monkeypatch.setattr("tradecli.holdings.codes", fails)
    monkeypatch.setattr("tradecli.codes", fails, raising=False)
    assert refused(call("codes", {}))["kind"] == "internal"
