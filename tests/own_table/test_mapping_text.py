"""A mapping written as TOML is read as the same mapping."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradecli.errors import QueryError
from tradecli.own_table import columns_option, layouts
from tradecli.own_table.mapping import Mapping
from tradecli.own_table.mapping_text import lines, path_line
from tradecli.own_table.table import Table

#: Names of columns, with every sign that TOML has a rule for.
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="."), min_size=1, max_size=12)
words = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), min_size=1, max_size=3)


def folded(texts: list[str], side: str) -> tuple[str, ...]:
    """Words as they are compared: none of one side can be one of the other."""
    return tuple(f"{side}{text}".strip().casefold() for text in texts)


mappings = st.fixed_dictionaries(
    {
        "period": names,
        "partner": names,
        "flow": names,
        "value": names,
        "commodity": names,
        "unit": st.sampled_from([1, 1000, 10**6, 10**8]),
        "decimals": st.none() | st.integers(0, 6),
        "currency": st.sampled_from(["USD", "TWD"]),
        "reporter": st.just("") | names,
        "exports": words.map(lambda texts: folded(texts, "x")),
        "imports": words.map(lambda texts: folded(texts, "m")),
        "partner_codes": st.sampled_from(["", "census", "iso"]),
        "commodity_digits": st.sampled_from([0, 2, 10]),
        "where": st.lists(
            st.tuples(names, words.map(lambda w: tuple(t.strip() for t in w))), unique_by=lambda p: p[0]
        ).map(tuple),
        "complete": st.sampled_from(["", "2025-11"]),
        "skip_bad": st.booleans(),
        "year": st.just("") | names,
        "month": st.just("") | names,
        "export_value": st.just("") | names,
        "import_value": st.just("") | names,
        "flow_in_name": st.booleans(),
        "exporter": st.just("") | names,
        "importer": st.just("") | names,
    }
).map(lambda said: Mapping(**said))


def written(mapping: Mapping, folder: Path) -> Path:
    path = folder / "m.toml"
    path.write_text("".join(f"{text}\n" for _, text in lines(mapping)), encoding="utf-8", newline="")
    return path


@settings(max_examples=25)
@given(mapping=mappings)
def test_what_is_written_is_read_as_the_same(
    mapping: Mapping, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(mapping, tmp_path_factory.mktemp("toml"))
    assert columns_option.read(str(path)) == mapping


@pytest.mark.parametrize("name", layouts.LAYOUTS)
def test_a_layout_is_read_as_the_same(name: str, tmp_path: Path) -> None:
    mapping = layouts.named(name).mapping
    assert columns_option.read(str(written(mapping, tmp_path))) == mapping
    # A form that has no column which the first one has: the table itself tells which form it is.
    for form in layouts.named(name).forms[1:]:
        assert columns_option.read(str(written(form.mapping, tmp_path))).layout == name


def test_the_records_are_named_as_seen_from_the_file(tmp_path: Path) -> None:
    records = tmp_path / "data" / "t.csv"
    records.parent.mkdir()
    records.write_text("m,c,f,v\n", encoding="utf-8")
    file = tmp_path / "us.toml"
    file.write_text(f'{path_line(str(records), str(tmp_path))}\nperiod = "m"\n', encoding="utf-8")
    assert file.read_text(encoding="utf-8").startswith('path = "data/t.csv"\n')
    table = Table.named(str(file))
    assert (table.path, table.mapping.period, table.mapped) == (str(records), "m", True)
    # Named as columns of another file, it says nothing of where the records are.
    assert Table.named("other.csv", str(file)).path == "other.csv"


def test_a_file_that_names_no_records_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "us.toml"
    file.write_text('period = "m"\n', encoding="utf-8")
    with pytest.raises(QueryError, match="does not say where the records are"):
        Table.named(str(file))
