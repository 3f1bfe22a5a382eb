"""The door for agents: the questions as tools of the Model Context Protocol, by the official SDK.

The SDK passes over arguments that a tool does not have, and messages that are none: here both are answered.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import threading
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any, NamedTuple

import anyio
import anyio.to_thread
from mcp import MCPError, types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from pydantic import ValidationError

from tradecli import __version__
from tradecli.catalogue.wordings import in_language
from tradecli.doors import asking, envelope, layouts, texts
from tradecli.errors import BROKEN_PIPE, QueryError, TradeError
from tradecli.wording import Wording

Context = ServerRequestContext[Any]
Page = types.PaginatedRequestParams | None


class Allowed(NamedTuple):
    """What an agent may do beside asking: download, and name files or addresses of own tables."""

    fetch: bool = False
    own_tables: bool = False


class Door:
    """The tools, texts and prompts that an agent is given. One question is answered at a time."""

    def __init__(self, allowed: Allowed, lang: str = "en") -> None:
        self.lang = lang
        self.without = envelope.leaving(own_tables=allowed.own_tables)
        self.names = (*envelope.TOOLS, *(("fetch",) if allowed.fetch else ()))
        self.open = allowed.own_tables
        # A call that was taken back is worked out to its end all the same: the next waits for that.
        self._one, self._working = anyio.CapacityLimiter(1), threading.Lock()
        self._tools = [self._tool(name) for name in self.names]

    def _tool(self, name: str) -> types.Tool:
        about = envelope.tool(name)
        outside = name == "fetch"
        return types.Tool(
            name=name,
            description=about.summary(self.lang),
            input_schema=about.schema(self.without, self.lang),
            output_schema=layouts.output_schema(name),
            annotations=types.ToolAnnotations(
                read_only_hint=not outside,
                destructive_hint=False,
                open_world_hint=outside or self.open,
            ),
        )

    async def tools(self, _: Context, asked: Page) -> types.ListToolsResult:
        """Every question, with what it takes and what it answers."""
        self._whole(asked)
        return types.ListToolsResult(tools=self._tools)

    async def call(self, _: Context, asked: types.CallToolRequestParams) -> dict[str, Any]:
        """The answer to one question, worked out beside the loop that reads messages.

        It is handed over as it is sent: made into a model first, each of its values is looked at once more.
        """
        if asked.name not in self.names:
            raise _refused(asking.unknown("tool", asked.name, self.names), self.lang)
        found = await anyio.to_thread.run_sync(
            self._answer, asked.name, asked.arguments or {}, abandon_on_cancel=True, limiter=self._one
        )
        text = {"type": "text", "text": found.text}
        said = {"content": [text], "structuredContent": found.values, "isError": found.failed}
        return {**said, "resultType": "complete"}

    def _whole(self, asked: Page) -> None:
        """Refuse the cursor of a list: each is sent whole, and has none."""
        if asked and asked.cursor:
            told = QueryError("there is no {name} {text!r}", name="cursor", text=asked.cursor[:60])
            raise _refused(told, self.lang)

    def _said(self, sentence: Wording) -> str:
        return in_language(sentence, self.lang)

    def _answer(self, name: str, arguments: Mapping[str, Any]) -> envelope.Result:
        with self._working:
            return envelope.call(name, arguments, self.without, self.lang)

    async def resources(self, _: Context, asked: Page) -> types.ListResourcesResult:
        """The texts that are always there."""
        self._whole(asked)
        listed = [
            types.Resource(
                uri=one.address, name=one.name, description=self._said(one.meaning), mime_type=one.type
            )
            for one in texts.TEXTS
        ]
        return types.ListResourcesResult(resources=listed)

    async def templates(self, _: Context, asked: Page) -> types.ListResourceTemplatesResult:
        """The texts whose address is made from a name."""
        self._whole(asked)
        listed = [
            types.ResourceTemplate(
                uri_template=one.address,
                name=one.name,
                description=self._said(one.meaning),
                mime_type=one.type,
            )
            for one in texts.TEMPLATES
        ]
        return types.ListResourceTemplatesResult(resource_templates=listed)

    async def read(self, _: Context, asked: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        """One text."""
        address = str(asked.uri)
        try:
            kind, text = await anyio.to_thread.run_sync(texts.read, address, self.lang, limiter=self._one)
        except TradeError as error:
            raise _refused(error, self.lang) from None
        content = types.TextResourceContents(uri=address, mime_type=kind, text=text)
        return types.ReadResourceResult(contents=[content])

    async def prompts(self, _: Context, asked: Page) -> types.ListPromptsResult:
        """The tasks that a person may start."""
        self._whole(asked)
        listed = [
            types.Prompt(
                name=one.name,
                description=self._said(one.meaning),
                arguments=[
                    types.PromptArgument(name=name, description=self._said(said), required=name in one.needed)
                    for name, said in one.arguments.items()
                ],
            )
            for one in texts.PROMPTS
        ]
        return types.ListPromptsResult(prompts=listed)

    async def prompt(self, _: Context, asked: types.GetPromptRequestParams) -> types.GetPromptResult:
        """The words of a task."""
        try:
            words = texts.prompt(asked.name, asked.arguments or {}, self.lang)
        except TradeError as error:
            raise _refused(error, self.lang) from None
        said = types.TextContent(type="text", text=words)
        return types.GetPromptResult(messages=[types.PromptMessage(role="user", content=said)])


def _refused(error: TradeError, lang: str) -> MCPError:
    """What the protocol itself refuses, with the same object as every error of a tool."""
    told = asking.failure(error, lang)
    return MCPError(code=types.INVALID_PARAMS, message=told["message"], data={"error": told})


def server(allowed: Allowed, lang: str = "en") -> Server[Any]:
    """The server, to be run on any transport."""
    door = Door(allowed, lang)
    made: Server[Any] = Server(
        "trade",
        version=__version__,
        title=in_language(Wording("trade: official merchandise-trade statistics"), lang),
        instructions=texts.instructions(lang),
        on_list_tools=door.tools,
        on_list_resources=door.resources,
        on_list_resource_templates=door.templates,
        on_read_resource=door.read,
        on_list_prompts=door.prompts,
        on_get_prompt=door.prompt,
    )
    made.add_request_handler("tools/call", types.CallToolRequestParams, door.call)
    return made


def serve(allowed: Allowed, lang: str = "en") -> None:
    """Answer on standard input and output until the agent goes away; nothing else is written there.

    It ends with `BROKEN_PIPE` when the agent no longer reads.
    """
    # What the SDK logs of an agent that went away, or of a message that says nothing, is nobody's to read.
    logging.getLogger("mcp").addHandler(logging.NullHandler())
    for each in (signal.SIGTERM, signal.SIGINT):
        # The thread that waits for the next line cannot be woken; each answer has been written whole.
        signal.signal(each, lambda signum, _: os._exit(128 + signum))
    anyio.run(_serve, server(allowed, lang))


async def _serve(served: Server[Any]) -> None:
    async with stdio_server() as (reading, writing):
        try:
            async with _wire(reading, writing) as (heard, said):
                await served.run(heard, said, served.create_initialization_options())
        except anyio.get_cancelled_exc_class():
            # Nobody reads any more; the thread that waits for the next line would keep the process.
            os._exit(BROKEN_PIPE)


@asynccontextmanager
async def _wire(reading: Any, writing: Any) -> AsyncIterator[tuple[Any, Any]]:
    """The streams of a server, to which only messages come, and no end before all have been answered."""
    sending, heard = anyio.create_memory_object_stream[SessionMessage | Exception](0)
    said, told = anyio.create_memory_object_stream[SessionMessage](0)
    # An agent that uses an id twice waits for two answers; what is taken away is never less than none.
    waiting: Counter[object] = Counter()

    async def forward() -> None:
        nonlocal waiting
        async with sending:
            async for item in reading:
                if isinstance(item, Exception):
                    if said := _no_message(item):
                        await writing.send(SessionMessage(said))
                    continue
                if isinstance(item.message, types.JSONRPCRequest):
                    waiting[item.message.id] += 1
                elif getattr(item.message, "method", "") == "notifications/cancelled":
                    waiting -= Counter(_cancelled(item.message.params or {}))
                await sending.send(item)
            while waiting:
                await anyio.sleep(0.01)

    async def back() -> None:
        nonlocal waiting
        async with writing:
            async for item in told:
                await writing.send(item)
                waiting -= Counter([getattr(item.message, "id", None)])

    async with anyio.create_task_group() as group:
        group.start_soon(forward)
        group.start_soon(back)
        yield heard, said
        group.cancel_scope.cancel()


def _cancelled(params: dict[str, Any]) -> Iterator[object]:
    """The request that a message calls back, if it names one."""
    if isinstance(named := params.get("requestId"), int | str):
        yield named


def _no_message(error: Exception) -> types.JSONRPCError | None:
    """The answer to a line that is no JSON, or another object than a message; none to a blank one.

    It has the id that the line names, where it can be read: whoever asked waits for that.
    """
    found = error.errors() if isinstance(error, ValidationError) else []
    said: list[Any] = [one["input"] for one in found]
    broken = bool(found) and found[0]["type"] == "json_invalid"
    if broken and not said[0].strip():
        return None
    if broken:
        # Half a pair is JSON all the same, but nothing that UTF-8 can say.
        with suppress(ValueError, RecursionError):
            said = [json.loads(said[0])]
    code = types.PARSE_ERROR if broken else types.INVALID_REQUEST
    told = types.ErrorData(code=code, message="the line is no message of JSON-RPC")
    return types.JSONRPCError(jsonrpc="2.0", id=_named(said), error=told)


def _named(said: list[Any]) -> int | str | None:
    """The id in what was read of a line, where it is one."""
    for one in said:
        named = one.get("id") if isinstance(one, dict) else None
        if (isinstance(named, int) and not isinstance(named, bool)) or (
            isinstance(named, str) and named.isprintable()
        ):
            return named
    return None
