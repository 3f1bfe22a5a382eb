"""What is shipped for agents: a file for registries, a skill, llms.txt, and a bundle that answers."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests import bundle
from tests.conftest import CHECKOUT
from tradecli import __version__
from tradecli.cli import COMMANDS
from tradecli.doors.envelope import TOOLS
from tradecli.doors.texts import instructions

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_a_registry_is_told_how_the_package_is_run() -> None:
    said = json.loads((CHECKOUT / "server.json").read_text(encoding="utf-8"))
    [package] = said["packages"]
    assert (package["identifier"], said["version"], package["version"]) == (
        PROJECT["name"],
        __version__,
        __version__,
    )
    # uvx looks for a program of the package's name.
    assert PROJECT["name"] in PROJECT["scripts"]
    [more] = package["runtimeArguments"]
    assert PROJECT["optional-dependencies"]["mcp"] == [more["value"]]
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", said["name"])
    assert len(said["description"]) <= 100
    # Addresses of the project are its owner's to give.
    assert not {"repository", "websiteUrl"} & set(said)


def test_the_skill_holds_the_instructions_and_names_commands_that_there_are() -> None:
    text = (CHECKOUT / "skills" / "trade" / "SKILL.md").read_text(encoding="utf-8")
    head = re.match(r"---\nname: trade\ndescription: (.+?)\n---\n", text, re.DOTALL)
    assert head is not None
    assert len(head[1]) <= 1_024
    assert instructions().partition("\n")[2] in text
    named = set(re.findall(r"`trade ([a-z]+)|^    trade ([a-z]+)", text, re.MULTILINE))
    assert {one or other for one, other in named} <= set(COMMANDS)


def test_llms_txt_names_every_page() -> None:
    text = (CHECKOUT / "docs" / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# trade\n\n> ")
    pages = {
        str(path.relative_to(CHECKOUT / "docs").with_suffix("")) for path in (CHECKOUT / "docs").rglob("*.md")
    }
    assert set(re.findall(r"\]\(([\w/-]+)\.html\)", text)) == pages - {"index"}


@pytest.fixture(name="unpacked", scope="module")
def _unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    bundle.write(folder / "trade.mcpb")
    with zipfile.ZipFile(folder / "trade.mcpb") as packed:
        packed.extractall(folder / "trade")
    return folder / "trade"


def test_the_bundle_answers_where_it_is_unpacked(unpacked: Path) -> None:
    said = json.loads((unpacked / "manifest.json").read_text(encoding="utf-8"))
    assert [tool["name"] for tool in said["tools"]] == list(TOOLS)
    assert (unpacked / said["server"]["entry_point"]).is_file()
    assert said["license"] == PROJECT["license"]
    asked = '{"command": "surplus", "partner": "US", "through": "2025-11"}\n'
    ran = subprocess.run(
        [sys.executable, "-m", "tradecli", "batch"],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked), "TRADE_DATA_DIR": str(unpacked / "none")},
        check=True,
    )
    rows = json.loads(ran.stdout)["answer"]["rows"]
    [row] = [row for row in rows if (row["flow"], row["span"]) == ("export", "month")]
    # As published by the vintage of 2026-10-08.
    assert row["value"] == 24_420_124_000


#: Stands in for uv, which would download the packages: of the same words the same program, extra and script.
UV = """#!{python}
import importlib, os, sys, tomllib
run, directory, folder, named, extra, script, *words = sys.argv[1:]
assert (run, directory, named) == ("run", "--directory", "--extra")
os.chdir(folder)
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
assert project["optional-dependencies"][extra]
module, _, function = project["scripts"][script].partition(":")
sys.path.insert(0, folder)
sys.argv = [script, *words]
getattr(importlib.import_module(module), function)()
"""


def test_a_host_starts_the_bundle_by_its_manifest_and_asks(unpacked: Path, tmp_path: Path) -> None:
    """As hosts of agents do: the command of the manifest, an environment without anything of this one."""
    client = pytest.importorskip("mcp.client.client", reason="the protocol of agents is an extra")
    stdio = pytest.importorskip("mcp.client.stdio", reason="the protocol of agents is an extra")
    started = json.loads((unpacked / "manifest.json").read_text(encoding="utf-8"))["server"]["mcp_config"]
    command = tmp_path / started["command"]
    command.write_text(UV.format(python=sys.executable), encoding="utf-8")
    command.chmod(0o755)
    words = [word.replace("${__dirname}", str(unpacked)) for word in started["args"]]
    env = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    asked = stdio.StdioServerParameters(command=str(command), args=words, env=env, cwd=tmp_path)

    async def session() -> Any:
        async with client.Client(stdio.stdio_client(asked)) as agent:
            assert {tool.name for tool in (await agent.list_tools()).tools} == set(TOOLS)
            return await agent.call_tool("surplus", {"partner": "US", "through": "2025-11"})

    rows = importlib.import_module("anyio").run(session).structured_content["rows"]
    [row] = [row for row in rows if (row["flow"], row["span"]) == ("export", "month")]
    assert row["value"] == 24_420_124_000


def test_the_bundle_is_what_the_package_is_built_from_and_always_the_same(
    unpacked: Path, tmp_path: Path
) -> None:
    project = tomllib.loads((unpacked / "pyproject.toml").read_text(encoding="utf-8"))
    named = [
        project["project"]["readme"],
        *project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"],
    ]
    assert all((unpacked / name).is_file() for name in named)
    assert all(any(unpacked.glob(pattern)) for pattern in project["project"]["license-files"])
    bundle.write(tmp_path / "again.mcpb")
    assert (tmp_path / "again.mcpb").read_bytes() == (unpacked.parent / "trade.mcpb").read_bytes()
    assert (tmp_path / "again.mcpb").stat().st_size < 10 * 2**20
