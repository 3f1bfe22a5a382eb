"""What every source keeps, whole replies in the real formats in hand."""

from __future__ import annotations

import random

import pytest

from tests.sources.replies import BUILDERS, reply
from tradecli.errors import TradeError
from tradecli.facts import places
from tradecli.schema import check
from tradecli.sources import SOURCES
from tradecli.sources.base import Source


def test_there_is_a_reply_for_every_source() -> None:
    own_format = {name for name in SOURCES if type(SOURCES[name]).read is not Source.read}
    assert {reply(name).source for name in BUILDERS} == own_format


@pytest.mark.parametrize("name", BUILDERS)
def test_a_reply_is_read_the_same_each_time_and_keeps_every_rule(name: str) -> None:
    whole = reply(name)
    source = SOURCES[whole.source]
    snapshot = whole.snapshot(whole.encode(whole.rows))
    first, second = source.parse(snapshot), source.parse(snapshot)
    rows = check(first.observations)
    assert rows.equals(second.observations)
    assert first.notices == second.notices == ()
    assert rows["source"].unique().to_list() == [source.id]
    assert rows["currency"].unique().to_list() == [source.currency]
    reporters = set(rows["reporter"])
    assert len(reporters) == 1
    assert reporters <= set(source.reporters or places.places())
    assert set(rows["partner"]) <= set(places.places())
    assert set(rows["flow"]) <= {entry.flow for entry in source.valuations}


@pytest.mark.parametrize("name", BUILDERS)
def test_a_reply_cut_anywhere_is_refused(name: str) -> None:
    whole = reply(name)
    content = whole.encode(whole.rows)
    chance = random.Random(name)
    for _ in range(12):
        # A cut at the end of a line leaves a whole table of fewer rows, which only the length betrays.
        size = chance.choice(
            [at for at in range(len(content) // 2, len(content) - 2, 97) if content[at - 1] != 10]
        )
        with pytest.raises(TradeError):
            SOURCES[whole.source].parse(whole.snapshot(content[:size]))


@pytest.mark.parametrize("name", BUILDERS)
def test_the_day_of_a_file_is_that_of_its_snapshot(name: str) -> None:
    whole = reply(name)
    snapshot = whole.snapshot(whole.encode(whole.rows))
    later = snapshot._replace(origin="another", vintage_basis="retrieved")
    rows = SOURCES[whole.source].parse(later).observations
    assert rows["vintage"].unique().to_list() == [later.vintage]
    assert rows["vintage_basis"].unique().to_list() == ["retrieved"]
    assert rows["origin"].unique().to_list() == ["another"]
