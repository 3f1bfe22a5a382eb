"""The pages of docs/reference/ that are made from the program: `python -m tests.generated` writes them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from typer.main import get_command

from tests import api_page
from tests.api_page import MADE, table
from tests.conftest import CHECKOUT
from tests.manual import CODES, FILES
from tradecli import errors, helping, settings
from tradecli.catalogue import writer
from tradecli.cli import app
from tradecli.facts.places import place
from tradecli.sources import SOURCES

FOLDER = CHECKOUT / "docs" / "reference"
#: Variables of the environment that are the twin of no option.
VARIABLES = {
    "TRADE_DATA_DIR": "the folder of the store; `trade store path` prints it",
    "TRADE_CONFIG_DIR": "the folder of `config.toml` and `keys.toml`",
    "TRADE_CACHE_DIR": "the folder of what can be made again, such as kept sums (`--cube`)",
    "TRADE_<SOURCE>_URL": "another address for a source, such as `TRADE_MOF_URL`; https, or loopback",
    "CENSUS_API_KEY": "the key of `census`; without it totals by partner alone",
    "COMTRADE_API_KEY": "the key of `comtrade`; without it one month a call",
    "NO_COLOR": "set to anything: neither bold nor dim",
    "FORCE_COLOR": "set to anything: bold and dim also where no terminal is seen",
    "COLUMNS": "how wide a table may be",
}
#: What stands in the columns that end in `_note`, where a value is null or qualified.
NOTE_CODES = {
    "missing": "a figure that it needs is not published, or not available",
    "incomplete(k of n)": "only k of the n months are available, so there is no total",
    "zero_base": "there was nothing a year earlier, so there is no rate",
    "no_trade": "there was nothing in either period",
    "members_changed": "the area counted other members a year earlier, today's are not available for then",
    "sign_change": "a balance changed its sign, or was zero: a swing in money, no rate",
    "deficit_widened": "the rate is that of the deficit, which widened",
    "deficit_narrowed": "the rate is that of the deficit, which narrowed",
    "base_superseded": "a newer figure for the year of the base is known; the rate rests on the older base",
    "small_total_change": "the total moved by less than half a percent: shares of its change say nothing",
}
#: What is a heading or a label and no sentence has fewer words.
_WORDS = 4


def pages() -> Iterator[tuple[Path, str]]:
    """Every page and its text."""
    made = {
        "commands": _commands,
        "exit-codes": _exit_codes,
        "settings": _settings,
        "notes": _notes,
        "python": api_page.lines,
        "sources": _sources,
    }
    for name, lines in made.items():
        text = "".join(f"{line}\n" for line in lines())
        yield FOLDER / f"{name}.md", re.sub(r"\n{3,}", "\n\n", text)
    yield CHECKOUT / "licenses" / "NOTICE.md", "".join(f"{line}\n" for line in _notice())


def _commands() -> Iterator[str]:
    yield from ("# Commands and options", "", MADE, "")
    yield "`trade COMMAND --help` prints the same. Words after a command are read as partner and month:"
    yield "`trade surplus us 2025-11`. An option that stands in the environment too names its variable; most"
    yield "may stand in a [file of settings](settings.md)."
    yield ""
    root = get_command(app([]))
    context = root.make_context("trade", [], resilient_parsing=True)
    yield from ("## Every command", "", *_options(root, context))
    for name in root.list_commands(context):  # type: ignore[attr-defined]
        command = root.get_command(context, name)  # type: ignore[attr-defined]
        inner = command.make_context(name, [], parent=context, resilient_parsing=True)
        yield from (f"## {name}", "", *_paragraphs(command.help), "")
        yield from ("```sh", *helping.EXAMPLES[name], "```", "")
        yield from _options(command, inner)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        # Help is plain text: what looks like a placeholder is no tag of HTML.
        yield from (" ".join(paragraph.split()).replace("<", r"\<").replace("*", r"\*"), "")


def _options(command: Any, context: Any) -> Iterator[str]:
    """A table for each group of options, in the order of the help."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and param.name != "help":
            group = command._group(param) if isinstance(command, helping.Command) else "Options"
            groups.setdefault(group, []).append(_option(record))
    for group in sorted(groups, key=helping.ORDER.index):
        yield from table((group, "what it does", "default", "variable"), iter(groups[group]))


def _option(record: tuple[str, str]) -> tuple[str, ...]:
    """What is written, what it does, its default and the variable that is its twin."""
    said, _, more = record[1].partition("  [")
    facts = dict(re.findall(r"(env var|default): ([^;\]]+)", more))
    return (
        f"`{record[0]}`",
        said,
        *(f"`{facts[name]}`" if name in facts else "" for name in ("default", "env var")),
    )


def _exit_codes() -> Iterator[str]:
    yield from ("# Exit codes", "", MADE, "")
    yield "An error is one line, `trade: what failed: why`, and mostly a line `hint: what to do`, on standard"
    yield "error; standard output stays empty. With `--format json` one JSON object stands there too, of the"
    yield "schema [`error`](schemas.md); in Python it is an exception of the same `kind`."
    yield ""
    raised = [one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, Exception)]

    def rows() -> Iterator[tuple[str, ...]]:
        for code, meaning in CODES.items():
            named = [f"`{one.__name__}` (`{one.kind}`)" for one in raised if str(one.exit_code) == code]
            yield f"`{code}`" if code.isdigit() else code, meaning, ", ".join(named)

    yield from table(("code", "meaning", "in Python (`kind`)"), rows())
    yield "Code 1 without `check` is a bug: run again with `--debug` and report what it prints."
    yield "A script that wants fresh figures sets `TRADE_STRICT=1`: what is stale then ends with 4."


def _settings() -> Iterator[str]:
    yield from ("# Settings and environment variables", "", MADE, "")
    yield "The command line comes first, then the environment, the project's file, the user's file, the"
    yield "default. `trade config` shows each value and where it is from."
    yield from ("", "## Files", "")
    yield from table(("file", "what it holds"), ((f"`{name}`", text) for name, text in FILES.items()))
    yield from ("## Settings", "", 'A line each, as TOML: `lang = "zh"`, `digits = 1`, `cube = true`.', "")
    kinds = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`"}
    helps = _helps()

    def rows() -> Iterator[tuple[str, ...]]:
        for key, kind in settings.KEYS.items():
            words = helping.CHOICES.get(key)
            takes = ", ".join(f"`{word}`" for word in words) if words else kinds[kind]
            yield f"`{key}`", f"`TRADE_{key.upper()}`", takes, helps[key]

    yield from table(("setting", "variable", "takes", "what it does"), rows())
    yield from ("## Other variables", "")
    yield from table(("variable", "what it does"), ((f"`{name}`", text) for name, text in VARIABLES.items()))
    yield "A key is read from its variable or from `keys.toml`, which only its owner may read; no option"
    yield "takes one."


def _helps() -> Mapping[str, str]:
    """What each option does, by its name, as the first command that has it says."""
    root: Any = get_command(app([]))
    context = root.make_context("trade", [], resilient_parsing=True)
    commands = [root, *(root.get_command(context, name) for name in root.list_commands(context))]
    found: dict[str, str] = {}
    for command in commands:
        for param in command.params:
            found.setdefault(param.name, getattr(param, "help", None) or "")
    return found


def _notes() -> Iterator[str]:
    yield from ("# Findings and notes", "", MADE, "")
    yield "Every finding and note of an answer has a `key`, the same in both languages and in every version;"
    yield "a variant is written after a point (`record.deficit`). This is what each says: in braces what is"
    yield "filled in, in square brackets what is left out where there is nothing to fill in. Headings and"
    yield "labels are not listed."
    yield ""
    yield from ("## Codes in columns", "", "A column that ends in `_note` holds a code, or nothing.", "")
    yield from table(("code", "why"), ((f"`{code}`", text) for code, text in NOTE_CODES.items()))
    for topic in ("general", *sorted(writer.TOPICS)):
        listed = [(section, key, text) for section, key, text in _messages(topic) if _is_sentence(text)]
        if not listed:
            continue
        yield from (f"## {topic}", "")
        chinese = import_module(f"tradecli.catalogue.zh.{topic}").MESSAGES
        for section in dict.fromkeys(section for section, _, _ in listed):
            yield from (f"### {section}", "") if section else ()
            yield from table(
                ("key", "English", "Chinese"),
                (
                    (f"`{key}`", _plain(text), _plain(chinese[key]))
                    for of, key, text in listed
                    if of == section
                ),
            )


def _messages(topic: str) -> Iterator[tuple[str, str, str]]:
    """The section of the file, the key and the text of each message."""
    module = import_module(f"tradecli.catalogue.en.{topic}")
    section = ""
    for line in inspect.getsource(module).splitlines():
        if comment := re.match(r"    # (.+?)\.?$", line):
            section = comment[1]
        elif (key := re.match(r'    "([^"]+)": ', line)) and key[1] in module.MESSAGES:
            yield section, key[1], module.MESSAGES[key[1]]


def _is_sentence(text: str) -> bool:
    return len(re.sub(r"\{[^}]*\}", "x", text).split()) >= _WORDS


def _plain(template: str) -> str:
    """A template as a person reads it: `{size}`, not `{figure.money:size}`.

    Examples:
        >>> _plain("{figure.money:size} in {n:plural month months}; {n:number is are} new")
        '{figure} in {n} months; is/are new'
    """

    def field(found: re.Match[str]) -> str:
        name, _, form = found[1].partition(":")
        if form == "omitted":
            # A fact that only another language names.
            return ""
        kind, _, words = form.partition(" ")
        if kind == "side":
            return "{surplus or deficit}"
        name = name.removeprefix("@").removesuffix(".money").replace(".", " ").replace("_", " ")
        forms = [word.replace("_", " ") for word in words.split()]
        if kind == "plural" and forms:
            return f"{{{name}}} {forms[-1]}"
        return "/".join(forms) if kind == "number" and forms else f"{{{name}}}"

    text = re.sub(r"\{([^{}]*)\}", field, template).replace("[[", "[").replace("]]", "]")
    return text.replace("<", r"\<").replace("*", r"\*").replace("~", r"\~")


def _sources() -> Iterator[str]:
    yield from ("# Sources", "", MADE, "")
    yield "`trade sources` says how far each reaches today and how old its figures are."
    yield ""
    for source in SOURCES.values():
        named = ", ".join(place(code).name for code in source.reporters)
        days = getattr(source, "release_after", None)
        key = source.key and f"`{source.key.variable}`, {'needed' if source.key.required else 'not needed'}"
        yield from (f"## {source.id}", "", f"{source.publisher} ({source.names[1]}).", "")
        facts = {
            "reporters": named or "any that the source has",
            "valuation": "; ".join(
                f"{one.flow}s {one.valuation}, {one.system} trade" for one in source.valuations
            ),
            "currency": source.currency,
            "published": f"about {days} days after the end of a month" if days else "at no usual day",
            "licence": source.licence,
            "to be said": source.attribution,
            "page": f"<{source.home}>",
            "key": key or "none",
            "files that `trade store add` takes": source.files,
        }
        yield from (f"- {name}: {text}" for name, text in facts.items())
        yield ""


def _notice() -> Iterator[str]:
    """Whose figures are embedded, under which terms: what the licences ask to be said."""
    yield from ("# Whose figures these are", "", MADE, "")
    yield "The program is under the MIT licence (LICENSE). The figures in `tradecli/data/` remain their"
    yield "publishers': each office below says under which terms its own may be used. Those of Taiwan's"
    yield "Ministry of Finance are under the Open Government Data License, version 1.0 (OGDL-Taiwan-1.0.txt,"
    yield "<https://data.gov.tw/license>): open data, which anyone who keeps to its terms may use. The texts"
    yield "of the other terms are not reproduced here; they stand with their publishers. Each answer names"
    yield "the file, its day and its SHA-256."
    for source in SOURCES.values():
        if (CHECKOUT / "tradecli" / "data" / f"{source.id}.parquet").exists():
            yield from ("", f"## {source.publisher}", "")
            yield f"- embedded as: `{source.id}.parquet`, `{source.id}.origins.json`"
            yield f"- licence: {source.licence}"
            yield f"- to be said: {source.attribution}"
            yield f"- page: <{source.home}>"
