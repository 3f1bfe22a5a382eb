"""Trade with one partner in DuckDB's SQL, with its filter, printed as JSON: to measure against.

python -m tests.benchmarks.customs_duckdb FOLDER PARTNER
"""

from __future__ import annotations

import json
import sys

import duckdb

QUESTION = """
select strftime(month, '%Y-%m') as month, flow, sum(value)::bigint as value
from read_parquet($files) where country = $partner group by all order by all
"""


def figures(folder: str, partner: str) -> list[tuple[str, str, int]]:
    """Month, flow (E or I) and value of each sum."""
    asked = {"files": f"{folder}/*.parquet", "partner": partner}
    return duckdb.connect().execute(QUESTION, asked).fetchall()


if __name__ == "__main__":
    json.dump(figures(*sys.argv[1:]), sys.stdout)
