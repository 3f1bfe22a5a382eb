"""The command line: registers the commands, turns every error into one line and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from tradecli import __version__, command_words, failing, helping, manner, option_words
from tradecli.errors import BROKEN_PIPE, TradeError
from tradecli.wording import Wording

#: Every subcommand, in the order of `trade --help`; the module and the function have its name.
COMMANDS = (
    *command_words.QUESTIONS,
    "batch",
    "run",
    "mcp",
    "replay",
    "fetch",
    "sources",
    "codes",
    "schema",
    "config",
    "doctor",
    "store",
    "table",
    "completion",
    "help",
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"trade {__version__}\n")
        raise typer.Exit


def _trade(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show a traceback where something fails.", envvar="TRADE_DEBUG")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No notes, only answers and errors.", envvar="TRADE_QUIET")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="Say what is read from which file.", envvar="TRADE_VERBOSE"),
    ] = False,
    color: Annotated[
        str,
        typer.Option(
            help="Bold and dim: auto follows the terminal, NO_COLOR and FORCE_COLOR.",
            envvar="TRADE_COLOR",
            **helping.about("color", {}),
        ),
    ] = "auto",
) -> None:
    """Official merchandise-trade statistics: balances, growth and records, each figure traceable."""
    from tradecli.errors import QueryError, unknown

    if color not in helping.CHOICES["color"]:
        raise unknown("color", color, helping.CHOICES["color"])
    if quiet and verbose:
        raise QueryError("--quiet and --verbose exclude each other", hint="give one of them")
    manner.quiet, manner.verbose, manner.color = quiet, verbose, color
    if verbose:
        from tradecli import messages, settings

        for path in dict.fromkeys(setting.file for setting in settings.read().values()):
            messages.debug(Wording("{path}: settings read", path=path))
    if debug:
        os.environ["TRADE_DEBUG"] = "1"


def app(words: Sequence[str]) -> typer.Typer:
    """The command line with the subcommand that *words* name, or with all where they name none.

    Typer reads the signature of every command it holds: six cost as much as the rest of it.
    """
    context: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    line = typer.Typer(
        name="trade",
        cls=helping.Group,
        epilog="Example: trade surplus --partner US --through 2025-11",
        pretty_exceptions_enable=False,
        # Plain help: the rich one costs as much start-up as everything else of typer.
        rich_markup_mode=None,
        context_settings=context,
    )
    line.callback()(_trade)
    named = next((word for word in words if not word.startswith("-")), None)
    for name in (named,) if named in COMMANDS and named != "help" else COMMANDS:
        command = getattr(import_module(f"tradecli.commands.{name}"), name)
        line.command(cls=option_words.Command)(command)
    if named in COMMANDS:
        from tradecli import settings

        context["default_map"] = settings.chosen(named, command)
    return line


class _Ending:
    """Ends the program at a signal; at a second one at once, since the store is whole at any moment."""

    begun = False

    def __call__(self, signum: int, frame: FrameType | None) -> None:
        """Take a signal."""
        if self.begun:
            os._exit(128 + signum)
        self.begun = True
        if signum == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + signum)


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code.

    Args:
        args: The arguments; None means those of the process.

    Returns:
        0 answered, 2 usage, 3 nothing published, and so on: the codes of `errors`. Without any
        arguments it shows the help.
    """
    words = command_words.whole_first(sys.argv[1:] if args is None else args)
    if not words and "_TRADE_COMPLETE" not in os.environ:
        words = ["--help"]
    manner.lang = failing.language(words)
    try:
        ending = _Ending()
        for each in (signal.SIGTERM, signal.SIGINT):
            # A shell lets what it runs behind a script ignore the interrupts meant for the script.
            if signal.getsignal(each) != signal.SIG_IGN:
                signal.signal(each, ending)
        words = command_words.commanded(words, COMMANDS)
        code = app(words)(words, prog_name="trade", standalone_mode=False)
        _flush()
    except TyperException as error:
        return failing.fail(words, failing.usage(error))
    except TradeError as error:
        return failing.fail(words, error)
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):
            return BROKEN_PIPE
        return error.code if isinstance(error.code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:
        return failing.fail(words, _unwritable(error) or failing.bug(error))
    return code if isinstance(code, int) else 0


def _flush() -> None:
    """Meet a full disk here: what the parser wrote may still be buffered."""
    if unwritable := _unwritable():
        raise unwritable


def _unwritable(error: Exception | None = None) -> TradeError | None:
    """Why standard output cannot be written, if it cannot, or could not where *error* came from."""
    if not sys.stdout:
        return None
    try:
        # A long help is written by the parser itself; every other file that is full has a name.
        if isinstance(error, OSError) and error.errno == errno.ENOSPC and error.filename is None:
            raise error
        sys.stdout.flush()
    except OSError as full:
        from tradecli import output

        if not isinstance(full, BrokenPipeError):
            return output.unwritable(full)
        # Ends here, quietly: the reader went away.
        output.write_out(b"")
    return None
