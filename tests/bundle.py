"""One file for hosts of agents: `python -m tests.bundle [FILE]` makes build/trade.mcpb.

It is a zip of the program with its figures and a manifest; whoever runs it needs uv, which brings Python and
the packages that it depends on. The same commit makes the same bytes.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.conftest import CHECKOUT
from tradecli import __version__
from tradecli.doors import envelope

BUNDLE = CHECKOUT / "build" / "trade.mcpb"
#: What the program is built from, beside itself.
FILES = ("pyproject.toml", "README.md", "LICENSE", "docs/man/trade.1")
FOLDERS = ("tradecli", "licenses")
_DAY = (2026, 1, 1, 0, 0, 0)
SUMMARY = "Official merchandise-trade statistics: balances, growth and records, each figure traceable"


def manifest() -> dict[str, Any]:
    """What a host is told."""
    run = ["run", "--directory", "${__dirname}", "--extra", "mcp", "trade", "mcp"]
    tools = [{"name": name, "description": envelope.tool(name).summary()} for name in envelope.TOOLS]
    return {
        "manifest_version": "0.4",
        "name": "trade",
        "version": __version__,
        "description": SUMMARY,
        "author": {"name": "The trade maintainers"},
        "license": "MIT AND OGDL-Taiwan-1.0",
        "server": {
            "type": "uv",
            "entry_point": "tradecli/__main__.py",
            "mcp_config": {"command": "uv", "args": run},
        },
        "tools": tools,
        "prompts_generated": True,
        "compatibility": {
            "platforms": ["darwin", "linux", "win32"],
            "runtimes": {"python": ">=3.11"},
        },
    }


def server() -> dict[str, Any]:
    """What a registry of servers is told; the namespace is the owner's to choose."""
    return {
        "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
        "name": "example.owner/trade",
        "title": "trade",
        "description": SUMMARY,
        "version": __version__,
        "packages": [
            {
                "registryType": "pypi",
                "identifier": "tradecli",
                "version": __version__,
                "runtimeHint": "uvx",
                "runtimeArguments": [{"type": "named", "name": "--with", "value": "mcp>=2.3,<3"}],
                "packageArguments": [{"type": "positional", "value": "mcp"}],
                "transport": {"type": "stdio"},
            }
        ],
    }


def contents() -> Iterator[tuple[str, bytes]]:
    """Every file of the bundle, by its name in it."""
    yield "manifest.json", f"{json.dumps(manifest(), ensure_ascii=False, indent=1)}\n".encode()
    paths = [CHECKOUT / name for name in FILES]
    for folder in FOLDERS:
        paths += sorted(path for path in (CHECKOUT / folder).rglob("*") if path.is_file())
    for path in paths:
        if "__pycache__" not in path.parts:
            yield path.relative_to(CHECKOUT).as_posix(), path.read_bytes()


def write(path: Path) -> None:
    """Make the bundle."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as bundle:
        for name, content in contents():
            entry = zipfile.ZipInfo(name, _DAY)
            # Parquet is packed already.
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".parquet") else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, content)


def texts(navigation: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Path, str]]:
    """The texts shipped beside it: for a registry, for agents with a shell, for readers of the site."""
    yield CHECKOUT / "server.json", f"{json.dumps(server(), indent=1)}\n"
    asking = (CHECKOUT / "tradecli" / "data" / "agents" / "instructions.md").read_text(encoding="utf-8")
    yield CHECKOUT / "skills" / "trade" / "SKILL.md", SKILL + asking.partition("\n")[2]
    yield CHECKOUT / "docs" / "llms.txt", "".join(f"{line}\n" for line in _pages(navigation))


SKILL = """---
name: trade
description: Answers questions about official merchandise-trade statistics (exports, imports, surplus,
  records, partners, drivers, revisions), checks published sentences about trade, cites every number.
  Use it for any figure of a country's foreign trade.
---

# Ask `trade` for trade statistics

Where its tools are at hand (`trade mcp`), call them. In a shell, ask for JSON, which holds all that a
person reads:

    trade surplus --partner US --through 2025-11 --format json
    trade check article.txt --format json
    trade explain --partner US --through 2025-11 --flow export --span month --format json

A tool is the command of the same name; its arguments are the options, with `-` for `_`.
`trade COMMAND --help` lists them, `trade schema COMMAND` describes the answer. Many questions are asked at
once with `trade batch`, a JSON object a line. Exit codes: 0 answered; 1 a claim is false; 2 the question
cannot be asked; 3 nothing is published for it.
"""


def _pages(navigation: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from (
        "# trade",
        "",
        f"> {SUMMARY}, from a terminal, Python or an agent; offline, no key needed.",
        "",
    )
    yield "Agents: `trade mcp` gives every question as a tool: [programs](how-to/programs.html#agents)."
    for group, pages in navigation.items():
        yield from ("", f"## {group}", "")
        for page in pages:
            title = (CHECKOUT / "docs" / f"{page}.md").read_text(encoding="utf-8").partition("\n")[0]
            yield f"- [{title.removeprefix('# ')}]({page}.html)"


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLE)
