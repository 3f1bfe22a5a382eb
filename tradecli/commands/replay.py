"""`trade replay`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecli import options as opt
from tradecli.command_words import QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tradecli.answer import Answer, Release
    from tradecli.render.prov import Receipt

#: The commands whose answers have receipts.
COMMANDS = QUESTIONS
RECEIPTS = opt.argument(
    "files", metavar="RECEIPT...", help="Receipts, as `--receipt` writes them beside a file."
)


@opt.lend(RECEIPTS, *opt.WORDS)
def replay(given: opt.Given) -> int:
    """Answer again from the same files, and compare to the last digit. Exit code 1 where one differs."""
    from tradecli import replaying

    return given.write(replaying.replay(given.files or [], _again))


class _Again(opt.Given):
    """A question that is asked again: what answered it is kept, for its files to be compared."""

    answered: Answer | Release

    def write(self, answer: Answer | Release) -> int:
        self.answered = answer
        return super().write(answer)


def _again(receipt: Receipt, file: Path) -> tuple[int, Answer | Release]:
    """Ask what a receipt asks, and write the answer to a file: how the program ends, and the answer.

    Raises:
        InvalidData: The receipt names no command that has receipts, or options that it does not have.
    """
    from importlib import import_module
    from inspect import signature

    from tradecli.errors import InvalidData

    name = receipt.command
    command = getattr(import_module(f"tradecli.commands.{name}"), name) if name in COMMANDS else None
    known = {} if command is None else signature(command).parameters
    asked = receipt.options.items()
    if command is None or not all(each in known and _fits(each, value) for each, value in asked):
        raise InvalidData("a receipt asks for {command}, which is no question", command=name)
    usual = {each: option.default for each, option in known.items()}
    alone = {"output": str(file), **dict.fromkeys(opt.BESIDE, False)}
    values = usual | dict(receipt.options) | alone
    again = _Again({each: values[each] for each in known if each not in {"context", "words"}})
    return command.__wrapped__(again), again.answered


def _fits(name: str, value: object) -> bool:
    """Whether an option can have a value: that of its type, or none."""
    from typing import get_args, get_origin

    kind: Any = opt.Given.__annotations__.get(name, object)
    for one in (kind,) if get_origin(kind) is list else get_args(kind) or (kind,):
        if get_origin(one) is list:
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                return True
        elif value is None or type(value) is one:
            return True
    return False
