"""The page of the Python API, made from signatures and docstrings: `python -m tests.generated` writes it."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from types import FunctionType
from typing import Any

import tradecli as trade

MADE = "Made from the program by `python -m tests.generated`; do not edit."
_SECTION = re.compile(r"^(Args|Attributes|Returns|Raises|Examples|Source|Yields):$")
_HEADINGS = {"Args": "Arguments", "Examples": ""}


def table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """A table of Markdown, and an empty line."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield "| " + " | ".join(" ".join(cell.split()).replace("|", r"\|") for cell in row) + " |"
    yield ""


def lines() -> Iterator[str]:
    """The whole page."""
    yield from ("# Python", "", MADE, "")
    yield "`import tradecli as trade`. What is not named here is not public. The tutorial is"
    yield "[trade in Python](../tutorials/python.md)."
    yield ""
    found = {name: _public(name) for name in sorted(set(trade.__all__) - {"__version__"})}
    sections = {
        "Questions": lambda one: inspect.isfunction(one),
        "What questions take": lambda one: not inspect.isfunction(one) and not _is_answer(one),
        "What they return": lambda one: _is_answer(one) and not issubclass(one, Exception),
        "Errors": lambda one: _is_answer(one) and issubclass(one, Exception),
    }
    for title, belongs in sections.items():
        yield from (f"## {title}", "")
        for name, one in found.items():
            if belongs(one):
                yield from _described(name, one)


def _public(name: str) -> Any:
    """The thing itself, with the signature that its author wrote."""
    return getattr(import_module(f"tradecli.{trade._HOME[name]}"), name)


def _is_answer(one: Any) -> bool:
    return inspect.isclass(one) and not hasattr(one, "__total__")


def _described(name: str, one: Any) -> Iterator[str]:
    yield from (f"### {name}", "")
    if name == "When":
        yield "`str | date | None`: a month, quarter, year or day as it is written, or a date; None or empty"
        yield from ("means the newest.", "")
        return
    if inspect.isfunction(one):
        yield from ("```python", *_signature(name, one), "```", "")
    if inspect.isclass(one) and issubclass(one, Exception):
        yield from (f"`kind` `{one.kind}`, exit code {one.exit_code}.", "")
    yield from _markdown(inspect.getdoc(one) or "")
    if _is_answer(one) and not issubclass(one, Exception):
        yield from _members(one)


def _signature(name: str, one: Any, *, skip_self: bool = False) -> list[str]:
    signature = inspect.signature(one)
    parameters = list(signature.parameters.values())[1 if skip_self else 0 :]
    text = f"{name}{signature.replace(parameters=parameters)}".replace("'", '"')
    # Annotations are written as texts; defaults stay as they are.
    text = re.sub(r'(: |-> )"([^"]*)"', r"\1\2", text)
    if len(text) <= 88:
        return [text]
    inner, _, after = text.removeprefix(f"{name}(").rpartition(")")
    parts = re.split(r", (?=[\w*]+(?:[:=,]|$))", inner)
    return [f"{name}(", *(f"    {part}," for part in parts), f"){after}"]


def _members(one: Any) -> Iterator[str]:
    """Public attributes and methods, a line each; of a kind of `Answer` those that an `Answer` has not."""
    if fields := getattr(one, "_fields", ()):
        yield f"A tuple: {', '.join(f'`{field}`' for field in fields)}."
        yield ""
    if one is not trade.Answer and issubclass(one, trade.Answer):
        yield from ("It has what an [Answer](#answer) has.", "")

    def rows() -> Iterator[tuple[str, ...]]:
        for name, member in inspect.getmembers(one):
            text = inspect.getdoc(member)
            ours = isinstance(inspect.getattr_static(one, name), property | cached_property | FunctionType)
            above = one is not trade.Answer and getattr(trade.Answer, name, None) is member
            if name.startswith("_") or not text or not ours or (above and issubclass(one, trade.Answer)):
                continue
            called = _signature(name, member, skip_self=True) if inspect.isfunction(member) else [name]
            flat = re.sub(
                r",(\)|$)", r"\1", "".join(line.strip() + " " * line.endswith(",") for line in called)
            )
            yield f"`{flat}`", text.partition("\n\n")[0]

    found = list(rows())
    if found:
        yield from table(("member", "what it is"), iter(found))


def _markdown(doc: str) -> Iterator[str]:
    """A docstring in Google's manner as Markdown."""
    section, held = "", []
    for line in [*doc.splitlines(), "Returns:"]:
        begins = _SECTION.match(line)
        if not begins:
            held.append(line)
            continue
        yield from _written(section, textwrap.dedent("\n".join(held)).strip("\n"))
        section, held = begins[1], []


def _written(section: str, text: str) -> Iterator[str]:
    if not text:
        return
    if title := _HEADINGS.get(section, section):
        yield from (f"**{title}**", "")
    if section == "Examples":
        yield from ("```python", *text.splitlines(), "```", "")
    elif section in {"Args", "Attributes", "Raises"}:
        for entry in re.split(r"\n(?=\S)", text):
            name, _, said = entry.partition(":")
            yield f"- `{name}`: {' '.join(said.split())}"
        yield ""
    else:
        yield from (*text.splitlines(), "")
