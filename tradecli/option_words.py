"""The options of a command as they are typed: other names of them, several partners, each other one once."""

from __future__ import annotations

from itertools import islice
from typing import Any

from typer.core import TyperOption

from tradecli import helping
from tradecli.wording import Listed


class Command(helping.Command):
    """A command that refuses an option given twice, or given another option as its value.

    One of the two would be ignored.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Look at what each option was given before it is parsed."""
        args = self._meant(args)
        if not ctx.resilient_parsing:
            given, _, order = self.make_parser(ctx).parse_args(args=list(args))
            self._refuse(given, [one for one in order if isinstance(one, TyperOption) and not one.is_flag])
        return super().parse_args(ctx, args)

    def _meant(self, args: list[str]) -> list[str]:
        """The same with other names of options as those of this command, several partners as one list."""
        from tradecli.synonyms import option_meant

        takes = {
            name[2:]: (getattr(one, "metavar", None) or "").split("|")
            for one in self.params
            for name in one.opts
            if name.startswith("--")
        }
        meant: list[str] = []
        waiting = iter(args)
        for word in waiting:
            if word == "--":
                return [*meant, word, *waiting]
            name, equals, value = word[2:].partition("=") if word.startswith("--") else ("", "", "")
            option, *said = option_meant(name, takes) if name else ("",)
            meant += [f"--{option}{equals}{value}", *said] if option else [word]
        return _joined(meant) if self.name in helping.SEVERAL else meant

    def _refuse(self, given: dict[str, Any], order: list[TyperOption]) -> None:
        from tradecli.errors import QueryError

        options = {name for parameter in self.params for name in parameter.opts if name.startswith("--")}
        names = [max(option.opts, key=len) for option in order if not option.multiple]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise QueryError(
                "{twice} is given twice",
                hint="{command} takes one partner; {several} take several"
                if twice == "--partner"
                else "it takes one value",
                twice=twice,
                command=self.name,
                several=Listed(sorted(helping.SEVERAL)),
            )
        for option in order:
            value = given[option.name or ""]
            if isinstance(value, str) and value.partition("=")[0] in options:
                name = max(option.opts, key=len)
                raise QueryError(
                    "{name} is given no value", hint="{value} came after it", name=name, value=value
                )


def _joined(args: list[str]) -> list[str]:
    """The same with the values of all --partner as one list."""
    rest: list[str] = []
    partners: list[str] = []
    waiting = iter(args)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word == "--partner":
            partners += islice(waiting, 1)
        elif word.startswith("--partner="):
            partners.append(word.partition("=")[2])
        else:
            rest.append(word)
    if len(partners) < 2 or any(name.startswith("-") for name in partners):
        return args
    return ["--partner", ",".join(partners), *rest]
