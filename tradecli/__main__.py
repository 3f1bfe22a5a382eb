"""`python -m tradecli` and the `trade` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def run() -> None:
    """Start: nothing heavy is imported before it is known that it is needed."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from tradecli import __version__

        try:
            sys.stdout.write(f"trade {__version__}\n")
            sys.stdout.flush()
        except (OSError, AttributeError):
            # The command line in full knows how to tell of a full disk or a closed pipe.
            pass
        else:
            return
    # Importing polars makes a hundred thousand objects that all stay; collecting among them costs 6 %.
    gc.set_threshold(200_000, 50, 50)
    # A pair is a few thousand rows: one thread answers with less work than several that wake each other.
    # A table of one's own may be any size, and is read by all of them.
    whole = os.environ.get("TRADE_TABLE") or any(word.startswith("--table") for word in sys.argv)
    if not whole and "POLARS_MAX_THREADS" not in os.environ:
        # A file of settings may yet name such a table.
        os.environ["POLARS_MAX_THREADS"] = os.environ["_TRADE_ONE_THREAD"] = "1"
    from tradecli.cli import main

    _leave(main())


def _leave(code: int) -> None:
    """End the process once all is written: taking apart what polars made costs as much as an answer."""
    from contextlib import suppress

    # What was left for the end, such as a folder to be removed, is done as usual.
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        # One that is closed or full has been told of.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
