"""A process that writes to a store again and again, each time in a child that waits to be watched.

    python -m tests.faults.writer JOBS

Reads lines `<job> <folder>` on standard input. For each it forks, prints the child's number, waits
for a line more, lets the child go, and prints how it ended. Nothing but the writing itself happens
in the child after it was let go, so that every system call counted belongs to the store.
"""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import filelock  # noqa: F401  imported before the fork: its own reading is not the store's

from tradecli.errors import StoreError
from tradecli.store import manifest, writing


def work(job: str, folder: Path, additions: dict[str, list[writing.Addition]]) -> int:
    """Do one job and return the exit code."""
    try:
        if job == "prune":
            gone = [entry.id for entry in manifest.read(folder)[0].entries[:1]]
            writing.prune(folder, gone, patience=1)
        elif job == "repair":
            found = manifest.read(folder)[0]
            writing.commit(folder, additions["first"], drop=[found.entries[0].id], patience=1)
        else:
            writing.commit(folder, additions[job], patience=1)
    except StoreError as error:
        return error.exit_code
    return 0


def main() -> None:
    """Serve until standard input ends."""
    additions = pickle.loads(Path(sys.argv[1]).read_bytes())
    for line in sys.stdin:
        job, folder = line.split()
        go, let = os.pipe()
        waits, ready = os.pipe()
        child = os.fork()
        if not child:
            os.close(let)
            # Said before its number is: a call made only now would be counted as the store's.
            os.write(ready, b"x")
            os.read(go, 1)
            try:
                code = work(job, Path(folder), additions)
            except BaseException:
                code = 1
            os._exit(code)
        os.read(waits, 1)
        for end in (go, waits, ready):
            os.close(end)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        os.write(let, b"x")
        os.close(let)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
