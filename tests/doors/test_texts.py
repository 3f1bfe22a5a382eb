"""What an agent may read: each address leads to its text, and the files it is shipped with say what is so."""

from __future__ import annotations

import json
import re

import pytest

import tradecli as trade
from tradecli.doors import texts
from tradecli.doors.envelope import TOOLS
from tradecli.errors import TradeError
from tradecli.language import LANGUAGES


def test_each_text_is_there() -> None:
    found = {one.name: texts.read(one.address) for one in texts.TEXTS}
    assert "FLOW [of COMMODITY]" in found["claims"][1]
    assert [kind for kind, _ in found.values()] == [one.type for one in texts.TEXTS]
    assert "# Method" in found["method"][1]
    assert json.loads(found["sources"][1])["schema"] == "trade.sources/1"
    assert "surplus" in json.loads(found["schemas"][1])["schemas"]


def test_a_schema_and_an_origin_are_read_by_name() -> None:
    assert json.loads(texts.read("trade://schema/surplus")[1]) == trade.schema("surplus")
    answer = trade.surplus("US", "2025-11")
    for entry in answer.sources:
        _, text = texts.read(texts.origin_address(entry["id"]))
        assert json.loads(text) == json.loads(json.dumps(entry))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "trade://orgin/x",
            "trade://origin/",
            "trade://origin/no-such",
            "trade://schema/suplus",
            "trade://",
        ),
        *("file:///etc/passwd", "trade://schema/../../keys", "instructions", "", "trade://method/x"),
    ],
)
def test_another_address_is_refused(address: str) -> None:
    with pytest.raises(TradeError) as refused:
        texts.read(address)
    assert refused.value.hint


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_instructions_name_tools_and_members_that_there_are(lang: str) -> None:
    said = set(re.findall(r"`(\w+)`", texts.instructions(lang), re.ASCII))
    members = {*trade.schema("surplus")["properties"], "value", "_display", "_note", "origins"}
    error = set(trade.schema("error")["properties"]["error"]["properties"])
    words = {
        *("as_of", "made", "since", "cursor"),
        "next_cursor",
        "usage",
        "no_data",
        "cannot_tell",
        "US",
        "Japan",
        "trade",
        "2025",
    }
    assert said - set(TOOLS) - members - error - words == set()


def test_the_instructions_say_the_same_in_chinese() -> None:
    english, chinese = texts.instructions(), texts.instructions("zh")
    assert "估計" in chinese
    for sign in (r"^#+ ", r"^- "):
        assert len(re.findall(sign, english, re.M)) == len(re.findall(sign, chinese, re.M))
    # Part by part the same names, in whatever order.
    for one, other in zip(english.split("\n- "), chinese.split("\n- "), strict=True):
        assert sorted(re.findall("`(.+?)`", one)) == sorted(re.findall("`(.+?)`", other))


def test_prompts_and_sources_are_in_chinese_too() -> None:
    words = texts.prompt("check_text", {"text": "出口{增}", "made": "2026-01-09"}, "zh")
    assert words.startswith("請以工具`check`查核下列文章（made: 2026-01-09）。")
    assert words.endswith("\n\n出口{增}")
    assert json.loads(texts.read("trade://sources", "zh")[1])["title"] == trade.sources().styled("zh").title


def test_a_prompt_is_worded_with_what_it_is_given() -> None:
    words = texts.prompt("check_text", {"text": "Exports {rose}.", "made": "2026-01-09"})
    assert "`check` (made: 2026-01-09)." in words
    assert words.endswith("\n\nExports {rose}.")
    assert "`brief` (partner: US)." in texts.prompt("brief", {"partner": "US"})
    assert "`brief` (partner: US, through: 2025-11)." in texts.prompt(
        "brief", {"partner": "US", "through": "2025-11"}
    )
    # A word for nothing would be asked for as a partner.
    assert "`brief`." in texts.prompt("brief", {"partner": "", "through": ""})


@pytest.mark.parametrize(
    ("name", "arguments"), [("chek_text", {}), ("check_text", {}), ("brief", {"parnter": "US"})]
)
def test_a_prompt_that_is_none_or_lacks_something_is_refused(name: str, arguments: dict[str, str]) -> None:
    with pytest.raises(TradeError) as refused:
        texts.prompt(name, arguments)
    assert refused.value.candidates
