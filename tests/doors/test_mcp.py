"""The door for agents, by the SDK's own client over standard input and output, and over HTTP."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest

import tradecli as trade
from tests.conftest import CHECKOUT, Ran

Trade = Callable[..., Ran]
pytest.importorskip("mcp", reason="the protocol of agents is an extra: pip install 'tradecli[mcp]'")

import anyio  # noqa: E402
import httpx  # noqa: E402
from mcp import MCPError  # noqa: E402
from mcp.client.client import Client  # noqa: E402
from mcp.client.stdio import StdioServerParameters, stdio_client  # noqa: E402

from tradecli.doors.mcp import Allowed, server  # noqa: E402

#: No figures fetched on this machine, no setting of its.
SETTINGS = {
    "TRADE_DATA_DIR": "/nowhere/tradecli",
    "TRADE_CONFIG_DIR": "/nowhere/tradecli",
    "PYTHONPATH": str(CHECKOUT),
    "PYTHONUTF8": "1",
}
SERVER = [sys.executable, "-m", "tradecli", "mcp"]
ASKED = {"partner": "US", "through": "2025-11"}
HELLO = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


class Line:
    """A line that is no message, sent as one."""

    def __init__(self, text: str) -> None:
        self.message, self._text, self.metadata = self, text, None

    def model_dump_json(self, **_: object) -> str:
        return self._text


class Wire:
    """The way to a server, by which lines that are no messages go too."""

    writing: Any

    @asynccontextmanager
    async def opened(self, *options: str) -> AsyncIterator[tuple[Any, Any]]:
        command, *words = [*SERVER, *options]
        asked = StdioServerParameters(command=command, args=words, env=SETTINGS, cwd=CHECKOUT)
        async with stdio_client(asked) as (reading, self.writing):
            yield reading, self.writing

    async def say(self, text: str) -> None:
        await self.writing.send(Line(text))


def agent(session: Callable[[Client, Wire], Any], *options: str) -> None:
    """Run a session of an agent."""

    async def begun() -> None:
        wire = Wire()
        with anyio.fail_after(120):
            async with Client(wire.opened(*options)) as client:
                await session(client, wire)

    anyio.run(begun)


def error(found: Any) -> dict[str, Any]:
    assert found.is_error
    said: dict[str, Any] = found.structured_content["error"]
    return said


class InProcess:
    """A door that answers in this process, as it is described in a language."""

    def __init__(self, lang: str) -> None:
        self.door = server(Allowed(fetch=True, own_tables=True), lang)

    async def told(self) -> list[str]:
        """All that an agent reads before it asks."""
        async with Client(self.door) as client:
            tools = (await client.list_tools()).tools
            prompts = (await client.list_prompts()).prompts
            told = [
                *(one.description for one in (*tools, *prompts)),
                *(one.description for prompt in prompts for one in prompt.arguments or ()),
                *(one.description for one in (await client.list_resources()).resources),
                *(one.description for one in (await client.list_resource_templates()).resource_templates),
                *(
                    about["description"]
                    for tool in tools
                    for about in tool.input_schema["properties"].values()
                    if "description" in about
                ),
            ]
            with pytest.raises(MCPError, match="cursor"):
                await client.list_tools(cursor="of nothing")
            words = await client.get_prompt("brief", {"partner": "US"})
            return [client.instructions or "", words.messages[0].content.text, *map(str, told)]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_that_is_described_is_in_the_language_of_the_door(lang: str) -> None:
    told = anyio.run(InProcess(lang).told)
    assert len(told) > 150
    chinese = [any("一" <= sign <= "鿿" for sign in text) for text in told]
    assert set(chinese) == {lang == "zh"}


async def offered(client: Client, text: str) -> None:
    """What there is besides tools: a prompt about a text, resources, addresses of origins and schemas."""
    prompt = await client.get_prompt("check_text", {"text": text})
    assert text in prompt.messages[0].content.text
    names = {one.name for one in (await client.list_prompts()).prompts}
    assert names == {"check_text", "brief"}
    assert {one.name for one in (await client.list_resources()).resources} >= {"instructions", "method"}
    templates = (await client.list_resource_templates()).resource_templates
    assert {one.uri_template for one in templates} == {"trade://schema/{name}", "trade://origin/{id}"}


def test_a_session_asks_misspells_checks_and_cites(run: Trade) -> None:
    """A person asks for the surplus with the US in November, and whether a sentence about it is true."""
    shell = json.loads(run("surplus", "--partner", "US", "--through", "2025-11", "--format", "json").out)

    async def session(client: Client, _: Wire) -> None:
        assert "never to be estimated" in (client.instructions or "")
        tools = {one.name: one for one in (await client.list_tools()).tools}
        assert {"surplus", "check", "cite", "explain"} <= set(tools)
        assert "fetch" not in tools
        for one in tools.values():
            hints = one.annotations
            assert hints is not None
            hinted = (hints.read_only_hint, hints.destructive_hint, hints.open_world_hint)
            assert hinted == (True, False, False)
            assert one.input_schema["additionalProperties"] is False
            assert one.output_schema
        # It misspells an argument, which once became the surplus with the whole world; then a country.
        refused = error(await client.call_tool("surplus", {"parnter": "US", "through": "2025-11"}))
        assert (refused["kind"], refused["candidates"]) == ("usage", ["partner"])
        refused = error(await client.call_tool("surplus", {"partner": "Untied States", "through": "2025-11"}))
        assert (refused["kind"], "US" in refused["candidates"]) == ("no_data", True)
        refused = error(await client.call_tool("surplus", {"partner": "US", "through": "2026-12"}))
        assert refused["newest_month"] == "2026-08"
        found = await client.call_tool("surplus", ASKED)
        assert {key: found.structured_content[key] for key in shell} == shell
        # 19.88 billion: exports of 24.42 less imports of 4.54.
        assert (
            "November 2025: surplus 19.88 (+254.4 %), exports 24.42 (+182.3 %), imports 4.54"
            in found.content[0].text
        )
        # They rose 182.3 percent.
        text = (
            "Taiwan's exports to the United States rose 192.3 percent to US$24.42 billion in November 2025."
        )
        judged = await client.call_tool("check", {"text": text, "made": "2026-10-10"})
        assert [row["verdict"] for row in judged.structured_content["rows"]] == ["false", "true"]
        cited = await client.call_tool("cite", {**ASKED, "flow": "export", "span": "month"})
        origin = cited.structured_content["provenance"][0]["id"]
        [content] = (await client.read_resource(f"trade://origin/{origin}")).contents
        entry = json.loads(content.text)
        assert len(entry["sha256"]) == 64
        assert entry["licence"].startswith("Open Government Data License")
        await offered(client, text)

    agent(session)


def question(number: int) -> tuple[str, dict[str, Any]]:
    partner = ("US", "JP", "CN+HK", "DE", "SG")[number % 5]
    month = f"{2012 + number % 13}-{1 + number % 12:02d}"
    return ("surplus", "records", "explain")[number % 3], {"partner": partner, "through": month}


class Thousand:
    """A thousand calls, one after another and many at once; an answer is that of its own question."""

    def __init__(self) -> None:
        self.answered = 0
        self.refused = 0

    async def ask(self, client: Client, number: int) -> None:
        tool, values = question(number)
        found = await client.call_tool(tool, values)
        asked = found.structured_content["question"]
        assert (asked["partner"], asked["through"]) == (values["partner"], values["through"])
        self.answered += 1

    async def misspell(self, client: Client, number: int) -> None:
        wrong = ("parnter", "trough", "lang", "cursor", "page_size")[number % 5]
        assert error(await client.call_tool("surplus", {wrong: number - 500}))["kind"] == "usage"
        self.refused += 1

    async def unknown(self, client: Client, number: int) -> None:
        with pytest.raises(MCPError, match="no tool"):
            await client.call_tool(f"surplus{number}", {})
        self.refused += 1

    async def take_back(self, client: Client, number: int) -> None:
        with anyio.move_on_after(0.002):
            await client.call_tool("exports", {"through": f"{2010 + number % 15}-06"})

    async def session(self, client: Client, wire: Wire) -> None:
        await client.list_tools()
        for number in range(100):
            await self.ask(client, number)
        for number in range(50):
            await wire.say(("garbage", "{}", "[1]", '{"jsonrpc": "2.0"}', "\x00", '"' * 3_000)[number % 6])
        many = [self.ask] * 6 + [self.misspell] * 120 + [self.unknown] * 40 + [self.take_back] * 4
        for _ in range(5):
            async with anyio.create_task_group() as group:
                for number, does in enumerate(many):
                    group.start_soon(does, client, number)
        await self.ask(client, 7)


@pytest.mark.slow
def test_a_thousand_calls_malformed_and_concurrent_ones_among_them() -> None:
    calls = Thousand()
    agent(calls.session)
    assert (calls.answered, calls.refused) == (131, 800)


@contextmanager
def started(*options: str) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(
        [*SERVER, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
        env={**os.environ, **SETTINGS},
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def test_lines_that_are_no_messages_are_answered_and_the_end_waits_for_answers() -> None:
    call = {"method": "tools/call", "params": {"name": "surplus", "arguments": ASKED}}
    lines = [
        *(json.dumps(HELLO).encode(), b'{"jsonrpc": "2.0", "method": "notifications/initialized"}'),
        *(b"garbage", b"\xff\xfe", b"{}", b'[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]', b"", b" \r"),
        *(b'{"jsonrpc": "1.0", "id": 4, "method": "ping"}', b'{"jsonrpc": "2.0", "id": "five"}'),
        *(b'{"jsonrpc": "2.0", "id": 6, "method": "\\ud800"}', b'{"id": "\\ud800"}', b'"{\\"id\\": 7}"'),
        b'{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": {}}}',
        b'{"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "codes", "arguments": []}}',
        # Taken back before it is asked, and asked twice under one id: two answers all the same.
        b'{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 3}}',
        *([json.dumps({"jsonrpc": "2.0", "id": 3, **call}).encode()] * 2),
    ]
    with started() as child:
        out, err = child.communicate(b"\n".join(lines) + b"\n", timeout=60)
        assert child.returncode == 0
        assert b"Traceback" not in err
    said = [json.loads(line) for line in out.splitlines()]
    assert all(one["jsonrpc"] == "2.0" for one in said)
    codes = [one["error"]["code"] for one in said if one["id"] is None]
    assert codes == [-32700, -32700, -32600, -32600, -32700, -32600]
    assert [one["id"] for one in said].count(3) == 2
    by_id = {one["id"]: one for one in said if one["id"] is not None}
    assert by_id[2]["error"]["code"] == -32602
    # Who asked waits for the id, whatever else was wrong.
    assert [by_id[one]["error"]["code"] for one in (4, "five", 6)] == [-32600, -32600, -32700]
    assert by_id[3]["result"]["structuredContent"]["schema"] == "trade.surplus/1"


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_it_quietly_while_it_waits(sent: signal.Signals, code: int) -> None:
    with started() as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(HELLO).encode() + b"\n")
        child.stdin.flush()
        assert b"serverInfo" in child.stdout.readline()
        child.send_signal(sent)
        assert child.wait(timeout=30) == code
        assert child.stderr is not None
        assert child.stderr.read() == b""


@pytest.mark.parametrize(("closed", "code"), [("<&-", 2), (">&-", 6)])
def test_a_stream_that_is_closed_is_said(closed: str, code: int) -> None:
    asked = f"exec {shlex.join(SERVER)} {closed}"
    found = subprocess.run(["sh", "-c", asked], input=b"", capture_output=True, cwd=CHECKOUT, timeout=60)
    assert (found.returncode, found.stderr.count(b"it is closed"), found.stdout) == (code, 1, b"")


def test_it_ends_quietly_when_the_agent_no_longer_reads() -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    with started() as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(HELLO).encode() + b"\n")
        child.stdin.flush()
        assert b"serverInfo" in child.stdout.readline()
        child.stdout.close()
        child.stdin.write(json.dumps(call).encode() + b"\n")
        child.stdin.flush()
        assert child.wait(timeout=30) == 141
        assert child.stderr is not None
        assert child.stderr.read() == b""
        child.stdout = None


def test_over_http_it_answers_this_machine_alone() -> None:
    with started("--http", "0", "--allow-tables") as child:
        assert child.stderr is not None
        said = child.stderr.readline().decode()
        assert said.startswith("answering on http://127.0.0.1:")
        address = said.split()[-1]
        usual = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
        codes = [
            httpx.post(address, json=HELLO, headers={**usual, **more}).status_code
            for more in ({}, {"host": "elsewhere.example"}, {"origin": "http://elsewhere.example"})
        ]
        assert codes == [200, 421, 403]

        async def session() -> None:
            async with Client(address) as client:
                found = await client.call_tool("surplus", ASKED)
                assert found.structured_content["rows"]
                [one] = [one for one in (await client.list_tools()).tools if one.name == "surplus"]
                assert "table" in one.input_schema["properties"]

        anyio.run(session)


def test_the_network_is_used_where_it_is_allowed_alone() -> None:
    async def session(client: Client, _: Wire) -> None:
        tools = {one.name: one for one in (await client.list_tools()).tools}
        hints = tools["fetch"].annotations
        assert hints is not None
        assert (hints.read_only_hint, hints.open_world_hint) == (False, True)
        found = await client.call_tool("fetch", {"dry_run": True})
        assert {row["status"] for row in found.structured_content["rows"]} == {"planned"}

    agent(session, "--allow-fetch")


def test_the_schemas_of_its_answers_are_those_of_the_shell() -> None:
    async def session(client: Client, _: Wire) -> None:
        [content] = (await client.read_resource("trade://schema/surplus")).contents
        assert json.loads(content.text) == trade.schema("surplus")

    agent(session)
