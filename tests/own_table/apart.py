"""What is tried in a process of its own: it leaves threads behind, or warns of what is not the program's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import CHECKOUT


def outcome_of(module: str, folder: Path, seconds: float, **settings: str) -> object:
    """What a module of the tests prints last, as JSON, when it is run with a folder.

    Raises:
        AssertionError: It ended with an error.
    """
    ran = subprocess.run(
        [sys.executable, "-m", module, str(folder)],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **settings},
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout.splitlines()[-1])
