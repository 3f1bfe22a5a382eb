"""`python -m tradecli.data`: build the embedded dataset from the fixtures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tradecli.data import FOLDER
from tradecli.data.build import build, write
from tradecli.errors import TradeError

#: Beside the package in a checkout; an installed package has no fixtures.
_FIXTURES = FOLDER.parent.parent / "fixtures"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, write, say how many rows there are; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tradecli.data", description=__doc__)
    parser.add_argument(
        "--fixtures", type=Path, default=_FIXTURES, help="folder of the fixtures (%(default)s)"
    )
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder to write into (%(default)s)")
    options = parser.parse_args(arguments)
    try:
        dataset = build(options.fixtures)
        manifest = write(dataset, options.output)
    except TradeError as error:
        sys.stderr.write(f"trade: the dataset was not built: {error}\n")
        return error.exit_code
    for name, table in manifest["tables"].items():
        sys.stdout.write(f"{name}: {table['rows']:,} rows\n")
    sys.stdout.write(f"{len(dataset.origins)} origins\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
