"""What a list of tools says of each: short enough to be sent whole to every agent, and still so."""

from __future__ import annotations

import json
from typing import Any

import fastjsonschema
import pytest

import tradecli as trade
from tradecli.doors import envelope
from tradecli.doors.described import PLAIN
from tradecli.doors.layouts import LAYOUTS, output_schema
from tradecli.language import LANGUAGES

#: Bytes of the list of tools, as docs/how-to/programs.md says; and with every switch.
MOST, MOST_WITH_ALL = 35_000, 42_000


def tool(name: str, lang: str, *, own_tables: bool) -> dict[str, Any]:
    """What is sent of one, but hints that are the same for each."""
    about = envelope.tool(name)
    return {
        "name": name,
        "description": about.summary(lang),
        "inputSchema": about.schema(envelope.leaving(own_tables=own_tables), lang),
        "outputSchema": output_schema(name),
        "annotations": {"readOnlyHint": True, "destructiveHint": False, "openWorldHint": False},
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("own_tables", "most"), [(False, MOST), (True, MOST_WITH_ALL)])
def test_the_list_of_tools_is_short(lang: str, own_tables: bool, most: int) -> None:
    names = [*envelope.TOOLS, *(["fetch"] if own_tables else [])]
    told = [tool(name, lang, own_tables=own_tables) for name in names]
    sent = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(sent) < most
    for one in told:
        for name, argument in one["inputSchema"]["properties"].items():
            assert ("description" in argument) is (name not in PLAIN)


def test_a_list_names_every_column_with_its_type() -> None:
    rows = output_schema("surplus")["properties"]["rows"]["items"]
    keeps = fastjsonschema.compile(rows)
    whole = trade.schema("surplus")["properties"]["rows"]["items"]["properties"]
    assert {"value", "record_missing", "vintage"} <= set(whole)
    for wrong in ({"valeu": 1}, {"value": "1"}, {"flow": None}, {"value_display": 1}, {"value": 1.5}):
        with pytest.raises(fastjsonschema.JsonSchemaException):
            keeps(wrong)
    keeps({"value": None, "flow": "export", "value_display": "64.05", "origins": []})


def test_every_layout_of_a_tool_is_one_that_there_is() -> None:
    for names in LAYOUTS.values():
        assert all(trade.schema(name)["$id"].startswith("trade.") for name in names)
