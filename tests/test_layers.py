"""The arrows of the house: which module may import which, read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tradecli.command_words import QUESTIONS

PACKAGE = "tradecli"

#: For each room of the house the rooms it may import; its own rooms always, whatever is not listed never.
#: A module in no room of its own name belongs to the folder it lies in.
ALLOWED: Mapping[str, set[str]] = {
    # The Python API: names of what is below, imported when they are asked for.
    "__init__": {
        *("answer", "arguments", "ask", "asked_again", "checking", "errors", "holdings", "publication"),
        *("reading", "render", "scope", "tracing", "watching"),
    },
    "arguments": {"errors", "scope", "synonyms", "written"},
    "synonyms": set(),
    "language": set(),
    "__main__": {"__init__", "cli"},
    "cli": {
        *("commands.batch", "commands.mcp", "commands.replay", "commands.run"),
        *("__init__", "command_words", "commands", "errors", "failing", "helping", "manner", "messages"),
        *("option_words", "output", "settings"),
    },
    # How it ends where it fails, in the language asked for.
    "failing": {
        *("catalogue", "errors", "language", "manner", "messages", "render.clean", "settings", "synonyms"),
    },
    "commands": {
        *("answer", "ask", "catalogue", "checking", "command_words", "errors", "helping", "holdings"),
        *("manner", "options", "output", "progress", "publication", "render", "series_options"),
        "tracing",
        "watching",
    },
    # Doors for programs ask as Python does; what an argument means is said by the command of the question.
    "commands.batch": {"doors", "errors", "options", "output"},
    "commands.mcp": {"doors", "errors", "options", "output", "wording"},
    "commands.run": {"doors", "errors", "options", "output", "saving"},
    "doors": {
        *(
            "__init__",
            "answer",
            "arguments",
            "availability",
            "catalogue",
            "command_words",
            "commands",
            "data",
        ),
        *(
            "errors",
            "failing",
            "given",
            "helping",
            "holdings",
            "language",
            "messages",
            "render",
            "render.formats",
            "synonyms",
        ),
    },
    "series_options": {"completions", "options"},
    "publication": {"answer", "load", "load_brief", "load_parts", "reports", "scope"},
    "options": {
        *("catalogue", "completions", "facts", "given", "helping", "in_words", "language", "lent"),
        *("output", "scope", "synonyms"),
    },
    "given": {
        *("answer", "beside", "catalogue", "output", "receipts", "render.formats", "scope", "synonyms"),
    },
    # What stands beside a file that is written, and a receipt answered again.
    "beside": {"catalogue", "errors", "model", "receipts", "render", "render.clean", "saving"},
    "saving": {"errors", "files"},
    "receipts": {"__init__", "command_words", "errors", "origins", "pinned", "render"},
    # It asks as the command line does.
    "asked_again": {"answer", "command_words", "commands", "errors", "options", "render", "replaying"},
    "commands.replay": {"asked_again", "options"},
    "origins": {"published", "sources", "store"},
    "replaying": {"answer", "errors", "manner", "pinned", "receipts", "render", "reports"},
    "pinned": set(),
    "lent": {"helping"},
    # A question in words becomes one with options.
    "in_words": {
        *("asked_vocabulary", "asked_words", "catalogue", "errors", "helping", "manner", "messages", "model"),
        "scope",
    },
    "asked_words": {
        *("asked_chinese", "asked_names", "asked_periods", "asked_refusals", "asked_vocabulary", "errors"),
        *("facts", "scope", "synonyms", "written_periods"),
    },
    "asked_names": {"asked_vocabulary", "facts"},
    "asked_refusals": {
        *("asked_periods", "asked_vocabulary", "errors", "facts", "synonyms", "written_periods"),
    },
    "asked_vocabulary": set(),
    "asked_periods": {"written_periods"},
    "asked_chinese": {"facts"},
    "command_words": {"asked_chinese", "asked_words"},
    "completions": {"facts", "render.formats"},
    # Other names of options, before the parser reads them.
    "option_words": {"errors", "helping", "synonyms"},
    # What the help says beside the options: groups, choices, examples.
    "helping": {"help_words", "manner"},
    # The same help in another language.
    "help_words": {"catalogue", "wording"},
    "settings": {"errors", "facts", "files", "helping", "render.formats", "scope", "synonyms"},
    # One function a question; the shell and Python call nothing else.
    "ask": {
        *("answer", "errors", "load", "load_parts", "model", "question", "reports", "scope", "unit_values"),
    },
    # Claims and texts: read, judged, answered.
    "checking": {
        *("answer", "claims", "errors", "facts", "load", "load_parts", "published", "reading", "reports"),
        "scope",
    },
    "holdings": {
        *("answer", "availability", "data", "errors", "examination", "fetch_plans", "fetching", "keys"),
        *("load", "messages"),
        *("own_table", "reports", "settings", "sources", "storekeeping"),
    },
    "watching": {"answer", "load", "reports", "scope"},
    "tracing": {"answer", "load", "reports", "scope"},
    # Quantities stand beside the values of own records.
    "unit_values": {"errors", "facts", "load", "own_table", "question"},
    "scope": {"errors", "facts", "own_table", "periods", "pinned", "question", "schema"},
    "answer": {"beside", "catalogue", "model", "render", "render.formats", "render.clean", "written"},
    "written": {"beside", "catalogue", "receipts", "saving"},
    "output": {
        *("beside", "catalogue", "errors", "files", "manner", "messages", "model", "render"),
        *("render.clean", "render.formats", "saving"),
    },
    "load": {
        *("errors", "facts", "load_refusals", "pinned", "published", "question", "remembered", "sources"),
        *("statistics", "vintages"),
    },
    "load_parts": {"errors", "facts", "load", "published", "question", "remembered"},
    "load_brief": {"errors", "load", "load_parts", "question", "wording"},
    "availability": {"published", "remembered", "sources", "statistics"},
    "load_refusals": {"errors", "facts", "published", "question", "sources"},
    "published": {
        *("errors", "facts", "files", "messages", "own_table", "pinned", "question", "schema", "serving"),
        *("sources", "store"),
    },
    "serving": {"facts", "question"},
    "messages": {"catalogue", "manner", "render.clean", "render.wrapping", "wording"},
    # What the command line asks of the way in which it is answered.
    "manner": set(),
    # An own table answers instead of the sources and the store; a question carries its name.
    "own_table": {"errors", "facts", "files", "pinned", "schema", "toml_text", "written_periods"},
    "claims": {"errors", "facts", "periods", "quantity", "rounding", "toml_text", "written_periods"},
    "toml_text": {"wording"},
    # A text is read into claims; whether they are true is for reports.
    "reading": {"claims", "errors", "facts", "model", "periods", "quantity"},
    "quantity": {"errors"},
    "question": {"facts", "schema", "own_table", "vintages"},
    "vintages": {"schema"},
    "statistics": {"model", "periods", "schema", "vintages"},
    "render": {"__init__", "catalogue", "errors", "model", "render.clean", "render.wrapping"},
    "render.formats": {"catalogue", "errors", "model", "render"},
    "render.clean": set(),
    "render.wrapping": set(),
    "model": {"errors"},
    # A sentence names places, whose prose name is a fact of the place.
    "catalogue": {"errors", "facts", "model", "rounding"},
    "frames": {"model", "vintages"},
    "one_window": {"frames", "model", "periods", "schema", "vintages"},
    "months": {"one_window", "statistics"},
    "series": {
        *("facts", "frames", "members", "model", "months", "one_window", "periods", "question", "schema"),
        "statistics",
    },
    "on_days": {
        *("facts", "months", "one_window", "periods", "question", "remembered", "schema", "series"),
        "vintages",
    },
    "members": {"facts", "periods", "question", "vintages"},
    "several": {
        *("frames", "months", "one_window", "question", "remembered", "schema", "series", "statistics"),
        "vintages",
    },
    # What a process has made before.
    "remembered": set(),
    "remembered_series": {"question", "remembered", "schema", "series"},
    "first_published": {"frames", "model", "periods", "question", "remembered", "series", "vintages"},
    "superseded": {"model", "periods", "question", "remembered", "series", "vintages"},
    # The series of every part of a total.
    "parts": {"facts", "frames", "model", "periods", "question", "remembered", "schema", "statistics"},
    "reports": {
        *("claims", "errors", "facts", "frames", "model", "outcome", "own_table", "parts", "periods"),
        "question",
        *(
            "first_published",
            "members",
            "on_days",
            "quantity",
            "reading",
            "remembered",
            "remembered_series",
            "rounding",
            "schema",
            "series",
            "several",
            "superseded",
            "sources",
            "statistics",
            "vintages",
        ),
    },
    "sources": {"errors", "facts", "periods", "schema"},
    "data": {"errors", "periods", "schema", "sources"},
    "schema": {"errors", "periods"},
    "facts": {"errors"},
    "periods": {"errors", "written_periods"},
    "written_periods": set(),
    "rounding": set(),
    "errors": {"wording"},
    "wording": set(),
    # What `fetch` and `store` do: the network and the disk, judged by the core, told by an answer.
    "fetch_plans": {"errors", "facts", "keys", "periods", "sources", "wording"},
    "fetching": {
        *("download", "errors", "fetch_plans", "files", "intake", "keys", "messages", "outcome", "periods"),
        *("progress", "published", "refresh", "render.clean", "sources", "store"),
    },
    "storekeeping": {
        *("errors", "files", "frames", "intake", "model", "outcome", "periods", "published"),
        *("reports", "schema", "sources", "store"),
    },
    # What is asked of the machine: folders, keys, fonts, extras, and of the store.
    "examination": {"__init__", "errors", "files", "keys", "reports", "sources", "store"},
    "refresh": {
        "messages",
        *("download", "errors", "intake", "outcome", "sources", "store"),
    },
    "intake": {"outcome", "periods", "plausibility", "schema", "sources", "store"},
    "leaps": {"errors", "periods"},
    "plausibility": {"errors", "leaps", "outcome", "periods", "rewriting", "schema"},
    "rewriting": {"errors", "schema"},
    "outcome": {"errors"},
    "progress": set(),
    "download": {"__init__", "errors", "sources"},
    "store": {"errors", "files", "messages", "pinned", "question", "schema"},
    "keys": {"errors", "files", "messages"},
    "files": {"errors"},
}
# Whoever may raise an error may word it.
for _rooms in ALLOWED.values():
    if "errors" in _rooms:
        _rooms.add("wording")
#: Heavy packages, and the only modules that may import them.
ONLY: Mapping[str, set[str]] = {
    "httpx": {"download"},
    "filelock": {"files"},
    "narwhals": {"own_table"},
    "duckdb": {"own_table.opening"},
    "fsspec": {"own_table.opening"},
    "pyspark": {"own_table.opening"},
    "resvg_py": {"render.picture"},
    "typer": {
        "cli",
        "commands",
        "doors.described",
        "failing",
        "helping",
        "in_words",
        "lent",
        "options",
        "option_words",
    },
    "rich": {
        "progress",
        "render.chart.characters",
        "render.sparkline",
        "render.table",
        "render.text",
        "render.wrapping",
    },
    "python_calamine": {"sources.sheet"},
    "xlsxwriter": {"render.binary"},
    "mcp": {"doors.mcp", "doors.mcp_http"},
    "anyio": {"doors.mcp"},
    "uvicorn": {"doors.mcp_http"},
}
#: Rooms that never ask for the date, the terminal, the environment or the network.
CORE = (
    *("statistics", "vintages", "sources", "schema", "periods", "rounding", "facts", "model"),
    *("plausibility", "rewriting", "catalogue", "claims", "outcome", "question", "render", "reports"),
    *("series", "reading"),
)
#: What they would ask with. Modules, then names at the end of a dotted name.
ASKING_MODULES = {
    "os",
    "sys",
    "socket",
    "subprocess",
    "time",
    "urllib",
    "http",
    "getpass",
    "locale",
    "shutil",
}
ASKING = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "os.environ", "os.getenv"),
    *("sys.stdout", "sys.stderr", "sys.argv", "time.time"),
}
#: Builtins that ask; a core module that reads a table of its own opens it through `Path`.
ASKING_BUILTINS = {"print", "input", "open", "breakpoint"}


def sources(folder: Path = CHECKOUT / PACKAGE) -> dict[str, str]:
    """The text of every module by its dotted name without the package: `catalogue.en.general`."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = list(path.relative_to(folder).with_suffix("").parts)
        if parts[-1] == "__init__" and len(parts) > 1:
            parts.pop()
        found[".".join(parts)] = path.read_text(encoding="utf-8")
    return found


def room(module: str) -> str:
    """The longest entry of `ALLOWED` that holds a module."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in ALLOWED), module)


@cache
def parsed(text: str) -> ast.Module:
    """A module; the tests ask for each again and again."""
    return ast.parse(text)


def imported(name: str, text: str, modules: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Every name a module imports, with its line: in functions and under TYPE_CHECKING as well.

    Names of the package come as its modules do (`render.clean`), others as they are (`polars`).
    """
    for node in ast.walk(parsed(text)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                # Without the package's name it is another's, even where a room is called the same.
                if alias.name not in modules:
                    yield _short(alias.name), node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: imports are absolute"
            if node.module in modules:
                continue
            origin = _short(node.module or "")
            for alias in node.names:
                inner = alias.name if origin == "__init__" else f"{origin}.{alias.name}"
                # `from package import module` names a module; `from module import name` does not.
                yield (inner if inner in modules else origin), node.lineno
        elif isinstance(node, ast.Call) and _called(node) == "import_module":
            yield from ((target, node.lineno) for target in _dynamic(node, text))


def _called(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def _short(dotted: str) -> str:
    if dotted == PACKAGE:
        return "__init__"
    return dotted.removeprefix(f"{PACKAGE}.")


def _dynamic(call: ast.Call, text: str) -> list[str]:
    """The modules of a name that is put together: of commands the table COMMANDS, of sources IDS.

    The words of a language are found by the key of a sentence, below `catalogue` itself.
    """
    if ast.unparse(call.args[0]) == "f'tradecli.{_HOME[name]}'":
        return []  # also imported for the type checker, and read there
    if ast.unparse(call.args[0]).startswith("f'tradecli.catalogue.{lang}"):
        return ["catalogue.en", "catalogue.zh"]
    rooms = {"f'tradecli.commands.{name}'": "COMMANDS", "f'tradecli.sources.{name}'": "IDS"}
    named = ast.unparse(call.args[0])
    assert named in rooms, "an import nobody can follow"
    table = next(
        node.value
        for node in parsed(text).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == rooms[named]
    )
    return [f"{named.split('.')[-2]}.{name}" for name in _members(table)]


def _members(table: ast.expr) -> list[str]:
    """The names in a table; those that all tables of commands share stand in a table of their own."""
    if ast.unparse(table) in _SHARED:
        return list(QUESTIONS)
    if not isinstance(table, ast.Tuple):
        return list(ast.literal_eval(table))
    found: list[str] = []
    for each in table.elts:
        shared = isinstance(each, ast.Starred) and ast.unparse(each.value) in _SHARED
        found += QUESTIONS if shared else [ast.literal_eval(each)]
    return found


#: How a module calls the table that all tables of commands share.
_SHARED = {"QUESTIONS", "command_words.QUESTIONS"}


def turned(modules: Mapping[str, str]) -> list[str]:
    """Every import that the table does not allow."""
    wrong = []
    for name, text in modules.items():
        here = room(name)
        for target, line in imported(name, text, modules):
            if target not in modules:
                continue
            there = room(target)
            if there != here and there not in ALLOWED.get(here, set()):
                wrong.append(f"{name}:{line} imports {target}: {here} -> {there} is no arrow of the house")
    return wrong


def misplaced(modules: Mapping[str, str]) -> list[str]:
    """Every heavy package imported where it may not be."""
    wrong = []
    for name, text in modules.items():
        for target, line in imported(name, text, modules):
            allowed = ONLY.get(target.split(".")[0])
            homes = {".".join(name.split(".")[:length]) for length in range(1, name.count(".") + 2)}
            if target not in modules and allowed is not None and not homes & allowed:
                wrong.append(f"{name}:{line} imports {target}")
    return wrong


def asking(name: str, text: str) -> list[str]:
    """Every place where a module asks for the date, the terminal, the environment or the network."""
    wrong = []
    for node in ast.walk(parsed(text)):
        if isinstance(node, ast.Attribute):
            dotted = ast.unparse(node)
            if any(dotted == ask or dotted.endswith(f".{ask}") for ask in ASKING):
                wrong.append(f"{name}:{node.lineno} asks {dotted}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ASKING_BUILTINS:
                wrong.append(f"{name}:{node.lineno} calls {node.func.id}")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            origins = names if isinstance(node, ast.Import) else [node.module or ""]
            wrong += [
                f"{name}:{node.lineno} imports {origin}"
                for origin in origins
                if origin.split(".")[0] in ASKING_MODULES
            ]
    return wrong


def cycles(arrows: Mapping[str, set[str]]) -> list[str]:
    """Rooms from which the allowed arrows lead back to themselves."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        todo = list(arrows[start])
        while todo:
            following = todo.pop()
            if following not in seen:
                seen.add(following)
                todo += arrows[following]
        return seen

    return [start for start in arrows if start in reached(start)]


def test_no_module_imports_itself_through_others() -> None:
    modules = sources()
    # The package itself names the public functions, and its version is asked for from below.
    aside = {"__init__"}
    arrows = {
        name: {target for target, _ in imported(name, text, modules)} & modules.keys() - {name} - aside
        for name, text in modules.items()
    }
    assert cycles(arrows) == []
    assert set(cycles({**arrows, "errors": {"sources.mof"}})) >= {"errors", "sources.mof"}


def test_no_arrow_turns_round() -> None:
    assert turned(sources()) == []


def test_every_module_lives_in_a_room() -> None:
    assert [name for name in sources() if room(name) not in ALLOWED] == []


def test_the_table_itself_runs_one_way() -> None:
    # `render.formats` picks the renderer and lies inside render; the two are one room from outside.
    folded = {name: set(arrows) for name, arrows in ALLOWED.items() if not name.startswith("render.")}
    folded["render"] = set().union(*(ALLOWED[name] for name in ALLOWED if name.split(".")[0] == "render"))
    one = {
        name: {arrow.split(".")[0] for arrow in arrows} - ({"render"} if name == "render" else set())
        for name, arrows in folded.items()
    }
    # The version stands in the package itself, and is read from anywhere.
    one = {name: arrows - {"__init__"} for name, arrows in one.items()}
    assert cycles(one) == []
    assert set(cycles({**one, "errors": {"cli"}})) >= {"cli", "errors"}


@pytest.mark.parametrize(
    ("module", "line", "reported"),
    [
        ("statistics.growth", "from tradecli.catalogue.style import Style", "statistics -> catalogue"),
        ("errors", "import tradecli.cli", "errors -> cli"),
        ("facts.places", "def f():\n    from tradecli import load", "facts -> load"),
        (
            "render.table",
            "if TYPE_CHECKING:\n    from tradecli.statistics import growth",
            "render -> statistics",
        ),
        ("sources.base", "from tradecli.download import get", "sources -> download"),
        ("model.report", "from tradecli.facts.places import Place", "model -> facts"),
        ("reports.surplus", "from tradecli.load import load", "reports -> load"),
    ],
)
def test_a_turned_arrow_is_reported(module: str, line: str, reported: str) -> None:
    modules = {"download": "", **sources()}
    modules[module] += f"\n{line}\n"
    [said] = turned(modules)
    assert reported in said
    assert said.startswith(f"{module}:")


def test_the_commands_that_are_only_named_are_followed() -> None:
    modules = sources()
    followed = {target for target, _ in imported("cli", modules["cli"], modules)}
    assert {"commands.surplus", "commands.codes"} <= followed
    assert {name for name in modules if name.startswith("commands.")} <= followed


def test_heavy_packages_are_imported_in_one_place() -> None:
    assert misplaced(sources()) == []


@pytest.mark.parametrize(("module", "package"), [("load", "httpx"), ("output", "rich"), ("schema", "typer")])
def test_a_heavy_package_elsewhere_is_reported(module: str, package: str) -> None:
    modules = sources()
    modules[module] += f"\ndef f():\n    import {package}.something\n"
    [said] = misplaced(modules)
    assert said.startswith(f"{module}:")
    assert said.endswith(f"imports {package}.something")


def test_download_may_import_httpx() -> None:
    assert misplaced({"download": "import httpx"}) == []


@pytest.mark.parametrize("core", CORE)
def test_the_core_asks_nobody(core: str) -> None:
    modules = {name: text for name, text in sources().items() if f"{name}.".startswith(f"{core}.")}
    assert modules
    assert [said for name, text in modules.items() for said in asking(name, text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from sys import stdout",
        "import socket",
        "from urllib.request import urlopen",
        "today = datetime.now(UTC)",
        "today = datetime.date.today()",
        "day = date.today()",
        "print('x')",
        "x = os.environ['HOME']",
        "x = open('figures.csv')",
    ],
)
def test_a_core_that_asks_is_reported(line: str) -> None:
    [said, *_] = asking("statistics.growth", f"def f():\n    {line}\n")
    assert said.startswith("statistics.growth:2 ")


def test_the_shell_does_ask() -> None:
    modules = sources()
    assert asking("output", modules["output"])
    assert asking("holdings", modules["holdings"])
