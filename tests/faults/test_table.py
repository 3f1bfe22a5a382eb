"""The table in docs/explanation/faults.md says what the tests do."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from tests import test_files, test_plausibility
from tests.conftest import CHECKOUT
from tests.faults import (
    test_calls,
    test_corruption,
    test_echo,
    test_foreign,
    test_kills,
    test_lock,
    test_output,
    test_places,
    test_repair,
    test_secrets,
    test_sequences,
    test_server,
    test_signals,
    test_size,
    test_time,
    test_together,
)
from tests.own_table import test_commands, test_cube, test_engines, test_public_cases
from tests.sources import test_consistency

Tests = Sequence[Callable[..., object]]
CASES, PLAUSIBLE = test_public_cases, test_plausibility
#: Where a group is tried by tests of their own rooms: what pytest makes of them is counted.
BY_TESTS: dict[str, Tests] = {
    "K": [
        CASES.test_a_name_means_itself_and_not_what_it_would_match,
        CASES.test_the_same_download_is_read_once,
        CASES.test_a_link_to_a_file_is_that_file,
        CASES.test_files_that_are_not_read_are_not_passed_over,
    ],
    "L": [
        CASES.test_it_is_answered_by_the_figure_worked_out_by_hand,
        CASES.test_it_is_refused_by_what_has_to_be_said,
        CASES.test_a_month_beside_its_year_is_refused,
        CASES.test_files_by_commodity_are_no_repetition,
        test_commands.test_a_total_that_is_less_than_its_parts_is_refused_wherever_it_stands,
    ],
    "M": [test_engines.test_duckdb_says_of_odd_tables_what_polars_says],
    "N": [
        test_cube.test_a_cube_whose_files_are_others_is_counted_again,
        test_cube.test_a_damaged_cube_is_counted_again,
    ],
    "O": [
        PLAUSIBLE.test_another_unit_is_named,
        PLAUSIBLE.test_another_unit_in_one_month,
        PLAUSIBLE.test_another_unit_in_the_new_month,
        PLAUSIBLE.test_one_large_figure_with_three_digits_too_many,
        PLAUSIBLE.test_another_unit_of_a_month_in_a_file_of_its_own,
        PLAUSIBLE.test_a_month_after_a_gap_is_compared_with_the_last_one_known,
        PLAUSIBLE.test_a_whole_history_in_thousands_on_an_empty_store,
        PLAUSIBLE.test_the_world_below_a_partner,
        test_consistency.test_a_month_may_not_leap,
    ],
    "P": [
        PLAUSIBLE.test_two_columns_that_were_swapped,
        PLAUSIBLE.test_a_new_month_that_is_a_copy_of_the_one_before,
        PLAUSIBLE.test_closed_months_that_all_move_are_refused_or_with_force_noted,
        PLAUSIBLE.test_closed_months_that_move_a_little_more_than_usual_are_noted,
        PLAUSIBLE.test_months_shifted_by_one_are_refused,
        PLAUSIBLE.test_two_columns_exchanged_are_refused_by_name,
        test_time.test_exports_and_imports_under_each_others_name_are_refused_and_lock_nothing_out,
    ],
    "Q": [
        test_time.test_an_older_edition_served_again_is_no_new_vintage,
        test_time.test_a_day_that_cannot_be_is_not_taken,
        test_time.test_unchanged_of_what_is_not_held_is_no_figure,
        test_files.test_a_vintage_after_today_is_refused,
    ],
    "R": [test_foreign.test_other_peoples_files_stay, test_files.test_other_peoples_files_are_left_alone],
    "S": [
        *(test for name, test in vars(test_repair).items() if name.startswith("test_")),
        test_files.test_repair_gives_up_no_whole_table_for_a_damaged_raw_file,
    ],
    "T": [
        *(test for name, test in vars(test_output).items() if name.startswith("test_")),
        test_files.test_a_file_that_may_only_be_read_stays,
    ],
    "V": [test_signals.test_an_interrupt_does_not_wait_for_a_server_that_stalls],
    "W": [
        test_echo.test_a_key_that_comes_back_goes_nowhere,
        test_echo.test_text_is_shown_and_does_nothing,
        test_files.test_no_message_shows_a_key_or_steers_a_terminal,
        test_files.test_a_key_that_a_server_repeats_reaches_neither_disk_nor_message,
        test_files.test_a_key_of_several_lines_is_not_used_and_not_shown,
    ],
}

#: Each harm done to each file that is kept, and to the answer.
DAMAGES = len(test_cube.HARMS) * (test_cube.KEPT + 1)


def cases(test: Callable[..., object]) -> int:
    """How many cases pytest makes of a test."""
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    return math.prod(len(mark.args[1]) for mark in marks)


def rows() -> list[tuple[str, str, str, str]]:
    """Group, cases, survived and wrong of every line of the table."""
    lines = (CHECKOUT / "docs" / "explanation" / "faults.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [(row[0], *row[2:]) for row in cells if row[0] != "group"]  # type: ignore[misc]


def test_the_counts_are_those_of_the_tests() -> None:
    writes = test_together.WRITERS * test_together.WRITES
    by_tests = {group: sum(map(cases, tests)) for group, tests in BY_TESTS.items()}
    by_tests["N"] += DAMAGES
    by_tests["U"] = len(test_size.TRIED)
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
        *((group, str(count)) for group, count in sorted(by_tests.items())),
    ]


def test_a_group_is_tried_as_often_as_it_was_to_be() -> None:
    assert DAMAGES == 25
    # Chosen so that each oddity is in one of them.
    assert cases(test_engines.test_duckdb_says_of_odd_tables_what_polars_says) == 24
    assert cases(test_a_group_is_tried_as_often_as_it_was_to_be) == 1


def test_nothing_wrong_was_ever_given() -> None:
    assert {(survived, wrong) for _, _, survived, wrong in rows()} == {("all", "0")}
