"""The table in README.md says what the tests do."""

from __future__ import annotations

from pathlib import Path

from tests.faults import (
    test_calls,
    test_corruption,
    test_kills,
    test_lock,
    test_places,
    test_secrets,
    test_sequences,
    test_server,
    test_together,
)


def rows() -> list[tuple[str, str, str, str]]:
    """Group, cases, survived and wrong of every line of the table."""
    lines = (Path(__file__).parent / "README.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [(row[0], *row[2:]) for row in cells if row[0] != "group"]  # type: ignore[misc]


def test_the_counts_are_those_of_the_tests() -> None:
    writes = test_together.WRITERS * test_together.WRITES
    reads = test_together.READERS * test_together.READS
    assert [(group, cases) for group, cases, _, _ in rows()] == [
        ("A1", f"{test_calls.LEAST_KILLS} or more"),
        ("A2", str(test_kills.KILLS)),
        ("A3", str(test_kills.SIGNALS)),
        ("A4", f"{test_calls.LEAST_ERRORS} or more"),
        ("A5", str(test_places.FULL)),
        ("A6", str(test_places.LIMITED)),
        ("A7", str(test_places.ODD + 1)),
        ("A8", str(writes + reads)),
        ("A9", str(test_corruption.CASES)),
        ("A10", str(test_lock.CASES)),
        ("A11", "1"),
        ("B", str(test_server.CASES)),
        ("B", str(len(test_server.COMMANDS) * len(test_server.STORED) * 2)),
        ("B", str(len(test_server.TLS) + 1 + 3)),
        ("C2", str(len(test_sequences.SEQUENCES))),
        ("D", str(test_secrets.CHECKS)),
    ]


def test_nothing_wrong_was_ever_given() -> None:
    assert {(survived, wrong) for _, _, survived, wrong in rows()} == {("all", "0")}
