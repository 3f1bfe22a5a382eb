"""Is what a receipt is of still the answer? Asked again, as the command line asks it."""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, get_args, get_origin

from tradecli import options as opt
from tradecli import replaying
from tradecli.answer import Answer
from tradecli.command_words import QUESTIONS
from tradecli.errors import InvalidData
from tradecli.render import prov
from tradecli.render.prov import Receipt

#: The commands whose answers have receipts.
COMMANDS = QUESTIONS
#: What a command takes beside its options.
_OURS = {"context", "words"}


def replay(*receipts: str) -> Answer:
    """Answer receipts again, from the same files and as on that day, and compare to the last digit.

    Args:
        receipts: Files, as `to(..., receipt=True)` and the shell's `--receipt` write them.

    Returns:
        A row for each; `exit_code` is 1 where an answer differs, or its file does, else 0.

    Raises:
        InvalidData: A file is no receipt.
        StoreError: A file cannot be read; or one that an answer rests on is gone, or another now.
    """
    return replaying.replay(receipts, _again)


def _again(receipt: Receipt, file: Path) -> Receipt:
    """Ask what a receipt asks, and write the answer to a file; its own receipt.

    Raises:
        InvalidData: The receipt names no command that has receipts, or options that it does not have.
    """
    name = receipt.command
    command = getattr(import_module(f"tradecli.commands.{name}"), name) if name in COMMANDS else None
    known = {} if command is None else signature(command).parameters
    # What Python answers tells all that it has to, of which some commands have no option.
    asked = {each: value for each, value in receipt.options.items() if each in known or each not in opt.TELLS}
    if command is None or not all(each in known and _fits(each, value) for each, value in asked.items()):
        raise InvalidData("a receipt asks for {command}, which is no question", command=name)
    usual = {each: option.default for each, option in known.items()}
    alone = {"output": str(file), **dict.fromkeys(opt.BESIDE, False), "receipt": True}
    values = usual | asked | alone
    command.__wrapped__(opt.Given({each: values[each] for each in known if each not in _OURS}, command=name))
    made = file.with_name(f"{file.name}{prov.SUFFIX}")
    return prov.read(made.read_text(encoding="utf-8"), str(made))


def _fits(name: str, value: object) -> bool:
    """Whether an option can have a value: that of its type, or none."""
    kind: Any = opt.Given.__annotations__.get(name, object)
    for one in (kind,) if get_origin(kind) is list else get_args(kind) or (kind,):
        if get_origin(one) is list:
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                return True
        elif value is None or type(value) is one:
            return True
    return False
